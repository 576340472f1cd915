"""What is frozen: a paper is a generated sequence of items that never changes."""

import secrets
from typing import Any

from django.db import models

from quizzes.models.quizzes import Quiz


def new_code() -> str:
    """A code that cannot be guessed: 128 random bits."""
    return secrets.token_urlsafe(16)


def set_null_and_close(collector: Any, field: Any, papers: Any, using: str) -> None:
    """What becomes of the papers of a quiz that is deleted: whoever has played one keeps it, and
    nobody else begins it. (An ``on_delete``, as Django calls them.)"""
    models.SET_NULL(collector, field, papers, using)
    collector.add_field_update(Paper._meta.get_field("is_closed"), True, papers)  # noqa: FBT003


class Paper(models.Model):
    """A frozen sequence of items. ``facts_revision`` and ``seed`` are kept for audit. ``owner``:
    whose practice it is, shown to nobody else; empty for a paper that may be passed on."""

    code = models.CharField(max_length=32, unique=True, default=new_code)
    quiz = models.ForeignKey(Quiz, set_null_and_close, null=True, blank=True, related_name="papers")
    is_closed = models.BooleanField(default=False, db_default=False)
    blueprint = models.JSONField()
    seed = models.CharField(max_length=40)
    facts_revision = models.CharField(max_length=64)
    size = models.PositiveSmallIntegerField()
    created_at = models.DateTimeField()
    owner = models.CharField(max_length=32, blank=True, default="", db_index=True)

    class Meta:
        indexes = (models.Index(fields=("quiz", "seed"), name="paper_of_quiz"),)

    def __str__(self) -> str:
        return self.code

    @property
    def is_open(self) -> bool:
        """Whether others may begin it."""
        return not self.is_closed and (self.quiz is None or self.quiz.is_published)


class PaperItem(models.Model):
    """One item of a paper. ``snapshot`` is the truth: ``quizzes.items.item.Item`` as JSON.

    ``figure`` is the picture that proves it, as ``quizzes.figures.stored`` keeps it; null where
    the facts tell nothing that could be shown.
    """

    paper = models.ForeignKey(Paper, models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=60)
    kind_version = models.PositiveSmallIntegerField()
    snapshot = models.JSONField()
    figure = models.JSONField(null=True, blank=True)

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=("paper", "position"), name="one_item_a_position"),
        )

    def __str__(self) -> str:
        return f"{self.paper_id}/{self.position}"
