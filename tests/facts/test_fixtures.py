"""The fixture files: what stands in them, and how."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any, Final

import pytest

from quizzes.facts.base import FactBase
from quizzes.facts.records import Mission, Person, Seat
from quizzes.models.facts import CITATION
from tests.fixture_files import FOLDER, NAMES, read_fields

COUNTS: Final = {
    "sources": 17,
    "agencies": 48,
    "people": 790,
    "spacecraft": 20,
    "stations": 12,
    "sites": 31,
    "missions": 417,
    "seats": 1616,
    "spacewalks": 386,
}
MODELS: Final = {
    "sources": "quizzes.source",
    "agencies": "quizzes.agency",
    "people": "quizzes.person",
    "spacecraft": "quizzes.spacecraft",
    "stations": "quizzes.station",
    "sites": "quizzes.site",
    "missions": "quizzes.mission",
    "seats": "quizzes.seat",
    "spacewalks": "quizzes.spacewalk",
}


@cache
def lines(name: str) -> Sequence[str]:
    return (FOLDER / f"{name}.json").read_text(encoding="utf-8").splitlines()


# Form -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_every_record_is_there(name: str) -> None:
    assert len(read_fields(name)) == COUNTS[name]


@pytest.mark.parametrize("name", NAMES)
def test_a_record_is_a_line(name: str) -> None:
    first, *records, last = lines(name)

    assert (first, last) == ("[", "]")
    assert [record.endswith(",") for record in records] == [True] * (len(records) - 1) + [False]
    for record in records:
        text = record.removesuffix(",")
        held = json.loads(text)
        assert (list(held), held["model"]) == (["model", "fields"], MODELS[name])
        assert json.dumps(held, ensure_ascii=False) == text


def order(name: str, fields: Mapping[str, Any]) -> tuple[Any, ...]:
    """What the records of a file are sorted by."""
    match name:
        case "missions" | "spacewalks":
            return (fields["number"],)
        case "seats":
            (mission,) = fields["up"]
            return (numbers()[mission],)
        case _:
            return (fields["slug"],)


@cache
def numbers() -> Mapping[str, int]:
    return {mission["slug"]: mission["number"] for mission in read_fields("missions")}


@pytest.mark.parametrize("name", [name for name in NAMES if name != "agencies"])
def test_records_stand_in_their_order(name: str) -> None:
    records = read_fields(name)

    assert [order(name, r) for r in records] == sorted(order(name, r) for r in records)


def test_an_agency_stands_after_its_predecessor() -> None:
    seen: set[str] = set()
    for agency in read_fields("agencies"):
        assert set(agency.get("predecessor", ())) <= seen
        seen.add(agency["slug"])


@pytest.mark.parametrize("name", NAMES)
def test_slugs_and_names_are_unique(name: str) -> None:
    records = read_fields(name)
    for field in ("slug", "name", "short_name", "title", "number"):
        held = [record[field] for record in records if field in record]
        assert len(held) == len(set(held)), field


@pytest.mark.parametrize("name", [name for name in NAMES if name != "sources"])
def test_every_citation_names_a_source(name: str) -> None:
    sources = {source["slug"] for source in read_fields("sources")}
    for record in read_fields(name):
        provenance = record.get("provenance", {})
        assert list(provenance) == sorted(provenance), record["slug"]
        for field, citations in provenance.items():
            assert citations == sorted(set(citations)), (record["slug"], field)
            for citation in citations:
                match = CITATION.fullmatch(citation)
                assert match is not None, (record["slug"], field)
                assert match["source"] in sources, (record["slug"], field)
                assert date.fromisoformat(match["read_on"]) > date(2024, 1, 1)


def test_every_source_says_how_to_credit_it() -> None:
    for source in read_fields("sources"):
        assert set(source) == {
            "slug", "title", "publisher", "url", "licence", "credit", "read_on",
        }  # fmt: skip
        assert source["url"].startswith(("https://", "http://www.astronautix.com/"))


def test_nothing_empty_is_written() -> None:
    for name in NAMES:
        for record in read_fields(name):
            assert [field for field, value in record.items() if value in ("", None, [], {})] == []


def test_names_have_their_diacritics() -> None:
    names = {person["name"] for person in read_fields("people")}

    assert names >= {
        "Jean-François Clervoy",
        "Sławosz Uznański-Wiśniewski",
        "Vladimír Remek",
        "Mirosław Hermaszewski",
        "Bertalan Farkas",
        "Sigmund Jähn",
        "Rodolfo Neri Vela",
    }
    assert not [name for name in names if re.search(r"[?_\d]|\s\s|^\s|\s$", name)]


# Facts ------------------------------------------------------------------------------------------


def person(facts: FactBase, name: str) -> Person:
    """The one whose name or alias it is."""
    (found,) = [p for p in facts.people.values() if name in (p.name, *p.aliases)]
    return found


def crew(facts: FactBase, seats: Sequence[Seat]) -> set[tuple[str, str | None]]:
    """People and whom they flew for."""
    return {(facts.people[seat.person].name, seat.agency) for seat in seats}


def days(facts: FactBase, name: str, up: str) -> int:
    """The length of somebody's stay, in days: from launch to landing, and as its source says."""
    seat = facts.seat_on(person(facts, name), facts.missions[up])
    assert seat is not None
    assert seat.stay_s is not None
    assert facts.stay_s(seat) == seat.stay_s
    return round(timedelta(seconds=seat.stay_s) / timedelta(days=1))


