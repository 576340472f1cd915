"""What guessing is worth: no look at an item alone may find what is right more often than chance,
nor less often.

Ways of guessing are scored over many seeds. Each has its expected score by chance and the interval
around it that holds 99.9% of all chances.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import sqrt
from typing import Final, NamedTuple

from quizzes.items.audit.guessing import (
    GUESSES,
    GUESSES_BY_LENGTH,
    NO_OTHERS,
    Guess,
    Languages,
)
from quizzes.items.generate import Generator
from quizzes.items.item import Interaction, Item
from quizzes.items.kinds.base import AnyKind
from quizzes.items.option_sets import MOST_OPTIONS
from quizzes.items.seeds import Draw
from quizzes.items.text import english

Z_99_9: Final = 3.2905
"""The two-sided 99.9% point of the normal distribution."""
CHI_SQUARE_99_9: Final[Mapping[int, float]] = {2: 13.816, 3: 16.266, 4: 18.467, 5: 20.515}
"""The 99.9% points of chi-square, by degrees of freedom."""
FEW: Final = ("agency:", "region:", "site:")
"""References of records of which there are so few that players come to know them as options."""
OFFERED_OFTEN: Final = 60
"""So often offered, an option that may be right is so at least once but for one in 10^7."""


TOLD_BY_LANGUAGE: Final[Mapping[tuple[str, str], str]] = {
    ("waters-of-splashdown", "longer option es"): "“Norte” is longer than “Sur”",
}
"""What a language tells by the length of a name, and nothing can be done about."""


class Leak(NamedTuple):
    """What a way of guessing was worth: ``hits`` over ``drawn`` items, ``expected`` by chance,
    within ``tolerance`` (99.9%)."""

    kind: str
    interaction: Interaction
    guess: str
    drawn: int
    hits: float
    expected: float
    tolerance: float
    language: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it pays, or would pay to avoid. Options are drawn by their English texts: in
        another language, what never pays is not held against them."""
        over = self.hits - self.expected
        if self.language:
            return over > self.tolerance and (self.kind, self.guess) not in TOLD_BY_LANGUAGE
        return abs(over) > self.tolerance


def confirmed_leaks(
    kind: AnyKind,
    interaction: Interaction,
    generator: Generator,
    seeds: int,
    languages: Languages = NO_OTHERS,
) -> list[Leak]:
    """What each way of guessing is worth. One of a thousand looks like a leak by chance, and there
    are more than a thousand: so what looks like one is drawn again, with other seeds."""
    leaks = leak_statistics(kind, interaction, generator, range(seeds), languages)
    if not any(leak.is_open for leak in leaks):
        return leaks
    again = leak_statistics(kind, interaction, generator, range(seeds, 3 * seeds), languages)
    others = {leak.guess: leak for leak in again}
    return [others.get(leak.guess, leak) if leak.is_open else leak for leak in leaks]


def leak_statistics(
    kind: AnyKind,
    interaction: Interaction,
    generator: Generator,
    seeds: Sequence[int],
    languages: Languages = NO_OTHERS,
) -> list[Leak]:
    """What each way of guessing is worth over one item a seed; those by how long texts are, in
    English and in each of ``languages``."""
    drawn = (
        generator.any_item(kind, Draw(f"leak:{kind.slug}:{seed}"), interaction) for seed in seeds
    )
    items = [item for item in drawn if item is not None]

    def leak(guess: str, drawn: int, hits: float, expected: float, tolerance: float) -> Leak:
        return Leak(kind.slug, interaction, guess, drawn, hits, expected, tolerance)

    found: dict[tuple[str, str], list[Guess]] = {}
    for name, guess in GUESSES[interaction](items, kind, generator):
        found.setdefault((name, ""), []).append(guess)
    by_length = GUESSES_BY_LENGTH[interaction]
    for language, translate in ({"": english} | dict(languages)).items():
        for name, guess in by_length(items, translate):
            found.setdefault((f"{name} {language}".strip(), language), []).append(guess)
    leaks = [
        leak(
            name,
            len(guesses),
            sum(guess.hits for guess in guesses),
            sum(guess.expected for guess in guesses),
            Z_99_9 * sqrt(sum(guess.variance for guess in guesses)),
        )._replace(language=language)
        for (name, language), guesses in sorted(found.items())
    ]
    leaks += [
        leak(f"place of {count}", number, square, 0, CHI_SQUARE_99_9[count - 1])
        for count, number, square in places(items)
    ]
    # An agency or a place that is offered again and again and never right is soon struck out.
    leaks += [
        leak(f"never {ref}", number, 0, number / MOST_OPTIONS, 0)
        for ref, number in never_right(items)
    ]
    return leaks


def places(items: Sequence[Item]) -> Iterator[tuple[int, int, float]]:
    """By the number of options, how many items there were, and the chi-square of where the one
    that is right stood: of a match, the partner of the first prompt."""
    at: Counter[tuple[int, int]] = Counter()
    for item in items:
        if item.interaction in (Interaction.CHOICE, Interaction.PLACE):
            at[len(item.options), item.key_index] += 1
        elif item.interaction is Interaction.MATCH:
            at[len(item.options), item.prompts[0].key] += 1
    for count in sorted({count for count, _ in at}):
        number = sum(at[count, place] for place in range(count))
        share = number / count
        if share >= 5:  # fewer make no chi-square
            yield count, number, sum((at[count, p] - share) ** 2 / share for p in range(count))


def never_right(items: Sequence[Item]) -> Iterator[tuple[str, int]]:
    """Those of few that were offered often, and how often, and were never right."""
    shown = [item for item in items if item.interaction is not Interaction.NAME]
    offered = Counter(option.ref for item in shown for option in item.options)
    right = {key.ref for item in shown for key in item.keys}
    for ref, number in sorted(offered.items()):
        if number >= OFFERED_OFTEN and ref not in right and ref.startswith(FEW):
            yield ref, number
