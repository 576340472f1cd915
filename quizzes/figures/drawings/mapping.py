"""What maps are drawn with."""

from collections.abc import Sequence
from math import floor, log10
from typing import Final

from markupsafe import escape

from quizzes.facts.region_shapes import SHAPES
from quizzes.facts.regions import REGIONS, Surface
from quizzes.facts.shapes import Point
from quizzes.figures.drawings.chart import number
from quizzes.figures.drawings.drawing import YOUR_CHOICE, Pen
from quizzes.figures.drawings.labels import LINE, Box, Label, Labels, around
from quizzes.figures.specs import Landing
from quizzes.items.text import Text, gettext_noop, text

PIN: Final = 4.5
PIN_HEAD: Final = 5.5
PIN_HEIGHT: Final = 17.0
SCALE_UNITS: Final = 80
"""How long the bar of the scale is at most."""

# What is around a landing, in units of which 300 are 256 px on the narrowest screen: letters of
# 11.5 px.
FRAME: Final = Box(0, 0, 300, 210)
INSET: Final = Box(3, 3, 297, 207)
LETTERS: Final = 13.5
SCALE_BOX: Final = Box(6, 184, 150, 210)
NORTH_BOX: Final = Box(276, 0, 300, 34)

AROUND: Final = gettext_noop("What is around the landing of {mission}")
KM: Final = gettext_noop("{km} km")
NORTH: Final = Text(gettext_noop("N"))


def svg(figure_id: str, title: str, frame: Box, content: str, kind: str) -> str:
    """A picture of its own, with its title."""
    name = f"{escape(figure_id)}-{kind.split()[0]}"
    width, height = frame.right - frame.left, frame.bottom - frame.top
    box = " ".join(map(number, (frame.left, frame.top, width, height)))
    return (
        f'<svg class="map {kind}" role="img" aria-labelledby="{name}" viewBox="{box}">'
        f'<title id="{name}">{escape(title)}</title>'
        f'<rect class="sea" x="{number(frame.left)}" y="{number(frame.top)}" '
        f'width="{number(width)}" height="{number(height)}"/>{content}</svg>'
    )


def circle(x: float, y: float, radius: float, kind: str) -> str:
    return f'<circle class="{kind}" cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"/>'


def line(x1: float, y1: float, x2: float, y2: float, kind: str) -> str:
    return f'<path class="{kind}" d="M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}"/>'


def lettering(label: Label | None, size: float, kind: str) -> str:
    if label is None:
        return ""
    x, (first, *more) = number(label.x), label.words.split("\n")
    below = "".join(f'<tspan x="{x}" dy="{LINE}em">{escape(line)}</tspan>' for line in more)
    return (
        f'<text class="{kind}" font-size="{number(size)}" x="{x}" '
        f'y="{number(label.y)}" text-anchor="{label.anchor}">{escape(first)}{below}</text>'
    )


def pin_in(x: float, y: float, doubt: float) -> str:
    """A pin that is stuck in where it came down, and around its point a circle as wide as that is
    in doubt."""
    return (
        circle(x, y, doubt, "doubt")
        + f'<path class="pin" d="M{number(x)} {number(y)}'
        + 'c-1.5-5-5.5-7-5.5-11.5a5.5 5.5 0 0 1 11 0c0 4.5-4 6.5-5.5 11.5z"/>'
    )


def pin_boxes(x: float, y: float, doubt: float) -> list[Box]:
    """What of the picture a pin takes."""
    head = Box(x - PIN_HEAD, y - PIN_HEIGHT, x + PIN_HEAD, y)
    return [head, Box(x - doubt, y - doubt, x + doubt, y + doubt)]


def own_box(at: tuple[float, float]) -> list[Box]:
    """What the ring takes of the picture."""
    return [around(*at, 2 * PIN)]


def own_ring(at: tuple[float, float], labels: Labels, pen: Pen) -> str:
    """What the reader had taken it for."""
    label = labels.place(pen.say(YOUR_CHOICE), *at, radius=2 * PIN)
    return circle(*at, 2 * PIN, "own") + lettering(label, LETTERS, "name")


def on_world(point: Point) -> tuple[float, float]:
    """Degrees to the right of the date line, and below the pole: as in ``world.svg``."""
    lat, lon = point
    return (lon + 180) % 360, 90 - lat


def outline(name: str, turns: Sequence[int] = (-360, 0, 360)) -> str:
    """A region, roughly, on the map of the Earth, laid beside itself by ``turns``."""
    corners = SHAPES[name].corners
    return "".join(
        '<path class="region" d="M'
        + "L".join(f"{number(lon + 180 + turn)} {number(90 - lat)}" for lat, lon in corners)
        + 'z"/>'
        for turn in turns
    )


def upon_land(name: str, land: list[str], region: str) -> list[str]:
    """The land with a region upon it, or beneath it where that is a sea: so it has its coasts."""
    is_sea = name in REGIONS and REGIONS[name].surface is Surface.SEA
    return [region, *land] if is_sea else [*land, region]


def extent(name: str) -> tuple[Point, float, float]:
    """The middle of a region, and how many degrees it measures from south to north and from west
    to east."""
    corners = SHAPES[name].corners
    lats, lons = [lat for lat, _ in corners], [lon for _, lon in corners]
    middle = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
    return middle, max(lats) - min(lats), max(lons) - min(lons)


def place_of(landing: Landing) -> Point | None:
    """The point of a landing, else the middle of its region."""
    if landing.point is not None or landing.region not in SHAPES:
        return landing.point
    return extent(landing.region)[0]


def round_km(most: float) -> int:
    """The greatest of 1, 2, 5, 10, 20, 50... that is not more."""
    power: float = 10.0 ** floor(log10(most))
    return max(1, round(next(step for step in (5, 2, 1) if step * power <= most) * power))


def scale_bar(per_km: float, pen: Pen) -> str:
    """How long so many kilometres are, and where the north is."""
    km = round_km(SCALE_UNITS / per_km)
    left, y = FRAME.left + 10, FRAME.bottom - 10
    right = left + km * per_km
    bar = f"M{number(left)} {number(y - 4)}v4H{number(right)}v-4"
    words = Label(pen.say(text(KM, km=km)), right + 6, y, "start")
    north = Label(pen.say(NORTH), FRAME.right - 14, FRAME.top + 28, "middle")
    arrow = f"M{number(FRAME.right - 14)} {number(FRAME.top + 6)}l4 8h-8z"
    return (
        f'<path class="scale" d="{bar}"/><path class="north" d="{arrow}"/>'
        f"{lettering(words, LETTERS, 'value')}{lettering(north, LETTERS, 'value')}"
    )
