"""Where "clearly" begins: at a threshold itself, and just short of it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from quizzes.facts.records import Mission
from quizzes.items.kinds import KIND_BY_SLUG
from quizzes.items.kinds.base import RECORD_NAMES, ref, resolve
from quizzes.items.kinds.careers import later_by
from quizzes.items.kinds.durations import LongestMission
from quizzes.items.kinds.in_space import middle_day, shares_time
from quizzes.items.kinds.landing_towns import km_to_town
from quizzes.items.kinds.launch_order import launched_before
from quizzes.items.kinds.launch_sites import apart_km
from quizzes.items.kinds.lengths import known_stay_s
from quizzes.items.kinds.timeline import CLEARLY_LATER
from tests.items.bending import FACTS, Changing, facts_where

A_SECOND = timedelta(seconds=1)
A_DAY = timedelta(days=1)
SEAT = FACTS.seats["ada-alm_orbiter-1"]
UP = datetime(1990, 1, 1, 12, tzinfo=UTC)
DOWN = datetime(1990, 1, 4, 14, tzinfo=UTC)
ORBITER, HERON = FACTS.missions["orbiter-1"], FACTS.missions["heron-4"]


def test_orbiter_1_flew_then() -> None:
    assert (FACTS.launched_at(SEAT), FACTS.landed_at(SEAT)) == (UP, DOWN)


# Times ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "end", "verdict"),
    [
        (DOWN + 2 * A_DAY, DOWN + 9 * A_DAY, False),
        (DOWN + 2 * A_DAY - A_SECOND, DOWN + 9 * A_DAY, None),
        (UP - 9 * A_DAY, UP - 2 * A_DAY, False),
        (UP - 9 * A_DAY, UP - 2 * A_DAY + A_SECOND, None),
        (DOWN - A_DAY, DOWN + A_DAY, True),
        (DOWN - A_DAY + A_SECOND, DOWN + A_DAY, None),
        (UP - A_DAY, UP + A_DAY, True),
        (UP - A_DAY, UP + A_DAY - A_SECOND, None),
    ],
)
def test_a_stay_shares_a_day_or_is_two_days_apart_or_it_is_not_said(
    start: datetime, end: datetime, verdict: object
) -> None:
    assert shares_time(SEAT, start, end, FACTS) is verdict


@pytest.mark.parametrize(("launched", "day"), [("09:01:41", 2), ("10:00:41", 3), ("12:00:00", 3)])
def test_the_middle_day_begins_and_ends_at_midnight(launched: str, day: int) -> None:
    """Orbiter 1 was up from the first of January to the fourth, at 14:00."""

    def launch_then(rows: Changing) -> None:
        rows["orbiter-1"]["launched_at"] = f"1990-01-01T{launched}Z"

    start, end = middle_day(SEAT, facts_where(launch_then))
    assert start == datetime(1990, 1, day, tzinfo=UTC)
    assert end == datetime(1990, 1, day + 1, tzinfo=UTC)


@pytest.mark.parametrize("field", ["launched_at", "landed_at"])
def test_a_stay_of_unknown_times_has_no_middle_and_no_span(field: str) -> None:
    def forget_it(rows: Changing) -> None:
        del rows["orbiter-1"]["provenance"][field]

    facts = facts_where(forget_it)
    with pytest.raises(ValueError, match=r"^nobody knows when ada-alm_orbiter-1 was$"):
        middle_day(SEAT, facts)
    with pytest.raises(ValueError, match=r"^nobody knows when ada-alm_orbiter-1 was$"):
        KIND_BY_SLUG["in-space-with"].holds(SEAT, FACTS.people["ben-bly"], facts)


def launched(mission: Mission, after: timedelta | None) -> Mission:
    """The flight, launched so long after Orbiter 1."""
    return replace(mission, launched_at=None if after is None else UP + after)


@pytest.mark.parametrize(
    ("after", "verdict"),
    [
        (CLEARLY_LATER, True), (CLEARLY_LATER - A_SECOND, None), (timedelta(0), None),
        (-CLEARLY_LATER, False), (A_SECOND - CLEARLY_LATER, None), (None, None),
    ],
)  # fmt: skip
def test_a_launch_is_clearly_before_another_or_nothing_is_said(
    after: timedelta | None, verdict: object
) -> None:
    assert launched_before(ORBITER, launched(HERON, after), FACTS) is verdict
    turned = None if verdict is None else not verdict
    assert launched_before(launched(HERON, after), ORBITER, FACTS) is turned


def test_how_much_later_is_known_where_both_launches_are() -> None:
    assert later_by(ORBITER, launched(HERON, A_DAY)) == A_DAY
    assert later_by(ORBITER, launched(HERON, None)) is None
    assert later_by(launched(HERON, None), ORBITER) is None


@pytest.mark.parametrize(
    ("more", "is_known"), [(600, True), (601, False), (-600, True), (-601, False)]
)
def test_a_length_is_known_where_its_source_and_the_times_differ_by_ten_minutes_at_most(
    more: int, is_known: object
) -> None:
    def change_both(rows: Changing) -> None:
        rows["orbiter-1"]["duration_s"] += more
        rows["ada-alm_orbiter-1"]["stay_s"] += more

    facts = facts_where(change_both)
    length = LongestMission().length_s(facts.missions["orbiter-1"], facts)
    stay = known_stay_s(facts.seats["ada-alm_orbiter-1"], facts)
    assert (length is not None, stay is not None) == (is_known, is_known)


# Places ---------------------------------------------------------------------------------------


TOWN, PAD = FACTS.sites["pad-a"], FACTS.sites["pad-b"]


@pytest.mark.parametrize("nothing", [{"lat": None}, {"lon": None}], ids=["lat", "lon"])
def test_a_distance_needs_both_points_whole(nothing: dict[str, Any]) -> None:
    landed = replace(ORBITER, lat=10.0, lon=20.0)
    assert apart_km(TOWN, PAD) is not None
    assert km_to_town(landed, TOWN) is not None
    half = replace(TOWN, **nothing)
    assert apart_km(half, PAD) is None
    assert apart_km(PAD, half) is None
    assert km_to_town(landed, half) is None
    assert km_to_town(replace(landed, **nothing), TOWN) is None


# References -----------------------------------------------------------------------------------


def test_a_record_of_every_type_is_found_again_by_its_reference() -> None:
    of_each = (
        FACTS.agencies, FACTS.missions, FACTS.people, FACTS.seats, FACTS.sites, FACTS.spacecraft,
        FACTS.spacewalks, FACTS.stations,
    )  # fmt: skip
    records = [next(iter(records.values())) for records in of_each]
    assert {ref(record).partition(":")[0] for record in records} | {"region"} == set(
        RECORD_NAMES.values()
    )
    assert [resolve(ref(record), FACTS) for record in records] == records
    region = resolve("region:florida", FACTS)
    assert region is not None
    assert ref(region) == "region:florida"


@pytest.mark.parametrize("reference", ["person:nobody", "nothing:ada-alm", "ada-alm", "", "person"])
def test_a_reference_to_nothing_finds_nothing(reference: str) -> None:
    assert resolve(reference, FACTS) is None
