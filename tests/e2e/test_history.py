"""All flights on one page: by mouse, by keyboard, by finger, and without JavaScript."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.player import answer_button, expect_question, headline


def named(page: Page) -> str:
    return page.locator("#named").inner_text()


def go_to_picture(page: Page, kind: str) -> None:
    """By the Tab key from the last control before the pictures."""
    page.get_by_role("button", name="Quiz me on these").focus()
    for _ in range(8):
        page.keyboard.press("Tab")
        if page.locator(f"{kind}:focus").count():
            return
    pytest.fail(f"{kind} is no stop of the Tab key")


@pytest.mark.parametrize(
    ("width", "kind"), [(1280, ".skyline.across"), (360, ".skyline.down"), (1280, ".steppe .sheet")]
)
def test_picture_is_one_stop_and_arrows_go_from_flight_to_flight(
    page: Page, width: int, kind: str
) -> None:
    page.set_viewport_size({"width": width, "height": 720})
    page.goto("/explore/")
    go_to_picture(page, kind)
    page.keyboard.press("ArrowRight")
    first = named(page)
    page.keyboard.press("ArrowRight")
    second = named(page)
    assert first != second
    page.keyboard.press("ArrowLeft")
    assert named(page) == first
    page.keyboard.press("End")
    assert named(page) not in (first, second)
    page.keyboard.press("Home")
    assert named(page) == first
    page.keyboard.press("Tab")
    assert not page.locator(f"{kind} :focus").count()


def test_enter_opens_the_flight(page: Page) -> None:
    page.goto("/explore/")
    go_to_picture(page, ".skyline.across")
    page.keyboard.press("ArrowRight")
    assert named(page).startswith("Vostok 1")
    page.keyboard.press("Enter")
    expect(headline(page)).to_have_text("Vostok 1")


def test_mouse_names_the_nearest_flight_without_moving_anything(page: Page) -> None:
    page.goto("/explore/?craft=gemini")
    picture = page.locator(".skyline.across")
    picture.scroll_into_view_if_needed()
    before = picture.bounding_box()
    mark = page.locator(".skyline.across .mark").first.bounding_box()
    assert mark is not None
    page.mouse.move(mark["x"] + 1, mark["y"] + 1)
    expect(page.locator("#named")).to_contain_text("Gemini III")
    assert picture.bounding_box() == before


def test_finger_names_a_flight_and_the_line_leads_to_it(
    new_context: Callable[..., BrowserContext],
) -> None:
    viewport = {"width": 360, "height": 740}
    page = new_context(has_touch=True, is_mobile=True, viewport=viewport).new_page()
    page.goto("/explore/?craft=voskhod")
    mark = page.locator(".skyline.down .mark").first
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box is not None
    page.touchscreen.tap(box["x"] + 5, box["y"] + 3)
    link = page.locator("#named a")
    expect(link).to_contain_text("Voskhod")
    expect(page).to_have_url(re.compile("craft=voskhod"))
    link.click()
    expect(headline(page)).to_contain_text("Voskhod")


def test_choosing_swaps_the_pictures_and_the_address(page: Page) -> None:
    page.goto("/explore/")
    page.get_by_label("Spacecraft").focus()
    page.get_by_label("Spacecraft").select_option("gemini")
    expect(page.get_by_role("row")).to_have_count(1 + 10)
    expect(page).to_have_url("/explore/?craft=gemini")
    expect(page.get_by_role("status")).to_have_text("10 of 417 flights")
    expect(page.get_by_label("Spacecraft")).to_be_focused()
    go_to_picture(page, ".skyline.across")
    page.go_back()
    expect(page.get_by_role("row")).to_have_count(1 + 417)
    expect(page.get_by_label("Spacecraft")).to_have_value("")


def test_quiz_on_what_was_chosen(page: Page) -> None:
    page.goto("/explore/")
    page.get_by_label("Decade").select_option("1960")
    expect(page).to_have_url("/explore/?decade=1960")
    page.get_by_role("button", name="Quiz me on these").click()
    expect_question(page, 1)


def test_table_is_reached_past_the_pictures(page: Page) -> None:
    page.goto("/explore/")
    page.get_by_role("link", name="As a table").click()
    expect(page.get_by_role("heading", name="The same as a table")).to_be_in_viewport()
    page.get_by_role("link", name="Length").click()
    expect(page.get_by_role("columnheader", name="Length")).to_have_attribute(
        "aria-sort", "descending"
    )


def test_all_of_it_works_without_javascript(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/explore/")
    page.get_by_label("Spacecraft").select_option("voskhod")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("row")).to_have_count(1 + 2)
    mark = page.locator(".skyline.across .mark").first
    expect(mark.locator("title")).to_contain_text("Voskhod 1 · 12 October 1964")
    mark.click()
    expect(headline(page)).to_have_text("Voskhod 1")
    page.go_back()
    page.get_by_role("button", name="Quiz me on these").click()
    expect(answer_button(page)).to_be_visible()


@pytest.mark.parametrize("width", [320, 360, 768, 1280, 1920])
def test_page_does_not_scroll_sideways(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 720})
    page.goto("/explore/")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    shown = page.locator(".skyline:visible")
    expect(shown).to_have_count(1)
