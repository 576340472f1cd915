"""Who flew on what, by the rows."""

from time import gmtime
from typing import Final

from tests.items.oracle.rows import Row, Rows, link, said, was_aboard

DAY: Final = 24 * 60 * 60


def commander_of_mission(rows: Rows, mission: str, person: str) -> bool | None:
    commanders = [seat for seat in rows.up[mission] if said(seat, "role") == "commander"]
    if len(commanders) != 1 or not was_aboard(commanders[0]):
        return None
    if link(commanders[0]["person"]) == person:
        return True
    seat = rows.seat_on(person, mission)
    return None if seat is not None and said(seat, "role") is None else False


def person_aboard(rows: Rows, mission: str, person: str) -> bool | None:
    seat = rows.seat_on(person, mission)
    if seat is not None:
        return True if was_aboard(seat) else None
    return False if rows.crew_is_complete(mission) else None


def orbital_flights(rows: Rows, person: str) -> list[str]:
    """Those that reached orbit, by the clock; none unless all flights are known."""
    flights: list[str] = [link(seat["up"]) for seat in rows.of[person]]
    orbital = [flight for flight in flights if rows.missions[flight]["flight_class"] == "orbital"]
    times = {flight: rows.launched[flight] for flight in orbital}
    if not rows.flights_are_complete(person) or None in times.values():
        return []
    return sorted(times, key=lambda flight: times[flight] or 0)


def first_flight_of_person(rows: Rows, person: str, mission: str) -> bool | None:
    flights = orbital_flights(rows, person)
    return mission == flights[0] if flights else None


def joined_for_landing(rows: Rows, mission: str, person: str) -> bool | None:
    for row in filter(was_aboard, rows.of[person]):
        if link(row["up"]) == mission:
            return False
        if said(row, "down") == mission:
            return True
    seats = [row for row in rows.of[person] if mission in (link(row["up"]), said(row, "down"))]
    landed = [row for row in rows.seats.values() if said(row, "down") == mission]
    is_complete = said(rows.missions[mission], "crew_down") == len(landed)
    return False if is_complete and not seats else None


def flight_home(rows: Rows, seat: str, mission: str) -> bool | None:
    """Of somebody who landed but once in the year, and of whom that is known."""
    person, down = link(rows.seats[seat]["person"]), said(rows.seats[seat], "down")
    if down is None or not rows.flights_are_complete(person):
        return None
    year = {gmtime((rows.landed[down] or 0) + day * DAY).tm_year for day in (-1, 0, 1)}
    others = [row for row in rows.of[person] if row["slug"] != seat]
    if len(year) > 1 or any(years_of_landing(rows, row) & year for row in others):
        return None
    return bool(mission == down)


def years_of_landing(rows: Rows, seat: Row) -> set[int]:
    """All the years in which a stay may have ended, by any clock: where nobody says when it did,
    any since its launch."""
    down = said(seat, "down")
    landed = rows.landed[down] if down is not None else None
    if landed is not None:
        return {gmtime(landed + day * DAY).tm_year for day in (-1, 0, 1)}
    launched = rows.launched[link(seat["up"])]
    return set(range(gmtime(launched or 0).tm_year, 2100))
