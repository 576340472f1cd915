"""What responses tell of facts, and when these come back."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from fsrs import Rating
from hypothesis import given
from hypothesis import strategies as st

from quizzes.items.generate import Generator
from quizzes.items.item import Interaction, Item
from quizzes.items.kinds import KIND_BY_SLUG
from quizzes.items.memory import (
    KINDS_OF_ASPECT,
    LONGEST_INTERVAL,
    FactKey,
    Recall,
    by_urgency,
    is_due,
    is_missed,
    reviewed,
    strength,
    told_by,
)
from quizzes.items.seeds import Draw
from tests.factories import an_item

if TYPE_CHECKING:
    from quizzes.items.text import Json

START = datetime(2030, 1, 1, 12, tzinfo=UTC)

ratings = st.sampled_from(Rating)
pauses = st.timedeltas(min_value=timedelta(), max_value=timedelta(days=400))
histories = st.lists(st.tuples(ratings, pauses), min_size=1, max_size=12)


def after(history: list[tuple[Rating, timedelta]]) -> Recall:
    """The memory that these responses leave, each so long after the one before."""
    recall, at = None, START
    for rating, pause in history:
        at += pause
        recall = reviewed(recall, rating, at)
    assert recall is not None
    return recall


# What a fact is ---------------------------------------------------------------------------------


@pytest.mark.parametrize("aspect", KINDS_OF_ASPECT)
def test_kinds_of_an_aspect_share_topic_and_sort_of_subject(
    aspect: str, generator: Generator
) -> None:
    kinds = [KIND_BY_SLUG[slug] for slug in KINDS_OF_ASPECT[aspect]]
    assert len({kind.topic for kind in kinds}) == 1
    assert len({type(generator.subjects(kind)[0]) for kind in kinds}) == 1


def test_no_kind_has_two_aspects() -> None:
    kinds = [kind for of_aspect in KINDS_OF_ASPECT.values() for kind in of_aspect]
    assert len(kinds) == len(set(kinds))


# What a response tells --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("grade", "rating"),
    [(0.0, Rating.Again), (0.49, Rating.Again), (0.5, Rating.Hard), (1.0, Rating.Good)],
)
def test_grade_is_rated(grade: float, rating: Rating) -> None:
    assert told_by(an_item(), 1, grade) == [(FactKey("made-up", "made-up"), rating)]


def real_item(generator: Generator, kind: str, interaction: Interaction) -> Item:
    item = generator.any_item(KIND_BY_SLUG[kind], Draw("a seed"), interaction)
    assert item is not None
    return item


def test_only_what_cannot_be_guessed_is_easy(generator: Generator) -> None:
    written = real_item(generator, "commander-of-mission", Interaction.NAME)
    claimed = real_item(generator, "commander-of-mission", Interaction.TRUE_FALSE)
    assert told_by(written, {}, 1.0)[0].rating is Rating.Easy
    assert told_by(claimed, 0, 1.0)[0].rating is Rating.Good


def test_each_pair_is_a_fact_of_its_own(generator: Generator) -> None:
    item = real_item(generator, "commander-of-mission", Interaction.MATCH)
    keys = [prompt.key for prompt in item.prompts]
    swapped: Json = [keys[1], keys[0], *keys[2:]]
    told = told_by(item, swapped, 0.5)
    assert [one.fact.subject for one in told] == [prompt.ref for prompt in item.prompts]
    assert [one.rating is Rating.Again for one in told] == [True, True, *[False] * len(keys[2:])]


# When it comes back -----------------------------------------------------------------------------


@given(histories)
def test_fact_comes_back_between_tomorrow_and_a_year(
    history: list[tuple[Rating, timedelta]],
) -> None:
    recall = after(history)
    days = (recall.due_on - recall.reviewed_at.date()).days
    assert 1 <= days <= LONGEST_INTERVAL


@given(histories)
def test_better_response_never_comes_back_sooner(history: list[tuple[Rating, timedelta]]) -> None:
    before, at = after(history), START + timedelta(days=5000)
    days = [reviewed(before, rating, at).due_on for rating in Rating]
    assert days == sorted(days)


@given(histories, pauses)
def test_memory_fades(history: list[tuple[Rating, timedelta]], pause: timedelta) -> None:
    recall = after(history)
    fresh = strength(recall, recall.reviewed_at)
    assert fresh == (0 if is_missed(recall) else 1)
    assert 0 <= strength(recall, recall.reviewed_at + pause) <= fresh


@given(histories)
def test_what_is_due_is_nearly_surely_known_still(
    history: list[tuple[Rating, timedelta]],
) -> None:
    """FSRS aims at nine in ten, for whole days."""
    recall = after([*history, (Rating.Good, timedelta(days=1))])
    due_at = recall.reviewed_at + (recall.due_on - recall.reviewed_at.date())
    assert strength(recall, due_at) >= 0.6


def test_wrong_response_comes_back_tomorrow() -> None:
    recall = reviewed(None, Rating.Again, START)
    assert recall.due_on == START.date() + timedelta(days=1)
    assert not is_due(recall, START)
    assert is_due(recall, START + timedelta(hours=12))


def test_response_that_is_taken_in_late_does_not_turn_back_the_clock() -> None:
    recall = reviewed(reviewed(None, Rating.Good, START), Rating.Good, START - timedelta(days=3))
    assert recall.reviewed_at == START


# What comes first -------------------------------------------------------------------------------

memories = st.dictionaries(
    st.builds(FactKey, st.sampled_from(["crew", "orbits"]), st.text(max_size=3)),
    histories.map(after),
    max_size=12,
)


@given(memories, pauses)
def test_no_fact_is_lost_and_those_due_come_first(
    recalls: dict[FactKey, Recall], pause: timedelta
) -> None:
    now = START + pause
    in_order = by_urgency(recalls, now)
    assert sorted(in_order) == sorted(recalls)
    due = [is_due(recalls[fact], now) for fact in in_order]
    assert due == sorted(due, reverse=True)


def test_missed_fact_comes_before_others_that_are_not_due() -> None:
    known, missed = FactKey("crew", "a"), FactKey("crew", "b")
    recalls = {
        known: reviewed(None, Rating.Hard, START),
        missed: reviewed(None, Rating.Again, START),
    }
    assert by_urgency(recalls, START) == [missed, known]
