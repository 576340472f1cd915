"""Rows of names, each with a track beneath: what all figures but maps are drawn as.

Along a track, places are percentages; down the chart, lengths are in rem. So a chart is as wide as
there is room, and its letters are as large as the reader has them, on a phone too.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from markupsafe import escape

# Rough widths of characters, and of the narrowest chart (on a screen of 320), all in px.
NARROWEST: Final = 256
LABEL_PX: Final = 6.9
VALUE_PX: Final = 7.4
GAP_PX: Final = 12
TICK_GAP_PX: Final = 4
GREEK: Final = "\N{GREEK CAPITAL LETTER HETA}"  # and all scripts after it
IDEOGRAPHS: Final = "\u2e80"  # from here on, characters are about twice as wide

LINE: Final = 1.2
BASELINE: Final = 0.9
TRACK: Final = 0.5
ROW_GAP: Final = 0.5


class Shape(StrEnum):
    """What stands on a track. A bar is as long as what it shows. A span is so too, and its start
    is marked, so that even the shortest is seen. A ring is at the end of the axis, and stands for
    what lies beyond it."""

    BAR = "bar"
    SPAN = "span"
    RING = "ring"


class Mark(NamedTuple):
    """Something on a track, from where to where, in percent of its length."""

    shape: Shape
    start: float
    end: float


class Tick(NamedTuple):
    """A place on the axis, in percent, and what it is called."""

    at: float
    name: str


def width_px(words: str, each: float = LABEL_PX) -> float:
    """About how wide ``words`` are."""
    if words.isascii():
        return each * len(words)
    return each * sum(map(breadth, words))


def breadth(character: str) -> float:
    """How wide a letter is, by that of Latin ones: Cyrillic and Arabic ones are a little wider."""
    if character >= IDEOGRAPHS:
        return 2
    return 1.15 if character >= GREEK else 1


def wrapped(words: str, room: float = NARROWEST) -> list[str]:
    """``words`` in lines that fit."""
    lines: list[str] = []
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_px(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@lru_cache(maxsize=4096)  # rows stand at the same heights in most charts
def number(value: float) -> str:
    """As short as it can be, to a hundredth."""
    return f"{value + 0.0:.2f}".rstrip("0").rstrip(".")  # there is no -0


def text_at(x: str, y: float, words: str, kind: str = "", anchor: str = "", own: str = "") -> str:
    """A line of words; its baseline is at ``y``. ``own``: words at its end that say what the
    reader chose."""
    of_kind = f' class="{kind}"' if kind else ""
    anchored = f' text-anchor="{anchor}"' if anchor else ""
    shown: str = escape(words)
    if own and words.endswith(own):
        shown = f'{escape(words.removesuffix(own))}<tspan class="own">{escape(own)}</tspan>'
    return f'<text x="{x}" y="{number(y)}rem"{of_kind}{anchored}>{shown}</text>'


def anchor_at(percent: float, wide_px: float) -> str:
    """Which end of a label stands at a place, so that it stays within the narrowest chart."""
    half = wide_px / NARROWEST * 50
    if percent < half:
        return "start"
    return "end" if percent > 100 - half else "middle"


class Chart:
    """A chart in the making: what is added stands below what was there."""

    def __init__(self) -> None:
        self.height = 0.0
        self.parts: list[str] = []
        self.guide_lines: list[str] = []
        self.foot: str = "100%"

    def guides(self, guides: Sequence[Tick]) -> None:
        """Lines down to the axis, their names above the chart, each in a line of its own."""
        for guide in guides:
            at = f"{number(guide.at)}%"
            y = self.height + BASELINE
            anchor = anchor_at(guide.at, width_px(guide.name))
            self.parts.append(text_at(at, y, guide.name, "guide", anchor))
            self.height += LINE
            self.guide_lines.append(f'x1="{at}" x2="{at}" y1="{number(self.height)}rem"')

    def heading(self, words: str) -> None:
        """The name of the group of rows that follow."""
        for line in wrapped(words):
            self.parts.append(text_at("0", self.height + BASELINE, line, "heading"))
            self.height += LINE
        self.height += 0.15

    def row(
        self, name: str, value: str, note: str, marks: Iterable[Mark], kind: str, own: str = ""
    ) -> None:
        """A name, with its value at the other end of the line, a note and ``own`` (a word that
        says it was the reader's choice) where there is room, and marks on a track beneath."""
        self.parts.append(f'<g class="{kind}">')
        self.labels(name, value, " · ".join(filter(None, (note, own))), own)
        middle = number(self.height + TRACK / 2)
        self.parts.append(
            f'<line class="track" x1="0" x2="100%" y1="{middle}rem" y2="{middle}rem"/>'
        )
        self.parts.extend(mark_at(mark, self.height) for mark in marks)
        self.parts.append("</g>")
        self.height += TRACK + ROW_GAP

    def labels(self, name: str, value: str, note: str, own: str) -> None:
        """The lines above a track. What does not fit beside the name stands below it."""
        value_px = width_px(value, VALUE_PX) + GAP_PX if value else 0
        names = wrapped(name)
        notes = wrapped(note) if note else []
        if width_px(names[-1]) + value_px > NARROWEST:
            is_short = len(notes) == 1 and width_px(note) + value_px <= NARROWEST
            notes = notes if is_short else ["", *notes]
            value_line = len(names)
        else:
            value_line = len(names) - 1
        for at, line in enumerate((*names, *notes)):
            y, kind = self.height + BASELINE, "name" if at < len(names) else "note"
            if line:
                self.parts.append(text_at("0", y, line, kind, own=own))
            if at == value_line and value:
                self.parts.append(text_at("100%", y, value, "value", "end"))
            self.height += LINE

    def axis(self, ticks: Sequence[Tick]) -> None:
        """The axis below, with its ticks, and their names where one does not run into the next."""
        top = number(self.height)
        self.foot = f"{top}rem"
        self.parts.append(f'<line class="axis" x1="0" x2="100%" y1="{top}rem" y2="{top}rem"/>')
        free = 0.0
        for tick in sorted(ticks, key=lambda tick: tick.at):
            at = f"{number(tick.at)}%"
            end = number(self.height + 0.3)
            self.parts.append(
                f'<line class="axis" x1="{at}" x2="{at}" y1="{top}rem" y2="{end}rem"/>'
            )
            width = width_px(tick.name, VALUE_PX) / NARROWEST * 100
            anchor = anchor_at(tick.at, width_px(tick.name, VALUE_PX))
            left = tick.at - width * {"start": 0, "middle": 0.5, "end": 1}[anchor]
            if left < free:
                continue
            free = left + width + TICK_GAP_PX / NARROWEST * 100
            y = self.height + 0.4 + BASELINE
            self.parts.append(text_at(at, y, tick.name, "value", anchor))
        self.height += 0.4 + LINE

    def svg(self, figure_id: str, title: str) -> str:
        """All of it."""
        # Behind all else, which stands out against them.
        guides = "".join(
            f'<line class="guide" {line} y2="{self.foot}"/>' for line in self.guide_lines
        )
        return (
            f'<svg class="chart" role="img" aria-labelledby="{escape(figure_id)}-title" '
            f'width="100%" height="{number(self.height)}rem">'
            f'<title id="{escape(figure_id)}-title">{escape(title)}</title>'
            f"{guides}{''.join(self.parts)}</svg>"
        )


def mark_at(mark: Mark, top: float) -> str:
    """A mark on the track that begins at ``top``."""
    start, length = f"{number(mark.start)}%", number(mark.end - mark.start)
    y, bottom = number(top), number(top + TRACK)
    if mark.shape is Shape.RING:
        return f'<circle cx="{start}" cy="{number(top + TRACK / 2)}rem" r="0.2rem"/>'
    bar = f'<rect x="{start}" y="{y}rem" width="{length}%" height="{TRACK}rem"/>'
    if mark.shape is Shape.BAR:
        return bar
    return f'{bar}<line class="start" x1="{start}" x2="{start}" y1="{y}rem" y2="{bottom}rem"/>'
