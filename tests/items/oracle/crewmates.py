"""Who flew with whom, and how often, by the rows."""

from tests.items.oracle.crews import orbital_flights, person_aboard
from tests.items.oracle.rows import Rows, link


def not_aboard(rows: Rows, mission: str, person: str) -> bool | None:
    aboard = person_aboard(rows, mission, person)
    return None if aboard is None else not aboard


def launched_with(rows: Rows, seat: str, other: str) -> bool | None:
    """Somebody who launched on the one flight that the person launched on in that year."""
    person, mission = link(rows.seats[seat]["person"]), link(rows.seats[seat]["up"])
    own = [rows.missions[link(row["up"])].get("launched_at") for row in rows.of[person]]
    year = rows.missions[mission]["launched_at"][:4]
    is_only = sum(time is None or time.startswith(year) for time in own) == 1
    if not is_only or not rows.flights_are_complete(person):
        return None
    if person == other:
        return False
    return person_aboard(rows, mission, other) if rows.crew_is_complete(mission) else None


def flew_on_both(rows: Rows, seat: str, other: str) -> bool | None:
    """On the flight of the seat, and on that which the person of the seat flew on before it."""
    person, later = link(rows.seats[seat]["person"]), link(rows.seats[seat]["up"])
    own = sorted((link(row["up"]) for row in rows.of[person]), key=lambda m: number(rows, m))
    earlier = own[own.index(later) - 1]
    verdicts = {person_aboard(rows, mission, other) for mission in (earlier, later)}
    return None if None in verdicts else verdicts == {True}


def number(rows: Rows, mission: str) -> int:
    place: int = rows.missions[mission]["number"]
    return place


def flights_of_person(rows: Rows, person: str, seat: str) -> bool | None:
    own = orbital_flights(rows, person)
    others = orbital_flights(rows, link(rows.seats[seat]["person"]))
    return len(own) == len(others) if own and others else None
