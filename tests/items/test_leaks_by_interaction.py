"""What guessing is worth in other interactions than a choice: nothing visible tells what is right.

Every share is held against its 99.9% interval. There are hundreds of shares: one that is outside
by chance is drawn again with twice as many other seeds, and must be inside then.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from math import sqrt
from statistics import median
from typing import Final, TypeAlias

import pytest

from quizzes.items.generate import Generator
from quizzes.items.item import Interaction, Item, Topic
from quizzes.items.kinds import KINDS
from quizzes.items.kinds.base import AnyKind
from quizzes.items.seeds import Draw
from tests.items.interactions.making import worth
from tests.items.oracle.rows import Rows

SEEDS: Final = 400
DEVIATIONS: Final = 3.29
"""Standard deviations on either side that hold 99.9% of a normal distribution."""
CHI_SQUARE: Final = {3: 13.82, 4: 16.27, 5: 18.47}
"""The 99.9% points of chi-square, by the number of options."""

Score: TypeAlias = tuple[float, float, float]
"""What a guess was worth, what a blind one is, and its variance."""
Guess: TypeAlias = Callable[[Sequence[Item]], Iterator[Score]]
Fair: TypeAlias = Callable[[AnyKind, Interaction, Guess], None]


def of(*interactions: Interaction) -> pytest.MarkDecorator:
    ways = [(kind, way) for kind in KINDS for way in kind.interactions if way in interactions]
    return pytest.mark.parametrize(
        ("kind", "way"), ways, ids=[f"{kind.slug}-{way}" for kind, way in ways]
    )


claims = of(Interaction.TRUE_FALSE)
multiples = of(Interaction.MULTIPLE)
orders = of(Interaction.ORDER)
matches = of(Interaction.MATCH)
lists = of(Interaction.MATCH, Interaction.PLACE)


@pytest.fixture(scope="module")
def drawn(generator: Generator) -> Callable[[AnyKind, Interaction, range], Sequence[Item]]:
    held: dict[tuple[str, Interaction, range], Sequence[Item]] = {}

    def draw(kind: AnyKind, way: Interaction, seeds: range) -> Sequence[Item]:
        name = kind.slug, way, seeds
        if name not in held:
            made = [generator.any_item(kind, Draw(f"guess {seed}"), way) for seed in seeds]
            held[name] = [item for item in made if item is not None]
        return held[name]

    return draw


@pytest.fixture
def assert_fair(drawn: Callable[[AnyKind, Interaction, range], Sequence[Item]]) -> Fair:
    """That a guess is worth what a blind one is."""

    def off(kind: AnyKind, way: Interaction, guess: Guess, seeds: range) -> str | None:
        scores = list(guess(drawn(kind, way, seeds)))
        found, expected, variance = (sum(score[at] for score in scores) for at in range(3))
        allowed = DEVIATIONS * sqrt(variance)
        told = f"{found:.1f} of {len(scores)}: {expected:.1f} ± {allowed:.1f} expected"
        return told if abs(found - expected) > allowed else None

    def check(kind: AnyKind, way: Interaction, guess: Guess) -> None:
        if off(kind, way, guess, range(SEEDS)) is not None:
            assert off(kind, way, guess, range(SEEDS, 3 * SEEDS)) is None

    return check


def lengths(item: Item) -> list[int]:
    return [len(option.text.render()) for option in item.options]


@of(*(way for way in Interaction if way is not Interaction.CHOICE))
def test_every_seed_gives_an_item(
    kind: AnyKind,
    way: Interaction,
    drawn: Callable[[AnyKind, Interaction, range], Sequence[Item]],
) -> None:
    assert len(drawn(kind, way, range(SEEDS))) == SEEDS


# True or false --------------------------------------------------------------------------------


@claims
def test_as_many_claims_are_true_as_false(
    kind: AnyKind, way: Interaction, assert_fair: Fair
) -> None:
    assert_fair(kind, way, lambda items: ((item.options[0].is_key, 0.5, 0.25) for item in items))


def truer_than_usual(items: Sequence[Item], sizes: Sequence[float]) -> Iterator[Score]:
    """Claims of more than the usual size are believed, others not; of that size, half of them."""
    usual = median(sizes)
    for item, size in zip(items, sizes, strict=True):
        belief = (size > usual) + (size == usual) / 2
        yield belief if item.options[0].is_key else 1 - belief, 0.5, 0.25


@claims
def test_longer_claims_are_not_truer(kind: AnyKind, way: Interaction, assert_fair: Fair) -> None:
    assert_fair(
        kind, way, lambda items: truer_than_usual(items, [len(i.stem.render()) for i in items])
    )


@claims
def test_claims_of_a_longer_option_are_not_truer(
    kind: AnyKind, way: Interaction, assert_fair: Fair
) -> None:
    assert_fair(kind, way, lambda items: truer_than_usual(items, [lengths(i)[0] for i in items]))


# Multiple response ----------------------------------------------------------------------------


@multiples
@pytest.mark.parametrize("place", range(6))
def test_keys_stand_everywhere_as_often(
    kind: AnyKind, way: Interaction, place: int, assert_fair: Fair
) -> None:
    def at_place(items: Sequence[Item]) -> Iterator[Score]:
        for item in items:
            if place < len(item.options):
                share = len(item.keys) / len(item.options)
                yield item.options[place].is_key, share, share * (1 - share)

    assert_fair(kind, way, at_place)


@multiples
@pytest.mark.parametrize("sign", [1, -1], ids=["longest", "shortest"])
def test_the_longest_or_shortest_options_are_no_more_often_right(
    kind: AnyKind, way: Interaction, sign: int, assert_fair: Fair
) -> None:
    """As many as there are keys; of those that tie for the last place, each as often."""

    def picked(items: Sequence[Item]) -> Iterator[Score]:
        for item in items:
            sizes = [sign * length for length in lengths(item)]
            count, keys = len(sizes), len(item.keys)
            last = sorted(sizes, reverse=True)[keys - 1]
            surely = sum(size > last for size in sizes)
            part = (keys - surely) / sizes.count(last)
            found = sum(
                (size > last) + part * (size == last)
                for size, option in zip(sizes, item.options, strict=True)
                if option.is_key
            )
            share = keys / count
            yield found, keys * share, keys * share * (1 - share) * (count - keys) / (count - 1)

    assert_fair(kind, way, picked)


@multiples
def test_ticking_all_is_worth_nothing(
    kind: AnyKind,
    way: Interaction,
    drawn: Callable[[AnyKind, Interaction, range], Sequence[Item]],
) -> None:
    for item in drawn(kind, way, range(SEEDS)):
        assert worth(item, list(range(len(item.options)))) == 0


# Order ----------------------------------------------------------------------------------------


def in_order(items: Sequence[Item], sizes: Callable[[Item], Sequence[float]]) -> Iterator[Score]:
    """The share of pairs of which the smaller one comes first; its variance is Kendall's."""
    for item in items:
        own = sizes(item)
        pairs = list(combinations([own[at] for at in item.sequence], 2))
        share = sum((one < other) + (one == other) / 2 for one, other in pairs) / len(pairs)
        count = len(own)
        yield share, 0.5, (2 * count + 5) / (18 * count * (count - 1))


