"""Each way in which a kind says it can be asked makes items, and each item keeps its rules."""

import pytest

from quizzes.facts.base import FactBase
from quizzes.items.generate import Generator
from quizzes.items.interactions import INTERACTIONS
from quizzes.items.item import Interaction, Item
from quizzes.items.kinds import KIND_BY_SLUG, KINDS
from quizzes.items.kinds.base import AnyKind, resolve
from quizzes.items.seeds import Draw
from tests.items.made_up import fact_base, world_for

TOPICS = ("launches", "stations", "orbits", "spacewalks", "records", "timeline")
ASKED = [
    pytest.param(kind, way, id=f"{kind.slug}-{way}")
    for kind in KINDS
    if kind.topic in TOPICS and kind.slug != "first-for-agency"
    for way in kind.interactions
]
MOST_SUBJECTS = 60
"""Of so many subjects, spread over all there are, items are made."""


def made(kind: AnyKind, way: Interaction, generator: Generator) -> tuple[list[Item], int]:
    """The items of some of the subjects, and of how many."""
    subjects = generator.subjects(kind)
    some = subjects[:: max(1, len(subjects) // MOST_SUBJECTS)]
    tried = [
        generator.item(kind, subject, Draw(f"way {at}"), None, way)
        for at, subject in enumerate(some)
    ]
    return [item for item in tried if isinstance(item, Item)], len(some)


@pytest.mark.parametrize(("kind", "way"), ASKED)
def test_a_way_to_ask_makes_items_of_a_third_of_its_subjects(
    kind: AnyKind, way: Interaction, generator: Generator
) -> None:
    items, tried = made(kind, way, generator)
    assert 3 * len(items) >= tried >= 25


@pytest.mark.parametrize("kind", dict.fromkeys(param.values[0] for param in ASKED))
def test_a_kind_has_items_in_a_made_up_world(kind: AnyKind) -> None:
    generator = Generator(fact_base(world_for(kind.slug)), KINDS)
    assert any(made(kind, way, generator)[0] for way in kind.interactions)


@pytest.mark.parametrize(("kind", "way"), ASKED)
def test_samples_of_a_response_are_graded_as_they_say(
    kind: AnyKind, way: Interaction, generator: Generator
) -> None:
    items, _tried = made(kind, way, generator)
    asked = INTERACTIONS[way]
    for item in items[:3]:
        tokens = [f"token {at}" for at in range(asked.tokens(item))]
        for sample in asked.samples(item, tokens):
            read = asked.read(sample.raw, item, tokens)
            value = getattr(read, "value", None)
            graded = None if value is None else asked.grade(item, value)
            assert graded == (sample.grade and pytest.approx(sample.grade, abs=0.02))


def test_true_claims_and_false_ones_are_about_as_many(generator: Generator) -> None:
    """Over all kinds: else the verdict could be guessed."""
    claims = [
        item.options[0].is_key
        for kind in KINDS
        if Interaction.TRUE_FALSE in kind.interactions and kind.topic in TOPICS
        for item in made(kind, Interaction.TRUE_FALSE, generator)[0]
    ]
    assert len(claims) > 500
    assert 0.4 < sum(claims) / len(claims) < 0.6


# Wording --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "subject", "candidate", "claim"),
    [
        ("launch-year-of-mission", "mission:sts-31", "mission:sts-31", "STS-31 launched in 1990."),
        (
            "mission-of-person-in-year", "seat:scott-kelly_soyuz-tma-16m", "mission:sts-103",
            "Scott Kelly launched on STS-103 in 2015.",
        ),
        (
            "launched-before", "mission:sts-71", "mission:soyuz-tm-22",
            "STS-71 launched before Soyuz TM-22.",
        ),
        (
            "launch-site-of-mission", "mission:shenzhou-7", "site:jiuquan-satellite-launch-center",
            "Shenzhou 7 launched from the Jiuquan Launch Center.",
        ),
        (
            "launch-site-of-mission", "mission:soyuz-tm-12", "site:cape-canaveral",
            "Soyuz TM-12 launched from Cape Canaveral.",
        ),
        (
            "mission-to-station", "mission:soyuz-tma-10", "mission:soyuz-tm-8",
            "Soyuz TM-8 went to the ISS.",
        ),
        (
            "person-at-station", "seat:scott-kelly_soyuz-tma-16m", "person:norman-thagard",
            "Norman Thagard spent time aboard the ISS.",
        ),
        (
            "aboard-station-on-day", "seat:scott-kelly_soyuz-tma-16m", "person:kjell-lindgren",
            "Kjell Lindgren was aboard the ISS on 14 September 2015 (UTC).",
        ),
        (
            "mission-of-orbits", "mission:soyuz-tma-18m", "mission:apollo-7",
            "Apollo 7 made about 2,833 orbits of the Earth.",
        ),
        (
            "walker-of-spacewalk", "spacewalk:sts-123-eva-4", "person:dominic-l-gorie",
            "Dominic L. Gorie went outside during STS-123, on 20 March 2008 (UTC).",
        ),
        (
            "partner-on-spacewalk", "spacewalk:sts-118-eva-3", "person:richard-mastracchio",
            ("Clayton Anderson and Richard Mastracchio went outside together "
            "on 15 August 2007 (UTC)."),
        ),
        (
            "flight-before-spacewalk", "spacewalk:sts-118-eva-3", "mission:sts-118",
            ("Clayton Anderson had last launched on STS-118 before going outside "
            "with Richard Mastracchio on 15 August 2007 (UTC)."),
        ),
        (
            "age-on-first-flight", "person:yuri-gagarin", "person:john-glenn",
            "Yuri Gagarin was 40 years old on first reaching orbit, on Vostok 1.",
        ),
        (
            "launched-between", "mission:soyuz-tm-33", "mission:soyuz-tm-30",
            "Soyuz TM-30 launched after STS-105 and before STS-108.",
        ),
        (
            "in-space-with", "seat:scott-kelly_soyuz-tma-16m", "person:tim-peake",
            ("Tim Peake was in space at some time during the stay that Scott Kelly "
            "began on Soyuz TMA-16M."),
        ),
    ],
)  # fmt: skip
def test_a_claim_reads_as_one_statement(
    kind: str, subject: str, candidate: str, claim: str, facts: FactBase
) -> None:
    told = KIND_BY_SLUG[kind].claim(resolve(subject, facts), resolve(candidate, facts), facts)
    assert told.render() == claim


def test_only_numbers_that_sources_tell_alike_are_worth_everything(facts: FactBase) -> None:
    """Orbits are counted in ways up to a tenth apart; years are not."""
    orbits = KIND_BY_SLUG["orbits-of-mission"].quantity(facts.missions["soyuz-tma-18m"], facts)
    year = KIND_BY_SLUG["launch-year-of-mission"].quantity(facts.missions["sts-31"], facts)
    assert orbits.value == 2833
    assert round(orbits.tolerance) == 283
    assert (year.value, year.tolerance) == (1990, 0)
