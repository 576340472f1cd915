"""What a teacher sees of a quiz beforehand: all of it, and exactly what students will get."""

import re
from html import unescape
from math import ceil, floor
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from quizzes.admin.answers import answers
from quizzes.admin.ways import WAYS
from quizzes.items.interactions.number import in_words
from quizzes.items.item import DEFAULT_TOPICS, Interaction, Item, Measure, Quantity
from quizzes.items.ratings import key_of
from quizzes.models import ItemRating, Mission, Paper, Quiz, RatingCursor
from quizzes.services.facts import record_revision
from quizzes.services.papers import paper_for_quiz
from tests.admin.conftest import page_of, queries_of
from tests.factories import NOW, QuizFactory, an_item


@pytest.fixture
def quiz(teacher: User) -> Quiz:
    return QuizFactory.create(owner=teacher, seed="s", count=5, is_published=False)


def stems(page: Any) -> list[str]:
    return [item.stem for item in page.context["preview"].items]


def students_items(quiz: Quiz) -> list[Item]:
    paper = paper_for_quiz(quiz, NOW)
    assert isinstance(paper, Paper)
    return [Item.from_json(item.snapshot) for item in paper.items.all()]


def test_preview_shows_stems_options_keys_reasons_and_sources(
    as_teacher: Client, quiz: Quiz
) -> None:
    Quiz.objects.update(interactions=["choice"])
    quiz.refresh_from_db()
    page = as_teacher.get(page_of(quiz, "preview"))
    html = unescape(page.content.decode())
    for item in students_items(quiz):
        assert item.stem.render() in html
        assert item.rationale.render() in html
        assert f"difficulty {item.difficulty} of 5" in html
        assert all(source.title in html and source.url in html for source in item.sources)
        for option in item.options:
            assert option.rationale.render() in html
            marked = re.search(
                rf"<b>{re.escape(option.text.render())}</b>\s*<span class=\"tag\">✓ right</span>",
                html,
            )
            assert bool(marked) == option.is_key


def answers_in_preview(client: Client, quiz: Quiz, way: Interaction) -> list[tuple[Item, str]]:
    """Every item of a quiz of one way to answer, and what the preview says of it."""
    Quiz.objects.update(interactions=[way.value], topics=[topic.value for topic in DEFAULT_TOPICS])
    quiz.refresh_from_db()
    html = unescape(client.get(page_of(quiz, "preview")).content.decode())
    articles = re.findall(r"<article>(.*?)</article>", html, re.DOTALL)
    words = [" ".join(re.sub(r"<[^>]+>", " ", article).split()) for article in articles]
    items = students_items(quiz)
    assert len(items) == len(words) == 5
    assert all(f"· {WAYS[way]} ·" in said for said in words)
    return list(zip(items, words, strict=True))


def test_preview_marks_all_that_is_right(as_teacher: Client, quiz: Quiz) -> None:
    for item, said in answers_in_preview(as_teacher, quiz, Interaction.MULTIPLE):
        for option in item.options:
            assert (f"{option.text.render()} ✓ right" in said) == option.is_key
        assert "Each right pick counts" in said


def test_preview_tells_whether_a_claim_holds(as_teacher: Client, quiz: Quiz) -> None:
    for item, said in answers_in_preview(as_teacher, quiz, Interaction.TRUE_FALSE):
        assert ("True ✓ right" in said) == item.options[0].is_key
        assert ("False ✓ right" in said) != item.options[0].is_key
        assert item.options[0].rationale.render() in said


def test_preview_shows_the_right_order(as_teacher: Client, quiz: Quiz) -> None:
    for item, said in answers_in_preview(as_teacher, quiz, Interaction.ORDER):
        lines = [
            f"{place} {item.options[at].text.render()} {item.options[at].rationale.render()}"
            for place, at in enumerate(item.sequence, 1)
        ]
        assert " ".join(lines) in said
        assert "This is the right order." in said


def test_preview_shows_the_right_pairs(as_teacher: Client, quiz: Quiz) -> None:
    for item, said in answers_in_preview(as_teacher, quiz, Interaction.MATCH):
        for prompt in item.prompts:
            assert f"{prompt.text.render()} → {item.options[prompt.key].text.render()}" in said


def test_preview_shows_the_number_and_what_is_near_enough(as_teacher: Client, quiz: Quiz) -> None:
    for item, said in answers_in_preview(as_teacher, quiz, Interaction.NUMBER):
        assert item.quantity is not None
        value, unit, tolerance, _reach = item.quantity
        assert f"{in_words(value, unit).render()} ✓ right" in said
        least, most = ceil(value - tolerance), floor(value + tolerance)
        assert (f"Right from {least} to {most}." in said) == (least < most)
        assert ("It must be exact." in said) == (least == most)


@pytest.mark.parametrize(
    ("tolerance", "reach", "note"),
    [
        (3, 30, "Right from 337 to 343. Partly right less than 30 off."),
        (3.7, 30, "Right from 337 to 343. Partly right less than 30 off."),
        (0, 5, "It must be exact. Partly right less than 5 off."),
        (0, 1, "It must be exact."),
    ],
)
def test_note_tells_how_near_a_number_must_be(tolerance: float, reach: float, note: str) -> None:
    quantity = Quantity(340, Measure.DAYS, tolerance, reach)
    item = an_item()._replace(interaction=Interaction.NUMBER, quantity=quantity)
    assert answers(item).note == note


