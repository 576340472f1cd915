"""What every fact in the database has, and what says so.

The facts are in ``people.py``, ``places.py`` and ``flights.py``; what each field means stands in
``quizzes.facts.records``.
"""

import re
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

CITATION = re.compile(r"(?P<source>[a-z0-9-]+)@(?P<read_on>\d{4}-\d\d-\d\d)")
M = TypeVar("M", bound=models.Model)


def enum_choices(enum: type[StrEnum]) -> list[tuple[str, str]]:
    """The members of ``enum`` as choices for a field."""
    return [(member.value, member.value.replace("-", " ")) for member in enum]


def one_of(field: str, enum: type[StrEnum], name: str, *, blank: bool = False) -> Any:
    """A constraint: ``field`` holds a member of ``enum`` (or nothing, where ``blank``)."""
    allowed = [member.value for member in enum] + ([""] if blank else [])
    return models.CheckConstraint(
        condition=Q(**{f"{field}__in": allowed}),
        name=name,
        violation_error_message=_("Choose one of the words of the list."),
    )


class NaturalKeyManager(models.Manager[M]):
    """Finds a record by what identifies it in a fixture: its slug."""

    def get_by_natural_key(self, slug: str) -> M:
        return self.get(slug=slug)


def validate_citations(value: object) -> None:
    """``{"field": ["source@YYYY-MM-DD", ...]}``, as ``FactModel.provenance`` holds it."""
    if not isinstance(value, dict):
        raise ValidationError(_('Provenance is an object: {"field": ["source@YYYY-MM-DD"]}.'))
    for field, citations in value.items():
        if not isinstance(citations, list) or not citations:
            raise ValidationError(
                _("Provenance of %(field)s: give a list of citations."), params={"field": field}
            )
        for citation in citations:
            match = CITATION.fullmatch(citation) if isinstance(citation, str) else None
            try:
                date.fromisoformat(match["read_on"] if match else "")
            except ValueError:
                raise ValidationError(
                    _("Provenance of %(field)s: “%(citation)s” is not source@YYYY-MM-DD."),
                    params={"field": field, "citation": citation},
                ) from None


def validate_names(value: object) -> None:
    """A list of texts."""
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise ValidationError(_("Give a list of texts."))


class Source(models.Model):
    slug = models.SlugField(unique=True)
    title = models.CharField(max_length=200, unique=True)
    publisher = models.CharField(max_length=200)
    url = models.URLField()
    licence = models.CharField(max_length=200)
    credit = models.CharField(max_length=300)
    read_on = models.DateField()

    objects = NaturalKeyManager["Source"]()

    class Meta:
        ordering = ("slug",)

    def __str__(self) -> str:
        return self.title

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class FactModel(models.Model):
    """A record with a source for each of its fields.

    A field that ``provenance`` does not name, or that ``disputed`` names, is never asked about.
    """

    slug = models.SlugField(max_length=120, unique=True)
    provenance = models.JSONField(
        default=dict,
        blank=True,
        validators=[validate_citations],
        help_text=_('Which source says it, read when: {"field": ["source@YYYY-MM-DD", ...]}.'),
    )
    disputed = models.JSONField(
        default=list,
        blank=True,
        validators=[validate_names],
        help_text=_("The fields on which sources disagree. They are kept, and not asked about."),
    )
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        abstract = True

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def clean(self) -> None:
        """Provenance and disputes name fields that there are."""
        names = {field.name for field in self._meta.get_fields()}
        for held in (self.provenance, self.disputed):
            unknown = sorted(set(held) - names)
            if unknown:
                raise ValidationError(
                    _("There is no field “%(field)s” here."), params={"field": unknown[0]}
                )


class FactsRevision(models.Model):
    """A state of all the facts, told by the digest of what they say. The newest one is current."""

    digest = models.CharField(max_length=64)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ("-id",)
        get_latest_by = "id"

    def __str__(self) -> str:
        return self.digest[:12]
