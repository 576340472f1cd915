"""What a class understood, told to its teacher, and to nobody else."""

from html import unescape
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from quizzes.items.interactions import INTERACTIONS
from quizzes.items.item import Interaction
from quizzes.models import Attempt, Paper, Quiz
from quizzes.players.callsigns import call_sign
from quizzes.queries.attempts import frozen_item
from quizzes.queries.results import attempts_at
from quizzes.services.attempts import start_attempt, submit_response
from quizzes.services.papers import paper_for_quiz
from quizzes.tokens import option_tokens
from tests.admin.conftest import page_of, queries_of
from tests.factories import (
    NOW,
    AttemptFactory,
    PaperFactory,
    PaperItemFactory,
    QuizFactory,
    ResponseFactory,
    an_item,
)

AACHEN, BERLIN, COBURG = 0, 1, 2
"""Options of the factories' items. Berlin is the key."""


@pytest.fixture
def quiz(teacher: User) -> Quiz:
    return QuizFactory.create(owner=teacher)


@pytest.fixture
def paper(quiz: Quiz) -> Paper:
    """Three questions, the same for everybody."""
    return PaperFactory.create(quiz=quiz)


def answer(paper: Paper, owner: str, *chosen: int) -> Attempt:
    """An attempt in which these options were chosen, one question after another."""
    attempt = AttemptFactory.create(owner=owner, paper=paper)
    for item, option in zip(paper.items.all(), chosen, strict=False):
        grade = float(option == BERLIN)
        ResponseFactory.create(attempt=attempt, item=item, value=option, grade=grade)
    return attempt


def results_of(client: Client, quiz: Quiz) -> Any:
    return client.get(page_of(quiz, "results")).context["results"]


def name_of(owner: str) -> str:
    return call_sign(owner).text.render()


def test_questions_come_the_least_understood_first(
    as_teacher: Client, quiz: Quiz, paper: Paper
) -> None:
    answer(paper, "one", BERLIN, BERLIN, AACHEN)
    answer(paper, "two", BERLIN, AACHEN, COBURG)
    answer(paper, "three", BERLIN, BERLIN, COBURG)
    found = results_of(as_teacher, quiz).questions
    assert [(question.number, question.right) for question in found] == [(3, 0), (2, 66), (1, 100)]
    assert found[0].stem == "Which one is the key of item 3?"
    assert found[0].fact == "Berlin is the key."
    assert found[0].mistakes == [("Coburg", 2), ("Aachen", 1)]
    assert found[1].missed_by == [name_of("two")]
    assert found[2].missed_by == []


def test_repeat_is_shown_but_does_not_count(as_teacher: Client, quiz: Quiz, paper: Paper) -> None:
    answer(paper, "one", AACHEN, AACHEN, AACHEN)
    answer(paper, "one", BERLIN, BERLIN, BERLIN)
    found = results_of(as_teacher, quiz)
    assert [(student.is_first, student.right) for student in found.students] == [
        (True, 0),
        (False, 100),
    ]
    assert [(question.asked, question.right) for question in found.questions] == [(1, 0)] * 3
    assert found.right == 0


def test_who_left_half_way_is_not_in_the_mean_score(
    as_teacher: Client, quiz: Quiz, paper: Paper
) -> None:
    answer(paper, "one", BERLIN, BERLIN, AACHEN)
    answer(paper, "two", AACHEN)
    answer(paper, "three")
    found = results_of(as_teacher, quiz)
    assert (len(found.students), found.finished, found.right) == (3, 1, 66)
    assert [(student.answered, student.size, student.right) for student in found.students] == [
        (3, 3, 66),
        (1, 3, 0),
        (0, 3, None),
    ]
    assert found.questions[-1].asked == 1


