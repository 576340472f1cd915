"""From where flights launched, by the rows."""

from math import acos, cos, radians, sin
from typing import Final

from tests.items.oracle.rows import Row, Rows, said

EARTH_KM: Final = 6371


def launch_site_of_mission(rows: Rows, mission: str, site: str) -> bool | None:
    """Of a site within 300 km of the own one, it is not told."""
    own = said(rows.missions[mission], "launch_site")
    if own is None or own == site:
        return None if own is None else True
    one, other = point(rows.sites[own]), point(rows.sites[site])
    return False if one and other and arc_km(one, other) >= 300 else None


def point(site: Row) -> tuple[float, float] | None:
    lat, lon = said(site, "lat"), said(site, "lon")
    return None if lat is None or lon is None else (radians(lat), radians(lon))


def arc_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Along the great circle, by the cosine rule."""
    cosine = sin(one[0]) * sin(other[0]) + cos(one[0]) * cos(other[0]) * cos(one[1] - other[1])
    return EARTH_KM * acos(min(1.0, cosine))
