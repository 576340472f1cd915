"""The lists to browse: flights by decade, spacecraft and place, people by letter, and all of the
few agencies and stations."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.http import urlencode
from markupsafe import Markup

from quizzes.facts.base import FactBase
from quizzes.facts.records import AgencyKind, Mission, Person, Station
from quizzes.facts.regions import REGION_BY_SLUG, REGIONS
from quizzes.items.folding import fold
from quizzes.items.text import gettext_noop, text
from quizzes.views.described.agencies import agency_entry
from quizzes.views.described.flights import flight_entry, flights_by_year, flights_text, still_up
from quizzes.views.described.parts import Group, said, titled
from quizzes.views.described.people import is_up, people_text, person_entry
from quizzes.views.described.stations import station_entry

LATEST: Final = 12
"""Flights on the first page of all flights."""
FLIGHTS_BY: Final = ("decade", "craft", "place")
"""What flights may be narrowed by."""
UNKNOWN_DECADE: Final = "unknown"
LAST: Final = 1_000_000
KIND_GROUPS: Final = {
    AgencyKind.SPACE_AGENCY: gettext_noop("Space agencies"),
    AgencyKind.COMPANY: gettext_noop("Companies"),
    AgencyKind.ARMED_FORCE: gettext_noop("Armed forces"),
    AgencyKind.OTHER: gettext_noop("Others"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to narrow a list, and how many it leaves."""

    name: str
    url: str
    count: int
    is_current: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """Ways to narrow a list by one thing."""

    title: str
    choices: Sequence[Choice]


@dataclass(frozen=True, slots=True)
class ListPage:
    """A list to browse. ``folded``: what unfolds the facets, where the list is already narrowed and
    comes first; empty where they stand open."""

    section: str
    title: str
    lead: Markup
    facets: Sequence[Facet]
    groups: Sequence[Group]
    folded: str = ""


def family_slug(family: str) -> str:
    """How addresses call a family of spacecraft: ``space-shuttle``."""
    return fold(family).replace(" ", "-")


# Flights ----------------------------------------------------------------------------------------


def flights_page(chosen: Mapping[str, str], facts: FactBase) -> ListPage | None:
    """All flights of a decade, a spacecraft or a place, or the latest where nothing is chosen;
    None where there is nothing such."""
    decade, craft, place = (chosen.get(name, "") for name in FLIGHTS_BY)
    held = [
        mission
        for mission in facts.missions.values()
        if (not decade or decade_of(mission) == decade)
        and (not craft or craft in crafts_of(mission, facts))
        and (not place or place in places_of(mission))
    ]
    if not held:
        return None
    facets = flight_facets(chosen, facts)
    names = [
        craft_name(craft, facts),
        place_name(place, facts),
        decade_name(decade) if decade else "",
    ]
    named = [name for name in names if name]
    if named:
        title = " · ".join((titled(gettext_noop("Flights")), *named))
        groups = flights_by_year(held, facts)
        count, others = said(flights_text(len(held))), gettext_noop("Other decades and spacecraft")
        return ListPage("missions", title, count, facets, groups, titled(others))
    lead = text(
        gettext_noop("Every crewed spaceflight, {flights}: by decade, or by spacecraft."),
        flights=flights_text(len(held)),
    )
    title = titled(gettext_noop("Flights"))
    return ListPage("missions", title, said(lead), facets, first_groups(held, facts))


def first_groups(flights: Sequence[Mission], facts: FactBase) -> list[Group]:
    """Who is up now, and the latest flights."""
    up = [mission for mission in flights if still_up(mission, facts) is not None]
    latest = [one for one in flights if one not in up and one.launched_at is not None][-LATEST:]
    groups = [
        Group(titled(name), [flight_entry(one, facts) for one in reversed(held)])
        for name, held in (
            (gettext_noop("Still up when the sources were read"), up),
            (gettext_noop("The latest before those"), latest),
        )
    ]
    return [group for group in groups if group.entries]


def flight_facets(chosen: Mapping[str, str], facts: FactBase) -> list[Facet]:
    decades = Counter(map(decade_of, facts.missions.values()))
    families = Counter(map(facts.family, facts.missions.values()))
    return [
        Facet(
            titled(gettext_noop("Decade")),
            [
                choice("missions", "decade", decade, decade_name(decade), count, chosen)
                for decade, count in sorted(decades.items())
            ],
        ),
        Facet(
            titled(gettext_noop("Spacecraft")),
            [
                choice("missions", "craft", family_slug(family), family, count, chosen)
                for family, count in sorted(families.items())
            ],
        ),
    ]


