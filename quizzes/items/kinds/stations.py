"""Which flights went to which stations, and who was aboard."""

from collections.abc import Sequence
from typing import Final

from quizzes.facts.base import FactBase, is_known, nearest
from quizzes.facts.records import Mission, Person, Seat, Station
from quizzes.items.item import Interaction, Relation, Topic
from quizzes.items.kinds.base import Because, Kind, ref
from quizzes.items.kinds.visits import (
    flights_around,
    flights_elsewhere,
    flights_to_stations,
    in_sentence,
    one_station,
    visit,
    was_aboard,
    went_to,
)
from quizzes.items.kinds.wording import launch_year, mission_story
from quizzes.items.text import Text, gettext_noop, names_text, text

FEWEST_STATIONS: Final = 3
"""Two alone, as Mir and the ISS among the names of three letters, make no choice."""
LETTERS_APART: Final = 1
"""Beside a name longer or shorter by more letters, a station's name would stand out."""


def claim_of_visit(mission: Mission, station: Station) -> Text:
    """The claim that a flight went to a station."""
    return text(
        gettext_noop("{mission} went to {station}."),
        mission=mission.name, station=in_sentence(station),
    )  # fmt: skip


class StationOfMission(Kind[Mission, Station]):
    """The station that a flight went to. Only stations are offered that vehicles of its family
    went to at about the time, and whose names are about as long: so no Mir beside Salyut 7. Trap:
    of a flight to two, such as Soyuz T-15, one is the key, and the other is never offered.

    Not to be matched: flights and stations sorted by their numbers would stand side by side."""

    slug = "station-of-mission"
    name = gettext_noop("which station a flight went to")
    topic = Topic.STATIONS
    interactions = (Interaction.CHOICE, Interaction.TRUE_FALSE)

    def subjects(self, facts: FactBase) -> Sequence[Mission]:
        return [
            mission
            for flights in flights_to_stations(facts).values()
            for mission in flights
            if mission.crew_up and len(self.candidates(mission, facts)) >= FEWEST_STATIONS
        ]

    def candidates(self, subject: Mission, facts: FactBase) -> Sequence[Station]:
        key = self.key(subject, facts)
        slugs = {
            slug
            for flight in flights_around(subject, facts)
            for slug in flight.stations
            if abs(len(facts.stations[slug].name) - len(key.name)) <= LETTERS_APART
        }
        return [facts.stations[slug] for slug in sorted(slugs)]

    def holds(self, subject: Mission, candidate: Station, facts: FactBase) -> bool | None:
        return went_to(subject, candidate, facts)

    def key(self, subject: Mission, facts: FactBase) -> Station:
        return facts.stations[max(subject.stations)]

    def stem(self, subject: Mission, facts: FactBase) -> Text:
        return text(gettext_noop("Which space station did {mission} go to?"), mission=subject.name)

    def claim(self, subject: Mission, candidate: Station, facts: FactBase) -> Text:
        return claim_of_visit(subject, candidate)

    def because(self, subject: Mission, candidate: Station, facts: FactBase) -> Because:
        if candidate.slug in subject.stations:
            return visit(subject, candidate, facts)
        flights = [f for f in facts.flights_to(candidate) if f in facts.orbital_set]
        light = [flight for flight in flights if not flight.fatal]
        return visit(light[nearest(light, subject.number)], candidate, facts)

    def option(self, subject: Mission, candidate: Station, facts: FactBase) -> Text:
        return Text(candidate.name)

    def mission(self, subject: Mission, facts: FactBase) -> Mission:
        return subject

    def stratum(self, subject: Mission, facts: FactBase) -> str:
        return max(subject.stations)

    def background(self, subject: Mission, facts: FactBase) -> Because | None:
        return mission_story(subject, facts)


class MissionToStation(Kind[Mission, Mission]):
    """A flight that went to a station. Wrong are only flights that are known to have gone to
    another one. Traps: Soyuz T-15 went to both Mir and Salyut 7; of a flight without a station,
    such as Soyuz 33, nobody here says whether there was to be one."""

    slug = "mission-to-station"
    name = gettext_noop("which flight went to a station")
    version = 4
    claims_of_candidate = True
    topic = Topic.STATIONS
    interactions = (Interaction.CHOICE, Interaction.TRUE_FALSE, Interaction.MULTIPLE)
    asks_for = Relation.SAME_STATION

    def subjects(self, facts: FactBase) -> Sequence[Mission]:
        return [
            mission
            for flights in flights_to_stations(facts).values()
            for mission in flights
            if mission.crew_up and flights_elsewhere(mission, facts)
        ]

    def candidates(self, subject: Mission, facts: FactBase) -> Sequence[Mission]:
        elsewhere = flights_elsewhere(subject, facts)
        return list(dict.fromkeys((subject, *elsewhere, *flights_around(subject, facts))))

    def holds(self, subject: Mission, candidate: Mission, facts: FactBase) -> bool | None:
        station = one_station(subject, facts)
        return None if station is None else went_to(candidate, station, facts)

    def key(self, subject: Mission, facts: FactBase) -> Mission:
        return subject

    def stem(self, subject: Mission, facts: FactBase) -> Text:
        station = one_station(subject, facts)
        return text(
            gettext_noop("Which of these flights went to {station}?"),
            station=in_sentence(station) if station else "",
        )

    def stem_of_all(self, subject: Mission, facts: FactBase) -> Text:
        return self.stem(subject, facts)._replace(
            message=gettext_noop("Which of the flights went to {station}?")
        )

    def claim(self, subject: Mission, candidate: Mission, facts: FactBase) -> Text:
        return claim_of_visit(candidate, facts.stations[min(subject.stations)])

    def because(self, subject: Mission, candidate: Mission, facts: FactBase) -> Because:
        return visit(candidate, facts.stations[min(candidate.stations)], facts)

    def option(self, subject: Mission, candidate: Mission, facts: FactBase) -> Text:
        return Text(candidate.name)

    def mission(self, subject: Mission, facts: FactBase) -> Mission:
        return subject

    def stratum(self, subject: Mission, facts: FactBase) -> str:
        return min(subject.stations)

    def background(self, subject: Mission, facts: FactBase) -> Because | None:
        return mission_story(subject, facts)


