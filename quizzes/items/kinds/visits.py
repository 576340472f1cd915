"""What is known of a flight and the stations it went to.

A flight's stations are those that a source names. Where none is named it is not known whether
there was one: a flight alone in orbit and a docking that failed look the same.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from quizzes.facts.base import FactBase, is_known
from quizzes.facts.records import Mission, Person, Seat, Station
from quizzes.items.kinds.base import Because
from quizzes.items.kinds.wording import launch_year
from quizzes.items.text import Text, gettext_noop, text

# Stations whose names take an article in a sentence.
WITH_ARTICLE: Final = frozenset(("iss",))
YEARS_APART: Final = 8
"""Flights to other stations that tempt were launched within so many years."""


def in_sentence(station: Station) -> Text:
    """A station's name, with an article where it takes one."""
    if station.slug not in WITH_ARTICLE:
        return Text(station.name)
    return text(gettext_noop("the {station}"), station=Text(station.name))


def went_to(mission: Mission, station: Station, facts: FactBase) -> bool | None:
    """Whether a flight went to a station. Those that went to Tiangong-1 may be said to have gone
    to "Tiangong", so of them it is not known."""
    if station.slug in mission.stations:
        return True
    names = [facts.stations[slug].name for slug in mission.stations]
    return None if not names or any(station.name in name for name in names) else False


def was_aboard(person: Person, station: Station, facts: FactBase) -> bool | None:
    """Whether somebody was aboard a station: by the vehicles of each flight, up and down. Of a
    flight to two stations it is known only of those who stayed with the vehicle."""
    verdicts = [stay_was_at(seat, station, facts) for seat in facts.seats_of(person)]
    if True in verdicts:
        return True
    return None if None in verdicts else False


def stay_was_at(seat: Seat, station: Station, facts: FactBase) -> bool | None:
    """The same for one stay."""
    up, down = facts.missions[seat.up], facts.missions.get(seat.down or "")
    if not is_known(seat):
        return None
    verdicts = {went_to(up, station, facts)}
    if down is not None:
        verdicts.add(went_to(down, station, facts))
    if verdicts == {True} and up is down:
        return True
    if any(vehicle and vehicle.stations == (station.slug,) for vehicle in (up, down)):
        return True
    return False if verdicts == {False} and down is not None else None


@lru_cache(maxsize=1)
def flights_to_stations(facts: FactBase) -> Mapping[str, Sequence[Mission]]:
    """By family of spacecraft: the flights, without loss of life, whose stations are known."""
    families: dict[str, list[Mission]] = defaultdict(list)
    for mission in facts.orbital:
        if mission.stations and not mission.fatal:
            families[facts.family(mission)].append(mission)
    return families


def flights_around(mission: Mission, facts: FactBase) -> list[Mission]:
    """Those of them that have the family of ``mission`` and were launched about then."""
    year = launch_year(mission)
    flights = flights_to_stations(facts).get(facts.family(mission), ())
    return [flight for flight in flights if abs(launch_year(flight) - year) <= YEARS_APART]


def flights_elsewhere(mission: Mission, facts: FactBase) -> list[Mission]:
    """Those of them that did not go to the one station of ``mission``."""
    station = one_station(mission, facts)
    if station is None:
        return []
    around = flights_around(mission, facts)
    return [flight for flight in around if went_to(flight, station, facts) is False]


def one_station(mission: Mission, facts: FactBase) -> Station | None:
    """The only station a flight went to."""
    return facts.stations[mission.stations[0]] if len(mission.stations) == 1 else None


def visit(mission: Mission, station: Station, facts: FactBase) -> Because:
    """That a flight went to a station, and when."""
    return Because(
        text(
            gettext_noop("{mission}, launched in {year}, went to {station}."),
            mission=mission.name, year=launch_year(mission), station=in_sentence(station),
        ),
        facts.cite((mission, "stations"), (mission, "launched_at")),
    )  # fmt: skip
