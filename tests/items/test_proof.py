"""Real items of every kind and interaction, proved without the engine's rules; and a proof that
finds nothing is put to the test."""

from itertools import islice

import pytest

from quizzes.facts.base import FactBase
from quizzes.items.generate import Generator
from quizzes.items.item import Interaction, Item
from quizzes.items.kinds import KINDS
from quizzes.items.kinds.base import AnyKind
from quizzes.items.seeds import Draw
from quizzes.items.text import Text
from tests.items.oracle.rows import Rows
from tests.items.proof import objections

A_WAY = 25
WAYS = [(kind, way) for kind in KINDS for way in kind.interactions]
every_way = pytest.mark.parametrize(
    ("kind", "way"), WAYS, ids=[f"{kind.slug}-{way}" for kind, way in WAYS]
)


@every_way
def test_the_oracle_finds_nothing_against_real_items(
    kind: AnyKind, way: Interaction, generator: Generator, facts: FactBase, rows: Rows
) -> None:
    drawn = generator.items(kind, Draw(f"proof {kind.slug}"), interaction=way)
    items = [item for _, item in islice(drawn, A_WAY)]
    assert items
    assert [objections(item, facts, rows) for item in items] == [[]] * len(items)


@every_way
def test_it_finds_an_item_that_says_the_opposite(
    kind: AnyKind, way: Interaction, generator: Generator, facts: FactBase, rows: Rows
) -> None:
    """With keys and distractors, the order or the partners the wrong way round."""
    item = generator.any_item(kind, Draw("opposite"), way)
    assert item is not None
    assert objections(turned_round(item), facts, rows)


def turned_round(item: Item) -> Item:
    """The same question with another answer."""
    match item.interaction:
        case Interaction.ORDER:
            return item._replace(sequence=item.sequence[::-1])
        case Interaction.MATCH:
            keys = [prompt.key for prompt in item.prompts]
            moved = zip(item.prompts, [*keys[1:], keys[0]], strict=True)
            return item._replace(prompts=tuple(p._replace(key=key) for p, key in moved))
        case Interaction.NUMBER:
            assert item.quantity is not None
            return item._replace(quantity=item.quantity._replace(value=item.quantity.value + 1))
        case _:
            options = tuple(option._replace(is_key=not option.is_key) for option in item.options)
            return item._replace(options=options)


@every_way
def test_it_finds_a_stem_that_is_neither_question_nor_sentence(
    kind: AnyKind, way: Interaction, generator: Generator, facts: FactBase, rows: Rows
) -> None:
    item = generator.any_item(kind, Draw("stem"), way)
    assert item is not None
    assert objections(item._replace(stem=Text("Well, now")), facts, rows)