def test_students_have_a_mark_for_each_question(
    as_teacher: Client, quiz: Quiz, paper: Paper
) -> None:
    attempt = answer(paper, "one", BERLIN, AACHEN)
    attempt.responses.update(grade=0.5)
    answer(paper, "two", BERLIN, AACHEN)
    marks = [student.marks for student in results_of(as_teacher, quiz).students]
    assert marks == [["½", "½", "–"], ["✓", "✗", "–"]]


def test_fresh_questions_are_told_by_topic_and_kind(as_teacher: Client, quiz: Quiz) -> None:
    for owner, kind, grade in [("one", "person-aboard", 1), ("two", "commander-of-mission", 0)]:
        paper = PaperFactory.create(quiz=quiz, size=0)
        item = PaperItemFactory.create(paper=paper, snapshot=an_item(kind=kind).to_json())
        attempt = AttemptFactory.create(owner=owner, paper=paper, size=1)
        ResponseFactory.create(attempt=attempt, item=item, grade=grade)
    found = results_of(as_teacher, quiz)
    (crews,) = found.topics
    assert (crews.name, crews.asked, crews.right) == ("Crews", 2, 50)
    assert [(kind.name, kind.right) for kind in crews.parts] == [
        ("who commanded a flight", 0),
        ("who was aboard a flight", 100),
    ]
    assert list(found.numbers) == []
    assert [student.marks for student in found.students] == [[], []]


def test_same_question_of_two_papers_is_one(as_teacher: Client, quiz: Quiz) -> None:
    for owner in ("one", "two"):
        answer(PaperFactory.create(quiz=quiz, size=1), owner, AACHEN)
    (question,) = results_of(as_teacher, quiz).questions
    assert (question.number, question.asked, question.mistakes) == (0, 2, [("Aachen", 2)])


def test_nobody_is_told_by_more_than_a_call_sign(
    as_teacher: Client, quiz: Quiz, paper: Paper
) -> None:
    attempt = answer(paper, "owner-of-a-cookie", AACHEN)
    html = as_teacher.get(page_of(quiz, "results")).content.decode()
    assert name_of(attempt.owner) in html
    assert attempt.owner not in html
    assert attempt.code not in html


def test_name_that_nobody_has_is_not_shown(as_teacher: Client, quiz: Quiz) -> None:
    Quiz.objects.update(interactions=["name"], count=3, seed="s")
    quiz.refresh_from_db()
    paper = paper_for_quiz(quiz, NOW)
    assert isinstance(paper, Paper)
    attempt = AttemptFactory.create(paper=paper)
    first = paper.items.first()
    value = {"option": None, "text": "Kevin from 9b"}
    ResponseFactory.create(attempt=attempt, item=first, value=value, grade=0)
    page = as_teacher.get(page_of(quiz, "results"))
    assert page.context["results"].questions[0].mistakes == []
    assert "Kevin" not in page.content.decode()


@pytest.mark.parametrize("way", Interaction)
def test_every_way_to_answer_can_be_told(as_teacher: Client, quiz: Quiz, way: Interaction) -> None:
    Quiz.objects.update(interactions=[way.value], count=3, seed="s")
    quiz.refresh_from_db()
    paper = paper_for_quiz(quiz, NOW)
    assert isinstance(paper, Paper)
    held = [frozen_item(paper.pk, position).item for position in range(1, 4)]
    for nth in range(4):
        attempt = start_attempt(paper, f"browser-{nth}", NOW)
        for position, item in enumerate(held, 1):
            interaction = INTERACTIONS[item.interaction]
            tokens = option_tokens(attempt.code, position, interaction.tokens(item))
            readable = [s for s in interaction.samples(item, tokens) if s.grade is not None]
            submit_response(attempt, position, readable[nth % len(readable)].raw, NOW)
    page = as_teacher.get(page_of(quiz, "results"))
    html = unescape(page.content.decode())
    assert page.context["results"].finished == 4
    assert all(item.stem.render() in html and item.rationale.render() in html for item in held)


