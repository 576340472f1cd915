"""What mission patches show: devices, fields, borders and palettes, drawn by hand.

A box of 96 by 96 around (48, 48). Fields fill the disc of radius 38, devices keep within 29 of the
middle, borders run from 38 to 47. ``{g}`` is the ground, ``{f}`` the field on it, ``{d}`` the
colour of the device, ``{x}`` the accent.
"""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple


class Palette(NamedTuple):
    """Colours of a patch. Device and accent can be told from ground and field in lightness."""

    ground: str
    field: str
    device: str
    accent: str


# Night and day, each tellable without its hue; no orange, which means "you, here, now".
PALETTES: Final[Sequence[Palette]] = (
    Palette("#0c1833", "#1f3b6c", "#f6ecd6", "#f0c75e"),  # midnight
    Palette("#bfe3f5", "#6fb3dd", "#12304f", "#fffdf5"),  # morning sky
    Palette("#0f4f48", "#1f7469", "#f1f6e4", "#f3d36b"),  # pine water
    Palette("#f3e3b5", "#d9b874", "#3d2b16", "#7d4a2c"),  # dune
    Palette("#3a2152", "#614284", "#fbeaf3", "#f2b5cd"),  # heather
    Palette("#cdd4de", "#a3afc1", "#141c29", "#2f62a0"),  # moon
    Palette("#25292f", "#5e6672", "#f4f4ef", "#8fd8ec"),  # basalt
    Palette("#d3f0e0", "#8fd0b3", "#0f4034", "#fffef2"),  # glacier
    Palette("#1d5f9f", "#3d8bcd", "#ffffff", "#ffe288"),  # azure
    Palette("#f3c9d2", "#dc97ab", "#511a38", "#8d3f63"),  # rose
    Palette("#6f69c0", "#5a54a6", "#ffffff", "#f7e583"),  # iris
    Palette("#fff6cf", "#f1dc74", "#2a3a1c", "#56742f"),  # meadow
)

STAR: Final = "l1.1 3.1 3.1 1.1-3.1 1.1-1.1 3.1-1.1-3.1-3.1-1.1 3.1-1.1Z"
"""A small star with four points, from its top."""

FIELDS: Final[Mapping[str, str]] = {
    "plain": "",
    "base": '<path d="M10 48H86A38 38 0 0 1 10 48Z" fill="{f}"/>',
    "pale": '<path d="M48 10A38 38 0 0 1 48 86Z" fill="{f}"/>',
    "bend": '<path d="M21.1 74.9A38 38 0 0 0 74.9 21.1Z" fill="{f}"/>',
    "rays": (
        '<circle cx="48" cy="48" r="19" fill="none" stroke="{f}" stroke-width="38" '
        'stroke-dasharray="7.461"/>'
    ),
    "disc": '<circle cx="48" cy="48" r="30" fill="{f}"/>',
    "horizon": '<path d="M13.8 64.5Q48 46 82.2 64.5A38 38 0 0 1 13.8 64.5Z" fill="{f}"/>',
    "band": ('<path d="M12.3 35H83.7A38 38 0 0 1 83.7 61H12.3A38 38 0 0 1 12.3 35Z" fill="{f}"/>'),
}

_RING = '<circle cx="48" cy="48" r="{{}}" fill="none" stroke="{{{{{}}}}}" stroke-width="{{}}"{{}}/>'


def _ring(radius: float, width: float, colour: str = "d", more: str = "") -> str:
    return _RING.format(colour).format(radius, width, more)


_ROUND = ' stroke-linecap="round"'
BORDERS: Final[Mapping[str, str]] = {
    "plain": _ring(42.5, 7),
    "double": _ring(45.5, 2.6) + _ring(40.4, 2.6, "x"),
    "ticks": _ring(46, 2) + _ring(41.6, 4, more=' stroke-dasharray="1.6 3.846"'),
    "rope": _ring(42.5, 7, "x") + _ring(42.5, 6, more=f'{_ROUND} stroke-dasharray="2.2 8.926"'),
    "beads": _ring(46.2, 1.6) + _ring(41.8, 4.4, more=f'{_ROUND} stroke-dasharray="0 9.38"'),
    "quarters": _ring(42.5, 7, "f") + _ring(42.5, 7, more=' stroke-dasharray="33.379"'),
    "notches": _ring(43.5, 5) + _ring(40, 4, more=' stroke-dasharray="5.236"'),
    "studs": _ring(42.5, 7) + _ring(42.5, 3.6, "g", f'{_ROUND} stroke-dasharray="0 22.253"'),
}

