"""A question as it stands on paper: without its key, for a class without devices."""

from string import ascii_uppercase
from typing import cast

from django.utils.translation import gettext

from quizzes.admin.answers import Answers, PreviewOption, render
from quizzes.items.interactions.number import LABELS
from quizzes.items.interactions.true_false import VERDICTS
from quizzes.items.item import Interaction, Item, Quantity
from quizzes.items.text import Text


def unanswered(item: Item) -> Answers:
    """What is offered, in the order in which students see it. Nothing of it tells the key."""
    options = lettered([render(option.text) for option in item.options])
    match item.interaction:
        case Interaction.TRUE_FALSE:
            return Answers(lettered([gettext(verdict) for verdict in VERDICTS]))
        case Interaction.MATCH:
            prompts = [render(prompt.text) for prompt in item.prompts]
            partners = " · ".join(f"{option.letter} {option.text}" for option in options)
            return Answers(tuple(line(str(n), text) for n, text in enumerate(prompts, 1)), partners)
        case Interaction.NUMBER:
            unit = render(Text(LABELS[cast(Quantity, item.quantity).unit]))
            return Answers((line("", "…"),), unit)
        case Interaction.NAME:
            return Answers((line("", "…"),))
        case _:
            return Answers(options)


def lettered(texts: list[str]) -> tuple[PreviewOption, ...]:
    return tuple(line(letter, text) for letter, text in zip(ascii_uppercase, texts, strict=False))


def line(letter: str, text: str) -> PreviewOption:
    return PreviewOption(letter, text, is_key=False, rationale="")
