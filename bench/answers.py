"""The answer of a student, as a browser with htmx posts it, under load; beside it a bare view."""

from __future__ import annotations

import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from statistics import median
from threading import Barrier
from typing import TYPE_CHECKING, Any, Final

from django.urls import reverse

from bench.filled import new_paper
from bench.report import Measured, spread
from bench.server import BenchError, Load, need_wrk, run_python, send, serve, two_cores
from bench.visitor import COMPRESSED, Visitor
from quizzes.items.blueprint import Blueprint
from quizzes.items.item import DEFAULT_TOPICS, Interaction
from quizzes.models import Attempt, Paper, Response
from quizzes.queries.attempts import paper_items
from quizzes.services.attempts import ATTEMPT_LIFETIME
from quizzes.tokens import OWNER_COOKIE, new_owner, option_tokens, sign_owner

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bench.server import Place, Server

PAPERS: Final = 256
PAPER_SIZE: Final = 10
CROWD: Final = 64
"""Students who answer by turns: all their first item, then all their second, and so on."""
CONNECTIONS: Final = 16
WARM_UPS: Final = 8
FASTEST: Final = 4000
"""Answers a second that enough requests are prepared for."""
WORDS: Final = 1000
LOCKED_WORKERS: Final = 8
LOCKED_CONNECTIONS: Final = 32
REPLAYED: Final = 100


@dataclass(frozen=True, slots=True)
class Prepared:
    """A request, and what it answers: by attempt and item, their keys in the database."""

    line: str
    answers: tuple[int, int]


class Students:
    """One browser that has started as many attempts as are asked for.

    Papers are drawn from ``PAPERS`` different ones of ten items each, which is more items than a
    process keeps in its cache of frozen ones. They have choices alone: what an answer costs can
    then be held against what it cost when there was nothing else.
    """

    def __init__(self, seed: str = "bench") -> None:
        # What they choose must not depend on the day; it keeps no secret.
        self._random = random.Random(seed)  # noqa: S311
        self.owner = new_owner()
        self._papers = [self._new_paper(number) for number in range(PAPERS)]
        self.prepared: list[Prepared] = []

    @staticmethod
    def _new_paper(number: int) -> tuple[Paper, list[tuple[int, int]]]:
        """A paper, and for each of its items its key and its number of options."""
        choices = Blueprint(DEFAULT_TOPICS, PAPER_SIZE, interactions=(Interaction.CHOICE,))
        paper = new_paper(choices, f"bench-{number}")
        if paper.size < PAPER_SIZE:
            raise BenchError("The facts do not make papers of ten questions.")
        keys = paper.items.order_by("position").values_list("pk", flat=True)
        sizes = (len(item.options) for item in paper_items(paper.pk))
        return paper, list(zip(keys, sizes, strict=True))

    def visitor(self, server: Server) -> Visitor:
        """Their browser, with the form's token of a real question page."""
        visitor = Visitor(server.port)
        visitor.cookies[OWNER_COOKIE] = sign_owner(self.owner)
        attempt = self.start(1)[0][0]
        page = visitor.get(reverse("item", args=[attempt.code, 1]))
        if page.status != 200 or not visitor.token:
            raise BenchError(f"A question page answered {page.status}, or has no form.")
        return visitor

    def prepare(self, visitor: Visitor, count: int) -> list[str]:
        """``count`` answers or a few more, to items that have none, each another one."""
        self.prepared = []
        while len(self.prepared) < count:
            self.prepared += self._crowd(visitor)
        return [prepared.line for prepared in self.prepared]

    def _crowd(self, visitor: Visitor) -> Iterator[Prepared]:
        started = self.start(CROWD)
        for position in range(1, PAPER_SIZE + 1):
            for attempt, items in started:
                item, count = items[position - 1]
                token = self._random.choice(option_tokens(attempt.code, position, count))
                path = reverse("item", args=[attempt.code, position])
                form = visitor.form([("option", token)])
                yield Prepared(f"{path}\t{form}", (attempt.pk, item))

    def start(self, count: int) -> list[tuple[Attempt, list[tuple[int, int]]]]:
        now = datetime.now(UTC)
        papers = self._random.sample(self._papers, count)
        attempts = Attempt.objects.bulk_create(
            Attempt(
                paper=paper,
                owner=self.owner,
                size=paper.size,
                started_at=now,
                expires_at=now + ATTEMPT_LIFETIME,
            )
            for paper, _items in papers
        )
        return [(attempt, items) for attempt, (_, items) in zip(attempts, papers, strict=True)]


