"""How long people were in space: what is asked about, and the traps."""

import pytest

from tests.items.kinds.conftest import Ask
from tests.items.oracle.rows import Rows, link


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
    assert asking.stem(volkov) == "Who landed on 2 March 2016 (UTC) after about 182 days in space?"
    assert {"scott-kelly", "mikhail-kornienko"} <= asking.wrong(volkov)
    assert asking.because(volkov, "person:scott-kelly") == (
        "Scott Kelly came home aboard Soyuz TMA-18M on 2 March 2016 (UTC) after 340 days in space."
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
