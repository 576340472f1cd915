"""Order and match: what is put in place, and what it is worth."""

from itertools import permutations

import pytest

from quizzes.items.interactions import INTERACTIONS
from quizzes.items.interactions.base import Again, Problem
from quizzes.items.item import Interaction
from quizzes.items.text import Json
from tests.items.interactions.making import make, pairs, tokens_of, worth, worth_of_form

# Right: 2, 0, 3, 1.
FOUR = make(Interaction.ORDER, [True] * 4, sequence=(2, 0, 3, 1))
THREE = make(Interaction.ORDER, [True] * 3, sequence=(0, 1, 2))
PAIRS = pairs(1, 2, 0)


# Order ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("order", "in_order"),
    [("2031", 6), ("0231", 5), ("2301", 5), ("2013", 5), ("3021", 3), ("2130", 3), ("1302", 0),
     ("0213", 4), ("1203", 3)],
)  # fmt: skip
def test_each_pair_in_order_is_worth_a_sixth_of_four(order: str, in_order: int) -> None:
    assert worth(FOUR, [int(at) for at in order]) == pytest.approx(in_order / 6)
    assert worth_of_form(FOUR, order=[f"t{at}" for at in order]) == pytest.approx(in_order / 6)


@pytest.mark.parametrize(
    ("order", "in_order"), [("012", 3), ("021", 2), ("102", 2), ("120", 1), ("201", 1), ("210", 0)]
)
def test_each_pair_in_order_is_worth_a_third_of_three(order: str, in_order: int) -> None:
    assert worth(THREE, [int(at) for at in order]) == pytest.approx(in_order / 3)


def test_any_order_and_its_reverse_are_worth_one_together() -> None:
    """So a blind order is worth a half."""
    for order in map(list, permutations(range(4))):
        one, other = worth(FOUR, list(order)), worth(FOUR, list(order[::-1]))
        assert isinstance(one, float)
        assert isinstance(other, float)
        assert one + other == pytest.approx(1)


@pytest.mark.parametrize(
    ("move", "order"),
    [("up t1", [1, 0, 2, 3]), ("down t1", [0, 2, 1, 3]), ("up t0", [0, 1, 2, 3]),
     ("down t3", [0, 1, 2, 3]), ("up t3", [0, 1, 3, 2]), ("down t0", [1, 0, 2, 3])],
)  # fmt: skip
def test_a_button_moves_its_option_by_one_and_at_either_end_not_at_all(
    move: str, order: list[Json]
) -> None:
    raw = {"order": ["t0", "t1", "t2", "t3"], "move": [move]}
    assert INTERACTIONS[Interaction.ORDER].read(raw, FOUR, tokens_of(FOUR)) == Again(None, order)


@pytest.mark.parametrize(
    ("move", "problem"),
    [(["sideways t0"], Problem.NOT_AN_OPTION), (["up"], Problem.NOT_AN_OPTION),
     (["up t9"], Problem.NOT_AN_OPTION), (["UP t0"], Problem.NOT_AN_OPTION),
     (["up  t0"], Problem.NOT_AN_OPTION), (["up \ud800"], Problem.NOT_AN_OPTION),
     (["up t0", "up t1"], Problem.MORE_THAN_ONE)],
)  # fmt: skip
def test_a_button_that_is_not_there_keeps_the_order(move: list[str], problem: Problem) -> None:
    raw = {"order": ["t3", "t1", "t2", "t0"], "move": move}
    again = INTERACTIONS[Interaction.ORDER].read(raw, FOUR, tokens_of(FOUR))
    assert again == Again(problem, [3, 1, 2, 0])


