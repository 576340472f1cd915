"""What is known about crewed spaceflight, as frozen records.

A record mirrors a row of ``fixtures/``. Slugs identify records; a field that refers to another
record holds its slug. ``None`` (or an empty string) means *not known*, never "no". Times are UTC.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class Precision(StrEnum):
    """How exactly a time is known."""

    SECOND = "second"
    MINUTE = "minute"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class FlightClass(StrEnum):
    """Whether a flight reached orbit."""

    ORBITAL = "orbital"
    SUBORBITAL = "suborbital"
    ABORT = "abort"


class Outcome(StrEnum):
    """How a flight ended."""

    SUCCESS = "success"
    PARTIAL = "partial"
    ABORTED = "aborted"
    LOST = "lost"
    UNDER_WAY = "under-way"


class PointKind(StrEnum):
    """How good a landing point is.

    ``STATED``: a source's own coordinates, good to about 10 km. ``BEARING``: computed from
    "N km SE of X", good to about 40 km. ``SITE``: a runway or range, good to about 50 km.
    ``AREA``: for drawing only.
    """

    STATED = "stated"
    BEARING = "bearing"
    SITE = "site"
    AREA = "area"


class AgencyKind(StrEnum):
    """What sort of body sends people to space."""

    SPACE_AGENCY = "space-agency"
    COMPANY = "company"
    ARMED_FORCE = "armed-force"
    OTHER = "other"


class Role(StrEnum):
    """What somebody was aboard as, at launch."""

    COMMANDER = "commander"
    PILOT = "pilot"
    FLIGHT_ENGINEER = "flight engineer"
    MISSION_SPECIALIST = "mission specialist"
    PAYLOAD_COMMANDER = "payload commander"
    PAYLOAD_SPECIALIST = "payload specialist"
    RESEARCH_COSMONAUT = "research cosmonaut"
    SPACEFLIGHT_PARTICIPANT = "spaceflight participant"
    COMMAND_MODULE_PILOT = "command module pilot"
    LUNAR_MODULE_PILOT = "lunar module pilot"
    DOCKING_MODULE_PILOT = "docking module pilot"
    SCIENCE_PILOT = "science pilot"
    SCIENTIST = "scientist"
    MEDICAL_OFFICER = "medical officer"
    TEST_ENGINEER = "test engineer"
    OPERATOR = "operator"
    ASTRONAUT_INSTRUCTOR = "astronaut instructor"
    PASSENGER = "passenger"


class Direction(StrEnum):
    """A point of the compass, clockwise from the north."""

    N = "N"
    NNE = "NNE"
    NE = "NE"
    ENE = "ENE"
    E = "E"
    ESE = "ESE"
    SE = "SE"
    SSE = "SSE"
    S = "S"
    SSW = "SSW"
    SW = "SW"
    WSW = "WSW"
    W = "W"
    WNW = "WNW"
    NW = "NW"
    NNW = "NNW"


class OrbitsConvention(StrEnum):
    """How orbits were counted: over the turning ground, or sixteen to a day."""

    COUNTED = "counted"
    SIXTEEN_A_DAY = "sixteen-a-day"


class SiteKind(StrEnum):
    """What a site is used for."""

    LAUNCH = "launch"
    LANDING = "landing"
    TOWN = "town"


@dataclass(frozen=True, slots=True)
class Citation:
    """Which source says it (its slug), and the day it was read."""

    source: str
    read_on: date


Provenance = Mapping[str, tuple[Citation, ...]]


@dataclass(frozen=True, slots=True)
class Source:
    """A publication that facts are taken from."""

    slug: str
    title: str
    publisher: str
    url: str
    licence: str
    credit: str
    read_on: date


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fact:
    """What every record of a fact has: its slug, and for each field who says so.

    ``disputed`` names the fields on which the sources disagree. Records are compared by identity:
    a fact base holds each once, and comparing thirty fields would be felt.
    """

    slug: str
    provenance: Provenance = field(default_factory=dict, repr=False)
    disputed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Agency(Fact):
    """An agency, company or service that people fly for.

    ``countries``: all the countries it stands for (the members, for an intergovernmental one).
    """

    name: str
    short_name: str
    kind: AgencyKind
    country: str
    countries: tuple[str, ...] = ()
    predecessor: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Person(Fact):
    """Somebody who flew, or tried to. ``born_on`` is exact only to ``born_precision``;
    ``native_name`` is in the letters of their own language."""

    name: str
    family_name: str
    aliases: tuple[str, ...] = ()
    native_name: str = ""
    born_on: date | None = None
    born_precision: Precision | None = None
    died_on: date | None = None
    gender: str = ""
    nationality: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Spacecraft(Fact):
    """A type of spacecraft ("Soyuz TMA-M") and the family it belongs to ("Soyuz")."""

    name: str
    family: str
    country: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Station(Fact):
    """A space station. ``ended_on`` is the day it came down."""

    name: str
    country: str
    launched_on: date | None = None
    ended_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Site(Fact):
    """A place that flights start from or come down at, or a town that landings are described by.

    Degrees north and east.
    """

    name: str
    kind: SiteKind
    country: str
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Mission(Fact):
    """One flight of one crewed vehicle.

    ``landing_town`` is a site's slug; ``landing_distance_km`` and ``landing_direction`` (a compass
    point such as ``"SE"``) are measured from it. ``landing_region`` is the country, state or sea.
    ``crew_up`` and ``crew_down`` count the people aboard at launch and at landing.
    """

    name: str
    number: int
    spacecraft: str
    operators: tuple[str, ...]
    flight_class: FlightClass
    launched_at: datetime | None = None
    launch_precision: Precision | None = None
    launch_site: str | None = None
    landed_at: datetime | None = None
    landing_precision: Precision | None = None
    landing_place: str = ""
    landing_country: str = ""
    landing_region: str = ""
    landing_town: str | None = None
    landing_distance_km: float | None = None
    landing_direction: str = ""
    lat: float | None = None
    lon: float | None = None
    point_kind: PointKind | None = None
    orbits: float | None = None
    orbits_convention: str = ""
    duration_s: int | None = None
    stations: tuple[str, ...] = ()
    outcome: Outcome | None = None
    fatal: bool = False
    crew_up: int | None = None
    crew_down: int | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Seat(Fact):
    """A person's place on a flight. ``slug`` is ``person_mission``.

    ``down`` is None while the person is in space, or when nobody says on what they landed.
    ``stay_s`` is the length of the stay as its source states it, in seconds.
    """

    person: str
    up: str
    down: str | None = None
    role: str = ""
    agency: str | None = None
    stay_s: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Spacewalk(Fact):
    """One spacewalk. ``mission`` is the vehicle or the first of the expedition it belongs to."""

    number: int
    name: str
    people: tuple[str, ...]
    started_at: datetime | None = None
    start_precision: Precision | None = None
    duration_s: int | None = None
    mission: str | None = None


@dataclass(frozen=True, slots=True)
class Records:
    """All records, as the fixtures hold them: sourced or not, disputed or not."""

    sources: tuple[Source, ...] = ()
    agencies: tuple[Agency, ...] = ()
    people: tuple[Person, ...] = ()
    spacecraft: tuple[Spacecraft, ...] = ()
    stations: tuple[Station, ...] = ()
    sites: tuple[Site, ...] = ()
    missions: tuple[Mission, ...] = ()
    seats: tuple[Seat, ...] = ()
    spacewalks: tuple[Spacewalk, ...] = ()
