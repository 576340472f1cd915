"""Every rule lets a fair item pass, and refuses one that breaks it and nothing else."""

from dataclasses import replace
from datetime import date

import pytest

from quizzes.items.generate import Generator
from quizzes.items.item import Item, Option, Relation
from quizzes.items.kinds import KINDS
from quizzes.items.kinds.base import AnyKind, resolve
from quizzes.items.rules import broken_rule
from quizzes.items.rules.leaks import was_active
from quizzes.items.rules.sheet import sheet
from quizzes.items.seeds import Draw
from quizzes.items.text import Text
from tests.items.bending import (
    ABOARD,
    COMMANDER,
    FACTS,
    IN_ORDER,
    LENGTH,
    LONGEST,
    Changing,
    broken,
    facts_where,
    item_of,
    option_of,
    reading,
    sheet_of,
    with_option,
)
from tests.items.made_up import fact_base, world_for


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
def test_a_fair_item_of_every_kind_breaks_no_rule(kind: AnyKind) -> None:
    """In one interaction at least the made-up world has some; the facts have in each."""
    facts = fact_base(world_for(kind.slug))
    generator, made = Generator(facts, KINDS), 0
    for way in kind.interactions:
        for number in range(10):
            item = generator.any_item(kind, Draw(str(number)), way)
            made += item is not None
            assert item is None or broken(item, facts) == set()
    assert made >= 10


@pytest.mark.parametrize("item", [ABOARD, COMMANDER, LONGEST, IN_ORDER], ids=lambda item: item.kind)
def test_the_items_to_be_broken_are_fair(item: Item) -> None:
    assert broken(item) == set()
    assert broken_rule(sheet_of(item)) is None


def test_an_item_about_a_record_that_is_gone_has_no_sheet() -> None:
    assert sheet(ABOARD._replace(subject="mission:airship"), KINDS[1], FACTS) is None
    assert sheet(with_option(ABOARD, 2, ref="person:nobody"), KINDS[1], FACTS) is None


def test_the_first_rule_broken_is_named_with_what_is_wrong() -> None:
    item = with_option(ABOARD._replace(sources=()), 1, relation=Relation.NEAR_VALUE)
    assert broken(item) == {"sourced", "related"}
    assert broken_rule(sheet_of(item)) == ("sourced", "no source")


DAY_IN_1950 = date(1950, 6, 1)


def test_words_say_what_is_wrong() -> None:
    statement = ABOARD._replace(stem=Text("Name them."))
    assert broken_rule(sheet_of(statement)) == ("one-short-question", "not one question")
    tagged = COMMANDER._replace(fatal=True)
    assert broken_rule(sheet_of(tagged)) == ("fatal-flights-with-respect", "the tag is wrong")


# Truth ----------------------------------------------------------------------------------------


def test_proven_refuses_a_distractor_that_is_right() -> None:
    crewmate = option_of(ABOARD, "person:ben-bly", "person:ada-alm")
    assert broken(ABOARD._replace(options=(*ABOARD.options[:3], crewmate))) == {"proven"}


def test_proven_refuses_a_distractor_of_which_it_is_not_known() -> None:
    def forget_what_ben_bly_did(rows: Changing) -> None:
        del rows["ben-bly_orbiter-1"]["provenance"]["role"]

    assert broken(COMMANDER, facts_where(forget_what_ben_bly_did)) == {"proven"}


def test_proven_refuses_a_key_on_which_sources_disagree() -> None:
    def dispute_the_length(rows: Changing) -> None:
        rows["orbiter-4"]["disputed"] = ["duration_s"]

    assert broken(LONGEST, facts_where(dispute_the_length)) == {"proven"}


def test_proven_refuses_two_keys() -> None:
    crewmate = option_of(ABOARD, "person:ben-bly", "person:ben-bly")
    assert broken(ABOARD._replace(options=(*ABOARD.options[:3], crewmate))) == {"proven"}


