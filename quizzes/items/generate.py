"""From a kind, a subject and an interaction to a fair item.

How the parts come together for each interaction, ``composers`` say; here is what they share.
What is found out about a subject (what may be offered, which options stand well together) is kept,
and depends on the facts alone, never on what was drawn before: so the same seed gives the same
items in a fresh process and in one that has served for weeks.
"""

from collections import OrderedDict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, TypeAlias, cast

from quizzes.facts.base import FactBase
from quizzes.facts.records import Fact, Mission, Person, Seat
from quizzes.items.composers import AIMS, COMPOSERS
from quizzes.items.composers.base import AnyAim, Refused
from quizzes.items.difficulty import difficulty, fames_of, form_of
from quizzes.items.faces import Faces
from quizzes.items.fame import UNKNOWN, all_fame
from quizzes.items.item import Interaction, Item, Option, Relation, SourceLine
from quizzes.items.kinds.base import AnyKind, Because, ref
from quizzes.items.option_sets import Aim, Face, Pool, make_pool
from quizzes.items.rules import broken_rule
from quizzes.items.rules.sheet import Sheet
from quizzes.items.seeds import Draw
from quizzes.items.subjects import DRAWN_BY_STRATUM, Subjects
from quizzes.items.text import Text

SUBJECTS_KEPT: Final = 40_000
"""Subjects whose options are kept in memory: more than there are, so it only bounds it."""
FAMED: Final = (Mission, Person)
"""Records whose fame tells how hard it is to pick them."""
MANY: Final = (Mission, Person, Seat)
"""Records of which there are so many that a paper asks of each only once."""

Prepared: TypeAlias = dict[int, tuple[Face, ...]]
"""Sets of distractors, one after another, by the numbers of key and target."""


