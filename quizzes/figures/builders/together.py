"""Who was in space when, from the facts."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Final

from quizzes.facts.base import FactBase, is_known
from quizzes.facts.records import FlightClass, Mission, Person, Seat, Spacewalk
from quizzes.figures.builders.asked import Asked, Choice
from quizzes.figures.builders.crews import person_of
from quizzes.figures.builders.entries import first_start, for_choice, seat_entry, timeline
from quizzes.figures.specs import Entry, Group, Guide, InSpace, Timeline
from quizzes.items.kinds import KIND_BY_SLUG
from quizzes.items.kinds.in_space import was_up
from quizzes.items.kinds.lengths import length_text, unit_for
from quizzes.items.text import Text, date_text, gettext_noop, text

ONE_DAY: Final = timedelta(days=1)
LONGEST: Final = timedelta(days=500)
"""Longer than any stay was."""

ON_DAY: Final = gettext_noop("Who was in space on {date} (UTC)")
WITH: Final = gettext_noop("When they were in space, beside the stay of {person}")
LENGTHS: Final = Text(gettext_noop("When they were in space, and how long"))
LANDED_ON: Final = gettext_noop("Landing on {date}")
AS_FAR_AS_KNOWN: Final = Text(gettext_noop("Those of whom sources tell both launch and landing."))


@lru_cache(maxsize=1)  # asked for every day
def stays_in_order(facts: FactBase) -> tuple[Sequence[Seat], Sequence[datetime]]:
    """The stays in orbit with a known begin and end, by launch, and their launches."""
    known = [
        (launched_at, seat)
        for seat in facts.seats.values()
        if facts.missions[seat.up].flight_class is FlightClass.ORBITAL
        and is_known(seat)
        and (launched_at := facts.launched_at(seat)) is not None
        and facts.landed_at(seat) is not None
    ]
    known.sort(key=lambda pair: pair[0])
    return [seat for _, seat in known], [launched_at for launched_at, _ in known]


def up_on(day: date, facts: FactBase) -> list[Seat]:
    """The stays that were under way at some time of ``day``, by launch."""
    start = datetime.combine(day, time(), UTC)
    seats, launches = stays_in_order(facts)
    around = seats[bisect_left(launches, start - LONGEST) : bisect_left(launches, start + ONE_DAY)]
    return [seat for seat in around if (facts.landed_at(seat) or start) >= start]


def whereabouts(mission: Mission, facts: FactBase) -> str:
    """Where those launched on a flight were: at its one station, else in the craft."""
    if len(mission.stations) == 1:
        return facts.stations[mission.stations[0]].name
    return mission.name


def in_space(day: date, facts: FactBase) -> InSpace | None:
    """All who were up on a day, as far as is known, by station or craft."""
    groups: dict[str, list[Entry]] = defaultdict(list)
    for seat in up_on(day, facts):
        entry = seat_entry(seat, facts)
        if entry is not None:
            groups[whereabouts(facts.missions[seat.up], facts)].append(entry)
    if not groups:
        return None
    return InSpace(
        text(ON_DAY, date=date_text(day)),
        day,
        tuple(Group(Text(name), tuple(stays)) for name, stays in groups.items()),
        remark=AS_FAR_AS_KNOWN,
    )


def in_space_asked(asked: Asked, day: date) -> InSpace | None:
    """The same with the options marked; of those not up that day, the stay nearest to it."""
    figure = in_space(day, asked.facts)
    if figure is None:
        return None
    people = {
        person.name: choice
        for choice in asked.choices
        if (person := person_of(choice, asked.facts)) is not None
    }
    names = {stay.name.message for group in figure.groups for stay in group.stays}
    groups = tuple(
        group._replace(stays=tuple(chosen(stay, people) for stay in group.stays))
        for group in figure.groups
    )
    noon = datetime.combine(day, time(12), UTC)
    others = [
        for_choice(nearest_stay(choice, noon, asked.facts), choice)
        for name, choice in people.items()
        if name not in names
    ]
    absent = [
        was_up(person, noon - ONE_DAY / 2, noon + ONE_DAY / 2, asked.facts)
        for choice in asked.choices
        if (person := person_of(choice, asked.facts)) is not None and person.name not in names
    ]
    return figure._replace(
        groups=groups,
        others=tuple(filter(None, others)),
        are_known_absent=all(verdict is False for verdict in absent),
    )


def chosen(stay: Entry, people: dict[str, Choice]) -> Entry:
    choice = people.get(stay.name.message)
    return stay if choice is None else for_choice(stay, choice) or stay


def nearest_stay(choice: Choice, moment: datetime, facts: FactBase) -> Entry | None:
    """The stay of an option's person that is nearest to ``moment``."""
    person = person_of(choice, facts)
    if person is None:
        return None
    stays = [entry for seat in facts.seats_of(person) if (entry := seat_entry(seat, facts))]

    def distance(stay: Entry) -> timedelta:
        span = stay.spans[0]
        return max(span.start - moment, moment - (span.end or span.start), timedelta())

    return min(stays, key=distance, default=None)


