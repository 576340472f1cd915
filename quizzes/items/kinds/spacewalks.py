"""Who went outside, when and with whom."""

from collections.abc import Sequence
from typing import Final

from quizzes.facts.base import FactBase, is_known
from quizzes.facts.records import Mission, Person, Seat, Spacewalk
from quizzes.items.item import Interaction, Topic
from quizzes.items.kinds.base import Because, Kind, ref
from quizzes.items.kinds.visits import in_sentence
from quizzes.items.kinds.walks import (
    day_of,
    is_clear,
    shuttle_of,
    station_of,
    stay_around,
    utc_day_of,
    walkers,
    was_outside,
)
from quizzes.items.kinds.wording import flew_on, flight_in_brief, mission_story, nearest
from quizzes.items.text import Text, gettext_noop, names_text, text

ENOUGH_INSIDE: Final = 3
"""Where fewer of those aboard stayed inside, crews of flights before and after are offered too."""


class SpacewalkKind:
    """What is the same for all kinds about a spacewalk."""

    topic = Topic.SPACEWALKS

    def mission(self, subject: Spacewalk, facts: FactBase) -> Mission:
        return facts.missions[subject.mission or ""]

    def stratum(self, subject: Spacewalk, facts: FactBase) -> str:
        return f"{subject.started_at.year // 10}" if subject.started_at is not None else ""

    def background(self, subject: Spacewalk, facts: FactBase) -> Because | None:
        """The flight that took the walkers up: a spacewalk may go by the name of another."""
        stays = (stay_around(person, subject, facts) for person in walkers(subject, facts))
        seat = next((stay for stay in stays if stay is not None), None)
        flight = self.mission(subject, facts) if seat is None else facts.missions[seat.up]
        return mission_story(flight, facts)

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
            if seat is not None:
                return stayed_inside(candidate, seat, subject, facts)
            return flew_on(candidate, nearest(known, self.mission(subject, facts), facts), facts)
        return Because(
            text(
                gettext_noop("{people} went outside on {date}."),
                people=names_text([person.name for person in outside]),
                date=utc_day_of(subject),
            ),
            facts.cite((subject, "people"), (subject, "started_at")),
        )  # fmt: skip

    def option(self, subject: Spacewalk, candidate: Person, facts: FactBase) -> Text:
        return Text(candidate.name)


def stayed_inside(person: Person, seat: Seat, walk: Spacewalk, facts: FactBase) -> Because:
    """That somebody was up during a spacewalk and had no part in it."""
    mission = facts.missions[seat.up]
    return Because(
        text(
            gettext_noop(
                "{person}, who had launched on {mission}, was in space that day "
                "but took no part in this spacewalk."
            ),
            person=person.name, mission=mission.name,
        ),
        facts.cite((seat, "up"), (mission, "launched_at"), (walk, "people"), (walk, "started_at")),
    )  # fmt: skip


class WalkerOfSpacewalk(CompanionKind):
    """Somebody who took part in a spacewalk. Either of a pair is right, so they are never offered
    together. Trap: another spacewalk on the same day, from another craft."""

    slug = "walker-of-spacewalk"
    name = gettext_noop("who made a spacewalk")
    form = 10  # a day again; famous people made hundreds of them
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
            return text(message, person=candidate.name, mission=shuttle.name, date=day_of(subject))
        return text(
            gettext_noop("{person} went outside from {station} on {date} (UTC)."),
            person=candidate.name, station=in_sentence(station) if station else "",
            date=day_of(subject),
        )  # fmt: skip


class PartnerOnSpacewalk(CompanionKind):
    """With whom somebody went outside. Trap: three went outside once, on STS-49."""

    slug = "partner-on-spacewalk"
    name = gettext_noop("with whom somebody made a spacewalk")
    form = 8
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
    name = gettext_noop("on which flight a spacewalker had come")
    form = 8
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
                "On which flight had {person} last launched "
                "before going outside with {other} on {date} (UTC)?"
            ),
            person=self.asked_of(subject, facts).name, other=self.other(subject, facts).name,
            date=day_of(subject),
        )  # fmt: skip

    def claim(self, subject: Spacewalk, candidate: Mission, facts: FactBase) -> Text:
        return text(
            gettext_noop(
                "{person} had last launched on {mission} "
                "before going outside with {other} on {date} (UTC)."
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
