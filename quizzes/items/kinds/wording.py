"""Wordings that several kinds share. Names stand where no language inflects them."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Final

from quizzes.facts.base import FactBase
from quizzes.facts.records import Mission, Person, Precision, Seat
from quizzes.items.kinds.base import Because
from quizzes.items.text import Text, date_text, gettext_noop, names_text, text

ROLES: Final = {
    "commander": gettext_noop("commander"),
    "pilot": gettext_noop("pilot"),
    "flight engineer": gettext_noop("flight engineer"),
    "mission specialist": gettext_noop("mission specialist"),
    "payload specialist": gettext_noop("payload specialist"),
    "payload commander": gettext_noop("payload commander"),
    "research cosmonaut": gettext_noop("research cosmonaut"),
    "spaceflight participant": gettext_noop("spaceflight participant"),
    "command module pilot": gettext_noop("command module pilot"),
    "lunar module pilot": gettext_noop("lunar module pilot"),
    "docking module pilot": gettext_noop("docking module pilot"),
    "medical officer": gettext_noop("medical officer"),
    "test engineer": gettext_noop("test engineer"),
    "science pilot": gettext_noop("science pilot"),
    "scientist": gettext_noop("scientist"),
}

LONGEST_FATAL_FLIGHT: Final = timedelta(days=30)

COMPASS: Final = {
    "N": gettext_noop("north"),
    "NNE": gettext_noop("north-north-east"),
    "NE": gettext_noop("north-east"),
    "ENE": gettext_noop("east-north-east"),
    "E": gettext_noop("east"),
    "ESE": gettext_noop("east-south-east"),
    "SE": gettext_noop("south-east"),
    "SSE": gettext_noop("south-south-east"),
    "S": gettext_noop("south"),
    "SSW": gettext_noop("south-south-west"),
    "SW": gettext_noop("south-west"),
    "WSW": gettext_noop("west-south-west"),
    "W": gettext_noop("west"),
    "WNW": gettext_noop("west-north-west"),
    "NW": gettext_noop("north-west"),
    "NNW": gettext_noop("north-north-west"),
}


def launch_year(mission: Mission) -> int:
    """The UTC year of the launch; 0 where it is not known."""
    return mission.launched_at.year if mission.launched_at is not None else 0


def utc_text(moment: datetime, precision: Precision | None = Precision.MINUTE) -> Text:
    """A day, as in "2 March 2016 (UTC)": by the clocks of those aboard, or of those who waited for
    them, it was often another. Of a moment that is known to the day only, nobody says by which."""
    day = date_text(moment.date())
    if precision not in (Precision.SECOND, Precision.MINUTE):
        return day
    return text(gettext_noop("{date} (UTC)"), date=day)


@lru_cache(maxsize=512)  # most questions about a flight tell it
def mission_story(mission: Mission, facts: FactBase) -> Because | None:
    """When a flight began and ended, and with whom: the background of most questions."""
    story = told_story(mission, facts)
    if story is None:
        return None
    return Because(
        story,
        facts.cite(
            (mission, "launched_at"),
            (mission, "landed_at"),
            *((seat, "up") for seat in facts.crew_up(mission)),
            *((seat, "down") for seat in facts.crew_down(mission)),
        ),
    )


def told_story(mission: Mission, facts: FactBase) -> Text | None:
    """The words of it."""
    crew_up = [facts.people[seat.person].name for seat in facts.crew_up(mission)]
    crew_down = [facts.people[seat.person].name for seat in facts.crew_down(mission)]
    if mission.launched_at is None or not crew_up or not facts.crew_is_known(mission):
        return None
    launch = date_text(mission.launched_at.date())
    launch_alone = utc_text(mission.launched_at, mission.launch_precision)
    if mission.fatal and all(
        died_on(facts.people[s.person], mission) for s in facts.crew_up(mission)
    ):
        return text(
            gettext_noop(
                "{mission} launched on {date} with {crew} aboard. All aboard lost their lives."
            ),
            mission=mission.name, date=launch_alone, crew=names_text(crew_up),
        )  # fmt: skip
    if mission.fatal or mission.landed_at is None or mission.crew_down != len(crew_down):
        return text(
            gettext_noop("{mission} launched on {date} with {crew} aboard."),
            mission=mission.name, date=launch_alone, crew=names_text(crew_up),
        )  # fmt: skip
    landing = utc_text(mission.landed_at, mission.landing_precision)
    if mission.launched_at.date() == mission.landed_at.date() and crew_up == crew_down:
        return text(
            gettext_noop("{mission} launched and landed on {date} with {crew} aboard."),
            mission=mission.name, date=launch_alone, crew=names_text(crew_up),
        )  # fmt: skip
    if crew_up == crew_down or set(crew_up) == set(crew_down):
        return text(
            gettext_noop(
                "{mission} launched on {launch} and landed on {landing} with {crew} aboard."
            ),
            mission=mission.name, launch=launch, landing=landing, crew=names_text(crew_up),
        )  # fmt: skip
    if not crew_down:
        return text(
            gettext_noop(
                "{mission} launched on {launch} with {crew} aboard, "
                "and landed on {landing} without a crew."
            ),
            mission=mission.name, launch=launch, landing=landing, crew=names_text(crew_up),
        )  # fmt: skip
    return text(
        gettext_noop(
            "{mission} launched on {launch} with {up} aboard, "
            "and landed on {landing} with {down} aboard."
        ),
        mission=mission.name, launch=launch, landing=landing,
        up=names_text(crew_up), down=names_text(crew_down),
    )  # fmt: skip


def died_on(person: Person, mission: Mission) -> bool:
    """Whether somebody of its crew lost their life on the flight."""
    if mission.launched_at is None or person.died_on is None:
        return False
    launched_on = mission.launched_at.date()
    return launched_on <= person.died_on <= launched_on + LONGEST_FATAL_FLIGHT


def person_on_flight(seat: Seat, facts: FactBase) -> Text:
    """Somebody and a flight of theirs, as a prompt: "Scott Kelly (Soyuz TMA-16M)"."""
    return text(
        gettext_noop("{person} ({mission})"),
        person=facts.people[seat.person].name, mission=facts.missions[seat.up].name,
    )  # fmt: skip


def flew_on(person: Person, seat: Seat, facts: FactBase) -> Because:
    """A flight of somebody's, with the year and, where known, the role."""
    mission = facts.missions[seat.up]
    year = launch_year(mission)
    citations = facts.cite((seat, "up"), (seat, "role"), (mission, "launched_at"))
    if seat.role in ROLES:
        message = gettext_noop("{person} launched on {mission} in {year} as {role}.")
        role = Text(ROLES[seat.role])
        return Because(
            text(message, person=person.name, mission=mission.name, year=year, role=role),
            citations,
        )
    message = gettext_noop("{person} launched on {mission} in {year}.")
    return Because(text(message, person=person.name, mission=mission.name, year=year), citations)


