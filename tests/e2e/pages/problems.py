"""What went wrong."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Final

from django.utils import timezone
from playwright.sync_api import Page, expect

from quizzes.models import Attempt
from tests import starting_database
from tests.e2e.pages.playing import paper, question
from tests.e2e.player import answer_button, headline, option
from tests.factories import QuizFactory


def unknown_address(page: Page) -> None:
    page.goto("/nothing/")
    expect(headline(page)).to_have_text("Nothing has landed here")


def unknown_quiz(page: Page) -> None:
    page.goto("/q/NOCODE/")
    expect(headline(page)).to_have_text("There is no open quiz with this code")


def attempt_of_another_browser(page: Page) -> None:
    page.goto("/attempts/somebody-elses/1/")
    expect(headline(page)).to_have_text("This quiz is not open in this browser")


def expired(page: Page) -> None:
    question(page)
    Attempt.objects.update(expires_at=timezone.now() - timedelta(days=1))
    page.reload()
    expect(headline(page)).to_have_text("This quiz has closed")


def expired_while_answering(page: Page) -> None:
    question(page)
    option(page, right=True).check()
    Attempt.objects.update(expires_at=timezone.now() - timedelta(days=1))
    answer_button(page).click()
    expect(headline(page)).to_have_text("This quiz has closed")


def quiz_that_cannot_be_filled(page: Page) -> None:
    unfillable = QuizFactory.create(first_year=1962, last_year=1962)
    page.goto(f"/q/{unfillable.code}/")
    page.get_by_role("button", name="Start").click()
    expect(headline(page)).to_have_text("This quiz cannot be filled")


def no_facts(page: Page) -> None:
    starting_database.remove_facts()
    page.goto("/")
    page.get_by_role("button", name="Play", exact=True).click()
    expect(headline(page)).to_have_text("No facts are loaded yet")


def bad_request(page: Page) -> None:
    paper(page)
    page.locator("form.ready").evaluate("""form => {
      for (let n = 0; n < 1500; n++) {
        form.append(Object.assign(document.createElement("input"), { name: n }));
      }
    }""")
    page.get_by_role("button", name="Start").click()
    expect(headline(page)).to_have_text("We could not read that")


def forgotten_by_the_browser(page: Page) -> None:
    paper(page)
    page.context.clear_cookies()
    page.get_by_role("button", name="Start").click()
    expect(headline(page)).to_have_text("We could not tell that this came from you")


def wrong_method(page: Page) -> None:
    paper(page)
    page.locator("form.ready").evaluate("form => { form.action = '/sources/' }")
    page.get_by_role("button", name="Start").click()
    expect(headline(page)).to_have_text("This page cannot be used like that")


def too_large(page: Page) -> None:
    paper(page)
    page.locator("form input").evaluate("input => { input.value = 'x'.repeat(100_000) }")
    page.get_by_role("button", name="Start").click()
    expect(headline(page)).to_have_text("That was too much at once")


def unknown_language(page: Page) -> None:
    page.goto("/")
    page.get_by_role("button", name="Español").evaluate("button => { button.value = 'tlh' }")
    page.get_by_role("button", name="Español").click()
    expect(headline(page)).to_have_text("There is no such language here")


def offline(page: Page) -> None:
    page.goto("/offline/")


PAGES: Final[Mapping[Callable[[Page], None], str]] = {
    offline: "offline",
    unknown_address: "",
    unknown_quiz: "quiz",
    attempt_of_another_browser: "item",
    expired: "item",
    expired_while_answering: "item",
    quiz_that_cannot_be_filled: "quiz",
    no_facts: "home",
    bad_request: "paper",
    forgotten_by_the_browser: "paper",
    wrong_method: "sources",
    unknown_language: "language",
    too_large: "paper",
}
