"""Look for contradictions in the facts."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from quizzes.facts.audit import KnownException, Report, audit, read_exceptions
from quizzes.queries.facts import load_records


class Command(BaseCommand):
    help = (
        "Look for contradictions in the facts, and print what was checked. Known exceptions, with "
        "their reasons, are in fixtures/exceptions.toml. Exit code 1 on any other contradiction."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        records = load_records()
        if not records.missions:
            raise CommandError("There are no facts to audit: load them with manage.py loadfacts.")
        # A clock may be behind, which is no reason to distrust the facts; a year is too much.
        as_of = timezone.now().date() + timedelta(days=365)
        report = audit(records, as_of=as_of, exceptions=known_exceptions())
        self.print_checks(report)
        if report.findings:
            for finding in report.findings:
                self.stdout.write(f"{finding.check}: {finding.record}: {finding.message}")
            raise CommandError(
                f"Contradictions: {len(report.findings)}. Correct the facts, or give the reason "
                "in fixtures/exceptions.toml."
            )
        self.stdout.write("No contradictions.")

    def print_checks(self, report: Report) -> None:
        """What was checked and how often, what is known, and what is never asked."""
        self.stdout.write("Checked:")
        for name, count in report.checked.items():
            self.stdout.write(f"{count:>8,}  {name}")
        self.stdout.write("\nWithout a source, so never asked about:")
        for (record, field), count in sorted(report.unsourced.items()):
            self.stdout.write(f"{count:>8,}  {record}.{field}")
        self.stdout.write("\nKnown exceptions:")
        for finding, known in report.excepted:
            self.stdout.write(f"{finding.check}: {finding.record}: {finding.message}")
            self.stdout.write(f"          {known.reason}")
        self.stdout.write("")


def known_exceptions() -> tuple[KnownException, ...]:
    """The exceptions of the file. Raises ``CommandError`` where it cannot be read."""
    path = Path(settings.FIXTURE_DIRS[0]) / "exceptions.toml"
    try:
        return read_exceptions(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CommandError(f"{path}: {error}") from error