def stations_of(person: Person, seats: Sequence[Seat], facts: FactBase) -> Because:
    """All the stations that the flights of somebody went to."""
    flights = [facts.missions[seat.up] for seat in seats]
    slugs = dict.fromkeys(slug for flight in flights for slug in flight.stations)
    message = (
        gettext_noop("The flights of {person} went to {stations}.")
        if len(flights) > 1
        else gettext_noop("The only flight of {person} went to {stations}.")
    )
    return Because(
        text(
            message,
            person=person.name,
            stations=names_text([in_sentence(facts.stations[slug]) for slug in slugs]),
        ),
        facts.cite(
            *((seat, "up") for seat in seats), *((flight, "stations") for flight in flights)
        ),
    )


class PersonAtStation(Kind[Seat, Person]):
    """Somebody who was aboard a station. Wrong are only people all of whose flights are known,
    each with its station, and none of them that one. Trap: a shuttle that flew alone names no
    station, as does one whose station nobody says; so who flew on it may have been anywhere."""

    slug = "person-at-station"
    name = gettext_noop("who has been at a station")
    version = 4
    claims_of_candidate = True
    topic = Topic.STATIONS
    interactions = (Interaction.CHOICE, Interaction.TRUE_FALSE, Interaction.MULTIPLE)
    asks_for = Relation.SAME_STATION

    def subjects(self, facts: FactBase) -> Sequence[Seat]:
        # One seat a person and station: the question is the same for all of them.
        seats = {
            (seat.person, mission.stations): seat
            for flights in flights_to_stations(facts).values()
            for mission in flights
            if flights_elsewhere(mission, facts)
            for seat in reversed(facts.crew_up(mission))
            if is_known(seat)
        }
        return list(seats.values())

    def candidates(self, subject: Seat, facts: FactBase) -> Sequence[Person]:
        mission = facts.missions[subject.up]
        flights = (*flights_elsewhere(mission, facts), *flights_around(mission, facts))
        slugs = (seat.person for flight in flights for seat in facts.crew_up(flight))
        return [facts.people[slug] for slug in dict.fromkeys((subject.person, *slugs))]

    def holds(self, subject: Seat, candidate: Person, facts: FactBase) -> bool | None:
        station = one_station(facts.missions[subject.up], facts)
        return None if station is None else was_aboard(candidate, station, facts)

    def key(self, subject: Seat, facts: FactBase) -> Person:
        return facts.people[subject.person]

    def stem(self, subject: Seat, facts: FactBase) -> Text:
        station = one_station(facts.missions[subject.up], facts)
        return text(
            gettext_noop("Which of these people spent time aboard {station}?"),
            station=in_sentence(station) if station else "",
        )

    def stem_of_all(self, subject: Seat, facts: FactBase) -> Text:
        return self.stem(subject, facts)._replace(
            message=gettext_noop("Which of the people spent time aboard {station}?")
        )

    def claim(self, subject: Seat, candidate: Person, facts: FactBase) -> Text:
        station = facts.stations[min(facts.missions[subject.up].stations)]
        return text(
            gettext_noop("{person} spent time aboard {station}."),
            person=candidate.name, station=in_sentence(station),
        )  # fmt: skip

    def because(self, subject: Seat, candidate: Person, facts: FactBase) -> Because:
        """The flight to the station, or else to another, that is nearest to the subject's."""
        asked = facts.missions[subject.up]
        own = [s for s in facts.seats_of(candidate) if facts.missions[s.up].stations]
        there = [s for s in own if asked.stations[0] in facts.missions[s.up].stations]
        if not there:
            return stations_of(candidate, own, facts)
        seat = min(there, key=lambda held: abs(facts.missions[held.up].number - asked.number))
        mission = facts.missions[seat.up]
        station = asked.stations[0]
        return Because(
            text(
                gettext_noop("{person} went to {station} on {mission}, launched in {year}."),
                person=candidate.name, mission=mission.name, year=launch_year(mission),
                station=in_sentence(facts.stations[station]),
            ),
            facts.cite((seat, "up"), (mission, "stations"), (mission, "launched_at")),
        )  # fmt: skip

    def option(self, subject: Seat, candidate: Person, facts: FactBase) -> Text:
        return Text(candidate.name)

    def mission(self, subject: Seat, facts: FactBase) -> Mission:
        return facts.missions[subject.up]

    def stratum(self, subject: Seat, facts: FactBase) -> str:
        return min(facts.missions[subject.up].stations)

    def background(self, subject: Seat, facts: FactBase) -> Because | None:
        return mission_story(facts.missions[subject.up], facts)

    def tells_of(self, subject: Seat, facts: FactBase) -> tuple[str, ...]:
        return (ref(facts.people[subject.person]), ref(facts.missions[subject.up]))
