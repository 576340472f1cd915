"""How long spacewalks were, and who made one first."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final

from quizzes.facts.base import FactBase
from quizzes.facts.records import Mission, Person, Spacewalk
from quizzes.items.item import Interaction, Measure, Quantity, Topic
from quizzes.items.kinds.base import Because, Kind, ref
from quizzes.items.kinds.careers import flown
from quizzes.items.kinds.lengths import Unit, in_unit
from quizzes.items.kinds.spacewalks import SpacewalkKind
from quizzes.items.kinds.walks import (
    LEAST_S,
    day_of,
    is_clear,
    stay_around,
    utc_day_of,
    walkers,
)
from quizzes.items.kinds.wording import mission_story, utc_text
from quizzes.items.margins import clearly_differ
from quizzes.items.text import Text, gettext_noop, names_text, text

WALKS_EACH_WAY: Final = 25
"""So many spacewalks before one, and after, are compared with it."""
TOLERANCE_MIN: Final = 15
"""Sources begin and end a spacewalk with the hatch, or with a suit's own power."""
REACH_MIN: Final = 90
"""Farther off than this, one might have said six and a half hours of any."""
PEOPLE_AFTER: Final = 40
CLEARLY_LATER: Final = timedelta(days=30)


def minutes_of(walk: Spacewalk) -> int:
    """The length of a spacewalk in whole minutes."""
    return in_unit(walk.duration_s or 0, Unit.MINUTES)


def clock_text(walk: Spacewalk) -> Text:
    """The same, as in "6 h 30 min"."""
    hours, minutes = divmod(minutes_of(walk), 60)
    return text(gettext_noop("{h} h {min} min"), h=hours, min=minutes)


def people_outside(walk: Spacewalk, facts: FactBase) -> Text:
    """Who was outside, as in "Ed Lu and Yuri Malenchenko"."""
    return names_text([person.name for person in walkers(walk, facts)])


@lru_cache(maxsize=1)
def clear_walks(facts: FactBase) -> Sequence[Spacewalk]:
    """The spacewalks that may be asked about, in order."""
    walks = (walk for walk in facts.spacewalks.values() if is_clear(walk, facts))
    return sorted(walks, key=lambda walk: walk.number)


class WalkLengthKind(SpacewalkKind, Kind[Spacewalk, Spacewalk]):
    """What the kinds about lengths share."""

    def subjects(self, facts: FactBase) -> Sequence[Spacewalk]:
        return clear_walks(facts)

    def around(self, subject: Spacewalk, facts: FactBase) -> Sequence[Spacewalk]:
        """``subject``, and those before and after it."""
        walks = clear_walks(facts)
        at = walks.index(subject)
        others = walks[max(0, at - WALKS_EACH_WAY) : at + WALKS_EACH_WAY]
        return [subject, *(walk for walk in others if walk is not subject)]

    def key(self, subject: Spacewalk, facts: FactBase) -> Spacewalk:
        return subject


class LengthOfSpacewalk(WalkLengthKind):
    """How long a spacewalk was. Not a choice: the usual six and a half hours would be right too
    often. Trap: the clock starts with the hatch, or with a suit's own power; so a quarter of an
    hour counts for nothing."""

    slug = "length-of-spacewalk"
    name = gettext_noop("how long a spacewalk was")
    form = 14  # hours that nobody remembers
    interactions = (Interaction.NUMBER, Interaction.TRUE_FALSE)

    def candidates(self, subject: Spacewalk, facts: FactBase) -> Sequence[Spacewalk]:
        # One walk a length, the subject for its own.
        walks = {minutes_of(walk): walk for walk in reversed(self.around(subject, facts))}
        return list(walks.values())

    def holds(self, subject: Spacewalk, candidate: Spacewalk, facts: FactBase) -> bool | None:
        one, other = minutes_of(subject), minutes_of(candidate)
        if one == other:
            return True if is_clear(subject, facts) and is_clear(candidate, facts) else None
        return False if clearly_differ(one, other) else None

    def stem(self, subject: Spacewalk, facts: FactBase) -> Text:
        return text(
            gettext_noop("How long did the spacewalk of {people} on {date} (UTC) last?"),
            people=people_outside(subject, facts), date=day_of(subject),
        )  # fmt: skip

    def claim(self, subject: Spacewalk, candidate: Spacewalk, facts: FactBase) -> Text:
        return text(
            gettext_noop("The spacewalk of {people} on {date} (UTC) lasted {length}."),
            people=people_outside(subject, facts), date=day_of(subject),
            length=clock_text(candidate),
        )  # fmt: skip

    def quantity(self, subject: Spacewalk, facts: FactBase) -> Quantity:
        return Quantity(minutes_of(subject), Measure.MINUTES, TOLERANCE_MIN, REACH_MIN)

    def number(self, subject: Spacewalk, candidate: Spacewalk, facts: FactBase) -> int:
        return minutes_of(candidate)

    def option(self, subject: Spacewalk, candidate: Spacewalk, facts: FactBase) -> Text:
        return clock_text(candidate)

    def because(self, subject: Spacewalk, candidate: Spacewalk, facts: FactBase) -> Because:
        return Because(
            text(
                gettext_noop("{people} were outside for {length} ({minutes} minutes) on {date}."),
                people=people_outside(candidate, facts), length=clock_text(candidate),
                minutes=minutes_of(candidate), date=utc_day_of(candidate),
            ),
            facts.cite(*((candidate, said) for said in ("people", "duration_s", "started_at"))),
        )  # fmt: skip


