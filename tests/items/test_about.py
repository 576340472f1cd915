"""A paper about one record: every question tells of it, none twice in one way, none gives
another one away."""

from itertools import permutations

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from quizzes.facts.base import FactBase
from quizzes.items.about import about_it, asked_again, has_questions, kinds_telling_of
from quizzes.items.blueprint import Blueprint, TooFew
from quizzes.items.generate import Generator
from quizzes.items.item import Item, Topic
from quizzes.items.kinds import KIND_BY_SLUG
from quizzes.items.kinds.base import ref, resolve
from quizzes.items.papers import make_paper
from quizzes.items.rules.papers import can_stand_beside, gives_away
from tests.items.bending import ABOARD, COMMANDER

ALL = tuple(Topic)
few = settings(max_examples=12, phases=[Phase.explicit, Phase.reuse, Phase.generate])
KELLY = "person:scott-kelly"
VOLKOV = "mission:soyuz-tma-18m"


def paper_about(about: str, count: int, generator: Generator, seed: str = "seed") -> list[Item]:
    made = make_paper(Blueprint(ALL, count, about=about), seed, generator)
    assert not isinstance(made, TooFew), made
    return made


def told_by(item: Item, facts: FactBase) -> set[str]:
    """The references of all that an item tells of, its flight among it."""
    kind, subject = KIND_BY_SLUG[item.kind], resolve(item.subject, facts)
    return {*item.subjects, ref(kind.mission(subject, facts))}


# What counts as telling of it -------------------------------------------------------------------


def test_a_flight_is_told_of_by_itself_alone(facts: FactBase) -> None:
    assert about_it(VOLKOV, facts) == {VOLKOV}


def test_a_person_is_told_of_by_flights_and_stays_too(facts: FactBase) -> None:
    assert about_it(KELLY, facts) == {
        KELLY,
        "mission:sts-103", "seat:scott-kelly_sts-103",
        "mission:sts-118", "seat:scott-kelly_sts-118",
        "mission:soyuz-tma-01m", "seat:scott-kelly_soyuz-tma-01m",
        "mission:soyuz-tma-16m", "seat:scott-kelly_soyuz-tma-16m",
        "mission:soyuz-tma-18m",
    }  # fmt: skip


def test_an_agency_is_told_of_by_the_flights_it_had_somebody_on(facts: FactBase) -> None:
    assert about_it("agency:isro", facts) >= {"agency:isro"}
    flights = {ref(mission) for mission in facts.flights_for(facts.agencies["jaxa"])}
    assert about_it("agency:jaxa", facts) == {"agency:jaxa"} | flights


def test_a_station_is_told_of_by_the_flights_to_it(facts: FactBase) -> None:
    assert about_it("station:skylab", facts) == {
        "station:skylab", "mission:skylab-2", "mission:skylab-3", "mission:skylab-4",
    }  # fmt: skip


@pytest.mark.parametrize("about", ["", "mission:none", "nothing", "site:arkalyk", "a:b:c", ":"])
def test_what_has_no_questions_of_its_own_is_told_of_by_nothing(
    about: str, facts: FactBase
) -> None:
    assert about_it(about, facts) == frozenset()


# What may be asked about again ------------------------------------------------------------------


def test_flights_of_an_agency_with_many_are_asked_about_once(facts: FactBase) -> None:
    assert asked_again("agency:nasa", facts) == {"agency:nasa"}
    assert asked_again("station:iss", facts) == {"station:iss"}


def test_flights_of_an_agency_with_few_may_be_asked_about_again(facts: FactBase) -> None:
    assert asked_again("station:skylab", facts) == about_it("station:skylab", facts)
    tua = asked_again("agency:tua", facts)
    assert {"agency:tua", "person:alper-gezeravci", "mission:axiom-mission-3"} <= tua


def test_without_anything_to_be_about_nothing_is_asked_again(facts: FactBase) -> None:
    assert asked_again("", facts) == frozenset()


