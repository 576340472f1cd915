"""Who of a few people was first, or flew most.

A record is asked for only among the people offered: each is known well enough to be compared, and
clearly behind the key.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import lru_cache
from typing import ClassVar, Final

from quizzes.facts.base import FactBase
from quizzes.facts.records import Mission, Person, Seat
from quizzes.items.item import Interaction, Topic
from quizzes.items.kinds.base import Because, Kind
from quizzes.items.kinds.careers import (
    APART,
    MOST_YEARS_LATER,
    beginners_around,
    first_took,
    flown,
    later_by,
    made_flights,
    people_since,
)
from quizzes.items.kinds.lengths import known_stay_s, length_text, same_length, unit_for
from quizzes.items.kinds.offering import spread
from quizzes.items.kinds.wording import launch_year, mission_story
from quizzes.items.text import Text, date_text, gettext_noop, text

MOST_OF_A_LAND: Final = 25
"""People offered who first flew on the craft of the key's country, and of other countries."""
TEMPTING: Final = (0.25, 0.75)
"""A stay is offered that is so many times as long as the key's: of one nearly as long, nobody
could tell; a much shorter one is no temptation."""


class RecordKind(Kind[Person, Person]):
    """What the kinds share that compare people. The person asked about is the key."""

    topic = Topic.RECORDS
    interactions: ClassVar[tuple[Interaction, ...]] = (Interaction.CHOICE, Interaction.ORDER)

    def candidates(self, subject: Person, facts: FactBase) -> Sequence[Person]:
        return beginners_around(subject, facts)

    def option(self, subject: Person, candidate: Person, facts: FactBase) -> Text:
        return Text(candidate.name)

    def mission(self, subject: Person, facts: FactBase) -> Mission:
        return flown(facts)[subject][0]

    def background(self, subject: Person, facts: FactBase) -> Because | None:
        return mission_story(self.mission(subject, facts), facts)


class FirstIntoOrbit(RecordKind):
    """Who reached orbit first. As many are offered who flew with the key's country as with
    others: else the one who stands alone would be the key. Trap: an earlier suborbital flight."""

    slug = "first-into-orbit"
    name = gettext_noop("who reached orbit first")
    form = -12  # eras tell

    def subjects(self, facts: FactBase) -> Sequence[Person]:
        return list(flown(facts))

    def candidates(self, subject: Person, facts: FactBase) -> Sequence[Person]:
        first = self.mission(subject, facts)
        latest = launch_year(first) + MOST_YEARS_LATER
        own: list[Person] = []
        foreign: list[Person] = []
        for person in people_since(first, facts):
            flight = flown(facts)[person][0]
            if launch_year(flight) > latest:
                break
            if (later_by(first, flight) or timedelta()) >= APART:
                alike = self.country(flight, facts) == self.country(first, facts)
                (own if alike else foreign).append(person)
        count = min(len(own), len(foreign) or MOST_OF_A_LAND, MOST_OF_A_LAND)
        return [subject, *spread(own, count), *(spread(foreign, count) if foreign else ())]

    def country(self, mission: Mission, facts: FactBase) -> str:
        """The country of the craft. The Soyuz went on when the Soviet Union did not."""
        country = facts.spacecraft[mission.spacecraft].country
        return "Russia" if country == "Soviet Union" else country

    def holds(self, subject: Person, candidate: Person, facts: FactBase) -> bool | None:
        one, other = flown(facts).get(subject), flown(facts).get(candidate)
        if not one or not other:
            return None
        if candidate is subject:
            return True
        later = later_by(one[0], other[0])
        return False if later is not None and later >= APART else None

    def stem(self, subject: Person, facts: FactBase) -> Text:
        return text(gettext_noop("Which of these people reached orbit first?"))

    def stem_of_order(self, subject: Person, facts: FactBase) -> Text:
        return Text(
            gettext_noop(
                "Put these people in order by when they first reached orbit, the earliest first."
            )
        )

    def because(self, subject: Person, candidate: Person, facts: FactBase) -> Because:
        return first_took(flown(facts)[candidate][0], candidate, facts)


