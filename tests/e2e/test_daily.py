"""The daily descent in a browser: played once, passed on, found again in the archive."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from quizzes.items.text import date_text
from tests.e2e.pages.daily import daily_result
from tests.e2e.player import headline, play, real_paper
from tests.factories import DailyPaperFactory

pytestmark = pytest.mark.django_db(transaction=True)

SHARE = """
Object.defineProperty(navigator, "share", {
  configurable: true,
  value: async ({ text }) => { document.body.dataset.shared = text; },
});
"""


def test_today_is_played_once_and_then_in_the_archive(page: Page) -> None:
    DailyPaperFactory.create(day=timezone.now().date(), paper=real_paper())
    page.goto("/daily/")
    page.get_by_role("button", name="Start").click()
    play(page, wrong=(3,))
    result = page.url
    page.goto("/daily/")
    expect(headline(page)).to_have_text("You have landed: 4 of 5")
    page.get_by_role("link", name="See how it went").click()
    expect(page).to_have_url(result)
    page.get_by_role("link", name="Another day’s descent").click()
    today = page.locator("[aria-current=date]")
    day = date_text(timezone.now().date()).render()
    expect(today).to_have_accessible_name(f"{day}: 4 of 5 right")


def test_a_day_is_chosen_by_keyboard(page: Page) -> None:
    page.goto("/daily/archive/")
    yesterday = timezone.now().date() - timedelta(days=1)
    link = page.locator(f"a[href='/daily/{yesterday}/']")
    link.focus()
    page.keyboard.press("Enter")
    expect(headline(page)).to_have_text("Seven questions of a day gone by")


def test_calendars_are_tables_with_named_weekdays(page: Page) -> None:
    page.goto("/daily/archive/")
    table = page.get_by_role("table", name=timezone.now().strftime("%B %Y"))
    expect(table.get_by_role("columnheader")).to_have_count(7)
    expect(table.get_by_role("columnheader").first).to_have_attribute("abbr", "Monday")


def test_the_text_is_copied_and_shared(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.add_init_script(SHARE)
    daily_result(page)
    text = page.get_by_label("Pass it on").input_value()
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == text
    page.get_by_role("button", name="Share").click()
    expect(page.locator("body")).to_have_attribute("data-shared", text)
    assert re.search(r"^●○●●● 4 of 5$", text, re.MULTILINE)


def test_where_phones_cannot_share_there_is_no_button(page: Page) -> None:
    page.add_init_script("delete Navigator.prototype.share")
    daily_result(page)
    expect(page.get_by_role("button", name="Share")).to_have_count(0)


def test_a_player_keeps_the_call_sign(page: Page) -> None:
    daily_result(page)
    sign = page.locator(".player span").inner_text()
    for address in ("/", "/daily/", "/daily/archive/"):
        page.goto(address)
        expect(page.locator(".player span")).to_have_text(sign)
