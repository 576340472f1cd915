"""Draws what is around a landing.

Places stand in their true distance and direction from it (the azimuthal equidistant projection),
so a circle of so many kilometres is a circle, as large as it is.
"""

from collections.abc import Sequence
from math import cos, floor, log10, radians, sin
from typing import Final

from markupsafe import escape

from quizzes.facts.geometry import distance_km
from quizzes.facts.shapes import KM_PER_DEGREE, Point, bearing_deg
from quizzes.figures.chart import number
from quizzes.figures.drawing import YOUR_CHOICE, Pen
from quizzes.figures.labels import Box, Label, Labels, around
from quizzes.figures.mapping import PIN, circle, lettering, line, on_world, svg
from quizzes.figures.specs import Landing, LandingMap, Town
from quizzes.items.text import Text, gettext_noop, text

# In units of the drawing, which is 256 px wide on the narrowest screen: letters of 11.5 px.
FRAME: Final = Box(0, 0, 300, 210)
LETTERS: Final = 13.5
TOWN: Final = 3.0
MARGIN: Final = 22

FARTHEST_TOWN_KM: Final = 600
"""A town farther off than this would make all others stand too close together."""
LEAST_AROUND_KM: Final = 60
DEGREES_HIGH: Final = 36
"""How much is seen around a landing without towns."""

AROUND: Final = gettext_noop("What is around the landing of {mission}")
KM: Final = gettext_noop("{km} km")
NORTH: Final = Text(gettext_noop("N"))


def region(spec: LandingMap, key: Landing, point: Point, pen: Pen) -> str:
    """The coasts around a landing that no town is near to."""
    middle_x, middle_y = (FRAME.left + FRAME.right) / 2, (FRAME.top + FRAME.bottom) / 2
    down = (FRAME.bottom - FRAME.top) / DEGREES_HIGH
    across = down * cos(radians(point[0]))
    x, y = on_world(point)
    land = "".join(
        f'<use class="land" href="{escape(pen.land)}#land" x="{turn}"/>' for turn in turns(x)
    )
    moved = (
        f'<g transform="translate({number(middle_x)} {number(middle_y)}) '
        f'scale({across:.4f} {down:.4f}) translate({-x:.4f} {-y:.4f})">{land}{tens(x, y)}</g>'
    )
    doubt = (key.good_to_km or 0) / KM_PER_DEGREE * down
    labels = Labels(inset(FRAME), LETTERS, [around(middle_x, middle_y, 2 * PIN)])
    name = labels.place(pen.say(key.label), middle_x, middle_y, radius=max(2 * PIN, doubt))
    parts = [
        moved, circle(middle_x, middle_y, doubt, "doubt"), circle(middle_x, middle_y, PIN, "pin"),
        lettering(name, LETTERS, "name key"), scale_bar(down / KM_PER_DEGREE, pen),
    ]  # fmt: skip
    if spec.own is not None:
        own_x, own_y = on_world(spec.own)
        beside = (own_x - x + 180) % 360 - 180
        at = (middle_x + beside * across, middle_y + (own_y - y) * down)
        parts.append(own_ring(at, labels, pen))
    title = pen.say(text(AROUND, mission=key.name))
    return svg(pen.figure_id, title, FRAME, "".join(parts), "near")


def turns(x: float) -> Sequence[int]:
    """How often, and where, the map of the Earth is laid so that there is land on both sides of
    the date line."""
    if x < 60:
        return (-360, 0)
    return (0, 360) if x > 300 else (0,)


def tens(x: float, y: float) -> str:
    """Every tenth degree around a place."""
    left, top = floor(x / 10) * 10, floor(y / 10) * 10
    down = "".join(f"M{left + at} {top - 40}v90" for at in range(-80, 91, 10))
    across = "".join(f"M{left - 90} {top + at}h190" for at in range(-30, 41, 10))
    return f'<path class="grid" d="{down}{across}"/>'


def inset(frame: Box) -> Box:
    return Box(frame.left + 3, frame.top + 3, frame.right - 3, frame.bottom - 3)


def towns_near(point: Point, towns: Sequence[Town]) -> list[Town]:
    """The towns that a map around the landing has room for, the nearest first."""
    near = [(distance_km(*point, *town.point), town) for town in towns]
    return [town for km, town in sorted(near, key=lambda pair: pair[0]) if km <= FARTHEST_TOWN_KM]


def from_landing(landing: Point, other: Point) -> tuple[float, float]:
    """Kilometres east and north, true in distance and direction."""
    km, bearing = distance_km(*landing, *other), radians(bearing_deg(landing, other))
    return km * sin(bearing), km * cos(bearing)


