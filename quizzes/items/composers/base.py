"""What all composers share: what they work with, and how they refuse."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from quizzes.items.option_sets import Face, by_size
from quizzes.items.seeds import Draw

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizzes.facts.records import Fact
    from quizzes.items.composers.multiple import Ends
    from quizzes.items.composers.order import Leaning
    from quizzes.items.generate import Generator
    from quizzes.items.item import Item
    from quizzes.items.kinds.base import AnyKind
    from quizzes.items.option_sets import Aim

TRIES: Final = 8
"""Sets of options drawn before an item is refused."""


@dataclass(frozen=True, slots=True)
class Refused:
    """No fair item came of it. ``rule``: the rule that stood against it."""

    rule: str
    why: str


AnyAim: TypeAlias = "Aim | Ends | Leaning | None"
"""What guessing is to be kept from: see ``AIMS``; None takes any item."""
Composer: TypeAlias = "Callable[[Generator, AnyKind, Fact, Draw, AnyAim], Item | Refused]"
"""From a kind and a subject to an item that breaks no rule, or why there is none."""

NOT_PROVEN: Final = Refused("proven", "nothing is known to be right")
TOO_FEW: Final = Refused("three-or-four-options", "too few are known to be wrong")
NOT_DISTINCT: Final = Refused("distinct", "no set of options fits together")


def in_order(faces: Sequence[Face], draw: Draw) -> Sequence[Face]:
    """Options as they are shown: numbers by size, all else at random."""
    return sorted(faces, key=by_size) if faces[0].is_number else draw.shuffled(faces)
