"""Whether a blueprint can be filled, and what would help where it cannot."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from quizzes.items.blueprint import Blueprint, TooFew
from quizzes.items.generate import Generator
from quizzes.items.item import DEFAULT_TOPICS, Topic
from quizzes.items.papers import make_paper
from quizzes.items.ratings import Ratings

SPARE: Final = 5
"""How many items from one seed to the next may differ, for a match takes four flights at once: a
blueprint that could be filled with so many more can be filled with any seed."""


@dataclass(frozen=True, slots=True)
class Shortage:
    """``available``: how many items there are. ``would_do``: what would be enough to widen, each
    of it alone, as ``widened`` names it."""

    available: int
    would_do: tuple[str, ...]


def first_to_fill(
    blueprint: Blueprint, seeds: Iterable[str], generator: Generator, ratings: Ratings
) -> str | Shortage:
    """The first of the seeds that fills the blueprint."""
    most = 0
    for seed in seeds:
        made = make_paper(blueprint, seed, generator, ratings)
        if not isinstance(made, TooFew):
            return seed
        most = max(most, made.available)
    return Shortage(most, enough_to_widen(blueprint, generator, ratings))


def filled_by_all(
    blueprint: Blueprint, seeds: Iterable[str], generator: Generator, ratings: Ratings
) -> Shortage | None:
    """None, where every one of the seeds fills the blueprint."""
    roomy = replace(blueprint, count=blueprint.count + SPARE)
    for seed in seeds:
        made = make_paper(roomy, seed, generator, ratings)
        if not isinstance(made, TooFew):
            return None
        if made.available < blueprint.count:
            return Shortage(made.available, enough_to_widen(blueprint, generator, ratings))
    return None


def widened(blueprint: Blueprint) -> dict[str, Blueprint]:
    """The blueprint without one of its limits, for each limit that it has."""
    more = {*blueprint.topics, *DEFAULT_TOPICS}
    wider = {
        "topics": replace(blueprint, topics=tuple(topic for topic in Topic if topic in more)),
        "years": replace(blueprint, years=None),
        "families": replace(blueprint, families=()),
        "agencies": replace(blueprint, agencies=()),
        "stations": replace(blueprint, stations=()),
        "kinds": replace(blueprint, kinds=()),
        "interactions": replace(blueprint, interactions=()),
        "difficulty": replace(blueprint, difficulty=None),
    }
    return {name: without for name, without in wider.items() if without != blueprint}


def is_limited(blueprint: Blueprint) -> bool:
    return bool(widened(blueprint))


def enough_to_widen(
    blueprint: Blueprint, generator: Generator, ratings: Ratings
) -> tuple[str, ...]:
    """The limits without any one of which the blueprint could be filled."""
    return tuple(
        name
        for name, without in widened(blueprint).items()
        if not isinstance(make_paper(without, "wider", generator, ratings), TooFew)
    )
