"""Who of a few people was the first to fly for their agency."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from quizzes.facts.base import FactBase
from quizzes.facts.records import Mission, Person, Seat
from quizzes.items.item import Interaction, Relation, Topic
from quizzes.items.kinds.agencies import flew_for, in_sentence, space_agency_seats
from quizzes.items.kinds.base import Because, Kind
from quizzes.items.kinds.careers import APART, MOST_YEARS_LATER, flown, later_by
from quizzes.items.kinds.wording import launch_year, mission_story, utc_text
from quizzes.items.text import Text, gettext_noop, text

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


@lru_cache(maxsize=1)
def compared(facts: FactBase) -> Mapping[Person, Seat]:
    """The people of agencies that have a few, each with the seat in which they first flew for
    theirs; without whoever began for two."""
    began = Counter(person for people in firsts_for(facts).values() for person in people)
    return {
        person: seat
        for people in firsts_for(facts).values()
        if len(people) in PEOPLE_OF_AGENCY
        for person, seat in people.items()
        if began[person] == 1
    }


class FirstForAgency(Kind[Person, Person]):
    """Who was the first of a few people to fly for their agency. Traps: somebody who flew for
    its predecessor, or for a national one before; two on one flight."""

    slug = "first-for-agency"
    name = gettext_noop("who was the first to fly for an agency")
    topic = Topic.RECORDS
    asks_for = Relation.SAME_AGENCY
    interactions = (Interaction.CHOICE, Interaction.ORDER)

    def subjects(self, facts: FactBase) -> Sequence[Person]:
        return list(compared(facts))

    def candidates(self, subject: Person, facts: FactBase) -> Sequence[Person]:
        first = self.mission(subject, facts)
        latest = launch_year(first) + MOST_YEARS_LATER
        return [subject] + [
            person
            for person, seat in compared(facts).items()
            if seat.agency == compared(facts)[subject].agency
            and first.number < facts.missions[seat.up].number
            and launch_year(facts.missions[seat.up]) <= latest
        ]

    def holds(self, subject: Person, candidate: Person, facts: FactBase) -> bool | None:
        own, other = compared(facts).get(subject), compared(facts).get(candidate)
        if own is None or other is None or own.agency != other.agency:
            return None
        if other is own:
            return True
        later = later_by(facts.missions[own.up], facts.missions[other.up])
        return False if later is not None and later >= APART else None

    def agency(self, subject: Person, facts: FactBase) -> Text:
        """The agency that somebody first flew for, as in a sentence."""
        return in_sentence(facts.agencies[compared(facts)[subject].agency or ""])

    def stem(self, subject: Person, facts: FactBase) -> Text:
        return text(
            gettext_noop("Which of these people was the first to fly into orbit for {agency}?"),
            agency=self.agency(subject, facts),
        )

    def stem_of_order(self, subject: Person, facts: FactBase) -> Text:
        return text(
            gettext_noop(
                "Put these people in order by when they first flew into orbit for {agency}, "
                "the earliest first."
            ),
            agency=self.agency(subject, facts),
        )

    def because(self, subject: Person, candidate: Person, facts: FactBase) -> Because:
        seat = compared(facts)[candidate]
        mission = facts.missions[seat.up]
        launched_at = mission.launched_at
        return Because(
            text(
                gettext_noop("{person} first flew for {agency} on {mission}, launched on {date}."),
                person=candidate.name, mission=mission.name,
                agency=self.agency(subject, facts),
                date=utc_text(launched_at) if launched_at is not None else "",
            ),
            facts.cite((seat, "up"), (seat, "agency"), (mission, "launched_at")),
        )  # fmt: skip

    def option(self, subject: Person, candidate: Person, facts: FactBase) -> Text:
        return Text(candidate.name)

    def mission(self, subject: Person, facts: FactBase) -> Mission:
        return facts.missions[compared(facts)[subject].up]

    def stratum(self, subject: Person, facts: FactBase) -> str:
        return compared(facts)[subject].agency or ""

    def background(self, subject: Person, facts: FactBase) -> Because | None:
        return mission_story(self.mission(subject, facts), facts)
