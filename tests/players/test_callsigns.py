"""Call signs: always the same for a player, no two alike in a group."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.players.callsigns import AVOIDED, NUMBERS, WORDS, CallSign, call_sign, call_signs

owners = st.sets(st.text(min_size=1, max_size=22), max_size=len(WORDS))


def test_words_are_many_and_all_different() -> None:
    assert len(WORDS) >= 60
    assert len({word.casefold() for word in WORDS}) == len(WORDS)


def test_a_call_sign_is_the_same_on_every_machine() -> None:
    assert call_sign("browser-1").text.render() == "Explorer 37"


@given(st.text())
def test_numbers_are_from_1_to_99_without_those_a_class_laughs_at(owner: str) -> None:
    assert call_sign(owner).number in set(range(1, 100)) - AVOIDED


@given(owners)
def test_nobody_in_a_class_shares_a_word_or_a_number(group: set[str]) -> None:
    signs = call_signs(group).values()
    assert len({sign.word for sign in signs}) == len({sign.number for sign in signs}) == len(group)


@given(st.permutations([f"browser-{n}" for n in range(30)]))
def test_the_order_of_a_group_does_not_matter(group: list[str]) -> None:
    assert call_signs(group) == call_signs(sorted(group))


@given(owners)
def test_who_meets_nobody_keeps_the_own_sign(group: set[str]) -> None:
    signs = call_signs(group)
    own = [call_sign(owner) for owner in group]
    if len({s.word for s in own}) == len({s.number for s in own}) == len(own):
        assert signs == {owner: call_sign(owner) for owner in group}


def test_a_school_of_all_call_signs_gets_them_all() -> None:
    everybody = [f"browser-{n}" for n in range(len(WORDS) * len(NUMBERS))]
    assert len(set(call_signs(everybody).values())) == len(everybody)
    with pytest.raises(ValueError, match="so many"):
        call_signs([*everybody, "one more"])


@given(st.sampled_from(WORDS), st.sampled_from(NUMBERS))
def test_a_slug_tells_the_call_sign(word: str, number: int) -> None:
    sign = CallSign(word, number)
    assert CallSign.from_slug(sign.slug) == sign


@pytest.mark.parametrize("slug", ["", "comet", "comet-0", "comet-014", "comet-69", "uranus-7"])
def test_other_slugs_tell_none(slug: str) -> None:
    assert CallSign.from_slug(slug) is None
