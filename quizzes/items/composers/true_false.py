"""A claim that is true, or a false one about a tempting distractor: one as often as the other."""

from typing import TYPE_CHECKING

from quizzes.facts.records import Fact
from quizzes.items.composers.base import NOT_DISTINCT, NOT_PROVEN, TOO_FEW, TRIES, Refused
from quizzes.items.item import Interaction, Item
from quizzes.items.kinds.base import AnyKind
from quizzes.items.option_sets import Aim
from quizzes.items.seeds import Draw
from quizzes.items.text import gettext_noop, text

if TYPE_CHECKING:
    from quizzes.items.generate import Generator


def compose(
    generator: "Generator", kind: AnyKind, subject: Fact, draw: Draw, _aim: Aim | None
) -> Item | Refused:
    """Only where it could have been either: else the subject would tell the verdict."""
    pool, _prepared = generator.pool(kind, subject)
    if not pool.keys:
        return NOT_PROVEN
    if not pool.distractors:
        return TOO_FEW
    is_true = draw.fraction() < 0.5
    refused = NOT_DISTINCT
    for _ in range(TRIES):
        key = draw.pick(pool.keys)
        claimed = key if is_true else draw.pick(pool.distractors)
        faces = (key,) if is_true else (claimed, key)
        claim = kind.claim(subject, claimed.candidate, generator.facts)
        stem = text(gettext_noop("True or false: {claim}"), claim=claim)
        item = generator.assemble(kind, subject, Interaction.TRUE_FALSE, stem, faces, (key,))
        judged = generator.judged(kind, subject, item, faces)
        if isinstance(judged, Item):
            return judged
        refused = judged
    return refused
