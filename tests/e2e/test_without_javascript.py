"""A quiz in a browser that runs no scripts."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Response, expect

from tests.e2e.player import (
    answer_button,
    attempt_on,
    expect_feedback,
    expect_question,
    go_on,
    grades,
    headline,
    next_link,
    open_own_mix,
    option,
    options,
    play,
    respond,
    start,
    start_paper,
)
from tests.factories import PaperFactory


@pytest.fixture
def page(new_context: Callable[..., BrowserContext]) -> Page:
    """Overrides pytest-playwright's."""
    return new_context(java_script_enabled=False).new_page()


def test_quiz_of_five_leads_from_the_first_page_to_the_score(page: Page) -> None:
    start(page)
    stems = play(page, wrong=(3,))
    assert len(set(stems)) == 5
    expect(headline(page)).to_have_text("4 of 5 right")
    assert grades(attempt_on(page)) == [1, 1, 0, 1, 1]


def test_every_step_is_a_page_and_a_response_redirects_to_its_feedback(page: Page) -> None:
    start_paper(page, PaperFactory.create(size=1))
    replies: list[Response] = []
    page.on("response", lambda reply: replies.append(reply))
    respond(page)
    go_on(page)
    expect(page).to_have_url(re.compile("/result/$"))
    pages = [reply for reply in replies if reply.request.is_navigation_request()]
    assert [(reply.request.method, reply.status) for reply in pages] == [
        ("POST", 302), ("GET", 200), ("GET", 200),
    ]  # fmt: skip


def test_title_tells_the_step(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    expect(page).to_have_title("Question 1 of 3 · SpaceQuiz")
    respond(page)
    expect(page).to_have_title("Question 1 of 3: Right · SpaceQuiz")


def test_answering_without_a_choice_asks_for_one_and_takes_it(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    with page.expect_response(lambda reply: reply.request.method == "POST") as sent:
        answer_button(page).click()
    assert sent.value.status == 422
    expect(page.get_by_role("radiogroup")).to_have_accessible_description(
        re.compile("There is no answer yet. Give one, then press Answer.")
    )
    expect(page.get_by_text("There is no answer yet. Give one, then press Answer.")).to_be_visible()
    expect(options(page)).to_have_count(4)
    assert grades(attempt_on(page)) == []
    respond(page)
    assert grades(attempt_on(page)) == [1]


def test_start_without_a_topic_asks_for_one_and_takes_it(page: Page) -> None:
    open_own_mix(page)
    for topic in page.get_by_role("checkbox", checked=True).all()[::-1]:
        topic.uncheck()
    with page.expect_response(lambda reply: reply.request.method == "POST") as sent:
        page.get_by_role("button", name="Start").click()
    assert sent.value.status == 422
    expect(page.get_by_text("Choose at least one topic.")).to_be_visible()
    page.get_by_role("checkbox", name="Landing sites").check()
    page.get_by_role("button", name="Start").click()
    expect_question(page, 1)


def test_reload_of_feedback_sends_nothing_again(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    respond(page, right=False)
    methods: list[str] = []
    page.on("request", lambda request: methods.append(request.method))
    page.reload()
    expect_feedback(page)
    assert "POST" not in methods
    assert grades(attempt_on(page)) == [0]


def test_back_shows_the_feedback_of_what_is_answered(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    respond(page)
    go_on(page)
    expect_question(page, 2)
    page.go_back()
    expect(page).to_have_url(re.compile("/1/$"))
    expect_feedback(page)


def test_double_click_gives_one_response(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    option(page, right=True).check()
    answer_button(page).dblclick()
    expect_feedback(page)
    assert grades(attempt_on(page)) == [1]


def test_two_tabs_give_one_response_and_both_show_its_feedback(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    other = page.context.new_page()
    other.goto(page.url)
    option(page, right=True).check()
    option(other, right=False).check()
    answer_button(page).click()
    expect_feedback(page)
    answer_button(other).click()
    expect_feedback(other)
    expect(other.locator(".verdict")).to_have_text("Right.")
    assert grades(attempt_on(page)) == [1]


def test_options_of_feedback_unfold(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    respond(page)
    expect(page.get_by_text("Dresden is what it is.")).to_be_hidden()
    page.get_by_text("Why not the others").click()
    expect(page.get_by_text("Dresden is what it is.")).to_be_visible()


def test_nothing_is_offered_that_needs_scripts(page: Page) -> None:
    start_paper(page, PaperFactory.create(size=1))
    play(page)
    expect(page.get_by_label("Give a friend the same questions")).to_be_visible()
    expect(page.get_by_role("button", name="Copy")).to_have_count(0)


def test_friend_plays_the_same_questions(
    page: Page, new_context: Callable[..., BrowserContext]
) -> None:
    start_paper(page, PaperFactory.create())
    stems = play(page)
    link = page.get_by_label("Give a friend the same questions").input_value()
    friend = new_context(java_script_enabled=False).new_page()
    friend.goto(link)
    friend.get_by_role("button", name="Start").click()
    assert play(friend) == stems


def test_closed_browser_goes_on_where_it_was(
    page: Page, new_context: Callable[..., BrowserContext]
) -> None:
    start_paper(page, PaperFactory.create())
    respond(page)
    kept = page.context.storage_state()
    page.context.close()
    page = new_context(java_script_enabled=False, storage_state=kept).new_page()
    page.goto("/")
    page.get_by_role("link", name="Go on").click()
    expect_question(page, 2)
    respond(page)
    expect(next_link(page)).to_be_visible()
