"""How old people were when they first reached orbit."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from quizzes.facts.base import FactBase
from quizzes.facts.records import Person, Precision
from quizzes.items.interactions.number import in_words
from quizzes.items.item import Interaction, Measure, Quantity
from quizzes.items.kinds.base import Because
from quizzes.items.kinds.careers import beginners_around, flown
from quizzes.items.kinds.records import RecordKind
from quizzes.items.margins import clearly_differ
from quizzes.items.text import Text, gettext_noop, text

A_YEAR: Final = timedelta(days=366)
"""Ages so far apart differ in full years too."""
ONE_DAY: Final = timedelta(days=1)
AGE_TOLERANCE: Final = 1
AGE_REACH: Final = 6
"""Farther off than this, one might have said forty of anybody."""


def years_between(born: date, day: date) -> int:
    """How old, in full years, somebody is on a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


@lru_cache(maxsize=2048)  # asked for every candidate
def days_of(person: Person, facts: FactBase) -> tuple[date, date] | None:
    """The days of somebody's birth, and of their first launch into orbit (UTC)."""
    flights = flown(facts).get(person)
    if not flights or person.born_on is None or person.born_precision is not Precision.DAY:
        return None
    launched_at = flights[0].launched_at
    return None if launched_at is None else (person.born_on, launched_at.date())


@lru_cache(maxsize=2048)  # and this
def sure_days_of(person: Person, facts: FactBase) -> tuple[date, date] | None:
    """The same, where the launch was not within a day of a birthday."""
    days = days_of(person, facts)
    if days is None:
        return None
    born, launch = days
    is_sure = years_between(born, launch - ONE_DAY) == years_between(born, launch + ONE_DAY)
    return days if is_sure else None


class AgeKind(RecordKind):
    """What the kinds about ages share. Trap: birthdays known to the month or year only."""

    def subjects(self, facts: FactBase) -> Sequence[Person]:
        return [person for person in flown(facts) if self.age(person, facts) is not None]

    def days(self, person: Person, facts: FactBase) -> tuple[date, date] | None:
        """The days of somebody's birth, and of their first launch into orbit (UTC)."""
        return days_of(person, facts)

    def age(self, person: Person, facts: FactBase) -> timedelta | None:
        """How old somebody was on the day of their first launch into orbit."""
        days = self.days(person, facts)
        return None if days is None else days[1] - days[0]

    def years(self, person: Person, facts: FactBase) -> int:
        """The same in full years."""
        days = self.days(person, facts)
        return 0 if days is None else years_between(*days)

    def because(self, subject: Person, candidate: Person, facts: FactBase) -> Because:
        first = flown(facts)[candidate][0]
        seat = facts.seat_on(candidate, first)
        return Because(
            text(
                gettext_noop("{person} first reached orbit at the age of {age}, on {mission}."),
                person=candidate.name, age=self.years(candidate, facts), mission=first.name,
            ),
            facts.cite(
                (candidate, "born_on"), (first, "launched_at"), *(((seat, "up"),) if seat else ())
            ),
        )  # fmt: skip


class YoungestOnFirstFlight(AgeKind):
    """Who was the youngest on the first flight into orbit. Trap: who was born last need not have
    been the youngest."""

    slug = "youngest-on-first-flight"
    name = gettext_noop("who was the youngest on the first flight")
    form = 8  # ages of several people

    def holds(self, subject: Person, candidate: Person, facts: FactBase) -> bool | None:
        age, other = self.age(subject, facts), self.age(candidate, facts)
        if age is None or other is None:
            return None
        return True if candidate is subject else False if other - age >= A_YEAR else None

    def stem(self, subject: Person, facts: FactBase) -> Text:
        return text(
            gettext_noop("Which of these people was the youngest on their first flight into orbit?")
        )

    def stem_of_order(self, subject: Person, facts: FactBase) -> Text:
        return Text(
            gettext_noop(
                "Put these people in order by their age on their first flight into orbit, "
                "the youngest first."
            )
        )


class OldestOnFirstFlight(AgeKind):
    """Who was the oldest. Trap: who was born first need not have been."""

    slug = "oldest-on-first-flight"
    name = gettext_noop("who was the oldest on the first flight")
    form = 8

    def holds(self, subject: Person, candidate: Person, facts: FactBase) -> bool | None:
        age, other = self.age(subject, facts), self.age(candidate, facts)
        if age is None or other is None:
            return None
        return True if candidate is subject else False if age - other >= A_YEAR else None

    def stem(self, subject: Person, facts: FactBase) -> Text:
        return Text(
            gettext_noop("Which of these people was the oldest on their first flight into orbit?")
        )

    def stem_of_order(self, subject: Person, facts: FactBase) -> Text:
        return Text(
            gettext_noop(
                "Put these people in order by their age on their first flight into orbit, "
                "the oldest first."
            )
        )


class AgeOnFirstFlight(AgeKind):
    """How old somebody was. A candidate is another real beginner, shown by the age. Trap: a
    launch within a day of a birthday was on the birthday somewhere, so that nobody is asked how
    old one was."""

    slug = "age-on-first-flight"
    name = gettext_noop("how old somebody was on the first flight")
    interactions = (Interaction.CHOICE, Interaction.TRUE_FALSE, Interaction.NUMBER)

    def days(self, person: Person, facts: FactBase) -> tuple[date, date] | None:
        return sure_days_of(person, facts)

    def candidates(self, subject: Person, facts: FactBase) -> Sequence[Person]:
        """As many of an age as there were: each age once would make a false claim an odd age."""
        around = beginners_around(subject, facts)
        return [person for person in around if self.days(person, facts) is not None]

    def holds(self, subject: Person, candidate: Person, facts: FactBase) -> bool | None:
        if self.days(subject, facts) is None or self.days(candidate, facts) is None:
            return None
        one, other = self.years(subject, facts), self.years(candidate, facts)
        return True if one == other else False if clearly_differ(one, other) else None

    def key(self, subject: Person, facts: FactBase) -> Person:
        return subject

    def stem(self, subject: Person, facts: FactBase) -> Text:
        return text(
            gettext_noop("How old was {person} on first reaching orbit, on {mission}?"),
            person=subject.name, mission=self.mission(subject, facts).name,
        )  # fmt: skip

    def claim(self, subject: Person, candidate: Person, facts: FactBase) -> Text:
        return text(
            gettext_noop("{person} was {age} old on first reaching orbit, on {mission}."),
            person=subject.name, mission=self.mission(subject, facts).name,
            age=self.option(subject, candidate, facts),
        )  # fmt: skip

    def because(self, subject: Person, candidate: Person, facts: FactBase) -> Because:
        told = self.claim(candidate, candidate, facts)
        return Because(told, super().because(subject, candidate, facts).citations)

    def quantity(self, subject: Person, facts: FactBase) -> Quantity:
        return Quantity(self.years(subject, facts), Measure.YEARS, AGE_TOLERANCE, AGE_REACH)

    def number(self, subject: Person, candidate: Person, facts: FactBase) -> int:
        return self.years(candidate, facts)

    def option(self, subject: Person, candidate: Person, facts: FactBase) -> Text:
        return in_words(self.years(candidate, facts), Measure.YEARS)
