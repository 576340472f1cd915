"""Number: how people write numbers, and what near ones are worth."""

from math import inf, nan

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from quizzes.catalogue import readers_catalogue
from quizzes.items.interactions import INTERACTIONS
from quizzes.items.interactions.base import Again, Given, Problem
from quizzes.items.item import Interaction, Item, Measure, Quantity
from tests.items.interactions.conftest import Real
from tests.items.interactions.making import make, worth, worth_of_form

NUMBER = INTERACTIONS[Interaction.NUMBER]


def asking(value: int, tolerance: float, reach: float, unit: Measure = Measure.DAYS) -> Item:
    return make(Interaction.NUMBER, [True], quantity=Quantity(value, unit, tolerance, reach))


DAYS_340 = asking(340, 17, 170)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("340", 340), (" 340 ", 340), ("0", 0), ("007", 7), ("2688", 2688), ("2 688", 2688),
        ("2,688", 2688), ("2.688", 2688), ("2'688", 2688), ("2’688", 2688), ("2\u00a0688", 2688),
        ("2\u202f688", 2688), ("1,234,567", 1_234_567), ("340,000", 340_000),
        ("8.5", 8.5), ("8,5", 8.5), ("8,25", 8.25),
        ("0.500", 0.5), ("0,125", 0.125), ("2688.000", 2688), ("٣٤٠", 340), ("٢٬٦٨٨", 2688),
        ("٨٫٥", 8.5), ("３４０", 340), ("३४०", 340), ("1000000000", 1_000_000_000),
    ],
)  # fmt: skip
def test_a_number_is_read_as_people_write_it(written: str, number: float) -> None:
    assert NUMBER.read({"number": [written]}, DAYS_340, ()) == Given(number)
    assert NUMBER.check(written, DAYS_340) == Given(number)


@pytest.mark.parametrize(
    "written",
    [
        "340 days", "x", "1e5", "0x10", "1_000_000_000_0x", "½", "10²", "①", "1.2.3", "1,23,456",
        "12.5.5", "1,234.5", ".", ",", ".5", "5.", "-", "--1", "+5", "1-2", "∞", "nan", "inf",
        "'", "\0", "3\x0040", "\ud800", "\u202e340",
    ],
)  # fmt: skip
def test_what_is_no_number_is_asked_for_again_with_what_was_written(written: str) -> None:
    again = NUMBER.read({"number": [written]}, DAYS_340, ())
    assert isinstance(again, Again)
    assert again.problem is Problem.NOT_A_NUMBER
    assert isinstance(again.held, str)
    assert again.held.isprintable()  # half a surrogate pair is not


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("-5", Problem.OUT_OF_RANGE), ("−5", Problem.OUT_OF_RANGE), ("-0.5", Problem.OUT_OF_RANGE),
        ("1000000001", Problem.OUT_OF_RANGE), ("9" * 24, Problem.OUT_OF_RANGE),
        ("9" * 25, Problem.TOO_LONG), ("1" * 100_000, Problem.TOO_LONG),
        ("", Problem.NOTHING_CHOSEN), (" \t\n", Problem.NOTHING_CHOSEN),
    ],
)  # fmt: skip
def test_a_number_that_nothing_here_can_have_is_refused(written: str, problem: Problem) -> None:
    assert worth_of_form(DAYS_340, number=written) is problem


def test_a_number_out_of_range_is_shown_again() -> None:
    assert NUMBER.read({"number": [" -5 "]}, DAYS_340, ()) == Again(Problem.OUT_OF_RANGE, "-5")


@pytest.mark.parametrize(("written", "kept"), [("340", "340"), ("340.0", "340"), ("8.5", "8.5")])
def test_a_whole_number_is_kept_as_one(written: str, kept: str) -> None:
    found = NUMBER.check(written, DAYS_340)
    assert isinstance(found, Given)
    assert str(found.value) == kept


def test_two_numbers_are_refused() -> None:
    assert worth_of_form(DAYS_340, number=["1", "2"]) is Problem.MORE_THAN_ONE


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        (nan, Problem.OUT_OF_RANGE), (inf, Problem.OUT_OF_RANGE), (-inf, Problem.OUT_OF_RANGE),
        (-1, Problem.OUT_OF_RANGE), (10**400, Problem.OUT_OF_RANGE), (1e300, Problem.OUT_OF_RANGE),
        (True, Problem.NOT_A_NUMBER), (None, Problem.NOT_A_NUMBER), ([340], Problem.NOT_A_NUMBER),
        ({"number": 340}, Problem.NOT_A_NUMBER), ("many", Problem.NOT_A_NUMBER),
    ],
)  # fmt: skip
def test_what_is_no_number_as_json_is_refused(value: object, problem: Problem) -> None:
    assert worth(DAYS_340, value) is problem  # type: ignore[arg-type] # so it may come


