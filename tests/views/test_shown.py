"""An attempt as it is shown."""

from collections.abc import Sequence

from quizzes.descent.course import Course
from quizzes.descent.track import track
from quizzes.views.presented.shown import Progress


def wind_after(grades: Sequence[float], size: int) -> str:
    course = Course([*grades, *[None] * (size - len(grades))], done=len(grades))
    progress = Progress(
        code="",
        position=len(grades),
        size=size,
        answered=len(grades),
        score="",
        next_position=None,
        title="",
        tally="",
        course=course,
        track=track(course),
    )
    return progress.wind


def test_wind_says_how_far_off_one_is_by_now_and_a_course_that_is_held_says_the_same() -> None:
    told = [wind_after([1, 0, 1, 0, 1][:done], size=10) for done in range(1, 6)]
    assert told == [
        "",
        "The wind takes you 4 km off.",
        "You hold your course, 4 km off.",
        "The wind takes you 17 km off.",
        "You hold your course, 17 km off.",
    ]
