"""What lists and several pages say of a flight and of a seat on it."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Final

from quizzes.facts.base import FactBase, is_known
from quizzes.facts.records import Fact, Mission, Seat
from quizzes.items.kinds.wording import ROLES
from quizzes.items.text import Text, gettext_noop, ngettext, text
from quizzes.views.described.parts import Entry, Group, link, list_text, said, titled
from quizzes.views.described.times import launch_day_text

ROLE_NAMES: Final = {
    **ROLES,
    "operator": gettext_noop("operator"),
    "passenger": gettext_noop("passenger"),
    "astronaut instructor": gettext_noop("astronaut instructor"),
}


def still_up(mission: Mission, facts: FactBase) -> date | None:
    """The day as of which a flight is under way; None where it has ended, or nobody says."""
    crew = [seat for seat in facts.crew_up(mission) if is_known(seat)]
    is_up = (
        mission in facts.orbital_set
        and mission.landed_at is None
        and "landed_at" not in mission.disputed
        and not mission.fatal
        and bool(crew)
        and all(seat.down is None and "down" not in seat.disputed for seat in crew)
    )
    if not is_up:
        return None
    return max(citation.read_on for citation in facts.cite((mission, "launched_at")))


def seat_aside(seat: Seat, facts: FactBase) -> list[Text]:
    """As what somebody was aboard, and for whom."""
    aside: list[Text] = []
    if seat.role in ROLE_NAMES:
        aside.append(Text(ROLE_NAMES[seat.role]))
    if seat.agency is not None:
        aside.append(text(gettext_noop("for {agency}"), agency=link(facts.agencies[seat.agency])))
    elif "agency" in seat.disputed:
        aside.append(Text(gettext_noop("sources disagree for whom")))
    return aside


def flight_entry(mission: Mission, facts: FactBase) -> Entry:
    """A flight in a list: its day, and its crew."""
    launched = launch_day_text(mission)
    day = launched if launched is not None else Text(gettext_noop("day of launch not known"))
    names = [facts.people[seat.person].name for seat in facts.crew_up(mission) if is_known(seat)]
    aside = [said(day)]
    if names:
        aside.append(said(list_text(names)))
    return Entry(link(mission), tuple(aside))


def flights_by_year(flights: Sequence[Mission], facts: FactBase) -> list[Group]:
    """Flights under the year of their launch, in order of launch."""
    years = groupby(flights, key=lambda one: one.launched_at.year if one.launched_at else 0)
    return [
        Group(year_name(year), [flight_entry(mission, facts) for mission in of_year])
        for year, of_year in years
    ]


def year_name(year: int) -> str:
    """A year as a headline; 0 is none that is known."""
    return str(year) if year else titled(gettext_noop("Year of launch not known"))


def launches(flights: Sequence[Mission], facts: FactBase) -> list[tuple[Fact, str]]:
    """The statements that ``flight_entry`` makes."""
    stated: list[tuple[Fact, str]] = [(mission, "launched_at") for mission in flights]
    return stated + [(seat, "up") for mission in flights for seat in facts.crew_up(mission)]


def flights_text(count: int) -> Text:
    return ngettext("{n} flight", "{n} flights", count)
