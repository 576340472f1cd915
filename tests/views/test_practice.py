"""One's own practice: what is due, what was missed, and the pass that it all belongs to."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from quizzes.facts.base import FactBase
from quizzes.items.item import Item
from quizzes.items.kinds import KIND_BY_SLUG
from quizzes.models import Attempt, Memory, PassMove, Response
from quizzes.players.callsigns import call_sign
from quizzes.services.passes import MOVE_LIFETIME, forget
from quizzes.tokens import OWNER_COOKIE, read_owner, sign_owner
from tests.factories import AttemptFactory, MemoryFactory, ResponseFactory
from tests.views.conftest import Player

pytestmark = pytest.mark.django_db

PRACTICE, MOVE, FORGET = "/practice/", "/practice/move/", "/practice/forget/"


def browser_of(owner: str) -> Client:
    client = Client()
    client.cookies[OWNER_COOKIE] = sign_owner(owner)
    return client


def owner_in(client: Client) -> str:
    return read_owner(client.cookies[OWNER_COOKIE].value)


def attempt_at(page: Any) -> Attempt:
    """The attempt that a start redirects to."""
    assert page.status_code == 302, page.content
    return Attempt.objects.get(code=page["Location"].split("/")[2])


@pytest.fixture
def finished(player: Player) -> Player:
    """Five questions answered, of which the second and the fourth wrong."""
    for position in range(1, 6):
        player.respond(position, right=position not in (2, 4))
    return player


def test_without_a_quiz_the_page_invites_to_one(client: Client, loaded_facts: object) -> None:
    page = client.get(PRACTICE)
    assert page.status_code == 200
    assert "Play a quiz" in page.text
    assert "Forget everything" not in page.text
    assert OWNER_COOKIE not in client.cookies


@pytest.mark.parametrize("address", [PRACTICE, MOVE, FORGET, "/practice/move/x/"])
def test_nothing_is_stored_by_browsers(finished: Player, address: str) -> None:
    assert "no-store" in finished.client.get(address)["Cache-Control"]


@pytest.mark.parametrize("address", [PRACTICE, MOVE, FORGET, "/practice/move/x/"])
def test_other_methods_are_refused(client: Client, address: str) -> None:
    assert client.put(address).status_code == 405


# At the end of a quiz ---------------------------------------------------------------------------


def test_result_says_what_comes_back_and_offers_what_was_missed(finished: Player) -> None:
    page = finished.client.get(reverse("result", args=[finished.attempt.code])).text
    assert "2 of these facts come back tomorrow." in page
    assert "Practise what you missed" in page


def test_result_without_a_mistake_offers_none(player: Player) -> None:
    for position in range(1, 6):
        player.respond(position)
    page = player.client.get(reverse("result", args=[player.attempt.code])).text
    assert "5 of these facts come back on" in page
    assert "you missed" not in page


def test_what_was_missed_in_an_attempt_is_asked_in_another_way(finished: Player) -> None:
    missed = {finished.item(position).subject: finished.item(position) for position in (2, 4)}
    attempt = attempt_at(finished.client.post(PRACTICE, {"attempt": finished.attempt.code}))
    items = [Item.from_json(item.snapshot) for item in attempt.paper.items.all()]
    assert items
    for item in items:
        subject = item.subject if item.subject in missed else item.prompts[0].ref
        before = missed[subject]
        assert (item.kind, item.interaction) != (before.kind, before.interaction)


def test_attempt_of_another_browser_is_nothing_to_practise(finished: Player) -> None:
    other = browser_of("another")
    MemoryFactory.create(owner="another", rating=1)
    page = other.post(PRACTICE, {"attempt": finished.attempt.code})
    assert page.status_code == 409
    assert not Attempt.objects.filter(owner="another").exists()


# My practice ------------------------------------------------------------------------------------


def test_page_tells_mistakes_with_what_is_true(finished: Player) -> None:
    page = finished.client.get(PRACTICE).text
    assert "Nothing is due today." in page
    assert "My mistakes" in page
    mistakes = page[page.index('id="mistakes"') : page.index('id="pass"')]
    assert mistakes.count("<li>") == 2


def test_due_facts_are_counted_and_practised(loaded_facts: FactBase) -> None:
    years = KIND_BY_SLUG["launch-year-of-mission"].subjects(loaded_facts)
    for slug in [flight.slug for flight in years[:6]]:
        MemoryFactory.create(owner="me", subject=f"mission:{slug}", due_on=timezone.now().date())
    browser = browser_of("me")
    page = browser.get(PRACTICE).text
    assert "6 facts are due today." in page
    assert "Practise 6" in page
    attempt = attempt_at(browser.post(PRACTICE))
    assert (attempt.owner, attempt.paper.owner) == ("me", "me")
    assert attempt.size == 6


def test_mistakes_alone_can_be_practised(loaded_facts: object) -> None:
    MemoryFactory.create(owner="me", due_on=timezone.now().date())
    MemoryFactory.create(owner="me", subject="mission:sts-61", rating=1)
    attempt = attempt_at(browser_of("me").post(PRACTICE, {"of": "missed"}))
    assert [item.snapshot["subject"] for item in attempt.paper.items.all()] == ["mission:sts-61"]


def test_practised_fact_is_due_later(loaded_facts: object) -> None:
    long_ago = timezone.now() - timedelta(days=30)
    MemoryFactory.create(owner="me", reviewed_at=long_ago)
    browser = browser_of("me")
    player = Player(browser, attempt_at(browser.post(PRACTICE)))
    player.respond(1)
    assert "Nothing is due today." in browser.get(PRACTICE).text
    assert Memory.objects.get().due_on > timezone.now().date()


def test_fact_that_the_facts_no_longer_have_is_left_out(loaded_facts: object) -> None:
    MemoryFactory.create(owner="me", subject="mission:never-flew", rating=1)
    browser = browser_of("me")
    page = browser.get(PRACTICE)
    assert page.status_code == 200
    assert "My mistakes" not in page.text
    assert browser.post(PRACTICE).status_code == 409


@pytest.mark.parametrize("form", [{"of": "everything"}, {"attempt": "x" * 65}, {"attempt": "\0"}])
def test_what_cannot_be_read_is_answered_with_what_to_do(
    loaded_facts: object, form: dict[str, str]
) -> None:
    MemoryFactory.create(owner="me")
    page = browser_of("me").post(PRACTICE, form)
    assert page.status_code == 409
    assert "Play a quiz first." in page.text


def test_practice_paper_is_shown_to_nobody_else(loaded_facts: object) -> None:
    MemoryFactory.create(owner="me")
    browser = browser_of("me")
    attempt = attempt_at(browser.post(PRACTICE))
    assert Client().get(reverse("paper", args=[attempt.paper.code])).status_code == 404
    Player(browser, attempt).respond(1)
    result = browser.get(reverse("result", args=[attempt.code]))
    assert result.status_code == 200
    assert "Give a friend the same questions" not in result.text


@pytest.mark.parametrize("count", [3, 60])
def test_practice_takes_the_same_few_queries_for_any_number_of_facts(
    loaded_facts: FactBase, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    flights = list(loaded_facts.missions)[:count]
    for slug in flights:
        MemoryFactory.create(owner="me", subject=f"mission:{slug}", rating=1)
    browser = browser_of("me")
    with django_assert_num_queries(3):  # new responses, memories, the facts' revision
        browser.get(PRACTICE)


@pytest.mark.parametrize("count", [1, 5])
def test_taking_in_takes_few_queries_for_any_number_of_responses(
    start: Callable[..., Player],
    django_assert_max_num_queries: DjangoAssertNumQueries,
    count: int,
) -> None:
    player = start(count)
    for position in range(1, count + 1):
        player.respond(position)
    with django_assert_max_num_queries(12):
        player.client.get(PRACTICE)
    assert Memory.objects.count() == count


# The pass ---------------------------------------------------------------------------------------


def link_made_by(client: Client) -> str:
    """The path of a new link."""
    page = client.post(MOVE)
    assert page.status_code == 200
    found = re.search(r'value="http://testserver(/practice/move/[^"]+)"', page.text)
    assert found is not None
    return found[1]


def test_link_takes_practice_to_another_device_once(finished: Player) -> None:
    link, other, third = link_made_by(finished.client), Client(), Client()
    assert "Bring it here" in other.get(link).text
    page = other.post(link)
    assert (page.status_code, page["Location"]) == (302, PRACTICE)
    assert owner_in(other) == owner_in(finished.client)
    assert "My mistakes" in other.get(PRACTICE).text
    for used in (third.get(link), third.post(link)):
        assert used.status_code == 410
        assert "Make a new one" in used.text
    assert OWNER_COOKIE not in third.cookies


def test_page_of_a_link_has_a_code_without_inline_style(finished: Player) -> None:
    page = finished.client.post(MOVE).text
    code = page[page.index('class="code"') : page.index("</svg>", page.index('class="code"'))]
    assert "<path" in code
    assert "style=" not in code


def test_old_link_is_gone(finished: Player) -> None:
    link = link_made_by(finished.client)
    PassMove.objects.update(expires_at=timezone.now() - MOVE_LIFETIME)
    assert Client().get(link).status_code == 410
    assert Client().post(link).status_code == 410


@pytest.mark.parametrize("secret", ["x", "x.y", "é", "%00", "a" * 500])
def test_forged_link_is_told_to_be_damaged(
    client: Client, loaded_facts: object, secret: str
) -> None:
    for page in (client.get(f"{MOVE}{secret}/"), client.post(f"{MOVE}{secret}/")):
        assert page.status_code == 404
        assert "This link is damaged" in page.text


def test_link_opened_where_it_was_made_still_works_elsewhere(finished: Player) -> None:
    link = link_made_by(finished.client)
    assert "Open it on the other device" in finished.client.get(link).text
    finished.client.post(link)
    assert Client().post(link).status_code == 302


def test_browser_without_a_pass_has_nothing_to_move(client: Client) -> None:
    assert client.get(MOVE).status_code == 409
    assert client.post(MOVE).status_code == 409
    assert not PassMove.objects.exists()


def test_host_that_no_code_can_hold_is_refused(finished: Player) -> None:
    page = finished.client.post(MOVE, headers={"Host": f"testserver:{'9' * 4000}"})
    assert page.status_code == 400
    assert "We could not read that" in page.text


def test_forgetting_asks_first(finished: Player) -> None:
    page = finished.client.get(FORGET)
    assert "This cannot be undone." in page.text
    assert Response.objects.count() == 5


def test_forgetting_deletes_everything_and_the_cookie(finished: Player) -> None:
    finished.client.get(PRACTICE)
    page = finished.client.post(FORGET)
    assert page.status_code == 200
    assert finished.client.cookies[OWNER_COOKIE].value == ""
    assert not Attempt.objects.exists()
    assert not Memory.objects.exists()


def test_revoked_pass_gets_a_new_owner_with_the_next_quiz(finished: Player) -> None:
    """Another device shared it."""
    owner = owner_in(finished.client)
    code = finished.attempt.paper.code
    forget(owner, timezone.now())
    assert finished.client.get(finished.url(1)).status_code == 404
    attempt = attempt_at(finished.client.post(reverse("paper", args=[code])))
    assert attempt.owner not in ("", owner)
    assert owner_in(finished.client) == attempt.owner


def test_forged_pass_sees_nothing(finished: Player) -> None:
    forger = Client()
    forger.cookies[OWNER_COOKIE] = f"{finished.attempt.owner}:forged"
    assert "Play a quiz" in forger.get(PRACTICE).text
    assert forger.post(FORGET).status_code == 200
    assert Attempt.objects.filter(owner=finished.attempt.owner).exists()


@pytest.mark.parametrize("address", [PRACTICE, MOVE, FORGET, "/practice/move/x/"])
def test_writes_need_a_csrf_token(address: str) -> None:
    attempt = AttemptFactory.create(owner="me")
    ResponseFactory.create(attempt=attempt)
    strict = Client(enforce_csrf_checks=True)
    strict.cookies[OWNER_COOKIE] = sign_owner("me")
    assert strict.post(address).status_code == 403
    assert Attempt.objects.get() == attempt


def test_both_devices_show_whose_pass_it_is(finished: Player, client: Client) -> None:
    """Nobody takes over a stranger's pass unawares: the call sign is the same on both."""
    sign = call_sign(finished.attempt.owner).text.render()
    link = link_made_by(finished.client)
    assert sign in finished.client.get(link).text
    assert sign in client.get(link).text
