"""What is kept of a student: the page that says so, and that it is so."""

from collections.abc import Callable

import pytest
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from quizzes.management.commands.purge import KEPT_DAYS
from quizzes.models import Attempt, Memory, Response
from quizzes.views.starting import COOKIE_LIFETIME
from tests.views.conftest import Player


def test_page_is_one_tap_from_any_other(client: Client, db: None) -> None:
    assert reverse("privacy") in client.get("/").text
    assert reverse("forget") in client.get(reverse("privacy")).text


def test_a_year_is_a_year() -> None:
    assert KEPT_DAYS == COOKIE_LIFETIME.days == 365


def test_browser_gets_the_three_cookies_that_the_page_names(start: Callable[..., Player]) -> None:
    player = start()
    player.client.post(reverse("language"), {"language": "es"})
    player.respond(1)
    player.client.get(reverse("practice"))
    assert set(player.client.cookies) == {"spacequiz_pass", "spacequiz_language", "csrftoken"}


@pytest.mark.parametrize(
    ("model", "told"),
    [
        (Attempt, {"code", "owner", "paper", "size", "is_timed", "started_at", "expires_at"}),
        (Response, {"attempt", "item", "try_number", "value", "grade", "submitted_at"}),
        (
            Memory,
            {
                "owner", "aspect", "subject", "stability", "difficulty", "reviewed_at", "due_on",
                "rating", "kind", "interaction",
            },
        ),
    ],
)  # fmt: skip
def test_nothing_is_kept_beside_what_the_page_tells(model: type[Model], told: set[str]) -> None:
    """Whoever keeps more says so on the page first."""
    assert {field.name for field in model._meta.fields} - {"id"} == told
