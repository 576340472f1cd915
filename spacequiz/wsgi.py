"""What a server runs."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from django.core.wsgi import get_wsgi_application
from django.utils.http import parse_header_parameters

if TYPE_CHECKING:
    from collections.abc import Iterable
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "spacequiz.settings")


def in_utf8(application: WSGIApplication) -> WSGIApplication:
    """Have every body read as UTF-8, as browsers send it.

    Django decodes by whatever codec the client names, and Python has some that fail, and some
    that take half a minute over a megabyte. It does so before any middleware. So it does with the
    parameters of the header that have a star (RFC 2231), which no browser sends: they go.
    """

    def handle(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        named = environ.get("CONTENT_TYPE", "")
        if "*" in named:
            environ["CONTENT_TYPE"] = named.partition(";")[0]
        elif "charset" in named.lower():
            environ["CONTENT_TYPE"] = without_charset(named)
        return application(environ, start_response)

    return handle


def without_charset(content_type: str) -> str:
    """The header without that parameter."""
    name, parameters = parse_header_parameters(content_type)
    kept = (f'{key}="{value}"' for key, value in parameters.items() if key != "charset")
    return "; ".join((name, *kept))


application = in_utf8(get_wsgi_application())