class Generator:
    """Draws items of any kind from one fact base."""

    def __init__(self, facts: FactBase, kinds: Sequence[AnyKind]) -> None:
        self.facts = facts
        self.kinds = kinds
        self.asked = Subjects(facts)
        self.faces = Faces(facts)
        self._pools: OrderedDict[tuple[str, str, bool], tuple[Pool, Prepared]] = OrderedDict()
        self._sources = {
            source.slug: SourceLine(source.title, source.url, source.read_on)
            for source in facts.sources.values()
        }

    def subjects(self, kind: AnyKind) -> Sequence[Fact]:
        """All that ``kind`` can ask about."""
        return self.asked.subjects(kind)

    # Which subject ----------------------------------------------------------------------------

    def stream(
        self,
        kinds: Sequence[AnyKind],
        draw: Draw,
        interactions: Collection[Interaction] = tuple(Interaction),
    ) -> Iterator[Item]:
        """Items without end, the kinds by turns in random order, each answered in any of its ways
        that are among ``interactions``. Ends only where no kind has an item to give."""
        alive = {
            kind: ways
            for kind in kinds
            if (ways := [way for way in kind.interactions if way in interactions])
        }
        while alive:
            for kind in draw.shuffled(list(alive)):
                way = draw.pick(alive[kind])
                item = self.any_item(kind, draw, way)
                if item is not None:
                    yield item
                    continue
                alive[kind].remove(way)
                if not alive[kind]:
                    del alive[kind]

    def any_item(
        self, kind: AnyKind, draw: Draw, interaction: Interaction | None = None
    ) -> Item | None:
        """An item about any subject of ``kind``, answered in its first way by default; None where
        there is none."""
        items = self.items(kind, draw, interaction=interaction)
        return next((item for _, item in items), None)

    def items(
        self,
        kind: AnyKind,
        draw: Draw,
        among: Sequence[Fact] | None = None,
        interaction: Interaction | None = None,
        taken: Collection[str] = (),
    ) -> Iterator[tuple[Fact, Item]]:
        """Subjects, all of the kind's by default, each with an item, answered in the kind's first
        way by default: first those with the key where it is aimed at, then any. None that tells of
        a record of which ``taken`` has the reference."""
        interaction = interaction or kind.interactions[0]
        for subject, wanted in self.wanted(kind, draw, among, interaction):
            if taken and not self.asked.is_free(kind, subject, taken):
                continue
            item = self.item(kind, subject, draw, wanted, interaction)
            if isinstance(item, Item):
                yield subject, item

    def wanted(
        self,
        kind: AnyKind,
        draw: Draw,
        among: Sequence[Fact] | None,
        interaction: Interaction,
    ) -> Iterator[tuple[Fact, AnyAim]]:
        """Subjects at random, each with what its item is to be kept from telling."""
        aim = AIMS[interaction](draw) if interaction in AIMS else None
        # For want of an exact one among the first few, one with a tie: looking further would ask
        # about the few subjects again and again whose options differ in size.
        few = islice(self.asked.in_random_order(kind, draw, among), DRAWN_BY_STRATUM)
        yield from ((subject, aim) for subject in few)
        if isinstance(aim, Aim):
            with_ties = aim.with_ties()
            yield from ((one, with_ties) for one in self.asked.in_random_order(kind, draw, among))
        yield from ((subject, None) for subject in self.asked.in_random_order(kind, draw, among))

    # One item ---------------------------------------------------------------------------------

    def item(
        self,
        kind: AnyKind,
        subject: Fact,
        draw: Draw,
        aim: AnyAim = None,
        interaction: Interaction | None = None,
    ) -> Item | Refused:
        """An item about ``subject`` that breaks no rule, or why there is none.

        ``aim`` is one of ``AIMS``; None takes any item.
        """
        return COMPOSERS[interaction or kind.interactions[0]](self, kind, subject, draw, aim)

    def pool(
        self, kind: AnyKind, subject: Fact, *, every_key: bool = False
    ) -> tuple[Pool, Prepared]:
        """What can be offered for ``subject``, and the sets of options prepared so far.
        ``every_key``: with all that is right, where a choice insists on one."""
        name = (kind.slug, subject.slug, every_key)
        held = self._pools.get(name)
        if held is None:
            held = self._pools[name] = self._fill(kind, subject, every_key=every_key), {}
            if len(self._pools) > SUBJECTS_KEPT:
                self._pools.popitem(last=False)
        return held

    def _fill(self, kind: AnyKind, subject: Fact, *, every_key: bool) -> Pool:
        facts = self.facts
        wanted = None if every_key else kind.key(subject, facts)
        keys, distractors = [], []
        for candidate in kind.candidates(subject, facts):
            verdict = kind.holds(subject, candidate, facts)
            if verdict is True and (wanted is None or candidate is wanted):
                keys.append(self.faces.face(kind, subject, candidate))
            elif verdict is False:
                distractors.append(self.faces.face(kind, subject, candidate))
        return make_pool(keys, distractors, kind.differ)

    def assemble(
        self,
        kind: AnyKind,
        subject: Fact,
        interaction: Interaction,
        stem: Text,
        faces: Sequence[Face],
        keys: Sequence[Face],
        reasons: Sequence[Because] | None = None,
    ) -> Item:
        """The item with these options, of which ``keys`` are right. ``reasons``: why, where they
        are not about the subject."""
        facts = self.facts
        background = kind.background(subject, facts)
        cited = {citation.source for citation in background.citations} if background else set()
        options = []
        rationale = None
        if reasons is None:
            reasons = [kind.because(subject, face.candidate, facts) for face in faces]
        for face, because in zip(faces, reasons, strict=True):
            for citation in because.citations:
                cited.add(citation.source)
            is_key = face in keys
            shared = Relation.KEY if is_key else self.faces.strongest(keys, face)
            options.append(Option(face.reference, face.text, is_key, shared, because.text))
            if is_key and rationale is None:
                rationale = because.text
        return Item(
            kind=kind.slug,
            version=kind.version,
            topic=kind.topic,
            interaction=interaction,
            stem=stem,
            options=tuple(options),
            rationale=cast(Text, rationale),
            background=background.text if background is not None else None,
            sources=self.source_lines(cited),
            subject=ref(subject),
            subjects=told_of(kind, subject, [key.candidate for key in keys], facts),
            difficulty=self.difficulty(kind, interaction, subject, keys[0], faces),
            numeric=keys[0].is_number,
            fatal=kind.mission(subject, facts).fatal,
        )

    def difficulty(
        self,
        kind: AnyKind,
        interaction: Interaction,
        subject: Fact,
        key: Face,
        faces: Sequence[Face],
    ) -> int:
        """How hard it is, told from the facts alone."""
        known = all_fame(self.facts)
        names = isinstance(key.candidate, FAMED) and not key.is_number
        return difficulty(
            interaction,
            traits=[face.traits for face in faces],
            fames=fames_of(
                known.get(subject, UNKNOWN),
                [known.get(face.candidate, UNKNOWN) for face in faces] if names else (),
                is_offered=subject in [face.candidate for face in faces],
            ),
            form=kind.form + form_of(key.candidate, is_number=key.is_number),
        )

    def source_lines(self, citations: Iterable[str]) -> tuple[SourceLine, ...]:
        """Sources by their slugs, as feedback shows them."""
        return tuple(self._sources[slug] for slug in sorted(citations))

    def judged(
        self,
        kind: AnyKind,
        subject: Fact,
        item: Item,
        faces: Sequence[Face],
        prompts: Sequence[Fact] = (),
    ) -> Item | Refused:
        """The item, if it breaks no rule."""
        broken = broken_rule(
            Sheet(
                item=item,
                kind=kind,
                subject=subject,
                candidates=tuple([face.candidate for face in faces]),
                stem=item.stem.render(),
                options=tuple([face.shown for face in faces]),
                rationales=tuple([option.rationale.render() for option in item.options]),
                facts=self.facts,
                prompts=tuple(prompts),
                prompt_texts=tuple([prompt.text.render() for prompt in item.prompts]),
            )
        )
        return item if broken is None else Refused(*broken)


def told_of(kind: AnyKind, subject: Fact, keys: Sequence[Fact], facts: FactBase) -> tuple[str, ...]:
    """References of the records that stem and keys tell of. Not those of which there are so few
    (agencies, regions, towns) that asking of each once would tell what the last one is."""
    told = dict.fromkeys(kind.tells_of(subject, facts))
    for key in keys:
        if isinstance(key, MANY):
            told[ref(key)] = None
    return tuple(told)
