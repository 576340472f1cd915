"""The generator and the oracle's rows, over the facts of the fixture files."""

import pytest
from hypothesis import HealthCheck, settings

from quizzes.facts.base import FactBase
from quizzes.items.generate import Generator
from quizzes.items.kinds import KINDS
from tests.items.oracle.rows import Rows

# A machine that is busy with other tests is slow; that proves nothing.
settings.register_profile(
    "patient",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("patient")


@pytest.fixture(scope="session")
def generator(facts: FactBase) -> Generator:
    return Generator(facts, KINDS)


@pytest.fixture(scope="session")
def rows() -> Rows:
    """The fixture files in plain dictionaries."""
    return Rows.of_fixtures()
