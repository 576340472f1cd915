"""Figures on worlds that Hypothesis makes up, full of holes, and of items whose facts changed."""

import json

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from quizzes.figures.of_items import figure_for
from quizzes.figures.specs import Spec
from quizzes.figures.stored import from_json, to_json
from quizzes.items.generate import Generator
from quizzes.items.item import Item
from quizzes.items.kinds import KINDS
from quizzes.items.seeds import Draw
from tests.figures.conftest import drawn, elements, figures_of_all_pages
from tests.items.broken_worlds import broken_worlds
from tests.items.made_up import fact_base
from tests.items.oracle.rows import Tables

thorough = settings(
    max_examples=60,
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def check(spec: Spec) -> None:
    drawing = drawn(spec)
    assert elements(drawing, "svg")
    assert drawing.twin.rows
    assert from_json(json.loads(json.dumps(to_json(spec)))) == spec


@thorough
@given(broken_worlds(), broken_worlds(), st.text(max_size=20))
def test_whatever_the_facts_figures_are_whole_or_none(
    tables: Tables, corrected: Tables, seed: str
) -> None:
    facts, later, draw = fact_base(tables), fact_base(corrected), Draw(seed)
    generator = Generator(facts, KINDS)
    for kind in KINDS:
        for subject in generator.subjects(kind):
            item = generator.item(kind, subject, draw)
            if isinstance(item, Item):
                for known in (facts, later):
                    spec = figure_for(item, known)
                    if spec is not None:
                        check(spec)


@thorough
@given(broken_worlds())
def test_whatever_the_facts_pages_have_whole_figures(tables: Tables) -> None:
    facts = fact_base(tables)
    for spec in figures_of_all_pages(facts):
        check(spec)
