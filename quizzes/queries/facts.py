"""The facts, from the database to the domain, and which of them are in force."""

import dataclasses
import json
from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256
from typing import Any, Final, TypeVar

from django.db import models as orm

from quizzes import models
from quizzes.facts import records
from quizzes.facts.base import FactBase

F = TypeVar("F", bound=records.Fact)


@lru_cache(maxsize=1024)
def read_citation(citation: str) -> records.Citation:
    """``"source@YYYY-MM-DD"``, as fixtures write it."""
    source, _, read_on = citation.partition("@")
    return records.Citation(source, date.fromisoformat(read_on))


def read_provenance(held: Mapping[str, list[str]]) -> records.Provenance:
    return {field: tuple(map(read_citation, citations)) for field, citations in held.items()}


def or_none(enum: type[StrEnum]) -> Callable[[str], StrEnum | None]:
    """A reader of an optional member of ``enum``: empty is not known."""
    return lambda value: enum(value) if value else None


# How a column becomes a field of a record, where it is not taken as it is.
READERS: Final[Mapping[str, Callable[[Any], object]]] = {
    "provenance": read_provenance,
    "disputed": tuple,
    "aliases": tuple,
    "countries": tuple,
    "born_precision": or_none(records.Precision),
    "launch_precision": or_none(records.Precision),
    "landing_precision": or_none(records.Precision),
    "start_precision": or_none(records.Precision),
    "flight_class": or_none(records.FlightClass),
    "outcome": or_none(records.Outcome),
    "point_kind": or_none(records.PointKind),
}
KINDS_OF: Final = {models.Agency: records.AgencyKind, models.Site: records.SiteKind}


def read(model: type[models.FactModel], record: type[F]) -> tuple[F, ...]:
    """All rows of ``model`` as records, in the model's order: one query, and one more for each
    many-to-many field. Foreign keys become slugs."""
    columns: list[str] = []
    readers: list[Callable[[Any], object] | None] = []
    names = [field.name for field in dataclasses.fields(record)]
    for name in names:
        field = model._meta.get_field(name)
        if isinstance(field, orm.ManyToManyField):
            columns.append("slug")
            readers.append(slugs_by_owner(field).__getitem__)
        else:
            columns.append(f"{name}__slug" if isinstance(field, orm.ForeignKey) else name)
            readers.append(KINDS_OF.get(model) if name == "kind" else READERS.get(name))
    found = []
    for row in model._default_manager.values_list(*columns):
        fields: dict[str, Any] = {
            name: reader(value) if reader else value
            for name, reader, value in zip(names, readers, row, strict=True)
        }
        found.append(record(**fields))
    return tuple(found)


def slugs_by_owner(field: "orm.ManyToManyField[Any, Any]") -> Mapping[str, tuple[str, ...]]:
    """A many-to-many table: for each owner's slug (for those not in it too), the slugs it points
    to, sorted here: databases sort texts each by its own rules."""
    through: Any = field.remote_field.through
    owner, target = field.m2m_field_name(), field.m2m_reverse_field_name()
    held: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for one, other in through.objects.values_list(f"{owner}__slug", f"{target}__slug"):
        held[one] = tuple(sorted((*held[one], other)))
    return held


def load_records() -> records.Records:
    """Every fact there is, in twelve queries however many facts there are."""
    return records.Records(
        sources=tuple(
            records.Source(
                slug=source.slug,
                title=source.title,
                publisher=source.publisher,
                url=source.url,
                licence=source.licence,
                credit=source.credit,
                read_on=source.read_on,
            )
            for source in models.Source.objects.all()
        ),
        agencies=read(models.Agency, records.Agency),
        people=read(models.Person, records.Person),
        spacecraft=read(models.Spacecraft, records.Spacecraft),
        stations=read(models.Station, records.Station),
        sites=read(models.Site, records.Site),
        missions=read(models.Mission, records.Mission),
        seats=read(models.Seat, records.Seat),
        spacewalks=read(models.Spacewalk, records.Spacewalk),
    )


def load_fact_base() -> FactBase:
    """What is known, from the database as it is now."""
    return FactBase(load_records())


def facts_digest(held: records.Records) -> str:
    """A SHA-256 over all that the records say: the same facts, the same digest, anywhere."""
    digest = sha256()
    for field in dataclasses.fields(held):
        for record in sorted(getattr(held, field.name), key=lambda record: record.slug):
            said = json.dumps(dataclasses.asdict(record), default=str, sort_keys=True)
            digest.update(said.encode())
    return digest.hexdigest()


def current_revision() -> str:
    """The digest of the facts in force; empty where no facts are loaded."""
    newest = models.FactsRevision.objects.values_list("digest", flat=True).first()
    return newest or ""
