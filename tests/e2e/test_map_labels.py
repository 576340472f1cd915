"""Names on maps, measured by the browser in the letters that it has: none upon another, upon a
mark, or cut off."""

from collections.abc import Iterator, Sequence
from typing import Final, TypedDict

import pytest
from django.conf import settings
from django.utils.translation import override
from playwright.sync_api import Page

from quizzes.catalogue import readers_catalogue
from quizzes.facts.base import FactBase
from quizzes.figures.builders.landings import landing_map
from quizzes.figures.draw import draw
from quizzes.figures.of_items import figure_for
from quizzes.figures.specs import LandingMap
from quizzes.items.generate import Generator
from quizzes.items.item import Item
from quizzes.items.kinds import KINDS
from quizzes.items.seeds import Draw
from quizzes.items.text import Translate
from tests.e2e.test_right_to_left import ARABIC, LEFT_ALONE

AT_ONCE: Final = 100
"""Maps on one page."""
STEP: Final = 16
"""So many subjects of a kind are passed over for each that is asked about."""
LEAST: Final = 0.5
"""Less than half a pixel is no overlap: letters are not as wide as they are said to be."""

MEASURE: Final = """svgs => svgs.map((svg) => {
  const frame = svg.viewBox.baseVal;
  const box = (e) => {
    const { x, y, width, height } = e.getBBox();
    return [x, y, x + width, y + height];
  };
  // From the height of capital letters to the last baseline.
  const written = [...svg.querySelectorAll("text")]
    .filter((text) => getComputedStyle(text).display !== "none")
    .map((text) => {
      const [left, top, right, bottom] = box(text);
      const size = parseFloat(getComputedStyle(text).fontSize);
      const lines = 1.1 * text.querySelectorAll("tspan").length;
      const base = text.y.baseVal[0].value
        + (text.dy.baseVal.length ? text.dy.baseVal[0].value : 0);
      return { words: text.textContent, key: text.classList.contains("key"),
               box: [left, base - 0.73 * size, right, base + lines * size] };
    });
  const marks = [...svg.querySelectorAll(
    "circle.other, circle.pin, circle.own, rect.town, path.pin, path.town, .mark path")].map(box);
  const figure = [...document.querySelectorAll("main .figure")].indexOf(svg.closest(".figure"));
  return { figure, frame: [frame.x, frame.y, frame.x + frame.width, frame.y + frame.height],
           written, marks };
})"""

Box = tuple[float, float, float, float]


class Written(TypedDict):
    words: str
    key: bool
    box: Box


class Measured(TypedDict):
    figure: int
    frame: Box
    written: list[Written]
    marks: list[Box]


def meet(one: Box, other: Box) -> bool:
    return (
        one[0] + LEAST < other[2]
        and other[0] + LEAST < one[2]
        and one[1] + LEAST < other[3]
        and other[1] + LEAST < one[3]
    )


def wrong(measured: Measured) -> Iterator[str]:
    """What is wrong with the names in a picture."""
    left, top, right, bottom = measured["frame"]
    for at, one in enumerate(measured["written"]):
        box = one["box"]
        if box[0] < left or box[1] < top or box[2] > right or box[3] > bottom:
            yield f"{one['words']} is cut off"
        if any(meet(box, mark) for mark in measured["marks"]):
            yield f"{one['words']} is upon a mark"
        for other in measured["written"][at + 1 :]:
            if meet(box, other["box"]):
                yield f"{one['words']} is upon {other['words']}"


def with_own(figure: LandingMap) -> LandingMap:
    """Somebody's pin a little off the key, where that has a point."""
    point = figure.landings[0].point
    return figure if point is None else figure._replace(own=(point[0] - 1.5, point[1] + 2.0))


@pytest.fixture(scope="module")
def maps(facts: FactBase) -> list[tuple[str, LandingMap]]:
    """Of all landings there are, each with and without a pin of one's own; and of items."""
    found = [
        (mission.slug, figure)
        for mission in facts.missions.values()
        if (figure := landing_map(mission, facts)) is not None
    ]
    generator, draw_of = Generator(facts, KINDS), Draw("labels")
    for kind in KINDS:
        for subject in generator.subjects(kind)[::STEP]:
            item = generator.item(kind, subject, draw_of, None, kind.interactions[0])
            spec = figure_for(item, facts) if isinstance(item, Item) else None
            if isinstance(spec, LandingMap):
                found.append((f"{kind.slug} of {subject.slug}", spec))
    return found + [(f"{name}, with a pin", with_own(figure)) for name, figure in found]


def in_arabic_letters(message: str, plural: str = "", count: int | None = None) -> str:
    parts = LEFT_ALONE.split(message)
    return "".join(
        part if at % 2 else part.lower().translate(ARABIC) for at, part in enumerate(parts)
    )


def found_wrong(page: Page, maps: Sequence[tuple[str, LandingMap]], say: Translate) -> list[str]:
    """What is wrong on any of the maps, and whether the key has no name."""
    page.goto("/about/")  # a page with our style sheet
    found = []
    for start in range(0, len(maps), AT_ONCE):
        part = maps[start : start + AT_ONCE]
        svgs = [
            draw(spec, say, figure_id=f"m{at}", land="").svg for at, (_, spec) in enumerate(part)
        ]
        page.locator("main").evaluate(
            "(main, svgs) => { main.innerHTML = svgs; }",
            "".join(f'<div class="figure">{svg}</div>' for svg in svgs),
        )
        for one in page.locator("main svg").evaluate_all(MEASURE):
            name, _ = part[one["figure"]]
            found += [f"{name}: {what}" for what in wrong(one)]
            if not any(written["key"] for written in one["written"]):
                found.append(f"{name}: the key has no name")
    return found


@pytest.mark.parametrize("language", ["en", "es", "ru"])
def test_names_of_every_landing_are_apart_and_in_the_picture(
    language: str, maps: Sequence[tuple[str, LandingMap]], page: Page
) -> None:
    with override(language):
        assert found_wrong(page, maps, readers_catalogue()) == []


def test_names_are_apart_from_right_to_left(
    maps: Sequence[tuple[str, LandingMap]], page: Page
) -> None:
    page.add_init_script("addEventListener('DOMContentLoaded', () => { document.dir = 'rtl'; })")
    assert found_wrong(page, maps, in_arabic_letters) == []


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("language", ["en", "es", "ru"])
def test_names_on_the_sheets_of_all_landings_are_apart(
    language: str, width: int, page: Page, base_url: str
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.context.add_cookies(
        [{"name": settings.LANGUAGE_COOKIE_NAME, "value": language, "url": base_url}]
    )
    page.goto("/explore/")
    sheets = page.locator("svg.sheet").evaluate_all(MEASURE)
    assert len(sheets) > 3
    assert [what for one in sheets for what in wrong(one)] == []
