"""Draws the Earth with landings on it: a map of equal degrees."""

from typing import Final

from markupsafe import escape

from quizzes.figures.drawings.drawing import Pen
from quizzes.figures.drawings.labels import Box, Labels, around
from quizzes.figures.drawings.mapping import (
    PIN,
    circle,
    lettering,
    on_world,
    outline,
    place_of,
    svg,
    upon_land,
)
from quizzes.figures.specs import LandingMap

# In degrees, of which 360 are 256 px on the narrowest screen: letters of 11.4 px.
WORLD: Final = Box(0, 10, 360, 150)
INSET: Final = Box(2, 12, 358, 148)
LETTERS: Final = 16.0


def world(spec: LandingMap, pen: Pen, title: str) -> str:
    """All landings, the key with a pin. Of one whose point nobody tells, there is its name amid
    the region; the region itself is shown where that is the key."""
    land = [f'<use class="land" href="{escape(pen.land)}#land"/>']
    shown = sorted(spec.landings, key=lambda landing: not landing.is_key)
    places = [(landing, on_world(at)) for landing in shown if (at := place_of(landing))]
    symbols = [around(*at, PIN) for landing, at in places if landing.point is not None]
    if spec.own is not None:
        symbols.append(around(*on_world(spec.own), 2 * PIN))
    labels = Labels(INSET, LETTERS, symbols)
    pins, names = [], []
    for landing, at in places:
        if landing.is_key and landing.point is None:
            land = upon_land(landing.region, land, outline(landing.region))
        elif landing.point is not None:
            pins.append(pin(*at) if landing.is_key else circle(*at, PIN, "other"))
        radius = 2 * PIN if landing.is_key else PIN
        place = labels.place_key if landing.is_key else labels.place
        label = place(
            pen.say(landing.label), *at, radius=radius if landing.point is not None else None
        )
        names.append(lettering(label, LETTERS, "name key" if landing.is_key else "name"))
    if spec.own is not None:
        pins.append(circle(*on_world(spec.own), 2 * PIN, "own"))
    # The key is drawn last, so that nothing covers it.
    return svg(
        pen.figure_id, title, WORLD, "".join((*land, graticule(), *reversed(pins), *names)), "world"
    )


def pin(x: float, y: float) -> str:
    return circle(x, y, 2 * PIN, "ring") + circle(x, y, PIN, "pin")


def graticule() -> str:
    """Every thirtieth degree."""
    down = "".join(f"M{x} 0V180" for x in range(30, 360, 30))
    across = "".join(f"M0 {y}H360" for y in range(30, 180, 30))
    return f'<path class="grid" d="{down}{across}"/>'
