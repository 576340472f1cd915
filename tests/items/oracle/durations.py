"""How long flights and stays lasted, by the rows, in whole seconds."""

from typing import Final

from tests.items.oracle.rows import Row, Rows, link, said

MINUTE: Final = 60
HOUR: Final = 60 * MINUTE
DAY: Final = 24 * HOUR


def agreed(stated: int | None, start: int | None, end: int | None) -> int | None:
    """A length that its own figure and the times of start and end tell alike, to ten minutes."""
    if stated is None or start is None or end is None:
        return None
    return end - start if abs(end - start - stated) <= 10 * MINUTE else None


def flight_length(rows: Rows, mission: str) -> int | None:
    stated = said(rows.missions[mission], "duration_s")
    return agreed(stated, rows.launched[mission], rows.landed[mission])


def stay_length(rows: Rows, seat: Row) -> int | None:
    down = said(seat, "down")
    landed = rows.landed[down] if down is not None else None
    return agreed(said(seat, "stay_s"), rows.launched[link(seat["up"])], landed)


def unit_of(seconds: int) -> int:
    if seconds >= 2 * DAY:
        return DAY
    return HOUR if seconds >= 4 * HOUR else MINUTE


def shown(seconds: int, unit: int) -> int:
    """Whole units, halves rounded up."""
    return (2 * seconds + unit) // (2 * unit)


def alike(one: int | None, other: int | None) -> bool | None:
    """Whether two lengths read the same; known not to where they are two units, and a tenth of
    the longer, apart."""
    if one is None or other is None:
        return None
    unit = unit_of(one)
    first, second = shown(one, unit), shown(other, unit)
    if first == second:
        return True
    gap = abs(first - second)
    return False if gap >= 2 and 10 * gap >= max(first, second) else None


def length_of_stay(rows: Rows, seat: str, other: str) -> bool | None:
    return alike(stay_length(rows, rows.seats[seat]), stay_length(rows, rows.seats[other]))


def length_of_mission(rows: Rows, mission: str, other: str) -> bool | None:
    return alike(flight_length(rows, mission), flight_length(rows, other))


def longest_mission(rows: Rows, mission: str, other: str) -> bool | None:
    """A flight is asked about as the longest: any other is wrong where it is clearly shorter."""
    one, two = flight_length(rows, mission), flight_length(rows, other)
    if one is None:
        return None
    if mission == other:
        return True
    if two is None or two > one or not said(rows.missions[other], "crew_up"):
        return None
    return False if alike(one, two) is False else None


def person_of_stay(rows: Rows, seat: str, person: str) -> bool | None:
    if not rows.flights_are_complete(person):
        return None
    verdicts = {ended_alike(rows, rows.seats[seat], own) for own in rows.of[person]}
    if True in verdicts:
        return True
    return None if None in verdicts else False


def ended_alike(rows: Rows, asked: Row, other: Row) -> bool | None:
    """Whether a stay ended on the same day (UTC) after as long. On the day before or after, it
    may be the same day somewhere: then only the length can tell them apart."""
    length = stay_length(rows, asked)
    if length is None:
        return None
    landed = rows.landed[said(asked, "down")] or 0
    down = said(other, "down")
    other_landed = rows.landed[down] if down is not None else None
    if other_landed is None:
        launched = rows.launched[link(other["up"])]
        return False if launched is not None and launched > landed else None
    days_apart = abs(other_landed // DAY - landed // DAY)
    if days_apart > 1:
        return False
    same = alike(length, stay_length(rows, other))
    return None if same and days_apart else same
