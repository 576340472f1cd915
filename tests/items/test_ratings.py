"""How ratings learn from responses. Times are simulated; the truth is known."""

from collections import defaultdict
from collections.abc import Sequence
from math import exp
from random import Random
from statistics import correlation, mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.items.ratings import (
    BOUND,
    LEAST_DEVIATION,
    NEW_ATTEMPT,
    PRIOR_DEVIATION,
    Encounter,
    Rating,
    abilities_without_each,
    corrected,
    estimate,
    floor_of,
    key_of,
    prior,
    rate_item,
)
from tests.factories import an_item

ratings = st.builds(Rating, st.floats(-BOUND, BOUND), st.floats(0.15, 1.0))
encounters = st.builds(
    Encounter, other=ratings, floor=st.sampled_from([0.0, 0.25, 1 / 3, 0.5]), grade=st.floats(0, 1)
)


def met(grade: float, *, ability: float = 0.0, floor: float = 0.25) -> Encounter:
    return Encounter(Rating(ability, 0.4), floor, grade)


# One response ---------------------------------------------------------------------------------


def test_a_wrong_response_makes_an_item_harder_and_a_right_one_easier() -> None:
    before = prior(3)
    assert rate_item(before, [met(0)]).value > before.value > rate_item(before, [met(1)]).value


def test_a_wrong_response_tells_more_than_a_right_one_that_may_be_luck() -> None:
    before = prior(5)
    harder = rate_item(before, [met(0, ability=-1)]).value - before.value
    easier = before.value - rate_item(before, [met(1, ability=-1)]).value
    assert 0 < easier < 0.5  # though hardly one in three is right
    certain = before.value - rate_item(before, [met(1, ability=-1, floor=0)]).value
    assert easier < certain
    assert harder > 0


def test_a_response_that_was_expected_changes_little() -> None:
    easy = Rating(-3.0, PRIOR_DEVIATION)
    expected = rate_item(easy, [met(1, ability=1)]).value - easy.value
    surprising = rate_item(easy, [met(0, ability=1)]).value - easy.value
    assert abs(expected) < 0.02
    assert surprising > 0.3


@given(st.floats(-2, 2), st.floats(-2, 2), st.sampled_from([0.0, 0.25, 0.5]))
def test_the_very_grade_that_was_expected_changes_nothing(
    ability: float, difficulty: float, floor: float
) -> None:
    chance = floor + (1 - floor) / (1 + exp(difficulty - ability))
    encounter = Encounter(Rating(ability, 0.0), floor, chance)
    assert rate_item(Rating(difficulty, 0.8), [encounter]).value == pytest.approx(difficulty)


@given(ratings, st.floats(0, 1), st.floats(0, 1))
def test_a_partial_grade_counts_as_its_value(before: Rating, low: float, high: float) -> None:
    low, high = sorted((low, high))
    assert rate_item(before, [met(low)]).value >= rate_item(before, [met(high)]).value - 1e-9


def test_a_response_of_somebody_unknown_counts_less() -> None:
    before = prior(3)
    by_known = rate_item(before, [Encounter(Rating(0, 0.1), 0.25, 0.0)])
    by_unknown = rate_item(before, [Encounter(Rating(0, 1.0), 0.25, 0.0)])
    assert by_known.value > by_unknown.value > before.value
    assert by_known.deviation < by_unknown.deviation < before.deviation


# Many -----------------------------------------------------------------------------------------


@given(ratings, st.lists(encounters, max_size=60))
def test_ratings_stay_bounded(before: Rating, met: list[Encounter]) -> None:
    after = rate_item(before, met)
    assert -BOUND <= after.value <= BOUND
    assert LEAST_DEVIATION <= after.deviation <= before.deviation + 1e-9
    assert after.responses == before.responses + len(met)


@pytest.mark.parametrize(("grade", "bound"), [(0.0, BOUND), (1.0, -BOUND)])
def test_a_thousand_alike_responses_lead_to_the_bound_and_no_further(
    grade: float, bound: float
) -> None:
    rating = prior(3)
    for _ in range(20):
        rating = rate_item(rating, [met(grade)] * 1000)
    assert rating.value == pytest.approx(bound, abs=0.2)
    assert rating.deviation >= LEAST_DEVIATION


@given(ratings, st.lists(encounters, min_size=2, max_size=20), st.randoms())
def test_in_what_order_responses_come_together_does_not_matter(
    before: Rating, met: list[Encounter], random: Random
) -> None:
    shuffled = list(met)
    random.shuffle(shuffled)
    assert rate_item(before, shuffled).value == pytest.approx(rate_item(before, met).value)


