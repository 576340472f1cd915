"""Passes that hold no more, and such as move to another device."""

from django.db import models


class RevokedPass(models.Model):
    """An owner that shall not be used again. Only its digest is kept."""

    digest = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the owner.")
    revoked_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "revoked passes"

    def __str__(self) -> str:
        return self.digest


class PassMove(models.Model):
    """A link that takes a pass to another device, once. Who uses it deletes it."""

    digest = models.CharField(max_length=64, unique=True, help_text="SHA-256 of its secret.")
    owner = models.CharField(max_length=32, db_index=True)
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.digest
