"""Draws the coasts around a landing that no town is near to, or the region that alone is known.

Degrees of longitude are as narrow as they are in the middle of the picture: so it is true there,
and a circle of so many kilometres a circle.
"""

from math import cos, floor, radians
from typing import Final

from markupsafe import escape

from quizzes.facts.region_shapes import SHAPES
from quizzes.facts.shapes import KM_PER_DEGREE, Point
from quizzes.figures.drawings.chart import number
from quizzes.figures.drawings.drawing import Pen
from quizzes.figures.drawings.labels import Labels, around
from quizzes.figures.drawings.mapping import (
    AROUND,
    FRAME,
    INSET,
    LETTERS,
    NORTH_BOX,
    PIN,
    PIN_HEAD,
    SCALE_BOX,
    circle,
    extent,
    lettering,
    on_world,
    outline,
    own_box,
    own_ring,
    pin_boxes,
    pin_in,
    place_of,
    scale_bar,
    svg,
    upon_land,
)
from quizzes.figures.specs import Landing, LandingMap
from quizzes.items.text import text

DEGREES_HIGH: Final = 36
WIDEST: Final = 30
"""A region of more degrees is seen well enough on the map of the Earth."""
MIDDLE: Final = (FRAME.right / 2, FRAME.bottom / 2)
DOWN: Final = FRAME.bottom / DEGREES_HIGH


def middle_of(key: Landing) -> Point | None:
    """The point to look at, if there is one to look closer at."""
    if key.point is not None or key.region not in SHAPES:
        return key.point
    middle, high, wide = extent(key.region)
    return middle if max(high, wide) <= WIDEST else None


class Window:
    """Where places stand in the picture around ``middle``."""

    def __init__(self, middle: Point) -> None:
        self.x, self.y = on_world(middle)
        self.across = DOWN * cos(radians(middle[0]))

    def at(self, point: Point) -> tuple[float, float]:
        x, y = on_world(point)
        east = (x - self.x + 180) % 360 - 180
        return MIDDLE[0] + east * self.across, MIDDLE[1] + (y - self.y) * DOWN

    @property
    def turns(self) -> tuple[int, ...]:
        """Where the map of the Earth is laid, so that there is land on both sides of the date
        line."""
        if self.x < 60:
            return (-360, 0)
        return (0, 360) if self.x > 300 else (0,)

    def moved(self, content: str) -> str:
        """What is drawn in degrees, seen through the window."""
        return (
            f'<g transform="translate({number(MIDDLE[0])} {number(MIDDLE[1])}) '
            f'scale({self.across:.4f} {DOWN:.4f}) translate({-self.x:.4f} {-self.y:.4f})">'
            f"{content}</g>"
        )

    def grid(self) -> str:
        """Every tenth degree."""
        left, top = floor(self.x / 10) * 10, floor(self.y / 10) * 10
        down = "".join(f"M{left + at} {top - 40}v90" for at in range(-80, 91, 10))
        across = "".join(f"M{left - 90} {top + at}h190" for at in range(-30, 41, 10))
        return f'<path class="grid" d="{down}{across}"/>'


def coasts(spec: LandingMap, key: Landing, middle: Point, pen: Pen) -> str:
    """The key and, where they are in the picture, the other landings."""
    window = Window(middle)
    land = [
        f'<use class="land" href="{escape(pen.land)}#land" x="{turn}"/>' for turn in window.turns
    ]
    if key.point is None:
        land = upon_land(key.region, land, outline(key.region, window.turns))
    others = [(other, window.at(at)) for other in spec.landings if (at := place_of(other))]
    seen = [
        (other, at) for other, at in others if other is not key and INSET.holds(around(*at, PIN))
    ]
    doubt = (key.good_to_km or 0) / KM_PER_DEGREE * DOWN
    points = [around(*at, PIN) for other, at in seen if other.point is not None]
    pin = pin_boxes(*MIDDLE, doubt) if key.point is not None else []
    own = window.at(spec.own) if spec.own is not None else None
    if own is not None and not INSET.holds(around(*own, PIN)):
        own = None
    rings = own_box(own) if own is not None else []
    labels = Labels(INSET, LETTERS, [SCALE_BOX, NORTH_BOX, *points, *pin, *rings])
    radius = max(PIN_HEAD, doubt) if key.point is not None else None
    name = labels.place_key(pen.say(key.label), *MIDDLE, radius=radius)
    parts = [window.moved("".join((*land, window.grid())))]
    for other, at in seen:
        is_point = other.point is not None
        label = labels.place(pen.say(other.label), *at, radius=PIN if is_point else None)
        parts.append(circle(*at, PIN, "other") if is_point else "")
        parts.append(lettering(label, LETTERS, "name"))
    if key.point is not None:
        parts.append(pin_in(*MIDDLE, doubt))
    parts += [lettering(name, LETTERS, "name key"), scale_bar(DOWN / KM_PER_DEGREE, pen)]
    if own is not None:
        parts.append(own_ring(own, labels, pen))
    title = pen.say(text(AROUND, mission=key.name))
    return svg(pen.figure_id, title, FRAME, "".join(parts), "near")
