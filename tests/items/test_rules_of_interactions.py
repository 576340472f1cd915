"""What rules say of items that are answered in other ways than by picking one option."""

from typing import Any

import pytest

from quizzes.items.item import Interaction, Item, Point, Relation
from quizzes.items.kinds import KIND_BY_SLUG
from quizzes.items.rules import RULES_OF, name_of
from quizzes.items.seeds import Draw
from quizzes.items.text import Text
from tests.items.bending import (
    FACTS,
    GENERATOR,
    Changing,
    facts_where,
    option_of,
    sheet_of,
    with_option,
)


def drawn(kind: str, interaction: Interaction) -> Item:
    item = GENERATOR.any_item(KIND_BY_SLUG[kind], Draw("x"), interaction)
    assert item is not None
    return item


def drawn_until(kind: str, interaction: Interaction, *refs: str) -> Item:
    """The first item about Orbiter 3, by seed, that has these references in this order: of its
    first option, then of all that are right; of a claim and an order those of its options."""
    asked = KIND_BY_SLUG[kind]
    subject = next(one for one in GENERATOR.subjects(asked) if one.slug == "orbiter-3")
    for seed in range(20_000):
        item = GENERATOR.item(asked, subject, Draw(f"{seed}"), None, interaction)
        if isinstance(item, Item) and told_by(item) == refs:
            return item
    raise AssertionError(f"no {interaction} of {kind} has {refs}")


def told_by(item: Item) -> tuple[str, ...]:
    if item.interaction is Interaction.MULTIPLE:
        return (item.options[0].ref, *(option.ref for option in item.keys))
    options = [item.options[at] for at in item.sequence] or item.options
    return tuple(option.ref for option in options)


# Who was aboard Orbiter 3: Gus Gil, Hal Har and Ida Inn; three others were not.
SEVERAL = drawn_until(
    "person-aboard", Interaction.MULTIPLE,
    "person:eva-eck", "person:hal-har", "person:gus-gil", "person:ida-inn",
)  # fmt: skip
# That Ada Alm was; then Gus Gil, who was.
CLAIM = drawn_until("person-aboard", Interaction.TRUE_FALSE, "person:ada-alm", "person:gus-gil")
# Orbiter 3 of eight days, then 2 of five, and 1 of three.
ORDER = drawn_until(
    "longest-mission", Interaction.ORDER,
    "mission:orbiter-3", "mission:orbiter-2", "mission:orbiter-1",
)  # fmt: skip
# Orbiters and who commanded them.
MATCH = drawn("commander-of-mission", Interaction.MATCH)
# People on flights, Eva Eck on Stork 2 among them, and whom they flew for.
MATCH_OF_SEATS = drawn("agency-of-person", Interaction.MATCH)
# How many days Orbiter 3 lasted: 8.
NUMBER = drawn("length-of-mission", Interaction.NUMBER)
# From where Stork 3 lifted off.
PLACE = drawn("launch-site-of-mission", Interaction.PLACE)
# Who commanded Orbiter 3: Gus Gil.
NAME = drawn("commander-of-mission", Interaction.NAME)
ALL = (SEVERAL, CLAIM, ORDER, MATCH, MATCH_OF_SEATS, NUMBER, PLACE, NAME)


def problems(item: Item, facts: Any = FACTS) -> dict[str, str]:
    """What each rule that the item breaks says of it."""
    checked = sheet_of(item, facts)
    said = {name_of(rule): rule(checked) for rule in RULES_OF[item.interaction]}
    return {name: problem for name, problem in said.items() if problem is not None}


@pytest.mark.parametrize("item", ALL, ids=lambda item: f"{item.kind} {item.interaction}")
def test_the_items_to_be_broken_are_fair(item: Item) -> None:
    assert problems(item) == {}


def test_those_items_are_what_is_said_of_them() -> None:
    assert [option.ref for option in SEVERAL.keys] == [
        "person:hal-har", "person:gus-gil", "person:ida-inn",
    ]  # fmt: skip
    assert [option.ref for option in CLAIM.options] == ["person:ada-alm", "person:gus-gil"]
    assert [ORDER.options[at].ref for at in ORDER.sequence] == [
        "mission:orbiter-3", "mission:orbiter-2", "mission:orbiter-1",
    ]  # fmt: skip
    assert [prompt.ref for prompt in MATCH.prompts] == [
        "mission:orbiter-4", "mission:orbiter-6", "mission:orbiter-5", "mission:orbiter-3",
    ]  # fmt: skip


