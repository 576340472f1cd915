"""Who flew on what."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from quizzes.facts.base import FactBase, is_known
from quizzes.facts.records import FlightClass, Mission, Person, Seat
from quizzes.items.item import Topic
from quizzes.items.kinds.base import Because, Kind, ref
from quizzes.items.kinds.wording import (
    flew_on,
    flight_in_brief,
    launch_year,
    mission_story,
    nearest,
)
from quizzes.items.text import Text, date_text, gettext_noop, text

YEAR: Final = timedelta(days=365)


def people_around(mission: Mission, facts: FactBase) -> list[Person]:
    """The crew of ``mission`` and of the flights of its family around it, each person once."""
    flights = (mission, *facts.neighbours(mission, each_way=5))
    slugs = dict.fromkeys(seat.person for flight in flights for seat in facts.crew_up(flight))
    return [facts.people[slug] for slug in slugs]


class PersonKind(Kind[Mission, Person]):
    """What the kinds share that ask for a person of a flight's crew."""

    topic = Topic.CREWS

    def option(self, subject: Mission, candidate: Person, facts: FactBase) -> Text:
        return Text(candidate.name)

    def mission(self, subject: Mission, facts: FactBase) -> Mission:
        return subject

    def stratum(self, subject: Mission, facts: FactBase) -> str:
        return f"{launch_year(subject) // 10}"

    def background(self, subject: Mission, facts: FactBase) -> Text | None:
        return mission_story(subject, facts)


class CommanderOfMission(PersonKind):
    """The commander when the flight launched. A crew has one commander, so everybody else is
    known not to have been it. Traps: a crew may come home under another commander; on Vostok and
    Mercury the one person aboard was the pilot."""

    slug = "commander-of-mission"

    def subjects(self, facts: FactBase) -> Sequence[Mission]:
        return [
            mission
            for mission in facts.orbital
            if len(facts.crew_up(mission)) > 1
            and facts.crew_is_known(mission)
            and facts.commander(mission) is not None
        ]

    def candidates(self, subject: Mission, facts: FactBase) -> Sequence[Person]:
        crew = [facts.people[seat.person] for seat in facts.crew_up(subject)]
        commanders = [facts.commander(other) for other in facts.neighbours(subject)]
        return list(dict.fromkeys([*crew, *(person for person in commanders if person)]))

    def holds(self, subject: Mission, candidate: Person, facts: FactBase) -> bool | None:
        commander = facts.commander(subject)
        if commander is None:
            return None
        if candidate == commander:
            return True
        seat = facts.seat_on(candidate, subject)
        return None if seat is not None and not seat.role else False

    def stem(self, subject: Mission, facts: FactBase) -> Text:
        return text(
            gettext_noop("Who was in command when {mission} launched?"), mission=subject.name
        )

    def because(self, subject: Mission, candidate: Person, facts: FactBase) -> Because:
        seat = facts.seat_on(candidate, subject)
        if seat is None:
            own = [s for s in facts.seats_of(candidate) if s.role == "commander"]
            return flew_on(candidate, nearest(own, subject, facts), facts)
        if seat.role != "commander":
            return flew_on(candidate, seat, facts)
        return Because(
            text(
                gettext_noop("{person} commanded {mission}."),
                person=candidate.name, mission=subject.name,
            ),
            facts.cite((seat, "role")),
        )  # fmt: skip


class PersonAboard(PersonKind):
    """Somebody who launched on the flight. Trap: people who came home on it had launched on
    another; the stem therefore says "when it launched"."""

    slug = "person-aboard"

    def subjects(self, facts: FactBase) -> Sequence[Mission]:
        return [
            mission
            for mission in facts.orbital
            if facts.crew_up(mission) and facts.crew_is_known(mission)
        ]

    def candidates(self, subject: Mission, facts: FactBase) -> Sequence[Person]:
        return people_around(subject, facts)

    def holds(self, subject: Mission, candidate: Person, facts: FactBase) -> bool | None:
        if facts.seat_on(candidate, subject) is not None:
            return True
        return False if facts.crew_is_known(subject) else None

    def stem(self, subject: Mission, facts: FactBase) -> Text:
        return text(gettext_noop("Who was aboard when {mission} launched?"), mission=subject.name)

    def because(self, subject: Mission, candidate: Person, facts: FactBase) -> Because:
        seat = facts.seat_on(candidate, subject)
        return flew_on(candidate, seat or nearest(facts.seats_of(candidate), subject, facts), facts)


