"""The link as a teacher shows it to a class."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from quizzes.qr import qr_code
from tests.admin.conftest import page_of
from tests.factories import QuizFactory


def test_board_has_the_code_the_address_and_a_qr_code(as_teacher: Client, teacher: User) -> None:
    quiz = QuizFactory.create(owner=teacher)
    html = as_teacher.get(page_of(quiz, "board")).content.decode()
    assert f'<p class="code">{quiz.code}</p>' in html
    assert '<p class="address">http://testserver/</p>' in html
    assert qr_code(f"http://testserver/q/{quiz.code}/") in html


def test_quiz_that_is_not_open_has_no_board(as_teacher: Client, teacher: User) -> None:
    quiz = QuizFactory.create(owner=teacher, is_published=False)
    page = as_teacher.get(page_of(quiz, "board"))
    assert page["Location"] == page_of(quiz, "preview")


def test_host_that_no_qr_code_can_hold_is_refused(as_teacher: Client, teacher: User) -> None:
    quiz = QuizFactory.create(owner=teacher)
    page = as_teacher.get(page_of(quiz, "board"), headers={"host": f"testserver:{'9' * 2400}"})
    assert page.status_code == 400


@pytest.mark.parametrize(
    ("host", "is_told"), [("127.0.0.1:8000", True), ("localhost", True), ("testserver", False)]
)
@pytest.mark.parametrize("name", ["board", "change", "preview"])
def test_link_that_only_this_computer_can_open_says_so(
    as_teacher: Client, teacher: User, name: str, host: str, *, is_told: bool
) -> None:
    quiz = QuizFactory.create(owner=teacher, count=1)
    page = as_teacher.get(page_of(quiz, name), headers={"host": host})
    assert ("This link works on this computer alone." in page.content.decode()) == is_told
