"""From a kind and a subject to an item: a module an interaction."""

from collections.abc import Mapping
from typing import Final

from quizzes.items.composers import (
    choice,
    match,
    multiple,
    name,
    number,
    order,
    place,
    true_false,
)
from quizzes.items.composers.base import Composer
from quizzes.items.item import Interaction

COMPOSERS: Final[Mapping[Interaction, Composer]] = {
    Interaction.CHOICE: choice.compose,
    Interaction.MULTIPLE: multiple.compose,
    Interaction.TRUE_FALSE: true_false.compose,
    Interaction.ORDER: order.compose,
    Interaction.MATCH: match.compose,
    Interaction.NUMBER: number.compose,
    Interaction.PLACE: place.compose,
    Interaction.NAME: name.compose,
}
