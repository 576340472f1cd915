"""Multiple response: all that is right is picked. The value is the indices, in ascending order."""

from collections.abc import Sequence
from typing import cast

from quizzes.items.interactions.base import (
    Again,
    Given,
    Problem,
    Raw,
    Row,
    Sample,
    index_of,
    is_index,
    option_rows,
)
from quizzes.items.item import Item
from quizzes.items.text import Json, Text, names_text


def tokens(item: Item) -> int:
    return len(item.options)


def read(raw: Raw, item: Item, tokens: Sequence[str]) -> Given | Again:
    """The options that the field ``option`` picks, each once."""
    given = [token for token in raw.get("option", ()) if token]
    if not given:
        return Again(Problem.NOTHING_CHOSEN)
    if len(given) > len(tokens):
        return Again(Problem.NOT_AN_OPTION)
    found = [index_of(token, tokens) for token in given]
    picked: list[Json] = [at for at in range(len(tokens)) if at in found]
    return Again(Problem.NOT_AN_OPTION, picked) if None in found else Given(picked)


def check(value: Json, item: Item) -> Given | Again:
    """A list of different indices of options, at least one."""
    if not isinstance(value, list) or not all(is_index(at, len(item.options)) for at in value):
        return Again(Problem.NOT_AN_OPTION)
    if not value:
        return Again(Problem.NOTHING_CHOSEN)
    picked = set(cast("list[int]", value))
    if len(picked) < len(value):
        return Again(Problem.SAME_TWICE)
    return Given([at for at in range(len(item.options)) if at in picked])


def grade(item: Item, value: Json) -> float:
    """The share of the right ones picked, less one for each wrong pick; never below nothing."""
    picked = cast("list[int]", value)
    right = sum(item.options[at].is_key for at in picked)
    wrong = len(picked) - right
    return max(0.0, (right - wrong) / len(item.keys))


def luck(item: Item) -> float:
    """To pick all is worth nothing, nor is one wrong for one right."""
    return 0.0


def said(item: Item, value: Json) -> Text:
    return names_text([item.options[at].text for at in cast("list[int]", value)])


def why_not(item: Item, value: Json) -> Text | None:
    """The own fact of the first wrong pick."""
    picked = (item.options[at] for at in cast("list[int]", value))
    return next((option.rationale for option in picked if not option.is_key), None)


def rows(item: Item, value: Json) -> tuple[Row, ...]:
    return option_rows(item, cast("list[int]", value))


def chosen(item: Item, value: Json) -> tuple[int, ...]:
    return tuple(cast("list[int]", value))


def samples(item: Item, tokens: Sequence[str]) -> Sequence[Sample]:
    right = [token for token, o in zip(tokens, item.options, strict=True) if o.is_key]
    wrong = [token for token in tokens if token not in right]
    return [
        Sample({"option": right}, 1.0),
        Sample({"option": right[:1]}, 1 / len(right)),
        Sample({"option": [*right, wrong[0]]}, 1 - 1 / len(right)),
        Sample({"option": wrong}, 0.0),
        Sample({}, None),
        Sample({"option": [""]}, None),
        Sample({"option": [right[0], "x"]}, None),
        Sample({"option": [*tokens, *tokens]}, None),
    ]
