"""Playing: the start, a question, its feedback, the result."""

from collections.abc import Callable, Mapping
from typing import Final

from playwright.sync_api import Page, expect

from tests.e2e.player import answer_button, finish, open_own_mix, real_paper, respond, start_paper
from tests.factories import PaperFactory, QuizFactory


def home(page: Page) -> None:
    page.goto("/")


def home_with_something_unfinished(page: Page) -> None:
    question(page)
    page.goto("/")
    expect(page.get_by_role("link", name="Go on")).to_be_visible()


def home_with_own_mix(page: Page) -> None:
    open_own_mix(page)


def home_with_errors(page: Page) -> None:
    open_own_mix(page)
    for topic in page.get_by_role("checkbox", checked=True).all()[::-1]:
        topic.uncheck()
    page.locator("[name=count]:checked").evaluate("radio => { radio.value = 7 }")
    page.get_by_role("button", name="Start").click()
    expect(page.locator(".problem")).to_have_count(2)


def question(page: Page) -> None:
    start_paper(page, real_paper())


def question_with_error(page: Page) -> None:
    question(page)
    answer_button(page).click()
    expect(page.locator("#problem")).to_be_visible()


def feedback_right(page: Page) -> None:
    question(page)
    respond(page)


def feedback_wrong(page: Page) -> None:
    question(page)
    respond(page, right=False)


def feedback_unfolded(page: Page) -> None:
    feedback_wrong(page)
    unfold_all(page)


def last_feedback(page: Page) -> None:
    start_paper(page, PaperFactory.create(size=1))
    respond(page)


def result(page: Page) -> None:
    question(page)
    finish(page, wrong=(2, 3, 5))


def result_unfolded(page: Page) -> None:
    result(page)
    unfold_all(page)


def unfold_all(page: Page) -> None:
    for summary in page.locator("summary").all():
        summary.click()


def paper(page: Page) -> None:
    page.goto(f"/papers/{PaperFactory.create().code}/")


def quiz(page: Page) -> None:
    page.goto(f"/q/{QuizFactory.create().code}/")


def result_of_a_quiz(page: Page) -> None:
    quiz = QuizFactory.create(title="Year 9: ways home")
    start_paper(page, PaperFactory.create(quiz=quiz))
    finish(page)
    expect(page.get_by_role("button", name="Take this quiz again")).to_be_visible()


PAGES: Final[Mapping[Callable[[Page], None], str]] = {
    home: "home",
    home_with_something_unfinished: "home",
    home_with_errors: "home",
    home_with_own_mix: "home",
    question: "item",
    question_with_error: "item",
    feedback_right: "item",
    feedback_wrong: "item",
    feedback_unfolded: "item",
    last_feedback: "item",
    result: "result",
    result_unfolded: "result",
    result_of_a_quiz: "result",
    paper: "paper",
    quiz: "quiz",
}
