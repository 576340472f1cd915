"""Whom people flew for, at the time."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import ClassVar, Final

from quizzes.facts.base import FactBase, is_known, nearest
from quizzes.facts.records import Agency, AgencyKind, Mission, Person, Seat
from quizzes.items.item import Interaction, Relation, Topic
from quizzes.items.kinds.base import Because, Kind, ref
from quizzes.items.kinds.wording import launch_year, mission_story, person_on_flight
from quizzes.items.kinds.wording import nearest as nearest_seat
from quizzes.items.text import Text, gettext_noop, names_text, text

# Agencies whose names take an article in a sentence.
WITH_ARTICLE: Final = frozenset(
    (
        "italian-air-force",
        "nas-belarus",
        "saudi-space-commission",
        "slovak-air-force",
        "soviet-space-programme",
        "us-air-force",
        "us-army",
        "us-house-of-representatives",
        "us-senate",
    )
)


YEARS_AROUND: Final = 3
COLLEAGUES: Final = 4
"""So many people from flights about then, of each sort, are offered beside a crew."""
# Names so long that they could never be right: they would stand out among the others.
SHORTER: Final = {
    "mbrsc": gettext_noop("MBRSC (Emirates)"),
    "soviet-space-programme": gettext_noop("Soviet programme"),
}


def may_coincide(one: Agency, other: Agency) -> bool:
    """Whether somebody could rightly be said to fly for both.

    So for agencies that share a country (a German flies for ESA and was chosen by DLR), and for an
    agency and its predecessor (the same people, a new name).
    """
    return (
        one.slug == other.slug
        or one.predecessor == other.slug
        or other.predecessor == one.slug
        or not {one.country, *one.countries}.isdisjoint({other.country, *other.countries})
    )


def is_guest(seat: Seat) -> bool:
    """Whether somebody flew with NASA as a payload specialist: many came from universities, firms
    or services, and it is in doubt whom they flew for."""
    return seat.agency == "nasa" and seat.role == "payload specialist"


def flew_for(seat: Seat, agency: Agency, facts: FactBase) -> bool | None:
    """Whether the person in ``seat`` flew for ``agency`` on that flight."""
    if seat.agency is None or is_guest(seat):
        return None
    own = facts.agencies[seat.agency]
    if own.slug == agency.slug:
        return True
    clear = own.kind is AgencyKind.SPACE_AGENCY is agency.kind
    return False if clear and not may_coincide(own, agency) else None


def was_flying(agency: Agency, mission: Mission, facts: FactBase) -> bool:
    """Whether ``mission`` launched after the agency's first people had flown, and, where another
    agency took its place, before the last did: nobody flew for one that was not founded yet, or
    was no more."""
    flights = facts.flights_for(agency)
    return flights[0].number <= mission.number and (
        agency.slug not in replaced(facts) or mission.number <= flights[-1].number
    )


@lru_cache(maxsize=1)  # asked for every candidate
def replaced(facts: FactBase) -> frozenset[str]:
    """The agencies, by slug, that another one took the place of."""
    return frozenset(agency.predecessor for agency in facts.agencies.values() if agency.predecessor)


def agency_text(agency: Agency) -> Text:
    """An agency by its short name. An acronym tells few people much, so with its country: as in
    "JAXA (Japan)"."""
    if agency.slug in SHORTER:
        return Text(SHORTER[agency.slug])
    if agency.kind is not AgencyKind.SPACE_AGENCY or " " in agency.short_name:
        return Text(agency.short_name)
    return text(
        gettext_noop("{agency} ({country})"),
        agency=agency.short_name, country=Text(agency.country),
    )  # fmt: skip


def in_sentence(agency: Agency) -> Text:
    """The same, with an article where its name is made of common nouns."""
    if agency.slug not in WITH_ARTICLE:
        return agency_text(agency)
    return text(gettext_noop("the {agency}"), agency=agency_text(agency))


def for_agency(seat: Seat, facts: FactBase) -> Because:
    """Whom the person in ``seat`` flew for."""
    agency = facts.agencies[seat.agency] if seat.agency else None
    return Because(
        text(
            gettext_noop("{person} flew for {agency} on {mission}."),
            person=facts.people[seat.person].name,
            agency=in_sentence(agency) if agency else "",
            mission=facts.missions[seat.up].name,
        ),
        facts.cite((seat, "agency")),
    )


def space_agency_seats(facts: FactBase) -> list[Seat]:
    """Seats on orbital flights of people who flew for a space agency."""
    return [
        seat
        for seat in facts.seats.values()
        if seat.agency is not None
        and not is_guest(seat)
        and is_known(seat)
        and facts.agencies[seat.agency].kind is AgencyKind.SPACE_AGENCY
        and facts.missions[seat.up] in facts.orbital_set
    ]


@lru_cache(maxsize=1)
def mixed_families(facts: FactBase) -> frozenset[str]:
    """The families of spacecraft that carried people of several agencies. Of the others, such as
    Shenzhou, the craft's name alone tells for whom somebody flew."""
    agencies: dict[str, set[str]] = defaultdict(set)
    for seat in facts.seats.values():
        if seat.agency is not None:
            agencies[facts.family(facts.missions[seat.up])].add(seat.agency)
    return frozenset(family for family, flown in agencies.items() if len(flown) > 1)


