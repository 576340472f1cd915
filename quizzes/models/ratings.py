"""What responses have taught about items."""

from typing import Final

from django.db import models
from django.db.models import Q

from quizzes.items.ratings import BOUND

THE_CURSOR: Final = 1


class ItemRating(models.Model):
    """How hard it turned out to be what ``kind`` asks about ``subject``: see
    ``quizzes.items.ratings``. Made from responses alone, and only ever by ``services.ratings``."""

    kind = models.CharField(max_length=60)
    interaction = models.CharField(max_length=20)
    subject = models.CharField(max_length=200)
    rating = models.FloatField()
    deviation = models.FloatField()
    responses = models.PositiveIntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("kind", "interaction", "subject"), name="one_rating_an_item"
            ),
            models.CheckConstraint(
                condition=Q(rating__range=(-BOUND, BOUND)), name="rating_within_bounds"
            ),
            models.CheckConstraint(condition=Q(deviation__gt=0), name="deviation_is_positive"),
        )

    def __str__(self) -> str:
        return f"{self.kind}/{self.interaction}/{self.subject}"


class RatingCursor(models.Model):
    """How far the responses have been rated. There is one row, from the first rating on."""

    last_response = models.PositiveBigIntegerField(
        default=0, help_text="The id of the last response that ratings know of."
    )

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(pk=THE_CURSOR), name="one_cursor"),)

    def __str__(self) -> str:
        return str(self.last_response)
