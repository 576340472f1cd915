from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest

from spacequiz.middleware import DRAIN_LIMIT, BodyLimitMiddleware

if TYPE_CHECKING:
    from django.test import Client, RequestFactory


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
