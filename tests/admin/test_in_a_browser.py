"""A teacher in a browser, from signing in to the link that the class gets. Whatever the
Content-Security-Policy forbids fails these tests too."""

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import Group, User
from playwright.sync_api import BrowserContext, Page, expect

from quizzes.models import Mission, Quiz
from tests.factories import QuizFactory, TeacherFactory

NewContext = Callable[..., BrowserContext]

SIZES = pytest.mark.parametrize("width", [360, 1280])
SCHEMES = pytest.mark.parametrize("color_scheme", ["light", "dark"])


def sign_in(page: Page, group: str = "Teachers") -> None:
    user = TeacherFactory.create()
    user.groups.add(Group.objects.get(name=group))
    page.goto("/admin/")
    page.get_by_label("Username").fill(user.username)
    page.get_by_label("Password").fill("correct horse")
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Quizzes and facts")


def save(page: Page) -> None:
    page.get_by_role("button", name="Save", exact=True).click()


def expect_no_overflow(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@SIZES
def test_teacher_makes_mends_previews_and_publishes_a_quiz(
    new_context: NewContext, width: int
) -> None:
    page = new_context(viewport={"width": width, "height": 800}).new_page()
    sign_in(page)
    page.get_by_role("link", name="Make a quiz").click()
    page.get_by_label("Title").fill("The first in orbit")
    page.get_by_text("Limits").click()
    page.get_by_label("Gemini").check()
    page.get_by_label("Last year").fill("1963")
    expect_no_overflow(page)
    save(page)
    expect(page.get_by_text("There are 0 questions for this quiz")).to_be_visible()
    page.get_by_label("Last year").fill("1966")
    save(page)
    expect(page.get_by_text("These are the questions that every student gets.")).to_be_visible()
    expect(page.locator(".preview article")).to_have_count(10)
    expect(page.locator(".preview .tag")).to_have_text(["✓ right"] * 10)
    expect_no_overflow(page)
    stem = page.locator(".preview h2").first.inner_text()
    page.get_by_role("button", name="Publish").click()
    link = page.get_by_label("Link for your students")
    expect(link).to_have_value(re.compile(f"^http://.*/q/{Quiz.objects.get().code}/$"))
    page.get_by_role("link", name="Open").click()
    page.get_by_role("button", name="Start").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(stem)


def test_link_is_copied(new_context: NewContext) -> None:
    context = new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    sign_in(page)
    quiz = QuizFactory.create(owner=User.objects.get())
    page.goto(f"/admin/quizzes/quiz/{quiz.pk}/change/")
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("status")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"/q/{quiz.code}/")


def test_curator_corrects_a_flight(page: Page) -> None:
    sign_in(page, "Curators")
    page.goto("/admin/quizzes/mission/?q=TMA-18M")
    page.get_by_role("link", name="Soyuz TMA-18M").click()
    page.locator(".field-launch_site .select2-selection").click()
    page.locator(".select2-search__field").last.fill("Jiuquan")
    page.get_by_role("option", name="Jiuquan").click()
    page.locator(".datetimeshortcuts a[aria-label], .datetimeshortcuts a").nth(1).click()
    page.get_by_role("link", name="Cancel").first.click()
    save(page)
    expect(page.get_by_text("was changed successfully")).to_be_visible()
    assert "jiuquan" in str(Mission.objects.get(slug="soyuz-tma-18m").launch_site).lower()


@SIZES
@SCHEMES
def test_pages_of_a_teacher_are_accessible(
    new_context: NewContext, width: int, color_scheme: str
) -> None:
    # The checker itself adds styles to the page.
    context = new_context(
        viewport={"width": width, "height": 800}, color_scheme=color_scheme, bypass_csp=True
    )
    page = context.new_page()
    sign_in(page)
    quiz = QuizFactory.create(owner=User.objects.get(), count=5)
    quizzes = "/admin/quizzes/quiz/"
    for path in (
        "/admin/",
        quizzes,
        f"{quizzes}add/",
        f"{quizzes}{quiz.pk}/change/",
        f"{quizzes}{quiz.pk}/preview/",
        f"{quizzes}{quiz.pk}/delete/",
        "/admin/quizzes/mission/",
        f"/admin/quizzes/mission/{Mission.objects.earliest('pk').pk}/change/",
    ):
        page.goto(path)
        found = Axe().run(page)
        assert found.violations_count == 0, f"{path}\n{found.generate_report()}"
