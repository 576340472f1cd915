"""Who flew, with whom, and whether they could have."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import pairwise

from quizzes.facts.checks.ledger import Ledger, Verdict
from quizzes.facts.records import Mission, Role, Seat


def seats_refer_to_what_there_is(ledger: Ledger) -> Iterator[Verdict]:
    """A seat's person, vehicles and agency exist."""
    for seat in ledger.seats.values():
        missing = [
            f"{field} {slug}"
            for field, slug, held in (
                ("person", seat.person, ledger.people),
                ("vehicle up", seat.up, ledger.missions),
                ("vehicle down", seat.down, ledger.missions),
                ("agency", seat.agency, ledger.agencies),
            )
            if slug is not None and slug not in held
        ]
        yield Verdict(seat.slug, f"there is no {', no '.join(missing)}" if missing else "")


def seats_are_named_by_person_and_flight(ledger: Ledger) -> Iterator[Verdict]:
    """A seat's slug is ``person_flight``."""
    for seat in ledger.seats.values():
        name = f"{seat.person}_{seat.up}"
        yield Verdict(seat.slug, "" if seat.slug == name else f"should be named {name}")


def vehicles_down_land_after_vehicles_up_launch(ledger: Ledger) -> Iterator[Verdict]:
    """Whoever came down on another vehicle came down after going up."""
    for seat in ledger.seats.values():
        launched, landed = ledger.launched_at(seat), ledger.landed_at(seat)
        if launched is None or landed is None:
            continue
        problem = (
            f"launched on {seat.up} on {launched.date()}, landed on {seat.down} on {landed.date()}"
        )
        yield Verdict(seat.slug, problem if landed <= launched else "")


def vehicles_were_changed_where_both_had_been(ledger: Ledger) -> Iterator[Verdict]:
    """Whoever came down on another vehicle changed at a station that both had visited, or from
    one to the other in orbit while both were up."""
    for seat in ledger.seats.values():
        up, down = ledger.up(seat), ledger.down(seat)
        if up is None or down is None or up is down:
            continue
        problem = ""
        if up.stations and down.stations and not set(up.stations) & set(down.stations):
            problem = f"{up.slug} and {down.slug} visited no station in common"
        elif not (up.stations or down.stations) and not aloft_together(up, down):
            problem = f"{up.slug} and {down.slug} were not in space at the same time"
        yield Verdict(seat.slug, problem)


def aloft_together(one: Mission, other: Mission) -> bool:
    """Whether two flights may have been in space at the same time."""
    return not any(
        first.landed_at is not None
        and second.launched_at is not None
        and first.landed_at < second.launched_at
        for first, second in ((one, other), (other, one))
    )


def crews_are_as_large_as_said(ledger: Ledger) -> Iterator[Verdict]:
    """As many seats up, and down, as the flight is said to have had people aboard."""
    for mission in ledger.missions.values():
        for way, stated, seats in (
            ("up", mission.crew_up, ledger.crew_up(mission)),
            ("down", mission.crew_down, ledger.crew_down(mission)),
        ):
            if stated is not None:
                problem = f"{stated} people are said to have gone {way}; there are {len(seats)}"
                yield Verdict(mission.slug, problem if stated != len(seats) else "")


def crews_have_one_commander(ledger: Ledger) -> Iterator[Verdict]:
    """At most one: who flies alone is a pilot, and some crews are not known by role."""
    for mission in ledger.missions.values():
        commanders = [seat for seat in ledger.crew_up(mission) if seat.role == Role.COMMANDER]
        names = ", ".join(seat.person for seat in commanders)
        yield Verdict(mission.slug, f"is commanded by {names}" if len(commanders) > 1 else "")


def nobody_is_in_two_places(ledger: Ledger) -> Iterator[Verdict]:
    """Nobody launches again before having landed."""
    for slug in ledger.people:
        seats = [seat for seat in ledger.seats_of(slug) if ledger.launched_at(seat) is not None]
        if seats:
            yield Verdict(slug, overlap(ledger, seats))


def overlap(ledger: Ledger, seats: Sequence[Seat]) -> str:
    """The first two of a person's stays that overlap, in words; empty where none do."""
    timed = sorted(
        ((launched, seat) for seat in seats if (launched := ledger.launched_at(seat))),
        key=lambda pair: pair[0],
    )
    for (_, seat), (launched, later) in pairwise(timed):
        landed = ledger.landed_at(seat)
        if landed is None and seat.down is None:
            return f"launched on {later.up} without having come down from {seat.up}"
        if landed is not None and landed > launched:
            return f"launched on {later.up} before landing on {seat.down}"
    return ""


def nobody_flies_before_birth_or_after_death(ledger: Ledger) -> Iterator[Verdict]:
    """A life holds all its flights."""
    for seat in ledger.seats.values():
        person = ledger.people.get(seat.person)
        launched, landed = ledger.launched_at(seat), ledger.landed_at(seat)
        if person is None or launched is None:
            continue
        problem = ""
        if person.born_on and launched.date() < person.born_on:
            problem = f"launched on {launched.date()}, born on {person.born_on}"
        if person.died_on and launched.date() > person.died_on:
            problem = f"launched on {launched.date()}, died on {person.died_on}"
        elif person.died_on and landed and landed.date() > person.died_on:
            problem = f"landed on {landed.date()}, died on {person.died_on}"
        yield Verdict(seat.slug, problem)


def flights_that_cost_lives_are_marked(ledger: Ledger) -> Iterator[Verdict]:
    """Somebody aboard died on the day it came down, exactly where a flight is marked ``fatal``:
    only then do questions keep the respect that it needs."""
    for mission in ledger.missions.values():
        if mission.landed_at is None:
            continue
        landed = mission.landed_at.date()
        # A day of death is told by the clock of the place, which may be a day ahead of UTC.
        days = (landed, landed + timedelta(days=1))
        crew = {*ledger.crew_up(mission), *ledger.crew_down(mission)}
        lost = sorted(
            seat.person
            for seat in crew
            if (person := ledger.people.get(seat.person)) and person.died_on in days
        )
        problem = ""
        if lost and not mission.fatal:
            problem = f"{', '.join(lost)} died on the day of the landing, but it is not marked"
        if mission.fatal and not lost:
            problem = f"is marked as fatal, but nobody aboard died on {landed}"
        yield Verdict(mission.slug, problem)
