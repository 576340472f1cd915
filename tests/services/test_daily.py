"""One paper a UTC day, made once; one attempt at it an owner."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import TypeVar

import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries, Settings

from quizzes.items.blueprint import TooFew
from quizzes.models import Attempt, DailyAttempt, DailyPaper, Mission, Paper
from quizzes.queries.daily import current_streak, days_played, landed
from quizzes.queries.facts import current_revision
from quizzes.services import papers
from quizzes.services.daily import is_open, paper_of, seed_of, start_daily
from quizzes.services.facts import record_revision
from quizzes.services.passes import begin_move, forget, move
from quizzes.services.retention import purge_before
from tests.factories import NOW, DailyAttemptFactory, DailyPaperFactory

T = TypeVar("T")
DAY = NOW.date()


def at_once(act: Callable[[int], T], times: int = 8) -> list[T]:
    """What comes of acting so many times at the same moment."""

    def acting(number: int) -> T:
        try:
            return act(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(acting, range(times)))


def made(found: DailyPaper | TooFew) -> DailyPaper:
    assert isinstance(found, DailyPaper)
    return found


@pytest.mark.django_db
def test_a_day_has_seven_questions_of_seven_topics_the_easier_first(loaded_facts: object) -> None:
    paper = made(paper_of(DAY, NOW)).paper
    snapshots = [item.snapshot for item in paper.items.all()]
    levels = [snapshot["difficulty"] for snapshot in snapshots]
    assert len({snapshot["topic"] for snapshot in snapshots}) == 7
    assert len({snapshot["interaction"] for snapshot in snapshots}) >= 4
    assert levels == sorted(levels)


@pytest.mark.django_db
def test_the_paper_of_a_day_stays_when_facts_are_corrected(loaded_facts: object) -> None:
    first = made(paper_of(DAY, NOW))
    assert (first.paper.seed, first.paper.facts_revision) == (seed_of(DAY), current_revision())
    Mission.objects.update(crew_up=1)
    record_revision(NOW)
    assert made(paper_of(DAY, NOW)) == first


@pytest.mark.django_db
def test_another_seed_is_tried_where_one_does_not_fill_the_day(
    loaded_facts: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    freeze = papers.freeze_paper
    monkeypatch.setattr(
        papers,
        "freeze_paper",
        lambda blueprint, seed, now, quiz: (
            TooFew(6) if seed == seed_of(DAY) else freeze(blueprint, seed, now, quiz)
        ),
    )
    assert made(paper_of(DAY, NOW)).paper.seed == seed_of(DAY, 1)


@pytest.mark.django_db
def test_without_facts_there_is_no_descent(no_facts: None) -> None:
    assert start_daily(DAY, "somebody", NOW) == TooFew(0)
    assert not DailyPaper.objects.exists()


def test_seeds_cannot_be_told_without_the_secret(settings: Settings) -> None:
    seeds = {seed_of(DAY + timedelta(days=n), k) for n in range(50) for k in range(3)}
    assert len(seeds) == 150
    ours = seed_of(DAY)
    settings.SECRET_KEY = "another site's secret"
    assert seed_of(DAY) != ours


@pytest.mark.django_db(transaction=True)
def test_a_day_that_many_begin_at_once_has_one_paper() -> None:
    found = at_once(lambda number: start_daily(DAY, f"browser-{number}", NOW))
    assert DailyPaper.objects.count() == Paper.objects.count() == 1
    assert DailyAttempt.objects.count() == len(found) == 8


@pytest.mark.django_db(transaction=True)
def test_who_begins_twice_at_once_has_one_attempt() -> None:
    DailyPaperFactory.create()
    found = at_once(lambda _: start_daily(DAY, "one browser", NOW))
    [attempt] = DailyAttempt.objects.all()
    assert found == [attempt] * 8
    assert Attempt.objects.count() == 1


@pytest.mark.django_db
def test_a_second_start_leads_to_the_attempt_there_is() -> None:
    DailyPaperFactory.create()
    first = start_daily(DAY, "somebody", NOW)
    assert start_daily(DAY, "somebody", NOW + timedelta(hours=5)) == first
    assert start_daily(DAY, "somebody else", NOW) != first


@pytest.mark.parametrize(("back", "opens"), [(-1, False), (0, True), (364, True), (365, False)])
def test_days_are_open_from_their_midnight_for_a_year(back: int, *, opens: bool) -> None:
    assert is_open(DAY - timedelta(days=back), DAY) is opens


@pytest.mark.django_db
def test_a_day_counts_when_it_was_begun_before_its_midnight_and_finished_whenever() -> None:
    before = datetime(2030, 5, 31, 23, 59, 59, tzinfo=UTC)
    for owner, started_at in [("before", before), ("after", before + timedelta(seconds=1))]:
        DailyAttemptFactory.create(
            owner=owner,
            daily=DailyPaper.objects.filter(day=before.date()).first()
            or DailyPaperFactory.create(day=before.date()),
            attempt__started_at=started_at,
            grades=[1, 1, 1],
        )
    counted = [one.counts for owner in ("before", "after") for one in days_played(owner)]
    assert counted == [True, False]


@pytest.mark.django_db
@pytest.mark.parametrize("count", [1, 3])
def test_days_and_streaks_take_one_query(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for back in range(count):
        DailyAttemptFactory.create(owner="me", day=DAY - timedelta(days=back), grades=[1, 0.5, 0])
    DailyAttemptFactory.create(owner="me", day=DAY - timedelta(days=count), grades=[1])
    with django_assert_num_queries(1):
        played = days_played("me")
    assert [one.day for one in played] == [DAY - timedelta(days=n) for n in range(count + 1)]
    assert [(one.score, one.is_finished) for one in played[-2:]] == [(1.5, True), (1, False)]
    assert current_streak(played, DAY) == count


@pytest.mark.django_db
def test_a_landing_is_found_by_its_code_and_day_once_it_is_over() -> None:
    over = DailyAttemptFactory.create(grades=[1, 0, 0.5])
    assert landed(DAY, over.code) == (1, 0, 0.5)
    going_on = DailyAttemptFactory.create(daily=over.daily, grades=[1, 0])
    for day, code in [
        (DAY, going_on.code),
        (DAY, over.attempt.code),
        (DAY - timedelta(days=1), over.code),
        (DAY, ""),
    ]:
        with pytest.raises(DailyAttempt.DoesNotExist):
            landed(day, code)


@pytest.mark.django_db
def test_what_is_kept_for_a_year_is_then_deleted_with_its_day() -> None:
    old = DailyAttemptFactory.create(day=DAY - timedelta(days=400), grades=[1])
    Paper.objects.update(created_at=NOW - timedelta(days=400))
    recent = DailyAttemptFactory.create(grades=[1])
    purge_before(NOW - timedelta(days=365))
    assert [*DailyPaper.objects.all()] == [recent.daily]
    assert [*DailyAttempt.objects.all()] == [recent]
    assert not Paper.objects.filter(pk=old.daily.paper_id).exists()


@pytest.mark.django_db
def test_days_move_with_their_pass_and_none_is_there_twice() -> None:
    both = DailyAttemptFactory.create(owner="old phone", grades=[1, 1, 1])
    kept = DailyAttemptFactory.create(owner="new phone", daily=both.daily, grades=[1, 1, 1])
    moved = DailyAttemptFactory.create(owner="old phone", day=DAY - timedelta(days=1))
    secret = begin_move("new phone", NOW)
    assert secret is not None
    assert move(secret, "old phone", NOW) == "new phone"
    assert {*DailyAttempt.objects.all()} == {kept, moved}
    assert [one.day for one in days_played("new phone")] == [kept.daily.day, moved.daily.day]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("joining", "there", "stands"),
    [
        ([1, 1, 1], [1], "joining"),
        ([1], [1, 1, 1], "there"),
        ([1], [], "there"),
        ([1, 1, 1], [0, 0, 0], "there"),
    ],
)
def test_finished_day_is_not_lost_to_one_that_was_only_begun(
    joining: list[int], there: list[int], stands: str
) -> None:
    """Else a streak would end because another device has looked at today's first question."""
    own = DailyAttemptFactory.create(owner="old phone", grades=joining)
    other = DailyAttemptFactory.create(owner="new phone", daily=own.daily, grades=there)
    secret = begin_move("new phone", NOW)
    assert secret is not None
    assert move(secret, "old phone", NOW) == "new phone"
    assert DailyAttempt.objects.get() == {"joining": own, "there": other}[stands]
    assert DailyAttempt.objects.get().owner == "new phone"


@pytest.mark.django_db
def test_who_is_forgotten_leaves_no_day_behind() -> None:
    held = DailyAttemptFactory.create(grades=[1, 1, 1])
    forget(held.owner, NOW)
    assert not DailyAttempt.objects.exists()
