"""The sheets of the map of all landings, and where on them each landing is marked.

Within a sheet a degree of longitude is as narrow as it is in the sheet's middle. Marks are moved
apart so that each is seen. Of what is known by its region alone there is a ring amid the region,
or, where that is wide, beside the map.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from math import cos, hypot, radians, sin, sqrt
from typing import Final, NamedTuple

from quizzes.facts.shapes import Point
from quizzes.figures.drawings.coasts import WIDEST
from quizzes.figures.drawings.mapping import extent
from quizzes.figures.history.marks import Flight
from quizzes.items.text import Text, gettext_noop

GOLDEN_ANGLE: Final = 2.399963
"""Turning by it lays points evenly, as the seeds of a sunflower."""
DOT: Final = 3.0
APART: Final = 6.6
TRIES: Final = 4_000
ROW: Final = 18.0
NARROWEST: Final = 320


class Sheet(NamedTuple):
    """A part of the Earth: degrees, east beyond 180 where it crosses the date line. ``width``: of
    the picture, in px of the screen that it is made for. ``regions``: those whose landings stand on
    it where they are known by nothing else."""

    slug: str
    name: Text
    west: float
    east: float
    south: float
    north: float
    width: float
    regions: tuple[str, ...]

    @property
    def across(self) -> float:
        """Units a degree of longitude."""
        return self.width / (self.east - self.west)

    @property
    def down(self) -> float:
        """Units a degree of latitude."""
        return self.across / cos(radians((self.south + self.north) / 2))

    @property
    def height(self) -> float:
        return (self.north - self.south) * self.down

    def holds(self, point: Point) -> bool:
        lat, lon = point
        return self.south <= lat <= self.north and 0 <= (lon - self.west) % 360 <= (
            self.east - self.west
        )

    def at(self, point: Point) -> tuple[float, float]:
        lat, lon = point
        return ((lon - self.west) % 360) * self.across, (self.north - lat) * self.down


SHEETS: Final = (
    Sheet("steppe", Text(gettext_noop("Kazakhstan and southern Russia")), 44.5, 86, 43.8, 60.6, 640,
          ("Kazakhstan", "Russia")),
    Sheet("florida", Text(gettext_noop("Florida, the Gulf of Mexico, the Atlantic")),
          -97, -61, 17, 34.5, 320, ("Florida", "Gulf of Mexico", "North Atlantic Ocean")),
    Sheet("west", Text(gettext_noop("California, New Mexico, Texas")), -126, -97, 28, 42.5, 320,
          ("California", "New Mexico", "Texas")),
    Sheet("pacific", Text(gettext_noop("The Pacific")), 125, 245, -30, 40, 320,
          ("North Pacific Ocean", "South Pacific Ocean")),
    Sheet("gobi", Text(gettext_noop("Inner Mongolia")), 95, 124, 36.5, 51, 320,
          ("Inner Mongolia",)),
)  # fmt: skip


class Mark(NamedTuple):
    """A flight and where its mark stands; ``is_ring``: where it was is not known so well."""

    flight: Flight
    x: float
    y: float
    is_ring: bool = False


class Placed(NamedTuple):
    """What stands on a sheet. ``rows``: of marks beside the map, with the region and the height at
    which each begins; ``height``: of the map and the rows."""

    sheet: Sheet
    marks: Sequence[Mark]
    rows: Sequence[tuple[str, float]]
    height: float


class Spreader:
    """Finds for one mark after the other the nearest free place."""

    def __init__(self) -> None:
        self.cells: defaultdict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)

    def place(self, x: float, y: float) -> tuple[float, float]:
        for turn in range(TRIES):
            radius, angle = APART * 0.3 * sqrt(turn), turn * GOLDEN_ANGLE
            found = x + radius * cos(angle), y + radius * sin(angle)
            if self.is_free(*found):
                break
        self.cells[self.cell(*found)].append(found)
        return found

    def is_free(self, x: float, y: float) -> bool:
        column, row = self.cell(x, y)
        return all(
            hypot(x - other_x, y - other_y) >= APART
            for near_column in (column - 1, column, column + 1)
            for near_row in (row - 1, row, row + 1)
            for other_x, other_y in self.cells.get((near_column, near_row), ())
        )

    @staticmethod
    def cell(x: float, y: float) -> tuple[int, int]:
        return int(x // APART), int(y // APART)


def sheet_of(flight: Flight) -> Sheet | None:
    """The sheet that a landing stands on; None where nobody says where it was."""
    if flight.point is not None:
        point = flight.point
        return next((sheet for sheet in SHEETS if sheet.holds(point)), None)
    return next((sheet for sheet in SHEETS if flight.region in sheet.regions), None)


@lru_cache(maxsize=1)  # of the facts in force: marks stand still, whoever is chosen
def placed(flights: tuple[Flight, ...]) -> list[Placed]:
    """All landings on their sheets."""
    return [on_sheet(sheet, [one for one in flights if sheet_of(one) is sheet]) for sheet in SHEETS]


def on_sheet(sheet: Sheet, flights: Sequence[Flight]) -> Placed:
    spreader, marks = Spreader(), []
    vague: defaultdict[str, list[Flight]] = defaultdict(list)
    for flight in flights:
        if flight.point is not None:
            marks.append(Mark(flight, *spreader.place(*sheet.at(flight.point))))
        else:
            vague[flight.region].append(flight)
    rows, height = [], sheet.height
    room = ROW * sheet.width / NARROWEST  # for letters that are larger on a narrow screen
    for region, held in vague.items():
        middle, high, wide = extent(region)
        if max(high, wide) <= WIDEST and sheet.holds(middle):
            at = sheet.at(middle)
            marks += [Mark(flight, *spreader.place(*at), is_ring=True) for flight in held]
            continue
        rows.append((region, height))
        in_a_row = int((sheet.width - 2 * APART) // (APART + 1))
        for number_, flight in enumerate(held):
            down, across = divmod(number_, in_a_row)
            x = APART + across * (APART + 1)
            marks.append(Mark(flight, x, height + room + 8 + down * (APART + 2), is_ring=True))
        height += room + 16 + (len(held) - 1) // in_a_row * (APART + 2)
    return Placed(sheet, marks, rows, height)
