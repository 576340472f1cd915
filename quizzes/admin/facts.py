"""The facts: curators correct them, teachers read them. Every change is a new revision."""

from datetime import date
from typing import Any

from django.contrib import admin
from django.db.models import Field, JSONField, Model, QuerySet, URLField
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quizzes.admin.fields import LinesField, ProvenanceField
from quizzes.facts.records import Precision
from quizzes.models import (
    Agency,
    FactModel,
    Mission,
    Person,
    Seat,
    Site,
    Source,
    Spacecraft,
    Spacewalk,
    Station,
)
from quizzes.queries import read_citation
from quizzes.services.facts import record_revision

Fieldsets = list[tuple[Any, dict[str, Any]]]

FORMATS: dict[str, str] = {
    Precision.DAY: "%Y-%m-%d",
    Precision.MONTH: "%Y-%m",
    Precision.YEAR: "%Y",
}
SOURCED = ("provenance", "disputed", "note")


def told(moment: date | None, precision: str) -> str:
    """A moment, as far as it is known: ``1961-04-12 06:07``, ``1961-04-12``, ``1961-04``."""
    return "" if moment is None else f"{moment:{FORMATS.get(precision, '%Y-%m-%d %H:%M')}}"


class RevisedAdmin(admin.ModelAdmin):
    """Whatever changes the facts ends with noting their new state: new papers know it at once,
    and those that are frozen stay as they are."""

    list_per_page = 50

    def save_related(
        self,
        request: HttpRequest,
        form: ModelForm,
        formsets: Any,
        change: bool,  # noqa: FBT001
    ) -> None:
        super().save_related(request, form, formsets, change)
        record_revision(timezone.now())

    def delete_model(self, request: HttpRequest, obj: Model) -> None:
        super().delete_model(request, obj)
        record_revision(timezone.now())

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        super().delete_queryset(request, queryset)
        record_revision(timezone.now())

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> Any:
        # Citations, fixtures and papers know a record by its slug.
        held = super().get_readonly_fields(request, obj)
        return held if obj is None else (*held, "slug")


class DisputedFilter(admin.SimpleListFilter):
    title = gettext_lazy("disputed")
    parameter_name = "disputed"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("yes", _("Yes")), ("no", _("No"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        match self.value():
            case "yes":
                return queryset.exclude(disputed=[])
            case "no":
                return queryset.filter(disputed=[])
        return queryset


class FactAdmin(RevisedAdmin):
    """A record, and where each of its fields is from."""

    parts: Fieldsets = []
    """Fieldsets for the record's own fields; by default one."""

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        own = [name for name in self.get_fields(request, obj) if name not in (*SOURCED, "sources")]
        can_change = self.has_change_permission(request, obj)
        provenance = "provenance" if can_change or obj is None else "sources"
        return [
            *(self.parts or [(None, {"fields": own})]),
            (
                _("Where it is from"),
                {
                    "fields": (provenance, "disputed", "note"),
                    "description": _(
                        "A field without a source, or one that is disputed, is never asked about. "
                        "A correction is in force for all papers made from now on; papers that "
                        "students have started stay as they are."
                    ),
                },
            ),
        ]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return (*super().get_readonly_fields(request, obj), "sources")

    def formfield_for_dbfield(
        self, db_field: "Field[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> Any:
        if not isinstance(db_field, JSONField):
            return super().formfield_for_dbfield(db_field, request, **kwargs)
        label = capfirst(str(db_field.verbose_name))
        if db_field.name == "provenance":
            return ProvenanceField(label=label, required=False, help_text=db_field.help_text)
        help_text = f"{db_field.help_text} {_('One a line.')}"
        return LinesField(label=label, required=False, help_text=help_text)

    @admin.display(description=gettext_lazy("Sources"))
    def sources(self, record: FactModel) -> SafeString:
        """Provenance for reading: each field with its sources."""
        titles = {source.slug: source for source in Source.objects.all()}
        citations = [
            (field.replace("_", " "), titles.get(cited.source), cited)
            for field, each in record.provenance.items()
            for cited in map(read_citation, each)
        ]
        lines = (
            (field, source.url if source else "", source or cited.source, cited.read_on)
            for field, source, cited in citations
        )
        return format_html_join("", '<div>{}: <a href="{}" rel="noopener">{}</a>, {}</div>', lines)

    @admin.display(description=gettext_lazy("disputed"))
    def disputes(self, record: FactModel) -> str:
        return ", ".join(record.disputed)


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
    autocomplete_fields = ("predecessor",)


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
    autocomplete_fields = ("spacecraft", "launch_site", "landing_town", "operators", "stations")
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
    autocomplete_fields = ("person", "up", "down", "agency")

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
    autocomplete_fields = ("people", "mission")

    @admin.display(description=gettext_lazy("started (UTC)"), ordering="started_at")
    def started(self, spacewalk: Spacewalk) -> str:
        return told(spacewalk.started_at, spacewalk.start_precision)

    @admin.display(description=gettext_lazy("minutes"), ordering="duration_s")
    def minutes(self, spacewalk: Spacewalk) -> int | None:
        return None if spacewalk.duration_s is None else round(spacewalk.duration_s / 60)
