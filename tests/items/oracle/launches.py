"""When flights launched, by the rows."""

from time import gmtime
from typing import Final

from tests.items.oracle.rows import Rows, link

DAY: Final = 24 * 60 * 60


def sure_year(rows: Rows, mission: str) -> int | None:
    """The year it was, a day before and a day after the launch too."""
    launched = rows.launched[mission]
    if launched is None:
        return None
    years = {gmtime(launched + day * DAY).tm_year for day in (-1, 0, 1)}
    return years.pop() if len(years) == 1 else None


def same_launch_year(rows: Rows, mission: str, other: str) -> bool | None:
    """In neighbouring years is too close to say."""
    one, two = sure_year(rows, mission), sure_year(rows, other)
    if one is None or two is None or abs(one - two) == 1:
        return None
    return one == two


def mission_of_person_in_year(rows: Rows, seat: str, mission: str) -> bool | None:
    """Another flight is wrong if it was in another year, or had a crew without that person."""
    asked = rows.seats[seat]
    own, person = link(asked["up"]), link(asked["person"])
    if mission == own:
        return True
    year, other = sure_year(rows, own), sure_year(rows, mission)
    in_another_year = None not in (year, other) and year != other
    without = rows.crew_is_complete(mission) and rows.seat_on(person, mission) is None
    return False if in_another_year or without else None


def launched_before(rows: Rows, mission: str, other: str) -> bool | None:
    """By thirty days at least; of one family, the names would tell."""
    one, two = rows.launched[mission], rows.launched[other]
    if one is None or two is None or rows.family(mission) == rows.family(other):
        return None
    if two >= one + 30 * DAY:
        return True
    return False if two <= one - 30 * DAY else None


def order_of_launches(rows: Rows, mission: str, other: str) -> bool | None:
    """A flight is asked about as the first: another is wrong where it came later."""
    if mission == other:
        return None if rows.launched[mission] is None else True
    return False if launched_before(rows, mission, other) else None
