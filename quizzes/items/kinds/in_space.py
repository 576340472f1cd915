"""Who was in space when.

A stay begins with the launch of one craft and ends with the landing of what may be another.
"""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final

from quizzes.facts.base import FactBase, is_known
from quizzes.facts.records import Mission, Person, Seat
from quizzes.items.item import Interaction, Topic
from quizzes.items.kinds.base import Because, Kind, ref
from quizzes.items.kinds.lengths import known_stay_s
from quizzes.items.kinds.timeline import flights_in_order, launch_time
from quizzes.items.kinds.wording import mission_story, utc_text
from quizzes.items.text import Text, date_text, gettext_noop, text

ONE_DAY: Final = timedelta(days=1)
CLEARLY_APART: Final = timedelta(days=2)
"""Between a stay and what it had nothing to do with: no time zone closes so wide a gap."""
SHORTEST_STAY: Final = timedelta(days=4)
FLIGHTS_EACH_WAY: Final = 9


def shares_time(seat: Seat, start: datetime, end: datetime, facts: FactBase) -> bool | None:
    """Whether the stay in ``seat`` has a day in common with the time from ``start`` to ``end``;
    known not to, where they are clearly apart."""
    launched_at, landed_at = facts.launched_at(seat), facts.landed_at(seat)
    if landed_at is not None and start - landed_at >= CLEARLY_APART:
        return False
    if launched_at is not None and launched_at - end >= CLEARLY_APART:
        return False
    if launched_at is None or landed_at is None:
        return None
    return True if min(landed_at, end) - max(launched_at, start) >= ONE_DAY else None


def was_up(person: Person, start: datetime, end: datetime, facts: FactBase) -> bool | None:
    """The same, for any stay of somebody; known not to, where all their flights are known."""
    verdicts = [
        shares_time(seat, start, end, facts) if is_known(seat) else None
        for seat in facts.seats_of(person)
    ]
    if True in verdicts:
        return True
    return None if None in verdicts else False


def stay_told(seat: Seat, facts: FactBase) -> Because:
    """From when to when somebody was in space, as far as it is known."""
    up, down = facts.missions[seat.up], facts.missions.get(seat.down or "")
    person = facts.people[seat.person].name
    start, end = launch_time(up), facts.landed_at(seat)
    if down is None or end is None:
        return Because(
            text(
                gettext_noop("{person} launched on {mission} on {date}."),
                person=person, mission=up.name, date=utc_text(start),
            ),
            facts.cite((seat, "up"), (up, "launched_at")),
        )  # fmt: skip
    is_longer = start.date() != end.date()
    message = (
        gettext_noop("{person} launched on {mission} and was in space from {start} to {end}.")
        if is_longer
        else gettext_noop("{person} launched on {mission} and was in space on {start} only.")
    )
    return Because(
        text(
            message,
            person=person, mission=up.name,
            start=date_text(start.date()) if is_longer else utc_text(start),
            end=utc_text(end, down.landing_precision),
        ),
        facts.cite((seat, "up"), (seat, "down"), (up, "launched_at"), (down, "landed_at")),
    )  # fmt: skip


def middle_day(seat: Seat, facts: FactBase) -> tuple[datetime, datetime]:
    """The day (UTC) in the middle of a stay that began and ended at known times."""
    start, end = facts.launched_at(seat), facts.landed_at(seat)
    if start is None or end is None:
        raise ValueError(f"nobody knows when {seat.slug} was")
    middle = start + (end - start) / 2
    midnight = middle.replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight, midnight + ONE_DAY


def flights_about(when: datetime, flights: Sequence[Mission]) -> Sequence[Mission]:
    """Those of ``flights``, in order of launch, that launched last before a time, and first after
    it."""
    middle = bisect_left(flights, when, key=launch_time)
    return flights[max(0, middle - FLIGHTS_EACH_WAY) : middle + FLIGHTS_EACH_WAY]