def test_what_a_paper_is_about_may_be_asked_about_in_another_way() -> None:
    assert not can_stand_beside(ABOARD, [COMMANDER])
    again = frozenset(COMMANDER.subjects)
    other = ABOARD._replace(subjects=(*COMMANDER.subjects,))
    assert can_stand_beside(other, [COMMANDER], again) is not gives_away(COMMANDER, other)


def test_no_kind_asks_twice_about_one_subject() -> None:
    again = frozenset(COMMANDER.subjects)
    twin = COMMANDER._replace(stem=ABOARD.stem, options=ABOARD.options, rationale=ABOARD.rationale)
    assert not can_stand_beside(twin, [COMMANDER], again)


# Papers -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "about", [VOLKOV, KELLY, "agency:jaxa", "agency:nasa", "station:mir", "station:skylab"]
)
@few
@given(seed=st.text(max_size=6))
def test_every_question_tells_of_what_the_paper_is_about(
    about: str, seed: str, generator: Generator, facts: FactBase
) -> None:
    made = make_paper(Blueprint(ALL, 5, about=about), seed, generator)
    assert not isinstance(made, TooFew) or 0 < made.available < 5
    paper = made if isinstance(made, list) else paper_about(about, made.available, generator, seed)
    wanted = about_it(about, facts)
    assert all(told_by(item, facts) & wanted for item in paper)
    assert len({(item.kind, item.subject) for item in paper}) == len(paper)
    assert not [pair for pair in permutations(paper, 2) if gives_away(*pair)]
    again = asked_again(about, facts)
    others = [reference for item in paper for reference in item.subjects if reference not in again]
    assert len(others) == len(set(others))


def test_a_flight_has_several_questions(generator: Generator) -> None:
    """One more than a paper that asks of each record once could have."""
    assert len(paper_about(VOLKOV, 2, generator)) == 2


def test_same_seed_makes_the_same_paper(generator: Generator) -> None:
    assert paper_about(KELLY, 5, generator) == paper_about(KELLY, 5, generator)


@pytest.mark.parametrize("about", ["mission:none", "person:", "agency:hughes", "nonsense"])
def test_about_nothing_there_are_no_questions(about: str, generator: Generator) -> None:
    assert make_paper(Blueprint(ALL, 5, about=about), "seed", generator) == TooFew(0)


def test_limits_hold_beside_what_it_is_about(generator: Generator) -> None:
    limited = Blueprint(ALL, 2, years=(1999, 1999), about=KELLY)
    paper = make_paper(limited, "seed", generator)
    assert isinstance(paper, list)
    assert all("sts-103" in str(item.subjects) + item.subject for item in paper)


@pytest.mark.parametrize("about", [VOLKOV, KELLY, "agency:nasa", "station:mir"])
def test_it_is_told_that_there_are_questions(about: str, generator: Generator) -> None:
    assert has_questions(about, generator)


@pytest.mark.parametrize(
    "about",
    # All that is asked about Soyuz 11 tells of the same day, crew and station.
    ["mission:soyuz-11", "mission:soyuz-34", "mission:shenzhou-22",
     "mission:x-15-flight-3-7-14", "mission:spacex-crew-13",
     "person:alan-stern", "agency:hughes", "mission:none", ""],
)  # fmt: skip
def test_it_is_told_that_there_are_none(about: str, generator: Generator) -> None:
    assert not has_questions(about, generator)


def test_where_there_are_said_to_be_questions_there_is_a_paper(
    generator: Generator, facts: FactBase
) -> None:
    """The hardest cases: flights, agencies and stations with the fewest kinds of questions."""
    told = kinds_telling_of(generator)
    tables = (facts.missions, facts.agencies, facts.stations)
    with_questions = [
        reference
        for reference in (ref(record) for table in tables for record in table.values())
        if has_questions(reference, generator)
    ]
    assert len(with_questions) > 400
    for about in sorted(with_questions, key=lambda one: len(told[one]))[:25]:
        made = (make_paper(Blueprint(ALL, 2, about=about), seed, generator) for seed in "abcde")
        assert any(isinstance(paper, list) for paper in made), about
