"""What all tests share.

``facts``: what the fixture files say, as a ``FactBase``, without any database.

Every test that uses the database starts from the same one: migrated, and with all the facts of
``fixtures/`` in it. They are loaded once, when the database is made (five seconds), because a
copy for each test would cost more than most tests do. A test's own changes are rolled back; what
a transactional test (a ``live_server`` test is one) has changed is put back.

``loaded_facts``: says that a test needs them, and is the same ``FactBase``, out of the database.
``no_facts``: takes them away for one test, which then makes its own with ``tests.factories``.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.test import TransactionTestCase
from django.utils import translation

from quizzes.facts.base import FactBase
from quizzes.management.catalogues import compile_catalogues
from quizzes.queries import attempts, generators, ratings
from tests import fixture_files, starting_database

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django import DjangoDbBlocker


def pytest_configure() -> None:
    """The site's settings, but for what only serving needs or what makes tests slow."""
    # Static files as they lie in the source: nothing to collect first.
    settings.STORAGES["staticfiles"] = {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
    }
    settings.STATICFILES_FINDERS = [
        "tests.static_files.BundleFinder",
        *settings.STATICFILES_FINDERS,
    ]
    settings.WHITENOISE_AUTOREFRESH = True
    for folder in settings.LOCALE_PATHS:
        list(compile_catalogues(Path(folder), fixture_files.FOLDER / "people.json"))
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


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Load the facts into the new test database, and keep them there."""
    with django_db_blocker.unblock():
        call_command("loaddata", *fixture_files.NAMES, verbosity=0)
        restore = starting_database.keep()
    with pytest.MonkeyPatch.context() as patch:
        # Instead of a flush, after each test whose changes cannot be rolled back.
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _case: restore())
        yield


@pytest.fixture(autouse=True)
def _forget_frozen_items() -> None:
    """After a rollback the next paper may get the id of one that has never been, and the next
    response that is rated too."""
    attempts.frozen_item.cache_clear()
    ratings._ratings.clear()


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """A request leaves its language behind in the thread, for the next one to replace."""
    with translation.override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture(scope="session")
def facts() -> FactBase:
    """What the fixture files say."""
    return FactBase(fixture_files.read_records())


@pytest.fixture
def loaded_facts(db: None) -> FactBase:
    """What the database says: all the facts of the fixture files."""
    generator, _revision = generators.current_generator()
    return generator.facts


@pytest.fixture
def no_facts(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database without a single fact, for one test."""
    starting_database.remove_facts()
    # What the test makes may have no revision of its own to be told from other such tests by.
    monkeypatch.setattr(generators, "_generators", {})
