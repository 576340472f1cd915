"""A choice: one key, and two or three distractors."""

from typing import TYPE_CHECKING, Final

from quizzes.facts.records import Fact
from quizzes.items.composers.base import (
    NOT_DISTINCT,
    NOT_PROVEN,
    TOO_FEW,
    AnyAim,
    Refused,
    in_order,
)
from quizzes.items.item import Interaction, Item
from quizzes.items.kinds.base import AnyKind
from quizzes.items.option_sets import (
    FEWEST_OPTIONS,
    MOST_OPTIONS,
    Aim,
    Face,
    any_sets,
    apart,
    sets_on_target,
    sides,
)
from quizzes.items.seeds import Draw

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizzes.items.generate import Generator

OFF_TARGET: Final = Refused("distinct", "no set of options puts the key where it should stand")


def compose(
    generator: "Generator", kind: AnyKind, subject: Fact, draw: Draw, aim: AnyAim
) -> Item | Refused:
    """Sets of options, each tried until one is fair."""
    pool, prepared = generator.pool(kind, subject)
    if not pool.keys:
        return NOT_PROVEN
    if len(pool.distractors) < FEWEST_OPTIONS - 1:
        return TOO_FEW
    which = draw.below(len(pool.keys)) if len(pool.keys) > 1 else 0
    key = pool.keys[which]
    sets: Iterable[Sequence[Face]]
    if not isinstance(aim, Aim):
        sets = any_sets(pool, key, draw)
    else:
        target = aim.of_three if len(pool.distractors) == 2 else aim.of_four
        name = 16 * which + target.number
        found = prepared.get(name)
        if found is None:
            of = sides(pool, key, target)
            if of is None:  # which is soon found out, and too often so to be kept
                return OFF_TARGET
            own_draw = Draw(f"{kind.slug}:{subject.slug}:{which}:{target}")
            found = prepared[name] = sets_on_target(pool, key, of, target, own_draw)
        if not found:
            return OFF_TARGET
        sets = draw.shuffled(apart(found, min(MOST_OPTIONS - 1, len(pool.distractors))))
    refused = NOT_DISTINCT
    for others in sets:
        faces = in_order((key, *others), draw)
        stem = kind.stem(subject, generator.facts)
        item = generator.assemble(kind, subject, Interaction.CHOICE, stem, faces, (key,))
        judged = generator.judged(kind, subject, item, faces)
        if isinstance(judged, Item):
            return judged
        refused = judged
    return refused
