"""Nothing on a page moves after it is shown: not for a font that comes late, nor by itself."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.e2e.conftest import opened
from tests.e2e.pages import PAGES
from tests.e2e.player import expect_question, go_on, real_paper, respond, start_paper

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page, Route

FONT_DELAY_S: Final = 0.4

# What moved, and how far; what somebody has just asked for by a click or a key may.
WATCH: Final = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput, sources } of list.getEntries()) {
    if (hadRecentInput) continue;
    const moved = sources.map(({ node, previousRect: from, currentRect: to }) => {
      const of = node?.nodeType === Node.TEXT_NODE ? node.parentElement : node;
      return `${of?.localName}.${of?.className} ${from.x},${from.y} ${from.width}x${from.height}`
        + ` to ${to.x},${to.y} ${to.width}x${to.height}`;
    });
    shifts.push(`${value.toFixed(4)}: ${moved.join("; ")}`);
  }
}).observe({ type: "layout-shift", buffered: true });
"""

# The browser tells of what moved some frames after it did.
SEEN: Final = """async () => {
  await document.fonts.ready;
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 200)));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return shifts;
}"""


def shifts_on(page: Page) -> list[str]:
    page.wait_for_load_state("load")
    found: list[str] = page.evaluate(SEEN)
    return found


def slow_fonts(page: Page) -> None:
    """They come when the page has long been painted without them."""

    def wait(route: Route) -> None:
        time.sleep(FONT_DELAY_S)
        route.continue_()

    page.route("**/*.woff2", wait)


@pytest.fixture(params=[360, 1280], ids=lambda width: f"{width} px")
def watched(page: Page, request: Any) -> Page:
    return watch(page, request.param)


def watch(page: Page, width: int) -> Page:
    page.set_viewport_size({"width": width, "height": 720})
    page.add_init_script(WATCH)
    return page


@pytest.mark.parametrize("come_to", PAGES, ids=lambda come_to: come_to.__name__)
def test_page_stays_where_it_is(page: Page, come_to: Callable[[Page], None]) -> None:
    opened(watch(page, 360), come_to, PAGES[come_to])
    assert shifts_on(page) == []


@pytest.mark.parametrize("name", ["home", "question", "feedback_right", "result", "mission"])
def test_page_stays_where_it_is_when_fonts_are_slow(watched: Page, name: str) -> None:
    slow_fonts(watched)
    come_to = next(come_to for come_to in PAGES if come_to.__name__ == name)
    opened(watched, come_to, PAGES[come_to])
    watched.reload()  # without a click before it, after which anything may move
    assert shifts_on(watched) == []


def test_nothing_moves_from_question_to_feedback_and_on(watched: Page) -> None:
    start_paper(watched, real_paper())
    for position in (1, 2, 3):
        expect_question(watched, position)
        respond(watched)
        assert shifts_on(watched) == []
        go_on(watched)
    assert shifts_on(watched) == []


def test_what_moves_is_seen(watched: Page) -> None:
    watched.goto("/sources/")
    watched.evaluate(
        "setTimeout(() => document.body.prepend(Object.assign("
        "document.createElement('p'), { textContent: 'late' })), 50)"
    )
    watched.wait_for_selector("body > p:first-child")
    assert shifts_on(watched) != []
