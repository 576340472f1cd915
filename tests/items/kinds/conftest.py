"""Asking a kind in slugs."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from quizzes.facts.base import FactBase
from quizzes.facts.records import Fact
from quizzes.items.kinds import KIND_BY_SLUG
from quizzes.items.kinds.base import AnyKind, resolve


@dataclass(frozen=True)
class Asking:
    """A kind over the facts of the fixture files. Records are named as items name them:
    ``"mission:apollo-11"``."""

    kind: AnyKind
    facts: FactBase

    def record(self, reference: str) -> Fact:
        found = resolve(reference, self.facts)
        assert found is not None, reference
        return found

    def subjects(self) -> set[str]:
        """The slugs of all that is asked about."""
        return {subject.slug for subject in self.kind.subjects(self.facts)}

    def candidates(self, subject: str) -> set[str]:
        """The slugs of all that could be offered."""
        candidates = self.kind.candidates(self.record(subject), self.facts)
        return {candidate.slug for candidate in candidates}

    def holds(self, subject: str, candidate: str) -> bool | None:
        return self.kind.holds(self.record(subject), self.record(candidate), self.facts)

    def wrong(self, subject: str) -> set[str]:
        """The slugs of all that may be offered as wrong."""
        asked = self.record(subject)
        return {
            candidate.slug
            for candidate in self.kind.candidates(asked, self.facts)
            if self.kind.holds(asked, candidate, self.facts) is False
        }

    def option(self, subject: str, candidate: str) -> str:
        text = self.kind.option(self.record(subject), self.record(candidate), self.facts)
        return text.render()

    def because(self, subject: str, candidate: str) -> str:
        because = self.kind.because(self.record(subject), self.record(candidate), self.facts)
        return because.text.render()

    def stem(self, subject: str) -> str:
        return self.kind.stem(self.record(subject), self.facts).render()


Ask = Callable[[str], Asking]


@pytest.fixture
def ask(facts: FactBase) -> Ask:
    """``ask("commander-of-mission")``: that kind, to be asked."""
    return lambda slug: Asking(KIND_BY_SLUG[slug], facts)
