"""The auditor finds what is unfair: each way of being unfair is planted once."""

import os
import signal
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from django.core.management import CommandError, call_command

from quizzes.facts.base import FactBase
from quizzes.facts.records import Mission, Person
from quizzes.items.audit.leaks import Leak, confirmed_leaks, leak_statistics
from quizzes.items.audit.proving import audit_kind, audit_way, what_is_asked
from quizzes.items.generate import Generator
from quizzes.items.item import Interaction, Item, Option
from quizzes.items.kinds import KIND_BY_SLUG, KINDS
from quizzes.items.kinds.base import AnyKind
from quizzes.items.kinds.crews import CommanderOfMission, PersonAboard
from quizzes.items.kinds.durations import LongestMission
from quizzes.items.kinds.stays import LengthOfStay
from quizzes.items.seeds import Draw
from quizzes.items.text import english

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[2]
HUNDRED = range(100)


def audit(*arguments: str) -> str:
    """In this process: others would look for the facts in another database."""
    printed = StringIO()
    call_command("audit_items", "--workers", "1", *arguments, stdout=printed, stderr=StringIO())
    return printed.getvalue()


TWO: Final = ("--kind", "commander-of-mission", "--kind", "longest-mission")


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


class Telling(Generator):
    """A generator whose items tell what is right: the key comes first, so does what is first in
    order, prompts stand beside their partners, and what is claimed is true."""

    def item(self, kind: AnyKind, subject: Any, draw: Draw, *rest: Any) -> Any:
        made = super().item(kind, subject, draw, *rest)
        while isinstance(made, Item) and made.interaction is Interaction.TRUE_FALSE:
            if made.options[0].is_key:
                return made
            made = super().item(kind, subject, draw, *rest)
        return telling(made) if isinstance(made, Item) else made


def telling(item: Item) -> Item:
    def is_wrong(option: Option) -> bool:
        return not option.is_key

    match item.interaction:
        case Interaction.ORDER:
            ranked = tuple(item.options[at] for at in item.sequence)
            return item._replace(options=ranked, sequence=tuple(range(len(ranked))))
        case Interaction.MATCH:
            beside = sorted(item.prompts, key=lambda prompt: prompt.key)
            return item._replace(prompts=tuple(beside))
        case _:
            return item._replace(options=tuple(sorted(item.options, key=is_wrong)))


# What it proves -------------------------------------------------------------------------------


def test_the_facts_make_no_item_that_breaks_a_rule(loaded_facts: object) -> None:
    told = audit("--leak-seeds", "2")
    assert "No rule is broken." in told
    for kind in KINDS:
        for interaction in kind.interactions:
            assert f"{kind.slug:<26}{interaction:<12}" in told


def test_a_stem_that_is_too_long_is_refused(facts: FactBase) -> None:
    report = audit_way(TooLong(), Interaction.CHOICE, Generator(facts, [TooLong()]), seeds=1)
    assert report.items == 0
    assert report.refused["one-short-question"] > 300
    assert report.violations == ["person-aboard choice: no items"]


@pytest.mark.parametrize(
    ("interaction", "rule"),
    [
        (Interaction.CHOICE, "proven"),
        (Interaction.TRUE_FALSE, "claim-proven"),
    ],
)
def test_a_verdict_that_does_not_stand_is_refused(
    facts: FactBase, interaction: Interaction, rule: str
) -> None:
    kind = Changeable()
    report = audit_way(kind, interaction, Generator(facts, [kind]), seeds=1)
    assert report.items == 0
    assert report.refused[rule] > 200


def test_each_interaction_of_a_kind_has_its_report(facts: FactBase) -> None:
    kind = LengthOfStay()
    reports = audit_kind(kind, Generator(facts, [kind]), 1, leak_seeds=20, most_subjects=10)
    assert [report.interaction for report in reports] == list(kind.interactions)
    for report in reports:
        assert report.subjects > report.tried
        assert 0 < report.items <= report.tried <= 10
        assert 0 < report.distinct <= report.items


def test_what_is_asked_tells_items_from_each_other(facts: FactBase) -> None:
    """A true claim and a false one about a subject are two; a name is asked for once."""
    generator, kind = Generator(facts, KINDS), CommanderOfMission()
    subject = generator.subjects(kind)[9]
    asked = {
        way: {
            what_is_asked(item)
            for seed in range(30)
            if isinstance(item := generator.item(kind, subject, Draw(str(seed)), None, way), Item)
        }
        for way in kind.interactions
    }
    assert len(asked[Interaction.NAME]) == 1
    assert len(asked[Interaction.TRUE_FALSE]) > 2
    assert len(asked[Interaction.CHOICE]) > 2
    assert len(asked[Interaction.MATCH]) > 2


# Leaks ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "interaction", "guesses"),
    [
        (PersonAboard(), Interaction.CHOICE, {"first", "last", "place of 4"}),
        (PersonAboard(), Interaction.MULTIPLE, {"place 1", "place 2", "place 6"}),
        (PersonAboard(), Interaction.TRUE_FALSE, {"true"}),
        (LongestMission(), Interaction.ORDER, {"as shown"}),
        (CommanderOfMission(), Interaction.MATCH, {"straight across", "place of 4"}),
    ],
)
def test_what_tells_is_a_leak(
    facts: FactBase, kind: AnyKind, interaction: Interaction, guesses: set[str]
) -> None:
    leaks = leak_statistics(kind, interaction, Telling(facts, [kind]), HUNDRED)
    assert guesses <= {leak.guess for leak in leaks if leak.is_open}
    confirmed = confirmed_leaks(kind, interaction, Telling(facts, [kind]), 100)
    assert guesses <= {leak.guess for leak in confirmed if leak.is_open}


