"""Which of many candidates are offered: those near enough to tempt, or a few spread evenly."""

from collections.abc import Sequence
from typing import Final, TypeVar

T = TypeVar("T")

WIDEST_RATIOS: Final = (2, 3, 6)
"""Numbers farther from the key than the first of these are no temptation. The others are for
flights with few others near, such as Vostok 1 and Mercury-Atlas 6."""
ENOUGH_NUMBERS: Final = 8
"""Numbers, the key's among them, that leave a choice of which to offer."""


def is_tempting(number: int, key: int, ratio: int) -> bool:
    """Whether a number is at most ``ratio`` times the key's, and the key's as many times it."""
    return key <= ratio * number <= ratio**2 * key


def spread(candidates: Sequence[T], count: int) -> list[T]:
    """So many of ``candidates``, from the first to the last."""
    return [candidates[at * len(candidates) // count] for at in range(count)]
