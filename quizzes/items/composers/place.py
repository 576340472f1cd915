"""A place: a point on the map, with a few regions to choose from instead."""

from typing import TYPE_CHECKING

from quizzes.facts.records import Fact
from quizzes.items.composers.base import (
    NOT_DISTINCT,
    NOT_PROVEN,
    TOO_FEW,
    TRIES,
    AnyAim,
    Refused,
)
from quizzes.items.item import Interaction, Item
from quizzes.items.kinds.base import AnyKind
from quizzes.items.option_sets import FEWEST_OPTIONS, MOST_OPTIONS, are_apart
from quizzes.items.seeds import Draw

if TYPE_CHECKING:
    from quizzes.items.generate import Generator


def compose(
    generator: "Generator", kind: AnyKind, subject: Fact, draw: Draw, _aim: AnyAim
) -> Item | Refused:
    pool, _prepared = generator.pool(kind, subject)
    point = kind.point(subject, generator.facts)
    if not pool.keys or point is None:
        return NOT_PROVEN
    if len(pool.distractors) < FEWEST_OPTIONS - 1:
        return TOO_FEW
    refused = NOT_DISTINCT
    count = min(MOST_OPTIONS - 1, len(pool.distractors))
    for _ in range(TRIES):
        faces = draw.shuffled((pool.keys[0], *draw.sample(pool.distractors, count)))
        if not are_apart(faces):
            continue
        stem = kind.stem(subject, generator.facts)
        item = generator.assemble(kind, subject, Interaction.PLACE, stem, faces, pool.keys[:1])
        judged = generator.judged(kind, subject, item._replace(point=point), faces)
        if isinstance(judged, Item):
            return judged
        refused = judged
    return refused
