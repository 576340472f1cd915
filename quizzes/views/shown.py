"""Feedback and attempts as templates show them, rendered in the reader's language."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from math import floor

from django.utils.translation import gettext, gettext_noop, ngettext

from quizzes.catalogue import Catalogue, readers_catalogue
from quizzes.items.blueprint import Blueprint
from quizzes.items.interactions import INTERACTIONS
from quizzes.items.item import TOPIC_NAMES, Item, SourceLine
from quizzes.items.text import date_text
from quizzes.models import Attempt
from quizzes.queries import AttemptState, Recorded


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A line of feedback: an option or a pair after the response, with its own fact. ``label``:
    what it belongs to; ``own``: what was given in its place."""

    label: str
    text: str
    is_key: bool
    is_chosen: bool
    own: str
    rationale: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Sources that were read on the same day."""

    day: str
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class Feedback:
    """What one learns from an item. ``state`` is right, partly or wrong; ``verdict`` says it in
    words, ``credit`` the grade in per cent. ``fact`` is the statement to remember; ``said`` the
    response in words, and ``why_not`` its own fact where it was not right. ``is_written``: no
    option was shown.
    """

    topic: str
    stem: str
    interaction: str
    state: str
    verdict: str
    credit: int
    fact: str
    said: str
    why_not: str
    background: str
    rows: tuple[ShownRow, ...]
    is_written: bool
    readings: tuple[Reading, ...]


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


def feedback(item: Item, response: Recorded) -> Feedback:
    """The item after a response."""
    translate = readers_catalogue()
    interaction = INTERACTIONS[item.interaction]
    value = response.value
    why_not = interaction.why_not(item, value)
    return Feedback(
        topic=translate(TOPIC_NAMES[item.topic]),
        stem=item.stem.render(translate),
        interaction=item.interaction.value,
        state=state_of(response),
        verdict=translate(VERDICTS[state_of(response)]),
        credit=round(100 * response.grade),
        fact=item.rationale.render(translate),
        said=interaction.said(item, value).render(translate),
        why_not=why_not.render(translate) if why_not else "",
        background=item.background.render(translate) if item.background else "",
        rows=tuple(
            ShownRow(
                label=row.label.render(translate) if row.label else "",
                text=row.text.render(translate),
                is_key=row.is_key,
                is_chosen=row.is_chosen,
                own=row.own.render(translate) if row.own else "",
                rationale=row.rationale.render(translate),
            )
            for row in interaction.rows(item, value)
        ),
        is_written=bool(item.quantity or item.names),
        readings=readings(item.sources, translate),
    )


VERDICTS = {
    "right": gettext_noop("Right."),
    "partly": gettext_noop("Partly right."),
    "wrong": gettext_noop("Not right."),
}


def state_of(response: Recorded) -> str:
    """Right, partly right, or wrong."""
    if response.grade == 1:
        return "right"
    return "partly" if response.grade else "wrong"


def points(score: float) -> str:
    """A score as it is shown: whole, or with one decimal. Never rounded up to what it is not."""
    tenths = floor(score * 10 + 1e-9)
    return f"{tenths // 10}" if tenths % 10 == 0 else f"{tenths / 10}"


def readings(sources: Sequence[SourceLine], translate: Catalogue) -> tuple[Reading, ...]:
    """``sources``, together where they were read on the same day."""
    return tuple(
        Reading(date_text(day).render(translate), tuple(read))
        for day, read in groupby(sources, key=lambda source: source.read_on)
    )


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
