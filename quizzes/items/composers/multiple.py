"""A multiple response: two or three that are right, and no fewer that are wrong."""

from typing import TYPE_CHECKING, Final

from quizzes.facts.records import Fact
from quizzes.items.composers.base import NOT_DISTINCT, TRIES, Refused
from quizzes.items.item import Interaction, Item
from quizzes.items.kinds.base import AnyKind
from quizzes.items.option_sets import Aim, are_apart
from quizzes.items.seeds import Draw
from quizzes.items.text import gettext_noop, names_text, text

if TYPE_CHECKING:
    from quizzes.items.generate import Generator

MOST_OPTIONS: Final = 6
MOST_KEYS: Final = 3
FEWEST_KEYS: Final = 2
TOO_FEW: Final = Refused("several-proven", "fewer than two are right, or known to be wrong")


def compose(
    generator: "Generator", kind: AnyKind, subject: Fact, draw: Draw, _aim: Aim | None
) -> Item | Refused:
    pool, _prepared = generator.pool(kind, subject, every_key=True)
    most = min(MOST_KEYS, len(pool.keys), len(pool.distractors))
    if most < FEWEST_KEYS:
        return TOO_FEW
    refused = NOT_DISTINCT
    for _ in range(TRIES):
        count = FEWEST_KEYS + draw.below(most - FEWEST_KEYS + 1)
        keys = draw.sample(pool.keys, count)
        wrong = draw.sample(pool.distractors, min(len(pool.distractors), MOST_OPTIONS - count))
        faces = draw.shuffled([*keys, *wrong])
        if not are_apart(faces):
            continue
        stem = kind.stem_of_all(subject, generator.facts)
        item = generator.assemble(kind, subject, Interaction.MULTIPLE, stem, faces, keys)
        right = names_text([face.text for face in faces if face in keys])
        item = item._replace(
            rationale=text(gettext_noop("The right ones are {names}."), names=right)
        )
        judged = generator.judged(kind, subject, item, faces)
        if isinstance(judged, Item):
            return judged
        refused = judged
    return refused
