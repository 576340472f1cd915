"""An order: the subject, and others that come clearly after it and after each other."""

from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from quizzes.facts.base import FactBase
from quizzes.facts.records import Fact
from quizzes.items.composers.base import NOT_DISTINCT, NOT_PROVEN, TRIES, Refused
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
    generator: "Generator", kind: AnyKind, subject: Fact, draw: Draw, aim: object
) -> Item | Refused:
    pool, _prepared = generator.pool(kind, subject)
    if not pool.keys:
        return NOT_PROVEN
    refused = NO_ORDER if len(pool.distractors) < FEWEST_OPTIONS - 1 else NOT_DISTINCT
    most = min(MOST_OPTIONS - 1, len(pool.distractors))
    for count in range(most, FEWEST_OPTIONS - 2, -1):
        for _ in range(TRIES if aim is None else 2 * TRIES):
            ranked = ranking(
                kind, [pool.keys[0], *draw.sample(pool.distractors, count)], generator.facts
            )
            if ranked is None or not are_apart(ranked):
                continue
            if isinstance(aim, Leaning) and not aim.fits(ranked):
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
        size, length = fall([f.size for f in ranked]), fall([f.length for f in ranked])
        return (not size or (size > 0) is self.size_falls) and (
            not length or (length > 0) is self.length_falls
        )


def fall(values: Sequence[int]) -> int:
    """How many pairs fall, less those that rise."""
    return sum((one > other) - (one < other) for one, other in combinations(values, 2))


def ranking(kind: AnyKind, faces: Sequence[Face], facts: FactBase) -> Sequence[Face] | None:
    """``faces`` in the order that the kind proves, the first one being that already; None where
    two of them cannot be told apart."""
    ranked: list[Face] = []
    for face in faces:
        at = len(ranked)
        while at and kind.holds(face.candidate, ranked[at - 1].candidate, facts) is False:
            at -= 1
        ranked.insert(at, face)
    return ranked if ranked[0] is faces[0] and is_chain(kind, ranked, facts) else None


def is_chain(kind: AnyKind, ranked: Sequence[Face], facts: FactBase) -> bool:
    """Whether each comes clearly before the next one."""
    return all(
        kind.holds(one.candidate, one.candidate, facts)
        and kind.holds(one.candidate, other.candidate, facts) is False
        for one, other in pairwise(ranked)
    )


def assembled(
    generator: "Generator", kind: AnyKind, subject: Fact, ranked: Sequence[Face], draw: Draw
) -> Item | Refused:
    faces = draw.shuffled(ranked)
    stem = kind.stem_of_order(subject, generator.facts)
    item = generator.assemble(kind, subject, Interaction.ORDER, stem, faces, faces)
    item = item._replace(
        rationale=text(
            gettext_noop("The order is: {names}."), names=names_text([f.text for f in ranked])
        ),
        sequence=tuple(faces.index(face) for face in ranked),
    )
    return generator.judged(kind, subject, item, faces)
