"""What browsers get to make an app of the site."""

import json

from django.conf import settings
from django.contrib.staticfiles.finders import find
from django.test import Client


def test_manifest_names_the_app_and_icons_that_are_there(client: Client) -> None:
    response = client.get("/manifest.webmanifest")
    assert response["Content-Type"] == "application/manifest+json"
    told = json.loads(response.content)
    assert (told["name"], told["start_url"], told["display"]) == ("SpaceQuiz", "/", "standalone")
    assert {(icon["sizes"], icon.get("purpose")) for icon in told["icons"]} == {
        ("any", None), ("192x192", "any"), ("192x192", "maskable"), ("512x512", "any"),
        ("512x512", "maskable"),
    }  # fmt: skip
    for icon in told["icons"]:
        assert find(icon["src"].removeprefix("/static/")), icon["src"]


def test_worker_is_a_script_that_browsers_ask_for_anew(client: Client) -> None:
    response = client.get("/sw.js")
    assert response["Content-Type"] == "text/javascript; charset=utf-8"
    assert response["Cache-Control"] == "no-cache"
    assert "&#" not in response.content.decode()


def test_worker_is_another_one_in_another_language(client: Client) -> None:
    english = client.get("/sw.js").content
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "ru"
    assert client.get("/sw.js").content != english


def test_page_for_a_lost_line_is_anybodys(client: Client) -> None:
    page = client.get("/offline/")
    assert page.cookies == {}
    assert "csrfmiddlewaretoken" not in page.content.decode()
