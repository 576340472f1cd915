"""The engine on worlds that Hypothesis makes up: full of holes, ties and names that clash."""

from collections.abc import Iterator

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from quizzes.items.blueprint import Blueprint, TooFew
from quizzes.items.composers.base import Refused
from quizzes.items.generate import Generator
from quizzes.items.item import Interaction, Topic
from quizzes.items.kinds import KINDS
from quizzes.items.kinds.base import AnyKind
from quizzes.items.option_sets import Aim
from quizzes.items.papers import make_paper
from quizzes.items.rules import RULES
from quizzes.items.seeds import Draw
from tests.items.broken_worlds import broken_worlds
from tests.items.made_up import fact_base
from tests.items.oracle import ORACLES
from tests.items.oracle.rows import Rows, Tables
from tests.items.proof import objections

thorough = settings(
    max_examples=250, phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink]
)


@thorough
@given(broken_worlds(), st.text(max_size=20))
def test_whatever_the_facts_every_item_is_fair_or_refused(tables: Tables, seed: str) -> None:
    facts, rows, draw = fact_base(tables), Rows(tables), Draw(seed)
    generator = Generator(facts, KINDS)
    for kind in KINDS:
        for subject in generator.subjects(kind):
            for way, aim in ways_to_ask(kind, draw):
                match generator.item(kind, subject, draw, aim, way):
                    case Refused(rule=rule):
                        assert rule in RULES
                    case item:
                        assert objections(item, facts, rows) == []


def ways_to_ask(kind: AnyKind, draw: Draw) -> Iterator[tuple[Interaction, Aim | None]]:
    """Each interaction of the kind; a choice with its key anywhere, and where it is aimed at."""
    for way in kind.interactions:
        yield way, None
        if way is Interaction.CHOICE:
            yield way, Aim.drawn(draw)


@thorough
@given(broken_worlds())
def test_whatever_the_facts_holds_says_no_more_than_they_do(tables: Tables) -> None:
    """True and False only where the rows say so: what has no source is not known."""
    facts, rows = fact_base(tables), Rows(tables)
    overstated = [
        (kind.slug, subject.slug, candidate.slug, held)
        for kind in KINDS
        for subject in kind.subjects(facts)
        for candidate in kind.candidates(subject, facts)
        if (held := kind.holds(subject, candidate, facts)) is not None
        and held is not ORACLES[kind.slug](rows, subject.slug, candidate.slug)
    ]
    assert overstated == []


@thorough
@given(
    broken_worlds(),
    st.text(max_size=20),
    st.lists(st.sampled_from(Topic), min_size=1, unique=True),
    st.integers(1, 8),
)
def test_whatever_the_facts_a_paper_is_whole_or_too_few(
    tables: Tables, seed: str, topics: list[Topic], count: int
) -> None:
    facts, rows = fact_base(tables), Rows(tables)
    match make_paper(Blueprint(tuple(topics), count), seed, Generator(facts, KINDS)):
        case TooFew(available=available):
            assert 0 <= available < count
        case paper:
            assert len(paper) == count
            assert all(item.topic in topics for item in paper)
            told = [reference for item in paper for reference in item.subjects]
            assert len(told) == len(set(told))
            assert [objections(item, facts, rows) for item in paper] == [[]] * count
