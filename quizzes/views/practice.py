"""One's practice: what is due, what was missed, and how much of history is lit."""

from collections.abc import Mapping
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from quizzes.forms import PracticeForm
from quizzes.items.memory import FactKey, Recall, by_urgency, missed_facts, practice_length
from quizzes.items.returning import asking
from quizzes.models import Attempt, Memory
from quizzes.queries.attempts import own_attempt
from quizzes.queries.generators import current_generator
from quizzes.queries.practice import facts_of, memories
from quizzes.services.practice import practice_paper, take_in
from quizzes.views.caching import not_stored
from quizzes.views.errors import only
from quizzes.views.presented import remembered
from quizzes.views.starting import begin_if_made, owner_of


@not_stored
@only("GET", "HEAD", "POST")
def practice(request: HttpRequest) -> HttpResponse:
    """What is remembered; or start on what is due, on what was missed (``of=missed``), or on what
    was missed in an attempt (``attempt=CODE``)."""
    owner, now = owner_of(request), timezone.now()
    take_in(owner)
    held = memories(owner)
    generator, _revision = current_generator()
    recalls = {fact: memory.recall for fact, memory in held.items() if any(asking(fact, generator))}
    if request.method == "POST":
        return start(request, owner, recalls, held, now)
    shown = remembered.practice_page(recalls, held, generator, now)
    return render(request, "practice.html", {"practice": shown})


def start(
    request: HttpRequest,
    owner: str,
    recalls: Mapping[FactKey, Recall],
    held: Mapping[FactKey, Memory],
    now: datetime,
) -> HttpResponse:
    """A new attempt at a fresh paper."""
    form = PracticeForm(request.POST)
    facts, count = by_urgency(recalls, now), practice_length(recalls, now)
    if not form.is_valid():
        facts = []
    elif form.cleaned_data["attempt"]:
        met = facts_met(form.cleaned_data["attempt"], owner)
        facts = [fact for fact in missed_facts(recalls) if fact in met]
        count = len(facts)
    elif form.cleaned_data["of"]:
        facts = missed_facts(recalls)
        count = len(facts)
    return begin_if_made(
        request, practice_paper(owner, facts, count, held, now),
        _("There is nothing to practise"),
        _("Nothing of it is left to ask about in this browser. Play a quiz first."),
    )  # fmt: skip


def facts_met(code: str, owner: str) -> set[FactKey]:
    """The facts of an attempt of one's own; none for anybody else's."""
    try:
        return facts_of(own_attempt(code, owner))
    except Attempt.DoesNotExist:
        return set()


def after_attempt(attempt: Attempt, now: datetime) -> remembered.ComingBack:
    """What becomes of the facts of an attempt that is over."""
    take_in(attempt.owner)
    held, met = memories(attempt.owner), facts_of(attempt)
    recalls = [memory.recall for fact, memory in held.items() if fact in met]
    return remembered.coming_back(attempt, recalls, now)