def test_results_of_a_quiz_that_nobody_has_started(as_teacher: Client, quiz: Quiz) -> None:
    html = as_teacher.get(page_of(quiz, "results")).content.decode()
    assert "Nobody has started yet." in html
    assert "<table" not in html


def test_results_take_as_many_queries_for_three_students_as_for_one(
    as_teacher: Client, quiz: Quiz, paper: Paper
) -> None:
    counts = []
    for owners in (["one"], ["two", "three"]):
        for owner in owners:
            answer(paper, owner, BERLIN, AACHEN, COBURG)
        counts.append(queries_of(as_teacher, page_of(quiz, "results")))
    assert counts[0] == counts[1] <= 8


def test_latest_attempts_know_whether_they_were_the_first(quiz: Quiz, paper: Paper) -> None:
    for owner in ("one", "two", "one", "three"):
        answer(paper, owner, BERLIN)
    answer(PaperFactory.create(), "four", BERLIN)
    latest = [(attempt.owner, attempt.is_first) for attempt in attempts_at(quiz, 3)]
    assert latest == [("two", True), ("one", False), ("three", True)]


@pytest.mark.parametrize(("count", "most"), [(10, 200), (40, 50)])
def test_long_quizzes_tell_of_fewer_attempts(
    as_teacher: Client, teacher: User, count: int, most: int
) -> None:
    quiz = QuizFactory.create(owner=teacher, count=count)
    paper = PaperFactory.create(quiz=quiz, size=1)
    AttemptFactory.create_batch(most + 1, paper=paper)
    page = as_teacher.get(page_of(quiz, "results"))
    assert len(page.context["results"].students) == most
    assert f"These are the latest {most} attempts." in page.content.decode()


# What next ------------------------------------------------------------------------------------


def test_what_was_missed_fills_in_the_form_of_the_next_quiz(
    as_teacher: Client, teacher: User
) -> None:
    quiz = QuizFactory.create(
        owner=teacher, title="T" * 120, count=7, first_year=1998, families=["Soyuz"],
        topics=["crews", "stations"],
    )  # fmt: skip
    paper = PaperFactory.create(quiz=quiz, size=0)
    for position, kind in enumerate(("person-aboard", "commander-of-mission"), 1):
        snapshot = an_item(position, kind=kind).to_json()
        PaperItemFactory.create(paper=paper, position=position, snapshot=snapshot)
    attempt = AttemptFactory.create(paper=paper, size=2)
    for item, grade in zip(paper.items.all(), (1, 0), strict=True):
        ResponseFactory.create(attempt=attempt, item=item, grade=grade)
    again = as_teacher.get(page_of(quiz, "results")).context["again"]
    assert again.startswith(reverse("admin:quizzes_quiz_add"))
    form = as_teacher.get(again).context["adminform"].form
    assert form["title"].value() == f"Once more: {'T' * 109}"
    assert form["kinds"].value() == ["commander-of-mission"]
    assert form["topics"].value() == ["crews"]
    assert form["families"].value() == ["Soyuz"]
    assert (form["count"].value(), form["first_year"].value()) == ("7", "1998")


def test_nothing_is_to_be_repeated_where_all_is_understood(
    as_teacher: Client, quiz: Quiz, paper: Paper
) -> None:
    answer(paper, "one", BERLIN, BERLIN, BERLIN)
    page = as_teacher.get(page_of(quiz, "results"))
    assert page.context["again"] == ""
    assert "Make a quiz of what was missed" not in page.content.decode()


@pytest.mark.parametrize("name", ["results", "board"])
@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_pages_to_look_at_take_nothing(
    as_teacher: Client, quiz: Quiz, name: str, method: str
) -> None:
    assert getattr(as_teacher, method)(page_of(quiz, name)).status_code == 405


@pytest.mark.parametrize("name", ["results", "board"])
def test_stranger_is_asked_to_sign_in(client: Client, quiz: Quiz, name: str) -> None:
    assert client.get(page_of(quiz, name))["Location"].startswith("/admin/login/")
