"""Spacewalks, from the facts: how long they were, and who made one first."""

from typing import Final

from quizzes.facts.base import FactBase
from quizzes.facts.records import Fact, Person, Spacewalk
from quizzes.figures.builders.amounts import LENGTH, bars, offered
from quizzes.figures.builders.asked import Asked
from quizzes.figures.builders.entries import as_of
from quizzes.figures.builders.launches import in_order
from quizzes.figures.specs import Bars, Entry, Span, Timeline
from quizzes.items.kinds.spacewalk_lengths import (
    clock_text,
    first_walks,
    people_outside,
    start_of,
)
from quizzes.items.kinds.walks import day_of, walkers
from quizzes.items.text import Text, date_text, gettext_noop, text

LENGTHS: Final = Text(gettext_noop("How long the spacewalks were"))
FIRSTS: Final = Text(gettext_noop("When they first went outside"))
WALK: Final = gettext_noop("{people} ({date})")


def walk_length(record: Fact, facts: FactBase) -> tuple[Text, float, Text] | None:
    """A spacewalk's length; none where it is not known who was outside."""
    if not isinstance(record, Spacewalk) or record.duration_s is None or not walkers(record, facts):
        return None
    name = text(WALK, people=people_outside(record, facts), date=day_of(record))
    return name, record.duration_s, clock_text(record)


def walk_lengths_asked(asked: Asked) -> Bars | None:
    """The lengths of the spacewalks that are the options."""
    return bars(LENGTHS, LENGTH, walk_length, offered(asked), asked.facts)


def first_walks_asked(asked: Asked) -> Timeline | None:
    """The first spacewalks of the people who are the options."""

    def entry(record: Fact, facts: FactBase) -> Entry | None:
        if not isinstance(record, Person) or record not in first_walks(facts):
            return None
        start = start_of(first_walks(facts)[record])
        return Entry(Text(record.name), (Span(start),), date_text(start.date()))

    return in_order(FIRSTS, asked, entry, as_of(asked.facts))
