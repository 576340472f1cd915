"""How hard an item is, told from the facts alone."""

from collections import Counter, defaultdict
from itertools import islice, pairwise
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.facts.base import FactBase
from quizzes.facts.records import Station
from quizzes.facts.regions import REGIONS
from quizzes.items.difficulty import (
    FORM_OF_INTERACTION,
    LEVELS,
    difficulty,
    fames_of,
    form_of,
    likeness,
)
from quizzes.items.fame import UNKNOWN, all_fame, fame, ranks
from quizzes.items.generate import Generator
from quizzes.items.item import Interaction, Item
from quizzes.items.kinds import KINDS
from quizzes.items.kinds.base import resolve
from quizzes.items.seeds import Draw

SAMPLE = 4000

interactions = st.sampled_from(
    ["choice", "true-false", "multiple", "order", "match", "number", "place", "name", "new"]
)
hundredths = st.integers(0, 100)
bits = st.lists(st.integers(0, 2**12), max_size=8)


# What makes an item hard ----------------------------------------------------------------------


@given(interactions, bits, st.lists(hundredths, max_size=8), st.integers(-30, 30))
def test_any_item_has_a_level(
    interaction: str, traits: list[int], fames: list[int], form: int
) -> None:
    """Whatever its interaction, and however many options and keys it has, none at all included."""
    level = difficulty(interaction, traits=traits, fames=fames, form=form)
    assert level in LEVELS


@given(bits, st.lists(hundredths, min_size=1), hundredths)
def test_better_known_is_never_harder(traits: list[int], fames: list[int], more: int) -> None:
    better = [min(100, fame + more) for fame in fames]
    assert difficulty("choice", traits=traits, fames=better) <= difficulty(
        "choice", traits=traits, fames=fames
    )


@given(bits, st.lists(hundredths))
def test_options_that_share_more_are_never_easier(traits: list[int], fames: list[int]) -> None:
    closer = [bits | 1 << 13 for bits in traits]
    assert difficulty("choice", traits=closer, fames=fames) >= difficulty(
        "choice", traits=traits, fames=fames
    )


@given(bits)
def test_no_option_counts_more_than_another(traits: list[int]) -> None:
    """Else the difficulty would tell which of them is right."""
    assert likeness(traits) == likeness(traits[::-1]) == likeness(sorted(traits))


@pytest.mark.parametrize(
    ("traits", "percent"),
    [
        ([], 50),  # nothing is compared
        ([7], 50),
        ([0b1, 0b10, 0b100], 0),
        ([0b11, 0b11, 0b11], 50),
        ([0b1111, 0b1111], 100),
        ([0b11111111, 0b11111111], 100),  # alike as can be is alike as can be
        ([0b1111, 0b1111, 0], 33),
    ],
)
def test_likeness_is_what_each_two_share(traits: list[int], percent: int) -> None:
    assert likeness(traits) == percent


def test_how_it_is_answered_makes_it_easier_or_harder() -> None:
    def level(interaction: str) -> int:
        return difficulty(interaction, traits=(), fames=[45])

    assert level("true-false") < level("choice") < level("number") <= level("name")
    assert level("an interaction to come") == level("choice")


def test_every_way_to_answer_has_its_points() -> None:
    assert FORM_OF_INTERACTION.keys() == set(Interaction)


def test_an_exact_number_or_town_is_harder_than_an_agency(facts: FactBase) -> None:
    agency, town = facts.agencies["nasa"], facts.sites["arkalyk"]
    assert (
        form_of(agency, is_number=False)
        < form_of(facts.people["yuri-gagarin"], is_number=False)
        < form_of(town, is_number=False)
        == form_of(agency, is_number=True)
    )


def test_half_of_the_fame_is_the_subjects() -> None:
    assert fames_of(90, [10, 20, 30, 40], is_offered=False) == [90, 25]


def test_a_subject_that_is_offered_counts_as_an_option() -> None:
    assert fames_of(90, [10, 20, 30, 90], is_offered=True) == [37]


