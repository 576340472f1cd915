"""Every check finds what is planted for it, and nothing where nothing is."""

import dataclasses
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import pytest

from quizzes.facts.audit import (
    Finding,
    KnownException,
    Report,
    audit,
    name_of,
    read_exceptions,
)
from quizzes.facts.checks import CHECKS
from quizzes.facts.records import (
    Citation,
    Outcome,
    PointKind,
    Precision,
    Records,
)
from tests.facts.made_up import AS_OF, DAY, RECORDS, at, changed, cited, seat

CHECK_BY_NAME: Final = {name_of(check): check for check in CHECKS}


def run(records: Records, *checks: str, exceptions: tuple[KnownException, ...] = ()) -> Report:
    chosen = tuple(CHECK_BY_NAME[name] for name in checks) or CHECKS
    return audit(records, as_of=AS_OF, exceptions=exceptions, checks=chosen)


def another_seat(person: str, up: str, down: str) -> Records:
    return dataclasses.replace(RECORDS, seats=(*RECORDS.seats, seat(person, up, down, DAY)))


PLANTED: Final = {
    "landings follow launches": (
        changed("missions", "comet-1", landed_at=at(1, hour=11)),
        "comet-1",
        "lands at 2010-01-01 11:00:00+00:00, launches at 2010-01-01 12:00:00+00:00",
    ),
    "missions last from launch to landing": (
        changed("missions", "comet-1", duration_s=10 * DAY + 121),
        "comet-1",
        "is said to last 864121 s; landing minus launch is 864000 s",
    ),
    "stays last from launch to landing": (
        changed("seats", "ada_comet-1", stay_s=24 * DAY - 121),
        "ada_comet-1",
        "is said to last 2073479 s; landing minus launch is 2073600 s",
    ),
    "missions are numbered in order of launch": (
        changed("missions", "comet-1", number=3),
        "comet-1",
        "launched before comet-2",
    ),
    "flights under way have not landed": (
        changed("missions", "comet-1", outcome=Outcome.UNDER_WAY),
        "comet-1",
        "is under way, but landed at 2010-01-11 12:00:00+00:00",
    ),
    "stations were there when visited": (
        changed("stations", "outpost", ended_on=date(2010, 1, 4)),
        "comet-2",
        "launched after Outpost came down on 2010-01-04",
    ),
    "orbits fit durations": (
        changed("missions", "comet-1", orbits=240.0),
        "comet-1",
        "240 orbits in 864000 s make 24.0 a day",
    ),
    "seats are named by person and flight": (
        replace(
            RECORDS,
            seats=tuple(
                replace(one, slug="bo") if one.slug == "bo_comet-2" else one
                for one in RECORDS.seats
            ),
        ),
        "bo",
        "should be named bo_comet-2",
    ),
    "seats refer to what there is": (
        changed("seats", "bo_comet-2", down="comet-9"),
        "bo_comet-2",
        "there is no vehicle down comet-9",
    ),
    "vehicles down land after vehicles up launch": (
        changed(
            "missions",
            "comet-1",
            changed("seats", "bo_comet-2", down="comet-1"),
            landed_at=at(4),
        ),
        "bo_comet-2",
        "launched on comet-2 on 2010-01-05, landed on comet-1 on 2010-01-04",
    ),
    "vehicles were changed where both had been": (
        changed("missions", "comet-2", stations=("elsewhere",)),
        "ada_comet-1",
        "comet-1 and comet-2 visited no station in common",
    ),
    "crews are as large as said": (
        changed("missions", "comet-1", crew_down=2),
        "comet-1",
        "2 people are said to have gone down; there are 1",
    ),
    "crews have one commander": (
        changed("seats", "ada_comet-1", role="commander"),
        "comet-1",
        "is commanded by ada, cy",
    ),
    "nobody is in two places": (
        another_seat("cy", "comet-2", "comet-2"),
        "cy",
        "launched on comet-2 before landing on comet-1",
    ),
    "nobody flies before birth or after death": (
        changed("people", "bo", born_on=date(2010, 1, 6)),
        "bo_comet-2",
        "launched on 2010-01-05, born on 2010-01-06",
    ),
    "flights that cost lives are marked": (
        changed("people", "cy", died_on=date(2010, 1, 11)),
        "comet-1",
        "cy died on the day of the landing, but it is not marked",
    ),
    "landings lie in the region named": (
        changed("missions", "comet-1", landing_region="Russia", landing_country=""),
        "comet-1",
        "lies at 47.36, 69.61, which is 734 km outside of Russia",
    ),
    "sites lie in the country named": (
        changed("sites", "town", lat=57.78),
        "town",
        "lies at 57.78, 67.71, which is 277 km outside of Kazakhstan",
    ),
    "regions belong to the country named": (
        changed("missions", "comet-1", landing_region="North Pacific Ocean"),
        "comet-1",
        "came down in North Pacific Ocean, and so in International waters, not Kazakhstan",
    ),
    "landings are as far from town as said": (
        changed("missions", "comet-1", landing_distance_km=100.0),
        "comet-1",
        "is said to be 100 km from town, and its coordinates are 150 km from it",
    ),
    "landings are in the direction said": (
        changed("missions", "comet-1", landing_direction="NE"),
        "comet-1",
        "is said to be NE of town, and its coordinates are at 107 degrees from it",
    ),
    "spacewalkers were in space": (
        changed("spacewalks", "walk-2", started_at=at(30)),
        "walk-2",
        "ada was not in space at 2010-01-30 12:00:00+00:00",
    ),
    "spacewalks belong to a flight of those outside": (
        changed("spacewalks", "walk-1", people=("cy",)),
        "walk-1",
        "nobody outside was in the crew of comet-2",
    ),
    "spacewalks are numbered in order": (
        changed("spacewalks", "walk-1", number=3),
        "walk-1",
        "began before walk-2",
    ),
    "predecessors exist and end": (
        changed("agencies", "acme", predecessor="acme"),
        "acme",
        "is its own predecessor: acme <- acme",
    ),
    "nobody flies for an agency of the past": (
        changed(
            "seats",
            "cy_comet-1",
            changed("seats", "bo_comet-2", agency="acme-before"),
            agency="acme",
        ),
        "acme",
        "somebody flew for it on 2010-01-01, for its predecessor on 2010-01-05",
    ),
    "citations name sources and fields": (
        cited("people", "ada", "born_on", Citation("rumour", date(2019, 1, 1))),
        "ada",
        "there is no source rumour",
    ),
    "cited values are there": (
        changed("people", "ada", born_on=None),
        "ada",
        "names a source for born_on, but no value",
    ),
    "sources were read by now": (
        cited("people", "ada", "born_on", Citation("book", AS_OF + timedelta(days=1))),
        "ada",
        "cites what was read on 2020-06-02",
    ),
    "sources were read after what they tell": (
        cited("missions", "comet-1", "landed_at", Citation("book", date(2010, 1, 10))),
        "comet-1",
        "landed_at, read on 2010-01-10, is 2010-01-11",
    ),
    "what questions take for granted has a source": (
        cited("missions", "comet-1", "name"),
        "comet-1",
        "has no source for name",
    ),
}


