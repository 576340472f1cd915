"""Reads: from the database to the domain."""

import dataclasses
import gc
import json
from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256
from typing import Any, Final, TypeVar

from django.db import connection
from django.db import models as orm

from quizzes import models
from quizzes.facts import records
from quizzes.facts.base import FactBase
from quizzes.figures.specs import Spec
from quizzes.figures.stored import from_json
from quizzes.items.generate import Generator
from quizzes.items.item import Item
from quizzes.items.kinds import KINDS
from quizzes.items.ratings import Key, Rating, Ratings
from quizzes.items.text import Json
from quizzes.prepared import PreparedQuery, Slot

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


_generators: dict[str, Generator] = {}


def current_generator() -> tuple[Generator, str]:
    """The generator over the facts in force, and their revision. One query, unless the facts
    have changed since this process last asked."""
    revision = current_revision()
    generator = _generators.get(revision)
    if generator is None:
        _generators.clear()  # facts of the past are asked about no more
        generator = _generators[revision] = Generator(load_fact_base(), KINDS)
        # Facts live as long as the process: no collection need look at them again, nor as often.
        gc.freeze()
        gc.set_threshold(50_000, 20, 50)
    return generator, revision


def stored_ratings() -> dict[Key, Rating]:
    """All ratings, as they are now. One query."""
    rows = models.ItemRating.objects.values_list(
        "kind", "interaction", "subject", "rating", "deviation", "responses"
    )
    return {
        (kind, interaction, subject): Rating(value, deviation, responses)
        for kind, interaction, subject, value, deviation, responses in rows.iterator()
    }


_ratings: dict[int, Ratings] = {}


def current_ratings() -> Ratings:
    """The ratings in force. One query, unless responses have been rated since this process last
    asked."""
    cursor = models.RatingCursor.objects.values_list("last_response", flat=True).first()
    if cursor is None:
        return {}
    if cursor not in _ratings:
        _ratings.clear()
        _ratings[cursor] = stored_ratings()
    return _ratings[cursor]


# Papers and attempts --------------------------------------------------------------------------


@dataclasses.dataclass(frozen=True, slots=True)
class Recorded:
    """A response as it was taken. ``value``: what was chosen; ``grade``: from 0 to 1."""

    value: Json
    grade: float
    submitted_at: datetime


@dataclasses.dataclass(frozen=True, slots=True)
class AttemptState:
    """How far an attempt has got: its responses by position, from 1 to ``size``."""

    size: int
    responses: Mapping[int, Recorded]

    @property
    def next_position(self) -> int | None:
        """The first position without a response; None at the end."""
        return next((n for n in range(1, self.size + 1) if n not in self.responses), None)

    @property
    def score(self) -> float:
        """The sum of the grades."""
        return sum(response.grade for response in self.responses.values())

    def with_response(
        self, position: int, value: Json, grade: float, submitted_at: datetime
    ) -> "AttemptState":
        """The state after one more response."""
        added = Recorded(value, grade, submitted_at)
        return AttemptState(self.size, {**self.responses, position: added})


_RESPONSES: Final = PreparedQuery(
    lambda: models.Response.objects.filter(
        attempt_id=Slot("attempt", orm.BigAutoField()), try_number=1
    ).values_list("item__position", "value", "grade", "submitted_at")
)
_PAPER_ITEM: Final = PreparedQuery(
    lambda: models.PaperItem.objects.filter(
        paper_id=Slot("paper", orm.BigAutoField()),
        position=Slot("position", orm.PositiveSmallIntegerField()),
    ).values_list("pk", "snapshot", "figure")
)
_ATTEMPT_FIELDS: Final = [field.attname for field in models.Attempt._meta.concrete_fields]
_OWN_ATTEMPT: Final = PreparedQuery(
    lambda: models.Attempt.objects.filter(
        code=Slot("code", orm.CharField()), owner=Slot("owner", orm.CharField())
    ).values_list(*_ATTEMPT_FIELDS)
)


def recorded_responses(attempt: models.Attempt) -> AttemptState:
    """The attempt's responses. One query."""
    rows = _RESPONSES.rows(attempt=attempt.pk)
    responses = {position: Recorded(value, grade, at) for position, value, grade, at in rows}
    return AttemptState(attempt.size, responses)


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class FrozenItem:
    """An item of a paper and the figure that proves it, as they were frozen. Compared by identity:
    each process holds each once."""

    pk: int
    item: Item
    figure: Spec | None


@lru_cache(maxsize=2048)
def frozen_item(paper_id: int, position: int) -> FrozenItem:
    """The item of a paper at a position. What is frozen never changes, so each process keeps those
    it has shown last. Raises ``PaperItem.DoesNotExist`` beyond the paper's end."""
    for pk, snapshot, figure in _PAPER_ITEM.rows(paper=paper_id, position=position):
        return FrozenItem(pk, Item.from_json(snapshot), from_json(figure) if figure else None)
    raise models.PaperItem.DoesNotExist


def paper_items(paper_id: int) -> list[Item]:
    """All items of a paper, in order. One query."""
    held = models.PaperItem.objects.filter(paper_id=paper_id).order_by("position")
    return [Item.from_json(snapshot) for snapshot in held.values_list("snapshot", flat=True)]


def own_attempt(code: str, owner: str) -> models.Attempt:
    """An attempt through its owner. Raises ``Attempt.DoesNotExist`` for anybody else's."""
    for row in _OWN_ATTEMPT.rows(code=code, owner=owner) if owner else ():
        return models.Attempt.from_db(connection.alias, _ATTEMPT_FIELDS, row)
    raise models.Attempt.DoesNotExist


def unfinished_attempt(owner: str, now: datetime) -> models.Attempt | None:
    """The latest attempt that this browser can still go on with."""
    if not owner:
        return None
    answered = orm.Count("responses")
    return (
        models.Attempt.objects.filter(owner=owner, expires_at__gt=now)
        .annotate(answered=answered)
        .filter(answered__lt=orm.F("size"))
        .order_by("-id")  # a query that counts does not keep the order of its model
        .first()
    )
