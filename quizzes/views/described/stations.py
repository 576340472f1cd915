"""The page of a space station."""

from markupsafe import Markup

from quizzes.facts.base import FactBase
from quizzes.facts.records import Station
from quizzes.items.kinds.base import ref
from quizzes.items.text import Text, date_text, gettext_noop, text
from quizzes.views.described.flights import flights_by_year, flights_text, launches
from quizzes.views.described.parts import Entry, Notes, RecordPage, Row, link, said, titled


def station_page(station: Station, facts: FactBase) -> RecordPage:
    """All that is said of a station."""
    notes = Notes(facts)
    lead, lead_marks = told(station, facts, notes)
    rows = station_rows(station, notes)
    return RecordPage(
        section="stations",
        reference=ref(station),
        kicker=[],
        title=titled(station.name),
        lead=lead,
        lead_marks=lead_marks,
        rows=rows,
        groups=flights_by_year(facts.flights_to(station), facts),
        notes=notes.listed(),
    )


def told(station: Station, facts: FactBase, notes: Notes) -> tuple[list[Markup], tuple[int, ...]]:
    """Which flights went there, in a sentence."""
    flights = facts.flights_to(station)
    if not flights:
        message = gettext_noop("No flight is known to have gone to {station}.")
        return [said(text(message, station=station.name))], ()
    message = gettext_noop("{flights} with people aboard, at launch or landing, went to {station}.")
    sentence = text(message, flights=flights_text(len(flights)), station=station.name)
    below = Text(gettext_noop("They are below by year of launch, with those aboard at launch."))
    stated = [*((mission, "stations") for mission in flights), *launches(flights, facts)]
    return [said(sentence), said(below)], notes.marks(*stated)


def station_rows(station: Station, notes: Notes) -> list[Row]:
    """A station that is known to have come down says when; that one has not is not known."""
    launched = date_text(station.launched_on) if station.launched_on is not None else None
    rows = [notes.row(gettext_noop("Launched"), launched, station, "launched_on")]
    if station.ended_on is not None:
        ended = date_text(station.ended_on)
        rows.append(notes.row(gettext_noop("Came down"), ended, station, "ended_on"))
    if "country" in station.provenance:
        country = text("{name}", name=station.country)
        rows.append(notes.row(gettext_noop("Country"), country, station, "country"))
    return rows


def station_entry(station: Station, facts: FactBase) -> Entry:
    """A station in a list: when it was in orbit, and how many flights went there."""
    aside = []
    if station.launched_on is not None:
        message = gettext_noop("launched on {date}")
        aside.append(text(message, date=date_text(station.launched_on)))
    aside.append(flights_text(len(facts.flights_to(station))))
    return Entry(link(station), tuple(said(part) for part in aside))
