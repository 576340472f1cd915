"""Made-up facts, among them a small world in which everything is known.

They are made as rows of fixture files, so that the oracle can read them as well as the engine.
"""

import dataclasses
import typing
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final, TypeVar

from quizzes.facts import records
from quizzes.facts.base import FactBase
from tests import fixture_files
from tests.items.oracle.rows import Row, Tables, link

R = TypeVar("R")

CITED: Final = ["almanac@2026-01-31"]
START: Final = datetime(1990, 1, 1, 12, tzinfo=UTC)


def row(slug: str, **fields: Any) -> dict[str, Any]:
    """A row of which the almanac says everything."""
    return {"slug": slug, "provenance": dict.fromkeys(fields, CITED), **fields}


def clock(time: datetime) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ")


def fact_base(tables: Tables) -> FactBase:
    """What the engine makes of the rows."""
    return FactBase(
        records.Records(
            sources=read(tables, "sources", records.Source),
            agencies=read(tables, "agencies", records.Agency),
            people=read(tables, "people", records.Person),
            spacecraft=read(tables, "spacecraft", records.Spacecraft),
            stations=read(tables, "stations", records.Station),
            sites=read(tables, "sites", records.Site),
            missions=read(tables, "missions", records.Mission),
            seats=read(tables, "seats", records.Seat),
            spacewalks=read(tables, "spacewalks", records.Spacewalk),
        )
    )


def read(tables: Tables, name: str, record: type[R]) -> tuple[R, ...]:
    hints = typing.get_type_hints(record)
    known = [field.name for field in dataclasses.fields(typing.cast(Any, record))]
    readers = {field: fixture_files.reader(hints[field]) for field in known}
    return tuple(
        record(**{key: readers[key](value) for key, value in held.items() if key in readers})
        for held in tables[name]
    )


# Rows -----------------------------------------------------------------------------------------

SOURCES: Final = [
    {
        "slug": "almanac", "title": "The Almanac", "publisher": "Almanac Press",
        "url": "https://example.org/almanac", "licence": "CC BY 4.0", "credit": "The Almanac",
        "read_on": "2026-01-31",
    }
]  # fmt: skip

AGENCIES: Final = [
    row("asa", name="Alder Space Agency", short_name="ASA", kind="space-agency",
        country="Alderland"),
    row("bsa", name="Birch Space Agency", short_name="BSA", kind="space-agency",
        country="Birchland", predecessor=["old"]),
    row("csa", name="Cedar Space Agency", short_name="CSA", kind="space-agency",
        country="Cedarland"),
    row("dsa", name="Dogwood Space Agency", short_name="DSA", kind="space-agency",
        country="Dogland"),
    row("old", name="Old Birch Bureau", short_name="OBB", kind="space-agency",
        country="Greater Birchland"),
    row("union", name="Forest Union", short_name="UNI", kind="space-agency",
        country="Forests", countries=["Alderland", "Cedarland"]),
    row("firm", name="Firm", short_name="FIR", kind="company", country="Elmland"),
]  # fmt: skip

SPACECRAFT: Final = [
    row("orbiter", name="Orbiter", family="Space Shuttle", country="Alderland"),
    row("heron", name="Heron", family="Heron", country="Birchland"),
    row("stork", name="Stork", family="Stork", country="Cedarland"),
    row("stork-m", name="Stork M", family="Stork", country="Cedarland"),
]

SITES: Final = [
    row("northam", name="Northam", kind="town", country="Kazakhstan", lat=52.0, lon=65.0),
    row("eastham", name="Eastham", kind="town", country="Kazakhstan", lat=48.0, lon=75.0),
    row("westham", name="Westham", kind="town", country="Kazakhstan", lat=47.0, lon=55.0),
    row("sutham", name="Sutham", kind="town", country="Kazakhstan", lat=43.0, lon=65.0),
    row("far-off", name="Far Off", kind="town", country="Russia", lat=60.0, lon=90.0),
    row("pad-a", name="Pad Aspen", kind="launch", country="Alderland", lat=28.5, lon=-80.6),
    row("pad-b", name="Pad Beech", kind="launch", country="Birchland", lat=45.9, lon=63.3),
    row("pad-c", name="Pad Cedar", kind="launch", country="Cedarland", lat=40.9, lon=100.3),
    row("pad-d", name="Pad Dates", kind="launch", country="Dogland", lat=5.2, lon=-52.8),
]

