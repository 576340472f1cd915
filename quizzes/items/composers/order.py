"""An order: the subject, and others that come clearly after it and after each other."""

from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from quizzes.facts.base import FactBase
from quizzes.facts.records import Fact
from quizzes.items.composers.base import NOT_DISTINCT, NOT_PROVEN, TRIES, AnyAim, Refused
from quizzes.items.item import Interaction, Item
from quizzes.items.kinds.base import AnyKind
from quizzes.items.option_sets import Face, are_apart
from quizzes.items.seeds import Draw
from quizzes.items.text import gettext_noop, names_text, text

if TYPE_CHECKING:
    from quizzes.items.generate import Generator

MOST_OPTIONS: Final = 4
FEWEST_OPTIONS: Final = 3
NO_ORDER: Final = Refused("order-proven", "too few come clearly after each other")


def compose(
    generator: "Generator", kind: AnyKind, subject: Fact, draw: Draw, aim: AnyAim
) -> Item | Refused:
    pool, _prepared = generator.pool(kind, subject)
    if not pool.keys:
        return NOT_PROVEN
    refused = NO_ORDER if len(pool.distractors) < FEWEST_OPTIONS - 1 else NOT_DISTINCT
    most = min(MOST_OPTIONS - 1, len(pool.distractors))
    for count in range(most, FEWEST_OPTIONS - 2, -1):
        for _ in range(TRIES if aim is None else 2 * TRIES):
            later = draw.sample(pool.distractors, count)
            ranked = ranking(kind, pool.keys[0], later, generator.facts)
            if ranked is None or (isinstance(aim, Leaning) and not aim.fits(ranked)):
                continue
            if not are_apart(ranked):
                continue
            judged = assembled(generator, kind, subject, ranked, draw)
            if isinstance(judged, Item):
                return judged
            refused = judged
    return refused


class Leaning(NamedTuple):
    """Which way the right order should lean, by size and by length of text: an even draw, so that
    neither tells it."""

    size_falls: bool
    length_falls: bool

    @classmethod
    def drawn(cls, draw: Draw) -> "Leaning":
        return cls(draw.fraction() < 0.5, draw.fraction() < 0.5)

    def fits(self, ranked: Sequence[Face]) -> bool:
        """Whether the order leans that way, or neither."""
        return leans([face.size for face in ranked], falls=self.size_falls) and leans(
            [face.length for face in ranked], falls=self.length_falls
        )


def leans(values: Sequence[int], *, falls: bool) -> bool:
    """Whether more pairs fall than rise, or fewer; or neither."""
    more = 0
    for one, other in combinations(values, 2):
        more += (one > other) - (one < other)
    return not more or (more > 0) is falls


def ranking(
    kind: AnyKind, first: Face, later: Sequence[Face], facts: FactBase
) -> Sequence[Face] | None:
    """``first``, and those known to come after it in the order that the kind proves; None where
    two of them cannot be told apart."""
    holds = kind.holds
    ranked: list[Face] = []
    for face in later:
        at = len(ranked)
        while at and holds(face.candidate, ranked[at - 1].candidate, facts) is False:
            at -= 1
        ranked.insert(at, face)
    for one, other in pairwise(ranked):
        if holds(one.candidate, other.candidate, facts) is not False:
            return None
    return [first, *ranked]


def assembled(
    generator: "Generator", kind: AnyKind, subject: Fact, ranked: Sequence[Face], draw: Draw
) -> Item | Refused:
    faces = draw.shuffled(ranked)
    for one, other in combinations(ranked, 2):  # not only each and the next one
        if kind.holds(one.candidate, other.candidate, generator.facts) is not False:
            return NO_ORDER
    stem = kind.stem_of_order(subject, generator.facts)
    item = generator.assemble(kind, subject, Interaction.ORDER, stem, faces, faces)
    item = item._replace(
        rationale=text(
            gettext_noop("The order is: {names}."), names=names_text([f.text for f in ranked])
        ),
        sequence=tuple(faces.index(face) for face in ranked),
    )
    return generator.judged(kind, subject, item, faces)
