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


# Stays ----------------------------------------------------------------------------------------


def test_stays_are_asked_about_of_nearly_everybody(ask: Ask) -> None:
    for kind, least in (("length-of-stay", 1380), ("person-of-stay", 1350)):
        subjects = ask(kind).subjects()
        assert len(subjects) >= least
        assert {"scott-kelly_soyuz-tma-16m", "valeri-polyakov_soyuz-tm-18"} <= subjects


@pytest.mark.parametrize("kind", ["length-of-stay", "person-of-stay"])
@pytest.mark.parametrize(
    "seat",
    [
        "sergey-kud-sverchkov_soyuz-ms-28",  # still up
        "peggy-whitson_soyuz-tma-11",  # the landing is in dispute
        "ilan-ramon_sts-107",  # the flight cost lives
        "alan-shepard_mercury-redstone-3",  # no orbit
    ],
)
def test_stays_without_an_end_that_is_known_are_not_asked_about(
    seat: str, kind: str, ask: Ask
) -> None:
    assert seat not in ask(kind).subjects()


@pytest.mark.parametrize(
    ("seat", "shown"),
    [
        ("scott-kelly_soyuz-tma-16m", "340 days"),
        ("mikhail-kornienko_soyuz-tma-16m", "340 days"),
        ("sergey-volkov_soyuz-tma-18m", "182 days"),
        ("scott-tingle_soyuz-ms-07", "168 days"),
        ("norishige-kanai_soyuz-ms-07", "168 days"),
        ("yuri-gagarin_vostok-1", "108 minutes"),
        ("valeri-polyakov_soyuz-tm-18", "438 days"),
    ],
)
def test_a_stay_is_as_long_as_the_person_was_up(seat: str, shown: str, ask: Ask) -> None:
    """Kelly and Kornienko were up for 340 days on craft that flew 171 and 182."""
    assert ask("length-of-stay").option(f"seat:{seat}", f"seat:{seat}") == shown


def test_a_stay_on_two_craft_names_both(ask: Ask) -> None:
    seat = "seat:scott-kelly_soyuz-tma-16m"
    assert ask("length-of-stay").because(seat, seat) == (
        "Scott Kelly launched on Soyuz TMA-16M, landed on Soyuz TMA-18M, "
        "and was in space for 340 days."
    )


def test_stays_of_nearly_the_same_length_are_never_wrong(ask: Ask) -> None:
    """168 and 182 days are less than a tenth apart."""
    asking, volkov = ask("length-of-stay"), "seat:sergey-volkov_soyuz-tma-18m"
    assert asking.holds(volkov, "seat:scott-tingle_soyuz-ms-07") is None
    assert asking.holds(volkov, "seat:scott-kelly_soyuz-tma-16m") is False


@pytest.mark.parametrize("crewmate", ["scott-tingle", "norishige-kanai"])
def test_crewmates_with_the_same_stay_are_right_too_and_so_never_wrong(
    crewmate: str, ask: Ask
) -> None:
    asking, seat = ask("person-of-stay"), "seat:anton-shkaplerov_soyuz-ms-07"
    assert asking.holds(seat, f"person:{crewmate}") is True
    assert crewmate not in asking.wrong(seat)


def test_who_landed_the_same_day_after_another_stay_is_offered(ask: Ask) -> None:
    """Kelly and Volkov landed together, Kelly after 340 days and Volkov after 182."""
    asking, volkov = ask("person-of-stay"), "seat:sergey-volkov_soyuz-tma-18m"
    assert asking.stem(volkov) == "Who landed on 2 March 2016 (UTC) after 182 days in space?"
    assert {"scott-kelly", "mikhail-kornienko"} <= asking.wrong(volkov)
    assert asking.because(volkov, "person:scott-kelly") == (
        "Scott Kelly came home aboard Soyuz TMA-18M on 2 March 2016 after 340 days in space."
    )


def test_nobody_is_offered_from_a_flight_that_cost_lives(ask: Ask, rows: Rows) -> None:
    """Those whose only flight near it was the lost one."""
    asking = ask("person-of-stay")
    lost = {
        link(seat["person"])
        for mission in rows.missions
        if rows.is_fatal(mission)
        for seat in rows.up[mission]
        if len(rows.of[link(seat["person"])]) == 1
    }
    assert len(lost) >= 5
    for seat in asking.subjects():
        assert not asking.candidates(f"seat:{seat}") & lost


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
