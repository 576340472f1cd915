"""Draws, and what rests on them: the same seed gives the same items, byte for byte."""

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.facts import records
from quizzes.facts.base import FactBase
from quizzes.items.blueprint import Blueprint, make_paper
from quizzes.items.generate import Generator
from quizzes.items.item import Topic
from quizzes.items.kinds import KINDS
from quizzes.items.kinds.base import AnyKind
from quizzes.items.seeds import Draw
from tests import fixture_files
from tests.items.made_up import fact_base, world_for
from tests.items.sampling import digest, line, lines_of

ROOT = Path(__file__).resolve().parents[2]
draws = st.text(max_size=20).map(Draw)


# Draws ----------------------------------------------------------------------------------------


@given(st.text(max_size=20))
def test_the_same_seed_draws_the_same(seed: str) -> None:
    one, other = Draw(seed), Draw(seed)
    assert [one.below(1000) for _ in range(20)] == [other.below(1000) for _ in range(20)]


def test_another_seed_draws_something_else() -> None:
    assert len({Draw(str(seed)).fraction() for seed in range(1000)}) == 1000


def test_draws_stay_what_they_were() -> None:
    """On every Python: papers that were handed out by seed must come out again."""
    draw = Draw("spacequiz")
    assert [draw.below(1000) for _ in range(5)] == [317, 607, 42, 113, 447]


@given(draws, st.integers(1, 10**9))
def test_below_stays_below(draw: Draw, n: int) -> None:
    assert all(0 <= draw.below(n) < n for _ in range(20))


@given(draws)
def test_a_fraction_is_less_than_one(draw: Draw) -> None:
    assert all(0 <= draw.fraction() < 1 for _ in range(50))


@given(draws, st.lists(st.integers()))
def test_shuffling_keeps_every_item_and_leaves_the_list_alone(draw: Draw, items: list[int]) -> None:
    before = list(items)
    assert sorted(draw.shuffled(items)) == sorted(items)
    assert items == before


@given(draws, st.lists(st.integers(), min_size=1))
def test_a_pick_is_one_of_the_items(draw: Draw, items: list[int]) -> None:
    assert draw.pick(items) in items


@given(draws, st.lists(st.integers(), unique=True, max_size=30), st.integers(0, 8))
def test_a_sample_is_of_different_items(draw: Draw, items: list[int], k: int) -> None:
    sample = draw.sample(items, k)
    assert len(sample) == len(set(sample)) == min(k, len(items))
    assert set(sample) <= set(items)


@given(draws, st.lists(st.integers(0, 5), min_size=1, max_size=8).filter(any))
def test_what_weighs_nothing_is_never_drawn(draw: Draw, weights: list[int]) -> None:
    assert all(weights[draw.weighted(weights)] > 0 for _ in range(20))


def test_weights_are_kept_in_proportion() -> None:
    draw = Draw("weights")
    drawn = [draw.weighted([1, 2, 7]) for _ in range(10_000)]
    assert [round(drawn.count(index) / 1000) for index in range(3)] == [1, 2, 7]


def test_a_shuffle_puts_every_item_everywhere_as_often() -> None:
    draw = Draw("shuffles")
    firsts = [draw.shuffled("abcd")[0] for _ in range(8000)]
    assert all(abs(firsts.count(letter) - 2000) < 150 for letter in "abcd")


