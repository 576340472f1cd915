"""The rows that every test finds in the database, and how they come back after a flush."""

from collections.abc import Callable, Sequence
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.management.color import no_style
from django.db import connection, transaction

from quizzes import models

FACTS = (
    models.Spacewalk,
    models.Seat,
    models.Mission,
    models.Site,
    models.Station,
    models.Spacecraft,
    models.Person,
    models.Agency,
    models.Source,
    models.FactsRevision,
)


def tables() -> Sequence[str]:
    """All tables that a flush empties."""
    names: list[str] = connection.introspection.django_table_names(
        only_existing=True, include_views=False
    )
    return names


def last_app() -> object:
    """The app for which ``post_migrate`` is sent last: it is sent for those with models."""
    return [app for app in apps.get_app_configs() if app.models_module is not None][-1]


def keep() -> Callable[..., None]:
    """Remember all rows as they are now, ids and all, and return what puts them back.

    Plain rows rather than models: it takes a tenth of a second, and what migrations have made
    comes back too.
    """
    kept: dict[str, tuple[Sequence[str], list[tuple[Any, ...]]]] = {}
    with connection.cursor() as cursor:
        for table in tables():
            cursor.execute(f"SELECT * FROM {quote(table)}")  # noqa: S608
            columns = [column[0] for column in cursor.description]
            kept[table] = columns, cursor.fetchall()

    def restore(**kwargs: object) -> None:
        # Foreign keys are checked at the end of the transaction, so the order does not matter.
        with transaction.atomic(), connection.cursor() as cursor:
            for table in kept:
                cursor.execute(f"DELETE FROM {quote(table)}")  # noqa: S608
            for table, (columns, rows) in kept.items():
                names = ", ".join(map(quote, columns))
                places = ", ".join(["%s"] * len(columns))
                insert = f"INSERT INTO {quote(table)} ({names}) VALUES ({places})"  # noqa: S608
                cursor.executemany(insert, rows)
            resets = connection.ops.sequence_reset_sql(no_style(), apps.get_models())
            for statement in resets:
                cursor.execute(statement)
        ContentType.objects.clear_cache()

    return restore


def quote(name: str) -> str:
    """A name as SQL writes it."""
    quoted: str = connection.ops.quote_name(name)
    return quoted


def remove_facts() -> None:
    """Delete every fact, and the note that there are any."""
    for model in FACTS:
        # Straight from the tables: asking what refers to each of 4,000 records takes seconds.
        for field in model._meta.many_to_many:
            through: Any = field.remote_field.through
            through.objects.all()._raw_delete(using="default")
        model._default_manager.all()._raw_delete(using="default")
