"""What maps are drawn with."""

from typing import Final

from markupsafe import escape

from quizzes.facts.shapes import Point
from quizzes.figures.chart import number
from quizzes.figures.labels import Box, Label

PIN: Final = 4.5


def svg(figure_id: str, title: str, frame: Box, content: str, kind: str) -> str:
    """A picture of its own, with its title."""
    name = f"{escape(figure_id)}-{kind}"
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
    return (
        f'<text class="{kind}" font-size="{number(size)}" x="{number(label.x)}" '
        f'y="{number(label.y)}" text-anchor="{label.anchor}">{escape(label.words)}</text>'
    )


def pin(x: float, y: float) -> str:
    """Where it came down."""
    return circle(x, y, 2 * PIN, "ring") + circle(x, y, PIN, "pin")


def on_world(point: Point) -> tuple[float, float]:
    """Degrees to the right of the date line, and below the pole: as in ``world.svg``."""
    lat, lon = point
    return (lon + 180) % 360, 90 - lat
