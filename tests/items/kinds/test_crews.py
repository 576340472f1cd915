"""Who flew on what: what is asked about, and the traps."""

import pytest

from quizzes.facts.base import FactBase
from quizzes.items.generate import Generator
from quizzes.items.item import Interaction, Item
from quizzes.items.kinds import KIND_BY_SLUG
from quizzes.items.kinds.wording import mission_story
from quizzes.items.seeds import Draw
from tests.items.bending import Changing, facts_where
from tests.items.kinds.conftest import Ask
from tests.items.oracle.rows import Rows, link

# Commander of the mission ---------------------------------------------------------------------


def test_commanders_are_asked_about_of_nearly_every_crew(ask: Ask) -> None:
    subjects = ask("commander-of-mission").subjects()
    assert len(subjects) >= 340
    assert {"apollo-11", "soyuz-tma-18m", "shenzhou-7", "sts-107", "spacex-crew-1"} <= subjects


@pytest.mark.parametrize("alone", ["vostok-1", "mercury-atlas-6", "shenzhou-5", "soyuz-3"])
def test_nobody_commands_alone(alone: str, ask: Ask) -> None:
    assert alone not in ask("commander-of-mission").subjects()


def test_a_crew_may_come_home_under_another_commander(ask: Ask) -> None:
    """Soyuz T-5 took Berezovoy up and brought Popov's crew home."""
    asking = ask("commander-of-mission")
    assert asking.stem("mission:soyuz-t-5") == "Who was in command when Soyuz T-5 launched?"
    assert asking.holds("mission:soyuz-t-5", "person:anatoly-berezovoy") is True
    assert asking.holds("mission:soyuz-t-5", "person:leonid-popov") is False


def test_crewmates_were_not_in_command(ask: Ask) -> None:
    asking = ask("commander-of-mission")
    assert asking.holds("mission:soyuz-tma-16m", "person:gennady-padalka") is True
    assert asking.holds("mission:soyuz-tma-16m", "person:scott-kelly") is False
    assert asking.because("mission:soyuz-tma-16m", "person:scott-kelly") == (
        "Scott Kelly launched on Soyuz TMA-16M in 2015 as flight engineer."
    )


# Person aboard --------------------------------------------------------------------------------


def test_crews_are_asked_about_of_every_orbital_flight_that_is_known(ask: Ask) -> None:
    subjects = ask("person-aboard").subjects()
    assert len(subjects) >= 355
    assert {"vostok-1", "apollo-11", "soyuz-tma-18m", "sts-107"} <= subjects


@pytest.mark.parametrize("slug", ["soyuz-34", "soyuz-ms-29", "mercury-redstone-3", "soyuz-ms-10"])
def test_flights_without_a_known_crew_in_orbit_are_not_asked_about(slug: str, ask: Ask) -> None:
    assert slug not in ask("person-aboard").subjects()


def test_nobody_is_known_to_have_been_absent_from_a_crew_without_a_source(ask: Ask) -> None:
    asking = ask("person-aboard")
    assert asking.holds("mission:soyuz-ms-29", "person:yuri-gagarin") is None
    assert asking.holds("mission:soyuz-ms-28", "person:yuri-gagarin") is False


@pytest.mark.parametrize("person", ["scott-kelly", "mikhail-kornienko"])
def test_who_only_came_home_on_a_flight_did_not_launch_on_it(person: str, ask: Ask) -> None:
    """Kelly and Kornienko went up on Soyuz TMA-16M and landed on TMA-18M."""
    asking = ask("person-aboard")
    assert asking.holds("mission:soyuz-tma-18m", f"person:{person}") is False
    assert asking.holds("mission:soyuz-tma-16m", f"person:{person}") is True
    assert "when Soyuz TMA-18M launched" in asking.stem("mission:soyuz-tma-18m")


def test_a_crew_of_whom_one_is_in_dispute_is_not_asked_about() -> None:
    def dispute_who_was_the_pilot(rows: Changing) -> None:
        rows["ben-bly_orbiter-1"]["disputed"] = ["up"]

    facts = facts_where(dispute_who_was_the_pilot)
    for kind in ("person-aboard", "commander-of-mission"):
        subjects = KIND_BY_SLUG[kind].subjects(facts)
        assert "orbiter-1" not in [subject.slug for subject in subjects]


def test_who_left_a_flight_in_orbit_had_launched_on_it(ask: Ask) -> None:
    assert ask("person-aboard").holds("mission:soyuz-tma-18m", "person:andreas-mogensen") is True


@pytest.mark.parametrize(
    ("mission", "lost"),
    [
        ("soyuz-3", "vladimir-komarov"),
        ("soyuz-12", "georgy-dobrovolsky"),
        ("sts-26", "christa-mcauliffe"),
        ("sts-114", "ilan-ramon"),
    ],
)
def test_crews_of_fatal_flights_are_not_drawn_on(mission: str, lost: str, ask: Ask) -> None:
    """Each flight follows one of the same programme that cost lives."""
    assert lost not in ask("person-aboard").candidates(f"mission:{mission}")