class MostFlights(RecordKind):
    """Who made the most flights into orbit. Traps: hops and aborted launches are none; somebody
    may fly again, so the stem says of when it is."""

    slug = "most-flights"
    name = gettext_noop("who made the most flights")

    def subjects(self, facts: FactBase) -> Sequence[Person]:
        return [person for person, flights in flown(facts).items() if len(flights) > 1]

    def holds(self, subject: Person, candidate: Person, facts: FactBase) -> bool | None:
        one, other = flown(facts).get(subject), flown(facts).get(candidate)
        if not one or not other:
            return None
        return True if candidate is subject else False if len(other) < len(one) else None

    def stem(self, subject: Person, facts: FactBase) -> Text:
        return text(
            gettext_noop(
                "Which of these people had made the most flights into orbit as of {date}?"
            ),
            date=date_text(facts.as_of),
        )

    def stem_of_order(self, subject: Person, facts: FactBase) -> Text:
        return text(
            gettext_noop(
                "Put these people in order by how many flights into orbit they had made "
                "as of {date}, the most first."
            ),
            date=date_text(facts.as_of),
        )

    def because(self, subject: Person, candidate: Person, facts: FactBase) -> Because:
        return made_flights(candidate, facts)


@lru_cache(maxsize=1)  # asked for every candidate
def longest_stays(facts: FactBase) -> Mapping[Person, tuple[int, Seat]]:
    """The longest stay of everybody of whom all stays are known, and its seconds. So nobody who
    is in space, as theirs is not over."""
    found: dict[Person, tuple[int, Seat]] = {}
    for person, flights in flown(facts).items():
        seats = [seat for seat in facts.seats_of(person) if facts.missions[seat.up] in flights]
        stays = [known_stay_s(seat, facts) for seat in seats]
        known = [stay for stay in stays if stay is not None]
        if len(known) == len(stays):
            longest = max(known)
            found[person] = (longest, seats[stays.index(longest)])
    return found


class LongestStayOfPerson(RecordKind):
    """Who made the longest single stay in space. Traps: time in space over all flights is another
    thing; who is up now may yet make a longer one; stays alike to a tenth are not compared."""

    slug = "longest-stay-of-person"
    name = gettext_noop("who made the longest stay")

    def subjects(self, facts: FactBase) -> Sequence[Person]:
        return list(longest_stays(facts))

    def candidates(self, subject: Person, facts: FactBase) -> Sequence[Person]:
        stays = longest_stays(facts)
        least, most = (share * stays[subject][0] for share in TEMPTING)
        others = beginners_around(subject, facts)[1:]
        tempting = [p for p in others if p in stays and least <= stays[p][0] <= most]
        return [subject, *tempting]

    def holds(self, subject: Person, candidate: Person, facts: FactBase) -> bool | None:
        one, other = longest_stays(facts).get(subject), longest_stays(facts).get(candidate)
        if one is None or other is None:
            return None
        if candidate is subject:
            return True
        return False if other[0] < one[0] and same_length(one[0], other[0]) is False else None

    def stem(self, subject: Person, facts: FactBase) -> Text:
        return text(
            gettext_noop(
                "Which of these people had made the longest single stay in space as of {date}?"
            ),
            date=date_text(facts.as_of),
        )

    def stem_of_order(self, subject: Person, facts: FactBase) -> Text:
        return text(
            gettext_noop(
                "Put these people in order by their longest single stay in space "
                "as of {date}, the longest first."
            ),
            date=date_text(facts.as_of),
        )

    def because(self, subject: Person, candidate: Person, facts: FactBase) -> Because:
        seconds, seat = longest_stays(facts)[candidate]
        up, down = facts.missions[seat.up], facts.missions[seat.down or seat.up]
        return Because(
            text(
                gettext_noop(
                    "The longest stay of {person} lasted {length} and began on {mission} in {year}."
                ),
                person=candidate.name, mission=up.name, year=launch_year(up),
                length=length_text(seconds, unit_for(seconds)),
            ),
            facts.cite((seat, "stay_s"), (up, "launched_at"), (down, "landed_at")),
        )  # fmt: skip

    def mission(self, subject: Person, facts: FactBase) -> Mission:
        return facts.missions[longest_stays(facts)[subject][1].up]
