"""What students did is not kept for ever."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from quizzes.models import Attempt, Paper, PaperItem, Response
from tests.factories import AttemptFactory, PaperFactory, QuizFactory, ResponseFactory

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

    assert purge() == "1 attempts and 1 papers deleted.\n"

    assert list(Attempt.objects.all()) == [recent]
    assert not Response.objects.exists()
    assert not PaperItem.objects.filter(paper=old.paper_id).exists()


def test_papers_of_quizzes_and_of_recent_attempts_stay() -> None:
    now = timezone.now()
    of_quiz = PaperFactory.create(quiz=QuizFactory.create(), created_at=now - LONG_AGO)
    in_use = AttemptFactory.create(started_at=now, paper__created_at=now - LONG_AGO).paper

    purge()

    assert set(Paper.objects.all()) == {of_quiz, in_use}


@pytest.mark.parametrize("days", ["29", "-1", "99999999"])
def test_attempts_that_may_be_open_are_not_deleted(days: str) -> None:
    with pytest.raises(CommandError, match="--days"):
        purge("--days", days)