def test_without_names_among_the_options_the_subjects_fame_counts() -> None:
    assert fames_of(90, (), is_offered=False) == [90]


# Levels in use --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def sample(generator: Generator) -> list[Item]:
    """Items of all kinds by turns."""
    return list(islice(generator.stream(KINDS, Draw("levels")), SAMPLE))


def test_every_level_is_used(sample: list[Item]) -> None:
    levels = Counter(item.difficulty for item in sample)
    assert set(levels) == set(LEVELS)
    assert min(levels.values()) >= 0.08 * len(sample), levels


def test_most_kinds_have_at_least_three_levels(sample: list[Item]) -> None:
    levels: defaultdict[str, set[int]] = defaultdict(set)
    for item in sample:
        levels[item.kind].add(item.difficulty)
    few = {kind for kind, used in levels.items() if len(used) < 3}
    assert few <= {"waters-of-splashdown"}  # all of them famous flights


@pytest.mark.parametrize("kind", ["commander-of-mission", "person-aboard", "length-of-mission"])
def test_famous_flights_make_easier_items(kind: str, sample: list[Item], facts: FactBase) -> None:
    by_fame: dict[bool, list[int]] = {True: [], False: []}
    for item in sample:
        subject = resolve(item.subject, facts)
        if item.kind == kind and subject is not None:
            by_fame[fame(subject, facts) > UNKNOWN].append(item.difficulty)
    assert mean(by_fame[True]) < mean(by_fame[False]) - 1


# Fame -----------------------------------------------------------------------------------------


def test_fame_is_a_rank_from_0_to_100(facts: FactBase) -> None:
    assert all(0 <= value <= 100 for value in all_fame(facts).values())
    of_flights = [fame(mission, facts) for mission in facts.missions.values()]
    assert sum(of_flights) / len(of_flights) == pytest.approx(50, abs=1)


@pytest.mark.parametrize(
    ("better", "less"),
    [
        ("vostok-1", "soyuz-26"),  # the first of all
        ("vostok-6", "vostok-4"),  # the first woman
        ("apollo-11", "soyuz-7"),  # to the Moon
        ("sts-1", "sts-3"),  # the first of a family
        ("shenzhou-5", "shenzhou-6"),  # the first of a country
        ("voskhod-2", "soyuz-8"),  # the first spacewalk
        ("sts-51-l", "sts-51-j"),  # cost lives
    ],
)
def test_flights_are_known_for_what_they_were_first_in(
    better: str, less: str, facts: FactBase
) -> None:
    assert fame(facts.missions[better], facts) > fame(facts.missions[less], facts)


@pytest.mark.parametrize(
    ("better", "less"),
    [
        ("yuri-gagarin", "viktor-gorbatko"),
        ("valentina-tereshkova", "yuri-shargin"),
        ("john-young", "terry-hart"),
        ("peggy-whitson", "anna-lee-fisher"),
    ],
)
def test_people_are_known_for_their_flights_and_careers(
    better: str, less: str, facts: FactBase
) -> None:
    assert fame(facts.people[better], facts) > fame(facts.people[less], facts)


def test_agencies_and_stations_are_known_by_use(facts: FactBase) -> None:
    assert fame(facts.agencies["nasa"], facts) > fame(facts.agencies["asi"], facts)
    assert fame(facts.stations["iss"], facts) > fame(facts.stations["salyut-3"], facts)


def test_what_is_not_ranked_is_neither_known_nor_obscure(facts: FactBase) -> None:
    assert fame(REGIONS["Florida"], facts) == UNKNOWN


@given(st.lists(st.integers(0, 5), min_size=1, max_size=30))
def test_equals_share_their_rank(points: list[int]) -> None:
    ranked = ranks({Station(slug=str(n), name="", country=""): p for n, p in enumerate(points)})
    by_points = sorted(zip(points, ranked.values(), strict=True))
    for (one, rank), (other, other_rank) in pairwise(by_points):
        assert (one == other) == (rank == other_rank)
        assert rank <= other_rank