def test_clean_records_have_no_contradiction() -> None:
    report = run(RECORDS)

    assert report.findings == []
    assert [name for name, count in report.checked.items() if not count] == [
        "exceptions are needed"
    ]


def test_every_check_has_something_planted() -> None:
    assert list(PLANTED) == list(CHECK_BY_NAME)


@pytest.mark.parametrize("check", PLANTED)
def test_check_finds_what_is_planted(check: str) -> None:
    records, record, message = PLANTED[check]

    assert run(records, check).findings == [Finding(check, record, message)]


def found(records: Records, check: str) -> list[tuple[str, str]]:
    return [(finding.record, finding.message) for finding in run(records, check).findings]


# What else a check looks at ---------------------------------------------------------------------


def test_a_duration_may_be_off_by_two_minutes() -> None:
    records = changed("missions", "comet-1", duration_s=10 * DAY + 120)

    assert found(records, "missions last from launch to landing") == []


def test_a_duration_may_be_off_by_a_day_where_only_the_day_of_landing_is_known() -> None:
    records = changed(
        "missions", "comet-1", duration_s=10 * DAY + 80_000, landing_precision=Precision.DAY
    )

    assert found(records, "missions last from launch to landing") == []


def test_a_disputed_value_is_held_against_nothing() -> None:
    records = changed("missions", "comet-1", duration_s=1, disputed=("duration_s",))

    assert run(records).findings == []


