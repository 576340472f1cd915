"""Mission patches: a round emblem for each call sign.

The word tells the device and the field, the number the palette and the border. So two call signs
that share neither look different in two ways at least, and a comet shows a comet. Small stars fall
where the whole of the call sign says.
"""

from functools import lru_cache
from html import escape
from math import cos, radians, sin
from typing import Final, NamedTuple

from quizzes.items.seeds import Draw
from quizzes.players.callsigns import NUMBERS, WORDS_BY_DEVICE, CallSign
from quizzes.players.devices import BORDERS, DEVICES, FIELDS, PALETTES, STAR

_DEVICES: Final = tuple(DEVICES)
_FIELDS: Final = tuple(FIELDS)
_BORDERS: Final = tuple(BORDERS)


class Design(NamedTuple):
    """What a patch is made of: names, and the place of its palette."""

    device: str
    field: str
    palette: int
    border: str


def _by_word() -> dict[str, tuple[str, str]]:
    """Another device or another field for each word."""
    return {
        word: (device, _FIELDS[(at + 3 * place) % len(_FIELDS)])
        for at, (device, words) in enumerate(WORDS_BY_DEVICE.items())
        for place, word in enumerate(words)
    }


def _by_number() -> dict[int, tuple[int, str]]:
    """Another palette or another border for each number; numbers in a row look unlike."""
    return {
        number: (at % len(PALETTES), _BORDERS[(at + at // len(PALETTES)) % len(_BORDERS)])
        for at, number in enumerate(NUMBERS)
    }


_OF_WORD: Final = _by_word()
_OF_NUMBER: Final = _by_number()


def design(sign: CallSign) -> Design:
    """What the patch of ``sign`` is made of."""
    return Design(*_OF_WORD[sign.word], *_OF_NUMBER[sign.number])


@lru_cache(maxsize=512)
def patch(sign: CallSign, title: str = "") -> str:
    """The patch of ``sign`` as SVG of 96 by 96 units. With a ``title`` it is an image of that name;
    without one it is hidden from screen readers: then its words stand beside it."""
    device, field, at, border = design(sign)
    palette = PALETTES[at]
    colours = {
        "g": palette.ground,
        "f": palette.field,
        "d": palette.device,
        "x": palette.accent,
    }
    body = f"{FIELDS[field]}{_stars(sign)}{DEVICES[device]}{BORDERS[border]}".format_map(colours)
    named = f' role="img"><title>{escape(title)}</title>' if title else ' aria-hidden="true">'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="patch" viewBox="0 0 96 96"{named}'
        f'<circle cx="48" cy="48" r="47.5" fill="{palette.ground}"/>{body}</svg>'
    )


def _stars(sign: CallSign) -> str:
    """Two to four small stars between the device and the border."""
    draw = Draw(sign.slug)
    first, count = 360 * draw.fraction(), 2 + draw.below(3)
    turn = 360 / count
    path = "".join(
        f"M{48 + 32 * cos(angle):.1f} {43.8 + 32 * sin(angle):.1f}{STAR}"
        for number in range(count)
        for angle in [radians(first + turn * number + 30 * draw.fraction())]
    )
    return f'<path d="{path}" fill="{{x}}"/>'
