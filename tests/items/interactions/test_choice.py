"""Single choice: what a browser may send, and what it is worth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.items.generate import Generator
from quizzes.items.interactions.choice import Choice, Malformed, grade, read
from quizzes.items.item import Item
from quizzes.items.kinds import KINDS
from quizzes.items.seeds import Draw
from tests.items.made_up import fact_base, small_world

TOKENS = ("kxu2", "m0qf", "zz7a", "p3lw")
anything = st.lists(st.text(st.characters(), max_size=12))


@pytest.mark.parametrize(("token", "index"), [("kxu2", 0), ("m0qf", 1), ("zz7a", 2), ("p3lw", 3)])
def test_a_token_picks_its_option(token: str, index: int) -> None:
    assert read([token], TOKENS) == Choice(index)


@pytest.mark.parametrize("raw", [[], [""], ["", ""]])
def test_nothing_chosen_is_told(raw: list[str]) -> None:
    assert read(raw, TOKENS) is Malformed.NOTHING_CHOSEN


@pytest.mark.parametrize("raw", [["kxu2", "m0qf"], ["kxu2", "kxu2"], ["kxu2", ""]])
def test_more_than_one_is_refused(raw: list[str]) -> None:
    assert read(raw, TOKENS) is Malformed.MORE_THAN_ONE


@pytest.mark.parametrize("token", ["kxu", "kxu22", "KXU2", " kxu2", "0", "ключ", "\ud800", "\0"])
def test_a_token_of_no_option_is_refused(token: str) -> None:
    assert read([token], TOKENS) is Malformed.NOT_AN_OPTION


@given(anything, st.lists(st.text(min_size=1, max_size=8), min_size=3, max_size=4, unique=True))
def test_whatever_is_sent_is_a_choice_or_malformed(raw: list[str], tokens: list[str]) -> None:
    match read(raw, tokens):
        case Choice(index=index):
            assert [tokens[index]] == raw
        case malformed:
            assert malformed in Malformed


def test_only_the_key_is_worth_anything() -> None:
    generator = Generator(fact_base(small_world()), KINDS)
    item = generator.any_item(KINDS[0], Draw("any"))
    assert isinstance(item, Item)
    grades = [grade(item, Choice(index)) for index in range(len(item.options))]
    assert grades == [float(option.is_key) for option in item.options]