class FirstFlightOfPerson(Kind[Person, Mission]):
    """The flight that first took somebody into orbit. Traps: an earlier suborbital or aborted
    flight (the stem says "into orbit"); a flight that nobody sources might have come before, so
    all flights of the person must be known."""

    slug = "first-flight-of-person"
    topic = Topic.CREWS

    def first(self, person: Person, facts: FactBase) -> Mission | None:
        flights = [facts.missions[seat.up] for seat in facts.seats_of(person)]
        orbital = [flight for flight in flights if flight.flight_class is FlightClass.ORBITAL]
        if not all(flight in facts.orbital_set for flight in orbital):
            return None  # one of which nobody knows when it was
        return orbital[0] if orbital else None

    def subjects(self, facts: FactBase) -> Sequence[Person]:
        return [
            person
            for person in facts.people.values()
            if facts.flights_are_known(person)
            and (first := self.first(person, facts)) is not None
            and not first.fatal
        ]

    def candidates(self, subject: Person, facts: FactBase) -> Sequence[Mission]:
        own = [
            mission
            for seat in facts.seats_of(subject)
            if (mission := facts.missions[seat.up]) in facts.orbital_set and not mission.fatal
        ]
        return list(dict.fromkeys([*own, *facts.neighbours(self.mission(subject, facts))]))

    def holds(self, subject: Person, candidate: Mission, facts: FactBase) -> bool | None:
        if not facts.flights_are_known(subject):
            return None
        return candidate == self.first(subject, facts)

    def stem(self, subject: Person, facts: FactBase) -> Text:
        return text(
            gettext_noop("Which flight first took {person} into orbit?"), person=subject.name
        )

    def because(self, subject: Person, candidate: Mission, facts: FactBase) -> Because:
        seat = facts.seat_on(subject, candidate)
        if seat is None:
            return flight_in_brief(candidate, facts)
        message = (
            gettext_noop("{mission} took {person} into orbit for the first time, in {year}.")
            if candidate == self.first(subject, facts)
            else gettext_noop("{mission} was a later flight of {person}, in {year}.")
        )
        return Because(
            text(
                message,
                mission=candidate.name, person=subject.name, year=launch_year(candidate),
            ),
            facts.cite((seat, "up"), (candidate, "launched_at")),
        )  # fmt: skip

    def option(self, subject: Person, candidate: Mission, facts: FactBase) -> Text:
        return Text(candidate.name)

    def mission(self, subject: Person, facts: FactBase) -> Mission:
        first = self.first(subject, facts)
        if first is None:
            raise ValueError(f"{subject.slug} never reached orbit")
        return first

    def stratum(self, subject: Person, facts: FactBase) -> str:
        return f"{launch_year(self.mission(subject, facts)) // 10}"

    def background(self, subject: Person, facts: FactBase) -> Text | None:
        return mission_story(self.mission(subject, facts), facts)


class ReturnVehicle(Kind[Seat, Mission]):
    """The craft that brought somebody home who had gone up on another. The one launched on is not
    offered, nor one that landed before: the stem rules them out."""

    slug = "return-vehicle"
    topic = Topic.CREWS

    def subjects(self, facts: FactBase) -> Sequence[Seat]:
        return [
            seat
            for seat in facts.seats.values()
            if seat.down is not None
            and seat.down != seat.up
            and is_known(seat)
            and not facts.missions[seat.down].fatal
            and facts.landed_at(seat) is not None
            and facts.missions[seat.up] in facts.orbital_set
        ]

    def candidates(self, subject: Seat, facts: FactBase) -> Sequence[Mission]:
        home, up_at = facts.missions[subject.down or subject.up], facts.launched_at(subject)
        if up_at is None or home.landed_at is None:
            return []
        until = home.landed_at + max(home.landed_at - up_at, YEAR)
        return [
            mission
            for mission in (home, *facts.neighbours(home))
            if mission.slug != subject.up
            and mission.landed_at is not None
            and up_at < mission.landed_at <= until
        ]

    def holds(self, subject: Seat, candidate: Mission, facts: FactBase) -> bool | None:
        return None if subject.down is None else candidate.slug == subject.down

    def stem(self, subject: Seat, facts: FactBase) -> Text:
        return text(
            gettext_noop("{person} went up on {mission} and came home on another flight. Which?"),
            person=facts.people[subject.person].name,
            mission=facts.missions[subject.up].name,
        )

    def because(self, subject: Seat, candidate: Mission, facts: FactBase) -> Because:
        if candidate.landed_at is None:
            return flight_in_brief(candidate, facts)
        landing = date_text(candidate.landed_at.date())
        if candidate.slug == subject.down:
            return Because(
                text(
                    gettext_noop("{person} came home aboard {mission} on {date}."),
                    person=facts.people[subject.person].name,
                    mission=candidate.name, date=landing,
                ),
                facts.cite((subject, "down"), (candidate, "landed_at")),
            )  # fmt: skip
        return Because(
            text(
                gettext_noop("{mission} landed on {date} without {person}."),
                mission=candidate.name, date=landing, person=facts.people[subject.person].name,
            ),
            facts.cite((subject, "down"), (candidate, "landed_at")),
        )  # fmt: skip

    def option(self, subject: Seat, candidate: Mission, facts: FactBase) -> Text:
        return Text(candidate.name)

    def mission(self, subject: Seat, facts: FactBase) -> Mission:
        return facts.missions[subject.up]

    def stratum(self, subject: Seat, facts: FactBase) -> str:
        return f"{launch_year(self.mission(subject, facts)) // 10}"

    def background(self, subject: Seat, facts: FactBase) -> Text | None:
        return mission_story(facts.missions[subject.down or subject.up], facts)

    def tells_of(self, subject: Seat, facts: FactBase) -> tuple[str, ...]:
        return (
            ref(facts.people[subject.person]),
            ref(facts.missions[subject.up]),
            ref(facts.missions[subject.down or subject.up]),
        )
