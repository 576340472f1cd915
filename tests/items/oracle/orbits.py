"""How many times flights went round the Earth, by the rows."""

from tests.items.oracle.rows import Rows, said


def counted(rows: Rows, mission: str) -> tuple[int, str] | None:
    """A whole number of two at least, and how it was counted."""
    row = rows.missions[mission]
    orbits, convention = said(row, "orbits"), row.get("orbits_convention")
    if orbits is None or not convention or orbits % 1 or orbits < 2:
        return None
    return round(orbits), convention


def apart(one: int, other: int) -> bool:
    """By two, and by a tenth of the larger."""
    gap = abs(one - other)
    return gap >= 2 and 10 * gap >= max(one, other)


def same_orbits(rows: Rows, mission: str, other: str) -> bool | None:
    one, two = counted(rows, mission), counted(rows, other)
    if one is None or two is None or one[1] != two[1]:
        return None
    if one == two:
        return True
    return False if apart(one[0], two[0]) else None


def most_orbits(rows: Rows, mission: str, other: str) -> bool | None:
    """A flight is asked about as the one with the most: another is wrong where it has fewer."""
    one, two = counted(rows, mission), counted(rows, other)
    if one is None or mission == other:
        return True if one else None
    return False if two and two < one and same_orbits(rows, mission, other) is False else None
