"""Who went outside, when and with whom.

The list of spacewalks ends in March 2017. So that somebody is on none of them is never taken for
"no"; but the names of those who took part in one are complete, and so others did not.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from quizzes.facts.base import FactBase, is_known
from quizzes.facts.records import Mission, Person, Precision, Seat, Spacewalk, Station
from quizzes.items.item import Interaction, Topic
from quizzes.items.kinds.base import Because, Kind, ref
from quizzes.items.kinds.stations import in_sentence, one_station
from quizzes.items.kinds.wording import flew_on, flight_in_brief, mission_story, nearest
from quizzes.items.text import Text, date_text, gettext_noop, names_text, text

SHUTTLE: Final = "Space Shuttle"
LEAST_S: Final = 3600
"""Shorter ones were mostly walks within a module without air: nobody went outside."""
ENOUGH_INSIDE: Final = 3
"""Where fewer of those aboard stayed inside, crews of flights before and after are offered too."""


def walkers(walk: Spacewalk, facts: FactBase) -> tuple[Person, ...]:
    """All who took part in a spacewalk; nobody where no source says who they were."""
    if "people" not in walk.provenance or "people" in walk.disputed:
        return ()
    return tuple(facts.people[slug] for slug in sorted(walk.people))


def in_order(*times: datetime | None) -> bool:
    """Whether all of these times are known, and none is before the one that it follows."""
    known = [time for time in times if time is not None]
    return len(known) == len(times) and known == sorted(known)


def shuttle_of(walk: Spacewalk, facts: FactBase) -> Mission | None:
    """The shuttle flight during which a spacewalk was. (STS-71 left a crew on Mir, whose walks
    go by its name too.)"""
    mission = facts.missions.get(walk.mission or "")
    if mission is None or facts.family(mission) != SHUTTLE:
        return None
    was_up = in_order(mission.launched_at, walk.started_at, mission.landed_at)
    return mission if was_up else None


def station_of(walk: Spacewalk, facts: FactBase) -> Station | None:
    """The station that those outside had come from, where it was not a shuttle."""
    mission = facts.missions.get(walk.mission or "")
    if mission is None or shuttle_of(walk, facts) is not None:
        return None
    left = facts.family(mission) != SHUTTLE or in_order(mission.landed_at, walk.started_at)
    return one_station(mission, facts) if left else None


def is_clear(walk: Spacewalk, facts: FactBase) -> bool:
    """Whether nobody doubts who went outside from where, on which day.

    Not so where somebody only stood in the hatch, where the day is not told to the hour (it may be
    Houston's), or where sources do not agree on the length: some of those were within a module.
    On the Moon, people walked.
    """
    return (
        len(walkers(walk, facts)) > 1
        and walk.started_at is not None
        and walk.start_precision in (Precision.SECOND, Precision.MINUTE)
        and (walk.duration_s or 0) >= LEAST_S
        and "stand-up" not in walk.name
        and (shuttle_of(walk, facts) or station_of(walk, facts)) is not None
        and not facts.missions[walk.mission or ""].fatal
    )


def days_between(one: Spacewalk, other: Spacewalk) -> int | None:
    """How many days (UTC) lie between the starts of two spacewalks."""
    if one.started_at is None or other.started_at is None:
        return None
    return abs((one.started_at.date() - other.started_at.date()).days)


def was_outside(person: Person, walk: Spacewalk, facts: FactBase) -> bool | None:
    """Whether somebody took part in a spacewalk. Of those who were outside the day before or
    after it is not known: by the clocks of their crew, it may have been the same day."""
    outside = walkers(walk, facts)
    if not outside or person in outside:
        return True if outside else None
    days = [days_between(walk, other) for other in facts.spacewalks_of(person)]
    return None if any(apart is None or apart <= 1 for apart in days) else False


def stay_around(person: Person, walk: Spacewalk, facts: FactBase) -> Seat | None:
    """The one stay of somebody during which the spacewalk was."""
    stays = [
        seat
        for seat in facts.seats_of(person)
        if is_known(seat)
        and in_order(facts.launched_at(seat), walk.started_at, facts.landed_at(seat))
    ]
    return stays[0] if len(stays) == 1 else None


def day_of(walk: Spacewalk) -> Text | str:
    """The day (UTC) on which a spacewalk began."""
    return date_text(walk.started_at.date()) if walk.started_at is not None else ""


class SpacewalkKind:
    """What is the same for all kinds about a spacewalk."""

    topic = Topic.SPACEWALKS

    def mission(self, subject: Spacewalk, facts: FactBase) -> Mission:
        return facts.missions[subject.mission or ""]

    def stratum(self, subject: Spacewalk, facts: FactBase) -> str:
        return f"{subject.started_at.year // 10}" if subject.started_at is not None else ""

    def background(self, subject: Spacewalk, facts: FactBase) -> Because | None:
        return mission_story(self.mission(subject, facts), facts)

    def asked_of(self, subject: Spacewalk, facts: FactBase) -> Person:
        """The one of two whom the stem names: now this, now that."""
        return walkers(subject, facts)[subject.number % 2]

    def other(self, subject: Spacewalk, facts: FactBase) -> Person:
        """The other of the two."""
        return walkers(subject, facts)[1 - subject.number % 2]

    def tells_of(self, subject: Spacewalk, facts: FactBase) -> tuple[str, ...]:
        told: tuple[Spacewalk | Person | Mission, ...] = (
            subject, self.mission(subject, facts), *walkers(subject, facts)
        )  # fmt: skip
        return tuple(map(ref, told))


class CompanionKind(SpacewalkKind, Kind[Spacewalk, Person]):
    """What the kinds share that ask for somebody who was outside."""

    def candidates(self, subject: Spacewalk, facts: FactBase) -> Sequence[Person]:
        """Those outside, those aboard with them and, where too few stayed inside, others."""
        mission = self.mission(subject, facts)
        year_around = (mission, *facts.contemporaries(mission, years=1))
        aboard = [
            person
            for flight in year_around
            if flight is mission or not set(flight.stations).isdisjoint(mission.stations)
            for seat in facts.crew_up(flight)
            if stay_around(person := facts.people[seat.person], subject, facts) is seat
        ]
        inside = [person for person in aboard if self.holds(subject, person, facts) is False]
        if len(inside) < ENOUGH_INSIDE:
            around = (mission, *facts.neighbours(mission, each_way=3))
            seats = (seat for flight in around for seat in facts.crew_up(flight))
            aboard += [facts.people[seat.person] for seat in seats if is_known(seat)]
        return list(dict.fromkeys((*walkers(subject, facts), *aboard)))

    def because(self, subject: Spacewalk, candidate: Person, facts: FactBase) -> Because:
        outside = walkers(subject, facts)
        if candidate not in outside:
            known = [seat for seat in facts.seats_of(candidate) if is_known(seat)]
            seat = stay_around(candidate, subject, facts)
            nearby = seat or nearest(known, self.mission(subject, facts), facts)
            return flew_on(candidate, nearby, facts)
        return Because(
            text(
                gettext_noop("{people} went outside on {date}."),
                people=names_text([person.name for person in outside]), date=day_of(subject),
            ),
            facts.cite((subject, "people"), (subject, "started_at")),
        )  # fmt: skip

    def option(self, subject: Spacewalk, candidate: Person, facts: FactBase) -> Text:
        return Text(candidate.name)


class WalkerOfSpacewalk(CompanionKind):
    """Somebody who took part in a spacewalk. Either of a pair is right, so they are never offered
    together. Trap: another spacewalk on the same day, from another craft."""

    slug = "walker-of-spacewalk"
    interactions = (
        Interaction.CHOICE,
        Interaction.TRUE_FALSE,
        Interaction.MULTIPLE,
        Interaction.NAME,
    )

    def subjects(self, facts: FactBase) -> Sequence[Spacewalk]:
        return [walk for walk in facts.spacewalks.values() if is_clear(walk, facts)]

    def holds(self, subject: Spacewalk, candidate: Person, facts: FactBase) -> bool | None:
        return was_outside(candidate, subject, facts)

    def stem(self, subject: Spacewalk, facts: FactBase) -> Text:
        shuttle, station = shuttle_of(subject, facts), station_of(subject, facts)
        if shuttle is not None:
            message = gettext_noop("Who went outside during {mission}, on {date} (UTC)?")
            return text(message, mission=shuttle.name, date=day_of(subject))
        return text(
            gettext_noop("Who went outside from {station} on {date} (UTC)?"),
            station=in_sentence(station) if station else "", date=day_of(subject),
        )  # fmt: skip

    def stem_of_all(self, subject: Spacewalk, facts: FactBase) -> Text:
        shuttle, station = shuttle_of(subject, facts), station_of(subject, facts)
        if shuttle is not None:
            message = gettext_noop(
                "Which of these people went outside during {mission}, on {date} (UTC)?"
            )
            return text(message, mission=shuttle.name, date=day_of(subject))
        return text(
            gettext_noop("Which of these people went outside from {station} on {date} (UTC)?"),
            station=in_sentence(station) if station else "", date=day_of(subject),
        )  # fmt: skip

    def claim(self, subject: Spacewalk, candidate: Person, facts: FactBase) -> Text:
        shuttle, station = shuttle_of(subject, facts), station_of(subject, facts)
        if shuttle is not None:
            message = gettext_noop("{person} went outside during {mission}, on {date} (UTC).")
            return text(
                message, person=candidate.name, mission=shuttle.name, date=day_of(subject)
            )
        return text(
            gettext_noop("{person} went outside from {station} on {date} (UTC)."),
            person=candidate.name, station=in_sentence(station) if station else "",
            date=day_of(subject),
        )  # fmt: skip


class PartnerOnSpacewalk(CompanionKind):
    """With whom somebody went outside. Trap: three went outside once, on STS-49."""

    slug = "partner-on-spacewalk"
    interactions = (Interaction.CHOICE, Interaction.TRUE_FALSE)

    def subjects(self, facts: FactBase) -> Sequence[Spacewalk]:
        return pairs(facts)

    def holds(self, subject: Spacewalk, candidate: Person, facts: FactBase) -> bool | None:
        outside = walkers(subject, facts)
        if len(outside) != 2 or candidate is self.asked_of(subject, facts):
            return None
        return was_outside(candidate, subject, facts)

    def stem(self, subject: Spacewalk, facts: FactBase) -> Text:
        return text(
            gettext_noop("With whom did {person} go outside on {date} (UTC)?"),
            person=self.asked_of(subject, facts).name, date=day_of(subject),
        )  # fmt: skip

    def claim(self, subject: Spacewalk, candidate: Person, facts: FactBase) -> Text:
        return text(
            gettext_noop("{person} and {other} went outside together on {date} (UTC)."),
            person=self.asked_of(subject, facts).name, other=candidate.name,
            date=day_of(subject),
        )  # fmt: skip


def pairs(facts: FactBase) -> list[Spacewalk]:
    """The spacewalks of two that may be asked about."""
    return [
        walk
        for walk in facts.spacewalks.values()
        if is_clear(walk, facts) and len(walkers(walk, facts)) == 2
    ]


class FlightBeforeSpacewalk(SpacewalkKind, Kind[Spacewalk, Mission]):
    """The flight that had taken somebody up who then went outside. Traps: the spacewalk goes by
    the name of another flight than theirs; and they had flown before."""

    slug = "flight-before-spacewalk"
    interactions = (Interaction.CHOICE, Interaction.TRUE_FALSE)

    def subjects(self, facts: FactBase) -> Sequence[Spacewalk]:
        return [
            walk
            for walk in pairs(facts)
            if (seat := self.seat(walk, facts)) is not None
            and (mission := facts.missions[seat.up]) in facts.orbital_set
            and not mission.fatal
        ]

    def seat(self, subject: Spacewalk, facts: FactBase) -> Seat | None:
        """The stay asked about."""
        if len(walkers(subject, facts)) != 2:
            return None
        return stay_around(self.asked_of(subject, facts), subject, facts)

    def candidates(self, subject: Spacewalk, facts: FactBase) -> Sequence[Mission]:
        flight = self.flight(subject, facts)
        own = [facts.missions[s.up] for s in facts.seats_of(self.asked_of(subject, facts))]
        known = [f for f in own if f in facts.orbital_set and not f.fatal]
        return list(dict.fromkeys([flight, *known, *facts.neighbours(flight)]))

    def flight(self, subject: Spacewalk, facts: FactBase) -> Mission:
        seat = self.seat(subject, facts)
        return facts.missions[seat.up if seat is not None else subject.mission or ""]

    def holds(self, subject: Spacewalk, candidate: Mission, facts: FactBase) -> bool | None:
        seat = self.seat(subject, facts)
        return None if seat is None else candidate.slug == seat.up

    def stem(self, subject: Spacewalk, facts: FactBase) -> Text:
        return text(
            gettext_noop(
                "Which flight had last taken {person} into space "
                "before the spacewalk with {other} on {date} (UTC)?"
            ),
            person=self.asked_of(subject, facts).name, other=self.other(subject, facts).name,
            date=day_of(subject),
        )  # fmt: skip

    def claim(self, subject: Spacewalk, candidate: Mission, facts: FactBase) -> Text:
        return text(
            gettext_noop(
                "{mission} had last taken {person} into space "
                "before the spacewalk with {other} on {date} (UTC)."
            ),
            mission=candidate.name, person=self.asked_of(subject, facts).name,
            other=self.other(subject, facts).name, date=day_of(subject),
        )  # fmt: skip

    def because(self, subject: Spacewalk, candidate: Mission, facts: FactBase) -> Because:
        seat = facts.seat_on(self.asked_of(subject, facts), candidate)
        if seat is not None:
            return flew_on(self.asked_of(subject, facts), seat, facts)
        return flight_in_brief(candidate, facts)

    def option(self, subject: Spacewalk, candidate: Mission, facts: FactBase) -> Text:
        return Text(candidate.name)
