"""Labels beside points of a map, none upon another."""

from collections.abc import Iterable
from typing import Final, NamedTuple

LETTER: Final = 0.54
"""A letter's width in heights of the font, roughly."""
GAP: Final = 6.0


class Box(NamedTuple):
    """From the left to the right, from the top to the bottom."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: "Box") -> bool:
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )


class Label(NamedTuple):
    """Words and where they stand: x and y of their baseline, and which end stands there."""

    words: str
    x: float
    y: float
    anchor: str


def around(x: float, y: float, radius: float) -> Box:
    """The box of a point's symbol."""
    return Box(x - radius, y - radius, x + radius, y + radius)


class Labels:
    """The labels of one map. Those placed first have the choice."""

    def __init__(self, frame: Box, size: float, taken: Iterable[Box] = ()) -> None:
        self.frame = frame
        self.size = size
        self.taken = list(taken)

    def place(self, words: str, x: float, y: float, *, radius: float | None) -> Label | None:
        """``words`` to the right of a symbol with that radius, else to the left, above or below
        it; where there is no symbol, upon the place itself and nowhere else. None where there is
        no room."""
        width, height = LETTER * self.size * len(words), self.size
        aside, middle = (radius or 0) + GAP, y + 0.35 * height
        upon = ((x, middle, "middle", x - width / 2),)
        beside = (
            (x + aside, middle, "start", x + aside),
            (x - aside, middle, "end", x - aside - width),
            (x, y - aside, "middle", x - width / 2),
            (x, y + aside + 0.75 * height, "middle", x - width / 2),
            (x, y - aside, "end", x - width),
            (x, y - aside, "start", x),
            (x, y + aside + 0.75 * height, "end", x - width),
            (x, y + aside + 0.75 * height, "start", x),
        )
        for label_x, label_y, anchor, left in upon if radius is None else beside:
            box = Box(left, label_y - 0.8 * height, left + width, label_y + 0.22 * height)
            if self.frame.holds(box) and not any(map(box.meets, self.taken)):
                self.taken.append(box)
                return Label(words, label_x, label_y, anchor)
        return None
