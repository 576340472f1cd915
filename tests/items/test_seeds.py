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
    "year-of-hop": (3, "51389f9d672e9ce8"),
    "hop-of-person": (3, "c03b1786ebf19f7a"),
    "person-on-hop": (3, "d1b352bae0b39008"),
    "age-on-first-flight": (3, "bb79d44c160ecefa"),
    "oldest-on-first-flight": (3, "68172bace5580e55"),
    "first-outside": (3, "07d17f02e8bafb7f"),
    "longest-spacewalk": (3, "d06fed36c9c8ecce"),
    "length-of-spacewalk": (3, "ad65cd80a59649f6"),
    "aboard-station-on-day": (3, "e7a89b1817626a92"),
    "launch-site-of-mission": (3, "73ad45a957924f3d"),
    "order-of-launches": (3, "2cb472a85e7f6ee6"),
    "launched-before": (3, "f8e36041f162d3a8"),
    "place-of-landing": (3, "1d1eabb9056afd82"),
    "mission-of-length": (4, "3fec0ba839566a0c"),
    "agencies-aboard": (3, "97167ee29504504a"),
    "flight-home": (3, "e84f3e8d43b30191"),
    "commander-of-mission": (3, "09f5fcf8fb703d6c"),
    "person-aboard": (3, "0eecbde44f71cf49"),
    "first-flight-of-person": (3, "da6443ef28fadbcf"),
    "joined-for-landing": (3, "6efdacf1d2c3a9ff"),
    "not-aboard": (3, "4f556c764fa98c1d"),
    "launched-with": (3, "9ac8ed336dae8ede"),
    "flew-on-both": (3, "94a2a7fbdf63d4a5"),
    "flights-of-person": (3, "47d971763ceaeb22"),
    "agency-of-person": (3, "3f85b643925553bd"),
    "person-of-agency": (3, "dda83b4e5f56915e"),
    "mission-with-agency": (3, "c78937e219b7d535"),
    "length-of-stay": (3, "85599e5f3ef80886"),
    "length-of-mission": (3, "03f10cdeab12691d"),
    "longest-mission": (3, "bda75e299377f152"),
    "person-of-stay": (3, "24a00ea3f046fc68"),
    "waters-of-splashdown": (3, "de266a9b8b0bb51a"),
    "state-of-landing": (3, "6f80b3e140d44549"),
    "mission-of-region": (4, "e5cc6f26d411d6b4"),
    "nearest-town": (3, "62db10328d602c03"),
    "launch-year-of-mission": (3, "40b97567ad0878f4"),
    "mission-of-launch-year": (4, "6dfdd1b35aaadd39"),
    "mission-of-person-in-year": (3, "a48faf93375cda1b"),
    "launched-between": (4, "6fe29f71738f409b"),
    "in-space-on-day": (3, "7cacac179d2f864f"),
    "in-space-with": (3, "a30d8f49a322fe13"),
    "station-of-mission": (3, "6acb87ee6b1f310b"),
    "mission-to-station": (4, "f8783aac405101d9"),
    "person-at-station": (4, "e09bcea49e387831"),
    "orbits-of-mission": (3, "f7de031eff139905"),
    "mission-of-orbits": (3, "9cb1d3db6936e9da"),
    "most-orbits": (3, "e0e433e9397c5f0a"),
    "walker-of-spacewalk": (3, "1a863c262abb1e9a"),
    "partner-on-spacewalk": (3, "34484650ca5f4677"),
    "flight-before-spacewalk": (3, "0d4275b559e0c753"),
    "youngest-on-first-flight": (3, "b9b8de59fbf38288"),
    "first-into-orbit": (3, "4645519a35a4ec71"),
    "most-flights": (3, "d1ce064cb356bd5b"),
    "longest-stay-of-person": (3, "554da340df2e8507"),
    "first-for-agency": (3, "038d81f491ea61c6"),
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
