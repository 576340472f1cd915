"""Settings from the environment: read, checked, and refused in one clear line.

A variable that is set but empty counts as not set. Every reader raises
`ImproperlyConfigured` with the variable's name and what it takes.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, NoReturn
from urllib.parse import parse_qsl, unquote, urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from django.conf import LazySettings

BOOLEANS = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}

# A name, a name with a leading dot (its subdomains too), or an IPv6 address in brackets.
HOST = re.compile(r"\.?[a-z0-9_-]+(\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\]", re.IGNORECASE)

# Django's own check (security.W009) calls a weaker key insecure.
SECRET_KEY_LENGTH = 50
SECRET_KEY_VARIETY = 5

DATABASE_FORMS = "sqlite:///PATH or postgres://USER:PASSWORD@HOST:PORT/NAME"

SSL_MODES = frozenset({"disable", "allow", "prefer", "require", "verify-ca", "verify-full"})

# Run for each new connection. With the write-ahead log readers never wait for a writer, and
# synchronous=NORMAL is then safe against a crash of the process and the loss of the last
# transactions at most on a power cut. 64 MiB mapped and 8 MiB cached hold the whole database.
SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL;"
    "PRAGMA synchronous=NORMAL;"
    "PRAGMA mmap_size=67108864;"
    "PRAGMA cache_size=-8192;"
    "PRAGMA temp_store=MEMORY;"
)


def boolean(name: str, *, default: bool) -> bool:
    value = _value(name)
    if not value:
        return default
    if value.lower() not in BOOLEANS:
        _refuse(name, f"must be one of {', '.join(BOOLEANS)}, not {value!r}")
    return BOOLEANS[value.lower()]


def integer(name: str, *, default: int, lowest: int, highest: int) -> int:
    value = _value(name)
    if not value:
        return default
    # The length first: Python itself refuses to read a number of thousands of digits.
    digits = value.isascii() and value.isdigit() and len(value) <= len(str(highest))
    if not (digits and lowest <= int(value) <= highest):
        _refuse(name, f"must be a whole number from {lowest} to {highest}, not {value!r}")
    return int(value)


def hosts(name: str, *, default: Sequence[str]) -> list[str]:
    """Host names, separated by commas. `*` is refused: links are built from the host asked for."""
    value = _value(name)
    if not value:
        return list(default)
    names = [part.strip() for part in value.split(",")]
    for host in names:
        if not HOST.fullmatch(host):
            _refuse(name, f"must be host names without scheme and port, not {host!r}")
    return names


def secret_key(name: str, *, file: Path) -> str:
    """The key from the environment, else from `file`. There is no default."""
    value = _value(name)
    if not value:
        try:
            value = file.read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError):
            _refuse(name, f"is not set and {file} cannot be read: `make setup` writes it")
    if len(value) < SECRET_KEY_LENGTH or len(set(value)) < SECRET_KEY_VARIETY:
        least = f"{SECRET_KEY_LENGTH} characters, {SECRET_KEY_VARIETY} of them different"
        _refuse(name, f"must be at least {least}")
    return value


def database(name: str, *, default: Path, relative_to: Path) -> dict[str, object]:
    """Django's configuration of one database.

    A relative SQLite path is taken from `relative_to`, wherever the process was started.
    The value is never repeated in a refusal: it holds a password.
    """
    url = _value(name)
    if not url:
        return _sqlite(name, default)
    if url.startswith("sqlite:"):
        path = unquote(url.removeprefix("sqlite:///"))
        if not url.startswith("sqlite:///") or not path or path == ":memory:" or "?" in path:
            _refuse(name, "must name a file: sqlite:///PATH, four slashes for an absolute path")
        return _sqlite(name, relative_to / path)
    return _postgres(name, url)


def load_settings() -> LazySettings:
    """Django's settings, or the end of the process with the one line that says what is wrong."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "spacequiz.settings")
    try:
        _ = settings.DEBUG
    except ImproperlyConfigured as refusal:
        raise SystemExit(f"spacequiz: {refusal}") from None
    return settings


def _sqlite(name: str, path: Path) -> dict[str, object]:
    if not path.parent.is_dir():
        _refuse(name, f"names a file in a folder that does not exist: {path.parent}")
    if path.is_dir():
        _refuse(name, f"must name a file, and {path} is a folder")
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        # Opening a file and running the pragmas costs more than a query.
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "init_command": SQLITE_PRAGMAS,
            # A transaction that reads first and writes later would otherwise fail at once,
            # without waiting, when another one has written in between.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
        },
    }


def _postgres(name: str, url: str) -> dict[str, object]:
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port or 5432
        query = dict(parse_qsl(parts.query, strict_parsing=True)) if parts.query else {}
    except ValueError:
        _refuse(name, f"must be {DATABASE_FORMS}")
    database = unquote(parts.path.removeprefix("/"))
    if (
        parts.scheme not in {"postgres", "postgresql"}
        or not (host and parts.username and database)
        or "/" in database
        or parts.fragment
    ):
        _refuse(name, f"must be {DATABASE_FORMS}")
    if query.keys() - {"sslmode"} or query.get("sslmode", "prefer") not in SSL_MODES:
        _refuse(name, f"takes one parameter, sslmode: {', '.join(sorted(SSL_MODES))}")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": database,
        "USER": unquote(parts.username),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": port,
        # A synchronous worker uses one connection; a threaded or asynchronous server a few.
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 4, "timeout": 10}, **query},
        # A cluster made where no locale was set is not UTF-8, and template1 with it.
        "TEST": {"CHARSET": "UTF8", "TEMPLATE": "template0"},
    }


def _value(name: str) -> str:
    return os.environ.get(name, "").strip()


def _refuse(name: str, reason: str) -> NoReturn:
    raise ImproperlyConfigured(f"{name} {reason}.")