def test_proven_refuses_no_key() -> None:
    none_right = ABOARD._replace(options=ABOARD.options[1:])
    assert broken_rule(sheet_of(none_right)) == ("proven", "0 keys")


def test_sourced_refuses_an_item_without_a_source() -> None:
    assert broken(ABOARD._replace(sources=())) == {"sourced"}


# Options --------------------------------------------------------------------------------------


def test_three_or_four_options_are_fair_and_two_or_five_are_not() -> None:
    fifth = option_of(ABOARD, "person:hal-har", "person:ada-alm")
    sizes = {
        2: broken(ABOARD._replace(options=ABOARD.options[:2])),
        3: broken(ABOARD._replace(options=ABOARD.options[:3])),
        4: broken(ABOARD),
        5: broken(ABOARD._replace(options=(*ABOARD.options, fifth))),
    }
    refused = {"three-or-four-options"}
    assert sizes == {2: refused, 3: set(), 4: set(), 5: refused}


def test_one_type_refuses_an_agency_among_people() -> None:
    agency = Option(
        "agency:dsa", Text("DSA"), is_key=False, relation=Relation.SAME_FAMILY,
        rationale=Text("DSA is an agency."),
    )  # fmt: skip
    assert broken(ABOARD._replace(options=(*ABOARD.options[:3], agency))) == {"one-type"}


@pytest.mark.parametrize("shown", ["Ada Almond", "Nevada Alm", "ADÁ-ALMA", "Ad aalm."])
def test_distinct_refuses_an_option_that_holds_another(shown: str) -> None:
    texts = ("Ada Alm", shown, "Gus Gil", "Lea Lun")
    assert broken(reading(ABOARD, *texts)) == {"distinct"}


@pytest.mark.parametrize("shown", ["Ada Alm", "ADA ALM", "Áda Alm", "Ada-Alm"])
def test_an_option_that_reads_like_another_is_refused_twice_over(shown: str) -> None:
    texts = ("Ada Alm", shown, "Gus Gil", "Lea Lun")
    assert broken(reading(ABOARD, *texts)) == {"distinct", "no-shared-alias"}


def test_no_shared_alias_refuses_two_who_go_by_one_name() -> None:
    def give_both_a_nickname(rows: Changing) -> None:
        rows["ada-alm"]["aliases"] = ["Sparrow"]
        rows["gus-gil"]["aliases"] = ["sparrow", "Gil"]

    assert broken(ABOARD, facts_where(give_both_a_nickname)) == {"no-shared-alias"}


def test_no_shared_alias_refuses_one_who_goes_by_another_options_name() -> None:
    def call_gus_gil_ada_alm(rows: Changing) -> None:
        rows["gus-gil"]["aliases"] = ["Ada Alm"]

    assert broken(ABOARD, facts_where(call_gus_gil_ada_alm)) == {"no-shared-alias"}


def test_related_refuses_a_distractor_that_shares_nothing() -> None:
    assert broken(with_option(ABOARD, 1, relation=Relation.NEAR_VALUE)) == {"related"}


def test_related_lets_a_number_share_being_near() -> None:
    assert broken(with_option(IN_ORDER, 0, relation=Relation.NEAR_VALUE)) == set()


@pytest.mark.parametrize(("at", "said"), [(0, Relation.SAME_CREW), (1, Relation.KEY)])
def test_related_refuses_a_key_told_as_a_distractor_and_the_reverse(
    at: int, said: Relation
) -> None:
    assert broken(with_option(ABOARD, at, relation=said)) == {"related"}


def test_in_order_refuses_numbers_as_they_come() -> None:
    assert broken(LENGTH) == {"in-order"}