def test_preview_shows_how_far_a_pin_may_be_off(as_teacher: Client, quiz: Quiz) -> None:
    for item, said in answers_in_preview(as_teacher, quiz, Interaction.PLACE):
        assert item.point is not None
        assert f"A pin is right within {250 + item.point.precision_km:.0f} km" in said
        assert f"{item.key.text.render()} ✓ right" in said


def test_preview_shows_the_names_that_are_taken(as_teacher: Client, quiz: Quiz) -> None:
    for item, said in answers_in_preview(as_teacher, quiz, Interaction.NAME):
        name = item.names[item.key_index]
        assert f"{name.shown} ✓ right" in said
        assert all(spelling.title() in said for spelling in (*name.full[1:], *name.family))


def test_preview_of_a_quiz_with_a_seed_is_what_students_will_get(
    as_teacher: Client, quiz: Quiz
) -> None:
    before = stems(as_teacher.get(page_of(quiz, "preview"), {"seed": "another"}))
    assert not Paper.objects.exists()  # looking freezes nothing
    assert before == [item.stem.render() for item in students_items(quiz)]


def test_preview_of_a_frozen_paper_survives_a_correction(as_teacher: Client, quiz: Quiz) -> None:
    students_items(quiz)
    before = as_teacher.get(page_of(quiz, "preview"))
    assert before.context["preview"].is_frozen
    Mission.objects.update(landed_at=None)
    record_revision(NOW)
    assert stems(as_teacher.get(page_of(quiz, "preview"))) == stems(before)


def test_preview_of_fresh_questions_is_a_sample_and_offers_another(
    as_teacher: Client, quiz: Quiz
) -> None:
    Quiz.objects.update(seed="")
    url = page_of(quiz, "preview")
    one, same = (as_teacher.get(url, {"seed": "one"}) for _ in range(2))
    assert stems(one) == stems(same)
    other = re.search(r'href="(\?seed=[0-9a-f]+)">Another sample', one.content.decode())
    assert other is not None
    assert stems(as_teacher.get(url + other[1])) != stems(one)


@pytest.mark.parametrize("seed", ["", "x" * 5000, "\0", "<script>", "ü%FF"])
def test_preview_takes_any_seed(as_teacher: Client, quiz: Quiz, seed: str) -> None:
    Quiz.objects.update(seed="")
    page = as_teacher.get(page_of(quiz, "preview"), {"seed": seed})
    assert len(stems(page)) == 5


def test_preview_that_cannot_be_filled_says_so(as_teacher: Client, quiz: Quiz) -> None:
    Quiz.objects.update(families=["Voskhod"], count=40)
    html = as_teacher.get(page_of(quiz, "preview")).content.decode()
    assert re.search(r"There are only \d+ questions for this quiz\.", html)


def test_preview_keeps_to_the_finer_limits(as_teacher: Client, quiz: Quiz) -> None:
    Quiz.objects.update(difficulty_from=2, difficulty_to=3, stations=["iss"], kinds=["not-aboard"])
    quiz.refresh_from_db()
    items = as_teacher.get(page_of(quiz, "preview")).context["preview"].items
    assert len(items) == 5
    assert {item.difficulty for item in items} <= {2, 3}
    assert [item.stem for item in items] == [i.stem.render() for i in students_items(quiz)]
    assert all(item.stem.startswith("Who was NOT aboard when ") for item in items)


def test_preview_tells_the_difficulty_that_responses_have_shown(
    as_teacher: Client, quiz: Quiz
) -> None:
    last = students_items(quiz)[-1]
    kind, interaction, subject = key_of(last)
    ItemRating.objects.create(
        kind=kind, interaction=interaction, subject=subject, rating=-3, deviation=0.2, responses=99
    )
    RatingCursor.objects.create(pk=1, last_response=99)
    items = as_teacher.get(page_of(quiz, "preview")).context["preview"].items
    assert items[-1].stem == last.stem.render()  # what is frozen keeps its order
    assert items[-1].difficulty == 1


def test_preview_without_facts_says_so(as_teacher: Client, quiz: Quiz, no_facts: None) -> None:
    html = as_teacher.get(page_of(quiz, "preview")).content.decode()
    assert "No facts are loaded yet, so there are no questions." in html


def test_preview_publishes(as_teacher: Client, quiz: Quiz) -> None:
    page = as_teacher.post(page_of(quiz, "preview"), follow=True)
    assert f"http://testserver/q/{quiz.code}/" in page.content.decode()
    quiz.refresh_from_db()
    assert quiz.is_published


@pytest.mark.parametrize("pk", ["0", "999999", "x", "1_0", "99999999999999999999"])
def test_preview_of_no_quiz_is_not_found(as_teacher: Client, pk: str) -> None:
    assert as_teacher.get(f"/admin/quizzes/quiz/{pk}/preview/").status_code == 404


def test_preview_takes_as_many_queries_for_twenty_as_for_five(
    as_teacher: Client, quiz: Quiz
) -> None:
    as_teacher.get(page_of(quiz, "preview"))  # the facts are read once a process
    counts = []
    for count in (5, 20):
        Quiz.objects.update(count=count)
        counts.append(queries_of(as_teacher, page_of(quiz, "preview")))
    assert counts[0] == counts[1] <= 8
