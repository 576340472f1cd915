"""What htmx says with a request."""

from django.http import HttpRequest


def wants_fragment(request: HttpRequest) -> bool:
    """Whether a part of the page will do. Going back in history needs the whole page.

    From META: ``request.headers`` would make all headers anew, for every answer.
    """
    said = request.META.get
    return said("HTTP_HX_REQUEST") == "true" and said("HTTP_HX_HISTORY_RESTORE_REQUEST") != "true"
