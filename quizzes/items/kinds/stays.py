"""How long people were in space: a stay is not a flight."""

from collections.abc import Sequence

from quizzes.facts.base import FactBase
from quizzes.facts.records import Mission, Person, Seat
from quizzes.items.item import Interaction, Quantity, Topic
from quizzes.items.kinds.base import Because, Kind, ref
from quizzes.items.kinds.lengths import (
    Unit,
    in_unit,
    known_stay_s,
    length_asked,
    length_text,
    one_per_length,
    same_length,
    unit_for,
)
from quizzes.items.kinds.wording import mission_story, utc_text
from quizzes.items.text import Text, date_text, gettext_noop, text


class LengthOfStay(Kind[Seat, Seat]):
    """How long somebody was in space, from the launch of one craft to the landing of what may be
    another. A candidate is another real stay, shown by its length. Trap: the flight of the craft
    is not the stay of the person."""

    slug = "length-of-stay"
    name = gettext_noop("how long somebody was in space")
    topic = Topic.MISSION_LENGTHS
    interactions = (Interaction.CHOICE, Interaction.TRUE_FALSE, Interaction.NUMBER)

    def subjects(self, facts: FactBase) -> Sequence[Seat]:
        return [
            seat
            for seat in facts.seats.values()
            if facts.missions[seat.up] in facts.orbital_set
            and not facts.missions[seat.up].fatal
            and known_stay_s(seat, facts) is not None
        ]

    def candidates(self, subject: Seat, facts: FactBase) -> Sequence[Seat]:
        flights = facts.contemporaries(facts.missions[subject.up], years=6)
        others = (seat for flight in flights for seat in facts.crew_up(flight))
        return one_per_length(subject, others, lambda seat: known_stay_s(seat, facts))

    def holds(self, subject: Seat, candidate: Seat, facts: FactBase) -> bool | None:
        one, other = known_stay_s(subject, facts), known_stay_s(candidate, facts)
        return None if one is None or other is None else same_length(one, other)

    def key(self, subject: Seat, facts: FactBase) -> Seat:
        return subject

    def stem(self, subject: Seat, facts: FactBase) -> Text:
        return text(
            gettext_noop("How long was {person} in space after launching on {mission}?"),
            person=facts.people[subject.person].name,
            mission=facts.missions[subject.up].name,
        )

    def claim(self, subject: Seat, candidate: Seat, facts: FactBase) -> Text:
        return text(
            gettext_noop("{person} was in space for about {length} after launching on {mission}."),
            person=facts.people[subject.person].name,
            mission=facts.missions[subject.up].name,
            length=self.option(subject, candidate, facts),
        )

    def quantity(self, subject: Seat, facts: FactBase) -> Quantity:
        return length_asked(known_stay_s(subject, facts) or 0)

    def because(self, subject: Seat, candidate: Seat, facts: FactBase) -> Because:
        up, down = facts.missions[candidate.up], facts.missions[candidate.down or candidate.up]
        unit = unit_for(known_stay_s(subject, facts) or 0)
        message = (
            gettext_noop("{person} launched on {up} and was in space for {length}.")
            if up is down
            else gettext_noop(
                "{person} launched on {up}, landed on {down}, and was in space for {length}."
            )
        )
        return Because(
            text(
                message,
                person=facts.people[candidate.person].name, up=up.name, down=down.name,
                length=length_text(known_stay_s(candidate, facts) or 0, unit),
            ),
            facts.cite((candidate, "stay_s"), (up, "launched_at"), (down, "landed_at")),
        )  # fmt: skip

    def option(self, subject: Seat, candidate: Seat, facts: FactBase) -> Text:
        unit = unit_for(known_stay_s(subject, facts) or 0)
        return length_text(known_stay_s(candidate, facts) or 0, unit)

    def number(self, subject: Seat, candidate: Seat, facts: FactBase) -> int | None:
        unit = unit_for(known_stay_s(subject, facts) or 0)
        return in_unit(known_stay_s(candidate, facts) or 0, unit)

    def mission(self, subject: Seat, facts: FactBase) -> Mission:
        return facts.missions[subject.up]

    def background(self, subject: Seat, facts: FactBase) -> Because | None:
        return mission_story(facts.missions[subject.down or subject.up], facts)

    def tells_of(self, subject: Seat, facts: FactBase) -> tuple[str, ...]:
        return (
            ref(facts.people[subject.person]),
            ref(facts.missions[subject.up]),
            ref(facts.missions[subject.down or subject.up]),
        )


