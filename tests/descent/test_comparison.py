"""Real landings to hold an attempt's against."""

from typing import Any

import pytest

from quizzes.descent.comparison import comparison, landings
from quizzes.facts.base import FactBase
from quizzes.facts.records import FlightClass, Outcome, PointKind
from tests.facts.made_up import changed

# Comet 1 came down 147 km from Town.


def with_flight(**fields: Any) -> FactBase:
    return FactBase(changed("missions", "comet-1", **fields))


def test_a_flight_that_came_down_about_as_far_off() -> None:
    found = comparison(140, with_flight())
    assert found is not None
    assert (found.town.name, found.km, found.is_as_far) == ("Town", 147, True)


def test_nearer_than_any_the_nearest_is_named_for_what_it_is() -> None:
    found = comparison(0, with_flight())
    assert found is not None
    assert (found.km, found.is_as_far) == (147, False)


def test_where_none_came_down_as_far_off_none_is_named() -> None:
    assert comparison(400, with_flight()) is None


@pytest.mark.parametrize(
    "fields",
    [
        {"fatal": True},
        {"outcome": Outcome.ABORTED},
        {"flight_class": FlightClass.SUBORBITAL},
        {"point_kind": PointKind.AREA},
        {"landing_distance_km": None},
        {"landing_town": "nowhere"},
        {"provenance": {}},
    ],
    ids=lambda fields: next(iter(fields)),
)
def test_bad_landings_and_vague_ones_are_no_comparison(fields: dict[str, Any]) -> None:
    slugs = {mission.slug for _km, mission, _town in landings(with_flight(**fields))}
    assert "comet-1" not in slugs
    assert "comet-1" in {mission.slug for _km, mission, _town in landings(with_flight())}
