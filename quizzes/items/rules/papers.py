"""Papers: what the items of one must not do to each other."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from quizzes.items.folding import fold
from quizzes.items.item import Item
from quizzes.items.text import CLAIM, Text


def gives_away(teller: Item, item: Item) -> bool:
    """Whether a statement of ``teller``, in the question or in its feedback, names both what
    ``item`` asks about and what is right there."""
    # What both stems say, such as "as of" a day, tells nothing.
    common = set(names_in(teller.stem))
    asked = [name for name in names_in(item.stem) if name not in common]
    pairs = [(asked, key.text.render()) for key in item.keys]
    pairs += [([p.text.render()], item.options[p.key].text.render()) for p in item.prompts]
    return any(
        says(told, key) and any(says(told, name) for name in names)
        for told in statements(teller)
        for names, key in pairs
    )


def names_in(text: Text) -> Iterator[str]:
    """The names that go into a text: of a claim, those that go into the claim."""
    for name, value in text.params:
        if isinstance(value, Text):
            yield from names_in(value) if name == CLAIM else (value.render(),)
        elif isinstance(value, str):
            yield value


@lru_cache(maxsize=1024)  # each item of a paper is held against every other
def statements(item: Item) -> tuple[str, ...]:
    """What an item says, folded: the question with its options, and each sentence of feedback."""
    named = [*(prompt.text for prompt in item.prompts), *(option.text for option in item.options)]
    question = " | ".join(text.render() for text in (item.stem, *named))
    told = [item.background] if item.background is not None else []
    told += [option.rationale for option in item.options]
    return tuple(map(fold, (question, *(text.render() for text in told))))


def says(told: str, name: str) -> bool:
    """Whether the folded text ``told`` has ``name`` in it, as whole words."""
    return f" {fold(name)} " in f" {told} "


def can_stand_beside(
    item: Item, others: Sequence[Item], again: frozenset[str] = frozenset()
) -> bool:
    """Whether a paper of ``others`` may take ``item``: it asks about nothing that is asked about
    already, and neither gives the other away.

    ``again``: references of what the paper is about. Those may be asked about again, but in
    another way: no kind asks twice about one subject.
    """
    asked = {reference for other in others for reference in other.subjects} - again
    if again and any((item.kind, item.subject) == (other.kind, other.subject) for other in others):
        return False
    return asked.isdisjoint(item.subjects) and not any(
        gives_away(item, other) or gives_away(other, item) for other in others
    )


def paper_problems(paper: Sequence[Item]) -> list[str]:
    """What is wrong with a paper as a whole: a record asked about twice, an item that gives
    another away, a topic with more than its share."""
    problems = [
        f"question {place} does not stand beside the others"
        for place, item in enumerate(paper, 1)
        if not can_stand_beside(item, paper[: place - 1])
    ]
    shares = Counter(item.topic for item in paper).values()
    if shares and max(shares) - min(shares) > 1:
        problems.append(f"topics with {max(shares)} and {min(shares)} questions")
    return problems
