"""Catalogues for reading, made without gettext's tools."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from quizzes.management.catalogues import compile_catalogues


class Command(BaseCommand):
    help = "Compile the catalogues of locale/ that have changed."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        people = Path(settings.BASE_DIR, "fixtures", "people.json")
        for folder in settings.LOCALE_PATHS:
            for source in compile_catalogues(Path(folder), people):
                if options["verbosity"]:
                    self.stdout.write(f"{source.parent.parent.name}: compiled")
