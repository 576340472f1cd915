"""The facts as tables of texts, for anybody to use. ``docs/facts.md`` describes the columns.

All values that are held are written, sourced or not. Times are UTC in ISO 8601; where only the day
is known, the date alone. Empty means unknown.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, NamedTuple, TypeAlias

from quizzes.facts.base import elapsed
from quizzes.facts.records import Person, Precision, Records, Seat

Row: TypeAlias = tuple[str, ...]

DAY_S: Final = 24 * 60 * 60
EXACT: Final = frozenset({Precision.SECOND, Precision.MINUTE})


@dataclass(frozen=True, slots=True)
class Table:
    """The names of its columns, and what makes its rows."""

    columns: Row
    rows: Callable[[Records], Iterator[Row]]


def mission_rows(records: Records) -> Iterator[Row]:
    """A row a flight, in order of launch."""
    names = Names(records)
    up, down = crews(records)
    for mission in sorted(records.missions, key=lambda mission: mission.number):
        yield (
            mission.slug,
            mission.name,
            names.spacecraft[mission.spacecraft],
            " / ".join(names.agencies[slug] for slug in mission.operators),
            moment(mission.launched_at, mission.launch_precision),
            names.sites[mission.launch_site] if mission.launch_site else "",
            moment(mission.landed_at, mission.landing_precision),
            mission.landing_place,
            mission.landing_country,
            number(mission.lat),
            number(mission.lon),
            number(mission.orbits),
            mission.outcome or "",
            "; ".join(names.people[seat.person] for seat in up[mission.slug]),
            "; ".join(names.people[seat.person] for seat in down[mission.slug]),
        )


def stay_rows(records: Records) -> Iterator[Row]:
    """A row a person and flight, in order of launch."""
    names = Names(records)
    missions = {mission.slug: mission for mission in records.missions}
    for seat in sorted(records.seats, key=lambda seat: missions[seat.up].number):
        launch = missions[seat.up]
        landing = missions[seat.down] if seat.down is not None else None
        known = landing is not None and EXACT.issuperset(
            (launch.launch_precision, landing.landing_precision)
        )
        stay_s = elapsed(launch.launched_at, landing.landed_at) if landing and known else None
        yield (
            names.people[seat.person],
            launch.name,
            landing.name if landing else "",
            seat.role,
            names.agencies[seat.agency] if seat.agency else "",
            moment(launch.launched_at, launch.launch_precision),
            moment(landing.landed_at, landing.landing_precision) if landing else "",
            "" if stay_s is None else f"{stay_s / DAY_S:.2f}",
        )


def person_rows(records: Records) -> Iterator[Row]:
    """A row a person, in alphabetical order of slugs."""
    for person in sorted(records.people, key=lambda person: person.slug):
        yield (
            person.name,
            "; ".join(person.aliases),
            born(person),
            person.gender,
            person.nationality,
        )


TABLES: Final[Mapping[str, Table]] = {
    "missions": Table(
        (
            "slug", "name", "spacecraft", "operator", "launched_at", "launch_site", "landed_at",
            "landing_place", "landing_country", "lat", "lon", "orbits", "outcome", "crew_up",
            "crew_down",
        ),
        mission_rows,
    ),
    "stays": Table(
        (
            "person", "launched_on", "landed_on", "role", "agency", "launched_at", "landed_at",
            "days",
        ),
        stay_rows,
    ),
    "people": Table(("name", "aliases", "born", "gender", "nationality"), person_rows),
}  # fmt: skip


class Names:
    """What the records that others refer to are called, by slug."""

    def __init__(self, records: Records) -> None:
        self.agencies = {agency.slug: agency.short_name for agency in records.agencies}
        self.people = {person.slug: person.name for person in records.people}
        self.spacecraft = {craft.slug: craft.name for craft in records.spacecraft}
        self.sites = {site.slug: site.name for site in records.sites}


class Crews(NamedTuple):
    """The seats of each flight at launch and at landing, by the mission's slug."""

    up: Mapping[str, Sequence[Seat]]
    down: Mapping[str, Sequence[Seat]]


def crews(records: Records) -> Crews:
    """Who launched and who landed on what, in the order of the seats."""
    up: dict[str, list[Seat]] = defaultdict(list)
    down: dict[str, list[Seat]] = defaultdict(list)
    for seat in records.seats:
        up[seat.up].append(seat)
        if seat.down is not None:
            down[seat.down].append(seat)
    return Crews(up, down)


def moment(at: datetime | None, precision: Precision | None) -> str:
    """``2016-03-02T04:26:36Z``; the date alone where the time of day is not known."""
    if at is None:
        return ""
    utc = at.astimezone(UTC)
    return f"{utc:%Y-%m-%dT%H:%M:%SZ}" if precision in EXACT else utc.date().isoformat()


def born(person: Person) -> str:
    """The date of birth, only as far as it is known: ``1934-03-09``, ``1934-03`` or ``1934``."""
    if person.born_on is None:
        return ""
    match person.born_precision:
        case Precision.YEAR:
            return f"{person.born_on:%Y}"
        case Precision.MONTH:
            return f"{person.born_on:%Y-%m}"
        case _:
            return person.born_on.isoformat()


def number(value: float | None) -> str:
    """A number with no more digits than it has."""
    return "" if value is None else f"{value:.10g}"
