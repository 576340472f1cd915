"""How many times flights went round the Earth.

Some sources count revolutions, others make it sixteen a day, and some figures are rounded. So
questions say "about", and numbers are compared only where both are of one convention and differ
by more than conventions do.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from quizzes.facts.base import FactBase
from quizzes.facts.records import Mission
from quizzes.items.interactions.number import in_words
from quizzes.items.item import Interaction, Measure, Quantity, Topic
from quizzes.items.kinds.base import Because, Kind
from quizzes.items.kinds.offering import ENOUGH_NUMBERS, WIDEST_RATIOS, is_tempting
from quizzes.items.kinds.wording import launch_year, mission_story
from quizzes.items.margins import clearly_differ
from quizzes.items.text import Text, gettext_noop, text

FEWEST_ORBITS: Final = 2
"""Whether Vostok 1 went round the Earth once is a matter of where one begins to count."""
TOLERANCE: Final = 0.1
"""The share by which a number written may be off: no two ways of counting are farther apart."""
REACH: Final = 0.5
"""Off by this share, it is worth nothing."""


def orbits_of(mission: Mission) -> int | None:
    """The orbits of a flight: a whole number, and known how counted. (Gemini VIII made 6.5.)"""
    orbits = mission.orbits
    if orbits is None or not mission.orbits_convention or orbits < FEWEST_ORBITS:
        return None
    return int(orbits) if orbits == int(orbits) else None


def as_many(one: Mission, other: Mission) -> bool | None:
    """Whether two flights made as many orbits; None where it hangs on how one counts."""
    first, second = orbits_of(one), orbits_of(other)
    if first is None or second is None or one.orbits_convention != other.orbits_convention:
        return None
    if first == second:
        return True
    return False if clearly_differ(first, second) else None


def orbits_text(mission: Mission) -> Text:
    """As in "2833 orbits"."""
    return in_words(orbits_of(mission) or 0, Measure.ORBITS)


def tempting(subject: Mission, others: Iterable[Mission]) -> list[Mission]:
    """``subject`` and those of the ``others`` whose orbits, counted alike, are near enough."""
    key = orbits_of(subject) or 0
    counted = [
        (orbits, other)
        for other in others
        if other.orbits_convention == subject.orbits_convention
        and (orbits := orbits_of(other)) is not None
    ]
    found = []
    for ratio in WIDEST_RATIOS:
        found = [other for n, other in counted if is_tempting(n, key, ratio)]
        if len({orbits_of(other) for other in found}) >= ENOUGH_NUMBERS:
            break
    return [subject, *found]


def claim_of_orbits(mission: Mission, of_as_many: Mission) -> Text:
    """The claim that a flight made as many orbits as another."""
    return text(
        gettext_noop("{mission} made about {orbits} of the Earth."),
        mission=mission.name, orbits=orbits_text(of_as_many),
    )  # fmt: skip


class OrbitsKind(Kind[Mission, Mission]):
    """What the kinds about orbits share. Traps: a vehicle without a crew on the way up or down,
    whose orbits nobody made; and Soyuz 11, which cost lives."""

    topic = Topic.ORBITS

    def subjects(self, facts: FactBase) -> Sequence[Mission]:
        return [mission for mission in facts.crewed_both_ways if orbits_of(mission) is not None]

    def holds(self, subject: Mission, candidate: Mission, facts: FactBase) -> bool | None:
        return as_many(subject, candidate)

    def key(self, subject: Mission, facts: FactBase) -> Mission:
        return subject

    def because(self, subject: Mission, candidate: Mission, facts: FactBase) -> Because:
        return Because(
            text(
                gettext_noop("{mission}, launched in {year}, made {orbits}."),
                mission=candidate.name, year=launch_year(candidate),
                orbits=orbits_text(candidate),
            ),
            facts.cite((candidate, "orbits"), (candidate, "launched_at")),
        )  # fmt: skip

    def option(self, subject: Mission, candidate: Mission, facts: FactBase) -> Text:
        return Text(candidate.name)

    def mission(self, subject: Mission, facts: FactBase) -> Mission:
        return subject

    def background(self, subject: Mission, facts: FactBase) -> Because | None:
        return mission_story(subject, facts)


class OrbitsOfMission(OrbitsKind):
    """How many orbits a flight made. The numbers beside it are those of other real flights.
    Trap: sources count in two ways, over the turning ground or sixteen a day; never both here."""

    slug = "orbits-of-mission"
    name = gettext_noop("how many orbits a flight made")
    form = 10
    interactions = (Interaction.CHOICE, Interaction.TRUE_FALSE, Interaction.NUMBER)

    def candidates(self, subject: Mission, facts: FactBase) -> Sequence[Mission]:
        others = (*facts.neighbours(subject, 12), *facts.contemporaries(subject, years=6))
        # One flight a number, the subject for its own.
        numbers = {orbits_of(flight): flight for flight in reversed(tempting(subject, others))}
        return list(numbers.values())

    def stem(self, subject: Mission, facts: FactBase) -> Text:
        return text(
            gettext_noop("About how many orbits of the Earth did {mission} make?"),
            mission=subject.name,
        )

    def claim(self, subject: Mission, candidate: Mission, facts: FactBase) -> Text:
        return claim_of_orbits(subject, candidate)

    def quantity(self, subject: Mission, facts: FactBase) -> Quantity:
        orbits = orbits_of(subject) or 0
        return Quantity(
            orbits, Measure.ORBITS,
            tolerance=max(1, TOLERANCE * orbits), reach=max(3, REACH * orbits),
        )  # fmt: skip

    def option(self, subject: Mission, candidate: Mission, facts: FactBase) -> Text:
        return orbits_text(candidate)

    def number(self, subject: Mission, candidate: Mission, facts: FactBase) -> int | None:
        return orbits_of(candidate) or 0


class MissionOfOrbits(OrbitsKind):
    """The flight that made so many orbits. Trap: another flight with the same number, or one so
    near that it may have as many by another count, is never offered."""

    slug = "mission-of-orbits"
    name = gettext_noop("which flight made so many orbits")
    form = 12
    claims_of_candidate = True
    interactions = (Interaction.CHOICE, Interaction.TRUE_FALSE)

    def candidates(self, subject: Mission, facts: FactBase) -> Sequence[Mission]:
        return tempting(subject, facts.neighbours(subject, each_way=12))

    def stem(self, subject: Mission, facts: FactBase) -> Text:
        return text(
            gettext_noop("Which of these flights made about {orbits} of the Earth?"),
            orbits=orbits_text(subject),
        )

    def claim(self, subject: Mission, candidate: Mission, facts: FactBase) -> Text:
        return claim_of_orbits(candidate, subject)


class MostOrbits(OrbitsKind):
    """The flight that made the most orbits of a few of one programme: a tenth more at least than
    any other. Trap: two ways of counting differ by nearly as much, so only one is compared."""

    slug = "most-orbits"
    name = gettext_noop("which flight made the most orbits")
    interactions = (Interaction.CHOICE, Interaction.ORDER)

    def candidates(self, subject: Mission, facts: FactBase) -> Sequence[Mission]:
        return [subject, *facts.neighbours(subject, each_way=12)]

    def holds(self, subject: Mission, candidate: Mission, facts: FactBase) -> bool | None:
        if candidate is subject:
            return orbits_of(subject) is not None or None
        fewer = (orbits_of(candidate) or 0) < (orbits_of(subject) or 0)
        return False if fewer and as_many(subject, candidate) is False else None

    def stem(self, subject: Mission, facts: FactBase) -> Text:
        return text(gettext_noop("Which of these flights made the most orbits of the Earth?"))

    def stem_of_order(self, subject: Mission, facts: FactBase) -> Text:
        return Text(
            gettext_noop(
                "Put these flights in order by how many orbits of the Earth they made, "
                "the most first."
            )
        )
