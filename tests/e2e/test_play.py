"""A quiz, played in a browser with everything it has."""

import re
from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import BrowserContext, Locator, Page, Response, expect

from quizzes.items.item import TOPIC_NAMES, Topic
from quizzes.models import Attempt
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
    open_own_mix,
    option,
    options,
    play,
    real_paper,
    respond,
    start,
    start_paper,
    status,
)
from tests.factories import PaperFactory, QuizFactory

BY_HTMX = re.compile("xhr|fetch")

TOO_LATE = "You had answered this question already. Your first answer stands."


def progress(page: Page) -> Locator:
    """What the picture of the way down says in words."""
    return page.locator("#way .unseen")


def words(page: Page, selector: str) -> str:
    """The text of an element, seen or unseen, with single spaces."""
    return " ".join((page.locator(selector).text_content() or "").split())


# From the first page to the score ---------------------------------------------------------------


def test_quiz_of_five_leads_from_the_first_page_to_the_score(page: Page) -> None:
    start(page)
    stems = play(page, wrong=(3,))
    assert len(set(stems)) == 5
    expect(headline(page)).to_have_text("4 of 5 right")
    review = page.get_by_role("region", name="Your way home").locator("summary")
    expect(review).to_contain_text(stems)
    expect(review).to_contain_text(["Right.", "Right.", "Not right.", "Right.", "Right."])
    assert grades(attempt_on(page)) == [1, 1, 0, 1, 1]


def test_feedback_gives_the_fact_the_options_and_the_sources(page: Page) -> None:
    start_paper(page, real_paper())
    item = item_on(page)
    expect(options(page)).to_have_count(len(item.options))
    respond(page)
    expect(page.locator(".verdict")).to_have_text("Right.")
    page.get_by_text("Why not the others").click()
    listed = page.get_by_role("group").get_by_role("listitem")
    expect(listed).to_contain_text([option.rationale.render() for option in item.options])
    expect(listed).to_contain_text([option.text.render() for option in item.options])
    for source in item.sources:
        link = page.get_by_role("link", name=source.title, exact=True)
        expect(link).to_have_attribute("href", source.url)


def test_feedback_on_a_distractor_tells_why_it_is_not_the_one(page: Page) -> None:
    start_paper(page, real_paper())
    item = item_on(page)
    chosen = next(option for option in item.options if not option.is_key)
    respond(page, right=False)
    expect(page.locator(".verdict")).to_have_text(
        re.compile(
            rf"^\s*Not right\.\s+The wind .* Your answer: {re.escape(chosen.text.render())}\s*$",
            re.DOTALL,
        )
    )
    expect(page.get_by_text(chosen.rationale.render()).first).to_be_visible()


def test_one_tap_on_the_first_page_plays(page: Page) -> None:
    page.goto("/")
    page.get_by_role("button", name="Play").click()
    expect_question(page, 1)
    assert attempt_on(page).size == 10


def test_code_from_a_teacher_opens_the_quiz_however_it_is_typed(page: Page) -> None:
    quiz = QuizFactory.create(count=1)
    page.goto("/")
    page.get_by_label("With a code").fill(f" {quiz.code[:3].lower()}-{quiz.code[3:].lower()} ")
    page.get_by_role("button", name="Open").click()
    expect(page).to_have_url(re.compile(f"/q/{quiz.code}/$"))


def test_time_is_told_to_those_who_asked_for_it(page: Page) -> None:
    open_own_mix(page)
    page.get_by_role("radio", name="5", exact=True).check()
    page.get_by_label("Show my time at the end").check()
    page.get_by_role("button", name="Start").click()
    play(page)
    expect(page.get_by_text(re.compile(r"^in (\d+ min )?\d+ s$"))).to_be_visible()


def test_result_unfolds_the_feedback_of_every_question(page: Page) -> None:
    paper = PaperFactory.create()
    start_paper(page, paper)
    play(page, wrong=(2,))
    for folded in page.locator("details").all():
        folded.locator("summary").click()
        expect(folded.get_by_text("Berlin is the key.")).to_be_visible()
        expect(folded.get_by_text("Dresden is what it is.")).to_be_visible()
        expect(folded.get_by_role("link", name="The book made-up")).to_be_visible()


# What changes on the way ------------------------------------------------------------------------


def steps_on(page: Page) -> tuple[int, int, str]:
    """Of the way that the scene draws: its points, those of them that are holes, and the ship."""
    points = page.locator("#way .point").get_attribute("d") or ""
    hole = page.locator("#way .hole")
    holes = hole.get_attribute("d") or "" if hole.count() else ""
    ship = page.locator("#ship use").get_attribute("href") or ""
    return points.count("M"), holes.count("M"), ship.removeprefix("#")


def test_ship_moves_towards_the_target_by_right_responses_alone(page: Page) -> None:
    def across() -> float:
        box = page.locator("#ship").bounding_box()
        assert box
        return box["x"]

    page.emulate_media(reduced_motion="reduce")
    start_paper(page, PaperFactory.create())
    before = across()
    respond(page, right=False)
    blown = across()
    assert blown < before
    go_on(page)
    respond(page)
    assert across() > blown


