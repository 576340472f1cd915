"""The pictures of all flights: where marks stand, and what they are not allowed to hide."""

import re
from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from math import hypot
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.facts.base import FactBase
from quizzes.facts.records import Records
from quizzes.facts.shapes import Point
from quizzes.figures.history.atlas import DrawnSheet, atlas, locator
from quizzes.figures.history.marks import Flight, Shown
from quizzes.figures.history.sheets import APART, SHEETS, Spreader, placed, sheet_of
from quizzes.figures.history.skyline import BESIDE, STALK, WIDE, Skyline, skyline
from quizzes.items.text import english

AS_OF = date(2026, 7, 3)
LAND = "/world.svg"
DAY_S = 86_400
ZHEZKAZGAN = (47.78, 67.71)


def flight(
    number: int = 1, day: date | None = date(2015, 9, 2), days: float | None = 180, **told: Any
) -> Flight:
    at = datetime(day.year, day.month, day.day, tzinfo=UTC) if day is not None else None
    fields: dict[str, Any] = {
        "lane": "Russia",
        "family": "Soyuz",
        "launched_at": at,
        "length_s": round(days * DAY_S) if days is not None else None,
    }
    made = Flight(f"flight-{number}", f"Flight {number}", f"/missions/flight-{number}/", "", "")
    return made._replace(**(fields | told))


def shown(*flights: Flight, chosen: set[str] | None = None) -> Shown:
    return Shown(flights, {one.slug for one in flights} if chosen is None else chosen)


def tree(svg: str) -> ET.Element:
    return ET.fromstring(f"<svgs>{svg}</svgs>")  # noqa: S314 (our own)


def marks(svg: str) -> dict[str, ET.Element]:
    """By address: the marks in a picture."""
    found = {one.get("href", ""): one for one in tree(svg).iter("a")}
    return {url: one for url, one in found.items() if url}


def path_of(mark: ET.Element) -> str:
    path = mark.find("path")
    assert path is not None
    return path.get("d", "")


def words(svg: str) -> list[str]:
    return ["".join(one.itertext()) for one in tree(svg).iter("text")]


def across(*flights: Flight, chosen: set[str] | None = None) -> str:
    """The timeline for wide screens."""
    return Skyline(shown(*flights, chosen=chosen), WIDE, AS_OF, english).draw("id")


def stalk(svg: str, one: Flight) -> tuple[float, float]:
    """Where a flight stands in the timeline for wide screens, and how high."""
    found = re.match(r"M([\d.]+) [\d.]+v-([\d.]+)", path_of(marks(svg)[one.url]))
    assert found is not None
    return float(found[1]), float(found[2])


# The timeline -----------------------------------------------------------------------------------


def test_year_is_as_long_as_any_other() -> None:
    flights = [flight(year, date(year, 6, 1)) for year in (1961, 1990, 2019)]
    svg = across(*flights)
    first, second, third = (stalk(svg, one)[0] for one in flights)
    assert second - first == pytest.approx(third - second, abs=0.1)


@pytest.mark.parametrize("days", [5, 40, 70])
def test_four_times_as_long_is_twice_as_high(days: int) -> None:
    short, long = flight(1, days=days), flight(2, days=4 * days)
    svg = across(short, long)
    assert stalk(svg, long)[1] == pytest.approx(2 * stalk(svg, short)[1], abs=0.05)


@pytest.mark.parametrize("days", [0, 0.001, None])
def test_shortest_flight_and_one_of_unknown_length_are_seen(days: float | None) -> None:
    one = flight(days=days)
    assert stalk(across(one), one)[1] >= 5


def test_no_stalk_is_higher_than_its_lane() -> None:
    one = flight(days=800)
    assert stalk(across(one), one)[1] == STALK


def test_flight_without_a_day_of_launch_stands_nowhere() -> None:
    assert marks(across(flight(1), flight(2, day=None))).keys() == {"/missions/flight-1/"}


def test_countries_have_lanes_in_order_and_hops_the_last() -> None:
    hop = flight(1, date(1961, 5, 5), 0.01, lane="", family="Mercury")
    american = flight(2, date(1962, 2, 20), 0.2, lane="United States", family="Mercury")
    soviet = flight(3, date(1963, 6, 14), 5, lane="Soviet Union", family="Vostok")
    indian = flight(4, date(2026, 6, 1), 3, lane="India", family="Gaganyaan")
    said = words(across(hop, american, soviet, indian))
    lanes = ["United States", "Soviet Union and Russia", "India", "Not into orbit"]
    assert [one for one in said if one in lanes] == lanes


