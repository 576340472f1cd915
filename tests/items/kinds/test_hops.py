"""Flights that were not meant to reach orbit: what is asked about, and the traps."""

import pytest

from quizzes.items.blueprint import Blueprint
from quizzes.items.generate import Generator
from quizzes.items.item import DEFAULT_TOPICS, Interaction, Topic
from quizzes.items.kinds import KIND_BY_SLUG, KINDS
from quizzes.items.kinds.base import resolve
from quizzes.items.papers import make_paper
from tests.items.kinds.conftest import Ask
from tests.items.oracle.rows import Rows


@pytest.mark.parametrize(
    ("kind", "least"), [("person-on-hop", 45), ("hop-of-person", 135), ("year-of-hop", 42)]
)
def test_hops_are_asked_about_widely(kind: str, least: int, ask: Ask) -> None:
    assert len(ask(kind).subjects()) >= least


def test_hops_are_asked_about_only_where_somebody_wants_them(generator: Generator) -> None:
    assert Topic.SUBORBITAL not in DEFAULT_TOPICS
    assert {*DEFAULT_TOPICS, Topic.SUBORBITAL} == set(Topic)
    paper = make_paper(Blueprint(DEFAULT_TOPICS, 20), "by default", generator)
    assert isinstance(paper, list)
    assert {item.topic for item in paper} == set(DEFAULT_TOPICS)


def test_a_paper_of_hops_can_be_limited_to_years(generator: Generator, rows: Rows) -> None:
    """Limits are kept by flights that never reached orbit too."""
    blueprint = Blueprint((Topic.SUBORBITAL,), 5, years=(2021, 2023))
    paper = make_paper(blueprint, "limited", generator)
    assert isinstance(paper, list)
    for item in paper:
        subject = resolve(item.subject, generator.facts)
        flight = KIND_BY_SLUG[item.kind].mission(subject, generator.facts)
        assert "2021" <= rows.missions[flight.slug]["launched_at"] < "2024"


@pytest.mark.parametrize("slug", ["soyuz-18a", "soyuz-ms-10", "soyuz-t-10-1", "sts-51-l"])
def test_launches_to_orbit_that_were_broken_off_are_no_hops(slug: str, ask: Ask) -> None:
    assert slug not in ask("person-on-hop").subjects()
    assert slug not in ask("year-of-hop").subjects()
    asking = ask("hop-of-person")
    assert not [p for p in asking.subjects() if slug in asking.candidates(f"person:{p}")]


def test_who_only_was_aboard_a_launch_broken_off_made_no_hop(ask: Ask) -> None:
    assert not ask("hop-of-person").subjects() & {"nick-hague", "vasily-lazarev"}


def test_the_flight_that_cost_a_life_is_neither_asked_about_nor_offered(ask: Ask) -> None:
    """Michael Adams died on X-15 flight 3-65-97."""
    assert "michael-j-adams" not in ask("hop-of-person").subjects()
    asking = ask("person-on-hop")
    assert "x-15-flight-3-65-97" not in asking.subjects() | ask("year-of-hop").subjects()
    assert "michael-j-adams" not in asking.candidates("mission:x-15-flight-3-64-95")


def test_all_the_hops_of_somebody_are_right(ask: Ask) -> None:
    """Joseph Walker made three."""
    asking, person = ask("hop-of-person"), "person:joseph-a-walker"
    own = {"x-15-flight-3-14-24", "x-15-flight-3-21-32", "x-15-flight-3-22-36"}
    assert {m for m in asking.candidates(person) if asking.holds(person, f"mission:{m}")} == own
    assert not asking.wrong(person) & own


def test_only_flights_of_one_programme_are_offered_where_it_hopped_often(
    ask: Ask, rows: Rows
) -> None:
    asking = ask("hop-of-person")
    offered = asking.candidates("person:wally-funk")
    assert {rows.family(mission) for mission in offered} == {"New Shepard"}
    assert len(offered) >= 15


def test_no_name_tells_the_year(ask: Ask, rows: Rows) -> None:
    """VSS Unity VP-03 is known with the month of its flight."""
    assert rows.missions["vss-unity-vp-03"]["name"] == "VSS Unity VP-03 (Dec 2018)"
    assert "vss-unity-vp-03" not in ask("year-of-hop").subjects()
    asking = ask("hop-of-person")
    people = asking.subjects()
    assert not [p for p in people if "vss-unity-vp-03" in asking.candidates(f"person:{p}")]


def test_who_flew_higher_later_is_told_by_the_hop(ask: Ask) -> None:
    """Alan Shepard walked on the Moon too."""
    because = ask("person-on-hop").because("mission:mercury-redstone-4", "person:alan-shepard")
    assert because == "Alan Shepard launched on Mercury-Redstone 3 (Freedom 7) in 1961 as pilot."


def test_no_hop_is_an_answer_of_another_topic(generator: Generator, rows: Rows) -> None:
    hops = {slug for slug, row in rows.missions.items() if row["flight_class"] != "orbital"}
    for kind in KINDS:
        if kind.topic is not Topic.SUBORBITAL:
            asked = {kind.mission(s, generator.facts).slug for s in generator.subjects(kind)}
            assert not asked & hops, kind.slug


def test_the_year_is_no_choice(ask: Ask) -> None:
    """Too few years to choose from: see ``YearOfHop``."""
    assert Interaction.CHOICE not in ask("year-of-hop").kind.interactions
