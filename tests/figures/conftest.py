"""Items of every kind with their figures, over the facts of the fixture files."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

import pytest

from quizzes.facts.base import FactBase
from quizzes.figures import of_pages
from quizzes.figures.draw import draw
from quizzes.figures.drawings.drawing import Drawing
from quizzes.figures.of_items import figure_for
from quizzes.figures.specs import Spec
from quizzes.items.generate import Generator
from quizzes.items.item import Item
from quizzes.items.kinds import KINDS
from quizzes.items.seeds import Draw
from quizzes.items.text import english

LAND = "/static/quizzes/world.svg"
EACH = 12
"""Items of each kind."""


@dataclass(frozen=True)
class Proved:
    """An item, its figure, and that drawn."""

    item: Item
    spec: Spec
    drawing: Drawing


def drawn(spec: Spec, figure_id: str = "figure", chosen: tuple[int, ...] = ()) -> Drawing:
    return draw(spec, english, figure_id=figure_id, land=LAND, chosen=chosen)


def figures_of_all_pages(facts: FactBase) -> Iterator[Spec]:
    """The figures of every page that there is about a record."""
    for mission in facts.missions.values():
        yield from of_pages.figures_of_mission(mission, facts)
    for person in facts.people.values():
        yield from of_pages.figures_of_person(person, facts)
    for station in facts.stations.values():
        yield from of_pages.figures_of_station(station, facts)
    for agency in facts.agencies.values():
        yield from of_pages.figures_of_agency(agency, facts)


def elements(drawing: Drawing, *kinds: str) -> list[ET.Element]:
    """Those of a drawing, in order, that have one of these tags or classes; for none, all."""
    tree = ET.fromstring(f"<svgs>{drawing.svg}</svgs>")  # noqa: S314 (our own)
    return [
        element
        for element in tree.iter()
        if not kinds or {element.tag, *element.get("class", "").split()} & {*kinds}
    ]


def words(drawing: Drawing) -> str:
    """All that is written in the drawing."""
    return "\n".join("".join(element.itertext()) for element in elements(drawing, "text"))


def told(drawing: Drawing) -> str:
    """All that the drawing's twin says."""
    rows = ("\n".join(row.cells) for row in drawing.twin.rows)
    return "\n".join((drawing.twin.caption, *drawing.twin.head, *rows))


@pytest.fixture(scope="session")
def generator(facts: FactBase) -> Generator:
    return Generator(facts, KINDS)


@pytest.fixture(scope="session")
def proved(facts: FactBase, generator: Generator) -> list[Proved]:
    """A dozen items of each kind that have a figure."""
    found = []
    for kind in KINDS:
        draw_of = Draw(f"figures {kind.slug}")
        for _ in range(EACH):
            item = generator.any_item(kind, draw_of)
            assert item is not None, kind.slug
            spec = figure_for(item, facts)
            assert spec is not None, item.stem.render()
            found.append(Proved(item, spec, drawn(spec)))
    return found
