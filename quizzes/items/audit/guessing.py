"""Ways to guess, for each interaction: what a look at an item alone may tempt to."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from statistics import median
from typing import Final, NamedTuple, TypeAlias

from quizzes.facts.records import Fact, Mission
from quizzes.items.distractors import attributes
from quizzes.items.generate import Generator
from quizzes.items.item import Interaction, Item, Topic
from quizzes.items.kinds.base import AnyKind, resolve
from quizzes.items.text import Translate

ABOUT_TIME: Final = (Topic.LAUNCHES, Topic.TIMELINE)
"""Topics in which the order of launch is what is asked for."""


class Guess(NamedTuple):
    """One guess: what it was worth, and what a blind one is on average, and how that varies."""

    hits: float
    expected: float
    variance: float


Guesses: TypeAlias = Iterator[tuple[str, Guess]]
Guessing: TypeAlias = Callable[[Sequence[Item], AnyKind, Generator], Guesses]
ByLength: TypeAlias = Callable[[Sequence[Item], Translate], Guesses]
"""From items and a language to guesses that look at nothing but how long texts are in it."""
Languages: TypeAlias = Mapping[str, Translate]
"""Languages besides English, by their codes."""
NO_OTHERS: Final[Languages] = {}


# One of several -------------------------------------------------------------------------------


def of_choice(items: Sequence[Item], kind: AnyKind, generator: Generator) -> Guesses:
    """The option with the highest of some scores; each of those that tie as often as the others.
    A way of guessing that never finds the key counts too: it would pay to avoid."""
    for item in items:
        for name, scores in option_scores(item, kind, generator).items():
            yield name, highest(item, scores)


def highest(item: Item, scores: Sequence[float]) -> Guess:
    """The option with the highest score is the key."""
    chance, best = 1 / len(item.options), max(scores)
    hit = 1 / scores.count(best) if scores[item.key_index] == best else 0
    return Guess(hit, chance, chance * (1 - chance))


def choice_by_length(items: Sequence[Item], translate: Translate) -> Guesses:
    """The longest option, and the shortest."""
    for item in items:
        lengths = lengths_of(item, translate)
        yield "longest", highest(item, lengths)
        yield "shortest", highest(item, [-length for length in lengths])


def option_scores(item: Item, kind: AnyKind, generator: Generator) -> dict[str, Sequence[float]]:
    """Ways to guess, each as a score for every option."""
    last = len(item.options) - 1
    records = [resolve(option.ref, generator.facts) for option in item.options]
    found: dict[str, Sequence[float]] = {
        "first": [at == 0 for at in range(last + 1)],
        "last": [at == last for at in range(last + 1)],
        "shares most": shared_counts(records, kind, generator),
    }
    launches = launch_numbers(item, generator)
    if launches and not item.numeric:
        found["latest launch"] = launches
        found["earliest launch"] = [-number for number in launches]
    if item.numeric:
        found["middle number"] = [-abs(at - last / 2) for at in range(last + 1)]
    return found


def shared_counts(
    records: Sequence[Fact | None], kind: AnyKind, generator: Generator
) -> list[float]:
    """For each option, how many attributes it shares with the others, not counting the one that
    is asked for."""
    held = []
    for record in records:
        pairs = attributes(record, generator.facts) if record else frozenset()
        held.append(frozenset(pair for pair in pairs if pair[0] is not kind.asks_for))
    return [sum(len(one & other) for other in held if other is not one) for one in held]


def lengths_of(item: Item, translate: Translate) -> list[float]:
    return [len(option.text.render(translate)) for option in item.options]


def launch_numbers(item: Item, generator: Generator) -> list[float]:
    """Where all options are flights, their order of launch, which their names tell."""
    records = [resolve(option.ref, generator.facts) for option in item.options]
    launches: list[float] = [record.number for record in records if isinstance(record, Mission)]
    return launches if len(launches) == len(records) else []


def of_place(items: Sequence[Item], kind: AnyKind, generator: Generator) -> Guesses:
    """Of the list, its first and its last region."""
    for name, guess in of_choice(items, kind, generator):
        if name in ("first", "last"):
            yield name, guess


# Several of several ---------------------------------------------------------------------------


def of_multiple(items: Sequence[Item], _kind: AnyKind, _generator: Generator) -> Guesses:
    """Each place."""
    for item in items:
        share = len(item.keys) / len(item.options)
        for at, option in enumerate(item.options):
            yield f"place {at + 1}", Guess(float(option.is_key), share, share * (1 - share))


def multiple_by_length(items: Sequence[Item], translate: Translate) -> Guesses:
    """As many of the longest, or of the shortest, as there are keys."""
    for item in items:
        count, keys = len(item.options), len(item.keys)
        share = keys / count
        # So many keys among as many picked at random: hypergeometric.
        variance = keys * share * (1 - share) * (count - keys) / (count - 1)
        lengths = lengths_of(item, translate)
        for name, sign in (("longest", 1), ("shortest", -1)):
            hits = hits_among_best(item, [sign * length for length in lengths], keys)
            yield name, Guess(hits, keys * share, variance)


def hits_among_best(item: Item, scores: Sequence[float], picks: int) -> float:
    """How many keys are among the ``picks`` highest scores; of those that tie for the last picks,
    each as often as the others."""
    least = sorted(scores, reverse=True)[picks - 1]
    sure = [o.is_key for o, score in zip(item.options, scores, strict=True) if score > least]
    tied = [o.is_key for o, score in zip(item.options, scores, strict=True) if score == least]
    return sum(sure) + sum(tied) * (picks - len(sure)) / len(tied)


# True or false --------------------------------------------------------------------------------


def of_claim(items: Sequence[Item], _kind: AnyKind, generator: Generator) -> Guesses:
    """Always true; true where its number is larger than those of the kind usually are; where its
    flight is later."""
    yield from (("true", coin(item, 1)) for item in items)
    numbers = [number_shown(item) for item in items]
    if all(item.numeric for item in items):
        yield from above_usual(
            "larger number", items, [number for number in numbers if number is not None]
        )
    flights = [launch_numbers(item, generator)[:1] for item in items]
    if all(flights):
        yield from above_usual("later flight", items, [flight[0] for flight in flights])


def claim_by_length(items: Sequence[Item], translate: Translate) -> Guesses:
    """True where the claim is longer than claims of the kind usually are; the same of the option
    alone."""
    claims = [float(len(item.stem.render(translate))) for item in items]
    yield from above_usual("longer claim", items, claims)
    options = [lengths_of(item, translate)[0] for item in items]
    yield from above_usual("longer option", items, options)


def above_usual(name: str, items: Sequence[Item], scores: Sequence[float]) -> Guesses:
    """True where the score is above the median; where some have none, nothing is to be learned."""
    if len(scores) == len(items) and scores:
        usual = median(scores)
        for item, score in zip(items, scores, strict=True):
            yield name, coin(item, (score > usual) + (score == usual) / 2)


def coin(item: Item, belief: float) -> Guess:
    """The claim is said to be true with this probability: 1, 1/2 or 0."""
    is_true = item.options[0].is_key
    return Guess(belief if is_true else 1 - belief, 0.5, 0.25)


def number_shown(item: Item) -> float | None:
    """The number that the claimed option begins with."""
    first = item.options[0].text.render().split()[0].replace(",", "")
    return float(first) if first.isdigit() else None


# In order, and in pairs -----------------------------------------------------------------------


def of_order(items: Sequence[Item], kind: AnyKind, generator: Generator) -> Guesses:
    """As they are shown; by launch, where that is not asked."""
    for item in items:
        yield "as shown", in_order_of(item, [float(at) for at in range(len(item.options))])
        launches = launch_numbers(item, generator)
        if launches and kind.topic not in ABOUT_TIME:
            yield "by launch", in_order_of(item, launches)


def order_by_length(items: Sequence[Item], translate: Translate) -> Guesses:
    """The shortest first."""
    for item in items:
        yield "shortest first", in_order_of(item, lengths_of(item, translate))


def in_order_of(item: Item, scores: Sequence[float]) -> Guess:
    """A random order has half of its pairs right; the variance is that of Kendall's tau."""
    count = len(item.options)
    variance = (2 * count + 5) / (18 * count * (count - 1))
    return Guess(share_in_order(item, scores), 0.5, variance)


