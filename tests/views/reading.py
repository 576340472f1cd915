"""What a page of a record says, as somebody reads it."""

import re
from html import unescape
from typing import Any, Final

from django.test import Client
from django.urls import resolve

LINK: Final = re.compile(r'href="(/[^"#]*)"')
MARKS: Final = re.compile(r'<small class="marks">.*?</span>(.*?)</small>', re.DOTALL)


def words(page: Any) -> str:
    """What a page says in its main part, without markup, in single spaces."""
    html = page.content.decode()
    main = html[html.index("<main") : html.index("</main>")]
    in_lines = re.sub(r"</?(a|b|small|span)\b[^>]*>", "", main)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", in_lines)).split())


def read(client: Client, path: str) -> str:
    page = client.get(path)
    assert page.status_code == 200, path
    return words(page).replace("\N{NO-BREAK SPACE}", " ")


def row(client: Client, path: str, term: str) -> str:
    """What a row of the table of facts says, the numbers of its sources left out."""
    html = MARKS.sub("", client.get(path).content.decode())
    held = re.findall(r"<dt>(.*?)</dt>\s*<dd[^>]*>(.*?)</dd>", html, re.DOTALL)
    rows = {unescape(name): re.sub(r"<[^>]*>", "", value) for name, value in held}
    return " ".join(unescape(rows[term]).replace("\N{NO-BREAK SPACE}", " ").split())


def terms(client: Client, path: str) -> list[str]:
    return re.findall(r"<dt>(.*?)</dt>", client.get(path).content.decode())


def linked_from(client: Client, path: str, view: str) -> set[str]:
    """The slugs of the records of a sort that a page links to."""
    links = map(unescape, LINK.findall(client.get(path).content.decode()))
    found = (resolve(link.partition("?")[0]) for link in links if not link.startswith("/static/"))
    return {match.kwargs["slug"] for match in found if match.view_name == view}
