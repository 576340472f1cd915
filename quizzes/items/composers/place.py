"""A place: a point on the map, with a few regions to choose from instead."""

from typing import TYPE_CHECKING

from quizzes.facts.records import Fact
from quizzes.items.composers.base import NOT_DISTINCT, NOT_PROVEN, TOO_FEW, Refused
from quizzes.items.item import Interaction, Item
from quizzes.items.kinds.base import AnyKind
from quizzes.items.option_sets import FEWEST_OPTIONS, Aim, any_sets
from quizzes.items.seeds import Draw

if TYPE_CHECKING:
    from quizzes.items.generate import Generator


def compose(
    generator: "Generator", kind: AnyKind, subject: Fact, draw: Draw, _aim: Aim | None
) -> Item | Refused:
    pool, _prepared = generator.pool(kind, subject)
    point = kind.point(subject, generator.facts)
    if not pool.keys or point is None:
        return NOT_PROVEN
    if len(pool.distractors) < FEWEST_OPTIONS - 1:
        return TOO_FEW
    refused = NOT_DISTINCT
    for others in any_sets(pool, pool.keys[0], draw):
        faces = draw.shuffled((pool.keys[0], *others))
        stem = kind.stem(subject, generator.facts)
        item = generator.assemble(kind, subject, Interaction.PLACE, stem, faces, pool.keys[:1])
        judged = generator.judged(kind, subject, item._replace(point=point), faces)
        if isinstance(judged, Item):
            return judged
        refused = judged
    return refused
