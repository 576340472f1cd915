"""The daily descent."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Final

from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.e2e.player import finish, headline, real_paper
from tests.factories import DailyPaperFactory


def daily(page: Page) -> None:
    page.goto("/daily/")


def daily_of_a_day_gone_by(page: Page) -> None:
    page.goto(f"/daily/{timezone.now().date() - timedelta(days=3)}/")


def daily_result(page: Page) -> None:
    """Of today: the same questions in every run."""
    DailyPaperFactory.create(day=timezone.now().date(), paper=real_paper())
    daily(page)
    page.get_by_role("button", name="Start").click()
    finish(page, wrong=(2,))
    expect(page.get_by_label("Pass it on")).to_be_visible()


def daily_finished(page: Page) -> None:
    daily_result(page)
    daily(page)
    expect(headline(page)).to_have_text("You have landed: 4 of 5")


def daily_archive(page: Page) -> None:
    page.goto("/daily/archive/")


def daily_archive_of_a_player(page: Page) -> None:
    daily_result(page)
    daily_archive(page)
    expect(page.get_by_text("1 day in a row")).to_be_visible()


def landing(page: Page) -> None:
    daily_result(page)
    page.get_by_role("link", name="See what they will see").click()
    expect(headline(page)).to_have_text("Somebody has landed: 4 of 5 right")


def landing_of_nobody(page: Page) -> None:
    page.goto(f"/daily/{timezone.now().date()}/landings/made-up/")
    expect(headline(page)).to_have_text("Nobody has landed here")


def daily_of_a_day_to_come(page: Page) -> None:
    page.goto(f"/daily/{timezone.now().date() + timedelta(days=2)}/")
    expect(headline(page)).to_have_text("That day has not come yet")


PAGES: Final[Mapping[Callable[[Page], None], str]] = {
    daily: "daily",
    daily_of_a_day_gone_by: "daily_day",
    daily_result: "result",
    daily_finished: "daily",
    daily_archive: "daily_archive",
    daily_archive_of_a_player: "daily_archive",
    landing: "landing",
    landing_of_nobody: "landing",
    daily_of_a_day_to_come: "daily_day",
}
