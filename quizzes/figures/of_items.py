"""The registry: which figure proves an item, by its kind."""

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from quizzes.facts.base import FactBase
from quizzes.figures.builders.amounts import (
    ages_asked,
    lengths_asked,
    longest_stays_asked,
    orbits_asked,
)
from quizzes.figures.builders.asked import Asked, asked
from quizzes.figures.builders.crews import crew_asked
from quizzes.figures.builders.landings import landing_asked, launch_sites_asked
from quizzes.figures.builders.launches import (
    agencies_asked,
    at_stations,
    before_spacewalk,
    careers_asked,
    first_flights_asked,
    first_for_agency,
    flew_on_both,
    flights_home,
    flights_of_agency,
    flights_to_station,
    flights_with,
    launched_between,
    launches_asked,
    stations_asked,
)
from quizzes.figures.builders.outside import first_walks_asked, walk_lengths_asked
from quizzes.figures.builders.together import (
    beside_stay,
    day_asked,
    day_of_kind,
    spacewalk_asked,
    stays_asked,
)
from quizzes.figures.specs import Spec
from quizzes.items.item import Item, Topic

Builder: TypeAlias = Callable[[Asked], Spec | None]

BUILDERS: Final[Mapping[str, Builder]] = {
    "commander-of-mission": crew_asked,
    "person-aboard": crew_asked,
    "first-flight-of-person": flights_with,
    "joined-for-landing": crew_asked,
    "flight-home": flights_home,
    "not-aboard": crew_asked,
    "launched-with": crew_asked,
    "flew-on-both": flew_on_both,
    "flights-of-person": careers_asked,
    "agency-of-person": agencies_asked,
    "person-of-agency": crew_asked,
    "mission-with-agency": flights_of_agency,
    "agencies-aboard": flights_of_agency,
    "length-of-stay": lengths_asked,
    "length-of-mission": lengths_asked,
    "mission-of-length": lengths_asked,
    "longest-mission": lengths_asked,
    "person-of-stay": stays_asked,
    "waters-of-splashdown": landing_asked,
    "state-of-landing": landing_asked,
    "mission-of-region": landing_asked,
    "nearest-town": landing_asked,
    "place-of-landing": landing_asked,
    "launch-year-of-mission": launches_asked,
    "mission-of-launch-year": launches_asked,
    "mission-of-person-in-year": flights_with,
    "station-of-mission": stations_asked,
    "mission-to-station": flights_to_station,
    "person-at-station": at_stations,
    "orbits-of-mission": orbits_asked,
    "mission-of-orbits": orbits_asked,
    "most-orbits": orbits_asked,
    "walker-of-spacewalk": spacewalk_asked,
    "partner-on-spacewalk": spacewalk_asked,
    "flight-before-spacewalk": before_spacewalk,
    "youngest-on-first-flight": ages_asked,
    "first-into-orbit": first_flights_asked,
    "most-flights": careers_asked,
    "longest-stay-of-person": longest_stays_asked,
    "first-for-agency": first_for_agency,
    "launched-between": launched_between,
    "launched-before": launches_asked,
    "order-of-launches": launches_asked,
    "launch-site-of-mission": launch_sites_asked,
    "aboard-station-on-day": day_of_kind,
    "length-of-spacewalk": walk_lengths_asked,
    "longest-spacewalk": walk_lengths_asked,
    "first-outside": first_walks_asked,
    "oldest-on-first-flight": ages_asked,
    "age-on-first-flight": ages_asked,
    "in-space-on-day": day_asked,
    "in-space-with": beside_stay,
    "person-on-hop": crew_asked,
    "hop-of-person": flights_with,
    "year-of-hop": launches_asked,
}
# For kinds without a line above.
BY_TOPIC: Final[Mapping[Topic, Builder]] = {
    Topic.CREWS: crew_asked,
    Topic.AGENCIES: crew_asked,
    Topic.MISSION_LENGTHS: lengths_asked,
    Topic.LANDING_SITES: landing_asked,
    Topic.LAUNCHES: launches_asked,
    Topic.STATIONS: flights_to_station,
    Topic.ORBITS: orbits_asked,
    Topic.SPACEWALKS: spacewalk_asked,
    Topic.RECORDS: careers_asked,
    Topic.TIMELINE: launches_asked,
    Topic.SUBORBITAL: crew_asked,
}


def figure_for(item: Item, facts: FactBase) -> Spec | None:
    """The figure that proves ``item``: of its kind, else of its topic, else when the options
    were. None where the facts tell nothing that could be shown."""
    if item.sequence:  # shown in the order that is right
        item = item._replace(options=tuple(item.options[at] for at in item.sequence))
    known = asked(item, facts)
    if known is None:
        return None
    builders = (BUILDERS.get(item.kind), BY_TOPIC[item.topic], launches_asked, crew_asked)
    figures = (builder(known) for builder in builders if builder is not None)
    return next((figure for figure in figures if figure is not None), None)
