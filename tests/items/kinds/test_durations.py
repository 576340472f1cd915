"""How long flights and stays lasted: what is asked about, and the traps."""

import pytest

from quizzes.items.kinds.lengths import (
    Unit,
    in_unit,
    length_text,
    same_length,
    unit_for,
)
from quizzes.items.margins import clearly_differ
from tests.items.kinds.conftest import Ask
from tests.items.oracle.rows import Rows, link

HOUR, DAY = 3600, 86_400

# Units and margins ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (108 * 60, "108 minutes"),
        (4 * HOUR - 1, "240 minutes"),
        (4 * HOUR, "4 hours"),
        (2 * DAY - 1, "48 hours"),
        (2 * DAY, "2 days"),
        (2 * DAY + DAY // 2 - 1, "2 days"),
        (2 * DAY + DAY // 2, "3 days"),
        (340 * DAY + 8 * HOUR, "340 days"),
    ],
)
def test_a_length_is_told_in_the_unit_that_suits_it(seconds: int, shown: str) -> None:
    assert length_text(seconds, unit_for(seconds)).render() == shown


def test_halves_are_rounded_up() -> None:
    assert [in_unit(half * HOUR // 2, Unit.HOURS) for half in (9, 11, 13)] == [5, 6, 7]


@pytest.mark.parametrize(
    ("one", "other"), [(3, 5), (18, 20), (63, 70), (180, 200), (182, 340), (0, 2)]
)
def test_two_units_and_a_tenth_tell_lengths_apart(one: int, other: int) -> None:
    assert clearly_differ(one, other) is True
    assert clearly_differ(other, one) is True


@pytest.mark.parametrize(
    ("one", "other"), [(7, 7), (3, 4), (19, 21), (64, 70), (181, 200), (168, 182)]
)
def test_less_does_not_tell_lengths_apart(one: int, other: int) -> None:
    assert clearly_differ(one, other) is False
    assert clearly_differ(other, one) is False


def test_lengths_that_read_alike_are_the_same_and_close_ones_unknown() -> None:
    ten_days = 10 * DAY
    others = [round(days * DAY) for days in (10.4, 10.6, 11.4, 11.6)]
    assert [same_length(ten_days, other) for other in others] == [True, None, None, False]


# Flights --------------------------------------------------------------------------------------


def test_lengths_are_asked_about_of_nearly_every_flight(ask: Ask) -> None:
    for kind in ("length-of-mission", "longest-mission"):
        subjects = ask(kind).subjects()
        assert len(subjects) >= 340
        assert {"vostok-1", "apollo-11", "soyuz-tma-18m"} <= subjects


@pytest.mark.parametrize("kind", ["length-of-mission", "longest-mission"])
@pytest.mark.parametrize(
    "mission",
    [
        "soyuz-ms-28",  # still up
        "soyuz-tma-11",  # the landing is in dispute
        "gemini-xii",  # the length is
        "sts-97",
        "soyuz-34",  # launched without a crew
        "soyuz-32",  # landed without one
        "sts-107",  # cost lives
        "soyuz-11",
    ],
)
def test_flights_whose_length_is_unknown_or_no_crews_are_not_asked_about(
    mission: str, kind: str, ask: Ask
) -> None:
    assert mission not in ask(kind).subjects()


@pytest.mark.parametrize(
    ("mission", "shown"),
    [
        ("vostok-1", "108 minutes"),
        ("soyuz-tma-18m", "182 days"),
        ("soyuz-ms-07", "168 days"),
        ("apollo-11", "8 days"),
    ],
)
def test_a_flight_is_as_long_as_its_craft_was_up(mission: str, shown: str, ask: Ask) -> None:
    subject = f"mission:{mission}"
    assert ask("length-of-mission").option(subject, subject) == shown


def test_a_flight_of_nearly_the_same_length_is_not_known_to_be_shorter(ask: Ask) -> None:
    """Skylab 4 of 84 days is clearly longer than Skylab 3 of 59; Soyuz TMA-18M of 182 is not
    clearly longer than Soyuz MS-07 of 168."""
    asking = ask("longest-mission")
    assert asking.holds("mission:skylab-4", "mission:skylab-3") is False
    assert asking.holds("mission:skylab-3", "mission:skylab-4") is None
    assert asking.holds("mission:soyuz-tma-18m", "mission:soyuz-ms-07") is None


@pytest.mark.parametrize("kind", ["length-of-mission", "longest-mission", "length-of-stay"])
def test_lengths_of_fatal_flights_are_not_offered(kind: str, ask: Ask, rows: Rows) -> None:
    asking = ask(kind)
    record = "seat" if kind == "length-of-stay" else "mission"
    for subject in asking.subjects():
        for candidate in asking.candidates(f"{record}:{subject}"):
            flight = link(rows.seats[candidate]["up"]) if record == "seat" else candidate
            assert not rows.is_fatal(flight)


def test_no_flight_is_told_to_have_lasted_no_days_at_all(ask: Ask) -> None:
    """Vostok 1 took 108 minutes; beside the five days of Vostok 5, feedback would say 0 days."""
    asking = ask("longest-mission")
    assert "vostok-1" not in asking.candidates("mission:vostok-5")
    for subject in asking.subjects():
        for candidate in asking.candidates(f"mission:{subject}"):
            said = asking.because(f"mission:{subject}", f"mission:{candidate}")
            assert " 0 " not in said


# The flight of a length -----------------------------------------------------------------------


def test_flights_are_asked_for_by_their_length(ask: Ask) -> None:
    asking = ask("mission-of-length")
    assert len(asking.subjects()) >= 340
    assert asking.stem("mission:apollo-11") == (
        "Which of these flights lasted about 8 days, from launch to landing?"
    )
    assert {"apollo-8", "apollo-13", "apollo-16"} <= asking.wrong("mission:apollo-11")


def test_a_flight_of_nearly_the_length_asked_for_is_not_known_to_be_wrong(ask: Ask) -> None:
    """Soyuz TMA-18M lasted 182 days, Soyuz TMA-19M 186, Soyuz TMA-16M 170."""
    asking, mission = ask("mission-of-length"), "mission:soyuz-tma-18m"
    assert asking.holds(mission, "mission:soyuz-tma-19m") is None
    assert asking.holds(mission, "mission:soyuz-tma-16m") is None


def test_flights_of_the_same_length_are_all_right(ask: Ask) -> None:
    """So a choice shows one of them, and a multiple response several."""
    asking = ask("mission-of-length")
    assert asking.holds("mission:mercury-atlas-6", "mission:mercury-atlas-7") is True


def test_no_flight_is_offered_that_lasted_no_days_at_all(ask: Ask) -> None:
    """Vostok 1 lasted 108 minutes, Vostok 3 four days."""
    assert "vostok-1" not in ask("mission-of-length").candidates("mission:vostok-3")