STATIONS: Final = [
    row(
        "nest-1",
        name="Nest 1",
        country="Cedarland",
        launched_on="1989-01-05",
        ended_on="1996-01-05",
    ),
    row("nest-2", name="Nest 2", country="Cedarland", launched_on="1989-03-05"),
    row("roost", name="Roost", country="Alderland", launched_on="1989-05-05"),
    row("perch", name="Perch", country="Birchland", launched_on="1989-07-05"),
]

# All of one length: among these, none stands out.
NAMES: Final = (
    "Ada Alm", "Ben Bly", "Cas Cox", "Dov Dey", "Eva Eck", "Fay Fry",
    "Gus Gil", "Hal Har", "Ida Inn", "Jon Jar", "Kai Ken", "Lea Lun",
)  # fmt: skip


def slug_of(name: str) -> str:
    return name.lower().replace(" ", "-")


def person(name: str, **fields: Any) -> dict[str, Any]:
    return row(slug_of(name), name=name, family_name=name.rpartition(" ")[2], **fields)


def mission(
    name: str, number: int, craft: str, launched: datetime, length: timedelta, **fields: Any
) -> dict[str, Any]:
    """A flight to orbit and back, in the time that its own figure tells too."""
    return row(
        slug_of(name), name=name, number=number, spacecraft=[craft], operators=[["asa"]],
        flight_class="orbital", launched_at=clock(launched), landed_at=clock(launched + length),
        duration_s=round(length.total_seconds()), outcome="success", **fields,
    )  # fmt: skip


def seat(
    person: str, up: Row, down: Row | None, role: str = "pilot", agency: str | None = "asa"
) -> dict[str, Any]:
    """Somebody's place on a flight, with the length of the stay as the flights make it."""
    fields: dict[str, Any] = {"person": [person], "up": [up["slug"]], "role": role}
    if agency is not None:
        fields["agency"] = [agency]
    if down is not None:
        fields |= {"down": [down["slug"]], "stay_s": seconds_between(up, down)}
    return row(f"{person}_{up['slug']}", **fields)


def seconds_between(up: Row, down: Row) -> int:
    landed = datetime.fromisoformat(down["landed_at"])
    return round((landed - datetime.fromisoformat(up["launched_at"])).total_seconds())


def spacewalk(
    number: int, started: datetime, length: timedelta, up: Row, people: Sequence[str]
) -> dict[str, Any]:
    """A walk outside ``up``."""
    return row(
        f"walk-{number}", number=number, name=f"Walk {number}", mission=[up["slug"]],
        started_at=clock(started), start_precision="second",
        duration_s=round(length.total_seconds()),
        people=[[slug] for slug in people],
    )  # fmt: skip


def world(
    people: Sequence[Row],
    missions: Sequence[Row],
    seats: Sequence[Row],
    spacewalks: Sequence[Row] = (),
) -> Tables:
    """These people and flights, in the world of the constants above."""
    return {
        "sources": SOURCES, "agencies": AGENCIES, "people": people, "spacecraft": SPACECRAFT,
        "stations": STATIONS, "sites": SITES, "missions": missions, "seats": seats,
        "spacewalks": spacewalks,
    }  # fmt: skip


# A small world in which every kind finds something to ask -------------------------------------