@dataclass(slots=True)
class Books:
    """What was sent and what is in the database, held against each other."""

    sent: int = 0
    errors: int = 0
    lost: int = 0
    doubled: int = 0

    def enter(self, load: Load, connections: int, stored: int) -> None:
        """Of the answers with status 200 none may be missing; beyond them, there may be one for
        each connection: those under way when the load stopped."""
        self.sent += load.ok
        self.errors += load.refused + load.broken
        self.lost += max(0, load.ok - stored)
        self.doubled += max(0, stored - load.ok - connections)

    @property
    def wrong(self) -> int:
        return self.errors + self.lost + self.doubled

    def told(self) -> dict[str, int]:
        return {
            "answered": self.sent,
            "errors": self.errors,
            "lost": self.lost,
            "doubled": self.doubled,
        }


class Site:
    """The site under load."""

    def __init__(self, students: Students, server: Server, place: Place) -> None:
        self.server = server
        self._students = students
        self._place = place
        self.visitor = students.visitor(server)
        self.books = Books()

    def run(self, seconds: float, core: int | None, *, compressed: bool = True) -> Load:
        lines = self._students.prepare(self.visitor, int(seconds * FASTEST))
        headers = self.visitor.post_headers(lines[0].partition("\t")[0], htmx=True)
        if not compressed:
            headers = {name: value for name, value in headers.items() if name not in COMPRESSED}
        before = Response.objects.count()
        load = send(
            self.server, lines, headers, folder=self._place.folder,
            seconds=seconds, connections=CONNECTIONS, core=core,
        )  # fmt: skip
        self.books.enter(load, CONNECTIONS, Response.objects.count() - before)
        return load


class Bare:
    """The bare view under load. Its requests have no form and no header but those of wrk."""

    def __init__(self, server: Server, place: Place) -> None:
        self.server = server
        self._place = place

    def run(self, seconds: float, core: int | None) -> Load:
        lines = [f"/{1 + n % WORDS}/\t" for n in range(int(seconds * FASTEST))]
        load = send(
            self.server, lines, {}, folder=self._place.folder,
            seconds=seconds, connections=CONNECTIONS, core=core,
        )  # fmt: skip
        if load.refused or load.broken:
            raise BenchError(f"The bare view failed: {self.server.log.read_text(errors='replace')}")
        return load


BARE_SETTINGS: Final = "bench.bare.settings"
FILL_BARE: Final = f"""
import django
django.setup()
from bench.bare.models import Word
Word.objects.bulk_create(Word(text=f"The word with the number {{n}}") for n in range({WORDS}))
"""


def bare_database(place: Place) -> Path:
    path = place.folder / "bare.sqlite3"
    if not path.exists():
        env = place.with_database(path, DJANGO_SETTINGS_MODULE=BARE_SETTINGS)
        run_python("-m", "django", "migrate", "--run-syncdb", "--verbosity", "0", env=env)
        run_python("-c", FILL_BARE, env=env)
    return path


@contextmanager
def side_by_side(
    place: Place, students: Students, workers: int, core: int | None
) -> Iterator[tuple[Site, Bare]]:
    with (
        serve(place, "spacequiz.wsgi", place.database, workers=workers, core=core) as site,
        serve(
            place, "bench.bare.wsgi", bare_database(place),
            workers=workers, core=core, settings=BARE_SETTINGS,
        ) as bare,
    ):  # fmt: skip
        yield Site(students, site, place), Bare(bare, place)


