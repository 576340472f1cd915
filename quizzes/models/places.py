"""Spacecraft, stations, and sites on the ground."""

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from quizzes.facts import records
from quizzes.models.facts import FactModel, NaturalKeyManager, enum_choices, one_of


class Spacecraft(FactModel):
    name = models.CharField(max_length=60, unique=True)
    family = models.CharField(max_length=60)
    country = models.CharField(max_length=60)

    objects = NaturalKeyManager["Spacecraft"]()

    class Meta:
        ordering = ("slug",)
        verbose_name_plural = "spacecraft"

    def __str__(self) -> str:
        return self.name


class Station(FactModel):
    name = models.CharField(max_length=60, unique=True)
    country = models.CharField(max_length=60)
    launched_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    objects = NaturalKeyManager["Station"]()

    class Meta:
        ordering = ("slug",)
        constraints = (
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True)
                | Q(launched_on__isnull=True)
                | Q(ended_on__gt=F("launched_on")),
                name="station_ended_after_launch",
                violation_error_message=_("A station ends after its launch."),
            ),
        )

    def __str__(self) -> str:
        return self.name


LATITUDE = (MinValueValidator(-90), MaxValueValidator(90))
LONGITUDE = (MinValueValidator(-180), MaxValueValidator(180))


def on_earth(name: str) -> Any:
    """A constraint: ``lat`` and ``lon`` are both given, in degrees, or neither."""
    # SQL takes "not known whether 1 lies between NULL and NULL" for an answer that will do.
    given = Q(lat__isnull=False, lon__isnull=False)
    return models.CheckConstraint(
        condition=Q(lat__isnull=True, lon__isnull=True)
        | given & Q(lat__range=(-90, 90), lon__range=(-180, 180)),
        name=name,
        violation_error_message=_("Give latitude and longitude in degrees, or neither."),
    )


class Site(FactModel):
    name = models.CharField(max_length=120, unique=True)
    kind = models.CharField(max_length=10, choices=enum_choices(records.SiteKind))
    country = models.CharField(max_length=60)
    lat = models.FloatField(null=True, blank=True, validators=LATITUDE)
    lon = models.FloatField(null=True, blank=True, validators=LONGITUDE)

    objects = NaturalKeyManager["Site"]()

    class Meta:
        ordering = ("slug",)
        constraints = (
            one_of("kind", records.SiteKind, "site_kind_known"),
            on_earth("site_on_earth"),
        )

    def __str__(self) -> str:
        return self.name
