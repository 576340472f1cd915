"""A phone in the hand: what one does next is in sight, without scrolling."""

from typing import Final

import pytest
from playwright.sync_api import Page, expect

from quizzes.items.item import Interaction
from tests.e2e.pages.playing import result
from tests.e2e.player import (
    answer_button,
    expect_feedback,
    next_link,
    options,
    real_paper,
    respond,
    start_paper,
)

SHARE: Final = """
Object.defineProperty(navigator, "share", {
  configurable: true,
  value: async ({ text }) => { document.body.dataset.shared = text; },
});
"""


@pytest.mark.parametrize("way", Interaction)
def test_what_one_does_next_is_under_the_thumb(page: Page, way: Interaction) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    start_paper(page, real_paper(2, way))
    expect(answer_button(page)).to_be_in_viewport(ratio=1)
    respond(page, right=False)
    page.evaluate("scrollTo(0, 0)")
    expect(next_link(page)).to_be_in_viewport(ratio=1)


def test_word_of_a_lost_connection_leaves_it_in_reach(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    start_paper(page, real_paper(1, Interaction.MULTIPLE))
    page.locator("#line").evaluate(
        "line => { line.hidden = false; line.textContent = line.dataset.gone; }"
    )
    assert answer_button(page).evaluate("""button => {
      const { x, y, width, height } = button.getBoundingClientRect();
      const edges = [y + 1, y + height - 1];
      return edges.every((edge) => document.elementFromPoint(x + width / 2, edge) === button);
    }""")


def test_focus_is_never_below_the_button_that_stays(page: Page) -> None:
    """WCAG 2.4.11: from one control to the next, by keyboard, each is above it."""
    page.set_viewport_size({"width": 360, "height": 740})
    start_paper(page, real_paper())
    respond(page, right=False)
    expect_feedback(page)
    bar = next_link(page)
    page.evaluate("scrollTo(0, 0)")
    for link in page.locator("#stage :is(a, summary):not([data-enter]):visible").all():
        page.keyboard.press("Tab")
        expect(link).to_be_focused()
        held, kept = link.bounding_box(), bar.bounding_box()
        assert held is not None
        assert kept is not None
        assert held["y"] + held["height"] <= kept["y"], link.inner_text()


@pytest.mark.parametrize("width", [640, 740])
def test_question_on_a_phone_on_its_side_is_in_sight_with_all_its_options(
    page: Page, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 360})
    start_paper(page, real_paper())
    for number in range(options(page).count()):
        expect(options(page).nth(number)).to_be_in_viewport(ratio=1)
    expect(answer_button(page)).to_be_in_viewport()


def test_same_questions_are_passed_on_as_a_phone_does_it(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.add_init_script(SHARE)
    result(page)
    link = page.get_by_label("Give a friend").input_value()
    page.get_by_role("button", name="Share").click()
    expect(page.locator("body")).to_have_attribute("data-shared", link)
