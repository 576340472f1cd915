"""Place: a pin is worth what its distance says; a region instead is right or wrong."""

from math import acos, cos, degrees, inf, nan, pi, radians, sin
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from quizzes.items.interactions import INTERACTIONS
from quizzes.items.interactions.base import Given, Problem
from quizzes.items.interactions.place import HAND_KM, NO_CREDIT_KM
from quizzes.items.item import Interaction, Item, Point
from tests.items.interactions.conftest import Real
from tests.items.interactions.making import make, worth, worth_of_form

if TYPE_CHECKING:
    from quizzes.items.text import Json

PLACE = INTERACTIONS[Interaction.PLACE]
latitudes, longitudes = st.floats(-90, 90), st.floats(-180, 180)


def at(lat: float, lon: float, precision_km: float = 10) -> Item:
    return make(Interaction.PLACE, [False, True, False], point=Point(lat, lon, precision_km))


STEPPE = at(47.4, 69.6)


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The spherical law of cosines: another road than the code's."""
    (lat, lon), (lat2, lon2) = (tuple(map(radians, point)) for point in (one, other))
    cosine = sin(lat) * sin(lat2) + cos(lat) * cos(lat2) * cos(lon - lon2)
    return 6371.0088 * acos(max(-1.0, min(1.0, cosine)))


def expected(km: float, precision_km: float) -> float:
    full = 250 + precision_km
    return min(1.0, max(0.0, (2500 - km) / (2500 - full)))


# Pins -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("km", "grade"),
    [(0, 1), (100, 1), (259, 1), (261, 0.9996), (820, 0.75), (1380, 0.5), (1940, 0.25), (2499, 0),
     (2501, 0), (10_000, 0), (20_000, 0)],
)  # fmt: skip
def test_a_pin_so_many_kilometres_off_along_the_equator(km: float, grade: float) -> None:
    """Good to 10 km: full credit to 260, none from 2,500."""
    degrees_east = km / (6371.0088 * pi / 180)
    value: Json = {"lat": 0.0, "lon": degrees_east}
    assert PLACE.grade(at(0, 0), value) == pytest.approx(grade, abs=0.001)


@given(latitudes, longitudes, latitudes, longitudes, st.floats(0, 200))
@example(90, 0, 90, 180, 10)
@example(-90, 0, 90, 0, 10)
@example(10, 179.9, 10, -179.9, 10)
def test_a_pin_is_graded_by_its_great_circle(
    lat: float, lon: float, own_lat: float, own_lon: float, precision: float
) -> None:
    grade = PLACE.grade(at(lat, lon, precision), {"lat": own_lat, "lon": own_lon})
    km = kilometres((lat, lon), (own_lat, own_lon))
    assert grade == pytest.approx(expected(km, precision), abs=1e-4)


@given(latitudes, longitudes, *(latitudes, longitudes) * 2)
def test_a_nearer_pin_is_never_worth_less(
    lat: float, lon: float, one_lat: float, one_lon: float, other_lat: float, other_lon: float
) -> None:
    one, other = (one_lat, one_lon), (other_lat, other_lon)
    near, far = sorted((one, other), key=lambda pin: kilometres((lat, lon), pin))
    assume(kilometres((lat, lon), near) + 0.01 < kilometres((lat, lon), far))
    item = at(lat, lon)
    grades = [PLACE.grade(item, {"lat": pin[0], "lon": pin[1]}) for pin in (near, far)]
    assert 1 >= grades[0] >= grades[1] >= 0


@pytest.mark.parametrize("precision_km", [0, 2249, 2250, 2251, 30_000])
def test_a_point_known_badly_divides_by_nothing(precision_km: float) -> None:
    item = at(0, 0, precision_km)
    grades = [PLACE.grade(item, {"lat": 0, "lon": lon}) for lon in (0, 10, 20, 22, 23, 30, 180)]
    assert grades == sorted(grades, reverse=True)
    assert all(0 <= grade <= 1 for grade in grades)


def test_a_pin_on_the_point_is_worth_all_and_one_on_the_other_side_nothing(real: Real) -> None:
    for item in real(Interaction.PLACE):
        point = item.point
        assert point is not None
        assert 0 < point.precision_km < NO_CREDIT_KM - HAND_KM
        assert worth(item, {"lat": point.lat, "lon": point.lon}) == 1
        opposite = point.lon - 180 if point.lon > 0 else point.lon + 180
        assert worth(item, {"lat": -point.lat, "lon": opposite}) == 0


