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
from quizzes.items.blueprint import Blueprint
from quizzes.items.generate import Generator
from quizzes.items.item import Topic
from quizzes.items.kinds import KINDS
from quizzes.items.kinds.base import AnyKind
from quizzes.items.papers import make_paper
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
    "year-of-hop": (2, "bf3bb75fc449592e"),
    "hop-of-person": (2, "e90cdb9887cd71f5"),
    "person-on-hop": (2, "151179457cc15475"),
    "age-on-first-flight": (2, "d4fe4febfed68ebe"),
    "oldest-on-first-flight": (2, "85c3aea0518a584b"),
    "first-outside": (2, "7f482023cf013168"),
    "longest-spacewalk": (2, "176f4d8eebe85bc6"),
    "length-of-spacewalk": (2, "49ed007ef7bc3c6c"),
    "aboard-station-on-day": (2, "ad00ea2ba9a444e7"),
    "launch-site-of-mission": (2, "ecfba47ea66ce563"),
    "order-of-launches": (2, "327813110bd63241"),
    "launched-before": (2, "dfa17cb315b4388b"),
    "place-of-landing": (2, "7f03732869486f56"),
    "mission-of-length": (3, "915200b8f0764d88"),
    "agencies-aboard": (2, "1f327afb10109248"),
    "flight-home": (2, "f5b95cf110ab6c85"),
    "commander-of-mission": (2, "e5d1ddd0f0982094"),
    "person-aboard": (2, "cd52fdfd7f2df596"),
    "first-flight-of-person": (2, "51ee65e90ca09aaf"),
    "joined-for-landing": (2, "e079b07d39adf3f5"),
    "not-aboard": (2, "476e8d8388474af5"),
    "launched-with": (2, "42b73b5d01b5756f"),
    "flew-on-both": (2, "60200797ec312837"),
    "flights-of-person": (2, "7822cf288b6a4738"),
    "agency-of-person": (2, "cc0601a984cc724b"),
    "person-of-agency": (2, "c64724598c56c4fa"),
    "mission-with-agency": (2, "694964240f70fecb"),
    "length-of-stay": (2, "fe3dbd0105a82ba7"),
    "length-of-mission": (2, "7628a7ff2bdcba9b"),
    "longest-mission": (2, "65e8c12612c8801a"),
    "person-of-stay": (2, "a33339fc279cdcb2"),
    "waters-of-splashdown": (2, "c43fb47492b23e6d"),
    "state-of-landing": (2, "043217b5a0085bc9"),
    "mission-of-region": (3, "31880d1e9de97468"),
    "nearest-town": (2, "21ee4a76ba1741c1"),
    "launch-year-of-mission": (2, "d55d577e36ed7a5c"),
    "mission-of-launch-year": (3, "08f1b19e16c4cd8f"),
    "mission-of-person-in-year": (2, "4733de62d77948eb"),
    "launched-between": (3, "823835ddaa5b3f8a"),
    "in-space-on-day": (2, "c5aad9ceb8168e58"),
    "in-space-with": (2, "928c819fcf3f6f83"),
    "station-of-mission": (2, "28e13aa04562e418"),
    "mission-to-station": (3, "6a43fff78f38c887"),
    "person-at-station": (3, "b4a4b92b2be97a31"),
    "orbits-of-mission": (2, "a14dd52ad5001981"),
    "mission-of-orbits": (2, "d9cee78625645a5d"),
    "most-orbits": (2, "9ef7a405f61bf725"),
    "walker-of-spacewalk": (2, "77bc93f4b24eb72e"),
    "partner-on-spacewalk": (2, "0f82c1fe1271a35f"),
    "flight-before-spacewalk": (2, "fdfff48f2452227e"),
    "youngest-on-first-flight": (2, "6ca3e045730434b0"),
    "first-into-orbit": (2, "2d473d10a0a9bf61"),
    "most-flights": (2, "384146d2f405f9e2"),
    "longest-stay-of-person": (2, "cd3a55afebf1b566"),
    "first-for-agency": (2, "5143dc043cba41da"),
}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
def test_a_kind_that_makes_other_items_has_another_version(kind: AnyKind) -> None:
    """When this fails, raise the kind's ``version`` and enter what is shown here."""
    generator = Generator(fact_base(world_for(kind.slug)), KINDS)
    made = [
        generator.any_item(kind, Draw(f"golden {way} {number}"), way)
        for way in kind.interactions
        for number in range(6)
    ]
    told = "\n".join(line(item) for item in made if item is not None)
    assert told
    assert (kind.version, sha256(told.encode()).hexdigest()[:16]) == GOLDEN[kind.slug]
