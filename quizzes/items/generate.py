"""From a kind and a subject to a fair item.

What is found out about a subject (what may be offered, which options stand well together) is kept,
and depends on the facts alone, never on what was drawn before: so the same seed gives the same
items in a fresh process and in one that has served for weeks.
"""

from collections import OrderedDict, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from math import sqrt
from typing import Final, TypeAlias

from quizzes.facts.base import FactBase
from quizzes.facts.records import Citation, Fact, Mission, Person, Seat
from quizzes.items.difficulty import difficulty, fames_of, form_of
from quizzes.items.distractors import Attribute, attributes, relation
from quizzes.items.fame import UNKNOWN, all_fame
from quizzes.items.item import Interaction, Item, Option, Relation, SourceLine
from quizzes.items.kinds.base import AnyKind, ref
from quizzes.items.option_sets import (
    FEWEST_OPTIONS,
    Aim,
    Face,
    Pool,
    Target,
    any_sets,
    by_size,
    make_pool,
    sets_on_target,
)
from quizzes.items.rules import Sheet, broken_rule, fold
from quizzes.items.seeds import Draw
from quizzes.items.text import Text

DRAWN_BY_STRATUM: Final = 12
"""Subjects drawn by stratum before all are gone through."""
SUBJECTS_KEPT: Final = 40_000
"""Subjects whose options are kept in memory: more than there are, so it only bounds it."""

Prepared: TypeAlias = dict[tuple[int, Target], list[tuple[Face, ...]]]
"""By key and target, the sets of distractors."""


@dataclass(frozen=True, slots=True)
class Refused:
    """No fair item came of it. ``rule``: the rule that stood against it."""

    rule: str
    why: str


OFF_TARGET: Final = Refused("distinct", "no set of options puts the key where it should stand")


