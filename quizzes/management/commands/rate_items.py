"""Learn from students' responses how hard questions are."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from quizzes.services.ratings import rate_new_responses


class Command(BaseCommand):
    help = "Correct the difficulty of questions by the responses since the last time."

    def handle(self, *args: Any, **options: Any) -> None:
        rated = rate_new_responses(timezone.now())
        self.stdout.write(f"{rated.responses} responses rated, of {rated.items} questions.")
