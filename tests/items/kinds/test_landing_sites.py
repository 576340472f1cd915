"""Where vehicles came down: what is asked about, and the traps."""

from datetime import timedelta
from math import pi
from typing import Final

import pytest

from quizzes.facts.base import FactBase
from quizzes.items.generate import Generator
from quizzes.items.item import Item
from quizzes.items.kinds import KIND_BY_SLUG
from quizzes.items.seeds import Draw
from tests.items import made_up
from tests.items.kinds.conftest import Ask
from tests.items.oracle.landing_sites import kilometres
from tests.items.oracle.rows import Rows, link

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


# Towns ----------------------------------------------------------------------------------------


def test_towns_are_asked_about_where_point_and_town_are_known(ask: Ask) -> None:
    subjects = ask("nearest-town").subjects()
    assert len(subjects) >= 90
    assert {"soyuz-tma-18m", "soyuz-ms-07", "voskhod-2"} <= subjects


def test_only_towns_are_offered_that_some_landing_is_told_by(ask: Ask, rows: Rows) -> None:
    """What is never right would soon be struck out."""
    asking = ask("nearest-town")
    told_by = {link(rows.missions[mission]["landing_town"]) for mission in asking.subjects()}
    offered = {town for m in asking.subjects() for town in asking.candidates(f"mission:{m}")}
    assert offered == told_by


def test_a_landing_long_ago_is_asked_about_by_the_towns_names_of_today(ask: Ask) -> None:
    asking = ask("nearest-town")
    assert "by its name of today" in asking.stem("mission:soyuz-10")
    assert "today" not in asking.stem("mission:soyuz-ms-07")


@pytest.mark.parametrize(
    "mission",
    [
        "soyuz-12",  # the town is in dispute
        "soyuz-23",
        "soyuz-tm-27",
        "soyuz-4",  # the point is
        "vostok-1",  # the point is known to whole degrees
        "soyuz-11",  # cost lives
    ],
)
def test_landings_in_dispute_or_known_roughly_are_not_asked_about(mission: str, ask: Ask) -> None:
    assert mission not in ask("nearest-town").subjects()


def test_soyuz_tma_18m_came_down_by_zhezkazgan(ask: Ask) -> None:
    asking = ask("nearest-town")
    assert asking.holds("mission:soyuz-tma-18m", "site:zhezkazgan") is True
    assert asking.holds("mission:soyuz-tma-18m", "site:kostanay") is False


def test_a_town_nearer_than_the_one_named_is_never_offered(
    generator: Generator, ask: Ask, rows: Rows
) -> None:
    """Soyuz TMA-18M landed 147 km from Zhezkazgan, by the reports, and nearer to Karazhal."""
    landing = rows.missions["soyuz-tma-18m"]
    near, far = (kilometres(landing, rows.sites[town]) or 0 for town in ("karazhal", "zhezkazgan"))
    assert near < far
    assert ask("nearest-town").holds("mission:soyuz-tma-18m", "site:karazhal") is None
    kind = KIND_BY_SLUG["nearest-town"]
    for subject in generator.subjects(kind):
        item = generator.item(kind, subject, Draw("towns"))
        if isinstance(item, Item):
            landing = rows.missions[subject.slug]
            distances = {
                option.ref: kilometres(landing, rows.sites[option.ref.removeprefix("site:")]) or 0
                for option in item.options
            }
            assert min(distances, key=lambda ref: distances[ref]) == item.key.ref
            others = [km for ref, km in distances.items() if ref != item.key.ref]
            assert min(others) > 1.3 * distances[item.key.ref]


@pytest.mark.parametrize(("point_kind", "clear"), [("stated", 49), ("bearing", 118), ("site", 141)])
def test_a_town_is_wrong_only_where_it_is_farther_at_worst(point_kind: str, clear: int) -> None:
    """The town named lies 20 km south of the landing, another to its north: the point may be off
    by 10, 40 or 50 km, and even then the other must be farther by three tenths."""
    kind = KIND_BY_SLUG["nearest-town"]
    verdicts = []
    for km in (clear - 1, clear + 1):
        facts = landing_between(20, km, point_kind)
        (subject,) = kind.subjects(facts)
        verdicts.append(kind.holds(subject, facts.sites["north"], facts))
        assert kind.holds(subject, facts.sites["south"], facts) is True
    assert verdicts == [None, False]


def test_a_point_that_is_good_for_drawing_only_is_not_asked_about() -> None:
    assert KIND_BY_SLUG["nearest-town"].subjects(landing_between(20, 900, "area")) == ()


def landing_between(south_km: float, north_km: float, point_kind: str) -> FactBase:
    """A landing on a line between two towns, described by the southern one."""
    towns = {"south": 50 - south_km / KM_A_DEGREE, "north": 50 + north_km / KM_A_DEGREE}
    flight = made_up.mission(
        "Stork 1", 1, "stork", made_up.START, timedelta(days=5), landing_country="Kazakhstan",
        landing_town=["south"], lat=50.0, lon=65.0, point_kind=point_kind,
    )  # fmt: skip
    sites = [
        made_up.row(slug, name=slug, kind="town", country="Kazakhstan", lat=lat, lon=65.0)
        for slug, lat in towns.items()
    ]
    return made_up.fact_base({**made_up.world([], [flight], []), "sites": sites})
