"""Who was first, youngest, or flew most: what is asked about, and the traps."""

import pytest

from quizzes.facts.base import FactBase
from quizzes.items.kinds import KIND_BY_SLUG
from quizzes.items.kinds.agency_firsts import PEOPLE_OF_AGENCY, compared, firsts_for
from quizzes.items.kinds.careers import flown
from tests.items.bending import Changing, facts_where
from tests.items.kinds.conftest import Ask
from tests.items.oracle.rows import Rows, link

OF_PEOPLE = (
    "youngest-on-first-flight", "first-into-orbit", "most-flights", "longest-stay-of-person",
)  # fmt: skip
OF_ALL_TIME = ("most-flights", "longest-stay-of-person")


def verdict(kind: str, one: str, other: str, facts: FactBase) -> bool | None:
    return KIND_BY_SLUG[kind].holds(facts.people[one], facts.people[other], facts)


# All of them ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "least"),
    [
        ("youngest-on-first-flight", 570),
        ("first-into-orbit", 620),
        ("most-flights", 380),
        ("longest-stay-of-person", 600),
    ],
)
def test_people_are_compared_widely(kind: str, least: int, ask: Ask) -> None:
    assert len(ask(kind).subjects()) >= least


@pytest.mark.parametrize("kind", OF_PEOPLE)
def test_a_record_is_one_among_those_offered(kind: str, ask: Ask) -> None:
    assert "Which of these people" in ask(kind).stem("person:john-young")


@pytest.mark.parametrize("kind", OF_ALL_TIME)
def test_what_may_yet_change_is_told_with_its_date(kind: str, ask: Ask, facts: FactBase) -> None:
    assert f"as of 3 July {facts.as_of.year}" in ask(kind).stem("person:john-young")


@pytest.mark.parametrize("kind", OF_PEOPLE)
def test_nobody_is_compared_of_whom_a_flight_has_no_source(kind: str, ask: Ask, rows: Rows) -> None:
    """Soyuz MS-29 is yet to come: whoever is to fly on it may have flown once more."""
    asking = ask(kind)
    assert rows.up["soyuz-ms-29"]
    for seat in rows.up["soyuz-ms-29"]:
        person = link(seat["person"])
        assert person not in asking.subjects()
        assert asking.holds("person:scott-kelly", f"person:{person}") is None


@pytest.mark.parametrize("kind", OF_PEOPLE)
def test_nobody_is_compared_whom_a_flight_cost_their_lives(kind: str, ask: Ask, rows: Rows) -> None:
    asking = ask(kind)
    lost = {
        link(seat["person"])
        for mission in rows.missions
        if rows.is_fatal(mission)
        for seat in rows.up[mission]
    }
    assert {"vladimir-komarov", "kalpana-chawla", "judith-resnik"} <= lost
    assert not asking.subjects() & lost
    for person in list(asking.subjects())[::10]:
        assert not asking.candidates(f"person:{person}") & lost


# Youngest -------------------------------------------------------------------------------------


def test_gherman_titov_was_younger_than_gagarin_though_second(ask: Ask) -> None:
    asking = ask("youngest-on-first-flight")
    assert asking.holds("person:gherman-titov", "person:yuri-gagarin") is False
    assert asking.because("person:gherman-titov", "person:yuri-gagarin") == (
        "Yuri Gagarin first reached orbit at the age of 27, on Vostok 1."
    )


def test_an_age_is_in_full_years_before_the_birthday(ask: Ask) -> None:
    """Titov was born on 11 September 1935 and flew on 6 August 1961."""
    because = ask("youngest-on-first-flight").because(
        "person:gherman-titov", "person:gherman-titov"
    )
    assert "at the age of 25" in because


@pytest.mark.parametrize("slug", ["kalpana-chawla", "jeffrey-ashby", "nie-haisheng"])
def test_who_has_a_birthday_in_dispute_is_not_asked_about(slug: str, ask: Ask) -> None:
    assert slug not in ask("youngest-on-first-flight").subjects()


def test_a_birthday_known_to_the_year_is_none(ask: Ask, rows: Rows) -> None:
    rough = {slug for slug, row in rows.people.items() if row.get("born_precision") != "day"}
    assert rough
    assert not ask("youngest-on-first-flight").subjects() & rough


@pytest.mark.parametrize(
    ("born_on", "right"), [("1941-05-17", None), ("1941-05-18", None), ("1941-05-16", False)]
)
def test_ages_less_than_a_year_apart_are_not_compared(born_on: str, *, right: bool | None) -> None:
    """Ada Alm and Ben Bly flew together: she was born on 17 May 1940, he two years later."""

    def bring_nearer(rows: Changing) -> None:
        rows["ben-bly"]["born_on"] = "1942-05-17"
        rows["ada-alm"]["born_on"] = born_on

    facts = facts_where(bring_nearer)
    assert verdict("youngest-on-first-flight", "ben-bly", "ada-alm", facts) is right


# First ----------------------------------------------------------------------------------------


def test_a_hop_is_no_flight_into_orbit(ask: Ask) -> None:
    """Shepard was up before Glenn, and reached orbit on Apollo 14."""
    asking = ask("first-into-orbit")
    assert asking.holds("person:john-glenn", "person:alan-shepard") is False
    assert "Apollo 14" in asking.because("person:john-glenn", "person:alan-shepard")


