"""The pages that one browses: of flights, and what a search finds. As served, one after another."""

from __future__ import annotations

from statistics import median, quantiles
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

from django.urls import reverse

from bench.report import Measured, spread
from bench.server import BenchError, serve
from bench.visitor import Visitor
from quizzes.items.seeds import Draw
from quizzes.queries.generators import current_generator

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bench.server import Place
    from quizzes.facts.base import FactBase

WARM_UPS: Final = 10
QUERIES: Final = 100
"""Of each sort."""
LEAST_LETTERS: Final = 5
"""Of a word that is misspelt here."""


def flights(place: Place, *, quick: bool) -> Measured:
    """The page of every flight, from the request to the last byte, each asked for once."""
    facts = current_generator()[0].facts
    slugs = Draw("bench flights").shuffled(list(facts.missions))[: 60 if quick else None]
    paths = [reverse("mission", args=[slug]) for slug in slugs]
    taken, cpu_ms = visits(place, paths)
    details = {**told(taken, cpu_ms), "slowest": slugs[taken.index(max(taken))]}
    return Measured({"mission_page_ms": round(median(taken), 1)}, {"mission_page": details})


def searches(place: Place, *, quick: bool) -> Measured:
    """Names of all sorts, whole, in part, misspelt, and some that nothing has."""
    facts = current_generator()[0].facts
    queries = list(asked(facts, Draw("bench search"), 20 if quick else QUERIES))
    taken, cpu_ms = visits(place, [f"{reverse('search')}?{urlencode({'q': q})}" for q in queries])
    details = {**told(taken, cpu_ms), "slowest": queries[taken.index(max(taken))]}
    return Measured({"search_ms": round(median(taken), 1)}, {"search": details})


def visits(place: Place, paths: Sequence[str]) -> tuple[list[float], float]:
    """How many ms each took; how many ms of computing one took on average. A few are asked for
    before, in a worker that has served nothing."""
    with serve(place, "spacequiz.wsgi", place.database, workers=1) as server:
        visitor = Visitor(server.port)
        for path in paths[:WARM_UPS]:
            ms_of_page(visitor, path)
        before = server.cpu_seconds()
        taken = [ms_of_page(visitor, path) for path in paths]
        return taken, (server.cpu_seconds() - before) * 1000 / len(paths)


def ms_of_page(visitor: Visitor, path: str) -> float:
    answer = visitor.get(path)
    if answer.status != 200:
        raise BenchError(f"{path} answered {answer.status}.")
    return answer.seconds * 1000


def told(taken: list[float], cpu_ms: float) -> dict[str, Any]:
    kept = {name: value for name, value in spread(taken).items() if name != "all"}
    return {
        "served": "by gunicorn, 1 worker, one request after another",
        "pages": len(taken),
        "ms": kept,
        "ms_p95": round(quantiles(taken, n=20)[-1], 2),
        "cpu_ms": round(cpu_ms, 2),
    }


def asked(facts: FactBase, draw: Draw, count: int) -> Iterator[str]:
    """What somebody might look for, ``count`` queries of each sort."""
    people = [person.name for person in facts.people.values()]
    flown = [mission.name for mission in facts.missions.values()]
    agencies = [agency.name for agency in facts.agencies.values()]
    for name in draw.sample([*people, *flown, *agencies], count):
        yield name
    for name in draw.sample(people, count):
        yield name.split()[-1]
    for name in draw.sample([*people, *flown], count):
        yield name[: 2 + draw.below(3)]
    for name in draw.sample(people, count):
        yield misspelt(name.split()[-1], draw)
    for name in draw.sample(people, count):
        yield misspelt(name, draw)
    for name in draw.sample(people, count):
        yield "".join(draw.shuffled(name.lower()))


def misspelt(name: str, draw: Draw) -> str:
    """``name`` with a letter left out, doubled, or two of them changed over."""
    if len(name) < LEAST_LETTERS:
        return name
    at = 1 + draw.below(len(name) - 2)
    return draw.pick(
        [
            name[:at] + name[at + 1 :],
            name[:at] + name[at] + name[at:],
            name[:at] + name[at + 1] + name[at] + name[at + 2 :],
        ]
    )