def test_a_success_without_a_landing_is_found_unless_the_landing_is_disputed() -> None:
    check = "flights under way have not landed"
    records = changed("missions", "comet-1", landed_at=None)

    assert found(records, check) == [("comet-1", "was a success, but has no landing")]
    assert found(changed("missions", "comet-1", disputed=("landed_at",)), check) == []


def test_a_station_is_not_visited_before_its_launch() -> None:
    records = changed("stations", "outpost", launched_on=date(2010, 1, 20))

    assert found(records, "stations were there when visited") == [
        ("comet-1", "landed before Outpost was launched on 2010-01-20")
    ]


def test_a_station_visited_exists() -> None:
    records = changed("missions", "comet-1", stations=("castle",))

    assert found(records, "stations were there when visited") == [
        ("comet-1", "visited a station that there is not: castle")
    ]


def test_vehicles_are_changed_in_orbit_only_while_both_are_there() -> None:
    check = "vehicles were changed where both had been"
    alone = changed("missions", "comet-1", stations=())
    records = changed("missions", "comet-2", alone, stations=())
    apart = changed("missions", "comet-1", records, landed_at=at(3))

    assert found(records, check) == []
    assert found(apart, check) == [
        ("ada_comet-1", "comet-1 and comet-2 were not in space at the same time")
    ]


def test_nobody_launches_again_without_having_come_down() -> None:
    records = changed("seats", "cy_comet-1", another_seat("cy", "comet-2", "comet-2"), down=None)

    assert found(records, "nobody is in two places") == [
        ("cy", "launched on comet-2 without having come down from comet-1")
    ]


@pytest.mark.parametrize(
    ("died_on", "problem"),
    [
        (date(2009, 12, 31), "launched on 2010-01-01, died on 2009-12-31"),
        (date(2010, 1, 10), "landed on 2010-01-11, died on 2010-01-10"),
    ],
)
def test_nobody_flies_after_death(died_on: date, problem: str) -> None:
    records = changed("people", "cy", died_on=died_on)

    assert found(records, "nobody flies before birth or after death") == [("cy_comet-1", problem)]


def test_a_flight_marked_as_fatal_has_cost_lives() -> None:
    check = "flights that cost lives are marked"
    records = changed("missions", "comet-1", fatal=True)
    # The day there may be the next one already.
    lost = changed("people", "cy", records, died_on=date(2010, 1, 12))

    assert found(records, check) == [
        ("comet-1", "is marked as fatal, but nobody aboard died on 2010-01-11")
    ]
    assert found(lost, check) == []


def test_a_country_without_a_shape_is_told() -> None:
    records = changed("sites", "town", country="Ruritania")

    assert found(records, "sites lie in the country named") == [
        ("town", "lies in Ruritania, whose shape is not known here")
    ]


def test_an_unknown_region_is_told() -> None:
    records = changed("missions", "comet-1", landing_region="Atlantis")

    assert found(records, "regions belong to the country named") == [
        ("comet-1", "came down in an unknown region Atlantis")
    ]


def test_a_point_that_is_only_drawn_is_not_measured() -> None:
    records = changed(
        "missions",
        "comet-1",
        point_kind=PointKind.AREA,
        landing_distance_km=1.0,
        landing_direction="N",
    )

    assert run(records).findings == []


def test_the_direction_of_what_is_near_may_be_any() -> None:
    records = changed("missions", "comet-1", lat=47.78, lon=67.80, landing_direction="W")

    assert found(records, "landings are in the direction said") == []


def test_a_spacewalk_may_not_last_beyond_the_landing() -> None:
    records = changed("spacewalks", "walk-2", started_at=at(25, hour=11), duration_s=2 * 3600)

    assert found(records, "spacewalkers were in space") == [
        ("walk-2", "ada was not in space at 2010-01-25 11:00:00+00:00")
    ]


def test_a_spacewalk_belongs_to_a_mission_that_exists() -> None:
    records = changed("spacewalks", "walk-1", mission="comet-9")

    assert found(records, "spacewalks belong to a flight of those outside") == [
        ("walk-1", "there is no mission comet-9")
    ]


