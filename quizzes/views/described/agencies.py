"""The page of an agency, company or service that people fly for."""

from collections import defaultdict
from typing import Final

from markupsafe import Markup

from quizzes.facts.base import FactBase
from quizzes.facts.records import Agency, AgencyKind, Fact
from quizzes.items.kinds.base import ref
from quizzes.items.kinds.wording import launch_year
from quizzes.items.text import Text, gettext_noop, text
from quizzes.views.described.flights import flights_text, year_name
from quizzes.views.described.parts import (
    Entry,
    Group,
    Notes,
    RecordPage,
    Row,
    link,
    list_text,
    said,
    titled,
)
from quizzes.views.described.people import people_text

KIND_NAMES: Final = {
    AgencyKind.SPACE_AGENCY: gettext_noop("Space agency"),
    AgencyKind.COMPANY: gettext_noop("Company"),
    AgencyKind.ARMED_FORCE: gettext_noop("Armed force"),
    AgencyKind.OTHER: gettext_noop("Other body"),
}


def agency_page(agency: Agency, facts: FactBase) -> RecordPage:
    """All that is said of an agency."""
    notes = Notes(facts)
    lead, lead_marks = told(agency, facts, notes)
    return RecordPage(
        section="agencies",
        reference=ref(agency),
        kicker=[said(Text(KIND_NAMES[agency.kind]))],
        title=titled(agency.name),
        lead=lead,
        lead_marks=lead_marks,
        rows=agency_rows(agency, facts, notes),
        groups=[
            group
            for group in (people(agency, facts, notes), flights(agency, facts, notes))
            if group.entries
        ],
        notes=notes.listed(),
    )


def told(agency: Agency, facts: FactBase, notes: Notes) -> tuple[list[Markup], tuple[int, ...]]:
    """Who flew for it, in a sentence."""
    seats = facts.seats_for(agency)
    if not seats:
        message = gettext_noop("Nobody is known to have flown for {agency}.")
        return [said(text(message, agency=agency.short_name))], ()
    message = gettext_noop("Known to have flown for {agency}: {people}, on {flights}.")
    sentence = text(
        message,
        people=people_text(len({seat.person for seat in seats})),
        agency=agency.short_name,
        flights=flights_text(len({seat.up for seat in seats})),
    )
    return [said(sentence)], notes.marks(*((seat, "agency") for seat in seats))


def agency_rows(agency: Agency, facts: FactBase, notes: Notes) -> list[Row]:
    rows = []
    if agency.country:
        country = text("{name}", name=agency.country)
        rows.append(notes.row(gettext_noop("Country"), country, agency, "country"))
    before = facts.agencies.get(agency.predecessor or "")
    if before is not None and "predecessor" in agency.provenance:
        value = text("{name}", name=link(before))
        rows.append(notes.row(gettext_noop("Before it"), value, agency, "predecessor"))
    for after in facts.agencies.values():
        if after.predecessor == agency.slug and "predecessor" in after.provenance:
            value = text("{name}", name=link(after))
            rows.append(notes.row(gettext_noop("After it"), value, after, "predecessor"))
    return rows


def people(agency: Agency, facts: FactBase, notes: Notes) -> Group:
    """Those who flew for it, by their first flight for it."""
    years: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for seat in facts.seats_for(agency):
        launched_at = facts.launched_at(seat)
        years[seat.person] |= {str(launched_at.year): None} if launched_at is not None else {}
    entries = [
        Entry(link(facts.people[slug]), (said(text("{years}", years=", ".join(of))),) if of else ())
        for slug, of in years.items()
    ]
    note = Text(gettext_noop("In order of their first flight for it, with the years of launch."))
    marks = notes.marks(*statements(agency, facts))
    return Group(titled(gettext_noop("People")), entries, said(note), is_compact=True, marks=marks)


def flights(agency: Agency, facts: FactBase, notes: Notes) -> Group:
    """The flights that somebody made for it, by year of launch."""
    years: defaultdict[int, dict[str, None]] = defaultdict(dict)
    for mission in facts.flights_for(agency):
        years[launch_year(mission)][mission.slug] = None
    entries = [
        Entry(
            said(text("{year}", year=year_name(year))),
            (said(list_text([link(facts.missions[slug]) for slug in slugs])),),
        )
        for year, slugs in years.items()
    ]
    note = Text(gettext_noop("Flights with somebody aboard for it, by year of launch."))
    marks = notes.marks(*statements(agency, facts))
    return Group(titled(gettext_noop("Flights")), entries, said(note), marks=marks)


def statements(agency: Agency, facts: FactBase) -> list[tuple[Fact, str]]:
    """Who flew for it, and when."""
    seats: list[tuple[Fact, str]] = [(seat, "agency") for seat in facts.seats_for(agency)]
    return seats + [(mission, "launched_at") for mission in facts.flights_for(agency)]


def agency_entry(agency: Agency, facts: FactBase) -> Entry:
    """An agency in a list: its full name, its country, and how many flew for it."""
    count = len({seat.person for seat in facts.seats_for(agency)})
    aside = [text("{name}", name=agency.name)] if agency.name != agency.short_name else []
    if agency.country:
        aside.append(text("{name}", name=agency.country))
    aside.append(people_text(count))
    return Entry(link(agency), tuple(said(part) for part in aside))
