"""A quiz as its teacher sees it beforehand: every question with its key and its reasons."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext, ngettext

from quizzes.admin.answers import Answers, answers, render
from quizzes.admin.ways import WAYS
from quizzes.admin.worksheet import unanswered
from quizzes.items.blueprint import TooFew
from quizzes.items.item import TOPIC_NAMES, Item, SourceLine
from quizzes.items.papers import make_paper
from quizzes.items.ratings import Ratings, corrected, key_of
from quizzes.models import Quiz
from quizzes.queries.attempts import paper_items
from quizzes.queries.generators import current_generator
from quizzes.queries.ratings import current_ratings
from quizzes.services.papers import frozen_paper, new_seed

LONGEST_SEED = 40


@dataclass(frozen=True, slots=True)
class PreviewItem:
    """An item, rendered, with all that it knows. ``way``: how it is answered; ``difficulty``:
    from 1 to ``hardest``."""

    topic: str
    stem: str
    way: str
    answers: Answers
    fact: str
    background: str
    sources: tuple[SourceLine, ...]
    difficulty: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What students get, or a sample of it.

    ``seed``: of this sample, ``other_seed``: for another one; both empty where all students get
    the same. ``is_frozen``: a student has started, so it stays as it is. ``missing``: what stands
    in the way where there are no items.
    """

    items: Sequence[PreviewItem]
    seed: str
    other_seed: str
    is_frozen: bool = False
    missing: str = ""


def preview(quiz: Quiz, asked_seed: str, *, with_answers: bool = True) -> Preview:
    """The paper of a quiz with a seed; else the one that ``asked_seed``, or any seed, gives."""
    sample = "" if quiz.seed else asked_seed[:LONGEST_SEED] or new_seed()
    other_seed = "" if quiz.seed else new_seed()
    show = shown if with_answers else on_paper
    frozen = frozen_paper(quiz)
    ratings = current_ratings()
    if frozen is not None:
        items = [show(item, ratings) for item in paper_items(frozen.pk)]
        return Preview(items, sample, other_seed, is_frozen=True)
    generator, revision = current_generator()
    found = make_paper(quiz.blueprint, quiz.seed or sample, generator, ratings)
    if isinstance(found, TooFew):
        return Preview((), sample, other_seed, missing=what_is_missing(found, revision))
    return Preview([show(item, ratings) for item in found], sample, other_seed)


def what_is_missing(found: TooFew, revision: str) -> str:
    if not revision:
        return gettext("No facts are loaded yet, so there are no questions.")
    return ngettext(
        "There is only %(count)d question for this quiz. Change it and widen its choice.",
        "There are only %(count)d questions for this quiz. Change it and widen its choice.",
        found.available,
    ) % {"count": found.available}


def shown(item: Item, ratings: Ratings) -> PreviewItem:
    """``difficulty`` is what responses so far have made of it."""
    return PreviewItem(
        topic=gettext(TOPIC_NAMES[item.topic]),
        stem=render(item.stem),
        way=str(WAYS[item.interaction]),
        answers=answers(item),
        fact=render(item.rationale),
        background=render(item.background) if item.background else "",
        sources=item.sources,
        difficulty=corrected(item, ratings.get(key_of(item))),
    )


def on_paper(item: Item, ratings: Ratings) -> PreviewItem:
    """The same without what tells the key."""
    told = shown(item, ratings)
    return replace(told, answers=unanswered(item), fact="", background="", sources=())
