"""Spacewalks, and where those who made them were."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from quizzes.facts.checks.ledger import Ledger, Numbered, Verdict, in_order, slack


def spacewalkers_were_in_space(ledger: Ledger) -> Iterator[Verdict]:
    """Everybody who was outside had launched, and had not yet landed."""
    for walk in ledger.spacewalks.values():
        if walk.started_at is None:
            continue
        ended = walk.started_at + timedelta(seconds=walk.duration_s or 0)
        allowed = slack(walk.start_precision)
        absent = [
            person
            for person in walk.people
            if not was_up(ledger, person, walk.started_at + allowed, ended - allowed)
        ]
        problem = f"{', '.join(absent)} was not in space at {walk.started_at}"
        yield Verdict(walk.slug, problem if absent else "")


def was_up(ledger: Ledger, person: str, start: datetime, end: datetime) -> bool:
    """Whether one of the person's stays may hold the time from ``start`` to ``end``."""
    for seat in ledger.seats_of(person):
        launched, landed = ledger.launched_at(seat), ledger.landed_at(seat)
        if launched is not None and launched <= start and (landed is None or end <= landed):
            return True
    return False


def spacewalks_belong_to_a_flight_of_those_outside(ledger: Ledger) -> Iterator[Verdict]:
    """Its mission exists and was in space, or somebody outside had launched or was to land on
    it."""
    for walk in ledger.spacewalks.values():
        if walk.mission is None:
            continue
        mission = ledger.missions.get(walk.mission)
        if mission is None:
            yield Verdict(walk.slug, f"there is no mission {walk.mission}")
            continue
        crew = {seat.person for seat in (*ledger.crew_up(mission), *ledger.crew_down(mission))}
        problem = f"nobody outside was in the crew of {walk.mission}"
        yield Verdict(walk.slug, problem if crew.isdisjoint(walk.people) else "")


def spacewalks_are_numbered_in_order(ledger: Ledger) -> Iterator[Verdict]:
    """A higher number means a later start."""
    walks = (
        Numbered(one.number, one.slug, one.started_at, one.start_precision)
        for one in ledger.spacewalks.values()
    )
    yield from in_order(walks, "began")
