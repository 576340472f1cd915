"""Papers are generated once and then frozen."""

import pytest
from django.utils import timezone

from quizzes.items.blueprint import Blueprint, TooFew
from quizzes.items.item import Topic
from quizzes.models import Mission, Paper, PaperItem
from quizzes.queries.facts import current_revision
from quizzes.services import papers
from quizzes.services.facts import record_revision
from quizzes.services.papers import freeze_paper, paper_about, paper_for_quiz
from tests.factories import QuizFactory

pytestmark = pytest.mark.django_db
BLUEPRINT = Blueprint((Topic.CREWS,), 5)


def made(paper: Paper | TooFew) -> Paper:
    assert isinstance(paper, Paper)
    return paper


def snapshots(paper: Paper) -> list[object]:
    return list(paper.items.values_list("snapshot", flat=True))


def test_same_seed_gives_the_same_items(loaded_facts: object) -> None:
    one = made(freeze_paper(BLUEPRINT, "seed", timezone.now()))
    other = made(freeze_paper(BLUEPRINT, "seed", timezone.now()))
    assert one.pk != other.pk
    assert snapshots(one) == snapshots(other)


def test_paper_keeps_seed_revision_and_kind_versions(loaded_facts: object) -> None:
    paper = made(freeze_paper(BLUEPRINT, "seed", timezone.now()))
    assert (paper.seed, paper.facts_revision) == ("seed", current_revision())
    assert all(item.kind_version == item.snapshot["version"] for item in paper.items.all())


def test_paper_that_cannot_be_filled_leaves_nothing_behind(loaded_facts: object) -> None:
    limited = Blueprint((Topic.LANDING_SITES,), 20, years=(1961, 1961))
    assert isinstance(freeze_paper(limited, "seed", timezone.now()), TooFew)
    assert not Paper.objects.exists()
    assert not PaperItem.objects.exists()


def test_corrected_fact_leaves_a_frozen_paper_as_it_is(loaded_facts: object) -> None:
    paper = made(freeze_paper(BLUEPRINT, "seed", timezone.now()))
    before = snapshots(paper)
    Mission.objects.update(crew_up=1)
    record_revision(timezone.now())
    assert snapshots(paper) == before
    assert current_revision() != paper.facts_revision


def test_quiz_with_a_seed_gives_everybody_one_paper(loaded_facts: object) -> None:
    quiz = QuizFactory.create(seed="class 7b")
    first = made(paper_for_quiz(quiz, timezone.now()))
    assert paper_for_quiz(quiz, timezone.now()) == first


def test_quiz_without_a_seed_gives_each_a_fresh_paper(loaded_facts: object) -> None:
    quiz = QuizFactory.create(seed="")
    first = made(paper_for_quiz(quiz, timezone.now()))
    second = made(paper_for_quiz(quiz, timezone.now()))
    assert first.seed != second.seed


def test_edited_quiz_gets_a_new_paper(loaded_facts: object) -> None:
    quiz = QuizFactory.create(seed="class 7b", count=5)
    first = made(paper_for_quiz(quiz, timezone.now()))
    quiz.count = 6
    quiz.save()
    assert made(paper_for_quiz(quiz, timezone.now())).size == 6
    assert first.size == 5


def test_paper_about_a_record_has_five_questions(loaded_facts: object) -> None:
    paper = made(paper_about("person:scott-kelly", timezone.now()))
    assert paper.size == paper.items.count() == 5
    assert paper.blueprint["about"] == "person:scott-kelly"


def test_paper_about_a_record_with_fewer_has_as_many_as_there_are(
    loaded_facts: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(papers, "MOST_QUESTIONS", 500)
    paper = made(paper_about("mission:soyuz-tma-18m", timezone.now()))
    assert 2 <= paper.size == paper.items.count() < 500
    assert paper.blueprint["count"] == paper.size


@pytest.mark.parametrize("about", ["mission:spacex-crew-13", "mission:none", ""])
def test_no_paper_about_what_has_no_questions(loaded_facts: object, about: str) -> None:
    found = paper_about(about or "nothing", timezone.now())
    assert found == TooFew(0)
    assert not Paper.objects.exists()


def test_no_paper_of_a_single_question(
    loaded_facts: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(papers, "FEWEST_QUESTIONS", 500)
    monkeypatch.setattr(papers, "MOST_QUESTIONS", 500)
    found = paper_about("mission:soyuz-tma-18m", timezone.now())
    assert isinstance(found, TooFew)
    assert not Paper.objects.exists()
