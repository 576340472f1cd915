"""How hard items turn out to be, learnt from the grades that students get.

A rating is an estimate in logits with its uncertainty, as in Glicko: of an item's difficulty, or
of the ability that an attempt shows. Both are told from what they met. The chance of a
right response is

    expected = floor + (1 - floor) / (1 + exp(difficulty - ability))

where ``floor`` is what guessing gives: a quarter in a choice of four (Birnbaum, 1968, the
three-parameter model; Pelánek, 2016, for ratings). So a right response to a hard item counts
little, as it may be luck. What is not known well of the other side counts less (``trust``:
Glickman, 1999, the g of Glicko). A grade between 0 and 1 counts as its value.

An estimate is the most probable value given all encounters at once, found by Fisher scoring: in
what order they came does not matter.
"""

from collections.abc import Mapping, Sequence
from math import exp, pi, sqrt
from typing import Final, NamedTuple, TypeAlias

from quizzes.items.interactions import INTERACTIONS
from quizzes.items.item import Item

BOUND: Final = 4.0
"""Ratings stay between this and its negative: beyond, a response tells nothing more."""
STEP: Final = 0.6
"""Logits from one level of difficulty to the next; level 3 is at 0."""
PRIOR_DEVIATION: Final = 0.8
"""How far off the structural difficulty may be. So some ten responses weigh as much as it."""
LEAST_DEVIATION: Final = 0.15
"""Never surer than this: the classes to come are others than those that were."""
NEWTON_STEPS: Final = 5
LONGEST_STEP: Final = 1.0

Key: TypeAlias = tuple[str, str, str]
"""What is asked: kind, interaction and subject. Neither the wording nor the options."""


class Rating(NamedTuple):
    """An estimate: its value in logits, its standard deviation, and how many responses it rests
    on beside what was assumed before."""

    value: float
    deviation: float
    responses: int = 0


class Encounter(NamedTuple):
    """What came of one response, from one side: the rating of the other side, what guessing
    gives, and the grade."""

    other: Rating
    floor: float
    grade: float


Ratings: TypeAlias = Mapping[Key, Rating]

NEW_ATTEMPT: Final = Rating(0.0, 1.0)
"""Nobody knows who it is: students have no account."""


def key_of(item: Item) -> Key:
    """What ``item`` is rated as."""
    return item.kind, item.interaction.value, item.subject


def prior(difficulty: int) -> Rating:
    """What is assumed of an item of this structural difficulty before any response."""
    return Rating(STEP * (difficulty - 3), PRIOR_DEVIATION)


def corrected(item: Item, rating: Rating | None) -> int:
    """The item's difficulty from 1 to 5: as its rating says, if it has one."""
    if rating is None:
        return item.difficulty
    return min(5, max(1, round(3 + rating.value / STEP)))


def floor_of(item: Item) -> float:
    """What guessing gives."""
    return INTERACTIONS[item.interaction].luck(item)


def trust(deviation: float) -> float:
    """How much an encounter counts, by how well the other side is known (Glicko's g)."""
    return 1 / sqrt(1 + 3 * (deviation / pi) ** 2)


# Estimates ------------------------------------------------------------------------------------


def rate_item(before: Rating, encounters: Sequence[Encounter]) -> Rating:
    """The difficulty of an item, now that these attempts (``other``) have met it."""
    after = estimate(before, encounters, side=-1)
    return after._replace(deviation=max(LEAST_DEVIATION, after.deviation))


def abilities_without_each(encounters: Sequence[Encounter]) -> list[Rating]:
    """For each response of one attempt, the ability that all its other responses show: else a
    response would judge itself.

    One step back from the estimate over all of them, rather than an estimate for each.
    """
    whole = estimate(NEW_ATTEMPT, encounters, side=1)
    precision = 1 / whole.deviation**2
    found = []
    for encounter in encounters:
        pull, weight = tells(whole.value, encounter, side=1)
        rest = precision - weight
        found.append(Rating(bounded(whole.value - pull / rest), sqrt(1 / rest)))
    return found


def estimate(before: Rating, encounters: Sequence[Encounter], *, side: int) -> Rating:
    """The most probable value. ``side``: 1 for an ability, -1 for a difficulty."""
    value = before.value
    own_weight = 1 / before.deviation**2
    precision = own_weight
    for _ in range(NEWTON_STEPS):
        pull, precision = own_weight * (before.value - value), own_weight
        for encounter in encounters:
            one_pull, weight = tells(value, encounter, side=side)
            pull += one_pull
            precision += weight
        value = bounded(value + min(LONGEST_STEP, max(-LONGEST_STEP, pull / precision)))
    return Rating(value, sqrt(1 / precision), before.responses + len(encounters))


def tells(own: float, encounter: Encounter, *, side: int) -> tuple[float, float]:
    """What one encounter tells of one's own value: its pull on it (the score, by which the
    logarithm of the likelihood rises), and its weight (the Fisher information)."""
    other, floor, grade = encounter
    g = trust(other.deviation)
    solid = 1 / (1 + exp(side * g * (other.value - own)))
    p = floor + (1 - floor) * solid
    share = g * solid / p  # of right responses, those that are not luck
    return side * (grade - p) * share, g * (1 - floor) * solid * (1 - solid) * share


def bounded(value: float) -> float:
    return min(BOUND, max(-BOUND, value))
