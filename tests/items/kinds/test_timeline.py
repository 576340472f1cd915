"""What was before, after and at the same time: what is asked about, and the traps."""

from datetime import timedelta

import pytest

from quizzes.facts.base import FactBase
from quizzes.items.kinds import KIND_BY_SLUG
from tests.items import made_up
from tests.items.bending import Changing, facts_where
from tests.items.kinds.conftest import Ask
from tests.items.oracle.rows import Rows, link

STAY_KINDS = ("in-space-on-day", "in-space-with")

# Between two flights --------------------------------------------------------------------------


def test_flights_of_every_programme_with_others_around_are_asked_about(
    ask: Ask, rows: Rows
) -> None:
    subjects = ask("launched-between").subjects()
    assert len(subjects) >= 280
    assert {"Soyuz", "Space Shuttle", "Apollo", "Mercury", "Shenzhou", "Crew Dragon"} <= set(
        map(rows.family, subjects)
    )
    assert not {"vostok-1", "soyuz-1", "sts-107", "soyuz-34", "soyuz-ms-10"} & subjects


def test_no_number_tells_which_flight_was_between(ask: Ask, rows: Rows) -> None:
    """The two flights that bound it are of other programmes than all options."""
    asking = ask("launched-between")
    names = {row["name"]: slug for slug, row in rows.missions.items()}
    for subject in asking.subjects():
        families = set(map(rows.family, asking.candidates(f"mission:{subject}")))
        assert families == {rows.family(subject)}
        stem = asking.stem(f"mission:{subject}").removesuffix("?")
        bounds = stem.partition(" launched after ")[2].split(" and before ")
        assert not families & {rows.family(names[name]) for name in bounds}


def test_the_bounds_are_the_flights_next_to_it(ask: Ask) -> None:
    assert ask("launched-between").stem("mission:soyuz-tm-33") == (
        "Which of these flights launched after STS-105 and before STS-108?"
    )


def test_a_flight_within_thirty_days_of_a_bound_is_not_offered(ask: Ask, rows: Rows) -> None:
    """Between Soyuz TM-15 and TM-17: STS-46 launched four days after the former, STS-57 ten
    before the latter."""
    asking, subject = ask("launched-between"), "mission:sts-54"
    assert asking.stem(subject).endswith("after Soyuz TM-15 and before Soyuz TM-17?")
    assert asking.holds(subject, "mission:sts-46") is None
    assert asking.holds(subject, "mission:sts-57") is None
    assert asking.holds(subject, "mission:sts-49") is False
    assert asking.holds(subject, "mission:sts-51") is False


def test_thirty_days_from_a_bound_are_enough() -> None:
    """Between Heron 1 and Heron 2, two hundred days later."""
    days = {"Heron 1": 0, "Stork 1": 100, "Heron 2": 200,
            "Stork 2": 29, "Stork 3": 31, "Stork 4": -29, "Stork 5": -31}  # fmt: skip
    flights = [
        made_up.mission(
            name, number, name.partition(" ")[0].lower(), made_up.START + timedelta(days=at),
            timedelta(days=1),
        )
        for number, (name, at) in enumerate(days.items(), 1)
    ]  # fmt: skip
    facts = made_up.fact_base(made_up.world([], flights, []))
    kind = KIND_BY_SLUG["launched-between"]
    verdicts = [
        kind.holds(facts.missions["stork-1"], facts.missions[f"stork-{number}"], facts)
        for number in range(1, 6)
    ]
    assert verdicts == [True, None, True, None, False]


def test_a_paper_that_tells_of_the_bounds_asks_about_them_nowhere_else(ask: Ask) -> None:
    asking = ask("launched-between")
    told = asking.kind.tells_of(asking.record("mission:soyuz-tm-33"), asking.facts)
    assert set(told) == {"mission:soyuz-tm-33", "mission:sts-105", "mission:sts-108"}


# In space on a day ----------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "least"), [("in-space-on-day", 1290), ("in-space-with", 1140)])
def test_stays_of_four_days_are_asked_about(kind: str, least: int, ask: Ask) -> None:
    subjects = ask(kind).subjects()
    assert len(subjects) >= least
    assert {"scott-kelly_soyuz-tma-16m", "valeri-polyakov_soyuz-tm-18"} <= subjects


@pytest.mark.parametrize("kind", STAY_KINDS)
@pytest.mark.parametrize(
    "seat",
    [
        "yuri-gagarin_vostok-1",  # too short
        "sergey-kud-sverchkov_soyuz-ms-28",  # still up
        "peggy-whitson_soyuz-tma-11",  # the landing is in dispute
        "ilan-ramon_sts-107",  # the flight cost lives
        "kalpana-chawla_sts-87",  # a later one did
    ],
)
def test_stays_that_are_short_or_without_a_known_end_or_near_a_loss_are_not_asked_about(
    seat: str, kind: str, ask: Ask
) -> None:
    assert seat not in ask(kind).subjects()


