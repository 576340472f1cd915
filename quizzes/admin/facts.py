"""The facts, each kind with its own list: curators correct them, teachers read them."""

from datetime import date

from django.contrib import admin
from django.db.models import Model, URLField
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from quizzes.admin.sourced import DisputedFilter, FactAdmin, Fieldsets, RevisedAdmin
from quizzes.facts.records import Precision
from quizzes.models import (
    Agency,
    Mission,
    Person,
    Seat,
    Site,
    Source,
    Spacecraft,
    Spacewalk,
    Station,
)

FORMATS: dict[str, str] = {
    Precision.DAY: "%Y-%m-%d",
    Precision.MONTH: "%Y-%m",
    Precision.YEAR: "%Y",
}


def told(moment: date | None, precision: str) -> str:
    """A moment, as far as it is known: ``1961-04-12 06:07``, ``1961-04-12``, ``1961-04``."""
    return "" if moment is None else f"{moment:{FORMATS.get(precision, '%Y-%m-%d %H:%M')}}"


@admin.register(Source)
class SourceAdmin(RevisedAdmin):
    formfield_overrides = {URLField: {"assume_scheme": "https"}}
    list_display = ("title", "publisher", "licence", "read_on")
    list_filter = ("licence",)
    search_fields = ("title", "publisher", "slug")

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False  # facts cite it, by its slug


@admin.register(Agency)
class AgencyAdmin(FactAdmin):
    list_display = ("short_name", "name", "kind", "country", "disputes")
    list_filter = ("kind", DisputedFilter)
    search_fields = ("short_name", "name", "slug", "country")


@admin.register(Person)
class PersonAdmin(FactAdmin):
    list_display = ("name", "nationality", "born", "died_on", "disputes")
    list_filter = (DisputedFilter,)
    search_fields = ("name", "native_name", "slug", "aliases")

    @admin.display(description=gettext_lazy("born"), ordering="born_on")
    def born(self, person: Person) -> str:
        return told(person.born_on, person.born_precision or "day")


@admin.register(Spacecraft)
class SpacecraftAdmin(FactAdmin):
    list_display = ("name", "family", "country", "disputes")
    list_filter = ("family", "country")
    search_fields = ("name", "family", "slug")


@admin.register(Station)
class StationAdmin(FactAdmin):
    list_display = ("name", "country", "launched_on", "ended_on", "disputes")
    search_fields = ("name", "slug")


@admin.register(Site)
class SiteAdmin(FactAdmin):
    list_display = ("name", "kind", "country", "lat", "lon", "disputes")
    list_filter = ("kind", "country")
    search_fields = ("name", "slug")


@admin.register(Mission)
class MissionAdmin(FactAdmin):
    list_display = (
        "name", "spacecraft", "launched", "landed", "landing_place", "outcome", "disputes",
    )  # fmt: skip
    list_filter = ("spacecraft__family", "flight_class", "outcome", DisputedFilter)
    list_select_related = ("spacecraft",)
    date_hierarchy = "launched_at"
    search_fields = ("name", "slug", "vehicle", "landing_place", "aliases")
    parts: Fieldsets = [
        (
            None,
            {
                "fields": (
                    "slug", "number", "name", "aliases", "spacecraft", "vehicle", "callsign",
                    "cospar", "operators", "stations", "flight_class", "outcome", "fatal",
                    "crew_up", "crew_down",
                ),
            },
        ),
        (
            gettext_lazy("Launch"),
            {"fields": ("launched_at", "launch_precision", "launch_site")},
        ),
        (
            gettext_lazy("Flight"),
            {"fields": ("duration_s", "orbits", "orbits_convention")},
        ),
        (
            gettext_lazy("Landing"),
            {
                "fields": (
                    "landed_at", "landing_precision", "landing_place", "landing_country",
                    "landing_region", "landing_town", "landing_distance_km", "landing_direction",
                    ("lat", "lon"), "point_kind",
                ),
            },
        ),
    ]  # fmt: skip

    @admin.display(description=gettext_lazy("launched (UTC)"), ordering="launched_at")
    def launched(self, mission: Mission) -> str:
        return told(mission.launched_at, mission.launch_precision)

    @admin.display(description=gettext_lazy("landed (UTC)"), ordering="landed_at")
    def landed(self, mission: Mission) -> str:
        return told(mission.landed_at, mission.landing_precision)


@admin.register(Seat)
class SeatAdmin(FactAdmin):
    list_display = ("person", "up", "down", "role", "agency", "days", "disputes")
    list_filter = ("role", DisputedFilter)
    list_select_related = ("person", "up", "down", "agency")
    search_fields = ("person__name", "up__name", "slug")

    @admin.display(description=gettext_lazy("days"), ordering="stay_s")
    def days(self, seat: Seat) -> str | None:
        return None if seat.stay_s is None else f"{seat.stay_s / 86400:.1f}"


@admin.register(Spacewalk)
class SpacewalkAdmin(FactAdmin):
    list_display = ("name", "mission", "started", "minutes", "disputes")
    list_filter = (DisputedFilter,)
    list_select_related = ("mission",)
    date_hierarchy = "started_at"
    search_fields = ("name", "slug", "people__name")

    @admin.display(description=gettext_lazy("started (UTC)"), ordering="started_at")
    def started(self, spacewalk: Spacewalk) -> str:
        return told(spacewalk.started_at, spacewalk.start_precision)

    @admin.display(description=gettext_lazy("minutes"), ordering="duration_s")
    def minutes(self, spacewalk: Spacewalk) -> int | None:
        return None if spacewalk.duration_s is None else round(spacewalk.duration_s / 60)