def nearest(seats: Sequence[Seat], mission: Mission, facts: FactBase) -> Seat:
    """The seat nearest in launch order to ``mission``; on a flight that cost lives only where
    there is no other."""

    def distance(seat: Seat) -> tuple[bool, int]:
        flight = facts.missions[seat.up]
        return flight.fatal, abs(flight.number - mission.number)

    return min(seats, key=distance)


def flight_in_brief(mission: Mission, facts: FactBase) -> Because:
    """A flight's year and commander: what a flight is told by when it is the wrong one."""
    year = launch_year(mission)
    commander = facts.commander(mission)
    if commander is not None:
        seat = facts.seat_on(commander, mission)
        return Because(
            text(
                gettext_noop("{mission} launched in {year}, commanded by {person}."),
                mission=mission.name, year=year, person=commander.name,
            ),
            facts.cite((mission, "launched_at"), *(((seat, "role"),) if seat else ())),
        )  # fmt: skip
    names = [facts.people[seat.person].name for seat in facts.crew_up(mission)]
    if not names:
        message = gettext_noop("{mission} launched in {year}.")
        launch = text(message, mission=mission.name, year=year)
        return Because(launch, facts.cite((mission, "launched_at")))
    return Because(
        text(
            gettext_noop("{mission} launched in {year} with {crew} aboard."),
            mission=mission.name, year=year, crew=names_text(names),
        ),
        facts.cite((mission, "launched_at"), *((s, "up") for s in facts.crew_up(mission))),
    )  # fmt: skip