class Ground:
    """The map around a landing: how many units a kilometre is, and where the landing is."""

    def __init__(self, points: Sequence[tuple[float, float]]) -> None:
        """So that all of these fit (kilometres east and north of the landing)."""
        left, right = min(x for x, _ in points), max(x for x, _ in points)
        low, high = min(y for _, y in points), max(y for _, y in points)
        width = FRAME.right - FRAME.left - 2 * MARGIN
        height = FRAME.bottom - FRAME.top - 2 * MARGIN
        self.per_km = min(width / (right - left), height / (high - low))
        self.x = (FRAME.left + FRAME.right) / 2 - (left + right) / 2 * self.per_km
        self.y = (FRAME.top + FRAME.bottom) / 2 + (low + high) / 2 * self.per_km

    def at(self, east: float, north: float) -> tuple[float, float]:
        return self.x + east * self.per_km, self.y - north * self.per_km


def local(spec: LandingMap, key: Landing, point: Point, towns: Sequence[Town], pen: Pen) -> str:
    """The landing amid its towns."""
    places = [(town, from_landing(point, town.point)) for town in towns]
    least = max(LEAST_AROUND_KM, key.good_to_km or 0)
    own = from_landing(point, spec.own) if spec.own is not None else None
    is_own_near = own is not None and max(map(abs, own)) <= FARTHEST_TOWN_KM
    ground = Ground(
        [(-least, -least), (least, least), *(at for _, at in places)]
        + ([own] if own is not None and is_own_near else [])
    )
    x, y = ground.at(0, 0)
    step = round_km(80 / ground.per_km)
    rings = "".join(
        circle(x, y, ring * step * ground.per_km, "grid")
        for ring in range(1, floor(300 / (step * ground.per_km)) + 1)
    )
    spots = [(town, ground.at(*at)) for town, at in places]
    taken = [around(x, y, 2 * PIN), *(around(*at, TOWN) for _, at in spots), SCALE_BOX]
    labels = Labels(inset(FRAME), LETTERS, taken)
    nearest = next(((t, at) for t, at in spots if t.is_key), spots[0])
    way = line(x, y, *nearest[1], "way-from")
    name = lettering(labels.place(pen.say(key.label), x, y, radius=2 * PIN), LETTERS, "name key")
    km = round(distance_km(*point, *nearest[0].point))
    marks, names = [], []
    for town, at in sorted(spots, key=lambda spot: (spot is not nearest, not spot[0].is_key)):
        marks.append(square(*at))
        label = labels.place(pen.say(town.name), *at, radius=TOWN)
        names.append(lettering(label, LETTERS, "name"))
    half_x, half_y = (x + nearest[1][0]) / 2, (y + nearest[1][1]) / 2
    length = labels.place(pen.say(text(KM, km=km)), half_x, half_y, radius=0)
    parts = [
        rings, way, circle(x, y, (key.good_to_km or 0) * ground.per_km, "doubt"), *marks,
        circle(x, y, PIN, "pin"), name, *names, lettering(length, LETTERS, "value"),
        scale_bar(ground.per_km, pen, step),
    ]  # fmt: skip
    if own is not None and is_own_near:
        parts.append(own_ring(ground.at(*own), labels, pen))
    title = pen.say(text(AROUND, mission=key.name))
    return svg(pen.figure_id, title, FRAME, "".join(parts), "near")


def own_ring(at: tuple[float, float], labels: Labels, pen: Pen) -> str:
    label = labels.place(pen.say(YOUR_CHOICE), *at, radius=2 * PIN)
    return circle(*at, 2 * PIN, "own") + lettering(label, LETTERS, "name")


def square(x: float, y: float) -> str:
    left, top = number(x - TOWN), number(y - TOWN)
    side = number(2 * TOWN)
    return f'<rect class="town" x="{left}" y="{top}" width="{side}" height="{side}"/>'


SCALE_BOX: Final = Box(FRAME.left + 6, FRAME.bottom - 26, FRAME.left + 120, FRAME.bottom)


def round_km(most: float) -> int:
    """The greatest of 1, 2, 5, 10, 20, 50... that is not more."""
    power: float = 10.0 ** floor(log10(most))
    return max(1, round(next(step for step in (5, 2, 1) if step * power <= most) * power))


def scale_bar(per_km: float, pen: Pen, km: int | None = None) -> str:
    """How long so many kilometres are, and where the north is."""
    km = round_km(80 / per_km) if km is None else km
    left, y = FRAME.left + 10, FRAME.bottom - 10
    right = left + km * per_km
    bar = f"M{left} {y - 4}v4H{number(right)}v-4"
    words = Label(pen.say(text(KM, km=km)), right + 6, y, "start")
    north = Label(pen.say(NORTH), FRAME.right - 14, FRAME.top + 28, "middle")
    arrow = f"M{FRAME.right - 14} {FRAME.top + 6}l4 8h-8z"
    return (
        f'<path class="scale" d="{bar}"/><path class="north" d="{arrow}"/>'
        f"{lettering(words, LETTERS, 'value')}{lettering(north, LETTERS, 'value')}"
    )
