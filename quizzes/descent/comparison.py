"""Real landings to hold an attempt's against: how far from the town that it is told by a crew came
down. Where they should have come down no source of ours says."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from quizzes.facts.base import FactBase
from quizzes.facts.records import FlightClass, Mission, Outcome, PointKind, Site

TOLD_APART: Final = 0.35
"""By how much of the distance a landing may differ and still be "about as far"."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A flight that came down ``km`` from ``town``: about as far off as the attempt, or, where none
    came down that near, the one that came down nearest."""

    mission: Mission
    town: Site
    km: int
    is_as_far: bool


@lru_cache(maxsize=4)  # a process has one collection of facts, and seldom the next one
def landings(facts: FactBase) -> tuple[tuple[float, Mission, Site], ...]:
    """Landings that are known by a distance from one town, nearest first. None of a flight
    that went wrong: that is no joke."""
    found = [
        (mission.landing_distance_km, mission, facts.sites[mission.landing_town])
        for mission in facts.missions.values()
        if mission.landing_distance_km is not None
        and mission.landing_town in facts.sites
        and mission.flight_class is FlightClass.ORBITAL
        and mission.outcome in (None, Outcome.SUCCESS)
        and not mission.fatal
        and mission.point_kind is not PointKind.AREA
    ]
    return tuple(sorted(found, key=lambda landing: (landing[0], landing[1].slug)))


def comparison(km: float, facts: FactBase) -> Comparison | None:
    """The flight to compare a landing ``km`` from the target with. None where facts have none."""
    known = landings(facts)
    if not known:
        return None
    off, mission, town = min(known, key=lambda landing: abs(landing[0] - km))
    is_as_far = abs(off - km) <= max(2.0, TOLD_APART * off)
    if not is_as_far and km > known[0][0]:
        return None
    return Comparison(mission, town, round(off), is_as_far)
