"""What a player passes on of a daily descent: a few lines of text, and a picture of the landing.

Neither tells a question or an answer. The picture has digits and a name in it, no words, so it is
the same in every language.
"""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Final

from resvg_py import svg_to_bytes

from quizzes.descent.course import Course, Point, whole_km
from quizzes.items.text import Text, Translate, date_text, gettext_noop, text

RIGHT, PARTLY, WRONG = "●", "◐", "○"

TITLE: Final = gettext_noop("SpaceQuiz, daily descent, {day}")
SCORE: Final = gettext_noop("{score} of {size}")
OFF: Final = gettext_noop("{km} km from the target")
ON: Final = gettext_noop("right on the target")

WIDTH, HEIGHT = 1200, 630
"""In pixels: what those who show links ask for."""

_FONT: Final = (
    Path(__file__)
    .parents[1]
    .joinpath("static", "quizzes", "fonts", "sofia-sans-condensed-780-latin.ttf")
)


def symbol(grade: float) -> str:
    """A response as one sign: right, partly right, or wrong."""
    if grade == 1:
        return RIGHT
    return PARTLY if grade else WRONG


def title(day: date) -> Text:
    return text(TITLE, day=date_text(day))


def score_text(score: str, size: int) -> Text:
    return text(SCORE, score=score, size=size)


def off_text(grades: Sequence[float]) -> Text:
    """How far from the target the capsule came down."""
    km = whole_km(Course(grades, done=len(grades)).missed_km())
    return text(OFF, km=km) if km else Text(ON)


def share_text(
    day: date, grades: Sequence[float], score: str, url: str, translate: Translate
) -> str:
    """Four lines: which day, how each question went, how far from the target, and where to see the
    landing."""
    signs = "".join(map(symbol, grades))
    told = score_text(score, len(grades)).render(translate)
    off = off_text(grades).render(translate)
    return f"{title(day).render(translate)}\n{signs} {told}\n{off}\n{url}"


# The picture: the way down as ``quizzes.descent`` steers it, a point for each question.
START: Final = (560.0, 64.0)
TARGET: Final = (1000.0, 540.0)


def way_down(grades: Sequence[float]) -> list[tuple[float, float]]:
    """Where it begins and where the capsule is after each response, in pixels."""
    return [_placed(point) for point in Course(grades, done=len(grades)).points]


def _placed(point: Point) -> tuple[float, float]:
    """The way as planned begins flat and ends steep."""
    (from_x, from_y), (to_x, to_y) = START, TARGET
    return from_x + (to_x - from_x) * point.along, from_y + (to_y - from_y) * point.down**1.25


def landing_svg(day: date, grades: Sequence[float], score: str) -> str:
    """The landing as SVG of ``WIDTH`` by ``HEIGHT``. ``score``: as it is shown."""
    points = way_down(grades)
    planned = " ".join(
        f"{x:.1f} {y:.1f}" for x, y in (_placed(Point(n / 24, n / 24)) for n in range(25))
    )
    flown = " ".join(f"{x:.1f} {y:.1f}" for x, y in points)
    marks = "".join(
        _mark(x, y, grade) for (x, y), grade in zip(points[1:-1], grades[:-1], strict=True)
    )
    x, _y = points[-1]
    distance = (
        f'<path d="M{x:.1f} 548H{TARGET[0]:.0f}" stroke="#fff" stroke-width="3" '
        f'stroke-dasharray="3 9"/>'
    )
    digits = 'font-family="Sofia Sans Condensed" font-weight="780" fill="#fff"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f"{_SKY}{_STARS}{_GROUND}"
        f'<path d="M{planned}" fill="none" stroke="#fff" stroke-opacity=".55" stroke-width="2.5" '
        f'stroke-dasharray="2 9" stroke-linecap="round"/>'
        f'<path d="M{flown}" fill="none" stroke="#fff" stroke-width="4.5" stroke-linejoin="round" '
        f'stroke-linecap="round"/>{marks}{_RINGS}{distance if x < TARGET[0] - 1 else ""}'
        f'<g transform="translate({x:.1f} 540)">{_CAPSULE}</g>'
        f'<g transform="translate(76 60) scale(2.1)">{_BRAND}</g>'
        f'<text x="142" y="102" {digits} font-size="46">SpaceQuiz</text>'
        f'<text x="70" y="370" {digits} font-size="220">{score}'
        f'<tspan font-size="104" dx="14">/ {len(grades)}</tspan></text>'
        f'<g transform="translate(76 424)">{_score_row(grades)}</g>'
        f'<text x="76" y="590" {digits} fill-opacity=".95" font-size="44">{day.isoformat()}</text>'
        "</svg>"
    )


