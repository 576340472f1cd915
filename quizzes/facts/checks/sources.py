"""Who says it, and whether they can."""

import dataclasses
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Final

from quizzes.facts.checks.ledger import Ledger, Verdict
from quizzes.facts.records import (
    Fact,
    Mission,
    Person,
    Seat,
    Spacecraft,
    Spacewalk,
)

DATABASE_FIELDS: Final[Mapping[type[Fact], frozenset[str]]] = {
    Mission: frozenset({"callsign", "cospar", "vehicle"}),
    Seat: frozenset({"nationality"}),
}
"""Statements that the database keeps and no question uses, so that the records leave them out."""

REQUIRED: Final[Mapping[type[Fact], tuple[str, ...]]] = {
    Person: ("name", "family_name"),
    Spacecraft: ("name",),
    Mission: ("name", "spacecraft", "flight_class"),
    Seat: ("person", "up"),
    Spacewalk: ("name", "people"),
}
"""What a question takes for granted about a record: it is not forgotten for want of a source, as
other values are. What things are called where nobody needs to say so (agencies, sites, numbers)
is vocabulary and not here."""


def citations_name_sources_and_fields(ledger: Ledger) -> Iterator[Verdict]:
    """Provenance and disputes are about fields that there are; citations name known sources."""
    for record in ledger.facts():
        fields = {field.name for field in dataclasses.fields(record)}
        fields |= DATABASE_FIELDS.get(type(record), frozenset())
        unknown = [f"field {name}" for name in record.provenance if name not in fields]
        unknown += [f"field {name}" for name in record.disputed if name not in fields]
        unknown += sorted(
            {
                f"source {citation.source}"
                for citations in record.provenance.values()
                for citation in citations
                if citation.source not in ledger.sources
            }
        )
        yield Verdict(record.slug, f"there is no {', no '.join(unknown)}" if unknown else "")


def cited_values_are_there(ledger: Ledger) -> Iterator[Verdict]:
    """Where a source is named for a field, the field says something."""
    for record in ledger.facts():
        empty = [
            name
            for name in record.provenance
            if hasattr(record, name) and getattr(record, name) in (None, "", ())
        ]
        problem = f"names a source for {', '.join(empty)}, but no value"
        yield Verdict(record.slug, problem if empty else "")


def sources_were_read_by_now(ledger: Ledger) -> Iterator[Verdict]:
    """No source was read after ``as_of``."""
    for source in ledger.records.sources:
        problem = f"was read on {source.read_on}"
        yield Verdict(source.slug, problem if source.read_on > ledger.as_of else "")
    for record in ledger.facts():
        last = max(
            (c.read_on for citations in record.provenance.values() for c in citations),
            default=date.min,
        )
        problem = f"cites what was read on {last}"
        yield Verdict(record.slug, problem if last > ledger.as_of else "")


def sources_were_read_after_what_they_tell(ledger: Ledger) -> Iterator[Verdict]:
    """Nobody tells of a launch, a landing, a spacewalk or a death before it has happened."""
    for record in ledger.facts():
        told = [
            f"{field}, read on {read_on}, is {happened}"
            for field, happened in events(ledger, record)
            if (read_on := last_read(record, field)) is not None and read_on < happened
        ]
        yield Verdict(record.slug, "; ".join(told))


def events(ledger: Ledger, record: Fact) -> Iterator[tuple[str, date]]:
    """The fields of a record that tell of something that happened, and the day on which."""
    match record:
        case Mission():
            told = {"launched_at": record.launched_at, "landed_at": record.landed_at}
        case Seat():
            told = {"up": ledger.launched_at(record), "down": ledger.landed_at(record)}
        case Spacewalk():
            told = {"started_at": record.started_at}
        case Person(died_on=date() as died_on):
            yield "died_on", died_on
            return
        case _:
            return
    for field, moment in told.items():
        if isinstance(moment, datetime):
            yield field, moment.date()


def last_read(record: Fact, field: str) -> date | None:
    """The last day on which a source was read for ``field``."""
    return max((citation.read_on for citation in record.provenance.get(field, ())), default=None)


def what_questions_take_for_granted_has_a_source(ledger: Ledger) -> Iterator[Verdict]:
    """Names, crews and types have a source wherever a question may use them: not for a flight
    whose launch has none, nor for a seat that nobody tells of, which no question does."""
    for record in ledger.facts():
        if type(record) not in REQUIRED or not may_be_used(record):
            continue
        missing = [name for name in REQUIRED[type(record)] if name not in record.provenance]
        yield Verdict(record.slug, f"has no source for {', '.join(missing)}" if missing else "")


def may_be_used(record: Fact) -> bool:
    """Whether a question may be about ``record``."""
    match record:
        case Mission():
            return "launched_at" in record.provenance
        case Seat():
            return "up" in record.provenance
        case _:
            return True
