"""What `make mutants` tries: which functions, and which mistakes in them."""

from types import FunctionType
from typing import Any

from mutation.making import mutants_of
from mutation.scope import functions
from quizzes.items.interactions import match, name
from quizzes.items.kinds import KINDS
from quizzes.items.kinds.ages import AgeOnFirstFlight
from quizzes.items.rules import RULES, truth
from quizzes.items.rules.leaks import launch_years


def of(function: Any) -> list[str]:
    """What each mutant of a function does in place of the line as it is."""
    return [mutant.diff for mutant in mutants_of(function)]


def test_every_rule_grader_and_holds_is_tried() -> None:
    tried = {one.__code__ for one in functions()}
    assert {rule.__code__ for rule in RULES.values() if isinstance(rule, FunctionType)} <= tried
    assert {match.read.__code__, match.check.__code__, match.grade.__code__} <= tried
    assert {type(kind).holds.__code__ for kind in KINDS} <= tried


def test_so_is_what_they_call_and_what_is_cached() -> None:
    tried = {one.__qualname__ for one in functions()}
    assert {"are_different", "forgiven", "flew_for", "was_up", "launch_years"} <= tried


def test_what_only_words_an_answer_is_not() -> None:
    tried = {one.__code__ for one in functions()}
    assert tried.isdisjoint((match.said.__code__, match.rows.__code__))
    assert tried.isdisjoint(type(kind).stem.__code__ for kind in KINDS)


def test_a_mutant_has_one_mistake() -> None:
    before = "-    return min(MOST_MISTAKES, letters // LETTERS_A_MISTAKE)\n+    return "
    assert {one.removeprefix(before) for one in of(name.forgiven)} == {
        "min(None, letters // LETTERS_A_MISTAKE)",
        "min(MOST_MISTAKES, None)",
        "min(letters // LETTERS_A_MISTAKE)",
        "min(MOST_MISTAKES, )",
        "min(MOST_MISTAKES, letters / LETTERS_A_MISTAKE)",
    }


def test_no_mistake_is_made_that_no_run_could_show() -> None:
    """Not in what ``cast`` is told, nor by leaving out ``strict``."""
    told = '-    picked = cast("list[int]", value)\n+    picked = '
    assert [one.removeprefix(told) for one in of(match.grade) if one.startswith(told)] == ["None"]
    zipped = [one.partition("\n+")[2] for one in of(truth.each_proven) if "zip(" in one]
    assert zipped
    assert all("strict=True" in one for one in zipped)


def test_a_mutant_is_put_in_place_and_taken_out_again() -> None:
    function: Any = name.forgiven
    as_it_is = function.__code__
    mutant = next(one for one in mutants_of(function) if "letters / " in one.diff)
    function.__code__ = mutant.code
    try:
        assert name.forgiven(7) == 1.4
    finally:
        function.__code__ = as_it_is
    assert name.forgiven(7) == 1


def test_so_is_one_without_super_and_one_of_a_cached_function() -> None:
    tried: tuple[Any, ...] = (AgeOnFirstFlight.days, launch_years.__wrapped__)
    for function in tried:
        as_it_is = function.__code__
        for mutant in mutants_of(function):
            function.__code__ = mutant.code
        function.__code__ = as_it_is
