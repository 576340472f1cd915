from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import ImproperlyConfigured

from spacequiz import env

if TYPE_CHECKING:
    from pathlib import Path

KEY = "0123456789" * 5


@pytest.mark.parametrize(
    ("value", "expected"),
    [("1", True), ("TRUE", True), ("yes", True), ("0", False), ("no", False), ("", True)],
)
def test_boolean_reads(monkeypatch: pytest.MonkeyPatch, value: str, *, expected: bool) -> None:
    monkeypatch.setenv("DEBUG", value)

    assert env.boolean("DEBUG", default=True) is expected


@pytest.mark.parametrize("value", ["2", "on", "maybe", "t"])
def test_boolean_refuses(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("DEBUG", value)

    with pytest.raises(ImproperlyConfigured, match=r"^DEBUG must be one of"):
        env.boolean("DEBUG", default=False)


@pytest.mark.parametrize("value", ["0", "65536", "-1", "80a", "8e3", "٨"])
def test_integer_refuses(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("PORT", value)

    with pytest.raises(ImproperlyConfigured, match=r"^PORT must be a whole number from 1 to 65535"):
        env.integer("PORT", default=8000, lowest=1, highest=65535)


def test_hosts_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLOWED_HOSTS", "a.example, .b.example,[::1]")

    assert env.hosts("ALLOWED_HOSTS", default=[]) == ["a.example", ".b.example", "[::1]"]


@pytest.mark.parametrize("value", ["*", "https://a.example", "a.example:8000", "a,,b", "a b"])
def test_hosts_refuses(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("ALLOWED_HOSTS", value)

    with pytest.raises(ImproperlyConfigured, match=r"^ALLOWED_HOSTS must be host names"):
        env.hosts("ALLOWED_HOSTS", default=[])


def test_secret_key_reads_file_without_variable(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("SECRET_KEY", raising=False)
    (tmp_path / "key").write_text(f"{KEY}\n")

    assert env.secret_key("SECRET_KEY", file=tmp_path / "key") == KEY


@pytest.mark.parametrize("value", ["", "short", "a" * 60])
def test_secret_key_refuses(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, value: str) -> None:
    monkeypatch.setenv("SECRET_KEY", value)

    with pytest.raises(ImproperlyConfigured, match=r"^SECRET_KEY "):
        env.secret_key("SECRET_KEY", file=tmp_path / "none")


def read_database(monkeypatch: pytest.MonkeyPatch, url: str, folder: Path) -> dict[str, object]:
    monkeypatch.setenv("DATABASE_URL", url)
    return env.database("DATABASE_URL", default=folder / "default", relative_to=folder)


def test_database_reads_sqlite(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    expected = str(tmp_path / "a b")

    assert read_database(monkeypatch, "sqlite:///a%20b", tmp_path)["NAME"] == expected
    assert read_database(monkeypatch, f"sqlite:///{tmp_path}/a b", tmp_path)["NAME"] == expected


def test_database_reads_postgres(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    url = "postgres://user:p%40ss@db.example:6432/quiz?sslmode=require"

    read = read_database(monkeypatch, url, tmp_path)

    names = ("NAME", "USER", "PASSWORD", "HOST", "PORT")
    assert [read[name] for name in names] == ["quiz", "user", "p@ss", "db.example", 6432]
    assert read["OPTIONS"] == {
        "pool": {"min_size": 1, "max_size": 4, "timeout": 10},
        "sslmode": "require",
    }


@pytest.mark.parametrize(
    "url",
    [
        "db.sqlite3",
        "sqlite://db",
        "sqlite:///",
        "sqlite:///:memory:",
        "sqlite:///no-such-folder/db",
        "sqlite:///.",
        "mysql://user:hush@host/quiz",
        "postgres://user:hush@host:port/quiz",
        "postgres://user:hush@host:99999/quiz",
        "postgres://user:hush@host/",
        "postgres://user:hush@host/quiz/more",
        "postgres://user:hush@[host/quiz",
        "postgres://host/quiz",
        "postgres://user:hush@host/quiz?sslmode=maybe",
        "postgres://user:hush@host/quiz?pool=9",
    ],
)
def test_database_refuses_without_telling_the_password(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, url: str
) -> None:
    with pytest.raises(ImproperlyConfigured, match=r"^DATABASE_URL ") as refusal:
        read_database(monkeypatch, url, tmp_path)

    assert "hush" not in str(refusal.value)
