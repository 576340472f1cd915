"""When flights launched: what is asked about, and the traps."""

from datetime import UTC, datetime, timedelta

import pytest

from quizzes.facts.base import FactBase
from quizzes.items.kinds import KIND_BY_SLUG
from tests.items import made_up
from tests.items.bending import Changing
from tests.items.kinds.conftest import Ask
from tests.items.oracle.rows import Rows, link

YEAR_KINDS = ("launch-year-of-mission", "mission-of-launch-year")
ALL_KINDS = (*YEAR_KINDS, "mission-of-person-in-year")

# Years ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", YEAR_KINDS)
def test_years_are_asked_about_of_nearly_every_flight(kind: str, ask: Ask) -> None:
    subjects = ask(kind).subjects()
    assert len(subjects) >= 350
    assert {"vostok-1", "apollo-11", "soyuz-tma-18m", "shenzhou-5"} <= subjects


@pytest.mark.parametrize("kind", YEAR_KINDS)
@pytest.mark.parametrize(
    "mission",
    [
        "soyuz-34",  # nobody says when it launched
        "soyuz-ms-29",
        "mercury-redstone-3",  # no orbit
        "soyuz-1",  # cost lives
        "sts-107",
    ],
)
def test_flights_of_unknown_time_or_no_orbit_or_that_cost_lives_are_not_asked_about(
    mission: str, kind: str, ask: Ask
) -> None:
    assert mission not in ask(kind).subjects()


@pytest.mark.parametrize("kind", YEAR_KINDS)
def test_flights_that_cost_lives_are_not_offered(kind: str, ask: Ask, rows: Rows) -> None:
    asking = ask(kind)
    for subject in asking.subjects():
        assert not any(map(rows.is_fatal, asking.candidates(f"mission:{subject}")))


@pytest.mark.parametrize("kind", YEAR_KINDS)
def test_the_year_next_to_it_is_too_close_to_be_wrong(kind: str, ask: Ask) -> None:
    """Soyuz TMA-18M launched in 2015: Soyuz MS-01 in 2016, Soyuz MS-04 in 2017."""
    asking, subject = ask(kind), "mission:soyuz-tma-18m"
    assert asking.holds(subject, "mission:soyuz-tma-16m") is True
    assert asking.holds(subject, "mission:soyuz-ms-01") is None
    assert asking.holds(subject, "mission:soyuz-ms-04") is False


@pytest.mark.parametrize("kind", YEAR_KINDS)
def test_a_launch_at_new_year_may_have_been_in_another_year_where_it_was(kind: str) -> None:
    """Asked about, and known to be of another year, from a day before to a day after."""
    asked, known = [], []
    for hours in (-25, -23, 23, 25):
        launch = datetime(1991, 1, 1, tzinfo=UTC) + timedelta(hours=hours)
        facts = flights_at(launch, launch + timedelta(days=1500))
        flight, other = facts.missions["stork-1"], facts.missions["stork-2"]
        asked.append(flight in KIND_BY_SLUG[kind].subjects(facts))
        known.append(KIND_BY_SLUG[kind].holds(other, flight, facts))
    assert asked == [True, False, False, True]
    assert known == [False, None, None, False]


def flights_at(*launches: datetime) -> FactBase:
    flights = [
        made_up.mission(f"Stork {number}", number, "stork", launch, timedelta(days=5))
        for number, launch in enumerate(launches, 1)
    ]
    return made_up.fact_base(made_up.world([], flights, []))


def test_a_year_is_offered_once_and_two_apart_at_least(ask: Ask) -> None:
    asking = ask("launch-year-of-mission")
    for subject in asking.subjects():
        candidates = asking.candidates(f"mission:{subject}")
        shown = [asking.option(f"mission:{subject}", f"mission:{slug}") for slug in candidates]
        assert len(set(shown)) == len(shown)
    assert asking.kind.differ(1999, 2001)
    assert not asking.kind.differ(1999, 2000)


def test_no_year_is_offered_in_which_a_long_programme_was_not_yet_or_no_more(ask: Ask) -> None:
    assert years_offered("sts-1", ask) == set(range(1981, 1990))
    assert max(years_offered("sts-135", ask)) == 2011


