"""Every kind against its oracle where something is not known: in a made-up world, of which one
field at a time has no source in every third row."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias

import pytest

from quizzes.facts.base import FactBase
from quizzes.items.kinds import KIND_BY_SLUG, KINDS
from quizzes.items.kinds.base import AnyKind, ref, resolve
from tests.items.broken_worlds import OPTIONAL
from tests.items.made_up import fact_base, world_for
from tests.items.oracle import ORACLES
from tests.items.oracle.rows import Row, Rows, Tables

SUBJECTS: Final = 8
TAKES_FOR_GRANTED: Final = frozenset(
    (
        "commander-of-mission", "person-aboard", "first-flight-of-person", "flight-home",
        "flew-on-both", "person-of-stay", "aboard-station-on-day", "length-of-spacewalk",
        "longest-spacewalk", "first-outside", "first-for-agency", "launched-between",
        "in-space-on-day", "in-space-with", "person-on-hop",
    )
)  # fmt: skip
"""Kinds whose ``holds`` is asked only of what their subjects and candidates have looked at."""


Asked: TypeAlias = Mapping[str, Sequence[tuple[str, str]]]
"""By kind: subjects and candidates."""


@pytest.fixture(scope="session")
def worlds() -> Sequence[tuple[Tables, Asked]]:
    """The made-up worlds, each with what its kinds ask."""
    found: list[tuple[Tables, dict[str, Sequence[tuple[str, str]]]]] = []
    for kind in KINDS:
        tables = world_for(kind.slug)
        asked = next((asked for known, asked in found if known == tables), None)
        if asked is None:
            asked = {}
            found.append((tables, asked))
        asked[kind.slug] = list(pairs_of(kind, fact_base(tables)))
    return found


def test_every_kind_has_something_to_ask(worlds: Sequence[tuple[Tables, Asked]]) -> None:
    assert {kind for _, asked in worlds for kind, pairs in asked.items() if pairs} == {
        kind.slug for kind in KINDS
    }


@pytest.mark.parametrize("third", range(3))
@pytest.mark.parametrize(
    ("table", "field"), [(table, field) for table, fields in OPTIONAL.items() for field in fields]
)
def test_holds_knows_no_more_than_the_oracle(
    table: str, field: str, third: int, worlds: Sequence[tuple[Tables, Asked]]
) -> None:
    for tables, asked in worlds:
        holed = with_holes(tables, table, field, third)
        facts, rows = fact_base(holed), Rows(holed)
        for name, pairs in asked.items():
            kind, verdict = KIND_BY_SLUG[name], ORACLES[name]
            still = set(pairs_of(kind, facts)) if name in TAKES_FOR_GRANTED else set(pairs)
            differing = [
                (name, subject, candidate, held, true)
                for subject, candidate in pairs
                if (subject, candidate) in still
                if (held := held_in(kind, subject, candidate, facts))
                is not (true := verdict(rows, slug(subject), slug(candidate)))
            ]
            assert differing == []


def pairs_of(kind: AnyKind, facts: FactBase) -> Iterator[tuple[str, str]]:
    """What is asked about, first of all, and with what."""
    for subject in kind.subjects(facts)[:SUBJECTS]:
        for candidate in kind.candidates(subject, facts):
            yield ref(subject), ref(candidate)


def with_holes(tables: Tables, table: str, field: str, third: int) -> Tables:
    rows = [
        unsaid(row, field) if number % 3 == third else row
        for number, row in enumerate(tables[table])
    ]
    return {**tables, table: rows}


def unsaid(row: Row, field: str) -> Row:
    provenance = {name: who for name, who in row["provenance"].items() if name != field}
    return {**row, "provenance": provenance}


def held_in(kind: AnyKind, subject: str, candidate: str, facts: FactBase) -> bool | None:
    return kind.holds(resolve(subject, facts), resolve(candidate, facts), facts)


def slug(reference: str) -> str:
    return reference.partition(":")[2]
