"""All drawings: whole, safe and small."""

import gzip
import json
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings
from django.template import engines
from django.test import RequestFactory

from quizzes.facts.base import FactBase
from quizzes.figures.drawings.drawing import Drawing
from quizzes.figures.specs import (
    Bar,
    Bars,
    Entry,
    Group,
    Guide,
    InSpace,
    Landing,
    LandingMap,
    Other,
    Seats,
    Sitter,
    Span,
    Spec,
    Timeline,
    Town,
)
from quizzes.figures.stored import from_json, to_json
from quizzes.items.text import Text
from tests.figures.conftest import Proved, drawn, elements, figures_of_all_pages, told, words
from tests.figures.moments import DAY, NOON

EVIL = "<script>alert('&\"')</script>"
MOST_BYTES = 12_000


def evil_figures() -> dict[str, Spec]:
    """One of each, and of both ways to look closer at a landing; every text wants to be markup."""
    evil = Text(EVIL)
    entry = Entry(evil, (Span(NOON),), evil, evil, option=0)
    landing = Landing(evil, evil, evil, (48.0, 68.0), 10, "Kazakhstan", is_key=True)
    return {
        "bars": Bars(evil, evil, (Bar(evil, 1, evil, option=0),), evil),
        "timeline": Timeline(evil, DAY, DAY, (entry,), (Guide(NOON, evil),), evil),
        "in-space": InSpace(evil, DAY, (Group(evil, (entry,)),), (entry,), remark=evil),
        "seats": Seats(
            evil,
            (Sitter(EVIL, evil, EVIL, is_up=True, is_down=False, elsewhere=evil, option=0),),
            (Other(EVIL, evil, option=1),),
            remark=evil,
        ),
        "towns": LandingMap(evil, (landing,), (Town(evil, (48.5, 68.0)),), (47.0, 68.0), evil),
        "coasts": LandingMap(evil, (landing,), (), (47.0, 68.0), evil),
    }


def figure_on_page(drawing: Drawing) -> str:
    template = engines["jinja2"].get_template("_figure.html")
    return template.render({"figure": drawing}, RequestFactory().get("/"))


def test_drawings_are_whole(proved: list[Proved]) -> None:
    for one in proved:
        pictures = elements(one.drawing, "svg")
        assert pictures, one.item.kind
        for picture in pictures:
            assert picture.get("role") == "img"
            title = picture.find("title")
            assert title is not None
            assert picture.get("aria-labelledby") == title.get("id")
            assert title.text


def test_no_id_stands_twice(proved: list[Proved]) -> None:
    drawings = [drawn(one.spec, f"figure-{at}") for at, one in enumerate(proved[::10])]
    ids = Counter(
        element.get("id")
        for drawing in drawings
        for element in elements(drawing)
        if element.get("id")
    )
    assert set(ids.values()) == {1}


def test_nothing_that_the_policy_forbids(proved: list[Proved]) -> None:
    for one in proved:
        for element in elements(one.drawing):
            assert element.tag not in {"script", "style", "foreignObject", "image"}
            assert not [name for name in element.attrib if name == "style" or name[:2] == "on"]


@pytest.mark.parametrize("spec", evil_figures().values(), ids=evil_figures())
def test_names_are_escaped(spec: Spec) -> None:
    drawing = drawn(spec, chosen=(0,))
    assert not elements(drawing, "script")
    assert "<script" not in drawing.svg
    assert EVIL in words(drawing) or EVIL in "".join(e.text or "" for e in elements(drawing))
    assert "<script" not in figure_on_page(drawing)


@pytest.mark.parametrize("spec", evil_figures().values(), ids=evil_figures())
def test_evil_figures_are_kept_as_they_are(spec: Spec) -> None:
    assert from_json(json.loads(json.dumps(to_json(spec)))) == spec


def test_what_is_kept_draws_the_same(proved: list[Proved]) -> None:
    for one in proved:
        kept = from_json(json.loads(json.dumps(to_json(one.spec))))
        assert kept == one.spec
        assert drawn(kept) == one.drawing


def test_unknown_figure_cannot_be_read() -> None:
    with pytest.raises(KeyError):
        from_json({"figure": "hologram"})


def test_twin_is_a_table(proved: list[Proved]) -> None:
    for one in proved:
        twin = one.drawing.twin
        assert twin.caption.startswith(one.drawing.title)
        assert twin.rows
        assert {len(row.cells) for row in twin.rows} == {len(twin.head)}
        assert all(twin.head)
        assert all(row.cells[0] for row in twin.rows)


def test_choice_is_told_in_words(proved: list[Proved]) -> None:
    for one in proved:
        options = enumerate(one.item.options)
        chosen = next((at for at, option in options if not option.is_key), 0)
        assert "your choice" in told(drawn(one.spec, chosen=(chosen,))), one.item.kind
        assert "your choice" not in told(one.drawing)


def test_card_stays_small(proved: list[Proved]) -> None:
    """A figure with all that is told beside it, compressed as it is sent."""
    for one in proved:
        card = figure_on_page(one.drawing) + json.dumps(one.item.to_json())
        assert len(gzip.compress(card.encode(), 6)) < MOST_BYTES, one.item.stem.render()


def test_figures_of_all_pages_are_whole(facts: FactBase) -> None:
    for spec in figures_of_all_pages(facts):
        drawing = drawn(spec)
        assert elements(drawing, "svg")
        assert drawing.twin.rows
        assert len(gzip.compress(drawing.svg.encode(), 6)) < MOST_BYTES


def test_style_sheet_knows_every_class(proved: list[Proved]) -> None:
    css = Path(settings.BASE_DIR, "quizzes/static/quizzes/css/figures.css").read_text("utf-8")
    classes = {
        name
        for one in proved
        for element in elements(drawn(one.spec, chosen=(0,)))
        for name in element.get("class", "").split()
    }
    # These say what something is to tests and readers, and look as the rest does.
    assert {name for name in classes if f".{name}" not in css} <= {
        "world",
        "near",
        "north",
        "track",
    }