def _line(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f} {y:.1f}" for x, y in points)


def _mark(x: float, y: float, grade: float) -> str:
    """A filled point for a right response, an open one for a wrong one, half of each between."""
    at = f'<g transform="translate({x:.1f} {y:.1f})">'
    rim = '<circle r="11" fill="#1d4a80" stroke="#fff" stroke-width="4"/>'
    if grade == 1:
        return f'{at}<circle r="13" fill="#fff"/></g>'
    if grade:
        return f'{at}{rim}<path d="M0-11A11 11 0 0 0 0 11Z" fill="#fff"/></g>'
    return f"{at}{rim}</g>"


def _score_row(grades: Sequence[float]) -> str:
    return "".join(_mark(13 + 46 * at, 0, grade) for at, grade in enumerate(grades))


@lru_cache(maxsize=128)
def landing_png(day: date, grades: tuple[float, ...], score: str) -> bytes:
    """The landing as PNG. It brings its own font: a server may have none."""
    return svg_to_bytes(
        svg_string=landing_svg(day, grades, score),
        font_files=[str(_FONT)],
        skip_system_fonts=True,
        width=WIDTH,
        height=HEIGHT,
    )


_SKY: Final = (
    '<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">'
    '<stop offset="0" stop-color="#0b2044"/><stop offset=".42" stop-color="#1d4a80"/>'
    '<stop offset=".72" stop-color="#3874a8"/><stop offset=".84" stop-color="#e9dcc0"/>'
    f'</linearGradient></defs><rect width="{WIDTH}" height="{HEIGHT}" fill="url(#sky)"/>'
)
_STARS: Final = (
    '<path d="M420 70h.1M530 132h.1M640 52h.1M742 118h.1M604 214h.1M836 44h.1M470 226h.1M940 92h.1'
    'M700 190h.1M1168 150h.1M1010 38h.1M350 160h.1" stroke="#fff" stroke-opacity=".75" '
    'stroke-width="4" stroke-linecap="round"/>'
)
_GROUND: Final = (
    '<path d="M0 492Q200 470 420 486T820 476 1200 490V630H0Z" fill="#cfa95b"/>'
    '<path d="M0 536Q300 508 620 528T1200 520V630H0Z" fill="#a8823c"/>'
    '<path d="M0 596Q360 560 760 584T1200 574V630H0Z" fill="#8d6b2d"/>'
)
_RINGS: Final = (
    '<g fill="none" stroke="#fff" stroke-width="3"><ellipse cx="1000" cy="548" rx="190" ry="31" '
    'stroke-opacity=".55"/><ellipse cx="1000" cy="548" rx="116" ry="18" stroke-opacity=".75"/>'
    '<ellipse cx="1000" cy="548" rx="46" ry="6.5"/></g>'
)
_CAPSULE: Final = (
    '<path d="M14-26Q70-50 112 0 148-8 182 12 134 22 80 14 40 8 24-4Z" fill="#f26522"/>'
    '<path d="M74-34Q98-24 112 0 92 4 76 12 76-12 74-34Z" fill="#fff"/>'
    '<path d="M-36 14Q-37-22-20-36H14Q31-22 33 14-2 26-36 14Z" fill="#3a2f26" stroke="#fff" '
    'stroke-width="3.5"/><circle cx="-3" cy="-9" r="8" fill="#0b1220" stroke="#fff" '
    'stroke-opacity=".5" stroke-width="2"/>'
)
_BRAND: Final = (
    '<path d="M2 11a10 9 0 0 1 20 0q-2-1.6-4 0-3-2-6 0-3-2-6 0-2-1.6-4 0Z" fill="#f26522"/>'
    '<path d="M2.5 11.5 12 20l9.5-8.5M8 11.5 12 20l4-8.5" fill="none" stroke="#fff"/>'
    '<circle cx="12" cy="20.6" r="2.1" fill="#fff"/>'
)
