"""How old people were when they first reached orbit: what is asked about, and the traps."""

import pytest

from quizzes.facts.base import FactBase
from quizzes.items.kinds import KIND_BY_SLUG
from tests.items.kinds.conftest import Ask
from tests.items.oracle.rows import Rows

KINDS = ("youngest-on-first-flight", "oldest-on-first-flight", "age-on-first-flight")
every_kind = pytest.mark.parametrize("kind", KINDS)


@every_kind
def test_ages_are_asked_about_widely(kind: str, ask: Ask) -> None:
    subjects = ask(kind).subjects()
    assert len(subjects) >= 570
    assert {"yuri-gagarin", "john-glenn", "valentina-tereshkova"} <= subjects


@every_kind
@pytest.mark.parametrize(
    "person",
    [
        "abdul-ahad-mohmand",  # the birthday is known to the year only
        "ivan-bella",  # it is in dispute
        "kalpana-chawla",  # lost her life on a flight
        "alan-shepard-jr",  # nobody of that name
    ],
)
def test_whose_birthday_is_in_doubt_or_who_lost_their_life_is_not_asked_about(
    person: str, kind: str, ask: Ask
) -> None:
    assert person not in ask(kind).subjects()


def test_the_youngest_and_the_oldest_are_a_year_apart_from_all_others(ask: Ask) -> None:
    """Gagarin was 27, Leonov 30, Glenn 40."""
    youngest, oldest = ask("youngest-on-first-flight"), ask("oldest-on-first-flight")
    assert youngest.holds("person:yuri-gagarin", "person:alexei-leonov") is False
    assert oldest.holds("person:yuri-gagarin", "person:alexei-leonov") is None
    assert oldest.holds("person:john-glenn", "person:alexei-leonov") is False
    assert youngest.holds("person:john-glenn", "person:alexei-leonov") is None


def test_glenn_was_forty_on_his_first_flight_not_seventy_seven(ask: Ask) -> None:
    glenn = "person:john-glenn"
    assert ask("age-on-first-flight").option(glenn, glenn) == "40 years"


@pytest.mark.parametrize("person", ["carl-j-meade", "kenneth-cockrell", "richard-h-truly"])
def test_who_launched_within_a_day_of_a_birthday_had_another_age_somewhere(
    person: str, ask: Ask
) -> None:
    assert person in ask("oldest-on-first-flight").subjects()
    asking = ask("age-on-first-flight")
    assert person not in asking.subjects()
    assert asking.holds("person:john-glenn", f"person:{person}") is None


def test_ages_are_told_apart_by_two_years_and_a_tenth(ask: Ask, rows: Rows) -> None:
    """Titov was 25, Gagarin 27, Popovich 31, Nikolayev 32."""
    asking = ask("age-on-first-flight")
    assert asking.holds("person:gherman-titov", "person:yuri-gagarin") is None
    assert asking.holds("person:yuri-gagarin", "person:pavel-popovich") is False
    assert asking.holds("person:pavel-popovich", "person:andriyan-nikolayev") is None


def test_an_age_is_worth_something_as_long_as_it_is_not_a_guess(facts: FactBase) -> None:
    asked = KIND_BY_SLUG["age-on-first-flight"].quantity(facts.people["yuri-gagarin"], facts)
    assert (asked.value, asked.tolerance, asked.reach) == (27, 1, 6)


def test_ages_are_offered_as_often_as_they_were(ask: Ask) -> None:
    """Each age once would make most false claims odd ones, of 25 years or 60."""
    asking = ask("age-on-first-flight")
    gagarin = "person:yuri-gagarin"
    offered = [asking.option(gagarin, f"person:{p}") for p in asking.candidates(gagarin)]
    assert len(offered) > 2 * len(set(offered))
