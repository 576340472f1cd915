"""Which flights launched before which, and from where: what is asked about, and the traps."""

from datetime import timedelta
from itertools import combinations

import pytest

from quizzes.facts.base import FactBase
from quizzes.items.generate import Generator
from quizzes.items.interactions.place import HAND_KM
from quizzes.items.item import Interaction, Item
from quizzes.items.kinds import KIND_BY_SLUG
from quizzes.items.seeds import Draw
from tests.items import made_up
from tests.items.kinds.conftest import Ask
from tests.items.oracle.rows import Rows

ORDER_KINDS = ("launched-before", "order-of-launches")
every_order = pytest.mark.parametrize("kind", ORDER_KINDS)

# Before and after -----------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "least"), [("launched-before", 300), ("order-of-launches", 140)])
def test_launches_are_compared_widely(kind: str, least: int, ask: Ask) -> None:
    subjects = ask(kind).subjects()
    assert len(subjects) >= least
    assert {"soyuz-tma-9", "sts-115", "shenzhou-6"} <= subjects


@every_order
def test_flights_of_one_family_are_never_compared_for_their_names_tell(
    kind: str, ask: Ask, rows: Rows
) -> None:
    asking = ask(kind)
    assert asking.holds("mission:soyuz-tma-9", "mission:soyuz-tma-10") is None
    for subject in asking.subjects():
        families = {rows.family(other) for other in asking.candidates(f"mission:{subject}")}
        assert kind == "order-of-launches" or rows.family(subject) not in families


def test_launches_within_a_month_are_not_told_apart() -> None:
    days = {"Heron 1": 0, "Stork 1": -31, "Stork 2": -29, "Stork 3": 29, "Stork 4": 31}
    flights = [
        made_up.mission(
            name, number, name.partition(" ")[0].lower(), made_up.START + timedelta(days=at),
            timedelta(days=1),
        )
        for number, (name, at) in enumerate(days.items(), 1)
    ]  # fmt: skip
    facts = made_up.fact_base(made_up.world([], flights, []))
    verdicts = {
        slug: [
            KIND_BY_SLUG[slug].holds(
                facts.missions["heron-1"], facts.missions[f"stork-{number}"], facts
            )
            for number in range(1, 5)
        ]
        for slug in ORDER_KINDS
    }
    assert verdicts == {
        "launched-before": [False, None, None, True],
        "order-of-launches": [None, None, None, False],
    }


@every_order
def test_flights_that_cost_lives_are_not_compared(kind: str, ask: Ask, rows: Rows) -> None:
    asking = ask(kind)
    for subject in asking.subjects():
        assert not rows.is_fatal(subject)
        assert not any(map(rows.is_fatal, asking.candidates(f"mission:{subject}")))


def test_the_one_flight_of_a_family_is_not_put_in_order_again_and_again(ask: Ask) -> None:
    """Artemis II was Orion's only one: it would be the last in every order of its years."""
    asking = ask("order-of-launches")
    assert "artemis-ii" in ask("launched-before").candidates("mission:soyuz-ms-27")
    for subject in asking.subjects():
        assert "artemis-ii" not in asking.candidates(f"mission:{subject}")


def test_an_order_has_each_family_once_and_a_month_between(
    generator: Generator, rows: Rows
) -> None:
    kind = KIND_BY_SLUG["order-of-launches"]
    made = [
        generator.item(kind, subject, Draw("order"), None, Interaction.ORDER)
        for subject in generator.subjects(kind)
    ]
    items = [item for item in made if isinstance(item, Item)]
    assert len(items) >= 100
    for item in items:
        ranked = [item.options[at].ref.partition(":")[2] for at in item.sequence]
        assert len({rows.family(mission) for mission in ranked}) == len(ranked)
        for one, later in combinations(ranked, 2):
            assert (rows.launched[later] or 0) - (rows.launched[one] or 0) >= 30 * 24 * 3600


# Sites ----------------------------------------------------------------------------------------


def test_sites_are_asked_about_wherever_a_source_names_one(ask: Ask) -> None:
    subjects = ask("launch-site-of-mission").subjects()
    assert len(subjects) >= 290
    assert {"vostok-1", "sts-1", "shenzhou-5"} <= subjects


@pytest.mark.parametrize(
    "mission",
    [
        "soyuz-ms-12",  # no source names its site
        "mercury-redstone-3",  # no orbit
        "sts-107",  # cost lives
    ],
)
def test_flights_without_a_site_or_an_orbit_or_that_cost_lives_are_not_asked_about(
    mission: str, ask: Ask
) -> None:
    assert mission not in ask("launch-site-of-mission").subjects()


def test_cape_canaveral_is_not_wrong_for_the_space_center_beside_it(ask: Ask) -> None:
    asking = ask("launch-site-of-mission")
    assert asking.holds("mission:apollo-8", "site:kennedy-space-center") is True
    assert asking.holds("mission:apollo-8", "site:cape-canaveral") is None
    assert asking.holds("mission:apollo-8", "site:baikonur-cosmodrome") is False
    for subject in asking.subjects():
        offered = asking.candidates(f"mission:{subject}")
        assert not {"kennedy-space-center", "cape-canaveral"} <= offered


def test_no_site_is_offered_long_before_anybody_launched_from_it(ask: Ask) -> None:
    """Shenzhou 5 launched in 2003."""
    asking, jiuquan = ask("launch-site-of-mission"), "jiuquan-satellite-launch-center"
    assert jiuquan not in asking.candidates("mission:vostok-1")
    assert jiuquan not in asking.candidates("mission:sts-31")
    assert jiuquan in asking.candidates("mission:soyuz-tm-12")


def test_every_site_offered_is_right_for_some_flight(generator: Generator) -> None:
    """One that is never right would soon be struck out."""
    kind = KIND_BY_SLUG["launch-site-of-mission"]
    made = [
        generator.item(kind, subject, Draw("site"), None, Interaction.PLACE)
        for subject in generator.subjects(kind)
    ]
    items = [item for item in made if isinstance(item, Item)]
    assert {option.ref for item in items for option in item.options} == {
        item.key.ref for item in items
    }


def test_the_pin_belongs_where_the_source_puts_the_site(facts: FactBase) -> None:
    kind = KIND_BY_SLUG["launch-site-of-mission"]
    point = kind.point(facts.missions["vostok-1"], facts)
    assert point is not None
    assert (round(point.lat), round(point.lon)) == (46, 63)
    assert point.precision_km < HAND_KM


def test_feedback_on_another_site_tells_who_launched_from_there_about_then(ask: Ask) -> None:
    asking = ask("launch-site-of-mission")
    assert asking.because("mission:soyuz-tma-9", "site:kennedy-space-center") == (
        "STS-115 launched from the Kennedy Space Center in 2006."
    )