def test_soviet_and_russian_flights_share_a_lane() -> None:
    said = words(across(flight(1, lane="Soviet Union"), flight(2, lane="Russia")))
    assert said.count("Soviet Union and Russia") == 1


def test_years_without_a_launch_are_told() -> None:
    said = words(across(flight(1, date(1975, 7, 15)), flight(2, date(1981, 4, 12))))
    assert "nobody launched between 1975 and 1981" in " ".join(said)


def test_lull_of_three_years_is_not_told() -> None:
    said = words(across(flight(1, date(1975, 7, 15)), flight(2, date(1979, 7, 1))))
    assert "nobody" not in " ".join(said)


@pytest.mark.parametrize(
    ("told", "kind"),
    [({"is_fatal": True}, "mark fatal"), ({"is_up": True}, "mark open"), ({}, "mark"),
     ({"length_s": None}, "mark open")],
)  # fmt: skip
def test_what_is_special_is_told_by_shape(told: dict[str, Any], kind: str) -> None:
    one = flight(**told)
    assert marks(across(one))[one.url].get("class") == kind


def test_those_not_chosen_are_seen_but_are_no_links() -> None:
    svg = across(flight(1), flight(2, date(2016, 1, 1)), chosen={"flight-2"})
    assert marks(svg).keys() == {"/missions/flight-2/"}
    (rest,) = (one for one in tree(svg).iter("path") if one.get("class") == "rest")
    assert rest.get("d", "").count("M") == 1


def test_mark_says_what_it_is_and_is_no_stop_of_the_tab_key() -> None:
    mark = marks(across(flight(label='<b>&"')))["/missions/flight-1/"]
    assert mark.findtext("title") == '<b>&"'
    assert mark.get("tabindex") == "-1"


def test_timeline_lies_for_wide_screens_and_stands_for_narrow_ones() -> None:
    one = flight()
    drawn = tree(skyline(shown(one), AS_OF, english, "id"))
    assert [svg.get("class") for svg in drawn.iter("svg")] == ["skyline across", "skyline down"]
    lying, standing = (path_of(mark) for mark in drawn.iter("a"))
    assert "v-" in lying
    assert f"M{34 + BESIDE:.0f} " in standing
    ids = [element.get("id") for element in drawn.iter() if element.get("id")]
    assert len(ids) == len(set(ids)) == 2


def test_without_flights_there_is_an_empty_timeline() -> None:
    assert marks(skyline(shown(), AS_OF, english, "id")) == {}


# The maps ---------------------------------------------------------------------------------------


def landed(number: int, point: Point | None, region: str = "Kazakhstan") -> Flight:
    return flight(number, point=point, good_to_km=10 if point else None, region=region)


def sheets(*flights: Flight, chosen: set[str] | None = None) -> dict[str, DrawnSheet]:
    drawn = atlas(shown(*flights, chosen=chosen), FactBase(Records()), english, "id", LAND)
    return {sheet.slug: sheet for sheet in drawn}


@given(st.lists(st.tuples(st.floats(0, 60), st.floats(0, 60)), max_size=60))
def test_no_mark_covers_another(places: list[tuple[float, float]]) -> None:
    spreader = Spreader()
    found = [spreader.place(x, y) for x, y in places]
    for one, other in combinations(found, 2):
        assert hypot(one[0] - other[0], one[1] - other[1]) >= APART - 1e-6


@given(st.floats(0, 600), st.floats(0, 600))
def test_mark_that_stands_alone_stands_where_it_was(x: float, y: float) -> None:
    assert Spreader().place(x, y) == (x, y)


def test_marks_are_moved_no_further_than_they_must() -> None:
    flights = tuple(landed(number, ZHEZKAZGAN) for number in range(80))
    (held,) = (one for one in placed(flights) if one.sheet.slug == "steppe")
    x, y = held.sheet.at(ZHEZKAZGAN)
    # Eighty discs, packed as closely as discs can be, fill a disc 9.3 times as wide as each.
    assert max(hypot(mark.x - x, mark.y - y) for mark in held.marks) < APART * 6


