"""Draws the history of spaceflight as far as somebody remembers it: a lane for each topic, in it a
stroke for each flight that the topic asks about, and those of which something is remembered lit."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import Final, NamedTuple

from quizzes.figures.drawings.chart import Chart, Tick, number
from quizzes.figures.drawings.drawing import Drawing, Pen, TwinRow, drawn, twin
from quizzes.items.text import Text, gettext_noop, text

WIDTH: Final = 1000
HEIGHT: Final = 20
"""Of a lane, in its own units."""
LANE: Final = 1.1
LANE_GAP: Final = 0.6
"""In rem."""
LOWEST: Final = 0.4
"""A lit stroke is at least so high, however faint the memory is."""

TITLE: Final = Text(gettext_noop("The history of spaceflight, as far as you remember it"))
REMARK: Final = Text(
    gettext_noop(
        "Each stroke is a flight. One is lit once you have answered rightly about it, and sinks "
        "while you forget."
    )
)
TOPIC: Final = Text(gettext_noop("Topic"))
ALL_YEARS: Final = Text(gettext_noop("All"))
SHARE: Final = gettext_noop("{known} of {all}")
DECADE: Final = gettext_noop("{year}s")


class Stroke(NamedTuple):
    """A flight, by the day of its launch, and the chance that something of it is remembered, from
    0 to 1; 0 where nothing is."""

    launched: date
    strength: float = 0.0


class Lane(NamedTuple):
    """A topic with all the flights that it asks about, in order of launch."""

    name: Text
    strokes: tuple[Stroke, ...]


class History(NamedTuple):
    """All lanes, between two New Years, the last of them not included."""

    first_year: int
    end_year: int
    lanes: tuple[Lane, ...]


def draw_history(spec: History, pen: Pen) -> Drawing:
    """The lanes one below the other, over one axis with the decades."""
    chart = Chart()
    decades = range(-(-spec.first_year // 10) * 10, spec.end_year, 10)
    for lane in spec.lanes:
        add_lane(chart, lane, spec, pen)
    chart.axis([Tick(100 * place(date(year, 1, 1), spec), str(year)) for year in decades])
    title = pen.say(TITLE)
    table = twin(
        pen.caption(TITLE, REMARK),
        [pen.say(TOPIC), *(pen.say(decade(year)) for year in starts(spec)), pen.say(ALL_YEARS)],
        [told(lane, spec, pen) for lane in spec.lanes],
    )
    return drawn("history", chart.svg(pen.figure_id, title), title, table)


def place(day: date, spec: History) -> float:
    """Where a day stands on the axis, from 0 to 1."""
    start, end = date(spec.first_year, 1, 1), date(spec.end_year, 1, 1)
    return (day - start).days / (end - start).days


def add_lane(chart: Chart, lane: Lane, spec: History, pen: Pen) -> None:
    lit = {column(one, spec): one.strength for one in sorted(lane.strokes, key=strength_of)}
    chart.parts.append('<g class="lane">')
    chart.labels(pen.say(lane.name), share(lane.strokes, pen), "", "")
    chart.parts.append(
        f'<svg y="{number(chart.height)}rem" width="100%" height="{LANE}rem" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="none">'
        f'<path class="flights" d="{strokes((at, HEIGHT) for at in sorted(lit))}"/>'
        f'<path class="lit" d="{strokes((at, rise(lit[at])) for at in sorted(lit) if lit[at])}"/>'
        "</svg></g>"
    )
    chart.height += LANE + LANE_GAP


def strength_of(stroke: Stroke) -> float:
    return stroke.strength


def column(stroke: Stroke, spec: History) -> int:
    """Which of the lane's units a flight stands in. Those of the same days share one."""
    return round(WIDTH * place(stroke.launched, spec))


def rise(strength: float) -> int:
    """How high a lit stroke is."""
    return round(HEIGHT * max(LOWEST, strength))


def strokes(at: Iterable[tuple[int, int]]) -> str:
    """Strokes from the foot of the lane up, as a path: columns and heights."""
    return "".join(f"M{x} {HEIGHT}v-{height}" for x, height in at)


def share(among: Sequence[Stroke], pen: Pen) -> str:
    """Of how many flights something is remembered."""
    known = sum(stroke.strength > 0 for stroke in among)
    return pen.say(text(SHARE, known=str(known), all=str(len(among))))


def starts(spec: History) -> range:
    """The first years of all decades."""
    return range(spec.first_year // 10 * 10, spec.end_year, 10)


def decade(year: int) -> Text:
    return text(DECADE, year=str(year))


def told(lane: Lane, spec: History, pen: Pen) -> TwinRow:
    """A lane in words: each decade, then all of it."""
    years = [*starts(spec), spec.end_year]
    cells = []
    for start, end in pairwise(years):
        within = [stroke for stroke in lane.strokes if start <= stroke.launched.year < end]
        cells.append(share(within, pen) if within else "")
    return TwinRow((pen.say(lane.name), *cells, share(lane.strokes, pen)))
