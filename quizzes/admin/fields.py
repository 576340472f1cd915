"""Form fields for what facts keep as JSON."""

import json
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from quizzes.models import Source
from quizzes.models.facts import validate_citations


class LinesField(forms.CharField):
    """A list of texts, one a line."""

    widget = forms.Textarea(attrs={"rows": 3, "cols": 60})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        if isinstance(value, list):
            return value
        return [line.strip() for line in (value or "").splitlines() if line.strip()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(self.to_python(initial) != self.to_python(data))


class IndentedEncoder(json.JSONEncoder):
    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "indent": 2})


class ProvenanceField(forms.JSONField):
    """``{"field": ["source@YYYY-MM-DD", ...]}``, where each source is one that there is."""

    widget = forms.Textarea(attrs={"rows": 12, "cols": 60, "spellcheck": "false"})

    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "encoder": IndentedEncoder})

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