def test_namesakes_never_stand_side_by_side(generator: Generator, rows: Rows) -> None:
    """Two Aleksandr Aleksandrovs flew to Mir within a year; two Gregory Johnsons on shuttles."""
    aliases = {slug: {row["name"], *row.get("aliases", ())} for slug, row in rows.people.items()}
    assert aliases["aleksandr-pavlovich-aleksandrov"] & aliases["aleksandr-panayotov-aleksandrov"]
    assert aliases["gregory-c-johnson"] & aliases["gregory-h-johnson"]
    for slug in ("person-aboard", "commander-of-mission", "person-of-stay"):
        kind = KIND_BY_SLUG[slug]
        near = [s for s in generator.subjects(kind) if flies_with_a_namesake(s.slug)]
        assert near
        for subject in near:
            for seed in range(10):
                item = generator.item(kind, subject, Draw(str(seed)))
                names = [
                    name
                    for option in (item.options if isinstance(item, Item) else ())
                    for name in aliases[option.ref.removeprefix("person:")]
                ]
                assert len(names) == len(set(names)), names


def flies_with_a_namesake(slug: str) -> bool:
    return slug.rpartition("_")[2] in {"soyuz-tm-3", "soyuz-tm-5", "soyuz-tm-4", "sts-123",
                                       "sts-125", "sts-127"}  # fmt: skip


# First flight of the person -------------------------------------------------------------------


def test_first_flights_are_asked_about_of_nearly_everybody(ask: Ask) -> None:
    subjects = ask("first-flight-of-person").subjects()
    assert len(subjects) >= 620
    assert {"yuri-gagarin", "valentina-tereshkova", "scott-kelly", "yang-liwei"} <= subjects


@pytest.mark.parametrize(
    ("person", "earlier", "first"),
    [
        ("joe-engle", "x-15-flight-3-44-67", "sts-2"),
        ("alan-shepard", "mercury-redstone-3", "apollo-14"),
        ("gus-grissom", "mercury-redstone-4", "gemini-iii"),
        ("nick-hague", "soyuz-ms-10", "soyuz-ms-12"),
    ],
)
def test_a_flight_that_reached_no_orbit_is_not_the_first_into_orbit(
    person: str, earlier: str, first: str, ask: Ask
) -> None:
    asking = ask("first-flight-of-person")
    assert "into orbit" in asking.stem(f"person:{person}")
    assert asking.holds(f"person:{person}", f"mission:{first}") is True
    assert earlier not in asking.candidates(f"person:{person}")


def test_later_flights_are_offered_as_wrong(ask: Ask) -> None:
    wrong = ask("first-flight-of-person").wrong("person:scott-kelly")
    assert {"sts-118", "soyuz-tma-01m", "soyuz-tma-16m"} <= wrong


def test_a_first_flight_that_cost_lives_is_not_asked_about(ask: Ask) -> None:
    assert "ilan-ramon" not in ask("first-flight-of-person").subjects()


@pytest.mark.parametrize(
    ("person", "last"), [("kalpana-chawla", "sts-107"), ("vladislav-volkov", "soyuz-11")]
)
def test_a_last_flight_that_cost_lives_is_not_offered(person: str, last: str, ask: Ask) -> None:
    asking = ask("first-flight-of-person")
    assert person in asking.subjects()
    assert last not in asking.candidates(f"person:{person}")


def test_who_may_have_flown_before_is_not_asked_about(ask: Ask, rows: Rows) -> None:
    """Somebody one of whose flights has no source."""
    subjects = ask("first-flight-of-person").subjects()
    unsourced = {
        link(row["person"]) for row in rows.seats.values() if "up" not in row.get("provenance", {})
    }
    assert unsourced
    assert not subjects & unsourced


# Loss of life ---------------------------------------------------------------------------------


@pytest.mark.parametrize("mission", ["soyuz-1", "soyuz-11", "sts-107"])
def test_the_story_of_a_lost_crew_says_so_with_respect(mission: str, facts: FactBase) -> None:
    story = mission_story(facts.missions[mission], facts)
    assert story is not None
    assert story.text.render().endswith("All aboard lost their lives.")


def test_nothing_is_claimed_of_a_flight_that_cost_lives(generator: Generator) -> None:
    """Whether somebody was aboard STS-107 is nothing to toss a coin for."""
    kind = KIND_BY_SLUG["person-aboard"]
    flight = generator.facts.missions["sts-107"]
    assert isinstance(generator.item(kind, flight, Draw("respect")), Item)
    claim = generator.item(kind, flight, Draw("respect"), None, Interaction.TRUE_FALSE)
    assert not isinstance(claim, Item)
