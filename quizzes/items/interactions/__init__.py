"""How items are answered: a module an interaction. ``base`` says what each has."""

from collections.abc import Mapping
from typing import Final

from quizzes.items.interactions import (
    choice,
    match,
    multiple,
    name,
    number,
    order,
    place,
    true_false,
)
from quizzes.items.interactions.base import Interacting
from quizzes.items.item import Interaction

INTERACTIONS: Final[Mapping[Interaction, Interacting]] = {
    Interaction.CHOICE: choice,
    Interaction.MULTIPLE: multiple,
    Interaction.TRUE_FALSE: true_false,
    Interaction.ORDER: order,
    Interaction.MATCH: match,
    Interaction.NUMBER: number,
    Interaction.PLACE: place,
    Interaction.NAME: name,
}
