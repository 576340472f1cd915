"""Looks for contradictions in the facts, and says what it has looked at.

A contradiction that is known and understood is named in a file of exceptions, with its reason. An
exception that excepts nothing is a contradiction too: it tells of facts that are no longer there.
"""

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from quizzes.facts.checks import CHECKS
from quizzes.facts.checks.ledger import Check, Ledger
from quizzes.facts.records import Records
from quizzes.facts.sourcing import STATED_FIELDS

EXCEPTIONS_ARE_NEEDED: Final = "exceptions are needed"


@dataclass(frozen=True, slots=True)
class Finding:
    """A contradiction: which check found it, on which record (its slug), and what it is."""

    check: str
    record: str
    message: str


@dataclass(frozen=True, slots=True)
class KnownException:
    """A contradiction that is known: all that ``check`` finds on ``record``, and why it stands."""

    check: str
    record: str
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """What an audit has found.

    ``checked``: by check, how many times it looked. ``excepted``: what is known, with its
    exception. ``unsourced``: by kind of record and field, how many values nobody is cited for,
    so that no question uses them.
    """

    checked: Mapping[str, int]
    findings: Sequence[Finding]
    excepted: Sequence[tuple[Finding, KnownException]]
    unsourced: Mapping[tuple[str, str], int]


def audit(
    records: Records,
    *,
    as_of: date,
    exceptions: Iterable[KnownException] = (),
    checks: Sequence[Check] = CHECKS,
) -> Report:
    """Run ``checks`` over all that ``records`` hold, sourced or not. ``as_of``: today."""
    ledger = Ledger(records, as_of)
    known = {(one.check, one.record): one for one in exceptions}
    checked: Counter[str] = Counter()
    findings: list[Finding] = []
    excepted: list[tuple[Finding, KnownException]] = []
    for check in checks:
        name = name_of(check)
        checked[name] = 0
        for record, problem in check(ledger):
            checked[name] += 1
            if not problem:
                continue
            finding = Finding(name, record, problem)
            if (name, record) in known:
                excepted.append((finding, known[name, record]))
            else:
                findings.append(finding)
    needed = {(finding.check, finding.record) for finding, _ in excepted}
    for one in known.values():
        if (one.check, one.record) not in needed:
            message = f"nothing is wrong where “{one.check}” is excepted: remove the exception"
            findings.append(Finding(EXCEPTIONS_ARE_NEEDED, one.record, message))
    checked[EXCEPTIONS_ARE_NEEDED] = len(known)
    return Report(checked, findings, excepted, unsourced(ledger))


def name_of(check: Check) -> str:
    """The statement that a check checks: its name, in words."""
    return check.__name__.replace("_", " ")


def unsourced(ledger: Ledger) -> Mapping[tuple[str, str], int]:
    """How many values nobody is cited for, by the name of the record's class and the field. No
    contradictions: a fact base forgets such values, so nothing asks about them."""
    found: Counter[tuple[str, str]] = Counter()
    for record in ledger.facts():
        for field, empty in STATED_FIELDS[type(record)]:
            if field in record.provenance or field in record.disputed:
                continue
            if getattr(record, field) != empty:
                found[type(record).__name__, field] += 1
    return found


def read_exceptions(toml: str) -> tuple[KnownException, ...]:
    """The exceptions of a file with tables ``[[exception]]`` of ``check``, ``record`` and
    ``reason``. Raises ``ValueError`` where it is not that, or names a check that there is not."""
    held = tomllib.loads(toml)
    names = {name_of(check) for check in CHECKS}
    exceptions = []
    for number, fields in enumerate(held.get("exception", ()), start=1):
        if set(fields) != {"check", "record", "reason"} or not all(fields.values()):
            raise ValueError(f"exception {number}: give a check, a record and a reason")
        if fields["check"] not in names:
            raise ValueError(f"exception {number}: there is no check “{fields['check']}”")
        exceptions.append(KnownException(**fields))
    return tuple(exceptions)