class Generator:
    """Draws items of any kind from one fact base."""

    def __init__(self, facts: FactBase, kinds: Sequence[AnyKind]) -> None:
        self.facts = facts
        self.kinds = kinds
        self._subjects: dict[str, Sequence[Fact]] = {}
        self._strata: dict[str, tuple[list[Sequence[Fact]], list[float]]] = {}
        self._pools: OrderedDict[tuple[str, str], tuple[Pool, Prepared]] = OrderedDict()
        self._faces: dict[tuple[str, Fact], Face] = {}
        self._attributes: dict[Fact, frozenset[Attribute]] = {}
        self._bits: dict[Attribute, int] = {}
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

    def stream(self, kinds: Sequence[AnyKind], draw: Draw) -> Iterator[Item]:
        """Items without end, the kinds by turns in random order. Ends only where no kind has an
        item to give."""
        alive = list(kinds)
        while alive:
            for kind in draw.shuffled(alive):
                item = self.any_item(kind, draw)
                if item is None:
                    alive.remove(kind)
                else:
                    yield item

    def any_item(self, kind: AnyKind, draw: Draw) -> Item | None:
        """An item about any subject of ``kind``, or None where there is none."""
        return next((item for _, item in self.items(kind, draw)), None)

    def items(
        self, kind: AnyKind, draw: Draw, among: Sequence[Fact] | None = None
    ) -> Iterator[tuple[Fact, Item]]:
        """Subjects, all of the kind's by default, each with an item: first those with the key
        where it is aimed at, then any."""
        aim = Aim.drawn(draw, exact=True)
        # For want of an exact one among the first few, one with a tie: looking further would ask
        # about the few subjects again and again whose options differ in size.
        few = islice(self.in_random_order(kind, draw, among), DRAWN_BY_STRATUM)
        for subjects, wanted in (
            (few, aim),
            (self.in_random_order(kind, draw, among), aim.with_ties()),
            (self.in_random_order(kind, draw, among), None),
        ):
            for subject in subjects:
                item = self.item(kind, subject, draw, wanted)
                if isinstance(item, Item):
                    yield subject, item

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

    # One item ---------------------------------------------------------------------------------

    def item(
        self, kind: AnyKind, subject: Fact, draw: Draw, aim: Aim | None = None
    ) -> Item | Refused:
        """An item about ``subject`` that breaks no rule, or why there is none.

        ``aim`` asks for the key's place among its options; None takes any.
        """
        pool, prepared = self.pool(kind, subject)
        if not pool.keys:
            return Refused("proven", "nothing is known to be right")
        if len(pool.distractors) < FEWEST_OPTIONS - 1:
            return Refused("three-or-four-options", "too few are known to be wrong")
        which = draw.below(len(pool.keys)) if len(pool.keys) > 1 else 0
        key = pool.keys[which]
        sets: Iterator[tuple[Face, ...]]
        if aim is None:
            sets = any_sets(pool, key, draw)
        else:
            target = aim.of_three if len(pool.distractors) == 2 else aim.of_four
            found = prepared.get((which, target))
            if found is None:
                own_draw = Draw(f"{kind.slug}:{subject.slug}:{which}:{target}")
                found = prepared[which, target] = sets_on_target(pool, key, target, own_draw)
            if not found:
                return OFF_TARGET
            sets = iter(draw.shuffled(found))
        refused = Refused("distinct", "no set of options fits together")
        for others in sets:
            faces = in_order((key, *others), draw)
            item = self.assemble(kind, subject, key, faces)
            broken = broken_rule(
                Sheet(
                    item=item,
                    kind=kind,
                    subject=subject,
                    candidates=tuple(face.candidate for face in faces),
                    stem=item.stem.render(),
                    options=tuple(face.shown for face in faces),
                    rationales=tuple(option.rationale.render() for option in item.options),
                    facts=self.facts,
                )
            )
            if broken is None:
                return item
            refused = Refused(*broken)
        return refused

    def pool(self, kind: AnyKind, subject: Fact) -> tuple[Pool, Prepared]:
        """What can be offered for ``subject``, and the sets of options prepared so far."""
        name = (kind.slug, subject.slug)
        held = self._pools.get(name)
        if held is None:
            held = self._pools[name] = self._fill(kind, subject), {}
            if len(self._pools) > SUBJECTS_KEPT:
                self._pools.popitem(last=False)
        return held

    def _fill(self, kind: AnyKind, subject: Fact) -> Pool:
        facts = self.facts
        wanted = kind.key(subject, facts)
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
        held = self._attributes.get(candidate)
        if held is None:
            held = self._attributes[candidate] = attributes(candidate, self.facts)
        traits = 0
        for pair in held:
            if pair[0] is not kind.asks_for:
                traits |= 1 << self._bits.setdefault(pair, len(self._bits))
        return Face(
            candidate=candidate,
            text=text,
            shown=shown,
            compact=fold(shown).replace(" ", ""),
            length=len(shown),
            size=size_of(candidate, number, shown),
            is_number=number is not None,
            attributes=held,
            traits=traits,
        )

    def assemble(self, kind: AnyKind, subject: Fact, key: Face, faces: Sequence[Face]) -> Item:
        """The item with these options."""
        facts = self.facts
        citations: dict[str, Citation] = {}
        background = kind.background(subject, facts)
        for citation in background.citations if background is not None else ():
            citations[citation.source] = citation
        options = []
        rationale = Text("")
        for face in faces:
            because = kind.because(subject, face.candidate, facts)
            for citation in because.citations:
                citations[citation.source] = citation
            if face is key:
                rationale, shared = because.text, Relation.KEY
            else:
                shared = relation(key.attributes, face.attributes) or Relation.NEAR_VALUE
            options.append(
                Option(ref(face.candidate), face.text, face is key, shared, because.text)
            )
        return Item(
            kind=kind.slug,
            version=kind.version,
            topic=kind.topic,
            interaction=Interaction.CHOICE,
            stem=kind.stem(subject, facts),
            options=tuple(options),
            rationale=rationale,
            background=background.text if background is not None else None,
            sources=tuple(self._sources[slug] for slug in sorted(citations)),
            subject=ref(subject),
            subjects=told_of(kind, subject, key.candidate, facts),
            difficulty=self.difficulty(kind, subject, key, faces),
            numeric=key.is_number,
            fatal=kind.mission(subject, facts).fatal,
        )

    def difficulty(self, kind: AnyKind, subject: Fact, key: Face, faces: Sequence[Face]) -> int:
        """How hard it is, told from the facts alone."""
        known = all_fame(self.facts)
        names = isinstance(key.candidate, Mission | Person) and not key.is_number
        return difficulty(
            kind.slug,
            Interaction.CHOICE,
            traits=[face.traits for face in faces],
            fames=fames_of(
                known.get(subject, UNKNOWN),
                [known.get(face.candidate, UNKNOWN) for face in faces] if names else (),
                is_offered=any(face.candidate is subject for face in faces),
            ),
            form=form_of(key.candidate, is_number=key.is_number),
        )


def told_of(kind: AnyKind, subject: Fact, key: Fact, facts: FactBase) -> tuple[str, ...]:
    """References of the records that stem and key tell of. Not those of which there are so few
    (agencies, regions, towns) that asking of each once would tell what the last one is."""
    told = dict.fromkeys(kind.tells_of(subject, facts))
    if isinstance(key, Mission | Person | Seat):
        told[ref(key)] = None
    return tuple(told)


def size_of(candidate: Fact, number: int | None, shown: str) -> int:
    """What an option is compared by at a glance: its number, the order of launch that the name of
    a flight tells, else the length of its text."""
    if number is not None:
        return number
    return candidate.number if isinstance(candidate, Mission) else len(shown)


def in_order(faces: Sequence[Face], draw: Draw) -> Sequence[Face]:
    """Options as they are shown: numbers by size, all else at random."""
    return sorted(faces, key=by_size) if faces[0].is_number else draw.shuffled(faces)
