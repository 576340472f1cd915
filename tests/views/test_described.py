"""What the pages of flights, people, agencies and stations say of them."""

import re

import pytest
from django.test import Client

from quizzes.facts.base import FactBase
from tests.fixture_files import read_fields
from tests.views.reading import linked_from, read, row, terms

pytestmark = pytest.mark.django_db

KELLY, TMA_18M = "/people/scott-kelly/", "/missions/soyuz-tma-18m/"

# What a flight's page says ----------------------------------------------------------------------


def test_flight_is_told_in_sentences_and_in_a_table(client: Client, loaded_facts: object) -> None:
    told = read(client, TMA_18M)
    assert "Soyuz TMA-18M launched on 2 September 2015 with Sergey Volkov" in told
    assert row(client, TMA_18M, "Launch") == "2 September 2015, 04:37 UTC"
    assert row(client, TMA_18M, "Launched from") == "Baikonur Cosmodrome"
    assert row(client, TMA_18M, "Landing") == "2 March 2016, 04:25 UTC"
    assert row(client, TMA_18M, "Place") == "157 km south-east of Zhezkazgan, Kazakhstan"
    assert row(client, TMA_18M, "Length") == "182 days"
    assert row(client, TMA_18M, "Orbits") == "2,833, counted over the turning ground"
    assert row(client, TMA_18M, "Space station") == "ISS"
    assert row(client, TMA_18M, "Spacecraft") == "Soyuz TMA-M"


def test_crew_says_who_came_up_and_down_on_what(client: Client, loaded_facts: object) -> None:
    told = read(client, TMA_18M)
    assert (
        "Scott Kelly flight engineer · for NASA · went up on Soyuz TMA-16M · after 340 days" in told
    )
    assert "Andreas Mogensen flight engineer · for ESA · came down on Soyuz TMA-16M" in told


def test_orbits_say_how_they_were_counted(client: Client, loaded_facts: FactBase) -> None:
    sixteen = next(
        mission
        for mission in loaded_facts.missions.values()
        if mission.orbits and mission.orbits_convention == "sixteen-a-day"
    )
    told = row(client, f"/missions/{sixteen.slug}/", "Orbits")
    assert told == f"{sixteen.orbits:,g}, counted as sixteen a day"


@pytest.mark.parametrize(
    ("path", "term"),
    [("/missions/soyuz-tm-16/", "Orbits"), ("/missions/gemini-xii/", "Length"),
     ("/missions/soyuz-tma-11/", "Landing"), ("/people/kalpana-chawla/", "Born")],
)  # fmt: skip
def test_what_is_disputed_is_said_to_be(
    client: Client, loaded_facts: object, path: str, term: str
) -> None:
    assert row(client, path, term) == "Sources disagree, so nothing is said here."


def test_disputed_distance_leaves_what_sources_agree_on(
    client: Client, loaded_facts: object
) -> None:
    told = row(client, "/missions/soyuz-ms-23/", "Place")
    assert told.startswith("Kazakh steppe, area of Zhezkazgan, Kazakhstan. Sources disagree on")


def test_no_disputed_value_is_shown_as_a_fact(client: Client, loaded_facts: FactBase) -> None:
    """The fixture's own lines: what they dispute is not in the row."""
    fields = {"orbits": "Orbits", "landed_at": "Landing", "duration_s": "Length"}
    for held in read_fields("missions"):
        for field in set(fields) & set(held.get("disputed", ())):
            told = row(client, f"/missions/{held['slug']}/", fields[field])
            assert told.startswith("Sources disagree"), (held["slug"], field)


def test_what_is_not_known_is_said_to_be(client: Client, loaded_facts: object) -> None:
    path = "/missions/soyuz-ms-28/"
    assert row(client, path, "Launched from") == "Not known from the sources read so far."


def test_flight_without_a_source_says_only_that(client: Client, loaded_facts: object) -> None:
    told = read(client, "/missions/spacex-crew-13/")
    assert "No source has been read on SpaceX Crew-13 yet, so nothing is said of it." in told
    assert terms(client, "/missions/spacex-crew-13/") == []
    assert "Quiz me" not in told


def test_flight_under_way_says_as_of_when(client: Client, loaded_facts: object) -> None:
    told = read(client, "/missions/soyuz-ms-28/")
    assert "It is still up as of 3 July 2026." in told
    assert "Landing" not in terms(client, "/missions/soyuz-ms-28/")


def test_flight_whose_landing_is_disputed_is_not_still_up(
    client: Client, loaded_facts: object
) -> None:
    assert "still up" not in read(client, "/missions/soyuz-tma-11/")


def test_flight_that_launched_empty_tells_of_its_landing(
    client: Client, loaded_facts: object
) -> None:
    told = read(client, "/missions/soyuz-ms-23/")
    assert "Soyuz MS-23 landed on 27 September 2023 with " in told
    assert "Frank Rubio" in told


@pytest.mark.parametrize(
    "slug", ["soyuz-1", "soyuz-11", "sts-51-l", "sts-107", "x-15-flight-3-65-97"]
)
def test_flight_that_cost_lives_says_so_and_has_no_landing(
    client: Client, loaded_facts: object, slug: str
) -> None:
    told = read(client, f"/missions/{slug}/")
    assert "lost their lives" in told
    assert "Landing" not in terms(client, f"/missions/{slug}/")
    for word in ("crash", "disaster", "explo", "abort", "killed"):
        assert word not in told.lower()


def test_hop_says_that_it_did_not_go_into_orbit(client: Client, loaded_facts: object) -> None:
    assert row(client, "/missions/new-shepard-ns-16/", "Orbit") == "It did not go into orbit."
    assert "Orbits" not in terms(client, "/missions/new-shepard-ns-16/")


