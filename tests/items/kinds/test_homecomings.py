"""Who came home on what: what is asked about, and the traps."""

from collections import Counter

import pytest

from quizzes.items.generate import Generator
from quizzes.items.item import Item
from quizzes.items.kinds import KIND_BY_SLUG
from quizzes.items.seeds import Draw
from tests.items.bending import Changing, facts_where
from tests.items.kinds.conftest import Ask
from tests.items.made_up import fact_base, world_for
from tests.items.oracle.rows import Rows, link

# Joined for landing ---------------------------------------------------------------------------


def test_landings_with_somebody_of_another_launch_are_asked_about(ask: Ask) -> None:
    subjects = ask("joined-for-landing").subjects()
    assert len(subjects) >= 80
    assert {"soyuz-tma-18m", "soyuz-4", "sts-71"} <= subjects
    assert "apollo-11" not in subjects


def test_a_flight_that_is_still_up_is_not_asked_about(ask: Ask, rows: Rows) -> None:
    subjects = ask("joined-for-landing").subjects()
    assert not {slug for slug, landed in rows.landed.items() if landed is None} & subjects


def test_the_year_long_crew_joined_soyuz_tma_18m(ask: Ask) -> None:
    asking, mission = ask("joined-for-landing"), "mission:soyuz-tma-18m"
    assert asking.holds(mission, "person:scott-kelly") is True
    assert asking.holds(mission, "person:mikhail-kornienko") is True
    assert asking.holds(mission, "person:sergey-volkov") is False


def test_who_went_up_on_the_craft_and_came_home_on_another_is_offered_as_wrong(ask: Ask) -> None:
    asking, mission = ask("joined-for-landing"), "mission:soyuz-tma-18m"
    assert {"aidyn-aimbetov", "andreas-mogensen", "sergey-volkov"} == asking.wrong(mission)
    because = asking.because(mission, "person:andreas-mogensen")
    assert because == "Andreas Mogensen launched on Soyuz TMA-18M and landed on Soyuz TMA-16M."


def test_who_was_not_on_the_flight_is_known_not_to_have_joined_it(ask: Ask) -> None:
    """All who launched or landed on it are known: so anybody may be named."""
    asking = ask("joined-for-landing")
    assert asking.holds("mission:soyuz-tma-18m", "person:yuri-gagarin") is False


def test_nobody_is_known_not_to_have_joined_where_not_all_who_landed_are_known() -> None:
    def forget_who_landed(rows: Changing) -> None:
        del rows["ben-bly_orbiter-1"]["provenance"]["down"]

    facts = facts_where(forget_who_landed)
    asked, outsider = facts.missions["orbiter-1"], facts.people["lea-lun"]
    assert KIND_BY_SLUG["joined-for-landing"].holds(asked, outsider, facts) is None


# The flight home ------------------------------------------------------------------------------

KELLY = "seat:scott-kelly_soyuz-tma-16m"


def test_who_changed_craft_and_who_did_not_are_asked_about(ask: Ask) -> None:
    subjects = ask("flight-home").subjects()
    assert len(subjects) >= 350
    assert {
        "scott-kelly_soyuz-tma-16m",
        "sergey-volkov_soyuz-tma-18m",
        "norman-thagard_soyuz-tm-21",
    } <= subjects


def test_the_year_long_crew_came_home_on_soyuz_tma_18m(ask: Ask) -> None:
    asking = ask("flight-home")
    assert asking.stem(KELLY) == "Which flight brought Scott Kelly back to Earth in 2016?"
    assert asking.holds(KELLY, "mission:soyuz-tma-18m") is True
    assert asking.because(KELLY, "mission:soyuz-tma-18m") == (
        "Scott Kelly launched on Soyuz TMA-16M and landed on Soyuz TMA-18M."
    )


def test_what_they_had_launched_on_is_offered_as_wrong(ask: Ask) -> None:
    asking = ask("flight-home")
    assert "soyuz-tma-16m" in asking.wrong(KELLY)
    assert asking.because("seat:sergey-volkov_soyuz-tma-18m", "mission:soyuz-tma-16m") == (
        "Soyuz TMA-16M landed in 2015 with Gennady Padalka, Aidyn Aimbetov and Andreas Mogensen "
        "aboard."
    )


@pytest.mark.parametrize(
    "seat",
    [
        "vladimir-shatalov_soyuz-4",  # landed on Soyuz 8 in that year too
        "paul-lockhart_sts-111",  # and on STS-113
        "peggy-whitson_soyuz-tma-11",  # when it landed is in dispute
        "pyotr-dubrov_soyuz-ms-18",  # one of his flights has no source
        "sergey-kud-sverchkov_soyuz-ms-28",  # still up
        "neil-armstrong_apollo-11",  # nobody changed craft
    ],
)
def test_nobody_is_asked_about_who_may_have_landed_twice_or_could_not_change(
    seat: str, ask: Ask
) -> None:
    assert seat not in ask("flight-home").subjects()


@pytest.mark.parametrize(("day", "is_asked"), [(30, True), (31, False)])
def test_a_landing_at_new_year_is_of_no_known_year(day: int, is_asked: bool) -> None:  # noqa: FBT001
    """On the last day of a year, it is the next one somewhere."""
    held = world_for("flight-home")
    missions = [
        {**up, "landed_at": f"{up['landed_at'][:4]}-12-{day}T12:00:00Z"}
        if up["slug"] == "stork-2"
        else up
        for up in held["missions"]
    ]
    facts = fact_base({**held, "missions": missions})
    asked = [seat for seat in KIND_BY_SLUG["flight-home"].subjects(facts) if seat.down == "stork-2"]
    assert bool(asked) is is_asked


def test_craft_that_cost_lives_or_are_still_up_are_not_offered(ask: Ask, rows: Rows) -> None:
    asking = ask("flight-home")
    for seat in asking.subjects():
        offered = asking.candidates(f"seat:{seat}")
        assert not any(map(rows.is_fatal, offered))
        assert all(rows.landed[mission] for mission in offered)


def test_neither_the_craft_launched_on_nor_another_is_a_safe_guess(
    generator: Generator, rows: Rows
) -> None:
    kind = KIND_BY_SLUG["flight-home"]
    found: Counter[bool] = Counter()
    for number in range(200):
        item = generator.any_item(kind, Draw(f"home {number}"))
        assert isinstance(item, Item)
        seat = rows.seats[item.subject.partition(":")[2]]
        found[item.key.ref == f"mission:{link(seat['up'])}"] += 1
    assert min(found.values()) >= 70
