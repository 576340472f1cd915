"""Choice, multiple response, true or false: what is picked, and what it is worth."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.items.interactions import INTERACTIONS
from quizzes.items.interactions.base import Given, Problem
from quizzes.items.item import Interaction
from tests.items.interactions.making import make, worth, worth_of_form

CHOICE = make(Interaction.CHOICE, [False, False, True, False])
TWO_OF_FIVE = make(Interaction.MULTIPLE, [True, False, False, True, False])
THREE_OF_SIX = make(Interaction.MULTIPLE, [True, False, True, False, True, False])
TRUE = make(Interaction.TRUE_FALSE, [True])
FALSE = make(Interaction.TRUE_FALSE, [False, True])


# Choice ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("token", "grade"), [("t0", 0), ("t1", 0), ("t2", 1), ("t3", 0)])
def test_only_the_key_is_worth_anything(token: str, grade: float) -> None:
    assert worth_of_form(CHOICE, option=token) == grade
    assert worth(CHOICE, int(token[1])) == grade


@pytest.mark.parametrize("given", [[], [""], ["", ""]])
def test_nothing_chosen_is_told(given: list[str]) -> None:
    for item in (CHOICE, TWO_OF_FIVE, TRUE):
        assert worth_of_form(item, option=given) is Problem.NOTHING_CHOSEN
    assert worth_of_form(CHOICE) is Problem.NOTHING_CHOSEN


@pytest.mark.parametrize("given", [["t0", "t1"], ["t0", "t0"], ["t0", ""]])
def test_more_than_one_is_refused_where_one_is_asked_for(given: list[str]) -> None:
    assert worth_of_form(CHOICE, option=given) is Problem.MORE_THAN_ONE
    assert worth_of_form(TRUE, option=given) is Problem.MORE_THAN_ONE


@pytest.mark.parametrize(
    "token", ["t", "t00", "T0", " t0", "0", "ключ", "\ud800", "\0", "more-than-one", "t0" * 5000]
)
def test_a_token_of_no_option_is_refused(token: str) -> None:
    for item in (CHOICE, TWO_OF_FIVE, TRUE):
        assert worth_of_form(item, option=token) is Problem.NOT_AN_OPTION


@pytest.mark.parametrize("value", [4, -1, 1.0, True, False, "1", None, [1], {"option": 1}, 10**400])
def test_what_is_no_index_is_no_choice(value: object) -> None:
    assert worth(CHOICE, value) is Problem.NOT_AN_OPTION  # type: ignore[arg-type] # so it may come


# Multiple response ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("picked", "grade"),
    [
        ("0 3", 1), ("3 0", 1), ("0", 1 / 2), ("0 1 3", 1 / 2), ("0 1", 0), ("1", 0), ("1 2 4", 0),
        ("0 1 2 3", 0), ("0 1 2 3 4", 0),
    ],
)  # fmt: skip
def test_right_minus_wrong_of_two_and_never_below_nothing(picked: str, grade: float) -> None:
    chosen = picked.split()
    assert worth_of_form(TWO_OF_FIVE, option=[f"t{at}" for at in chosen]) == grade
    assert worth(TWO_OF_FIVE, [int(at) for at in chosen]) == grade


@pytest.mark.parametrize(
    ("picked", "grade"),
    [
        ("0", 1 / 3), ("0 2", 2 / 3), ("0 2 4", 1), ("0 2 4 1", 2 / 3), ("0 2 1", 1 / 3),
        ("0 2 4 1 3", 1 / 3), ("0 1 2 3 4 5", 0), ("1 3 5", 0), ("0 1 3", 0),
    ],
)  # fmt: skip
def test_right_minus_wrong_of_three(picked: str, grade: float) -> None:
    assert worth(THREE_OF_SIX, [int(at) for at in picked.split()]) == pytest.approx(grade)


def test_a_right_pick_more_never_costs_and_a_wrong_one_never_pays() -> None:
    for count in range(1, 6):
        for picked in map(list, combinations(range(6), count)):
            before = worth(THREE_OF_SIX, list(picked))
            assert isinstance(before, float)
            for more in set(range(6)) - set(picked):
                after = worth(THREE_OF_SIX, [*picked, more])
                assert isinstance(after, float)
                assert after >= before if THREE_OF_SIX.options[more].is_key else after <= before


def test_picking_one_option_twice_is_picking_it_once() -> None:
    assert worth_of_form(TWO_OF_FIVE, option=["t0", "t0", "t3"]) == 1


def test_more_picks_than_options_are_refused() -> None:
    assert worth_of_form(TWO_OF_FIVE, option=["t0"] * 6) is Problem.NOT_AN_OPTION


def test_a_pick_of_no_option_keeps_the_others_picked() -> None:
    module = INTERACTIONS[Interaction.MULTIPLE]
    again = module.read({"option": ["t3", "x"]}, TWO_OF_FIVE, ["t0", "t1", "t2", "t3", "t4"])
    assert again == (Problem.NOT_AN_OPTION, [3])


def test_what_is_kept_is_in_ascending_order() -> None:
    assert INTERACTIONS[Interaction.MULTIPLE].check([4, 0], TWO_OF_FIVE) == Given([0, 4])


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ([], Problem.NOTHING_CHOSEN), ([0, 0], Problem.SAME_TWICE), ([0, 5], Problem.NOT_AN_OPTION),
        ([True, 3], Problem.NOT_AN_OPTION), ([[0]], Problem.NOT_AN_OPTION),
        (0, Problem.NOT_AN_OPTION), ("03", Problem.NOT_AN_OPTION), (None, Problem.NOT_AN_OPTION),
        ({"0": 1}, Problem.NOT_AN_OPTION),
    ],
)  # fmt: skip
def test_what_is_no_list_of_indices_is_no_multiple_response(
    value: object, problem: Problem
) -> None:
    assert worth(TWO_OF_FIVE, value) is problem  # type: ignore[arg-type] # so it may come


# True or false --------------------------------------------------------------------------------


@pytest.mark.parametrize(("item", "right"), [(TRUE, True), (FALSE, False)])
def test_the_right_verdict_is_worth_all_and_the_other_nothing(item: object, right: bool) -> None:  # noqa: FBT001
    made = TRUE if item is TRUE else FALSE
    assert worth(made, right) == 1
    assert worth(made, not right) == 0
    assert worth_of_form(made, option="t0") == right
    assert worth_of_form(made, option="t1") == (not right)


@pytest.mark.parametrize("value", [None, 0, 1, 1.0, "true", [True], {"option": True}])
def test_what_only_resembles_a_verdict_is_none(value: object) -> None:
    assert worth(TRUE, value) is Problem.NOT_AN_OPTION  # type: ignore[arg-type] # so it may come


@given(st.one_of(st.none(), st.integers(), st.floats(), st.text(), st.lists(st.booleans())))
def test_only_true_and_false_are_verdicts(value: object) -> None:
    assert worth(TRUE, value) is Problem.NOT_AN_OPTION  # type: ignore[arg-type] # so it may come


@pytest.mark.parametrize("believed", [True, False])
def test_of_a_falsehood_its_own_fact_is_told_believed_or_not(believed: bool) -> None:  # noqa: FBT001
    module = INTERACTIONS[Interaction.TRUE_FALSE]
    asked = FALSE._replace(rationale=FALSE.key.rationale)
    own = module.why_not(asked, value=believed)
    assert own is not None
    assert own.render() == "About option 0."
    # Where it is the fact to remember, it is not told twice.
    told = FALSE._replace(rationale=FALSE.options[0].rationale)
    assert module.why_not(told, value=believed) is None
    assert module.why_not(TRUE, value=False) is None
    assert [row.is_key for row in module.rows(FALSE, value=True)] == [False, True]