def landed_on(mission: Mission) -> date:
    assert mission.landed_at is not None
    return mission.landed_at.date()


def test_soyuz_tma_18m(facts: FactBase) -> None:
    mission = facts.missions["soyuz-tma-18m"]

    assert mission.name == "Soyuz TMA-18M"
    assert landed_on(mission) == date(2016, 3, 2)
    assert (mission.landing_country, mission.landing_town) == ("Kazakhstan", "zhezkazgan")
    assert "Dzhezkazgan" in mission.landing_place
    assert "Zhezkazgan" in mission.landing_place
    assert crew(facts, facts.crew_down(mission)) == {
        ("Mikhail Kornienko", "roscosmos"),
        ("Scott Kelly", "nasa"),
        ("Sergey Volkov", "roscosmos"),
    }
    assert person(facts, "Sergei Volkov") is person(facts, "Sergey Volkov")


def test_the_year_in_space(facts: FactBase) -> None:
    for name in ("Scott Kelly", "Mikhail Kornienko"):
        seat = facts.seat_on(person(facts, name), facts.missions["soyuz-tma-16m"])
        assert seat is not None
        assert seat.down == "soyuz-tma-18m"
        assert days(facts, name, "soyuz-tma-16m") == 340
    assert days(facts, "Sergey Volkov", "soyuz-tma-18m") == 182


def test_soyuz_ms_07(facts: FactBase) -> None:
    mission = facts.missions["soyuz-ms-07"]
    expected = {
        ("Anton Shkaplerov", "roscosmos"),
        ("Scott Tingle", "nasa"),
        ("Norishige Kanai", "jaxa"),
    }

    assert crew(facts, facts.crew_up(mission)) == expected
    assert crew(facts, facts.crew_down(mission)) == expected
    assert {days(facts, name, "soyuz-ms-07") for name, _ in expected} == {168}
    assert (mission.orbits, mission.landing_country) == (2688, "Kazakhstan")
    assert landed_on(mission) == date(2018, 6, 3)


@pytest.mark.parametrize("name", ["Drew Feustel", "Ricky Arnold", "Oleg Artemyev"])
def test_who_stayed_aboard_when_soyuz_ms_07_landed(facts: FactBase, name: str) -> None:
    landed = facts.missions["soyuz-ms-07"].landed_at
    seat = facts.seat_on(person(facts, name), facts.missions["soyuz-ms-08"])

    assert seat is not None
    assert landed is not None
    launched, came_back = facts.launched_at(seat), facts.landed_at(seat)
    assert launched is not None
    assert came_back is not None
    assert launched < landed < came_back
    assert "iss" in facts.missions["soyuz-ms-08"].stations


def test_vostok_1(facts: FactBase) -> None:
    mission = facts.missions["vostok-1"]

    assert (mission.duration_s, facts.duration_s(mission)) == (108 * 60, 108 * 60)
    assert mission.orbits == 1
    assert crew(facts, facts.crew_up(mission)) == {("Yuri Gagarin", "soviet-space-programme")}


def test_apollo_11(facts: FactBase) -> None:
    mission = facts.missions["apollo-11"]

    assert mission.landing_region == "North Pacific Ocean"
    assert {name for name, _ in crew(facts, facts.crew_down(mission))} == {
        "Neil Armstrong",
        "Buzz Aldrin",
        "Michael Collins",
    }
