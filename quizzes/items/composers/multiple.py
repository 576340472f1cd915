"""A multiple response: two or three that are right, and no fewer that are wrong."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from quizzes.facts.base import FactBase
from quizzes.facts.records import Fact
from quizzes.items.composers.base import NOT_DISTINCT, TRIES, AnyAim, Refused
from quizzes.items.item import Interaction, Item
from quizzes.items.kinds.base import AnyKind, ref
from quizzes.items.option_sets import Face, are_apart
from quizzes.items.seeds import Draw
from quizzes.items.text import gettext_noop, names_text, text

if TYPE_CHECKING:
    from quizzes.items.generate import Generator

MOST_OPTIONS: Final = 6
MOST_KEYS: Final = 3
FEWEST_KEYS: Final = 2
TOO_FEW: Final = Refused("several-proven", "fewer than two are right, or known to be wrong")


def compose(
    generator: "Generator", kind: AnyKind, subject: Fact, draw: Draw, aim: AnyAim
) -> Item | Refused:
    pool, _prepared = generator.pool(kind, subject, every_key=True)
    most = min(MOST_KEYS, len(pool.keys), len(pool.distractors))
    if most < FEWEST_KEYS:
        return TOO_FEW
    refused = NOT_DISTINCT
    count = FEWEST_KEYS + draw.below(most - FEWEST_KEYS + 1)
    others = min(len(pool.distractors), MOST_OPTIONS - count)
    for _ in range(TRIES if aim is None else 2 * TRIES):
        keys = draw.sample(pool.keys, count)
        wrong = draw.sample(pool.distractors, others)
        faces = draw.shuffled([*keys, *wrong])
        if isinstance(aim, Ends) and not aim.fit(keys, wrong):
            continue
        if not are_apart(faces):
            continue
        stem = kind.stem_of_all(subject, generator.facts)
        item = generator.assemble(kind, subject, Interaction.MULTIPLE, stem, faces, keys)
        right = names_text([face.text for face in faces if face in keys])
        is_told = is_seen(kind, subject, item, generator.facts)
        item = item._replace(
            rationale=text(gettext_noop("The right ones are {names}."), names=right),
            # Else it would tell of what nobody asked about.
            background=item.background if is_told else None,
        )
        judged = generator.judged(kind, subject, item, faces)
        if isinstance(judged, Item):
            return judged
        refused = judged
    return refused


def is_seen(kind: AnyKind, subject: Fact, item: Item, facts: FactBase) -> bool:
    """Whether the stem, or an option, tells of what the item is about."""
    told = {ref(subject), *kind.tells_of(subject, facts)}
    return kind.mission(subject, facts).name in item.stem.render() or any(
        option.ref in told for option in item.options
    )


class Ends(NamedTuple):
    """An even draw of where the longest and the shortest text stand among all options, those that
    are right first: so each is right as often as any option is. From 0 to 1."""

    longest: float
    shortest: float

    @classmethod
    def drawn(cls, draw: Draw) -> "Ends":
        return cls(draw.fraction(), draw.fraction())

    def fit(self, keys: Sequence[Face], wrong: Sequence[Face]) -> bool:
        """Whether they are right as drawn; where several are as long, one of them."""
        share = len(keys) / (len(keys) + len(wrong))
        of_keys, of_others = [face.length for face in keys], [face.length for face in wrong]
        longer, shorter = max(of_keys) - max(of_others), min(of_others) - min(of_keys)
        return (longer >= 0 if self.longest < share else longer <= 0) and (
            shorter >= 0 if self.shortest < share else shorter <= 0
        )
