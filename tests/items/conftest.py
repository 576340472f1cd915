"""The generator and the oracle's rows, over the facts of the fixture files."""

import pytest

from quizzes.facts.base import FactBase
from quizzes.items.generate import Generator
from quizzes.items.kinds import KINDS
from tests.items.oracle.rows import Rows


@pytest.fixture(scope="session")
def generator(facts: FactBase) -> Generator:
    return Generator(facts, KINDS)


@pytest.fixture(scope="session")
def rows() -> Rows:
    """The fixture files in plain dictionaries."""
    return Rows.of_fixtures()
