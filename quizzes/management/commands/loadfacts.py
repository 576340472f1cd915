"""Load all facts, in their order, into a database that has none."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from quizzes.models import Mission
from quizzes.queries.facts import current_revision

FIXTURES = (
    "sources", "agencies", "people", "spacecraft", "stations", "sites", "missions", "seats",
    "spacewalks",
)  # fmt: skip


class Command(BaseCommand):
    help = "Load the facts from fixtures/, unless they are loaded. (To load anew: loaddata.)"

    def handle(self, *args: Any, **options: Any) -> None:
        # Sources or agencies alone are no facts to ask about.
        if current_revision() and Mission.objects.exists():
            self.stdout.write("The facts are loaded.")
            return
        call_command("loaddata", *FIXTURES, verbosity=options["verbosity"])
