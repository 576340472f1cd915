"""Single choice: one option is picked."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from hmac import compare_digest

from quizzes.items.item import Item


class Malformed(StrEnum):
    """Why a raw response is no response."""

    NOTHING_CHOSEN = "nothing-chosen"
    MORE_THAN_ONE = "more-than-one"
    NOT_AN_OPTION = "not-an-option"


@dataclass(frozen=True, slots=True)
class Choice:
    """The index of the option picked, from 0."""

    index: int


def read(raw: Sequence[str], tokens: Sequence[str]) -> Choice | Malformed:
    """The option that ``raw``, the submitted tokens, picks of ``tokens``, one for each option.

    Tokens are compared in constant time: a wrong one tells nothing about the right ones.
    """
    if not raw or not any(raw):
        return Malformed.NOTHING_CHOSEN
    if len(raw) > 1:
        return Malformed.MORE_THAN_ONE
    given = raw[0].encode(errors="surrogatepass")  # a lone surrogate is no token either
    matches = [compare_digest(given, token.encode()) for token in tokens]
    return Choice(matches.index(True)) if any(matches) else Malformed.NOT_AN_OPTION


def grade(item: Item, choice: Choice) -> float:
    """1 for the key, else 0."""
    return 1.0 if item.options[choice.index].is_key else 0.0
