"""Kinds that are answered in several ways: each way has enough to ask, and reads as it should."""

from collections.abc import Sequence

import pytest

from quizzes.facts.base import FactBase
from quizzes.items.generate import Generator
from quizzes.items.item import Interaction, Item, Measure, Quantity, Topic
from quizzes.items.kinds import KIND_BY_SLUG, KINDS
from quizzes.items.kinds.base import AnyKind
from quizzes.items.seeds import Draw
from tests.items.kinds.conftest import Ask

TOPICS = (
    Topic.CREWS, Topic.AGENCIES, Topic.MISSION_LENGTHS, Topic.LANDING_SITES, Topic.SUBORBITAL,
)  # fmt: skip
OF_TOPICS: Sequence[AnyKind] = [
    kind for kind in KINDS if kind.topic in TOPICS or kind.slug == "first-for-agency"
]
SUBJECTS_TRIED = 120


@pytest.mark.parametrize(
    ("kind", "way"),
    [
        pytest.param(kind, way, id=f"{kind.slug}-{way}")
        for kind in OF_TOPICS
        for way in kind.interactions
    ],
)
def test_each_way_of_answering_suits_a_third_of_the_subjects(
    kind: AnyKind, way: Interaction, generator: Generator
) -> None:
    subjects = Draw(kind.slug).shuffled(generator.subjects(kind))[:SUBJECTS_TRIED]
    made = [generator.item(kind, s, Draw("ways"), None, way) for s in subjects]
    items = [item for item in made if isinstance(item, Item)]
    assert 3 * len(items) >= len(subjects)
    assert {item.interaction for item in items} == {way}


@pytest.mark.parametrize(
    ("kind", "subject", "candidate", "claim"),
    [
        ("first-flight-of-person", "person:scott-kelly", "mission:sts-103",
         "STS-103 was the first flight that took Scott Kelly into orbit."),
        ("joined-for-landing", "mission:soyuz-tma-18m", "person:scott-kelly",
         "Scott Kelly landed on Soyuz TMA-18M but had launched on another flight."),
        ("flight-home", "seat:scott-kelly_soyuz-tma-16m", "mission:soyuz-tma-18m",
         "Soyuz TMA-18M brought Scott Kelly back to Earth in 2016."),
        ("launched-with", "seat:scott-kelly_soyuz-tma-16m", "person:gennady-padalka",
         "Gennady Padalka launched into orbit together with Scott Kelly in 2015."),
        ("flew-on-both", "seat:timothy-kopra_soyuz-tma-19m", "person:timothy-kopra",
         "Timothy Kopra launched on both STS-127 and Soyuz TMA-19M."),
        ("flights-of-person", "person:yuri-gagarin", "seat:yuri-gagarin_vostok-1",
         "Yuri Gagarin made one flight into orbit."),
        ("agency-of-person", "seat:yuri-romanenko_soyuz-tm-2", "agency:soviet-space-programme",
         "Yuri Romanenko flew for the Soviet programme on Soyuz TM-2."),
        ("person-of-agency", "seat:norishige-kanai_soyuz-ms-07", "person:scott-tingle",
         "Scott Tingle flew for JAXA (Japan) on Soyuz MS-07."),
        ("mission-with-agency", "seat:norishige-kanai_soyuz-ms-07", "mission:soyuz-ms-07",
         "Somebody flying for JAXA (Japan) was aboard when Soyuz MS-07 launched."),
        ("agencies-aboard", "mission:soyuz-tma-18m", "mission:soyuz-tma-18m",
         "Those aboard when Soyuz TMA-18M launched flew for three agencies in all."),
        ("length-of-mission", "mission:vostok-1", "mission:vostok-1",
         "Vostok 1 lasted about 108 minutes, from launch to landing."),
        ("person-of-stay", "seat:sergey-volkov_soyuz-tma-18m", "person:scott-kelly",
         "Scott Kelly landed on 2 March 2016 (UTC) after about 182 days in space."),
        ("waters-of-splashdown", "mission:apollo-11", "region:gulf-of-mexico",
         "Apollo 11 splashed down in the Gulf of Mexico."),
        ("mission-of-region", "mission:apollo-11", "mission:apollo-9",
         "Apollo 9 splashed down in the North Pacific."),
        ("hop-of-person", "person:wally-funk", "mission:new-shepard-ns-16",
         "The suborbital flight New Shepard NS-16 carried Wally Funk."),
        ("year-of-hop", "mission:mercury-redstone-3", "mission:mercury-redstone-4",
         "Mercury-Redstone 3 (Freedom 7) launched in 1961."),
    ],
)  # fmt: skip
def test_a_claim_reads_as_a_plain_statement(
    kind: str, subject: str, candidate: str, claim: str, ask: Ask
) -> None:
    asking = ask(kind)
    text = asking.kind.claim(asking.record(subject), asking.record(candidate), asking.facts)
    assert text.render() == claim


