"""The way down: the end tells the score and nothing else, whatever way led there."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.descent.course import FARTHEST_KM, PHASES, Course, Point, whole_km
from quizzes.descent.track import SIDE, track

GRADES = st.lists(st.sampled_from([0.0, 0.25, 0.5, 1.0]), min_size=1, max_size=40)


def ended(grades: list[float]) -> Course:
    return Course(grades, done=len(grades))


@given(GRADES, st.randoms())
def test_equal_scores_come_down_equally_far_off(grades: list[float], rng: random.Random) -> None:
    shuffled = list(grades)
    rng.shuffle(shuffled)
    assert ended(shuffled).here == pytest.approx(ended(grades).here)
    assert ended(shuffled).missed_km() == pytest.approx(ended(grades).missed_km())


@given(GRADES, st.data())
def test_a_better_response_comes_down_nearer(grades: list[float], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(grades) - 1))
    better = [*grades[:place], 1.0, *grades[place + 1 :]]
    if better == grades:
        return
    assert ended(better).here.along > ended(grades).here.along
    assert ended(better).missed_km() < ended(grades).missed_km()


def test_all_right_is_on_the_target_and_nothing_right_farthest_off() -> None:
    assert ended([1.0] * 7).here == pytest.approx(Point(1.0, 1.0))
    assert ended([1.0] * 7).missed_km() == 0
    assert ended([0.0] * 7).missed_km() == pytest.approx(FARTHEST_KM)


@given(GRADES, st.data())
def test_gusts_add_up_to_the_distance(grades: list[float], data: st.DataObject) -> None:
    done = data.draw(st.integers(0, len(grades)))
    gusts = [Course(grades, done=n).gust_km for n in range(done + 1)]
    assert min(gusts) >= 0
    assert sum(gusts) == pytest.approx(Course(grades, done=done).missed_km())


@given(st.integers(1, 60))
def test_papers_of_any_length_start_at_the_station_and_end_on_the_ground(size: int) -> None:
    phases = [PHASES.index(Course([1.0] * size, done=done).phase) for done in range(size + 1)]
    assert phases[0] == 0
    assert phases[-1] == len(PHASES) - 1
    assert phases == sorted(phases)
    if size >= len(PHASES) - 1:
        assert set(phases) == set(range(len(PHASES)))


def test_what_is_not_answered_yet_is_not_held_against_anybody() -> None:
    course = Course([1.0, None, 1.0, None], done=3)
    assert course.missed_km() == 0
    assert course.landing == pytest.approx(Point(1.0, 1.0))


@given(GRADES, st.data())
def test_landing_ahead_is_where_the_rest_right_would_lead(
    grades: list[float], data: st.DataObject
) -> None:
    done = data.draw(st.integers(0, len(grades)))
    rest_right = [*grades[:done], *[1.0] * (len(grades) - done)]
    assert Course(grades, done=done).landing == pytest.approx(ended(rest_right).here)


@given(GRADES, st.data())
def test_track_stays_in_its_room_and_has_a_point_for_every_response(
    grades: list[float], data: st.DataObject
) -> None:
    done = data.draw(st.integers(0, len(grades)))
    drawn = track(Course(grades, done=done))
    assert 0 <= drawn.x <= 100
    assert 0 <= drawn.y <= 100
    points = drawn.right + drawn.partly + drawn.wrong
    assert points.count("M") == done
    numbers = [int(n) for n in points.replace("M", " ").replace("h0", " ").split()]
    assert all(0 <= number <= SIDE for number in numbers)


def test_a_near_miss_is_not_told_as_a_hit() -> None:
    assert whole_km(0) == 0
    assert whole_km(0.01) == 1
    assert whole_km(16.8) == 17