def test_what_looks_like_a_leak_by_chance_alone_is_none(
    facts: FactBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind = PersonAboard()
    first = Leak(kind.slug, Interaction.CHOICE, "first", 100, 90, 25, 14)
    drawn: Iterator[list[Leak]] = iter([[first], [first._replace(hits=30)]])
    monkeypatch.setattr("quizzes.items.audit.leaks.leak_statistics", lambda *_: next(drawn))
    leaks = confirmed_leaks(kind, Interaction.CHOICE, Generator(facts, [kind]), 100)
    assert [leak.is_open for leak in leaks] == [False]


# The command ----------------------------------------------------------------------------------


def test_a_broken_rule_ends_with_1_and_says_which(
    loaded_facts: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "quizzes.items.audit.proving.broken_rule", lambda _: ("sourced", "no source")
    )
    with pytest.raises(CommandError, match="sourced: no source") as refused:
        audit(*TWO, "--leak-seeds", "1")
    assert refused.value.returncode == 1


def test_a_leak_ends_with_1_and_says_which(
    loaded_facts: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizzes.queries.generators.Generator", Telling)
    monkeypatch.setattr("quizzes.queries.generators._generators", {})
    with pytest.raises(CommandError, match="longest-mission order: as shown tells too much"):
        audit(*TWO, "--leak-seeds", "100")


@pytest.mark.parametrize(
    "arguments", [("--seeds", "0"), ("--leak-seeds", "0"), ("--workers", "0"), ("--seeds", "-1")]
)
def test_bad_numbers_are_refused(loaded_facts: object, arguments: tuple[str, str]) -> None:
    with pytest.raises(CommandError, match="from 1"):
        audit(*arguments)


def test_without_facts_it_says_what_to_do(no_facts: None) -> None:
    with pytest.raises(CommandError, match="loadfacts"):
        audit()


def test_interrupted_it_says_how_far_it_got(
    loaded_facts: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("quizzes.management.auditing.audit_kind", interrupted)
    with pytest.raises(CommandError, match="Interrupted after 0 of 2") as ended:
        audit(*TWO)
    assert ended.value.returncode == 130


def test_several_processes_say_the_same_as_one_and_end_with_it(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{tmp_path / 'facts.sqlite3'}",
        "SECRET_KEY": "a key of tests" * 5,
    }

    def manage(*arguments: str) -> list[str]:
        return [sys.executable, "manage.py", *arguments]

    for arguments in (("migrate", "-v0"), ("loadfacts", "-v0")):
        subprocess.run(manage(*arguments), cwd=ROOT, env=environment, check=True)  # noqa: S603
    sample = ("audit_items", *TWO, "--leak-seeds", "5")
    told = [
        subprocess.run(  # noqa: S603
            manage(*sample, "--workers", workers),
            cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120,
        )
        for workers in ("1", "2")
    ]  # fmt: skip
    assert without_time(told[0].stdout) == without_time(told[1].stdout)
    assert told[0].stderr == told[1].stderr == "1/2 commander-of-mission\n2/2 longest-mission\n"
    # And whoever interrupts it waits for nobody.
    running = subprocess.Popen(  # noqa: S603
        manage("audit_items", "--full", "--workers", "2"), cwd=ROOT, env=environment, text=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    with running:
        assert running.stderr is not None
        assert running.stderr.readline().startswith("1/")
        running.send_signal(signal.SIGINT)
        # The pipe ends when the last process that could write to it has ended.
        _, told_last = running.communicate(timeout=20)
        assert "Interrupted after 1 of" in told_last
        assert running.returncode == 130


def without_time(told: str) -> list[str]:
    return [line for line in told.splitlines() if not line.endswith(" s")]


# Other languages ----------------------------------------------------------------------------------


def alike(message: str, _plural: str, _count: int | None) -> str:
    """A language in which all people have one name."""
    return message if "{" in message else "Ivan Ivanov"


def shouting(message: str, _plural: str, _count: int | None) -> str:
    """A language in which the first of two names is five times as long."""
    return message if "{" in message or message[:1] > "B" else message * 5


@pytest.fixture
def commanders(facts: FactBase) -> tuple[AnyKind, Generator]:
    kind = KIND_BY_SLUG["commander-of-mission"]
    return kind, Generator(facts, [kind])


def test_options_that_read_the_same_in_another_language_are_found(
    commanders: tuple[AnyKind, Generator],
) -> None:
    report = audit_way(commanders[0], Interaction.CHOICE, commanders[1], 1, 10, {"xx": alike})
    (violation,) = report.violations
    assert violation.startswith(
        f"commander-of-mission choice: xx: distinct: in {report.items} of {report.items}"
    )


def test_a_length_that_tells_the_key_in_another_language_is_found(
    commanders: tuple[AnyKind, Generator],
) -> None:
    kind, generator = commanders
    leaks = leak_statistics(kind, Interaction.CHOICE, generator, HUNDRED, {"xx": shouting})
    hits = {leak.guess: leak.hits for leak in leaks}
    assert {"longest", "longest xx", "shortest", "shortest xx"} <= hits.keys()
    assert hits["longest"] != hits["longest xx"]


def test_english_under_another_name_is_as_fair(commanders: tuple[AnyKind, Generator]) -> None:
    report = audit_way(commanders[0], Interaction.CHOICE, commanders[1], 1, 10, {"xx": english})
    assert report.violations == []
