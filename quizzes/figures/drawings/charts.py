"""Draws the figures that are charts: bars, timelines, and who was in space."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from quizzes.figures.drawings.chart import Chart, Mark, Shape, Tick
from quizzes.figures.drawings.drawing import Drawing, Pen, TwinRow, drawn, marked, twin
from quizzes.figures.specs import Bars, Entry, InSpace, Span, Timeline
from quizzes.items.text import Text, date_text, gettext_noop, text

YEAR_STEPS: Final = (1, 2, 5, 10, 20)
MOST_TICKS: Final = 5
LEAST_YEARS: Final = 3
"""A shorter axis has its first and its last day for ticks: there is no room for more dates."""

NAME: Final = Text(gettext_noop("Name"))
WHEN: Final = Text(gettext_noop("When"))
MORE: Final = Text(gettext_noop("More"))
WHERE: Final = Text(gettext_noop("Where"))
FROM_TO: Final = gettext_noop("{first} to {last}")
OTHERS: Final = Text(gettext_noop("Others"))
ELSEWHEN: Final = Text(gettext_noop("Not in space that day"))


def draw_bars(spec: Bars, pen: Pen) -> Drawing:
    """Bars from zero, the longest as long as there is room."""
    most = max((bar.amount for bar in spec.bars), default=0) or 1
    chart = Chart()
    for bar in spec.bars:
        mark = Mark(Shape.BAR, 0, 100 * bar.amount / most)
        kind = marked(pen, bar.option, is_key=bar.is_key)
        chart.row(pen.say(bar.name), pen.say(bar.value), "", [mark], kind, pen.own(bar.option))
    title = pen.say(spec.title)
    rows = tuple(
        pen.twin_row((pen.say(bar.name), pen.say(bar.value)), bar.option, is_key=bar.is_key)
        for bar in spec.bars
    )
    table = twin(pen.caption(spec.title, spec.remark), (pen.say(NAME), pen.say(spec.measure)), rows)
    return drawn("bars", chart.svg(pen.figure_id, title), title, table)


class Axis:
    """Where times stand between two days, the last of them included."""

    def __init__(self, first: date, last: date) -> None:
        self.first, self.last = first, last
        self.start = datetime.combine(first, time(), UTC)
        self.length = datetime.combine(last, time(), UTC) + timedelta(days=1) - self.start

    def at(self, moment: datetime) -> float:
        """In percent; what lies beyond is at the end."""
        return min(100.0, max(0.0, 100 * ((moment - self.start) / self.length)))

    def mark(self, start: datetime, end: datetime | None) -> Mark:
        end = start if end is None else end
        if end < self.start or start > self.start + self.length:
            return Mark(Shape.RING, self.at(start), self.at(start))
        return Mark(Shape.SPAN, self.at(start), self.at(end))

    def ticks(self, pen: Pen) -> list[Tick]:
        """New Years, or the first and the last day."""
        years = self.last.year - self.first.year
        if years < LEAST_YEARS:
            return [
                Tick(0, pen.say(date_text(self.first))),
                Tick(100, pen.say(date_text(self.last))),
            ]
        step = next(step for step in YEAR_STEPS if (years + 1) / step <= MOST_TICKS)
        return [
            Tick(self.at(datetime(year, 1, 1, tzinfo=UTC)), str(year))
            for year in range(self.first.year, self.last.year + 2)
            if year % step == 0 and self.start.year <= year <= self.last.year + 1
        ]


def add_entries(chart: Chart, entries: Sequence[Entry], axis: Axis, pen: Pen) -> None:
    for entry in entries:
        chart.row(
            pen.say(entry.name), pen.say(entry.value), pen.say(entry.note),
            [axis.mark(*span) for span in entry.spans],
            marked(pen, entry.option, is_key=entry.is_key), pen.own(entry.option),
        )  # fmt: skip


def told(entry: Entry, pen: Pen, *where: str) -> TwinRow:
    """An entry in words: all its times, then what else is told of it."""
    when = "; ".join(pen.say(span_told(span)) for span in entry.spans)
    told_more = entry.value if len(entry.spans) > 1 else entry.note
    cells = (pen.say(entry.name), *where, when, pen.say(told_more))
    return pen.twin_row(cells, entry.option, is_key=entry.is_key)


def span_told(span: Span) -> Text:
    """As in "2 March 2016", or from one day to another."""
    first = date_text(span.start.date())
    if span.end is None or span.end.date() == span.start.date():
        return first
    return text(FROM_TO, first=first, last=date_text(span.end.date()))


def draw_timeline(spec: Timeline, pen: Pen) -> Drawing:
    """Entries in their order, one below the other."""
    chart, axis = Chart(), Axis(spec.first, spec.last)
    chart.guides([Tick(axis.at(guide.at), pen.say(guide.name)) for guide in spec.guides])
    add_entries(chart, spec.entries, axis, pen)
    chart.axis(axis.ticks(pen))
    title = pen.say(spec.title)
    days = [(pen.say(guide.name), pen.say(date_text(guide.at.date()))) for guide in spec.guides]
    guides = [TwinRow((name, day, "")) for name, day in days if name != day]
    table = twin(
        pen.caption(spec.title, spec.remark),
        (pen.say(NAME), pen.say(WHEN), pen.say(MORE)),
        (*guides, *(told(entry, pen) for entry in spec.entries)),
    )
    return drawn("timeline", chart.svg(pen.figure_id, title), title, table)


def draw_in_space(spec: InSpace, pen: Pen) -> Drawing:
    """The stays of those who were up, group by group, then those of the others."""
    spans = [span for group in spec.groups for stay in group.stays for span in stay.spans]
    noon = datetime.combine(spec.day, time(12), UTC)
    first = min((span.start for span in spans), default=noon).date()
    last = max((span.end or noon for span in spans), default=noon).date()
    chart, axis = Chart(), Axis(min(first, spec.day), max(last, spec.day))
    chart.guides([Tick(axis.at(noon), pen.say(date_text(spec.day)))])
    rows: list[TwinRow] = []
    for group in spec.groups:
        chart.heading(pen.say(group.name))
        # In which craft they went up is more to the point here than the day.
        craft = [stay._replace(value=stay.note or stay.value, note=None) for stay in group.stays]
        add_entries(chart, craft, axis, pen)
        rows += [told(stay, pen, pen.say(group.name)) for stay in group.stays]
    if spec.others:
        heading = pen.say(ELSEWHEN if spec.are_known_absent else OTHERS)
        chart.heading(heading)
        add_entries(chart, spec.others, axis, pen)
        rows += [told(stay, pen, heading) for stay in spec.others]
    chart.axis(axis.ticks(pen))
    title = pen.say(spec.title)
    table = twin(
        pen.caption(spec.title, spec.remark),
        (pen.say(NAME), pen.say(WHERE), pen.say(WHEN), pen.say(MORE)),
        tuple(rows),
    )
    return drawn("in-space", chart.svg(pen.figure_id, title), title, table)
