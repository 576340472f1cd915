"""An item: one question with its options, keys and reasons. Frozen; JSON both ways."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple, cast

from quizzes.items.text import Json, Text, gettext_noop


class Topic(StrEnum):
    """What an item is about."""

    CREWS = "crews"
    AGENCIES = "agencies"
    MISSION_LENGTHS = "mission-lengths"
    LANDING_SITES = "landing-sites"
    LAUNCHES = "launches"
    STATIONS = "stations"
    ORBITS = "orbits"
    SPACEWALKS = "spacewalks"
    RECORDS = "records"
    TIMELINE = "timeline"
    SUBORBITAL = "suborbital"


TOPIC_NAMES: Final[Mapping[Topic, str]] = {
    Topic.CREWS: gettext_noop("Crews"),
    Topic.AGENCIES: gettext_noop("Agencies"),
    Topic.MISSION_LENGTHS: gettext_noop("Mission lengths"),
    Topic.LANDING_SITES: gettext_noop("Landing sites"),
    Topic.LAUNCHES: gettext_noop("Launches"),
    Topic.STATIONS: gettext_noop("Stations"),
    Topic.ORBITS: gettext_noop("Orbits"),
    Topic.SPACEWALKS: gettext_noop("Spacewalks"),
    Topic.RECORDS: gettext_noop("Records"),
    Topic.TIMELINE: gettext_noop("Timeline"),
    Topic.SUBORBITAL: gettext_noop("Suborbital flights"),
}
DEFAULT_TOPICS: Final = tuple(topic for topic in Topic if topic is not Topic.SUBORBITAL)
"""What a quiz is about unless somebody says otherwise: hops are for those who ask for them."""


class Interaction(StrEnum):
    """How an item is answered."""

    CHOICE = "choice"
    MULTIPLE = "multiple"
    TRUE_FALSE = "true-false"
    ORDER = "order"
    MATCH = "match"
    NUMBER = "number"
    PLACE = "place"
    NAME = "name"


class Relation(StrEnum):
    """What makes a distractor tempting: the strongest thing it shares with the key."""

    KEY = "key"
    SAME_CREW = "same-crew"
    SAME_MEMBER = "same-crew-member"
    SAME_SPACECRAFT = "same-spacecraft"
    SAME_FAMILY = "same-programme"
    SAME_STATION = "same-station"
    SAME_AGENCY = "same-agency"
    SAME_COUNTRY = "same-country"
    SAME_DECADE = "same-decade"
    SAME_SURFACE = "same-surface"
    NEAR_VALUE = "near-value"


class SourceLine(NamedTuple):
    """A source as feedback shows it, with the day it was read."""

    title: str
    url: str
    read_on: date


class Option(NamedTuple):
    """One option. ``ref`` tells the record behind it; ``rationale`` states its own fact."""

    ref: str
    text: Text
    is_key: bool
    relation: Relation
    rationale: Text


class Prompt(NamedTuple):
    """What a partner is looked for. ``key``: the index of the option that is its partner."""

    ref: str
    text: Text
    key: int


class Measure(StrEnum):
    """What a number is counted in."""

    DAYS = "days"
    HOURS = "hours"
    MINUTES = "minutes"
    ORBITS = "orbits"
    FLIGHTS = "flights"
    AGENCIES = "agencies"
    YEAR = "year"
    YEARS = "years"


class Quantity(NamedTuple):
    """A number asked for, in ``unit``: full credit within ``tolerance`` of ``value``, none at
    ``reach`` from it or farther."""

    value: int
    unit: Measure
    tolerance: float
    reach: float


class Point(NamedTuple):
    """A place on Earth, in degrees north and east, good to ``precision_km``."""

    lat: float
    lon: float
    precision_km: float


class Name(NamedTuple):
    """Somebody's name as it is shown, and all the spellings they go by, folded: in full, and the
    family name alone."""

    shown: str
    full: tuple[str, ...]
    family: tuple[str, ...]


class Item(NamedTuple):
    """One question. ``rationale`` is the fact asked for; ``background`` tells more about it.

    ``subject`` is the record asked about; ``subjects`` all the records that the stem and the key
    tell of. ``difficulty`` runs from 1 to 5. ``fatal``: the flight cost lives.

    What is right depends on the interaction. In a choice one option is the key, in a multiple
    response several are. A true or false item has the option that it claims, and where that is
    wrong the key after it. To put in order: ``sequence`` has the indices of the options in the
    right order. To match: each of ``prompts`` names its key. A number is asked for as
    ``quantity``, a place as ``point`` (its options are the regions to choose from instead). Of
    those whose name is asked for, ``names`` has the spellings, in the order of the options, and
    then of other people whom one could mistake for them.
    """

    kind: str
    version: int
    topic: Topic
    interaction: Interaction
    stem: Text
    options: tuple[Option, ...]
    rationale: Text
    background: Text | None
    sources: tuple[SourceLine, ...]
    subject: str
    subjects: tuple[str, ...]
    difficulty: int
    numeric: bool
    fatal: bool
    prompts: tuple[Prompt, ...] = ()
    sequence: tuple[int, ...] = ()
    quantity: Quantity | None = None
    point: Point | None = None
    names: tuple[Name, ...] = ()

    @property
    def key(self) -> Option:
        """The option that is right, or the first of them."""
        return next(option for option in self.options if option.is_key)

    @property
    def keys(self) -> tuple[Option, ...]:
        """All the options that are right."""
        return tuple(option for option in self.options if option.is_key)

    @property
    def key_index(self) -> int:
        """Where the key stands, or the first of them, from 0."""
        return next(index for index, option in enumerate(self.options) if option.is_key)

    def to_json(self) -> dict[str, Json]:
        """All of the item, texts unrendered: what a paper keeps. What it does not need is left
        out."""
        held: dict[str, Json] = {
            "kind": self.kind,
            "version": self.version,
            "topic": self.topic.value,
            "interaction": self.interaction.value,
            "stem": self.stem.to_json(),
            "options": [
                {
                    "ref": option.ref,
                    "text": option.text.to_json(),
                    "is_key": option.is_key,
                    "relation": option.relation.value,
                    "rationale": option.rationale.to_json(),
                }
                for option in self.options
            ],
            "rationale": self.rationale.to_json(),
            "background": self.background.to_json() if self.background else None,
            "sources": [[s.title, s.url, s.read_on.isoformat()] for s in self.sources],
            "subject": self.subject,
            "subjects": list(self.subjects),
            "difficulty": self.difficulty,
            "numeric": self.numeric,
            "fatal": self.fatal,
        }
        if self.prompts:
            held["prompts"] = [[p.ref, p.text.to_json(), p.key] for p in self.prompts]
        if self.sequence:
            held["sequence"] = list(self.sequence)
        if self.quantity:
            held["quantity"] = list(self.quantity)
        if self.point:
            held["point"] = list(self.point)
        if self.names:
            held["names"] = [[n.shown, list(n.full), list(n.family)] for n in self.names]
        return held

    @classmethod
    def from_json(cls, held: Mapping[str, Json]) -> "Item":
        """What ``to_json`` wrote."""
        options = cast("list[dict[str, Json]]", held["options"])
        sources = cast("list[tuple[str, str, str]]", held["sources"])
        background = held["background"]
        return cls(
            kind=cast(str, held["kind"]),
            version=cast(int, held["version"]),
            topic=Topic(cast(str, held["topic"])),
            interaction=Interaction(cast(str, held["interaction"])),
            stem=Text.from_json(held["stem"]),
            options=tuple(
                Option(
                    ref=cast(str, option["ref"]),
                    text=Text.from_json(option["text"]),
                    is_key=cast(bool, option["is_key"]),
                    relation=Relation(cast(str, option["relation"])),
                    rationale=Text.from_json(option["rationale"]),
                )
                for option in options
            ),
            rationale=Text.from_json(held["rationale"]),
            background=Text.from_json(background) if background else None,
            sources=tuple(
                SourceLine(title, url, date.fromisoformat(read)) for title, url, read in sources
            ),
            subject=cast(str, held["subject"]),
            subjects=tuple(cast("list[str]", held["subjects"])),
            difficulty=cast(int, held["difficulty"]),
            numeric=cast(bool, held["numeric"]),
            fatal=cast(bool, held["fatal"]),
            prompts=tuple(
                Prompt(reference, Text.from_json(text), key)
                for reference, text, key in cast(
                    "list[tuple[str, Json, int]]", held.get("prompts", [])
                )
            ),
            sequence=tuple(cast("list[int]", held.get("sequence", []))),
            quantity=read_quantity(held.get("quantity")),
            point=Point(*cast("list[float]", held["point"])) if "point" in held else None,
            names=tuple(
                Name(shown, tuple(full), tuple(family))
                for shown, full, family in cast(
                    "list[tuple[str, list[str], list[str]]]", held.get("names", [])
                )
            ),
        )


def read_quantity(held: Json) -> Quantity | None:
    """What ``to_json`` wrote of a number asked for."""
    if not held:
        return None
    value, unit, tolerance, reach = cast("tuple[int, str, float, float]", held)
    return Quantity(value, Measure(unit), tolerance, reach)