STATES: Final = ("Florida", "California", "Florida", "California", "New Mexico", "Florida")
SEAS: Final = ("North Pacific Ocean", "North Atlantic Ocean", "South Pacific Ocean")
TOWNS: Final = ("northam", "eastham", "westham", "sutham", "northam", "eastham")
DAYS_BETWEEN_TURNS: Final = 30
DAYS_BETWEEN_YEARS: Final = 750
LENGTHS: Final = (3, 5, 8, 12, 16, 25)
PADS: Final = ("pad-a", "pad-b", "pad-c", "pad-d")


def small_world(days_apart: int = DAYS_BETWEEN_TURNS) -> Tables:
    """Eighteen flights in three programmes, three aboard each; one aboard each Stork stays up
    until the next one lands. Each programme flies every so many days."""
    people = [
        person(
            name, born_on=f"{1940 + 2 * number}-05-17", born_precision="day",
            nationality=("Alderland", "Birchland", "Cedarland", "Dogland")[number % 4],
        )
        for number, name in enumerate(NAMES)
    ]  # fmt: skip
    towns = {site["slug"]: site for site in SITES}
    missions: list[dict[str, Any]] = []
    for turn in range(6):
        launched = START + timedelta(days=days_apart * turn)
        length = timedelta(days=LENGTHS[turn], hours=2)
        town = towns[TOWNS[turn]]
        missions += [
            mission(
                f"Orbiter {turn + 1}", 3 * turn + 1, "orbiter", launched, length,
                crew_up=3, crew_down=3, landing_region=STATES[turn],
                landing_country="United States",
            ),
            mission(
                f"Heron {turn + 1}", 3 * turn + 2, "heron", launched + timedelta(days=3), length,
                crew_up=3, crew_down=3, landing_region=SEAS[turn % 3],
                landing_country="International waters",
            ),
            mission(
                f"Stork {turn + 1}", 3 * turn + 3, "stork", launched + timedelta(days=6), length,
                crew_up=3, crew_down=3, landing_region="Russia" if turn == 2 else "Kazakhstan",
                landing_country="Kazakhstan", landing_town=[town["slug"]],
                landing_distance_km=11.0, landing_direction="N", point_kind="stated",
                lat=town["lat"] + 0.1, lon=town["lon"],
            ),
        ]  # fmt: skip
    for number, held in enumerate(missions):
        days = LENGTHS[number // 3]
        held["launch_site"] = [PADS[(number + number // 3) % 4]]
        held["stations"] = [[STATIONS[(number // 3) % 4]["slug"]]] if number % 3 else []
        held["orbits"], held["orbits_convention"] = 16.0 * days + number, "counted"
        held["provenance"] |= dict.fromkeys(("launch_site", "stations", "orbits"), CITED)
    seats = [
        seat(
            slug_of(NAMES[(3 * number + place) % len(NAMES)]), up,
            missions[number + 3] if place == 2 and number % 3 == 2 and number < 15 else up,
            role=("commander", "pilot", "flight engineer")[place],
            agency=("asa", "bsa", "csa", "dsa")[(number + place) % 4 if place else 0],
        )
        for number, up in enumerate(missions)
        for place in range(3)
    ]  # fmt: skip
    walks = [
        spacewalk(
            number + 1, datetime.fromisoformat(up["launched_at"]) + timedelta(days=1, hours=number),
            timedelta(minutes=100 + 40 * number), up,
            [slug_of(NAMES[(3 * number + place) % len(NAMES)]) for place in (0, 1)],
        )
        for number, up in enumerate(missions)
    ]  # fmt: skip
    return world(people, missions, seats, walks)


def docked_world() -> Tables:
    """The same with the Orbiters at stations too: in the small world nobody's flights all are,
    so of nobody it is known where they have not been."""
    held = small_world()
    missions = [
        {**up, "stations": [[STATIONS[(number // 3) % 4]["slug"]]]}
        for number, up in enumerate(held["missions"])
    ]
    return {**held, "missions": missions}


NEWCOMERS: Final = ("Max May", "Nan Noe", "Oda Orr", "Pam Poe", "Rob Roy", "Sol Sky")
MIXED_CREWS: Final = ((0, 1, 2), (0, 3, 4), (0, 1, 5))
"""Those of the newcomers aboard each of their flights."""


def mixed_world() -> Tables:
    """The same, and later three flights of newcomers, a year apart, of whom some fly again with
    others: in the small world crews stay together, and all fly four times or more."""
    held = small_world()
    missions = [
        mission(
            f"Stork M{turn}", 18 + turn, "stork-m", START + timedelta(days=400 * turn),
            timedelta(days=9), crew_up=3, crew_down=3,
        )
        for turn in (1, 2, 3)
    ]  # fmt: skip
    seats = [
        seat(slug_of(NEWCOMERS[who]), up, up)
        for up, crew in zip(missions, MIXED_CREWS, strict=True)
        for who in crew
    ]
    return {
        **held,
        "people": [*held["people"], *map(person, NEWCOMERS)],
        "missions": [*held["missions"], *missions],
        "seats": [*held["seats"], *seats],
    }


def walking_world() -> Tables:
    """The same, with a walk during each of the newcomers' flights: in the small world everybody's
    first one was within a month."""
    held = mixed_world()
    walks = [
        spacewalk(
            100 + turn, datetime.fromisoformat(up["launched_at"]) + timedelta(days=1),
            timedelta(hours=5), up, [slug_of(NEWCOMERS[who]) for who in MIXED_CREWS[turn]],
        )
        for turn, up in enumerate(held["missions"][-len(MIXED_CREWS) :])
    ]  # fmt: skip
    return {**held, "spacewalks": [*held["spacewalks"], *walks]}


def hopping_world() -> Tables:
    """The same in several years, where the Herons do not reach orbit."""
    held = small_world(days_apart=DAYS_BETWEEN_YEARS)
    missions = [
        {**up, "flight_class": "suborbital"} if link(up["spacecraft"]) == "heron" else up
        for up in held["missions"]
    ]
    return {**held, "missions": missions}


def unmixed_world() -> Tables:
    """The same, where all aboard the first three flights are of one agency: in the small world no
    crew is."""
    held = small_world()
    first = {up["slug"] for up in held["missions"][:3]}
    seats = [
        {**row, "agency": ["asa"]} if link(row["up"]) in first else row for row in held["seats"]
    ]
    return {**held, "seats": seats}


def pinned_world() -> Tables:
    """The same, where the points of the landings at sea are known too."""
    held = small_world()
    cited = held["missions"][2]["provenance"]["lat"]
    missions = [
        {
            **up, "lat": 20.0, "lon": -140.0, "point_kind": "stated",
            "provenance": {**up["provenance"], "lat": cited, "lon": cited, "point_kind": cited},
        }
        if link(up["spacecraft"]) == "heron" else up
        for up in held["missions"]
    ]  # fmt: skip
    return {**held, "missions": missions}


# For these kinds the crews of the small world are too much alike.
OF_MIXED_CREWS: Final = frozenset({"launched-with", "flew-on-both", "flights-of-person"})


OF_SEVERAL_YEARS: Final = frozenset(
    ("launch-year-of-mission", "mission-of-launch-year", "mission-of-person-in-year", "flight-home")
)
OF_STATIONS: Final = frozenset(("person-at-station", "aboard-station-on-day"))
OF_WALKERS: Final = frozenset(("first-outside",))
OF_HOPS: Final = frozenset(("person-on-hop", "hop-of-person", "year-of-hop"))


def world_for(kind: str) -> Tables:
    """A world in which the kind of this slug finds something to ask."""
    if kind in OF_SEVERAL_YEARS:
        return small_world(days_apart=DAYS_BETWEEN_YEARS)
    if kind in OF_MIXED_CREWS:
        return mixed_world()
    if kind in OF_WALKERS:
        return walking_world()
    if kind in OF_HOPS:
        return hopping_world()
    if kind == "agencies-aboard":
        return unmixed_world()
    if kind == "place-of-landing":
        return pinned_world()
    return docked_world() if kind in OF_STATIONS else small_world()
