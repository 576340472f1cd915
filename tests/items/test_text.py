"""Texts: values that survive storing, and that render whatever goes into them."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.items.text import (
    AMOUNTS,
    NUMERAL,
    Text,
    Translate,
    Value,
    date_text,
    names_text,
    ngettext,
    numeral,
    text,
)

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
        if isinstance(value, Text):
            told = value.render()
        else:
            told = numeral(value) if name in AMOUNTS and isinstance(value, int) else str(value)
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


# Numbers ------------------------------------------------------------------------------------------


def writing(sample: str) -> Translate:
    """A language that translates nothing but how numbers are written."""
    return lambda message, *_: sample if message == NUMERAL else message


@pytest.mark.parametrize(
    ("sample", "shown"),
    [
        ("1,234.5", ["0", "999", "1,776", "1,234,567", "8.5", "10.7", "2,688.5"]),
        ("1.234,5", ["0", "999", "1.776", "1.234.567", "8,5", "10,7", "2.688,5"]),
        ("1\u00a0234,5", ["0", "999", "1\u00a0776", "1\u00a0234\u00a0567", "8,5", "10,7",
                         "2\u00a0688,5"]),
        ("1234,5", ["0", "999", "1776", "1234567", "8,5", "10,7", "2688,5"]),
        ("not a number", ["0", "999", "1,776", "1,234,567", "8.5", "10.7", "2,688.5"]),
    ],
)  # fmt: skip
def test_numbers_are_written_as_the_language_writes_them(sample: str, shown: list[str]) -> None:
    numbers = (0, 999, 1776, 1_234_567, 8.5, 10.7, 2688.5)
    assert [numeral(number, writing(sample)) for number in numbers] == shown


def test_amounts_have_separators_and_years_do_not() -> None:
    spanish = writing("1.234,5")
    orbits = ngettext("{n} orbit", "{n} orbits", 5798)
    assert orbits.render() == "5,798 orbits"
    message = "{mission}, launched in {year}, made {orbits}."
    told = text(message, mission="A", year=2016, orbits=orbits)
    assert told.render(lambda *asked: spanish(*asked) if asked[2] is None else asked[1]) == (
        "A, launched in 2016, made 5.798 orbits."
    )
    assert text("{km} km", km=2688.5).render(spanish) == "2.688,5 km"
    assert date_text(date(1999, 1, 1)).render(spanish) == "1 January 1999"
