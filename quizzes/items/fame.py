"""How well known a record is, from the facts alone: no count of clicks, no list of favourites.

Points are given for what makes a flight known outside its own trade (``docs/difficulty.md`` gives
the reasons), and for a career. Points of different sorts of record cannot be compared, so fame is
a rank among records of the same sort: 80 is better known than four in five.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final, TypeVar

from quizzes.facts.base import FactBase
from quizzes.facts.records import Fact, FlightClass, Mission, Person, Role, Seat

F = TypeVar("F", bound=Fact)

UNKNOWN: Final = 50
"""The fame of what is not ranked: neither known nor obscure."""

# Points of a flight for being the first of a sort.
FIRST_OF_ALL: Final = 6
FIRST_OF_COUNTRY: Final = 4
FIRST_OF_FAMILY: Final = 3
FIRST_OF_GENDER: Final = 4
FIRST_WITH_SPACEWALK: Final = 4
FIRST_TO_STATION: Final = 2
FIRST_OF_AGENCY: Final = 1
FIRST_OF_CREW_SIZE: Final = 1
# Points for more than being first.
TO_THE_MOON: Final = 6
MOON_FAMILIES: Final = frozenset({"Apollo", "Orion"})
"""The families built to take people to the Moon: all of their flights are told in that story."""
COST_LIVES: Final = 4
LONGEST_SO_FAR: Final = 2
EARLY: Final = 3
"""At the start of it all; it wears off evenly over the first ``FADES`` years."""
RECENT: Final = 2
"""On the day of the facts; it wears off as evenly."""
FADES: Final = 20
VETERANS: Final = 0.15
"""A flight has so much of the career of whoever aboard is best known."""
# Points of a person, beside those of the best known of their flights.
EACH_OTHER_FLIGHT: Final = 0.25
"""Of the points of each of the others."""
FLOWN_AGAIN: Final = 1
YEAR_IN_SPACE: Final = 2
SPACEWALK: Final = 0.3
COMMANDED: Final = 0.5
YEAR_S: Final = 365.25 * 24 * 60 * 60


def fame(record: Fact, facts: FactBase) -> int:
    """How well known ``record`` is, from 0 to 100 (its ``fame`` in hundredths)."""
    return all_fame(facts).get(record, UNKNOWN)


@lru_cache(maxsize=1)  # looked up for every option
def all_fame(facts: FactBase) -> Mapping[Fact, int]:
    """The fame of every record that options and subjects are made of."""
    flights = flight_points(facts)
    careers = {person: career(person, facts) for person in facts.people.values()}
    people = {person: career_points(person, flights, facts) for person in careers}
    missions = {
        mission: points + VETERANS * best_career(mission, careers, facts)
        for mission, points in flights.items()
    }
    known: dict[Fact, int] = {**ranks(people), **ranks(missions)}
    known |= {seat: seat_fame(seat, known, facts) for seat in facts.seats.values()}
    for walk in facts.spacewalks.values():
        best = max((known[facts.people[slug]] for slug in walk.people), default=UNKNOWN)
        flight = known[facts.missions[walk.mission]] if walk.mission is not None else UNKNOWN
        known[walk] = (best + flight) // 2
    return known | use_ranks(facts)


def use_ranks(facts: FactBase) -> dict[Fact, int]:
    """Agencies by the seats that were flown for them; stations, craft and sites by flights."""
    sites: Counter[str] = Counter()
    craft: Counter[str] = Counter()
    for mission in facts.missions.values():
        sites.update(site for site in (mission.launch_site, mission.landing_town) if site)
        craft[mission.spacecraft] += 1
    return {
        **ranks({agency: len(facts.seats_for(agency)) for agency in facts.agencies.values()}),
        **ranks({station: len(facts.flights_to(station)) for station in facts.stations.values()}),
        **ranks({model: craft[model.slug] for model in facts.spacecraft.values()}),
        **ranks({site: sites[site.slug] for site in facts.sites.values()}),
    }


def ranks(points: Mapping[F, float]) -> dict[Fact, int]:
    """Points as a share of the others that have fewer, from 0 to 100; equals share theirs."""
    held = sorted(points.values())
    return {
        record: 50 * (bisect_left(held, value) + bisect_right(held, value)) // len(held)
        for record, value in points.items()
    }


# Flights --------------------------------------------------------------------------------------


def flight_points(facts: FactBase) -> dict[Mission, float]:
    """What each flight is known for, whoever was aboard."""
    walked = {walk.mission for walk in facts.spacewalks.values()}
    seen: set[tuple[str, str]] = set()
    longest = 0
    found: dict[Mission, float] = {}
    for mission in facts.missions.values():  # in order of launch
        points = nearness_in_time(mission, facts)
        if mission.flight_class is FlightClass.ORBITAL:
            for sort, name, worth in sorts(mission, facts, has_walk=mission.slug in walked):
                if (sort, name) not in seen:
                    seen.add((sort, name))
                    points += worth
            length = facts.duration_s(mission) or 0
            if length > longest:
                longest = length
                points += LONGEST_SO_FAR
        points += COST_LIVES * mission.fatal
        points += TO_THE_MOON * (facts.family(mission) in MOON_FAMILIES)
        found[mission] = points
    return found


def sorts(mission: Mission, facts: FactBase, *, has_walk: bool) -> Iterator[tuple[str, str, float]]:
    """What a flight may be the first of, and what that is worth."""
    yield "all", "", FIRST_OF_ALL
    yield "country", facts.spacecraft[mission.spacecraft].country, FIRST_OF_COUNTRY
    yield "family", facts.family(mission), FIRST_OF_FAMILY
    yield "crew size", str(mission.crew_up), FIRST_OF_CREW_SIZE
    for station in mission.stations:
        yield "station", station, FIRST_TO_STATION
    for seat in facts.crew_up(mission):
        yield "gender", facts.people[seat.person].gender, FIRST_OF_GENDER
        if seat.agency is not None:
            yield "agency", seat.agency, FIRST_OF_AGENCY
    if has_walk:
        yield "spacewalk", "", FIRST_WITH_SPACEWALK


def nearness_in_time(mission: Mission, facts: FactBase) -> float:
    """Points for being among the first, or in the news not long ago."""
    if mission.launched_at is None:
        return 0
    first = next((m.launched_at for m in facts.orbital if m.launched_at), mission.launched_at)
    since_first = mission.launched_at.year - first.year
    ago = facts.as_of.year - mission.launched_at.year
    return EARLY * max(0, 1 - since_first / FADES) + RECENT * max(0, 1 - ago / FADES)


# People ---------------------------------------------------------------------------------------


def career(person: Person, facts: FactBase) -> float:
    """What somebody did, whatever the flights are known for."""
    seats = facts.seats_of(person)
    seconds = sum(facts.stay_s(seat) or 0 for seat in seats)
    return (
        FLOWN_AGAIN * max(0, len(seats) - 1)
        + YEAR_IN_SPACE * seconds / YEAR_S
        + SPACEWALK * len(facts.spacewalks_of(person))
        + COMMANDED * any(seat.role == Role.COMMANDER for seat in seats)
    )


def best_career(mission: Mission, careers: Mapping[Person, float], facts: FactBase) -> float:
    """That of whoever aboard did most."""
    return max((careers[facts.people[seat.person]] for seat in facts.crew_up(mission)), default=0)


def career_points(person: Person, flights: Mapping[Mission, float], facts: FactBase) -> float:
    """The same, and what the flights are known for: the best known one most."""
    flown = sorted(flights[facts.missions[seat.up]] for seat in facts.seats_of(person))
    best = flown.pop() if flown else 0
    return best + EACH_OTHER_FLIGHT * sum(flown) + career(person, facts)


def seat_fame(seat: Seat, known: Mapping[Fact, int], facts: FactBase) -> int:
    """Of somebody on a flight: as known as the two are together."""
    return (known[facts.people[seat.person]] + known[facts.missions[seat.up]]) // 2
