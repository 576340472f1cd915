"""Attempts as templates show them, rendered in the reader's language."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import floor

from django.utils.translation import gettext, gettext_noop, ngettext

from quizzes.catalogue import Catalogue, readers_catalogue
from quizzes.items.blueprint import Blueprint
from quizzes.items.item import TOPIC_NAMES, Item
from quizzes.items.text import numeral
from quizzes.models import Attempt
from quizzes.queries import AttemptState
from quizzes.views.told import Feedback, feedback, state_of

# The way down of a Soyuz: where its phases begin. Progress is told along it.
PHASES = (
    (gettext_noop("410 km"), gettext_noop("undocking")),
    (gettext_noop("395 km"), gettext_noop("deorbit burn")),
    (gettext_noop("140 km"), gettext_noop("modules part")),
    (gettext_noop("100 km"), gettext_noop("entry")),
    (gettext_noop("40 km"), gettext_noop("plasma")),
    (gettext_noop("10.7 km"), gettext_noop("parachute")),
    (gettext_noop("5.5 km"), gettext_noop("heat shield off")),
    (gettext_noop("0.8 m"), gettext_noop("soft-landing rockets")),
    (gettext_noop("0"), gettext_noop("touchdown")),
)
PARACHUTE_PHASE = 5


@dataclass(frozen=True, slots=True)
class Phase:
    """A phase of the way down, and the altitude at which it begins."""

    altitude: str
    name: str


def phase(index: int, gettext: Catalogue) -> Phase:
    altitude, name = PHASES[index]
    return Phase(gettext(altitude), gettext(name))


@dataclass(frozen=True, slots=True)
class Step:
    """A place in the attempt: ``state`` is right, partly, wrong or open."""

    position: int
    state: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the student is, and how it went so far. ``title`` and ``tally`` say it in words;
    ``phase`` is the one that the attempt has come down to, seen from ``position``."""

    code: str
    position: int
    size: int
    answered: int
    score: str
    next_position: int | None
    steps: tuple[Step, ...]
    title: str
    tally: str
    phase: Phase
    is_under_parachute: bool

    @property
    def phases(self) -> list[Phase]:
        """All of them, from the top."""
        gettext = readers_catalogue()
        return [phase(index, gettext) for index in range(len(PHASES))]


def points(score: float) -> str:
    """A score as it is shown: whole, or with one decimal. Never rounded up to what it is not."""
    tenths = floor(score * 10 + 1e-9)
    return numeral(tenths // 10 if tenths % 10 == 0 else tenths / 10, readers_catalogue())


def progress(attempt: Attempt, state: AttemptState, position: int) -> Progress:
    """Where ``attempt`` stands, seen from ``position``. Every response is a step down."""
    gettext = readers_catalogue()
    steps_down = position if position in state.responses else position - 1
    phase_index = steps_down * (len(PHASES) - 1) // state.size
    answered, score = len(state.responses), points(state.score)
    return Progress(
        code=attempt.code,
        position=position,
        size=state.size,
        answered=answered,
        score=score,
        next_position=state.next_position,
        steps=tuple(Step(n, step_state(state, n), n == position) for n in range(1, state.size + 1)),
        title=gettext("Question %(position)d of %(size)d")
        % {"position": position, "size": state.size},
        tally=gettext("%(score)s right of %(answered)d answered.")
        % {"score": score, "answered": answered},
        phase=phase(phase_index, gettext),
        is_under_parachute=phase_index >= PARACHUTE_PHASE,
    )


def step_state(state: AttemptState, position: int) -> str:
    response = state.responses.get(position)
    return "open" if response is None else state_of(response)


@dataclass(frozen=True, slots=True)
class Result:
    """The end of an attempt. ``took``: the time it took, where that was asked for."""

    score: str
    size: int
    took: str
    items: Sequence[tuple[int, Feedback]]


def result(attempt: Attempt, state: AttemptState, items: Sequence[Item]) -> Result:
    """Every item with its feedback, and the time taken where it was asked for."""
    ended_at = max(response.submitted_at for response in state.responses.values())
    return Result(
        score=points(state.score),
        size=state.size,
        took=duration(ended_at - attempt.started_at) if attempt.is_timed else "",
        items=[
            (position, feedback(item, state.responses[position]))
            for position, item in enumerate(items, 1)
            if position in state.responses
        ],
    )


def duration(took: timedelta) -> str:
    """A time as a clock would tell it, in its two largest units."""
    minutes, seconds = divmod(int(took.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return gettext("%(hours)d h %(minutes)d min") % {"hours": hours, "minutes": minutes}
    if minutes:
        return gettext("%(minutes)d min %(seconds)d s") % {"minutes": minutes, "seconds": seconds}
    return gettext("%(seconds)d s") % {"seconds": seconds}


def topic_names(blueprint: Blueprint) -> list[str]:
    """The topics of a paper or a quiz, in the reader's language."""
    return [gettext(TOPIC_NAMES[topic]) for topic in blueprint.topics]


# Numbers of questions. They are here because ``makemessages`` finds no plurals in the pages.


def length(size: int) -> str:
    """How long a quiz is."""
    return ngettext("%(size)s question", "%(size)s questions", size) % {"size": size}


def announcement(size: int) -> str:
    """What a paper says to whom it was passed on."""
    return ngettext(
        "Somebody had this %(size)s question. Now it is yours.",
        "Somebody had these %(size)s questions. Now they are yours.",
        size,
    ) % {"size": size}