def claim_of_agency(person: Person, mission: Mission, agency: Agency) -> Text:
    """The statement that somebody flew for an agency."""
    return text(
        gettext_noop("{person} flew for {agency} on {mission}."),
        person=person.name, agency=in_sentence(agency), mission=mission.name,
    )  # fmt: skip


class SeatMixin:
    """What is the same for all kinds whose subject is somebody's seat on a flight."""

    topic: ClassVar[Topic] = Topic.AGENCIES
    asks_for: ClassVar[Relation | None] = Relation.SAME_AGENCY

    def mission(self, subject: Seat, facts: FactBase) -> Mission:
        return facts.missions[subject.up]

    def stratum(self, subject: Seat, facts: FactBase) -> str:
        return subject.agency or ""

    def background(self, subject: Seat, facts: FactBase) -> Because | None:
        return mission_story(facts.missions[subject.up], facts)

    def tells_of(self, subject: Seat, facts: FactBase) -> tuple[str, ...]:
        return (ref(facts.people[subject.person]), ref(facts.missions[subject.up]))


class AgencyOfPerson(SeatMixin, Kind[Seat, Agency]):
    """The agency somebody flew for on a flight. Traps: agencies change their names (so no
    predecessor is offered), and ESA's people may be sent by their own country's agency too."""

    slug = "agency-of-person"
    name = gettext_noop("which agency somebody flew for")
    interactions = (Interaction.CHOICE, Interaction.TRUE_FALSE, Interaction.MATCH)

    def subjects(self, facts: FactBase) -> Sequence[Seat]:
        return [
            seat
            for seat in space_agency_seats(facts)
            if facts.family(facts.missions[seat.up]) in mixed_families(facts)
            and not facts.missions[seat.up].fatal
        ]

    def candidates(self, subject: Seat, facts: FactBase) -> Sequence[Agency]:
        mission = facts.missions[subject.up]
        families = mixed_families(facts)
        slugs = {
            seat.agency
            for flight in (mission, *facts.contemporaries(mission, years=5))
            if facts.family(flight) in families
            for seat in facts.crew_up(flight)
            if seat.agency is not None
        }
        agencies = (facts.agencies[slug] for slug in sorted(slugs))
        return [agency for agency in agencies if was_flying(agency, mission, facts)]

    def holds(self, subject: Seat, candidate: Agency, facts: FactBase) -> bool | None:
        return flew_for(subject, candidate, facts)

    def stem(self, subject: Seat, facts: FactBase) -> Text:
        return text(
            gettext_noop("Which agency or space programme did {person} fly for on {mission}?"),
            person=facts.people[subject.person].name,
            mission=facts.missions[subject.up].name,
        )

    def claim(self, subject: Seat, candidate: Agency, facts: FactBase) -> Text:
        person, mission = facts.people[subject.person], facts.missions[subject.up]
        return claim_of_agency(person, mission, candidate)

    def stem_of_match(self, facts: FactBase) -> Text:
        return Text(
            gettext_noop(
                "Match each person with the agency or space programme "
                "they flew for on the flight named."
            )
        )

    def prompt(self, subject: Seat, facts: FactBase) -> Text:
        return person_on_flight(subject, facts)

    def because(self, subject: Seat, candidate: Agency, facts: FactBase) -> Because:
        if candidate.slug == subject.agency:
            return for_agency(subject, facts)
        # Not by somebody who lost their life: that is no example to give in passing.
        seats = [s for s in facts.seats_for(candidate) if not facts.missions[s.up].fatal]
        flights = [facts.missions[seat.up] for seat in seats]
        return for_agency(seats[nearest(flights, facts.missions[subject.up].number)], facts)

    def option(self, subject: Seat, candidate: Agency, facts: FactBase) -> Text:
        return agency_text(candidate)


