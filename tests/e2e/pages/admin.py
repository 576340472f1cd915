"""Teachers and curators."""

from collections.abc import Callable, Mapping
from typing import Final

from django.contrib.auth.models import Group, User
from playwright.sync_api import Page, expect

from quizzes.items.item import Interaction
from quizzes.models import Mission
from tests.e2e.player import headline
from tests.factories import (
    AttemptFactory,
    PaperFactory,
    QuizFactory,
    ResponseFactory,
    TeacherFactory,
)

PASSWORD: Final = "correct horse"


def sign_in(page: Page, group: str = "Teachers") -> User:
    """As somebody new, through the form, to the first page of the admin."""
    user = User.objects.get(pk=TeacherFactory.create().pk)
    user.groups.add(Group.objects.get(name=group))
    page.goto("/admin/")
    page.get_by_label("Username").fill(user.username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    expect(headline(page)).to_have_text("Quizzes and facts")
    return user


def login(page: Page) -> None:
    page.goto("/admin/")


def login_with_error(page: Page) -> None:
    login(page)
    page.get_by_label("Username").fill("nobody")
    page.get_by_label("Password").fill("nothing")
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_text("Please enter the correct username")).to_be_visible()


def first_page_of_a_teacher(page: Page) -> None:
    sign_in(page)


def first_page_of_a_curator(page: Page) -> None:
    sign_in(page, "Curators")


def quizzes_of_a_teacher(page: Page) -> None:
    teacher = sign_in(page)
    QuizFactory.create_batch(3, owner=teacher)
    QuizFactory.create(owner=teacher, is_published=False, topics=["crews", "landing-sites"])
    page.goto("/admin/quizzes/quiz/")
    expect(page.get_by_role("row")).to_have_count(1 + 4)


def quiz_form(page: Page) -> None:
    sign_in(page)
    page.goto("/admin/quizzes/quiz/add/")


def quiz_form_with_errors(page: Page) -> None:
    quiz_form(page)
    page.get_by_label("Number of questions").fill("1000")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".errorlist")).to_have_count(2)


def quiz_form_that_cannot_be_filled(page: Page) -> None:
    quiz_form(page)
    page.get_by_label("Title").fill("Before there was anything")
    page.get_by_text("Years and spacecraft").click()
    page.get_by_label("First year").fill("1962")
    page.get_by_label("Last year").fill("1962")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("for this quiz")).to_be_visible()


def published_quiz(page: Page) -> None:
    held = QuizFactory.create(owner=sign_in(page))
    page.goto(f"/admin/quizzes/quiz/{held.pk}/change/")
    expect(page.get_by_label("Link for your students")).to_be_visible()


def deletion_of_a_quiz(page: Page) -> None:
    held = QuizFactory.create(owner=sign_in(page))
    AttemptFactory.create(paper=PaperFactory.create(quiz=held))
    page.goto(f"/admin/quizzes/quiz/{held.pk}/delete/")


def preview_of(page: Page, **quiz: object) -> None:
    held = QuizFactory.create(owner=sign_in(page), **{"count": 4, **quiz})
    page.goto(f"/admin/quizzes/quiz/{held.pk}/preview/")


def preview(page: Page) -> None:
    preview_of(page, is_published=False, seed="a seed")
    expect(page.get_by_role("button", name="Publish")).to_be_visible()


def preview_of_every_way_to_answer(page: Page) -> None:
    ways = [way.value for way in Interaction if way is not Interaction.CHOICE]
    preview_of(page, interactions=ways, seed="a seed", count=10)
    expect(page.get_by_role("article")).to_have_count(10)


def preview_without_answers(page: Page) -> None:
    preview_of(page, seed="a seed")
    page.get_by_role("link", name="Without the answers").click()
    expect(page.get_by_text("nothing here tells")).to_be_visible()


def preview_of_a_published_quiz(page: Page) -> None:
    preview_of(page)
    expect(page.get_by_label("Link for your students")).to_be_visible()


def board(page: Page) -> None:
    held = QuizFactory.create(owner=sign_in(page), title="Landings of the week")
    page.goto(f"/admin/quizzes/quiz/{held.pk}/board/")
    expect(page.get_by_role("img", name="QR code")).to_be_visible()


def results(page: Page) -> None:
    held = QuizFactory.create(owner=sign_in(page))
    paper = PaperFactory.create(quiz=held)
    for grade in (0, 0.5, 1):
        attempt = AttemptFactory.create(paper=paper)
        for item in list(paper.items.all())[1:]:
            ResponseFactory.create(attempt=attempt, item=item, value=0, grade=grade)
    page.goto(f"/admin/quizzes/quiz/{held.pk}/results/")
    page.get_by_text("missed by 2 of 3").first.click()


def results_of_fresh_questions(page: Page) -> None:
    held = QuizFactory.create(owner=sign_in(page))
    for _ in range(2):
        ResponseFactory.create(attempt__paper__quiz=held, value=0, grade=0)
    page.goto(f"/admin/quizzes/quiz/{held.pk}/results/")
    page.get_by_text("Questions, the least understood first").click()


def results_of_nobody(page: Page) -> None:
    held = QuizFactory.create(owner=sign_in(page))
    page.goto(f"/admin/quizzes/quiz/{held.pk}/results/")
    expect(page.get_by_text("Nobody has started yet")).to_be_visible()


def preview_that_cannot_be_filled(page: Page) -> None:
    preview_of(page, first_year=1962, last_year=1962, topics=["landing-sites"])
    expect(page.locator(".errornote")).to_be_visible()


def flights(page: Page) -> None:
    sign_in(page)
    page.goto("/admin/quizzes/mission/?q=TMA-18M")


def flight(page: Page) -> None:
    sign_in(page)
    page.goto(f"/admin/quizzes/mission/{Mission.objects.get(slug='soyuz-tma-18m').pk}/change/")


def flight_to_correct(page: Page) -> None:
    sign_in(page, "Curators")
    page.goto(f"/admin/quizzes/mission/{Mission.objects.get(slug='soyuz-tma-18m').pk}/change/")
    expect(page.get_by_role("button", name="Save", exact=True)).to_be_visible()


PAGES: Final[Mapping[Callable[[Page], None], str]] = {
    login: "admin:login",
    login_with_error: "admin:login",
    first_page_of_a_teacher: "admin:index",
    first_page_of_a_curator: "admin:index",
    quizzes_of_a_teacher: "admin:quizzes_quiz_changelist",
    quiz_form: "admin:quizzes_quiz_add",
    quiz_form_with_errors: "admin:quizzes_quiz_add",
    quiz_form_that_cannot_be_filled: "admin:quizzes_quiz_add",
    published_quiz: "admin:quizzes_quiz_change",
    deletion_of_a_quiz: "admin:quizzes_quiz_delete",
    preview: "admin:quizzes_quiz_preview",
    preview_of_every_way_to_answer: "admin:quizzes_quiz_preview",
    preview_without_answers: "admin:quizzes_quiz_preview",
    preview_of_a_published_quiz: "admin:quizzes_quiz_preview",
    board: "admin:quizzes_quiz_board",
    results: "admin:quizzes_quiz_results",
    results_of_fresh_questions: "admin:quizzes_quiz_results",
    results_of_nobody: "admin:quizzes_quiz_results",
    preview_that_cannot_be_filled: "admin:quizzes_quiz_preview",
    flights: "admin:quizzes_mission_changelist",
    flight: "admin:quizzes_mission_change",
    flight_to_correct: "admin:quizzes_mission_change",
}
