"""A line that comes and goes: no answer is lost, and the page says how it stands."""

import re

import pytest
from playwright.sync_api import Locator, Page, Request, Route, expect

from tests.e2e.player import (
    answer_button,
    attempt_on,
    expect_feedback,
    expect_question,
    go_on,
    grades,
    headline,
    item_on,
    next_link,
    option,
    respond,
    start_paper,
    status,
)
from tests.factories import PaperFactory

KEPT = "No connection. Your answer is kept and will be sent."

WORKER_IS_IN_CHARGE = """async () => {
  await navigator.serviceWorker.register("/sw.js");
  await navigator.serviceWorker.ready;
  if (navigator.serviceWorker.controller) return;
  await new Promise((done) => {
    navigator.serviceWorker.addEventListener("controllerchange", done, { once: true });
  });
}"""


# What the browser says of that which these tests do to its line.
OF_THE_LINE = re.compile(
    r"ERR_INTERNET_DISCONNECTED|ERR_FAILED|htmx:(sendError|afterRequest)|\b50[02]\b"
)


class Others(list[str]):
    """Complaints of anything else."""

    def append(self, said: str) -> None:
        if not OF_THE_LINE.search(said):
            super().append(said)


@pytest.fixture
def complaints() -> list[str]:
    """Overrides that of all browser tests."""
    return Others()


def line(page: Page) -> Locator:
    return page.get_by_role("alert")


def kept(page: Page) -> str | None:
    found: str | None = page.evaluate("sessionStorage.getItem('kept-responses')")
    return found


def answer_without_a_line(page: Page, *, right: bool = True) -> None:
    option(page, right=right).check()
    page.context.set_offline(True)
    answer_button(page).click()
    expect(line(page)).to_have_text(KEPT)


def fail(route: Route) -> None:
    route.fulfill(status=502, content_type="text/html", body="<h1>502 Bad Gateway</h1>")


# A response is kept, and sent once --------------------------------------------------------------