def test_the_number_of_agencies_is_that_of_all_aboard(ask: Ask) -> None:
    """Where three are aboard, people of two are: so a claim tells of all."""
    asking = ask("agencies-aboard")
    mission = asking.record("mission:soyuz-tma-18m")
    assert asking.kind.claim(mission, mission, asking.facts).render().endswith(" in all.")


@pytest.mark.parametrize(
    ("kind", "stem"),
    [
        ("first-flight-of-person",
         "Match each person with the flight that first took them into orbit."),
        ("flight-home",
         "Match each person with the flight that brought them back to Earth in the year given."),
        ("flights-of-person",
         "Match each person with how many flights into orbit they had made as of 3 July 2026."),
        (
            "agency-of-person",
            (
                "Match each person with the agency or space programme "
                "they flew for on the flight named."
            ),
        ),
        ("nearest-town",
         "Match each flight's landing with the nearest of these towns, by their names of today."),
        ("hop-of-person", "Match each person with the suborbital flight that carried them."),
    ],
)  # fmt: skip
def test_what_is_to_be_matched_is_said(kind: str, stem: str, facts: FactBase) -> None:
    assert KIND_BY_SLUG[kind].stem_of_match(facts).render() == stem


@pytest.mark.parametrize(
    ("kind", "subject", "prompt"),
    [
        ("agency-of-person", "seat:scott-kelly_soyuz-tma-16m", "Scott Kelly (Soyuz TMA-16M)"),
        ("flight-home", "seat:scott-kelly_soyuz-tma-16m", "Scott Kelly (2016)"),
    ],
)
def test_a_prompt_is_short(kind: str, subject: str, prompt: str, ask: Ask) -> None:
    asking = ask(kind)
    assert asking.kind.prompt(asking.record(subject), asking.facts).render() == prompt


@pytest.mark.parametrize(
    ("kind", "subject", "quantity"),
    [
        ("flights-of-person", "person:scott-kelly", Quantity(4, Measure.FLIGHTS, 0, 1)),
        ("agencies-aboard", "mission:soyuz-tma-18m", Quantity(3, Measure.AGENCIES, 0, 1)),
        ("length-of-mission", "mission:vostok-1", Quantity(108, Measure.MINUTES, 5.4, 54)),
        ("year-of-hop", "mission:mercury-redstone-3", Quantity(1961, Measure.YEAR, 0, 4)),
    ],
)
def test_a_count_must_be_exact_and_a_length_nearly(
    kind: str, subject: str, quantity: Quantity, ask: Ask
) -> None:
    asking = ask(kind)
    assert asking.kind.quantity(asking.record(subject), asking.facts) == quantity


@pytest.mark.parametrize("kind", ["not-aboard", "longest-mission", "first-for-agency"])
def test_a_negative_and_a_superlative_claim_nothing(kind: str) -> None:
    assert Interaction.TRUE_FALSE not in KIND_BY_SLUG[kind].interactions


def test_anybody_may_be_named_for_a_crew_that_is_known(ask: Ask) -> None:
    """Not only those who would be offered."""
    for kind, subject in (
        ("person-of-agency", "seat:norishige-kanai_soyuz-ms-07"),
        ("launched-with", "seat:scott-kelly_soyuz-tma-16m"),
        ("joined-for-landing", "mission:soyuz-tma-18m"),
        ("person-on-hop", "mission:new-shepard-ns-16"),
    ):
        assert ask(kind).holds(subject, "person:valentina-tereshkova") is False


def test_people_are_put_in_order_by_when_they_first_flew_for_their_agency(ask: Ask) -> None:
    asking = ask("first-for-agency")
    stem = asking.kind.stem_of_order(asking.record("person:roberta-bondar"), asking.facts)
    assert stem.render() == (
        "Put these people in order by when they first flew into orbit for CSA (Canada), "
        "the earliest first."
    )
