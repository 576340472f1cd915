"""Rows of names, each with a track beneath: what all figures but maps are drawn as.

Along a track, places are percentages; down the chart, lengths are in rem. So a chart is as wide as
there is room, and its letters are as large as the reader has them, on a phone too.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from markupsafe import escape

# Rough widths of characters, and of the narrowest chart (on a screen of 320), all in px.
NARROWEST: Final = 256
LABEL_PX: Final = 7.2
VALUE_PX: Final = 8.2
GAP_PX: Final = 12
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
    return sum(each * (2 if character >= IDEOGRAPHS else 1) for character in words)


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


def number(value: float) -> str:
    """As short as it can be, to a hundredth."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def text_at(x: str, y: float, words: str, kind: str = "", anchor: str = "") -> str:
    """A line of words; its baseline is at ``y``."""
    of_kind = f' class="{kind}"' if kind else ""
    anchored = f' text-anchor="{anchor}"' if anchor else ""
    return f'<text x="{x}" y="{number(y)}rem"{of_kind}{anchored}>{escape(words)}</text>'


def anchor_at(percent: float) -> str:
    """Which end of a label stands at a place, so that it stays within the chart."""
    if percent < 15:
        return "start"
    return "end" if percent > 85 else "middle"


class Chart:
    """A chart in the making: what is added stands below what was there."""

    def __init__(self) -> None:
        self.height = 0.0
        self.parts: list[str] = []

    def guides(self, guides: Sequence[Tick]) -> None:
        """Lines down the whole chart, their names above it, each in a line of its own."""
        for guide in guides:
            at = f"{number(guide.at)}%"
            y = self.height + BASELINE
            self.parts.append(text_at(at, y, guide.name, "guide", anchor_at(guide.at)))
            self.height += LINE
            top = number(self.height)
            self.parts.append(f'<line class="guide" x1="{at}" x2="{at}" y1="{top}rem" y2="100%"/>')

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
        self.labels(name, value, " · ".join(filter(None, (note, own))), has_own=bool(own))
        middle = number(self.height + TRACK / 2)
        self.parts.append(
            f'<line class="track" x1="0" x2="100%" y1="{middle}rem" y2="{middle}rem"/>'
        )
        self.parts.extend(mark_at(mark, self.height) for mark in marks)
        self.parts.append("</g>")
        self.height += TRACK + ROW_GAP

    def labels(self, name: str, value: str, note: str, *, has_own: bool = False) -> None:
        """The lines above a track. What does not fit beside the name stands below it."""
        value_px = width_px(value, VALUE_PX) + GAP_PX if value else 0
        note_kind = "note own" if has_own else "note"
        lines = wrapped(name)
        beside = width_px(lines[-1]) + value_px <= NARROWEST
        for line in lines:
            self.parts.append(text_at("0", self.height + BASELINE, line, "name"))
            self.height += LINE
        if beside and value:
            self.value(value)
        notes = wrapped(note, NARROWEST - (0 if beside else value_px)) if note else []
        if not beside and not notes:
            notes = [""]
        for at, line in enumerate(notes):
            if line:
                self.parts.append(text_at("0", self.height + BASELINE, line, note_kind))
            self.height += LINE
            if at == 0 and not beside and value:
                self.value(value)

    def value(self, value: str) -> None:
        """At the end of the line that was added last."""
        y = self.height - LINE + BASELINE
        self.parts.append(text_at("100%", y, value, "value", "end"))

    def axis(self, ticks: Sequence[Tick]) -> None:
        """The axis below, with its ticks."""
        top = number(self.height)
        self.parts.append(f'<line class="axis" x1="0" x2="100%" y1="{top}rem" y2="{top}rem"/>')
        for tick in ticks:
            at = f"{number(tick.at)}%"
            end = number(self.height + 0.3)
            self.parts.append(
                f'<line class="axis" x1="{at}" x2="{at}" y1="{top}rem" y2="{end}rem"/>'
            )
            y = self.height + 0.4 + BASELINE
            self.parts.append(text_at(at, y, tick.name, "value", anchor_at(tick.at)))
        self.height += 0.4 + LINE

    def svg(self, figure_id: str, title: str) -> str:
        """All of it."""
        return (
            f'<svg class="chart" role="img" aria-labelledby="{escape(figure_id)}-title" '
            f'width="100%" height="{number(self.height)}rem">'
            f'<title id="{escape(figure_id)}-title">{escape(title)}</title>'
            f"{''.join(self.parts)}</svg>"
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
