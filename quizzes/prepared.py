"""Queries that are asked for every answer of a student.

Django takes several times as long to write their SQL as SQLite takes to answer it. So it is
written once for a process, by Django still, and only the values are put in.
"""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.db import connection, models


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