# Several --------------------------------------------------------------------------------------


def of_sizes(rights: int, wrongs: int) -> Item:
    """``SEVERAL`` with so many of its right and of its wrong options."""
    wrong = [option for option in SEVERAL.options if not option.is_key]
    return SEVERAL._replace(options=(*SEVERAL.keys[:rights], *wrong[:wrongs]))


@pytest.mark.parametrize(
    ("rights", "wrongs", "problem"),
    [
        (3, 3, None), (2, 2, None), (2, 3, None),
        (1, 3, "1 keys and 3 others"), (3, 2, "3 keys and 2 others"), (0, 3, "0 keys and 3 others"),
    ],
)  # fmt: skip
def test_several_proven_wants_two_keys_or_more_and_no_fewer_others(
    rights: int, wrongs: int, problem: str | None
) -> None:
    assert problems(of_sizes(rights, wrongs)).get("several-proven") == problem


def test_several_proven_refuses_a_key_that_is_wrong_and_a_distractor_that_is_right() -> None:
    at = SEVERAL.key_index
    missed = with_option(SEVERAL, at, is_key=False, relation=Relation.SAME_CREW)
    assert problems(missed) == {"several-proven": "person:hal-har is offered as wrong"}
    taken = with_option(SEVERAL, 0, is_key=True, relation=Relation.KEY)
    assert problems(taken)["several-proven"] == "person:eva-eck is offered as right"


@pytest.mark.parametrize(("rights", "wrongs"), [(2, 2), (2, 3), (3, 3)])
def test_four_to_six_options_to_pick_several_from_are_fair(rights: int, wrongs: int) -> None:
    assert problems(of_sizes(rights, wrongs)) == {}


def test_three_or_seven_options_to_pick_several_from_are_not() -> None:
    assert problems(of_sizes(1, 2))["up-to-six-options"] == "3 options"
    seventh = option_of(SEVERAL, "person:ada-alm", "person:gus-gil")
    seven = SEVERAL._replace(options=(*SEVERAL.options, seventh))
    assert problems(seven) == {"up-to-six-options": "7 options"}


def test_no_clue_in_stem_looks_at_all_keys_and_all_distractors() -> None:
    told = SEVERAL._replace(stem=Text("Which of the Inn and Gil families flew?"))
    assert problems(told) == {"no-clue-in-stem": "the stem says “gil”"}
    assert problems(SEVERAL._replace(stem=Text("Which of the Eck family flew?"))) == {}


# True or false --------------------------------------------------------------------------------


def test_a_claim_that_is_right_stands_alone_and_a_wrong_one_before_what_is_right() -> None:
    wrong, right = CLAIM.options
    said = {
        name: problems(CLAIM._replace(options=options, stem=Text(f"{options[0].text.render()}.")))
        for name, options in {
            "right": (right,), "wrong, right": (wrong, right), "wrong": (wrong,),
            "right, wrong": (right, wrong),
        }.items()
    }  # fmt: skip
    assert said == {
        "right": {},
        "wrong, right": {},
        "wrong": {"claim-proven": "[False]"},
        "right, wrong": {"claim-proven": "[True, False]"},
    }


def test_claim_proven_refuses_two_that_are_right_or_wrong() -> None:
    two_right = CLAIM._replace(options=SEVERAL.keys[:2], stem=Text("Hal Har."))
    assert problems(two_right)["claim-proven"] == "[True, True]"
    others = [option for option in SEVERAL.options if not option.is_key][:2]
    two_wrong = CLAIM._replace(options=tuple(others), stem=Text("Eva Eck."))
    assert problems(two_wrong)["claim-proven"] == "[False, False]"


def test_claim_proven_refuses_a_claim_that_is_right_after_all() -> None:
    turned = with_option(CLAIM, 0, ref="person:hal-har")
    assert problems(turned) == {"claim-proven": "person:hal-har is offered as wrong"}


