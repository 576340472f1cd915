"""Reads of the daily descent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q, Sum

from quizzes.descent.streaks import streak
from quizzes.models import DailyAttempt, Response


@dataclass(frozen=True, slots=True)
class PlayedDay:
    """An attempt at the paper of ``day``. ``code``: of its shared result."""

    day: date
    code: str
    attempt_code: str
    started_at: datetime
    size: int
    answered: int
    score: float

    @property
    def is_finished(self) -> bool:
        return self.answered == self.size

    @property
    def counts(self) -> bool:
        """Whether it counts for a streak: begun on its own day, and finished whenever."""
        return self.is_finished and self.started_at.date() == self.day


def days_played(owner: str) -> list[PlayedDay]:
    """The days that ``owner`` began to play, the latest first. One query, none without an owner."""
    if not owner:
        return []
    first_tries = Q(attempt__responses__try_number=1)
    rows = (
        DailyAttempt.objects.filter(owner=owner)
        .annotate(
            answered=Count("attempt__responses", filter=first_tries),
            score=Sum("attempt__responses__grade", filter=first_tries, default=0.0),
        )
        .order_by("-daily__day")
        .values_list(
            "daily__day", "code", "attempt__code", "attempt__started_at", "attempt__size",
            "answered", "score",
        )
    )  # fmt: skip
    return [PlayedDay(*row) for row in rows]


def current_streak(played: Sequence[PlayedDay], today: date) -> int:
    """How many days in a row were played, as ``quizzes.descent.streaks`` counts them."""
    return streak([one.day for one in played if one.counts], today)


def landed(day: date, code: str) -> tuple[float, ...]:
    """The grades of a finished attempt at the paper of ``day``, in the order of its questions, by
    the code of its shared result. Raises ``DailyAttempt.DoesNotExist`` where there is none such,
    and where it is not finished. Two queries."""
    found = DailyAttempt.objects.select_related("attempt").get(code=code, daily__day=day)
    grades = tuple(
        Response.objects.filter(attempt=found.attempt_id, try_number=1)
        .order_by("item__position")
        .values_list("grade", flat=True)
    )
    if len(grades) != found.attempt.size:
        raise DailyAttempt.DoesNotExist
    return grades
