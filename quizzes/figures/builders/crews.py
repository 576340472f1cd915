"""Who sat where on a flight, from the facts."""

from collections.abc import Sequence
from typing import Final

from quizzes.facts.base import FactBase, is_known
from quizzes.facts.records import Mission, Person, Seat
from quizzes.figures.builders.asked import Asked, Choice
from quizzes.figures.specs import Other, Seats, Sitter
from quizzes.items.kinds.wording import ROLES, died_on, launch_year
from quizzes.items.text import Text, gettext_noop, text

ABOARD: Final = gettext_noop("Who was aboard {mission}")
UP_ON: Final = gettext_noop("up on {mission}")
DOWN_ON: Final = gettext_noop("down on {mission}")
ON_FLIGHT: Final = gettext_noop("{mission}, {year}")
LOST: Final = Text(gettext_noop("All aboard lost their lives."))
ONLY_KNOWN: Final = Text(gettext_noop("There may have been others: not all are known."))


def sitter(seat: Seat, mission: Mission, facts: FactBase) -> Sitter:
    """Somebody who went up or came down on ``mission``, or both. A role is that at launch, so it
    is told of those who launched on it."""
    is_up = seat.up == mission.slug
    # A flight that cost lives brought nobody home.
    is_down = seat.down == mission.slug and not died_on(facts.people[seat.person], mission)
    elsewhere = None
    if not is_up:
        elsewhere = text(UP_ON, mission=facts.missions[seat.up].name)
    elif seat.down is not None and seat.down != mission.slug:
        elsewhere = text(DOWN_ON, mission=facts.missions[seat.down].name)
    return Sitter(
        facts.people[seat.person].name,
        Text(ROLES[seat.role]) if is_up and seat.role in ROLES else None,
        facts.agencies[seat.agency].short_name if seat.agency is not None else None,
        is_up,
        is_down,
        elsewhere,
    )


def aboard(mission: Mission, facts: FactBase) -> list[Seat]:
    """The seats of all known to have gone up or come down on ``mission``, in that order."""
    seats = dict.fromkeys((*facts.crew_up(mission), *facts.crew_down(mission)))
    return [seat for seat in seats if is_known(seat)]


def seats_of_mission(mission: Mission, facts: FactBase) -> Seats | None:
    """Its crew; None where nobody of it is known."""
    seats = aboard(mission, facts)
    if not seats:
        return None
    return Seats(
        text(ABOARD, mission=mission.name),
        tuple(sitter(seat, mission, facts) for seat in seats),
        remark=remark(mission, seats, facts),
    )


def remark(mission: Mission, seats: Sequence[Seat], facts: FactBase) -> Text | None:
    """What is to be said of a flight that cost the lives of all, or whose crew is not known."""
    if mission.fatal and all(died_on(facts.people[seat.person], mission) for seat in seats):
        return LOST
    return None if facts.crew_is_known(mission) else ONLY_KNOWN


def nearest_flight(person: Person, mission: Mission, facts: FactBase) -> Text | None:
    """The flight of somebody's that launched nearest to ``mission``, and its year; one that cost
    lives only where there is no other."""
    flights = [facts.missions[seat.up] for seat in facts.seats_of(person) if is_known(seat)]
    if not flights:
        return None
    flight = min(flights, key=lambda one: (one.fatal, abs(one.number - mission.number)))
    return text(ON_FLIGHT, mission=flight.name, year=launch_year(flight))


def crew_asked(asked: Asked) -> Seats | None:
    """The crew of the flight asked about, and where those options were that are not in it."""
    if asked.mission is None:
        return None
    figure = seats_of_mission(asked.mission, asked.facts)
    if figure is None:
        return None
    return with_choices(figure, asked.mission, asked.choices, asked.facts)


def with_choices(
    figure: Seats, mission: Mission, choices: Sequence[Choice], facts: FactBase
) -> Seats:
    """The figure with the options, people or seats, marked in it; those not seen in it are
    added."""
    by_person = {person_of(choice, facts): choice for choice in choices}
    seats = aboard(mission, facts)
    sitters = []
    for seat, one in zip(seats, figure.sitters, strict=True):
        choice = by_person.pop(facts.people[seat.person], None)
        sitters.append(
            one if choice is None else one._replace(is_key=choice.option.is_key, option=choice.at)
        )
    others = [
        Other(
            person.name,
            nearest_flight(person, mission, facts),
            choice.option.is_key,
            choice.at,
        )
        for person, choice in by_person.items()
        if person is not None
    ]
    return figure._replace(
        sitters=tuple(sitters),
        others=tuple(others),
        are_known_absent=is_all_known(mission, facts),
    )


def is_all_known(mission: Mission, facts: FactBase) -> bool:
    """Whether sources tell everybody who went up and who came down: only then is it known of
    anybody else that they were not aboard."""
    home = facts.crew_down(mission)
    return facts.crew_is_known(mission) and mission.crew_down == len(home)


def person_of(choice: Choice, facts: FactBase) -> Person | None:
    """The person whom an option is about."""
    record = choice.record
    if isinstance(record, Seat):
        return facts.people[record.person]
    return record if isinstance(record, Person) else None
