"""A student's browser, and a paper to play."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from quizzes.items.blueprint import Blueprint
from quizzes.items.interactions import INTERACTIONS
from quizzes.items.item import Interaction, Item, Topic
from quizzes.models import Attempt, Paper
from quizzes.services.papers import freeze_paper, new_seed
from quizzes.tokens import option_tokens

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

    def item(self, position: int) -> Item:
        return Item.from_json(self.attempt.paper.items.get(position=position).snapshot)

    def token(self, position: int, *, right: bool) -> str:
        """The token of the key, or of a distractor, of a choice not yet answered."""
        index = [option.is_key for option in self.item(position).options].index(right)
        return tokens_in(self.client.get(self.url(position)))[index]

    def form(self, position: int, *, right: bool) -> dict[str, list[str]]:
        """A form filled in rightly, or wrongly, for an item answered in any way."""
        item = self.item(position)
        interaction = INTERACTIONS[item.interaction]
        tokens = option_tokens(self.attempt.code, position, interaction.tokens(item))
        wanted = 1.0 if right else 0.0
        samples = interaction.samples(item, tokens)
        raw = next(sample.raw for sample in samples if sample.grade == wanted)
        return {field: list(values) for field, values in raw.items()}

    def respond(self, position: int, *, right: bool = True, htmx: bool = False) -> Any:
        data = self.form(position, right=right)
        return self.client.post(self.url(position), data, headers=HTMX if htmx else None)


@pytest.fixture
def start(loaded_facts: object) -> Callable[..., Player]:
    """Start an attempt at a new paper, of choices unless told otherwise, in a new browser unless
    one is given."""

    def start(
        count: int = 5,
        client: Client | None = None,
        interactions: tuple[Interaction, ...] = (Interaction.CHOICE,),
        topics: tuple[Topic, ...] = (Topic.CREWS, Topic.AGENCIES),
    ) -> Player:
        browser = client or Client()
        blueprint = Blueprint(topics, count, interactions=interactions)
        paper = freeze_paper(blueprint, new_seed(), timezone.now())
        assert isinstance(paper, Paper)
        page = browser.post(reverse("paper", args=[paper.code]))
        assert page.status_code == 302, page.content
        return Player(browser, Attempt.objects.get(code=page["Location"].split("/")[2]))

    return start


def start_at_home(**form: Any) -> Player:
    """Start as a student does on the first page."""
    browser = Client()
    page = browser.post("/", {"topics": ["crews", "agencies"], "count": 5, **form})
    assert page.status_code == 302, page.content
    return Player(browser, Attempt.objects.get(code=page["Location"].split("/")[2]))


@pytest.fixture
def player(start: Callable[..., Player]) -> Player:
    return start()


@pytest.fixture
def paper(player: Player) -> Paper:
    return player.attempt.paper