def colleagues(seat: Seat, facts: FactBase) -> list[Person]:
    """People from flights about then who flew for the same agency; beside a guest, guests of any
    other too. So the one foreign name in a crew is not the only one offered."""
    mission = facts.missions[seat.up]
    crew = Counter(other.agency for other in facts.crew_up(mission) if other.agency)
    host = max(crew, key=lambda agency: (crew[agency], agency))
    flights = sorted(
        () if mission.fatal else facts.contemporaries(mission, years=YEARS_AROUND),
        key=lambda m: (facts.family(m) != facts.family(mission), abs(m.number - mission.number)),
    )
    seats = [
        other
        for flight in flights
        for other in facts.crew_up(flight)
        if other.agency is not None and is_known(other) and not is_guest(other)
    ]
    same = [other for other in seats if other.agency == seat.agency]
    guests = [other for other in seats if host not in (other.agency, seat.agency)]
    people = dict.fromkeys(other.person for other in (*same[:COLLEAGUES], *guests[:COLLEAGUES]))
    return [facts.people[slug] for slug in people]


class PersonOfAgency(SeatMixin, Kind[Seat, Person]):
    """Who of a mixed crew flew for one agency. Offered beside are crewmates who flew for another,
    and colleagues from other flights, of the same agency or guests as well: else the name would
    tell. Trap: a
    crewmate who could rightly be said to have flown for it too, who is not offered."""

    slug = "person-of-agency"
    name = gettext_noop("who of a crew flew for an agency")
    claims_of_candidate = True
    interactions = (Interaction.CHOICE, Interaction.TRUE_FALSE, Interaction.NAME)

    def subjects(self, facts: FactBase) -> Sequence[Seat]:
        return [
            seat
            for seat in space_agency_seats(facts)
            if len({other.agency for other in facts.crew_up(facts.missions[seat.up])} - {None}) > 1
        ]

    def candidates(self, subject: Seat, facts: FactBase) -> Sequence[Person]:
        mission = facts.missions[subject.up]
        crew = [facts.people[seat.person] for seat in facts.crew_up(mission)]
        return list(dict.fromkeys((*crew, *colleagues(subject, facts))))

    def holds(self, subject: Seat, candidate: Person, facts: FactBase) -> bool | None:
        mission = facts.missions[subject.up]
        seat = facts.seat_on(candidate, mission)
        if seat is None:
            return False if facts.crew_is_known(mission) else None
        return flew_for(seat, facts.agencies[subject.agency], facts) if subject.agency else None

    def stem(self, subject: Seat, facts: FactBase) -> Text:
        return text(
            gettext_noop("Who in the crew that launched on {mission} flew for {agency}?"),
            mission=facts.missions[subject.up].name,
            agency=in_sentence(facts.agencies[subject.agency or ""]),
        )

    def claim(self, subject: Seat, candidate: Person, facts: FactBase) -> Text:
        agency = facts.agencies[subject.agency or ""]
        return claim_of_agency(candidate, facts.missions[subject.up], agency)

    def because(self, subject: Seat, candidate: Person, facts: FactBase) -> Because:
        mission = facts.missions[subject.up]
        own = [seat for seat in facts.seats_of(candidate) if seat.agency and is_known(seat)]
        seat = facts.seat_on(candidate, mission) or nearest_seat(own, mission, facts)
        return for_agency(seat, facts)

    def option(self, subject: Seat, candidate: Person, facts: FactBase) -> Text:
        return Text(candidate.name)


