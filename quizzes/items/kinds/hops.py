"""Flights that were not meant to reach orbit."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from quizzes.facts.base import FactBase
from quizzes.facts.records import FlightClass, Mission, Person
from quizzes.items.item import Interaction, Topic
from quizzes.items.kinds.base import Because, Kind
from quizzes.items.kinds.crewmates import vouched_for
from quizzes.items.kinds.crews import PersonAboard
from quizzes.items.kinds.launches import LaunchYearOfMission, year_everywhere
from quizzes.items.kinds.wording import flew_on, flight_in_brief, launch_year, mission_story
from quizzes.items.text import Text, gettext_noop, text

BOUND_FOR_ORBIT: Final = frozenset(("Soyuz",))
"""Families that have hopped only where a launch to orbit was broken off."""
YEARS_AROUND: Final = 8
ENOUGH_FLIGHTS: Final = 4


@lru_cache(maxsize=1)
def hops(facts: FactBase) -> Sequence[Mission]:
    """The suborbital flights that went as they were meant to, in order of launch: without launches
    to orbit that were broken off, and without the flight that cost a life."""
    return tuple(
        mission
        for mission in facts.missions.values()
        if mission.flight_class is FlightClass.SUBORBITAL
        and mission.launched_at is not None
        and not mission.fatal
        and facts.family(mission) not in BOUND_FOR_ORBIT
    )


@lru_cache(maxsize=256)
def hops_around(mission: Mission, facts: FactBase) -> Sequence[Mission]:
    """The other suborbital flights of the same family; where there are few, with those of other
    families of about the same years."""
    others = [hop for hop in hops(facts) if hop is not mission]
    own = [other for other in others if facts.family(other) == facts.family(mission)]
    if len(own) >= ENOUGH_FLIGHTS:
        return own
    year = launch_year(mission)
    return [other for other in others if abs(launch_year(other) - year) <= YEARS_AROUND]


def is_dated(hop: Mission) -> bool:
    """Whether the flight is known by a name that tells its year."""
    return str(launch_year(hop)) in hop.name


class PersonOnHop(PersonAboard):
    """Somebody who was aboard a suborbital flight. Offered beside is who made another one of the
    same programme. Trap: a launch to orbit that was broken off is no such flight."""

    slug = "person-on-hop"
    name = gettext_noop("who was aboard a suborbital flight")
    claims_of_candidate = True
    topic = Topic.SUBORBITAL

    def subjects(self, facts: FactBase) -> Sequence[Mission]:
        return [m for m in hops(facts) if facts.crew_up(m) and facts.crew_is_known(m)]

    def candidates(self, subject: Mission, facts: FactBase) -> Sequence[Person]:
        flights = (subject, *hops_around(subject, facts))
        slugs = dict.fromkeys(seat.person for flight in flights for seat in facts.crew_up(flight))
        return vouched_for((facts.people[slug] for slug in slugs), facts)

    def stratum(self, subject: Mission, facts: FactBase) -> str:
        return facts.family(subject)


class HopOfPerson(Kind[Person, Mission]):
    """A suborbital flight that somebody was aboard of. Traps: some made several, and each of them
    is right; a flight whose name tells its year would stand out among the others."""

    slug = "hop-of-person"
    name = gettext_noop("which suborbital flight somebody made")
    topic = Topic.SUBORBITAL
    interactions = (Interaction.CHOICE, Interaction.TRUE_FALSE, Interaction.MATCH)

    def subjects(self, facts: FactBase) -> Sequence[Person]:
        people = (facts.people[seat.person] for hop in hops(facts) for seat in facts.crew_up(hop))
        return [
            person
            for person in dict.fromkeys(people)
            if facts.flights_are_known(person) and self.own(person, facts)
        ]

    def own(self, person: Person, facts: FactBase) -> list[Mission]:
        """The suborbital flights of somebody, in order of launch."""
        flights = [facts.missions[seat.up] for seat in facts.seats_of(person)]
        return [flight for flight in flights if flight in hops(facts) and not is_dated(flight)]

    def candidates(self, subject: Person, facts: FactBase) -> Sequence[Mission]:
        own = self.own(subject, facts)
        others = [hop for hop in hops_around(own[0], facts) if not is_dated(hop)]
        return list(dict.fromkeys((*own, *others)))

    def holds(self, subject: Person, candidate: Mission, facts: FactBase) -> bool | None:
        if not facts.flights_are_known(subject):
            return None
        return facts.seat_on(subject, candidate) is not None

    def stem(self, subject: Person, facts: FactBase) -> Text:
        return text(
            gettext_noop("Which of these suborbital flights carried {person}?"),
            person=subject.name,
        )

    def claim(self, subject: Person, candidate: Mission, facts: FactBase) -> Text:
        return text(
            gettext_noop("The suborbital flight {mission} carried {person}."),
            person=subject.name, mission=candidate.name,
        )  # fmt: skip

    def stem_of_match(self, facts: FactBase) -> Text:
        return Text(gettext_noop("Match each person with the suborbital flight that carried them."))

    def prompt(self, subject: Person, facts: FactBase) -> Text:
        return Text(subject.name)

    def because(self, subject: Person, candidate: Mission, facts: FactBase) -> Because:
        seat = facts.seat_on(subject, candidate)
        if seat is None:
            return flight_in_brief(candidate, facts)
        return flew_on(subject, seat, facts)

    def option(self, subject: Person, candidate: Mission, facts: FactBase) -> Text:
        return Text(candidate.name)

    def mission(self, subject: Person, facts: FactBase) -> Mission:
        return self.own(subject, facts)[0]

    def stratum(self, subject: Person, facts: FactBase) -> str:
        return facts.family(self.mission(subject, facts))

    def background(self, subject: Person, facts: FactBase) -> Because | None:
        """Of somebody who made several hops, it is not known here which is asked about."""
        own = self.own(subject, facts)
        return mission_story(own[0], facts) if len(own) == 1 else None


class YearOfHop(LaunchYearOfMission):
    """The year of a suborbital flight. Trap: some are known by names that tell it. Not a choice:
    each programme hopped in so few years that the first of those offered was right too often."""

    slug = "year-of-hop"
    name = gettext_noop("the year of a suborbital flight")
    topic = Topic.SUBORBITAL
    interactions = (Interaction.TRUE_FALSE, Interaction.NUMBER)

    def subjects(self, facts: FactBase) -> Sequence[Mission]:
        return [
            hop for hop in hops(facts) if year_everywhere(hop) is not None and not is_dated(hop)
        ]

    def candidates(self, subject: Mission, facts: FactBase) -> Sequence[Mission]:
        found = {launch_year(subject): subject}
        for other in hops_around(subject, facts):
            found.setdefault(launch_year(other), other)
        return [found[year] for year in sorted(found)]