def nearest_stay(person: Person, start: datetime, end: datetime, facts: FactBase) -> Seat:
    """The stay of somebody that is nearest to a time, in orbit where there was one."""

    def distance(seat: Seat) -> timedelta:
        launched_at = launch_time(facts.missions[seat.up])
        landed_at = facts.landed_at(seat) or launched_at
        return max(start - landed_at, launched_at - end, timedelta())

    known = [s for s in facts.seats_of(person) if is_known(s) and facts.launched_at(s) is not None]
    orbital = [seat for seat in known if facts.missions[seat.up] in facts.orbital_set]
    return min(orbital or known, key=distance)


@lru_cache(maxsize=2048)  # asked for every candidate
def flew_where_lives_were_lost(person: Person, facts: FactBase) -> bool:
    return any(facts.missions[seat.up].fatal for seat in facts.seats_of(person))


def people_of(flights: Sequence[Mission], facts: FactBase) -> list[Person]:
    """Who launched on these, each once."""
    slugs = dict.fromkeys(seat.person for flight in flights for seat in facts.crew_up(flight))
    people = (facts.people[slug] for slug in slugs)
    return [person for person in people if not flew_where_lives_were_lost(person, facts)]


def crewmates(seat: Seat, facts: FactBase) -> set[str]:
    """All who launched together, by slug."""
    return {other.person for other in facts.crew_up(facts.missions[seat.up])}


class StayKind(Kind[Seat, Person]):
    """What the kinds share that ask who was in space at some time within a stay, of which its
    source's figure and the times of launch and landing tell the same.

    Traps: somebody who is still up, or of whom nobody says when they landed; somebody all of whose
    flights nobody knows; a stay that began or ended within two days. None of these is known to
    have been on Earth. Whoever flew when lives were lost is left in peace.
    """

    topic = Topic.TIMELINE
    interactions = (Interaction.CHOICE, Interaction.TRUE_FALSE, Interaction.MULTIPLE)

    def span(self, subject: Seat, facts: FactBase) -> tuple[datetime, datetime]:
        """The time asked about."""
        start, end = facts.launched_at(subject), facts.landed_at(subject)
        if start is None or end is None:
            raise ValueError(f"nobody knows when {subject.slug} was")
        return start, end

    def subjects(self, facts: FactBase) -> Sequence[Seat]:
        return [
            seat
            for seat in facts.seats.values()
            if facts.missions[seat.up] in facts.orbital_set
            and is_known(seat)
            and (known_stay_s(seat, facts) or 0) >= SHORTEST_STAY.total_seconds()
            and not flew_where_lives_were_lost(facts.people[seat.person], facts)
        ]

    def candidates(self, subject: Seat, facts: FactBase) -> Sequence[Person]:
        return people_of(self.flights_around(subject, flights_in_order(facts), facts), facts)

    def flights_around(
        self, subject: Seat, flights: Sequence[Mission], facts: FactBase
    ) -> Sequence[Mission]:
        """Those of ``flights`` about the middle of the time asked about."""
        start, end = self.span(subject, facts)
        return flights_about(start + (end - start) / 2, flights)

    def holds(self, subject: Seat, candidate: Person, facts: FactBase) -> bool | None:
        start, end = self.span(subject, facts)
        return was_up(candidate, start, end, facts)

    def because(self, subject: Seat, candidate: Person, facts: FactBase) -> Because:
        """The stay within the time asked about, or the one nearest to it."""
        start, end = self.span(subject, facts)
        return stay_told(nearest_stay(candidate, start, end, facts), facts)

    def option(self, subject: Seat, candidate: Person, facts: FactBase) -> Text:
        return Text(candidate.name)

    def mission(self, subject: Seat, facts: FactBase) -> Mission:
        return facts.missions[subject.up]

    def tells_of(self, subject: Seat, facts: FactBase) -> tuple[str, ...]:
        return (
            ref(facts.people[subject.person]),
            ref(facts.missions[subject.up]),
            ref(facts.missions[subject.down or subject.up]),
        )


