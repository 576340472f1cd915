"""What a paper about one record may ask: about a flight, a person, an agency or a station."""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from functools import lru_cache
from typing import Final

from quizzes.facts.base import FactBase
from quizzes.facts.records import Agency, Fact, Mission, Person, Seat, Station
from quizzes.items.generate import Generator
from quizzes.items.kinds.base import RECORD_NAMES, AnyKind, ref, resolve

MOST_QUESTIONS: Final = 5
FEWEST_QUESTIONS: Final = 2
"""How long a paper about a record is."""
FEWEST_KINDS: Final = 7
"""With fewer kinds, every question gives another one away: so measured over all records."""
FEW_FLIGHTS: Final = 10
"""With so many or fewer, one question about each would make too short a paper."""


def about_it(about: str, facts: FactBase) -> frozenset[str]:
    """References of the records that questions about ``about`` tell of: a flight; a person with
    all flights and stays; the flights that had somebody of an agency aboard; those to a station.

    Empty where the facts have no such record.
    """
    record = resolve(about, facts)
    match record:
        case Mission():
            return frozenset({about})
        case Person():
            seats = facts.seats_of(record)
            landings = (facts.missions[seat.down] for seat in seats if seat.down is not None)
            launches = (facts.missions[seat.up] for seat in seats)
            return frozenset({about, *map(ref, seats), *map(ref, launches), *map(ref, landings)})
        case Agency():
            return frozenset({about, *map(ref, facts.flights_for(record))})
        case Station():
            return frozenset({about, *map(ref, facts.flights_to(record))})
        case _:
            return frozenset()


def tells_of_any(references: frozenset[str], kind: AnyKind, subject: Fact, facts: FactBase) -> bool:
    """Whether a question of ``kind`` about ``subject`` tells of one of ``references``."""
    return ref(kind.mission(subject, facts)) in references or not references.isdisjoint(
        kind.tells_of(subject, facts)
    )


def asked_again(about: str, facts: FactBase) -> frozenset[str]:
    """What a paper about ``about`` may ask about more than once.

    A flight; a person with all flights and stays. An agency or a station with many flights needs
    no second question about one of them; with few, they may be asked about again, and so may
    those who flew them for the agency.
    """
    record = resolve(about, facts)
    everything = about_it(about, facts)
    match record:
        case Agency() if len(everything) <= FEW_FLIGHTS:
            return everything | people_of(facts.seats_for(record))
        case Agency():
            return frozenset({about})
        case Station() if len(everything) > FEW_FLIGHTS:
            return frozenset({about})
        case _:
            return everything


def people_of(seats: Sequence[Seat]) -> frozenset[str]:
    """References of those who had ``seats``, and of the seats."""
    people = {f"{RECORD_NAMES[Person]}:{seat.person}" for seat in seats}
    return frozenset({*map(ref, seats), *people})


def has_questions(about: str, generator: Generator) -> bool:
    """Whether it is worth while to ask for a paper about ``about``: so many kinds have something
    to ask. Only the paper itself proves it, but takes tens of milliseconds."""
    told = kinds_telling_of(generator)
    kinds = [told[reference] for reference in about_it(about, generator.facts) if reference in told]
    return len(frozenset[str]().union(*kinds)) >= FEWEST_KINDS


@lru_cache(maxsize=1)  # of the facts in force
def kinds_telling_of(generator: Generator) -> Mapping[str, Set[str]]:
    """By reference: which kinds have a question that tells of it."""
    told: defaultdict[str, set[str]] = defaultdict(set)
    for kind in generator.kinds:
        for subject in generator.subjects(kind):
            told[ref(kind.mission(subject, generator.facts))].add(kind.slug)
            for reference in kind.tells_of(subject, generator.facts):
                told[reference].add(kind.slug)
    return told
