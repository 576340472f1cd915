"""Who was aboard a station on a day."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final

from quizzes.facts.base import FactBase, is_known
from quizzes.facts.records import Mission, Person, Seat, Station
from quizzes.items.item import Interaction, Relation, Topic
from quizzes.items.kinds.base import Because, Kind, ref
from quizzes.items.kinds.in_space import (
    ONE_DAY,
    flew_where_lives_were_lost,
    flights_about,
    middle_day,
    nearest_stay,
    people_of,
    shares_time,
    stay_told,
)
from quizzes.items.kinds.lengths import known_stay_s
from quizzes.items.kinds.timeline import flights_in_order
from quizzes.items.kinds.visits import in_sentence, one_station, stay_was_at
from quizzes.items.kinds.walks import walks_of_shuttle
from quizzes.items.kinds.wording import mission_story, utc_text
from quizzes.items.text import Text, date_text, gettext_noop, text

THERE_BY_THEN: Final = timedelta(days=5)
"""From a launch to the docking, and from the undocking to a landing, it never took longer."""
AIRLOCK: Final = "sts-104"
"""The flight that brought the ISS an airlock of its own, Quest. Until then, and at Mir, a shuttle's
crew went out through the shuttle, the hatch to the station shut: that of STS-97 came aboard a week
after the launch."""


def visited(seat: Seat, facts: FactBase) -> frozenset[str]:
    """All the stations that the vehicles of a stay went to."""
    up, down = facts.missions[seat.up], facts.missions.get(seat.down or "")
    return frozenset((*up.stations, *(down.stations if down is not None else ())))


def stay_was_aboard(
    seat: Seat, station: Station, start: datetime, end: datetime, facts: FactBase
) -> bool | None:
    """Whether, during a stay, somebody was aboard a station from ``start`` to ``end``. Known only
    where the vehicles went to no other, and neither launch nor landing was near."""
    if shares_time(seat, start, end, facts) is False:
        return False
    there = stay_was_at(seat, station, facts)
    if not there:
        return there
    launched_at, landed_at = facts.launched_at(seat), facts.landed_at(seat)
    if launched_at is None or landed_at is None or visited(seat, facts) != {station.slug}:
        return None
    is_between = min(start - launched_at, landed_at - end) >= THERE_BY_THEN
    hatch_was_shut = walked_from_shuttle(facts.missions[seat.up], start, end, facts)
    return True if is_between and not hatch_was_shut else None


def walked_from_shuttle(mission: Mission, start: datetime, end: datetime, facts: FactBase) -> bool:
    """Whether a shuttle's crew may have shut the hatch between ``start`` and ``end``, for a
    spacewalk then or the day before or after."""
    airlock = facts.missions.get(AIRLOCK)
    if airlock is None or mission.number >= airlock.number:
        return False
    return any(
        walk.started_at is None or start - ONE_DAY <= walk.started_at < end + ONE_DAY
        for walk in walks_of_shuttle(mission, facts)
    )


class AboardStationOnDay(Kind[Seat, Person]):
    """Who was aboard a station on a day: the one in the middle of the subject's stay. Others who
    were there are right too. Traps: a flight to two stations, as Soyuz T-15; a shuttle that names
    no station, whose crew nobody says was not there; a day near a launch or a landing; a docked
    shuttle whose hatch was shut for spacewalks."""

    slug = "aboard-station-on-day"
    name = gettext_noop("who was aboard a station on a day")
    form = 8
    claims_of_candidate = True
    topic = Topic.STATIONS
    interactions = (Interaction.CHOICE, Interaction.TRUE_FALSE, Interaction.MULTIPLE)
    asks_for = Relation.SAME_STATION

    def subjects(self, facts: FactBase) -> Sequence[Seat]:
        return [
            seat
            for seat in facts.seats.values()
            if facts.missions[seat.up] in facts.orbital_set
            and is_known(seat)
            and (known_stay_s(seat, facts) or 0) >= 2 * THERE_BY_THEN.total_seconds()
            and not flew_where_lives_were_lost(facts.people[seat.person], facts)
            and one_station(facts.missions[seat.up], facts) is not None
            and self.holds(seat, facts.people[seat.person], facts)
        ]

    def station(self, subject: Seat, facts: FactBase) -> Station:
        return facts.stations[facts.missions[subject.up].stations[0]]

    def candidates(self, subject: Seat, facts: FactBase) -> Sequence[Person]:
        start, _end = middle_day(subject, facts)
        people = people_of(flights_about(start, flights_in_order(facts)), facts)
        return list(dict.fromkeys((facts.people[subject.person], *people)))

    def holds(self, subject: Seat, candidate: Person, facts: FactBase) -> bool | None:
        start, end = middle_day(subject, facts)
        station = self.station(subject, facts)
        verdicts = {
            stay_was_aboard(seat, station, start, end, facts) for seat in facts.seats_of(candidate)
        }
        if True in verdicts:
            return True
        return None if None in verdicts else False

    def key(self, subject: Seat, facts: FactBase) -> Person:
        return facts.people[subject.person]

    def stem(self, subject: Seat, facts: FactBase) -> Text:
        return self.asked(gettext_noop("Who was aboard {station} on {date} (UTC)?"), subject, facts)

    def stem_of_all(self, subject: Seat, facts: FactBase) -> Text:
        return self.asked(
            gettext_noop("Which of these people were aboard {station} on {date} (UTC)?"),
            subject,
            facts,
        )

    def asked(self, message: str, subject: Seat, facts: FactBase) -> Text:
        return text(
            message,
            station=in_sentence(self.station(subject, facts)),
            date=date_text(self.day(subject, facts)),
        )

    def claim(self, subject: Seat, candidate: Person, facts: FactBase) -> Text:
        return text(
            gettext_noop("{person} was aboard {station} on {date} (UTC)."),
            person=candidate.name, station=in_sentence(self.station(subject, facts)),
            date=date_text(self.day(subject, facts)),
        )  # fmt: skip

    def because(self, subject: Seat, candidate: Person, facts: FactBase) -> Because:
        """The stay on that day, with its station; or the one nearest to it."""
        start, end = middle_day(subject, facts)
        seat = nearest_stay(candidate, start, end, facts)
        stations = visited(seat, facts)
        if not stations or not shares_time(seat, start, end, facts):
            return stay_told(seat, facts)
        up, down = facts.missions[seat.up], facts.missions[seat.down or seat.up]
        return Because(
            text(
                gettext_noop(
                    "{person} launched on {mission}, went to {station} "
                    "and was in space until {date}."
                ),
                person=candidate.name, mission=up.name,
                station=in_sentence(facts.stations[min(stations)]),
                date=utc_text(down.landed_at or end, down.landing_precision),
            ),
            facts.cite(
                (seat, "up"), (seat, "down"), (up, "stations"), (down, "stations"),
                (up, "launched_at"), (down, "landed_at"),
            ),
        )  # fmt: skip

    def option(self, subject: Seat, candidate: Person, facts: FactBase) -> Text:
        return Text(candidate.name)

    def mission(self, subject: Seat, facts: FactBase) -> Mission:
        return facts.missions[subject.up]

    def stratum(self, subject: Seat, facts: FactBase) -> str:
        return self.station(subject, facts).slug

    def day(self, subject: Seat, facts: FactBase) -> date:
        start, _end = middle_day(subject, facts)
        return start.date()

    def background(self, subject: Seat, facts: FactBase) -> Because | None:
        return mission_story(self.mission(subject, facts), facts)

    def tells_of(self, subject: Seat, facts: FactBase) -> tuple[str, ...]:
        return (
            ref(facts.people[subject.person]),
            ref(facts.missions[subject.up]),
            ref(facts.missions[subject.down or subject.up]),
        )
