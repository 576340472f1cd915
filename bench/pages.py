"""What a student's browser waits for and transfers, and what an answer asks of the database."""

from __future__ import annotations

import os
import shutil
from statistics import median
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode, urlsplit

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bench.filled import forms, new_paper
from bench.report import Measured, spread
from bench.server import HOST, BenchError, serve
from bench.visitor import TOKEN, Visitor
from quizzes.items.blueprint import Blueprint
from quizzes.items.item import DEFAULT_TOPICS, Interaction
from quizzes.queries.attempts import frozen_item
from quizzes.queries.generators import current_generator

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Browser, CDPSession

    from bench.server import Place
    from quizzes.models import Paper

TOPICS: Final = [topic.value for topic in DEFAULT_TOPICS]
WARM_UPS: Final = 10
STARTS: Final = 40
FORM: Final = "application/x-www-form-urlencoded"
TRANSACTION_CONTROL: Final = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")


# Queries --------------------------------------------------------------------------------------


def queries() -> Measured:
    """Through all of the middleware, in this process; each item answered, then answered again. Of
    every way to answer, papers of two sizes."""
    current_generator()
    told: dict[str, dict[str, int]] = {}
    for way in Interaction:
        for size in (5, 20):
            paper = new_paper(Blueprint(DEFAULT_TOPICS, size, interactions=(way,)), "bench queries")
            told |= {
                f"{way.value}, {name}": counts for name, counts in queries_of_paper(paper).items()
            }
    new = {counts["new"] for counts in told.values()}
    replays = {counts["replay"] for counts in told.values()}
    if len(new) > 1 or len(replays) > 1:
        raise BenchError(f"The number of queries depends on the paper or the item: {told}")
    return Measured({"queries_per_answer": max(new | replays)}, {"queries": told})


def queries_of_paper(paper: Paper) -> dict[str, dict[str, int]]:
    """Of its first item, one in the middle, and its last, when they are new and when they have an
    answer."""
    client = Client(enforce_csrf_checks=True, headers={"host": HOST})
    path = reverse("paper", args=[paper.code])
    token = token_of(client.get(path).content.decode())
    started = client.post(path, {"csrfmiddlewaretoken": token})
    if started.status_code != 302:
        raise BenchError(f"Starting a paper answered {started.status_code}.")
    code = started.headers["Location"].split("/")[2]
    size = paper.size
    told: dict[str, dict[str, int]] = {}
    for position, form in enumerate(forms(code, paper), 1):
        name = {1: "first", (size + 1) // 2: "middle", size: "last"}.get(position)
        path = reverse("item", args=[code, position])
        counts = {again: queries_of_an_answer(client, path, form) for again in ("new", "replay")}
        if name:
            told[f"{name} of {size}"] = counts
    return told


def queries_of_an_answer(client: Client, path: str, form: Sequence[tuple[str, str]]) -> int:
    """Of the worst case: a process that has not shown the item before."""
    frozen_item.cache_clear()
    body = urlencode([("csrfmiddlewaretoken", client.cookies["csrftoken"].value), *form])
    with CaptureQueriesContext(connection) as captured:
        answer = client.post(
            path, body, content_type=FORM,
            headers={"hx-request": "true", "accept-encoding": "gzip"},
        )  # fmt: skip
    if answer.status_code != 200:
        raise BenchError(f"An answer got status {answer.status_code}.")
    return asked_of_database(captured)


def asked_of_database(captured: CaptureQueriesContext) -> int:
    """The queries that were captured, but for those that begin and end transactions."""
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


def page(place: Place, *, quick: bool) -> Measured:
    """A question in a browser that has never been here: bytes of headers and bodies, as the
    browser counts them. The figures are those of a choice, which was always measured; the details
    tell of every way to answer."""
    from playwright.sync_api import sync_playwright

    papers = {way: paper_of(way) for way in Interaction}  # playwright forbids queries beside it
    with (
        serve(place, "spacequiz.wsgi", place.database, workers=2) as server,
        sync_playwright() as playwright,
    ):
        visitor = Visitor(server.port)
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        try:
            transfers = {
                way.value: [
                    transfer_of(browser, server.url + location, visitor)
                    for _ in range(1 if quick else 3)
                ]
                for way, paper in papers.items()
                for location in [visitor.start_paper(paper.code).location]
            }
        finally:
            browser.close()
    totals = {way: [one.bytes / 1000 for one in held] for way, held in transfers.items()}
    requests = {way: max(len(one.requests) for one in held) for way, held in transfers.items()}
    largest = max(totals, key=lambda way: median(totals[way]))
    details = {
        "kb": {way: spread(held) for way, held in totals.items()},
        "requests": requests,
        "largest": largest,
        "kb_by_path": transfers[largest][0].by_path(),
    }
    choice = Interaction.CHOICE.value
    return Measured(
        {"page_kb": round(median(totals[choice]), 2), "page_requests": requests[choice]},
        {"page": details},
    )


def paper_of(way: Interaction) -> Paper:
    """Ten questions answered in one way; fewer where there are not as many."""
    return new_paper(Blueprint(DEFAULT_TOPICS, 10, interactions=(way,)), "bench page")


def transfer_of(browser: Browser, address: str, visitor: Visitor) -> Transfer:
    """What a browser with nothing but the visitor's cookies transfers for a question."""
    base = "{0.scheme}://{0.netloc}".format(urlsplit(address))
    context = browser.new_context()
    try:
        context.add_cookies(
            [{"name": name, "value": v, "url": base} for name, v in visitor.cookies.items()]
        )
        tab = context.new_page()
        transfer = Transfer(context.new_cdp_session(tab))
        answer = tab.goto(address, wait_until="networkidle")
        if answer is None or answer.status != 200 or not tab.locator("#stage form").count():
            raise BenchError(f"The browser was not shown a question at {address}.")
        return transfer
    finally:
        context.close()


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
