"""Where flights came down."""

import re
import runpy
from math import hypot
from pathlib import Path

import pytest
from django.conf import settings

from quizzes.facts.base import FactBase
from quizzes.facts.geometry import distance_km
from quizzes.facts.records import Mission, PointKind
from quizzes.facts.shapes import Point, is_crossed
from quizzes.figures.builders.landings import landing, landing_map
from quizzes.figures.drawings.labels import Box, Labels, around
from quizzes.figures.drawings.mapping import round_km
from quizzes.figures.specs import Landing, LandingMap, Town
from quizzes.items.text import Text
from tests.figures.conftest import Proved, drawn, elements, told, words

WORLD = Path(settings.BASE_DIR, "quizzes/static/quizzes/world.svg")


def numbers(words: str | None) -> list[float]:
    return [float(found) for found in re.findall(r"-?\d*\.?\d+", words or "")]


def a_map(point: Point, *towns: Town, km: int = 10, own: Point | None = None) -> LandingMap:
    name = Text("Soyuz 99")
    key = Landing(name, name, Text("Kazakhstan"), point, km, "Kazakhstan", is_key=True)
    return LandingMap(Text("Where"), (key,), towns, own)


def point_of_pin(figure: LandingMap) -> tuple[float, float]:
    """Where the tip of the pin is stuck in."""
    pin = next(e for e in elements(drawn(figure), "pin") if e.tag == "path")
    x, y = numbers(pin.get("d"))[:2]
    return x, y


def square_centres(figure: LandingMap) -> list[tuple[float, float]]:
    return [
        (
            float(rect.get("x") or 0) + float(rect.get("width") or 0) / 2,
            float(rect.get("y") or 0) + float(rect.get("height") or 0) / 2,
        )
        for rect in elements(drawn(figure), "town")
    ]


def units_per_km(figure: LandingMap) -> float:
    """By the bar of the scale and what is written beside it."""
    left, _, _, right, _ = numbers(elements(drawn(figure), "scale")[0].get("d"))
    shown = words(drawn(figure)).replace(",", "").split("\n")[::-1]
    km = next(int(word.removesuffix(" km")) for word in shown if re.fullmatch(r"\d+ km", word))
    return (right - left) / km


def test_pin_on_the_earth_is_where_it_is() -> None:
    pin = next(e for e in elements(drawn(a_map((47.5, 69.5))), "pin") if e.tag == "circle")
    assert (float(pin.get("cx") or 0), float(pin.get("cy") or 0)) == (249.5, 42.5)


def test_towns_stand_as_far_from_the_landing_as_they_are(facts: FactBase) -> None:
    """For each landing told by a town: by the great circle, and by the bar of the scale."""
    seen = 0
    for mission in facts.missions.values():
        figure = landing_map(mission, facts) if not mission.fatal else None
        if figure is None or not figure.towns or figure.landings[0].point is None:
            continue
        x, y = point_of_pin(figure)
        point = figure.landings[0].point
        km = sorted(distance_km(*point, *town.point) for town in figure.towns)
        drawn_km = sorted(
            hypot(town_x - x, town_y - y) / units_per_km(figure)
            for town_x, town_y in square_centres(figure)
        )
        assert drawn_km == pytest.approx(km, rel=0.01, abs=2), mission.slug
        seen += 1
    assert seen > 100


def test_north_is_up_and_east_is_right() -> None:
    figure = a_map((48.0, 68.0), Town(Text("North"), (49.0, 68.0)), Town(Text("East"), (48, 69.5)))
    x, y = point_of_pin(figure)
    (north_x, north_y), (east_x, _) = sorted(square_centres(figure), key=lambda at: at[1])
    assert north_x == pytest.approx(x, abs=0.1)
    assert north_y < y
    assert east_x > x


