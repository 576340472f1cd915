"""Single choice: one option is picked. The value is its index."""

from collections.abc import Sequence
from typing import cast

from quizzes.items.interactions.base import (
    Again,
    Given,
    Problem,
    Raw,
    Row,
    Sample,
    is_index,
    option_rows,
    picked,
)
from quizzes.items.item import Item
from quizzes.items.text import Json, Text


def tokens(item: Item) -> int:
    return len(item.options)


def read(raw: Raw, item: Item, tokens: Sequence[str]) -> Given | Again:
    """The option that the field ``option`` picks."""
    found = picked(raw, tokens)
    return Again(found) if isinstance(found, Problem) else Given(found)


def check(value: Json, item: Item) -> Given | Again:
    """A whole number below the number of options."""
    return Given(value) if is_index(value, len(item.options)) else Again(Problem.NOT_AN_OPTION)


def grade(item: Item, value: Json) -> float:
    """1 for the key, else 0."""
    return 1.0 if item.options[cast(int, value)].is_key else 0.0


def luck(item: Item) -> float:
    return 1 / len(item.options)


def said(item: Item, value: Json) -> Text:
    return item.options[cast(int, value)].text


def why_not(item: Item, value: Json) -> Text | None:
    """The own fact of an option that was wrong."""
    chosen = item.options[cast(int, value)]
    return None if chosen.is_key else chosen.rationale


def rows(item: Item, value: Json) -> tuple[Row, ...]:
    return option_rows(item, (cast(int, value),))


def chosen(item: Item, value: Json) -> tuple[int, ...]:
    return (cast(int, value),)


def samples(item: Item, tokens: Sequence[str]) -> Sequence[Sample]:
    good = [
        Sample({"option": [token]}, 1.0 if option.is_key else 0.0)
        for token, option in zip(tokens, item.options, strict=True)
    ]
    bad: list[Raw] = [{}, {"option": [""]}, {"option": ["x"]}, {"option": list(tokens)}]
    return [*good, *(Sample(raw, None) for raw in bad)]
