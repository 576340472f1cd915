"""A student looks something up, and is asked about it."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.player import expect_question, finish, headline


def test_search_finds_while_one_types(page: Page) -> None:
    page.goto("/search/")
    page.get_by_role("searchbox").press_sequentially("gagarin")
    expect(page.get_by_role("status")).to_have_text("1 result.")
    expect(page.get_by_role("link", name="Yuri Gagarin")).to_be_visible()
    expect(page).to_have_url("/search/?q=gagarin")
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_going_back_leaves_the_search(page: Page) -> None:
    page.goto("/missions/")
    page.goto("/search/")
    page.get_by_role("searchbox").press_sequentially("kelly")
    expect(page).to_have_url("/search/?q=kelly")
    page.go_back()
    expect(headline(page)).to_have_text("Flights")


def test_from_a_search_to_a_quiz_and_back(page: Page) -> None:
    page.goto("/missions/")
    page.get_by_role("searchbox").fill("scott kelly")
    page.get_by_role("searchbox").press("Enter")
    page.get_by_role("link", name="Scott Kelly").click()
    page.get_by_role("button", name="Quiz me on this").click()
    expect_question(page, 1)
    finish(page)
    page.get_by_role("link", name="Read about it").click()
    expect(headline(page)).to_have_text("Scott Kelly")


def test_search_and_quiz_work_without_javascript(
    new_context: Callable[..., BrowserContext],
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/search/")
    page.get_by_role("searchbox").fill("tma-18m")
    page.get_by_role("main").get_by_role("button", name="Search").click()
    page.get_by_role("link", name="Soyuz TMA-18M").click()
    page.get_by_role("button", name="Quiz me on this").click()
    expect(page.get_by_role("button", name="Answer")).to_be_visible()
