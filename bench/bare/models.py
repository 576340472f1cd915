from __future__ import annotations

from typing import ClassVar

from django.db import models


class Word(models.Model):
    """What is read."""

    text = models.CharField(max_length=80)

    objects: ClassVar[models.Manager[Word]] = models.Manager()

    class Meta:
        app_label = "bare"

    def __str__(self) -> str:
        return self.text


class Reading(models.Model):
    """What is written: that a word was read."""

    text = models.CharField(max_length=80)
    read_at = models.DateTimeField()

    objects: ClassVar[models.Manager[Reading]] = models.Manager()

    class Meta:
        app_label = "bare"

    def __str__(self) -> str:
        return f"{self.text} at {self.read_at}"
