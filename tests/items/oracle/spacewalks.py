"""Who went outside, by the rows."""

from typing import Final

from tests.items.oracle.rows import Rows, link, moment, said, slugs, was_aboard

DAY: Final = 24 * 60 * 60


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
