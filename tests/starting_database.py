"""The rows that every test finds in the database, and how they come back after a test."""

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
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
    """All tables of the site's models."""
    names: list[str] = connection.introspection.django_table_names(
        only_existing=True, include_views=False
    )
    return names


def rows_of(table: str) -> tuple[Sequence[str], list[tuple[Any, ...]]]:
    """The columns' names, and all rows."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {quote(table)}")  # noqa: S608
        return [column[0] for column in cursor.description], cursor.fetchall()


def keep() -> Callable[[], None]:
    """Remember all rows as they are now, ids and all, and return what puts them back.

    It writes only to the tables that are not as they were, so that it takes a thirtieth of the
    time of Django's own flush, which makes every table anew, and what migrations have made comes
    back too.
    """
    kept = {table: rows_of(table) for table in tables()}

    def restore() -> None:
        changed = [table for table in kept if rows_of(table) != kept[table]]
        # Foreign keys are checked at the end of the transaction, so the order does not matter.
        with transaction.atomic(), connection.cursor() as cursor:
            for table in changed:
                cursor.execute(f"DELETE FROM {quote(table)}")  # noqa: S608
            for table in changed:
                columns, rows = kept[table]
                names = ", ".join(map(quote, columns))
                places = ", ".join(["%s"] * len(columns))
                insert = f"INSERT INTO {quote(table)} ({names}) VALUES ({places})"  # noqa: S608
                cursor.executemany(insert, rows)
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
