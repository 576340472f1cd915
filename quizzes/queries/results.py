"""Reads of what a class answered."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from quizzes.items.item import Item
from quizzes.models import Attempt, PaperItem, Quiz, Response
from quizzes.queries.attempts import Recorded


@dataclass(frozen=True, slots=True)
class PlayedAttempt:
    """An attempt with its responses by position. ``is_first``: its owner's first at this quiz."""

    owner: str
    paper_id: int
    size: int
    started_at: datetime
    is_first: bool
    responses: Mapping[int, Recorded]


def attempts_at(quiz: Quiz, most: int) -> list[PlayedAttempt]:
    """The ``most`` latest attempts at a quiz, in the order in which they began. Two queries."""
    all_of_it = Attempt.objects.filter(paper__quiz=quiz).order_by("id")
    rows = list(all_of_it.values_list("pk", "owner", "paper_id", "size", "started_at"))
    first_of: dict[str, int] = {}
    for pk, owner, *_ in rows:
        first_of.setdefault(owner, pk)
    latest = rows[-most:]
    responses = responses_of(pk for pk, *_ in latest)
    return [
        PlayedAttempt(owner, paper_id, size, started_at, first_of[owner] == pk, responses[pk])
        for pk, owner, paper_id, size, started_at in latest
    ]


def responses_of(attempts: Iterable[int]) -> Mapping[int, Mapping[int, Recorded]]:
    """The responses of some attempts: by attempt, then by position. One query."""
    found: defaultdict[int, dict[int, Recorded]] = defaultdict(dict)
    rows = Response.objects.filter(attempt__in=list(attempts), try_number=1).values_list(
        "attempt_id", "item__position", "value", "grade", "submitted_at"
    )
    for attempt, position, value, grade, submitted_at in rows:
        found[attempt][position] = Recorded(value, grade, submitted_at)
    return found


def items_of(papers: Iterable[int]) -> dict[tuple[int, int], Item]:
    """The items of some papers, by paper and position. One query."""
    held = PaperItem.objects.filter(paper__in=set(papers))
    return {
        (paper, position): Item.from_json(snapshot)
        for paper, position, snapshot in held.values_list("paper_id", "position", "snapshot")
    }
