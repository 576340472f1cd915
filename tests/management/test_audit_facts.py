"""manage.py audit_facts"""

from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from quizzes import models
from quizzes.facts.base import FactBase


def audit() -> str:
    printed = StringIO()
    call_command("audit_facts", stdout=printed)
    return printed.getvalue()


def test_the_facts_have_no_contradiction(loaded_facts: FactBase) -> None:
    lines = audit().splitlines()

    assert lines[-1] == "No contradictions."
    assert "     417  crews have one commander" in lines
    assert "   1,616  seats refer to what there is" in lines
    assert "orbits fit durations: skylab-2: 404 orbits in 2422188 s make 14.4 a day" in lines


def test_a_contradiction_is_an_error(loaded_facts: FactBase) -> None:
    models.Mission.objects.filter(slug="vostok-1").update(
        landed_at=datetime(1961, 4, 12, 8, 5, tzinfo=UTC)
    )
    printed = StringIO()

    with pytest.raises(CommandError) as failed:
        call_command("audit_facts", stdout=printed)

    assert failed.value.returncode == 1
    assert str(failed.value).startswith("Contradictions: 2. ")
    problem = "is said to last 6480 s; landing minus launch is 7080 s"
    assert printed.getvalue().splitlines()[-2:] == [
        f"missions last from launch to landing: vostok-1: {problem}",
        f"stays last from launch to landing: yuri-gagarin_vostok-1: {problem}",
    ]


def test_an_empty_database_is_an_error(no_facts: None) -> None:
    with pytest.raises(CommandError, match="There are no facts to audit"):
        audit()


def test_an_exception_that_is_not_needed_is_an_error(loaded_facts: FactBase) -> None:
    models.Mission.objects.filter(slug="skylab-2").update(orbits=432)

    with pytest.raises(CommandError, match="Contradictions: 1"):
        audit()


def test_exceptions_that_cannot_be_read_are_an_error(
    loaded_facts: FactBase, settings: Settings, tmp_path: Path
) -> None:
    settings.FIXTURE_DIRS = [tmp_path]
    (tmp_path / "exceptions.toml").write_text("[[exception]]\ncheck = 1\n", encoding="utf-8")

    with pytest.raises(CommandError, match="exception 1: give a check, a record and a reason"):
        audit()
