"""The page of the search: a form, what it found, and how much that is."""

import re
import time
from html import unescape
from typing import Any, Final

import pytest
from django.test import Client

from tests.views.conftest import HTMX

pytestmark = pytest.mark.django_db
ENTRY: Final = re.compile(r'<span class="entry"><a href="([^"]+)">(.*?)</a></span>')
SLOWEST_S: Final = 0.25
"""On a machine that is busy with other tests. Alone it takes a hundredth of it."""


def search(client: Client, query: str, **options: Any) -> Any:
    page = client.get("/search/", {"q": query}, **options)
    assert page.status_code == 200
    return page


def found(client: Client, query: str) -> list[str]:
    """Where what was found leads to."""
    html = search(client, query).content.decode()
    return [unescape(url) for url, _name in ENTRY.findall(html)]


@pytest.mark.parametrize(
    ("query", "first"),
    [("Gagrin", "/people/yuri-gagarin/"), ("TMA-18M", "/missions/soyuz-tma-18m/"),
     ("nasa", "/agencies/nasa/"), ("mir", "/stations/mir/"), ("soyuz", "/missions/?craft=soyuz"),
     ("Zhezkazgan", "/missions/?place=zhezkazgan"), ("Kazakhstan", "/missions/?place=kazakhstan")],
)  # fmt: skip
def test_what_is_found_leads_to_its_page(
    client: Client, loaded_facts: object, query: str, first: str
) -> None:
    assert found(client, query)[0] == first
    assert client.get(first).status_code == 200


def test_people_of_one_name_are_told_apart(client: Client, loaded_facts: object) -> None:
    html = search(client, "johnson").content.decode()
    for name, years in (("Gregory C. Johnson", "2009"), ("Gregory H. Johnson", "2008, 2011")):
        assert re.search(f"{name}.*?NASA · {years}<", html, re.DOTALL)


def test_how_much_was_found_is_told(client: Client, loaded_facts: object) -> None:
    assert '<p class="told">1 result.</p>' in search(client, "gagarin").content.decode()
    many = search(client, "soyuz").content.decode()
    assert re.search(r'<p class="told">\d{3} results; the first 40 are shown\.</p>', many)
    assert len(ENTRY.findall(many)) == 40


def test_nothing_found_says_what_to_do(client: Client, loaded_facts: object) -> None:
    html = search(client, "xyzzy").content.decode()
    assert "Nothing is named “xyzzy”." in html
    assert "Try one word of the name" in html


@pytest.mark.parametrize("query", ["", "   ", "\0", "\r\n\t", "\u202e"])
def test_empty_query_asks_for_a_name(client: Client, loaded_facts: object, query: str) -> None:
    html = search(client, query).content.decode()
    assert "A name, or a part of one, is enough." in html
    assert "result" not in html


def test_address_without_a_query_is_the_form(client: Client, loaded_facts: object) -> None:
    assert '<input id="q"' in client.get("/search/").content.decode()


@pytest.mark.parametrize(
    "query",
    ["x" * 10_000, "gagarin " * 1_200, "ﷺ" * 10_000, "a\0b", "\x1b[31m", ".*", "(?=((", "[", "\\",
     "' OR 1=1 --", "%00", "{{7*7}}", "<script>alert(1)</script>", "שלום עולם", "\u202egagarin",
     "🚀" * 500, "\ud83d".encode("utf-16", "surrogatepass").decode("utf-16", "replace")],
)  # fmt: skip
def test_any_query_gets_a_clear_page_in_time(
    client: Client, loaded_facts: object, query: str
) -> None:
    search(client, "warm")
    start = time.perf_counter()
    html = search(client, query).content.decode()
    assert time.perf_counter() - start < SLOWEST_S
    assert re.search(r"Nothing is named|results?[.;]|is enough", html)
    assert "<script>alert" not in html
    assert not re.search(r"[\x00-\x08\x0b-\x1f\u202e]", html)


def test_query_stays_in_the_form(client: Client, loaded_facts: object) -> None:
    html = search(client, 'a "b" <c>').content.decode()
    assert 'value="a &#34;b&#34; &lt;c&gt;"' in html


def test_htmx_gets_what_was_found_alone_and_how_much_for_the_ears(
    client: Client, loaded_facts: object
) -> None:
    page = search(client, "gagarin", headers=HTMX)
    html = page.content.decode()
    assert "<html" not in html
    assert html.startswith('<div id="found">')
    assert '<div id="status" hx-swap-oob="innerHTML">1 result.</div>' in html
    whole = search(client, "gagarin", headers={**HTMX, "HX-History-Restore-Request": "true"})
    assert "<html" in whole.content.decode()
    assert {"HX-Request", "HX-History-Restore-Request"} <= set(page["Vary"].split(", "))


def test_back_in_history_gets_the_whole_page(client: Client, loaded_facts: object) -> None:
    headers = {**HTMX, "HX-History-Restore-Request": "true"}
    assert "<html" in search(client, "gagarin", headers=headers).content.decode()
