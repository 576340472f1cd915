"""Match: every prompt gets its partner. The value is, for each prompt, the index of an option."""

from collections.abc import Sequence
from typing import cast

from quizzes.items.interactions.base import (
    Again,
    Given,
    Problem,
    Raw,
    Row,
    Sample,
    index_of,
    is_index,
    single,
)
from quizzes.items.item import Item, Prompt
from quizzes.items.text import Json, Text, gettext_noop, names_text, text

PAIR = gettext_noop("{prompt}: {partner}")


def field(number: int) -> str:
    """The name of the field for a prompt, counted from 0."""
    return f"match-{number}"


def tokens(item: Item) -> int:
    return len(item.options)


def read(raw: Raw, item: Item, tokens: Sequence[str]) -> Given | Again:
    """The options that the fields ``match-0``, ``match-1`` and so on pick."""
    given = [single(raw, field(number)) for number in range(len(item.prompts))]
    picked: list[Json] = [index_of(token, tokens) if token else None for token in given]
    if None in given:
        return Again(Problem.MORE_THAN_ONE, picked)
    if not any(given):
        return Again(Problem.NOTHING_CHOSEN)
    if any(token and index is None for token, index in zip(given, picked, strict=True)):
        return Again(Problem.NOT_AN_OPTION, picked)
    if None in picked:
        return Again(Problem.NOT_ALL, picked)
    return Given(picked) if are_different(picked) else Again(Problem.SAME_TWICE, picked)


def are_different(picked: Sequence[Json]) -> bool:
    return len(set(cast("Sequence[int]", picked))) == len(picked)


def check(value: Json, item: Item) -> Given | Again:
    """A list with the index of an option for each prompt, each once."""
    if not isinstance(value, list) or not all(is_index(at, len(item.options)) for at in value):
        return Again(Problem.NOT_AN_OPTION)
    if len(value) != len(item.prompts):
        return Again(Problem.NOT_ALL)
    return Given(value) if are_different(value) else Again(Problem.SAME_TWICE)


def grade(item: Item, value: Json) -> float:
    """The share of the prompts that have their partner."""
    picked = cast("list[int]", value)
    right = sum(at == prompt.key for at, prompt in zip(picked, item.prompts, strict=True))
    return right / len(item.prompts)


def pair(prompt: Prompt, partner: Text) -> Text:
    return text(PAIR, prompt=prompt.text, partner=partner)


def luck(item: Item) -> float:
    return 1 / len(item.prompts)


def said(item: Item, value: Json) -> Text:
    picked = cast("list[int]", value)
    pairs = zip(item.prompts, picked, strict=True)
    return names_text([pair(prompt, item.options[at].text) for prompt, at in pairs])


def why_not(item: Item, value: Json) -> Text | None:
    """The own fact of the first option that was given to the wrong prompt."""
    pairs = zip(cast("list[int]", value), item.prompts, strict=True)
    return next((item.options[at].rationale for at, prompt in pairs if at != prompt.key), None)


def rows(item: Item, value: Json) -> tuple[Row, ...]:
    """Every prompt with its partner; beside it, the one that it was given."""
    return tuple(
        Row(
            ref=item.options[prompt.key].ref,
            text=item.options[prompt.key].text,
            rationale=item.options[prompt.key].rationale,
            is_key=True,
            is_chosen=at == prompt.key,
            label=prompt.text,
            own=None if at == prompt.key else item.options[at].text,
        )
        for at, prompt in zip(cast("list[int]", value), item.prompts, strict=True)
    )


def chosen(item: Item, value: Json) -> tuple[int, ...]:
    return ()


def samples(item: Item, tokens: Sequence[str]) -> Sequence[Sample]:
    def form(picked: Sequence[str]) -> Raw:
        return {field(number): [token] for number, token in enumerate(picked)}

    right = [tokens[prompt.key] for prompt in item.prompts]
    count = len(right)
    bad: list[Raw] = [
        {},
        form([*right[1:], ""]),
        form([*right[1:], "x"]),
        form([right[1], *right[1:]]),
        {**form(right), field(0): right[:2]},
    ]
    return [
        Sample(form(right), 1.0),
        Sample(form([right[1], right[0], *right[2:]]), (count - 2) / count),
        Sample(form([*right[1:], right[0]]), 0.0),
        *(Sample(raw, None) for raw in bad),
    ]