class PersonOfStay(Kind[Seat, Person]):
    """Who came home on a day after so many days in space. Traps: crewmates with the same stay
    (never offered), and somebody who landed the same day after another stay (gladly offered)."""

    slug = "person-of-stay"
    name = gettext_noop("who came home after so many days")
    form = 12
    claims_of_candidate = True
    topic = Topic.MISSION_LENGTHS
    interactions = (Interaction.CHOICE, Interaction.TRUE_FALSE, Interaction.MULTIPLE)

    def subjects(self, facts: FactBase) -> Sequence[Seat]:
        return [
            seat
            for seat in facts.seats.values()
            if facts.missions[seat.up] in facts.orbital_set
            and not facts.missions[seat.up].fatal
            and facts.flights_are_known(facts.people[seat.person])
            and (seconds := known_stay_s(seat, facts)) is not None
            and unit_for(seconds) is Unit.DAYS
        ]

    def candidates(self, subject: Seat, facts: FactBase) -> Sequence[Person]:
        home = facts.missions[subject.down or subject.up]
        flights = (home, *facts.neighbours(home, each_way=4))
        slugs = dict.fromkeys(
            seat.person
            for flight in flights
            if flight.landed_at is not None
            for seat in facts.crew_down(flight)
        )
        return [facts.people[slug] for slug in slugs]

    def holds(self, subject: Seat, candidate: Person, facts: FactBase) -> bool | None:
        if not facts.flights_are_known(candidate):
            return None
        verdicts = [self.stay_matches(subject, seat, facts) for seat in facts.seats_of(candidate)]
        if True in verdicts:
            return True
        return None if None in verdicts else False

    def stay_matches(self, subject: Seat, seat: Seat, facts: FactBase) -> bool | None:
        """Whether the stay in ``seat`` ended on the day, and after the days, of the subject's."""
        landed_at, other_at = facts.landed_at(subject), facts.landed_at(seat)
        if landed_at is None:
            return None
        if other_at is None:
            started_at = facts.launched_at(seat)
            return False if started_at is not None and started_at > landed_at else None
        if abs((other_at.date() - landed_at.date()).days) > 1:
            return False
        days_s, other_s = known_stay_s(subject, facts), known_stay_s(seat, facts)
        if days_s is None or other_s is None:
            return None
        alike = same_length(days_s, other_s)
        return alike if other_at.date() == landed_at.date() or alike is False else None

    def key(self, subject: Seat, facts: FactBase) -> Person:
        return facts.people[subject.person]

    def stem(self, subject: Seat, facts: FactBase) -> Text:
        return text(
            gettext_noop("Who landed on {date} (UTC) after about {length} in space?"),
            **self.landing(subject, facts),
        )

    def stem_of_all(self, subject: Seat, facts: FactBase) -> Text:
        return text(
            gettext_noop(
                "Which of these people landed on {date} (UTC) after about {length} in space?"
            ),
            **self.landing(subject, facts),
        )

    def claim(self, subject: Seat, candidate: Person, facts: FactBase) -> Text:
        return text(
            gettext_noop("{person} landed on {date} (UTC) after about {length} in space."),
            person=candidate.name,
            **self.landing(subject, facts),
        )

    def landing(self, subject: Seat, facts: FactBase) -> dict[str, Text]:
        """The day on which the stay ended, and how long it had been."""
        landed_at, seconds = facts.landed_at(subject), known_stay_s(subject, facts) or 0
        return {
            "date": date_text(landed_at.date()) if landed_at is not None else Text(""),
            "length": length_text(seconds, Unit.DAYS),
        }

    def because(self, subject: Seat, candidate: Person, facts: FactBase) -> Because:
        home = facts.missions[subject.down or subject.up]
        seat = min(
            (seat for seat in facts.seats_of(candidate) if facts.landed_at(seat) is not None),
            key=lambda seat: abs(facts.missions[seat.down or seat.up].number - home.number),
        )
        landed_at, down = facts.landed_at(seat), facts.missions[seat.down or seat.up]
        date = utc_text(landed_at, down.landing_precision) if landed_at is not None else ""
        seconds = known_stay_s(seat, facts)
        if seconds is None:
            return Because(
                text(
                    gettext_noop("{person} landed on {mission} on {date}."),
                    person=candidate.name, mission=down.name, date=date,
                ),
                facts.cite((seat, "down"), (down, "landed_at")),
            )  # fmt: skip
        return Because(
            text(
                gettext_noop(
                    "{person} came home aboard {mission} on {date} after {length} in space."
                ),
                person=candidate.name, mission=down.name, date=date,
                length=length_text(seconds, unit_for(seconds)),
            ),
            facts.cite((seat, "down"), (down, "landed_at"), (seat, "stay_s")),
        )  # fmt: skip

    def option(self, subject: Seat, candidate: Person, facts: FactBase) -> Text:
        return Text(candidate.name)

    def mission(self, subject: Seat, facts: FactBase) -> Mission:
        return facts.missions[subject.down or subject.up]

    def background(self, subject: Seat, facts: FactBase) -> Because | None:
        return mission_story(self.mission(subject, facts), facts)

    def tells_of(self, subject: Seat, facts: FactBase) -> tuple[str, ...]:
        return (ref(facts.people[subject.person]), ref(self.mission(subject, facts)))
