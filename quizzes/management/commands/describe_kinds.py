"""Every kind of question on a page, in Markdown: what ``docs/kinds.md`` holds."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from quizzes.items.description import kinds_page
from quizzes.queries.facts import current_revision
from quizzes.queries.generators import current_generator


class Command(BaseCommand):
    help = "Print every kind of question: its predicate, its traps, examples."

    def handle(self, *args: Any, **options: Any) -> None:
        if not current_revision():
            raise CommandError("No facts are loaded. Load them with: manage.py loadfacts")
        generator, _revision = current_generator()
        self.stdout.write(kinds_page(generator), ending="")
