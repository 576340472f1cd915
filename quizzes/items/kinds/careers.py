"""All that somebody flew: what several kinds compare people by."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import lru_cache
from typing import Final

from quizzes.facts.base import FactBase
from quizzes.facts.records import FlightClass, Mission, Person
from quizzes.items.kinds.base import Because
from quizzes.items.text import Text, Value, date_text, gettext_noop, ngettext, text

EACH_WAY: Final = 40
"""So many people who first flew before somebody, and after, are compared with them."""
APART: Final = timedelta(days=30)
"""Launches so far apart follow each other, however they are counted."""
MOST_YEARS_LATER: Final = 10
# In words: in figures, the day of a date beside would tell one of them.
COUNTS: Final = {
    1: gettext_noop("one flight"),
    2: gettext_noop("two flights"),
    3: gettext_noop("three flights"),
    4: gettext_noop("four flights"),
    5: gettext_noop("five flights"),
    6: gettext_noop("six flights"),
    7: gettext_noop("seven flights"),
}


def orbital_flights(person: Person, facts: FactBase) -> Sequence[Mission]:
    """The flights that took somebody into orbit, in order of launch; none where nobody knows when
    one of them was."""
    flights = [facts.missions[seat.up] for seat in facts.seats_of(person)]
    orbital = [flight for flight in flights if flight.flight_class is FlightClass.ORBITAL]
    return orbital if all(flight in facts.orbital_set for flight in orbital) else ()


def first_flight(person: Person, facts: FactBase) -> Mission | None:
    """The flight that first took somebody into orbit."""
    return next(iter(orbital_flights(person, facts)), None)


@lru_cache(maxsize=1)  # asked for every candidate
def flown(facts: FactBase) -> Mapping[Person, Sequence[Mission]]:
    """The flights into orbit of everybody of whom all flights are known, in order of the first.

    Without those whom a flight cost their lives: people are compared in sport.
    """
    known = {
        person: flights
        for person in facts.people.values()
        if facts.flights_are_known(person)
        and not any(facts.missions[seat.up].fatal for seat in facts.seats_of(person))
        and (flights := orbital_flights(person, facts))
    }
    return dict(sorted(known.items(), key=lambda item: (item[1][0].number, item[0].slug)))


@lru_cache(maxsize=1)
def by_first_flight(facts: FactBase) -> tuple[Sequence[Person], Sequence[int]]:
    """The same people, and the number of the first flight of each."""
    return tuple(flown(facts)), tuple(flights[0].number for flights in flown(facts).values())


def people_since(mission: Mission, facts: FactBase) -> Sequence[Person]:
    """Those who first flew on ``mission`` or after it, in that order."""
    people, numbers = by_first_flight(facts)
    return people[bisect_left(numbers, mission.number) :]


def beginners_around(person: Person, facts: FactBase) -> list[Person]:
    """``person``, and those who first flew before and after."""
    people, numbers = by_first_flight(facts)
    at = bisect_left(numbers, flown(facts)[person][0].number)
    return list(dict.fromkeys((person, *people[max(0, at - EACH_WAY) : at + EACH_WAY])))


def later_by(one: Mission, other: Mission) -> timedelta | None:
    """How long after ``one`` the ``other`` launched."""
    if one.launched_at is None or other.launched_at is None:
        return None
    return other.launched_at - one.launched_at


def first_took(first: Mission, person: Person, facts: FactBase) -> Because:
    """Which flight first took somebody into orbit, and when."""
    launched_at, seat = first.launched_at, facts.seat_on(person, first)
    return Because(
        text(
            gettext_noop("{mission} took {person} into orbit for the first time, on {date} (UTC)."),
            mission=first.name, person=person.name,
            date=date_text(launched_at.date()) if launched_at is not None else "",
        ),
        facts.cite((first, "launched_at"), *(((seat, "up"),) if seat else ())),
    )  # fmt: skip


def flights_text(count: int) -> Text:
    """A number of flights, as in "four flights"."""
    return Text(COUNTS[count]) if count in COUNTS else ngettext("{n} flight", "{n} flights", count)


def may_fly_again(person: Person) -> bool:
    """Whether a number of flights is one as of a day only: not of somebody who has died."""
    return person.died_on is None


def made_flights(person: Person, facts: FactBase) -> Because:
    """How many flights into orbit somebody made."""
    flights = flown(facts)[person]
    last = flights[-1]
    seats = [seat for seat in facts.seats_of(person) if facts.missions[seat.up] in flights]
    told: dict[str, Value] = {
        "person": person.name,
        "flights": flights_text(len(flights)),
        "mission": last.name,
        "year": last.launched_at.year if last.launched_at is not None else 0,
    }
    if may_fly_again(person):
        told["date"] = date_text(facts.as_of)
        message = (
            gettext_noop(
                "{person} had made {flights} into orbit as of {date}: {mission} in {year}."
            )
            if len(flights) == 1
            else gettext_noop(
                "{person} had made {flights} into orbit as of {date}, "
                "the last on {mission} in {year}."
            )
        )
    elif len(flights) == 1:
        message = gettext_noop("{person} made {flights} into orbit: {mission} in {year}.")
    else:
        message = gettext_noop(
            "{person} made {flights} into orbit, the last on {mission} in {year}."
        )
    return Because(
        text(message, **told),
        facts.cite((last, "launched_at"), *((seat, "up") for seat in seats)),
    )  # fmt: skip
