"""The fixture files read as they stand: no database, no models, no loaddata."""

import dataclasses
import json
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Final, TypeVar

from quizzes.facts import records

FOLDER: Final = Path(__file__).resolve().parent.parent / "fixtures"
# In the order in which they are loaded: what refers to something comes after it.
NAMES: Final = (
    "sources",
    "agencies",
    "people",
    "spacecraft",
    "stations",
    "sites",
    "missions",
    "seats",
    "spacewalks",
)
R = TypeVar("R")


def read_fields(name: str) -> list[dict[str, typing.Any]]:
    """The fields of each record of ``fixtures/{name}.json``, in the order of the file."""
    held = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return [record["fields"] for record in held]


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def natural_key(value: str | list[str]) -> str:
    """``["nasa"]`` is how a fixture refers to the record ``nasa``; a text stays what it is."""
    return value[0] if isinstance(value, list) else value


def several(values: Sequence[str | list[str]]) -> tuple[str, ...]:
    """Texts in their order; slugs of other records in alphabetical order, as a database that
    knows no other gives them."""
    refer = any(isinstance(value, list) for value in values)
    keys = map(natural_key, values)
    return tuple(sorted(keys)) if refer else tuple(keys)


def citation(text: str) -> records.Citation:
    source, read_on = text.split("@")
    return records.Citation(source, date.fromisoformat(read_on))


def provenance(held: Mapping[str, Sequence[str]]) -> records.Provenance:
    return {field: tuple(map(citation, cited)) for field, cited in held.items()}


def reader(annotation: object) -> Callable[[typing.Any], object]:
    """How a value of a field so annotated is read from JSON."""
    if annotation == records.Provenance:
        return provenance
    if annotation == tuple[str, ...]:
        return several
    if isinstance(annotation, types.UnionType):
        return reader(next(one for one in typing.get_args(annotation) if one is not types.NoneType))
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return annotation
    readers: dict[object, Callable[[typing.Any], object]] = {
        datetime: moment,
        date: date.fromisoformat,
        str: natural_key,
    }
    return readers.get(annotation, lambda value: value)


def read(name: str, record: type[R]) -> tuple[R, ...]:
    """The records of ``fixtures/{name}.json``. What only the database holds, such as a note, is
    left out."""
    hints = typing.get_type_hints(record)
    names = [field.name for field in dataclasses.fields(typing.cast(typing.Any, record))]
    readers = {name: reader(hints[name]) for name in names}
    return tuple(
        record(**{key: readers[key](value) for key, value in fields.items() if key in readers})
        for fields in read_fields(name)
    )


def read_records() -> records.Records:
    """All that the fixture files hold, sourced or not. Agencies are written with predecessors
    first, everything else in the order in which the database gives it."""
    return records.Records(
        sources=read("sources", records.Source),
        agencies=tuple(sorted(read("agencies", records.Agency), key=lambda agency: agency.slug)),
        people=read("people", records.Person),
        spacecraft=read("spacecraft", records.Spacecraft),
        stations=read("stations", records.Station),
        sites=read("sites", records.Site),
        missions=read("missions", records.Mission),
        seats=read("seats", records.Seat),
        spacewalks=read("spacewalks", records.Spacewalk),
    )
