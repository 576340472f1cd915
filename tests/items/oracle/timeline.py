"""What came before, after, or at the same time, by the rows, in seconds since 1970."""

from typing import Final

from tests.items.oracle.rows import Row, Rows, link, said, was_aboard

DAY: Final = 24 * 60 * 60


def launched_between(rows: Rows, mission: str, other: str) -> bool | None:
    """Between the last flight of another programme to launch thirty days before ``mission``, and
    the first to launch thirty days after it; thirty days from either."""
    at, when = rows.launched[mission], rows.launched[other]
    if at is None or when is None:
        return None
    times = [
        rows.launched[flight] or 0
        for flight in rows.orbital
        if rows.family(flight) != rows.family(mission) and not rows.is_fatal(flight)
    ]
    first = max((time for time in times if time <= at - 30 * DAY), default=None)
    last = min((time for time in times if time >= at + 30 * DAY), default=None)
    if first is None or last is None:
        return None
    if first + 30 * DAY <= when <= last - 30 * DAY:
        return True
    return False if when <= first - 30 * DAY or when >= last + 30 * DAY else None


def stay(rows: Rows, seat: Row) -> tuple[int | None, int | None]:
    down = said(seat, "down")
    return rows.launched[link(seat["up"])], None if down is None else rows.landed[down]


def in_space_on_day(rows: Rows, seat: str, person: str) -> bool | None:
    """On the day that holds the middle of the stay."""
    up, down = stay(rows, rows.seats[seat])
    if up is None or down is None:
        return None
    middle = (up + down) // 2
    midnight = middle - middle % DAY
    return in_space(rows, person, midnight, midnight + DAY)


def in_space_with(rows: Rows, seat: str, person: str) -> bool | None:
    up, down = stay(rows, rows.seats[seat])
    return None if up is None or down is None else in_space(rows, person, up, down)


def in_space(rows: Rows, person: str, start: int, end: int) -> bool | None:
    """For a day of that time, at least; known not to have been, if two days away at least."""
    is_known = True
    for seat in rows.of[person]:
        up, down = stay(rows, seat)
        before = down is not None and down <= start - 2 * DAY
        after = up is not None and up >= end + 2 * DAY
        if not was_aboard(seat):
            is_known = False
        elif before or after:
            continue
        elif up is not None and down is not None and min(down, end) - max(up, start) >= DAY:
            return True
        else:
            is_known = False
    return False if is_known else None
