"""The figures of the pages about a flight, a person, a station or an agency."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from quizzes.facts.base import FactBase, is_known
from quizzes.facts.records import Agency, Mission, Person, Station
from quizzes.figures.builders.amounts import stays_of
from quizzes.figures.builders.crews import seats_of_mission
from quizzes.figures.builders.entries import as_of, mission_entry, seat_entry, timeline
from quizzes.figures.builders.landings import landing_map
from quizzes.figures.builders.together import career_of
from quizzes.figures.specs import Bar, Bars, Spec
from quizzes.items.kinds.agencies import in_sentence
from quizzes.items.kinds.visits import in_sentence as station_name
from quizzes.items.text import Text, gettext_noop, ngettext, text

EACH_WAY: Final = 3
"""Flights before a flight, and after it, that are shown beside it."""
FIRST_FEW: Final = 4
"""Of many, so many of the first are shown, and as many of the last."""

AMONG: Final = gettext_noop("{mission} among the flights of its programme")
FLOWN: Final = gettext_noop("When {person} flew")
VISITS: Final = gettext_noop("Flights to {station}")
ENDS: Final = gettext_noop("The first {n} and the last {n} of {count} that are known.")
SEATS: Final = gettext_noop("Launches of people who flew for {agency}, by decade")
FIRSTS: Final = gettext_noop("The first who flew for {agency}")
PEOPLE: Final = Text(gettext_noop("Launches of people"))
DECADE: Final = gettext_noop("{first} to {last}")


def figures_of_mission(mission: Mission, facts: FactBase) -> list[Spec]:
    """Its crew, where it came down, and the flights around it."""
    family = [
        flight
        for flight in facts.missions.values()
        if facts.family(flight) == facts.family(mission)
    ]
    at = family.index(mission)
    around = family[max(0, at - EACH_WAY) : at + EACH_WAY + 1]
    entries = (mission_entry(flight) for flight in around)
    shown = [
        entry._replace(is_key=flight is mission)
        for flight, entry in zip(around, entries, strict=True)
        if entry is not None
    ]
    figures = (
        seats_of_mission(mission, facts),
        # Where lives were lost, a pin would be no more than a curiosity.
        None if mission.fatal else landing_map(mission, facts),
        timeline(text(AMONG, mission=mission.name), shown, facts) if len(shown) > 1 else None,
    )
    return [figure for figure in figures if figure is not None]


def figures_of_person(person: Person, facts: FactBase) -> list[Spec]:
    """Their stays, when they were and how long each was."""
    stays = career_of(person, facts)
    figures = (
        timeline(text(FLOWN, person=person.name), stays, facts),
        stays_of(person, facts) if len(stays) > 1 else None,
    )
    return [figure for figure in figures if figure is not None]


def figures_of_station(station: Station, facts: FactBase) -> list[Spec]:
    """The first flights to it, and the last."""
    flights = [flight for flight in facts.flights_to(station) if flight.launched_at is not None]
    entries = [mission_entry(flight) for flight in ends_of(flights)]
    figure = timeline(text(VISITS, station=station_name(station)), entries, facts, of_many(flights))
    return [figure] if figure is not None else []


def figures_of_agency(agency: Agency, facts: FactBase) -> list[Spec]:
    """How many people launched for it, decade by decade, and the first of them."""
    seats = [seat for seat in facts.seats_for(agency) if is_known(seat)]
    decades = Counter(
        launched_at.year // 10
        for seat in seats
        if (launched_at := facts.launched_at(seat)) is not None
    )
    bars = tuple(
        Bar(
            text(DECADE, first=decade * 10, last=min(decade * 10 + 9, facts.as_of.year)),
            decades[decade],
            ngettext("{n} launch", "{n} launches", decades[decade]),
        )
        for decade in range(min(decades, default=0), max(decades, default=-1) + 1)
    )
    name = in_sentence(agency)
    figures: list[Spec] = (
        [Bars(text(SEATS, agency=name), PEOPLE, bars, as_of(facts))] if len(bars) > 1 else []
    )
    firsts = {seat.person: seat for seat in reversed(seats)}
    first_seats = [seat for seat in seats if firsts[seat.person] is seat][: 2 * FIRST_FEW]
    entries = [seat_entry(seat, facts) for seat in first_seats]
    figure = timeline(text(FIRSTS, agency=name), entries, facts, as_of(facts))
    return [*figures, figure] if figure is not None else figures


def ends_of(flights: Sequence[Mission]) -> Sequence[Mission]:
    """All of a few; of many, the first and the last few."""
    if len(flights) <= 2 * FIRST_FEW:
        return flights
    return (*flights[:FIRST_FEW], *flights[-FIRST_FEW:])


def of_many(flights: Sequence[Mission]) -> Text | None:
    """A remark where not all of them are shown."""
    if len(flights) <= 2 * FIRST_FEW:
        return None
    return text(ENDS, n=FIRST_FEW, count=len(flights))
