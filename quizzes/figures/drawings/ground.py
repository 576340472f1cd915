"""Draws the towns around a landing.

Places stand in their true distance and direction from it (the azimuthal equidistant projection),
so a circle of so many kilometres is a circle, as large as it is.
"""

from collections.abc import Sequence
from math import cos, floor, radians, sin
from typing import Final

from quizzes.facts.geometry import distance_km
from quizzes.facts.shapes import Point, bearing_deg
from quizzes.figures.drawings.chart import number
from quizzes.figures.drawings.drawing import Pen
from quizzes.figures.drawings.labels import Labels, around
from quizzes.figures.drawings.mapping import (
    AROUND,
    FRAME,
    INSET,
    LETTERS,
    NORTH_BOX,
    PIN_HEAD,
    SCALE_BOX,
    SCALE_UNITS,
    circle,
    lettering,
    line,
    own_box,
    own_ring,
    pin_boxes,
    pin_in,
    round_km,
    scale_bar,
    svg,
)
from quizzes.figures.specs import Landing, LandingMap, Town
from quizzes.items.text import gettext_noop, text

TOWN: Final = 3.0
MARGIN: Final = 24
FOOT: Final = 34
"""More of a margin, for the scale."""

FARTHEST_TOWN_KM: Final = 600
"""A town farther off than this would make all others stand too close together."""
LEAST_AROUND_KM: Final = 60

SO_FAR: Final = gettext_noop("{town}, {km} km")


def towns_near(point: Point, towns: Sequence[Town]) -> list[Town]:
    """The towns that a map around the landing has room for, the nearest first."""
    near = [(distance_km(*point, *town.point), town) for town in towns]
    return [town for km, town in sorted(near, key=lambda pair: pair[0]) if km <= FARTHEST_TOWN_KM]


def from_landing(landing: Point, other: Point) -> tuple[float, float]:
    """Kilometres east and north, true in distance and direction."""
    km, bearing = distance_km(*landing, *other), radians(bearing_deg(landing, other))
    return km * sin(bearing), km * cos(bearing)


class Ground:
    """How many units a kilometre is, and where the landing is, so that some places fit that are
    given in kilometres east and north of it."""

    def __init__(self, places: Sequence[tuple[float, float]]) -> None:
        left, right = min(x for x, _ in places), max(x for x, _ in places)
        low, high = min(y for _, y in places), max(y for _, y in places)
        width = FRAME.right - FRAME.left - 2 * MARGIN
        height = FRAME.bottom - FRAME.top - MARGIN - FOOT
        self.per_km = min(width / (right - left), height / (high - low))
        self.x = (FRAME.left + FRAME.right) / 2 - (left + right) / 2 * self.per_km
        self.y = (FRAME.top + MARGIN + FRAME.bottom - FOOT) / 2 + (low + high) / 2 * self.per_km

    def at(self, east: float, north: float) -> tuple[float, float]:
        return self.x + east * self.per_km, self.y - north * self.per_km

    def rings(self) -> str:
        """Around the landing, each farther than the one within it by the length of the scale."""
        step = round_km(SCALE_UNITS / self.per_km) * self.per_km
        return "".join(
            circle(self.x, self.y, at * step, "grid") for at in range(1, floor(300 / step) + 1)
        )


def ground(spec: LandingMap, key: Landing, point: Point, towns: Sequence[Town], pen: Pen) -> str:
    """The landing amid its towns, of which there is one at least. A line leads to the one that it
    is told from, else to the nearest, with how far that is."""
    places = [(town, from_landing(point, town.point)) for town in towns]
    own = from_landing(point, spec.own) if spec.own is not None else None
    if own is not None and max(map(abs, own)) > FARTHEST_TOWN_KM:
        own = None
    least = max(LEAST_AROUND_KM, key.good_to_km or 0)
    corners = [(-least, -least), (least, least), *([own] if own is not None else [])]
    land = Ground([*corners, *(at for _, at in places)])
    doubt = (key.good_to_km or 0) * land.per_km
    spots = [(town, land.at(*at)) for town, at in places]
    told_from, told_at = next(((town, at) for town, at in spots if town.is_key), spots[0])
    symbols = [around(*at, TOWN) for _, at in spots]
    pin = pin_boxes(land.x, land.y, doubt)
    way = [around(x, y, 1) for x, y in along((land.x, land.y), told_at)]
    rings = own_box(land.at(*own)) if own is not None else []
    labels = Labels(INSET, LETTERS, [*pin, *way, *symbols, *rings, SCALE_BOX, NORTH_BOX])
    name = labels.place_key(pen.say(key.label), land.x, land.y, radius=max(PIN_HEAD, doubt))
    km = round(distance_km(*point, *told_from.point))
    far = text(SO_FAR, town=told_from.name, km=km)
    marks, names = [], [lettering(name, LETTERS, "name key")]
    for town, at in sorted(spots, key=lambda spot: spot[0] is not told_from):
        label = labels.place(pen.say(far), *at, radius=TOWN) if town is told_from else None
        label = label or labels.place(pen.say(town.name), *at, radius=TOWN)
        marks.append(square(*at))
        names.append(lettering(label, LETTERS, "name"))
    parts = [
        land.rings(), line(land.x, land.y, *told_at, "way-from"), *marks,
        pin_in(land.x, land.y, doubt), *names, scale_bar(land.per_km, pen),
    ]  # fmt: skip
    if own is not None:
        parts.append(own_ring(land.at(*own), labels, pen))
    title = pen.say(text(AROUND, mission=key.name))
    return svg(pen.figure_id, title, FRAME, "".join(parts), "near ground")


def along(start: tuple[float, float], end: tuple[float, float]) -> list[tuple[float, float]]:
    """Places on the way, so that no label is put upon it."""
    (x1, y1), (x2, y2) = start, end
    return [(x1 + at / 10 * (x2 - x1), y1 + at / 10 * (y2 - y1)) for at in range(1, 9)]


def square(x: float, y: float) -> str:
    left, top, side = number(x - TOWN), number(y - TOWN), number(2 * TOWN)
    return f'<rect class="town" x="{left}" y="{top}" width="{side}" height="{side}"/>'
