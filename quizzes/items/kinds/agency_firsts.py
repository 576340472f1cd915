"""Who of a few people was the first to fly for their agency."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from quizzes.facts.base import FactBase
from quizzes.facts.records import Person, Seat
from quizzes.items.item import Topic
from quizzes.items.kinds.agencies import SeatMixin, flew_for, in_sentence, space_agency_seats
from quizzes.items.kinds.base import Because, Kind
from quizzes.items.kinds.careers import APART, MOST_YEARS_LATER, flown, later_by
from quizzes.items.kinds.wording import launch_year
from quizzes.items.text import Text, date_text, gettext_noop, text

PEOPLE_OF_AGENCY: Final = range(4, 41)
"""Of more, such as NASA's, it would be the same to ask who reached orbit first."""


@lru_cache(maxsize=1)  # asked for every candidate
def firsts_for(facts: FactBase) -> Mapping[str, Mapping[Person, Seat]]:
    """By agency: the seat in which each of its people first reached orbit for it, where whom they
    flew for before is known as well."""
    firsts: dict[str, dict[Person, Seat]] = defaultdict(dict)
    for seat in space_agency_seats(facts):
        person = facts.people[seat.person]
        if person not in flown(facts) or seat.agency is None:
            continue
        agency, mission = facts.agencies[seat.agency], facts.missions[seat.up]
        before = [s for s in facts.seats_of(person) if facts.missions[s.up].number < mission.number]
        if all(flew_for(earlier, agency, facts) is False for earlier in before):
            firsts[agency.slug][person] = seat
    return firsts


class FirstForAgency(SeatMixin, Kind[Seat, Person]):
    """Who was the first of a few people to fly for their agency. Traps: somebody who flew for
    its predecessor, or for a national one before; two on one flight."""

    slug = "first-for-agency"
    topic = Topic.RECORDS

    def subjects(self, facts: FactBase) -> Sequence[Seat]:
        return [
            seat
            for people in firsts_for(facts).values()
            if len(people) in PEOPLE_OF_AGENCY
            for seat in people.values()
        ]

    def candidates(self, subject: Seat, facts: FactBase) -> Sequence[Person]:
        first = facts.missions[subject.up]
        latest = launch_year(first) + MOST_YEARS_LATER
        return [facts.people[subject.person]] + [
            person
            for person, seat in firsts_for(facts).get(subject.agency or "", {}).items()
            if first.number < facts.missions[seat.up].number
            and launch_year(facts.missions[seat.up]) <= latest
        ]

    def holds(self, subject: Seat, candidate: Person, facts: FactBase) -> bool | None:
        firsts = firsts_for(facts).get(subject.agency or "", {})
        own, other = firsts.get(facts.people[subject.person]), firsts.get(candidate)
        if own is not subject or other is None:
            return None
        if other is subject:
            return True
        later = later_by(facts.missions[subject.up], facts.missions[other.up])
        return False if later is not None and later >= APART else None

    def stem(self, subject: Seat, facts: FactBase) -> Text:
        return text(
            gettext_noop("Which of these people was the first to fly into orbit for {agency}?"),
            agency=in_sentence(facts.agencies[subject.agency or ""]),
        )

    def because(self, subject: Seat, candidate: Person, facts: FactBase) -> Because:
        seat = firsts_for(facts)[subject.agency or ""][candidate]
        mission = facts.missions[seat.up]
        launched_at = mission.launched_at
        return Because(
            text(
                gettext_noop("{person} first flew for {agency} on {mission}, launched on {date}."),
                person=candidate.name, mission=mission.name,
                agency=in_sentence(facts.agencies[subject.agency or ""]),
                date=date_text(launched_at.date()) if launched_at is not None else "",
            ),
            facts.cite((seat, "up"), (seat, "agency"), (mission, "launched_at")),
        )  # fmt: skip

    def option(self, subject: Seat, candidate: Person, facts: FactBase) -> Text:
        return Text(candidate.name)
