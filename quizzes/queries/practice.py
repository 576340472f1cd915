"""What somebody remembers, and what is still to be taken in."""

from datetime import datetime
from typing import Final, TypeAlias

from quizzes.items.memory import FactKey
from quizzes.models import Attempt, Memory, Response, Review

CHUNK: Final = 200
"""Responses taken in at once: their items are large."""


def memories(owner: str) -> dict[FactKey, Memory]:
    """All that ``owner`` remembers, by fact. One query; none without an owner."""
    return {memory.fact: memory for memory in Memory.objects.filter(owner=owner)} if owner else {}


NewResponse: TypeAlias = tuple[int, object, float, datetime, object]
"""Its primary key, value, grade, time, and the snapshot of its item."""


def not_taken_in(owner: str) -> list[NewResponse]:
    """The oldest responses of ``owner`` that memory has not taken in. One query."""
    return list(
        Response.objects.filter(attempt__owner=owner, try_number=1, reviews=None)
        .order_by("pk")
        .values_list("pk", "value", "grade", "submitted_at", "item__snapshot")[:CHUNK]
    )


def facts_of(attempt: Attempt) -> set[FactKey]:
    """The facts that an attempt has asked about, once they are taken in."""
    told = Review.objects.filter(response__attempt=attempt).values_list("aspect", "subject")
    return {FactKey(*fact) for fact in told}
