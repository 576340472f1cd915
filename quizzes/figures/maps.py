"""Draws landings: on the whole Earth, and what is around the one asked about."""

from typing import Final

from quizzes.facts.geometry import distance_km
from quizzes.figures.drawing import Drawing, Pen, Twin, TwinRow, drawn
from quizzes.figures.earth import world
from quizzes.figures.specs import Landing, LandingMap
from quizzes.figures.surroundings import local, region, towns_near
from quizzes.items.text import Text, gettext_noop, text

FLIGHT: Final = Text(gettext_noop("Flight or town"))
PLACE: Final = Text(gettext_noop("Place"))
FROM_LANDING: Final = gettext_noop("{km} km from the landing")
GOOD_TO: Final = gettext_noop("The point is good to about {km} km: as wide as the circle.")


def draw_map(spec: LandingMap, pen: Pen) -> Drawing:
    """The Earth, and beside it what is around the landing that is the key."""
    title = pen.say(spec.title)
    pictures = [world(spec, pen, title)]
    key = next((landing for landing in spec.landings if landing.is_key), spec.landings[0])
    remarks = [spec.remark]
    if key.point is not None:
        towns = towns_near(key.point, spec.towns)
        pictures.append(
            local(spec, key, key.point, towns, pen) if towns else region(spec, key, key.point, pen)
        )
        if key.good_to_km is not None:
            remarks.append(text(GOOD_TO, km=key.good_to_km))
    caption = " ".join(filter(None, (title, *map(pen.say, remarks))))
    twin = Twin(caption, (pen.say(FLIGHT), pen.say(PLACE)), tuple(told(spec, key, pen)))
    return drawn("landing-map", "".join(pictures), title, twin)


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
