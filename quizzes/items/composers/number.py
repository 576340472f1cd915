"""A number: what is asked for is written, not picked."""

from typing import TYPE_CHECKING

from quizzes.facts.records import Fact
from quizzes.items.composers.base import NOT_PROVEN, AnyAim, Refused
from quizzes.items.item import Interaction, Item
from quizzes.items.kinds.base import AnyKind
from quizzes.items.seeds import Draw

if TYPE_CHECKING:
    from quizzes.items.generate import Generator


def compose(
    generator: "Generator", kind: AnyKind, subject: Fact, draw: Draw, _aim: AnyAim
) -> Item | Refused:
    """Any of what is right has the same number."""
    pool, _prepared = generator.pool(kind, subject)
    if not pool.keys:
        return NOT_PROVEN
    key, facts = pool.keys[0], generator.facts
    stem = kind.stem(subject, facts)
    item = generator.assemble(kind, subject, Interaction.NUMBER, stem, (key,), (key,))
    item = item._replace(quantity=kind.quantity(subject, facts))
    return generator.judged(kind, subject, item, (key,))
