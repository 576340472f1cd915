"""Bringing memory up to date with responses, and making papers of what is to come back.

Never while a response is taken: when somebody looks at a result or at their practice.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final, TypeAlias

from django.db import IntegrityError, transaction

from quizzes.items.blueprint import Blueprint, TooFew
from quizzes.items.item import Item, Topic
from quizzes.items.memory import (
    FactKey,
    Recall,
    is_due,
    is_missed,
    reviewed,
    told_by,
)
from quizzes.items.returning import Way, is_askable, practice_items
from quizzes.items.seeds import Draw
from quizzes.models import Attempt, Memory, Paper, Response, Review
from quizzes.queries import current_generator
from quizzes.services.papers import freeze_items, new_seed

CHUNK: Final = 200
"""Responses taken in at once: their items are large."""
ATTEMPTS_AT_IT: Final = 3
"""Where another process takes in the same responses, it is looked again at what is left."""
PRACTICE_LENGTH: Final = 10
PUT_OFF: Final = timedelta(days=30)
"""A due fact that nothing fair can be asked about now is looked at again after so long."""
SHORTEST: Final = 5
"""Fewer due facts than this are joined by the missed ones and by those due next."""


def memories(owner: str) -> dict[FactKey, Memory]:
    """All that ``owner`` remembers, by fact. One query; none without an owner."""
    return {memory.fact: memory for memory in Memory.objects.filter(owner=owner)} if owner else {}


def take_in(owner: str) -> None:
    """Bring the memory of ``owner`` up to date with all responses not yet taken in."""
    failures = 0
    while owner and failures < ATTEMPTS_AT_IT:
        new = not_taken_in(owner)
        if not new:
            return
        try:
            take_in_these(owner, new)
        except IntegrityError:
            failures += 1
        else:
            if len(new) < CHUNK:
                return


NewResponse: TypeAlias = tuple[int, object, float, datetime, object]
"""Its primary key, value, grade, time, and the snapshot of its item."""


def not_taken_in(owner: str) -> list[NewResponse]:
    """The oldest responses of ``owner`` that memory has not taken in. One query."""
    return list(
        Response.objects.filter(attempt__owner=owner, try_number=1, reviews=None)
        .order_by("pk")
        .values_list("pk", "value", "grade", "submitted_at", "item__snapshot")[:CHUNK]
    )


def take_in_these(owner: str, new: Sequence[NewResponse]) -> None:
    """One transaction, without a lock while Python thinks. Raises ``IntegrityError`` where another
    process has taken in one of the responses, or where ``owner`` does not have all of them any
    more: then nothing is kept."""
    # Read after the responses: what has a review by now is in here.
    recalls = {fact: memory.recall for fact, memory in memories(owner).items()}
    changed: dict[FactKey, tuple[Recall, Way]] = {}
    reviews = []
    for pk, value, grade, at, snapshot in new:
        item = Item.from_json(snapshot)  # type: ignore[arg-type]  # a JSON field
        for fact, rating in told_by(item, value, grade):  # type: ignore[arg-type]  # the same
            after = reviewed(recalls.get(fact), rating, at.astimezone(UTC))
            recalls[fact] = after
            changed[fact] = after, Way(item.kind, item.interaction.value)
            reviews.append(
                Review(
                    response_id=pk, aspect=fact.aspect, subject=fact.subject, rating=rating.value
                )
            )
    with transaction.atomic():
        # A pass that was forgotten or moved since they were read shall remember nothing.
        own = Response.objects.filter(pk__in=[pk for pk, *_ in new], attempt__owner=owner)
        if own.count() != len(new):
            raise IntegrityError("Some of the responses are another's by now.")
        Review.objects.bulk_create(reviews)
        keep(owner, changed)


def keep(owner: str, changed: Mapping[FactKey, tuple[Recall, Way]]) -> None:
    """Write memories, new ones and others."""
    Memory.objects.bulk_create(
        [
            Memory(
                owner=owner,
                aspect=fact.aspect,
                subject=fact.subject,
                stability=recall.stability,
                difficulty=recall.difficulty,
                reviewed_at=recall.reviewed_at,
                due_on=recall.due_on,
                rating=recall.rating.value,
                kind=way.kind,
                interaction=way.interaction,
            )
            for fact, (recall, way) in changed.items()
        ],
        update_conflicts=True,
        unique_fields=["owner", "aspect", "subject"],
        update_fields=[
            "stability", "difficulty", "reviewed_at", "due_on", "rating", "kind", "interaction",
        ],
    )  # fmt: skip


def facts_of(attempt: Attempt) -> set[FactKey]:
    """The facts that an attempt has asked about, once they are taken in."""
    told = Review.objects.filter(response__attempt=attempt).values_list("aspect", "subject")
    return {FactKey(*fact) for fact in told}


def practice_length(recalls: Mapping[FactKey, Recall], now: datetime) -> int:
    """How many questions to practise: one for each fact that is due, within limits."""
    due = sum(is_due(recall, now) for recall in recalls.values())
    return min(PRACTICE_LENGTH, max(due, min(SHORTEST, len(recalls))))


def missed_facts(recalls: Mapping[FactKey, Recall]) -> list[FactKey]:
    """The facts to which the last response was wrong, the latest first."""
    missed = [fact for fact, recall in recalls.items() if is_missed(recall)]
    return sorted(missed, key=lambda fact: recalls[fact].reviewed_at, reverse=True)


def practice_paper(
    owner: str,
    facts: Sequence[FactKey],
    count: int,
    held: Mapping[FactKey, Memory],
    now: datetime,
) -> Paper | TooFew:
    """A fresh paper about ``count`` of ``facts``, or as many as fit, the first of them first. It
    belongs to ``owner`` alone. What is due and cannot be asked is put off."""
    generator, revision = current_generator()
    seed = new_seed()
    asked = [(fact, Way(held[fact].kind, held[fact].interaction)) for fact in facts]
    items, left = practice_items(asked, min(count, PRACTICE_LENGTH), generator, Draw(seed))
    due = [(fact, last) for fact, last in left if is_due(held[fact].recall, now)]
    put_off([held[fact] for fact, last in due if not is_askable(fact, last, generator)], now)
    if not items:
        return TooFew(0)
    met = {item.topic for item in items}
    blueprint = Blueprint(tuple(topic for topic in Topic if topic in met), len(items))
    return freeze_items(items, blueprint, seed, now, (generator, revision), owner=owner)


def put_off(unaskable: Sequence[Memory], now: datetime) -> None:
    """Let facts come back later, as well remembered as they are: they would be due for ever. One
    that was reviewed since they were read keeps its day."""
    if unaskable:
        due = Memory.objects.filter(pk__in=[one.pk for one in unaskable], due_on__lte=now.date())
        due.update(due_on=now.date() + PUT_OFF)
