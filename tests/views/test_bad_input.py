"""Whatever arrives: the right status, a page that says what to do, nothing lost."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from quizzes.models import Attempt, Paper, Quiz, Response
from quizzes.tokens import OWNER_COOKIE
from tests.factories import AttemptFactory, QuizFactory
from tests.views.conftest import HTMX, Player

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "path",
    ["/nothing/", "/q/NOCODE/", "/papers/none/", "/attempts/none/", "/attempts/none/1/",
     "/attempts/none/result/", "/q/%00/", "/papers/%00/", "/attempts/%00/", "/attempts/%00/1/",
     "/attempts/%00/result/", f"/q/{'A' * 400}/", "/papers/%F0%9F%9A%80/"],
)  # fmt: skip
def test_unknown_address_is_a_page_with_the_way_home(client: Client, path: str) -> None:
    page = client.get(path)
    assert page.status_code == 404
    assert 'href="/"' in page.content.decode()


@pytest.mark.parametrize(
    "form",
    [{"topics": ["astrology"], "count": "10"}, {"topics": [], "count": "10"},
     {"topics": ["crews"], "count": "7"}, {"topics": ["crews"], "count": "many"},
     {"topics": ["crews"]}, {}],
)  # fmt: skip
def test_malformed_start_shows_the_form_again(client: Client, form: dict[str, object]) -> None:
    page = client.post("/", form)
    assert page.status_code == 422
    assert re.search(r'<p class="problem" id="(topics|count)-problem">[^<]+</p>', page.text)
    assert not Paper.objects.exists()


def test_unpublished_quiz_is_closed(client: Client) -> None:
    quiz = QuizFactory.create(is_published=False)
    url = reverse("quiz", args=[quiz.code])
    assert client.get(url).status_code == 404
    assert client.post(url).status_code == 404


def test_deleting_a_quiz_closes_the_link_to_the_same_questions_too(client: Client) -> None:
    attempt = AttemptFactory.create(paper__quiz=QuizFactory.create())
    Quiz.objects.all().delete()
    page = client.get(reverse("paper", args=[attempt.paper.code]))
    assert page.status_code == 404
    assert "no open quiz" in page.text
    assert Attempt.objects.filter(pk=attempt.pk).exists()


def test_unpublishing_closes_the_link_to_the_same_questions_too(
    start: Callable[..., Player],
) -> None:
    player = start()
    paper = player.attempt.paper
    paper.quiz = QuizFactory.create(is_published=True)
    paper.save()
    url = reverse("paper", args=[paper.code])
    assert Client().get(url).status_code == 200
    for position in range(1, paper.size + 1):
        player.respond(position)
    result = reverse("result", args=[player.attempt.code])
    assert "Take this quiz again" in player.client.get(result).text

    paper.quiz.is_published = False
    paper.quiz.save()

    assert Client().get(url).status_code == 404
    assert Client().post(url).status_code == 404
    closed = player.client.get(result)
    assert closed.status_code == 200
    assert "Take this quiz again" not in closed.text
    assert paper.code not in closed.text


def test_topic_named_again_and_again_counts_once(client: Client, loaded_facts: object) -> None:
    client.post("/", {"topics": ["crews"] * 200, "count": "5"})
    assert Paper.objects.get().blueprint["topics"] == ["crews"]


def test_quiz_code_is_read_in_any_case(client: Client) -> None:
    quiz = QuizFactory.create(is_published=True)
    assert client.get(reverse("quiz", args=[quiz.code.lower()])).status_code == 200


def test_another_browsers_attempt_is_not_found(player: Player) -> None:
    token = player.token(1, right=True)
    stranger = Client()
    stranger.post("/", {"topics": ["crews"], "count": "5"})
    assert stranger.get(player.url(1)).status_code == 404
    assert stranger.post(player.url(1), {"option": token}).status_code == 404
    assert stranger.get(reverse("result", args=[player.attempt.code])).status_code == 404
    assert not Response.objects.exists()


@pytest.mark.parametrize("cookie", ["", "x", "forged:signature", "a" * 4000])
def test_missing_or_tampered_cookie_opens_nothing(player: Player, cookie: str) -> None:
    player.client.cookies[OWNER_COOKIE] = cookie
    assert player.client.get(player.url(1)).status_code == 404
    assert player.client.get("/").status_code == 200


def test_owner_in_a_cookie_without_signature_opens_nothing(player: Player) -> None:
    player.client.cookies[OWNER_COOKIE] = player.attempt.owner
    assert player.client.get(player.url(1)).status_code == 404


def test_token_of_another_item_is_refused(player: Player) -> None:
    other = player.token(2, right=True)
    page = player.client.post(player.url(1), {"option": other})
    assert page.status_code == 422
    assert "another question" in page.content.decode()
    assert not Response.objects.exists()


@pytest.mark.parametrize("data", [{}, {"option": ""}, {"choice": "1"}])
def test_no_option_is_refused(player: Player, data: dict[str, str]) -> None:
    for headers in (None, HTMX):
        page = player.client.post(player.url(1), data, headers=headers)
        assert page.status_code == 422
        assert "There is no answer yet" in page.content.decode()
    assert not Response.objects.exists()


def test_two_options_are_refused(player: Player) -> None:
    both = [player.token(1, right=True), player.token(1, right=False)]
    page = player.client.post(player.url(1), {"option": both})
    assert page.status_code == 422
    assert not Response.objects.exists()


@pytest.mark.parametrize("option", ["\x00", "ü" * 50, "0", "-1", "<script>", "9" * 10_000])
def test_nonsense_for_an_option_is_refused(player: Player, option: str) -> None:
    assert player.client.post(player.url(1), {"option": option}).status_code == 422
    assert not Response.objects.exists()


def test_position_beyond_the_paper_is_not_found(player: Player) -> None:
    beyond = player.client.get(player.url(6))
    assert beyond.status_code == 404
    assert "This quiz has 5 questions." in beyond.text
    assert player.client.post(player.url(99), {"option": "x"}).status_code == 404
    assert player.client.get(player.url(0)).status_code == 404


@pytest.mark.parametrize("position", ["9999", "99999999999999999999", "9223372036854775808"])
def test_position_that_no_database_takes_is_not_found(player: Player, position: str) -> None:
    url = f"/attempts/{player.attempt.code}/{position}/"
    assert player.client.get(url).status_code == 404
    assert player.client.post(url, {"option": "x"}).status_code == 404


def test_expired_attempt_shows_what_was_responded_to(player: Player) -> None:
    player.respond(1)
    result = reverse("result", args=[player.attempt.code])
    Attempt.objects.update(expires_at=timezone.now() - timedelta(days=1))

    page = player.client.get(reverse("resume", args=[player.attempt.code]), follow=True)

    assert page.redirect_chain == [(result, 302)]
    assert page.status_code == 200
    assert "1</b> of 5" in page.text
    assert page.text.count("<details>") == 1


def test_expired_attempt_without_a_response_is_closed(player: Player) -> None:
    Attempt.objects.update(expires_at=timezone.now() - timedelta(days=1))
    page = player.client.get(reverse("result", args=[player.attempt.code]))
    assert page.status_code == 410


def test_expired_attempt_takes_no_response_and_keeps_what_it_has(player: Player) -> None:
    answered = player.respond(1, htmx=True)
    token = player.token(2, right=True)
    Attempt.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert player.client.post(player.url(2), {"option": token}).status_code == 410
    assert player.client.get(player.url(2)).status_code == 410
    assert player.client.post(player.url(1), {"option": "x"}, headers=HTMX).content == (
        answered.content
    )
    assert Response.objects.count() == 1


def test_finished_attempt_takes_no_other_response(start: Callable[..., Player]) -> None:
    player = start()
    for position in range(1, 6):
        player.respond(position, right=False)
    for position in range(1, 6):
        player.client.post(player.url(position), {"option": "x"})
    assert [response.grade for response in Response.objects.all()] == [0.0] * 5


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
@pytest.mark.parametrize("name", ["home", "item", "result", "resume", "paper", "sources"])
def test_wrong_method_is_refused(player: Player, method: str, name: str) -> None:
    arguments: dict[str, list[object]] = {
        "item": [player.attempt.code, 1],
        "result": [player.attempt.code],
        "resume": [player.attempt.code],
        "paper": [player.attempt.paper.code],
    }
    page = getattr(player.client, method)(reverse(name, args=arguments.get(name)))
    assert page.status_code == 405
    assert "<h1" in page.content.decode()


def test_missing_csrf_token_is_refused_with_advice(player: Player) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = player.client.cookies
    page = strict.post(player.url(1), {"option": player.token(1, right=True)})
    assert page.status_code == 403
    assert "load the page again" in page.content.decode()
    assert not Response.objects.exists()


def test_ten_megabytes_are_refused(player: Player) -> None:
    page = player.client.post(player.url(1), {"option": "x" * 10_000_000})
    assert page.status_code == 413
    assert not Response.objects.exists()


def test_many_fields_are_refused_without_a_trace(player: Player) -> None:
    body = "&".join("f=" for _ in range(1500))
    page = player.client.post(player.url(1), body, "application/x-www-form-urlencoded")
    assert page.status_code == 400
    assert "Traceback" not in page.content.decode()


def test_no_facts_is_told_with_what_to_do(no_facts: None, client: Client) -> None:
    page = client.post("/", {"topics": ["crews"], "count": "5"})
    assert page.status_code == 503
    assert "loadfacts" in page.content.decode()


def test_every_page_has_a_strict_policy(player: Player) -> None:
    for path in ("/", player.url(1), "/sources/", "/nothing/", "/admin/login/"):
        policy = player.client.get(path)["Content-Security-Policy"]
        assert "unsafe" not in policy
        assert "default-src 'none'" in policy


@pytest.mark.parametrize("typed", ["", "   ", "../../admin", "x" * 500, "ЖЖЖЖЖЖ", "\x00", "NOSUCH"])
def test_code_that_no_quiz_has_says_what_to_do(client: Client, typed: str) -> None:
    response = client.get("/q/", {"code": typed}, follow=True)
    assert response.status_code == 404
    assert "Check the code with your teacher" in response.content.decode()
