"""Attempts, what is recorded of them, and the items of their papers."""

import dataclasses
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from typing import Final

from django.db import connection
from django.db import models as orm

from quizzes import models
from quizzes.figures.specs import Spec
from quizzes.figures.stored import from_json
from quizzes.items.item import Item
from quizzes.items.text import Json
from quizzes.prepared import PreparedQuery, Slot


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
