"""Days in a row: one missed day is forgiven, two end a streak."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.descent.streaks import streak

TODAY = date(2026, 3, 1)  # the month before has 28 days
ago = st.integers(0, 60)
some_days = st.sets(ago)


def days(*back: int) -> list[date]:
    """Days that were so many days ago."""
    return [TODAY - timedelta(days=n) for n in back]


@pytest.mark.parametrize(
    ("back", "count"),
    [
        ([], 0),
        ([0], 1),
        ([1], 1),  # today has only begun
        ([2], 1),  # yesterday was missed, and is forgiven
        ([3], 0),  # two days were missed
        ([0, 1, 2], 3),
        ([0, 2, 4], 3),  # each missed day lies between two that were played
        ([0, 1, 4, 5], 2),
        ([0, 3], 1),
    ],
)
def test_days_in_a_row_are_counted(back: list[int], count: int) -> None:
    assert streak(days(*back), TODAY) == count


@given(some_days, st.randoms())
def test_the_order_of_days_does_not_matter(back: set[int], random: object) -> None:
    played = days(*back)
    assert streak(played[::-1] + played, TODAY) == streak(sorted(played), TODAY)


@given(st.integers(1, 60), ago)
def test_one_missed_day_is_forgiven(length: int, missed: int) -> None:
    back = set(range(length)) - {missed}
    assert streak(days(*back), TODAY) == len(back)


@given(some_days, st.integers(1, 57))  # today has only begun: it is not missed
def test_what_was_before_two_missed_days_does_not_count(back: set[int], gap: int) -> None:
    kept = back - {gap, gap + 1}
    assert streak(days(*kept), TODAY) == streak(days(*(n for n in kept if n < gap)), TODAY)


@given(some_days)
def test_playing_today_never_shortens_a_streak(back: set[int]) -> None:
    assert streak(days(*back, 0), TODAY) >= streak(days(*back), TODAY)


@given(some_days, st.integers(1, 30))
def test_days_to_come_count_nothing(back: set[int], ahead: int) -> None:
    assert streak(days(*back, -ahead), TODAY) == streak(days(*back), TODAY)
