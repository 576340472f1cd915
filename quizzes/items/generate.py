"""From a kind, a subject and an interaction to a fair item.

How the parts come together for each interaction, ``composers`` say; here is what they share.
What is found out about a subject (what may be offered, which options stand well together) is kept,
and depends on the facts alone, never on what was drawn before: so the same seed gives the same
items in a fresh process and in one that has served for weeks.
"""

from bisect import bisect_left
from collections import OrderedDict, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from math import sqrt
from typing import Final, TypeAlias, cast

from quizzes.facts.base import FactBase
from quizzes.facts.records import Citation, Fact, Mission, Person, Seat
from quizzes.items.composers import AIMS, COMPOSERS
from quizzes.items.composers.base import Refused
from quizzes.items.difficulty import difficulty, fames_of, form_of
from quizzes.items.distractors import STRENGTH, Attribute, attributes
from quizzes.items.fame import UNKNOWN, all_fame
from quizzes.items.folding import fold
from quizzes.items.item import Interaction, Item, Option, Relation, SourceLine
from quizzes.items.kinds.base import AnyKind, Because, ref
from quizzes.items.option_sets import Aim, Face, Pool, make_pool
from quizzes.items.rules import broken_rule
from quizzes.items.rules.sheet import Sheet
from quizzes.items.seeds import Draw
from quizzes.items.text import Text

DRAWN_BY_STRATUM: Final = 12
"""Subjects drawn by stratum before all are gone through."""
NEAR_EACH_WAY: Final = 20
"""So many subjects launched before one, and after, are matched with it."""
SUBJECTS_KEPT: Final = 40_000
"""Subjects whose options are kept in memory: more than there are, so it only bounds it."""

Prepared: TypeAlias = dict[int, tuple[Face, ...]]
"""Sets of distractors, one after another, by the numbers of key and target."""


