"""How the form of a quiz is laid out."""

from collections.abc import Mapping
from typing import Any, Final

from django.contrib.admin.utils import flatten
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

LIMITS: Final = (
    (
        gettext_lazy("Years and spacecraft"),
        (("first_year", "last_year"), "families"),
        gettext_lazy("Only ask about some flights. Leave all of it empty to ask about any."),
    ),
    (
        gettext_lazy("Difficulty and ways to answer"),
        (("difficulty_from", "difficulty_to"), "interactions"),
        "",
    ),
    (gettext_lazy("Agencies and stations"), ("agencies", "stations"), ""),
    (gettext_lazy("Kinds of questions"), ("kinds",), ""),
)
"""What a quiz may be limited to: a heading, the fields below it, and what is to be said of them."""

SEVERAL: Final = ("topics", "families", "agencies", "stations", "kinds", "interactions")
"""Fields that hold several values."""


def fieldsets(held: Mapping[str, Any]) -> tuple[Any, ...]:
    """The parts of the form. ``held``: what it is filled in with. Limits that are set are in
    sight; where there are none, they are out of the way."""

    def folded(fields: tuple[Any, ...]) -> tuple[str, ...]:
        return () if any(held.get(name) for name in flatten(fields)) else ("collapse",)

    return (
        (None, {"fields": ("title",)}),
        (_("Questions"), {"fields": ("topics", "count", "seeding")}),
        *(
            (heading, {"fields": fields, "classes": folded(fields), "description": description})
            for heading, fields, description in LIMITS
        ),
        (_("Open to students"), {"fields": ("is_published",)}),
    )
