"""manage.py export_facts"""

import csv
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from quizzes.facts.base import FactBase
from quizzes.facts.export import TABLES


def export(*arguments: str) -> str:
    printed = StringIO()
    call_command("export_facts", *arguments, stdout=printed)
    return printed.getvalue()


@pytest.mark.parametrize("table", TABLES)
def test_it_prints_a_table_as_csv(loaded_facts: FactBase, table: str) -> None:
    header, *rows = csv.reader(StringIO(export(table, "--format", "csv")))

    assert tuple(header) == TABLES[table].columns
    assert len(rows) == {"missions": 417, "stays": 1616, "people": 790}[table]
    assert {len(row) for row in rows} == {len(header)}


def test_it_prints_the_facts_as_they_are(loaded_facts: FactBase) -> None:
    lines = export("missions").splitlines()

    assert lines[1] == (
        "vostok-1,Vostok 1,Vostok,Soviet space programme,1961-04-12T06:07:00Z,"
        "Baikonur Cosmodrome,1961-04-12T07:55:00Z,near Engels,Russia,51,46,1,success,"
        "Yuri Gagarin,Yuri Gagarin"
    )


def test_it_takes_what_holds_commas_in_quotes(loaded_facts: FactBase) -> None:
    (sts_1,) = (line for line in export("missions").splitlines() if line.startswith("sts-1,"))

    assert '"Edwards Air Force Base, California"' in sts_1


@pytest.mark.parametrize("table", TABLES)
def test_without_facts_it_prints_the_header_alone(no_facts: None, table: str) -> None:
    assert export(table) == ",".join(TABLES[table].columns) + "\n"


@pytest.mark.parametrize("arguments", [["rockets"], ["missions", "--format", "xlsx"], []])
def test_it_rejects_what_it_cannot_print(arguments: list[str]) -> None:
    with pytest.raises(CommandError):
        export(*arguments)
