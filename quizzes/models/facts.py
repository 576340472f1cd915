"""The facts in the database. ``quizzes.facts.records`` says what each field means."""

import re
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from quizzes.facts import records

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


class Mission(FactModel):
    number = models.PositiveIntegerField(unique=True, help_text=_("In order of launch."))
    name = models.CharField(max_length=80, unique=True)
    aliases = models.JSONField(default=list, blank=True, validators=[validate_names])
    spacecraft = models.ForeignKey(Spacecraft, models.PROTECT, related_name="missions")
    vehicle = models.CharField(
        max_length=60, blank=True, help_text=_("The vehicle's own name, such as Discovery.")
    )
    callsign = models.CharField(max_length=60, blank=True)
    cospar = models.CharField(max_length=20, blank=True)
    operators = models.ManyToManyField(Agency, related_name="operated_missions")
    flight_class = models.CharField(max_length=12, choices=enum_choices(records.FlightClass))
    launched_at = models.DateTimeField(null=True, blank=True)
    launch_precision = models.CharField(
        max_length=10, blank=True, choices=enum_choices(records.Precision)
    )
    launch_site = models.ForeignKey(
        Site, models.PROTECT, null=True, blank=True, related_name="launched_missions"
    )
    landed_at = models.DateTimeField(null=True, blank=True)
    landing_precision = models.CharField(
        max_length=10, blank=True, choices=enum_choices(records.Precision)
    )
    landing_place = models.CharField(max_length=160, blank=True)
    landing_country = models.CharField(max_length=60, blank=True)
    landing_region = models.CharField(max_length=60, blank=True)
    landing_town = models.ForeignKey(
        Site, models.PROTECT, null=True, blank=True, related_name="landings"
    )
    landing_distance_km = models.FloatField(
        null=True, blank=True, validators=[MinValueValidator(0)]
    )
    landing_direction = models.CharField(
        max_length=3, blank=True, choices=enum_choices(records.Direction)
    )
    lat = models.FloatField(null=True, blank=True, validators=LATITUDE)
    lon = models.FloatField(null=True, blank=True, validators=LONGITUDE)
    point_kind = models.CharField(
        max_length=10, blank=True, choices=enum_choices(records.PointKind)
    )
    orbits = models.FloatField(null=True, blank=True, validators=[MinValueValidator(0)])
    orbits_convention = models.CharField(
        max_length=20, blank=True, choices=enum_choices(records.OrbitsConvention)
    )
    duration_s = models.PositiveIntegerField(null=True, blank=True)
    stations = models.ManyToManyField(Station, blank=True, related_name="missions")
    outcome = models.CharField(max_length=12, blank=True, choices=enum_choices(records.Outcome))
    fatal = models.BooleanField(default=False)
    crew_up = models.PositiveSmallIntegerField(null=True, blank=True)
    crew_down = models.PositiveSmallIntegerField(null=True, blank=True)

    objects = NaturalKeyManager["Mission"]()

    class Meta:
        ordering = ("number",)
        constraints = (
            models.CheckConstraint(
                condition=Q(landed_at__isnull=True)
                | Q(launched_at__isnull=True)
                | Q(landed_at__gt=F("launched_at")),
                name="mission_landed_after_launch",
                violation_error_message=_("A landing is after its launch."),
            ),
            one_of("launch_precision", records.Precision, "launch_precision_known", blank=True),
            one_of("landing_precision", records.Precision, "landing_precision_known", blank=True),
            one_of("landing_direction", records.Direction, "landing_direction_known", blank=True),
            one_of(
                "orbits_convention",
                records.OrbitsConvention,
                "mission_orbits_convention_known",
                blank=True,
            ),
            one_of("flight_class", records.FlightClass, "mission_flight_class_known"),
            one_of("outcome", records.Outcome, "mission_outcome_known", blank=True),
            one_of("point_kind", records.PointKind, "mission_point_kind_known", blank=True),
            on_earth("mission_landed_on_earth"),
        )

    def __str__(self) -> str:
        return self.name


class Seat(FactModel):
    person = models.ForeignKey(Person, models.PROTECT, related_name="seats")
    up = models.ForeignKey(Mission, models.PROTECT, related_name="seats_up")
    down = models.ForeignKey(
        Mission, models.PROTECT, null=True, blank=True, related_name="seats_down"
    )
    role = models.CharField(max_length=40, blank=True, choices=enum_choices(records.Role))
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, blank=True, related_name="seats")
    nationality = models.CharField(max_length=60, blank=True)
    stay_s = models.PositiveIntegerField(
        null=True,
        blank=True,
        help_text=_("Length of the stay in seconds, as its source states it."),
    )

    objects = NaturalKeyManager["Seat"]()

    class Meta:
        ordering = ("up__number", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("person", "up"),
                name="one_seat_a_person_a_flight",
                violation_error_message=_("This person has a seat on this flight already."),
            ),
            models.UniqueConstraint(
                fields=("up",),
                condition=Q(role="commander"),
                name="one_commander_a_crew",
                violation_error_message=_("This flight has a commander already."),
            ),
            one_of("role", records.Role, "seat_role_known", blank=True),
        )

    def __str__(self) -> str:
        return self.slug


class Spacewalk(FactModel):
    number = models.PositiveIntegerField(unique=True)
    name = models.CharField(max_length=120, unique=True)
    people = models.ManyToManyField(Person, related_name="spacewalks")
    mission = models.ForeignKey(
        Mission, models.PROTECT, null=True, blank=True, related_name="spacewalks"
    )
    started_at = models.DateTimeField(null=True, blank=True)
    start_precision = models.CharField(
        max_length=10, blank=True, choices=enum_choices(records.Precision)
    )
    duration_s = models.PositiveIntegerField(null=True, blank=True)

    objects = NaturalKeyManager["Spacewalk"]()

    class Meta:
        ordering = ("number",)
        constraints = (
            one_of("start_precision", records.Precision, "start_precision_known", blank=True),
        )

    def __str__(self) -> str:
        return self.name


class FactsRevision(models.Model):
    """A state of all the facts, told by the digest of what they say. The newest one is current."""

    digest = models.CharField(max_length=64)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ("-id",)
        get_latest_by = "id"

    def __str__(self) -> str:
        return self.digest[:12]