@orders
def test_the_order_shown_is_not_the_right_one(
    kind: AnyKind, way: Interaction, assert_fair: Fair
) -> None:
    assert_fair(kind, way, lambda items: in_order(items, lambda i: range(len(i.options))))


@orders
def test_shorter_texts_do_not_come_first(
    kind: AnyKind, way: Interaction, assert_fair: Fair
) -> None:
    assert_fair(kind, way, lambda items: in_order(items, lengths))


@orders
def test_earlier_flights_do_not_come_first(
    kind: AnyKind, way: Interaction, assert_fair: Fair, rows: Rows
) -> None:
    """Where launches are not what is asked for."""
    if kind.topic in (Topic.LAUNCHES, Topic.TIMELINE):
        return

    def launched(item: Item) -> Sequence[float]:
        return [rows.launched[option.ref.partition(":")[2]] or 0 for option in item.options]

    def guess(items: Sequence[Item]) -> Iterator[Score]:
        flights = [item for item in items if item.options[0].ref.startswith("mission:")]
        return in_order(flights, launched)

    assert_fair(kind, way, guess)


# Match, and the list beside a map -------------------------------------------------------------


@matches
def test_partners_do_not_stand_beside_each_other(
    kind: AnyKind, way: Interaction, assert_fair: Fair
) -> None:
    """Straight across, one pair is right on average, whatever their number; so is the variance."""

    def across(items: Sequence[Item]) -> Iterator[Score]:
        for item in items:
            yield sum(at == prompt.key for at, prompt in enumerate(item.prompts)), 1, 1

    assert_fair(kind, way, across)


@lists
def test_what_is_right_stands_everywhere_as_often(
    kind: AnyKind,
    way: Interaction,
    drawn: Callable[[AnyKind, Interaction, range], Sequence[Item]],
) -> None:
    for count, limit in CHI_SQUARE.items():
        items = [i for i in drawn(kind, way, range(SEEDS)) if len(i.options) == count]
        for prompt in range(count if way is Interaction.MATCH else 1):
            at = Counter(
                item.prompts[prompt].key if way is Interaction.MATCH else item.key_index
                for item in items
            )
            expected = len(items) / count
            if expected >= 5:  # fewer make no chi-square
                square = sum((at[n] - expected) ** 2 / expected for n in range(count))
                assert square < limit, dict(at)


@of(Interaction.PLACE)
def test_no_region_is_offered_often_and_never_right(
    kind: AnyKind,
    way: Interaction,
    drawn: Callable[[AnyKind, Interaction, range], Sequence[Item]],
) -> None:
    items = drawn(kind, way, range(SEEDS))
    offered = Counter(option.ref for item in items for option in item.options)
    right = {item.key.ref for item in items}
    assert not [ref for ref, number in offered.items() if number >= 60 and ref not in right]
