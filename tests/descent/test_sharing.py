"""What is passed on of a daily descent: how it went, and nothing of what was asked."""

from datetime import date
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.descent.sharing import (
    HEIGHT,
    TARGET,
    WIDTH,
    landing_png,
    landing_svg,
    off_text,
    share_text,
    symbol,
    way_down,
)
from quizzes.items.text import english

DAY = date(2026, 11, 21)
PNG = b"\x89PNG\r\n\x1a\n"
seven_grades = st.lists(st.sampled_from([0.0, 0.25, 0.5, 1.0]), min_size=7, max_size=7)


def test_the_text_tells_the_day_each_answer_and_where_to_look() -> None:
    told = share_text(DAY, [1, 1, 0.5, 0, 1, 1, 1], "5.5", "https://example.org/x/", english)
    assert told.splitlines() == [
        "SpaceQuiz, daily descent, 21 November 2026",
        "●●◐○●●● 5.5 of 7",
        "19 km from the target",
        "https://example.org/x/",
    ]


@given(st.floats(0, 1))
def test_only_what_is_wholly_right_has_a_full_sign(grade: float) -> None:
    assert (symbol(grade) == "●") is (grade == 1)
    assert (symbol(grade) == "○") is (grade == 0)


def test_whoever_has_all_right_lands_on_the_target() -> None:
    assert way_down([1.0] * 7)[-1] == pytest.approx(TARGET)
    assert off_text([1.0] * 7).render() == "right on the target"


@given(seven_grades, seven_grades)
def test_the_less_was_right_the_farther_from_the_target(
    grades: list[float], others: list[float]
) -> None:
    x, y = way_down(grades)[-1]
    assert y == TARGET[1]
    if sum(grades) < sum(others):
        assert x < way_down(others)[-1][0] <= TARGET[0] + 1e-6


@given(seven_grades)
def test_the_way_leads_down_and_stays_in_the_picture(grades: list[float]) -> None:
    way = way_down(grades)
    assert len(way) == 1 + 7
    assert all(one[1] < other[1] for one, other in pairwise(way))
    assert all(100 < x < WIDTH and 0 < y < HEIGHT for x, y in way)


@given(seven_grades)
def test_the_picture_is_whole_and_has_no_words_but_the_name(grades: list[float]) -> None:
    root = ET.fromstring(landing_svg(DAY, grades, "5.5"))  # noqa: S314 (drawn here)
    words = "".join(root.itertext())
    assert words == f"SpaceQuiz5.5/ 7{DAY.isoformat()}"


def test_the_png_has_the_size_that_is_asked_for_and_its_letters() -> None:
    drawn = landing_png(DAY, (1.0,) * 7, "7")
    assert drawn.startswith(PNG)
    assert [int.from_bytes(drawn[at : at + 4], "big") for at in (16, 20)] == [WIDTH, HEIGHT]
    # Another score is another picture: where no font is found, all letters are missing.
    assert drawn != landing_png(DAY, (1.0,) * 7, "1")
