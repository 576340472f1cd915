"""An item with its texts rendered and its records found again: what rules look at."""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from quizzes.facts.base import FactBase
from quizzes.facts.records import Fact
from quizzes.items.item import Item
from quizzes.items.kinds.base import AnyKind, resolve
from quizzes.items.text import Translate, english


class Sheet(NamedTuple):
    """An item, its kind, and what it names. ``prompts``: the records of its prompts."""

    item: Item
    kind: AnyKind
    subject: Fact
    candidates: tuple[Fact, ...]
    stem: str
    options: tuple[str, ...]
    rationales: tuple[str, ...]
    facts: FactBase
    prompts: tuple[Fact, ...] = ()


Rule: TypeAlias = Callable[[Sheet], "str | None"]
"""What is wrong with the item, or None."""


def sheet(
    item: Item, kind: AnyKind, facts: FactBase, translate: Translate = english
) -> Sheet | None:
    """The item as rules see it; None where it names a record that there is not."""
    subject = resolve(item.subject, facts)
    named = [*(option.ref for option in item.options), *(prompt.ref for prompt in item.prompts)]
    found = tuple(record for name in named if (record := resolve(name, facts)) is not None)
    if subject is None or len(found) < len(named):
        return None
    return Sheet(
        item=item,
        kind=kind,
        subject=subject,
        candidates=found[: len(item.options)],
        stem=item.stem.render(translate),
        options=tuple(option.text.render(translate) for option in item.options),
        rationales=tuple(option.rationale.render(translate) for option in item.options),
        facts=facts,
        prompts=found[len(item.options) :],
    )
