"""Papers of one sort of item, and their forms filled in, whatever the way to answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from bench.server import BenchError
from quizzes.items.blueprint import TooFew
from quizzes.items.interactions import INTERACTIONS
from quizzes.models import Paper
from quizzes.queries.attempts import paper_items
from quizzes.services.papers import freeze_paper
from quizzes.tokens import option_tokens

if TYPE_CHECKING:
    from quizzes.items.blueprint import Blueprint
    from quizzes.items.item import Item

FEWEST_ITEMS: Final = 1


def new_paper(blueprint: Blueprint, seed: str) -> Paper:
    """A frozen paper; a shorter one where there are not as many items for it."""
    paper = freeze_paper(blueprint, seed, datetime.now(UTC))
    if isinstance(paper, TooFew) and paper.available >= FEWEST_ITEMS:
        shorter = replace(blueprint, count=paper.available)
        paper = freeze_paper(shorter, seed, datetime.now(UTC))
    if not isinstance(paper, Paper):
        raise BenchError(f"The facts make no paper of {blueprint}.")
    return paper


def filled_in(code: str, position: int, item: Item, turn: int) -> list[tuple[str, str]]:
    """The fields of a form that an attempt's ``item`` takes: rightly filled in, partly or wrongly,
    by ``turn``."""
    interaction = INTERACTIONS[item.interaction]
    tokens = option_tokens(code, position, interaction.tokens(item))
    good = [s.raw for s in interaction.samples(item, tokens) if s.grade is not None]
    raw = good[turn % len(good)]
    return [(field, value) for field, values in raw.items() for value in values]


def graded(code: str, position: int, item: Item, grade: float) -> list[tuple[str, str]]:
    """The fields of a form that an attempt's ``item`` takes, such that it gets ``grade``."""
    interaction = INTERACTIONS[item.interaction]
    tokens = option_tokens(code, position, interaction.tokens(item))
    raw = next(s.raw for s in interaction.samples(item, tokens) if s.grade == grade)
    return [(field, value) for field, values in raw.items() for value in values]


def forms(code: str, paper: Paper) -> list[list[tuple[str, str]]]:
    """Those of a whole attempt at ``paper``, by position."""
    items = paper_items(paper.pk)
    return [filled_in(code, at, item, turn=at) for at, item in enumerate(items, 1)]