def compare(
    place: Place, students: Students, *, workers: int, quick: bool
) -> tuple[dict[str, float], dict[str, Any]]:
    """The answer and the bare view by turns: their ratios pair by pair, medians of them."""
    repetitions, seconds = (2, 2.0) if quick else (7, 4.0)
    cores = two_cores() if workers == 1 else None
    for_server, for_load = (cores.server, cores.load) if cores else (None, None)
    with side_by_side(place, students, workers, for_server) as (site, bare):
        bare.run(seconds, for_load)
        # Until the workers hold what they will hold: a student's browser has just been shown the
        # question, so an answer mostly finds its item in memory.
        for _ in range(1 if quick else WARM_UPS):
            if site.books.sent < 2 * workers * PAPERS * PAPER_SIZE:
                site.run(seconds, for_load)
        pairs = [
            (site.run(seconds, for_load), bare.run(seconds, for_load)) for _ in range(repetitions)
        ]
        plain = [
            site.run(seconds, for_load, compressed=False) for _ in range(max(1, repetitions // 2))
        ]
        books = site.books
    if books.wrong:
        raise BenchError(f"Answers under load went wrong: {books.told()}")
    ratios = {
        "rate": median(one.rate / other.rate for one, other in pairs),
        "p95": median(one.p95_ms / other.p95_ms for one, other in pairs),
    }
    details = {
        "workers": workers,
        "pinned": "gunicorn to one core, wrk to another" if cores else "nothing",
        "connections": CONNECTIONS,
        "seconds_a_repetition": seconds,
        "answer_per_s": spread([one.rate for one, _ in pairs], 1),
        "answer_per_s_uncompressed": spread([load.rate for load in plain], 1),
        "bare_per_s": spread([other.rate for _, other in pairs], 1),
        "ratio": spread([one.rate / other.rate for one, other in pairs], 4),
        "answer_cpu_ms": spread([one.cpu_ms for one, _ in pairs], 3),
        "bare_cpu_ms": spread([other.cpu_ms for _, other in pairs], 3),
        "answer_p50_ms": spread([one.p50_ms for one, _ in pairs]),
        "bare_p50_ms": spread([other.p50_ms for _, other in pairs]),
        "answer_p95_ms": spread([one.p95_ms for one, _ in pairs]),
        "bare_p95_ms": spread([other.p95_ms for _, other in pairs]),
        "p95_ratio": spread([one.p95_ms / other.p95_ms for one, other in pairs], 4),
        "books": books.told(),
    }
    return ratios, details


def one_worker(place: Place, students: Students, *, quick: bool) -> Measured:
    need_wrk()
    ratios, details = compare(place, students, workers=1, quick=quick)
    return Measured({"answer_ratio": round(ratios["rate"], 3)}, {"answer_1w": details})


def two_workers(place: Place, students: Students, *, quick: bool) -> Measured:
    need_wrk()
    ratios, details = compare(place, students, workers=2, quick=quick)
    return Measured(
        {
            "answer_ratio_2w": round(ratios["rate"], 3),
            "answer_p95_ratio": round(ratios["p95"], 3),
        },
        {"answer_2w": details},
    )


# Many at once ---------------------------------------------------------------------------------


def locked(place: Place, students: Students, *, quick: bool) -> Measured:
    """Eight processes answering on one SQLite file: every answer is recorded, once."""
    need_wrk()
    seconds = 5.0 if quick else 30.0
    with serve(place, "spacequiz.wsgi", place.database, workers=LOCKED_WORKERS) as server:
        visitor = students.visitor(server)
        lines = students.prepare(visitor, int(seconds * FASTEST))
        newest = Response.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        load = send(
            server, lines, visitor.post_headers(lines[0].partition("\t")[0], htmx=True),
            folder=place.folder, seconds=seconds,
            connections=LOCKED_CONNECTIONS, threads=LOCKED_CONNECTIONS,
        )  # fmt: skip
        stored = Response.objects.filter(pk__gt=newest)
        recorded = Counter(stored.values_list("attempt_id", "item_id"))
        answered = {students.prepared[number - 1].answers for number in load.answered}
        underway = recorded.keys() - answered
        books = Books(
            sent=load.ok,
            errors=load.refused + load.broken,
            lost=len(answered - recorded.keys()) + load.ok - len(answered),
            doubled=(recorded.total() - len(recorded)) + max(0, len(underway) - LOCKED_CONNECTIONS),
        )
        replays = replay(server, students, visitor)
    wrong = books.wrong + replays["errors"] + replays["lost"] + replays["doubled"]
    details = {
        "workers": LOCKED_WORKERS,
        "connections": LOCKED_CONNECTIONS,
        "seconds": seconds,
        "answers_per_s": round(load.rate, 1),
        "p95_ms": load.p95_ms,
        "books": books.told(),
        "recorded": recorded.total(),
        "under_way_at_the_end": len(underway),
        "replays": replays,
    }
    return Measured({"locked_errors": wrong}, {"locked": details})


def replay(server: Server, students: Students, visitor: Visitor) -> dict[str, int]:
    """The same item answered twice at the same moment, with two different options: one stands,
    both get its feedback, and the other is told that it came too late."""
    started = list(two_choices(students))
    tabs = [Visitor(server.port), Visitor(server.port)]
    for tab in tabs:
        tab.cookies, tab.token = dict(visitor.cookies), visitor.token
    together = Barrier(len(tabs))

    def post(tab: Visitor, path: str, token: str) -> tuple[int, str]:
        together.wait(timeout=30)
        answer = tab.post(path, [("option", token)], htmx=True)
        return answer.status, answer.text

    told = {"posted_twice": len(started), "errors": 0, "lost": 0, "doubled": 0}
    with ThreadPoolExecutor(len(tabs)) as pool:
        for (attempt, item), path, tokens in started:
            one, other = pool.map(post, tabs, [path] * len(tabs), tokens)
            told["errors"] += (one[0] != 200) + (other[0] != 200)
            stored = Response.objects.filter(attempt_id=attempt, item_id=item).count()
            told["lost"] += stored == 0
            late = sum('id="too-late"' in text for _status, text in (one, other))
            told["doubled"] += stored > 1 or late != 1
    return told


def two_choices(students: Students) -> Iterator[tuple[tuple[int, int], str, list[str]]]:
    """Items without an answer: keys, path, and the tokens of their first two options."""
    for attempt, items in students.start(REPLAYED):
        path = reverse("item", args=[attempt.code, 1])
        item, count = items[0]
        yield (attempt.pk, item), path, option_tokens(attempt.code, 1, count)[:2]
