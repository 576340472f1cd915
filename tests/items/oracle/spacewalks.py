"""Who went outside, by the rows."""

from typing import Final

from tests.items.oracle.rows import Rows, link, moment, said, slugs, was_aboard

HOUR: Final = 60 * 60
DAY: Final = 24 * HOUR


def walker_of_spacewalk(rows: Rows, walk: str, person: str) -> bool | None:
    """Others did not take part; but of those who were outside on a day before or after, it is
    not known on which day that was by the clocks of their crew."""
    outside = slugs(rows.spacewalks[walk], "people")
    if not outside:
        return None
    if person in outside:
        return True
    start = moment(said(rows.spacewalks[walk], "started_at"))
    for row in rows.spacewalks.values():
        if [person] in row["people"]:
            other = moment(said(row, "started_at"))
            if start is None or other is None or abs(start // DAY - other // DAY) < 2:
                return None
    return False


def asked_of(rows: Rows, walk: str) -> str | None:
    """Which of a pair the question names: the first by slug where the walk's number is even."""
    outside = slugs(rows.spacewalks[walk], "people")
    return outside[rows.spacewalks[walk]["number"] % 2] if len(outside) == 2 else None


def partner_on_spacewalk(rows: Rows, walk: str, person: str) -> bool | None:
    asked = asked_of(rows, walk)
    return None if asked in (None, person) else walker_of_spacewalk(rows, walk, person)


def flight_before_spacewalk(rows: Rows, walk: str, mission: str) -> bool | None:
    asked, start = asked_of(rows, walk), moment(said(rows.spacewalks[walk], "started_at"))
    if asked is None or start is None:
        return None
    flights = []
    for seat in filter(was_aboard, rows.of[asked]):
        up, down = rows.launched[link(seat["up"])], said(seat, "down")
        landed = None if down is None else rows.landed[down]
        if up is not None and landed is not None and up <= start <= landed:
            flights.append(link(seat["up"]))
    return mission == flights[0] if len(flights) == 1 else None


def minutes(rows: Rows, walk: str) -> int | None:
    """Whole minutes, halves rounded up, of a walk that is surely one: an hour at least, and not in
    the hatch."""
    row = rows.spacewalks[walk]
    seconds = said(row, "duration_s")
    if seconds is None or seconds < HOUR or "stand-up" in row["name"] or not slugs(row, "people"):
        return None
    whole: int = (seconds + 30) // 60
    return whole


def length_of_spacewalk(rows: Rows, walk: str, other: str) -> bool | None:
    one, two = minutes(rows, walk), minutes(rows, other)
    if one is None or two is None or one == two:
        return None if one is None or two is None else True
    return False if 10 * abs(one - two) >= max(one, two) else None


def longest_spacewalk(rows: Rows, walk: str, other: str) -> bool | None:
    """A walk is asked about as the longest: another is wrong where it is shorter by a tenth."""
    one, two = minutes(rows, walk), minutes(rows, other)
    if one is None or two is None:
        return None
    if walk == other:
        return True
    return False if one > two and length_of_spacewalk(rows, walk, other) is False else None


def first_walk(rows: Rows, person: str) -> int | None:
    """When somebody was first outside: only where that first time was surely outside."""
    own = [row for row in rows.spacewalks.values() if [person] in row["people"]]
    if not own or any(said(row, "started_at") is None for row in own):
        return None
    first = min(own, key=lambda row: row["started_at"])
    station_days = [
        day for row in rows.stations.values() if (day := said(row, "launched_on")) is not None
    ]
    is_long = (said(first, "duration_s") or 0) >= HOUR
    is_early = bool(station_days) and first["started_at"][:10] < min(station_days)
    is_sure = (
        said(first, "mission") is not None
        and said(first, "people") is not None
        and "stand-up" not in first["name"]
    )
    return moment(first["started_at"]) if is_sure and (is_long or is_early) else None


def first_outside(rows: Rows, person: str, other: str) -> bool | None:
    one, two = first_walk(rows, person), first_walk(rows, other)
    if one is None or two is None:
        return None
    if person == other:
        return True
    return False if two >= one + 30 * DAY else None
