"""Worlds that Hypothesis makes up: full of holes, ties and names that clash."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple

from hypothesis import strategies as st

from tests.items.made_up import (
    AGENCIES,
    PADS,
    SITES,
    SPACECRAFT,
    START,
    STATIONS,
    mission,
    person,
    seat,
    spacewalk,
    world,
)
from tests.items.oracle.rows import Row, Tables

# Some fold to the same letters, are within one another, or go by another's name.
TROUBLESOME: Final = (
    person("Ann Alder", born_on="1950-01-02", born_precision="day"),
    person("Ann Alderson", born_on="1950-01-03", born_precision="day"),
    person("Bo Birch", died_on="1991-06-01", born_on="1940-01-01", born_precision="year"),
    person("Bó Birch", born_on="1955-01-02", born_precision="day"),
    person("Cy Cedar", aliases=["C. Cedar"], born_on="1960-07-08", born_precision="day"),
    person("Cyril Cedar", aliases=["C. Cedar"]), person("Dov Dogwood"), person("Eli Elm"),
    person("Finn Fir", nationality="Alderland"), person("Gaston Gorse-Hawthorne the Younger"),
)  # fmt: skip
MINUTES: Final = (
    108, 290, 600, 1440, 2865, 2885, 7200, 7209, 7220, 12_000, 17_280, 43_200, 260_000,
)  # fmt: skip
DAYS_BETWEEN: Final = (0, 1, 3, 30, 200, 3000)
REGIONS: Final = (
    "", "Kazakhstan", "Russia", "Florida", "California", "New Mexico", "North Atlantic Ocean",
    "North Pacific Ocean", "South Pacific Ocean", "Gulf of Mexico",
)  # fmt: skip
ROLES: Final = ("commander", "pilot", "flight engineer", "")
OPTIONAL: Final = {
    "people": ("died_on", "aliases", "born_on", "nationality"),
    "sites": ("lat", "lon"),
    "stations": ("launched_on", "ended_on"),
    "missions": ("launched_at", "landed_at", "landing_region", "landing_town", "lat", "lon",
                 "point_kind", "duration_s", "crew_up", "crew_down", "launch_site", "stations",
                 "orbits"),
    "seats": ("up", "down", "role", "agency", "stay_s"),
    "spacewalks": ("started_at", "duration_s", "people", "mission"),
}  # fmt: skip
REQUIRED: Final = ("up", "people")
WRONG: Final = {"crew_up": 1, "duration_s": 700, "stay_s": -700}
"""What to add to a figure so that it no longer fits the others."""


class Place(NamedTuple):
    """Somebody's seat: who, by number; for which agency; and how many flights later they land."""

    who: int
    role: str
    agency: int | None
    lands_later: int | None


class Flight(NamedTuple):
    craft: int
    days_since_last: int
    minutes: int
    region: str
    town: int
    degrees_off: float
    point_kind: str
    flight_class: str
    fatal: bool
    crew: list[Place]
    pad: int
    station: int | None
    orbits: int
    walk_minutes: int


class Hole(NamedTuple):
    table: str
    row: int
    field: int
    how: str


places = st.builds(
    Place,
    who=st.integers(0, len(TROUBLESOME) - 1),
    role=st.sampled_from(ROLES),
    agency=st.none() | st.integers(0, len(AGENCIES) - 1),
    lands_later=st.sampled_from((0, 0, 0, 1, None)),
)
flights = st.builds(
    Flight,
    craft=st.sampled_from((0, 1, 2, 2, 2, 3)),
    days_since_last=st.sampled_from(DAYS_BETWEEN),
    minutes=st.sampled_from(MINUTES),
    region=st.sampled_from(REGIONS),
    town=st.integers(0, len(SITES) - 1),
    degrees_off=st.sampled_from((0.0, 0.3, 3.0)),
    point_kind=st.sampled_from(("stated", "bearing", "area")),
    flight_class=st.sampled_from(("orbital", "orbital", "orbital", "suborbital", "abort")),
    fatal=st.sampled_from((False, False, False, False, True)),
    crew=st.lists(places, max_size=4, unique_by=lambda place: place.who),
    pad=st.integers(0, len(PADS) - 1),
    station=st.none() | st.integers(0, len(STATIONS) - 1),
    orbits=st.sampled_from((0, 1, 16, 17, 48, 150, 2688)),
    walk_minutes=st.sampled_from((0, 12, 105, 110, 240, 400)),
)
holes = st.builds(
    Hole,
    table=st.sampled_from(sorted(OPTIONAL)),
    row=st.integers(0, 40),
    field=st.integers(0, 9),
    how=st.sampled_from(("unsaid", "disputed", "absent", "wrong")),
)