def middle_of_stay(asked: Asked) -> date | None:
    """The day in the middle of the stay asked about."""
    if not isinstance(asked.subject, Seat):
        return None
    start, end = asked.facts.launched_at(asked.subject), asked.facts.landed_at(asked.subject)
    return (start + (end - start) / 2).date() if start is not None and end is not None else None


def day_asked(asked: Asked) -> InSpace | None:
    """Who was in space on the day in the middle of the subject's stay."""
    day = middle_of_stay(asked)
    return in_space_asked(asked, day) if day is not None else None


def day_of_kind(asked: Asked) -> InSpace | None:
    """Who was in space on the day that the item is about, as its kind says."""
    try:
        day = KIND_BY_SLUG[asked.item.kind].day(asked.subject, asked.facts)
    except (LookupError, ValueError):
        return None  # the facts no longer say what the item was made from
    return in_space_asked(asked, day) if day is not None else None


def spacewalk_asked(asked: Asked) -> InSpace | None:
    """Who was in space on the day of a spacewalk."""
    walk = asked.subject
    if not isinstance(walk, Spacewalk) or walk.started_at is None:
        return None
    return in_space_asked(asked, walk.started_at.date())


def beside_stay(asked: Asked) -> Timeline | None:
    """The subject's stay, and beside it the stays of the options that are nearest to it."""
    seat, facts = asked.subject, asked.facts
    if not isinstance(seat, Seat):
        return None
    own = seat_entry(seat, facts)
    if own is None:
        return None
    start, end = own.spans[0]
    middle = start + ((end or start) - start) / 2
    entries = [
        for_choice(nearest_stay(choice, middle, facts), choice)
        for choice in asked.choices
        if choice.record is not facts.people[seat.person]
    ]
    shown = sorted(filter(None, entries), key=first_start)
    title = text(WITH, person=facts.people[seat.person].name)
    figure = timeline(title, (own, *shown), facts)
    if figure is None:
        return None
    guides = [Guide(moment, date_text(moment.date())) for moment in (start, end) if moment]
    return figure._replace(guides=tuple(guides))


def stays_asked(asked: Asked) -> Timeline | None:
    """The stays of the options that ended nearest to the end of the one asked about."""
    end = asked.facts.landed_at(asked.subject) if isinstance(asked.subject, Seat) else None
    if end is None:
        return None
    entries = [
        for_choice(nearest_stay(choice, end, asked.facts), choice) for choice in asked.choices
    ]
    figure = timeline(LENGTHS, map(with_length, filter(None, entries)), asked.facts)
    if figure is None:
        return None
    return figure._replace(guides=(Guide(end, text(LANDED_ON, date=date_text(end.date()))),))


def with_length(stay: Entry) -> Entry:
    """The stay with how long it was."""
    start, end = stay.spans[0]
    if end is None:
        return stay
    seconds = round((end - start).total_seconds())
    return stay._replace(value=length_text(seconds, unit_for(seconds)))


def career_of(person: Person, facts: FactBase) -> list[Entry]:
    """Each of somebody's stays, by the flight that it began on."""
    stays = [
        (entry, facts.missions[seat.up])
        for seat in facts.seats_of(person)
        if (entry := seat_entry(seat, facts)) is not None
    ]
    return [entry._replace(name=Text(flight.name), note=None) for entry, flight in stays]
