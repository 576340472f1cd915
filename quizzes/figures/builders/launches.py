"""Which flight was when, from the facts."""

from collections.abc import Callable
from typing import Final, TypeAlias

from quizzes.facts.base import FactBase
from quizzes.facts.records import Fact, Mission, Person, Seat, Spacewalk
from quizzes.figures.builders.asked import Asked
from quizzes.figures.builders.crews import person_of
from quizzes.figures.builders.entries import (
    as_of,
    entry_of,
    first_start,
    for_choice,
    mission_entry,
    seat_entry,
    timeline,
)
from quizzes.figures.specs import Entry, Guide, Timeline
from quizzes.items.kinds.agencies import agency_text
from quizzes.items.kinds.agency_firsts import compared
from quizzes.items.kinds.careers import first_flight
from quizzes.items.kinds.timeline import bounds
from quizzes.items.kinds.visits import in_sentence
from quizzes.items.text import Text, date_text, gettext_noop, names_text, text

FLIGHTS: Final = Text(gettext_noop("When these flights launched"))
IN_SPACE: Final = Text(gettext_noop("When they were in space"))
FLOWN: Final = gettext_noop("When they were in orbit, as of {date}")
IN_USE: Final = Text(gettext_noop("From the first crewed flight to them to the last"))
AGENCIES: Final = Text(gettext_noop("From the first flight of their people to the last"))
FIRST_FLIGHTS: Final = Text(gettext_noop("Their first flights into orbit"))
WITH: Final = gettext_noop("with {people}")
LANDED_WITH: Final = gettext_noop("landed with {people}")
TO: Final = gettext_noop("to {station}")
FIRST_FOR: Final = gettext_noop("The first flight of each for {agency}.")
SPACEWALK: Final = gettext_noop("Spacewalk, {date}")
WENT_UP: Final = gettext_noop("{person} on {mission}")

Entries: TypeAlias = Callable[[Fact, FactBase], Entry | None]


def in_order(
    title: Text, asked: Asked, entry: Entries = entry_of, remark: Text | None = None
) -> Timeline | None:
    """The options by time."""
    entries = [for_choice(entry(one.record, asked.facts), one) for one in asked.choices]
    shown = sorted(filter(None, entries), key=first_start)
    return timeline(title, shown, asked.facts, remark)


def with_guide(figure: Timeline | None, guide: Guide | None) -> Timeline | None:
    """The figure with a guide, where there is one within its time."""
    if figure is None or guide is None:
        return figure
    first, last = min(figure.first, guide.at.date()), max(figure.last, guide.at.date())
    return figure._replace(first=first, last=last, guides=(*figure.guides, guide))


def launches_asked(asked: Asked) -> Timeline | None:
    """When the flights launched that are the options."""
    return in_order(FLIGHTS, asked)


def launched_between(asked: Asked) -> Timeline | None:
    """The same, and the two flights between which one of them launched."""
    figure, mission = launches_asked(asked), asked.subject
    if isinstance(mission, Mission):
        for flight in bounds(mission, asked.facts) or ():
            figure = with_guide(figure, launch_guide(flight))
    return figure


def person_asked(asked: Asked) -> Person | None:
    """Whom the item asks about."""
    if isinstance(asked.subject, Seat):
        return asked.facts.people[asked.subject.person]
    return asked.subject if isinstance(asked.subject, Person) else None


def flights_with(asked: Asked) -> Timeline | None:
    """The flights that are the options; those that the person asked about was on say so."""
    person = person_asked(asked)

    def entry(record: Fact, facts: FactBase) -> Entry | None:
        if not isinstance(record, Mission):
            return entry_of(record, facts)
        is_aboard = person is not None and facts.seat_on(person, record) is not None
        note = text(WITH, people=person.name) if person is not None and is_aboard else None
        return mission_entry(record, note)

    return in_order(FLIGHTS, asked, entry)


def flights_home(asked: Asked) -> Timeline | None:
    """The flights that are the options; the one that the person asked about came home on says
    so."""
    seat = asked.subject if isinstance(asked.subject, Seat) else None

    def entry(record: Fact, facts: FactBase) -> Entry | None:
        if not isinstance(record, Mission):
            return entry_of(record, facts)
        landed = seat is not None and seat.down == record.slug
        person = facts.people[seat.person].name if seat is not None else ""
        return mission_entry(record, text(LANDED_WITH, people=person) if landed else None)

    return in_order(FLIGHTS, asked, entry)


def flights_of_agency(asked: Asked) -> Timeline | None:
    """The flights that are the options, each with the agencies that people aboard flew for."""

    def entry(record: Fact, facts: FactBase) -> Entry | None:
        if not isinstance(record, Mission):
            return entry_of(record, facts)
        slugs = dict.fromkeys(seat.agency for seat in facts.crew_up(record) if seat.agency)
        names = [facts.agencies[slug].short_name for slug in slugs]
        return mission_entry(record, names_text(names) if names else None)

    return in_order(FLIGHTS, asked, entry)


