"""What somebody remembers, as pages show it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.utils.translation import gettext, ngettext
from markupsafe import Markup

from quizzes.catalogue import Catalogue, readers_catalogue
from quizzes.figures.drawings.mastery import History, Lane, Stroke
from quizzes.items.generate import Generator
from quizzes.items.item import DEFAULT_TOPICS, TOPIC_NAMES, Topic
from quizzes.items.kinds.base import ref, resolve
from quizzes.items.memory import (
    PRACTICE_LENGTH,
    FactKey,
    Recall,
    is_due,
    is_missed,
    missed_facts,
    practice_length,
    strength,
)
from quizzes.items.returning import ground, statement, topic_and_flight
from quizzes.items.text import Text, date_text
from quizzes.jinja import about_url
from quizzes.models import Attempt, Memory
from quizzes.views.presented.pictures import history
from quizzes.views.presented.told import url_of

MISTAKES_SHOWN: Final = PRACTICE_LENGTH
"""As many as "Practise these" asks about."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """A fact to which the last response was wrong: what is true, its topic, and where to read
    more."""

    words: str
    topic: str
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Practice:
    """The page of one's practice. ``due``: how many facts; ``words`` says so, or what comes back
    next."""

    due: int
    words: str
    button: str
    figure: Markup
    mistakes: Sequence[Mistake]
    more_mistakes: str
    mistakes_button: str
    is_empty: bool


@dataclass(frozen=True, slots=True)
class ComingBack:
    """What becomes of the facts of an attempt; ``missed`` is on the button to practise those that
    were; empty where none was."""

    code: str
    words: str
    missed: str


def practice_page(
    recalls: Mapping[FactKey, Recall],
    held: Mapping[FactKey, Memory],
    generator: Generator,
    now: datetime,
) -> Practice:
    """``recalls``: those of ``held`` that can be asked about."""
    catalogue = readers_catalogue()
    due = sum(is_due(recall, now) for recall in recalls.values())
    missed = missed_facts(recalls)
    told = [
        mistake(fact, held[fact].kind, generator, catalogue) for fact in missed[:MISTAKES_SHOWN]
    ]
    return Practice(
        due=due,
        words=what_is_due(due, recalls),
        button=practise(practice_length(recalls, now)),
        figure=history(history_of(recalls, generator, now), "history", catalogue),
        mistakes=[one for one in told if one is not None],
        more_mistakes=more(len(missed) - MISTAKES_SHOWN),
        mistakes_button=gettext("Practise these"),
        is_empty=not recalls,
    )


def what_is_due(due: int, recalls: Mapping[FactKey, Recall]) -> str:
    """How many facts, or when the next comes back."""
    if due:
        return ngettext(
            "%(count)d fact is due today. It comes back in another form than last time.",
            "%(count)d facts are due today. They come back in another form than last time.",
            due,
        ) % {"count": due}
    first = min((recall.due_on for recall in recalls.values()), default=None)
    if first is None:
        return ""
    return gettext("Nothing is due today. The next fact comes back on %(day)s.") % {
        "day": shown_day(first)
    }


def shown_day(day: date) -> str:
    return date_text(day).render(readers_catalogue())


def practise(count: int) -> str:
    return ngettext("Practise %(count)d", "Practise %(count)d", count) % {"count": count}


def more(count: int) -> str:
    """What is said of the mistakes not shown."""
    if count <= 0:
        return ""
    return ngettext("And %(count)d older one.", "And %(count)d older ones.", count) % {
        "count": count
    }


def mistake(fact: FactKey, kind: str, generator: Generator, catalogue: Catalogue) -> Mistake | None:
    """None where the facts do not say any more what was asked."""
    placed, words = topic_and_flight(fact, generator), statement(fact, kind, generator)
    if placed is None or words is None:
        return None
    topic, flight = placed
    url = url_of(fact.subject)
    record = resolve(fact.subject, generator.facts) if url else flight
    return Mistake(
        words=words.render(catalogue),
        topic=catalogue(TOPIC_NAMES[topic]),
        name=getattr(record, "name", flight.name),
        url=url or about_url(ref(flight)),
    )


def history_of(recalls: Mapping[FactKey, Recall], generator: Generator, now: datetime) -> History:
    """All flights by topic. Of a flight, the fact remembered best counts."""
    known: dict[tuple[Topic, str], float] = {}
    for fact, recall in recalls.items():
        placed = topic_and_flight(fact, generator)
        if placed is not None:
            at = placed[0], placed[1].slug
            known[at] = max(known.get(at, 0.0), strength(recall, now))
    met = {topic for topic, _ in known}
    flights = ground(generator).flights
    launches = [f.launched_at.year for held in flights.values() for f in held if f.launched_at]
    return History(
        first_year=min(launches, default=now.year) // 10 * 10,
        end_year=max([*launches, now.year]) + 1,
        lanes=tuple(
            Lane(
                Text(TOPIC_NAMES[topic]),
                tuple(
                    Stroke(flight.launched_at.date(), known.get((topic, flight.slug), 0.0))
                    for flight in flights[topic]
                    if flight.launched_at is not None
                ),
            )
            for topic in Topic
            if flights[topic] and (topic in DEFAULT_TOPICS or topic in met)
        ),
    )


def coming_back(attempt: Attempt, recalls: Sequence[Recall], now: datetime) -> ComingBack:
    """What becomes of the facts of ``attempt``, of which ``recalls`` are the memories."""
    return ComingBack(
        code=attempt.code,
        words=when_they_come_back(recalls, now),
        # Without a number: a question may ask for several facts.
        missed=gettext("Practise what you missed") if any(map(is_missed, recalls)) else "",
    )


def when_they_come_back(recalls: Sequence[Recall], now: datetime) -> str:
    """How many of them, on the first day on which any does."""
    first = min((recall.due_on for recall in recalls), default=None)
    if first is None:
        return ""
    count = sum(recall.due_on == first for recall in recalls)
    if (first - now.date()).days <= 1:
        return ngettext(
            "%(count)d of these facts comes back tomorrow.",
            "%(count)d of these facts come back tomorrow.",
            count,
        ) % {"count": count}
    return ngettext(
        "%(count)d of these facts comes back on %(day)s.",
        "%(count)d of these facts come back on %(day)s.",
        count,
    ) % {"count": count, "day": shown_day(first)}
