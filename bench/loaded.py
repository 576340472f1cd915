"""Pages that students look at, under load; beside them a bare view. What they ask of the database,
and what the page of all flights and a patch cost."""

from __future__ import annotations

import time
from statistics import median
from typing import TYPE_CHECKING, Any, Final

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bench.answers import BARE_SETTINGS, CONNECTIONS, FASTEST, Bare, bare_database
from bench.browsing import ms_of_page
from bench.filled import forms, new_paper
from bench.pages import asked_of_database
from bench.report import Measured, spread
from bench.server import HOST, BenchError, need_wrk, send, serve, two_cores
from bench.visitor import COMPRESSED, HEADERS, Visitor
from quizzes.items.blueprint import Blueprint
from quizzes.items.item import DEFAULT_TOPICS
from quizzes.players.callsigns import call_signs
from quizzes.players.patches import patch
from quizzes.queries.generators import current_generator

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bench.server import Load, Place, Server
    from quizzes.models import Paper

SIZES: Final = (5, 20)
PATCHES: Final = 2000
WARM_UPS: Final = 20


def loaded(place: Place, *, quick: bool) -> Measured:
    """Home, a question, its feedback and the page of all flights, each by turns with the bare view:
    the time to the first byte at 16 connections, as a multiple of the bare view's.

    wrk tells when an answer has come whole; through loopback that is the moment of its first byte.
    """
    need_wrk()
    repetitions, seconds = (2, 2.0) if quick else (5, 4.0)
    paper = new_paper(Blueprint(DEFAULT_TOPICS, SIZES[0]), "bench loaded")
    cores = two_cores()
    with (
        serve(place, "spacequiz.wsgi", place.database, workers=1, core=cores.server) as site,
        serve(
            place, "bench.bare.wsgi", bare_database(place),
            workers=1, core=cores.server, settings=BARE_SETTINGS,
        ) as bare,
    ):  # fmt: skip
        visitor = Visitor(site.port)
        paths = pages_of(visitor, paper)
        figures: dict[str, float] = {}
        details: dict[str, Any] = {"connections": CONNECTIONS, "workers": 1}
        for name, path in paths.items():
            for _ in range(WARM_UPS):
                ms_of_page(visitor, path)
            pairs = [
                (
                    ask(place, site, path, visitor.cookie, seconds, cores.load),
                    Bare(bare, place).run(seconds, cores.load),
                )
                for _ in range(repetitions)
            ]
            figures[f"{name}_ttfb_ratio"] = round(
                median(one.p50_ms / other.p50_ms for one, other in pairs), 2
            )
            figures[f"{name}_p95_ratio"] = round(
                median(one.p95_ms / other.p95_ms for one, other in pairs), 2
            )
            details[name] = {
                "p50_ms": spread([one.p50_ms for one, _ in pairs]),
                "p95_ms": spread([one.p95_ms for one, _ in pairs]),
                "bare_p50_ms": spread([other.p50_ms for _, other in pairs]),
                "bare_p95_ms": spread([other.p95_ms for _, other in pairs]),
            }
    return Measured(figures, {"loaded": details})


def pages_of(visitor: Visitor, paper: Paper) -> dict[str, str]:
    """Their addresses, in the browser of ``visitor``: the first question has an answer."""
    location = visitor.start_paper(paper.code).location
    code = location.split("/")[2]
    visitor.get(location)
    visitor.post(location, forms(code, paper)[0])
    return {
        "home": reverse("home"),
        "question": reverse("item", args=[code, 2]),
        "feedback": location,
        "explore": reverse("explore"),
    }


def ask(place: Place, server: Server, path: str, cookie: str, seconds: float, core: int) -> Load:
    headers = {**HEADERS, **COMPRESSED, "Cookie": cookie}
    load = send(
        server, [f"GET {path}"] * int(seconds * FASTEST), headers, folder=place.folder,
        seconds=seconds, connections=CONNECTIONS, core=core,
    )  # fmt: skip
    if load.refused or load.broken:
        raise BenchError(f"{path} failed under load: {load}")
    return load


# One at a time --------------------------------------------------------------------------------


def all_flights(place: Place, *, quick: bool) -> Measured:
    """The page of all flights, and of every choice of its first filter: ms and compressed kB."""
    facts = current_generator()[0].facts
    path = reverse("explore")
    limits = [
        f"?agency={slug}" for slug, _one in list(facts.agencies.items())[: 5 if quick else 20]
    ]
    with serve(place, "spacequiz.wsgi", place.database, workers=1) as server:
        visitor = Visitor(server.port)
        first_ms = ms_of_page(visitor, path)
        taken = [ms_of_page(visitor, path + limit) for limit in ["", *limits, ""]]
        size = len(visitor.get(path).body) / 1000
    details = {"ms": spread(taken), "first_of_a_process_ms": round(first_ms, 1)}
    return Measured(
        {"explore_ms": round(median(taken), 1), "explore_kb": round(size, 1)},
        {"explore": details},
    )


def queries() -> Measured:
    """The queries of every page that a student sees, at two sizes of papers: the most counts."""
    current_generator()
    told = {f"{name}, {size}": count for size in SIZES for name, count in counted(size)}
    return Measured({"queries_per_page": max(told.values())}, {"queries_per_page": told})


def counted(size: int) -> Iterator[tuple[str, int]]:
    client = Client(headers={"host": HOST})
    paper = new_paper(Blueprint(DEFAULT_TOPICS, size), "bench pages")
    started = client.post(reverse("paper", args=[paper.code]))
    code = started.headers["Location"].split("/")[2]
    for position, form in enumerate(forms(code, paper), 1):
        yield from page(client, f"question {position}", reverse("item", args=[code, position]))
        client.post(reverse("item", args=[code, position]), fields_of(form))
        yield from page(client, f"feedback {position}", reverse("item", args=[code, position]))
    yield from page(client, "result", reverse("result", args=[code]))
    for name in ("home", "practice", "daily", "daily_archive", "explore", "missions", "sources"):
        yield from page(client, name, reverse(name))


def fields_of(form: list[tuple[str, str]]) -> Mapping[str, list[str]]:
    fields: dict[str, list[str]] = {}
    for name, value in form:
        fields.setdefault(name, []).append(value)
    return fields


def page(client: Client, name: str, path: str) -> Iterator[tuple[str, int]]:
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(path)
    if answer.status_code != 200:
        raise BenchError(f"{path} answered {answer.status_code}.")
    yield name, asked_of_database(captured)


def patches() -> Measured:
    """Drawing one, in ms."""
    signs = list(call_signs([str(number) for number in range(PATCHES)]).values())
    started = time.process_time()
    for sign in signs:
        patch(sign)
    return Measured({"patch_ms": round((time.process_time() - started) * 1000 / len(signs), 4)})
