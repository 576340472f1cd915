"""True or false: whether the claim about the first option holds. The value is true or false."""

from collections.abc import Sequence
from typing import Final

from quizzes.items.interactions.base import (
    Again,
    Given,
    Problem,
    Raw,
    Row,
    Sample,
    option_rows,
    picked,
)
from quizzes.items.item import Item
from quizzes.items.text import Json, Text, gettext_noop

VERDICTS: Final = (gettext_noop("True"), gettext_noop("False"))


def tokens(item: Item) -> int:
    return len(VERDICTS)


def read(raw: Raw, item: Item, tokens: Sequence[str]) -> Given | Again:
    """Which of the two verdicts the field ``option`` picks."""
    found = picked(raw, tokens)
    return Again(found) if isinstance(found, Problem) else Given(found == 0)


def check(value: Json, item: Item) -> Given | Again:
    """``true`` or ``false``."""
    return Given(value) if isinstance(value, bool) else Again(Problem.NOT_AN_OPTION)


def grade(item: Item, value: Json) -> float:
    """1 for the right verdict, else 0."""
    return 1.0 if value is item.options[0].is_key else 0.0


def luck(item: Item) -> float:
    return 1 / len(VERDICTS)


def said(item: Item, value: Json) -> Text:
    return Text(VERDICTS[0] if value else VERDICTS[1])


def why_not(item: Item, value: Json) -> Text | None:
    """Of a false claim, the own fact of what it claims, believed or not, unless that is the fact
    to remember."""
    claimed = item.options[0]
    is_told = claimed.is_key or claimed.rationale == item.rationale
    return None if is_told else claimed.rationale


def rows(item: Item, value: Json) -> tuple[Row, ...]:
    """What was claimed, and where that was false what would be true."""
    return option_rows(item, (0,) if value else ())


def chosen(item: Item, value: Json) -> tuple[int, ...]:
    return (0,) if value else ()


def samples(item: Item, tokens: Sequence[str]) -> Sequence[Sample]:
    right, wrong = tokens if item.options[0].is_key else reversed(tokens)
    bad: list[Raw] = [{}, {"option": [""]}, {"option": ["true"]}, {"option": [right, wrong]}]
    return [
        Sample({"option": [right]}, 1.0),
        Sample({"option": [wrong]}, 0.0),
        *(Sample(raw, None) for raw in bad),
    ]
