"""Every kind, every subject, every rule of fairness; and what guessing would be worth."""

from argparse import ArgumentParser
from time import perf_counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from quizzes.items.audit import KindReport, Leak, audit_kind, audit_papers, leak_statistics
from quizzes.queries import current_generator, current_revision

SHOWN = 20


class Command(BaseCommand):
    help = "Prove the items that the facts can make. Exits with 1 where a rule is broken."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--seeds", type=int, default=2, help="items tried for each subject")
        parser.add_argument("--leak-seeds", type=int, default=1000, help="items a kind for leaks")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["seeds"] < 1 or options["leak_seeds"] < 1:
            raise CommandError("--seeds and --leak-seeds: give numbers from 1.")
        if not current_revision():
            raise CommandError("No facts are loaded. Load them with: manage.py loadfacts")
        started = perf_counter()
        generator, _revision = current_generator()
        reports = [audit_kind(kind, generator, options["seeds"]) for kind in generator.kinds]
        self.print_kinds(reports)
        papers, paper_problems = audit_papers(generator, options["seeds"])
        self.stdout.write(f"\n{papers} papers, {len(paper_problems)} problems")
        leaks = [
            leak
            for kind in generator.kinds
            for leak in leak_statistics(kind, generator, options["leak_seeds"])
        ]
        self.print_leaks(leaks)
        wrong = [violation for report in reports for violation in report.violations]
        wrong += [f"{report.kind}: no items" for report in reports if not report.items]
        wrong += paper_problems
        wrong += [f"{leak.kind}: {leak.guess} tells too much" for leak in leaks if leak.is_open]
        self.stdout.write(f"{perf_counter() - started:.0f} s")
        if wrong:
            shown = "\n  ".join(wrong[:SHOWN])
            raise CommandError(f"{len(wrong)} violations:\n  {shown}", returncode=1)
        self.stdout.write(self.style.SUCCESS("No rule is broken."))

    def print_kinds(self, reports: list[KindReport]) -> None:
        self.stdout.write(
            f"{'kind':<24}{'subjects':>9}{'asked':>7}{'items':>8}{'distinct':>9}  refused by rule"
        )
        for report in reports:
            refused = ", ".join(f"{rule} {n}" for rule, n in report.refused.most_common())
            self.stdout.write(
                f"{report.kind:<24}{report.subjects:>9}{report.asked:>7}{report.items:>8}"
                f"{len(report.distinct):>9}  {refused}"
            )
        self.stdout.write(
            f"{'all':<24}{sum(r.subjects for r in reports):>9}{sum(r.asked for r in reports):>7}"
            f"{sum(r.items for r in reports):>8}{sum(len(r.distinct) for r in reports):>9}"
        )

    def print_leaks(self, leaks: list[Leak]) -> None:
        self.stdout.write(
            f"\n{'kind':<24}{'guess':<16}{'drawn':>6}{'hits':>8}{'chance':>8}  ±99.9%"
        )
        for leak in leaks:
            mark = "  LEAK" if leak.is_open else ""
            self.stdout.write(
                f"{leak.kind:<24}{leak.guess:<16}{leak.drawn:>6}{leak.hits:>8.1f}"
                f"{leak.expected:>8.1f}{leak.tolerance:>7.1f}{mark}"
            )
