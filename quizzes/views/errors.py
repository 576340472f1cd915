"""Pages for what went wrong: each says what to do next."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


def problem(request: HttpRequest, status: int, title: str, advice: str) -> HttpResponse:
    """A page that says what is wrong and what to do, with the way home."""
    response = render(request, "problem.html", {"title": title, "advice": advice}, status=status)
    response.headers["Cache-Control"] = "no-store"
    return response


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return problem(
        request, 400, _("We could not read that"), _("Go back to the page before and try again.")
    )


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return problem(
        request, 403, _("This page is not for you"), _("Sign in with an account that may see it.")
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return problem(
        request, 404, _("Nothing has landed here"),
        _("Check the address, or start from the first page."),
    )  # fmt: skip


def server_error(request: HttpRequest) -> HttpResponse:
    return problem(
        request, 500, _("That went wrong on our side"),
        _("What you have answered is safe. Try again in a minute."),
    )  # fmt: skip


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return problem(
        request, 403, _("We could not tell that this came from you"),
        _("Allow cookies for this site, load the page again and repeat what you did. "
          "What you have answered is safe."),
    )  # fmt: skip


View = TypeVar("View", bound=Callable[..., HttpResponse])


def only(*methods: str) -> Callable[[View], View]:
    """A decorator: any other method gets a page that says so, and 405."""

    def decorate(view: View) -> View:
        @wraps(view)
        def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method in methods:
                return view(request, *args, **kwargs)
            response = problem(
                request,
                405,
                _("This page cannot be used like that"),
                _("Go back to the page before and try again."),
            )
            response.headers["Allow"] = ", ".join(methods)
            return response

        return checked  # type: ignore[return-value]  # it takes and gives what the view does

    return decorate