@pytest.mark.parametrize("kind", STAY_KINDS)
def test_nobody_who_flew_where_lives_were_lost_is_offered(kind: str, ask: Ask, rows: Rows) -> None:
    lost = {link(seat["person"]) for slug in rows.missions if rows.is_fatal(slug)
            for seat in rows.up[slug]}  # fmt: skip
    assert len(lost) >= 19
    asking = ask(kind)
    for seat in asking.subjects():
        assert not asking.candidates(f"seat:{seat}") & lost


def test_the_day_is_the_middle_of_the_stay(ask: Ask) -> None:
    """Kelly was up from 27 March 2015 "
    "to 2 March 2016 (UTC)."""
    assert ask("in-space-on-day").stem("seat:scott-kelly_soyuz-tma-16m") == (
        "Which of these people was in space on 14 September 2015 (UTC)?"
    )


def test_who_came_home_within_two_days_is_not_known_to_have_been_on_earth(ask: Ask) -> None:
    """Padalka and Mogensen landed on 12 September 2015, within 48 hours of the 14th; Lindgren
    was up until December."""
    asking, kelly = ask("in-space-on-day"), "seat:scott-kelly_soyuz-tma-16m"
    assert asking.holds(kelly, "person:gennady-padalka") is None
    assert asking.holds(kelly, "person:andreas-mogensen") is None
    assert asking.holds(kelly, "person:kjell-lindgren") is True
    assert asking.holds(kelly, "person:samantha-cristoforetti") is False
    assert asking.holds(kelly, "person:tim-peake") is False


def test_who_may_still_have_been_up_is_not_offered_as_wrong() -> None:
    """Dov Dey landed on Stork 2, a month before Stork 3 flew."""

    def forget_the_landing(rows: Changing) -> None:
        del rows["dov-dey_stork-2"]["down"]

    assert was_up_with_stork_3(made_up.fact_base(made_up.small_world()), "dov-dey") is False
    assert was_up_with_stork_3(facts_where(forget_the_landing), "dov-dey") is None


def test_who_may_have_flown_on_another_flight_too_is_not_offered_as_wrong() -> None:
    def dispute_a_flight(rows: Changing) -> None:
        rows["dov-dey_stork-2"]["disputed"] = ["up"]

    assert was_up_with_stork_3(facts_where(dispute_a_flight), "dov-dey") is None


def was_up_with_stork_3(facts: FactBase, person: str) -> bool | None:
    kind, seat = KIND_BY_SLUG["in-space-on-day"], facts.seats["ada-alm_stork-3"]
    return kind.holds(seat, facts.people[person], facts)


def test_a_stay_is_told_by_its_own_days_not_by_those_of_the_craft(ask: Ask) -> None:
    asking, kelly = ask("in-space-on-day"), "seat:scott-kelly_soyuz-tma-16m"
    assert asking.because(kelly, "person:scott-kelly") == (
        "Scott Kelly launched on Soyuz TMA-16M and was in space "
        "from 27 March 2015 to 2 March 2016 (UTC)."
    )


# In space with somebody -----------------------------------------------------------------------


def test_those_who_launched_together_are_not_offered(ask: Ask, rows: Rows) -> None:
    asking = ask("in-space-with")
    for seat in asking.subjects():
        crew = {link(other["person"]) for other in rows.up[link(rows.seats[seat]["up"])]}
        assert not asking.candidates(f"seat:{seat}") & crew


def test_a_day_in_common_is_enough_and_two_days_between_are_too(ask: Ask) -> None:
    """During the year of Kelly and Kornienko: Volkov joined them, Peake came in December.
    Samokutyayev had left two weeks before they came; Williams came two weeks after they left."""
    asking, kelly = ask("in-space-with"), "seat:scott-kelly_soyuz-tma-16m"
    for person in ("sergey-volkov", "tim-peake", "samantha-cristoforetti", "aidyn-aimbetov"):
        assert asking.holds(kelly, f"person:{person}") is True
    for person in ("aleksandr-samokutyayev", "jeffrey-williams"):
        assert asking.holds(kelly, f"person:{person}") is False


def test_nobody_of_another_shuttle_is_offered_for_a_shuttles_stay_alone(
    ask: Ask, rows: Rows
) -> None:
    """Two were never up at once: in 1990 only those who flew to Mir may have been up too."""
    asking = ask("in-space-with")
    around = asking.candidates("seat:guy-gardner_sts-35")
    assert "toyohiro-akiyama" in around
    assert not {"john-casper", "donald-r-mcmonagle"} & around
    assert {"Soyuz"} <= {rows.family(link(s["up"])) for p in around for s in rows.of[p]}


def test_nobody_else_was_up_so_nothing_is_asked(ask: Ask) -> None:
    """Nobody but the crew was in space while Apollo 11 was."""
    subjects = ask("in-space-with").subjects()
    assert "neil-armstrong_apollo-11" not in subjects
    assert "thomas-p-stafford_apollo-astp" in subjects
