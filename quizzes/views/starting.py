"""How a quiz starts, whichever page starts it, and the cookie that says whose it is."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from quizzes.items.blueprint import TooFew
from quizzes.models import Paper
from quizzes.queries.facts import current_revision
from quizzes.queries.passes import is_revoked
from quizzes.services.attempts import start_attempt
from quizzes.tokens import OWNER_COOKIE, new_owner, read_owner, sign_owner
from quizzes.views.errors import problem

COOKIE_LIFETIME = timedelta(days=365)


def owner_of(request: HttpRequest) -> str:
    """Who holds this browser's cookie; empty where there is none that we signed."""
    return read_owner(request.COOKIES.get(OWNER_COOKIE))


def begin(request: HttpRequest, paper: Paper, *, is_timed: bool = False) -> HttpResponse:
    """Start an attempt and go to its first question."""
    owner = owner_to_begin(request)
    attempt = start_attempt(paper, owner, timezone.now(), is_timed=is_timed)
    return give_pass(redirect("item", code=attempt.code, position=1), owner)


def begin_if_made(
    request: HttpRequest, made: Paper | TooFew, title: str, advice: str
) -> HttpResponse:
    """Start an attempt at a paper; where there are too few questions for one, a page that says
    so."""
    if isinstance(made, TooFew):
        return problem(request, 409, title, advice)
    return begin(request, made)


def owner_to_begin(request: HttpRequest) -> str:
    """Who begins: a browser without a pass gets a new one, and so does one whose pass was revoked
    on another device."""
    owner = owner_of(request)
    return owner if owner and not is_revoked(owner) else new_owner()


def give_pass(response: HttpResponse, owner: str) -> HttpResponse:
    """``response``, by which the browser keeps ``owner`` in its signed cookie for a year."""
    response.set_cookie(
        OWNER_COOKIE,
        sign_owner(owner),
        max_age=COOKIE_LIFETIME,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response


def too_few(request: HttpRequest, found: TooFew) -> HttpResponse:
    if not current_revision():
        return problem(
            request, 503, _("No facts are loaded yet"),
            _("Whoever keeps this site: load the fixtures with “manage.py loadfacts”."),
        )  # fmt: skip
    return problem(
        request, 409, _("This quiz cannot be filled"),
        ngettext(
            "There is only %(count)d question for it. Ask your teacher to widen its limits.",
            "There are only %(count)d questions for it. Ask your teacher to widen its limits.",
            found.available,
        ) % {"count": found.available},
    )  # fmt: skip
