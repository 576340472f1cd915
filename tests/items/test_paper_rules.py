"""What two items, and a whole paper, must not do."""

import pytest

from quizzes.items.item import Topic
from quizzes.items.rules.papers import can_stand_beside, gives_away, paper_problems
from quizzes.items.text import Text
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


def test_two_items_about_one_flight_do_not_stand_beside_each_other() -> None:
    assert not can_stand_beside(ABOARD, [COMMANDER])
    assert paper_problems([COMMANDER, ABOARD]) == ["question 2 does not stand beside the others"]


def test_a_paper_with_two_more_of_one_topic_than_of_another_is_unbalanced() -> None:
    apart = [LONGEST._replace(subjects=(str(n),), stem=Text("Which?")) for n in range(4)]
    crews = COMMANDER._replace(subjects=("crew",))
    assert paper_problems([*apart[:2], crews]) == []
    assert paper_problems([*apart[:3], crews]) == ["topics with 3 and 1 questions"]
    assert {item.topic for item in apart} == {Topic.MISSION_LENGTHS}
