"""The daily descent: one paper a UTC day, one attempt at it an owner."""

import hmac
from datetime import date, datetime
from typing import Final

from django.conf import settings
from django.db import IntegrityError, transaction

from quizzes.items.blueprint import Blueprint, TooFew
from quizzes.items.item import DEFAULT_TOPICS
from quizzes.models import DailyAttempt, DailyPaper
from quizzes.services.attempts import start_attempt
from quizzes.services.papers import SEEDS_TRIED, first_paper

BLUEPRINT: Final = Blueprint(topics=DEFAULT_TOPICS, count=7)
"""Seven questions: each of another topic, answered in different ways, the easier ones first."""

ARCHIVE_DAYS: Final = 365
"""How far back days can be played: as long as attempts are kept."""


def is_open(day: date, today: date) -> bool:
    """Whether ``day`` can be played: it has come, and the archive goes back to it."""
    return 0 <= (today - day).days < ARCHIVE_DAYS


def seed_of(day: date, number: int = 0) -> str:
    """The seed of a day's paper. Without the site's secret nobody can tell it ahead."""
    message = f"spacequiz.daily:{day.isoformat()}:{number}"
    return hmac.digest(settings.SECRET_KEY.encode(), message.encode(), "sha256").hex()[:32]


def paper_of(day: date, now: datetime) -> DailyPaper | TooFew:
    """The paper of ``day``: made when the first asks for it, with the facts of that moment.

    No lock is held while it is generated. Of two that are made at once, the database's constraint
    keeps one, and the other is thrown away.
    """
    held = DailyPaper.objects.select_related("paper").filter(day=day).first()
    if held is not None:
        return held
    found = first_paper(BLUEPRINT, [seed_of(day, number) for number in range(SEEDS_TRIED)], now)
    if isinstance(found, TooFew):
        return found
    try:
        with transaction.atomic():
            return DailyPaper.objects.create(day=day, paper=found)
    except IntegrityError:
        found.delete()
        return DailyPaper.objects.select_related("paper").get(day=day)


def start_daily(day: date, owner: str, now: datetime) -> DailyAttempt | TooFew:
    """The attempt of ``owner`` at the paper of ``day``: the one there is, else a new one."""
    daily = paper_of(day, now)
    if isinstance(daily, TooFew):
        return daily
    own = daily.attempts.filter(owner=owner).select_related("attempt")
    held = own.first()
    if held is not None:
        return held
    try:
        with transaction.atomic():
            attempt = start_attempt(daily.paper, owner, now)
            return DailyAttempt.objects.create(daily=daily, attempt=attempt, owner=owner)
    except IntegrityError:  # begun in another tab at the same moment
        return own.get()
