"""Learning from responses how hard items are. Never while a student waits: a command does it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from operator import itemgetter
from typing import Final, NamedTuple

from django.db import transaction
from django.db.models import Exists, Max, Min, OuterRef, Q

from quizzes.items.item import Item
from quizzes.items.ratings import (
    Encounter,
    Key,
    Rating,
    abilities_without_each,
    floor_of,
    key_of,
    prior,
    rate_item,
)
from quizzes.models import Attempt, ItemRating, PaperItem, RatingCursor, Response
from quizzes.models.ratings import THE_CURSOR
from quizzes.queries.ratings import stored_ratings

CHUNK: Final = 2_000
"""Responses rated at once. With what their attempts responded before, they are in memory."""
ITEMS_KEPT: Final = 10_000
"""Items of which it is remembered what they ask: those of a class come again and again."""
ITEMS_READ: Final = 500
SETTLED: Final = timedelta(minutes=1)
"""Ids are given before rows are there to be read, so the last few are left for the next time."""
FIRST_MET: Final = {"try_number": 1, "attempt__paper__owner": ""}
"""Later tries know the feedback, and so does practice of what one has met before. So does another
attempt at the same paper: see ``attempts_again``."""


class Asked(NamedTuple):
    """What of a frozen item counts: what it asks, what is assumed of it, what guessing gives."""

    key: Key
    assumed: Rating
    floor: float


@dataclass(frozen=True, slots=True)
class Rated:
    """How many responses were rated, and of how many items the rating changed."""

    responses: int
    items: int


def rate_new_responses(now: datetime) -> Rated:
    """Rate the responses that no rating knows of yet.

    A transaction a chunk, not one for all: students' responses are not kept waiting, and what
    is done is done. Each chunk moves the cursor from where it was read, or is given up: so of two
    processes one goes on, and nothing is rated twice.
    """
    last = RatingCursor.objects.get_or_create(pk=THE_CURSOR)[0].last_response
    end = last_settled(last, now)
    ratings = stored_ratings()
    asked: dict[int, Asked] = {}
    touched: set[Key] = set()
    count = 0
    while chunk := ids_of_chunk(last, end):
        changed = rated_chunk(last, chunk[-1], ratings, asked)
        if not save(changed, last, chunk[-1]):
            break
        ratings |= changed
        touched |= changed.keys()
        count += len(chunk)
        last = chunk[-1]
    return Rated(count, len(touched))


def last_settled(last: int, now: datetime) -> int:
    """The id up to which no response can arrive any more."""
    new = Response.objects.filter(pk__gt=last).aggregate(
        newest=Max("pk"), unsettled=Min("pk", filter=Q(submitted_at__gt=now - SETTLED))
    )
    return new["unsettled"] - 1 if new["unsettled"] else new["newest"] or last


def ids_of_chunk(last: int, end: int) -> list[int]:
    """The next responses to what was met for the first time."""
    new = Response.objects.filter(pk__gt=last, pk__lte=end, **FIRST_MET)
    return list(new.order_by("pk").values_list("pk", flat=True)[:CHUNK])


def rated_chunk(
    last: int, end: int, ratings: Mapping[Key, Rating], asked: dict[int, Asked]
) -> dict[Key, Rating]:
    """The ratings of the items of the responses after ``last``, with these."""
    new = Response.objects.filter(pk__gt=last, pk__lte=end, **FIRST_MET)
    # All that the attempts responded so far tells their ability.
    rows = list(
        Response.objects.filter(attempt__in=new.values("attempt"), pk__lte=end, try_number=1)
        .order_by("attempt_id", "pk")
        .values_list("attempt_id", "pk", "item_id", "grade")
    )
    learn_what_is_asked({item for _, _, item, _ in rows}, asked)
    again = attempts_again(last, end)
    told: defaultdict[Key, list[Encounter]] = defaultdict(list)
    assumed: dict[Key, Rating] = {}
    for attempt, responses in groupby(rows, itemgetter(0)):
        if attempt in again:
            continue
        own = [(pk, asked[item], grade) for _, pk, item, grade in responses]
        met = [Encounter(ratings.get(a.key, a.assumed), a.floor, grade) for _, a, grade in own]
        for (pk, item, grade), ability in zip(own, abilities_without_each(met), strict=True):
            if pk > last:
                told[item.key].append(Encounter(ability, item.floor, grade))
                assumed.setdefault(item.key, item.assumed)
    return {key: rate_item(ratings.get(key, assumed[key]), told[key]) for key in told}


def attempts_again(last: int, end: int) -> set[int]:
    """The attempts at papers that their owners had responded to before: of those who responded
    after ``last``. By owner, for a class has one paper and each of it few attempts."""
    owners = Response.objects.filter(pk__gt=last, pk__lte=end).values("attempt__owner")
    told = Exists(Response.objects.filter(attempt=OuterRef("pk")))
    begun = Attempt.objects.filter(told, owner__in=owners).exclude(owner="").order_by("pk")
    first: dict[tuple[str, int], int] = {}
    return {
        pk
        for pk, owner, paper in begun.values_list("pk", "owner", "paper_id")
        if first.setdefault((owner, paper), pk) != pk
    }


def learn_what_is_asked(items: set[int], asked: dict[int, Asked]) -> None:
    """Read the items that are not among those ``asked``, a few at a time: they are large."""
    if len(asked) > ITEMS_KEPT:
        asked.clear()
    unread = sorted(items - asked.keys())
    for start in range(0, len(unread), ITEMS_READ):
        some = PaperItem.objects.filter(pk__in=unread[start : start + ITEMS_READ])
        for pk, snapshot in some.values_list("pk", "snapshot"):
            item = Item.from_json(snapshot)
            asked[pk] = Asked(key_of(item), prior(item.difficulty), floor_of(item))


@transaction.atomic
def save(changed: Mapping[Key, Rating], last: int, end: int) -> bool:
    """Keep the ratings and move the cursor from ``last`` to ``end``. False: another process has
    moved it, and nothing is kept."""
    cursor = RatingCursor.objects.filter(pk=THE_CURSOR, last_response=last)
    if not cursor.update(last_response=end):
        return False
    ItemRating.objects.bulk_create(
        [
            ItemRating(
                kind=kind,
                interaction=interaction,
                subject=subject,
                rating=rating.value,
                deviation=rating.deviation,
                responses=rating.responses,
            )
            for (kind, interaction, subject), rating in changed.items()
        ],
        update_conflicts=True,
        unique_fields=["kind", "interaction", "subject"],
        update_fields=["rating", "deviation", "responses"],
    )
    return True
