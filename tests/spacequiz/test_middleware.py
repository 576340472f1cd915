from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from csp.constants import HEADER
from csp.decorators import csp_exempt, csp_update
from csp.middleware import CSPMiddleware
from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpResponse
from django.test import RequestFactory

from spacequiz.middleware import DRAIN_LIMIT, BodyLimitMiddleware, PolicyMiddleware

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest
    from django.http.response import HttpResponseBase
    from django.test import Client


def post(client: Client, path: str, size: int) -> int:
    return client.post(path, data=b"x" * size, content_type="text/plain").status_code


def test_body_over_limit_is_413_with_every_security_header(client: Client) -> None:
    response = client.post("/", data=b"x" * (settings.BODY_LIMIT + 1), content_type="text/plain")

    assert response.status_code == 413
    assert "That was too much at once" in response.content.decode()
    assert "default-src 'none'" in response["Content-Security-Policy"]
    assert response["X-Frame-Options"] == "DENY"


def test_limit_is_exact_and_higher_in_the_admin(client: Client) -> None:
    assert post(client, "/no-such-page/", settings.BODY_LIMIT) == 404
    assert post(client, "/no-such-page/", settings.BODY_LIMIT + 1) == 413
    assert post(client, "/admin/no-such-page/", settings.ADMIN_BODY_LIMIT) == 302
    assert post(client, "/admin/no-such-page/", settings.ADMIN_BODY_LIMIT + 1) == 413


@pytest.mark.parametrize("length", ["-1", "1x", "1.0", "٣", "9" * 5000])
def test_garbled_length_is_400(client: Client, length: str) -> None:
    assert client.post("/", CONTENT_LENGTH=length).status_code == 400


@pytest.mark.parametrize("terminated", [True, False])
def test_chunked_body_is_411_and_read_only_where_it_ends(
    rf: RequestFactory, *, terminated: bool
) -> None:
    body = BytesIO(b"x" * 100_000)
    request = rf.post("/")
    del request.META["CONTENT_LENGTH"]
    request.META |= {
        "HTTP_TRANSFER_ENCODING": "chunked",
        "wsgi.input": body,
        "wsgi.input_terminated": terminated,
    }

    response = BodyLimitMiddleware(lambda _: pytest.fail("passed on"))(request)

    assert response.status_code == 411
    assert body.tell() == (100_000 if terminated else 0)


def test_endless_body_is_drained_up_to_a_point(rf: RequestFactory) -> None:
    class Endless(BytesIO):
        given = 0

        def read(self, size: int | None = -1, /) -> bytes:
            assert size is not None
            self.given += size
            return bytes(size)

    body = Endless()
    environ = rf.post("/").environ | {"CONTENT_LENGTH": str(10**12), "wsgi.input": body}

    response = BodyLimitMiddleware(lambda _: pytest.fail("passed on"))(WSGIRequest(environ))

    assert response.status_code == 413
    assert body.given == DRAIN_LIMIT


def policy_of(
    view: Callable[[HttpRequest], HttpResponseBase],
    middleware: type[CSPMiddleware] = PolicyMiddleware,
) -> str | None:
    request = RequestFactory().get("/")
    return middleware(view).process_response(request, view(request)).headers.get(HEADER)


def plain(_request: HttpRequest) -> HttpResponseBase:
    return HttpResponse()


def test_policy_is_that_of_the_settings() -> None:
    ours, theirs = policy_of(plain) or "", policy_of(plain, CSPMiddleware) or ""
    assert set(ours.split("; ")) == set(theirs.split("; "))
    assert ours


def test_views_may_have_a_policy_of_their_own() -> None:
    @csp_update({"img-src": "https://example.org"})
    def updated(_request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    @csp_exempt()
    def exempt(_request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    def already(_request: HttpRequest) -> HttpResponse:
        return HttpResponse(headers={HEADER: "sandbox"})

    assert "data: https://example.org" in (policy_of(updated) or "")
    assert policy_of(exempt) is None
    assert policy_of(already) == "sandbox"
    assert "example.org" not in (policy_of(plain) or "")
