"""Django's loaddata, and then the facts' revision: processes see at once what has changed."""

from collections.abc import Sequence
from typing import Any

from django.core.management.commands import loaddata
from django.utils import timezone

from quizzes.models import FactModel, Source
from quizzes.services.facts import record_revision


class Command(loaddata.Command):
    def loaddata(self, fixture_labels: Sequence[str]) -> None:
        super().loaddata(fixture_labels)
        loaded: set[Any] = self.models
        if any(issubclass(model, FactModel | Source) for model in loaded):
            record_revision(timezone.now())
