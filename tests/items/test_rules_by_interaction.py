"""The rules of single interactions: each lets a fair item pass, and refuses one that breaks it and
nothing else."""

from typing import Final

import pytest

from quizzes.items.item import Interaction, Item, Point
from quizzes.items.kinds import KIND_BY_SLUG
from quizzes.items.rules import RULES, RULES_OF, name_of
from quizzes.items.seeds import Draw
from quizzes.items.text import Text
from tests.items.bending import FACTS, GENERATOR, Changing, broken, facts_where, with_option


def made(kind: str, interaction: Interaction, subject: str = "", seed: str = "0") -> Item:
    """An item of the made-up world, about a subject where one is named."""
    asked = KIND_BY_SLUG[kind]
    for one in GENERATOR.subjects(asked):
        if subject in ("", one.slug):
            item = GENERATOR.item(asked, one, Draw(seed), None, interaction)
            if isinstance(item, Item):
                return item
    raise AssertionError(f"no {interaction} of {kind}")


def claimed(*, right: bool) -> Item:
    for seed in range(20):
        item = made("commander-of-mission", Interaction.TRUE_FALSE, "orbiter-1", str(seed))
        if item.options[0].is_key is right:
            return item
    raise AssertionError


ALL: Final = made("person-aboard", Interaction.MULTIPLE, "orbiter-1")
TRUE, FALSE = claimed(right=True), claimed(right=False)
ORDER: Final = made("longest-mission", Interaction.ORDER, "orbiter-4")
MATCH: Final = made("commander-of-mission", Interaction.MATCH)
NUMBER: Final = made("length-of-stay", Interaction.NUMBER)
PLACE: Final = made("place-of-landing", Interaction.PLACE)
NAME: Final = made("commander-of-mission", Interaction.NAME, "orbiter-1")
FAIR: Final = {
    "multiple": ALL, "true": TRUE, "false": FALSE, "order": ORDER, "match": MATCH,
    "number": NUMBER, "place": PLACE, "name": NAME,
}  # fmt: skip
every_fair_item = pytest.mark.parametrize("item", FAIR.values(), ids=FAIR)


@every_fair_item
def test_the_items_to_be_broken_are_fair(item: Item) -> None:
    assert broken(item) == set()


def test_every_rule_is_one_of_an_interaction_and_has_its_name() -> None:
    assert set(RULES_OF) == set(Interaction)
    assert all(RULES[name_of(rule)] is rule for rules in RULES_OF.values() for rule in rules)


@every_fair_item
def test_whatever_the_interaction_an_item_has_sources_and_its_own_facts(item: Item) -> None:
    assert broken(item._replace(sources=())) == {"sourced"}
    untold = with_option(item, 0, rationale=Text("That is so."))
    assert broken(untold) == {"feedback-for-every-option"}


# Multiple response ----------------------------------------------------------------------------


def keys_and_others(item: Item, keys: int, others: int) -> Item:
    """The item with so many of its keys, and of its other options."""
    right = [option for option in item.options if option.is_key][:keys]
    wrong = [option for option in item.options if not option.is_key][:others]
    return item._replace(options=(*right, *wrong))


def test_several_proven_refuses_a_key_offered_as_wrong() -> None:
    at = ALL.key_index
    relation = next(option.relation for option in ALL.options if not option.is_key)
    assert broken(with_option(ALL, at, is_key=False, relation=relation)) == {"several-proven"}


def test_several_proven_refuses_more_keys_than_others_for_then_picking_all_pays() -> None:
    three = made("person-aboard", Interaction.MULTIPLE, "orbiter-1", three_keys())
    assert broken(keys_and_others(three, 3, 3)) == set()
    assert broken(keys_and_others(three, 3, 2)) == {"several-proven"}


def three_keys() -> str:
    """A seed that gives three keys."""
    return next(
        seed
        for seed in map(str, range(40))
        if len(made("person-aboard", Interaction.MULTIPLE, "orbiter-1", seed).keys) == 3
    )


def test_several_proven_refuses_one_key() -> None:
    assert broken(keys_and_others(ALL, 1, 3)) == {"several-proven"}


def test_up_to_six_options_refuses_three() -> None:
    few = keys_and_others(ALL, 2, 2)
    assert broken(few) == set()
    assert "up-to-six-options" in broken(few._replace(options=few.options[:3]))


# True or false --------------------------------------------------------------------------------


def test_claim_proven_refuses_a_claim_that_is_called_true_and_is_not() -> None:
    key = FALSE.options[1]
    lie = with_option(FALSE, 0, is_key=True, relation=key.relation)
    assert broken(lie._replace(options=lie.options[:1])) == {"claim-proven"}


def test_claim_proven_refuses_a_false_claim_without_what_is_true() -> None:
    assert broken(FALSE._replace(options=FALSE.options[:1])) == {"claim-proven"}


def test_claim_proven_refuses_a_true_claim_with_what_is_false() -> None:
    assert broken(FALSE._replace(options=FALSE.options[::-1])) >= {"claim-proven"}


def test_claim_names_option_refuses_a_claim_about_somebody_else() -> None:
    stem = Text("True or false: somebody was in command when Orbiter 1 launched.")
    assert broken(TRUE._replace(stem=stem)) == {"claim-names-option"}


@pytest.mark.parametrize(
    "ending", [" was in command", "?", ". Was it?", " so" * 24 + "."], ids=str.strip
)
def test_one_short_sentence_refuses_a_question_and_a_speech(ending: str) -> None:
    name = TRUE.options[0].text.render()
    assert broken(TRUE._replace(stem=Text(f"{name}{ending}"))) == {"one-short-sentence"}


