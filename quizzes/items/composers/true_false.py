"""A claim that is true, or a false one about a tempting distractor: one as often as the other."""

from itertools import islice
from typing import TYPE_CHECKING, Final

from quizzes.facts.records import Fact
from quizzes.items.composers.base import NOT_DISTINCT, NOT_PROVEN, TOO_FEW, TRIES, AnyAim, Refused
from quizzes.items.item import Interaction, Item
from quizzes.items.kinds.base import AnyKind
from quizzes.items.option_sets import Face, Pool
from quizzes.items.seeds import Draw
from quizzes.items.text import gettext_noop, text

if TYPE_CHECKING:
    from quizzes.items.generate import Generator

FEW: Final = 3
"""Of many distractors, so many are drawn, for the most tempting to be claimed."""
FEW_OPTIONS: Final = 12
"""With so many or fewer, players come to know how often each is right."""
SUBJECTS_TRIED: Final = 6


def compose(
    generator: "Generator", kind: AnyKind, subject: Fact, draw: Draw, _aim: AnyAim
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
        claimed = key if is_true else distractor(generator, kind, pool, key, draw)
        faces = (key,) if is_true else (claimed, key)
        claim = kind.claim(subject, claimed.candidate, generator.facts)
        stem = text(gettext_noop("True or false: {claim}"), claim=claim)
        item = generator.assemble(kind, subject, Interaction.TRUE_FALSE, stem, faces, (key,))
        if kind.claims_of_candidate:
            item = item._replace(rationale=item.options[0].rationale)
        judged = generator.judged(kind, subject, item, faces)
        if isinstance(judged, Item):
            return judged
        refused = judged
    return refused


def distractor(generator: "Generator", kind: AnyKind, pool: Pool, key: Face, draw: Draw) -> Face:
    """What a false claim is about.

    Of a few options, each is claimed falsely as often as rightly: what is right for another
    subject, drawn as subjects are. Else what is right for most would be true for its name alone.
    Of many, the most tempting of a few.
    """
    if len(pool.distractors) <= FEW_OPTIONS:
        shown = {face.shown: face for face in pool.distractors}
        for other in islice(generator.asked.in_random_order(kind, draw), SUBJECTS_TRIED):
            for right in generator.pool(kind, other)[0].keys:
                if right.shown in shown:
                    return shown[right.shown]
    few = draw.sample(pool.distractors, min(FEW, len(pool.distractors)))
    return max(few, key=lambda face: (face.traits & key.traits).bit_count())
