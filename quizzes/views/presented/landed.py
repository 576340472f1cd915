"""The end of an attempt: the landing, the score, and every item with its feedback."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from django.utils.translation import gettext

from quizzes.catalogue import readers_catalogue
from quizzes.descent.comparison import Comparison, comparison
from quizzes.descent.course import Course, whole_km
from quizzes.descent.track import Track, track
from quizzes.facts.base import FactBase
from quizzes.items.item import Item
from quizzes.items.text import named
from quizzes.models import Attempt
from quizzes.queries.attempts import AttemptState
from quizzes.views.presented.shown import points
from quizzes.views.presented.told import Feedback, feedback

FAIR_KM: Final = 20
ROUGH_KM: Final = 100


@dataclass(frozen=True, slots=True)
class Landing:
    """Where the capsule lies: ``words`` say how far from the target, ``like`` is a real landing to
    hold it against, ``town`` what that is measured from. ``weather`` is fair, cloudy or rough: the
    wind that carried it off."""

    course: Course
    track: Track
    words: str
    like: Comparison | None
    town: str
    weather: str


@dataclass(frozen=True, slots=True)
class Result:
    """The end of an attempt. ``took``: the time it took, where that was asked for."""

    score: str
    size: int
    took: str
    landing: Landing
    items: Sequence[tuple[int, Feedback]]


def result(attempt: Attempt, state: AttemptState, items: Sequence[Item], facts: FactBase) -> Result:
    """Every item with its feedback, and the time taken where it was asked for."""
    ended_at = max(response.submitted_at for response in state.responses.values())
    grades = [
        state.responses[n].grade if n in state.responses else 0.0 for n in range(1, state.size + 1)
    ]
    return Result(
        score=points(state.score),
        size=state.size,
        took=duration(ended_at - attempt.started_at) if attempt.is_timed else "",
        landing=landing(Course(grades, done=state.size), facts),
        items=[
            (position, feedback(item, state.responses[position]))
            for position, item in enumerate(items, 1)
            if position in state.responses
        ],
    )


def landing(course: Course, facts: FactBase) -> Landing:
    """The end of a course, and a real one to hold it against."""
    off = course.missed_km()
    found = comparison(off, facts)
    return Landing(
        course=course,
        track=track(course),
        words=distance(off),
        like=found,
        town=named(found.town.name, readers_catalogue()) if found else "",
        weather="fair" if off <= FAIR_KM else "cloudy" if off <= ROUGH_KM else "rough",
    )


def distance(km: float) -> str:
    if not km:
        return gettext("You came down right on the target.")
    return gettext("You came down %(km)s km from the target.") % {"km": whole_km(km)}


def duration(took: timedelta) -> str:
    """A time as a clock would tell it, in its two largest units."""
    minutes, seconds = divmod(int(took.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return gettext("%(hours)d h %(minutes)d min") % {"hours": hours, "minutes": minutes}
    if minutes:
        return gettext("%(minutes)d min %(seconds)d s") % {"minutes": minutes, "seconds": seconds}
    return gettext("%(seconds)d s") % {"seconds": seconds}
