"""The registry: every check there is. ``quizzes.facts.audit`` runs them."""

from typing import Final

from quizzes.facts.checks.agencies import (
    nobody_flies_for_an_agency_of_the_past,
    predecessors_exist_and_end,
)
from quizzes.facts.checks.crews import (
    crews_are_as_large_as_said,
    crews_have_one_commander,
    flights_that_cost_lives_are_marked,
    nobody_flies_before_birth_or_after_death,
    nobody_is_in_two_places,
    seats_are_named_by_person_and_flight,
    seats_refer_to_what_there_is,
    vehicles_down_land_after_vehicles_up_launch,
    vehicles_were_changed_where_both_had_been,
)
from quizzes.facts.checks.ledger import Check
from quizzes.facts.checks.places import (
    landings_are_as_far_from_town_as_said,
    landings_are_in_the_direction_said,
    landings_lie_in_the_region_named,
    regions_belong_to_the_country_named,
    sites_lie_in_the_country_named,
)
from quizzes.facts.checks.sources import (
    citations_name_sources_and_fields,
    cited_values_are_there,
    sources_were_read_after_what_they_tell,
    sources_were_read_by_now,
    what_questions_take_for_granted_has_a_source,
)
from quizzes.facts.checks.spacewalks import (
    spacewalkers_were_in_space,
    spacewalks_are_numbered_in_order,
    spacewalks_belong_to_a_flight_of_those_outside,
)
from quizzes.facts.checks.times import (
    flights_under_way_have_not_landed,
    landings_follow_launches,
    missions_are_numbered_in_order_of_launch,
    missions_last_from_launch_to_landing,
    orbits_fit_durations,
    stations_were_there_when_visited,
    stays_last_from_launch_to_landing,
)

CHECKS: Final[tuple[Check, ...]] = (
    landings_follow_launches,
    missions_last_from_launch_to_landing,
    stays_last_from_launch_to_landing,
    missions_are_numbered_in_order_of_launch,
    flights_under_way_have_not_landed,
    stations_were_there_when_visited,
    orbits_fit_durations,
    seats_are_named_by_person_and_flight,
    seats_refer_to_what_there_is,
    vehicles_down_land_after_vehicles_up_launch,
    vehicles_were_changed_where_both_had_been,
    crews_are_as_large_as_said,
    crews_have_one_commander,
    nobody_is_in_two_places,
    nobody_flies_before_birth_or_after_death,
    flights_that_cost_lives_are_marked,
    landings_lie_in_the_region_named,
    sites_lie_in_the_country_named,
    regions_belong_to_the_country_named,
    landings_are_as_far_from_town_as_said,
    landings_are_in_the_direction_said,
    spacewalkers_were_in_space,
    spacewalks_belong_to_a_flight_of_those_outside,
    spacewalks_are_numbered_in_order,
    predecessors_exist_and_end,
    nobody_flies_for_an_agency_of_the_past,
    citations_name_sources_and_fields,
    cited_values_are_there,
    sources_were_read_by_now,
    sources_were_read_after_what_they_tell,
    what_questions_take_for_granted_has_a_source,
)
