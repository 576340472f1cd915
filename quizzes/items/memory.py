"""What somebody remembers: facts, and when each is to come back.

A fact is a subject with what is asked of it (its aspect): kinds that ask the same of a subject
share an aspect, so that a fact may come back through another kind, or be answered in another way.
``docs/practice.md`` says more. When it comes back, FSRS says (Ye et al., 2022; py-fsrs).
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple, cast

from fsrs import Card, Rating, Scheduler, State

from quizzes.items.interactions import INTERACTIONS
from quizzes.items.item import Interaction, Item
from quizzes.items.text import Json

KINDS_OF_ASPECT: Final[Mapping[str, tuple[str, ...]]] = {
    "crew": ("person-aboard", "not-aboard"),
    "agency": ("agency-of-person", "person-of-agency", "mission-with-agency"),
    "mission-length": ("length-of-mission", "mission-of-length", "longest-mission"),
    "stay-length": ("length-of-stay", "person-of-stay"),
    "landing-site": (
        "waters-of-splashdown",
        "state-of-landing",
        "mission-of-region",
        "nearest-town",
        "place-of-landing",
    ),
    "launch-date": (
        "launch-year-of-mission",
        "mission-of-launch-year",
        "launched-before",
        "order-of-launches",
    ),
    "station": ("station-of-mission", "mission-to-station"),
    "station-of-stay": ("person-at-station", "aboard-station-on-day"),
    "orbits": ("orbits-of-mission", "mission-of-orbits", "most-orbits"),
    "spacewalkers": ("walker-of-spacewalk", "partner-on-spacewalk"),
    "spacewalk-length": ("length-of-spacewalk", "longest-spacewalk"),
    "age": ("youngest-on-first-flight", "oldest-on-first-flight", "age-on-first-flight"),
    "days-in-space": ("in-space-on-day", "in-space-with"),
}
"""Kinds of one topic, with subjects of one sort, that ask the same of a subject. Every other kind
is an aspect of its own."""
ASPECT_OF_KIND: Final = {
    kind: aspect for aspect, kinds in KINDS_OF_ASPECT.items() for kind in kinds
}

HALF: Final = 0.5
"""A grade from here on is more known than not."""
MOST_LUCK: Final = 0.05
"""Who is right with no more luck than this has recalled it, not recognised it."""
LONGEST_INTERVAL: Final = 365
"""In days: what is not seen for a year is forgotten here too."""
PRACTICE_LENGTH: Final = 10
SHORTEST_PRACTICE: Final = 5
"""Fewer due facts than this are joined by the missed ones and by those due next."""
SCHEDULER: Final = Scheduler(
    # Days, not minutes: nobody waits on a page for a question to come back.
    learning_steps=(),
    relearning_steps=(),
    maximum_interval=LONGEST_INTERVAL,
    # The same responses give the same days, whichever process takes them in.
    enable_fuzzing=False,
)


class FactKey(NamedTuple):
    """A fact as it is remembered: what is asked of which subject (a reference)."""

    aspect: str
    subject: str


class Told(NamedTuple):
    """What a response tells of one fact."""

    fact: FactKey
    rating: Rating


class Recall(NamedTuple):
    """How well a fact is remembered. ``stability``: days until the chance to recall it falls to
    90 %; ``difficulty`` from 1 to 10; ``due_on``: the day (UTC) from which it comes back."""

    stability: float
    difficulty: float
    reviewed_at: datetime
    due_on: date
    rating: Rating


def aspect_of(kind: str) -> str:
    """What ``kind`` (a slug) asks of its subject."""
    return ASPECT_OF_KIND.get(kind, kind)


def rating_of(grade: float, luck: float) -> Rating:
    """FSRS's rating of a response. ``grade``, and ``luck`` (what guessing gives), from 0 to 1."""
    if grade < HALF:
        return Rating.Again
    if grade < 1:
        return Rating.Hard
    return Rating.Easy if luck <= MOST_LUCK else Rating.Good


def told_by(item: Item, value: Json, grade: float) -> list[Told]:
    """What a response tells: of pairs, each by itself; else of the subject."""
    aspect = aspect_of(item.kind)
    luck = INTERACTIONS[item.interaction].luck(item)
    if item.interaction is not Interaction.MATCH:
        return [Told(FactKey(aspect, item.subject), rating_of(grade, luck))]
    pairs = zip(cast("list[int]", value), item.prompts, strict=True)
    return [
        Told(FactKey(aspect, prompt.ref), rating_of(float(at == prompt.key), luck))
        for at, prompt in pairs
    ]


def reviewed(before: Recall | None, rating: Rating, at: datetime) -> Recall:
    """How well a fact is remembered after a response at ``at`` (UTC)."""
    card, _ = SCHEDULER.review_card(card_of(before), rating, at)
    days = max(1, (card.due - at).days)
    return Recall(
        stability=cast(float, card.stability),
        difficulty=cast(float, card.difficulty),
        reviewed_at=at if before is None else max(at, before.reviewed_at),
        due_on=at.date() + timedelta(days=days),
        rating=rating,
    )


def card_of(recall: Recall | None) -> Card:
    """A memory as FSRS takes it. A card with an id does not wait for one."""
    if recall is None:
        return Card(card_id=1)
    return Card(
        card_id=1,
        state=State.Review,
        stability=recall.stability,
        difficulty=recall.difficulty,
        last_review=recall.reviewed_at,
    )


def strength(recall: Recall, now: datetime) -> float:
    """The chance to recall it now; 0 where the last response was wrong: it has been read since,
    and not shown to be known."""
    if recall.rating is Rating.Again:
        return 0.0
    return SCHEDULER.get_card_retrievability(card_of(recall), now)


def is_due(recall: Recall, now: datetime) -> bool:
    return recall.due_on <= now.date()


def by_urgency(recalls: Mapping[FactKey, Recall], now: datetime) -> list[FactKey]:
    """All facts: those due, the least sure first; then the missed; then by the day they are due."""

    def urgency(fact: FactKey) -> tuple[bool, float, date, FactKey]:
        recall = recalls[fact]
        return (
            not is_due(recall, now),
            strength(recall, now) if is_due(recall, now) or is_missed(recall) else 1.0,
            recall.due_on,
            fact,
        )

    return sorted(recalls, key=urgency)


def is_missed(recall: Recall) -> bool:
    """Whether the last response to it was wrong."""
    return recall.rating is Rating.Again


def missed_facts(recalls: Mapping[FactKey, Recall]) -> list[FactKey]:
    """The facts to which the last response was wrong, the latest first."""
    missed = [fact for fact, recall in recalls.items() if is_missed(recall)]
    return sorted(missed, key=lambda fact: recalls[fact].reviewed_at, reverse=True)


def practice_length(recalls: Mapping[FactKey, Recall], now: datetime) -> int:
    """How many questions to practise: one for each fact that is due, within limits."""
    due = sum(is_due(recall, now) for recall in recalls.values())
    return min(PRACTICE_LENGTH, max(due, min(SHORTEST_PRACTICE, len(recalls))))
