"""When flights launched, and who launched when.

A launch within a day of New Year may have been in another year where it took place: its year is
never asked about, and never offered. Years next to each other never stand side by side.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import ClassVar, Final

from quizzes.facts.base import FactBase
from quizzes.facts.records import Mission, Person, Seat
from quizzes.items.item import Interaction, Measure, Quantity, Topic
from quizzes.items.kinds.base import Because, Kind, ref
from quizzes.items.kinds.wording import flew_on, flight_in_brief, launch_year, mission_story
from quizzes.items.text import Text, gettext_noop, text

ONE_DAY: Final = timedelta(days=1)
LEAST_YEARS_APART: Final = 2
YEARS_TO_TEMPT: Final = 8
"""Years farther from the key than this are no temptation."""
LONG_PROGRAMME_YEARS: Final = 6
"""From the first year to the last: room for four options."""
YEAR_WORTHLESS: Final = 4
"""A year written that is off by so many is worth nothing; each nearer one is worth more."""
YEARS_AROUND: Final = 5
"""The same for flights, which are more than years."""


def year_everywhere(mission: Mission) -> int | None:
    """The year of the launch, where it was the same all over the Earth."""
    if mission.launched_at is None:
        return None
    year = mission.launched_at.year
    first, last = mission.launched_at - ONE_DAY, mission.launched_at + ONE_DAY
    return year if first.year == year == last.year else None


def same_year(one: Mission, other: Mission) -> bool | None:
    """Whether two flights launched in the same year; known not to, where years lie between."""
    one_year, other_year = year_everywhere(one), year_everywhere(other)
    if one_year is None or other_year is None:
        return None
    if one_year == other_year:
        return True
    return False if abs(one_year - other_year) >= LEAST_YEARS_APART else None


def launched_in(mission: Mission, of_year: Mission) -> Text:
    """The claim that a flight launched in the year of another."""
    return text(
        gettext_noop("{mission} launched in {year}."),
        mission=mission.name, year=launch_year(of_year),
    )  # fmt: skip


class YearKind(Kind[Mission, Mission]):
    """What the kinds share that bring flights and years together."""

    topic = Topic.LAUNCHES

    def subjects(self, facts: FactBase) -> Sequence[Mission]:
        return [
            mission
            for mission in facts.orbital
            if not mission.fatal and year_everywhere(mission) is not None
        ]

    def holds(self, subject: Mission, candidate: Mission, facts: FactBase) -> bool | None:
        return same_year(subject, candidate)

    def key(self, subject: Mission, facts: FactBase) -> Mission:
        return subject

    def because(self, subject: Mission, candidate: Mission, facts: FactBase) -> Because:
        return flight_in_brief(candidate, facts)

    def mission(self, subject: Mission, facts: FactBase) -> Mission:
        return subject

    def background(self, subject: Mission, facts: FactBase) -> Because | None:
        return mission_story(subject, facts)


class LaunchYearOfMission(YearKind):
    """The year a flight launched in. A candidate is another real flight, shown by its year: of the
    same programme where one launched that year. Trap: a year before the programme began, or after
    it ended, is soon struck out; only programmes of a few years are asked about with such."""

    slug = "launch-year-of-mission"
    name = gettext_noop("the year of a launch")
    interactions: ClassVar[tuple[Interaction, ...]] = (
        Interaction.CHOICE,
        Interaction.TRUE_FALSE,
        Interaction.NUMBER,
    )

    def candidates(self, subject: Mission, facts: FactBase) -> Sequence[Mission]:
        others = facts.contemporaries(subject, years=YEARS_TO_TEMPT)
        own = [other for other in others if facts.family(other) == facts.family(subject)]
        found = {launch_year(subject): subject}
        for other in (*own, *others):
            found.setdefault(launch_year(other), other)
        years = [launch_year(mission) for mission in (subject, *own)]
        first, last = min(years), max(years)
        if last - first >= LONG_PROGRAMME_YEARS:
            found = {year: mission for year, mission in found.items() if first <= year <= last}
        return [found[year] for year in sorted(found)]

    def stem(self, subject: Mission, facts: FactBase) -> Text:
        return text(gettext_noop("In which year did {mission} launch?"), mission=subject.name)

    def claim(self, subject: Mission, candidate: Mission, facts: FactBase) -> Text:
        return launched_in(subject, candidate)

    def quantity(self, subject: Mission, facts: FactBase) -> Quantity:
        return Quantity(launch_year(subject), Measure.YEAR, tolerance=0, reach=YEAR_WORTHLESS)

    def option(self, subject: Mission, candidate: Mission, facts: FactBase) -> Text:
        return Text(str(launch_year(candidate)))

    def number(self, subject: Mission, candidate: Mission, facts: FactBase) -> int:
        return launch_year(candidate)

    def differ(self, one: int, other: int) -> bool:
        return abs(one - other) >= LEAST_YEARS_APART


class MissionOfLaunchYear(YearKind):
    """Which of a few flights launched in a year. Those of all programmes stand side by side, so
    that numbers alone do not tell which of them it was. Trap: a launch within a day of New Year
    was in another year for some, so it is never offered."""

    slug = "mission-of-launch-year"
    name = gettext_noop("which flight launched in a year")
    version = 4
    interactions = (Interaction.CHOICE, Interaction.MULTIPLE)

    def candidates(self, subject: Mission, facts: FactBase) -> Sequence[Mission]:
        return [subject, *facts.contemporaries(subject, years=YEARS_AROUND)]

    def stem(self, subject: Mission, facts: FactBase) -> Text:
        return text(
            gettext_noop("Which of these flights launched in {year}?"), year=launch_year(subject)
        )

    def stem_of_all(self, subject: Mission, facts: FactBase) -> Text:
        return self.stem(subject, facts)._replace(
            message=gettext_noop("Which of the flights launched in {year}?")
        )

    def option(self, subject: Mission, candidate: Mission, facts: FactBase) -> Text:
        return Text(candidate.name)


class MissionOfPersonInYear(Kind[Seat, Mission]):
    """The flight on which somebody launched in a year; other flights of theirs are offered as
    wrong. Traps: somebody who launched twice in that year, into orbit or not; and a flight that
    nobody sources, or of unknown time, which might have been in that year."""

    slug = "mission-of-person-in-year"
    name = gettext_noop("which flight somebody launched on in a year")
    topic = Topic.LAUNCHES
    interactions = (Interaction.CHOICE, Interaction.TRUE_FALSE)

    def subjects(self, facts: FactBase) -> Sequence[Seat]:
        return [
            seat
            for seat in facts.seats.values()
            if (mission := facts.missions[seat.up]) in facts.orbital_set
            and not mission.fatal
            and year_everywhere(mission) is not None
            and self.is_only_one(facts.people[seat.person], mission, facts)
        ]

    def is_only_one(self, person: Person, mission: Mission, facts: FactBase) -> bool:
        """Whether no other launch of the person can have been in the year of ``mission``."""
        flights = (facts.missions[seat.up] for seat in facts.seats_of(person))
        return facts.flights_are_known(person) and all(
            flight is mission or self.was_in_year_of(mission, flight) is False for flight in flights
        )

    def was_in_year_of(self, mission: Mission, other: Mission) -> bool | None:
        """Whether ``other`` launched in the year of ``mission``."""
        year, other_year = year_everywhere(mission), year_everywhere(other)
        return None if year is None or other_year is None else year == other_year

    def candidates(self, subject: Seat, facts: FactBase) -> Sequence[Mission]:
        own = [
            mission
            for seat in facts.seats_of(facts.people[subject.person])
            if (mission := facts.missions[seat.up]) in facts.orbital_set and not mission.fatal
        ]
        around = facts.neighbours(facts.missions[subject.up])
        return list(dict.fromkeys([*own, *around]))

    def holds(self, subject: Seat, candidate: Mission, facts: FactBase) -> bool | None:
        mission = facts.missions[subject.up]
        if candidate is mission:
            return True
        if self.was_in_year_of(mission, candidate) is False:
            return False
        # There was only one launch in that year: not on this one, if its crew is known.
        aboard = facts.seat_on(facts.people[subject.person], candidate) is not None
        return False if facts.crew_is_known(candidate) and not aboard else None

    def stem(self, subject: Seat, facts: FactBase) -> Text:
        return text(
            gettext_noop("On which flight did {person} launch in {year}?"),
            person=facts.people[subject.person].name,
            year=launch_year(facts.missions[subject.up]),
        )

    def claim(self, subject: Seat, candidate: Mission, facts: FactBase) -> Text:
        return text(
            gettext_noop("{person} launched on {mission} in {year}."),
            person=facts.people[subject.person].name, mission=candidate.name,
            year=launch_year(facts.missions[subject.up]),
        )  # fmt: skip

    def because(self, subject: Seat, candidate: Mission, facts: FactBase) -> Because:
        person = facts.people[subject.person]
        seat = facts.seat_on(person, candidate)
        return flew_on(person, seat, facts) if seat else flight_in_brief(candidate, facts)

    def option(self, subject: Seat, candidate: Mission, facts: FactBase) -> Text:
        return Text(candidate.name)

    def mission(self, subject: Seat, facts: FactBase) -> Mission:
        return facts.missions[subject.up]

    def background(self, subject: Seat, facts: FactBase) -> Because | None:
        return mission_story(self.mission(subject, facts), facts)

    def tells_of(self, subject: Seat, facts: FactBase) -> tuple[str, ...]:
        return (ref(facts.people[subject.person]), ref(facts.missions[subject.up]))
