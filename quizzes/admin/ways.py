"""How questions are answered, in a teacher's words."""

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext_lazy

from quizzes.items.item import Interaction

WAYS: Final[Mapping[Interaction, Any]] = {
    Interaction.CHOICE: gettext_lazy("choose one of three or four"),
    Interaction.MULTIPLE: gettext_lazy("pick all that are right"),
    Interaction.TRUE_FALSE: gettext_lazy("true or false"),
    Interaction.ORDER: gettext_lazy("put in order"),
    Interaction.MATCH: gettext_lazy("match pairs"),
    Interaction.NUMBER: gettext_lazy("write a number"),
    Interaction.PLACE: gettext_lazy("put a pin on the map"),
    Interaction.NAME: gettext_lazy("write a name"),
}
