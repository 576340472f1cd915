"""The records, indexed, and cut down to what a source says.

``FactBase`` forgets every value that has no provenance or that sources dispute. So nothing that
is built on it can ask about such a value: it is simply not known there.
"""

import dataclasses
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from typing import Any, Final, TypeVar

from quizzes.facts.records import (
    Agency,
    Citation,
    Fact,
    FlightClass,
    Mission,
    Person,
    Records,
    Seat,
    Site,
    Source,
    Spacecraft,
    Spacewalk,
    Station,
)

F = TypeVar("F", bound=Fact)

# Fields that are vocabulary or bookkeeping rather than statements: they need no source. (An
# agency's predecessor is there only to keep the two apart.)
BOOKKEEPING: Final = frozenset(
    {"slug", "provenance", "disputed", "aliases", "countries", "fatal", "orbits_convention",
     "native_name", "predecessor", "born_precision", "launch_precision", "landing_precision",
     "start_precision", "point_kind"}
)  # fmt: skip
STATED_FIELDS: Final[Mapping[type[Fact], tuple[tuple[str, object], ...]]] = {
    record: tuple(
        (field.name, field.default)
        for field in dataclasses.fields(record)
        if field.default is not dataclasses.MISSING and field.name not in BOOKKEEPING
    )
    for record in (Agency, Person, Spacecraft, Station, Site, Mission, Seat, Spacewalk)
}


def sourced(record: F) -> F:
    """``record`` without the values that nobody says, or on which sources disagree."""
    unsaid: dict[str, Any] = {
        name: empty
        for name, empty in STATED_FIELDS[type(record)]
        if getattr(record, name) != empty
        and (name not in record.provenance or name in record.disputed)
    }
    return dataclasses.replace(record, **unsaid) if unsaid else record


def by_slug(records: Iterable[F]) -> dict[str, F]:
    # In an order of our own: databases differ in how they sort, and what is drawn hangs on it.
    return {record.slug: sourced(record) for record in sorted(records, key=slug_of)}