# Order ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("swapped", [(0, 1), (1, 2), (-1, 0)])
def test_order_proven_refuses_two_that_stand_the_wrong_way_round(swapped: tuple[int, int]) -> None:
    sequence = list(ORDER.sequence)
    one, other = swapped
    sequence[one], sequence[other] = sequence[other], sequence[one]
    assert broken(ORDER._replace(sequence=tuple(sequence))) == {"order-proven"}


@pytest.mark.parametrize("sequence", [(), (0,), (0, 0, 1, 2), (0, 1, 2, 9), (0, 1, 2, 3, 4)])
def test_order_proven_refuses_what_is_no_order(sequence: tuple[int, ...]) -> None:
    assert broken(ORDER._replace(sequence=sequence)) == {"order-proven"}


def test_order_proven_refuses_two_that_are_too_close() -> None:
    """The longest and the next one lasted sixteen days and twelve; now fourteen days and a bit."""

    def lengthen_the_next(rows: Changing) -> None:
        next_one = rows[ORDER.options[ORDER.sequence[1]].ref.partition(":")[2]]
        longest = rows["orbiter-4"]
        next_one["duration_s"] = longest["duration_s"] - 3600
        next_one["landed_at"] = next_one["launched_at"]
        del next_one["provenance"]["landed_at"]

    assert "order-proven" in broken(ORDER, facts_where(lengthen_the_next))


def test_three_to_five_options_refuses_two() -> None:
    """Of an order, and of a match."""
    first_two = [ORDER.options[at] for at in ORDER.sequence[:2]]
    two = ORDER._replace(options=tuple(first_two), sequence=(0, 1))
    assert broken(two) == {"three-to-five-options"}
    prompts = [prompt._replace(key=at) for at, prompt in enumerate(MATCH.prompts[:2])]
    options = tuple(MATCH.options[prompt.key] for prompt in MATCH.prompts[:2])
    assert broken(MATCH._replace(options=options, prompts=tuple(prompts))) == {
        "three-to-five-options"
    }


# Match ----------------------------------------------------------------------------------------


def test_pairs_proven_refuses_partners_that_are_exchanged() -> None:
    one, other, *rest = MATCH.prompts
    crossed = (one._replace(key=other.key), other._replace(key=one.key), *rest)
    assert broken(MATCH._replace(prompts=crossed)) == {"pairs-proven"}


def test_pairs_proven_refuses_one_partner_for_two() -> None:
    one, other, *rest = MATCH.prompts
    shared = (one, other._replace(key=one.key), *rest)
    assert broken(MATCH._replace(prompts=shared)) == {"pairs-proven"}


def test_no_clue_in_prompt_refuses_a_word_of_the_partner_alone() -> None:
    prompt = MATCH.prompts[0]
    partner = MATCH.options[prompt.key].text.render()
    telling = prompt._replace(text=Text(f"The flight of {partner.split()[0]}"))
    assert broken(MATCH._replace(prompts=(telling, *MATCH.prompts[1:]))) == {"no-clue-in-prompt"}


@pytest.mark.parametrize("shown", ["Orbiter One", "ORBITER-ONE", "Órbiter  one"])
def test_distinct_prompts_refuses_two_that_read_the_same(shown: str) -> None:
    one, other, *rest = MATCH.prompts
    alike = one._replace(text=Text("Orbiter one")), other._replace(text=Text(shown))
    assert broken(MATCH._replace(prompts=(*alike, *rest))) == {"distinct-prompts"}


@pytest.mark.parametrize("item", [ORDER, MATCH], ids=lambda item: item.interaction)
def test_no_fatal_flights_refuses_one_in_sport(item: Item) -> None:
    """As an option, or as a prompt."""
    named = [*(prompt.ref for prompt in item.prompts), *(option.ref for option in item.options)]
    slug = next(ref.partition(":")[2] for ref in named if ref.startswith("mission:"))

    def lose_it(rows: Changing) -> None:
        rows[slug]["fatal"] = True

    assert broken(item, facts_where(lose_it)) == {"no-fatal-flights"}


# Number, place, name --------------------------------------------------------------------------


def test_quantity_proven_refuses_another_number_or_tolerance() -> None:
    asked = NUMBER.quantity
    assert asked is not None
    for other in (
        None,
        asked._replace(value=asked.value + 1),
        asked._replace(tolerance=asked.tolerance + 1),
        asked._replace(reach=asked.reach * 2),
    ):
        assert broken(NUMBER._replace(quantity=other)) == {"quantity-proven"}


def test_point_proven_refuses_another_point() -> None:
    point = PLACE.point
    assert point is not None
    for other in (None, Point(0, 0, 10), point._replace(precision_km=1000)):
        assert broken(PLACE._replace(point=other)) == {"point-proven"}


def test_names_proven_refuses_names_that_are_not_those_of_the_options() -> None:
    assert broken(NAME._replace(names=())) == {"names-proven"}
    assert broken(NAME._replace(names=NAME.names[::-1])) == {"names-proven"}


def test_names_proven_refuses_somebody_right_who_is_not_accepted() -> None:
    """Of three aboard, two are accepted."""
    aboard = made("person-aboard", Interaction.NAME, "orbiter-1")
    assert broken(aboard) == set()
    fewer = aboard._replace(options=aboard.options[1:], names=aboard.names[1:])
    assert broken(fewer) == {"names-proven"}


def test_names_proven_refuses_where_of_somebody_it_is_not_known() -> None:
    def forget_what_somebody_did(rows: Changing) -> None:
        del rows["ben-bly_orbiter-1"]["provenance"]["role"]

    assert FACTS is not facts_where(forget_what_somebody_did)
    assert broken(NAME, facts_where(forget_what_somebody_did)) == {"names-proven"}