@pytest.mark.parametrize(
    ("lat", "lon", "kept"),
    [
        ("47.4", "69.6", (47.4, 69.6)), ("47,4", "69,6", (47.4, 69.6)), ("-0.5", "+12", (-0.5, 12)),
        ("−33.9", "18.4", (-33.9, 18.4)), (" 1 ", " 2 ", (1, 2)), ("1e-7", "0", (0, 0)),
        ("90", "180", (90, 180)), ("-90", "-180", (-90, -180)), ("47.123456", "1", (47.12, 1)),
        ("1", "69.123456", (1, 69.12)), ("47.4" + 20 * "0", "1", (47.4, 1)),
    ],
)  # fmt: skip
def test_a_pin_is_kept_to_the_hundredth_of_a_degree(
    lat: str, lon: str, kept: tuple[float, float]
) -> None:
    read = PLACE.read({"lat": [lat], "lon": [lon]}, STEPPE, ("t0", "t1", "t2"))
    assert read == Given({"lat": kept[0], "lon": kept[1]})


@pytest.mark.parametrize(
    ("lat", "lon"),
    [
        ("91", "0"), ("-90.01", "0"), ("0", "181"), ("0", "-180.5"), ("x", "y"), ("1", ""),
        ("", "1"), ("nan", "0"), ("0", "inf"), ("1e999", "0"), ("1_0", "0"), ("0x1", "0"),
        ("1.2.3", "0"), ("٤٧", "0"), ("47°", "0"), ("\0", "0"), ("\ud800", "0"), ("1" * 25, "0"),
        ("9" * 100_000, "0"), ("more-than-one", "0"),
    ],
)  # fmt: skip
def test_a_pin_that_is_not_on_earth_is_refused(lat: str, lon: str) -> None:
    assert worth_of_form(STEPPE, lat=lat, lon=lon) is Problem.NOT_ON_EARTH


@pytest.mark.parametrize(
    "value",
    [
        {"lat": 91, "lon": 0}, {"lat": 0, "lon": -181}, {"lat": nan, "lon": 0},
        {"lat": 0, "lon": inf}, {"lat": True, "lon": 0}, {"lat": "1", "lon": "2"}, {"lat": 1}, {},
        {"lat": 10**400, "lon": 0}, {"lat": None, "lon": None}, {"lat": [1], "lon": 2},
    ],
)  # fmt: skip
def test_a_pin_as_json_is_two_numbers_on_earth(value: dict[str, object]) -> None:
    assert worth(STEPPE, value) is Problem.NOT_ON_EARTH  # type: ignore[arg-type] # so it may come


@pytest.mark.parametrize(("lat", "lon"), [(90, 180), (-90, -180), (0, 0.0)])
def test_a_pin_as_json_may_be_at_the_edge_of_the_map(lat: float, lon: float) -> None:
    assert PLACE.check({"lat": lat, "lon": lon}, STEPPE) == Given({"lat": lat, "lon": lon})


def test_two_pins_are_refused() -> None:
    assert worth_of_form(STEPPE, lat=["1", "2"], lon="3") is Problem.MORE_THAN_ONE
    assert worth_of_form(STEPPE, lat="1", lon=["3", "3"]) is Problem.MORE_THAN_ONE


# Regions --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("token", "grade"), [("t0", 0), ("t1", 1), ("t2", 0)])
def test_a_region_is_right_or_wrong(token: str, grade: float) -> None:
    assert worth_of_form(STEPPE, option=token) == grade
    assert worth(STEPPE, int(token[1])) == grade


def test_a_region_that_is_picked_goes_before_a_pin() -> None:
    """Where the list is used, the map is not."""
    assert worth_of_form(STEPPE, option="t0", lat="47.4", lon="69.6") == 0


def test_neither_pin_nor_region_is_nothing_and_an_unknown_one_no_region() -> None:
    assert worth_of_form(STEPPE) is Problem.NOTHING_CHOSEN
    assert worth_of_form(STEPPE, option="", lat="", lon="") is Problem.NOTHING_CHOSEN
    assert worth_of_form(STEPPE, option="t9") is Problem.NOT_AN_OPTION
    assert worth_of_form(STEPPE, option=["t0", "t1"]) is Problem.MORE_THAN_ONE
    for value in (3, -1, True, "0", None, [0]):
        assert worth(STEPPE, value) is Problem.NOT_AN_OPTION  # type: ignore[arg-type]


@pytest.mark.parametrize(("km", "told"), [(0.2, "0"), (4.4, "4"), (47, "50"), (1234, "1,230")])
def test_how_far_off_a_pin_was_is_told_as_exactly_as_a_pin_can_tell(km: float, told: str) -> None:
    value: Json = {"lat": degrees(km / 6371.0088), "lon": 0.0}
    assert f" {told} km " in PLACE.said(at(0, 0), value).render()
    why_not = PLACE.why_not(at(0, 0), value)
    assert why_not is not None
    assert f" {told} km " in why_not.render()
