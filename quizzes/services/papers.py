"""Making papers: generated once, then frozen."""

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from django.db import transaction

from quizzes.facts.base import FactBase
from quizzes.figures.of_items import figure_for
from quizzes.figures.stored import to_json
from quizzes.items.about import FEWEST_QUESTIONS, MOST_QUESTIONS
from quizzes.items.blueprint import Blueprint, TooFew
from quizzes.items.generate import Generator
from quizzes.items.item import Item, Topic
from quizzes.items.papers import make_paper
from quizzes.items.text import Json
from quizzes.models import Paper, PaperItem, Quiz
from quizzes.queries.generators import current_generator
from quizzes.queries.ratings import current_ratings

SEEDS_TRIED: Final = 5
"""Where a blueprint takes nearly all the items there are, one seed may fill it and another not."""


def new_seed() -> str:
    """A seed for a paper that nobody asked to be the same."""
    return secrets.token_hex(8)


def freeze_paper(
    blueprint: Blueprint, seed: str, now: datetime, quiz: Quiz | None = None
) -> Paper | TooFew:
    """Generate a paper and keep it, or say how many items there are."""
    generator, revision = current_generator()
    items = make_paper(blueprint, seed, generator, current_ratings())
    if isinstance(items, TooFew):
        return items
    return freeze_items(items, blueprint, seed, now, (generator, revision), quiz=quiz)


def first_paper(
    blueprint: Blueprint, seeds: Sequence[str], now: datetime, quiz: Quiz | None = None
) -> Paper | TooFew:
    """A paper of the first of ``seeds`` that fills ``blueprint``; TooFew where none does."""
    found: Paper | TooFew = TooFew(0)
    for seed in seeds:
        found = freeze_paper(blueprint, seed, now, quiz)
        if isinstance(found, Paper):
            break
    return found


@transaction.atomic
def freeze_items(
    items: Sequence[Item],
    blueprint: Blueprint,
    seed: str,
    now: datetime,
    made_with: tuple[Generator, str],
    *,
    quiz: Quiz | None = None,
    owner: str = "",
) -> Paper:
    """Keep ``items`` as a paper. ``made_with``: the generator and the revision of its facts.
    ``owner``: whose practice it is, if it is somebody's own."""
    generator, revision = made_with
    paper = Paper.objects.create(
        quiz=quiz,
        blueprint=blueprint.to_json(),
        seed=seed,
        facts_revision=revision,
        size=len(items),
        created_at=now,
        owner=owner,
    )
    PaperItem.objects.bulk_create(
        PaperItem(
            paper=paper,
            position=position,
            kind=item.kind,
            kind_version=item.version,
            snapshot=item.to_json(),
            figure=figure_json(item, generator.facts),
        )
        for position, item in enumerate(items, start=1)
    )
    return paper


def figure_json(item: Item, facts: FactBase) -> Json:
    """The picture that proves an item, as a paper keeps it."""
    figure = figure_for(item, facts)
    return None if figure is None else to_json(figure)


def frozen_paper(quiz: Quiz) -> Paper | None:
    """The paper that all students of ``quiz`` get, if it has a seed and the first of them has
    started."""
    if not quiz.seed:
        return None
    return quiz.papers.filter(seed=quiz.seed, blueprint=quiz.blueprint.to_json()).first()


def paper_for_quiz(quiz: Quiz, now: datetime) -> Paper | TooFew:
    """The paper that a student of ``quiz`` gets: the one that all get where the quiz has a seed,
    as frozen when the first of them started, else a fresh one."""
    frozen = frozen_paper(quiz)
    if frozen is not None:
        return frozen
    seeds = [quiz.seed] if quiz.seed else [new_seed() for _ in range(SEEDS_TRIED)]
    return first_paper(quiz.blueprint, seeds, now, quiz)


def paper_about(about: str, now: datetime) -> Paper | TooFew:
    """A fresh paper about one record: five questions, or as many as there are."""
    return fullest_paper(Blueprint(tuple(Topic), MOST_QUESTIONS, about=about), now)


def fullest_paper(blueprint: Blueprint, now: datetime) -> Paper | TooFew:
    """A fresh paper of as many items as ``blueprint`` counts, or else of as many as there are;
    TooFew where there are not even two. Which item comes first decides how many fit, so a few seeds
    are tried."""
    found, best_seed = TooFew(0), ""
    for _ in range(SEEDS_TRIED):
        seed = new_seed()
        made = freeze_paper(blueprint, seed, now)
        if isinstance(made, Paper):
            return made
        if made.available > found.available:
            found, best_seed = made, seed
    if found.available < FEWEST_QUESTIONS:
        return found
    return freeze_paper(replace(blueprint, count=found.available), best_seed, now)
