"""What students do: an attempt is a list of responses that only grows."""

from django.db import models
from django.db.models import Q

from quizzes.models.papers import Paper, PaperItem, new_code


class Attempt(models.Model):
    """One student's way through a paper.

    ``owner`` is the random number in the signed cookie of the browser that started it: nothing
    else is known of a student.
    """

    code = models.CharField(max_length=32, unique=True, default=new_code)
    owner = models.CharField(max_length=32, db_index=True)
    paper = models.ForeignKey(Paper, models.CASCADE, related_name="attempts")
    size = models.PositiveSmallIntegerField(help_text="The number of items in its paper.")
    is_timed = models.BooleanField(default=False)
    started_at = models.DateTimeField()
    expires_at = models.DateTimeField()

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return self.code


class Response(models.Model):
    """One submission, with its grade from 0 to 1. Never changed, but that what was
    written in words goes when its pass is forgotten; never deleted alone."""

    attempt = models.ForeignKey(Attempt, models.CASCADE, related_name="responses")
    item = models.ForeignKey(PaperItem, models.PROTECT, related_name="responses")
    try_number = models.PositiveSmallIntegerField(default=1)
    value = models.JSONField(help_text="What was chosen, as the interaction reads it.")
    grade = models.FloatField()
    submitted_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=("attempt", "item", "try_number"), name="one_response_a_try"
            ),
            models.CheckConstraint(condition=Q(grade__range=(0, 1)), name="grade_from_0_to_1"),
        )

    def __str__(self) -> str:
        return f"{self.attempt_id}/{self.item_id}"