DEVICES: Final[Mapping[str, str]] = {
    "comet": (
        '<path d="M52 29Q34 36 21 55 40 47 54 46ZM57 44Q45 55 40 75 56 62 69 44Z" fill="{d}"/>'
        '<path d="M49 48 28 69" stroke="{x}" stroke-width="4" stroke-linecap="round"/>'
        '<circle cx="61" cy="36" r="12.5" fill="{d}"/><circle cx="61" cy="36" r="7.5" fill="{x}"/>'
    ),
    "parachute": (
        '<path d="M24 45A24 22 0 0 1 72 45Q64 39 56 45 48 39 40 45 32 39 24 45Z" fill="{d}"/>'
        '<path d="M40 45Q40 30 48 23 56 30 56 45 48 39 40 45Z" fill="{x}"/>'
        '<path d="M25 46 45 63M71 46 51 63M40.5 46 46.5 63M55.5 46 49.5 63" stroke="{d}" '
        'stroke-width="1.5"/>'
        '<path d="M40 72Q40 63 44.5 61.5H51.5Q56 63 56 72 48 76 40 72Z" fill="{d}"/>'
    ),
    "station": (
        '<g transform="rotate(-24 48 48)"><path d="M22 46H74V50H22Z" fill="{d}"/>'
        '<rect x="42" y="28" width="12" height="40" rx="5" fill="{d}"/>'
        '<path d="M22 31H35V44H22ZM22 52H35V65H22ZM61 31H74V44H61ZM61 52H74V65H61Z" fill="{x}"/>'
        '<path d="M28.5 31V65M67.5 31V65M42 40H54M42 56H54" stroke="{g}" '
        'stroke-width="1.6"/></g>'
    ),
    "planet": (
        '<g transform="rotate(-22 48 48)" fill="none" stroke="{x}" stroke-width="4">'
        '<ellipse cx="48" cy="48" rx="26" ry="8"/>'
        '<circle cx="48" cy="48" r="16.5" fill="{d}" stroke="none"/>'
        '<path d="M35 40.5H61M39 35H57" stroke="{f}" stroke-width="2"/>'
        '<path d="M22 48A26 8 0 0 0 74 48"/></g>'
    ),
    "moon": (
        '<path d="M53 23A25 25 0 1 0 73 56 20 20 0 1 1 53 23Z" fill="{d}"/>'
        '<path d="M62 34l2 6 6 2-6 2-2 6-2-6-6-2 6-2Z" fill="{x}"/>'
    ),
    "orbit": (
        '<g fill="none" stroke="{d}" stroke-width="2.6">'
        '<ellipse cx="48" cy="48" rx="27" ry="12" transform="rotate(-35 48 48)"/>'
        '<ellipse cx="48" cy="48" rx="27" ry="12" transform="rotate(35 48 48)"/></g>'
        '<circle cx="48" cy="48" r="8" fill="{d}"/>'
        '<circle cx="70" cy="32.5" r="4.6" fill="{x}"/>'
        '<circle cx="26.5" cy="34.5" r="3.2" fill="{x}"/>'
    ),
    "mountains": (
        '<circle cx="63" cy="33" r="6.5" fill="{x}"/>'
        '<path d="M21 65 41 30 52 49 58 42 75 65Z" fill="{d}"/>'
        '<path d="M41 30 33.5 43 38 41 41 45.5 44.5 41 48 42Z" fill="{x}"/>'
        '<path d="M26 70H70M36 75H60" stroke="{d}" stroke-width="2.6" stroke-linecap="round"/>'
    ),
    "star": (
        '<path d="M48 30 56 40 66 48 56 56 48 66 40 56 30 48 40 40Z" fill="{x}" '
        'transform="rotate(45 48 48)"/>'
        '<path d="M48 19 53.5 42.5 77 48 53.5 53.5 48 77 42.5 53.5 19 48 42.5 42.5Z" '
        'fill="{d}"/><circle cx="48" cy="48" r="3.6" fill="{g}"/>'
    ),
    "rocket": (
        '<g transform="rotate(32 48 48)"><path d="M43 58H53L48 76Z" fill="{x}"/>'
        '<path d="M39 43 29 60 40 57ZM57 43 67 60 56 57Z" fill="{x}"/>'
        '<path d="M48 19Q60 32 57 59H39Q36 32 48 19Z" fill="{d}"/>'
        '<circle cx="48" cy="38" r="4.8" fill="{g}"/><path d="M40 52H56" stroke="{g}" '
        'stroke-width="2"/></g>'
    ),
    "glider": (
        '<g transform="rotate(38 48 48)">'
        '<path d="M48 20Q54 26 54 37L75 60V66L54 63 59 73H37L42 63 21 66V60L42 37Q42 26 48 20Z" '
        'fill="{d}"/><path d="M75 60V66L54 63V56ZM21 60V66L42 63V56Z" fill="{x}"/>'
        '<path d="M48 50V72" stroke="{g}" stroke-width="2.2"/>'
        '<path d="M45 32Q48 29 51 32" stroke="{g}" stroke-width="2.2" fill="none"/></g>'
    ),
    "dish": (
        '<path d="M39 60 33 75H57L49 64Z" fill="{d}"/>'
        '<path d="M27 32A25 25 0 0 0 64 66Z" fill="{d}"/>'
        '<path d="M45.5 49 58 37" stroke="{d}" stroke-width="3"/>'
        '<circle cx="59" cy="36" r="3.8" fill="{x}"/>'
        '<path d="M59 26A10.5 10.5 0 0 1 69.5 36M59 19A17.5 17.5 0 0 1 75.5 36" '
        'fill="none" stroke="{x}" stroke-width="2.8" stroke-linecap="round"/>'
    ),
    "sunrise": (
        '<circle cx="48" cy="46" r="12" fill="{x}"/>'
        '<path d="M48 21V29M32.5 26 36.5 32.5M63.5 26 59.5 32.5M22.5 37 29.5 40.5'
        'M73.5 37 66.5 40.5" stroke="{x}" stroke-width="3" stroke-linecap="round"/>'
        '<path d="M20 59Q48 39 76 59 74 65 69 69.5 48 56 27 69.5 22 65 20 59Z" fill="{d}"/>'
        '<path d="M31 72.5Q48 62 65 72.5 48 80 31 72.5Z" fill="{d}"/>'
    ),
    "constellation": (
        '<path d="M25 38 38 31 49 42 45 58 63 66 71 50 49 42" fill="none" stroke="{d}" '
        'stroke-width="2.2" stroke-linejoin="round"/>'
        '<g fill="{d}"><circle cx="25" cy="38" r="3.6"/><circle cx="38" cy="31" r="3.6"/>'
        '<circle cx="45" cy="58" r="3.6"/><circle cx="63" cy="66" r="3.6"/>'
        '<circle cx="71" cy="50" r="3.6"/></g>'
        '<path d="M49 32l2.7 7.3 7.3 2.7-7.3 2.7-2.7 7.3-2.7-7.3-7.3-2.7 '
        '7.3-2.7Z" fill="{x}"/>'
    ),
    "helmet": (
        '<path d="M34 70H62" stroke="{x}" stroke-width="5" stroke-linecap="round"/>'
        '<path d="M48 22A23 23 0 0 1 71 45V56Q71 66 61 66H35Q25 66 25 56V45A23 23 0 0 1 48 22Z" '
        'fill="{d}"/><rect x="31" y="35" width="34" height="23" rx="10" fill="{g}"/>'
        '<path d="M37 48Q37 41 44 41" fill="none" stroke="{x}" stroke-width="3" '
        'stroke-linecap="round"/>'
    ),
    "galaxy": (
        '<g transform="rotate(-28 48 48)" fill="none" stroke="{d}" stroke-width="4.6" '
        'stroke-linecap="round"><path d="M22 53A27 17 0 0 1 68 38M74 43A27 17 0 0 1 28 58"/>'
        '<path d="M33 51A16 9.5 0 0 1 58 42M63 45A16 9.5 0 0 1 38 54" stroke-width="4"/>'
        '<circle cx="48" cy="48" r="5.5" fill="{x}" stroke="none"/></g>'
    ),
    "eclipse": (
        '<circle cx="48" cy="48" r="23" fill="none" stroke="{d}" stroke-width="7" '
        'stroke-dasharray="2.6 9.443"/><circle cx="48" cy="48" r="17" fill="{d}"/>'
        '<circle cx="46.5" cy="49" r="14" fill="{g}"/><circle cx="59" cy="36.5" r="5.2" '
        'fill="{x}"/>'
    ),
    "conifer": (
        '<path d="M45 62H51V75H45Z" fill="{x}"/>'
        '<path d="M48 20 58 37H53.5L63 51H57L67 67H29L39 51H33L42.5 37H38Z" fill="{d}"/>'
        '<path d="M48 31V67" stroke="{g}" stroke-width="1.6"/>'
    ),
    "waves": (
        '<circle cx="48" cy="36" r="12" fill="{x}"/>'
        '<g fill="none" stroke="{d}" stroke-width="5" stroke-linecap="round">'
        '<path d="M23 49q6.25-8 12.5 0t12.5 0 12.5 0 12.5 0"/>'
        '<path d="M26 60q5.5-7 11 0t11 0 11 0 11 0"/>'
        '<path d="M34 70q3.5-5 7 0t7 0 7 0 7 0"/></g>'
    ),
}
