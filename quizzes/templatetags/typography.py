"""How texts are set."""

import re

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

DESIGNATION = re.compile(r"\b\w+(?:-\w+)+\b")


@register.filter
def whole(text: str) -> SafeString:
    """``text`` with the designations of flights marked, so that none is broken at its hyphen:
    STS-112, Soyuz TMA-18M. Names of people and places may be."""
    return mark_safe(DESIGNATION.sub(_marked, conditional_escape(text)))  # noqa: S308 (escaped)


def _marked(found: re.Match[str]) -> str:
    name = found[0]
    if not any(character.isdigit() for character in name):
        return name
    return f'<span class="whole">{name}</span>'
