"""How long is kept what students did."""

from datetime import datetime

from django.db import transaction

from quizzes.models import Attempt, Paper


@transaction.atomic
def purge_before(day: datetime) -> tuple[int, int]:
    """Delete the attempts started before ``day``, and the papers of that time that nobody has an
    attempt at and no quiz holds. Returns how many of each."""
    attempts = Attempt.objects.filter(started_at__lt=day)
    papers = Paper.objects.filter(created_at__lt=day, quiz=None, attempts=None)
    old = attempts.count()
    attempts.delete()
    unused = papers.count()
    papers.delete()
    return old, unused