@pytest.mark.parametrize(
    ("number", "grade"),
    [
        (340, 1), (357, 1), (323, 1), (357.5, 0.9967), (358, 0.9935), (400, 0.7190), (280, 0.7190),
        (433.5, 0.5), (246.5, 0.5), (500, 0.0654), (510, 0), (170, 0), (0, 0), (1_000_000, 0),
    ],
)  # fmt: skip
def test_credit_falls_in_a_straight_line_from_the_tolerance_to_the_reach(
    number: float, grade: float
) -> None:
    """340 days, 17 of tolerance, 170 of reach: a day more or less costs 1/153."""
    assert worth(DAYS_340, number) == pytest.approx(grade, abs=0.0001)


@pytest.mark.parametrize(("number", "grade"), [(3, 1), (2, 0), (4, 0), (3.5, 0.5)])
def test_a_count_without_tolerance_is_right_or_wrong(number: float, grade: float) -> None:
    assert worth(asking(3, 0, 1), number) == grade


def test_a_reach_no_wider_than_the_tolerance_divides_by_nothing() -> None:
    assert [worth(asking(3, 1, 1), number) for number in (2, 3, 4, 4.5, 9)] == [1, 1, 1, 0, 0]


@given(
    st.integers(0, 5000),
    st.floats(0, 500),
    st.floats(0, 5000),
    st.floats(0, 10**9),
    st.floats(0, 10**9),
)
def test_a_nearer_number_is_never_worth_less(
    value: int, tolerance: float, beyond: float, one: float, other: float
) -> None:
    item = asking(value, tolerance, tolerance + beyond)
    near, far = sorted((one, other), key=lambda number: abs(number - value))
    grades = [NUMBER.grade(item, number) for number in (near, far)]
    assert 1 >= grades[0] >= grades[1] >= 0


def test_what_is_asked_for_has_a_tolerance_within_its_reach(real: Real) -> None:
    """And a third of it, or twice as much, is worth nothing, where the reach is that of a ratio."""
    for item in real(Interaction.NUMBER):
        asked = item.quantity
        assert asked is not None
        assert 0 <= asked.tolerance < asked.reach
        if asked.reach <= asked.value / 2:
            assert worth(item, asked.value // 3) == 0
            assert worth(item, asked.value * 2) == 0


@pytest.mark.parametrize("unit", Measure)
def test_numbers_have_their_unit_one_or_more_or_a_part(unit: Measure) -> None:
    item = asking(2000, 1, 100, unit)
    told = [NUMBER.said(item, number).render() for number in (1, 2001, 8.5)]
    assert all(told)
    assert [row.is_chosen for row in NUMBER.rows(item, 2000)] == [True]
    assert [row.is_chosen for row in NUMBER.rows(item, 2001)] == [False]
    why_not = [NUMBER.why_not(item, number) for number in (1999, 2000, 2001)]
    assert [text.render().partition("off: ")[2] if text else None for text in why_not] == [
        "too little.",
        None,
        "too much.",
    ]


# In words -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "unit", "words"),
    [
        (46, Measure.YEARS, "46 years"), (46.0, Measure.YEARS, "46 years"),
        (46.5, Measure.YEARS, "46.5 years"), (0.5, Measure.DAYS, "0.5 days"),
        (1.25, Measure.HOURS, "1.25 hours"), (2.5, Measure.MINUTES, "2.5 minutes"),
        (2688.5, Measure.ORBITS, "2,688.5 orbits"), (1.5, Measure.FLIGHTS, "1.5 flights"),
        (1.5, Measure.AGENCIES, "1.5 agencies"), (1969.5, Measure.YEAR, "1969.5"),
        (2_000_000.5, Measure.DAYS, "2,000,000 days"), (1, Measure.DAYS, "1 day"),
    ],
)  # fmt: skip
def test_a_number_is_told_with_its_unit(number: float, unit: Measure, words: str) -> None:
    assert NUMBER.said(asking(340, 17, 170, unit), number).render() == words


def test_by_how_much_it_is_off_may_be_a_fraction() -> None:
    off = NUMBER.why_not(asking(45, 1, 5, Measure.YEARS), 46.5)
    assert off is not None
    assert off.render() == "That is 1.5 years off: too much."


@pytest.mark.parametrize(
    ("language", "number", "words"),
    [
        ("es", 46.5, "46,5 años"), ("es", 1, "1 año"), ("es", 46, "46 años"),
        ("ru", 46.5, "46,5 года"), ("ru", 45, "45 лет"), ("ru", 42, "42 года"),
        ("ru", 41, "41 год"),
    ],
)  # fmt: skip
def test_a_number_is_told_as_the_language_does(language: str, number: float, words: str) -> None:
    with override(language):
        said = NUMBER.said(asking(340, 17, 170, Measure.YEARS), number)
        assert said.render(readers_catalogue()) == words
