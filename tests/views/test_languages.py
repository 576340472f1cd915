"""Messages come from the catalogue of the language in force. The ones here are in Django's own."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.utils.translation import override
from pytest_django import DjangoAssertNumQueries

from quizzes.catalogue import readers_catalogue
from quizzes.items.text import Text
from tests.views.conftest import HTMX, Player

pytestmark = pytest.mark.django_db


def test_a_catalogue_keeps_to_its_language() -> None:
    with override("de"):
        german = readers_catalogue()
        assert german("January") == "Januar"
    assert readers_catalogue()("January") == "January"
    assert german("May") == "Mai"
    assert Text("June").render(german) == "Juni"


def test_a_catalogue_knows_plurals() -> None:
    with override("de"):
        german = readers_catalogue()
    years = ("%(num)d year", "%(num)d years")
    assert [german(*years, number) for number in (1, 2)] == ["%(num)d Jahr", "%(num)d Jahre"]


# What the reader has picked, or asks for ---------------------------------------------------------


@pytest.mark.parametrize(
    ("picked", "accepted", "language"),
    [
        ("", "", "en"),
        ("ru", "", "ru"),
        ("", "es-MX,es;q=0.9", "es"),
        ("", "de,ru;q=0.5,es;q=0.7", "es"),
        ("", "de", "en"),
        ("en", "ru", "en"),
        ("tlh", "ru", "ru"),
        ("../ru", "*;q=x,,;", "en"),
    ],
)
def test_page_has_the_language_picked_else_the_one_asked_for(
    client: Client, picked: str, accepted: str, language: str
) -> None:
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = picked
    page = client.get("/nothing/", headers={"Accept-Language": accepted})
    assert f'<html lang="{language}" dir="ltr">' in page.text
    assert page.headers["Content-Language"] == language


def test_language_of_one_request_is_not_that_of_the_next(client: Client) -> None:
    client.get("/nothing/", headers={"Accept-Language": "ru"})
    assert '<html lang="en"' in client.get("/nothing/").text


def test_whoever_keeps_a_page_keeps_it_by_language(client: Client) -> None:
    kept = client.get("/agencies/").headers
    assert "public" in kept["Cache-Control"]
    assert {"Accept-Language", "Cookie"} <= set(kept["Vary"].split(", "))
    varied = client.get("/search/").headers["Vary"]
    assert {"HX-Request", "Accept-Language", "Cookie"} <= set(varied.split(", "))


def test_refusal_before_any_view_is_in_the_language_too(client: Client) -> None:
    refused = client.post(
        "/", b"x" * (settings.BODY_LIMIT + 1), "text/plain", headers={"Accept-Language": "es"}
    )
    assert refused.status_code == 413
    assert '<html lang="es"' in refused.text


def test_admin_follows(client: Client) -> None:
    page = client.get("/admin/login/", headers={"Accept-Language": "ru"})
    assert '<html lang="ru"' in page.text


# Picking one --------------------------------------------------------------------------------------


def pick(client: Client, language: str, referrer: str = "") -> HttpResponse | Any:
    headers = {"Referer": referrer} if referrer else {}
    return client.post("/language/", {"language": language}, headers=headers)


def test_every_page_offers_each_language_by_its_own_name(client: Client) -> None:
    page = client.get("/nothing/").text
    assert re.findall(r'value="(..)" lang="(..)"[^>]*>(\w+)<', page) == [
        ("en", "en", "English"),
        ("es", "es", "Español"),
        ("ru", "ru", "Русский"),
    ]
    assert page.count('value="en" lang="en" aria-current="true"') == 1


def test_picking_goes_back_to_the_same_page_and_lasts(client: Client) -> None:
    answer = pick(client, "ru", "http://testserver/search/?q=kelly")
    assert (answer.status_code, answer.headers["Location"]) == (
        302, "http://testserver/search/?q=kelly",
    )  # fmt: skip
    cookie = answer.cookies[settings.LANGUAGE_COOKIE_NAME]
    assert (cookie.value, cookie["httponly"], cookie["samesite"]) == ("ru", True, "Lax")
    assert '<html lang="ru"' in client.get("/nothing/").text


@pytest.mark.parametrize("referrer", ["", "https://example.org/", "//example.org/", "javascript:x"])
def test_picking_never_leads_elsewhere(client: Client, referrer: str) -> None:
    answer = pick(client, "es", referrer)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")


def test_picking_needs_no_token_for_pages_are_kept_by_anybody() -> None:
    assert pick(Client(enforce_csrf_checks=True), "es").status_code == 302


def test_no_codec_that_a_browser_names_is_looked_for(client: Client) -> None:
    headers = {"Accept": "text/html; x*=no-such''%80"}
    assert client.post("/language/", {"language": "es"}, headers=headers).status_code == 302


@pytest.mark.parametrize("language", ["", "tlh", "en\x00", "../es"])
def test_no_such_language(client: Client, language: str) -> None:
    answer = pick(client, language)
    assert answer.status_code == 422
    assert not answer.cookies
    assert "There is no such language here" in answer.text


def test_picking_by_a_link_is_refused(client: Client) -> None:
    assert client.get("/language/?language=es").status_code == 405


def test_language_changes_in_the_middle_of_a_paper(start: Callable[..., Player]) -> None:
    player = start()
    player.client.post(player.url(1), player.form(1, right=True))
    pick(player.client, "es")
    page = player.client.get(player.url(1))
    assert '<html lang="es"' in page.text
    assert 'class="verdict"' in page.text


@pytest.mark.parametrize("language", ["en", "ru"])
def test_language_costs_an_answer_no_query(
    start: Callable[..., Player], django_assert_num_queries: DjangoAssertNumQueries, language: str
) -> None:
    player = start()
    form = player.form(1, right=True)
    pick(player.client, language)
    player.client.get(player.url(1))
    with django_assert_num_queries(3):
        player.client.post(player.url(1), form, headers=HTMX)


def test_admin_offers_each_language_too(client: Client) -> None:
    page = client.get("/admin/login/", headers={"Accept-Language": "ru"}).text
    assert re.findall(r'lang="(..)"[^>]*>(\w+)</button>', page) == [
        ("en", "English"),
        ("es", "Español"),
        ("ru", "Русский"),
    ]
