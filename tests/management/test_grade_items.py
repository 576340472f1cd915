"""Lines in, grades out: a bad one stops nothing, and nothing needs a database."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from quizzes.facts.base import FactBase
from quizzes.items.generate import Generator
from quizzes.items.item import Interaction
from quizzes.items.kinds import KINDS
from quizzes.items.lines import item_line
from quizzes.items.seeds import Draw
from tests.items.bending import ABOARD

ROOT = Path(__file__).resolve().parents[2]


def line(response: Any) -> str:
    return json.dumps({**json.loads(item_line(ABOARD)), "response": response})


def grade(monkeypatch: pytest.MonkeyPatch, *lines: str | bytes) -> tuple[list[Any], str, int]:
    """What is printed, what is complained of, and how it ends."""
    sent = b"\n".join(one if isinstance(one, bytes) else one.encode() for one in lines)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(sent)))
    out, err, ended = io.StringIO(), io.StringIO(), 0
    try:
        call_command("grade_items", stdout=out, stderr=err)
    except CommandError as wrong:
        ended = wrong.returncode
    return [json.loads(told) for told in out.getvalue().splitlines()], err.getvalue(), ended


def test_each_line_has_its_grade_in_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    told = {"kind": "person-aboard", "interaction": "choice"}
    assert grade(monkeypatch, line(0), line(1), "", line(9), line(0)) == (
        [
            {**told, "grade": 1.0},
            {**told, "grade": 0.0},
            {**told, "grade": None, "problem": "not-an-option"},
            {**told, "grade": 1.0},
        ],
        "",
        0,
    )


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        ("{", "no JSON"), ("[]", "no JSON object"), (b"\xff", "not UTF-8"), ("NaN", "NaN"),
        ("[" * 50_000, "nested too deeply"), ("x" * 1_000_000, "longer than"),
        ("x" * 300_000, "longer than"), (item_line(ABOARD), "no response"),
        ('{"kind": "\\ud800", "interaction": "\\ud800"}', "not a valid Interaction"),
    ],
    ids=str,
)  # fmt: skip
def test_a_bad_line_is_told_by_its_number_and_stops_nothing(
    bad: str | bytes, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told, complaints, ended = grade(monkeypatch, line(0), bad, line(1))
    assert [one["grade"] for one in told] == [1.0, 0.0]
    assert complaints.startswith("line 2: ")
    assert why in complaints
    assert ended == 1


def test_lines_come_from_a_file_too(tmp_path: Path) -> None:
    out, file = io.StringIO(), tmp_path / "lines"
    file.write_text(f"{line(0)}\n{line(2)}\n", encoding="utf-8")
    call_command("grade_items", "--file", str(file), stdout=out)
    assert [json.loads(told)["grade"] for told in out.getvalue().splitlines()] == [1.0, 0.0]


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="No such file"):
        call_command("grade_items", "--file", str(tmp_path / "none"))


def test_no_database_is_needed(facts: FactBase) -> None:
    """Every interaction, in a process whose database is not there."""
    generator, lines = Generator(facts, KINDS), []
    for way in Interaction:
        kind = next(kind for kind in KINDS if way in kind.interactions)
        item = generator.any_item(kind, Draw("no database"), way)
        assert item is not None
        lines.append(json.dumps({**json.loads(item_line(item)), "response": None}))
    done = subprocess.run(
        [sys.executable, "manage.py", "grade_items"],
        input="\n".join(lines), cwd=ROOT, capture_output=True, text=True, timeout=60, check=True,
        env={**os.environ, "DATABASE_URL": "postgres://nobody:x@127.0.0.1:9/none",
             "SECRET_KEY": "a key of tests" * 5},
    )  # fmt: skip
    assert done.stderr == ""
    told = [json.loads(one) for one in done.stdout.splitlines()]
    assert [one["interaction"] for one in told] == list(Interaction)
    assert all(one["grade"] is None and one["problem"] for one in told)
