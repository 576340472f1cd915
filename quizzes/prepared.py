"""Statements that are run for every answer of a student.

Django takes several times as long to write their SQL as SQLite takes to answer it. So it is
written once for a process, by Django still, and only the values are put in.
"""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.db import connection, models
from django.db.models.sql import InsertQuery


class Slot(models.Expression):
    """The place of a value that is known only when the query is asked."""

    def __init__(self, name: str, field: "models.Field[Any, Any]") -> None:
        super().__init__(output_field=field)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any, *args: Any, **kwargs: Any) -> Any:
        return "%s", [self]


class PreparedQuery:
    """A query of ``values_list`` with slots. ``make`` is called once."""

    def __init__(self, make: Callable[[], "models.QuerySet[Any, Any]"]) -> None:
        self._make = make

    @cached_property
    def _written(self) -> tuple[str, list[Any], Any, Any]:
        compiler: Any = self._make().query.get_compiler(connection=connection)
        sql, params = compiler.as_sql()
        converters = compiler.get_converters([column for column, _, _ in compiler.select])
        return sql, list(params), converters, compiler.apply_converters

    def rows(self, **values: Any) -> list[Any]:
        """The rows for these values of the slots."""
        sql, params, converters, apply_converters = self._written
        filled = [values[p.name] if isinstance(p, Slot) else p for p in params]
        with connection.cursor() as cursor:
            cursor.execute(sql, filled)
            found = cursor.fetchall()
        return list(apply_converters(found, converters)) if converters else found


class PreparedInsert:
    """The INSERT of one row. No signal is sent and no model made; what a constraint refuses is an
    ``IntegrityError``, as ever."""

    def __init__(self, model: type[models.Model]) -> None:
        self._model = model

    @cached_property
    def _written(self) -> tuple[str, "list[models.Field[Any, Any]]"]:
        fields = [field for field in self._model._meta.concrete_fields if not field.primary_key]
        query: Any = InsertQuery(self._model)
        query.insert_values(fields, [self._model()], raw=True)
        [(sql, _params)] = query.get_compiler(connection=connection).as_sql()
        return sql, fields

    def insert(self, **values: Any) -> None:
        """A row with these values, one for each column but the primary key."""
        sql, fields = self._written
        row = [field.get_db_prep_save(values[field.attname], connection) for field in fields]
        with connection.cursor() as cursor:
            cursor.execute(sql, row)
