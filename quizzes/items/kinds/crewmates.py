"""Who flew with whom, and how often."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from quizzes.facts.base import FactBase, is_known
from quizzes.facts.records import Mission, Person, Seat
from quizzes.items.item import Interaction, Measure, Quantity, Relation, Topic
from quizzes.items.kinds.base import Because, Kind, ref
from quizzes.items.kinds.careers import (
    beginners_around,
    flights_text,
    flown,
    made_flights,
    may_fly_again,
)
from quizzes.items.kinds.crews import PersonKind, people_around
from quizzes.items.kinds.wording import flew_on, launch_year, mission_story, nearest
from quizzes.items.text import Text, date_text, gettext_noop, text

LEAST_CREW: Final = 3
MOST_FLIGHTS: Final = 4
"""Few have flown more often: a higher number would soon be struck out."""
EACH_NUMBER: Final = 4
"""People whose number of flights is offered, for each number."""


def has_known_crew(mission: Mission, facts: FactBase) -> bool:
    """Whether a flight reached orbit with a crew that is known, and cost no lives."""
    return mission in facts.orbital_set and not mission.fatal and facts.crew_is_known(mission)


def vouched_for(people: Iterable[Person], facts: FactBase) -> list[Person]:
    """Those of ``people`` of whom a source tells a flight: else there is nothing to say of them."""
    return [person for person in people if any(map(is_known, facts.seats_of(person)))]


def known_flight(person: Person, mission: Mission, facts: FactBase) -> Because:
    """The flight on which somebody launched, or the one nearest to it."""
    seat = facts.seat_on(person, mission)
    own = [seat for seat in facts.seats_of(person) if is_known(seat)]
    return flew_on(person, seat or nearest(own, mission, facts), facts)


class NotAboard(PersonKind):
    """The one who was not in the crew. Offered beside are only those who were. Trap: who came
    home on the flight may have launched on another, so the stem says "when it launched"."""

    slug = "not-aboard"
    name = gettext_noop("who was not aboard a flight")
    asks_for = Relation.SAME_CREW

    def subjects(self, facts: FactBase) -> Sequence[Mission]:
        return [
            mission
            for mission in facts.orbital
            if has_known_crew(mission, facts)
            and len(facts.crew_up(mission)) >= LEAST_CREW
            and any(
                self.holds(mission, person, facts) for person in self.candidates(mission, facts)
            )
        ]

    def candidates(self, subject: Mission, facts: FactBase) -> Sequence[Person]:
        guests = [facts.people[seat.person] for seat in facts.crew_down(subject)]
        return vouched_for(dict.fromkeys((*people_around(subject, facts), *guests)), facts)

    def holds(self, subject: Mission, candidate: Person, facts: FactBase) -> bool | None:
        seat = facts.seat_on(candidate, subject)
        if seat is not None:
            return False if is_known(seat) else None
        return True if facts.crew_is_known(subject) else None

    def stem(self, subject: Mission, facts: FactBase) -> Text:
        return text(
            gettext_noop("Who was NOT aboard when {mission} launched?"), mission=subject.name
        )

    def because(self, subject: Mission, candidate: Person, facts: FactBase) -> Because:
        return known_flight(candidate, subject, facts)


class SeatKind(Kind[Seat, Person]):
    """What the kinds share that ask who was with somebody on a flight."""

    topic = Topic.CREWS

    def option(self, subject: Seat, candidate: Person, facts: FactBase) -> Text:
        return Text(candidate.name)

    def mission(self, subject: Seat, facts: FactBase) -> Mission:
        return facts.missions[subject.up]

    def background(self, subject: Seat, facts: FactBase) -> Because | None:
        return mission_story(self.mission(subject, facts), facts)


class LaunchedWith(SeatKind):
    """Who launched with somebody in a year. Traps: two launches of one person in that year, of
    which one may have reached no orbit; who joined them up there had launched without them."""

    slug = "launched-with"
    name = gettext_noop("who launched together with somebody")
    claims_of_candidate = True
    interactions = (
        Interaction.CHOICE,
        Interaction.TRUE_FALSE,
        Interaction.MULTIPLE,
        Interaction.NAME,
    )

    def subjects(self, facts: FactBase) -> Sequence[Seat]:
        return [
            seat
            for seat in facts.seats.values()
            if has_known_crew(mission := facts.missions[seat.up], facts)
            and len(facts.crew_up(mission)) > 1
            and self.is_only_launch(seat, mission, facts)
        ]

    def is_only_launch(self, seat: Seat, mission: Mission, facts: FactBase) -> bool:
        """Whether somebody is known to have launched but once that year."""
        person = facts.people[seat.person]
        others = [s for s in facts.seats_of(person) if s is not seat]
        years = [launch_year(facts.missions[other.up]) for other in others]
        return facts.flights_are_known(person) and not {0, launch_year(mission)} & {*years}

    def candidates(self, subject: Seat, facts: FactBase) -> Sequence[Person]:
        around = vouched_for(people_around(facts.missions[subject.up], facts), facts)
        return [person for person in around if person.slug != subject.person]

    def holds(self, subject: Seat, candidate: Person, facts: FactBase) -> bool | None:
        if candidate.slug == subject.person:
            return False  # nobody is their own crewmate
        mission = facts.missions[subject.up]
        known = facts.crew_is_known(mission)
        return facts.seat_on(candidate, mission) is not None if known else None

    def stem(self, subject: Seat, facts: FactBase) -> Text:
        return text(
            gettext_noop("Who launched into orbit together with {person} in {year}?"),
            person=facts.people[subject.person].name,
            year=launch_year(facts.missions[subject.up]),
        )

    def stem_of_all(self, subject: Seat, facts: FactBase) -> Text:
        return text(
            gettext_noop(
                "Which of these people launched into orbit together with {person} in {year}?"
            ),
            person=facts.people[subject.person].name,
            year=launch_year(facts.missions[subject.up]),
        )

    def claim(self, subject: Seat, candidate: Person, facts: FactBase) -> Text:
        return text(
            gettext_noop("{other} launched into orbit together with {person} in {year}."),
            other=candidate.name,
            person=facts.people[subject.person].name,
            year=launch_year(facts.missions[subject.up]),
        )

    def because(self, subject: Seat, candidate: Person, facts: FactBase) -> Because:
        mission = facts.missions[subject.up]
        seat = facts.seat_on(candidate, mission)
        if seat is None:
            return known_flight(candidate, mission, facts)
        return Because(
            text(
                gettext_noop("{person} and {other} launched together on {mission}."),
                person=candidate.name, other=facts.people[subject.person].name,
                mission=mission.name,
            ),
            facts.cite((seat, "up"), (subject, "up"), (mission, "launched_at")),
        )  # fmt: skip

    def tells_of(self, subject: Seat, facts: FactBase) -> tuple[str, ...]:
        return (ref(facts.people[subject.person]), ref(facts.missions[subject.up]))


@lru_cache(maxsize=1)  # asked for every pair of flights
def flight_before(facts: FactBase) -> dict[Seat, Mission]:
    """For the first seat that tells of them, two flights one after the other of one person: the
    seat is on the later one, this is the earlier."""
    pairs: dict[tuple[Mission, Mission], Seat] = {}
    for seat in facts.seats.values():
        flights = [facts.missions[own.up] for own in facts.seats_of(facts.people[seat.person])]
        later = facts.missions[seat.up]
        at = flights.index(later)
        if at and all(has_known_crew(flight, facts) for flight in (flights[at - 1], later)):
            pairs.setdefault((flights[at - 1], later), seat)
    return {seat: earlier for (earlier, _later), seat in pairs.items()}


class FlewOnBoth(SeatKind):
    """Who launched on both of two flights. Offered beside are those who launched on one of them:
    both crews are known. Trap: who came home on one of them."""

    slug = "flew-on-both"
    name = gettext_noop("who flew on both of two flights")
    asks_for = Relation.SAME_CREW
    interactions = (Interaction.CHOICE, Interaction.TRUE_FALSE, Interaction.NAME)

    def subjects(self, facts: FactBase) -> Sequence[Seat]:
        return list(flight_before(facts))

    def both(self, subject: Seat, facts: FactBase) -> tuple[Mission, Mission]:
        """The two flights, in order of launch."""
        return flight_before(facts)[subject], facts.missions[subject.up]

    def candidates(self, subject: Seat, facts: FactBase) -> Sequence[Person]:
        seats = [seat for flight in self.both(subject, facts) for seat in facts.crew_up(flight)]
        return list(dict.fromkeys(facts.people[seat.person] for seat in seats))

    def holds(self, subject: Seat, candidate: Person, facts: FactBase) -> bool | None:
        if subject not in flight_before(facts):
            return None
        both = self.both(subject, facts)
        return all(facts.seat_on(candidate, flight) is not None for flight in both)

    def stem(self, subject: Seat, facts: FactBase) -> Text:
        earlier, later = self.both(subject, facts)
        return text(
            gettext_noop("Who launched on both {one} and {other}?"),
            one=earlier.name, other=later.name,
        )  # fmt: skip

    def claim(self, subject: Seat, candidate: Person, facts: FactBase) -> Text:
        earlier, later = self.both(subject, facts)
        return text(
            gettext_noop("{person} launched on both {one} and {other}."),
            person=candidate.name, one=earlier.name, other=later.name,
        )  # fmt: skip

    def because(self, subject: Seat, candidate: Person, facts: FactBase) -> Because:
        earlier, later = self.both(subject, facts)
        seats = [facts.seat_on(candidate, flight) for flight in (earlier, later)]
        known = [seat for seat in seats if seat is not None]
        if len(known) < len(seats):
            return flew_on(candidate, known[0], facts)
        return Because(
            text(
                gettext_noop("{person} launched on {one} in {year} and on {other} in {later}."),
                person=candidate.name, one=earlier.name, year=launch_year(earlier),
                other=later.name, later=launch_year(later),
            ),
            facts.cite(
                *((seat, "up") for seat in known),
                (earlier, "launched_at"), (later, "launched_at"),
            ),
        )  # fmt: skip

    def tells_of(self, subject: Seat, facts: FactBase) -> tuple[str, ...]:
        return tuple(ref(flight) for flight in self.both(subject, facts))


class FlightsOfPerson(Kind[Person, Seat]):
    """How often somebody flew into orbit. A candidate is the last flight of somebody, shown by
    how many they made. Asked up to four: so the options are the same, and each as likely. Traps:
    hops and aborted launches; somebody may fly again, so the stem says of when it is."""

    slug = "flights-of-person"
    name = gettext_noop("how many flights somebody made")
    topic = Topic.CREWS
    interactions = (
        Interaction.CHOICE,
        Interaction.TRUE_FALSE,
        Interaction.MATCH,
        Interaction.NUMBER,
    )

    def subjects(self, facts: FactBase) -> Sequence[Person]:
        return [person for person, flights in flown(facts).items() if len(flights) <= MOST_FLIGHTS]

    def candidates(self, subject: Person, facts: FactBase) -> Sequence[Seat]:
        last = self.mission(subject, facts)
        others = sorted(
            beginners_around(subject, facts),
            key=lambda person: abs(self.mission(person, facts).number - last.number),
        )
        found = [subject]
        for number in range(1, MOST_FLIGHTS + 1):
            if number != len(flown(facts)[subject]):
                alike = [person for person in others if len(flown(facts)[person]) == number]
                found += alike[:EACH_NUMBER]
        return [self.last_seat(person, facts) for person in found]

    def last_seat(self, person: Person, facts: FactBase) -> Seat:
        """The seat on the last flight into orbit."""
        last = self.mission(person, facts).slug
        return next(seat for seat in facts.seats_of(person) if seat.up == last)

    def count(self, seat: Seat, facts: FactBase) -> int:
        """How many flights into orbit the person in ``seat`` made; 0 where it is not known."""
        return len(flown(facts).get(facts.people[seat.person], ()))

    def holds(self, subject: Person, candidate: Seat, facts: FactBase) -> bool | None:
        own, other = flown(facts).get(subject), self.count(candidate, facts)
        return None if not own or not other else len(own) == other

    def stem(self, subject: Person, facts: FactBase) -> Text:
        if not may_fly_again(subject):
            message = gettext_noop("How many flights into orbit did {person} make?")
            return text(message, person=subject.name)
        return text(
            gettext_noop("How many flights into orbit had {person} made as of {date}?"),
            person=subject.name, date=date_text(facts.as_of),
        )  # fmt: skip

    def claim(self, subject: Person, candidate: Seat, facts: FactBase) -> Text:
        if not may_fly_again(subject):
            return text(
                gettext_noop("{person} made {flights} into orbit."),
                person=subject.name, flights=self.option(subject, candidate, facts),
            )  # fmt: skip
        return text(
            gettext_noop("{person} had made {flights} into orbit as of {date}."),
            person=subject.name, date=date_text(facts.as_of),
            flights=self.option(subject, candidate, facts),
        )  # fmt: skip

    def stem_of_match(self, facts: FactBase) -> Text:
        return text(
            gettext_noop(
                "Match each person with how many flights into orbit they had made as of {date}."
            ),
            date=date_text(facts.as_of),
        )

    def prompt(self, subject: Person, facts: FactBase) -> Text:
        return Text(subject.name)

    def quantity(self, subject: Person, facts: FactBase) -> Quantity:
        return Quantity(len(flown(facts)[subject]), Measure.FLIGHTS, tolerance=0, reach=1)

    def because(self, subject: Person, candidate: Seat, facts: FactBase) -> Because:
        return made_flights(facts.people[candidate.person], facts)

    def option(self, subject: Person, candidate: Seat, facts: FactBase) -> Text:
        return flights_text(self.count(candidate, facts))

    def number(self, subject: Person, candidate: Seat, facts: FactBase) -> int | None:
        return self.count(candidate, facts)

    def differ(self, one: int, other: int) -> bool:
        return one != other

    def mission(self, subject: Person, facts: FactBase) -> Mission:
        return flown(facts)[subject][-1]

    def stratum(self, subject: Person, facts: FactBase) -> str:
        return f"{len(flown(facts)[subject])}"

    def background(self, subject: Person, facts: FactBase) -> Because | None:
        return mission_story(self.mission(subject, facts), facts)
