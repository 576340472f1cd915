"""The ship in every phase, and a helicopter: SVG to be referred to by id, once a page.

Each is drawn around the middle of the capsule, in pixels, upright. They look the same by day and by
night; the capsule and its parachute are orange, for they are the player's.
"""

from typing import Final

ORANGE: Final = "#f26522"
WHITE: Final = "#fff"
PALE: Final = "#dfe6ee"
STEEL: Final = "#9aa9b8"
DARK: Final = "#231a12"

WINGS: Final = (
    '<path d="M-36 10h27v9h-27zM9 10h27v9H9z" fill="#3a5f9c" stroke="#cfe0f5" stroke-width=".9"/>'
    '<path d="M-27 10v9M-18 10v9M18 10v9M27 10v9M-9 14.5h18" stroke="#cfe0f5" stroke-width=".7"/>'
)
SERVICE: Final = (
    f'{WINGS}<path d="M-7 7.5h14l1.2 15.5h-16.4z" fill="{STEEL}"/>'
    f'<path d="M-7.2 11h14.4M-7.7 18h15.4" stroke="{PALE}" stroke-width=".8"/>'
    '<path d="M-3.5 23h7l2 5h-11z" fill="#66788a"/>'
)
ORBITAL: Final = (
    f'<ellipse cy="-14.5" rx="6.8" ry="7.2" fill="{PALE}"/>'
    f'<path d="M-6.5-13h13" stroke="{STEEL}" stroke-width="1"/>'
    f'<path d="M0-21.5v-6M-3-27.5h6" stroke="{PALE}" stroke-width="1.5"/>'
)
CAPSULE: Final = (
    f'<path d="M-9 8q-.8-11 5.2-16h7.6q6 5 5.2 16-9 3-18 0z" fill="{ORANGE}"'
    f' stroke="{WHITE}" stroke-width="1.3"/><circle cy="-1" r="2.1" fill="{DARK}"/>'
)
SHIP: Final = SERVICE + ORBITAL + CAPSULE

# 92 by 82, the lines meeting 8 above the middle of the capsule.
CANOPY: Final = (
    '<g transform="translate(-46 -92)"><path d="M4 37 46 84M7.2 37 46 84M16.3 37 46 84M29.9 37'
    ' 46 84M46 37V84M62.1 37 46 84M75.7 37 46 84M84.8 37 46 84M88 37 46 84" fill="none"'
    f' stroke="{WHITE}" stroke-opacity=".65" stroke-width=".8"/><path d="M46 3A42 34 0 0 0 4 37Q5.6'
    " 32 7.2 37A38.8 34 0 0 1 46 3ZM46 3A29.7 34 0 0 0 16.3 37Q23.1 32 29.9 37A16.1 34"
    " 0 0 1 46 3ZM46 3V37Q54 32 62.1 37A16.1 34 0 0 0 46 3ZM46 3A29.7 34 0 0 1 75.7 37Q80.3"
    f' 32 84.8 37A38.8 34 0 0 0 46 3Z" fill="{ORANGE}"/><path d="M46 3A38.8 34 0 0 0 7.2'
    " 37Q11.7 32 16.3 37A29.7 34 0 0 1 46 3ZM46 3A16.1 34 0 0 0 29.9 37Q38 32 46 37ZM46"
    " 3A16.1 34 0 0 1 62.1 37Q68.9 32 75.7 37A29.7 34 0 0 0 46 3ZM46 3A38.8 34 0 0 1 84.8"
    f' 37Q86.4 32 88 37A42 34 0 0 0 46 3Z" fill="{WHITE}"/></g>'
)
HANGING: Final = CANOPY + CAPSULE

DUST: Final = (
    '<path d="M-34 20q2-8 12-7 5-8 13-3 9-6 15 1 10-5 15 3 11-1 13 6-34 6-68 0z" fill="#e9d7ae"'
    ' fill-opacity=".9"/>'
)

VEHICLES: Final[dict[str, str]] = {
    "undocked": SHIP,
    "burning": (
        f'{SHIP}<path d="M-4.5 29q-2 15 4.5 27 6.5-12 4.5-27z" fill="#ffd9a0"/>'
        f'<path d="M-2.2 29q-1 9 2.2 17 3.2-8 2.2-17z" fill="{WHITE}"/>'
    ),
    "parted": (
        f'<g transform="translate(-16 -13) rotate(-24)">{ORBITAL}</g>'
        f'<g transform="translate(13 17) rotate(17)">{SERVICE}</g>{CAPSULE}'
    ),
    "entering": (
        f'<g transform="rotate(-24)"><path d="M-7-11-15-46M7-11 9-50M0-12-3-58" stroke="{WHITE}"'
        ' stroke-opacity=".5" stroke-width="1.2"/>'
        f'{CAPSULE}<path d="M-14 9Q0 19 14 9" fill="none" stroke="#ffd9a0" stroke-width="2"/></g>'
    ),
    "glowing": (
        '<g transform="rotate(-24)"><path d="M-17 5Q-20-26-7-66 2-92 4-98 9-76 13-48 19-16 17 5q-17'
        ' 20-34 0z" fill="#ff9d5c" fill-opacity=".55"/><path d="M-13 6Q-15-20-5-48 0-64 2-74 8-46'
        ' 13 6q-13 13-26 0z" fill="#ffd9a0" fill-opacity=".8"/><path d="M-10 8Q-11-12-3-32'
        f' 2-18 10 8q-10 8-20 0z" fill="{WHITE}" fill-opacity=".85"/>{CAPSULE}</g>'
    ),
    "under-parachute": HANGING,
    "shield-off": (
        f'{HANGING}<path d="M-6 17v7M0 15v9M6 17v7" stroke="{WHITE}" stroke-opacity=".55"/>'
        f'<g transform="translate(2 32) rotate(-12)"><ellipse rx="9.5" ry="3" fill="#4a3b30"'
        f' stroke="{WHITE}" stroke-opacity=".8"/></g>'
    ),
    "firing": (
        f'{HANGING}{DUST}<path d="M-7 9-10 19-4 10M-2 10 0 21 2 10M4 10 10 19 7 9" fill="#ffd9a0"/>'
    ),
    "landed": (
        f'<path d="M4-11Q16-9 31 3M5-11Q22-6 40 4" fill="none" stroke="{WHITE}" stroke-opacity'
        f'=".7"/><path d="M27 9Q29-2 38-3 42-10 52-7 60-14 71-8 80-11 87-4 97-4 101 3q9 1 13'
        ' 6-44 5-87 0z"'
        f' fill="{WHITE}"/><path d="M27 9Q29-2 38-3l-2 12.5zM52-7Q44-1 45 9.8h11Q54-2 52-7zM71-8Q65'
        f' 0 66 10.2h11Q78 0 71-8zM87-4q-2 6 0 13.8h10Q95 2 87-4zM101 3q3 3 3 6.6l10-.6q-4-5-13-6z"'
        f' fill="{ORANGE}"/><g transform="rotate(-9)">{CAPSULE}</g>'
    ),
    "helicopter": (
        '<path d="M-13 1q0-6 9-6.5H5q6 0 8 3.5l17-1 2-5h2l-1 8-19 3q-2 4-8 4h-9Q-13 7-13 1z"/>'
        '<path d="M-24-9h46M0-9v4M34-8v6" stroke="currentColor" stroke-width="1.4"/>'
    ),
}


def definitions() -> str:
    """All of them, for a page that refers to some."""
    return "".join(f'<g id="craft-{name}">{shapes}</g>' for name, shapes in VEHICLES.items())
