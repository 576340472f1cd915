from __future__ import annotations

import pytest
from django.conf import settings
from django.db import connections


def pytest_configure() -> None:
    """The site's settings, but for what only serving needs or what makes tests slow."""
    # Static files as they lie in the source: nothing to collect first.
    settings.STORAGES["staticfiles"] = {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
    }
    settings.WHITENOISE_AUTOREFRESH = True
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """SQLite in a file: in memory all threads share one connection, and no lock is ever met."""
    configuration = connections["default"].settings_dict
    if connections["default"].vendor == "sqlite":
        configuration["TEST"]["NAME"] = str(tmp_path_factory.mktemp("db") / "test.sqlite3")
