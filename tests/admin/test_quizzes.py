"""A teacher's own quizzes, and nobody else's."""

import re
from collections.abc import Callable

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.test import Client

from quizzes.models import Attempt, Paper, Quiz
from quizzes.services.papers import paper_for_quiz
from tests.admin.conftest import page_of, queries_of, quiz_form
from tests.factories import NOW, AttemptFactory, PaperFactory, QuizFactory, ResponseFactory

LIST = "/admin/quizzes/quiz/"
PAGES = ("change", "delete", "history", "preview", "board", "results")


def act(client: Client, action: str, *quizzes: Quiz) -> None:
    chosen = [str(quiz.pk) for quiz in quizzes]
    page = client.post(LIST, {"action": action, "_selected_action": chosen})
    assert page.status_code == 302


# Whose ----------------------------------------------------------------------------------------


def test_list_shows_own_quizzes_only(as_teacher: Client, teacher: User) -> None:
    own = QuizFactory.create(owner=teacher)
    QuizFactory.create()
    assert list(as_teacher.get(LIST).context["cl"].result_list) == [own]


def test_superuser_sees_all_quizzes_and_whose_they_are(as_superuser: Client) -> None:
    quizzes = {QuizFactory.create(), QuizFactory.create()}
    page = as_superuser.get(LIST)
    assert set(page.context["cl"].result_list) == quizzes
    assert all(quiz.owner.username in page.content.decode() for quiz in quizzes)


@pytest.mark.parametrize("name", PAGES)
def test_own_quiz_opens(as_teacher: Client, teacher: User, name: str) -> None:
    quiz = QuizFactory.create(owner=teacher)
    assert as_teacher.get(page_of(quiz, name)).status_code == 200


@pytest.mark.parametrize("name", PAGES)
def test_quiz_of_another_does_not_open(as_teacher: Client, name: str) -> None:
    quiz = QuizFactory.create(title="Not yours")
    page = as_teacher.get(page_of(quiz, name), follow=True)
    assert "Not yours" not in page.content.decode()
    assert page.redirect_chain or page.status_code == 404


@pytest.mark.parametrize(("name", "form"), [("change", {}), ("delete", {"post": "yes"}),
                                            ("preview", {})])  # fmt: skip
def test_quiz_of_another_cannot_be_changed_by_its_address(
    as_teacher: Client, name: str, form: dict[str, str]
) -> None:
    quiz = QuizFactory.create(title="Not yours", is_published=False)
    as_teacher.post(page_of(quiz, name), form or quiz_form(title="Mine", is_published="on"))
    quiz.refresh_from_db()
    assert (quiz.title, quiz.is_published) == ("Not yours", False)


@pytest.mark.parametrize("action", ["publish", "duplicate", "delete_selected"])
def test_action_leaves_the_quizzes_of_others_alone(as_teacher: Client, action: str) -> None:
    quiz = QuizFactory.create(is_published=False)
    as_teacher.post(LIST, {"action": action, "_selected_action": [quiz.pk], "post": "yes"})
    assert list(Quiz.objects.values_list("pk", "is_published")) == [(quiz.pk, False)]


def test_curator_has_no_part_in_quizzes(as_curator: Client) -> None:
    assert as_curator.get(LIST).status_code == 403
    assert as_curator.get(page_of(QuizFactory.create(), "preview")).status_code in {403, 404}


def test_new_quiz_belongs_to_who_made_it(as_teacher: Client, teacher: User) -> None:
    other = QuizFactory.create().owner
    as_teacher.post(f"{LIST}add/", quiz_form(owner=str(other.pk)))
    assert Quiz.objects.get(title="Landing day").owner == teacher


def test_change_by_a_superuser_leaves_the_owner(as_superuser: Client) -> None:
    quiz = QuizFactory.create()
    owner = quiz.owner
    as_superuser.post(page_of(quiz), quiz_form(title="Mended"))
    quiz.refresh_from_db()
    assert (quiz.title, quiz.owner) == ("Mended", owner)


# The list -------------------------------------------------------------------------------------


@pytest.fixture
def attempt_at(db: None) -> Callable[..., None]:
    """An attempt at ``quiz`` with a response of each of these grades, of two items."""

    def attempt_at(quiz: Quiz, *grades: float) -> None:
        attempt = AttemptFactory.create(paper=PaperFactory.create(quiz=quiz, size=2))
        for item, grade in zip(attempt.paper.items.all(), grades, strict=False):
            ResponseFactory.create(attempt=attempt, item=item, grade=grade)

    return attempt_at


def test_list_tells_attempts_and_their_mean_score(
    as_teacher: Client, teacher: User, attempt_at: Callable[..., None]
) -> None:
    quiz, unused = QuizFactory.create(owner=teacher), QuizFactory.create(owner=teacher)
    attempt_at(quiz)
    attempt_at(quiz, 0)  # not finished, so not in the mean
    attempt_at(quiz, 1, 1)
    attempt_at(quiz, 1, 0)
    again = AttemptFactory.create(  # had read the facts, so not in the mean
        owner=Attempt.objects.latest("pk").owner, paper=PaperFactory.create(quiz=quiz, size=1)
    )
    ResponseFactory.create(attempt=again)
    attempt_at(QuizFactory.create(), 0, 0)
    rows = {row.pk: row for row in as_teacher.get(LIST).context["cl"].result_list}
    told = rows[quiz.pk]
    assert (told.started, told.finished, told.mean_score) == (5, 3, 0.75)
    assert "75%" in as_teacher.get(LIST).content.decode()
    told = rows[unused.pk]
    assert (told.started, told.finished, told.mean_score) == (None, None, None)


