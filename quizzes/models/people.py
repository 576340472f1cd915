"""Agencies and people."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from quizzes.facts import records
from quizzes.models.facts import FactModel, NaturalKeyManager, enum_choices, one_of, validate_names


class Agency(FactModel):
    name = models.CharField(max_length=200, unique=True)
    short_name = models.CharField(max_length=60, unique=True)
    kind = models.CharField(max_length=20, choices=enum_choices(records.AgencyKind))
    country = models.CharField(max_length=60)
    countries = models.JSONField(default=list, blank=True, validators=[validate_names])
    predecessor = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="successors"
    )
    aliases = models.JSONField(default=list, blank=True, validators=[validate_names])

    objects = NaturalKeyManager["Agency"]()

    class Meta:
        ordering = ("slug",)
        verbose_name_plural = "agencies"
        constraints = (one_of("kind", records.AgencyKind, "agency_kind_known"),)

    def __str__(self) -> str:
        return self.short_name


class Person(FactModel):
    name = models.CharField(max_length=120, unique=True)
    family_name = models.CharField(max_length=80)
    aliases = models.JSONField(default=list, blank=True, validators=[validate_names])
    native_name = models.CharField(max_length=120, blank=True)
    born_on = models.DateField(null=True, blank=True)
    born_precision = models.CharField(
        max_length=10, blank=True, choices=enum_choices(records.Precision)
    )
    died_on = models.DateField(null=True, blank=True)
    gender = models.CharField(max_length=20, blank=True)
    nationality = models.CharField(max_length=60, blank=True)

    objects = NaturalKeyManager["Person"]()

    class Meta:
        ordering = ("slug",)
        verbose_name_plural = "people"
        constraints = (
            models.CheckConstraint(
                condition=Q(died_on__isnull=True)
                | Q(born_on__isnull=True)
                | Q(died_on__gte=F("born_on")),
                name="person_born_before_death",
                violation_error_message=_("Nobody dies before they are born."),
            ),
            one_of("born_precision", records.Precision, "person_born_precision_known", blank=True),
        )

    def __str__(self) -> str:
        return self.name
