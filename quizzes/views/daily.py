"""The daily descent: today's, those of the year before, and landings that were passed on."""

from datetime import date, datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from quizzes.catalogue import readers_catalogue
from quizzes.descent.sharing import HEIGHT, WIDTH, landing_png, off_text, score_text, title
from quizzes.items.blueprint import TooFew
from quizzes.items.text import english
from quizzes.models import DailyAttempt
from quizzes.queries.daily import days_played, landed
from quizzes.services.daily import ARCHIVE_DAYS, is_open, start_daily
from quizzes.views.caching import kept_for_a_day, not_stored
from quizzes.views.errors import only, problem
from quizzes.views.player import player
from quizzes.views.presented.days import (
    landing_url,
    month,
    month_before,
    shown_day,
    streak_words,
    weekdays,
)
from quizzes.views.presented.shown import points
from quizzes.views.starting import give_pass, owner_of, owner_to_begin, too_few

MONTHS_SHOWN = 3


@not_stored
@only("GET", "HEAD", "POST")
def today(request: HttpRequest) -> HttpResponse:
    """The descent of this day, by the server's clock."""
    now = timezone.now()
    return descent(request, now.date(), now)


@not_stored
@only("GET", "HEAD", "POST")
def day(request: HttpRequest, day: date) -> HttpResponse:
    """The descent of a day that has come."""
    now = timezone.now()
    if not is_open(day, now.date()):
        return not_open(request, day, now.date())
    return descent(request, day, now)


def descent(request: HttpRequest, day: date, now: datetime) -> HttpResponse:
    """What there is to do on ``day``: begin, go on, or look at how it went."""
    if request.method == "POST":
        return begin(request, day, now)
    today = now.date()
    played = days_played(owner_of(request))
    own = next((one for one in played if one.day == day), None)
    context = {
        "player": player(owner_of(request)),
        "day": day,
        "is_today": day == today,
        "own": own,
        "shown": shown_day(day, own, today),
        "score": points(own.score) if own else "",
        "streak": streak_words(played, today),
        "before": day - timedelta(days=1) if is_open(day - timedelta(days=1), today) else None,
        "after": day + timedelta(days=1) if day < today else None,
        "width": WIDTH,
        "height": HEIGHT,
    }
    return render(request, "daily.html", context)


def begin(request: HttpRequest, day: date, now: datetime) -> HttpResponse:
    """To the attempt there is, else to a new one."""
    owner = owner_to_begin(request)
    started = start_daily(day, owner, now)
    if isinstance(started, TooFew):
        return too_few(request, started)
    return give_pass(redirect("resume", code=started.attempt.code), owner)


def not_open(request: HttpRequest, day: date, today: date) -> HttpResponse:
    if day > today:
        return problem(
            request, 404, _("That day has not come yet"),
            _("A new descent begins every day at midnight, Greenwich time."),
        )  # fmt: skip
    return problem(
        request, 404, _("The archive does not go back that far"),
        _("It keeps %(days)d days. Choose a later one.") % {"days": ARCHIVE_DAYS},
    )  # fmt: skip


@not_stored
@only("GET", "HEAD")
def archive(request: HttpRequest) -> HttpResponse:
    """The days that can be played, a few months at a time, with how one's own went."""
    today = timezone.now().date()
    newest = month_asked_for(request.GET.get("month", ""), today)
    if newest is None:
        return problem(
            request, 404, _("There is no such month in the archive"),
            _("Check the address, or start from the first page."),
        )  # fmt: skip
    played = days_played(owner_of(request))
    own = {one.day: one for one in played}
    firsts = [newest]
    while len(firsts) < MONTHS_SHOWN and is_open(firsts[-1] - timedelta(days=1), today):
        firsts.append(month_before(firsts[-1]))
    earlier, later = month_before(firsts[-1]), (newest + timedelta(days=93)).replace(day=1)
    context = {
        "player": player(owner_of(request)),
        "months": [month(first, own, today) for first in firsts],
        "weekdays": weekdays(),
        "has_played": bool(played),
        "streak": streak_words(played, today),
        "earlier": earlier if is_open(firsts[-1] - timedelta(days=1), today) else None,
        "later": min(later, today.replace(day=1)) if newest < today.replace(day=1) else None,
    }
    return render(request, "daily_archive.html", context)


def month_asked_for(asked: str, today: date) -> date | None:
    """The first day of a month written as 2026-11, this one where none is; None for one of which no
    day can be played."""
    if not asked:
        return today.replace(day=1)
    try:
        first = date.fromisoformat(f"{asked}-01")
    except ValueError:
        return None
    oldest = today - timedelta(days=ARCHIVE_DAYS - 1)
    return first if oldest.replace(day=1) <= first <= today else None


@only("GET", "HEAD")
def landing(request: HttpRequest, day: date, code: str) -> HttpResponse:
    """How a descent ended, for whoever was given its address: no question and no answer."""
    try:
        grades = landed(day, code)
    except DailyAttempt.DoesNotExist:
        return no_landing(request)
    translate = readers_catalogue()
    context = {
        "title": title(day).render(translate),
        "told": score_text(points(sum(grades)), len(grades)).render(translate),
        "off": off_text(grades).render(translate),
        "day": day,
        "is_open": is_open(day, timezone.now().date()),
        "page_url": landing_url(request, day, code),
        "picture": f"{landing_url(request, day, code)}landing.png",
        "width": WIDTH,
        "height": HEIGHT,
    }
    response = render(request, "landing.html", context)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


@kept_for_a_day
@only("GET", "HEAD")
def picture(request: HttpRequest, day: date, code: str) -> HttpResponse:
    """The picture of a landing: those who show links fetch it."""
    try:
        grades = landed(day, code)
    except DailyAttempt.DoesNotExist:
        return no_landing(request)
    drawn = landing_png(day, grades, points(sum(grades), english))  # one for all languages
    return HttpResponse(drawn, content_type="image/png", headers={"X-Robots-Tag": "noindex"})


def no_landing(request: HttpRequest) -> HttpResponse:
    """The answer for a code that was made up, and for a descent that is not over, alike."""
    return problem(
        request, 404, _("Nobody has landed here"),
        _("Check the address with whoever gave it to you, or play the day yourself."),
    )  # fmt: skip
