"""The daily descent as templates show it, rendered in the reader's language."""

from calendar import Calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpRequest
from django.urls import reverse
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

from quizzes.catalogue import readers_catalogue
from quizzes.descent.sharing import share_text
from quizzes.models import Attempt, Paper
from quizzes.queries.attempts import AttemptState
from quizzes.queries.daily import PlayedDay, current_streak, days_played
from quizzes.services.daily import is_open
from quizzes.views.presented.shown import points


@dataclass(frozen=True, slots=True)
class DailyResult:
    """The end of a daily attempt. ``text``: what can be passed on; empty until all is answered.
    ``streak`` is said in words; empty where none goes on."""

    day: date
    url: str
    text: str
    streak: str


def daily_result(
    request: HttpRequest, attempt: Attempt, paper: Paper, state: AttemptState, today: date
) -> DailyResult | None:
    """What the result of ``attempt`` says where it is a daily one. ``paper``: its own, read with
    the day that it is of. One query for such a paper, else none."""
    if not hasattr(paper, "daily"):
        return None
    played = days_played(attempt.owner)
    own = next((one for one in played if one.attempt_code == attempt.code), None)
    if own is None:
        return None
    return DailyResult(
        day=own.day,
        url=landing_url(request, own.day, own.code),
        text=passed_on(request, own, state),
        streak=streak_words(played, today),
    )


def landing_url(request: HttpRequest, day: date, code: str) -> str:
    """The whole address of a shared result."""
    return request.build_absolute_uri(reverse("landing", args=[day, code]))


def passed_on(request: HttpRequest, own: PlayedDay, state: AttemptState) -> str:
    """What can be passed on of a finished attempt."""
    if state.next_position is not None:
        return ""
    grades = [state.responses[position].grade for position in range(1, state.size + 1)]
    url = landing_url(request, own.day, own.code)
    return share_text(own.day, grades, points(state.score), url, readers_catalogue())


def streak_words(played: Sequence[PlayedDay], today: date) -> str:
    """How many days in a row were played, in words."""
    count = current_streak(played, today)
    if not count:
        return ""
    return ngettext(
        "%(count)d day in a row. A missed day is forgiven.",
        "%(count)d days in a row. A missed day is forgiven.",
        count,
    ) % {"count": count}


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a calendar. ``state``: finished, begun, open or closed. ``part``: how much of it
    was right, from 0 to 1. ``words`` tell all of that."""

    day: date
    state: str
    part: float
    words: str
    is_today: bool


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the archive: weeks from Monday to Sunday, None where a day is another month's."""

    title: str
    weeks: Sequence[Sequence[Day | None]]


def month(first: date, played: Mapping[date, PlayedDay], today: date) -> Month:
    """The month that begins on ``first``."""
    weeks = Calendar().monthdatescalendar(first.year, first.month)
    return Month(
        title=date_format(first, "YEAR_MONTH_FORMAT"),
        weeks=[
            [shown_day(one, played.get(one), today) if one.month == first.month else None
             for one in week]
            for week in weeks
        ],
    )  # fmt: skip


def shown_day(day: date, own: PlayedDay | None, today: date) -> Day:
    if own is None:
        state = "open" if is_open(day, today) else "closed"
        return Day(day, state, 0, gettext("not played") if state == "open" else "", day == today)
    if not own.is_finished:
        return Day(day, "begun", 0, gettext("begun"), day == today)
    words = gettext("%(score)s of %(size)s right") % {
        "score": points(own.score), "size": own.size,
    }  # fmt: skip
    return Day(day, "finished", own.score / own.size, words, day == today)


def month_before(first: date) -> date:
    """The first day of the month before the one that begins on ``first``."""
    return (first - timedelta(days=1)).replace(day=1)


def weekdays() -> list[tuple[str, str]]:
    """The days of a week, short and in full, from Monday."""
    return [(str(WEEKDAYS_ABBR[at]), str(WEEKDAYS[at])) for at in range(7)]
