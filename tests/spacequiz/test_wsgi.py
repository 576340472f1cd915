"""What a server runs, as a server calls it."""

from collections.abc import Iterable
from io import BytesIO
from time import process_time
from typing import Any
from wsgiref.util import setup_testing_defaults

import pytest

from spacequiz.wsgi import application, without_charset

MULTIPART = "multipart/form-data; boundary=b"


def ask(method: str, path: str, content_type: str, body: bytes = b"") -> tuple[str, dict[str, str]]:
    """Status and headers of the answer."""
    environ: dict[str, Any] = {}
    setup_testing_defaults(environ)
    path, _, query = path.partition("?")
    environ |= {
        "REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": query,
        "CONTENT_TYPE": content_type, "CONTENT_LENGTH": str(len(body)), "wsgi.input": BytesIO(body),
        "HTTP_HOST": "localhost", "HTTP_COOKIE": f"csrftoken={'a' * 32}",
    }  # fmt: skip
    got: list[tuple[str, dict[str, str]]] = []

    def start_response(status: str, headers: Iterable[tuple[str, str]], *_: Any) -> Any:
        got.append((status, dict(headers)))

    # Not closed: that would end the connection of the test.
    b"".join(application(environ, start_response))
    return got[0]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "codec", ["rot13", "hex", "zlib", "base64", "idna", "undefined", "no-such"]
)
def test_no_codec_of_the_clients_choice_is_used(codec: str) -> None:
    body = b'--b\r\nContent-Disposition: form-data; name="x"\r\n\r\n1\r\n--b--\r\n'
    status, headers = ask("POST", "/", f"{MULTIPART}; charset={codec}", body)
    assert status == "403 Forbidden"  # for want of a token
    assert "Content-Security-Policy" in headers
    form = f"application/x-www-form-urlencoded; charset={codec}"
    assert ask("GET", "/nothing/?x=1", form)[0] == "404 Not Found"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "parameter",
    ["x*=no-such''%80", "x*=idna''%80", "boundary*=no-such''b", "charset*=no-such''%80",
     f"x*{'9' * 5000}=1", "x*=utf-8''%22;%20y*=no-such''%2580"],
)  # fmt: skip
def test_no_parameter_of_the_header_names_a_codec(parameter: str) -> None:
    assert ask("GET", "/nothing/", f"text/plain; {parameter}")[0] == "404 Not Found"
    body = b"--b\r\n\r\n1\r\n--b--\r\n"
    refused = {"400 Bad Request", "403 Forbidden"}
    assert ask("POST", "/", f"multipart/form-data; {parameter}", body)[0] in refused


@pytest.mark.django_db
def test_a_slow_codec_costs_nothing() -> None:
    """Punycode takes a second over 60 KB, and half a minute over a megabyte."""
    long = b"a-" + b"9" * 60_000
    body = b'--b\r\nContent-Disposition: form-data; name="x"\r\n\r\n' + long + b"\r\n--b--\r\n"
    started = process_time()
    assert ask("POST", "/", f"{MULTIPART}; charset=punycode", body)[0] == "403 Forbidden"
    assert process_time() - started < 0.5


@pytest.mark.parametrize(
    ("header", "kept"),
    [
        ("text/plain; charset=rot13", "text/plain"),
        ("multipart/form-data; Charset=hex; boundary=xyz", 'multipart/form-data; boundary="xyz"'),
        ("text/plain; charset*=utf-8''rot13", "text/plain"),
    ],
)
def test_the_rest_of_the_header_is_kept(header: str, kept: str) -> None:
    assert without_charset(header) == kept
