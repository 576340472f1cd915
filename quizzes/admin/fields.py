"""Form fields for lists and for provenance: plain boxes of text, for any browser and reader."""

import json
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.forms.fields import InvalidJSONInput
from django.utils.translation import gettext as _

from quizzes.models import Source
from quizzes.models.facts import validate_citations


def lines(text: str | None) -> list[str]:
    """The lines of ``text`` that are not empty."""
    return [line.strip() for line in (text or "").splitlines() if line.strip()]


class LinesField(forms.CharField):
    """A list of texts, one a line."""

    widget = forms.Textarea(attrs={"rows": 3, "cols": 60})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        if isinstance(value, list):
            return value
        return lines(value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(self.to_python(initial) != self.to_python(data))


class NamesField(forms.Field):
    """Records by their names, one a line. ``name_field``: where they have their names."""

    widget = forms.Textarea(attrs={"rows": 3, "cols": 60})

    def __init__(self, records: QuerySet[Any], name_field: str, **options: Any) -> None:
        super().__init__(**options)
        self.records = records
        self.name_field = name_field

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, list):
            return value
        return "\n".join(getattr(record, self.name_field) for record in value)

    def to_python(self, value: Any) -> list[Any]:
        names = lines(value)
        found = list(self.records.filter(**{f"{self.name_field}__in": names}))
        unknown = set(names).difference(getattr(record, self.name_field) for record in found)
        if unknown:
            raise ValidationError(
                _("There is no “%(name)s”: write it as it stands in its list."),
                params={"name": min(unknown)},
            )
        return found

    def has_changed(self, initial: Any, data: Any) -> bool:
        return set(lines(self.prepare_value(initial or []))) != set(lines(data))


class IndentedEncoder(json.JSONEncoder):
    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "indent": 2})


class ProvenanceField(forms.JSONField):
    """``{"field": ["source@YYYY-MM-DD", ...]}``, where each source is one that there is."""

    widget = forms.Textarea(attrs={"rows": 12, "cols": 60, "spellcheck": "false"})

    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "encoder": IndentedEncoder})

    def to_python(self, value: Any) -> Any:
        try:
            held = super().to_python(value)
            json.dumps(held, ensure_ascii=False).encode()
        except (RecursionError, ValueError) as error:
            # Nested too deeply, a number of thousands of digits, half a character.
            raise ValidationError(_("This is not JSON that can be kept.")) from error
        return held

    def bound_data(self, data: Any, initial: Any) -> Any:
        """What the box shows again: where it cannot be kept, as it was written."""
        try:
            self.to_python(data)
        except ValidationError:
            return InvalidJSONInput(data)
        return super().bound_data(data, initial)

    def clean(self, value: Any) -> Any:
        held = super().clean(value) or {}
        validate_citations(held)
        cited = {citation.partition("@")[0] for each in held.values() for citation in each}
        known = Source.objects.filter(slug__in=cited).values_list("slug", flat=True)
        unknown = sorted(cited.difference(known))
        if unknown:
            raise ValidationError(
                _("There is no source “%(source)s”. Add it to the sources first."),
                params={"source": unknown[0]},
            )
        return held