def test_progress_and_score_follow_every_response(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    expect(progress(page)).to_contain_text("Question 1 of 3. 0 right of 0 answered.")
    assert steps_on(page) == (0, 0, "craft-undocked")
    expect(page.locator(".kicker")).to_contain_text("1 of 3")
    respond(page, right=False)
    expect(progress(page)).to_contain_text("Question 1 of 3. 0 right of 1 answered.")
    assert steps_on(page) == (1, 1, "craft-parted")
    expect(page.locator(".kicker")).to_contain_text("0 right")
    go_on(page)
    expect_question(page, 2)
    expect(progress(page)).to_contain_text("Question 2 of 3. 0 right of 1 answered.")
    assert steps_on(page) == (1, 1, "craft-parted")
    respond(page)
    expect(progress(page)).to_contain_text("Question 2 of 3. 1 right of 2 answered.")
    assert steps_on(page) == (2, 1, "craft-under-parachute")
    expect(page.locator(".kicker")).to_contain_text("1 right")


def test_status_announces_every_step_once(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    page.evaluate("""
        window.announced = [];
        const status = document.querySelector("[role=status]");
        new MutationObserver(() => announced.push(status.textContent.trim().replace(/\\s+/g, " ")))
          .observe(status, {childList: true, characterData: true, subtree: true});
    """)
    respond(page)
    go_on(page)
    expect_question(page, 2)
    answer_button(page).click()
    expect(page.locator("#problem")).to_be_visible()
    respond(page, right=False)
    assert page.evaluate("announced") == [
        "Right. 1 right of 1 answered.",
        "Question 2 of 3",
        "There is no answer yet. Give one, then press Answer.",
        "Not right. 1 right of 2 answered.",
    ]


def test_focus_goes_to_the_headline_of_each_step(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    expect(headline(page)).to_be_focused()
    respond(page)
    expect(headline(page)).to_be_focused()
    go_on(page)
    expect_question(page, 2)
    expect(headline(page)).to_be_focused()


def test_each_step_begins_at_the_top_of_the_page(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 320})
    start_paper(page, real_paper())
    option(page, right=False).check()
    answer_button(page).scroll_into_view_if_needed()
    assert page.evaluate("scrollY") > 0
    answer_button(page).click()
    expect_feedback(page)
    assert page.evaluate("scrollY") == 0
    next_link(page).scroll_into_view_if_needed()
    assert page.evaluate("scrollY") > 0
    next_link(page).click()
    expect_question(page, 2)
    assert page.evaluate("scrollY") == 0


def test_address_and_title_tell_the_question(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    code = attempt_on(page).code
    expect(page).to_have_title("Question 1 of 3 · SpaceQuiz")
    respond(page)
    expect(page).to_have_url(f"/attempts/{code}/1/")
    expect(page).to_have_title("Question 1 of 3: Right · SpaceQuiz")
    go_on(page)
    expect(page).to_have_url(f"/attempts/{code}/2/")
    expect(page).to_have_title("Question 2 of 3 · SpaceQuiz")


def test_htmx_asks_for_fragments_and_never_for_a_page(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    replies: list[Response] = []
    page.on("response", lambda reply: replies.append(reply))
    for position in (1, 2, 3):
        respond(page)
        if position < 3:
            go_on(page)
            expect_question(page, position + 1)
    assert [(reply.request.method, reply.status) for reply in replies] == [
        ("POST", 200), ("GET", 200), ("POST", 200), ("GET", 200), ("POST", 200),
    ]  # fmt: skip
    for reply in replies:
        assert BY_HTMX.fullmatch(reply.request.resource_type), reply.url
        assert "<html" not in reply.text(), reply.url


# Going back, reloading, twice and in two places -------------------------------------------------


def test_back_and_forward_show_each_question_as_it_is_now(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    respond(page)
    go_on(page)
    expect_question(page, 2)
    page.go_back()
    expect(page).to_have_url(re.compile("/1/$"))
    expect_feedback(page)
    page.go_forward()
    expect_question(page, 2)
    respond(page)
    page.go_back()
    expect(page).to_have_url(re.compile("/1/$"))
    expect_feedback(page)
    page.go_forward()
    expect(page).to_have_url(re.compile("/2/$"))
    expect_feedback(page)
    assert grades(attempt_on(page)) == [1, 1]


def test_back_from_the_result_shows_the_last_feedback(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    play(page)
    page.go_back()
    expect(page).to_have_url(re.compile("/3/$"))
    expect_feedback(page)
    expect(next_link(page)).to_have_text("See how it went")


def test_reload_keeps_the_question(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    respond(page)
    go_on(page)
    expect_question(page, 2)
    page.reload()
    expect_question(page, 2)
    expect(progress(page)).to_contain_text("Question 2 of 3. 1 right of 1 answered.")


def test_reload_keeps_the_feedback(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    respond(page, right=False)
    before = words(page, "#stage")
    page.reload()
    expect_feedback(page)
    assert words(page, "#stage") == before
    expect(page).to_have_title("Question 1 of 3: Not right · SpaceQuiz")
    assert grades(attempt_on(page)) == [0]


def test_double_click_gives_one_response(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    option(page, right=True).check()
    answer_button(page).dblclick()
    expect_feedback(page)
    assert grades(attempt_on(page)) == [1]


def test_two_answers_at_the_same_moment_give_one_response_and_the_same_feedback(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    replies = page.evaluate("""() => {
        const send = (option) => {
          const body = new FormData(document.querySelector("form"));
          body.set("option", option.value);
          return fetch("", { method: "POST", headers: { "HX-Request": "true" }, body })
            .then(async (reply) => [reply.status, await reply.text()]);
        };
        return Promise.all([...document.querySelectorAll("[name=option]")].map(send));
    }""")
    assert len(replies) == 4
    statuses, feedbacks = zip(*replies, strict=True)
    assert set(statuses) == {200}
    late = [feedback for feedback in feedbacks if TOO_LATE in feedback]
    assert len(set(feedbacks)) == 2
    assert len(set(late)) == 1
    assert len(late) == 3  # the other choices, which are told that the first one stands
    assert len(grades(attempt_on(page))) == 1


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
    assert words(page, "#stage") == words(other, "#stage").replace(f"{TOO_LATE} ", "")
    expect(other.locator("#too-late")).to_have_text(TOO_LATE)
    expect(page.locator("#too-late")).to_have_count(0)
    assert grades(attempt_on(page)) == [1]


def test_closed_browser_goes_on_where_it_was(
    page: Page, new_context: Callable[..., BrowserContext]
) -> None:
    start(page)
    code = attempt_on(page).code
    respond(page)
    go_on(page)
    respond(page)
    kept = page.context.storage_state()
    page.context.close()

    page = new_context(storage_state=kept).new_page()
    page.goto("/")
    expect(page.get_by_text("2 of 5 answered")).to_be_visible()
    page.get_by_role("link", name="Go on").click()
    expect_question(page, 3)
    assert attempt_on(page).code == code


# Once more, and with a friend -------------------------------------------------------------------


def test_same_questions_link_gives_a_friend_the_same_stems(
    page: Page, new_context: Callable[..., BrowserContext]
) -> None:
    start(page)
    stems = play(page)
    link = page.get_by_label("Give a friend the same questions").input_value()

    friend = new_context().new_page()
    friend.goto(link)
    friend.get_by_role("button", name="Start").click()
    assert play(friend) == stems
    assert Attempt.objects.count() == 2


def test_link_for_a_friend_is_copied_at_a_click(
    page: Page, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    start_paper(page, PaperFactory.create())
    play(page)
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    expect(status(page)).to_have_text("Copied")
    link = page.get_by_label("Give a friend the same questions").input_value()
    assert page.evaluate("navigator.clipboard.readText()") == link


def test_play_again_gives_other_questions_of_the_same_topics(page: Page) -> None:
    open_own_mix(page)
    for topic, name in TOPIC_NAMES.items():
        if topic is not Topic.LANDING_SITES:
            page.get_by_role("checkbox", name=name, exact=True).uncheck()
    page.get_by_role("radio", name="5", exact=True).check()
    page.get_by_role("button", name="Start").click()
    stems = play(page)
    page.get_by_role("button", name="New questions, same topics").click()
    assert play(page) != stems
    topics = {item.snapshot["topic"] for item in attempt_on(page).paper.items.all()}
    assert topics == {"landing-sites"}


def test_quiz_of_a_teacher_can_be_taken_again(page: Page) -> None:
    quiz = QuizFactory.create(count=1)
    page.goto(f"/q/{quiz.code}/")
    page.get_by_role("button", name="Start").click()
    play(page)
    page.get_by_role("button", name="Take this quiz again").click()
    expect_question(page, 1)
    assert attempt_on(page).paper.quiz == quiz


# What goes wrong --------------------------------------------------------------------------------


def test_answering_without_a_choice_asks_for_one(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    answer_button(page).click()
    expect(page.get_by_role("radiogroup")).to_have_accessible_description(
        re.compile("There is no answer yet. Give one, then press Answer.")
    )
    expect(options(page).first).to_be_focused()
    assert grades(attempt_on(page)) == []
    respond(page)
    assert grades(attempt_on(page)) == [1]


def test_quiz_that_closes_while_it_is_played_says_so(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    option(page, right=True).check()
    Attempt.objects.update(expires_at=timezone.now())
    answer_button(page).click()
    expect(headline(page)).to_have_text("This quiz has closed")
    expect(headline(page)).to_be_focused()
    assert grades(Attempt.objects.get()) == []
    page.get_by_role("link", name="To the first page").click()
    expect(page).to_have_url("/")


@pytest.mark.parametrize("where", ["question", "feedback", "result"])
def test_another_browser_is_not_shown_an_attempt(
    page: Page, new_context: Callable[..., BrowserContext], where: str
) -> None:
    start_paper(page, PaperFactory.create(size=1))
    if where != "question":
        respond(page)
    if where == "result":
        go_on(page)
        expect(page).to_have_url(re.compile("/result/$"))
    stranger = new_context().new_page()
    stranger.goto(page.url)
    expect(headline(stranger)).to_have_text("This quiz is not open in this browser")