def test_a_claim_names_its_option() -> None:
    unnamed = CLAIM._replace(stem=Text("True or false: he was aboard."))
    assert problems(unnamed) == {"claim-names-option": "nothing is said of “Ada Alm”"}


@pytest.mark.parametrize(
    ("stem", "problem"),
    [
        ("so " * 22 + "Ada Alm.", None),
        ("so " * 23 + "Ada Alm was.", "26 words"),
        ("Ada Alm was aboard", "not one sentence"),
        ("Was Ada Alm aboard? Tell.", "not one sentence"),
        ("Ada Alm?", "not one sentence"),
    ],
)
def test_a_claim_is_one_short_sentence(stem: str, problem: str | None) -> None:
    assert problems(CLAIM._replace(stem=Text(stem))).get("one-short-sentence") == problem


# Order ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("sequence", [(), (2, 0), (2, 0, 0), (2, 0, 1, 1), (2, 0, 3)])
def test_an_order_has_every_option_once(sequence: tuple[int, ...]) -> None:
    wrong = problems(ORDER._replace(sequence=sequence))
    assert wrong == {"order-proven": f"{sequence} is no order"}


def test_the_subject_of_an_order_comes_first() -> None:
    later = ORDER._replace(subject="mission:orbiter-2")
    assert problems(later) == {"order-proven": "mission:orbiter-2 is not the first"}


def test_an_order_goes_from_first_to_last() -> None:
    first, second, third = ORDER.sequence
    turned = problems(ORDER._replace(sequence=(first, third, second)))
    assert turned == {"order-proven": "mission:orbiter-1 need not come before mission:orbiter-2"}


def test_what_cannot_be_compared_has_no_place_in_an_order() -> None:
    def forget_the_length(rows: Changing) -> None:
        del rows["orbiter-2"]["provenance"]["duration_s"]

    said = problems(ORDER, facts_where(forget_the_length))
    assert said == {"order-proven": "mission:orbiter-2 cannot be compared"}


def test_three_to_five_options_are_fair_to_put_in_order() -> None:
    options = ORDER.options
    sizes = {
        2: problems(ORDER._replace(options=options[:2]))["three-to-five-options"],
        3: problems(ORDER).get("three-to-five-options"),
        5: problems(ORDER._replace(options=(*options, *options[:2]))).get("three-to-five-options"),
        6: problems(ORDER._replace(options=(*options, *options)))["three-to-five-options"],
    }
    assert sizes == {2: "2 options", 3: None, 5: None, 6: "6 options"}


@pytest.mark.parametrize(
    ("item", "flight", "problem"),
    [
        (ORDER, "orbiter-1", "an option cost lives"),
        (ORDER, "orbiter-3", "an option cost lives"),
        (MATCH, "orbiter-5", "a flight asked about cost lives"),
        (MATCH, "orbiter-3", "a flight asked about cost lives"),
        (MATCH_OF_SEATS, "stork-2", "a flight asked about cost lives"),
        (ORDER, "orbiter-5", None),
    ],
)
def test_no_flight_that_cost_lives_is_ranked_or_paired(
    item: Item, flight: str, problem: str | None
) -> None:
    def lose_it(rows: Changing) -> None:
        rows[flight]["fatal"] = True

    said = problems(item, facts_where(lose_it))
    assert said == ({} if problem is None else {"no-fatal-flights": problem})


def test_what_is_tagged_as_fatal_is_not_ranked() -> None:
    said = problems(ORDER._replace(fatal=True))
    assert said == {"no-fatal-flights": "a flight asked about cost lives"}


# Match ----------------------------------------------------------------------------------------


def matching(*keys: int) -> Item:
    prompts = zip(MATCH.prompts, keys, strict=True)
    return MATCH._replace(prompts=tuple(prompt._replace(key=key) for prompt, key in prompts))


def test_pairs_are_one_to_one() -> None:
    assert [prompt.key for prompt in MATCH.prompts] == [0, 2, 1, 3]
    wrong = {"pairs-proven": "the pairs are not one to one"}
    assert problems(matching(0, 2, 1, 1)) == wrong
    assert problems(MATCH._replace(prompts=MATCH.prompts[:3])) == wrong


