"""Anything may be sent: it is graded or clearly refused, never an error, and soon."""

import json
from collections.abc import Callable, Mapping, Sequence
from time import process_time
from typing import Any, Final

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quizzes.items.interactions import INTERACTIONS
from quizzes.items.interactions.base import Again, Given
from quizzes.items.item import Interaction, Item
from quizzes.items.text import Json
from tests.items.interactions.conftest import Real
from tests.items.interactions.making import tokens_of

every_interaction = pytest.mark.parametrize("interaction", Interaction)
FIELDS: Final = ("option", "order", "move", "match-0", "match-1", "match-2", "match-3", "number",
                 "lat", "lon", "name", "which")  # fmt: skip
MANY: Final = 10_000
LONG: Final = 100_000
SOON: Final = 0.05
"""Seconds to read the worst that may be sent."""


def everywhere(*values: str) -> dict[str, Sequence[str]]:
    """These as the values of every field."""
    return dict.fromkeys(FIELDS, values)


# What makes trouble here and there: no character, half a pair, no number, far too much.
nasty = st.sampled_from(
    ("", " ", "\0", "\ud800", "\udfff\ud800", "\u202eabc", "\u200f٣", "t0", "t1", "t0\0", "up t0",
     "down t1", "up", "more-than-one", "nan", "-inf", "1e999", "1_0", "0x1f", "½", "²", "-0", "٣٫٥",
     "9" * 400, "1" * LONG, "é" * LONG, "\ufdfa" * 80, "a " * 40, "Kelly", "N. A. Armstrong", "340",
     "Щ" * 80, "Гагарин Ю.")
)  # fmt: skip
texts = nasty | st.text(st.characters(), max_size=30)  # every character, surrogates too
forms = st.dictionaries(
    st.sampled_from(FIELDS) | st.text(max_size=10), st.lists(texts, max_size=6), max_size=8
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts,
    lambda inner: (
        st.lists(inner, max_size=6)
        | st.dictionaries(
            st.sampled_from((*FIELDS, "text")) | st.text(max_size=5), inner, max_size=4
        )
    ),
    max_leaves=12,
)
WORST_FORMS: Final[Mapping[str, Mapping[str, Sequence[str]]]] = {
    "long texts": everywhere("x" * LONG),
    "long digits": everywhere("9" * LONG),
    "long blanks": everywhere(" " * LONG),
    "half pairs": everywhere("\ud800" * LONG),
    "many tokens": everywhere(*["t0", "t1"] * (MANY // 2)),
    "many long texts": {"option": ["x" * 1000] * MANY, "order": ["x" * 1000] * MANY},
    "many nothings": everywhere(*[""] * MANY),
    "letters that fold to many": everywhere("\ufdfa" * 80),
    "many words": everywhere("a " * 40),
    "letters that are four in Latin": everywhere("щ" * 80),
    "many Cyrillic words": everywhere("ю щ " * 20),
}


@pytest.fixture(scope="module")
def few(real: Real) -> Callable[[Interaction], Sequence[Item]]:
    """The first item of each kind that is answered so."""

    def first(interaction: Interaction) -> Sequence[Item]:
        return list({item.kind: item for item in reversed(real(interaction))}.values())

    return first


def assert_graded_or_refused(item: Item, found: Given | Again) -> None:
    """A grade, told in words that can be sent and stored; or a problem, or a move."""
    module = INTERACTIONS[item.interaction]
    if isinstance(found, Again):
        assert found.problem or item.interaction is Interaction.ORDER
        can_be_sent(found.held)
        return
    assert 0 <= module.grade(item, found.value) <= 1
    can_be_sent(found.value)
    can_be_sent(module.said(item, found.value).render())
    module.rows(item, found.value)
    module.why_not(item, found.value)


def can_be_sent(value: Json) -> None:
    """As UTF-8, to a page; and to a database, which may refuse a NUL."""
    written = json.dumps(value, ensure_ascii=False, allow_nan=False)
    assert written.encode()
    assert "\\u0000" not in written


@every_interaction
@settings(max_examples=200)
@given(form=forms)
@example(form=everywhere("more-than-one"))
def test_any_form_is_graded_or_refused(
    interaction: Interaction,
    form: dict[str, Sequence[str]],
    few: Callable[[Interaction], Sequence[Item]],
) -> None:
    for item in few(interaction):
        found = INTERACTIONS[interaction].read(form, item, tokens_of(item))
        assert_graded_or_refused(item, found)


@every_interaction
@settings(max_examples=200)
@given(value=anything)
@example(value=float("nan"))
@example(value={"lat": float("nan"), "lon": 10**400})
@example(value=10**400)
@example(value=-0.0)
@example(value=[0, 1, 2, 3])
def test_any_json_is_graded_or_refused(
    interaction: Interaction, value: Any, few: Callable[[Interaction], Sequence[Item]]
) -> None:
    for item in few(interaction):
        assert_graded_or_refused(item, INTERACTIONS[interaction].check(value, item))


@every_interaction
@pytest.mark.parametrize("worst", WORST_FORMS)
def test_the_worst_form_is_read_soon(interaction: Interaction, worst: str, real: Real) -> None:
    """The least of three, in time of the processor: another process may be in the way."""
    item = max(real(interaction), key=lambda one: len(one.names) + len(one.options))
    tokens = tokens_of(item)
    spent = []
    for _ in range(3):
        started = process_time()
        assert_graded_or_refused(
            item, INTERACTIONS[interaction].read(WORST_FORMS[worst], item, tokens)
        )
        spent.append(process_time() - started)
    assert min(spent) < SOON


@every_interaction
@pytest.mark.parametrize(
    "value", [[0] * LONG, list(range(LONG)), "x" * LONG, {str(n): n for n in range(MANY)}],
    ids=["one index again and again", "many indices", "a long text", "many fields"],
)  # fmt: skip
def test_the_worst_json_is_read_soon(interaction: Interaction, value: Any, real: Real) -> None:
    item = real(interaction)[0]
    started = process_time()
    assert isinstance(INTERACTIONS[interaction].check(value, item), Again)
    assert process_time() - started < SOON
