"""Delete what students did long ago."""

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from quizzes.services.attempts import ATTEMPT_LIFETIME
from quizzes.services.retention import forget_unseen, purge_before

KEPT_DAYS = 365


class Command(BaseCommand):
    help = (
        "Delete attempts started long ago, papers that nobody needs any more, and what "
        "is remembered of browsers not seen since."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--days", type=int, default=KEPT_DAYS, help="how long attempts are kept (%(default)s)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        days = options["days"]
        if not ATTEMPT_LIFETIME.days <= days <= 100 * KEPT_DAYS:
            raise CommandError(
                f"--days: give a number from {ATTEMPT_LIFETIME.days}, as long as a quiz is open."
            )
        day = timezone.now() - timedelta(days=days)
        attempts, papers = purge_before(day)
        owners = forget_unseen(day)
        self.stdout.write(
            f"{attempts} attempts and {papers} papers deleted, {owners} browsers forgotten."
        )
