"""Rough shapes on the Earth: whether a point lies in one, and how far outside."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import atan2, cos, degrees, hypot, radians, sin
from typing import Final, TypeAlias

from quizzes.facts.geometry import EARTH_RADIUS_KM

Point: TypeAlias = tuple[float, float]
"""Degrees north, degrees east."""

KM_PER_DEGREE: Final = radians(1) * EARTH_RADIUS_KM


@dataclass(frozen=True, slots=True)
class Shape:
    """A polygon, closed by going back to its first corner. Its sides are straight on a map of
    equal degrees. Longitudes run on beyond 180 where it crosses the date line.

    ``good_to_km``: how far its sides may be from the border or coast that they stand for.
    """

    corners: Sequence[Point]
    good_to_km: float

    def km_outside(self, point: Point) -> float:
        """Kilometres from ``point`` to the shape; 0 inside."""
        return min(self._km_outside((point[0], point[1] + turn)) for turn in (-360, 0, 360))

    def _km_outside(self, point: Point) -> float:
        sides = list(pairwise((*self.corners, self.corners[0])))
        # Inside, a ray to the east crosses the sides an odd number of times.
        if sum(is_crossed(point, *side) for side in sides) % 2:
            return 0.0
        return min(km_to_side(point, *side) for side in sides)


def is_crossed(point: Point, start: Point, end: Point) -> bool:
    """Whether a ray from ``point`` to the east crosses the side."""
    lat, lon = point
    if (start[0] > lat) == (end[0] > lat):
        return False
    return lon < start[1] + (lat - start[0]) * (end[1] - start[1]) / (end[0] - start[0])


def km_to_side(point: Point, start: Point, end: Point) -> float:
    """Kilometres from ``point`` to the nearest point of a side, on a map that is true around
    ``point``: good to a few percent within some hundred kilometres, which is all it is used for.
    """

    def flat(corner: Point) -> tuple[float, float]:
        north = (corner[0] - point[0]) * KM_PER_DEGREE
        east = (corner[1] - point[1]) * KM_PER_DEGREE * cos(radians(point[0]))
        return north, east

    (north, east), (north_end, east_end) = flat(start), flat(end)
    along = (north_end - north, east_end - east)
    length = along[0] ** 2 + along[1] ** 2
    share = -(north * along[0] + east * along[1]) / length if length else 0.0
    share = min(1.0, max(0.0, share))
    return hypot(north + share * along[0], east + share * along[1])


def bearing_deg(start: Point, end: Point) -> float:
    """The direction in which a great circle leaves ``start`` for ``end``: degrees clockwise from
    north, from 0 to 360."""
    lat1, lon1, lat2, lon2 = map(radians, (*start, *end))
    east = sin(lon2 - lon1) * cos(lat2)
    north = cos(lat1) * sin(lat2) - sin(lat1) * cos(lat2) * cos(lon2 - lon1)
    return degrees(atan2(east, north)) % 360
