"""What students did is not kept for ever."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from quizzes.models import Attempt, Memory, Paper, PaperItem, PassMove, Response, RevokedPass
from tests.factories import (
    AttemptFactory,
    MemoryFactory,
    PaperFactory,
    QuizFactory,
    ResponseFactory,
)

pytestmark = pytest.mark.django_db
LONG_AGO = timedelta(days=400)


def purge(*arguments: str) -> str:
    printed = StringIO()
    call_command("purge", *arguments, stdout=printed)
    return printed.getvalue()


def test_old_attempts_go_with_their_responses_and_papers() -> None:
    now = timezone.now()
    old = ResponseFactory.create().attempt
    Attempt.objects.update(started_at=now - LONG_AGO)
    Paper.objects.update(created_at=now - LONG_AGO)
    recent = AttemptFactory.create(started_at=now)

    assert purge() == "1 attempts and 1 papers deleted, 0 browsers forgotten.\n"

    assert list(Attempt.objects.all()) == [recent]
    assert not Response.objects.exists()
    assert not PaperItem.objects.filter(paper=old.paper_id).exists()


def test_papers_of_quizzes_and_of_recent_attempts_stay() -> None:
    now = timezone.now()
    of_quiz = PaperFactory.create(quiz=QuizFactory.create(), created_at=now - LONG_AGO)
    in_use = AttemptFactory.create(started_at=now, paper__created_at=now - LONG_AGO).paper

    purge()

    assert set(Paper.objects.all()) == {of_quiz, in_use}


def test_memory_of_browsers_not_seen_for_a_year_goes() -> None:
    now = timezone.now()
    for owner in ("gone", "back", "practising"):
        MemoryFactory.create(owner=owner, reviewed_at=now - LONG_AGO)
    AttemptFactory.create(owner="back", started_at=now)
    MemoryFactory.create(owner="practising", subject="mission:vostok-2", reviewed_at=now)

    assert purge() == "0 attempts and 0 papers deleted, 1 browsers forgotten.\n"

    assert set(Memory.objects.values_list("owner", flat=True)) == {"back", "practising"}
    assert Memory.objects.count() == 3


def test_revocations_are_kept_as_long_as_a_pass() -> None:
    now = timezone.now()
    RevokedPass.objects.create(digest="old", revoked_at=now - LONG_AGO)
    RevokedPass.objects.create(digest="new", revoked_at=now)
    purge()
    assert [one.digest for one in RevokedPass.objects.all()] == ["new"]


def test_links_that_nobody_used_go() -> None:
    now = timezone.now()
    PassMove.objects.create(digest="old", owner="gone", expires_at=now - LONG_AGO)
    PassMove.objects.create(digest="new", owner="here", expires_at=now)
    purge()
    assert [one.owner for one in PassMove.objects.all()] == ["here"]


@pytest.mark.parametrize("days", ["29", "-1", "99999999"])
def test_attempts_that_may_be_open_are_not_deleted(days: str) -> None:
    with pytest.raises(CommandError, match="--days"):
        purge("--days", days)
