"""Which flights are chosen: the limits in an address, and what a quiz within them may ask."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from quizzes.catalogue import readers_catalogue
from quizzes.facts.base import FactBase
from quizzes.facts.records import FlightClass, Mission
from quizzes.items.blueprint import Blueprint
from quizzes.items.folding import fold
from quizzes.items.item import DEFAULT_TOPICS, Topic
from quizzes.items.text import gettext_noop, named
from quizzes.views.described.lists import UNKNOWN_DECADE, decade_name, decade_of, family_slug
from quizzes.views.described.parts import titled

QUESTIONS: Final = 10
LIMITS: Final = ("agency", "craft", "decade", "station")
Chosen = tuple[tuple[str, str], ...]
"""Limits by name, as addresses have them; no empty one among them."""


@dataclass(frozen=True, slots=True)
class Option:
    """A value of a limit, and what it is called."""

    value: str
    name: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Select:
    """A limit. ``everything``: what stands there where it does not limit."""

    name: str
    label: str
    everything: str
    options: Sequence[Option]


def limits_in(given: Mapping[str, str]) -> Chosen:
    """The limits that a query or a form names."""
    return tuple((name, given[name]) for name in LIMITS if given.get(name))


def blueprint_within(limits: Chosen, facts: FactBase) -> Blueprint | None:
    """What a quiz within ``limits`` may ask; None where one of them is nothing that there is."""
    held = dict(limits)
    known = names_of_limits(facts)
    if any(value not in known[name] for name, value in limits):
        return None
    first = int(held.get("decade", 0))
    blueprint = Blueprint(
        DEFAULT_TOPICS,
        QUESTIONS,
        years=(first, first + 9) if first else None,
        families=(known["craft"][held["craft"]],) if "craft" in held else (),
        agencies=(held["agency"],) if "agency" in held else (),
        stations=(held["station"],) if "station" in held else (),
    )
    # Of flights that were all hops nothing is asked but what is asked of hops.
    flights = flights_within(blueprint, facts)
    are_hops = all(one.flight_class is not FlightClass.ORBITAL for one in flights)
    return replace(blueprint, topics=tuple(Topic)) if are_hops else blueprint


def limits_of(blueprint: Blueprint, facts: FactBase) -> Chosen:
    """The limits that make ``blueprint``, whatever its count; empty where none do."""
    held = {
        "agency": blueprint.agencies,
        "craft": tuple(map(family_slug, blueprint.families)),
        "decade": tuple(map(str, blueprint.years or ())),
        "station": blueprint.stations,
    }
    limits = tuple((name, held[name][0]) for name in LIMITS if held[name])
    made = blueprint_within(limits, facts)
    if made is None or replace(made, count=blueprint.count) != blueprint:
        return ()
    return limits


def flights_within(blueprint: Blueprint, facts: FactBase) -> list[Mission]:
    """The flights that a quiz may ask about, in order of launch."""
    return [mission for mission in facts.missions.values() if blueprint.allows(mission, facts)]


def names_of_limits(facts: FactBase) -> Mapping[str, Mapping[str, str]]:
    """By limit: its values, each with its name, in the order in which they are offered."""
    flights = facts.missions.values()
    agencies = [one for one in facts.agencies.values() if facts.flights_for(one)]
    families = {facts.family(mission): None for mission in flights}  # in order of first flights
    decades = sorted({decade_of(mission) for mission in flights} - {UNKNOWN_DECADE})
    stations = sorted(
        (one for one in facts.stations.values() if facts.flights_to(one)),
        key=lambda station: facts.flights_to(station)[0].number,
    )
    return {
        "agency": {
            one.slug: one.short_name
            for one in sorted(agencies, key=lambda one: fold(one.short_name))
        },
        "craft": {family_slug(family): family for family in families},
        "decade": {decade: decade_name(decade) for decade in decades},
        "station": {station.slug: station.name for station in stations},
    }


def selects(limits: Chosen, facts: FactBase) -> list[Select]:
    """What may be chosen, and what is."""
    words = {
        "agency": (gettext_noop("Agency aboard"), gettext_noop("All agencies")),
        "craft": (gettext_noop("Spacecraft"), gettext_noop("All spacecraft")),
        "decade": (gettext_noop("Decade"), gettext_noop("All decades")),
        "station": (gettext_noop("Space station"), gettext_noop("Any or none")),
    }
    held = dict(limits)
    return [
        Select(
            limit,
            titled(words[limit][0]),
            titled(words[limit][1]),
            [
                Option(value, named(name, readers_catalogue()), held.get(limit) == value)
                for value, name in names.items()
            ],
        )
        for limit, names in names_of_limits(facts).items()
    ]
