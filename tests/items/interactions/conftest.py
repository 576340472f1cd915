"""Real items of every interaction."""

from collections.abc import Callable, Sequence
from functools import cache
from itertools import islice
from typing import TypeAlias

import pytest

from quizzes.items.generate import Generator
from quizzes.items.item import Interaction, Item
from quizzes.items.kinds import KINDS
from quizzes.items.seeds import Draw

Real: TypeAlias = Callable[[Interaction], Sequence[Item]]
A_KIND = 20


@pytest.fixture(scope="session")
def real(generator: Generator) -> Real:
    """Twenty items of each kind that is answered so."""

    @cache
    def drawn(interaction: Interaction) -> Sequence[Item]:
        return [
            item
            for kind in KINDS
            if interaction in kind.interactions
            for _, item in islice(
                generator.items(kind, Draw(f"real {kind.slug}"), interaction=interaction), A_KIND
            )
        ]

    return drawn
