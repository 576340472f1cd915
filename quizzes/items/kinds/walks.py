"""What is known of a spacewalk: who was outside, when, and from where.

The list of spacewalks ends in March 2017. So that somebody is on none of them is never taken for
"no"; but the names of those who took part in one are complete, and so others did not.
"""

from datetime import datetime
from functools import lru_cache
from typing import Final

from quizzes.facts.base import FactBase, is_known
from quizzes.facts.records import Mission, Person, Precision, Seat, Spacewalk, Station
from quizzes.items.kinds.visits import one_station
from quizzes.items.kinds.wording import utc_text
from quizzes.items.text import Text, date_text

SHUTTLE: Final = "Space Shuttle"
LEAST_S: Final = 3600
"""Shorter ones were mostly walks within a module without air: nobody went outside."""


@lru_cache(maxsize=1024)  # asked for every candidate
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


@lru_cache(maxsize=512)  # asked for every candidate
def walks_of_shuttle(mission: Mission, facts: FactBase) -> tuple[Spacewalk, ...]:
    """The spacewalks during a shuttle flight; none of any other."""
    walks = facts.spacewalks.values()
    return tuple(walk for walk in walks if shuttle_of(walk, facts) is mission)


def station_of(walk: Spacewalk, facts: FactBase) -> Station | None:
    """The station that those outside had come from, where it was not a shuttle."""
    mission = facts.missions.get(walk.mission or "")
    if mission is None or shuttle_of(walk, facts) is not None:
        return None
    left = facts.family(mission) != SHUTTLE or in_order(mission.landed_at, walk.started_at)
    return one_station(mission, facts) if left else None


@lru_cache(maxsize=1024)  # asked for every candidate
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


def utc_day_of(walk: Spacewalk) -> Text | str:
    """The same, with "(UTC)": where the sentence does not say so."""
    return utc_text(walk.started_at) if walk.started_at is not None else ""


def day_of(walk: Spacewalk) -> Text | str:
    """The day (UTC) on which a spacewalk began."""
    return date_text(walk.started_at.date()) if walk.started_at is not None else ""
