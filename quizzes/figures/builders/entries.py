"""Records as entries of a timeline: when each of them was."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from quizzes.facts.base import FactBase, is_known
from quizzes.facts.records import Agency, Fact, FlightClass, Mission, Person, Seat, Station
from quizzes.figures.builders.asked import Choice
from quizzes.figures.specs import Entry, Span, Timeline
from quizzes.items.kinds.agencies import agency_text
from quizzes.items.kinds.careers import flights_text
from quizzes.items.text import Text, date_text, gettext_noop, text

YEARS: Final = gettext_noop("{first} to {last}")
AS_OF: Final = gettext_noop("As of {date}, as far as sources tell.")
FIRST_YEAR: Final = 1961
"""The first that a person was in space in."""
LONG: Final = timedelta(days=3 * 365)
"""A longer axis goes from New Year to New Year."""
LEAST_AROUND: Final = timedelta(days=2)


def flight_span(mission: Mission) -> Span | None:
    """From launch to landing."""
    if mission.launched_at is None:
        return None
    return Span(mission.launched_at, mission.landed_at)


def stay_span(seat: Seat, facts: FactBase) -> Span | None:
    """From the launch of one craft to the landing of what may be another."""
    launched_at = facts.launched_at(seat)
    if launched_at is None or not is_known(seat):
        return None
    return Span(launched_at, facts.landed_at(seat))


def orbital_stays(person: Person, facts: FactBase) -> list[Span]:
    """The known stays in orbit, in order."""
    spans = [
        stay_span(seat, facts)
        for seat in facts.seats_of(person)
        if facts.missions[seat.up].flight_class is FlightClass.ORBITAL
    ]
    return [span for span in spans if span is not None]


def around(missions: Iterable[Mission]) -> Span | None:
    """From the first launch of these to the last landing."""
    spans = [span for mission in missions if (span := flight_span(mission)) is not None]
    if not spans:
        return None
    first = min(span.start for span in spans)
    return Span(first, max(span.end or span.start for span in spans))


def mission_entry(mission: Mission, note: Text | None = None) -> Entry | None:
    """A flight, with the day of its launch."""
    span = flight_span(mission)
    if span is None:
        return None
    return Entry(Text(mission.name), (span,), date_text(span.start.date()), note)


def seat_entry(seat: Seat, facts: FactBase) -> Entry | None:
    """Somebody's stay, with its first day and the flight that it began on."""
    span = stay_span(seat, facts)
    if span is None:
        return None
    name, day = facts.people[seat.person].name, date_text(span.start.date())
    return Entry(Text(name), (span,), day, Text(facts.missions[seat.up].name))


def person_entry(person: Person, facts: FactBase) -> Entry | None:
    """All of somebody's stays in orbit, with how many they were."""
    spans = orbital_stays(person, facts)
    if not spans:
        return None
    return Entry(Text(person.name), tuple(spans), flights_text(len(spans)))


def use_entry(name: Text, missions: Sequence[Mission]) -> Entry | None:
    """From the first to the last of some flights, with the years."""
    span = around(missions)
    if span is None:
        return None
    first, last = span.start.year, (span.end or span.start).year
    value = Text(str(first)) if first == last else text(YEARS, first=first, last=last)
    return Entry(name, (span,), value)


def entry_of(record: Fact, facts: FactBase) -> Entry | None:
    """A record of any sort that has a time; None for others, and where it is not known."""
    match record:
        case Mission():
            return mission_entry(record)
        case Seat():
            return seat_entry(record, facts)
        case Person():
            return person_entry(record, facts)
        case Station():
            return use_entry(Text(record.name), facts.flights_to(record))
        case Agency():
            return use_entry(agency_text(record), facts.flights_for(record))
        case _:
            return None


def for_choice(entry: Entry | None, choice: Choice) -> Entry | None:
    """The entry as an option's, under the option's own name where that is one."""
    if entry is None:
        return None
    return entry._replace(is_key=choice.option.is_key, option=choice.at)


def first_start(entry: Entry) -> float:
    """What entries are sorted by."""
    return min(span.start for span in entry.spans).timestamp()


def as_of(facts: FactBase) -> Text:
    """A remark for what says first, last or most."""
    return text(AS_OF, date=date_text(facts.as_of))


def timeline(
    title: Text, entries: Iterable[Entry | None], facts: FactBase, remark: Text | None = None
) -> Timeline | None:
    """What has a time, along as much of an axis as it needs; what stands alone is shown within
    the whole time of spaceflight."""
    known = [entry for entry in entries if entry is not None]
    if not known:
        return None
    spans = [span for entry in known for span in entry.spans]
    if len(spans) == 1:
        whole = (date(FIRST_YEAR, 1, 1), date(facts.as_of.year, 12, 31))
        return Timeline(title, *whole, tuple(known), remark=remark)
    first = min(span.start for span in spans)
    last = max(span.end or span.start for span in spans)
    if last - first >= LONG:
        days = (date(first.year, 1, 1), date(last.year, 12, 31))
    else:
        room = max(LEAST_AROUND, (last - first) / 20)
        days = ((first - room).date(), (last + room).date())
    return Timeline(title, *days, tuple(known), remark=remark)
