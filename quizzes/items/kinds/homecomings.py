"""Who came home on what: it need not be what they launched on."""

from collections.abc import Sequence
from datetime import timedelta
from functools import lru_cache
from typing import Final

from quizzes.facts.base import FactBase, is_known
from quizzes.facts.records import Mission, Person, Seat
from quizzes.items.item import Interaction, Relation, Topic
from quizzes.items.kinds.base import Because, Kind, ref
from quizzes.items.kinds.crews import PersonKind
from quizzes.items.kinds.wording import flew_on, flight_in_brief, mission_story
from quizzes.items.text import Text, gettext_noop, names_text, text

ONE_DAY: Final = timedelta(days=1)


def launched_and_landed(seat: Seat, facts: FactBase) -> Because:
    """On what somebody launched, and on what they landed."""
    up, down = facts.missions[seat.up], facts.missions[seat.down or seat.up]
    message = (
        gettext_noop("{person} launched and landed on {up}.")
        if up is down
        else gettext_noop("{person} launched on {up} and landed on {down}.")
    )
    return Because(
        text(message, person=facts.people[seat.person].name, up=up.name, down=down.name),
        facts.cite((seat, "up"), (seat, "down")),
    )


def landing_crew_is_known(mission: Mission, facts: FactBase) -> bool:
    """Whether a source tells everybody who landed on ``mission``."""
    return mission.crew_down == len(facts.crew_down(mission))


class JoinedForLanding(PersonKind):
    """Somebody who came home on a flight but had gone up on another. Offered beside are those who
    launched on it, whether they came home on it too or not. Trap: a crew that came home on the
    craft of another crew; all of a crew may have joined, so one of them is the key."""

    slug = "joined-for-landing"
    name = gettext_noop("who landed on a flight without launching on it")
    claims_of_candidate = True
    asks_for = Relation.SAME_CREW
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
            if mission.landed_at is not None
            and not mission.fatal
            and any(seat.up != mission.slug for seat in facts.crew_down(mission))
        ]

    def candidates(self, subject: Mission, facts: FactBase) -> Sequence[Person]:
        seats = (*facts.crew_up(subject), *facts.crew_down(subject))
        return list(dict.fromkeys(facts.people[seat.person] for seat in seats))

    def holds(self, subject: Mission, candidate: Person, facts: FactBase) -> bool | None:
        seat = self.seat(subject, candidate, facts)
        if seat is None:
            return False if landing_crew_is_known(subject, facts) else None
        return seat.up != subject.slug if is_known(seat) else None

    def seat(self, subject: Mission, candidate: Person, facts: FactBase) -> Seat | None:
        """The seat in which somebody launched or landed on the flight."""
        seats = facts.seats_of(candidate)
        return next((seat for seat in seats if subject.slug in (seat.up, seat.down)), None)

    def stem(self, subject: Mission, facts: FactBase) -> Text:
        return text(
            gettext_noop("Who landed on {mission} but had launched on another flight?"),
            mission=subject.name,
        )

    def stem_of_all(self, subject: Mission, facts: FactBase) -> Text:
        return text(
            gettext_noop(
                "Which of these people landed on {mission} but had launched on another flight?"
            ),
            mission=subject.name,
        )

    def claim(self, subject: Mission, candidate: Person, facts: FactBase) -> Text:
        return text(
            gettext_noop("{person} landed on {mission} but had launched on another flight."),
            person=candidate.name, mission=subject.name,
        )  # fmt: skip

    def because(self, subject: Mission, candidate: Person, facts: FactBase) -> Because:
        seat = self.seat(subject, candidate, facts)
        if seat is None:
            return Because(Text(candidate.name), ())
        if seat.down is None:
            return flew_on(candidate, seat, facts)
        return launched_and_landed(seat, facts)


def year_home(seat: Seat, facts: FactBase) -> int | None:
    """The year in which somebody landed, where it was the same all over the Earth."""
    landed_at = facts.landed_at(seat)
    if landed_at is None:
        return None
    years = {(landed_at + days * ONE_DAY).year for days in (-1, 0, 1)}
    return landed_at.year if len(years) == 1 else None


@lru_cache(maxsize=1)
def with_exchange(facts: FactBase) -> frozenset[str]:
    """The flights on which the crew that landed was not the crew that had launched."""
    changed = [seat for seat in facts.seats.values() if seat.down not in (None, seat.up)]
    return frozenset(slug for seat in changed for slug in (seat.up, seat.down) if slug)


