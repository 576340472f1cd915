"""Learning from responses, as it is typed or run by cron."""

from io import StringIO

import pytest
from django.core.management import call_command

from quizzes.models import ItemRating
from tests.factories import ResponseFactory

pytestmark = pytest.mark.django_db


def rate_items() -> str:
    printed = StringIO()
    call_command("rate_items", stdout=printed)
    return printed.getvalue()


def test_it_says_what_it_did() -> None:
    attempt = ResponseFactory.create().attempt
    ResponseFactory.create(attempt=attempt, item=attempt.paper.items.get(position=2))
    # The responses are of the future: to this machine they have not happened yet.
    assert rate_items() == "0 responses rated, of 0 questions.\n"
    attempt.responses.update(submitted_at="2020-01-01T12:00:00Z")
    assert rate_items() == "2 responses rated, of 1 questions.\n"
    assert rate_items() == "0 responses rated, of 0 questions.\n"
    assert ItemRating.objects.get().responses == 2