def choice(
    page: str, by: str, value: str, name: str, count: int, chosen: Mapping[str, str]
) -> Choice:
    return Choice(name, list_url(page, by, value), count, chosen.get(by) == value)


def list_url(page: str, by: str, value: str) -> str:
    """Where a list is that is narrowed by one thing."""
    return f"{reverse(page)}?{urlencode({by: value})}"


def decade_of(mission: Mission) -> str:
    """How addresses call a decade: by its first year."""
    if mission.launched_at is None:
        return UNKNOWN_DECADE
    return str(mission.launched_at.year // 10 * 10)


def decade_name(decade: str) -> str:
    if decade == UNKNOWN_DECADE:
        return titled(gettext_noop("not known"))
    return titled(gettext_noop("%(decade)ss")) % {"decade": decade}


def crafts_of(mission: Mission, facts: FactBase) -> tuple[str, str]:
    """The slugs that a flight's spacecraft goes by: its type's and its family's."""
    return mission.spacecraft, family_slug(facts.family(mission))


def craft_name(craft: str, facts: FactBase) -> str:
    families = {family_slug(one.family): one.family for one in facts.spacecraft.values()}
    held = facts.spacecraft.get(craft)
    return families.get(craft) or (held.name if held is not None else "")


def places_of(mission: Mission) -> set[str]:
    """The slugs of where a flight began and where it came down."""
    region = REGIONS.get(mission.landing_region)
    found = (mission.launch_site, mission.landing_town, region.slug if region else None)
    return {slug for slug in found if slug is not None}


def place_name(place: str, facts: FactBase) -> str:
    held = facts.sites.get(place) or REGION_BY_SLUG.get(place)
    return titled(held.name) if held is not None else ""


# People -----------------------------------------------------------------------------------------


def people_page(letter: str, facts: FactBase) -> ListPage | None:
    """All whose family name begins with a letter; those up now where none is chosen; None where
    there is nobody."""
    people = sorted(facts.people.values(), key=by_family_name)
    letters = Counter(map(letter_of, people))
    facet = Facet(
        titled(gettext_noop("Family name")),
        [
            choice("people", "letter", one, one.upper(), count, {"letter": letter})
            for one, count in sorted(letters.items())
        ],
    )
    title = titled(gettext_noop("People"))
    lead = text(
        gettext_noop("All {people} who flew to space or set out to, by family name."),
        people=people_text(len(people)),
    )
    if not letter:
        group = Group(
            titled(gettext_noop("Still up when the sources were read")),
            [
                person_entry(person, facts)
                for person in people
                if any(is_up(seat, facts) for seat in facts.seats_of(person))
            ],
        )
        groups = [group] if group.entries else []
        return ListPage("people", title, said(lead), [facet], groups)
    entries = [person_entry(person, facts) for person in people if letter_of(person) == letter]
    if not entries:
        return None
    groups = [Group(letter.upper(), entries)]
    return ListPage("people", f"{title} · {letter.upper()}", said(lead), [facet], groups)


def by_family_name(person: Person) -> tuple[str, str]:
    return fold(person.family_name), fold(person.name)


def letter_of(person: Person) -> str:
    """The first letter of a family name, without accents."""
    return fold(person.family_name or person.name)[:1]


# Agencies and stations --------------------------------------------------------------------------


def agencies_page(facts: FactBase) -> ListPage:
    """All agencies, by what they are."""
    held = sorted(facts.agencies.values(), key=lambda agency: fold(agency.short_name))
    groups = [
        Group(titled(name), [agency_entry(agency, facts) for agency in held if agency.kind is kind])
        for kind, name in KIND_GROUPS.items()
    ]
    lead = text(gettext_noop("Whom people flew for: agencies, companies and others."))
    title = titled(gettext_noop("Agencies"))
    return ListPage("agencies", title, said(lead), [], [one for one in groups if one.entries])


def stations_page(facts: FactBase) -> ListPage:
    """All stations, the first one first."""
    held = sorted(facts.stations.values(), key=lambda station: first_flight(station, facts))
    lead = text(
        gettext_noop("Space stations that people went to, in order of the first flight there.")
    )
    group = Group(titled(gettext_noop("Stations")), [station_entry(one, facts) for one in held])
    title = titled(gettext_noop("Space stations"))
    return ListPage("stations", title, said(lead), [], [group] if held else [])


def first_flight(station: Station, facts: FactBase) -> int:
    return min((mission.number for mission in facts.flights_to(station)), default=LAST)
