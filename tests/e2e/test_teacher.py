"""A teacher makes a quiz, and a student plays it."""

import re
from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from quizzes.items.item import Interaction
from quizzes.models import Paper, Quiz
from quizzes.players.callsigns import call_sign
from quizzes.services.papers import paper_for_quiz
from tests.e2e.pages.admin import sign_in
from tests.e2e.player import (
    attempt_on,
    expect_feedback,
    expect_question,
    grades,
    headline,
    item_on,
    respond,
)
from tests.factories import NOW, AttemptFactory, QuizFactory, ResponseFactory


def save(page: Page) -> None:
    page.get_by_role("button", name="Save", exact=True).click()


def test_teacher_makes_a_quiz_and_a_student_plays_it(
    page: Page, new_context: Callable[..., BrowserContext]
) -> None:
    teacher = sign_in(page)
    page.get_by_role("link", name="Make a quiz").click()
    page.get_by_label("Title").fill("Year 9: ways home")
    page.get_by_role("checkbox", name="Landing sites").check()
    page.get_by_text("Years and spacecraft").click()
    page.get_by_label("First year").fill("1961")
    page.get_by_label("Last year").fill("1961")
    save(page)

    # It cannot be filled: that is told, with the number, and nothing is lost.
    expect(page.get_by_text(re.compile(r"\d+ questions? for this quiz"))).to_be_visible()
    assert not Quiz.objects.exists()
    expect(page.get_by_label("Title")).to_have_value("Year 9: ways home")
    expect(page.get_by_label("First year")).to_have_value("1961")
    expect(page.get_by_role("checkbox", name="Landing sites")).to_be_checked()
    expect(page.get_by_role("checkbox", name="Crews")).not_to_be_checked()
    page.get_by_label("First year").fill("2010")
    page.get_by_label("Last year").fill("2020")
    page.get_by_text("Difficulty and ways to answer").click()
    page.get_by_role("checkbox", name="choose one of three or four").check()
    save(page)

    # The preview has every question, with its key and its rationales.
    expect(page).to_have_url(re.compile("/preview/$"))
    quiz = Quiz.objects.get()
    assert (quiz.owner_id, quiz.count, quiz.is_published) == (teacher.pk, 10, False)
    questions = page.get_by_role("article")
    expect(questions).to_have_count(10)
    stems = [question.get_by_role("heading").inner_text() for question in questions.all()]
    keys = [question.locator("li.key b").inner_text() for question in questions.all()]

    # Closed until it is published.
    student = new_context().new_page()
    student.goto(f"/q/{quiz.code}/")
    expect(headline(student)).to_have_text("There is no open quiz with this code")
    page.get_by_role("button", name="Publish").click()
    link = page.get_by_label("Link for your students").input_value()
    assert link.endswith(f"/q/{quiz.code}/")

    # The student gets what the preview showed.
    student.goto(link)
    expect(headline(student)).to_have_text("Year 9: ways home")
    student.get_by_role("button", name="Start").click()
    expect_question(student, 1)
    expect(headline(student)).to_have_text(stems[0])
    assert item_on(student).key.text.render() == keys[0]
    respond(student)
    expect_feedback(student)
    assert grades(attempt_on(student)) == [1]

    # And the teacher sees that somebody has started.
    page.goto("/admin/quizzes/quiz/")
    row = page.get_by_role("row").filter(has_text="Year 9: ways home")
    expect(row.locator(".field-started_count")).to_have_text("1")
    expect(row.locator(".field-finished_count")).to_have_text("0")

    # And what was answered, by whom.
    row.get_by_role("link", name="Results").click()
    expect(page.get_by_role("heading", name=stems[0])).to_be_visible()
    expect(page.get_by_text("missed by 0 of 1")).to_be_visible()
    sign = call_sign(attempt_on(student).owner).text.render()
    expect(page.get_by_role("row", name=sign)).to_contain_text("1/10")


def test_teacher_shows_the_way_in_and_a_student_types_it(
    page: Page, new_context: Callable[..., BrowserContext]
) -> None:
    QuizFactory.create(owner=sign_in(page), title="Landing day")
    page.goto("/admin/quizzes/quiz/")
    page.locator(".field-link a").click()
    address = page.locator(".address").inner_text()
    code = page.locator(".board .code").inner_text()
    student = new_context().new_page()
    student.goto(address)
    student.get_by_label("With a code").fill(code.lower())
    student.get_by_label("With a code").press("Enter")
    expect(headline(student)).to_have_text("Landing day")


def test_what_was_missed_makes_the_next_quiz(page: Page) -> None:
    quiz = QuizFactory.create(owner=sign_in(page), title="Landing day", count=3, seed="s")
    paper = paper_for_quiz(quiz, NOW)
    assert isinstance(paper, Paper)
    attempt = AttemptFactory.create(paper=paper)
    for item in paper.items.all():
        interaction = Interaction(item.snapshot["interaction"])
        if interaction is Interaction.CHOICE:
            ResponseFactory.create(attempt=attempt, item=item, value=0, grade=0)
    page.goto(f"/admin/quizzes/quiz/{quiz.pk}/results/")
    page.get_by_role("link", name="Make a quiz of what was missed").click()
    expect(page.get_by_label("Title")).to_have_value("Once more: Landing day")
    save(page)
    expect(page).to_have_url(re.compile("/preview/$"))
    missed = {response.item.kind for response in attempt.responses.all()}
    assert missed
    assert set(Quiz.objects.get(title="Once more: Landing day").kinds) == missed


def test_unpublishing_closes_the_link_but_not_what_has_begun(
    page: Page, new_context: Callable[..., BrowserContext]
) -> None:
    quiz = QuizFactory.create(owner=sign_in(page), count=2)
    student = new_context().new_page()
    student.goto(f"/q/{quiz.code}/")
    student.get_by_role("button", name="Start").click()
    expect_question(student, 1)

    page.goto(f"/admin/quizzes/quiz/{quiz.pk}/change/")
    page.get_by_label("Published").uncheck()
    save(page)
    expect(page.get_by_text("was changed successfully")).to_be_visible()

    respond(student)
    latecomer = new_context().new_page()
    latecomer.goto(f"/q/{quiz.code}/")
    expect(headline(latecomer)).to_have_text("There is no open quiz with this code")


def test_another_teachers_quiz_is_out_of_sight(page: Page) -> None:
    foreign = QuizFactory.create(title="Not yours")
    sign_in(page)
    page.goto("/admin/quizzes/quiz/")
    expect(page.get_by_text("Not yours")).to_have_count(0)
    for path in ("change", "preview", "delete"):
        page.goto(f"/admin/quizzes/quiz/{foreign.pk}/{path}/")
        expect(page.get_by_text("Not yours")).to_have_count(0)
        expect(page.get_by_role("button", name="Save", exact=True)).to_have_count(0)
