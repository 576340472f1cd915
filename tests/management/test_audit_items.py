"""The auditor finds what is unfair: each way of being unfair is planted once."""

from collections.abc import Sequence
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from quizzes.facts.base import FactBase
from quizzes.facts.records import Mission, Person
from quizzes.items.audit import audit_kind, leak_statistics
from quizzes.items.generate import Generator
from quizzes.items.item import Option
from quizzes.items.kinds.base import AnyKind
from quizzes.items.kinds.crews import CommanderOfMission, PersonAboard

pytestmark = pytest.mark.django_db


def audit(*arguments: str) -> str:
    printed = StringIO()
    call_command("audit_items", *arguments, stdout=printed)
    return printed.getvalue()


class TooLong(PersonAboard):
    """A kind whose stems go on and on."""

    def stem(self, subject: Mission, facts: FactBase) -> Any:
        text = super().stem(subject, facts)
        return text._replace(message="So, " + "well, " * 25 + text.message)


class Changeable(CommanderOfMission):
    """A kind that says otherwise when it is asked again."""

    def __init__(self) -> None:
        self.asked: set[tuple[str, str]] = set()

    def holds(self, subject: Mission, candidate: Person, facts: FactBase) -> bool | None:
        pair = subject.slug, candidate.slug
        first_time = pair not in self.asked
        self.asked.add(pair)
        return super().holds(subject, candidate, facts) if first_time else None


class AlwaysFirst(Generator):
    """A generator that puts the key first."""

    def assemble(self, kind: AnyKind, subject: Any, key: Any, faces: Sequence[Any]) -> Any:
        item = super().assemble(kind, subject, key, faces)

        def is_wrong(option: Option) -> bool:
            return not option.is_key

        return item._replace(options=tuple(sorted(item.options, key=is_wrong)))


def test_the_facts_make_no_item_that_breaks_a_rule(loaded_facts: object) -> None:
    told = audit("--seeds", "1", "--leak-seeds", "5")
    assert "No rule is broken." in told
    assert "commander-of-mission" in told


def test_a_stem_that_is_too_long_is_refused(facts: FactBase) -> None:
    report = audit_kind(TooLong(), Generator(facts, [TooLong()]), seeds=1)
    assert report.items == 0
    assert report.refused["one-short-question"] > 300


def test_a_verdict_that_does_not_stand_is_refused(facts: FactBase) -> None:
    kind = Changeable()
    report = audit_kind(kind, Generator(facts, [kind]), seeds=1)
    assert report.items == 0
    assert report.refused["proven"] > 300


def test_a_key_that_stands_first_is_a_leak(facts: FactBase) -> None:
    kind = PersonAboard()
    leaks = leak_statistics(kind, AlwaysFirst(facts, [kind]), seeds=100)
    found = {leak.guess for leak in leaks if leak.is_open}
    assert {"first", "last", "place of 4"} <= found


def test_a_broken_rule_ends_with_1_and_says_which(
    loaded_facts: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizzes.items.audit.broken_rule", lambda _: ("sourced", "no source"))
    with pytest.raises(CommandError, match="sourced: no source") as refused:
        audit("--seeds", "1", "--leak-seeds", "1")
    assert refused.value.returncode == 1


@pytest.mark.parametrize("arguments", [("--seeds", "0"), ("--leak-seeds", "0")])
def test_bad_numbers_are_refused(loaded_facts: object, arguments: tuple[str, str]) -> None:
    with pytest.raises(CommandError, match="numbers from 1"):
        audit(*arguments)
