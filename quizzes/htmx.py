"""What every view takes: a request that knows whether htmx sent it."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails


class HtmxRequest(HttpRequest):
    """A request that has passed django-htmx's middleware."""

    htmx: HtmxDetails


def wants_fragment(request: HtmxRequest) -> bool:
    """Whether a part of the page will do. Going back in history needs the whole page."""
    return bool(request.htmx) and not request.htmx.history_restore_request
