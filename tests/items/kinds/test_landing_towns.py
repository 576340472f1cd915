"""Which towns vehicles came down near: what is asked about, and the traps."""

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
