"""Draws all flights along time: a lane for each country's spacecraft, and in it a stalk for each
flight, the higher the longer it was. Four times as long is twice as high: so weeks are seen beside
months, and months still tower over them.

The same lanes lie for wide screens and stand, with time running down, for narrow ones.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from itertools import pairwise
from math import sqrt
from typing import Final, NamedTuple

from markupsafe import Markup, escape

from quizzes.figures.drawings.chart import LABEL_PX, number, wrapped
from quizzes.figures.history.marks import Flight, Shown, link
from quizzes.items.text import Text, Translate, gettext_noop, ngettext, text

SECONDS_A_DAY: Final = 86_400
LONGEST_S: Final = 300 * SECONDS_A_DAY
RULED_DAYS: Final = (10, 100, 200)
STALK: Final = 116.0
"""How high a flight of ``LONGEST_S`` is."""
LEAST: Final = 5.0
"""How high the shortest is."""
LEAST_GAP_YEARS: Final = 4
LETTER_PX: Final = 6.4
NOTE_PX: Final = 4.9
HEAD: Final = 2.1

LANE_NAMES: Final = {
    "Soviet Union": gettext_noop("Soviet Union and Russia"),
    "Russia": gettext_noop("Soviet Union and Russia"),
    "United States": gettext_noop("United States"),
    "China": gettext_noop("China"),
    "": gettext_noop("Not into orbit"),
}
ACROSS: Final = gettext_noop("Flights from {first} to {last}, each as high as it was long")
NOBODY: Final = gettext_noop("nobody launched between {first} and {last}")


class Way(NamedTuple):
    """How a picture is laid out, in px of the screen that it is made for. ``year``: how long a year
    is; ``is_down``: time runs down rather than across; ``lane`` and ``hops``: how much room a lane
    takes, and that of flights that did not go into orbit."""

    year: float
    is_down: bool
    lane: float
    hops: float
    margin: float


WIDE: Final = Way(year=16.6, is_down=False, lane=172, hops=66, margin=8)
NARROW: Final = Way(year=25, is_down=True, lane=86, hops=42, margin=34)


class Lane(NamedTuple):
    """The flights of a lane, where its stalks stand, and how high they may be."""

    name: str
    flights: Sequence[Flight]
    base: float
    stalk: float


class Skyline:
    """One picture. Along: years; across: lengths."""

    def __init__(self, shown: Shown, way: Way, as_of: date, translate: Translate) -> None:
        self.way, self.translate = way, translate
        self.flights = [one for one in shown.flights if one.launched_at is not None]
        self.chosen = shown.chosen
        years = [one.launched_at.year for one in self.flights if one.launched_at is not None]
        self.first = min(years, default=as_of.year)
        self.start = datetime(self.first, 1, 1, tzinfo=UTC)
        self.last = as_of.year
        self.length = (self.last + 1 - self.first) * way.year
        self.parts: list[str] = []
        self.lanes = self.laid_out()

    def laid_out(self) -> list[Lane]:
        """Lanes in order of their first flights, those of hops last. Lying lanes have their stalks
        above their base, standing ones to its right."""
        by_name: dict[str, list[Flight]] = {}
        for flight in self.flights:
            by_name.setdefault(self.lane_name(flight), []).append(flight)
        hops = Text(LANE_NAMES[""]).render(self.translate)
        lanes, at = [], self.way.margin if self.way.is_down else 0.0
        for name in sorted(by_name, key=lambda one: one == hops):
            room, stalk = (self.way.hops, LEAST) if name == hops else (self.way.lane, STALK)
            if self.way.is_down:
                base, stalk = at + BESIDE, min(stalk, room - BESIDE - 4)
            else:
                base = at + 20 + stalk
            lanes.append(Lane(name, by_name[name], base, stalk))
            at += room
        self.across = at
        return lanes

    def lane_name(self, flight: Flight) -> str:
        return Text(LANE_NAMES.get(flight.lane, flight.lane)).render(self.translate)

    def along(self, moment: datetime) -> float:
        """Where a moment is."""
        years = (moment - self.start).days / 365.2425
        top = TOP if self.way.is_down else self.way.margin
        return top + years * self.way.year

    def year(self, year: int) -> float:
        return self.along(datetime(year, 1, 1, tzinfo=UTC))

    def draw(self, figure_id: str) -> str:
        """The picture as SVG, with all words in it escaped."""
        self.years()
        for lane in self.lanes:
            self.lane(lane)
        end = self.year(self.last + 1)
        width, height = (
            (self.across, end + SIDE) if self.way.is_down else (end + SIDE, self.across + FOOT)
        )
        title = text(ACROSS, first=self.first, last=self.last).render(self.translate)
        kind = "down" if self.way.is_down else "across"
        return (
            f'<svg class="skyline {kind}" role="group" aria-labelledby="{figure_id}" '
            f'viewBox="0 0 {number(width)} {number(height)}">'
            f'<title id="{figure_id}">{escape(title)}</title>{"".join(self.parts)}</svg>'
        )

    def years(self) -> None:
        """A line for each year, a stronger one with its name for each decade."""
        lines = {"year": "", "decade": ""}
        for year in range(self.first, self.last + 2):
            at = number(self.year(year))
            kind = "decade" if year % 10 == 0 else "year"
            if self.way.is_down:
                lines[kind] += f"M{number(self.way.margin - 8)} {at}H{number(self.across)}"
            else:
                lines[kind] += f"M{at} 0V{number(self.across)}"
        self.parts += [f'<path class="{kind}" d="{path}"/>' for kind, path in lines.items() if path]
        named = {self.first, *range(self.first // 10 * 10 + 10, self.last - 1, 10), self.last}
        for year in sorted(named):
            if self.way.is_down:
                self.words(0, self.year(year) + 4, str(year), "number")
            else:
                anchor = "end" if year == self.last else "start"
                x = self.year(year + 1 if year == self.last else year)
                self.words(x, self.across + 16, str(year), "number", anchor)

    def lane(self, lane: Lane) -> None:
        """A lane: its name, its rules, its families, its gaps, its flights."""
        self.heading(lane)
        first, last = self.year(self.first), self.year(self.last + 1)
        if lane.stalk > LEAST:
            rules = [(self.height(days * SECONDS_A_DAY, lane), days) for days in RULED_DAYS]
            lines = "".join(self.line(first, last, lane.base, height) for height, _days in rules)
            self.parts.append(f'<path class="rule" d="{lines}"/>')
            for height, days in rules:
                name = ngettext("{n} day", "{n} days", days).render(self.translate)
                if self.way.is_down:
                    self.words(lane.base + height - 3, last + 6, name, "note", turned=True)
                else:
                    self.words(last + 6, lane.base - height + 4, name, "note")
        self.parts.append(f'<path class="base" d="{self.line(first, last, lane.base, 0)}"/>')
        self.families(lane)
        if lane.stalk > LEAST:
            self.gaps(lane)
        rest = "".join(self.stalk(one, lane) for one in lane.flights if one.slug not in self.chosen)
        self.parts.append(f'<path class="rest" d="{rest}"/>' if rest else "")
        self.parts += [
            link(one, self.stalk(one, lane), kind_of(one))
            for one in lane.flights
            if one.slug in self.chosen
        ]

    def heading(self, lane: Lane) -> None:
        if not self.way.is_down:
            self.words(self.way.margin, lane.base - lane.stalk - 8, lane.name, "lane")
            return
        is_narrow = lane.stalk <= LEAST
        for at, line in enumerate(reversed(wrapped(lane.name, self.way.lane))):
            x = self.across if is_narrow else lane.base
            self.words(x, TOP - 12 - 15 * at, line, "lane", "end" if is_narrow else "start")

    def line(self, first: float, last: float, base: float, height: float) -> str:
        """A line along time, so far from the base of a lane."""
        if self.way.is_down:
            return f"M{number(base + height)} {number(first)}V{number(last)}"
        return f"M{number(first)} {number(base - height)}H{number(last)}"

    def height(self, length_s: int | None, lane: Lane) -> float:
        """How high a flight of so many seconds is."""
        share = sqrt(min(length_s or 0, LONGEST_S) / LONGEST_S)
        return max(LEAST, lane.stalk * share)

    def stalk(self, flight: Flight, lane: Lane) -> str:
        """A stalk with a head at the flight's launch."""
        assert flight.launched_at is not None  # noqa: S101 (those without stand in no lane)
        at, height = self.along(flight.launched_at), self.height(flight.length_s, lane)
        across = number(2 * HEAD)
        if self.way.is_down:
            head = f"m0-{number(HEAD)}a{HEAD} {HEAD} 0 100 {across}a{HEAD} {HEAD} 0 100-{across}"
            return f"M{number(lane.base)} {number(at)}h{number(height)}{head}"
        head = f"m-{number(HEAD)} 0a{HEAD} {HEAD} 0 10{across} 0a{HEAD} {HEAD} 0 10-{across} 0"
        return f"M{number(at)} {number(lane.base)}v-{number(height)}{head}"

    def families(self, lane: Lane) -> None:
        """Beside the base, the names of the spacecraft, each from its first flight on; in a second
        row where the first is taken."""
        firsts: dict[str, float] = {}
        for flight in lane.flights:
            if flight.launched_at is not None:
                firsts.setdefault(flight.family, self.along(flight.launched_at))
        ends: list[float] = []
        end = self.year(self.last + 1)
        for family, at in firsts.items():
            wide = LETTER_PX * len(family)
            start = min(at - 2, end - wide)
            row = next((row for row, taken in enumerate(ends) if taken <= start), len(ends))
            ends[row : row + 1] = [start + wide + 6]
            if self.way.is_down:
                self.words(lane.base - 11 * (row + 1), start, family, "family", turned=True)
            else:
                self.words(start, lane.base + 13 + 12 * row, family, "family")

    def gaps(self, lane: Lane) -> None:
        """Where a country launched nobody for years."""
        starts = [one.launched_at for one in lane.flights if one.launched_at is not None]
        for before, after in pairwise(starts):
            if (after - before).days < LEAST_GAP_YEARS * 365.2425:
                continue
            told = text(NOBODY, first=before.year, last=after.year)
            first, last = self.along(before) + 5, self.along(after) - 5
            middle = (first + last) / 2
            words = told.render(self.translate)
            room = lane.stalk - 8 if self.way.is_down else last - first
            rows = wrapped(words, room * LABEL_PX / NOTE_PX)
            height = 8.0 if self.way.is_down else 0.45 * lane.stalk
            if self.way.is_down:
                for at, row in enumerate(rows):
                    y = middle + 4 + 13 * (at - (len(rows) - 1) / 2)
                    self.words(lane.base + height, y, row, "note")
            else:
                for at, row in enumerate(rows):
                    y = lane.base - height + 13 * (at - (len(rows) - 1) / 2)
                    self.words(middle, y, row, "note", "middle")

    def words(
        self, x: float, y: float, words: str, kind: str, anchor: str = "start", *,
        turned: bool = False,
    ) -> None:  # fmt: skip
        anchored = f' text-anchor="{anchor}"' if anchor != "start" else ""
        turn = f' transform="rotate(90 {number(x)} {number(y)})"' if turned else ""
        self.parts.append(
            f'<text class="{kind}" x="{number(x)}" y="{number(y)}"{anchored}{turn}>'
            f"{escape(words)}</text>"
        )


BESIDE: Final = 24.0
"""Room for two rows of names beside a standing base."""
TOP: Final = 64.0
"""Where time begins to run down: above are the names of the lanes."""
FOOT: Final = 22.0
SIDE: Final = 52.0
"""After the last year: the names of the rules."""


def kind_of(flight: Flight) -> str:
    """What tells a flight from the others: lives were lost, or how long it was is open."""
    if flight.is_fatal:
        return "fatal"
    return "open" if flight.is_up or flight.length_s is None else ""


def skyline(shown: Shown, as_of: date, translate: Translate, figure_id: str) -> Markup:
    """All flights in order of launch: for wide screens, and for narrow ones."""
    drawn = "".join(
        Skyline(shown, way, as_of, translate).draw(f"{figure_id}-{name}")
        for name, way in (("across", WIDE), ("down", NARROW))
    )
    return Markup(drawn)  # noqa: S704 (words are escaped)
