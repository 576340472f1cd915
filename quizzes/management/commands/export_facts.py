"""The facts as open data, on standard output."""

import csv
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from quizzes.facts.export import TABLES
from quizzes.queries.facts import load_records


class Command(BaseCommand):
    help = "Print facts as a table. docs/facts.md describes the columns."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("table", choices=sorted(TABLES))
        parser.add_argument("--format", choices=["csv"], default="csv")

    def handle(self, *args: Any, **options: Any) -> None:
        table = TABLES[options["table"]]
        writer = csv.writer(self.stdout, lineterminator="\n")
        writer.writerow(table.columns)
        writer.writerows(table.rows(load_records()))
