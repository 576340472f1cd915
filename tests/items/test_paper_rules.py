"""What two items, and a whole paper, must not do."""

import pytest

from quizzes.items.item import Topic
from quizzes.items.rules.papers import (
    can_stand_beside,
    gives_away,
    names_in,
    paper_problems,
    statements,
)
from quizzes.items.text import CLAIM, Text, text
from tests.items.bending import ABOARD, COMMANDER, LONGEST, reading


def test_an_item_gives_another_away_by_naming_subject_and_key() -> None:
    teller = LONGEST._replace(stem=Text("Was Ada Alm on Orbiter 1?"))
    assert gives_away(teller, COMMANDER)
    assert not can_stand_beside(COMMANDER, [teller])
    assert not can_stand_beside(teller, [COMMANDER])


@pytest.mark.parametrize("stem", ["Was Ada Alm on Orbiter 12?", "Was Ada on Orbiter 1?"])
def test_an_item_gives_nothing_away_by_half(stem: str) -> None:
    half = reading(LONGEST, "Stork 1", "Stork 2", "Stork 3")._replace(stem=Text(stem))
    assert not gives_away(half, COMMANDER)


def test_an_item_says_its_question_with_its_options_its_background_and_its_feedback() -> None:
    item = reading(COMMANDER, "Ada", "Ben", "Dov", "Jon")._replace(
        stem=Text("Who, then?"), background=Text("So it was.")
    )
    feedback = ("about ada", "about ben", "about dov", "about jon")
    assert statements(item) == ("who then ada ben dov jon", "so it was", *feedback)
    assert statements(item._replace(background=None)) == ("who then ada ben dov jon", *feedback)


def test_an_item_gives_another_away_in_its_background() -> None:
    teller = LONGEST._replace(background=Text("Ada Alm was on Orbiter 1."))
    assert gives_away(teller, COMMANDER)
    assert not gives_away(LONGEST._replace(background=None), COMMANDER)


def test_the_names_in_a_claim_are_those_that_it_makes_and_a_date_is_one() -> None:
    day = text("{day} May {year}", day=5, year="1961")
    told = text("{person} flew on {day}.", person="Ada Alm", day=day)
    assert list(names_in(told)) == ["Ada Alm", "5 May 1961"]
    claim = Text("True or false: {claim}", ((CLAIM, told),))
    assert list(names_in(claim)) == ["Ada Alm", "5 May 1961"]


def test_what_a_paper_is_about_may_be_asked_about_again_in_another_way() -> None:
    flight = frozenset({"mission:orbiter-1"})
    one = COMMANDER._replace(subjects=tuple(flight), stem=Text("Who?"))
    same = one._replace(stem=Text("Who else?"))
    other = same._replace(kind="person-aboard")
    elsewhere = same._replace(subject="mission:orbiter-2")
    assert not can_stand_beside(same, [one])
    assert not can_stand_beside(same, [one], flight)
    assert can_stand_beside(other, [one], flight)
    assert can_stand_beside(elsewhere, [one], flight)


def test_two_items_about_one_flight_do_not_stand_beside_each_other() -> None:
    assert not can_stand_beside(ABOARD, [COMMANDER])
    assert paper_problems([COMMANDER, ABOARD]) == ["question 2 does not stand beside the others"]


def test_a_paper_with_two_more_of_one_topic_than_of_another_is_unbalanced() -> None:
    apart = [LONGEST._replace(subjects=(str(n),), stem=Text("Which?")) for n in range(4)]
    crews = COMMANDER._replace(subjects=("crew",))
    assert paper_problems([*apart[:2], crews]) == []
    assert paper_problems([*apart[:3], crews]) == ["topics with 3 and 1 questions"]
    assert {item.topic for item in apart} == {Topic.MISSION_LENGTHS}
