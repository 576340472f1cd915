"""An item with its texts rendered and its records found again: what rules look at."""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from quizzes.facts.base import FactBase
from quizzes.facts.records import Fact
from quizzes.items.item import Item
from quizzes.items.kinds.base import AnyKind, resolve
from quizzes.items.text import Translate


class Sheet(NamedTuple):
    """An item, its kind, and what it names. ``prompts``: the records of its prompts;
    ``prompt_texts``: what stands for them. ``is_english``: its texts are as they were written."""

    item: Item
    kind: AnyKind
    subject: Fact
    candidates: tuple[Fact, ...]
    stem: str
    options: tuple[str, ...]
    rationales: tuple[str, ...]
    facts: FactBase
    prompts: tuple[Fact, ...] = ()
    prompt_texts: tuple[str, ...] = ()
    is_english: bool = True

    def in_words_of(self, translate: Translate) -> "Sheet":
        """The same in another language, but for the rationales: no rule for words needs them."""
        return self._replace(
            stem=self.item.stem.render(translate),
            options=tuple([option.text.render(translate) for option in self.item.options]),
            prompt_texts=tuple([prompt.text.render(translate) for prompt in self.item.prompts]),
            rationales=(),
            is_english=False,
        )


Rule: TypeAlias = Callable[[Sheet], "str | None"]
"""What is wrong with the item, or None."""


def sheet(item: Item, kind: AnyKind, facts: FactBase) -> Sheet | None:
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
        stem=item.stem.render(),
        options=tuple(option.text.render() for option in item.options),
        rationales=tuple(option.rationale.render() for option in item.options),
        facts=facts,
        prompts=found[len(item.options) :],
        prompt_texts=tuple(prompt.text.render() for prompt in item.prompts),
    )
