"""Bringing memory up to date with responses, and making papers of what is to come back.

Never while a response is taken: when somebody looks at a result or at their practice.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

from django.db import IntegrityError, transaction

from quizzes.items.blueprint import Blueprint, TooFew
from quizzes.items.item import Item, Topic
from quizzes.items.memory import PRACTICE_LENGTH, FactKey, Recall, is_due, reviewed, told_by
from quizzes.items.returning import Way, is_askable, practice_items
from quizzes.items.seeds import Draw
from quizzes.models import Memory, Paper, Response, Review
from quizzes.queries.generators import current_generator
from quizzes.queries.practice import CHUNK, NewResponse, memories, not_taken_in
from quizzes.services.papers import freeze_items, new_seed

ATTEMPTS_AT_IT: Final = 3
"""Where another process takes in the same responses, it is looked again at what is left."""
PUT_OFF: Final = timedelta(days=30)
"""A due fact that nothing fair can be asked about now is looked at again after so long."""


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
