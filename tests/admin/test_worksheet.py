"""The questions without their answers, to print."""

from html import unescape

import pytest
from django.contrib.auth.models import User
from django.test import Client

from quizzes.admin.worksheet import unanswered
from quizzes.items.item import Interaction, Item
from quizzes.models import Paper
from quizzes.services.papers import paper_for_quiz
from tests.admin.conftest import page_of
from tests.factories import NOW, QuizFactory


def words_of(client: Client, url: str, **sent: str) -> str:
    return unescape(client.get(url, sent).content.decode())


@pytest.mark.parametrize("way", Interaction)
def test_questions_stand_there_and_nothing_tells_the_key(
    as_teacher: Client, teacher: User, way: Interaction
) -> None:
    quiz = QuizFactory.create(owner=teacher, count=4, interactions=[way.value], seed="s")
    paper = paper_for_quiz(quiz, NOW)
    assert isinstance(paper, Paper)
    items = [Item.from_json(item.snapshot) for item in paper.items.all()]
    url = page_of(quiz, "preview")
    told, asked = words_of(as_teacher, url), words_of(as_teacher, url, answers="none")
    for item in items:
        assert item.stem.render() in asked
        assert item.rationale.render() in told
        assert item.rationale.render() not in asked
        shown = unanswered(item)
        assert all(option.text in asked for option in shown.options)
        assert not any(option.is_key or option.rationale for option in shown.options)
    assert "✓ right" not in asked


def test_order_is_the_one_that_students_see(teacher: User) -> None:
    quiz = QuizFactory.create(owner=teacher, count=6, interactions=["order"], seed="s")
    paper = paper_for_quiz(quiz, NOW)
    assert isinstance(paper, Paper)
    items = [Item.from_json(held.snapshot) for held in paper.items.all()]
    for item in items:
        texts = [option.text for option in unanswered(item).options]
        assert texts == [option.text.render() for option in item.options]
    assert any(item.sequence != tuple(range(len(item.options))) for item in items)


def test_sample_is_the_same_with_and_without_answers(as_teacher: Client, teacher: User) -> None:
    quiz = QuizFactory.create(owner=teacher, count=3, seed="")
    url = page_of(quiz, "preview")
    first = as_teacher.get(url).context["preview"]
    second = as_teacher.get(url, {"seed": first.seed, "answers": "none"}).context["preview"]
    assert [item.stem for item in second.items] == [item.stem for item in first.items]
    assert second.seed == first.seed
