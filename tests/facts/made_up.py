"""A few made-up records without a contradiction among them, to plant some in.

Two flights go to one station. Ada launches on the first and lands on the second, which Bo brings;
Cy flies the first there and back and dies in old age.
"""

import dataclasses
from datetime import UTC, date, datetime
from typing import Any, Final, TypeVar

from quizzes.facts.records import (
    Agency,
    AgencyKind,
    Citation,
    Fact,
    FlightClass,
    Mission,
    Outcome,
    Person,
    PointKind,
    Precision,
    Records,
    Seat,
    Site,
    SiteKind,
    Source,
    Spacecraft,
    Spacewalk,
    Station,
)
from quizzes.facts.sourcing import BOOKKEEPING

F = TypeVar("F", bound=Fact)

READ_ON: Final = date(2020, 1, 1)
AS_OF: Final = date(2020, 6, 1)
HOUR: Final = 3600
DAY: Final = 24 * HOUR


def at(day: int, hour: int = 12, year: int = 2010) -> datetime:
    """A day of January 2010."""
    return datetime(year, 1, day, hour, tzinfo=UTC)


def told(record: type[F], **fields: Any) -> F:
    """A record with a source for each value that it states."""
    cited = (Citation("book", READ_ON),)
    provenance = {name: cited for name in fields if name not in BOOKKEEPING}
    return record(provenance=provenance, **fields)


def flight(number: int, launched_at: datetime, landed_at: datetime, **fields: Any) -> Mission:
    return told(
        Mission,
        slug=f"comet-{number}",
        name=f"Comet {number}",
        number=number,
        spacecraft="comet",
        operators=("acme",),
        flight_class=FlightClass.ORBITAL,
        launched_at=launched_at,
        launch_precision=Precision.SECOND,
        landed_at=landed_at,
        landing_precision=Precision.SECOND,
        duration_s=round((landed_at - launched_at).total_seconds()),
        outcome=Outcome.SUCCESS,
        stations=("outpost",),
        landing_country="Kazakhstan",
        landing_region="Kazakhstan",
        landing_town="town",
        landing_distance_km=147.0,
        landing_direction="SE",
        lat=47.36,
        lon=69.61,
        point_kind=PointKind.STATED,
        **fields,
    )


def seat(person: str, up: str, down: str, stay_s: int, **fields: Any) -> Seat:
    return told(
        Seat, slug=f"{person}_{up}", person=person, up=up, down=down, stay_s=stay_s, **fields
    )


def person(slug: str, **fields: Any) -> Person:
    return told(
        Person,
        slug=slug,
        name=slug.title(),
        family_name=slug.title(),
        born_on=date(1970, 1, 1),
        born_precision=Precision.DAY,
        **fields,
    )


def agency(slug: str, predecessor: str | None) -> Agency:
    return told(
        Agency,
        slug=slug,
        name=slug,
        short_name=slug,
        kind=AgencyKind.SPACE_AGENCY,
        country="Ruritania",
        predecessor=predecessor,
    )


RECORDS: Final = Records(
    sources=(Source("book", "A book", "A publisher", "https://example.org/", "CC0", "-", READ_ON),),
    agencies=(agency("acme-before", None), agency("acme", "acme-before")),
    people=(person("ada"), person("bo"), person("cy", died_on=date(2018, 1, 1))),
    spacecraft=(told(Spacecraft, slug="comet", name="Comet", family="Comet", country="Ruritania"),),
    stations=(
        told(
            Station,
            slug="outpost",
            name="Outpost",
            country="Ruritania",
            launched_on=date(2009, 1, 1),
            ended_on=date(2012, 1, 1),
        ),
    ),
    sites=(
        told(
            Site,
            slug="town",
            name="Town",
            kind=SiteKind.TOWN,
            country="Kazakhstan",
            lat=47.78,
            lon=67.71,
        ),
    ),
    missions=(
        flight(1, at(1), at(11), crew_up=2, crew_down=1, orbits=157.0),
        flight(2, at(5), at(25), crew_up=1, crew_down=2),
    ),
    seats=(
        seat("ada", "comet-1", "comet-2", 24 * DAY, agency="acme-before", role="pilot"),
        seat("cy", "comet-1", "comet-1", 10 * DAY, agency="acme-before", role="commander"),
        seat("bo", "comet-2", "comet-2", 20 * DAY, agency="acme", role="commander"),
    ),
    spacewalks=(
        told(
            Spacewalk,
            slug="walk-1",
            number=1,
            name="Walk 1",
            people=("ada", "bo"),
            started_at=at(6),
            start_precision=Precision.MINUTE,
            duration_s=6 * HOUR,
            mission="comet-2",
        ),
        told(
            Spacewalk,
            slug="walk-2",
            number=2,
            name="Walk 2",
            people=("ada",),
            started_at=at(8),
            start_precision=Precision.MINUTE,
            duration_s=HOUR,
            mission="comet-1",
        ),
    ),
)


def changed(table: str, slug: str, records: Records = RECORDS, **fields: Any) -> Records:
    """The records, with other values in one of them."""
    held = [
        dataclasses.replace(record, **fields) if record.slug == slug else record
        for record in getattr(records, table)
    ]
    assert any(record.slug == slug for record in held)
    return dataclasses.replace(records, **{table: tuple(held)})


def cited(table: str, slug: str, field: str, *citations: Citation) -> Records:
    """The records, with other citations for one field of one of them; none: nobody says it."""
    record = next(record for record in getattr(RECORDS, table) if record.slug == slug)
    provenance = {name: held for name, held in record.provenance.items() if name != field}
    if citations:
        provenance[field] = citations
    return changed(table, slug, provenance=provenance)
