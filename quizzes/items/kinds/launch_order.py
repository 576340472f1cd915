"""Which flights launched before which.

Of flights of one family of spacecraft, the names tell the order: so no two of one family are ever
compared. Of a few of different families the first is not asked for as a choice, for it is nearly
always of the same family (see ``timeline``); in an order every place counts.
"""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import Final

from quizzes.facts.base import FactBase
from quizzes.facts.records import Mission
from quizzes.items.item import Interaction, Topic
from quizzes.items.kinds.base import Because
from quizzes.items.kinds.offering import spread
from quizzes.items.kinds.timeline import (
    CLEARLY_LATER,
    LaunchOrderKind,
    flights_in_order,
    launch_time,
)
from quizzes.items.kinds.wording import launch_year, mission_story, utc_text
from quizzes.items.text import Text, date_text, gettext_noop, text

FAMILIES_AFTER: Final = 2
"""Other families of which flights must have followed: two flights are no order."""
FLIGHTS_OF_FAMILY: Final = 6
"""So many flights of each other family are offered at most, from all the years: were they those
that followed soonest, a family that flies often would nearly always come before another."""
FEWEST_FLIGHTS: Final = 2
"""The one flight of a family would be offered again and again."""
YEARS_AFTER: Final = 5
YEARS_AROUND: Final = 3


def launched_before(one: Mission, other: Mission, facts: FactBase) -> bool | None:
    """Whether a flight launched before another; None where names would tell, or days decide."""
    if one.launched_at is None or other.launched_at is None:
        return None
    if facts.family(one) == facts.family(other):
        return None
    if abs(other.launched_at - one.launched_at) < CLEARLY_LATER:
        return None
    return one.launched_at < other.launched_at


@lru_cache(maxsize=1)  # asked for every subject
def flights_of_several(facts: FactBase) -> Sequence[Mission]:
    """The flights in order of launch, of families that flew more than once."""
    flights = flights_in_order(facts)
    counts = Counter(map(facts.family, flights))
    return [flight for flight in flights if counts[facts.family(flight)] >= FEWEST_FLIGHTS]


class OrderOfLaunches(LaunchOrderKind):
    """A few flights, each of another family, by their launch: thirty days apart at least, so that
    no delay that somebody remembers makes the order another one. Trap: flights of one family have
    names that tell their order."""

    slug = "order-of-launches"
    name = gettext_noop("in which order flights launched")
    topic = Topic.LAUNCHES
    interactions = (Interaction.ORDER,)

    def subjects(self, facts: FactBase) -> Sequence[Mission]:
        return [
            mission
            for mission in flights_of_several(facts)
            if len({facts.family(other) for other in self.candidates(mission, facts)})
            > FAMILIES_AFTER
        ]

    def candidates(self, subject: Mission, facts: FactBase) -> Sequence[Mission]:
        latest = launch_year(subject) + YEARS_AFTER
        after: dict[str, list[Mission]] = {}
        for other in flights_of_several(facts):
            if launch_year(other) <= latest and launched_before(subject, other, facts):
                after.setdefault(facts.family(other), []).append(other)
        few = [spread(own, min(len(own), FLIGHTS_OF_FAMILY)) for own in after.values()]
        return [subject, *chain.from_iterable(few)]

    def holds(self, subject: Mission, candidate: Mission, facts: FactBase) -> bool | None:
        if candidate is subject:
            return True if subject.launched_at is not None else None
        return False if launched_before(subject, candidate, facts) else None

    def stem(self, subject: Mission, facts: FactBase) -> Text:
        return Text(gettext_noop("Which of these flights launched first?"))

    def stem_of_order(self, subject: Mission, facts: FactBase) -> Text:
        return Text(
            gettext_noop("Put these flights in order by when they launched, the earliest first.")
        )


class LaunchedBefore(LaunchOrderKind):
    """Whether one flight launched before another of another family. Not a choice. Trap: of flights
    of one family the names tell which was the later one."""

    slug = "launched-before"
    name = gettext_noop("which of two flights launched first")
    topic = Topic.LAUNCHES
    claims_of_candidate = True
    interactions = (Interaction.TRUE_FALSE,)

    def subjects(self, facts: FactBase) -> Sequence[Mission]:
        return [
            mission
            for mission in flights_in_order(facts)
            if {True, False}
            <= {self.holds(mission, other, facts) for other in self.candidates(mission, facts)}
        ]

    def candidates(self, subject: Mission, facts: FactBase) -> Sequence[Mission]:
        return [
            other
            for other in facts.contemporaries(subject, years=YEARS_AROUND)
            if facts.family(other) != facts.family(subject)
        ]

    def holds(self, subject: Mission, candidate: Mission, facts: FactBase) -> bool | None:
        return launched_before(subject, candidate, facts)

    def stem(self, subject: Mission, facts: FactBase) -> Text:
        return text(
            gettext_noop("Which of these flights launched after {mission}?"), mission=subject.name
        )

    def claim(self, subject: Mission, candidate: Mission, facts: FactBase) -> Text:
        return text(
            gettext_noop("{mission} launched before {other}."),
            mission=subject.name, other=candidate.name,
        )  # fmt: skip

    def because(self, subject: Mission, candidate: Mission, facts: FactBase) -> Because:
        return Because(
            text(
                gettext_noop("{mission} launched on {date}, and {other} on {later}."),
                mission=subject.name, date=date_text(launch_time(subject).date()),
                other=candidate.name, later=utc_text(launch_time(candidate)),
            ),
            facts.cite((subject, "launched_at"), (candidate, "launched_at")),
        )  # fmt: skip

    def background(self, subject: Mission, facts: FactBase) -> Because | None:
        return mission_story(subject, facts)
