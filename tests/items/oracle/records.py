"""Who was first, youngest, or flew most, by the rows."""

from time import gmtime, strftime
from typing import Final

from tests.items.oracle.agencies import flew_for
from tests.items.oracle.crews import orbital_flights
from tests.items.oracle.durations import DAY, alike, stay_length
from tests.items.oracle.rows import Rows, link, moment, said

MONTH: Final = 30 * DAY
LEAP_YEAR: Final = 366 * DAY


def clearly_less(one: int | None, other: int | None, gap: int) -> bool | None:
    """False, for a distractor, where ``other`` is more than ``one`` by the gap at least."""
    return None if one is None or other is None or other - one < gap else False


def age(rows: Rows, person: str) -> int | None:
    """From the day of birth to the day of the first launch into orbit, in seconds."""
    row, flights = rows.people[person], orbital_flights(rows, person)
    born = said(row, "born_on")
    if born is None or row.get("born_precision") != "day" or not flights:
        return None
    launched = rows.launched[flights[0]] or 0
    return launched // DAY * DAY - (moment(f"{born}T00:00:00Z") or 0)


def youngest_on_first_flight(rows: Rows, person: str, other: str) -> bool | None:
    own = age(rows, person)
    if person == other:
        return None if own is None else True
    return clearly_less(own, age(rows, other), LEAP_YEAR)


def oldest_on_first_flight(rows: Rows, person: str, other: str) -> bool | None:
    own = age(rows, person)
    if person == other:
        return None if own is None else True
    return clearly_less(age(rows, other), own, LEAP_YEAR)


def full_years(rows: Rows, person: str) -> int | None:
    """The age in full years, where it was the same a day before the launch and a day after."""
    flights = orbital_flights(rows, person)
    if age(rows, person) is None:
        return None
    launched = rows.launched[flights[0]] or 0
    birthday = rows.people[person]["born_on"][5:]
    days = [gmtime(launched + day * DAY) for day in (-1, 0, 1)]
    ages = {
        day.tm_year - int(rows.people[person]["born_on"][:4]) - (strftime("%m-%d", day) < birthday)
        for day in days
    }
    return ages.pop() if len(ages) == 1 else None


def age_on_first_flight(rows: Rows, person: str, other: str) -> bool | None:
    """Ages two years, and a tenth, apart are not the same."""
    one, two = full_years(rows, person), full_years(rows, other)
    if one is None or two is None or one == two:
        return None if one is None or two is None else True
    gap = abs(one - two)
    return False if gap >= 2 and 10 * gap >= max(one, two) else None


def began(rows: Rows, person: str) -> int | None:
    flights = orbital_flights(rows, person)
    return rows.launched[flights[0]] if flights else None


def first_into_orbit(rows: Rows, person: str, other: str) -> bool | None:
    own = began(rows, person)
    if person == other:
        return None if own is None else True
    return clearly_less(own, began(rows, other), MONTH)


def most_flights(rows: Rows, person: str, other: str) -> bool | None:
    own, others = orbital_flights(rows, person), orbital_flights(rows, other)
    if not own or not others:
        return None
    return True if person == other else clearly_less(len(others), len(own), 1)


def longest_stay(rows: Rows, person: str) -> int | None:
    """The longest of somebody's stays in orbit, where each is known."""
    flights = orbital_flights(rows, person)
    stays = [stay_length(rows, row) for row in rows.of[person] if link(row["up"]) in flights]
    known = [stay for stay in stays if stay is not None]
    return max(known) if known and len(known) == len(stays) else None


def longest_stay_of_person(rows: Rows, person: str, other: str) -> bool | None:
    own, others = longest_stay(rows, person), longest_stay(rows, other)
    if own is None or others is None:
        return None
    if person == other:
        return True
    return False if others < own and alike(own, others) is False else None


def began_for(rows: Rows, person: str, agency: str) -> int | None:
    """When somebody first reached orbit for an agency: whom they flew for before must be known,
    in orbit or not."""
    flights = orbital_flights(rows, person)
    number = {link(row["up"]): rows.missions[link(row["up"])]["number"] for row in rows.of[person]}
    for row in sorted(rows.of[person], key=lambda row: number[link(row["up"])]):
        flew = flew_for(rows, row, agency)
        if flew is not False:
            orbital = flew and link(row["up"]) in flights
            return rows.launched[link(row["up"])] if orbital else None
    return None


def first_for_agency(rows: Rows, person: str, other: str) -> bool | None:
    """Asked only of those who began for one space agency and no other."""
    agencies = {said(row, "agency") for row in rows.of[person]} - {None}
    own = [
        agency
        for agency in agencies
        if rows.agencies[agency]["kind"] == "space-agency" and began_for(rows, person, agency)
    ]
    if len(own) != 1:
        return None
    if person == other:
        return True
    return clearly_less(began_for(rows, person, own[0]), began_for(rows, other, own[0]), MONTH)
