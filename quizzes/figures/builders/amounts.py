"""Lengths, orbits and ages as bars, from the facts."""

from collections.abc import Callable, Iterable
from typing import Final, NamedTuple, TypeAlias

from quizzes.facts.base import FactBase
from quizzes.facts.records import Fact, Mission, Person, Precision, Seat
from quizzes.figures.builders.asked import Asked
from quizzes.figures.specs import Bar, Bars
from quizzes.items.kinds.careers import first_flight
from quizzes.items.kinds.lengths import in_unit, known_stay_s, length_text, unit_for
from quizzes.items.kinds.orbits import orbits_of, orbits_text
from quizzes.items.kinds.records import longest_stays
from quizzes.items.text import Text, date_text, gettext_noop, ngettext, text

LENGTHS: Final = Text(gettext_noop("How long they lasted, from launch to landing"))
STAYS: Final = Text(gettext_noop("How long they were in space"))
LONGEST: Final = gettext_noop("Their longest stays in space, as of {date}")
ORBITS: Final = Text(gettext_noop("How many orbits of the Earth they made"))
AGES: Final = Text(gettext_noop("How old they were on their first flight into orbit"))
LENGTH: Final = Text(gettext_noop("Length"))
ORBITS_HEAD: Final = Text(gettext_noop("Orbits"))
AGE: Final = Text(gettext_noop("Age"))
ON_FLIGHT: Final = gettext_noop("{person}, {mission}")
STAYS_OF: Final = gettext_noop("How long {person} was up each time, from launch to landing")


class Shown(NamedTuple):
    """A record that gets a bar."""

    record: Fact
    is_key: bool = False
    option: int | None = None


Measured: TypeAlias = Callable[[Fact, FactBase], tuple[Text, float, Text | None] | None]
"""A record's name, its amount, and how that reads; seconds read as all of a figure do."""


def offered(asked: Asked) -> list[Shown]:
    """The records of the options."""
    return [Shown(one.record, one.option.is_key, one.at) for one in asked.choices]


def mission_length(record: Fact, facts: FactBase) -> tuple[Text, float, None] | None:
    """A flight's length: known where the times and the stated length agree to ten minutes."""
    if not isinstance(record, Mission):
        return None
    seconds = facts.duration_s(record)
    if seconds is None or record.duration_s is None or abs(seconds - record.duration_s) > 600:
        return None
    return Text(record.name), seconds, None


def stay_length(record: Fact, facts: FactBase) -> tuple[Text, float, None] | None:
    """A stay's length."""
    if not isinstance(record, Seat):
        return None
    seconds = known_stay_s(record, facts)
    if seconds is None:
        return None
    person, mission = facts.people[record.person], facts.missions[record.up]
    return text(ON_FLIGHT, person=person.name, mission=mission.name), seconds, None


def longest_stay(record: Fact, facts: FactBase) -> tuple[Text, float, None] | None:
    """Somebody's longest stay."""
    if not isinstance(record, Person) or record not in longest_stays(facts):
        return None
    return stay_length(longest_stays(facts)[record][1], facts)


def orbits_made(record: Fact, _facts: FactBase) -> tuple[Text, float, Text] | None:
    """A flight's orbits."""
    orbits = orbits_of(record) if isinstance(record, Mission) else None
    if orbits is None or not isinstance(record, Mission):
        return None
    return Text(record.name), orbits, orbits_text(record)


def age_at_first(record: Fact, facts: FactBase) -> tuple[Text, float, Text] | None:
    """Somebody's age in days on the day that they were first launched into orbit; it reads as
    full years."""
    if not isinstance(record, Person) or record.born_on is None:
        return None
    first = first_flight(record, facts)
    if first is None or first.launched_at is None or record.born_precision is not Precision.DAY:
        return None
    day, born = first.launched_at.date(), record.born_on
    years = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    return Text(record.name), (day - born).days, ngettext("{n} year", "{n} years", years)


def bars(
    title: Text, measure: Text, measured: Measured, records: Iterable[Shown], facts: FactBase
) -> Bars | None:
    """A bar for each record of which the amount is known. Lengths are told in the unit that
    suits the key's."""
    found = [
        (shown, told) for shown in records if (told := measured(shown.record, facts)) is not None
    ]
    if not any(amount for _, (_, amount, _) in found):
        return None
    keys = [amount for shown, (_, amount, _) in found if shown.is_key]
    longest = max(amount for _, (_, amount, _) in found)
    unit_s = round(keys[0] if keys else longest)
    return Bars(
        title,
        measure,
        tuple(
            Bar(
                name,
                amount,
                length_in_unit(amount, unit_s) if value is None else value,
                shown.is_key,
                shown.option,
            )
            for shown, (name, amount, value) in found
        ),
    )


def length_in_unit(seconds: float, like_s: int) -> Text:
    """In the unit that suits ``like_s``, or a smaller one where it would be none of those."""
    unit = unit_for(like_s)
    if not in_unit(round(seconds), unit):
        unit = unit_for(round(seconds))
    return length_text(round(seconds), unit)


def lengths_asked(asked: Asked) -> Bars | None:
    """The lengths of flights or stays."""
    facts = asked.facts
    if any(isinstance(choice.record, Seat) for choice in asked.choices):
        return bars(STAYS, LENGTH, stay_length, offered(asked), facts)
    return bars(LENGTHS, LENGTH, mission_length, offered(asked), facts)


def longest_stays_asked(asked: Asked) -> Bars | None:
    title = text(LONGEST, date=date_text(asked.facts.as_of))
    return bars(title, LENGTH, longest_stay, offered(asked), asked.facts)


def orbits_asked(asked: Asked) -> Bars | None:
    return bars(ORBITS, ORBITS_HEAD, orbits_made, offered(asked), asked.facts)


def ages_asked(asked: Asked) -> Bars | None:
    return bars(AGES, AGE, age_at_first, offered(asked), asked.facts)


def stays_of(person: Person, facts: FactBase) -> Bars | None:
    """All of somebody's stays of which the length is known."""
    shown = [Shown(seat) for seat in facts.seats_of(person)]
    figure = bars(text(STAYS_OF, person=person.name), LENGTH, stay_length, shown, facts)
    if figure is None:
        return None
    flights = [facts.missions[seat.up] for seat in facts.seats_of(person)]
    names = {f"{person.name}, {flight.name}": Text(flight.name) for flight in flights}
    return figure._replace(
        bars=tuple(bar._replace(name=names[bar.name.render()]) for bar in figure.bars)
    )
