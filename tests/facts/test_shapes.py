"""The rough shapes hold what lies in them, and keep out what does not."""

import pytest

from quizzes.facts.base import FactBase
from quizzes.facts.geometry import distance_km
from quizzes.facts.region_shapes import SHAPES
from quizzes.facts.regions import REGIONS
from quizzes.facts.shapes import Shape, bearing_deg

SQUARE = Shape(corners=((0, 0), (0, 10), (10, 10), (10, 0)), good_to_km=0)


@pytest.mark.parametrize(
    ("point", "km"),
    [
        ((5, 5), 0),
        ((5, 365), 0),
        ((11, 5), 111),
        ((-1, 5), 111),
        ((0.5, 11), 111),
        ((5, -11), 1218),
        ((11, 11), 156),
    ],
)
def test_distance_from_a_square(point: tuple[float, float], km: float) -> None:
    assert round(SQUARE.km_outside(point)) == km


def test_a_shape_may_cross_the_date_line() -> None:
    strait = Shape(corners=((-10, 170), (-10, 190), (10, 190), (10, 170)), good_to_km=0)

    assert strait.km_outside((0, 179)) == 0
    assert strait.km_outside((0, -179)) == 0
    assert round(strait.km_outside((0, -169))) == 111


@pytest.mark.parametrize(
    ("end", "degrees"),
    [((1, 0), 0), ((0, 1), 90), ((-1, 0), 180), ((0, -1), 270), ((1, 1), 45)],
)
def test_bearing_from_the_origin(end: tuple[float, float], degrees: float) -> None:
    assert round(bearing_deg((0, 0), end)) == degrees


# Each place, and all the shapes that it lies in.
PLACES = {
    "Astana": (51.17, 71.45, "Kazakhstan"),
    "Baikonur": (45.62, 63.32, "Kazakhstan"),
    "Kostanay": (53.21, 63.62, "Kazakhstan"),
    "Orenburg": (51.77, 55.10, "Russia"),
    "Moscow": (55.76, 37.62, "Russia"),
    "Anadyr": (64.73, 177.5, "Russia"),
    "Chukotka, beyond the date line": (66.2, -175.0, "Russia"),
    "Beijing": (39.90, 116.40, "China"),
    "Ürümqi": (43.83, 87.62, "China"),
    "Hohhot": (40.84, 111.75, "China, Inner Mongolia"),
    "Ejin": (41.95, 101.07, "China, Inner Mongolia"),
    "Denver": (39.74, -104.99, "United States"),
    "Orlando": (28.54, -81.38, "United States, Florida"),
    "Sacramento": (38.58, -121.49, "United States, California"),
    "White Sands": (32.94, -106.42, "United States, New Mexico"),
    "Dallas": (32.78, -96.80, "United States, Texas"),
    "off Pensacola": (29.8, -87.5, "North Atlantic Ocean, Gulf of Mexico"),
    "off Daytona": (29.8, -80.2, "North Atlantic Ocean"),
    "by the Azores": (38.0, -28.0, "North Atlantic Ocean"),
    "by St Helena": (-15.9, -5.7, "South Atlantic Ocean"),
    "by Hawaii": (20.0, -155.5, "North Pacific Ocean"),
    "by Wake": (19.3, 166.6, "North Pacific Ocean"),
    "by Samoa": (-13.6, -172.4, "South Pacific Ocean"),
    "by Mauritius": (-20.2, 57.5, "Indian Ocean"),
    "Paris": (48.86, 2.35, ""),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_place_lies_in_its_own_shapes_and_in_no_others(place: str) -> None:
    lat, lon, names = PLACES[place]

    inside = {name for name, shape in SHAPES.items() if shape.km_outside((lat, lon)) == 0}
    assert inside == {name for name in names.split(", ") if name}


@pytest.mark.parametrize(
    ("lat", "lon", "name"),
    [
        (32.72, -117.16, "California"),  # San Diego
        (30.42, -87.22, "Florida"),  # Pensacola
        (51.23, 51.37, "Kazakhstan"),  # Oral
        (29.76, -95.37, "Texas"),  # Houston
    ],
)
def test_a_place_at_the_border_is_taken_to_be_where_it_is_said_to_be(
    lat: float, lon: float, name: str
) -> None:
    assert SHAPES[name].km_outside((lat, lon)) <= SHAPES[name].good_to_km


def test_every_region_and_every_country_of_a_site_has_a_shape(facts: FactBase) -> None:
    countries = {site.country for site in facts.sites.values()}
    countries |= {region.country for region in REGIONS.values() if region.country}

    assert {*REGIONS, *countries} - set(SHAPES) == set()


def test_distance_between_towns() -> None:
    assert round(distance_km(47.78445, 67.70837, 50.2486, 66.9114)) == 280
