"""Times that must fit together."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final

from quizzes.facts.base import elapsed
from quizzes.facts.checks.ledger import Ledger, Numbered, Verdict, in_order, slack
from quizzes.facts.records import Mission, Outcome

ORBITS_A_DAY: Final = (1440 / 94, 1440 / 88)
"""Stations have gone round the Earth in 88 (low, and soon down) to 94 minutes (Skylab, 430 km)."""


def landings_follow_launches(ledger: Ledger) -> Iterator[Verdict]:
    """A flight lands after it has launched."""
    for mission in ledger.missions.values():
        if mission.launched_at is None or mission.landed_at is None:
            continue
        problem = ""
        if mission.landed_at <= mission.launched_at:
            problem = f"lands at {mission.landed_at}, launches at {mission.launched_at}"
        yield Verdict(mission.slug, problem)


def missions_last_from_launch_to_landing(ledger: Ledger) -> Iterator[Verdict]:
    """A flight's stated duration is its landing minus its launch."""
    for mission in ledger.missions.values():
        yield from lasts(mission.slug, mission.duration_s, mission, mission)


def stays_last_from_launch_to_landing(ledger: Ledger) -> Iterator[Verdict]:
    """A stay's stated length is the landing of the vehicle down minus the launch of the one up."""
    for seat in ledger.seats.values():
        up, down = ledger.up(seat), ledger.down(seat)
        if up is not None and down is not None:
            yield from lasts(seat.slug, seat.stay_s, up, down)


def lasts(record: str, stated_s: int | None, up: Mission, down: Mission) -> Iterator[Verdict]:
    """Whether ``stated_s`` is right up to what launch and landing may be off: 120 s where both
    are known to the minute or better."""
    found_s = elapsed(up.launched_at, down.landed_at)
    if stated_s is None or found_s is None:
        return
    allowed = slack(up.launch_precision) + slack(down.landing_precision)
    off = abs(timedelta(seconds=stated_s - found_s))
    problem = f"is said to last {stated_s} s; landing minus launch is {found_s} s"
    yield Verdict(record, problem if off > allowed else "")


def missions_are_numbered_in_order_of_launch(ledger: Ledger) -> Iterator[Verdict]:
    """A higher number means a later launch."""
    launches = (
        Numbered(one.number, one.slug, one.launched_at, one.launch_precision)
        for one in ledger.missions.values()
    )
    yield from in_order(launches, "launched")


def flights_under_way_have_not_landed(ledger: Ledger) -> Iterator[Verdict]:
    """A flight that is under way has not landed, and one that was a success has."""
    for mission in ledger.missions.values():
        if mission.outcome is None or "landed_at" in mission.disputed:
            continue
        problem = ""
        if mission.outcome is Outcome.UNDER_WAY and mission.landed_at is not None:
            problem = f"is under way, but landed at {mission.landed_at}"
        if mission.outcome is Outcome.SUCCESS and mission.landed_at is None:
            problem = "was a success, but has no landing"
        yield Verdict(mission.slug, problem)


def stations_were_there_when_visited(ledger: Ledger) -> Iterator[Verdict]:
    """A station that a flight visited was launched before the flight landed, and had not come
    down when it launched."""
    for mission in ledger.missions.values():
        for slug in mission.stations:
            station = ledger.stations.get(slug)
            if station is None:
                yield Verdict(mission.slug, f"visited a station that there is not: {slug}")
                continue
            problem = ""
            landed, launched = day(mission.landed_at), day(mission.launched_at)
            if landed and station.launched_on and landed < station.launched_on:
                problem = f"landed before {station.name} was launched on {station.launched_on}"
            if launched and station.ended_on and launched > station.ended_on:
                problem = f"launched after {station.name} came down on {station.ended_on}"
            yield Verdict(mission.slug, problem)


def orbits_fit_durations(ledger: Ledger) -> Iterator[Verdict]:
    """A flight to a station goes round the Earth as often as a station does.

    Others went higher (Gemini 11) or to the Moon, so nothing can be said of them here.
    """
    fewest, most = ORBITS_A_DAY
    for mission in ledger.missions.values():
        if mission.orbits is None or not mission.duration_s or not mission.stations:
            continue
        a_day = mission.orbits / (mission.duration_s / 86_400)
        wrong = not fewest <= a_day <= most
        problem = f"{mission.orbits:g} orbits in {mission.duration_s} s make {a_day:.1f} a day"
        yield Verdict(mission.slug, problem if wrong else "")


def day(moment: datetime | None) -> date | None:
    return moment.date() if moment is not None else None
