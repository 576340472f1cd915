"""What all facts have in common: a source for each field, and a new revision at every change."""

from typing import Any

from django.contrib import admin
from django.db.models import DateTimeField, Field, JSONField, ManyToManyField, Model, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quizzes.admin.fields import LinesField, NamesField, ProvenanceField
from quizzes.admin.lookups import FilteredAdmin
from quizzes.models import Agency, FactModel, Source
from quizzes.queries.facts import read_citation
from quizzes.services.facts import record_revision

Fieldsets = list[tuple[Any, dict[str, Any]]]

SOURCED = ("provenance", "disputed", "note")


class RevisedAdmin(FilteredAdmin):
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
        label, help_text = capfirst(str(db_field.verbose_name)), db_field.help_text
        one_a_line = f"{help_text} {_('One a line.')}"
        if db_field.name == "provenance":
            return ProvenanceField(label=label, required=False, help_text=help_text, initial=dict)
        if isinstance(db_field, JSONField):
            return LinesField(label=label, required=False, help_text=one_a_line)
        if isinstance(db_field, ManyToManyField):
            related: Any = db_field.related_model
            return NamesField(
                related.objects.all(),
                name_field="short_name" if related is Agency else "name",
                label=label,
                required=not db_field.blank,
                help_text=one_a_line,
            )
        field: Any = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(db_field, DateTimeField):
            for part, name in zip(field.widget.widgets, (_("date"), _("time (UTC)")), strict=True):
                part.attrs["aria-label"] = f"{label}, {name}"
        return field

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
