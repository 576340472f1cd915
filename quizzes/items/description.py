"""Every kind as a page: its predicate in words, its traps, and an example. ``docs/kinds.md``."""

from collections.abc import Iterator
from inspect import cleandoc
from itertools import groupby
from typing import Final

from quizzes.items.generate import Generator
from quizzes.items.interactions import INTERACTIONS
from quizzes.items.item import TOPIC_NAMES, Interaction, Item
from quizzes.items.kinds.base import AnyKind
from quizzes.items.seeds import Draw

TRAP: Final = "Trap"
HEAD: Final = """\
# The kinds of questions

This page is generated: `make docs` writes it, and a test holds it against the kinds there are.
A kind states a predicate over facts; its words here are its docstring. The examples are what a
fixed seed gives. ✓ marks what is right.
"""


def kinds_page(generator: Generator) -> str:
    """The page, in Markdown."""
    count = len(generator.kinds)
    topics = groupby(sorted(generator.kinds, key=topic_order), key=lambda kind: kind.topic)
    parts = [HEAD, f"There are {count} kinds.\n"]
    for topic, kinds in topics:
        parts.append(f"## {TOPIC_NAMES[topic]}\n")
        parts += [part for kind in kinds for part in kind_section(kind, generator)]
    return "\n".join(parts)


def topic_order(kind: AnyKind) -> int:
    return list(TOPIC_NAMES).index(kind.topic)


def kind_section(kind: AnyKind, generator: Generator) -> Iterator[str]:
    """A kind: predicate, traps, ways to answer, and an example of each."""
    words = " ".join(cleandoc(kind.__doc__ or "").split())
    predicate, trap, traps = words.partition(TRAP)
    yield f"### {kind.slug}\n"
    yield f"{predicate.strip()}\n"
    if trap:
        yield f"**{trap}{traps.strip()}**\n"
    yield f"{len(generator.subjects(kind))} subjects.\n"
    for way in kind.interactions:
        item = generator.any_item(kind, Draw(f"docs:{kind.slug}:{way}"), way)
        if item is not None:
            yield example(item, way)


def example(item: Item, way: Interaction) -> str:
    """An item as a quotation: the question, and what a right answer is told."""
    stem = item.stem.render()
    lines = [f"> *{way}* · **{stem}**"]
    lines += [f"> - {p.text.render()}: {item.options[p.key].text.render()} ✓" for p in item.prompts]
    if not item.prompts:
        lines += [f"> - {row}" for row in answers(item, way)]
    return "\n".join((*lines, ">", f"> {item.rationale.render()}", ""))


def answers(item: Item, way: Interaction) -> Iterator[str]:
    """What can be picked, or what is right where nothing is shown."""
    if item.sequence:
        yield from (item.options[at].text.render() for at in item.sequence)
        return
    if way is Interaction.TRUE_FALSE:
        verdict = item.options[0].is_key
        yield f"{INTERACTIONS[way].said(item, verdict).render()} ✓"
        return
    written = way in (Interaction.NAME, Interaction.NUMBER)
    for option in item.options:
        if option.is_key or not written:
            yield f"{option.text.render()}{' ✓' if option.is_key else ''}"
