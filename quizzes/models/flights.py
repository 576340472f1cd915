"""Missions, and what people did on them: seats and spacewalks."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from quizzes.facts import records
from quizzes.models.facts import FactModel, NaturalKeyManager, enum_choices, one_of, validate_names
from quizzes.models.people import Agency, Person
from quizzes.models.places import LATITUDE, LONGITUDE, Site, Spacecraft, Station, on_earth


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
