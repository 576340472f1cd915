"""Draws landings: on the whole Earth, and what is around the one asked about."""

from typing import Final

from quizzes.facts.geometry import distance_km
from quizzes.figures.drawings.coasts import coasts, middle_of
from quizzes.figures.drawings.drawing import Drawing, Pen, TwinRow, drawn, twin
from quizzes.figures.drawings.earth import world
from quizzes.figures.drawings.ground import ground, towns_near
from quizzes.figures.specs import Landing, LandingMap
from quizzes.items.text import Text, gettext_noop, text

FLIGHT: Final = Text(gettext_noop("Flight or town"))
PLACE: Final = Text(gettext_noop("Place"))
FROM_LANDING: Final = gettext_noop("{km} km from the landing")
GOOD_TO: Final = gettext_noop("The point is good to about {km} km.")


def draw_map(spec: LandingMap, pen: Pen) -> Drawing:
    """The Earth, and beside it what is around the landing that is the key."""
    title = pen.say(spec.title)
    pictures = [world(spec, pen, title)]
    key = next((landing for landing in spec.landings if landing.is_key), spec.landings[0])
    towns = towns_near(key.point, spec.towns) if key.point is not None else []
    middle = middle_of(key)
    if key.point is not None and towns:
        pictures.append(ground(spec, key, key.point, towns, pen))
    elif middle is not None:
        pictures.append(coasts(spec, key, middle, pen))
    remark = text(GOOD_TO, km=key.good_to_km) if key.good_to_km is not None else spec.remark
    table = twin(
        pen.caption(spec.title, remark),
        (pen.say(FLIGHT), pen.say(PLACE)),
        tuple(told(spec, key, pen)),
    )
    return drawn("landing-map", "".join(pictures), title, table)


def told(spec: LandingMap, key: Landing, pen: Pen) -> list[TwinRow]:
    """The landings, and how far from the key the towns are."""
    rows = [
        pen.twin_row((pen.say(one.name), pen.say(one.place)), one.option, is_key=one.is_key)
        for one in spec.landings
    ]
    if key.point is not None:
        for town in spec.towns:
            km = round(distance_km(*key.point, *town.point))
            cells = (pen.say(town.name), pen.say(text(FROM_LANDING, km=km)))
            rows.append(pen.twin_row(cells, town.option, is_key=town.is_key))
    return rows
