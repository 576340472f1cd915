"""Draws the Earth with landings on it: a map of equal degrees."""

from typing import Final

from markupsafe import escape

from quizzes.facts.region_shapes import SHAPES
from quizzes.figures.chart import number
from quizzes.figures.drawing import Pen
from quizzes.figures.labels import Box, Labels, around
from quizzes.figures.mapping import PIN, circle, lettering, on_world, pin, svg
from quizzes.figures.specs import Landing, LandingMap

# In units of the drawing, which is 256 px wide on the narrowest screen: letters of 11.4 px.
WORLD: Final = Box(0, 10, 360, 150)
WORLD_LETTERS: Final = 16.0


def world(spec: LandingMap, pen: Pen, title: str) -> str:
    """All landings, the key with a pin and its name."""
    parts = [f'<use class="land" href="{escape(pen.land)}#land"/>', graticule()]
    parts += [
        outline(landing.region)
        for landing in spec.landings
        if landing.is_key and landing.point is None and landing.region in SHAPES
    ]
    shown = sorted(spec.landings, key=lambda landing: not landing.is_key)
    places = [(landing, place_of(landing)) for landing in shown]
    labels = Labels(
        Box(2, WORLD.top + 2, 358, WORLD.bottom - 2),
        WORLD_LETTERS,
        [around(*at, PIN) for _, at in places if at is not None],
    )
    pins, names = [], []
    for landing, at in places:
        if at is None:
            continue
        is_point = landing.point is not None
        if landing.is_key:
            pins.append(pin(*at) if is_point else "")
        elif is_point:
            pins.append(circle(*at, PIN, "other"))
        else:
            pins.append(circle(*at, PIN, "other vague"))
        kind = "name key" if landing.is_key else "name"
        radius = 2 * PIN if landing.is_key else PIN
        label = labels.place(pen.say(landing.label), *at, radius=radius if is_point else 0)
        names.append(lettering(label, WORLD_LETTERS, kind))
    if spec.own is not None:
        pins.append(circle(*on_world(spec.own), 2 * PIN, "own"))
    return svg(pen.figure_id, title, WORLD, "".join((*parts, *reversed(pins), *names)), "world")


def place_of(landing: Landing) -> tuple[float, float] | None:
    """Where a landing is told on the map of the Earth: at its point, or amid its region."""
    if landing.point is not None:
        return on_world(landing.point)
    if landing.region not in SHAPES:
        return None
    corners = SHAPES[landing.region].corners
    lats, lons = [lat for lat, _ in corners], [lon for _, lon in corners]
    return on_world(((min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2))


def graticule() -> str:
    """Every thirtieth degree."""
    down = "".join(f"M{x} 0V180" for x in range(30, 360, 30))
    across = "".join(f"M0 {y}H360" for y in range(30, 180, 30))
    return f'<path class="grid" d="{down}{across}"/>'


def outline(name: str) -> str:
    """A region, roughly, as the map is small. Where it goes beyond the date line, it goes on at
    the other side."""
    corners = SHAPES[name].corners
    turns = {
        0,
        *(-360 for _, lon in corners if lon > 180),
        *(360 for _, lon in corners if lon < -180),
    }
    return "".join(
        '<path class="region" d="M'
        + "L".join(f"{number(lon + 180 + turn)} {number(90 - lat)}" for lat, lon in corners)
        + 'z"/>'
        for turn in sorted(turns)
    )
