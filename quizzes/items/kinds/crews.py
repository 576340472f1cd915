"""Who flew on what."""

from collections.abc import Sequence

from quizzes.facts.base import FactBase
from quizzes.facts.records import Mission, Person, Role
from quizzes.items.item import Interaction, Topic
from quizzes.items.kinds.base import Because, Kind
from quizzes.items.kinds.careers import first_flight
from quizzes.items.kinds.wording import (
    flew_on,
    flight_in_brief,
    launch_year,
    mission_story,
    nearest,
)
from quizzes.items.text import Text, gettext_noop, text


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

    def background(self, subject: Mission, facts: FactBase) -> Because | None:
        return mission_story(subject, facts)


class CommanderOfMission(PersonKind):
    """The commander when the flight launched. A crew has one commander, so everybody else is
    known not to have been it. Traps: a crew may come home under another commander; on Vostok and
    Mercury the one person aboard was the pilot."""

    slug = "commander-of-mission"
    name = gettext_noop("who commanded a flight")
    form = -6  # the name that goes with a flight
    interactions = (
        Interaction.CHOICE,
        Interaction.TRUE_FALSE,
        Interaction.MATCH,
        Interaction.NAME,
    )

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

    def claim(self, subject: Mission, candidate: Person, facts: FactBase) -> Text:
        return text(
            gettext_noop("{person} was in command when {mission} launched."),
            person=candidate.name, mission=subject.name,
        )  # fmt: skip

    def stem_of_match(self, facts: FactBase) -> Text:
        return Text(gettext_noop("Match each flight with who was in command when it launched."))

    def prompt(self, subject: Mission, facts: FactBase) -> Text:
        return Text(subject.name)

    def because(self, subject: Mission, candidate: Person, facts: FactBase) -> Because:
        seat = facts.seat_on(candidate, subject)
        if seat is None:
            own = [s for s in facts.seats_of(candidate) if s.role == Role.COMMANDER]
            return flew_on(candidate, nearest(own, subject, facts), facts)
        if seat.role != Role.COMMANDER:
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
    name = gettext_noop("who was aboard a flight")
    claims_of_candidate = True
    interactions = (
        Interaction.CHOICE,
        Interaction.TRUE_FALSE,
        Interaction.MULTIPLE,
        Interaction.NAME,
    )

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

    def stem_of_all(self, subject: Mission, facts: FactBase) -> Text:
        return text(
            gettext_noop("Which of these people were aboard when {mission} launched?"),
            mission=subject.name,
        )

    def claim(self, subject: Mission, candidate: Person, facts: FactBase) -> Text:
        return text(
            gettext_noop("{person} was aboard when {mission} launched."),
            person=candidate.name, mission=subject.name,
        )  # fmt: skip

    def because(self, subject: Mission, candidate: Person, facts: FactBase) -> Because:
        seat = facts.seat_on(candidate, subject)
        return flew_on(candidate, seat or nearest(facts.seats_of(candidate), subject, facts), facts)


class FirstFlightOfPerson(Kind[Person, Mission]):
    """The flight that first took somebody into orbit. Traps: an earlier suborbital or aborted
    flight (the stem says "into orbit"); a flight that nobody sources might have come before, so
    all flights of the person must be known."""

    slug = "first-flight-of-person"
    name = gettext_noop("the first flight of somebody")
    topic = Topic.CREWS
    interactions = (Interaction.CHOICE, Interaction.TRUE_FALSE, Interaction.MATCH)

    def subjects(self, facts: FactBase) -> Sequence[Person]:
        return [
            person
            for person in facts.people.values()
            if facts.flights_are_known(person)
            and (first := first_flight(person, facts)) is not None
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
        return candidate == first_flight(subject, facts)

    def stem(self, subject: Person, facts: FactBase) -> Text:
        return text(
            gettext_noop("Which flight first took {person} into orbit?"), person=subject.name
        )

    def claim(self, subject: Person, candidate: Mission, facts: FactBase) -> Text:
        return text(
            gettext_noop("{mission} was the first flight that took {person} into orbit."),
            mission=candidate.name, person=subject.name,
        )  # fmt: skip

    def stem_of_match(self, facts: FactBase) -> Text:
        return Text(
            gettext_noop("Match each person with the flight that first took them into orbit.")
        )

    def prompt(self, subject: Person, facts: FactBase) -> Text:
        return Text(subject.name)

    def because(self, subject: Person, candidate: Mission, facts: FactBase) -> Because:
        seat = facts.seat_on(subject, candidate)
        if seat is None:
            return flight_in_brief(candidate, facts)
        message = (
            gettext_noop("{mission} took {person} into orbit for the first time, in {year}.")
            if candidate == first_flight(subject, facts)
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
        first = first_flight(subject, facts)
        if first is None:
            raise ValueError(f"{subject.slug} never reached orbit")
        return first

    def background(self, subject: Person, facts: FactBase) -> Because | None:
        return mission_story(self.mission(subject, facts), facts)
