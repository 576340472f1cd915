"""What is true, found by another road: for every kind, a verdict on a subject and a candidate.

A verdict takes the rows and two slugs and returns True, False, or None where the rows do not
tell. It reads only what a source says and none disputes.
"""

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from tests.items.oracle import (
    agencies,
    crewmates,
    crews,
    durations,
    landing_sites,
    launches,
    orbits,
    records,
    spacewalks,
    stations,
    timeline,
)
from tests.items.oracle.rows import Rows

Verdict: TypeAlias = Callable[[Rows, str, str], "bool | None"]

ORACLES: Final[Mapping[str, Verdict]] = {
    "commander-of-mission": crews.commander_of_mission,
    "person-aboard": crews.person_aboard,
    "first-flight-of-person": crews.first_flight_of_person,
    "joined-for-landing": crews.joined_for_landing,
    "not-aboard": crewmates.not_aboard,
    "launched-with": crewmates.launched_with,
    "flew-on-both": crewmates.flew_on_both,
    "flights-of-person": crewmates.flights_of_person,
    "agency-of-person": agencies.agency_of_person,
    "person-of-agency": agencies.person_of_agency,
    "mission-with-agency": agencies.mission_with_agency,
    "length-of-stay": durations.length_of_stay,
    "length-of-mission": durations.length_of_mission,
    "longest-mission": durations.longest_mission,
    "person-of-stay": durations.person_of_stay,
    "waters-of-splashdown": landing_sites.region_of_landing,
    "state-of-landing": landing_sites.region_of_landing,
    "mission-of-region": landing_sites.mission_of_region,
    "nearest-town": landing_sites.nearest_town,
    "place-of-landing": landing_sites.region_of_landing,
    "launch-year-of-mission": launches.same_launch_year,
    "mission-of-launch-year": launches.same_launch_year,
    "mission-of-person-in-year": launches.mission_of_person_in_year,
    "launched-between": timeline.launched_between,
    "in-space-on-day": timeline.in_space_on_day,
    "in-space-with": timeline.in_space_with,
    "station-of-mission": stations.station_of_mission,
    "mission-to-station": stations.mission_to_station,
    "person-at-station": stations.person_at_station,
    "orbits-of-mission": orbits.same_orbits,
    "mission-of-orbits": orbits.same_orbits,
    "most-orbits": orbits.most_orbits,
    "walker-of-spacewalk": spacewalks.walker_of_spacewalk,
    "partner-on-spacewalk": spacewalks.partner_on_spacewalk,
    "flight-before-spacewalk": spacewalks.flight_before_spacewalk,
    "youngest-on-first-flight": records.youngest_on_first_flight,
    "first-into-orbit": records.first_into_orbit,
    "most-flights": records.most_flights,
    "longest-stay-of-person": records.longest_stay_of_person,
    "first-for-agency": records.first_for_agency,
}