class FactBase:
    """All that is known, and how it hangs together. Never changes once made."""

    def __init__(self, records: Records) -> None:
        self.sources: dict[str, Source] = {source.slug: source for source in records.sources}
        self.agencies: dict[str, Agency] = by_slug(records.agencies)
        self.people: dict[str, Person] = by_slug(records.people)
        self.spacecraft: dict[str, Spacecraft] = by_slug(records.spacecraft)
        self.stations: dict[str, Station] = by_slug(records.stations)
        self.sites: dict[str, Site] = by_slug(records.sites)
        self.missions: dict[str, Mission] = {
            mission.slug: sourced(mission) for mission in sorted(records.missions, key=launch_order)
        }
        self.seats: dict[str, Seat] = {
            seat.slug: sourced(seat) for seat in sorted(records.seats, key=self._crew_order)
        }
        self.spacewalks: dict[str, Spacewalk] = by_slug(records.spacewalks)
        self._up: dict[str, list[Seat]] = defaultdict(list)
        self._down: dict[str, list[Seat]] = defaultdict(list)
        self._of: dict[str, list[Seat]] = defaultdict(list)
        self._on: dict[tuple[str, str], Seat] = {}
        self._crews_known: dict[str, bool] = {}
        self._flights_for: dict[str, Sequence[Mission]] = {}
        self._of_years: dict[tuple[int, int], Sequence[Mission]] = {}
        self._for: dict[str, list[Seat]] = defaultdict(list)
        for seat in self.seats.values():
            if seat.agency is not None:
                self._for[seat.agency].append(seat)
            self._up[seat.up].append(seat)
            self._of[seat.person].append(seat)
            self._on.setdefault((seat.person, seat.up), seat)
            if seat.down is not None:
                self._down[seat.down].append(seat)
        self._to: dict[str, list[Mission]] = defaultdict(list)
        self._from: dict[str, list[Mission]] = defaultdict(list)
        for mission in self.missions.values():
            if mission.launch_site is not None:
                self._from[mission.launch_site].append(mission)
            for station in mission.stations:
                self._to[station].append(mission)
        self._walks_of: dict[str, list[Spacewalk]] = defaultdict(list)
        for walk in sorted(self.spacewalks.values(), key=lambda walk: walk.number):
            for person in walk.people:
                self._walks_of[person].append(walk)
        for seats in (*self._of.values(), *self._for.values()):
            seats.sort(key=lambda seat: self.missions[seat.up].number)

    def _crew_order(self, seat: Seat) -> tuple[int, bool, str]:
        """By launch, the commander first."""
        mission = self.missions.get(seat.up)
        return mission.number if mission else 0, seat.role != "commander", seat.slug

    @cached_property
    def as_of(self) -> date:
        """The last day on which a source was read."""
        return max((source.read_on for source in self.sources.values()), default=date.min)

    # Crews ------------------------------------------------------------------------------------

    def crew_up(self, mission: Mission) -> Sequence[Seat]:
        """Those known to have launched on ``mission``."""
        return self._up.get(mission.slug, ())

    def crew_down(self, mission: Mission) -> Sequence[Seat]:
        """Those known to have landed on ``mission``."""
        return self._down.get(mission.slug, ())

    def seats_of(self, person: Person) -> Sequence[Seat]:
        """The person's flights, in order of launch."""
        return self._of.get(person.slug, ())

    def seats_for(self, agency: Agency) -> Sequence[Seat]:
        """The seats of all who flew for ``agency``."""
        return self._for.get(agency.slug, ())

    def flights_for(self, agency: Agency) -> Sequence[Mission]:
        """The flight of each of ``seats_for``, in the same order."""
        if agency.slug not in self._flights_for:
            self._flights_for[agency.slug] = [
                self.missions[seat.up] for seat in self.seats_for(agency)
            ]
        return self._flights_for[agency.slug]

    def flights_to(self, station: Station) -> Sequence[Mission]:
        """The flights that went to ``station``, in order of launch."""
        return self._to.get(station.slug, ())

    def launches_from(self, site: Site) -> Sequence[Mission]:
        """The flights that launched from ``site``, in order."""
        return self._from.get(site.slug, ())

    def spacewalks_of(self, person: Person) -> Sequence[Spacewalk]:
        """The spacewalks known of ``person``, in order. The list ends in March 2017, so that
        there are none is not known."""
        return self._walks_of.get(person.slug, ())

    def crew_is_known(self, mission: Mission) -> bool:
        """Whether a source tells everybody who launched on ``mission``: only then is
        somebody's absence known."""
        known = self._crews_known.get(mission.slug)
        if known is None:
            crew = self.crew_up(mission)
            known = mission.crew_up == len(crew) and all(map(is_known, crew))
            self._crews_known[mission.slug] = known
        return known

    def flights_are_known(self, person: Person) -> bool:
        """Whether every flight of ``person`` has a source, and none is disputed."""
        return all(map(is_known, self.seats_of(person)))

    def seat_on(self, person: Person, mission: Mission) -> Seat | None:
        """The person's seat when ``mission`` launched."""
        return self._on.get((person.slug, mission.slug))

    def commander(self, mission: Mission) -> Person | None:
        """The commander at launch, where there is exactly one known."""
        seats = [seat for seat in self.crew_up(mission) if seat.role == "commander"]
        return self.people[seats[0].person] if len(seats) == 1 else None

    # Times ------------------------------------------------------------------------------------

    def duration_s(self, mission: Mission) -> int | None:
        """Seconds from launch to landing of the vehicle."""
        return elapsed(mission.launched_at, mission.landed_at)

    def launched_at(self, seat: Seat) -> datetime | None:
        return self.missions[seat.up].launched_at

    def landed_at(self, seat: Seat) -> datetime | None:
        return self.missions[seat.down].landed_at if seat.down is not None else None

    def stay_s(self, seat: Seat) -> int | None:
        """Seconds in space: a stay begins with the launch of one vehicle and ends with the
        landing of one that may be another."""
        return elapsed(self.launched_at(seat), self.landed_at(seat))

    # Families of spacecraft -------------------------------------------------------------------

    def family(self, mission: Mission) -> str:
        """The family of the mission's spacecraft, such as "Soyuz"."""
        return self.spacecraft[mission.spacecraft].family

    @cached_property
    def orbital(self) -> Sequence[Mission]:
        """The flights that reached orbit and launched at a known time, in order of launch."""
        return tuple(
            mission
            for mission in self.missions.values()
            if mission.flight_class is FlightClass.ORBITAL and mission.launched_at is not None
        )

    @cached_property
    def orbital_set(self) -> frozenset[Mission]:
        """The same, to look up."""
        return frozenset(self.orbital)

    @cached_property
    def _by_family(self) -> Mapping[str, Sequence[Mission]]:
        families: dict[str, list[Mission]] = defaultdict(list)
        for mission in self.orbital:
            if not mission.fatal:
                families[self.family(mission)].append(mission)
        return families

    def neighbours(self, mission: Mission, each_way: int = 8) -> Sequence[Mission]:
        """The flights of the same family before and after ``mission``, without those that cost
        lives: they are no distractors."""
        family = self._by_family.get(self.family(mission), ())
        before = bisect_left(family, mission.number, key=launch_order)
        after = bisect_right(family, mission.number, key=launch_order)
        return (*family[max(0, before - each_way) : before], *family[after : after + each_way])

    def contemporaries(self, mission: Mission, years: int) -> Sequence[Mission]:
        """The orbital flights of any family, without loss of life, launched within ``years``."""
        if mission.launched_at is None:
            return ()
        year = mission.launched_at.year
        if (year, years) not in self._of_years:
            self._of_years[year, years] = tuple(
                other
                for other in self.orbital
                if not other.fatal
                and other.launched_at is not None
                and abs(other.launched_at.year - year) <= years
            )
        return [other for other in self._of_years[year, years] if other is not mission]

    @cached_property
    def landings(self) -> Mapping[str, Sequence[Mission]]:
        """By region: the orbital flights that came down there, without loss of life."""
        regions: dict[str, list[Mission]] = defaultdict(list)
        for mission in self.orbital:
            if not mission.fatal and mission.landed_at is not None and mission.landing_region:
                regions[mission.landing_region].append(mission)
        return regions

    # Sources ----------------------------------------------------------------------------------

    def cite(self, *statements: tuple[Fact, str]) -> tuple[Citation, ...]:
        """The citations for ``(record, field)`` pairs, each source once."""
        cited: dict[str, Citation] = {}
        for record, field in statements:
            for citation in record.provenance.get(field, ()):
                cited[citation.source] = citation
        if len(cited) < 2:
            return tuple(cited.values())
        return tuple([cited[source] for source in sorted(cited)])


def elapsed(start: datetime | None, end: datetime | None) -> int | None:
    """Seconds from ``start`` to ``end``, where both are known."""
    return None if start is None or end is None else round((end - start).total_seconds())


def launch_order(mission: Mission) -> int:
    """What flights are sorted by."""
    return mission.number


def nearest(missions: Sequence[Mission], number: int) -> int:
    """The index of the mission, of those in order of launch, whose number is nearest."""
    after = bisect_left(missions, number, key=launch_order)
    if after == 0:
        return 0
    if after == len(missions):
        return after - 1
    closer = missions[after].number - number < number - missions[after - 1].number
    return after if closer else after - 1


def slug_of(record: Fact) -> str:
    """What records are sorted by."""
    return record.slug


def is_known(seat: Seat) -> bool:
    """Whether a source says, and none disputes, that this person launched on this flight."""
    return "up" in seat.provenance and "up" not in seat.disputed
