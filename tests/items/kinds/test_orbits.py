"""How many times flights went round the Earth: what is asked about, and the traps."""

import pytest

from tests.items.kinds.conftest import Ask
from tests.items.oracle.rows import Rows, said

KINDS = ("orbits-of-mission", "mission-of-orbits", "most-orbits")
every_kind = pytest.mark.parametrize("kind", KINDS)


@every_kind
def test_orbits_are_asked_about_widely(kind: str, ask: Ask) -> None:
    subjects = ask(kind).subjects()
    assert len(subjects) >= 175
    assert {"soyuz-ms-07", "soyuz-tma-18m", "apollo-7", "shenzhou-10"} <= subjects


@every_kind
@pytest.mark.parametrize(
    "mission",
    [
        "vostok-1",  # once round, or nearly
        "gemini-viii",  # six and a half
        "gemini-x",  # nobody says how they were counted
        "skylab-4",
        "soyuz-3",  # in dispute
        "soyuz-tma-7",
        "soyuz-11",  # cost lives
        "soyuz-32",  # landed without a crew
        "soyuz-34",  # launched without one
    ],
)
def test_orbits_in_doubt_are_not_asked_about(mission: str, kind: str, ask: Ask) -> None:
    assert mission not in ask(kind).subjects()


@every_kind
def test_numbers_of_two_conventions_never_meet(kind: str, ask: Ask, rows: Rows) -> None:
    """Soyuz MS-07 made 2688 orbits at sixteen a day; Soyuz TMA-18M 2833 as they were counted."""
    asking = ask(kind)
    assert asking.holds("mission:soyuz-ms-07", "mission:soyuz-tma-18m") is None
    for subject in asking.subjects():
        convention = rows.missions[subject]["orbits_convention"]
        for other in asking.wrong(f"mission:{subject}"):
            assert rows.missions[other]["orbits_convention"] == convention


@every_kind
def test_a_wrong_number_is_a_tenth_off_at_least(kind: str, ask: Ask, rows: Rows) -> None:
    asking = ask(kind)
    for subject in asking.subjects():
        own = said(rows.missions[subject], "orbits")
        for other in asking.wrong(f"mission:{subject}"):
            number = said(rows.missions[other], "orbits")
            assert abs(number - own) >= max(2, max(number, own) / 10)


@pytest.mark.parametrize("kind", ["orbits-of-mission", "mission-of-orbits"])
def test_close_numbers_are_not_told_apart(kind: str, ask: Ask) -> None:
    asking = ask(kind)
    assert asking.holds("mission:soyuz-7", "mission:soyuz-8") is True  # 80 each
    assert asking.holds("mission:soyuz-5", "mission:soyuz-4") is None  # 49 and 48
    assert asking.holds("mission:soyuz-tma-18m", "mission:soyuz-tma-19m") is None  # 2833, 2893
    assert asking.holds("mission:soyuz-tma-18m", "mission:soyuz-ms-01") is False  # 1792


def test_each_number_is_offered_once_and_the_flight_stands_for_its_own(
    ask: Ask, rows: Rows
) -> None:
    asking = ask("orbits-of-mission")
    for subject in asking.subjects():
        candidates = asking.candidates(f"mission:{subject}")
        numbers = [said(rows.missions[other], "orbits") for other in candidates]
        assert subject in candidates
        assert len(numbers) == len(set(numbers))


def test_no_flight_with_more_orbits_or_nearly_as_many_stands_beside_the_most(
    ask: Ask, rows: Rows
) -> None:
    asking = ask("most-orbits")
    for subject in asking.subjects():
        own = said(rows.missions[subject], "orbits")
        for other in asking.wrong(f"mission:{subject}"):
            assert said(rows.missions[other], "orbits") < own
    assert asking.holds("mission:soyuz-7", "mission:soyuz-8") is None


def test_questions_say_about(ask: Ask) -> None:
    flight = "mission:soyuz-tma-18m"
    assert ask("orbits-of-mission").stem(flight) == (
        "About how many orbits of the Earth did Soyuz TMA-18M make?"
    )
    assert ask("mission-of-orbits").stem(flight) == (
        "Which of these flights made about 2,833 orbits of the Earth?"
    )
    assert ask("orbits-of-mission").option(flight, flight) == "2,833 orbits"
