"""Lengths of time: the unit to tell them in, and which of them are the same."""

from collections.abc import Callable, Iterable
from enum import IntEnum
from functools import lru_cache
from math import floor
from typing import Final, TypeVar

from quizzes.facts.base import FactBase
from quizzes.facts.records import Mission, Seat
from quizzes.items.interactions.number import in_words
from quizzes.items.item import Measure, Quantity
from quizzes.items.kinds.offering import ENOUGH_NUMBERS, WIDEST_RATIOS, is_tempting
from quizzes.items.margins import clearly_differ
from quizzes.items.text import Text

FEW: Final = 4
"""Of so few days, one more or less is much."""

T = TypeVar("T", Mission, Seat)


class Unit(IntEnum):
    """The unit a length is shown in: its seconds."""

    DAYS = 86_400
    HOURS = 3_600
    MINUTES = 60


MEASURES: Final = {
    Unit.DAYS: Measure.DAYS,
    Unit.HOURS: Measure.HOURS,
    Unit.MINUTES: Measure.MINUTES,
}


def unit_for(seconds: int) -> Unit:
    """Days from two days on, hours from four hours on, else minutes."""
    if seconds >= 2 * Unit.DAYS:
        return Unit.DAYS
    return Unit.HOURS if seconds >= 4 * Unit.HOURS else Unit.MINUTES


def in_unit(seconds: int, unit: Unit) -> int:
    """``seconds`` in whole units, halves rounded up."""
    return floor(seconds / unit + 0.5)


def length_text(seconds: int, unit: Unit) -> Text:
    """A length, as in "340 days"."""
    return in_words(in_unit(seconds, unit), MEASURES[unit])


def length_asked(seconds: int) -> Quantity:
    """A length to estimate: a twentieth off, or one unit, is as good as right; half of it off, or
    two units, is worth nothing. (A flight of 8.9 days is one of 8 to some, and of 9 to others.)"""
    unit = unit_for(seconds)
    value = in_unit(seconds, unit)
    least = 1 if value > FEW else 0.5
    return Quantity(
        value, MEASURES[unit], tolerance=max(least, value / 20), reach=max(2, value / 2)
    )


def same_length(one_s: int, other_s: int) -> bool | None:
    """Whether two lengths are the same in the unit of the first; None where one might say so."""
    unit = unit_for(one_s)
    one, other = in_unit(one_s, unit), in_unit(other_s, unit)
    if one == other:
        return True
    return False if clearly_differ(one, other) else None


def one_per_length(subject: T, others: Iterable[T], length_s: Callable[[T], int | None]) -> list[T]:
    """``subject``, and the first of each length of the ``others`` that is near enough to tempt."""
    key_s = length_s(subject)
    if key_s is None:
        return [subject]
    unit = unit_for(key_s)
    lengths = [(other_s, other) for other in others if (other_s := length_s(other)) is not None]
    found = {in_unit(key_s, unit): subject}
    for ratio in WIDEST_RATIOS:
        for other_s, other in lengths:
            # What rounds to nothing in the key's unit ("0 days") is no length to offer.
            if in_unit(other_s, unit) and is_tempting(other_s, key_s, ratio):
                found.setdefault(in_unit(other_s, unit), other)
        if len(found) >= ENOUGH_NUMBERS:
            break
    return [found[length] for length in sorted(found)]


@lru_cache(maxsize=1024)  # asked for every pair of flights
def known_duration_s(mission: Mission, facts: FactBase) -> int | None:
    """Seconds from launch to landing: only where its source's figure and the times tell the same
    to ten minutes."""
    seconds = facts.duration_s(mission)
    if seconds is None or mission.duration_s is None or abs(seconds - mission.duration_s) > 600:
        return None
    return seconds


@lru_cache(maxsize=4096)  # asked for every pair of stays
def known_stay_s(seat: Seat, facts: FactBase) -> int | None:
    """The length of a stay in seconds: only where its source's figure and the times of launch
    and landing tell the same to ten minutes."""
    seconds = facts.stay_s(seat)
    if seconds is None or seat.stay_s is None or abs(seconds - seat.stay_s) > 600:
        return None
    return seconds
