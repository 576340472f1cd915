"""Where a quiz is: for its teacher, and for students."""

from typing import Any, Final
from urllib.parse import urlsplit

from django.contrib.admin.utils import quote
from django.http import HttpRequest
from django.urls import reverse

from quizzes.models import Quiz

OWN_MACHINE: Final = ("localhost", "127.0.0.1", "::1")


def student_link(request: HttpRequest, quiz: Quiz) -> str:
    """What students type or click, in full."""
    return request.build_absolute_uri(reverse("quiz", args=[quiz.code]))


def link_context(request: HttpRequest, quiz: Quiz) -> dict[str, Any]:
    """What a page needs to hand out the link. ``is_local``: nobody else can open it."""
    return {
        "student_link": student_link(request, quiz),
        "board_url": page_url(quiz, "board"),
        "is_local": urlsplit(request.build_absolute_uri()).hostname in OWN_MACHINE,
    }


def page_url(quiz: Quiz, name: str) -> str:
    """One of the pages of a quiz in the admin."""
    return reverse(f"admin:quizzes_quiz_{name}", args=[quote(quiz.pk)])
