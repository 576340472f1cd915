"""Markup that templates would be clumsy or slow at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizzes.views.shown import Step

register = template.Library()

HYPHENATED = re.compile(r"\b\w+(?:-\w+)+\b")


@register.filter
def whole(text: str) -> SafeString:
    """``text`` with the designations of flights marked, so that no line ends at their hyphens:
    STS-112, Soyuz TMA-18M. Names of people and places may be broken there."""
    return mark_safe(HYPHENATED.sub(_marked, conditional_escape(text)))  # noqa: S308 (escaped)


def _marked(found: re.Match[str]) -> str:
    name = found[0]
    if not any(character.isdigit() for character in name):
        return name
    return f'<span class="whole">{name}</span>'


@register.filter
def stretches(steps: Iterable[Step]) -> SafeString:
    """The stretches of the way down, one for each step. What they say is said in words beside."""
    looks = (f"{step.state} here" if step.is_current else step.state for step in steps)
    return mark_safe("".join(f'<i class="{look}"></i>' for look in looks))  # noqa: S308 (our words)