@given(st.lists(st.sampled_from([0.0, 0.5, 1.0]), min_size=20, max_size=20), st.integers(1, 5))
def test_the_order_of_equal_batches_does_not_matter_much(
    grades: list[float], difficulty: int
) -> None:
    one, other = ([met(grade) for grade in half] for half in (grades[:10], grades[10:]))
    there = rate_item(rate_item(prior(difficulty), one), other)
    back = rate_item(rate_item(prior(difficulty), other), one)
    assert there.value == pytest.approx(back.value, abs=0.3)


@given(st.lists(encounters, min_size=1, max_size=20), st.integers(0, 19))
def test_no_response_judges_itself(met: list[Encounter], at: int) -> None:
    """The ability beside a response is what the others alone would show, nearly."""
    at %= len(met)
    rest = met[:at] + met[at + 1 :]
    alone = estimate(NEW_ATTEMPT, rest, side=1)
    assert abilities_without_each(met)[at].value == pytest.approx(alone.value, abs=0.25)


def test_one_response_says_nothing_of_who_gave_it_but_itself() -> None:
    [ability] = abilities_without_each([Encounter(prior(3), 0.25, 1.0)])
    assert ability.value == pytest.approx(0, abs=0.05)
    assert ability.deviation == pytest.approx(1, abs=0.05)


# Simulated classes ----------------------------------------------------------------------------


def ranks(values: Sequence[float]) -> list[float]:
    order = sorted(range(len(values)), key=values.__getitem__)
    return [float(order.index(at)) for at in range(len(values))]


def rank_correlation(one: Sequence[float], other: Sequence[float]) -> float:
    return correlation(ranks(one), ranks(other))


def grade_of(ability: float, difficulty: float, floor: float, random: Random) -> float:
    return float(random.random() < floor + (1 - floor) / (1 + exp(difficulty - ability)))


@pytest.mark.parametrize("floor", [0.0, 0.25, 0.5])
def test_difficulties_are_found_from_what_attempts_get(floor: float) -> None:
    """100 items that all look alike, tried by 1,000 students, ten items each, twenty students at
    a time."""
    random = Random(f"items {floor}")  # noqa: S311
    truth = [random.gauss(0, 1.2) for _ in range(100)]
    found = [prior(3)] * len(truth)
    for _ in range(50):
        told: defaultdict[int, list[Encounter]] = defaultdict(list)
        for _ in range(20):
            ability = random.gauss(0, 1)
            chosen = random.sample(range(len(truth)), 10)
            own = [
                Encounter(found[at], floor, grade_of(ability, truth[at], floor, random))
                for at in chosen
            ]
            for at, seen, other in zip(chosen, own, abilities_without_each(own), strict=True):
                told[at].append(seen._replace(other=other))
        for at, seen_by in told.items():
            found[at] = rate_item(found[at], seen_by)
    assert rank_correlation(truth, [rating.value for rating in found]) > 0.9
    assert sum(rating.responses for rating in found) == 10_000
    errors = [abs(rating.value - true) for rating, true in zip(found, truth, strict=True)]
    assert mean(errors) < 0.5


def test_abilities_are_found_from_enough_responses() -> None:
    random = Random("students")  # noqa: S311
    truth = [random.gauss(0, 1) for _ in range(60)]
    items = [Rating(random.gauss(0, 1), 0.2) for _ in range(100)]
    found = [
        estimate(
            NEW_ATTEMPT,
            [Encounter(i, 0.25, grade_of(ability, i.value, 0.25, random)) for i in items],
            side=1,
        )
        for ability in truth
    ]
    assert rank_correlation(truth, [rating.value for rating in found]) > 0.9


# Items ----------------------------------------------------------------------------------------


def test_an_item_is_rated_by_what_it_asks() -> None:
    one, other = an_item(1), an_item(2)
    assert one.stem != other.stem
    assert key_of(one) == key_of(other) == ("made-up", "choice", "made-up")


@pytest.mark.parametrize("difficulty", [1, 2, 3, 4, 5])
def test_without_responses_the_structural_difficulty_stands(difficulty: int) -> None:
    item = an_item()._replace(difficulty=difficulty)
    assert corrected(item, None) == corrected(item, prior(difficulty)) == difficulty


@pytest.mark.parametrize(
    ("value", "level"),
    [(-BOUND, 1), (-1.2, 1), (-0.5, 2), (0.2, 3), (0.7, 4), (1.0, 5), (BOUND, 5)],
)
def test_a_rating_corrects_the_difficulty(value: float, level: int) -> None:
    assert corrected(an_item(), Rating(value, 0.2, 50)) == level


def test_guessing_is_worth_one_in_as_many_as_there_are_options() -> None:
    item = an_item()
    assert floor_of(item) == 1 / 4
    assert floor_of(item._replace(options=item.options[:3])) == 1 / 3