def test_in_order_refuses_numbers_that_are_too_close() -> None:
    """Two distractors, each fair beside the key, may differ by a day only."""

    def shorten_orbiter_3_to_four_days(rows: Changing) -> None:
        rows["orbiter-3"] |= {"landed_at": "1990-03-06T14:00:00Z", "duration_s": 4 * 86400 + 7200}

    facts = facts_where(shorten_orbiter_3_to_four_days)
    three, four, sixteen = "mission:orbiter-1", "mission:orbiter-3", "mission:orbiter-4"
    item = item_of("length-of-mission", sixteen, sixteen, three, four)
    options = tuple(item.options[at] for at in (1, 2, 0))
    assert broken(item._replace(options=options), facts) == {"in-order"}


@pytest.mark.parametrize(
    "shown", ["All of these", "None of the above", "Both of them, always", "Never any"]
)
def test_no_catch_all_refuses_it_as_an_option(shown: str) -> None:
    texts = ("Ada Alm", "Fay Fry", "Gus Gil", shown)
    assert broken(reading(ABOARD, *texts)) == {"no-catch-all"}


def test_no_catch_all_refuses_it_in_the_stem() -> None:
    stem = Text("Who was always aboard when Orbiter 1 launched?")
    assert broken(ABOARD._replace(stem=stem)) == {"no-catch-all"}


# Leaks ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("stem", ["Who of the Alm family flew?", "Was it ADA who flew?"])
def test_no_clue_in_stem_refuses_a_word_of_the_key_alone(stem: str) -> None:
    assert broken(ABOARD._replace(stem=Text(stem))) == {"no-clue-in-stem"}


def test_no_clue_in_stem_allows_a_word_that_a_distractor_has_too() -> None:
    item = reading(ABOARD, "Ada Alm", "Ada Fry", "Gus Gil", "Lea Lun")
    assert broken(item._replace(stem=Text("Which Ada flew?"))) == set()
    item = reading(ABOARD, "The Alm", "Fay Fry", "Gus Gil", "Lea Lun")
    assert broken(item._replace(stem=Text("Who was the one to fly?"))) == set()


@pytest.mark.parametrize(
    ("length", "refused"),
    [(6, {"key-of-usual-length"}), (7, set()), (13, set()), (14, {"key-of-usual-length"})],
)
def test_key_of_usual_length_allows_three_tenths_either_way(length: int, refused: set[str]) -> None:
    item = reading(ABOARD, "k" * length, "aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc")
    assert broken(item) == refused


@pytest.mark.parametrize(
    ("died_on", "refused"),
    [("1989-12-31", {"possible-at-the-time"}), ("1990-01-01", set()), ("1999-01-01", set())],
)
def test_possible_at_the_time_refuses_the_dead(died_on: str, refused: set[str]) -> None:
    """Orbiter 1 launched on 1 January 1990."""

    def bury_gus_gil(rows: Changing) -> None:
        rows["gus-gil"]["died_on"] = died_on
        rows["gus-gil"]["provenance"]["died_on"] = ["almanac@2026-01-31"]

    assert broken(ABOARD, facts_where(bury_gus_gil)) == refused


@pytest.mark.parametrize(
    ("year", "refused"),
    [
        ("1977", {"possible-at-the-time"}),
        ("1978", set()),
        ("2002", set()),
        ("2003", {"possible-at-the-time"}),
    ],
)
def test_possible_at_the_time_allows_twelve_years_either_way(year: str, refused: set[str]) -> None:
    """Orbiter 1 flew in 1990: all other flights are moved to another year."""

    def move_the_others(rows: Changing) -> None:
        for slug, row in rows.items():
            if slug != "orbiter-1" and "launched_at" in row:
                row["launched_at"] = row["launched_at"].replace("1990", year)

    assert broken(COMMANDER, facts_where(move_the_others)) == refused


def test_possible_at_the_time_refuses_where_the_day_is_not_known() -> None:
    def forget_the_launch(rows: Changing) -> None:
        del rows["orbiter-1"]["provenance"]["launched_at"]

    assert broken(COMMANDER, facts_where(forget_the_launch)) == {"possible-at-the-time"}


