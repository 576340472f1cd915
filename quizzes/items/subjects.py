"""What can be asked about: drawn by stratum, free of what a paper has, around the time of another.

What is found out about subjects is kept: there are only so many, whatever is drawn.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from math import sqrt
from typing import Final

from quizzes.facts.base import FactBase
from quizzes.facts.records import Fact
from quizzes.items.kinds.base import AnyKind
from quizzes.items.seeds import Draw

DRAWN_BY_STRATUM: Final = 12
"""Subjects drawn by stratum before all are gone through."""
NEAR_EACH_WAY: Final = 20
"""So many subjects launched before one, and after, are matched with it."""


class Subjects:
    """The subjects of any kind in one fact base."""

    def __init__(self, facts: FactBase) -> None:
        self.facts = facts
        self._subjects: dict[str, Sequence[Fact]] = {}
        self._strata: dict[str, tuple[list[Sequence[Fact]], list[float]]] = {}
        self._told: dict[tuple[str, str], tuple[str, ...]] = {}
        self._by_launch: dict[str, tuple[list[int], list[tuple[Fact, str]]]] = {}

    def subjects(self, kind: AnyKind) -> Sequence[Fact]:
        """All that ``kind`` can ask about."""
        if kind.slug not in self._subjects:
            self._subjects[kind.slug] = kind.subjects(self.facts)
        return self._subjects[kind.slug]

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
            launches = [(kind.mission(one, self.facts), one) for one in self.subjects(kind)]
            launches.sort(key=lambda launch: launch[0].number)
            self._by_launch[kind.slug] = (
                [mission.number for mission, _ in launches],
                [(one, self.facts.family(mission)) for mission, one in launches],
            )
        numbers, in_order = self._by_launch[kind.slug]
        mission = kind.mission(subject, self.facts)
        at, own = bisect_left(numbers, mission.number), self.facts.family(mission)
        around = draw.shuffled(in_order[max(0, at - NEAR_EACH_WAY) : at + NEAR_EACH_WAY])
        alike = [one for one, family in around if family == own and one is not subject]
        return alike + [one for one, family in around if family != own and one is not subject]
