"""Every kind, every interaction, every rule of fairness; and what guessing would be worth."""

import os
from argparse import ArgumentParser
from collections.abc import Iterable
from time import perf_counter
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError

from quizzes.items.audit.leaks import Leak
from quizzes.items.audit.proving import Report
from quizzes.items.kinds import KIND_BY_SLUG
from quizzes.management.auditing import Done, Extent, results, tasks
from quizzes.queries.facts import current_revision

SHOWN: Final = 20
SAMPLE: Final = Extent(seeds=1, leak_seeds=300, most_subjects=40)
FULL: Final = Extent(seeds=4, leak_seeds=1000, most_subjects=None)
INTERRUPTED: Final = 130


class Command(BaseCommand):
    help = "Prove items that the facts can make. Exits with 1 where a rule is broken."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--full", action="store_true", help="every subject, not a sample")
        parser.add_argument(
            "--kind", action="append", choices=sorted(KIND_BY_SLUG), help="only this one, or these"
        )
        parser.add_argument("--seeds", type=int, help="items tried for each subject")
        parser.add_argument("--leak-seeds", type=int, help="items for leaks, of each interaction")
        parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="processes")

    def handle(self, *args: Any, **options: Any) -> None:
        extent = extent_of(options)
        if options["workers"] < 1:
            raise CommandError("--workers: give a number from 1.")
        if not current_revision():
            raise CommandError("No facts are loaded. Load them with: manage.py loadfacts")
        started = perf_counter()
        count = len(tasks(extent))
        done: list[Done] = []
        try:
            with results(extent, min(options["workers"], count)) as coming:
                for result in coming:
                    done.append(result)
                    self.stderr.write(f"{len(done)}/{count} {result.name}")
        except KeyboardInterrupt:
            message = f"Interrupted after {len(done)} of {count}."
            raise CommandError(message, returncode=INTERRUPTED) from None
        self.tell(done, perf_counter() - started)

    def tell(self, done: Iterable[Done], seconds: float) -> None:
        reports = [report for one in done for report in one.reports]
        leaks = [leak for report in reports for leak in report.leaks]
        paper_problems = [problem for one in done for problem in one.problems]
        self.print_reports(reports)
        self.print_leaks(leaks)
        self.stdout.write(f"\n{sum(one.papers for one in done)} papers")
        self.stdout.write(f"{sum(report.distinct for report in reports):,} distinct items")
        self.stdout.write(f"{seconds:.0f} s")
        wrong = [violation for report in reports for violation in report.violations]
        wrong += paper_problems
        wrong += [
            f"{leak.kind} {leak.interaction}: {leak.guess} tells too much"
            for leak in leaks
            if leak.is_open
        ]
        if wrong:
            shown = "\n  ".join(wrong[:SHOWN])
            raise CommandError(f"{len(wrong)} violations:\n  {shown}", returncode=1)
        self.stdout.write(self.style.SUCCESS("No rule is broken."))

    def print_reports(self, reports: list[Report]) -> None:
        self.stdout.write(
            f"{'kind':<26}{'interaction':<12}{'subjects':>9}{'tried':>7}{'asked':>7}{'items':>8}"
            f"{'distinct':>9}  refused by rule"
        )
        for report in reports:
            refused = ", ".join(f"{rule} {n}" for rule, n in report.refused.most_common())
            self.stdout.write(
                f"{report.kind:<26}{report.interaction:<12}{report.subjects:>9}{report.tried:>7}"
                f"{report.asked:>7}{report.items:>8}{report.distinct:>9}  {refused}".rstrip()
            )
        self.stdout.write(
            f"{'all':<38}{sum(r.subjects for r in reports):>9}{sum(r.tried for r in reports):>7}"
            f"{sum(r.asked for r in reports):>7}{sum(r.items for r in reports):>8}"
            f"{sum(r.distinct for r in reports):>9}"
        )

    def print_leaks(self, leaks: list[Leak]) -> None:
        self.stdout.write(
            f"\n{'kind':<26}{'interaction':<12}{'guess':<16}{'drawn':>6}{'hits':>8}{'chance':>8}"
            "  ±99.9%"
        )
        for leak in leaks:
            mark = "  LEAK" if leak.is_open else ""
            self.stdout.write(
                f"{leak.kind:<26}{leak.interaction:<12}{leak.guess:<16}{leak.drawn:>6}"
                f"{leak.hits:>8.1f}{leak.expected:>8.1f}{leak.tolerance:>7.1f}{mark}"
            )


def extent_of(options: dict[str, Any]) -> Extent:
    """How thorough the audit is to be. Numbers that are given go before those of a sample."""
    usual = FULL if options["full"] else SAMPLE
    seeds, leak_seeds = options["seeds"], options["leak_seeds"]
    if (seeds is not None and seeds < 1) or (leak_seeds is not None and leak_seeds < 1):
        raise CommandError("--seeds and --leak-seeds: give numbers from 1.")
    return usual._replace(
        seeds=usual.seeds if seeds is None else seeds,
        leak_seeds=usual.leak_seeds if leak_seeds is None else leak_seeds,
        kinds=tuple(options["kind"] or ()),
    )
