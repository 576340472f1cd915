"""A claim that is true, or a false one about a tempting distractor: one as often as the other."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from quizzes.facts.base import FactBase
from quizzes.facts.records import Fact
from quizzes.items.composers.base import NOT_DISTINCT, NOT_PROVEN, TOO_FEW, TRIES, Refused
from quizzes.items.item import Interaction, Item
from quizzes.items.kinds.base import AnyKind
from quizzes.items.option_sets import Aim, Face, Pool
from quizzes.items.seeds import Draw
from quizzes.items.text import gettext_noop, text

if TYPE_CHECKING:
    from quizzes.items.generate import Generator

FEW: Final = 3
"""So many distractors are drawn, for the most tempting to be claimed."""


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
        claimed = key if is_true else most_alike(key, pool.distractors, draw)
        faces = (key,) if is_true else (claimed, key)
        claim = kind.claim(subject, claimed.candidate, generator.facts)
        stem = text(gettext_noop("True or false: {claim}"), claim=claim)
        item = generator.assemble(kind, subject, Interaction.TRUE_FALSE, stem, faces, (key,))
        if not is_only_one(kind, subject, pool, generator.facts):
            item = item._replace(rationale=item.options[0].rationale)
        judged = generator.judged(kind, subject, item, faces)
        if isinstance(judged, Item):
            return judged
        refused = judged
    return refused


def most_alike(key: Face, distractors: Sequence[Face], draw: Draw) -> Face:
    """Of a few distractors, the one that shares most with the key: a claim should tempt."""
    few = draw.sample(distractors, min(FEW, len(distractors)))
    return max(few, key=lambda face: (face.traits & key.traits).bit_count())


def is_only_one(kind: AnyKind, subject: Fact, pool: Pool, facts: FactBase) -> bool:
    """Whether nothing else would be right: then that is the fact to tell of a false claim. Else
    what is claimed has a fact of its own to tell."""
    if len(pool.keys) > 1:
        return False
    return pool.keys[0].is_number or kind.key(subject, facts) is None
