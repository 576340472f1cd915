"""What a guess by length is worth in other languages: options are drawn by their English texts."""

from typing import Final

import pytest

from quizzes.catalogue import catalogues
from quizzes.items.audit.leaks import confirmed_leaks
from quizzes.items.generate import Generator
from quizzes.items.item import Interaction
from quizzes.items.kinds import KIND_BY_SLUG

SEEDS: Final = 300
TRANSLATED: Final = (
    "agency-of-person", "state-of-landing", "station-of-mission", "waters-of-splashdown",
)  # fmt: skip
"""Kinds of which options are called otherwise in other languages."""


@pytest.mark.parametrize("kind", TRANSLATED)
def test_the_longest_or_shortest_option_is_no_better_guess_in_any_language(
    kind: str, generator: Generator
) -> None:
    found = confirmed_leaks(KIND_BY_SLUG[kind], Interaction.CHOICE, generator, SEEDS, catalogues())
    told = [leak for leak in found if leak.language]
    assert {leak.language for leak in told} == {*catalogues()}
    assert [leak for leak in told if leak.is_open] == []