@pytest.mark.parametrize(
    ("point", "slug"),
    [(ZHEZKAZGAN, "steppe"), ((59.57, 55.47), "steppe"), ((28.6, -80.7), "florida"),
     ((32.94, -106.42), "west"), ((25.23, 136.0), "pacific"), ((-17.88, -166.13), "pacific"),
     ((13.32, -169.15), "pacific"), ((42.24, 111.49), "gobi")],
)  # fmt: skip
def test_landing_stands_on_the_sheet_of_its_part_of_the_earth(point: Point, slug: str) -> None:
    one = landed(1, point, "")
    sheet = sheet_of(one)
    assert sheet is not None
    assert sheet.slug == slug
    assert marks(sheets(one)[slug].svg).keys() == {one.url}
    x, y = sheet.at(point)
    assert 0 <= x <= sheet.width
    assert 0 <= y <= sheet.height


def test_sheet_is_true_to_scale_in_its_middle() -> None:
    for sheet in SHEETS:
        lat, lon = (sheet.south + sheet.north) / 2, (sheet.west + sheet.east) / 2
        x, y = sheet.at((lat, lon))
        assert x == pytest.approx(sheet.width / 2)
        assert y == pytest.approx(sheet.height / 2)


def test_landing_known_by_a_small_region_is_a_ring_within_it() -> None:
    one = landed(1, None, "California")
    svg = sheets(one)["west"].svg
    assert marks(svg)[one.url].get("class") == "mark ring"
    assert "point not known" not in svg


def test_landing_known_by_a_wide_region_stands_beside_the_map() -> None:
    one = landed(1, None, "North Pacific Ocean")
    held = sheets(one)["pacific"]
    assert marks(held.svg)[one.url].get("class") == "mark ring"
    assert "North Pacific, point not known:" in words(held.svg)
    y = float(path_of(marks(held.svg)[one.url]).split(" ")[1].split("a")[0])
    (pacific,) = (sheet for sheet in SHEETS if sheet.slug == "pacific")
    assert y > pacific.height


def test_landing_that_nobody_tells_stands_nowhere() -> None:
    assert sheet_of(landed(1, None, "")) is None


def test_sheet_counts_those_chosen() -> None:
    flights = [landed(number, ZHEZKAZGAN) for number in (1, 2, 3)]
    assert sheets(*flights)["steppe"].landings == "3 landings"
    assert sheets(*flights, chosen={"flight-2"})["steppe"].landings == "1 landing"


def test_marks_stand_still_whoever_is_chosen() -> None:
    flights = [landed(number, ZHEZKAZGAN) for number in (1, 2, 3)]
    all_of_them = marks(sheets(*flights)["steppe"].svg)
    alone = marks(sheets(*flights, chosen={"flight-2"})["steppe"].svg)
    assert path_of(alone["/missions/flight-2/"]) == path_of(all_of_them["/missions/flight-2/"])


def test_doubt_is_drawn_to_scale_around_the_point_itself() -> None:
    one = landed(1, ZHEZKAZGAN)._replace(good_to_km=50)
    svg = sheets(one)["steppe"].svg
    (doubt,) = (path for path in tree(svg).iter("path") if path.get("class") == "doubt")
    radius = float(doubt.get("d", "").split("a")[1].split(" ")[0])
    (steppe,) = (sheet for sheet in SHEETS if sheet.slug == "steppe")
    assert radius == pytest.approx(50 / 111.195 * steppe.down, abs=0.01)


def test_places_are_named_where_there_is_room(facts: FactBase) -> None:
    (steppe, *_others) = atlas(shown(landed(1, ZHEZKAZGAN)), facts, english, "id", LAND)
    assert {"Karaganda", "Kostanay", "Baikonur Cosmodrome"} <= set(words(steppe.svg))


def test_locator_shows_the_points_and_has_no_words() -> None:
    svg = locator(shown(landed(1, ZHEZKAZGAN), landed(2, None)), LAND)
    (points,) = (path for path in tree(svg).iter("path") if path.get("class") == "point")
    assert points.get("d", "").count("M") == 1
    assert words(svg) == []
    assert 'aria-hidden="true"' in svg


def test_long_flights_follow_short_ones_by_days() -> None:
    """A stalk stands at its launch, not at its landing."""
    one, other = flight(1, days=200), flight(2, date(2015, 9, 2) + timedelta(days=100), days=1)
    svg = across(one, other)
    moved = stalk(svg, other)[0] - stalk(svg, one)[0]
    assert moved == pytest.approx(100 / 365.2425 * WIDE.year, abs=0.02)
