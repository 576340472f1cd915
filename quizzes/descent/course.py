"""The way down: its phases, and how responses steer.

A right response carries the capsule towards the target, a wrong one leaves it to the wind, a partly
right one does some of both. Where it lands tells the score and nothing else: the order of right and
wrong changes the way and not its end, so that equal scores come down equally far off.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Final, NamedTuple

from quizzes.items.text import gettext_noop


class Phase(NamedTuple):
    """A part of the way down of a Soyuz: where it begins, what happens there, what one sees, and
    how the ship looks (an id of ``quizzes.descent.vehicles``)."""

    altitude: str
    name: str
    seen: str
    vehicle: str


PHASES: Final = (
    Phase(
        gettext_noop("410 km"),
        gettext_noop("undocking"),
        gettext_noop("The ship has left the station, its solar wings spread."),
        "undocked",
    ),
    Phase(
        gettext_noop("395 km"),
        gettext_noop("deorbit burn"),
        gettext_noop("The engine burns against the flight."),
        "burning",
    ),
    Phase(
        gettext_noop("140 km"),
        gettext_noop("modules part"),
        gettext_noop("The ship parts in three; the one in the middle comes home."),
        "parted",
    ),
    Phase(
        gettext_noop("100 km"),
        gettext_noop("entry"),
        gettext_noop("The capsule meets the first air."),
        "entering",
    ),
    Phase(
        gettext_noop("40 km"),
        gettext_noop("plasma"),
        gettext_noop("Glowing air wraps the capsule."),
        "glowing",
    ),
    Phase(
        gettext_noop("10.7 km"),
        gettext_noop("parachute"),
        gettext_noop("The capsule hangs under its parachute, orange and white."),
        "under-parachute",
    ),
    Phase(
        gettext_noop("5.5 km"),
        gettext_noop("heat shield off"),
        gettext_noop("The heat shield falls away below the capsule."),
        "shield-off",
    ),
    Phase(
        gettext_noop("0.8 m"),
        gettext_noop("soft-landing rockets"),
        gettext_noop("Rockets fire under the capsule, and dust rises."),
        "firing",
    ),
    Phase(
        gettext_noop("0"),
        gettext_noop("touchdown"),
        gettext_noop("The capsule lies on the steppe, its parachute beside it."),
        "landed",
    ),
)

FARTHEST_KM: Final = 420
"""How far off one lands with nothing right. It is about as far as Soyuz TMA-11 came down from
Arkalyk in 2008."""
WIND: Final = 0.35
"""How far the wind carries back, for each step that was not made towards the target."""


class Point(NamedTuple):
    """A place on the way. ``along``: 0 where it began, 1 at the target, below 0 where the wind has
    carried farther away than it began. ``down``: 0 at the station, 1 on the ground."""

    along: float
    down: float


@dataclass(frozen=True)
class Course:
    """An attempt as a way down. ``grades``: of its items in order, from 0 to 1, None for one
    without a response; ``done``: how many of them are behind."""

    grades: Sequence[float | None]
    done: int

    @property
    def size(self) -> int:
        return len(self.grades)

    @property
    def phase(self) -> Phase:
        """Papers of any length come through all phases that they have room for."""
        return PHASES[self.done * (len(PHASES) - 1) // self.size]

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """Where it began, and where each step that is behind has led."""
        steps = [step(grade) / self.size for grade in self.grades[: self.done]]
        return tuple(
            Point(along, number / self.size)
            for number, along in enumerate(accumulate(steps, initial=0.0))
        )

    @property
    def here(self) -> Point:
        return self.points[-1]

    @property
    def landing(self) -> Point:
        """Where one comes down if all that is still open is right."""
        return Point(self.here.along + 1 - self.here.down, 1.0)

    def missed_km(self, done: int | None = None) -> float:
        """How far from the target that is, in kilometres, after ``done`` steps."""
        behind = self.grades[: self.done if done is None else done]
        missed = sum(1 - grade for grade in behind if grade is not None) / self.size
        return FARTHEST_KM * missed**2

    @property
    def gust_km(self) -> float:
        """How much farther off the last step has led, in kilometres."""
        return self.missed_km() - self.missed_km(self.done - 1) if self.done else 0.0


def step(grade: float | None) -> float:
    """How far a response carries, in steps; one that is not there yet does not judge."""
    return 1.0 if grade is None else grade - WIND * (1 - grade)


def whole_km(km: float) -> int:
    """Kilometres as they are told: what is off the target is never told to be on it."""
    return max(1, round(km)) if km > 0 else 0
