"""Order: options are put in order. The value is their indices, from the first to the last."""

from collections.abc import Sequence
from itertools import combinations
from typing import Final, cast

from quizzes.items.interactions.base import (
    Again,
    Given,
    Problem,
    Raw,
    Row,
    Sample,
    index_of,
    is_index,
    single,
)
from quizzes.items.item import Item
from quizzes.items.text import Json, Text, names_text

UP, DOWN = "up", "down"
STEPS: Final = {UP: -1, DOWN: 1}


def tokens(item: Item) -> int:
    return len(item.options)


def read(raw: Raw, item: Item, tokens: Sequence[str]) -> Given | Again:
    """The order of the values of the field ``order``.

    The field ``move`` is the button that was pressed, if one was: "up" or "down", and a token.
    """
    given = raw.get("order", ())
    if not any(given):
        return Again(Problem.NOTHING_CHOSEN)
    if len(given) != len(tokens):
        return Again(Problem.NOT_ALL)
    found = [index_of(token, tokens) for token in given]
    order: list[Json] = [index for index in found if index is not None]
    if len(order) < len(tokens):
        return Again(Problem.NOT_AN_OPTION)
    if len(set(found)) < len(tokens):
        return Again(Problem.SAME_TWICE)
    move = single(raw, "move")
    if move is None:
        return Again(Problem.MORE_THAN_ONE, order)
    return moved(order, move, tokens) if move else Given(order)


def moved(order: list[Json], move: str, tokens: Sequence[str]) -> Again:
    """The order after a button was pressed. At either end it stays as it is."""
    way, _, token = move.partition(" ")
    index = index_of(token, tokens)
    if way not in STEPS or index is None:
        return Again(Problem.NOT_AN_OPTION, order)
    at = order.index(index)
    to = at + STEPS[way]
    if 0 <= to < len(order):
        order[at], order[to] = order[to], order[at]
    return Again(None, order)


def check(value: Json, item: Item) -> Given | Again:
    """A list of the indices of all options, each once."""
    if not isinstance(value, list) or not all(is_index(at, len(item.options)) for at in value):
        return Again(Problem.NOT_AN_OPTION)
    if len(value) != len(item.options):
        return Again(Problem.NOT_ALL)
    is_order = len(set(cast("list[int]", value))) == len(value)
    return Given(value) if is_order else Again(Problem.SAME_TWICE)


def grade(item: Item, value: Json) -> float:
    """The share of all pairs of options that stand in the right order."""
    place = {index: at for at, index in enumerate(item.sequence)}
    pairs = list(combinations(cast("list[int]", value), 2))
    return sum(place[one] < place[other] for one, other in pairs) / len(pairs)


def luck(item: Item) -> float:
    """As many pairs are right as wrong."""
    return 0.5


def said(item: Item, value: Json) -> Text:
    return names_text([item.options[at].text for at in cast("list[int]", value)])


def why_not(item: Item, value: Json) -> Text | None:
    """The own fact of the first option that stands where it should not."""
    pairs = zip(cast("list[int]", value), item.sequence, strict=True)
    return next((item.options[one].rationale for one, right in pairs if one != right), None)


def rows(item: Item, value: Json) -> tuple[Row, ...]:
    """The options in the right order; beside each, what was put in its place."""
    return tuple(
        Row(
            ref=item.options[right].ref,
            text=item.options[right].text,
            rationale=item.options[right].rationale,
            is_key=True,
            is_chosen=own == right,
            own=None if own == right else item.options[own].text,
        )
        for own, right in zip(cast("list[int]", value), item.sequence, strict=True)
    )


def chosen(item: Item, value: Json) -> tuple[int, ...]:
    return ()


def samples(item: Item, tokens: Sequence[str]) -> Sequence[Sample]:
    right = [tokens[at] for at in item.sequence]
    swapped = [right[1], right[0], *right[2:]]
    pairs = len(right) * (len(right) - 1) / 2
    bad: list[Raw] = [
        {},
        {"order": []},
        {"order": right[1:]},
        {"order": [*right[1:], "x"]},
        {"order": [right[1], *right[1:]]},
        {"order": right, "move": [f"{UP} {right[1]}"]},
        {"order": right, "move": [f"{DOWN} {right[-1]}"]},
        {"order": right, "move": ["sideways"]},
    ]
    return [
        Sample({"order": right}, 1.0),
        Sample({"order": swapped}, 1 - 1 / pairs),
        Sample({"order": right[::-1]}, 0.0),
        *(Sample(raw, None) for raw in bad),
    ]