@pytest.mark.parametrize(
    "reference",
    [
        "person:ada-alm", "agency:asa", "seat:ada-alm_orbiter-1", "mission:orbiter-1",
        "spacewalk:walk-1", "spacecraft:orbiter", "station:perch",
    ],
)  # fmt: skip
def test_everything_that_flew_has_its_time(reference: str) -> None:
    """All that is in the small world flew in 1990."""
    record = resolve(reference, FACTS)
    assert record is not None
    assert was_active(record, date(2002, 12, 31), FACTS)
    assert not was_active(record, date(2003, 1, 1), FACTS)


def test_a_spacecraft_has_the_time_of_its_own_flights() -> None:
    def move_the_orbiters(rows: Changing) -> None:
        for slug, row in rows.items():
            if slug.startswith("orbiter-"):
                row["launched_at"] = row["launched_at"].replace("1990", "1950")

    facts = facts_where(move_the_orbiters)
    then = {
        slug for slug, craft in facts.spacecraft.items() if was_active(craft, DAY_IN_1950, facts)
    }
    assert then == {"orbiter"}


def test_places_are_always_there() -> None:
    pad = resolve("site:pad-a", FACTS)
    assert pad is not None
    assert was_active(pad, date(1900, 1, 1), FACTS)


def test_a_flight_or_a_spacewalk_of_an_unknown_day_has_no_time() -> None:
    flight, walk = FACTS.missions["orbiter-1"], next(iter(FACTS.spacewalks.values()))
    assert not was_active(replace(flight, launched_at=None), date(1990, 1, 1), FACTS)
    assert not was_active(replace(walk, started_at=None), date(1990, 1, 1), FACTS)


# Wording and tone -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stem", "refused"),
    [
        ("so " * 24 + "what?", set()),
        ("so " * 25 + "what?", {"one-short-question"}),
        ("Name them.", {"one-short-question"}),
        ("Who flew? And why?", {"one-short-question"}),
        ("Who flew? Tell.", {"one-short-question"}),
    ],
)
def test_one_short_question_has_25_words_and_one_mark_at_its_end(
    stem: str, refused: set[str]
) -> None:
    assert broken(ABOARD._replace(stem=Text(stem))) == refused


def test_feedback_for_every_option_refuses_a_rationale_about_another() -> None:
    item = with_option(ABOARD, 2, rationale=ABOARD.options[1].rationale)
    assert broken(item) == {"feedback-for-every-option"}


def test_fatal_flights_are_no_distractors() -> None:
    def lose_orbiter_2(rows: Changing) -> None:
        rows["orbiter-2"]["fatal"] = True

    assert broken(LONGEST, facts_where(lose_orbiter_2)) == {"fatal-flights-with-respect"}


def test_stays_on_fatal_flights_are_no_distractors() -> None:
    def lose_orbiter_1(rows: Changing) -> None:
        rows["orbiter-1"]["fatal"] = True

    five_days, three, eight = "jon-jar_orbiter-2", "ada-alm_orbiter-1", "gus-gil_orbiter-3"
    stay = item_of("length-of-stay", f"seat:{five_days}", *stays(five_days, three, eight))
    ascending = stay._replace(options=tuple(stay.options[at] for at in (1, 0, 2)))
    assert broken(ascending) == set()
    assert broken(ascending, facts_where(lose_orbiter_1)) == {"fatal-flights-with-respect"}


def stays(*slugs: str) -> list[str]:
    return [f"seat:{slug}" for slug in slugs]


def test_a_fatal_flight_is_tagged_where_it_is_asked_about() -> None:
    def lose_orbiter_1(rows: Changing) -> None:
        rows["orbiter-1"]["fatal"] = True

    facts = facts_where(lose_orbiter_1)
    assert broken(COMMANDER._replace(fatal=True), facts) == set()
    assert broken(COMMANDER._replace(fatal=False), facts) == {"fatal-flights-with-respect"}


def test_a_flight_that_cost_no_lives_is_not_tagged() -> None:
    assert broken(COMMANDER._replace(fatal=True)) == {"fatal-flights-with-respect"}
