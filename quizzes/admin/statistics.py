"""How a quiz went, in numbers: annotations for the list of quizzes."""

from collections.abc import Iterable

from django.db.models import Avg, Count, Exists, F, OuterRef, QuerySet, Subquery

from quizzes.models import Attempt, Quiz, Response


def with_statistics(quizzes: QuerySet[Quiz]) -> QuerySet[Quiz]:
    """Adds ``started`` and ``finished``, numbers of attempts, and ``mean_score`` from 0 to 1, of
    finished ones that were their owner's first. Where there are none they are None."""
    of_attempt = (
        Response.objects.filter(attempt=OuterRef("pk"), try_number=1)
        .order_by()
        .values("attempt")
        .annotate(answered=Count("pk"), score=Avg("grade"))
    )
    started = Attempt.objects.filter(paper__quiz=OuterRef("pk")).order_by().values("paper__quiz")
    finished = started.filter(size=Subquery(of_attempt.values("answered")))
    earlier = Attempt.objects.filter(
        paper__quiz=OuterRef("paper__quiz"), owner=OuterRef("owner"), pk__lt=OuterRef("pk")
    )
    score = Subquery(of_attempt.values("score"))
    return quizzes.annotate(
        started=Subquery(started.annotate(number=Count("pk")).values("number")),
        finished=Subquery(finished.annotate(number=Count("pk")).values("number")),
        mean_score=Subquery(
            finished.filter(~Exists(earlier))
            .alias(score=score)
            .annotate(mean=Avg(F("score")))
            .values("mean")
        ),
    )


def number_started(quizzes: Iterable[Quiz]) -> int:
    """How many attempts there are at some quizzes."""
    return Attempt.objects.filter(paper__quiz__in=list(quizzes)).count()