# Items ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("hash_seed", ["0", "1", "4711"])
def test_another_process_makes_the_same_items(hash_seed: str) -> None:
    """Whatever the order in which its sets and dictionaries of texts are gone through."""
    program = "from tests.items.sampling import digest; print(digest('twice'))"
    made = subprocess.run(  # noqa: S603 -- this Python, and a program of our own
        [sys.executable, "-c", program],
        cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": hash_seed},
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert made.stdout.strip() == digest("twice")


def test_what_was_made_before_does_not_matter(facts: FactBase) -> None:
    """A generator that has served for weeks makes what a fresh one makes."""
    fresh, used = Generator(facts, KINDS), Generator(facts, KINDS)
    for number in range(5):
        make_paper(Blueprint(tuple(Topic), 20), f"history {number}", used)
    for kind in reversed(KINDS):
        for subject in list(used.subjects(kind))[:40]:
            used.item(kind, subject, Draw("history"))
    assert lines_of(used, "again") == lines_of(fresh, "again")


def test_another_seed_makes_other_items(generator: Generator) -> None:
    assert not set(lines_of(generator, "one")) >= set(lines_of(generator, "other"))


def test_the_order_in_which_records_arrive_does_not_matter(generator: Generator) -> None:
    """Databases differ in how they sort texts: with or without regard to hyphens."""
    held = fixture_files.read_records()
    shuffled = records.Records(
        sources=held.sources[::-1],
        agencies=held.agencies[::-1],
        people=held.people[::-1],
        spacecraft=held.spacecraft[::-1],
        stations=held.stations[::-1],
        sites=held.sites[::-1],
        missions=held.missions[::-1],
        seats=held.seats,
        spacewalks=held.spacewalks,
    )
    other = Generator(FactBase(shuffled), KINDS)
    assert lines_of(other, "order", 150) == lines_of(generator, "order", 150)


# What every version of a kind makes of its made-up world.
GOLDEN: Final = {
    "commander-of-mission": (1, "f2768ce7b272c085"),
    "person-aboard": (1, "48caa9783a019c16"),
    "first-flight-of-person": (1, "4149d772be17ef31"),
    "joined-for-landing": (1, "7ce0d5afeabc5c3a"),
    "not-aboard": (1, "d9d983447cdcd61a"),
    "launched-with": (1, "5245a026ea769606"),
    "flew-on-both": (1, "e6582599a708ef33"),
    "flights-of-person": (1, "06ac9322c12415a4"),
    "agency-of-person": (1, "6989df85ca8fd6df"),
    "person-of-agency": (1, "82a762587d880bdf"),
    "mission-with-agency": (1, "546a8ac713d11723"),
    "length-of-stay": (1, "2664d54b4dc57cf7"),
    "length-of-mission": (1, "56fa04f7ef0e39ce"),
    "longest-mission": (1, "4bee4e03380cd154"),
    "person-of-stay": (1, "cc01e064408eb0db"),
    "waters-of-splashdown": (1, "fa92564cdac24b74"),
    "state-of-landing": (1, "16e941421b128243"),
    "mission-of-region": (1, "9a9322b702aef620"),
    "nearest-town": (1, "285f7ba18ff1084f"),
    "launch-year-of-mission": (1, "149da9d91a20df49"),
    "mission-of-launch-year": (1, "ca90c2e8b442bd4e"),
    "mission-of-person-in-year": (1, "454c76001dd3b98c"),
    "launched-between": (1, "86470da7186b2dc7"),
    "in-space-on-day": (1, "730ea2b1c260a591"),
    "in-space-with": (1, "5e98ed4e01cdfb39"),
    "station-of-mission": (1, "41ca4d8871714485"),
    "mission-to-station": (1, "5f84afa793ac4577"),
    "person-at-station": (1, "bda94968b89c27de"),
    "orbits-of-mission": (1, "72eb1f1e8569d7a0"),
    "mission-of-orbits": (1, "d90b4b40ea33f561"),
    "most-orbits": (1, "a59b72fff77830f8"),
    "walker-of-spacewalk": (1, "52a9a06e5871a86b"),
    "partner-on-spacewalk": (1, "070184df4b62ff33"),
    "flight-before-spacewalk": (1, "da470c044c0e4b98"),
    "youngest-on-first-flight": (1, "244f392328309ab0"),
    "first-into-orbit": (1, "d0db2f719472c395"),
    "most-flights": (1, "b072e4b646ee4d9f"),
    "longest-stay-of-person": (1, "80148fcbf88da9e6"),
    "first-for-agency": (1, "ec9d83bed205ce11"),
}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
def test_a_kind_that_makes_other_items_has_another_version(kind: AnyKind) -> None:
    """When this fails, raise the kind's ``version`` and enter what is shown here."""
    generator = Generator(fact_base(world_for(kind.slug)), KINDS)
    made = [generator.any_item(kind, Draw(f"golden {number}")) for number in range(12)]
    told = "\n".join(line(item) for item in made if item is not None)
    assert told
    assert (kind.version, sha256(told.encode()).hexdigest()[:16]) == GOLDEN[kind.slug]
