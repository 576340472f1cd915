"""What guessing a choice is worth: no look at the options alone may find the key more often than
chance, nor less often.

Every share is held against its 99.9% interval. Where several options tie, each is guessed as
often as the others.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from math import sqrt
from typing import Final, TypeAlias

import pytest

from quizzes.facts.regions import REGION_BY_SLUG
from quizzes.items.generate import Generator
from quizzes.items.item import Interaction, Item, Topic
from quizzes.items.kinds import KINDS
from quizzes.items.kinds.base import AnyKind
from quizzes.items.seeds import Draw
from tests.items.oracle.rows import Row, Rows, link, said, slugs

SEEDS: Final = 400
DEVIATIONS: Final = 3.29
"""Standard deviations on either side that hold 99.9% of a normal distribution."""
CHI_SQUARE: Final = {3: 13.82, 4: 16.27}
"""The 99.9% points of chi-square, by the number of options."""

CHOICES: Final = [kind for kind in KINDS if Interaction.CHOICE in kind.interactions]
pytestmark = pytest.mark.parametrize("kind", CHOICES, ids=lambda kind: kind.slug)
Drawn: TypeAlias = Callable[[AnyKind], Sequence[Item]]


@pytest.fixture(scope="module")
def drawn(generator: Generator) -> Drawn:
    """One item of a kind a seed."""

    @cache
    def draw(kind: AnyKind) -> Sequence[Item]:
        made = [generator.any_item(kind, Draw(f"guess {number}")) for number in range(SEEDS)]
        return [item for item in made if item is not None]

    return draw


def assert_worth_a_blind_guess(items: Sequence[Item], scores: Sequence[Sequence[float]]) -> None:
    """Guessing an option of the highest score finds the key as often as any other option."""
    found = expected = variance = 0.0
    for item, score in zip(items, scores, strict=True):
        chance = 1 / len(item.options)
        expected += chance
        variance += chance * (1 - chance)
        best = [at for at, value in enumerate(score) if value == max(score)]
        if item.key_index in best:
            found += 1 / len(best)
    assert found == pytest.approx(expected, abs=DEVIATIONS * sqrt(variance))


def test_every_seed_gives_an_item(kind: AnyKind, drawn: Drawn) -> None:
    assert len(drawn(kind)) == SEEDS


def test_the_key_stands_everywhere_as_often(kind: AnyKind, drawn: Drawn) -> None:
    for count, limit in CHI_SQUARE.items():
        places = Counter(item.key_index for item in drawn(kind) if len(item.options) == count)
        expected = places.total() / count
        if expected >= 5:  # fewer make no chi-square
            square = sum((places[at] - expected) ** 2 / expected for at in range(count))
            assert square < limit, dict(places)


@pytest.mark.parametrize("place", ["first", "last"])
def test_the_first_or_last_option_is_no_better_guess(
    kind: AnyKind, place: str, drawn: Drawn
) -> None:
    items = drawn(kind)
    at = 0 if place == "first" else -1
    scores = [[n == range(len(i.options))[at] for n in range(len(i.options))] for i in items]
    assert_worth_a_blind_guess(items, scores)


@pytest.mark.parametrize("which", ["longest", "shortest"])
def test_the_longest_or_shortest_option_is_no_better_guess(
    kind: AnyKind, which: str, drawn: Drawn
) -> None:
    items = drawn(kind)
    sign = 1 if which == "longest" else -1
    scores = [[sign * len(option.text.render()) for option in item.options] for item in items]
    assert_worth_a_blind_guess(items, scores)


def test_the_option_that_shares_most_is_no_better_guess(
    kind: AnyKind, drawn: Drawn, rows: Rows
) -> None:
    """Sharing flights, programmes, craft, stations, decades, crews, countries with the other
    options; but not the agency, the station or the crew where that is asked for: in it they
    differ by design."""
    items = drawn(kind)
    apart = {Topic.AGENCIES: "agency", Topic.STATIONS: "station"}.get(kind.topic, "nothing")
    if kind.slug in {"joined-for-landing", "not-aboard", "flew-on-both"}:
        apart = "flight"
    held: dict[str, set[tuple[str, str]]] = {}
    scores: list[list[int]] = []
    for item in items:
        for option in item.options:
            if option.ref not in held:
                held[option.ref] = {t for t in traits(option.ref, rows) if t[0] != apart}
        mine = [held[option.ref] for option in item.options]
        scores.append([sum(len(one & other) for other in mine if other is not one) for one in mine])
    assert_worth_a_blind_guess(items, scores)


@pytest.mark.parametrize("which", ["earliest", "latest"])
def test_the_earliest_or_latest_flight_is_no_better_guess(
    kind: AnyKind, which: str, drawn: Drawn, rows: Rows
) -> None:
    """The names of flights tell the order of their launches."""
    items = [item for item in drawn(kind) if not item.numeric]
    if not all(option.ref.startswith("mission:") for item in items for option in item.options):
        return
    sign = 1 if which == "latest" else -1
    scores = [
        [sign * (rows.launched[o.ref.partition(":")[2]] or 0) for o in item.options]
        for item in items
    ]
    assert_worth_a_blind_guess(items, scores)


def test_no_agency_or_place_is_offered_often_and_never_right(kind: AnyKind, drawn: Drawn) -> None:
    offered = Counter(option.ref for item in drawn(kind) for option in item.options)
    right = {item.key.ref for item in drawn(kind)}
    few = ("agency:", "region:", "site:")
    assert not [r for r, n in offered.items() if r.startswith(few) and n >= 60 and r not in right]


def traits(reference: str, rows: Rows) -> Iterator[tuple[str, str]]:
    """What a record may have in common with another, by the rows."""
    name, _, slug = reference.partition(":")
    match name:
        case "mission":
            yield from traits_of_flight(slug, rows)
            yield from (("crew", link(seat["person"])) for seat in rows.up[slug])
        case "seat":
            yield from traits_of_seat(rows.seats[slug], rows)
        case "person":
            for seat in rows.of[slug]:
                yield "flight", link(seat["up"])
                yield from traits_of_seat(seat, rows)
        case "agency":
            yield from traits_of_agency(slug, rows)
        case "station":
            yield from traits_of_station(slug, rows)
        case "site":
            yield "country", rows.sites[slug]["country"]
        case "region":
            yield "surface", REGION_BY_SLUG[slug].surface


def traits_of_agency(agency: str, rows: Rows) -> Iterator[tuple[str, str]]:
    yield "country", rows.agencies[agency]["country"]
    for seat in rows.seats.values():
        if said(seat, "agency") == agency:
            yield from traits_of_flight(link(seat["up"]), rows)


def traits_of_station(station: str, rows: Rows) -> Iterator[tuple[str, str]]:
    yield "country", rows.stations[station]["country"]
    for mission, row in rows.missions.items():
        if station in slugs(row, "stations"):
            yield from traits_of_flight(mission, rows)


def traits_of_seat(seat: Row, rows: Rows) -> Iterator[tuple[str, str]]:
    yield from traits_of_flight(link(seat["up"]), rows)
    if said(seat, "agency") is not None:
        yield "agency", said(seat, "agency")


def traits_of_flight(mission: str, rows: Rows) -> Iterator[tuple[str, str]]:
    row = rows.missions[mission]
    yield "craft", link(row["spacecraft"])
    yield "programme", rows.family(mission)
    if said(row, "launched_at") is not None:
        yield "decade", row["launched_at"][:3]
    if "stations" in row.get("provenance", {}):
        yield from (("station", link(station)) for station in row.get("stations", ()))


def test_no_rank_among_numbers_is_a_better_guess(kind: AnyKind, drawn: Drawn) -> None:
    items = [item for item in drawn(kind) if item.numeric and len(item.options) == 4]
    for rank in range(4):
        scores = [[at == rank for at in range(4)] for _ in items]
        if items:
            assert_worth_a_blind_guess(items, scores)
