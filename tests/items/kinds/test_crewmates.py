"""Who flew with whom, and how often: what is asked about, and the traps."""

import pytest

from quizzes.facts.base import FactBase
from quizzes.items.generate import Generator
from quizzes.items.item import Item
from quizzes.items.kinds import KIND_BY_SLUG
from quizzes.items.seeds import Draw
from tests.items.kinds.conftest import Ask
from tests.items.oracle.rows import Rows, link


@pytest.mark.parametrize(
    ("kind", "least"),
    [
        ("not-aboard", 270),
        ("launched-with", 1300),
        ("flew-on-both", 700),
        ("flights-of-person", 580),
    ],
)
def test_crewmates_are_asked_about_widely(kind: str, least: int, ask: Ask) -> None:
    assert len(ask(kind).subjects()) >= least


@pytest.mark.parametrize("kind", ["not-aboard", "launched-with", "flew-on-both"])
def test_flights_that_cost_lives_are_not_asked_about(kind: str, ask: Ask, rows: Rows) -> None:
    for subject in ask(kind).subjects():
        assert not rows.is_fatal(link(rows.seats[subject]["up"]) if "_" in subject else subject)


# Not aboard -----------------------------------------------------------------------------------


def test_the_negative_is_in_capitals(ask: Ask) -> None:
    stem = ask("not-aboard").stem("mission:apollo-11")
    assert stem == "Who was NOT aboard when Apollo 11 launched?"


@pytest.mark.parametrize("slug", ["vostok-1", "gemini-iii", "soyuz-ms-29"])
def test_no_crew_is_asked_about_that_is_small_or_unknown(slug: str, ask: Ask) -> None:
    assert slug not in ask("not-aboard").subjects()


def test_who_only_came_home_on_the_flight_was_not_aboard_when_it_launched(ask: Ask) -> None:
    asking, mission = ask("not-aboard"), "mission:soyuz-tma-18m"
    assert asking.holds(mission, "person:scott-kelly") is True
    assert "scott-kelly" in asking.candidates(mission)
    assert asking.wrong(mission) == {"sergey-volkov", "andreas-mogensen", "aidyn-aimbetov"}


def test_nobody_is_known_to_be_missing_from_a_crew_without_a_source(ask: Ask) -> None:
    assert ask("not-aboard").holds("mission:soyuz-ms-29", "person:yuri-gagarin") is None


# Launched with --------------------------------------------------------------------------------


def test_a_crewmate_of_the_year_is_asked_for(ask: Ask) -> None:
    asking, seat = ask("launched-with"), "seat:scott-kelly_soyuz-tma-16m"
    assert asking.stem(seat) == "Who launched into orbit together with Scott Kelly in 2015?"
    assert asking.holds(seat, "person:gennady-padalka") is True
    assert asking.because(seat, "person:gennady-padalka") == (
        "Gennady Padalka and Scott Kelly launched together on Soyuz TMA-16M."
    )


def test_who_came_home_with_somebody_had_not_launched_with_them(ask: Ask) -> None:
    asking, seat = ask("launched-with"), "seat:scott-kelly_soyuz-tma-16m"
    assert asking.holds(seat, "person:sergey-volkov") is False


def test_nobody_is_offered_as_their_own_crewmate(ask: Ask) -> None:
    asking, seat = ask("launched-with"), "seat:scott-kelly_soyuz-tma-16m"
    assert "scott-kelly" not in asking.candidates(seat)
    assert asking.holds(seat, "person:scott-kelly") is False


@pytest.mark.parametrize(
    "person", ["susan-kilrain_sts-83", "susan-kilrain_sts-94", "james-d-halsell_sts-94"]
)
def test_who_launched_twice_in_a_year_is_not_asked_about(person: str, ask: Ask) -> None:
    """The crew of STS-83 flew again on STS-94 three months later."""
    assert person not in ask("launched-with").subjects()


