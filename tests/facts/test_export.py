"""The tables of the export: their columns, and how values are written."""

import dataclasses
from datetime import UTC, date, datetime

import pytest

from quizzes.facts.export import TABLES, moment, number
from quizzes.facts.records import Precision, Records
from tests.facts.made_up import RECORDS, agency, changed
from tests.fixture_files import read_records


def rows(table: str, records: Records = RECORDS) -> list[dict[str, str]]:
    return [
        dict(zip(TABLES[table].columns, row, strict=True)) for row in TABLES[table].rows(records)
    ]


def test_columns() -> None:
    assert {name: ",".join(table.columns) for name, table in TABLES.items()} == {
        "missions": (
            "slug,name,spacecraft,operator,launched_at,launch_site,landed_at,landing_place,"
            "landing_country,lat,lon,orbits,outcome,crew_up,crew_down"
        ),
        "stays": "person,launched_on,landed_on,role,agency,launched_at,landed_at,days",
        "people": "name,aliases,born,gender,nationality",
    }


def test_a_mission() -> None:
    records = changed("missions", "comet-1", launch_site="town", landing_place="near Town")

    assert rows("missions", records)[0] == {
        "slug": "comet-1",
        "name": "Comet 1",
        "spacecraft": "Comet",
        "operator": "acme",
        "launched_at": "2010-01-01T12:00:00Z",
        "launch_site": "Town",
        "landed_at": "2010-01-11T12:00:00Z",
        "landing_place": "near Town",
        "landing_country": "Kazakhstan",
        "lat": "47.36",
        "lon": "69.61",
        "orbits": "157",
        "outcome": "success",
        "crew_up": "Ada; Cy",
        "crew_down": "Cy",
    }


def test_several_operators() -> None:
    records = changed("missions", "comet-1", operators=("acme", "acme-before"))

    assert rows("missions", records)[0]["operator"] == "acme / acme-before"


def test_missions_stand_in_order_of_launch() -> None:
    records = dataclasses.replace(RECORDS, missions=RECORDS.missions[::-1])

    assert [row["slug"] for row in rows("missions", records)] == ["comet-1", "comet-2"]


def test_what_is_not_known_is_empty() -> None:
    records = changed(
        "missions",
        "comet-2",
        launched_at=None,
        landed_at=None,
        lat=None,
        lon=None,
        orbits=None,
        outcome=None,
        landing_country="",
    )
    mission = rows("missions", records)[1]

    assert {name for name, value in mission.items() if not value} == {
        "launched_at", "launch_site", "landed_at", "landing_place", "landing_country", "lat",
        "lon", "orbits", "outcome",
    }  # fmt: skip


def test_a_stay() -> None:
    assert rows("stays")[0] == {
        "person": "Ada",
        "launched_on": "Comet 1",
        "landed_on": "Comet 2",
        "role": "pilot",
        "agency": "acme-before",
        "launched_at": "2010-01-01T12:00:00Z",
        "landed_at": "2010-01-25T12:00:00Z",
        "days": "24.00",
    }


def test_a_stay_that_has_not_ended() -> None:
    stay = rows("stays", changed("seats", "ada_comet-1", down=None, agency=None))[0]

    assert (stay["landed_on"], stay["landed_at"], stay["days"], stay["agency"]) == ("", "", "", "")


def test_a_stay_has_no_length_where_only_the_day_of_landing_is_known() -> None:
    records = changed("missions", "comet-2", landing_precision=Precision.DAY)
    stay = rows("stays", records)[0]

    assert (stay["landed_at"], stay["days"]) == ("2010-01-25", "")


@pytest.mark.parametrize(
    ("born_on", "precision", "written"),
    [
        (date(1934, 3, 9), Precision.DAY, "1934-03-09"),
        (date(1934, 3, 1), Precision.MONTH, "1934-03"),
        (date(1934, 1, 1), Precision.YEAR, "1934"),
        (None, None, ""),
    ],
)
def test_a_person(born_on: date | None, precision: Precision | None, written: str) -> None:
    records = changed(
        "people",
        "ada",
        aliases=("Adele", "A. D. A."),
        born_on=born_on,
        born_precision=precision,
        gender="female",
        nationality="Ruritania",
    )

    assert rows("people", records)[0] == {
        "name": "Ada",
        "aliases": "Adele; A. D. A.",
        "born": written,
        "gender": "female",
        "nationality": "Ruritania",
    }


@pytest.mark.parametrize(
    ("precision", "written"),
    [
        (Precision.SECOND, "2016-03-02T04:25:51Z"),
        (Precision.MINUTE, "2016-03-02T04:25:51Z"),
        (Precision.DAY, "2016-03-02"),
        (None, "2016-03-02"),
    ],
)
def test_times_are_written_as_far_as_they_are_known(
    precision: Precision | None, written: str
) -> None:
    assert moment(datetime(2016, 3, 2, 4, 25, 51, tzinfo=UTC), precision) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [(2688.0, "2688"), (-169.15, "-169.15"), (0.0, "0"), (29.712345, "29.712345"), (None, "")],
)
def test_numbers(value: float | None, written: str) -> None:
    assert number(value) == written


def test_an_agency_is_written_by_its_short_name() -> None:
    short = dataclasses.replace(agency("acme", None), name="Acme Space Agency", short_name="ASA")
    records = dataclasses.replace(RECORDS, agencies=(RECORDS.agencies[0], short))

    assert rows("missions", records)[0]["operator"] == "ASA"


# The real ones ----------------------------------------------------------------------------------


def test_nothing_is_left_out() -> None:
    records = read_records()

    assert {name: len(rows(name, records)) for name in TABLES} == {
        "missions": 417,
        "stays": 1616,
        "people": 790,
    }


def test_the_year_in_space() -> None:
    stays = rows("stays", read_records())

    assert [stay for stay in stays if stay["person"] == "Scott Kelly"][-1] == {
        "person": "Scott Kelly",
        "launched_on": "Soyuz TMA-16M",
        "landed_on": "Soyuz TMA-18M",
        "role": "flight engineer",
        "agency": "NASA",
        "launched_at": "2015-03-27T19:42:57Z",
        "landed_at": "2016-03-02T04:25:51Z",
        "days": "340.36",
    }