def flights_to_station(asked: Asked) -> Timeline | None:
    """The flights that are the options, each with where it went."""

    def entry(record: Fact, facts: FactBase) -> Entry | None:
        if not isinstance(record, Mission):
            return entry_of(record, facts)
        names = [in_sentence(facts.stations[slug]) for slug in record.stations]
        return mission_entry(record, text(TO, station=names_text(names)) if names else None)

    return in_order(FLIGHTS, asked, entry)


def stations_asked(asked: Asked) -> Timeline | None:
    """When the stations were flown to, and when the flight asked about launched."""
    return with_guide(
        in_order(IN_USE, asked, remark=as_of(asked.facts)), launch_guide(asked.mission)
    )


def agencies_asked(asked: Asked) -> Timeline | None:
    """From when to when people flew for the agencies, and the flight asked about."""
    figure = in_order(AGENCIES, asked, remark=as_of(asked.facts))
    person, mission = person_asked(asked), asked.mission
    if mission is None or mission.launched_at is None or person is None:
        return with_guide(figure, launch_guide(mission))
    name = text(WENT_UP, person=person.name, mission=mission.name)
    return with_guide(figure, Guide(mission.launched_at, name))


def launch_guide(mission: Mission | None) -> Guide | None:
    if mission is None or mission.launched_at is None:
        return None
    return Guide(mission.launched_at, Text(mission.name))


def careers_asked(asked: Asked) -> Timeline | None:
    """All stays in orbit of the people who are the options."""

    def entry(record: Fact, facts: FactBase) -> Entry | None:
        own = facts.people[record.person] if isinstance(record, Seat) else record
        return entry_of(own, facts)

    return in_order(text(FLOWN, date=date_text(asked.facts.as_of)), asked, entry)


def flew_on_both(asked: Asked) -> Timeline | None:
    """The same, with the flight asked about and the one before it of the person who is the key."""
    figure, mission = careers_asked(asked), asked.mission
    for choice in asked.keys:
        person = person_of(choice, asked.facts)
        if person is None or mission is None:
            continue
        flights = [asked.facts.missions[seat.up] for seat in asked.facts.seats_of(person)]
        if mission in flights:
            at = flights.index(mission)
            for flight in flights[max(0, at - 1) : at + 1]:
                figure = with_guide(figure, launch_guide(flight))
            break
    return figure


def first_flights_asked(asked: Asked) -> Timeline | None:
    """The first flights into orbit of the people who are the options."""

    def entry(record: Fact, facts: FactBase) -> Entry | None:
        first = first_flight(record, facts) if isinstance(record, Person) else None
        seat = facts.seat_on(record, first) if first and isinstance(record, Person) else None
        return seat_entry(seat, facts) if seat is not None else None

    return in_order(FIRST_FLIGHTS, asked, entry)


def first_for_agency(asked: Asked) -> Timeline | None:
    """The first flights of the people who are the options for the agency asked about."""
    own = compared(asked.facts).get(asked.subject) if isinstance(asked.subject, Person) else None
    agency = own.agency if own is not None else None
    if agency is None:
        return first_flights_asked(asked)

    def entry(record: Fact, facts: FactBase) -> Entry | None:
        seats = facts.seats_of(record) if isinstance(record, Person) else ()
        seat = next((seat for seat in seats if seat.agency == agency), None)
        return seat_entry(seat, facts) if seat is not None else None

    figure = in_order(IN_SPACE, asked, entry)
    name = agency_text(asked.facts.agencies[agency])
    return figure._replace(remark=text(FIRST_FOR, agency=name)) if figure is not None else None


def at_stations(asked: Asked) -> Timeline | None:
    """The people who are the options, each with the flight nearest to that asked about, and where
    it went."""
    mission = asked.mission
    if mission is None:
        return careers_asked(asked)

    def entry(record: Fact, facts: FactBase) -> Entry | None:
        seats = facts.seats_of(record) if isinstance(record, Person) else ()
        seat = min(
            seats,
            key=lambda held: abs(facts.missions[held.up].number - mission.number),
            default=None,
        )
        found = seat_entry(seat, facts) if seat is not None else None
        if seat is None or found is None:
            return found
        slugs = facts.missions[seat.up].stations
        names = [in_sentence(facts.stations[slug]) for slug in slugs]
        return found._replace(note=text(TO, station=names_text(names)) if names else found.note)

    return in_order(IN_SPACE, asked, entry)


def before_spacewalk(asked: Asked) -> Timeline | None:
    """The flights that are the options, and the spacewalk."""
    walk = asked.subject
    figure = launches_asked(asked)
    if not isinstance(walk, Spacewalk) or walk.started_at is None:
        return figure
    name = text(SPACEWALK, date=date_text(walk.started_at.date()))
    return with_guide(figure, Guide(walk.started_at, name))
