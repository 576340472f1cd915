"""Where vehicles came down: what is asked about, and the traps."""

from math import pi
from typing import Final

import pytest

from tests.items.kinds.conftest import Ask
from tests.items.oracle.rows import Rows

KM_A_DEGREE: Final = 6371.0088 * pi / 180

# Waters ---------------------------------------------------------------------------------------


def test_splashdowns_are_asked_about_of_every_capsule(ask: Ask) -> None:
    subjects = ask("waters-of-splashdown").subjects()
    assert len(subjects) >= 42
    assert {"apollo-11", "gemini-iii", "spacex-crew-dragon-demo-2", "artemis-ii"} <= subjects


@pytest.mark.parametrize("mission", ["soyuz-23", "sts-1", "mercury-redstone-3", "soyuz-1"])
def test_lakes_runways_and_hops_are_no_splashdowns(mission: str, ask: Ask) -> None:
    """Soyuz 23 came down in a lake; Mercury-Redstone 3 never reached orbit."""
    assert mission not in ask("waters-of-splashdown").subjects()


@pytest.mark.parametrize(
    ("mission", "waters"),
    [
        ("apollo-11", "north-pacific-ocean"),
        ("apollo-13", "south-pacific-ocean"),
        ("gemini-xii", "north-atlantic-ocean"),
        ("spacex-crew-dragon-demo-2", "gulf-of-mexico"),
    ],
)
def test_a_capsule_came_down_in_one_of_the_waters_offered(
    mission: str, waters: str, ask: Ask
) -> None:
    asking = ask("waters-of-splashdown")
    assert asking.holds(f"mission:{mission}", f"region:{waters}") is True
    others = asking.candidates(f"mission:{mission}") - {waters}
    assert asking.wrong(f"mission:{mission}") == others
    assert len(others) >= 2


def test_the_gulf_is_part_of_the_atlantic_so_the_two_never_stand_side_by_side(ask: Ask) -> None:
    asking = ask("waters-of-splashdown")
    gulf, atlantic = "gulf-of-mexico", "north-atlantic-ocean"
    assert asking.holds("mission:spacex-crew-dragon-demo-2", f"region:{atlantic}") is None
    assert asking.holds("mission:apollo-9", f"region:{gulf}") is None
    for mission in asking.subjects():
        assert len(asking.candidates(f"mission:{mission}") & {gulf, atlantic}) == 1


def test_the_gulf_is_offered_only_since_it_is_used(ask: Ask, rows: Rows) -> None:
    asking = ask("waters-of-splashdown")
    for mission in asking.subjects():
        if "gulf-of-mexico" in asking.candidates(f"mission:{mission}"):
            assert rows.missions[mission]["launched_at"] >= "2020"


def test_the_waters_are_those_in_which_the_point_lies(ask: Ask, rows: Rows) -> None:
    """By another road: north and south by the sign of the latitude, the Atlantic between 82 W
    and Africa, the Gulf between Mexico and Florida."""
    checked = 0
    for mission in ask("waters-of-splashdown").subjects():
        row = rows.missions[mission]
        if "lat" in row:
            assert row["landing_region"] == waters_at(row["lat"], row["lon"]), mission
            checked += 1
    assert checked >= 40


def waters_at(lat: float, lon: float) -> str:
    if 18 < lat < 31 and -98 < lon < -81.5:
        return "Gulf of Mexico"
    ocean = "Atlantic" if -82 < lon < 20 else "Pacific"
    return f"{'North' if lat > 0 else 'South'} {ocean} Ocean"


# States ---------------------------------------------------------------------------------------


def test_states_are_asked_about_of_every_shuttle_that_came_home(ask: Ask, rows: Rows) -> None:
    subjects = ask("state-of-landing").subjects()
    assert len(subjects) == 133
    assert {rows.family(mission) for mission in subjects} == {"Space Shuttle"}
    assert not subjects & {"sts-51-l", "sts-107"}


@pytest.mark.parametrize(
    ("mission", "state"), [("sts-1", "california"), ("sts-3", "new-mexico"), ("sts-135", "florida")]
)
def test_a_shuttle_landed_in_one_of_three_states(mission: str, state: str, ask: Ask) -> None:
    asking, states = ask("state-of-landing"), {"california", "florida", "new-mexico"}
    assert asking.holds(f"mission:{mission}", f"region:{state}") is True
    assert asking.wrong(f"mission:{mission}") == states - {state}


# Flights by region ----------------------------------------------------------------------------


def test_regions_are_asked_about_of_nearly_every_landing(ask: Ask) -> None:
    subjects = ask("mission-of-region").subjects()
    assert len(subjects) >= 340
    assert {"soyuz-tma-18m", "apollo-11", "sts-3", "voskhod-2"} <= subjects


@pytest.mark.parametrize(
    "mission", ["soyuz-tma-11", "soyuz-ms-28", "soyuz-11", "new-shepard-ns-16"]
)
def test_landings_in_dispute_to_come_or_without_orbit_are_not_asked_about(
    mission: str, ask: Ask
) -> None:
    assert mission not in ask("mission-of-region").subjects()


def test_only_flights_of_one_programme_stand_side_by_side(ask: Ask, rows: Rows) -> None:
    asking = ask("mission-of-region")
    for mission in asking.subjects():
        candidates = asking.candidates(f"mission:{mission}")
        assert {rows.family(candidate) for candidate in candidates} == {rows.family(mission)}
        assert not any(map(rows.is_fatal, candidates))


def test_a_capsule_splashes_down_and_a_shuttle_lands(ask: Ask) -> None:
    """ "Come down", said of a shuttle, reads as a crash."""
    asking = ask("place-of-landing")
    assert asking.stem("mission:sts-82") == "Where did STS-82 land?"
    assert asking.stem("mission:skylab-3") == "Where did Skylab 3 splash down?"