def test_response_is_kept_and_sent_when_the_line_is_back(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    answer_without_a_line(page)
    assert grades(attempt_on(page)) == []
    page.context.set_offline(False)
    expect_feedback(page)
    expect(line(page)).to_be_hidden()
    expect(headline(page)).to_be_focused()
    expect(status(page)).to_contain_text("Right.")
    assert grades(attempt_on(page)) == [1]
    assert kept(page) is None


def test_page_says_that_it_is_sending(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    answer_without_a_line(page)
    held: list[Route] = []
    page.route("**/attempts/**", lambda route: held.append(route))
    page.context.set_offline(False)
    expect(line(page)).to_have_text("Sending your answer …")
    expect(answer_button(page)).to_be_disabled()
    while not held:  # the page may say so before the request is on its way
        page.wait_for_timeout(10)
    held[0].continue_()
    expect_feedback(page)


def test_kept_response_can_be_sent_by_hand_but_not_changed(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    option(page, right=True).check()
    page.route("**/attempts/**", fail, times=1)
    answer_button(page).click()
    expect(line(page)).to_have_text(KEPT)
    page.keyboard.press("1")
    page.keyboard.press("3")
    expect(option(page, right=True)).to_be_checked()
    answer_button(page).click()
    expect_feedback(page)
    assert grades(attempt_on(page)) == [1]


def test_response_that_had_arrived_is_not_graded_twice(page: Page) -> None:
    def swallow(route: Route) -> None:
        route.fetch()
        route.abort()

    start_paper(page, PaperFactory.create())
    option(page, right=True).check()
    page.route("**/attempts/**", swallow, times=1)
    answer_button(page).click()
    expect(line(page)).to_have_text(KEPT)
    assert grades(attempt_on(page)) == [1]
    expect_feedback(page)
    expect(page.locator("#too-late")).to_have_count(0)
    assert grades(attempt_on(page)) == [1]


def test_kept_response_survives_a_reload_of_the_tab(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    page.evaluate(WORKER_IS_IN_CHARGE)
    answer_without_a_line(page)
    page.reload()
    expect(headline(page)).to_have_text("No connection")
    expect(line(page)).to_have_text(KEPT)
    page.context.set_offline(False)
    expect_feedback(page)
    assert grades(attempt_on(page)) == [1]
    assert kept(page) is None


def test_page_of_a_failing_proxy_is_not_shown_in_ours(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    option(page, right=True).check()
    page.route("**/attempts/**", fail, times=1)
    answer_button(page).click()
    expect(line(page)).to_have_text(KEPT)
    expect(headline(page)).to_have_text(item_on(page).stem.render())
    expect_feedback(page)
    assert grades(attempt_on(page)) == [1]


def test_refused_response_is_not_sent_again(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    page.context.set_offline(True)
    answer_button(page).click()
    expect(line(page)).to_have_text(KEPT)
    page.context.set_offline(False)
    expect(page.locator("#problem")).to_be_visible()
    expect(line(page)).to_be_hidden()
    assert kept(page) is None


# The next question is there before it is asked for ----------------------------------------------


def asked_for(page: Page) -> list[str]:
    seen: list[str] = []

    def see(request: Request) -> None:
        if "/attempts/" in request.url:
            seen.append(f"{request.method} {request.url.rsplit('/', 2)[1]}")

    page.on("request", see)
    return seen


def test_next_question_needs_no_line(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    with page.expect_response("**/2/"):
        respond(page)
    page.context.set_offline(True)
    next_link(page).click()
    expect_question(page, 2)
    expect(headline(page)).to_be_focused()
    expect(page).to_have_title("Question 2 of 3 · SpaceQuiz")
    page.context.set_offline(False)
    respond(page)
    page.go_back()
    expect(page).to_have_url(re.compile("/1/$"))
    expect_feedback(page)


def test_next_question_is_fetched_once(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    seen = asked_for(page)
    for position in (2, 3):
        respond(page)
        go_on(page)
        expect_question(page, position)
    assert seen == ["POST 1", "GET 2", "POST 2", "GET 3"]


def test_next_question_is_asked_for_where_it_could_not_be_fetched_before(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    page.route("**/2/", fail, times=1)
    respond(page)
    go_on(page)
    expect_question(page, 2)


def test_next_question_is_not_fetched_for_those_who_save_data(page: Page) -> None:
    page.add_init_script(
        "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
    )
    start_paper(page, PaperFactory.create())
    seen = asked_for(page)
    respond(page)
    page.wait_for_timeout(300)
    assert seen == ["POST 1"]
    go_on(page)
    expect_question(page, 2)


def test_next_question_that_another_tab_has_answered_shows_its_feedback(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    with page.expect_response("**/2/"):
        respond(page)
    other = page.context.new_page()
    other.goto(f"/attempts/{attempt_on(page).code}/2/")
    respond(other, right=False)
    go_on(page)
    expect_question(page, 2)
    respond(page)
    expect(page.locator("#too-late")).to_be_visible()
    assert grades(attempt_on(page)) == [1, 0]


def test_without_a_line_the_next_question_says_so(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    page.route("**/2/", fail)
    respond(page)
    next_link(page).click()
    expect(line(page)).to_contain_text("What you have answered is safe")
    page.unroute("**/2/")
    next_link(page).click()
    expect_question(page, 2)
    expect(line(page)).to_be_hidden()


# What the worker keeps --------------------------------------------------------------------------


def test_worker_keeps_no_page_but_the_one_for_a_lost_line(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    page.evaluate(WORKER_IS_IN_CHARGE)
    page.reload()
    respond(page)
    go_on(page)
    held: list[str] = page.evaluate("""async () => {
      const paths = [];
      for (const name of await caches.keys()) {
        for (const request of await (await caches.open(name)).keys()) {
          paths.push(new URL(request.url).pathname);
        }
      }
      return paths;
    }""")
    assert [path for path in held if not path.startswith("/static/")] == ["/offline/"]
    assert "/static/quizzes/css/main.css" in held


def test_worker_shows_a_page_without_a_line_and_the_right_one_with_it(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    page.evaluate(WORKER_IS_IN_CHARGE)
    page.context.set_offline(True)
    page.goto("/missions/")
    expect(headline(page)).to_have_text("No connection")
    expect(line(page)).to_be_hidden()
    family = page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily")
    assert "Sofia" in family
    page.context.set_offline(False)
    expect(headline(page)).to_have_text("Flights")
