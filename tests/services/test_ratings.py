"""Responses correct the difficulty of what they were responses to: each of them once."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from quizzes.items.blueprint import Blueprint
from quizzes.items.item import Item, Topic
from quizzes.items.ratings import PRIOR_DEVIATION, corrected, key_of, prior
from quizzes.models import Attempt, ItemRating, Paper, RatingCursor, Response
from quizzes.queries.attempts import paper_items
from quizzes.queries.ratings import current_ratings
from quizzes.services import ratings as service
from quizzes.services.papers import freeze_paper
from quizzes.services.ratings import Rated, rate_new_responses
from tests.factories import (
    NOW,
    AttemptFactory,
    PaperFactory,
    PaperItemFactory,
    ResponseFactory,
    an_item,
)

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=1)
BLUEPRINT = Blueprint(tuple(Topic), 10)


def paper_on(*kinds: str) -> Paper:
    """A paper with an item of each of these kinds."""
    paper = PaperFactory.create(size=0)
    for position, kind in enumerate(kinds, start=1):
        snapshot = an_item(position, kind=kind).to_json()
        PaperItemFactory.create(paper=paper, position=position, snapshot=snapshot)
    paper.size = len(kinds)
    paper.save()
    return paper


def answered(paper: Paper, *grades: float, **fields: Any) -> Attempt:
    """An attempt with these grades, from the first item on."""
    attempt = AttemptFactory.create(paper=paper)
    for item, grade in zip(paper.items.all(), grades, strict=False):
        ResponseFactory.create(attempt=attempt, item=item, grade=grade, **fields)
    return attempt


def answered_by(owner: str, paper: Paper, *grades: float) -> None:
    Attempt.objects.filter(pk=answered(paper, *grades).pk).update(owner=owner)


def rating_of(kind: str) -> ItemRating:
    return ItemRating.objects.get(kind=kind, interaction="choice", subject="made-up")


def all_ratings() -> list[tuple[Any, ...]]:
    return list(ItemRating.objects.order_by("kind").values_list("kind", "rating", "responses"))


# What is learnt -------------------------------------------------------------------------------


def test_without_responses_there_is_nothing_to_rate() -> None:
    assert rate_new_responses(LATER) == Rated(0, 0)
    assert not ItemRating.objects.exists()


def test_what_is_often_wrong_becomes_harder_and_what_is_right_easier() -> None:
    paper = paper_on("easy", "hard")
    for _ in range(10):
        answered(paper, 1.0, 0.0)
    assert rate_new_responses(LATER) == Rated(20, 2)
    at_first = prior(an_item().difficulty).value
    assert rating_of("easy").rating < at_first < rating_of("hard").rating
    assert rating_of("hard").responses == 10
    assert rating_of("hard").deviation < PRIOR_DEVIATION


def test_the_same_question_in_another_paper_has_the_same_rating() -> None:
    for _ in range(3):
        answered(paper_on("asked-again"), 0.0)
    rate_new_responses(LATER)
    assert rating_of("asked-again").responses == 3


def test_who_gets_little_right_says_less_of_how_hard_an_item_is() -> None:
    by_the_good, by_the_weak = paper_on("a", "b", "c", "d"), paper_on("e", "b", "c", "d")
    for _ in range(5):
        answered(by_the_good, 0.0, 1.0, 1.0, 1.0)
        answered(by_the_weak, 0.0, 0.0, 0.0, 0.0)
    rate_new_responses(LATER)
    assert rating_of("a").rating > rating_of("e").rating


def test_partial_grades_lie_between() -> None:
    for kind, grade in (("wrong", 0.0), ("half", 0.5), ("right", 1.0)):
        for _ in range(5):
            answered(paper_on(kind), grade)
    rate_new_responses(LATER)
    wrong, half, right = (rating_of(kind).rating for kind in ("wrong", "half", "right"))
    assert wrong > half > right


def test_practice_does_not_count() -> None:
    """Whoever practises has seen the feedback."""
    first, again = paper_on("practised"), paper_on("practised")
    Paper.objects.filter(pk=again.pk).update(owner="somebody")
    answered(first, 0.0)
    answered(again, 1.0)
    assert rate_new_responses(LATER) == Rated(1, 1)
    assert rating_of("practised").responses == 1


def test_the_same_paper_again_does_not_count() -> None:
    paper = paper_on("some-kind")
    answered_by("somebody", paper, 1.0)
    answered_by("somebody else", paper)
    answered_by("somebody else", paper, 1.0)
    rate_new_responses(LATER)
    assert rating_of("some-kind").responses == 2
    for _ in range(5):
        answered_by("somebody", paper, 0.0)
    rate_new_responses(LATER)
    assert rating_of("some-kind").responses == 2


def test_of_attempts_that_were_forgotten_each_counts() -> None:
    paper = paper_on("some-kind")
    for _ in range(3):
        answered_by("", paper, 1.0)
    rate_new_responses(LATER)
    assert rating_of("some-kind").responses == 3


def test_later_tries_do_not_count() -> None:
    attempt = answered(paper_on("tried"), 0.0)
    first = attempt.responses.get()
    ResponseFactory.create(attempt=attempt, item=first.item, try_number=2, grade=1.0)
    assert rate_new_responses(LATER) == Rated(1, 1)
    assert rate_new_responses(LATER) == Rated(0, 0)


# Once -----------------------------------------------------------------------------------------


def test_rating_twice_changes_nothing() -> None:
    answered(paper_on("a", "b"), 1.0, 0.0)
    rate_new_responses(LATER)
    before = all_ratings()
    assert rate_new_responses(LATER) == Rated(0, 0)
    assert all_ratings() == before


def test_new_responses_go_on_from_the_ratings_there_are() -> None:
    paper = paper_on("a", "b")
    answered(paper, 0.0, 0.0)
    rate_new_responses(LATER)
    before = rating_of("a").rating
    answered(paper, 0.0, 0.0)
    assert rate_new_responses(LATER) == Rated(2, 2)
    assert rating_of("a").rating > before
    assert rating_of("a").responses == 2


def test_an_attempts_earlier_responses_tell_of_it_but_are_not_rated_again() -> None:
    paper = paper_on("a", "b", "c", "d")
    attempt = answered(paper, 1.0, 1.0, 1.0)
    rate_new_responses(LATER)
    ResponseFactory.create(attempt=attempt, item=paper.items.get(position=4), grade=0.0)
    assert rate_new_responses(LATER) == Rated(1, 1)
    assert rating_of("a").responses == 1
    answered(paper_on("e"), 0.0)
    rate_new_responses(LATER)
    assert rating_of("d").rating > rating_of("e").rating  # who missed it knew the rest


def test_responses_that_are_hardly_there_wait_for_the_next_time() -> None:
    """Ids are given in order, but their rows need not arrive in it."""
    paper = paper_on("a")
    answered(paper, 0.0)
    answered(paper, 0.0, submitted_at=LATER)
    answered(paper, 0.0)
    assert rate_new_responses(LATER) == Rated(1, 1)
    assert rate_new_responses(LATER + timedelta(hours=1)) == Rated(2, 1)


def test_chunks_leave_nothing_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "CHUNK", 3)
    monkeypatch.setattr(service, "ITEMS_KEPT", 2)
    for _ in range(5):
        answered(paper_on("a", "b"), 1.0, 0.0)
    assert rate_new_responses(LATER) == Rated(10, 2)
    assert [responses for _, _, responses in all_ratings()] == [5, 5]


def test_of_two_processes_one_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other has rated all while this one was thinking."""
    answered(paper_on("a"), 0.0)
    monkeypatch.setattr(service, "rated_chunk", meanwhile(service.rated_chunk))
    assert rate_new_responses(LATER) == Rated(0, 0)
    assert rating_of("a").responses == 1


