"""What a student's browser waits for and transfers, and what an answer asks of the database."""

from __future__ import annotations

import os
import shutil
from statistics import median
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bench.report import Measured, spread
from bench.server import HOST, BenchError, serve
from bench.visitor import OPTION, TOKEN, Visitor
from quizzes.items.item import Topic
from quizzes.queries import current_generator, frozen_item

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession

    from bench.server import Place

TOPICS: Final = [topic.value for topic in Topic]
WARM_UPS: Final = 10
STARTS: Final = 40
FRAGMENTS: Final = 40
TRANSACTION_CONTROL: Final = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")


# Queries --------------------------------------------------------------------------------------


def queries() -> Measured:
    """Through all of the middleware, in this process; each item answered, then answered again."""
    current_generator()
    told: dict[str, dict[str, int]] = {}
    for size in (5, 20):
        client = Client(enforce_csrf_checks=True, headers={"host": HOST})
        token = token_of(client.get("/").content.decode())
        started = client.post("/", {"topics": TOPICS, "count": size, "csrfmiddlewaretoken": token})
        if started.status_code != 302:
            raise BenchError(f"Starting a quiz answered {started.status_code}.")
        code = started.headers["Location"].split("/")[2]
        for position in range(1, size + 1):
            name = {1: "first", (size + 1) // 2: "middle", size: "last"}.get(position)
            for again in (False, True):
                count = queries_of_an_answer(client, reverse("item", args=[code, position]))
                if name:
                    told.setdefault(f"{name} of {size}", {})["replay" if again else "new"] = count
    new = {counts["new"] for counts in told.values()}
    replays = {counts["replay"] for counts in told.values()}
    if len(new) > 1 or len(replays) > 1:
        raise BenchError(f"The number of queries depends on the paper or the item: {told}")
    return Measured({"queries_per_answer": max(new | replays)}, {"queries": told})


def queries_of_an_answer(client: Client, path: str) -> int:
    """Of the worst case: a process that has not shown the item before."""
    page = client.get(path).content.decode()
    found = OPTION.search(page)
    option = found[1] if found else "replayed"
    token = client.cookies["csrftoken"].value
    frozen_item.cache_clear()
    with CaptureQueriesContext(connection) as captured:
        answer = client.post(
            path,
            {"csrfmiddlewaretoken": token, "option": option},
            headers={"hx-request": "true", "accept-encoding": "gzip"},
        )
    if answer.status_code != 200:
        raise BenchError(f"An answer got status {answer.status_code}.")
    return sum(
        not query["sql"].upper().startswith(TRANSACTION_CONTROL)
        for query in captured.captured_queries
    )


def token_of(page: str) -> str:
    found = TOKEN.search(page)
    if found is None:
        raise BenchError("A page that should have a form has none.")
    return found[1]


# Through gunicorn -----------------------------------------------------------------------------


def paper(place: Place, *, quick: bool) -> Measured:
    """Starting ten questions on all topics, from the request to the redirect, as served."""
    with serve(place, "spacequiz.wsgi", place.database, workers=2) as server:
        visitor = Visitor(server.port)
        visitor.get("/")
        taken = [
            visitor.start(10, TOPICS).seconds * 1000
            for _ in range(WARM_UPS + (10 if quick else STARTS))
        ]
    details = {
        "ms": spread(taken[WARM_UPS:]),
        "warm_up_ms": [round(milliseconds, 1) for milliseconds in taken[:WARM_UPS]],
        "workers": 2,
    }
    return Measured({"paper_ms": round(median(taken[WARM_UPS:]), 1)}, {"paper": details})


def fragments(place: Place) -> Measured:
    """The body of an answer's feedback, as it travels."""
    sizes: list[float] = []
    plain: list[float] = []
    with serve(place, "spacequiz.wsgi", place.database, workers=1) as server:
        visitor = Visitor(server.port)
        visitor.get("/")
        while len(sizes) < FRAGMENTS:
            code = visitor.start(20, TOPICS).location.split("/")[2]
            for position in range(1, 21):
                path = reverse("item", args=[code, position])
                options = OPTION.findall(visitor.get(path).text)
                option = options[len(sizes) % len(options)]
                answer = visitor.post(path, [("option", option)], htmx=True)
                if answer.status != 200 or not answer.is_compressed:
                    raise BenchError(f"An answer got status {answer.status}, or came uncompressed.")
                sizes.append(len(answer.body) / 1000)
                plain.append(len(answer.text.encode()) / 1000)
    details = {"kb": spread(sizes, 3), "uncompressed_kb": spread(plain, 3)}
    return Measured({"fragment_kb": round(median(sizes), 2)}, {"fragment": details})


def page(place: Place, *, quick: bool) -> Measured:
    """A question in a browser that has never been here: bytes of headers and bodies, as the
    browser counts them."""
    from playwright.sync_api import sync_playwright

    with (
        serve(place, "spacequiz.wsgi", place.database, workers=2) as server,
        sync_playwright() as playwright,
    ):
        visitor = Visitor(server.port)
        visitor.get("/")
        address = server.url + visitor.start(10, TOPICS).location
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        try:
            transfers = []
            for _ in range(1 if quick else 3):
                context = browser.new_context()
                context.add_cookies(
                    [{"name": n, "value": v, "url": server.url} for n, v in visitor.cookies.items()]
                )
                tab = context.new_page()
                session = context.new_cdp_session(tab)
                transfer = Transfer(session)
                answer = tab.goto(address, wait_until="networkidle")
                if answer is None or answer.status != 200 or not tab.locator("fieldset").count():
                    raise BenchError("The browser was not shown a question.")
                transfers.append(transfer)
                context.close()
        finally:
            browser.close()
    totals = [transfer.bytes / 1000 for transfer in transfers]
    counts = {len(transfer.requests) for transfer in transfers}
    details = {"kb": spread(totals), "kb_by_path": transfers[0].by_path()}
    return Measured(
        {"page_kb": round(median(totals), 2), "page_requests": max(counts)}, {"page": details}
    )


class Transfer:
    """What a tab transfers, from now on."""

    def __init__(self, session: CDPSession) -> None:
        self.requests: dict[str, str] = {}
        self._sizes: dict[str, float] = {}
        session.on("Network.requestWillBeSent", self._sent)
        session.on("Network.loadingFinished", self._finished)
        session.send("Network.enable")

    def _sent(self, event: dict[str, Any]) -> None:
        url = urlsplit(event["request"]["url"])
        if url.scheme != "data":
            self.requests[event["requestId"]] = url.path

    def _finished(self, event: dict[str, Any]) -> None:
        if event["requestId"] in self.requests:
            self._sizes[event["requestId"]] = event["encodedDataLength"]

    @property
    def bytes(self) -> float:
        return sum(self._sizes.values())

    def by_path(self) -> dict[str, float]:
        return {
            path: round(self._sizes.get(request, 0) / 1000, 2)
            for request, path in self.requests.items()
        }


def chromium() -> str:
    names = [os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome"]
    for name in names:
        found = shutil.which(name)
        if found:
            return found
    raise BenchError("This needs Chromium or Chrome: install one, or set CHROMIUM to its path.")
