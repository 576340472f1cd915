"""What browsers may keep of a page."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse

View = TypeVar("View", bound=Callable[..., HttpResponse])


MINUTES = 5


def kept_for_minutes(view: View) -> View:
    """A decorator: anybody may keep the page for a few minutes, for it is the same for all and
    changes only with the facts. One that says what was wrong is not kept."""
    return kept(view, f"public, max-age={MINUTES * 60}")


def kept_by_the_browser(view: View) -> View:
    """A decorator: the reader's browser alone may keep the page for a few minutes, for a form in it
    has a token that belongs to this browser's cookie."""
    return kept(view, f"private, max-age={MINUTES * 60}")


def kept_for_a_day(view: View) -> View:
    """A decorator: anybody may keep what it gives for a day: it never changes, but its owner may
    have it forgotten. What was wrong is not kept."""
    return kept(view, "public, max-age=86400")


def kept_for_good(view: View) -> View:
    """A decorator: anybody may keep what it gives for a year, for it never changes. What was wrong
    is not kept."""
    return kept(view, "public, max-age=31536000, immutable")


def not_stored(view: View) -> View:
    """A decorator: nobody keeps the page, for it is one student's and of this moment.

    ``never_cache`` says the same in six ways, and takes three times as long over it.
    """

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response.headers["Cache-Control"] = "no-store, private"
        return response

    return answered  # type: ignore[return-value]  # it takes and gives what the view does


def kept(view: View, how: str) -> View:
    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if response.status_code == 200:
            response.headers["Cache-Control"] = how
        return response

    return answered  # type: ignore[return-value]  # it takes and gives what the view does