class Generator:
    """Draws items of any kind from one fact base."""

    def __init__(self, facts: FactBase, kinds: Sequence[AnyKind]) -> None:
        self.facts = facts
        self.kinds = kinds
        self._subjects: dict[str, Sequence[Fact]] = {}
        self._strata: dict[str, tuple[list[Sequence[Fact]], list[float]]] = {}
        self._told: dict[tuple[str, str], tuple[str, ...]] = {}
        self._by_launch: dict[str, tuple[list[int], list[Fact]]] = {}
        self._pools: OrderedDict[tuple[str, str, bool], tuple[Pool, Prepared]] = OrderedDict()
        self._faces: dict[tuple[str, Fact], Face] = {}
        self._of_records: dict[Fact, tuple[str, int]] = {}
        self._bits: dict[Attribute, int] = {}
        self._of_relation: dict[Relation, int] = dict.fromkeys(STRENGTH, 0)
        self._sources = {
            source.slug: SourceLine(source.title, source.url, source.read_on)
            for source in facts.sources.values()
        }

    def subjects(self, kind: AnyKind) -> Sequence[Fact]:
        """All that ``kind`` can ask about."""
        if kind.slug not in self._subjects:
            self._subjects[kind.slug] = kind.subjects(self.facts)
        return self._subjects[kind.slug]

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
            if taken and not self.is_free(kind, subject, taken):
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
    ) -> Iterator[tuple[Fact, object]]:
        """Subjects at random, each with what its item is to be kept from telling."""
        aim = AIMS[interaction](draw) if interaction in AIMS else None
        # For want of an exact one among the first few, one with a tie: looking further would ask
        # about the few subjects again and again whose options differ in size.
        few = islice(self.in_random_order(kind, draw, among), DRAWN_BY_STRATUM)
        yield from ((subject, aim) for subject in few)
        if isinstance(aim, Aim):
            with_ties = aim.with_ties()
            yield from ((one, with_ties) for one in self.in_random_order(kind, draw, among))
        yield from ((subject, None) for subject in self.in_random_order(kind, draw, among))

    def is_free(self, kind: AnyKind, subject: Fact, taken: Collection[str]) -> bool:
        """Whether a question about ``subject`` tells of nothing that is ``taken``."""
        name = (kind.slug, subject.slug)
        told = self._told.get(name)
        if told is None:
            told = self._told[name] = kind.tells_of(subject, self.facts)
        return not any(reference in taken for reference in told)

    def in_random_order(
        self, kind: AnyKind, draw: Draw, subjects: Sequence[Fact] | None = None
    ) -> Iterator[Fact]:
        """Subjects, all of the kind's by default: first a few drawn by stratum, then every one.

        A stratum is drawn in proportion to the root of its size. That keeps a large one from
        being a safe guess, and a small one from being asked about all the time.
        """
        if subjects is None:
            subjects = self.subjects(kind)
        groups, weights = self.strata(kind, subjects)
        for _ in range(DRAWN_BY_STRATUM if groups else 0):
            yield draw.pick(groups[draw.weighted(weights)])
        yield from draw.in_random_order(subjects)

    def strata(
        self, kind: AnyKind, subjects: Sequence[Fact]
    ) -> tuple[list[Sequence[Fact]], list[float]]:
        """``subjects`` by stratum, and the weight of each."""
        whole = subjects is self.subjects(kind)
        if whole and kind.slug in self._strata:
            return self._strata[kind.slug]
        strata: dict[str, list[Fact]] = defaultdict(list)
        for subject in subjects:
            strata[kind.stratum(subject, self.facts)].append(subject)
        groups: list[Sequence[Fact]] = [strata[name] for name in sorted(strata)]
        divided = groups, [sqrt(len(group)) for group in groups]
        if whole:
            self._strata[kind.slug] = divided
        return divided

    def near(self, kind: AnyKind, subject: Fact, draw: Draw) -> Sequence[Fact]:
        """Other subjects of ``kind`` that are about flights launched around the time, in random
        order: those of the same family of spacecraft first, for they tempt most."""
        if kind.slug not in self._by_launch:
            subjects = self.subjects(kind)
            numbered = sorted(
                (kind.mission(one, self.facts).number, at) for at, one in enumerate(subjects)
            )
            self._by_launch[kind.slug] = (
                [number for number, _ in numbered],
                [subjects[at] for _, at in numbered],
            )
        numbers, in_order = self._by_launch[kind.slug]
        at = bisect_left(numbers, kind.mission(subject, self.facts).number)
        around = in_order[max(0, at - NEAR_EACH_WAY) : at + NEAR_EACH_WAY]
        family = self.facts.family(kind.mission(subject, self.facts))
        others = [one for one in draw.in_random_order(around) if one is not subject]
        alike = {
            one for one in others if self.facts.family(kind.mission(one, self.facts)) == family
        }
        return sorted(others, key=lambda one: one not in alike)

    # One item ---------------------------------------------------------------------------------

    def item(
        self,
        kind: AnyKind,
        subject: Fact,
        draw: Draw,
        aim: object = None,
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
                keys.append(self.face(kind, subject, candidate))
            elif verdict is False:
                distractors.append(self.face(kind, subject, candidate))
        return make_pool(keys, distractors, kind.differ)

    def face(self, kind: AnyKind, subject: Fact, candidate: Fact) -> Face:
        """How ``candidate`` looks among options: the same for every subject, but for numbers."""
        face = self._faces.get((kind.slug, candidate))
        if face is None:
            face = self._new_face(kind, subject, candidate)
            if not face.is_number:
                self._faces[kind.slug, candidate] = face
        return face

    def _new_face(self, kind: AnyKind, subject: Fact, candidate: Fact) -> Face:
        text = kind.option(subject, candidate, self.facts)
        shown = text.render()
        number = kind.number(subject, candidate, self.facts)
        held = self._of_records.get(candidate)
        if held is None:
            held = self._of_records[candidate] = ref(candidate), self._new_bits(candidate)
        reference, bits = held
        asked_for = kind.asks_for
        return Face(
            candidate=candidate,
            reference=reference,
            text=text,
            shown=shown,
            compact=fold(shown).replace(" ", ""),
            length=len(shown),
            size=size_of(candidate, number, shown),
            is_number=number is not None,
            bits=bits,
            traits=bits if asked_for is None else bits & ~self._of_relation[asked_for],
        )

    def _new_bits(self, record: Fact) -> int:
        """A bit for each attribute of ``record``, the same one for all that have it."""
        bits = 0
        for attribute in attributes(record, self.facts):
            bit = 1 << self._bits.setdefault(attribute, len(self._bits))
            self._of_relation[attribute[0]] |= bit
            bits |= bit
        return bits

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
        citations: dict[str, Citation] = {}
        background = kind.background(subject, facts)
        for citation in background.citations if background is not None else ():
            citations[citation.source] = citation
        options = []
        rationale = None
        if reasons is None:
            reasons = [kind.because(subject, face.candidate, facts) for face in faces]
        for face, because in zip(faces, reasons, strict=True):
            for citation in because.citations:
                citations[citation.source] = citation
            is_key = face in keys
            shared = Relation.KEY if is_key else self.strongest(keys, face)
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
            sources=self.source_lines(citations),
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
        names = isinstance(key.candidate, Mission | Person) and not key.is_number
        return difficulty(
            kind.slug,
            interaction,
            traits=[face.traits for face in faces],
            fames=fames_of(
                known.get(subject, UNKNOWN),
                [known.get(face.candidate, UNKNOWN) for face in faces] if names else (),
                is_offered=subject in [face.candidate for face in faces],
            ),
            form=form_of(key.candidate, is_number=key.is_number),
        )

    def source_lines(self, citations: Iterable[str]) -> tuple[SourceLine, ...]:
        """Sources by their slugs, as feedback shows them."""
        return tuple(self._sources[slug] for slug in sorted(citations))

    def strongest(self, keys: Sequence[Face], face: Face) -> Relation:
        """The strongest thing that ``face`` shares with a key that it shares anything with."""
        for key in keys:
            if common := key.bits & face.bits:
                return next(name for name, bits in self._of_relation.items() if common & bits)
        return Relation.NEAR_VALUE

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
        if isinstance(key, Mission | Person | Seat):
            told[ref(key)] = None
    return tuple(told)


def size_of(candidate: Fact, number: int | None, shown: str) -> int:
    """What an option is compared by at a glance: its number, the order of launch that the name of
    a flight tells, else the length of its text."""
    if number is not None:
        return number
    return candidate.number if isinstance(candidate, Mission) else len(shown)