def test_pairs_proven_refuses_partners_that_were_exchanged() -> None:
    said = problems(matching(0, 1, 2, 3))
    assert said == {"pairs-proven": "mission:orbiter-6 and person:ada-alm"}


def test_pairs_proven_refuses_a_prompt_whose_partner_is_not_known() -> None:
    def forget_what_ada_alm_did(rows: Changing) -> None:
        del rows["ada-alm_orbiter-5"]["provenance"]["role"]

    said = problems(MATCH, facts_where(forget_what_ada_alm_did))
    assert said == {"pairs-proven": "mission:orbiter-5 and person:dov-dey"}


def test_no_prompt_shares_a_word_with_its_partner_alone() -> None:
    prompt = MATCH.prompts[1]._replace(text=Text("The flight of Jon"))
    told = MATCH._replace(prompts=(MATCH.prompts[0], prompt, *MATCH.prompts[2:]))
    assert problems(told) == {"no-clue-in-prompt": "“The flight of Jon” says “jon”"}


def test_a_prompt_may_share_a_word_with_several_partners() -> None:
    options = tuple(
        option._replace(text=Text(shown), rationale=Text(f"About {shown}."))
        for option, shown in zip(
            MATCH.options, ("Dov of Orbiter", "Ada Alm", "Jon of Orbiter", "Gus Gil"), strict=True
        )
    )
    assert problems(MATCH._replace(options=options)) == {}


def test_a_prompt_on_a_day_that_is_not_known_is_refused() -> None:
    def forget_the_launch(rows: Changing) -> None:
        del rows["orbiter-5"]["provenance"]["launched_at"]

    said = problems(MATCH, facts_where(forget_the_launch))
    assert said == {"possible-at-the-time": "the day asked about is not known"}


# Number ---------------------------------------------------------------------------------------


def test_a_number_is_that_of_its_kind() -> None:
    assert NUMBER.quantity is not None
    for other in (
        None,
        NUMBER.quantity._replace(value=9),
        NUMBER.quantity._replace(tolerance=2),
        NUMBER.quantity._replace(reach=5),
    ):
        said = problems(NUMBER._replace(quantity=other))
        assert said == {"quantity-proven": f"{other} is not what the kind asks for"}


def test_a_number_is_that_of_its_key() -> None:
    other = option_of(NUMBER, "mission:orbiter-2", "mission:orbiter-2")
    said = problems(NUMBER._replace(options=(other,)))
    assert said["quantity-proven"] == "8 is not the number of mission:orbiter-2"


# Place ----------------------------------------------------------------------------------------


def test_a_place_is_that_of_its_kind() -> None:
    assert PLACE.point is not None
    for other in (None, PLACE.point._replace(lat=0.0), Point(40.9, 100.3, 11)):
        said = problems(PLACE._replace(point=other))
        assert said == {"point-proven": f"{other} is not what the kind asks for"}


# Name -----------------------------------------------------------------------------------------


def test_of_everybody_it_is_known_whether_they_are_right() -> None:
    def forget_what_hal_har_did(rows: Changing) -> None:
        del rows["hal-har_orbiter-3"]["provenance"]["role"]

    said = problems(NAME, facts_where(forget_what_hal_har_did))
    assert said["names-proven"] == "of somebody it is not known"


def test_everybody_who_is_right_is_accepted() -> None:
    said = problems(NAME._replace(options=NAME.options[1:], names=NAME.names[1:]))
    assert said == {"names-proven": "not everybody who is right is accepted"}


def test_nobody_else_is_accepted() -> None:
    said = problems(with_option(NAME, 1, is_key=True, relation=Relation.KEY))
    assert said == {"names-proven": "not everybody who is right is accepted"}


def test_the_names_are_those_of_the_options_in_their_order() -> None:
    first, second, *others = NAME.names
    for names in ((second, first, *others), NAME.names[1:], ()):
        said = problems(NAME._replace(names=tuple(names)))
        assert said == {"names-proven": "the names are not those of the options"}
    more = NAME._replace(names=(*NAME.names, first))
    assert problems(more) == {}
