"""How long is kept what students did."""

from datetime import datetime

from django.db import transaction

from quizzes.models import Attempt, Memory, Paper, PassMove, RevokedPass


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


@transaction.atomic
def forget_unseen(day: datetime) -> int:
    """Delete what owners remember who have done nothing since ``day``, links that ended before it,
    and what says which passes were revoked before it. Returns how many owners are forgotten."""
    PassMove.objects.filter(expires_at__lt=day).delete()
    RevokedPass.objects.filter(revoked_at__lt=day).delete()
    unseen = Memory.objects.exclude(
        owner__in=Memory.objects.filter(reviewed_at__gte=day).values("owner")
    ).exclude(owner__in=Attempt.objects.filter(started_at__gte=day).values("owner"))
    owners = unseen.values("owner").distinct().count()
    unseen.delete()
    return owners
