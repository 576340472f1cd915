"""A student's browser, and a paper to play."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from quizzes.models import Attempt, Paper

HTMX: Final = {"HX-Request": "true"}
TOKEN: Final = re.compile(r'<input(?=[^>]*name="option")[^>]*value="([0-9a-f]+)"')


def tokens_in(page: HttpResponse | Any) -> list[str]:
    """The tokens of the options on a question's page, in order."""
    found: list[str] = TOKEN.findall(page.content.decode())
    return found


@dataclass(frozen=True)
class Player:
    """A browser that has started an attempt."""

    client: Client
    attempt: Attempt

    def url(self, position: int) -> str:
        return reverse("item", args=[self.attempt.code, position])

    def token(self, position: int, *, right: bool) -> str:
        """The token of the key, or of a distractor, of an item not yet answered."""
        snapshot = self.attempt.paper.items.get(position=position).snapshot
        index = [option["is_key"] for option in snapshot["options"]].index(right)
        return tokens_in(self.client.get(self.url(position)))[index]

    def respond(self, position: int, *, right: bool = True, htmx: bool = False) -> Any:
        data = {"option": self.token(position, right=right)}
        return self.client.post(self.url(position), data, headers=HTMX if htmx else None)


@pytest.fixture
def start(loaded_facts: object) -> Callable[..., Player]:
    """Start an attempt at a new paper, in a new browser unless one is given."""

    def start(count: int = 5, client: Client | None = None, **form: Any) -> Player:
        browser = client or Client()
        page = browser.post("/", {"topics": ["crews", "agencies"], "count": count, **form})
        assert page.status_code == 302, page.content
        return Player(browser, Attempt.objects.get(code=page["Location"].split("/")[2]))

    return start


@pytest.fixture
def player(start: Callable[..., Player]) -> Player:
    return start()


@pytest.fixture
def paper(player: Player) -> Paper:
    return player.attempt.paper