class FlightHome(Kind[Seat, Mission]):
    """The flight that somebody came home on. Asked of crews of which some changed craft: those who
    came home on another craft than they had launched on, and those who did not, so that neither
    is a safe guess. Traps: two landings of one person in a year; a landing at New Year."""

    slug = "flight-home"
    name = gettext_noop("which flight brought somebody home")
    topic = Topic.CREWS
    interactions = (Interaction.CHOICE, Interaction.TRUE_FALSE, Interaction.MATCH)

    def subjects(self, facts: FactBase) -> Sequence[Seat]:
        return [
            seat
            for seat in facts.seats.values()
            if {seat.up, seat.down} & with_exchange(facts)
            and facts.missions[seat.up] in facts.orbital_set
            and not facts.missions[seat.up].fatal
            and not facts.missions[seat.down or seat.up].fatal
            and self.is_only_landing(seat, facts)
        ]

    def is_only_landing(self, seat: Seat, facts: FactBase) -> bool:
        """Whether somebody is known to have landed but once in that year."""
        person, year = facts.people[seat.person], year_home(seat, facts)
        if year is None or not facts.flights_are_known(person):
            return False
        others = [other for other in facts.seats_of(person) if other is not seat]
        return not any(self.may_end_in(year, other, facts) for other in others)

    def may_end_in(self, year: int, seat: Seat, facts: FactBase) -> bool:
        """Whether somebody may have landed in that year. Where nobody says when they did, they may
        unless they launched later."""
        if facts.landed_at(seat) is not None:
            return year_home(seat, facts) in (None, year)
        launched_at = facts.launched_at(seat)
        return launched_at is None or launched_at.year <= year

    def candidates(self, subject: Seat, facts: FactBase) -> Sequence[Mission]:
        up, down = facts.missions[subject.up], facts.missions[subject.down or subject.up]
        others = (*facts.neighbours(down, each_way=6), *facts.neighbours(up, each_way=4))
        landed = [other for other in others if other.landed_at is not None]
        return list(dict.fromkeys((down, *(up,) * (up.landed_at is not None), *landed)))

    def holds(self, subject: Seat, candidate: Mission, facts: FactBase) -> bool | None:
        return candidate.slug == subject.down if subject.down is not None else None

    def stem(self, subject: Seat, facts: FactBase) -> Text:
        return text(
            gettext_noop("Which flight brought {person} back to Earth in {year}?"),
            person=facts.people[subject.person].name, year=year_home(subject, facts) or 0,
        )  # fmt: skip

    def claim(self, subject: Seat, candidate: Mission, facts: FactBase) -> Text:
        return text(
            gettext_noop("{mission} brought {person} back to Earth in {year}."),
            mission=candidate.name,
            person=facts.people[subject.person].name, year=year_home(subject, facts) or 0,
        )  # fmt: skip

    def stem_of_match(self, facts: FactBase) -> Text:
        return Text(
            gettext_noop(
                "Match each person with the flight that brought them back to Earth in the year "
                "given."
            )
        )

    def prompt(self, subject: Seat, facts: FactBase) -> Text:
        return text(
            gettext_noop("{person} ({year})"),
            person=facts.people[subject.person].name, year=year_home(subject, facts) or 0,
        )  # fmt: skip

    def because(self, subject: Seat, candidate: Mission, facts: FactBase) -> Because:
        if candidate.slug in (subject.up, subject.down):
            return launched_and_landed(subject, facts)
        crew = facts.crew_down(candidate)
        if not crew or candidate.landed_at is None:
            return flight_in_brief(candidate, facts)
        return Because(
            text(
                gettext_noop("{mission} landed in {year} with {crew} aboard."),
                mission=candidate.name, year=candidate.landed_at.year,
                crew=names_text([facts.people[seat.person].name for seat in crew]),
            ),
            facts.cite((candidate, "landed_at"), *((seat, "down") for seat in crew)),
        )  # fmt: skip

    def option(self, subject: Seat, candidate: Mission, facts: FactBase) -> Text:
        return Text(candidate.name)

    def mission(self, subject: Seat, facts: FactBase) -> Mission:
        return facts.missions[subject.down or subject.up]

    def stratum(self, subject: Seat, facts: FactBase) -> str:
        return "same craft" if subject.up == subject.down else "other craft"

    def background(self, subject: Seat, facts: FactBase) -> Because | None:
        return mission_story(self.mission(subject, facts), facts)

    def tells_of(self, subject: Seat, facts: FactBase) -> tuple[str, ...]:
        return (
            ref(facts.people[subject.person]),
            ref(facts.missions[subject.up]),
            ref(self.mission(subject, facts)),
        )