def test_flights_within_a_month_are_not_compared(ask: Ask) -> None:
    """Nikolayev and Popovich launched a day apart."""
    holds = ask("first-into-orbit").holds
    assert holds("person:andriyan-nikolayev", "person:pavel-popovich") is None
    assert holds("person:yuri-gagarin", "person:pavel-popovich") is False


def test_as_many_flew_with_the_country_of_the_key_as_with_others(ask: Ask, rows: Rows) -> None:
    """One cosmonaut among three shuttle crews would be told by it to be the key."""

    def country(person: str) -> str:
        flights = [link(seat["up"]) for seat in rows.of[person]]
        first = min((m for m in flights if m in rows.orbital), key=lambda m: rows.launched[m] or 0)
        craft = rows.spacecraft[link(rows.missions[first]["spacecraft"])]
        return "Russia" if craft["country"] == "Soviet Union" else str(craft["country"])

    asking = ask("first-into-orbit")
    for person in asking.subjects():
        others = asking.candidates(f"person:{person}") - {person}
        own = sum(country(other) == country(person) for other in others)
        assert own in (len(others) / 2, len(others)), person


# Most -----------------------------------------------------------------------------------------


def test_an_aborted_launch_is_no_flight_into_orbit(ask: Ask) -> None:
    """Nick Hague launched on Soyuz MS-10 too, which did not get there."""
    because = ask("most-flights").because("person:nick-hague", "person:nick-hague")
    assert because.startswith("Nick Hague had made two flights into orbit as of 3 July 2026")


@pytest.mark.parametrize(
    ("one", "other", "right"),
    [
        ("jerry-l-ross", "john-young", False),
        ("jerry-l-ross", "franklin-chang-diaz", None),
        ("john-young", "jerry-l-ross", None),
    ],
)
def test_who_flew_as_often_is_not_offered(
    one: str, other: str, ask: Ask, *, right: bool | None
) -> None:
    assert ask("most-flights").holds(f"person:{one}", f"person:{other}") is right


# Longest --------------------------------------------------------------------------------------


def test_a_stay_is_not_the_time_over_all_flights(ask: Ask) -> None:
    """Gennady Padalka was up for longer than Polyakov, but on five flights."""
    holds = ask("longest-stay-of-person").holds
    assert holds("person:valeri-polyakov", "person:gennady-padalka") is False


def test_who_is_in_space_is_not_compared(ask: Ask, rows: Rows) -> None:
    subjects = ask("longest-stay-of-person").subjects()
    up = [seat for seat in rows.up["shenzhou-23"] if not seat.get("down")]
    assert up
    assert not {link(seat["person"]) for seat in up} & subjects


def test_stays_of_nearly_the_same_length_are_not_compared(ask: Ask) -> None:
    """Kelly and Kornienko were up together; 329 days are less than a tenth shorter."""
    holds = ask("longest-stay-of-person").holds
    assert holds("person:scott-kelly", "person:mikhail-kornienko") is None
    assert holds("person:scott-kelly", "person:christina-koch") is None
    assert holds("person:scott-kelly", "person:timothy-kopra") is False


def test_a_stay_that_nobody_knows_may_have_been_the_longest() -> None:
    def forget_one_stay(rows: Changing) -> None:
        rows["ada-alm_heron-2"]["disputed"] = ["stay_s"]

    facts = facts_where(forget_one_stay)
    assert facts.people["ada-alm"] in flown(facts)
    assert facts.people["ada-alm"] not in KIND_BY_SLUG["longest-stay-of-person"].subjects(facts)


# First for an agency --------------------------------------------------------------------------


def test_agencies_are_asked_about_that_several_flew_for(ask: Ask, rows: Rows) -> None:
    people = ask("first-for-agency").subjects()
    asked = {link(row["agency"]) for person in people for row in rows.of[person]}
    assert {"esa", "jaxa", "csa", "cnes", "cmsa"} <= asked
    assert not asked & {"nasa", "kari"}


def test_who_flew_for_the_predecessor_was_not_the_first(ask: Ask) -> None:
    """Koichi Wakata flew for NASDA before there was JAXA."""
    asking = ask("first-for-agency")
    assert asking.stem("person:akihiko-hoshide").endswith("for JAXA (Japan)?")
    assert asking.stem("person:koichi-wakata").endswith("for NASDA (Japan)?")
    assert asking.holds("person:akihiko-hoshide", "person:koichi-wakata") is None
    assert "koichi-wakata" not in asking.candidates("person:akihiko-hoshide")


def test_the_first_canadian_is_left_out_whose_agency_is_in_dispute(ask: Ask) -> None:
    """Marc Garneau flew in 1984, before there was CSA, and again in 1996."""
    asking = ask("first-for-agency")
    assert asking.stem("person:roberta-bondar") == (
        "Which of these people was the first to fly into orbit for CSA (Canada)?"
    )
    assert "marc-garneau" not in asking.candidates("person:roberta-bondar")
    assert asking.holds("person:roberta-bondar", "person:marc-garneau") is None
    assert asking.holds("person:roberta-bondar", "person:chris-hadfield") is False


def test_two_on_one_flight_are_not_compared(ask: Ask) -> None:
    person = "person:fei-junlong"
    assert ask("first-for-agency").holds(person, "person:nie-haisheng") is None


def test_every_agency_has_people_enough(facts: FactBase, ask: Ask) -> None:
    asked = {compared(facts)[facts.people[slug]] for slug in ask("first-for-agency").subjects()}
    for agency in {seat.agency for seat in asked}:
        assert len(firsts_for(facts)[agency or ""]) in PEOPLE_OF_AGENCY
