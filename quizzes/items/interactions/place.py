"""Place: a pin on the map, or one of a few regions instead.

The value is ``{"lat": …, "lon": …}`` in degrees, or the index of an option. Credit for a pin: full
within what a hand can do on a small map, beside what the fact is good to; from there it falls in a
straight line. ``docs/interactions.md`` gives the reasons.
"""

import re
from collections.abc import Sequence
from math import isfinite
from typing import Final, cast

from quizzes.facts.geometry import distance_km
from quizzes.items.interactions.base import (
    Again,
    Given,
    Problem,
    Raw,
    Row,
    Sample,
    index_of,
    is_index,
    option_rows,
    single,
)
from quizzes.items.item import Item, Point
from quizzes.items.text import Json, Text, gettext_noop, text

HAND_KM: Final = 250
"""So far off is a steady finger on a map of the world that is as wide as a phone."""
NO_CREDIT_KM: Final = 2_500
"""Farther off, it is another part of the world."""
LONGEST: Final = 24
DEGREES: Final = re.compile(r"[+-]?[0-9]+(\.[0-9]*)?(e[+-]?[0-9]+)?")


def tokens(item: Item) -> int:
    return len(item.options)


def read(raw: Raw, item: Item, tokens: Sequence[str]) -> Given | Again:
    """The pin in the fields ``lat`` and ``lon``; else the region that ``option`` picks."""
    lat, lon, token = single(raw, "lat"), single(raw, "lon"), single(raw, "option")
    if lat is None or lon is None or token is None:
        return Again(Problem.MORE_THAN_ONE)
    if token:
        index = index_of(token, tokens)
        return Again(Problem.NOT_AN_OPTION) if index is None else Given(index)
    if not lat and not lon:
        return Again(Problem.NOTHING_CHOSEN)
    return pin(degrees(lat), degrees(lon))


def degrees(written: str) -> float | None:
    """A number of degrees, with a point or a comma, as people and scripts write it."""
    plain = written.strip().replace("−", "-").replace(",", ".")
    return float(plain) if len(plain) <= LONGEST and DEGREES.fullmatch(plain) else None


def pin(lat: float | None, lon: float | None) -> Given | Again:
    """A pin, to the hundredth of a degree: closer than any hand."""
    if lat is None or lon is None or not (isfinite(lat) and isfinite(lon)):
        return Again(Problem.NOT_ON_EARTH)
    if abs(lat) > 90 or abs(lon) > 180:
        return Again(Problem.NOT_ON_EARTH)
    return Given({"lat": round(lat, 2), "lon": round(lon, 2)})


def check(value: Json, item: Item) -> Given | Again:
    """An object with ``lat`` and ``lon``, or the index of an option."""
    if not isinstance(value, dict):
        return Given(value) if is_index(value, len(item.options)) else Again(Problem.NOT_AN_OPTION)
    lat, lon = value.get("lat"), value.get("lon")
    for part in (lat, lon):
        if isinstance(part, bool) or not isinstance(part, int | float) or abs(part) > 180:
            return Again(Problem.NOT_ON_EARTH)
    return pin(float(cast(float, lat)), float(cast(float, lon)))


def off_km(item: Item, value: Json) -> float:
    """How far a pin is from the point."""
    point, given = cast(Point, item.point), cast("dict[str, float]", value)
    return distance_km(given["lat"], given["lon"], point.lat, point.lon)


def grade(item: Item, value: Json) -> float:
    """Of a region: 1 for the key. Of a pin: by its distance."""
    if isinstance(value, int):
        return 1.0 if item.options[value].is_key else 0.0
    full_km = HAND_KM + cast(Point, item.point).precision_km
    off = off_km(item, value)
    if off <= full_km:
        return 1.0
    return 0.0 if off >= NO_CREDIT_KM else (NO_CREDIT_KM - off) / (NO_CREDIT_KM - full_km)


def luck(item: Item) -> float:
    return 1 / len(item.options)


def said(item: Item, value: Json) -> Text:
    if isinstance(value, int):
        return item.options[value].text
    return text(gettext_noop("a place {km} km from it"), km=whole_km(off_km(item, value)))


def whole_km(km: float) -> int:
    """As exactly as a pin can tell."""
    return round(km) if km < 10 else round(km / 10) * 10


def why_not(item: Item, value: Json) -> Text | None:
    """The own fact of a region that was wrong; how far off a pin was."""
    if isinstance(value, int):
        return None if item.options[value].is_key else item.options[value].rationale
    return text(gettext_noop("Your pin is {km} km from it."), km=whole_km(off_km(item, value)))


def rows(item: Item, value: Json) -> tuple[Row, ...]:
    return option_rows(item, (value,) if isinstance(value, int) else ())


def chosen(item: Item, value: Json) -> tuple[int, ...]:
    return (value,) if isinstance(value, int) else ()


def samples(item: Item, tokens: Sequence[str]) -> Sequence[Sample]:
    point = cast(Point, item.point)

    def at(lat: object, lon: object) -> Raw:
        return {"lat": [str(lat)], "lon": [str(lon)]}

    # From the point a degree of latitude towards the equator is 111.2 km.
    half_km = (HAND_KM + point.precision_km + NO_CREDIT_KM) / 2
    half_way = point.lat - (half_km / 111.195 if point.lat > 0 else -half_km / 111.195)
    bad = [at("x", "y"), at(91, 0), at(0, 181), at("nan", 0), at(0, "1e999"), at("", 5), {}]
    return [
        Sample(at(point.lat, point.lon), 1.0),
        Sample(at(round(half_way, 2), point.lon), 0.5),
        Sample(at(-point.lat, point.lon + (-180 if point.lon > 0 else 180)), 0.0),
        *(
            Sample({"option": [token]}, 1.0 if option.is_key else 0.0)
            for token, option in zip(tokens, item.options, strict=True)
        ),
        *(Sample(raw, None) for raw in bad),
        Sample({"option": ["x"]}, None),
        Sample({"option": list(tokens)}, None),
    ]
