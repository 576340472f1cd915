"""Who made which suborbital flight, by the rows."""

from tests.items.oracle.crews import person_aboard
from tests.items.oracle.rows import Rows


def is_hop(rows: Rows, mission: str) -> bool:
    """A flight that was not meant to reach orbit, and did not: none that was broken off."""
    row = rows.missions[mission]
    return row["flight_class"] == "suborbital" and row.get("outcome") != "aborted"


def person_on_hop(rows: Rows, mission: str, person: str) -> bool | None:
    return person_aboard(rows, mission, person) if is_hop(rows, mission) else None


def hop_of_person(rows: Rows, person: str, mission: str) -> bool | None:
    """All that somebody flew is known, or nothing is."""
    if not rows.flights_are_complete(person) or not is_hop(rows, mission):
        return None
    return rows.seat_on(person, mission) is not None
