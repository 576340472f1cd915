"""Every kind against an oracle that reads the fixture files by another road."""

from collections import Counter

import pytest

from quizzes.facts.base import FactBase
from quizzes.items.kinds import KIND_BY_SLUG, KINDS
from quizzes.items.kinds.base import AnyKind
from tests.items.oracle import ORACLES
from tests.items.oracle.rows import Rows

every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)


def test_every_kind_has_an_oracle() -> None:
    assert ORACLES.keys() == KIND_BY_SLUG.keys()


@every_kind
def test_holds_says_what_the_fixture_files_say(kind: AnyKind, facts: FactBase, rows: Rows) -> None:
    """True where they say so, False where they say otherwise, None where they are silent, in
    dispute or too close: for every subject and all that could be offered for it."""
    verdict = ORACLES[kind.slug]
    compared = [
        (subject.slug, candidate.slug, kind.holds(subject, candidate, facts))
        for subject in kind.subjects(facts)
        for candidate in kind.candidates(subject, facts)
    ]
    differing = [
        (subject, candidate, held, true)
        for subject, candidate, held in compared
        if held is not (true := verdict(rows, subject, candidate))
    ]
    assert differing == []
    met = Counter(held for _subject, _candidate, held in compared)
    assert met[True] > 0
    assert met[False] > 0


@every_kind
def test_every_subject_has_one_key_among_its_candidates(kind: AnyKind, facts: FactBase) -> None:
    """The key that a kind insists on is a candidate, and right; each candidate is there once."""
    for subject in kind.subjects(facts):
        candidates = kind.candidates(subject, facts)
        right = [c for c in candidates if kind.holds(subject, c, facts) is True]
        wanted = kind.key(subject, facts)
        assert len(set(candidates)) == len(candidates), subject.slug
        assert right if wanted is None else wanted in right, subject.slug