class MissionWithAgency(SeatMixin, Kind[Seat, Mission]):
    """A flight that launched with somebody of an agency aboard. Trap: another flight may have had
    one aboard too; it is offered as wrong only where its whole crew is known and nobody in it
    could have flown for that agency."""

    slug = "mission-with-agency"
    name = gettext_noop("which flight carried somebody of an agency")
    claims_of_candidate = True
    interactions = (Interaction.CHOICE, Interaction.TRUE_FALSE)

    def subjects(self, facts: FactBase) -> Sequence[Seat]:
        # One seat a flight and agency: the question is the same for all of them.
        seats = {
            (seat.up, seat.agency): seat
            for seat in reversed(space_agency_seats(facts))
            if not facts.missions[seat.up].fatal
        }
        return list(reversed(seats.values()))

    def candidates(self, subject: Seat, facts: FactBase) -> Sequence[Mission]:
        mission = facts.missions[subject.up]
        others = facts.neighbours(mission, each_way=12)
        if subject.agency is not None and facts.agencies[subject.agency].predecessor is not None:
            # What flew before the agency was founded could not have carried its people.
            first = facts.flights_for(facts.agencies[subject.agency])[0]
            others = [flight for flight in others if flight.number >= first.number]
        return [mission, *others]

    def holds(self, subject: Seat, candidate: Mission, facts: FactBase) -> bool | None:
        if subject.agency is None:
            return None
        agency = facts.agencies[subject.agency]
        verdicts = [flew_for(seat, agency, facts) for seat in facts.crew_up(candidate)]
        if True in verdicts:
            return True
        known = facts.crew_is_known(candidate) and None not in verdicts
        return False if known and verdicts else None

    def key(self, subject: Seat, facts: FactBase) -> Mission:
        return facts.missions[subject.up]

    def stem(self, subject: Seat, facts: FactBase) -> Text:
        return text(
            gettext_noop("Which of these flights launched with somebody flying for {agency}?"),
            agency=in_sentence(facts.agencies[subject.agency or ""]),
        )

    def claim(self, subject: Seat, candidate: Mission, facts: FactBase) -> Text:
        return text(
            gettext_noop("Somebody flying for {agency} was aboard when {mission} launched."),
            mission=candidate.name,
            agency=in_sentence(facts.agencies[subject.agency or ""]),
        )

    def because(self, subject: Seat, candidate: Mission, facts: FactBase) -> Because:
        crew = facts.crew_up(candidate)
        if candidate.slug == subject.up:
            return for_agency(subject, facts)
        slugs = list(dict.fromkeys(seat.agency for seat in crew if seat.agency))
        names = [in_sentence(facts.agencies[slug]) for slug in slugs]
        return Because(
            text(
                gettext_noop("Those who launched on {mission} in {year} flew for {agencies}."),
                mission=candidate.name, year=launch_year(candidate),
                agencies=names_text(names),
            ),
            facts.cite((candidate, "launched_at"), *((seat, "agency") for seat in crew)),
        )  # fmt: skip

    def option(self, subject: Seat, candidate: Mission, facts: FactBase) -> Text:
        return Text(candidate.name)