class InSpaceOnDay(StayKind):
    """Who was in space on a day: the one in the middle of the subject's stay. Traps: others who
    were up that day are right too; of a stay that ended within two days it is not known."""

    slug = "in-space-on-day"
    name = gettext_noop("who was in space on a day")
    form = 12  # a day, and who was up
    claims_of_candidate = True

    def span(self, subject: Seat, facts: FactBase) -> tuple[datetime, datetime]:
        return middle_day(subject, facts)

    def candidates(self, subject: Seat, facts: FactBase) -> Sequence[Person]:
        own = facts.people[subject.person]
        return list(dict.fromkeys((own, *super().candidates(subject, facts))))

    def key(self, subject: Seat, facts: FactBase) -> Person:
        return facts.people[subject.person]

    def stem(self, subject: Seat, facts: FactBase) -> Text:
        start, _end = self.span(subject, facts)
        return text(
            gettext_noop("Which of these people was in space on {date} (UTC)?"),
            date=date_text(start.date()),
        )

    def stem_of_all(self, subject: Seat, facts: FactBase) -> Text:
        start, _end = self.span(subject, facts)
        return text(
            gettext_noop("Which of these people were in space on {date} (UTC)?"),
            date=date_text(start.date()),
        )

    def claim(self, subject: Seat, candidate: Person, facts: FactBase) -> Text:
        start, _end = self.span(subject, facts)
        return text(
            gettext_noop("{person} was in space on {date} (UTC)."),
            person=candidate.name, date=date_text(start.date()),
        )  # fmt: skip

    def background(self, subject: Seat, facts: FactBase) -> Because | None:
        return mission_story(self.mission(subject, facts), facts)

    def day(self, subject: Seat, facts: FactBase) -> date:
        start, _end = self.span(subject, facts)
        return start.date()


class InSpaceWith(StayKind):
    """Who was up at some time while somebody was, without having launched with them. Those who
    launched with them are right too, but too easy to be offered.

    Trap: two shuttles are never up at once, so whoever flew on one is soon struck out where the
    stay was on another. Only people of programmes of which somebody was up then are offered.
    """

    slug = "in-space-with"
    name = gettext_noop("who was in space at the same time as somebody")
    form = 10
    claims_of_candidate = True

    def subjects(self, facts: FactBase) -> Sequence[Seat]:
        return [seat for seat in super().subjects(facts) if self.others_up(seat, facts)]

    def others_up(self, subject: Seat, facts: FactBase) -> list[Seat]:
        """The seats of those who were up then too, and launched on flights around."""
        start, end = self.span(subject, facts)
        crew = crewmates(subject, facts)
        return [
            seat
            for flight in self.flights_around(subject, flights_in_order(facts), facts)
            for seat in facts.crew_up(flight)
            if seat.person not in crew
            and is_known(seat)
            and shares_time(seat, start, end, facts)
            and not flew_where_lives_were_lost(facts.people[seat.person], facts)
        ]

    def candidates(self, subject: Seat, facts: FactBase) -> Sequence[Person]:
        crew = crewmates(subject, facts)
        up = self.others_up(subject, facts)
        families = {facts.family(facts.missions[seat.up]) for seat in up}
        of_these = [m for m in flights_in_order(facts) if facts.family(m) in families]
        people = people_of(self.flights_around(subject, of_these, facts), facts)
        return [person for person in people if person.slug not in crew]

    def stem(self, subject: Seat, facts: FactBase) -> Text:
        return text(
            gettext_noop(
                "Which of these people was in space at some time during the stay that {person} "
                "began on {mission}?"
            ),
            person=facts.people[subject.person].name,
            mission=facts.missions[subject.up].name,
        )

    def stem_of_all(self, subject: Seat, facts: FactBase) -> Text:
        return text(
            gettext_noop(
                "Which of these people were in space at some time during the stay that {person} "
                "began on {mission}?"
            ),
            person=facts.people[subject.person].name,
            mission=facts.missions[subject.up].name,
        )

    def claim(self, subject: Seat, candidate: Person, facts: FactBase) -> Text:
        return text(
            gettext_noop(
                "{other} was in space at some time during the stay that {person} "
                "began on {mission}."
            ),
            other=candidate.name, person=facts.people[subject.person].name,
            mission=facts.missions[subject.up].name,
        )  # fmt: skip

    def background(self, subject: Seat, facts: FactBase) -> Because:
        return stay_told(subject, facts)
