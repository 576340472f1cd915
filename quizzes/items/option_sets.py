"""Which options may stand together.

Fairness towards those who guess is built in here. Where the key stands among its options, by size
(of the number, or of the text) and by whether it is the one that shares most with the others, is
aimed at first, evenly; then come distractors that put it there. So no look at the options alone,
at the longest, the middle or the most typical one, is worth more than a blind guess.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from quizzes.facts.records import Fact
from quizzes.items.rules.leaks import LENGTH_TOLERANCE
from quizzes.items.seeds import Draw
from quizzes.items.text import Text

MOST_OPTIONS: Final = 4
FEWEST_OPTIONS: Final = 3
SETS_KEPT: Final = 6
"""Sets of distractors kept for one subject, key and aim."""
TRIES: Final = 18
"""Sets drawn to find those."""


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """A candidate as it looks among options.

    ``size``: what options are compared by at a glance. See ``faces.size_of``.
    ``bits``: a bit for each of its attributes. ``traits``: those that may make it stand out; what
    is asked for has none.
    """

    candidate: Fact
    reference: str
    text: Text
    shown: str
    compact: str
    length: int
    size: int
    is_number: bool
    bits: int
    traits: int


@dataclass(frozen=True, slots=True)
class Pool:
    """What can be offered for one subject: what is right, and what is known to be wrong, in
    order of size. ``is_uniform``: all share alike, so none can stand out by what it shares.
    ``differ``: whether two numbers are clearly apart."""

    keys: tuple[Face, ...]
    distractors: tuple[Face, ...]
    sizes: tuple[int, ...]
    is_uniform: bool
    differ: Callable[[int, int], bool]


def make_pool(
    keys: Sequence[Face], distractors: Sequence[Face], differ: Callable[[int, int], bool]
) -> Pool:
    """The pool of these, without distractors that share nothing with any key. (Numbers share
    being near.)"""
    related = [
        face for face in distractors if face.is_number or any(face.bits & key.bits for key in keys)
    ]
    related.sort(key=by_size)
    return Pool(
        keys=tuple(keys),
        distractors=tuple(related),
        sizes=tuple(face.size for face in related),
        is_uniform=len({face.traits for face in (*keys, *related)}) <= 1,
        differ=differ,
    )


class Target(NamedTuple):
    """Where the key should stand among its options.

    ``rank``: how many of them are smaller. ``is_hub``: whether it is to be the one that shares
    most with the others. ``exact``: none of them may be of its size, even for want of better.
    """

    rank: int
    is_hub: bool
    exact: bool

    @property
    def number(self) -> int:
        """Another one for each target, from 0 to 15."""
        return 4 * self.rank + 2 * self.is_hub + self.exact


class Aim(NamedTuple):
    """An even draw of where the key should stand: as a target among three, and among four."""

    of_three: Target
    of_four: Target

    @classmethod
    def drawn(cls, draw: Draw, *, exact: bool = False) -> "Aim":
        """Every place by size as often as any other, and the hub as often as any option."""
        place, hub = draw.fraction(), draw.fraction()
        return cls(
            Target(int(place * 3), hub < 1 / 3, exact), Target(int(place * 4), hub < 1 / 4, exact)
        )

    def with_ties(self) -> "Aim":
        """The same aim, where options of the key's size will do for want of better."""
        return Aim(self.of_three._replace(exact=False), self.of_four._replace(exact=False))


class Sides(NamedTuple):
    """What is drawn from to put a key on target: the first so many of the pool's distractors are
    smaller, those from a place on are larger; how many of each are needed."""

    smaller: int
    larger_from: int
    need_smaller: int
    need_larger: int


def sides(pool: Pool, key: Face, target: Target) -> Sides | None:
    """From what sets of distractors on target can be drawn; None where there are too few.

    How many are needed depends on the pool alone: falling back on fewer options where the target
    is hard to meet would move the odds.
    """
    there_are = len(pool.distractors)
    smaller = target.rank
    larger = min(MOST_OPTIONS - 1, there_are) - smaller
    first, last = bisect_left(pool.sizes, key.size), bisect_right(pool.sizes, key.size)
    if first >= smaller and there_are - last >= larger:
        return Sides(first, last, smaller, larger)
    # Those of the key's own size may then stand on either side of it.
    if not target.exact and last >= smaller and there_are - first >= larger:
        return Sides(last, first, smaller, larger)
    return None


def sets_on_target(
    pool: Pool, key: Face, of: Sides, target: Target, draw: Draw
) -> tuple[Face, ...]:
    """Sets of distractors that stand well beside ``key`` and each other and put it on target, one
    after another: very many are kept, and so they take a third of the memory."""
    smaller, larger = pool.distractors[: of.smaller], pool.distractors[of.larger_from :]
    found: list[Face] = []
    most = SETS_KEPT * (of.need_smaller + of.need_larger)
    for _ in range(TRIES):
        others = draw.sample(smaller, of.need_smaller) + draw.sample(larger, of.need_larger)
        # What fails most often is looked at first.
        is_on_target = pool.is_uniform or shares_most(key, others) is target.is_hub
        if is_on_target and fit_together(pool, key, others):
            found += others
            if len(found) == most:
                break
    return tuple(found)


def apart(sets: Sequence[Face], count: int) -> list[Sequence[Face]]:
    """Sets that stand one after another, ``count`` faces in each."""
    return [sets[at : at + count] for at in range(0, len(sets), count)]


def any_sets(pool: Pool, key: Face, draw: Draw) -> Iterator[tuple[Face, ...]]:
    """Sets of distractors that stand well beside ``key`` and each other, wherever they put it;
    of three where there are, else of two."""
    for count in range(min(MOST_OPTIONS - 1, len(pool.distractors)), FEWEST_OPTIONS - 2, -1):
        for _ in range(TRIES):
            others = draw.sample(pool.distractors, count)
            if fit_together(pool, key, others):
                yield tuple(others)


def fit_together(pool: Pool, key: Face, others: Sequence[Face]) -> bool:
    """Whether options differ enough to be told apart, and the key's length does not."""
    faces = (key, *others)
    lengths = sorted([face.length for face in faces])
    usual = (lengths[(len(lengths) - 1) // 2] + lengths[len(lengths) // 2]) / 2  # the median
    if abs(key.length - usual) > LENGTH_TOLERANCE * usual:
        return False
    if key.is_number:
        numbers = sorted([face.size for face in faces])
        if not all(map(pool.differ, numbers, numbers[1:])):
            return False
    return are_apart(faces)


def are_apart(faces: Sequence[Face]) -> bool:
    """Whether none of the options contains another."""
    names = [face.compact for face in faces]
    for at, one in enumerate(names):
        for other in names[:at]:
            if one in other or other in one:
                return False
    return True


def shares_most(key: Face, others: Sequence[Face]) -> bool | None:
    """Whether the key shares more with the other two or three options than any of these does; None
    where it ties with one that shares as much."""
    of_key, a, b = key.traits, others[0].traits, others[1].traits
    c = others[2].traits if len(others) > 2 else 0
    with_a, with_b, with_c = (of_key & a).bit_count(), (of_key & b).bit_count(), 0
    a_b, a_c, b_c = (a & b).bit_count(), 0, 0
    if c:
        with_c = (of_key & c).bit_count()
        a_c, b_c = (a & c).bit_count(), (b & c).bit_count()
    own = with_a + with_b + with_c
    rest = max(with_a + a_b + a_c, with_b + a_b + b_c, with_c + a_c + b_c)
    return None if own == rest else own > rest


def by_size(face: Face) -> int:
    """What options are sorted by."""
    return face.size
