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
    "commander-of-mission": (1, "88077654fcaff072"),
    "person-aboard": (1, "ba373b0d68e7e780"),
    "first-flight-of-person": (1, "5f0c745122aaa79a"),
    "joined-for-landing": (1, "59e68e1aeef31195"),
    "not-aboard": (1, "e601f0e411d4b5c3"),
    "launched-with": (1, "ad478ab41f715bd5"),
    "flew-on-both": (1, "e6582599a708ef33"),
    "flights-of-person": (1, "7b2f84d1109b252c"),
    "agency-of-person": (1, "382d1956023715f2"),
    "person-of-agency": (1, "7ee09b0b6eb78be4"),
    "mission-with-agency": (1, "5800ac61ec46920f"),
    "length-of-stay": (1, "bae9b8c1055eea73"),
    "length-of-mission": (1, "d526ccfee6562fde"),
    "longest-mission": (1, "dd9ae9c98030c983"),
    "person-of-stay": (1, "4c84299ff0f8dfeb"),
    "waters-of-splashdown": (1, "9fe5040193f32da8"),
    "state-of-landing": (1, "cf40578d69bc835f"),
    "mission-of-region": (1, "e5b4915f8d93e345"),
    "nearest-town": (1, "5c4a0b2d34cca687"),
    "launch-year-of-mission": (1, "e7cb3267b8d06078"),
    "mission-of-launch-year": (1, "9d4a4216bb42276c"),
    "mission-of-person-in-year": (1, "cc907492972803b9"),
    "launched-between": (1, "f04f49bbe2147ff0"),
    "in-space-on-day": (1, "77ad9e36b51baea1"),
    "in-space-with": (1, "5b9f6ed34016fb6a"),
    "station-of-mission": (1, "9b617a808cb14ebb"),
    "mission-to-station": (1, "60ee49f2e4785837"),
    "person-at-station": (1, "8d1eb0f5a6044791"),
    "orbits-of-mission": (1, "224d19488992cad4"),
    "mission-of-orbits": (1, "de2e178117d80ec5"),
    "most-orbits": (1, "f3d2c7def64bcbbb"),
    "walker-of-spacewalk": (1, "3bedd7e5584b5177"),
    "partner-on-spacewalk": (1, "86256c6c603db5a1"),
    "flight-before-spacewalk": (1, "6b4a03891ba935a5"),
    "youngest-on-first-flight": (1, "97e87ab19425881e"),
    "first-into-orbit": (1, "963843cda9337ae8"),
    "most-flights": (1, "811bb8f0f02ca884"),
    "longest-stay-of-person": (1, "94e25c5b37fd6b26"),
    "first-for-agency": (1, "a7b0aae0e72da4fb"),
}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
def test_a_kind_that_makes_other_items_has_another_version(kind: AnyKind) -> None:
    """When this fails, raise the kind's ``version`` and enter what is shown here."""
    generator = Generator(fact_base(world_for(kind.slug)), KINDS)
    made = [generator.any_item(kind, Draw(f"golden {number}")) for number in range(12)]
    told = "\n".join(line(item) for item in made if item is not None)
    assert told
    assert (kind.version, sha256(told.encode()).hexdigest()[:16]) == GOLDEN[kind.slug]
