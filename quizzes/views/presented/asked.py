"""An item as it is asked: rendered in the reader's language, without its key.

What a form needs, each interaction says here for its template in ``templates/pages/interactions``.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias, cast

from quizzes.catalogue import Catalogue, readers_catalogue
from quizzes.items.interactions import INTERACTIONS
from quizzes.items.interactions.base import Again
from quizzes.items.interactions.match import field
from quizzes.items.interactions.number import LABELS
from quizzes.items.interactions.true_false import VERDICTS
from quizzes.items.item import TOPIC_NAMES, Interaction, Item, Quantity
from quizzes.items.text import Json, named
from quizzes.tokens import option_tokens


@dataclass(frozen=True, slots=True)
class ShownOption:
    """An option before the response. ``number``: the key that picks it, from 1."""

    number: int
    token: str
    text: str
    is_checked: bool = False


@dataclass(frozen=True, slots=True)
class ShownPrompt:
    """What a partner is looked for, the name of its field, and the token it has so far.
    ``is_next``: the first that is open still, or the first of all."""

    field: str
    text: str
    token: str
    is_next: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """The parts of a form, as far as its interaction has them. ``written``: what stands in the
    field so far; ``unit``: what it is counted in; ``keys``: how many options have a key that picks
    them; ``is_single``: one of them only; ``moved``: the button that moved one of them."""

    options: tuple[ShownOption, ...] = ()
    prompts: tuple[ShownPrompt, ...] = ()
    written: str = ""
    unit: str = ""
    keys: int = 0
    is_single: bool = False
    moved: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """An item without its key. ``interaction`` names the template of its form."""

    topic: str
    stem: str
    interaction: str
    form: Asked


Tokens: TypeAlias = Sequence[str]
Form: TypeAlias = Callable[[Item, Tokens, Json, Catalogue], Asked]
"""From an item, its tokens and what was filled in before to the parts of its form."""


def options(item: Item, tokens: Tokens, held: Json, translate: Catalogue) -> Asked:
    """One option is picked."""
    texts = [option.text.render(translate) for option in item.options]
    return Asked(options=numbered(tokens, texts, ()), keys=len(texts), is_single=True)


def several(item: Item, tokens: Tokens, held: Json, translate: Catalogue) -> Asked:
    """Any number of options is picked."""
    picked = cast("list[int]", held or [])
    texts = [option.text.render(translate) for option in item.options]
    return Asked(options=numbered(tokens, texts, picked), keys=len(texts))


def numbered(
    tokens: Tokens, texts: Sequence[str], picked: Sequence[int]
) -> tuple[ShownOption, ...]:
    pairs = zip(tokens, texts, strict=True)
    return tuple(
        ShownOption(index + 1, token, text, index in picked)
        for index, (token, text) in enumerate(pairs)
    )


def verdicts(_item: Item, tokens: Tokens, _held: Json, translate: Catalogue) -> Asked:
    texts = [translate(verdict) for verdict in VERDICTS]
    return Asked(options=numbered(tokens, texts, ()), keys=len(texts), is_single=True)


def in_order(item: Item, tokens: Tokens, held: Json, translate: Catalogue) -> Asked:
    """The options in the order that they were given so far."""
    shown = options(item, tokens, None, translate).options
    order = cast("list[int]", held) if isinstance(held, list) else range(len(shown))
    return Asked(options=tuple(shown[index] for index in order))


def pairs(item: Item, tokens: Tokens, held: Json, translate: Catalogue) -> Asked:
    """A choice of partners for each prompt."""
    picked = cast("list[int | None]", held or [None] * len(item.prompts))
    return Asked(
        options=options(item, tokens, None, translate).options,
        prompts=tuple(
            ShownPrompt(
                field(number),
                prompt.text.render(translate),
                "" if at is None else tokens[at],
                number == (picked.index(None) if None in picked else 0),
            )
            for number, (prompt, at) in enumerate(zip(item.prompts, picked, strict=True))
        ),
    )


def number(item: Item, _tokens: Tokens, held: Json, translate: Catalogue) -> Asked:
    unit = cast(Quantity, item.quantity).unit
    return Asked(written=cast(str, held or ""), unit=translate(LABELS[unit]))


def name(item: Item, tokens: Tokens, held: Json, translate: Catalogue) -> Asked:
    """What was written; where several go by it, which of them is meant: by name, for in the item
    those who are right come first."""
    written = cast("dict[str, Json]", held or {"text": "", "which": []})
    which = sorted(
        cast("list[int]", written["which"]),
        key=lambda at: (item.names[at].shown.casefold(), tokens[at]),
    )
    shown = [named(item.names[at].shown, translate) for at in which]
    return Asked(
        options=numbered([tokens[at] for at in which], shown, ()),
        keys=len(which),
        written=cast(str, written["text"]),
    )


FORMS: Final[Mapping[Interaction, Form]] = {
    Interaction.CHOICE: options,
    Interaction.MULTIPLE: several,
    Interaction.TRUE_FALSE: verdicts,
    Interaction.ORDER: in_order,
    Interaction.MATCH: pairs,
    Interaction.NUMBER: number,
    Interaction.PLACE: options,
    Interaction.NAME: name,
}


def question(
    item: Item, attempt_code: str, position: int, again: Again | None = None, moved: str = ""
) -> Question:
    """The item as it is asked, with what of an earlier response can be kept. ``moved``: the button
    that was pressed, where that was not the one that answers."""
    translate = readers_catalogue()
    tokens = option_tokens(attempt_code, position, INTERACTIONS[item.interaction].tokens(item))
    held = again.held if again is not None else None
    return Question(
        topic=translate(TOPIC_NAMES[item.topic]),
        stem=item.stem.render(translate),
        interaction=item.interaction.value,
        form=replace(FORMS[item.interaction](item, tokens, held, translate), moved=moved),
    )
