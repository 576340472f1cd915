"""Memory is what the responses of an owner make of it, each taken in once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from fsrs import Rating

from quizzes.items.blueprint import TooFew
from quizzes.items.memory import (
    PRACTICE_LENGTH,
    SHORTEST_PRACTICE,
    FactKey,
    Recall,
    is_due,
    missed_facts,
    practice_length,
)
from quizzes.items.text import Text
from quizzes.models import Attempt, Memory, Paper, Response, Review
from quizzes.queries.practice import facts_of, memories
from quizzes.services.practice import PUT_OFF, practice_paper, take_in
from tests.factories import (
    NOW,
    AttemptFactory,
    MemoryFactory,
    PaperFactory,
    PaperItemFactory,
    ResponseFactory,
    an_item,
)

OWNER = "browser-of-mine"


def respond(attempt: Attempt, subject: str, grade: float = 1.0, days: int = 0) -> Response:
    """A response to a question about ``subject``, after so many days."""
    item = an_item()._replace(subject=subject, stem=Text(f"What of {subject}?"))
    held = PaperItemFactory.create(
        paper=attempt.paper, position=attempt.paper.items.count() + 1, snapshot=item.to_json()
    )
    at = NOW + timedelta(days=days)
    return ResponseFactory.create(attempt=attempt, item=held, grade=grade, submitted_at=at)


@pytest.fixture
def attempt(db: None) -> Attempt:
    return AttemptFactory.create(owner=OWNER, paper=PaperFactory.create(size=0))


def ratings() -> dict[str, int]:
    return dict(Memory.objects.filter(owner=OWNER).values_list("subject", "rating"))


def test_every_response_is_remembered_by_its_fact(attempt: Attempt) -> None:
    respond(attempt, "mission:a", 1.0)
    respond(attempt, "mission:b", 0.0)
    take_in(OWNER)
    assert ratings() == {"mission:a": Rating.Good, "mission:b": Rating.Again}
    assert facts_of(attempt) == {FactKey("made-up", "mission:a"), FactKey("made-up", "mission:b")}


def test_taking_in_again_changes_nothing(attempt: Attempt) -> None:
    respond(attempt, "mission:a")
    take_in(OWNER)
    before = list(Memory.objects.values())
    take_in(OWNER)
    assert list(Memory.objects.values()) == before
    assert Review.objects.count() == 1


def test_in_pieces_or_at_once_it_is_the_same_memory(attempt: Attempt) -> None:
    other = AttemptFactory.create(owner="at-once", paper=PaperFactory.create(size=0))
    for days, grade in ((0, 0.0), (1, 1.0), (9, 1.0), (30, 0.5)):
        respond(attempt, "mission:a", grade, days)
        take_in(OWNER)
        respond(other, "mission:a", grade, days)
    take_in("at-once")
    one, same = (memories(owner)[FactKey("made-up", "mission:a")] for owner in (OWNER, "at-once"))
    assert one.recall == same.recall


def test_others_and_no_owner_are_left_alone(attempt: Attempt) -> None:
    respond(AttemptFactory.create(owner="another", paper=PaperFactory.create(size=0)), "mission:a")
    respond(AttemptFactory.create(owner="", paper=PaperFactory.create(size=0)), "mission:a")
    take_in(OWNER)
    take_in("")
    assert not Memory.objects.exists()
    assert memories("") == {}


@pytest.mark.django_db(transaction=True)
def test_responses_taken_in_by_several_at_once_count_once() -> None:
    attempt = AttemptFactory.create(owner=OWNER, paper=PaperFactory.create(size=0))
    for n in range(6):
        respond(attempt, f"mission:{n % 3}", n % 2, days=n)

    def take(_: int) -> None:
        try:
            take_in(OWNER)
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(take, range(12)))
    assert Review.objects.count() == 6
    together = {fact: memory.recall for fact, memory in memories(OWNER).items()}
    Review.objects.all().delete()
    Memory.objects.all().delete()
    take_in(OWNER)
    assert {fact: memory.recall for fact, memory in memories(OWNER).items()} == together


# What is practised ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("due", "others", "length"),
    [
        (1, 0, 1),
        (1, 20, SHORTEST_PRACTICE),
        (7, 20, 7),
        (40, 0, PRACTICE_LENGTH),
        (0, 2, 2),
        (0, 0, 0),
    ],
)
def test_practice_is_what_is_due_within_limits(due: int, others: int, length: int) -> None:
    days = [NOW.date()] * due + [NOW.date() + timedelta(days=1)] * others
    held = [MemoryFactory.build(subject=str(n), due_on=day) for n, day in enumerate(days)]
    assert practice_length({memory.fact: memory.recall for memory in held}, NOW) == length


def test_missed_facts_are_those_answered_wrong_last_the_latest_first() -> None:
    held = [
        MemoryFactory.build(subject=subject, rating=rating, reviewed_at=NOW + timedelta(days=days))
        for subject, rating, days in (("a", 1, 0), ("b", 3, 1), ("c", 1, 2))
    ]
    missed = missed_facts({memory.fact: memory.recall for memory in held})
    assert [fact.subject for fact in missed] == ["c", "a"]


def test_practice_paper_is_its_owners_and_asks_in_another_way(loaded_facts: object) -> None:
    memory = MemoryFactory.create(owner=OWNER)
    paper = practice_paper(OWNER, [memory.fact], 5, {memory.fact: memory}, NOW)
    assert isinstance(paper, Paper)
    (item,) = paper.items.all()
    assert (paper.owner, paper.size, paper.quiz) == (OWNER, 1, None)
    assert item.snapshot["subject"] == memory.subject
    assert (item.kind, item.snapshot["interaction"]) != (memory.kind, memory.interaction)


def test_due_fact_that_cannot_be_asked_is_put_off(loaded_facts: object) -> None:
    """It would be due for ever: an agency of which too few flights have known nobody aboard."""
    fields = {"aspect": "agency", "kind": "agency-of-person", "interaction": "match"}
    long_ago = NOW - timedelta(days=9)
    unaskable = MemoryFactory.create(
        owner=OWNER, subject="seat:georgy-beregovoy_soyuz-3", reviewed_at=long_ago, **fields
    )
    other = MemoryFactory.create(owner=OWNER, reviewed_at=long_ago)
    held = {memory.fact: memory for memory in (unaskable, other)}
    paper = practice_paper(OWNER, [*held], 2, held, NOW)
    assert isinstance(paper, Paper)
    assert [item.snapshot["subject"] for item in paper.items.all()] == [other.subject]
    before = unaskable.recall
    unaskable.refresh_from_db()
    assert unaskable.recall == before._replace(due_on=NOW.date() + PUT_OFF)
    assert practice_length(recalls_of(OWNER), NOW) == 2  # the other, and what is joined to it
    assert sum(is_due(recall, NOW) for recall in recalls_of(OWNER).values()) == 1


def test_fact_that_is_not_due_or_was_reviewed_meanwhile_keeps_its_day(loaded_facts: object) -> None:
    fields = {"aspect": "agency", "kind": "agency-of-person", "interaction": "match"}
    memory = MemoryFactory.create(
        owner=OWNER, subject="seat:georgy-beregovoy_soyuz-3", due_on=NOW.date(), **fields
    )
    tomorrow = NOW.date() + timedelta(days=1)
    Memory.objects.update(due_on=tomorrow)
    for held in (memory, Memory.objects.get()):
        assert practice_paper(OWNER, [held.fact], 1, {held.fact: held}, NOW) == TooFew(0)
        assert Memory.objects.get().due_on == tomorrow


def recalls_of(owner: str) -> dict[FactKey, Recall]:
    return {fact: memory.recall for fact, memory in memories(owner).items()}


def test_practice_of_nothing_makes_no_paper(loaded_facts: object) -> None:
    assert practice_paper(OWNER, [], 5, {}, NOW) == TooFew(0)
    assert not Paper.objects.exists()
