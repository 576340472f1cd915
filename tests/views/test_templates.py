"""Templates of students' pages: whole, translatable, and nothing gets through unescaped."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.template import engines
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation.template import templatize
from jinja2 import Environment, UndefinedError
from jinja2.ext import extract_from_ast
from markupsafe import Markup

from quizzes.items.item import SourceLine
from quizzes.items.text import Text
from quizzes.tokens import OWNER_COOKIE, sign_owner
from tests.factories import (
    READ_ON,
    AttemptFactory,
    PaperFactory,
    PaperItemFactory,
    QuizFactory,
    SourceFactory,
    an_item,
)
from tests.views.conftest import HTMX, Player

FOLDER = Path(settings.BASE_DIR, "templates", "pages")
NAMES = sorted(path.name for path in FOLDER.glob("*.html"))

EVIL = "<script>alert('&')</script>"
HARMLESS = "&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;"


@pytest.fixture
def environment() -> Environment:
    made: Environment = engines["jinja2"].env  # type: ignore[attr-defined]  # as the backend has it
    return made


@pytest.mark.parametrize("name", NAMES)
def test_template_compiles(environment: Environment, name: str) -> None:
    environment.get_template(name)


def test_unknown_name_is_an_error(environment: Environment) -> None:
    with pytest.raises(UndefinedError):
        environment.from_string("{{ quizz }}").render()


def test_text_is_escaped_also_after_the_same_came_as_markup(environment: Environment) -> None:
    template = environment.from_string("{{ text|whole }}")
    assert template.render(text=Markup(EVIL)) == EVIL  # noqa: S704 (that is what it is about)
    assert template.render(text=EVIL) == HARMLESS


@pytest.mark.parametrize("name", NAMES)
def test_makemessages_finds_every_string(environment: Environment, name: str) -> None:
    source = (FOLDER / name).read_text(encoding="utf-8")
    found = templatize(source)
    for line, function, message in extract_from_ast(environment.parse(source)):
        assert function == "_", f"line {line}"
        assert f'_("{message}")' in found or f"_('{message}')" in found, f"line {line}"


def evil_attempt(client: Client) -> Player:
    """An attempt at a quiz of two questions whose every text wants to be markup."""
    paper = PaperFactory.create(quiz=QuizFactory.create(title=EVIL), size=0)
    item = an_item()
    evil = item._replace(
        stem=Text(EVIL),
        options=tuple(
            option._replace(text=Text(EVIL), rationale=Text("{name}", (("name", EVIL),)))
            for option in item.options
        ),
        rationale=Text(EVIL),
        background=Text(EVIL),
        sources=(SourceLine(EVIL, f"https://example.org/?'\"{EVIL}", READ_ON),),
    )
    for position in (1, 2):
        PaperItemFactory.create(paper=paper, position=position, snapshot=evil.to_json())
    attempt = AttemptFactory.create(
        paper=paper, size=2, expires_at=timezone.now() + timedelta(days=1)
    )
    client.cookies[OWNER_COOKIE] = sign_owner(attempt.owner)
    return Player(client, attempt)


@pytest.mark.django_db
def test_what_is_told_is_escaped_on_every_page(client: Client) -> None:
    SourceFactory.create(title=EVIL, publisher=EVIL, licence=EVIL, credit=EVIL)
    player = evil_attempt(client)
    quiz = player.attempt.paper.quiz
    assert quiz is not None
    pages = [
        client.get(reverse("quiz", args=[quiz.code])),
        client.get(reverse("sources")),
        client.get(player.url(1)),
        client.get(player.url(1), headers=HTMX),
        client.post(player.url(1), {"option": EVIL}, headers=HTMX),
    ]
    key, distractor = (player.token(n, right=n == 1) for n in (1, 2))
    pages += [
        client.post(player.url(1), {"option": key}, headers=HTMX),
        client.post(player.url(2), {"option": distractor}, headers=HTMX),
        client.get(player.url(1)),
        client.get(player.url(2)),
        client.get(reverse("result", args=[player.attempt.code])),
    ]
    for page in pages:
        html = page.content.decode()
        assert HARMLESS in html, html
        assert "<script>" not in html
