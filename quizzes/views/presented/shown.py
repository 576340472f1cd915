"""Attempts as templates show them, rendered in the reader's language."""

from dataclasses import dataclass
from math import floor

from django.utils.translation import gettext, ngettext

from quizzes.catalogue import Catalogue, readers_catalogue
from quizzes.descent.course import PHASES, Course, Phase, whole_km
from quizzes.descent.track import Track, track
from quizzes.items.blueprint import Blueprint
from quizzes.items.item import TOPIC_NAMES
from quizzes.items.text import Translate, numeral
from quizzes.models import Attempt
from quizzes.queries.attempts import AttemptState, Recorded


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the student is, and how it went so far. ``title`` and ``tally`` say it in words, and
    ``course`` draws it: the way down as far as ``position``."""

    code: str
    position: int
    size: int
    answered: int
    score: str
    next_position: int | None
    title: str
    tally: str
    course: Course
    track: Track

    @property
    def phase_number(self) -> int:
        """Which phase the attempt has come down to, from 0."""
        return PHASES.index(self.course.phase)

    @property
    def phases(self) -> list[Phase]:
        """All of them from the top, in the reader's language."""
        return [told_phase(phase, readers_catalogue()) for phase in PHASES]

    @property
    def phase(self) -> Phase:
        return told_phase(self.course.phase, readers_catalogue())

    @property
    def wind(self) -> str:
        """What the last response did to the way down, in words, and how far off it has led by now;
        empty before any."""
        off = whole_km(self.course.missed_km())
        if whole_km(self.course.gust_km):
            return gettext("The wind takes you %(km)s km off.") % {"km": off}
        return gettext("You hold your course, %(km)s km off.") % {"km": off} if off else ""


def told_phase(phase: Phase, translate: Catalogue) -> Phase:
    altitude, name, seen = map(translate, phase[:3])
    return phase._replace(altitude=altitude, name=name, seen=seen)


def points(score: float, translate: Translate | None = None) -> str:
    """A score as it is shown: whole, or with one decimal, in the reader's language unless another
    is named. Never rounded up to what it is not."""
    tenths = floor(score * 10 + 1e-9)
    whole_or_not = tenths // 10 if tenths % 10 == 0 else tenths / 10
    return numeral(whole_or_not, translate or readers_catalogue())


def progress(attempt: Attempt, state: AttemptState, position: int) -> Progress:
    """Where ``attempt`` stands, seen from ``position``. Every response is a step down."""
    gettext = readers_catalogue()
    course = Course(
        grades=[grade_of(state.responses.get(n)) for n in range(1, state.size + 1)],
        done=position if position in state.responses else position - 1,
    )
    answered, score = len(state.responses), points(state.score)
    return Progress(
        code=attempt.code,
        position=position,
        size=state.size,
        answered=answered,
        score=score,
        next_position=state.next_position,
        title=gettext("Question %(position)d of %(size)d")
        % {"position": position, "size": state.size},
        tally=gettext("%(score)s right of %(answered)d answered.")
        % {"score": score, "answered": answered},
        course=course,
        track=track(course),
    )


def grade_of(response: Recorded | None) -> float | None:
    return None if response is None else response.grade


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
