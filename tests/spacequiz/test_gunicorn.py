"""How gunicorn is set up, as gunicorn itself reads it."""

from pathlib import Path
from runpy import run_path

import pytest
from gunicorn.config import Config  # type: ignore[import-untyped]  # it has none
from gunicorn.http.message import Request  # type: ignore[import-untyped]  # it has none
from gunicorn.http.unreader import IterUnreader  # type: ignore[import-untyped]  # it has none

CONFIGURATION = Path(__file__).parents[2] / "gunicorn.conf.py"


@pytest.fixture
def configuration() -> Config:
    config = Config()
    for name, value in run_path(str(CONFIGURATION)).items():
        if name in config.settings:
            config.set(name, value)
    return config


@pytest.mark.parametrize("header", ["SCRIPT_NAME", "PATH_INFO", "Script_Name"])
def test_no_header_says_where_the_site_is(configuration: Config, header: str) -> None:
    """gunicorn would believe one that comes from this machine, where the proxy is."""
    sent = f"GET /missions/ HTTP/1.1\r\nHost: localhost\r\n{header}: //example.org\r\n\r\n"
    request = Request(configuration, IterUnreader([sent.encode()]), ("127.0.0.1", 1))
    assert request.headers == [("HOST", "localhost")]


def test_no_socket_takes_commands(configuration: Config) -> None:
    assert configuration.control_socket_disable