def test_a_launch_that_reached_no_orbit_counts_as_one_of_the_year(ask: Ask, rows: Rows) -> None:
    """Nobody is asked about who tried twice in one year."""
    for seat in ask("launched-with").subjects():
        person, year = (
            link(rows.seats[seat]["person"]),
            rows.missions[link(rows.seats[seat]["up"])]["launched_at"][:4],
        )
        own = [rows.missions[link(row["up"])]["launched_at"][:4] for row in rows.of[person]]
        assert own.count(year) == 1, seat


# Both -----------------------------------------------------------------------------------------


def test_who_flew_on_both_is_asked_once_for_two_flights(ask: Ask, facts: FactBase) -> None:
    asking = ask("flew-on-both")
    stems = [asking.stem(f"seat:{seat}") for seat in asking.subjects()]
    assert len(stems) == len(set(stems))


def test_who_flew_on_one_of_both_is_offered(ask: Ask) -> None:
    asking, seat = ask("flew-on-both"), "seat:timothy-kopra_soyuz-tma-19m"
    assert asking.stem(seat) == "Who launched on both STS-127 and Soyuz TMA-19M?"
    assert asking.holds(seat, "person:timothy-kopra") is True
    assert {"yuri-malenchenko", "tim-peake", "david-wolf"} <= asking.wrong(seat)


def test_who_came_home_on_one_of_both_had_not_launched_on_it(ask: Ask) -> None:
    """Koichi Wakata landed on STS-127."""
    asking, seat = ask("flew-on-both"), "seat:timothy-kopra_soyuz-tma-19m"
    assert "koichi-wakata" not in asking.candidates(seat)


def test_a_crew_that_flew_twice_makes_no_question(generator: Generator) -> None:
    """All seven of STS-83 flew on STS-94: there is nobody to offer as wrong."""
    kind = KIND_BY_SLUG["flew-on-both"]
    (seat,) = (s for s in generator.subjects(kind) if s.slug.endswith("_sts-94"))
    assert not isinstance(generator.item(kind, seat, Draw("twice")), Item)


# How often ------------------------------------------------------------------------------------


def test_numbers_of_flights_are_the_same_for_all(generator: Generator) -> None:
    """Were five offered for some, it would be struck out or be the key."""
    kind = KIND_BY_SLUG["flights-of-person"]
    for number in range(50):
        item = generator.any_item(kind, Draw(f"numbers {number}"))
        assert item is not None
        shown = [option.text.render() for option in item.options]
        assert shown == ["one flight", "two flights", "three flights", "four flights"]


@pytest.mark.parametrize("often", ["jerry-l-ross", "john-young", "peggy-whitson"])
def test_who_flew_more_than_four_times_is_not_asked_about(often: str, ask: Ask) -> None:
    assert often not in ask("flights-of-person").subjects()


def test_hops_and_aborted_launches_are_no_flights_into_orbit(ask: Ask) -> None:
    asking = ask("flights-of-person")
    for person, seat in (
        ("nick-hague", "nick-hague_spacex-crew-9"), ("alan-shepard", "alan-shepard_apollo-14"),
    ):  # fmt: skip
        assert asking.holds(f"person:{person}", f"seat:{seat}") is True
    assert asking.option("person:alan-shepard", "seat:alan-shepard_apollo-14") == "one flight"
    assert asking.option("person:nick-hague", "seat:nick-hague_spacex-crew-9") == "two flights"


def test_of_whoever_has_died_the_number_of_flights_is_no_longer_one_as_of_a_day(ask: Ask) -> None:
    asking = ask("flights-of-person")
    titov, glenn = "person:gherman-titov", "person:john-glenn"
    assert asking.stem(titov) == "How many flights into orbit did Gherman Titov make?"
    assert asking.because(titov, "seat:gherman-titov_vostok-2") == (
        "Gherman Titov made one flight into orbit: Vostok 2 in 1961."
    )
    assert asking.because(glenn, "seat:john-glenn_sts-95") == (
        "John Glenn made two flights into orbit, the last on STS-95 in 1998."
    )


def test_a_number_of_flights_is_told_with_its_date(ask: Ask) -> None:
    stem = ask("flights-of-person").stem("person:nick-hague")
    assert stem == "How many flights into orbit had Nick Hague made as of 3 July 2026?"
