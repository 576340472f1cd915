"""What a browser's owner remembers."""

from django.db import models
from django.db.models import Q
from fsrs import Rating

from quizzes.items.memory import FactKey, Recall
from quizzes.models.attempts import Response

RATINGS = (1, 4)
"""FSRS's, from again to easy."""


class Memory(models.Model):
    """How well the holder of a pass remembers a fact: see ``quizzes.items.memory``. Made from
    responses alone, and only ever by ``services.practice``. ``kind`` and ``interaction``: how it
    was asked last."""

    owner = models.CharField(max_length=32)
    aspect = models.CharField(max_length=60)
    subject = models.CharField(max_length=200)
    stability = models.FloatField(help_text="In days.")
    difficulty = models.FloatField()
    reviewed_at = models.DateTimeField()
    due_on = models.DateField()
    rating = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=60)
    interaction = models.CharField(max_length=20)

    class Meta:
        verbose_name_plural = "memories"
        constraints = (
            models.UniqueConstraint(
                fields=("owner", "aspect", "subject"), name="one_memory_a_fact"
            ),
            models.CheckConstraint(condition=Q(rating__range=RATINGS), name="memory_rating_known"),
            models.CheckConstraint(condition=~Q(owner=""), name="memory_has_an_owner"),
        )

    def __str__(self) -> str:
        return f"{self.aspect}/{self.subject}"

    @property
    def fact(self) -> FactKey:
        return FactKey(self.aspect, self.subject)

    @property
    def recall(self) -> Recall:
        """The memory as the domain has it."""
        return Recall(
            self.stability, self.difficulty, self.reviewed_at, self.due_on, Rating(self.rating)
        )


class Review(models.Model):
    """What a response told of a fact, once memory has taken it in. Only ever added: the constraint
    keeps two processes from taking in the same response."""

    response = models.ForeignKey(Response, models.CASCADE, related_name="reviews")
    aspect = models.CharField(max_length=60)
    subject = models.CharField(max_length=200)
    rating = models.PositiveSmallIntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("response", "aspect", "subject"), name="one_review_a_response"
            ),
            models.CheckConstraint(condition=Q(rating__range=RATINGS), name="review_rating_known"),
        )

    def __str__(self) -> str:
        return f"{self.response_id}: {self.rating}"
