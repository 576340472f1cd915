"""From a kind and a subject to an item: a module an interaction."""

from collections.abc import Callable, Mapping
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
from quizzes.items.composers.base import AnyAim, Composer
from quizzes.items.item import Interaction
from quizzes.items.option_sets import Aim
from quizzes.items.seeds import Draw

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

AIMS: Final[Mapping[Interaction, Callable[[Draw], AnyAim]]] = {
    Interaction.CHOICE: lambda draw: Aim.drawn(draw, exact=True),
    Interaction.MULTIPLE: multiple.Ends.drawn,
    Interaction.ORDER: order.Leaning.drawn,
}
"""What guessers look at is drawn evenly, once for an item, before its subject: then comes one
with options that fit. What is not here needs none."""