@pytest.mark.parametrize("km", [10, 40, 50])
def test_circle_of_doubt_is_as_large_as_the_doubt(km: int) -> None:
    for figure in (
        a_map((48.0, 68.0), Town(Text("Town"), (49.0, 68.0)), km=km),
        a_map((0.0, -150.0), km=km),
    ):
        circle = elements(drawn(figure), "doubt")[0]
        assert float(circle.get("r") or 0) == pytest.approx(km * units_per_km(figure), rel=0.02)
        assert f"The point is good to about {km} km." in drawn(figure).twin.caption


def test_far_town_is_in_the_table_alone() -> None:
    figure = a_map((48.0, 68.0), Town(Text("Near"), (49.0, 68.0)), Town(Text("Far"), (48.0, 85.0)))
    assert "Far" not in words(drawn(figure))
    assert "Far" in told(drawn(figure))
    assert len(square_centres(figure)) == 1


def test_own_response_is_a_dashed_ring_where_it_was() -> None:
    near = a_map((48.0, 68.0), Town(Text("Near"), (49.0, 68.0)), own=(47.0, 67.0))
    assert len(elements(drawn(near), "own")) == 2
    assert "your choice" in words(drawn(near))
    far = near._replace(own=(-30.0, 20.0))
    assert len(elements(drawn(far), "own")) == 1


def test_own_response_beyond_the_date_line_is_on_the_right_side() -> None:
    figure = a_map((-17.0, -178.0), own=(-17.0, 179.0))
    x, _ = point_of_pin(figure)
    ring = elements(drawn(figure), "own")[-1]
    assert 0 < x - float(ring.get("cx") or 0) < 30


def test_land_is_on_both_sides_of_the_date_line() -> None:
    turns = [use.get("x") for use in elements(drawn(a_map((-17.0, -178.0))), "use")]
    assert turns == [None, "-360", "0"]
    turns = [use.get("x") for use in elements(drawn(a_map((-17.0, 178.0))), "use")]
    assert turns == [None, "0", "360"]


def test_no_point_no_pin(facts: FactBase) -> None:
    figure = landing_map(facts.missions["sts-1"], facts)
    assert figure is not None
    assert figure.landings[0].point is None
    assert not elements(drawn(figure), "pin")
    assert elements(drawn(figure), "region")
    assert "California" in words(drawn(figure))
    assert "No source here gives the point." in drawn(figure).twin.caption


def test_point_for_drawing_only_is_no_point(facts: FactBase) -> None:
    mission = facts.missions["apollo-11"]
    fields = {name: getattr(mission, name) for name in Mission.__dataclass_fields__}
    vague = Mission(**{**fields, "point_kind": PointKind.AREA})
    found = landing(vague, facts)
    assert found is not None
    assert (found.point, found.good_to_km) == (None, None)


def test_flight_that_is_up_or_came_down_nobody_knows_where_has_no_map(facts: FactBase) -> None:
    for mission in facts.missions.values():
        if mission.landed_at is None or not (mission.landing_region or mission.lat is not None):
            assert landing_map(mission, facts) is None


def test_every_flight_among_options_has_its_place(facts: FactBase, proved: list[Proved]) -> None:
    for one in proved:
        if one.item.kind == "mission-of-region":
            assert isinstance(one.spec, LandingMap)
            assert len(one.spec.landings) == len(one.item.options)


# Labels -----------------------------------------------------------------------------------------


def test_labels_never_meet() -> None:
    labels = Labels(Box(0, 0, 100, 100), 10, [around(50, 50, 4)])
    for x in range(0, 100, 7):
        labels.place("words", x, 50, radius=4)
    boxes = labels.taken
    assert len(boxes) > 3
    assert not any(a.meets(b) for at, a in enumerate(boxes) for b in boxes[at + 1 :])


def test_label_without_room_is_left_out() -> None:
    assert Labels(Box(0, 0, 20, 20), 10).place("much too long", 10, 10, radius=2) is None


def test_name_of_a_region_stands_upon_it_or_nowhere() -> None:
    labels = Labels(Box(0, 0, 100, 100), 10)
    label = labels.place("Gulf", 50, 50, radius=None)
    assert label is not None
    assert (label.x, label.anchor) == (50, "middle")
    assert labels.place("Gulf", 50, 50, radius=None) is None


