"""A fact base holds what a source says, and forgets the rest."""

from datetime import date
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from quizzes.facts.base import FactBase
from quizzes.facts.records import Fact, Mission, Records
from quizzes.facts.sourcing import STATED_FIELDS, sourced
from quizzes.queries.facts import load_fact_base
from quizzes.queries.generators import current_generator
from tests.factories import (
    MissionFactory,
    PersonFactory,
    SeatFactory,
    SpacewalkFactory,
    StationFactory,
    full_provenance,
)
from tests.facts.made_up import RECORDS, at, changed, cited

FACTS = FactBase(RECORDS)


# Truth ------------------------------------------------------------------------------------------


def test_a_value_with_a_source_is_known() -> None:
    assert FACTS.missions["comet-1"].orbits == 157.0


def test_a_value_without_a_source_is_not_known() -> None:
    facts = FactBase(cited("missions", "comet-1", "orbits"))

    assert facts.missions["comet-1"].orbits is None


def test_a_disputed_value_is_not_known() -> None:
    facts = FactBase(changed("missions", "comet-1", disputed=("orbits",)))

    assert facts.missions["comet-1"].orbits is None


@pytest.mark.parametrize("record", STATED_FIELDS)
def test_nothing_is_known_of_a_record_without_provenance(record: type[Fact]) -> None:
    tables = (RECORDS.agencies, RECORDS.people, RECORDS.stations, RECORDS.sites,
              RECORDS.missions, RECORDS.seats, RECORDS.spacewalks, RECORDS.spacecraft)  # fmt: skip
    (held, *_) = next(table for table in tables if type(table[0]) is record)
    silent = sourced(type(held)(**{**fields_of(held), "provenance": {}}))

    assert {name: getattr(silent, name) for name, _ in STATED_FIELDS[record]} == dict(
        STATED_FIELDS[record]
    )


def fields_of(record: Fact) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__dataclass_fields__}


def test_a_record_that_is_known_whole_is_not_copied() -> None:
    (mission, _) = RECORDS.missions

    assert sourced(mission) is mission


# Crews and times --------------------------------------------------------------------------------


def slugs(records: Any) -> list[str]:
    return [record.slug for record in records]


def test_crews_at_launch_and_at_landing() -> None:
    first, second = FACTS.missions["comet-1"], FACTS.missions["comet-2"]

    assert slugs(FACTS.crew_up(first)) == ["cy_comet-1", "ada_comet-1"]
    assert slugs(FACTS.crew_down(first)) == ["cy_comet-1"]
    assert slugs(FACTS.crew_down(second)) == ["ada_comet-1", "bo_comet-2"]


def test_a_stay_ends_with_the_landing_of_the_vehicle_down() -> None:
    seat = FACTS.seats["ada_comet-1"]

    assert (FACTS.launched_at(seat), FACTS.landed_at(seat)) == (at(1), at(25))
    assert FACTS.stay_s(seat) == 24 * 86_400


def test_a_stay_without_a_landing_has_no_length() -> None:
    facts = FactBase(cited("seats", "ada_comet-1", "down"))

    assert facts.stay_s(facts.seats["ada_comet-1"]) is None


def test_a_crew_is_known_only_when_all_of_it_is() -> None:
    def known(records: Records) -> bool:
        facts = FactBase(records)
        return facts.crew_is_known(facts.missions["comet-1"])

    assert known(RECORDS)
    assert not known(changed("missions", "comet-1", crew_up=3))
    assert not known(cited("missions", "comet-1", "crew_up"))
    assert not known(cited("seats", "ada_comet-1", "up"))


def test_the_flights_of_a_person_are_known_unless_one_is_disputed() -> None:
    disputed = FactBase(changed("seats", "ada_comet-1", disputed=("up",)))

    assert FACTS.flights_are_known(FACTS.people["ada"])
    assert not disputed.flights_are_known(disputed.people["ada"])


def test_there_is_a_commander_where_one_seat_says_so() -> None:
    silent = FactBase(cited("seats", "cy_comet-1", "role"))

    assert FACTS.commander(FACTS.missions["comet-1"]) is FACTS.people["cy"]
    assert silent.commander(silent.missions["comet-1"]) is None


def test_citations_name_each_source_once() -> None:
    mission = FACTS.missions["comet-1"]

    (citation,) = FACTS.cite((mission, "orbits"), (mission, "landed_at"), (mission, "vehicle"))
    assert (citation.source, citation.read_on) == ("book", date(2020, 1, 1))


# From the database ------------------------------------------------------------------------------


def make(count: int) -> None:
    for _ in range(count):
        station = StationFactory.create()
        mission = MissionFactory.create(stations=[station])
        seat = SeatFactory.create(up=mission)
        SpacewalkFactory.create(mission=mission, people=[seat.person])


@pytest.mark.parametrize("count", [1, 3])
def test_it_takes_the_same_number_of_queries_for_any_number_of_facts(
    no_facts: None, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    make(count)

    with django_assert_num_queries(12):
        facts = load_fact_base()
    assert (len(facts.missions), len(facts.seats), len(facts.spacewalks)) == (count,) * 3


def test_it_reads_what_the_rows_say(no_facts: None) -> None:
    seat = SeatFactory.create(role="commander")
    walk = SpacewalkFactory.create(mission=seat.up, people=[seat.person, PersonFactory.create()])

    facts = load_fact_base()

    mission = facts.missions[seat.up.slug]
    assert (mission.launched_at, mission.landed_at) == (seat.up.launched_at, seat.up.landed_at)
    assert mission.operators == tuple(agency.slug for agency in seat.up.operators.all())
    assert facts.commander(mission) is facts.people[seat.person.slug]
    assert facts.spacewalks[walk.slug].people == tuple(
        sorted(person.slug for person in walk.people.all())
    )


def test_it_forgets_what_the_rows_cite_nobody_for(no_facts: None) -> None:
    provenance = full_provenance(Mission, without=["landed_at"])
    silent = MissionFactory.create(provenance=provenance)
    disputed = MissionFactory.create(disputed=["landed_at"])

    facts = load_fact_base()

    assert facts.missions[silent.slug].landed_at is None
    assert facts.missions[disputed.slug].landed_at is None
    assert facts.missions[silent.slug].landing_region == "Kazakhstan"


def test_it_is_loaded_once_for_each_revision_of_the_facts(
    loaded_facts: FactBase, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        generator, _revision = current_generator()
    assert generator.facts is loaded_facts