@st.composite
def broken_worlds(draw: st.DrawFn) -> Tables:
    """A few flights of whoever, with values missing, without a source, in dispute or wrong."""
    drawn = draw(st.lists(flights, min_size=3, max_size=10))
    missions: list[dict[str, Any]] = []
    launch = START
    for number, flight in enumerate(drawn, 1):
        launch += timedelta(days=flight.days_since_last, minutes=1)
        missions.append(flown(flight, number, launch))
    tables: dict[str, Sequence[Row]] = {
        **world(
            [dict(row) for row in TROUBLESOME],
            missions,
            seats_of(drawn, missions),
            spacewalks_of(drawn, missions),
        ),
        "sites": [dict(row) for row in SITES],
        "stations": [dict(row) for row in STATIONS],
    }
    for hole in draw(st.lists(holes, max_size=12)):
        if tables[hole.table]:
            punch(tables[hole.table][hole.row % len(tables[hole.table])], hole)
    return tables


def flown(flight: Flight, number: int, launch: datetime) -> dict[str, Any]:
    town, count = SITES[flight.town], len(flight.crew)
    row = mission(
        f"Flight {number}", number, SPACECRAFT[flight.craft]["slug"], launch,
        timedelta(minutes=flight.minutes), crew_up=count, crew_down=count,
        landing_region=flight.region, landing_country=town["country"],
        landing_town=[town["slug"]], lat=town["lat"] + flight.degrees_off, lon=town["lon"],
        point_kind=flight.point_kind, fatal=flight.fatal, launch_site=[PADS[flight.pad]],
        orbits=float(flight.orbits), orbits_convention="counted" if number % 3 else "agency",
        stations=[] if flight.station is None else [[STATIONS[flight.station]["slug"]]],
    )  # fmt: skip
    return row | {"flight_class": flight.flight_class}


def seats_of(flights: Sequence[Flight], missions: Sequence[Row]) -> list[Row]:
    """Everybody's seats: they land on the craft they went up on, on the next one, or not yet."""
    seats: list[Row] = []
    for number, flight in enumerate(flights):
        for place in flight.crew:
            later = place.lands_later
            is_down = later is not None and number + later < len(missions)
            down = missions[number + (later or 0)] if is_down else None
            agency = None if place.agency is None else AGENCIES[place.agency]["slug"]
            who = TROUBLESOME[place.who]["slug"]
            seats.append(seat(who, missions[number], down, place.role, agency))
    return seats


def spacewalks_of(flights: Sequence[Flight], missions: Sequence[Row]) -> list[Row]:
    """A walk of up to two of each crew."""
    return [
        spacewalk(
            number,
            START + timedelta(days=number),
            timedelta(minutes=flight.walk_minutes),
            missions[number],
            [TROUBLESOME[place.who]["slug"] for place in flight.crew[:2]],
        )
        for number, flight in enumerate(flights)
        if flight.crew and flight.walk_minutes
    ]


def punch(row: Any, hole: Hole) -> None:
    """Make the hole in a row of its table."""
    field = OPTIONAL[hole.table][hole.field % len(OPTIONAL[hole.table])]
    match hole.how:
        case "unsaid":
            row["provenance"] = {k: v for k, v in row["provenance"].items() if k != field}
        case "disputed":
            row["disputed"] = [*row.get("disputed", ()), field]
        case "absent" if field not in REQUIRED:
            row.pop(field, None)
        case "wrong" if field in WRONG and field in row:
            row[field] += WRONG[field]