def test_name_of_a_region_at_the_edge_is_moved_inside_and_is_still_upon_it() -> None:
    label = Labels(Box(0, 0, 100, 100), 10).place("Gulf", 8, 50, radius=None)
    assert label is not None
    assert 8 < label.x < 20


def test_wide_name_at_the_edge_is_moved_inside_and_a_wider_one_is_in_two_lines() -> None:
    labels = Labels(Box(0, 0, 160, 100), 10)
    assert labels.place("Soyuz 18a, launch abort", 150, 50, radius=4) is not None
    centre = labels.place("Satellite Launch Center of Jiuquan", 150, 80, radius=4)
    assert centre is not None
    assert centre.words == "Satellite Launch\nCenter of Jiuquan"
    assert all(labels.frame.holds(box) for box in labels.taken)
    assert not labels.taken[0].meets(labels.taken[1])


def test_key_without_room_stands_a_little_farther_off() -> None:
    around_it = [Box(30, 30, 70, 46), Box(30, 54, 70, 70), Box(0, 46, 46, 54), Box(54, 46, 100, 54)]
    labels = Labels(Box(0, 0, 100, 100), 10, around_it)
    assert labels.place("Gulf", 50, 50, radius=4) is None
    assert labels.place_key("Gulf", 50, 50, radius=4) is not None


@pytest.mark.parametrize(
    ("most", "km"), [(0.3, 1), (1, 1), (7, 5), (49, 20), (51, 50), (1200, 1000)]
)
def test_scale_has_a_round_length(most: float, km: int) -> None:
    assert round_km(most) == km


# The outlines of the land -----------------------------------------------------------------------


def land() -> list[list[Point]]:
    """The rings of ``world.svg``, in degrees north and east."""
    path = re.search(r' id="land"[^>]* d="([^"]*)"', WORLD.read_text(encoding="utf-8"))
    assert path is not None
    rings = []
    for ring in path[1].split("z")[:-1]:
        held = numbers(ring.replace("M", "").replace("l", " "))
        x, y, corners = 0.0, 0.0, []
        for step_x, step_y in zip(held[::2], held[1::2], strict=True):
            x, y = x + step_x, y + step_y
            corners.append((90 - y, x - 180))
        rings.append(corners)
    return rings


@pytest.mark.parametrize(
    ("point", "is_land"),
    [
        ((47.8, 67.7), True),  # Zhezkazgan
        ((34.9, -117.9), True),  # Edwards
        ((66.0, -175.0), True),  # Chukotka, beyond the date line
        ((-25.0, 134.0), True),
        ((13.3, -169.15), False),  # Apollo 11
        ((28.6, -75.0), False),
        ((42.0, 51.0), False),  # the Caspian Sea
        ((-15.0, -130.0), False),
    ],
)
def test_land_is_where_it_is(point: Point, is_land: bool) -> None:  # noqa: FBT001 (a parameter)
    crossings = sum(
        is_crossed(point, corner, ring[at - 1]) for ring in land() for at, corner in enumerate(ring)
    )
    assert bool(crossings % 2) is is_land


def test_outlines_stay_on_the_map_and_small() -> None:
    corners = [corner for ring in land() for corner in ring]
    assert min(lon for _, lon in corners) >= -180.01
    assert max(lon for _, lon in corners) <= 180.01
    assert WORLD.stat().st_size < 25_000


def test_ring_across_the_date_line_is_cut_there() -> None:
    script = runpy.run_path(str(Path(settings.BASE_DIR, "scripts/draw-world")))
    square = [(170.0, 0.0), (-170.0, 0.0), (-170.0, 10.0), (170.0, 10.0)]
    parts = list(script["within_the_map"](script["unrolled"](square)))
    assert sorted((min(x for x, _ in part), max(x for x, _ in part)) for part in parts) == [
        (-180.0, -170.0),
        (170.0, 180.0),
    ]
    wiggly = [(0.0, 0.0), (5.0, 0.001), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]
    assert (5.0, 0.001) not in script["simplified"](wiggly)
