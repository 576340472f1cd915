"""What a class understood: which questions and kinds were missed, by whom, and for what.

Of each student the first attempt counts: who takes a quiz again has read its facts.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import floor
from statistics import fmean
from typing import Final, TypeVar

from django.utils.translation import gettext

from quizzes.admin.answers import render
from quizzes.items.interactions import INTERACTIONS
from quizzes.items.interactions.name import person
from quizzes.items.item import TOPIC_NAMES, Interaction, Item
from quizzes.items.kinds import KIND_BY_SLUG
from quizzes.models import Quiz
from quizzes.players.callsigns import CallSign, call_sign
from quizzes.queries.attempts import Recorded
from quizzes.queries.results import PlayedAttempt, attempts_at, items_of
from quizzes.services.quizzes import LONGEST_TITLE

K = TypeVar("K", bound=Hashable)

MOST_ATTEMPTS: Final = 200
MOST_ANSWERS: Final = 2000
"""How many are told, the latest ones: some classes, and what is told within a second."""
MOST_QUESTIONS: Final = 40
MOST_MISTAKES: Final = 3
TO_GO_THROUGH: Final = 0.7
"""The share of points below which a kind is worth going through again. A rule of thumb."""

IN_WORDS: Final = (
    Interaction.CHOICE, Interaction.MULTIPLE, Interaction.TRUE_FALSE, Interaction.NUMBER,
    Interaction.NAME,
)  # fmt: skip
"""Ways to answer whose mistakes can be said in a line, and so counted."""


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """A question after a class. ``number``: its place in the quiz, or 0 where everybody has other
    questions; ``right``: per cent of the points; ``mistakes``: the most frequent ones, with how
    many made each; ``missed_by``: who did not have all points."""

    number: int
    kind: str
    stem: str
    fact: str
    asked: int
    right: int
    mistakes: Sequence[tuple[str, int]]
    missed_by: Sequence[str]


@dataclass(frozen=True, slots=True)
class TopicResult:
    """A topic, or a kind of question, after a class. ``right``: per cent of the points; ``parts``:
    the kinds of a topic."""

    name: str
    asked: int
    right: int
    parts: Sequence["TopicResult"] = ()


@dataclass(frozen=True, slots=True)
class StudentResult:
    """An attempt. ``right``: per cent of the points of what was answered, None before the first
    answer; ``marks``: one for each question, where all have the same ones."""

    sign: CallSign
    name: str
    started_at: datetime
    is_first: bool
    answered: int
    size: int
    right: int | None
    marks: Sequence[str]


@dataclass(frozen=True, slots=True)
class Results:
    """``questions`` and ``topics``: the least understood first. ``again``: the fields of a quiz
    about the kinds that are worth going through again; ``right``: the mean score in per cent, None
    where nobody has finished; ``numbers``: of the questions, where all have the same ones;
    ``most``: how many attempts are told."""

    students: Sequence[StudentResult]
    questions: Sequence[QuestionResult]
    topics: Sequence[TopicResult]
    again: Mapping[str, Sequence[str]]
    finished: int
    right: int | None
    numbers: Sequence[int]
    most: int


@dataclass(frozen=True, slots=True)
class Answered:
    """A response of a first attempt, with its item."""

    owner: str
    position: int
    item: Item
    response: Recorded


def results(quiz: Quiz) -> Results:
    """All that the latest attempts tell. Three queries."""
    most = min(MOST_ATTEMPTS, MOST_ANSWERS // quiz.count)
    attempts = attempts_at(quiz, most)
    papers = {attempt.paper_id for attempt in attempts}
    items = items_of(papers)
    is_same = len(papers) == 1
    answered = [
        Answered(attempt.owner, position, items[attempt.paper_id, position], response)
        for attempt in attempts
        if attempt.is_first
        for position, response in attempt.responses.items()
    ]
    by_kind = grouped(answered, lambda item: item.kind)
    return Results(
        students=[student(attempt, with_marks=is_same) for attempt in attempts],
        questions=questions(answered, with_numbers=is_same),
        topics=topics(answered),
        again=another_quiz(quiz, by_kind),
        finished=sum(len(attempt.responses) == attempt.size for attempt in attempts),
        right=mean_score(attempts),
        numbers=range(1, attempts[0].size + 1) if is_same else (),
        most=most,
    )


def mean_score(attempts: Sequence[PlayedAttempt]) -> int | None:
    """Per cent of the points of the finished first attempts, as in the list of quizzes."""
    scores = [
        fmean(response.grade for response in attempt.responses.values())
        for attempt in attempts
        if attempt.is_first and len(attempt.responses) == attempt.size
    ]
    return per_cent(fmean(scores)) if scores else None


def grouped(
    answered: Sequence[Answered], key: Callable[[Item], K]
) -> Mapping[K, Sequence[Answered]]:
    groups: defaultdict[K, list[Answered]] = defaultdict(list)
    for one in answered:
        groups[key(one.item)].append(one)
    return groups


def share(answered: Sequence[Answered]) -> int:
    """Per cent of the points, never rounded up to what it is not."""
    return per_cent(fmean(one.response.grade for one in answered))


def per_cent(grade: float) -> int:
    return floor(100 * grade + 1e-9)


def topics(answered: Sequence[Answered]) -> list[TopicResult]:
    """Every topic with its kinds."""
    return weakest_first(
        TopicResult(
            gettext(TOPIC_NAMES[topic]),
            len(of_topic),
            share(of_topic),
            weakest_first(
                TopicResult(kind_name(kind), len(of_kind), share(of_kind))
                for kind, of_kind in grouped(of_topic, lambda item: item.kind).items()
            ),
        )
        for topic, of_topic in grouped(answered, lambda item: item.topic).items()
    )


def kind_name(slug: str) -> str:
    """The name of a kind; of one that is no more, its slug in words."""
    kind = KIND_BY_SLUG.get(slug)
    return gettext(kind.name) if kind else slug.replace("-", " ")


def weakest_first(found: Iterable[TopicResult]) -> list[TopicResult]:
    return sorted(found, key=lambda one: (one.right, one.name))


def questions(answered: Sequence[Answered], *, with_numbers: bool) -> list[QuestionResult]:
    """The same question may stand in several papers: it is told by its words and its way. Where
    each went to few, what many missed comes before what one missed."""

    def lost(given: Sequence[Answered]) -> float:
        points = [1 - one.response.grade for one in given]
        return fmean(points) if with_numbers else sum(points)

    by_question = grouped(answered, lambda item: (item.stem, item.interaction)).values()
    most_missed = sorted(by_question, key=lost, reverse=True)[:MOST_QUESTIONS]
    return [question(given, with_numbers=with_numbers) for given in most_missed]


def question(answered: Sequence[Answered], *, with_numbers: bool) -> QuestionResult:
    first = answered[0]
    missed = [one for one in answered if one.response.grade < 1]
    mistakes = Counter(said for one in missed if (said := mistake(one)))
    return QuestionResult(
        number=first.position if with_numbers else 0,
        kind=kind_name(first.item.kind),
        stem=render(first.item.stem),
        fact=render(first.item.rationale),
        asked=len(answered),
        right=share(answered),
        mistakes=mistakes.most_common(MOST_MISTAKES),
        missed_by=sorted(render(call_sign(one.owner).text) for one in missed),
    )


def mistake(one: Answered) -> str:
    """What was answered, in words; empty where that takes more than a line, and for a name that
    nobody has: it may be anything, a pupil's own too."""
    item, value = one.item, one.response.value
    if item.interaction not in IN_WORDS:
        return ""
    if item.interaction is Interaction.NAME and person(value) is None:
        return ""
    return render(INTERACTIONS[item.interaction].said(item, value))


