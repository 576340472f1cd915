"""The admin's own scripts, under the same policy as the pages of students."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from quizzes.models import Mission
from tests.e2e.pages.admin import sign_in
from tests.factories import QuizFactory


def test_link_for_students_is_copied(new_context: Callable[..., BrowserContext]) -> None:
    context = new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    quiz = QuizFactory.create(owner=sign_in(page))
    page.goto(f"/admin/quizzes/quiz/{quiz.pk}/change/")
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("status")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"/q/{quiz.code}/")


def test_curator_corrects_a_flight_with_what_the_form_offers(page: Page) -> None:
    sign_in(page, "Curators")
    page.goto("/admin/quizzes/mission/?q=TMA-18M")
    page.get_by_role("link", name="Soyuz TMA-18M").click()
    page.get_by_label("Launch site").select_option("Jiuquan Satellite Launch Center")
    page.get_by_role("link", name="Choose a Date").first.click()
    page.get_by_role("link", name="15", exact=True).click()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("was changed successfully")).to_be_visible()
    mission = Mission.objects.get(slug="soyuz-tma-18m")
    assert mission.launched_at is not None
    assert (str(mission.launch_site), mission.launched_at.day) == (
        "Jiuquan Satellite Launch Center", 15,
    )  # fmt: skip