class LongestSpacewalk(WalkLengthKind):
    """The longest of a few spacewalks, told by who was outside and when. Trap: sources begin to
    count at different moments; one shorter by less than a tenth is not offered."""

    slug = "longest-spacewalk"
    name = gettext_noop("which spacewalk was the longest")
    form = 16
    interactions = (Interaction.CHOICE, Interaction.ORDER)

    def candidates(self, subject: Spacewalk, facts: FactBase) -> Sequence[Spacewalk]:
        return self.around(subject, facts)

    def holds(self, subject: Spacewalk, candidate: Spacewalk, facts: FactBase) -> bool | None:
        if not is_clear(subject, facts) or not is_clear(candidate, facts):
            return None
        if candidate is subject:
            return True
        one, other = minutes_of(subject), minutes_of(candidate)
        return False if other < one and clearly_differ(one, other) else None

    def stem(self, subject: Spacewalk, facts: FactBase) -> Text:
        return Text(gettext_noop("Which of these spacewalks (days in UTC) lasted the longest?"))

    def stem_of_order(self, subject: Spacewalk, facts: FactBase) -> Text:
        return Text(
            gettext_noop(
                "Put these spacewalks (days in UTC) in order by how long they lasted, "
                "the longest first."
            )
        )

    def option(self, subject: Spacewalk, candidate: Spacewalk, facts: FactBase) -> Text:
        return text(
            gettext_noop("{people} ({date})"),
            people=people_outside(candidate, facts), date=day_of(candidate),
        )  # fmt: skip

    def because(self, subject: Spacewalk, candidate: Spacewalk, facts: FactBase) -> Because:
        return Because(
            text(
                gettext_noop("{walk}: outside for {length}."),
                walk=self.option(subject, candidate, facts), length=clock_text(candidate),
            ),
            facts.cite(*((candidate, said) for said in ("people", "duration_s", "started_at"))),
        )  # fmt: skip


def was_surely_outside(walk: Spacewalk, facts: FactBase) -> bool:
    """Whether whoever took part left the craft on a day that is known: nobody stood in the hatch,
    and it was not within a module. (Short walks were; but before the first station there was
    no module to walk in.)"""
    stations = [station.launched_on for station in facts.stations.values() if station.launched_on]
    return (
        bool(walkers(walk, facts))
        and walk.started_at is not None
        and walk.mission is not None
        and "stand-up" not in walk.name
        and (
            (walk.duration_s or 0) >= LEAST_S
            or walk.started_at.date() < min(stations, default=date.min)
        )
    )


def start_of(walk: Spacewalk) -> datetime:
    """When a spacewalk began: one that nobody dates is nobody's first one."""
    if walk.started_at is None:
        raise ValueError(f"nobody knows when {walk.slug} was")
    return walk.started_at


@lru_cache(maxsize=1)  # asked for every candidate
def first_walks(facts: FactBase) -> Mapping[Person, Spacewalk]:
    """Everybody's first spacewalk, where it is surely one, in order. Of whom one walk is not dated,
    it may have been the first."""
    firsts = {
        person: first
        for person in flown(facts)
        if (walks := facts.spacewalks_of(person))
        and all(walk.started_at is not None for walk in walks)
        and was_surely_outside(first := min(walks, key=start_of), facts)
    }
    return dict(sorted(firsts.items(), key=lambda item: (start_of(item[1]), item[0].slug)))


class FirstOutside(Kind[Person, Person]):
    """Who was the first of a few to go outside. The list of spacewalks ends in 2017: of a first
    one that is enough. Traps: whoever first stood in the hatch, or went into a module without
    air, is not compared; on the Moon, people were outside too."""

    slug = "first-outside"
    name = gettext_noop("who went outside first")
    form = 8
    topic = Topic.SPACEWALKS
    interactions = (Interaction.CHOICE, Interaction.ORDER)

    def subjects(self, facts: FactBase) -> Sequence[Person]:
        return list(first_walks(facts))

    def candidates(self, subject: Person, facts: FactBase) -> Sequence[Person]:
        people = list(first_walks(facts))
        later = [p for p in people if self.holds(subject, p, facts) is False]
        return [subject, *later[:PEOPLE_AFTER]]

    def holds(self, subject: Person, candidate: Person, facts: FactBase) -> bool | None:
        one, other = first_walks(facts).get(subject), first_walks(facts).get(candidate)
        if one is None or other is None:
            return None
        if candidate is subject:
            return True
        return False if start_of(other) - start_of(one) >= CLEARLY_LATER else None

    def stem(self, subject: Person, facts: FactBase) -> Text:
        return Text(gettext_noop("Which of these people was the first to go outside a spacecraft?"))

    def stem_of_order(self, subject: Person, facts: FactBase) -> Text:
        return Text(
            gettext_noop(
                "Put these people in order by when they first went outside a spacecraft, "
                "the earliest first."
            )
        )

    def because(self, subject: Person, candidate: Person, facts: FactBase) -> Because:
        walk = first_walks(facts)[candidate]
        return Because(
            text(
                gettext_noop("{person} first went outside on {date}."),
                person=candidate.name, date=utc_text(start_of(walk), walk.start_precision),
            ),
            facts.cite((walk, "people"), (walk, "started_at")),
        )  # fmt: skip

    def option(self, subject: Person, candidate: Person, facts: FactBase) -> Text:
        return Text(candidate.name)

    def mission(self, subject: Person, facts: FactBase) -> Mission:
        return facts.missions[first_walks(facts)[subject].mission or ""]

    def background(self, subject: Person, facts: FactBase) -> Because | None:
        seat = stay_around(subject, first_walks(facts)[subject], facts)
        return None if seat is None else mission_story(facts.missions[seat.up], facts)

    def tells_of(self, subject: Person, facts: FactBase) -> tuple[str, ...]:
        return (ref(subject), ref(first_walks(facts)[subject]))