def meanwhile(rated_chunk: Any) -> Any:
    """Before the first chunk is saved, another process rates everything."""
    others = iter([lambda: rate_new_responses(LATER)])

    def rate_and_be_overtaken(*arguments: Any) -> Any:
        changed = rated_chunk(*arguments)
        next(others, lambda: None)()
        return changed

    return rate_and_be_overtaken


def test_deleting_old_attempts_leaves_what_was_learnt() -> None:
    answered(paper_on("a"), 0.0)
    rate_new_responses(LATER)
    Attempt.objects.all().delete()
    assert rate_new_responses(LATER) == Rated(0, 0)
    assert rating_of("a").responses == 1
    answered(paper_on("a"), 0.0)
    assert rate_new_responses(LATER) == Rated(1, 1)


def test_queries_do_not_grow_with_the_responses() -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            rate_new_responses(LATER)
        return len(captured)

    rate_new_responses(LATER)  # the cursor is made once
    paper = paper_on("a", "b", "c")
    answered(paper, 1.0)
    one = queries()
    for _ in range(20):
        answered(paper, 1.0, 0.0, 1.0)
    assert queries() == one


# Kept -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("field", "value"), [("rating", 4.1), ("rating", -5), ("deviation", 0)])
def test_no_rating_is_out_of_bounds(field: str, value: float) -> None:
    row = {"rating": 0, "deviation": 1, "responses": 1, field: value}
    with pytest.raises(IntegrityError), transaction.atomic():
        ItemRating.objects.create(kind="k", interaction="choice", subject="s", **row)


def test_there_is_one_cursor() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        RatingCursor.objects.create(pk=2)


# Papers know of it ----------------------------------------------------------------------------


def frozen() -> list[Item]:
    paper = freeze_paper(BLUEPRINT, "seed", NOW)
    assert isinstance(paper, Paper)
    return paper_items(paper.pk)


def test_papers_climb_by_what_was_learnt(loaded_facts: object) -> None:
    before = frozen()
    first = before[0]
    for _ in range(40):
        attempt = AttemptFactory.create(paper=Paper.objects.get())
        rows = list(attempt.paper.items.all())
        for at, item in enumerate(rows):
            ResponseFactory.create(attempt=attempt, item=item, grade=float(at != 0))
    rate_new_responses(LATER)
    after = frozen()
    assert set(after) == set(before)  # same seed, same items
    assert after[-1] == first
    levels = [corrected(item, current_ratings().get(key_of(item))) for item in after]
    assert levels == sorted(levels)


def test_ratings_are_one_query_for_a_paper_once_they_are_known(loaded_facts: object) -> None:
    answered(paper_on("a"), 0.0)
    rate_new_responses(LATER)
    assert set(current_ratings()) == {("a", "choice", "made-up")}
    with CaptureQueriesContext(connection) as captured:
        current_ratings()
    assert len(captured) == 1
    answered(paper_on("b"), 0.0)
    rate_new_responses(LATER)
    assert len(current_ratings()) == 2
    assert Response.objects.count() == 2
