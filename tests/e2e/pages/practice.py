"""Practice, and taking it to another device."""

from collections.abc import Callable, Mapping
from typing import Final

from playwright.sync_api import Page, expect

from tests.e2e.pages.playing import result, unfold_all
from tests.e2e.player import finish, headline


def practice_without_a_quiz(page: Page) -> None:
    page.goto("/practice/")
    expect(page.get_by_role("link", name="Play a quiz")).to_be_visible()


def practice(page: Page) -> None:
    result(page)
    page.get_by_role("navigation").get_by_role("link", name="Practice").click()
    expect(page.get_by_role("heading", name="My mistakes")).to_be_visible()


def practice_unfolded(page: Page) -> None:
    practice(page)
    unfold_all(page)


def result_of_practice(page: Page) -> None:
    result(page)
    page.get_by_role("button", name="you missed").click()
    page.wait_for_url("**/1/")
    finish(page)


def link_to_make(page: Page) -> None:
    practice(page)
    page.get_by_role("link", name="Practise on another device").click()
    expect(page.get_by_role("button", name="Make a link")).to_be_visible()


def link_made(page: Page) -> None:
    link_to_make(page)
    page.get_by_role("button", name="Make a link").click()
    expect(page.get_by_role("img", name="The link as a QR code")).to_be_visible()


def link_arrived(page: Page) -> None:
    link_made(page)
    link = page.get_by_label("The same as a link").input_value()
    page.context.clear_cookies()
    page.goto(link)
    expect(page.get_by_role("button", name="Bring it here")).to_be_visible()


def link_damaged(page: Page) -> None:
    page.goto("/practice/move/damaged/")
    expect(headline(page)).to_have_text("This link is damaged")


def forgetting(page: Page) -> None:
    practice(page)
    page.get_by_role("link", name="Forget everything").click()
    expect(headline(page)).to_have_text("Forget everything?")


PAGES: Final[Mapping[Callable[[Page], None], str]] = {
    practice_without_a_quiz: "practice",
    practice: "practice",
    practice_unfolded: "practice",
    result_of_practice: "result",
    link_to_make: "move",
    link_made: "move",
    link_arrived: "arrive",
    link_damaged: "arrive",
    forgetting: "forget",
}
