"""Labels beside points of a map, none upon another."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product
from typing import Final, NamedTuple

from quizzes.figures.drawings.chart import GREEK, IDEOGRAPHS

GAP: Final = 6.0
BREADTHS: Final[Mapping[str, float]] = {
    " .,:;!'’|()[]/-\u00a0\u2010\u2011ijltfIJ": 0.36,
    "r": 0.42,
    "bdghnopquабвгдеёзийклнопрстухцчьэя": 0.65,
    "ABCDEFGHKLNOPQRSTUVXYZАБВГДЕЁЗИЙКЛНОПРСТУХЦЧЬЭЯ": 0.79,
    "mwMм": 0.9,
    "W@%—жшщфыюЖМФЫШЩЮ": 1.02,
}
"""How wide characters are in heights of the font, at most: as in the bold letters of Arial."""
LETTER: Final = 0.6
OTHER_LETTER: Final = 0.73
"""The same of letters that are not listed: of Latin, and of other scripts."""
IDEOGRAPH: Final = 1.05
LINE: Final = 1.1
FARTHER: Final = (10.0, 18.0, 28.0)
"""Radii of empty symbols, beside which a key stands that has no room."""
LONG: Final = 20
"""Characters of words that may stand in two lines."""


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


@lru_cache(maxsize=128)  # more than there are letters in a language
def breadth(character: str) -> float:
    """How wide a character is, in heights of the font."""
    for characters, wide in BREADTHS.items():
        if character in characters:
            return wide
    if character >= IDEOGRAPHS:
        return IDEOGRAPH
    return OTHER_LETTER if character >= GREEK else LETTER


class Label(NamedTuple):
    """Words and where they stand: x and y of their first baseline, and which end stands there. A
    line break parts lines."""

    words: str
    x: float
    y: float
    anchor: str


def around(x: float, y: float, radius: float) -> Box:
    """The box of a point's symbol."""
    return Box(x - radius, y - radius, x + radius, y + radius)


LINES_UPON: Final = (0, -0.6, 0.6)
SHIFTS_UPON: Final = (0, -0.25, 0.25, -0.45, 0.45)
"""How far a name may be from the middle of the place it is upon, in its height and its width."""


class Labels:
    """The labels of one map. Those placed first have the choice."""

    def __init__(self, frame: Box, size: float, taken: Iterable[Box] = ()) -> None:
        self.frame = frame
        self.size = size
        self.taken = list(taken)

    def place(self, words: str, x: float, y: float, *, radius: float | None) -> Label | None:
        """``words`` to the right of a symbol with that radius, else to the left, above or below
        it; where there is no symbol, upon the place itself and nowhere else, with its middle there
        if it can be. Long ones are in two lines where one has no room. None where neither has."""
        return self._place([words], x, y, radius) or (
            self._place(in_two(words), x, y, radius) if len(words) > LONG else None
        )

    def place_key(self, words: str, x: float, y: float, *, radius: float | None) -> Label | None:
        """The same for the name that matters most: where there is no room, a little farther off."""
        return self.place(words, x, y, radius=radius) or next(
            filter(None, (self.place(words, x, y, radius=at) for at in FARTHER)), None
        )

    def _place(
        self, lines: Sequence[str], x: float, y: float, radius: float | None
    ) -> Label | None:
        height = self.size
        width = height * max(sum(map(breadth, line)) for line in lines)
        more = height * LINE * (len(lines) - 1)
        for label_x, label_y, anchor, left in self._places(x, y, radius, width, more):
            bottom = label_y + more + 0.22 * height
            box = Box(left, label_y - 0.8 * height, left + width, bottom)
            if self.frame.holds(box) and not any(map(box.meets, self.taken)):
                self.taken.append(box)
                return Label("\n".join(lines), label_x, label_y, anchor)
        return None

    def _places(
        self, x: float, y: float, radius: float | None, width: float, more: float
    ) -> Iterator[tuple[float, float, str, float]]:
        """Where words may stand that are ``more`` high than one line, the best place first: x and y
        of the first baseline, which end stands there, and where the left one is."""
        height, aside = self.size, (radius or 0) + GAP
        middle = y + 0.35 * height - more / 2
        if radius is None:
            for down, along in product(LINES_UPON, SHIFTS_UPON):
                left = x + (along - 0.5) * width
                yield left + width / 2, middle + down * height, "middle", left
            return
        above, below = y - aside - more, y + aside + 0.75 * height
        inside = max(self.frame.left, min(x - width / 2, self.frame.right - width))
        yield x + aside, middle, "start", x + aside
        yield x - aside, middle, "end", x - aside - width
        yield x, above, "middle", x - width / 2
        yield x, below, "middle", x - width / 2
        yield x, above, "end", x - width
        yield x, above, "start", x
        yield x, below, "end", x - width
        yield x, below, "start", x
        yield inside + width / 2, above, "middle", inside
        yield inside + width / 2, below, "middle", inside


def in_two(words: str) -> list[str]:
    """``words`` in two lines, as long as each other if they can be."""
    breaks = [at for at, character in enumerate(words) if character == " "]
    if not breaks:
        return [words]
    at = min(breaks, key=lambda at: abs(2 * at - len(words)))
    return [words[:at], words[at + 1 :]]