def student(attempt: PlayedAttempt, *, with_marks: bool) -> StudentResult:
    sign, responses = call_sign(attempt.owner), attempt.responses
    grades = [response.grade for response in responses.values()]
    places = range(1, attempt.size + 1) if with_marks else ()
    return StudentResult(
        sign=sign,
        name=render(sign.text),
        started_at=attempt.started_at,
        is_first=attempt.is_first,
        answered=len(responses),
        size=attempt.size,
        right=per_cent(fmean(grades)) if grades else None,
        marks=[mark(responses.get(place)) for place in places],
    )


def mark(response: Recorded | None) -> str:
    if response is None:
        return "–"
    return "✓" if response.grade == 1 else "½" if response.grade else "✗"


def another_quiz(
    quiz: Quiz, by_kind: Mapping[str, Sequence[Answered]]
) -> Mapping[str, Sequence[str]]:
    """What the form of a new quiz starts with: the kinds to go through again, within the limits of
    this quiz. Empty where all is understood."""
    weak = {
        kind: given[0].item.topic
        for kind, given in by_kind.items()
        if fmean(one.response.grade for one in given) < TO_GO_THROUGH
    }
    if not weak:
        return {}
    kept = {
        name: getattr(quiz, name)
        for name in ("families", "agencies", "stations", "interactions", "first_year", "last_year")
    }
    return {
        "title": [(gettext("Once more: %(title)s") % {"title": quiz.title})[:LONGEST_TITLE]],
        "count": [str(quiz.count)],
        "topics": sorted(set(weak.values())),
        "kinds": sorted(weak),
        **{
            name: value if isinstance(value, list) else [str(value)]
            for name, value in kept.items()
            if value
        },
    }