def test_list_takes_as_many_queries_for_three_quizzes_as_for_one(
    as_teacher: Client, teacher: User, attempt_at: Callable[..., None]
) -> None:
    counts = []
    for more in (1, 2):
        for quiz in QuizFactory.create_batch(more, owner=teacher):
            attempt_at(quiz, 1, 1)
        counts.append(queries_of(as_teacher, LIST))
    assert counts[0] == counts[1] <= 7


@pytest.mark.parametrize("order", range(1, 10))
def test_list_can_be_ordered_by_any_column(as_teacher: Client, teacher: User, order: int) -> None:
    QuizFactory.create(owner=teacher)
    assert as_teacher.get(LIST, {"o": order}).status_code == 200


def test_link_is_shown_once_the_quiz_is_published(as_teacher: Client, teacher: User) -> None:
    quiz = QuizFactory.create(owner=teacher, is_published=False)
    full = f"http://testserver/q/{quiz.code}/"
    for published in (False, True):
        Quiz.objects.update(is_published=published)
        in_list = page_of(quiz, "board") in as_teacher.get(LIST).content.decode()
        on_page = full in as_teacher.get(page_of(quiz)).content.decode()
        assert (in_list, on_page) == (published, published)


def test_link_is_not_shown_for_a_box_just_ticked(as_teacher: Client, teacher: User) -> None:
    quiz = QuizFactory.create(owner=teacher, is_published=False)
    page = as_teacher.post(page_of(quiz), quiz_form(count="0", is_published="on"))
    assert f"/q/{quiz.code}/" not in page.content.decode()


# Actions --------------------------------------------------------------------------------------


def test_publish_and_unpublish(as_teacher: Client, teacher: User, client: Client) -> None:
    quiz = QuizFactory.create(owner=teacher, is_published=False)
    assert client.get(f"/q/{quiz.code}/").status_code == 404
    act(as_teacher, "publish", quiz)
    assert client.get(f"/q/{quiz.code}/").status_code == 200
    act(as_teacher, "unpublish", quiz)
    assert client.get(f"/q/{quiz.code}/").status_code == 404
    assert LogEntry.objects.filter(user=teacher, object_id=quiz.pk).count() == 2


def test_publishing_twice_is_told_once(as_teacher: Client, teacher: User) -> None:
    quiz = QuizFactory.create(owner=teacher, is_published=True)
    act(as_teacher, "publish", quiz)
    assert not LogEntry.objects.exists()
    assert "It was open already." in as_teacher.get(LIST).content.decode()


def test_unpublishing_twice_is_told_once(as_teacher: Client, teacher: User) -> None:
    quiz = QuizFactory.create(owner=teacher, is_published=False)
    act(as_teacher, "unpublish", quiz)
    assert not LogEntry.objects.exists()
    assert "It was closed already." in as_teacher.get(LIST).content.decode()


def test_usual_topics_are_all_in_the_list(as_teacher: Client, teacher: User) -> None:
    QuizFactory.create(owner=teacher)
    QuizFactory.create(owner=teacher, topics=["crews", "landing-sites"])
    html = as_teacher.get(LIST).content.decode()
    assert re.findall(r'"field-topic_names">([^<]+)<', html) == ["Crews, Landing sites", "All"]


def test_duplicate_is_a_quiz_of_its_own(as_teacher: Client, teacher: User) -> None:
    quiz = QuizFactory.create(owner=teacher, title="T" * 120, topics=["crews"], seed="s")
    act(as_teacher, "duplicate", quiz)
    copy = Quiz.objects.exclude(pk=quiz.pk).get()
    assert (copy.owner, copy.blueprint, copy.seed) == (teacher, quiz.blueprint, "s")
    assert copy.title == f"Copy of {'T' * 112}"
    assert copy.code != quiz.code
    assert not copy.is_published


def test_duplicate_by_a_superuser_is_their_own(as_superuser: Client) -> None:
    quiz = QuizFactory.create()
    act(as_superuser, "duplicate", quiz)
    assert Quiz.objects.exclude(pk=quiz.pk).get().owner.is_superuser


@pytest.mark.parametrize("bulk", [False, True])
def test_deleting_a_quiz_tells_which_results_go(
    as_teacher: Client, teacher: User, attempt_at: Callable[..., None], *, bulk: bool
) -> None:
    quiz, unused = QuizFactory.create(owner=teacher), QuizFactory.create(owner=teacher)

    def asked_about(quiz: Quiz) -> str:
        if not bulk:
            return as_teacher.get(page_of(quiz, "delete")).content.decode()
        form = {"action": "delete_selected", "_selected_action": [quiz.pk]}
        return as_teacher.post(LIST, form).content.decode()

    attempt_at(quiz, 1)
    attempt_at(quiz)
    assert "With it go the results of 2 attempts." in asked_about(quiz)
    assert "With it go" not in asked_about(unused)


def test_form_tells_that_somebody_has_begun(
    as_teacher: Client, teacher: User, attempt_at: Callable[..., None]
) -> None:
    quiz = QuizFactory.create(owner=teacher)
    assert "have begun" not in as_teacher.get(page_of(quiz)).content.decode()
    attempt_at(quiz)
    attempt_at(quiz)
    assert "2 attempts have begun." in as_teacher.get(page_of(quiz)).content.decode()


def test_deleted_quiz_leaves_its_papers(as_teacher: Client, teacher: User) -> None:
    quiz = QuizFactory.create(owner=teacher, count=5, seed="s")
    paper = paper_for_quiz(quiz, NOW)
    assert isinstance(paper, Paper)
    as_teacher.post(page_of(quiz, "delete"), {"post": "yes"})
    assert not Quiz.objects.exists()
    paper.refresh_from_db()
    assert paper.quiz is None
    assert paper.items.count() == 5
