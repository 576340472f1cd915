"""The same seed gives the same draws, on every machine and every Python.

Python promises that ``Random.random()`` keeps its sequence for a seed, and nothing of the kind
for ``choice`` or ``shuffle``. So everything here is made from ``random()`` alone.
"""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Draw:
    """A sequence of random draws that depends on its seed alone."""

    __slots__ = ("_random",)

    def __init__(self, seed: str) -> None:
        # An integer seed is used as it is; a string would be hashed in a way Python may change.
        self._random = Random(int.from_bytes(sha256(seed.encode()).digest()[:8], "big")).random

    def below(self, n: int) -> int:
        """A whole number from 0 to ``n`` - 1."""
        return int(self._random() * n)

    def fraction(self) -> float:
        """A number from 0 up to, but not including, 1."""
        return self._random()

    def pick(self, items: Sequence[T]) -> T:
        """One of ``items``."""
        return items[int(self._random() * len(items))]

    def weighted(self, weights: Sequence[float]) -> int:
        """An index, drawn in proportion to its weight."""
        left = self._random() * sum(weights)
        for index, weight in enumerate(weights):
            left -= weight
            if left < 0:
                return index
        return len(weights) - 1

    def sample(self, items: Sequence[T], k: int) -> list[T]:
        """``k`` different ones of ``items``, in random order."""
        random, count = self._random, len(items)
        if k > 4 or count < 2 * k:
            return self.shuffled(items)[:k]
        if k < 2:
            return [items[int(random() * count)]] if k else []
        chosen: list[int] = []
        while len(chosen) < k:
            index = int(random() * count)
            if index not in chosen:
                chosen.append(index)
        return list(map(items.__getitem__, chosen))

    def in_random_order(self, items: Sequence[T]) -> Iterator[T]:
        """``items`` in random order, drawn one at a time."""
        rest = list(items)
        random = self._random
        for left in range(len(rest), 0, -1):
            at = int(random() * left)
            rest[at], rest[left - 1] = rest[left - 1], rest[at]
            yield rest[left - 1]

    def shuffled(self, items: Sequence[T]) -> list[T]:
        """``items`` in random order: the same as one at a time."""
        rest = list(items)
        random = self._random
        order = []
        for left in range(len(rest), 0, -1):
            at = int(random() * left)
            order.append(rest[at])
            rest[at] = rest[left - 1]
        return order