def share_in_order(item: Item, scores: Sequence[float]) -> float:
    """The share of pairs of which the earlier one has the lower score; ties count a half."""
    ranked = [scores[at] for at in item.sequence]
    pairs = list(combinations(ranked, 2))
    return sum((one < other) + (one == other) / 2 for one, other in pairs) / len(pairs)


def of_match(items: Sequence[Item], _kind: AnyKind, _generator: Generator) -> Guesses:
    """Straight across. Whatever two orders are laid side by side, one pair goes together by chance,
    and the variance is one."""
    for item in items:
        hits = sum(at == prompt.key for at, prompt in enumerate(item.prompts))
        yield "straight across", Guess(hits, 1, 1)


def match_by_length(items: Sequence[Item], translate: Translate) -> Guesses:
    """The longest with the longest."""
    for item in items:
        keys = [prompt.key for prompt in item.prompts]
        lengths = [float(len(prompt.text.render(translate))) for prompt in item.prompts]
        yield "by length", Guess(pairs_by_rank(lengths, lengths_of(item, translate), keys), 1, 1)


def pairs_by_rank(prompts: Sequence[float], options: Sequence[float], keys: Sequence[int]) -> float:
    """How many prompts have a partner of their own rank: over all orders of those that tie, on
    average."""
    return sum(overlap(ranks(prompts, at), ranks(options, key)) for at, key in enumerate(keys))


def ranks(scores: Sequence[float], at: int) -> range:
    """The ranks that one of the scores shares with those it ties with."""
    smaller = sum(score < scores[at] for score in scores)
    return range(smaller, smaller + scores.count(scores[at]))


def overlap(one: range, other: range) -> float:
    """How likely two ranks, each drawn evenly from its own, are the same."""
    common = len(range(max(one.start, other.start), min(one.stop, other.stop)))
    return common / (len(one) * len(other))


def nothing_to_guess(_items: Sequence[Item], _kind: AnyKind, _generator: Generator) -> Guesses:
    """Where nothing is shown to pick from."""
    return iter(())


def no_lengths(_items: Sequence[Item], _translate: Translate) -> Guesses:
    """Where what is shown is no text, or names nothing to pick."""
    return iter(())


GUESSES: Final[Mapping[Interaction, Guessing]] = {
    Interaction.CHOICE: of_choice,
    Interaction.MULTIPLE: of_multiple,
    Interaction.TRUE_FALSE: of_claim,
    Interaction.ORDER: of_order,
    Interaction.MATCH: of_match,
    Interaction.NUMBER: nothing_to_guess,
    Interaction.PLACE: of_place,
    Interaction.NAME: nothing_to_guess,
}
GUESSES_BY_LENGTH: Final[Mapping[Interaction, ByLength]] = {
    Interaction.CHOICE: choice_by_length,
    Interaction.MULTIPLE: multiple_by_length,
    Interaction.TRUE_FALSE: claim_by_length,
    Interaction.ORDER: order_by_length,
    Interaction.MATCH: match_by_length,
    Interaction.NUMBER: no_lengths,
    Interaction.PLACE: no_lengths,
    Interaction.NAME: no_lengths,
}
