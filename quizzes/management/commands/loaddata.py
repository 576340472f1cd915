"""Django's loaddata, and then the facts' revision: processes see at once what has changed.

What is wrong with a fixture is told in a line that names the file and the record.
"""

from collections.abc import Sequence
from typing import Any

from django.core.management.base import CommandError
from django.core.management.commands import loaddata
from django.core.serializers.base import DeserializationError, DeserializedObject
from django.db import DatabaseError
from django.utils import timezone

from quizzes.models import FactModel, Source
from quizzes.services.facts import record_revision


class Command(loaddata.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        try:
            super().handle(*args, **options)
        except (DeserializationError, DatabaseError) as error:
            raise CommandError(str(error)) from error

    def loaddata(self, fixture_labels: Sequence[str]) -> None:
        super().loaddata(fixture_labels)
        loaded: set[Any] = self.models
        if any(issubclass(model, FactModel | Source) for model in loaded):
            record_revision(timezone.now())

    def save_obj(self, obj: DeserializedObject) -> bool:
        """Save a record. What the database refuses is told by the record's name, because it has
        no number yet that anybody could look up."""
        try:
            saved: bool = super().save_obj(obj)
        except DatabaseError as error:
            label = obj.object._meta.label_lower
            raise DatabaseError(f"{label} {obj.object}: {error.__cause__ or error}") from error
        return saved