def test_a_programme_of_few_years_is_asked_about_with_years_around(ask: Ask) -> None:
    assert {1961, 1963, 1965, 1968} <= years_offered("vostok-1", ask)


def years_offered(mission: str, ask: Ask) -> set[int]:
    asking, subject = ask("launch-year-of-mission"), f"mission:{mission}"
    offered = asking.candidates(subject)
    return {int(asking.option(subject, f"mission:{candidate}")) for candidate in offered}


def test_flights_of_several_programmes_may_be_of_a_year(ask: Ask, rows: Rows) -> None:
    wrong = ask("mission-of-launch-year").wrong("mission:soyuz-tma-9")
    assert {"Soyuz", "Space Shuttle", "Shenzhou"} == {rows.family(mission) for mission in wrong}


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_feedback_tells_the_year(kind: str, ask: Ask) -> None:
    record = "mission:soyuz-tma-18m"
    subject = "seat:sergey-volkov_soyuz-tma-18m" if "person" in kind else record
    assert "launched" in ask(kind).because(subject, record)
    assert "in 2015" in ask(kind).because(subject, record)


# A person's flight in a year ------------------------------------------------------------------


def test_flights_are_asked_about_of_nearly_everybody(ask: Ask) -> None:
    subjects = ask("mission-of-person-in-year").subjects()
    assert len(subjects) >= 1350
    assert {"scott-kelly_soyuz-tma-16m", "yuri-gagarin_vostok-1"} <= subjects


def test_other_flights_of_the_same_person_are_offered(ask: Ask) -> None:
    asking, seat = ask("mission-of-person-in-year"), "seat:scott-kelly_soyuz-tma-16m"
    assert {"sts-103", "sts-118", "soyuz-tma-01m", "soyuz-tma-18m"} <= asking.wrong(seat)
    assert asking.stem(seat) == "On which flight did Scott Kelly launch in 2015?"


def test_who_launched_twice_in_a_year_is_not_asked_about(ask: Ask, rows: Rows) -> None:
    """The crew of STS-83 flew again as STS-94, in 1997."""
    subjects = ask("mission-of-person-in-year").subjects()
    assert "janice-e-voss_sts-83" in rows.seats
    assert not {"janice-e-voss_sts-83", "janice-e-voss_sts-94"} & subjects
    assert "janice-e-voss_sts-99" in subjects


def test_an_aborted_launch_counts_as_a_launch_of_its_year(ask: Ask) -> None:
    """Nick Hague launched in 2018 and did not reach orbit, and again in 2019."""
    subjects = ask("mission-of-person-in-year").subjects()
    assert "nick-hague_soyuz-ms-10" not in subjects
    assert "nick-hague_soyuz-ms-12" in subjects


def test_who_may_have_launched_again_in_that_year_is_not_asked_about(rows: Rows, ask: Ask) -> None:
    subjects = ask("mission-of-person-in-year").subjects()
    unsourced = {
        link(row["person"]) for row in rows.seats.values() if "up" not in row.get("provenance", {})
    }
    assert unsourced
    assert not {seat for seat in subjects if link(rows.seats[seat]["person"]) in unsourced}


def test_a_crew_that_nobody_knows_may_have_had_that_person_aboard() -> None:
    def forget_who_counted(rows: Changing) -> None:
        del rows["heron-1"]["crew_up"]

    verdicts = []
    for change in (lambda _rows: None, forget_who_counted):
        tables = made_up.small_world(days_apart=made_up.DAYS_BETWEEN_YEARS)
        change({row["slug"]: row for row in tables["missions"]})
        facts = made_up.fact_base(tables)
        subject = facts.seats["gus-gil_stork-1"]
        kind = KIND_BY_SLUG["mission-of-person-in-year"]
        verdicts.append(kind.holds(subject, facts.missions["heron-1"], facts))
    assert verdicts == [False, None]


def test_a_flight_of_theirs_that_cost_lives_is_not_offered(ask: Ask) -> None:
    asking = ask("mission-of-person-in-year")
    assert "kalpana-chawla_sts-107" not in asking.subjects()
    assert "sts-107" not in asking.candidates("seat:kalpana-chawla_sts-87")
