"""A browser as the site sees it: its cookies, its forms, its headers. No rendering."""

from __future__ import annotations

import gzip
import re
import time
from dataclasses import dataclass
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from bench.server import HOST, BenchError

if TYPE_CHECKING:
    from collections.abc import Sequence

TOKEN: Final = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')

HEADERS: Final = {
    "User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    "Accept": "*/*",
    "Accept-Language": "en-US,en;q=0.5",
}
COMPRESSED: Final = {"Accept-Encoding": "gzip, deflate, br, zstd"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, and how long it took from before the request to the last byte."""

    status: int
    location: str
    body: bytes
    is_compressed: bool
    seconds: float

    @property
    def text(self) -> str:
        return (gzip.decompress(self.body) if self.is_compressed else self.body).decode()


class Visitor:
    """A browser at one server."""

    def __init__(self, port: int) -> None:
        # Connects anew where the server has closed the connection, as sync workers do.
        self._connection = HTTPConnection(HOST, port, timeout=30)
        self._origin = f"http://{HOST}:{port}"
        self.cookies: dict[str, str] = {}
        self.token = ""

    def get(self, path: str) -> Answer:
        """A page. The token of its form, if it has one, goes with the posts that follow."""
        answer = self._ask("GET", path, None, {**HEADERS, **COMPRESSED, "Cookie": self.cookie})
        found = TOKEN.search(answer.text)
        if found:
            self.token = found[1]
        return answer

    def post(self, path: str, fields: Sequence[tuple[str, str]], *, htmx: bool = False) -> Answer:
        headers = self.post_headers(path, htmx=htmx)
        return self._ask("POST", path, self.form(fields), headers)

    def form(self, fields: Sequence[tuple[str, str]]) -> str:
        return urlencode([("csrfmiddlewaretoken", self.token), *fields])

    def post_headers(self, path: str, *, htmx: bool) -> dict[str, str]:
        """The headers of a form's post, from the page that shows it."""
        headers = {
            **HEADERS,
            **COMPRESSED,
            "Content-Type": "application/x-www-form-urlencoded",
            "Origin": self._origin,
            "Referer": self._origin + path,
            "Sec-Fetch-Dest": "empty" if htmx else "document",
            "Sec-Fetch-Mode": "cors" if htmx else "navigate",
            "Sec-Fetch-Site": "same-origin",
            "Cookie": self.cookie,
        }
        if htmx:
            headers |= {
                "HX-Request": "true",
                "HX-Target": "stage",
                "HX-Current-URL": self._origin + path,
            }
        return headers

    @property
    def cookie(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def start(self, count: int, topics: Sequence[str]) -> Answer:
        """Start a quiz of one's own."""
        fields = [*(("topics", topic) for topic in topics), ("count", str(count))]
        return self._started("/", fields)

    def start_paper(self, code: str) -> Answer:
        """Start at a paper that somebody passed on."""
        path = f"/papers/{code}/"
        self.get(path)
        return self._started(path, [])

    def _started(self, path: str, fields: Sequence[tuple[str, str]]) -> Answer:
        answer = self.post(path, fields)
        if answer.status != 302:
            raise BenchError(f"Starting a quiz answered {answer.status}:\n{answer.text}")
        return answer

    def _ask(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> Answer:
        started = time.perf_counter()
        self._connection.request(method, path, body, headers)
        response = self._connection.getresponse()
        held = response.read()
        seconds = time.perf_counter() - started
        for line in response.headers.get_all("Set-Cookie", []):
            for morsel in SimpleCookie(line).values():
                self.cookies[morsel.key] = morsel.value
        is_compressed = response.headers.get("Content-Encoding") == "gzip"
        location = response.headers.get("Location", "")
        return Answer(response.status, location, held, is_compressed, seconds)
