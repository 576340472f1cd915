"""What a search found."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext, ngettext

from quizzes.facts.base import FactBase
from quizzes.facts.records import Agency, Mission, Person, Station
from quizzes.items.kinds.base import resolve
from quizzes.items.text import gettext_noop, text
from quizzes.search import LONGEST_QUERY, Findings, index
from quizzes.views.described.agencies import agency_entry
from quizzes.views.described.flights import flight_entry, flights_text
from quizzes.views.described.lists import craft_name, family_slug, list_url, place_name, places_of
from quizzes.views.described.parts import Entry, Group, linked, said, titled
from quizzes.views.described.people import person_entry
from quizzes.views.described.stations import station_entry

MOST_SHOWN: Final = 40


@dataclass(frozen=True, slots=True)
class FoundPage:
    """What to show for ``query``. ``told``: how much was found; empty before anything is asked."""

    query: str
    told: str
    advice: str
    groups: Sequence[Group]


def found_page(query: str, facts: FactBase) -> FoundPage:
    """The records that ``query`` names, best first, and apart those spelt alike."""
    asked = "".join(one for one in query[:LONGEST_QUERY] if one.isprintable()).strip()
    if not asked:
        return FoundPage("", "", gettext("A name, or a part of one, is enough."), ())
    findings = index(facts).search(asked)
    named = entries(findings.named[:MOST_SHOWN], facts)
    alike = entries(findings.alike[: MOST_SHOWN - len(named)], facts)
    groups = [
        Group(titled(name), held)
        for name, held in (
            (gettext_noop("By this name"), named),
            (gettext_noop("Spelt alike"), alike),
        )
        if held
    ]
    return FoundPage(
        asked, told(asked, findings, len(named) + len(alike)), advice(findings), groups
    )


def told(query: str, findings: Findings, shown: int) -> str:
    """How much was found, for eyes and ears."""
    if not findings:
        return gettext("Nothing is named “%(query)s”.") % {"query": query}
    count = ngettext("%(count)d result", "%(count)d results", len(findings))
    if shown == len(findings):
        return (count + ".") % {"count": len(findings)}
    first = gettext("the first %(shown)d are shown") % {"shown": shown}
    return f"{count % {'count': len(findings)}}; {first}."


def advice(findings: Findings) -> str:
    """What to do where nothing was found."""
    if findings:
        return ""
    return gettext("Try one word of the name, such as a family name, or browse the lists.")


def entries(references: Sequence[str], facts: FactBase) -> list[Entry]:
    """The records behind ``references``, as lists show them."""
    return [entry(reference, facts) for reference in references]


def entry(reference: str, facts: FactBase) -> Entry:
    match resolve(reference, facts):
        case Mission() as mission:
            return flight_entry(mission, facts)
        case Person() as person:
            return person_entry(person, facts)
        case Agency() as agency:
            return agency_entry(agency, facts)
        case Station() as station:
            return station_entry(station, facts)
        case _:
            return list_entry(reference, facts)


def list_entry(reference: str, facts: FactBase) -> Entry:
    """A family of spacecraft or a place, which leads to its flights."""
    sort, _, slug = reference.partition(":")
    flights = facts.missions.values()
    if sort == "family":
        count = sum(family_slug(facts.family(mission)) == slug for mission in flights)
        aside = text(gettext_noop("spacecraft, {flights}"), flights=flights_text(count))
        return Entry(
            linked(craft_name(slug, facts), list_url("missions", "craft", slug)), (said(aside),)
        )
    count = sum(slug in places_of(mission) for mission in flights)
    aside = text(gettext_noop("place, {flights} from or to it"), flights=flights_text(count))
    return Entry(
        linked(place_name(slug, facts), list_url("missions", "place", slug)), (said(aside),)
    )