def test_a_predecessor_exists() -> None:
    records = changed("agencies", "acme", predecessor="nobody")

    assert found(records, "predecessors exist and end") == [
        ("acme", "there is no agency nobody to precede it")
    ]


@pytest.mark.parametrize(
    "records",
    [
        changed("stations", "outpost", provenance={"colour": (Citation("book", AS_OF),)}),
        changed("stations", "outpost", disputed=("colour",)),
    ],
)
def test_provenance_and_disputes_name_fields_that_there_are(records: Records) -> None:
    assert found(records, "citations name sources and fields") == [
        ("outpost", "there is no field colour")
    ]


def test_a_source_read_in_the_future_is_found() -> None:
    (book,) = RECORDS.sources
    later = dataclasses.replace(book, read_on=date(2020, 6, 2))
    records = dataclasses.replace(RECORDS, sources=(later,))

    assert found(records, "sources were read by now") == [("book", "was read on 2020-06-02")]


@pytest.mark.parametrize(
    ("records", "record", "message"),
    [
        (
            cited("people", "cy", "died_on", Citation("book", date(2017, 1, 1))),
            "cy",
            "died_on, read on 2017-01-01, is 2018-01-01",
        ),
        (
            cited("seats", "ada_comet-1", "down", Citation("book", date(2010, 1, 20))),
            "ada_comet-1",
            "down, read on 2010-01-20, is 2010-01-25",
        ),
        (
            cited("spacewalks", "walk-1", "started_at", Citation("book", date(2010, 1, 5))),
            "walk-1",
            "started_at, read on 2010-01-05, is 2010-01-06",
        ),
    ],
)
def test_nobody_tells_what_has_not_happened(records: Records, record: str, message: str) -> None:
    assert found(records, "sources were read after what they tell") == [(record, message)]


def test_what_no_question_uses_needs_no_source() -> None:
    check = "what questions take for granted has a source"

    assert found(changed("missions", "comet-1", provenance={}), check) == []
    assert found(changed("seats", "ada_comet-1", provenance={}), check) == []


def test_values_without_a_source_are_counted_and_no_contradiction() -> None:
    records = cited("missions", "comet-1", "orbits")
    report = run(records)

    assert report.unsourced == {("Mission", "orbits"): 1}
    assert report.findings == []


# Exceptions -------------------------------------------------------------------------------------

KNOWN: Final = KnownException("orbits fit durations", "comet-1", "Counted by the hour.")


def test_a_known_exception_is_no_contradiction() -> None:
    records, _, message = PLANTED["orbits fit durations"]
    report = run(records, exceptions=(KNOWN,))

    assert report.findings == []
    assert report.excepted == [(Finding(KNOWN.check, "comet-1", message), KNOWN)]


def test_an_exception_covers_one_record_and_one_check() -> None:
    records, _, message = PLANTED["orbits fit durations"]
    elsewhere = KnownException(KNOWN.check, "comet-2", "A slip.")
    report = run(records, exceptions=(elsewhere,))

    assert Finding(KNOWN.check, "comet-1", message) in report.findings


def test_an_exception_that_excepts_nothing_is_found() -> None:
    report = run(RECORDS, exceptions=(KNOWN,))

    assert report.findings == [
        Finding(
            "exceptions are needed",
            "comet-1",
            "nothing is wrong where “orbits fit durations” is excepted: remove the exception",
        )
    ]


def test_exceptions_are_read_from_toml() -> None:
    toml = """
        [[exception]]
        check = "orbits fit durations"
        record = "comet-1"
        reason = "Counted by the hour."
    """

    assert read_exceptions(toml) == (KNOWN,)
    assert read_exceptions("") == ()


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("[[exception]]\ncheck = 'a'", "exception 1: give a check, a record and a reason"),
        (
            "[[exception]]\ncheck = 'orbits fit durations'\nrecord = 'a'\nreason = ''",
            "exception 1: give a check, a record and a reason",
        ),
        (
            "[[exception]]\ncheck = 'a'\nrecord = 'b'\nreason = 'c'",
            "exception 1: there is no check “a”",
        ),
        ("exception", "Expected '=' after a key"),
    ],
)
def test_exceptions_that_cannot_be_read_are_refused(toml: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read_exceptions(toml)
