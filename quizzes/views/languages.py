"""Picking a language."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.i18n import set_language

from quizzes.views.caching import not_stored
from quizzes.views.errors import only, problem


# Pages that anybody may keep have this form, so it holds no secret. Whoever sends it from another
# site changes the words that a browser shows, and nothing else.
@csrf_exempt
@not_stored
@only("POST")
def pick(request: HttpRequest) -> HttpResponse:
    """Keep the language in a cookie, and go back to where one was: Django tells that by the
    referrer, which htmx keeps right from question to question, and stays on this site."""
    if request.POST.get("language") not in dict(settings.LANGUAGES):
        return problem(
            request, 422, _("There is no such language here"),
            _("Go back to the page before and pick one of the languages below it."),
        )  # fmt: skip
    # Django would read it here alone, and fail over a parameter that names a codec there is not.
    request.META.pop("HTTP_ACCEPT", None)
    response: HttpResponseBase = set_language(request)
    assert isinstance(response, HttpResponse)  # noqa: S101 (as Django's stubs do not say)
    return response