def test_spacewalks_say_where_their_list_ends(client: Client, loaded_facts: object) -> None:
    told = read(client, TMA_18M)
    assert "The list of spacewalks ends in March 2017." in told
    assert "3 February 2016, 13:10 UTC Sergey Volkov and Yuri Malenchenko" in told


def test_flight_leads_to_those_before_and_after(client: Client, loaded_facts: object) -> None:
    assert "Before Soyuz TMA-17M After Soyuz TMA-19M" in read(client, TMA_18M)
    assert "Before" not in read(client, "/missions/vostok-1/")


# What a person's page says ----------------------------------------------------------------------


def test_person_is_told_with_flights_days_and_agency(client: Client, loaded_facts: object) -> None:
    told = read(client, KELLY)
    assert "Scott Kelly made 4 flights, the first in 1999, the last in 2015." in told
    assert row(client, KELLY, "Born") == "21 February 1964"
    assert row(client, KELLY, "In flight").startswith("520 days over 4 flights")
    assert "Soyuz TMA-16M 27 March 2015 · flight engineer · for NASA · 340 days" in told


@pytest.mark.parametrize(
    ("precision", "pattern"), [("year", r"\d{4}"), ("month", r"[A-Z][a-z]+ \d{4}")]
)
def test_birth_is_as_exact_as_it_is_known(
    client: Client, loaded_facts: FactBase, precision: str, pattern: str
) -> None:
    person = next(
        person
        for person in loaded_facts.people.values()
        if person.born_on is not None and person.born_precision == precision
    )
    assert re.fullmatch(pattern, row(client, f"/people/{person.slug}/", "Born"))


def test_day_of_death_is_told_where_more_than_one_source_or_the_flight_says_it(
    client: Client, loaded_facts: object
) -> None:
    assert "24 August" not in read(client, "/people/neil-armstrong/")
    assert row(client, "/people/neil-armstrong/", "Died") == "2012"
    assert "24 April 1967" in read(client, "/people/vladimir-komarov/")


def test_somebody_in_space_is_said_to_be(client: Client, loaded_facts: object) -> None:
    told = read(client, "/people/jessica-meir/")
    assert "The flight on SpaceX Crew-12 is still under way as of 3 July 2026." in told
    assert row(client, "/people/jessica-meir/", "In flight").endswith("before the flight under way")


def test_first_flight_under_way_has_no_days_yet(client: Client, loaded_facts: object) -> None:
    assert row(client, "/people/sophie-adenot/", "In flight").startswith("Not known")


def test_somebody_whose_life_a_flight_cost_is_told_of_with_respect(
    client: Client, loaded_facts: object
) -> None:
    told = read(client, "/people/vladimir-komarov/")
    assert "Vladimir Komarov lost their life on Soyuz 1." in told


def test_launch_that_came_to_nothing_is_no_flight(client: Client, loaded_facts: object) -> None:
    told = read(client, "/people/gennady-strekalov/")
    assert "Gennady Strekalov made 5 flights, the first in 1980, the last in 1995." in told
    assert "set out on Soyuz T-10-1 (launch-pad abort) in 1983, which did not reach space." in told
    assert row(client, "/people/gennady-strekalov/", "In flight").endswith("over 5 flights")


def test_somebody_who_only_set_out_has_no_days(client: Client, loaded_facts: object) -> None:
    told = read(client, "/people/christa-mcauliffe/")
    assert "Christa McAuliffe set out on STS-51-L in 1986, which did not reach space." in told
    assert "Christa McAuliffe lost their life on STS-51-L." in told
    assert "In flight" not in terms(client, "/people/christa-mcauliffe/")


def test_person_without_a_source_says_only_that(client: Client, loaded_facts: object) -> None:
    told = read(client, "/people/joshua-kutryk/")
    assert "No source has been read on the flight of Joshua Kutryk yet." in told


# What an agency's and a station's page say --------------------------------------------------------


def test_agency_tells_people_flights_and_what_it_follows(
    client: Client, loaded_facts: object
) -> None:
    told = read(client, "/agencies/jaxa/")
    assert re.search(r"Known to have flown for JAXA: \d+ people, on \d+ flights\.", told)
    assert "Soichi Noguchi 2005, 2009, 2020" in told
    assert row(client, "/agencies/jaxa/", "Before it") == "NASDA"
    assert row(client, "/agencies/nasda/", "After it") == "JAXA"


def test_agency_that_nobody_is_known_to_have_flown_for_says_so(
    client: Client, loaded_facts: FactBase
) -> None:
    empty = next(a for a in loaded_facts.agencies.values() if not loaded_facts.seats_for(a))
    told = read(client, f"/agencies/{empty.slug}/")
    assert f"Nobody is known to have flown for {empty.short_name}." in told
    assert "Quiz me" not in told


def test_predecessor_without_a_source_is_not_told(client: Client, loaded_facts: object) -> None:
    assert "Before it" not in terms(client, "/agencies/csa/")


def test_station_tells_its_days_and_flights(client: Client, loaded_facts: object) -> None:
    assert row(client, "/stations/skylab/", "Launched") == "14 May 1973"
    assert row(client, "/stations/skylab/", "Came down") == "11 July 1979"
    told = read(client, "/stations/skylab/")
    assert "3 flights with people aboard, at launch or landing, went to Skylab." in told
    assert {"skylab-2", "skylab-3", "skylab-4"} <= linked_from(
        client, "/stations/skylab/", "mission"
    )


def test_station_that_nobody_says_came_down_does_not_say_so(
    client: Client, loaded_facts: object
) -> None:
    assert "Came down" not in terms(client, "/stations/iss/")
