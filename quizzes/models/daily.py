"""The daily descent: a paper for each day, and who played it."""

from django.db import models

from quizzes.models.attempts import Attempt
from quizzes.models.papers import Paper, new_code


class DailyPaper(models.Model):
    """The paper of a UTC day, the same for everybody."""

    day = models.DateField(unique=True)
    paper = models.OneToOneField(Paper, models.CASCADE, related_name="daily")

    class Meta:
        ordering = ("-day",)

    def __str__(self) -> str:
        return self.day.isoformat()


class DailyAttempt(models.Model):
    """The one attempt of an owner at the paper of a day. ``code`` is that of its shared result:
    whoever has it sees the score, and nothing else."""

    daily = models.ForeignKey(DailyPaper, models.CASCADE, related_name="attempts")
    attempt = models.OneToOneField(Attempt, models.CASCADE, related_name="daily")
    owner = models.CharField(max_length=32)
    code = models.CharField(max_length=32, unique=True, default=new_code)

    class Meta:
        ordering = ("-id",)
        constraints = (
            models.UniqueConstraint(fields=("owner", "daily"), name="one_attempt_a_day"),
        )

    def __str__(self) -> str:
        return f"{self.daily_id}/{self.attempt_id}"
