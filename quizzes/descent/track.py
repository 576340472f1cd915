"""A course as paths: numbers for SVG, which the page stretches to whatever room there is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from quizzes.descent.course import WIND, Course, Point

SIDE: Final = 1000
"""The room a track is drawn in is a square of so many units."""


@dataclass(frozen=True, slots=True)
class Track:
    """Paths of a course, and percentages for where the ship is, where it will come down and where
    the target is, of a room that reaches from the farthest that the wind can carry to the target.
    ``right``, ``partly`` and ``wrong`` are points: stretches without length, with round ends."""

    behind: str
    ahead: str
    right: str
    partly: str
    wrong: str
    x: float
    y: float
    landing_x: float


def track(course: Course) -> Track:
    """What to draw of a course."""
    reached = list(zip(course.grades, course.points[1:], strict=False))
    here = course.here
    return Track(
        behind=line(course.points),
        ahead=line([here, course.landing]) if here.down < 1 else "",
        right=dots([point for grade, point in reached if grade == 1]),
        partly=dots([point for grade, point in reached if grade is not None and 0 < grade < 1]),
        wrong=dots([point for grade, point in reached if grade == 0]),
        x=percent(across(here)),
        y=percent(here.down),
        landing_x=percent(across(course.landing)),
    )


def across(point: Point) -> float:
    """How far along the room a point is, from 0 to 1."""
    return (point.along + WIND) / (1 + WIND)


def percent(share: float) -> float:
    return round(100 * share, 1)


def units(point: Point) -> str:
    return f"{round(SIDE * across(point))} {round(SIDE * point.down)}"


def line(points: Sequence[Point]) -> str:
    return "M" + "L".join(map(units, points)) if len(points) > 1 else ""


def dots(points: Sequence[Point]) -> str:
    return "".join(f"M{units(point)}h0" for point in points)
