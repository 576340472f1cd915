"""The site with an attempt at each stage: what it takes to look at its pages as a student does.

The same papers each time, for they are drawn by a seed; on a throw-away database, as served.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bench.server import ROOT, BenchError, enter, new_place, serve
from bench.visitor import Visitor

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SEED: Final = "the way down"
OWNER: Final = "whoever looks at the pages"
"""A browser of the same call sign each time."""

SIZE: Final = 5
WRONG: Final = 2
"""The position that is answered wrongly, so that there is such feedback to look at."""

FLIGHT: Final = "/missions/soyuz-tma-18m/"


@dataclass(frozen=True, slots=True)
class Stages:
    """``paths``: the page of each name; ``cookies``: what it takes to see those of the attempts."""

    url: str
    paths: Mapping[str, str]
    cookies: Mapping[str, str]

    @property
    def cookie(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())


@contextmanager
def stages() -> Iterator[Stages]:
    if not (ROOT / "var" / "static" / "staticfiles.json").exists():
        raise BenchError("The static files are not collected. Do that with: make setup")
    with new_place() as place:
        enter(place)
        from bench.filled import graded, new_paper
        from quizzes.items.blueprint import Blueprint
        from quizzes.items.item import DEFAULT_TOPICS, Interaction
        from quizzes.queries.attempts import paper_items
        from quizzes.tokens import OWNER_COOKIE, sign_owner

        blueprint = Blueprint(DEFAULT_TOPICS, SIZE, interactions=(Interaction.CHOICE,))
        paper = new_paper(blueprint, SEED)
        items = paper_items(paper.pk)
        with serve(place, "spacequiz.wsgi", place.database, workers=2) as server:
            visitor = Visitor(server.port)
            visitor.cookies[OWNER_COOKIE] = sign_owner(OWNER)

            def attempt(answered: int) -> str:
                """The address of a new attempt of which so many questions are answered."""
                address = visitor.start_paper(paper.code).location.removesuffix("1/")
                code = address.split("/")[2]
                for position in range(1, answered + 1):
                    form = graded(code, position, items[position - 1], float(position != WRONG))
                    visitor.post(f"{address}{position}/", form, htmx=True)
                return address

            under_way, landed = attempt(WRONG), attempt(SIZE)
            paths = {
                "home": "/",
                "question": f"{under_way}{WRONG + 1}/",
                "feedback": f"{under_way}{WRONG}/",
                "result": f"{landed}result/",
                "flight": FLIGHT,
                "explore": "/explore/",
            }
            yield Stages(server.url, paths, visitor.cookies)
