"""Where vehicles came down, by the rows; distances by vectors from the centre of the Earth."""

from math import atan2, cos, hypot, radians, sin
from typing import Final

from tests.items.oracle.rows import Row, Rows, said

WITHIN: Final = {"gulf-of-mexico": "north-atlantic-ocean"}
KILOMETRES_OFF: Final = {"stated": 10, "bearing": 40, "site": 50}


def region(rows: Rows, mission: str) -> str | None:
    name = said(rows.missions[mission], "landing_region")
    return None if name is None else name.lower().replace(" ", "-")


def same_region(one: str | None, other: str | None) -> bool | None:
    if one is None or other is None:
        return None
    if one == other:
        return True
    return None if WITHIN.get(one) == other or WITHIN.get(other) == one else False


def region_of_landing(rows: Rows, mission: str, asked: str) -> bool | None:
    return same_region(region(rows, mission), asked)


def mission_of_region(rows: Rows, mission: str, other: str) -> bool | None:
    if rows.landed[other] is None:
        return None
    return same_region(region(rows, mission), region(rows, other))


def vector(row: Row) -> tuple[float, float, float] | None:
    lat, lon = said(row, "lat"), said(row, "lon")
    if lat is None or lon is None:
        return None
    phi, lam = radians(lat), radians(lon)
    return cos(phi) * cos(lam), cos(phi) * sin(lam), sin(phi)


def kilometres(one: Row, other: Row) -> float | None:
    """The great circle between two rows' points."""
    a, b = vector(one), vector(other)
    if a is None or b is None:
        return None
    cross = (
        a[1] * b[2] - a[2] * b[1],
        a[2] * b[0] - a[0] * b[2],
        a[0] * b[1] - a[1] * b[0],
    )
    return 6371.0088 * atan2(hypot(*cross), sum(p * q for p, q in zip(a, b, strict=True)))


def nearest_town(rows: Rows, mission: str, town: str) -> bool | None:
    """The town that the landing is described by is right; another is wrong where it is farther
    by three tenths even if the point is as far off as it may be."""
    row = rows.missions[mission]
    named, off = said(row, "landing_town"), KILOMETRES_OFF.get(row.get("point_kind", ""))
    if named is None or off is None:
        return None
    near, far = kilometres(row, rows.sites[named]), kilometres(row, rows.sites[town])
    if near is None or far is None:
        return None
    if town == named:
        return True
    return False if far - off > 1.3 * (near + off) else None
