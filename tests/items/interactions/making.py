"""Items made by hand, as small as an interaction needs them."""

from collections.abc import Sequence
from typing import Any

from quizzes.items.interactions import INTERACTIONS
from quizzes.items.interactions.base import Again, Given, Problem
from quizzes.items.item import Interaction, Item, Option, Prompt, Relation, Topic
from quizzes.items.text import Json, Text


def make(interaction: Interaction, rights: Sequence[bool] = (), **fields: Any) -> Item:
    """An item with an option for each of ``rights``: which of them are right."""
    options = tuple(
        Option(
            ref=f"person:{number}",
            text=Text(f"Option {number}"),
            is_key=right,
            relation=Relation.KEY if right else Relation.SAME_CREW,
            rationale=Text(f"About option {number}."),
        )
        for number, right in enumerate(rights)
    )
    return Item(
        kind="made-up",
        version=1,
        topic=Topic.CREWS,
        interaction=interaction,
        stem=Text("Which?"),
        options=options,
        rationale=Text("That is so."),
        background=None,
        sources=(),
        subject="mission:one",
        subjects=(),
        difficulty=1,
        numeric=False,
        fatal=False,
        **fields,
    )


def pairs(*keys: int) -> Item:
    """A match whose prompts have these keys."""
    prompts = tuple(Prompt(f"mission:{n}", Text(f"Prompt {n}"), key) for n, key in enumerate(keys))
    return make(Interaction.MATCH, [True] * len(keys), prompts=prompts)


def tokens_of(item: Item) -> list[str]:
    """Tokens as a form has them."""
    return [f"t{number}" for number in range(INTERACTIONS[item.interaction].tokens(item))]


def worth(item: Item, value: Json) -> float | Problem | None:
    """The grade of a value that comes as JSON; else why it has none."""
    return told(item, INTERACTIONS[item.interaction].check(value, item))


def worth_of_form(item: Item, **fields: str | Sequence[str]) -> float | Problem | None:
    """The same for the fields of a form. A single text stands for the one value of its field; ``_``
    for a hyphen."""
    raw = {
        name.replace("_", "-"): [given] if isinstance(given, str) else given
        for name, given in fields.items()
    }
    return told(item, INTERACTIONS[item.interaction].read(raw, item, tokens_of(item)))


def told(item: Item, found: Given | Again) -> float | Problem | None:
    if isinstance(found, Again):
        return found.problem
    return INTERACTIONS[item.interaction].grade(item, found.value)
