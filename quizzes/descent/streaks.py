"""How many days in a row somebody has played, kindly counted.

One missed day between two played ones is forgiven, and a day that has only begun is not missed yet.
Two missed days in a row end a streak. Only played days are counted.
"""

from collections.abc import Collection
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

FARTHEST_APART: Final = timedelta(days=2)
"""Between two played days of a streak: one day, missed, lies between them."""


def streak(days: Collection[date], today: date) -> int:
    """The number of days played in a row up to ``today``; 0 where none goes on. ``days``: those
    played, in any order."""
    played = sorted((day for day in set(days) if day <= today), reverse=True)
    if not played or today - played[0] > FARTHEST_APART:
        return 0
    count = 1
    for later, earlier in pairwise(played):
        if later - earlier > FARTHEST_APART:
            break
        count += 1
    return count
