"""A quiz without a mouse. (That every control shows its focus is in test_accessibility.py.)"""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.player import (
    answer_button,
    attempt_on,
    expect_feedback,
    expect_question,
    grades,
    headline,
    item_on,
    next_link,
    options,
    play,
    real_paper,
    respond,
    start_paper,
    status,
)
from tests.factories import PaperFactory

MOST_STOPS = 40


def tab_to(page: Page, target: Locator) -> int:
    """Press Tab until ``target`` has the focus. How often it took."""
    for presses in range(1, MOST_STOPS):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return presses
    message = f"Tab does not reach {target} within {MOST_STOPS} presses."
    raise AssertionError(message)


def key_of_the_right_option(page: Page) -> str:
    return str(item_on(page).key_index + 1)


def test_quiz_is_started_with_tab_and_enter(page: Page) -> None:
    page.goto("/")
    tab_to(page, page.get_by_role("button", name="Play"))
    page.keyboard.press("Enter")
    expect_question(page, 1)


def test_own_mix_is_chosen_with_tab_arrows_and_enter(page: Page) -> None:
    page.goto("/")
    tab_to(page, page.locator("summary"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("radio", name="10", exact=True))
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("radio", name="5", exact=True)).to_be_checked()
    page.keyboard.press("Enter")  # in a form it starts
    expect_question(page, 1)
    assert attempt_on(page).size == 5


def test_quiz_is_played_with_digits_and_enter(page: Page) -> None:
    start_paper(page, real_paper())
    for position in range(1, 6):
        expect_question(page, position)
        page.keyboard.press(key_of_the_right_option(page))
        page.keyboard.press("Enter")
        expect_feedback(page)
        page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/result/$"))
    assert grades(attempt_on(page)) == [1] * 5


def test_quiz_is_played_with_tab_arrows_and_space(page: Page) -> None:
    page.goto(f"/papers/{real_paper().code}/")
    tab_to(page, page.get_by_role("button", name="Start"))
    page.keyboard.press("Space")
    for position in range(1, 6):
        expect_question(page, position)
        assert tab_to(page, options(page).first) == 1  # the focus was on the stem, just before
        page.keyboard.press("Space")
        expect(options(page).first).to_be_checked()
        for _ in range(item_on(page).key_index):
            page.keyboard.press("ArrowDown")
        assert tab_to(page, answer_button(page)) == 1  # the options are one stop
        page.keyboard.press("Space")
        expect_feedback(page)
        tab_to(page, next_link(page))
        page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/result/$"))
    assert grades(attempt_on(page)) == [1] * 5


def test_digit_chooses_its_option_and_another_one_changes_the_choice(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    for digit in ("4", "2", "1"):
        page.keyboard.press(digit)
        chosen = options(page).nth(int(digit) - 1)
        expect(chosen).to_be_checked()
        expect(chosen).to_be_focused()
    page.keyboard.press("9")
    expect(options(page).first).to_be_checked()
    assert grades(attempt_on(page)) == []


def test_digits_do_nothing_while_the_focus_is_outside_the_question(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    page.get_by_role("link", name="Explore").focus()
    page.keyboard.press("2")
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)


@pytest.mark.parametrize("modifier", ["Alt", "Control", "Meta"])
def test_keys_with_a_modifier_are_left_to_the_browser(page: Page, modifier: str) -> None:
    start_paper(page, PaperFactory.create())
    page.keyboard.press(f"{modifier}+2")
    expect(options(page).nth(1)).not_to_be_checked()
    page.keyboard.press("2")
    page.keyboard.press(f"{modifier}+Enter")
    page.keyboard.press("1")
    expect(options(page).first).to_be_checked()  # had it been sent, there would be no options


def test_enter_without_a_choice_asks_for_one(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    page.keyboard.press("Enter")
    expect(status(page)).to_have_text("There is no answer yet. Give one, then press Answer.")
    page.keyboard.press("2")
    page.keyboard.press("Enter")
    expect_feedback(page)


def test_enter_that_is_held_down_answers_nothing_twice(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    page.keyboard.press("2")
    for _ in range(5):  # without a key up in between they are repeats
        page.keyboard.down("Enter")
    expect_feedback(page)
    page.keyboard.up("Enter")
    assert grades(attempt_on(page)) == [1]
    expect(page).to_have_url(re.compile("/1/$"))


def test_enter_on_a_control_does_what_the_control_does(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    respond(page)
    tab_to(page, page.locator("summary"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("Dresden is what it is.")).to_be_visible()
    expect(page).to_have_url(re.compile("/1/$"))


def test_answers_of_the_result_unfold_by_keyboard(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    play(page)
    tab_to(page, page.locator("summary").first)
    page.keyboard.press("Enter")
    expect(page.get_by_text("Dresden is what it is.").first).to_be_visible()


def test_tab_goes_through_a_question_and_out_of_it(page: Page) -> None:
    start_paper(page, real_paper())
    stops = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Shift+Tab")
        at = page.evaluate("document.activeElement.textContent.trim()")
        if not page.evaluate("document.activeElement !== document.body"):
            break
        stops.append(at)
    assert stops == ["Explore", "Practice", "Today", "SpaceQuiz", "Skip to the content"]
    assert tab_to(page, answer_button(page)) == 7


def test_skip_link_is_the_first_stop_and_leads_past_the_header(page: Page) -> None:
    page.goto("/")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).not_to_be_in_viewport()
    assert tab_to(page, skip) == 1
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    assert tab_to(page, page.get_by_role("button", name="Play")) == 1


def test_headline_is_no_stop_of_its_own(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    expect(headline(page)).to_be_focused()
    tab_to(page, answer_button(page))
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("link", name="Explore")).to_be_focused()
