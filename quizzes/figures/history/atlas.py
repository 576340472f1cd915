"""Draws where flights came down: a sheet for each part of the Earth that they came down in, and
around each point what it is good to."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from markupsafe import Markup, escape

from quizzes.facts.base import FactBase
from quizzes.facts.geometry import distance_km
from quizzes.facts.records import Site, SiteKind
from quizzes.facts.region_shapes import SHAPES
from quizzes.facts.regions import REGIONS, Surface
from quizzes.facts.shapes import KM_PER_DEGREE, Point
from quizzes.figures.drawings.chart import number
from quizzes.figures.drawings.labels import Box, Labels, around
from quizzes.figures.drawings.mapping import extent, lettering
from quizzes.figures.history.marks import Shown, link
from quizzes.figures.history.sheets import (
    APART,
    DOT,
    NARROWEST,
    SHEETS,
    Mark,
    Placed,
    Sheet,
    placed,
)
from quizzes.items.kinds.landing_sites import REGION_NAMES
from quizzes.items.text import Text, Translate, gettext_noop, named, ngettext, text

SITE_KINDS: Final = (SiteKind.LANDING, SiteKind.TOWN, SiteKind.LAUNCH)
LETTERS: Final = 13.0
EDGE: Final = 25
"""Degrees east where the map of the Earth begins."""
SAME_PLACE_KM: Final = 30
BLOOM: Final = 36.0
"""How wide many marks around one place grow."""

NO_POINT: Final = gettext_noop("{region}, point not known:")


def dot(x: float, y: float, radius: float = DOT) -> str:
    """A round path: many of them make one."""
    r, across = number(radius), number(2 * radius)
    return f"M{number(x - radius)} {number(y)}a{r} {r} 0 10{across} 0a{r} {r} 0 10-{across} 0"


class DrawnSheet(NamedTuple):
    """A sheet as SVG, its name and how many of those chosen came down there."""

    slug: str
    name: str
    landings: str
    svg: Markup


def atlas(
    shown: Shown, facts: FactBase, translate: Translate, figure_id: str, land: str
) -> list[DrawnSheet]:
    """The sheets. ``land``: the address of the outlines of the land."""
    return [
        draw_sheet(one, shown, towns(one.sheet, facts), translate, figure_id, land)
        for one in placed(tuple(shown.flights))
    ]


def towns(sheet: Sheet, facts: FactBase) -> list[tuple[Site, Point]]:
    """Landing sites, towns and launch sites on a sheet, as far as sources tell where they are, and
    one of those that are close together."""
    found: list[tuple[Site, Point]] = []
    for site in sorted(facts.sites.values(), key=lambda site: SITE_KINDS.index(site.kind)):
        if site.lat is None or site.lon is None or not sheet.holds((site.lat, site.lon)):
            continue
        if all(distance_km(site.lat, site.lon, *at) > SAME_PLACE_KM for _site, at in found):
            found.append((site, (site.lat, site.lon)))
    return found


def draw_sheet(
    held: Placed, shown: Shown, sites: Sequence[tuple[Site, Point]], translate: Translate,
    figure_id: str, land: str,
) -> DrawnSheet:  # fmt: skip
    sheet = held.sheet
    chosen = [mark for mark in held.marks if mark.flight.slug in shown.chosen]
    rest = [mark for mark in held.marks if mark.flight.slug not in shown.chosen]
    parts = [ground(sheet, f"{figure_id}-{sheet.slug}", land), doubts(sheet, chosen)]
    parts.append(names(sheet, held.marks, sites, translate))
    for region, y in held.rows:
        name = text(NO_POINT, region=Text(REGION_NAMES[REGIONS[region].slug])).render(translate)
        parts.append(
            f'<text class="row" x="{APART - DOT}" y="{number(y)}" dy="1.2em">{escape(name)}</text>'
        )
    for kind, wanted in (("rest", False), ("rest ring", True)):
        path = "".join(dot(one.x, one.y) for one in rest if one.is_ring is wanted)
        parts.append(f'<path class="{kind}" d="{path}"/>' if path else "")
    parts += [link(one.flight, dot(one.x, one.y), "ring" if one.is_ring else "") for one in chosen]
    name = sheet.name.render(translate)
    label = f"{figure_id}-{sheet.slug}-name"
    svg = (
        f'<svg class="sheet" role="group" aria-labelledby="{label}" '
        f'viewBox="0 0 {number(sheet.width)} {number(held.height)}">{"".join(parts)}</svg>'
    )
    count = ngettext("{n} landing", "{n} landings", len(chosen)).render(translate)
    return DrawnSheet(sheet.slug, name, count, Markup(svg))  # noqa: S704 (words are escaped)


def ground(sheet: Sheet, clip: str, land: str) -> str:
    """Sea, land and every fifth degree; on wide sheets every thirtieth."""
    box = f'width="{number(sheet.width)}" height="{number(sheet.height)}"'
    step = 5 if sheet.east - sheet.west < 60 else 15
    down = "".join(
        f"M{number((lon - sheet.west) * sheet.across)} 0V{number(sheet.height)}"
        for lon in range(int(sheet.west // step + 1) * step, int(sheet.east) + 1, step)
    )
    across = "".join(
        f"M0 {number((sheet.north - lat) * sheet.down)}H{number(sheet.width)}"
        for lat in range(int(sheet.south // step + 1) * step, int(sheet.north) + 1, step)
    )
    # The map of the Earth begins at the date line, 180 degrees west.
    turns = (0, 360) if sheet.east > 180 else (0,)
    uses = "".join(f'<use href="{escape(land)}#land" x="{turn}"/>' for turn in turns)
    moved = (
        f"scale({sheet.across:.4f} {sheet.down:.4f}) "
        f"translate({-(sheet.west + 180):.4f} {-(90 - sheet.north):.4f})"
    )
    return (
        f'<clipPath id="{clip}"><rect {box}/></clipPath><rect class="sea" {box}/>'
        f'<g clip-path="url(#{clip})"><g class="land" transform="{moved}">'
        f"{uses}{outlines(sheet)}</g></g>"
        f'<path class="grid" d="{down}{across}"/>'
    )


def outlines(sheet: Sheet) -> str:
    """The countries and states that landings are known by alone, roughly."""
    found = ""
    for name in sheet.regions:
        if REGIONS[name].surface is Surface.LAND and sheet.holds(extent(name)[0]):
            corners = ((number(lon + 180), number(90 - lat)) for lat, lon in SHAPES[name].corners)
            found += f'<path class="region" d="M{"L".join(map(" ".join, corners))}z"/>'
    return found


def doubts(sheet: Sheet, marks: Iterable[Mark]) -> str:
    """Around each point, as far as it may be off."""
    path = "".join(
        dot(*sheet.at(point), (flight.good_to_km or 0) / KM_PER_DEGREE * sheet.down)
        for flight in dict.fromkeys(mark.flight for mark in marks)
        if (point := flight.point) is not None
    )
    return f'<path class="doubt" d="{path}"/>' if path else ""


def names(
    sheet: Sheet, marks: Sequence[Mark], sites: Sequence[tuple[Site, Point]], translate: Translate
) -> str:
    """Places with their names, where there is room. On a narrow screen letters are larger beside
    the map, and those that have room on a wide one alone are fine."""
    frame = Box(2, 2, sheet.width - 2, sheet.height - 2)
    at = [(site, *sheet.at(point)) for site, point in sites]
    taken = [around(mark.x, mark.y, DOT) for mark in marks] + [around(x, y, 3) for _, x, y in at]
    large = Labels(frame, LETTERS * sheet.width / NARROWEST, taken)
    fine = Labels(frame, LETTERS)
    fine.taken = large.taken
    parts = []
    for site, x, y in at:
        name = named(site.name, translate)
        kind, away = "name", 1.0
        label = large.place(name, x, y, radius=away)
        if label is None:
            kind, label = "name fine", fine.place(name, x, y, radius=away)
        if label is None:
            away = BLOOM
            label = fine.place(name, x, y, radius=away)
        if label is not None and away == BLOOM:
            to = f"L{number(label.x)} {number(label.y - LETTERS / 3)}"
            parts.append(f'<path class="leader fine" d="M{number(x)} {number(y)}{to}"/>')
        town = f'<path class="town" d="M{number(x - 2)} {number(y - 2)}h4v4h-4z"/>'
        parts.append(town + lettering(label, LETTERS, kind))
    return "".join(parts)


def locator(shown: Shown, land: str) -> Markup:
    """The Earth with all points and the frames of the sheets: it says nothing that they do not. It
    begins at ``EDGE``, so that the Pacific is in one piece."""
    frames = "".join(
        f"M{number((sheet.west - EDGE) % 360)} {number(90 - sheet.north)}"
        f"h{number(sheet.east - sheet.west)}v{number(sheet.north - sheet.south)}"
        f"h-{number(sheet.east - sheet.west)}z"
        for sheet in SHEETS
    )
    dots = "".join(
        dot((flight.point[1] - EDGE) % 360, 90 - flight.point[0], 0.9)
        for flight in shown.flights
        if flight.point is not None and flight.slug in shown.chosen
    )
    uses = "".join(
        f'<use href="{escape(land)}#land" x="{turn - 180 - EDGE}"/>' for turn in (0, 360)
    )
    return Markup(  # noqa: S704 (it has no words)
        '<svg class="locator" aria-hidden="true" viewBox="0 22 360 105">'
        f'<rect class="sea" y="22" width="360" height="105"/><g class="land">{uses}</g>'
        f'<path class="frame" d="{frames}"/><path class="point" d="{dots}"/></svg>'
    )
