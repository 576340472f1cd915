"""What all interactions share: what reading a raw response gives, and what feedback shows of it.

Each interaction is a module with the same functions (``Interacting``):

- ``tokens``: how many tokens its form needs;
- ``read``: from the fields of a form to a value, or what to do instead;
- ``check``: the same for a value that comes as JSON, from another program;
- ``grade``: from 0 to 1; ``luck``: what a blind guess gets of it on average;
- ``said``, ``why_not``, ``rows``: in words the response, its own fact, and what is right;
- ``chosen``: the indices of the options that it picks, for figures;
- ``samples``: forms filled in rightly, partly rightly, wrongly and badly, for tests.

Anything at all may arrive. Nothing here raises for it, or takes longer than its length asks for.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from hmac import compare_digest
from typing import Final, NamedTuple, Protocol, TypeAlias

from quizzes.items.item import Item
from quizzes.items.text import Json, Text

Raw: TypeAlias = Mapping[str, Sequence[str]]
"""The fields of a form, each with all its values."""


class Problem(StrEnum):
    """Why a raw response is no response."""

    NOTHING_CHOSEN = "nothing-chosen"
    MORE_THAN_ONE = "more-than-one"
    NOT_AN_OPTION = "not-an-option"
    NOT_ALL = "not-all"
    SAME_TWICE = "same-twice"
    NOT_A_NUMBER = "not-a-number"
    OUT_OF_RANGE = "out-of-range"
    NOT_ON_EARTH = "not-on-earth"
    NOT_A_NAME = "not-a-name"
    TOO_LONG = "too-long"
    WHICH_ONE = "which-one"


class Given(NamedTuple):
    """A response that can be graded. ``value`` is what is kept of it."""

    value: Json


class Again(NamedTuple):
    """The form once more, with what ``held`` of it was filled in: because of a problem, or, where
    there is none, because it is not done yet."""

    problem: Problem | None
    held: Json = None


class Row(NamedTuple):
    """A line of feedback. ``ref``: the record that it tells of; ``label``: what the line is
    about, where that is not an option; ``own``: what was given instead."""

    ref: str
    text: Text
    rationale: Text
    is_key: bool
    is_chosen: bool
    label: Text | None = None
    own: Text | None = None


class Sample(NamedTuple):
    """A form filled in. ``grade``: what it deserves; None where it cannot be read."""

    raw: Raw
    grade: float | None


class Interacting(Protocol):
    """What a module of an interaction has."""

    def tokens(self, item: Item) -> int: ...
    def read(self, raw: Raw, item: Item, tokens: Sequence[str]) -> Given | Again: ...
    def check(self, value: Json, item: Item) -> Given | Again: ...
    def grade(self, item: Item, value: Json) -> float: ...
    def luck(self, item: Item) -> float: ...
    def said(self, item: Item, value: Json) -> Text: ...
    def why_not(self, item: Item, value: Json) -> Text | None: ...
    def rows(self, item: Item, value: Json) -> tuple[Row, ...]: ...
    def chosen(self, item: Item, value: Json) -> tuple[int, ...]: ...
    def samples(self, item: Item, tokens: Sequence[str]) -> Sequence[Sample]: ...


LONGEST_FIELD: Final = 200
"""Characters of a field that are looked at: far more than any response has."""


def index_of(given: str, tokens: Sequence[str]) -> int | None:
    """Which of ``tokens`` was given, if any of them.

    They are compared in constant time: a wrong one tells nothing about the right ones.
    """
    one = given[:LONGEST_FIELD].encode(errors="surrogatepass")  # a lone surrogate is no token
    matches = [compare_digest(one, token.encode()) for token in tokens]
    return matches.index(True) if any(matches) else None


def picked(raw: Raw, tokens: Sequence[str]) -> int | Problem:
    """Which of ``tokens`` the field ``option`` picks, or why it picks none."""
    given = raw.get("option", ())
    if not any(given):
        return Problem.NOTHING_CHOSEN
    if len(given) > 1:
        return Problem.MORE_THAN_ONE
    index = index_of(given[0], tokens)
    return Problem.NOT_AN_OPTION if index is None else index


def single(raw: Raw, field: str) -> str | None:
    """The one value of a field: empty where there is none, None where there are several."""
    values = raw.get(field, ())
    if len(values) > 1:
        return None
    return values[0] if values else ""


def clean(written: str) -> str:
    """What was written, in single spaces, without what cannot be shown: a database may refuse to
    keep a NUL or half a surrogate pair, and nothing should turn a page from right to left."""
    return " ".join("".join(c if c.isprintable() else " " for c in written).split())


def is_index(value: Json, count: int) -> bool:
    """Whether a JSON value is an index below ``count``. (True is no 1 here.)"""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < count


def option_rows(item: Item, chosen: Sequence[int]) -> tuple[Row, ...]:
    """Every option with its own fact; ``chosen`` are the indices of those that were."""
    return tuple(
        Row(option.ref, option.text, option.rationale, option.is_key, index in chosen)
        for index, option in enumerate(item.options)
    )