@pytest.mark.parametrize(
    ("order", "problem"),
    [([], Problem.NOTHING_CHOSEN), (["", ""], Problem.NOTHING_CHOSEN),
     (["t0", "t1", "t2"], Problem.NOT_ALL), (["t0", "t1", "t2", "t3", "t3"], Problem.NOT_ALL),
     (["t0", "t1", "t2", "t2"], Problem.SAME_TWICE), (["t0", "t1", "t2", "x"],
     Problem.NOT_AN_OPTION)],
)  # fmt: skip
def test_an_order_has_every_option_once(order: list[str], problem: Problem) -> None:
    assert worth_of_form(FOUR, order=order) is problem


@pytest.mark.parametrize(
    ("value", "problem"),
    [([0, 1, 2], Problem.NOT_ALL), ([0, 1, 2, 2], Problem.SAME_TWICE),
     ([0, 1, 2, 4], Problem.NOT_AN_OPTION), ([0, 1, 2, True], Problem.NOT_AN_OPTION),
     ([0, 1, 2, 3.0], Problem.NOT_AN_OPTION), ("0123", Problem.NOT_AN_OPTION),
     (None, Problem.NOT_AN_OPTION), ([], Problem.NOT_ALL)],
)  # fmt: skip
def test_an_order_as_json_is_all_indices_once(value: object, problem: Problem) -> None:
    assert worth(FOUR, value) is problem  # type: ignore[arg-type] # so it may come


# Match ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("picked", "right"), [("120", 3), ("210", 1), ("102", 1), ("021", 1), ("012", 0), ("201", 0)]
)
def test_each_pair_is_worth_a_third_of_three(picked: str, right: int) -> None:
    assert worth(PAIRS, [int(at) for at in picked]) == pytest.approx(right / 3)
    tokens = {f"match_{number}": f"t{at}" for number, at in enumerate(picked)}
    assert worth_of_form(PAIRS, **tokens) == pytest.approx(right / 3)


@pytest.mark.parametrize(
    ("fields", "problem", "held"),
    [
        ({}, Problem.NOTHING_CHOSEN, None),
        ({"match-0": [""], "match-1": [""]}, Problem.NOTHING_CHOSEN, None),
        ({"match-0": ["t1"]}, Problem.NOT_ALL, [1, None, None]),
        ({"match-0": ["t1"], "match-1": ["x"]}, Problem.NOT_AN_OPTION, [1, None, None]),
        (
            {"match-0": ["t1"], "match-1": ["t1"], "match-2": ["t0"]},
            Problem.SAME_TWICE, [1, 1, 0],
        ),
        (
            {"match-0": ["t1"], "match-1": ["t2", "t0"], "match-2": ["t0"]},
            Problem.MORE_THAN_ONE, [1, None, 0],
        ),
        (
            {"match-0": ["more-than-one"], "match-1": ["t2"], "match-2": ["t0"]},
            Problem.NOT_AN_OPTION, [None, 2, 0],
        ),
    ],
)  # fmt: skip
def test_what_was_filled_in_stays_where_something_is_wrong(
    fields: dict[str, list[str]], problem: Problem, held: object
) -> None:
    found = INTERACTIONS[Interaction.MATCH].read(fields, PAIRS, tokens_of(PAIRS))
    assert found == Again(problem, held)  # type: ignore[arg-type] # None or a list


@pytest.mark.parametrize(
    ("value", "problem"),
    [([1, 2], Problem.NOT_ALL), ([1, 2, 2], Problem.SAME_TWICE), ([1, 2, 3], Problem.NOT_AN_OPTION),
     ([1, 2, None], Problem.NOT_AN_OPTION), ({"0": 1}, Problem.NOT_AN_OPTION),
     ([], Problem.NOT_ALL)],
)  # fmt: skip
def test_a_match_as_json_has_a_partner_for_each_prompt(value: object, problem: Problem) -> None:
    assert worth(PAIRS, value) is problem  # type: ignore[arg-type] # so it may come


def test_two_swapped_partners_cost_two_pairs() -> None:
    assert worth(pairs(0, 1, 2, 3), [1, 0, 2, 3]) == 0.5
