"""What makes a distractor tempting: what it shares with the key.

Every record has attributes: pairs of a relation and a value, such as
``(Relation.SAME_FAMILY, "Soyuz")``. Two records are related by the attributes they share. The
strongest one names the relation.
"""

from collections.abc import Iterator
from functools import singledispatch
from typing import Final, TypeAlias

from quizzes.facts.base import FactBase
from quizzes.facts.records import (
    Agency,
    Fact,
    Mission,
    Person,
    Seat,
    Site,
    Spacecraft,
    Spacewalk,
    Station,
)
from quizzes.facts.regions import Region
from quizzes.items.item import Relation

Attribute: TypeAlias = tuple[Relation, str]

# The order in which a shared attribute names the relation, strongest first.
STRENGTH: Final = tuple(Relation)


def mission_attributes(mission: Mission, facts: FactBase) -> Iterator[Attribute]:
    yield Relation.SAME_FAMILY, facts.family(mission)
    yield Relation.SAME_SPACECRAFT, mission.spacecraft
    yield from decade(mission)
    for station in mission.stations:
        yield Relation.SAME_STATION, station


def decade(mission: Mission) -> Iterator[Attribute]:
    if mission.launched_at is not None:
        yield Relation.SAME_DECADE, str(mission.launched_at.year // 10)


def seat_attributes(seat: Seat, facts: FactBase) -> Iterator[Attribute]:
    yield from mission_attributes(facts.missions[seat.up], facts)
    if seat.agency is not None:
        yield Relation.SAME_AGENCY, seat.agency


def attributes(record: Fact, facts: FactBase) -> frozenset[Attribute]:
    """All that ``record`` may share with others."""
    return frozenset(_attributes(record, facts))


@singledispatch
def _attributes(record: Fact, _facts: FactBase) -> Iterator[Attribute]:
    raise TypeError(f"{type(record).__name__} has no attributes")


@_attributes.register
def _(record: Person, facts: FactBase) -> Iterator[Attribute]:
    for seat in facts.seats_of(record):
        yield Relation.SAME_CREW, seat.up
        yield from seat_attributes(seat, facts)


@_attributes.register
def _(record: Mission, facts: FactBase) -> Iterator[Attribute]:
    yield from mission_attributes(record, facts)
    for seat in facts.crew_up(record):
        yield Relation.SAME_MEMBER, seat.person


@_attributes.register
def _(record: Seat, facts: FactBase) -> Iterator[Attribute]:
    return seat_attributes(record, facts)


@_attributes.register
def _(record: Agency, facts: FactBase) -> Iterator[Attribute]:
    yield Relation.SAME_COUNTRY, record.country
    for seat in facts.seats_for(record):
        yield from mission_attributes(facts.missions[seat.up], facts)


@_attributes.register
def _(record: Site, facts: FactBase) -> Iterator[Attribute]:
    yield Relation.SAME_COUNTRY, record.country
    for flight in facts.launches_from(record):
        yield from decade(flight)


@_attributes.register
def _(record: Region, _facts: FactBase) -> Iterator[Attribute]:
    yield Relation.SAME_SURFACE, record.surface


@_attributes.register
def _(record: Spacecraft, _facts: FactBase) -> Iterator[Attribute]:
    yield Relation.SAME_FAMILY, record.family
    yield Relation.SAME_COUNTRY, record.country


@_attributes.register
def _(record: Station, facts: FactBase) -> Iterator[Attribute]:
    yield Relation.SAME_COUNTRY, record.country
    for flight in facts.flights_to(record):
        yield Relation.SAME_FAMILY, facts.family(flight)
        yield from decade(flight)


@_attributes.register
def _(record: Spacewalk, facts: FactBase) -> Iterator[Attribute]:
    for slug in record.people:
        yield Relation.SAME_MEMBER, slug
    if record.mission is not None:
        yield from mission_attributes(facts.missions[record.mission], facts)
