"""A fact comes back as another question."""

from datetime import UTC, datetime
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzes.items.composers.base import Refused
from quizzes.items.generate import Generator
from quizzes.items.item import Topic
from quizzes.items.kinds import KIND_BY_SLUG, KINDS
from quizzes.items.kinds.base import AnyKind, ref
from quizzes.items.memory import FactKey, aspect_of, told_by
from quizzes.items.returning import (
    Way,
    asking,
    ground,
    is_askable,
    likeness,
    practice_items,
    returning_item,
    statement,
    topic_and_flight,
    ways_back,
)
from quizzes.items.rules.papers import gives_away
from quizzes.items.seeds import Draw

kinds = st.sampled_from(KINDS)


def some_fact(kind: AnyKind, generator: Generator, draw: Draw) -> FactKey:
    return FactKey(aspect_of(kind.slug), ref(draw.pick(generator.subjects(kind))))


@settings(max_examples=150)
@given(kind=kinds, seed=st.text(max_size=8), data=st.data())
def test_fact_comes_back_through_another_way_where_there_is_one(
    generator: Generator, kind: AnyKind, seed: str, data: st.DataObject
) -> None:
    draw = Draw(seed)
    fact = some_fact(kind, generator, draw)
    ways = ways_back(fact, Way("", ""), generator, draw)
    last = data.draw(st.sampled_from(ways))
    item = returning_item(fact, last, generator, draw)
    if item is None:
        return
    subjects = {item.subject, *(prompt.ref for prompt in item.prompts)}
    assert fact.subject in subjects
    assert aspect_of(item.kind) == fact.aspect
    right: Any = [prompt.key for prompt in item.prompts] or None
    assert fact in {told.fact for told in told_by(item, right, 1.0)}  # so it is due later
    if Way(item.kind, item.interaction.value) == last:
        others = [way for way in ways if way != last]
        assert all(refused(fact, way, generator) for way in others)


def refused(fact: FactKey, way: Way, generator: Generator) -> bool:
    """Whether a way to ask makes no item, or only now and then."""
    kind, subject = next(held for held in asking(fact, generator) if held[0].slug == way.kind)
    made = [
        generator.item(kind, subject, Draw(str(n)), None, interaction)
        for n in range(20)
        for interaction in kind.interactions
        if interaction.value == way.interaction
    ]
    return any(isinstance(item, Refused) for item in made)


def test_ways_least_like_the_last_one_come_first(generator: Generator) -> None:
    last = Way("length-of-mission", "choice")
    fact = FactKey("mission-length", "mission:soyuz-ms-07")
    ways = ways_back(fact, last, generator, Draw("a seed"))
    assert set(ways) == {
        Way("length-of-mission", "choice"), Way("length-of-mission", "true-false"),
        Way("length-of-mission", "number"), Way("mission-of-length", "choice"),
        Way("mission-of-length", "multiple"), Way("longest-mission", "choice"),
        Way("longest-mission", "order"),
    }  # fmt: skip
    likenesses = [likeness(way, last) for way in ways]
    assert likenesses == sorted(likenesses)
    assert ways[-1] == last


def test_every_due_fact_comes_back_in_the_end(generator: Generator) -> None:
    """Those that do not stand beside each other in one paper stand in another."""
    draw = Draw("a seed")
    facts = {
        some_fact(kind, generator, draw): Way(kind.slug, kind.interactions[0].value)
        for kind in KINDS
    }
    askable = {fact for fact in facts if returning_item(fact, facts[fact], generator, draw)}
    waiting = dict(facts)
    for _ in range(len(KINDS)):
        paper, _left = practice_items(waiting.items(), 10, generator, draw)
        assert not any(
            gives_away(one, other) for one in paper for other in paper if one is not other
        )
        for item in paper:
            for subject in (item.subject, *(prompt.ref for prompt in item.prompts)):
                waiting.pop(FactKey(aspect_of(item.kind), subject), None)
        if not paper:
            break
    assert not askable & waiting.keys()


def test_paper_has_no_more_than_was_asked_for_and_the_first_first(generator: Generator) -> None:
    years = [
        (FactKey("launch-date", f"mission:{slug}"), Way("launch-year-of-mission", "choice"))
        for slug in ("vostok-1", "sts-61", "soyuz-ms-07")
    ]
    paper, left = practice_items(years, 2, generator, Draw("a seed"))
    assert [item.subject for item in paper] == ["mission:vostok-1", "mission:sts-61"]
    assert left == []


UNASKABLE: Final = FactKey("agency", "seat:georgy-beregovoy_soyuz-3")
"""Too few flights are known to have carried nobody of the agency."""


def test_what_no_way_asks_fairly_is_left_and_not_askable(generator: Generator) -> None:
    last = Way("agency-of-person", "match")
    year = FactKey("launch-date", "mission:vostok-1")
    facts = [(UNASKABLE, last), (year, Way("", ""))]
    paper, left = practice_items(facts, 5, generator, Draw("a seed"))
    assert [item.subject for item in paper] == [year.subject]
    assert left == [(UNASKABLE, last)]
    assert any(asking(UNASKABLE, generator))
    assert not is_askable(UNASKABLE, last, generator)
    assert is_askable(year, last, generator)


@pytest.mark.parametrize(
    "fact", [FactKey("crew", "mission:never-flew"), FactKey("never-asked", "mission:vostok-1")]
)
def test_fact_that_is_not_known_any_more_does_not_come_back(
    fact: FactKey, generator: Generator
) -> None:
    assert returning_item(fact, Way("", ""), generator, Draw("a seed")) is None
    assert topic_and_flight(fact, generator) is None
    assert statement(fact, "person-aboard", generator) is None


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
def test_statement_tells_what_is_true(kind: AnyKind, generator: Generator) -> None:
    draw = Draw("a seed")
    for _ in range(5):
        fact = some_fact(kind, generator, draw)
        subject = ground(generator).subjects[kind.slug][fact.subject]
        facts = generator.facts
        right = {
            kind.because(subject, candidate, facts).text
            for candidate in kind.candidates(subject, facts)
            if kind.holds(subject, candidate, facts) is True
        }
        assert statement(fact, kind.slug, generator) in right or not right


def test_fact_stands_in_its_topic_at_its_flight(generator: Generator) -> None:
    placed = topic_and_flight(FactKey("mission-length", "mission:vostok-1"), generator)
    assert placed == (Topic.MISSION_LENGTHS, generator.facts.missions["vostok-1"])


def test_topics_have_all_flights_they_ask_about_in_order_of_launch(generator: Generator) -> None:
    flights = ground(generator).flights[Topic.ORBITS]
    kinds = [
        KIND_BY_SLUG[slug] for slug in ("orbits-of-mission", "mission-of-orbits", "most-orbits")
    ]
    assert set(flights) == {flight for kind in kinds for flight in generator.subjects(kind)}
    launched = [flight.launched_at or datetime.max.replace(tzinfo=UTC) for flight in flights]
    assert launched == sorted(launched)
