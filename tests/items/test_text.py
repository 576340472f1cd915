"""Texts: values that survive storing, and that render whatever goes into them."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.items.text import Text, Value, date_text, names_text, ngettext, text

prose = st.text(st.characters(exclude_characters="{}", exclude_categories=["Cs"]), max_size=20)
names = st.lists(st.sampled_from(["person", "mission", "km", "year"]), unique=True, max_size=4)


@st.composite
def texts(draw: st.DrawFn, depth: int = 2) -> Text:
    """Messages with every parameter named, plain or in a singular and a plural; parameters may
    be texts themselves, and may hold braces."""
    named = draw(names)
    values: list[st.SearchStrategy[Value]] = [st.text(max_size=20), st.integers(-9999, 9999)]
    if depth:
        values.append(texts(depth - 1))
    params: dict[str, Value] = {name: draw(st.one_of(values)) for name in named}
    if draw(st.booleans()):
        count = draw(st.integers(0, 400))
        return ngettext(message(draw, named), message(draw, named), count, **params)
    return text(message(draw, named), **params)


def message(draw: st.DrawFn, named: list[str]) -> str:
    return draw(prose) + "".join(f"{{{name}}}{draw(prose)}" for name in named)


@given(texts())
def test_a_text_survives_json(one: Text) -> None:
    assert Text.from_json(json.loads(json.dumps(one.to_json()))) == one


@given(texts())
def test_rendering_says_every_parameter(one: Text) -> None:
    shown = one.render()
    for name, value in one.params:
        told = value.render() if isinstance(value, Text) else str(value)
        assert told in shown or name == "n"


@given(st.text())
def test_a_text_without_parameters_is_shown_as_it_is(message: str) -> None:
    assert Text(message).render() == message


@given(texts())
def test_every_message_is_translated_on_its_own(one: Text) -> None:
    asked: list[str] = []

    def listen(message: str, plural: str, count: int | None) -> str:
        asked.append(message)
        return message

    one.render(listen)
    inner = sum(isinstance(value, Text) for _name, value in one.params)
    assert asked[0] == one.message
    assert len(asked) >= 1 + inner


@pytest.mark.parametrize(
    ("count", "shown"), [(0, "0 days"), (1, "1 day"), (2, "2 days"), (340, "340 days")]
)
def test_a_number_chooses_between_singular_and_plural(count: int, shown: str) -> None:
    assert ngettext("{n} day", "{n} days", count).render() == shown


def test_a_date_is_written_out() -> None:
    assert date_text(date(2016, 3, 2)).render() == "2 March 2016"


@pytest.mark.parametrize(
    ("count", "shown"),
    [
        (1, "Ann"),
        (2, "Ann and Ben"),
        (3, "Ann, Ben and Cas"),
        (8, "Ann, Ben, Cas, Dov, Eva, Fay, Gus and Hal"),
        (10, "Ann, Ben, Cas, Dov, Eva, Fay, Gus, Hal, Ida and Jon"),
    ],
)
def test_names_are_joined_as_one_would_say_them(count: int, shown: str) -> None:
    people = ["Ann", "Ben", "Cas", "Dov", "Eva", "Fay", "Gus", "Hal", "Ida", "Jon"]
    assert names_text(people[:count]).render() == shown
