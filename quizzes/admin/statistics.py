"""How a quiz went, in numbers: annotations for the list of quizzes."""

from django.db.models import Avg, Count, F, OuterRef, QuerySet, Subquery

from quizzes.models import Attempt, Quiz, Response


def with_statistics(quizzes: QuerySet[Quiz]) -> QuerySet[Quiz]:
    """Adds ``started`` and ``finished``, numbers of attempts, and ``mean_score``, of the finished
    ones, from 0 to 1. Where there are none they are None."""
    of_attempt = (
        Response.objects.filter(attempt=OuterRef("pk"), try_number=1)
        .order_by()
        .values("attempt")
        .annotate(answered=Count("pk"), score=Avg("grade"))
    )
    started = Attempt.objects.filter(paper__quiz=OuterRef("pk")).order_by().values("paper__quiz")
    finished = started.filter(size=Subquery(of_attempt.values("answered")))
    score = Subquery(of_attempt.values("score"))
    return quizzes.annotate(
        started=Subquery(started.annotate(number=Count("pk")).values("number")),
        finished=Subquery(finished.annotate(number=Count("pk")).values("number")),
        mean_score=Subquery(
            finished.alias(score=score).annotate(mean=Avg(F("score"))).values("mean")
        ),
    )
