"""Playing: one question after another, feedback after each, the score at the end."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.vary import vary_on_headers

from quizzes.forms import is_of_home
from quizzes.htmx import wants_fragment
from quizzes.items.blueprint import Blueprint
from quizzes.items.interactions.base import Again, Problem
from quizzes.items.item import Item
from quizzes.models import Attempt, Paper, PaperItem
from quizzes.queries.attempts import (
    AttemptState,
    FrozenItem,
    frozen_item,
    own_attempt,
    paper_items,
    recorded_responses,
)
from quizzes.queries.generators import current_generator
from quizzes.services.attempts import Expired, Submission, submit_response
from quizzes.views.caching import not_stored
from quizzes.views.described.choosing import limits_of
from quizzes.views.errors import only, problem
from quizzes.views.player import player
from quizzes.views.practice import after_attempt
from quizzes.views.presented import asked, landed, shown, told
from quizzes.views.presented.days import daily_result
from quizzes.views.presented.pictures import proving_figure
from quizzes.views.starting import owner_of

WHAT_TO_DO = {
    Problem.NOTHING_CHOSEN: gettext_lazy("There is no answer yet. Give one, then press Answer."),
    Problem.MORE_THAN_ONE: gettext_lazy("Give one answer only."),
    Problem.NOT_AN_OPTION: gettext_lazy(
        "That option belongs to another question. Choose one of these."
    ),
    Problem.NOT_ALL: gettext_lazy("Something is still open. Fill in all of it, then answer."),
    Problem.SAME_TWICE: gettext_lazy("One of these is there twice. Each belongs in one place."),
    Problem.NOT_A_NUMBER: gettext_lazy("Write one number, in figures, without words."),
    Problem.OUT_OF_RANGE: gettext_lazy("It cannot be that number: write one from 0 up."),
    Problem.NOT_ON_EARTH: gettext_lazy("That is not on the map. Put the pin on it."),
    Problem.NOT_A_NAME: gettext_lazy("Write a name."),
    Problem.TOO_LONG: gettext_lazy("That is too long to be read. Make it shorter."),
    Problem.WHICH_ONE: gettext_lazy("Several people go by that name. Which one do you mean?"),
}


def not_yours(request: HttpRequest) -> HttpResponse:
    """The answer for an attempt that there is not, and for one of another browser alike."""
    return problem(
        request, 404, _("This quiz is not open in this browser"),
        _("It was started in another browser, or its cookie is gone. Start a new one: "
          "that takes a moment."),
    )  # fmt: skip


@not_stored
@only("GET", "HEAD")
def resume(request: HttpRequest, code: str) -> HttpResponse:
    """Go on where the attempt stopped."""
    try:
        attempt = own_attempt(code, owner_of(request))
    except Attempt.DoesNotExist:
        return not_yours(request)
    position = recorded_responses(attempt).next_position
    if position is None or timezone.now() >= attempt.expires_at:
        return redirect("result", code=code)
    return redirect("item", code=code, position=position)


@not_stored
@vary_on_headers("HX-Request")
@only("GET", "HEAD", "POST")
def item(request: HttpRequest, code: str, position: int) -> HttpResponse:
    """An item of an attempt: the question, or its feedback once there is a response."""
    try:
        attempt = own_attempt(code, owner_of(request))
        if not 1 <= position <= attempt.size:
            return beyond(request, attempt)
        if request.method == "POST":
            return respond(request, attempt, position)
        state = recorded_responses(attempt)
        frozen = frozen_item(attempt.paper_id, position)
    except (Attempt.DoesNotExist, PaperItem.DoesNotExist):
        return not_yours(request)
    if position in state.responses:
        return show_feedback(request, attempt, state, position, frozen)
    if timezone.now() >= attempt.expires_at:
        return expired(request)
    return show_question(request, attempt, state, position, frozen.item)


def respond(request: HttpRequest, attempt: Attempt, position: int) -> HttpResponse:
    """Take a response; with htmx answer with its feedback, else redirect to it."""
    taken = submit_response(attempt, position, dict(request.POST.lists()), timezone.now())
    match taken:
        case Expired():
            return expired(request)
        case Again():
            state = recorded_responses(attempt)
            frozen = frozen_item(attempt.paper_id, position)
            return show_question(request, attempt, state, position, frozen.item, taken)
        case Submission():
            if wants_fragment(request) or taken.is_too_late:
                return show_feedback(
                    request, attempt, taken.state, position, taken.frozen,
                    is_too_late=taken.is_too_late,
                )  # fmt: skip
            return redirect("item", code=attempt.code, position=position)


def show_question(
    request: HttpRequest,
    attempt: Attempt,
    state: AttemptState,
    position: int,
    shown_item: Item,
    again: Again | None = None,
) -> HttpResponse:
    """The question; ``again`` with what was wrong with the response, and what of it is kept."""
    is_page = not wants_fragment(request)
    moved = request.POST.get("move", "") if again and not again.problem else ""
    context = {
        "is_page": is_page,
        "progress": shown.progress(attempt, state, position),
        "question": asked.question(shown_item, attempt.code, position, again, moved),
        "problem": WHAT_TO_DO[again.problem] if again and again.problem else "",
    }
    name = "question.html" if is_page else "_question.html"
    return render(request, name, context, status=422 if again and again.problem else 200)


def show_feedback(
    request: HttpRequest,
    attempt: Attempt,
    state: AttemptState,
    position: int,
    frozen: FrozenItem,
    *,
    is_too_late: bool = False,
) -> HttpResponse:
    is_page = not wants_fragment(request)
    context = {
        "is_page": is_page,
        "progress": shown.progress(attempt, state, position),
        "feedback": told.feedback(frozen.item, state.responses[position]),
        "figure": proving_figure(frozen, state.responses[position].value),
        "is_too_late": is_too_late,
    }
    name = "feedback.html" if is_page else "_feedback.html"
    return render(request, name, context)


def beyond(request: HttpRequest, attempt: Attempt) -> HttpResponse:
    """The answer for a question that an attempt does not have."""
    return problem(
        request, 404, _("There is no such question"),
        ngettext(
            "This quiz has %(size)d question. Go back to the page before, or begin a new one.",
            "This quiz has %(size)d questions. Go back to the page before, or begin a new one.",
            attempt.size,
        ) % {"size": attempt.size},
    )  # fmt: skip


def expired(request: HttpRequest) -> HttpResponse:
    return problem(
        request, 410, _("This quiz has closed"),
        _("A quiz stays open for 30 days after its start. Start a new one."),
    )  # fmt: skip


@not_stored
@only("GET", "HEAD")
def result(request: HttpRequest, code: str) -> HttpResponse:
    """The score, and every item with its feedback, once all have a response; after the quiz has
    closed, those that have one."""
    try:
        attempt = own_attempt(code, owner_of(request))
    except Attempt.DoesNotExist:
        return not_yours(request)
    state = recorded_responses(attempt)
    if state.next_position is not None:
        if timezone.now() < attempt.expires_at:
            return redirect("item", code=code, position=state.next_position)
        if not state.responses:
            return expired(request)
    paper = Paper.objects.select_related("quiz", "daily").get(pk=attempt.paper_id)
    blueprint, facts = Blueprint.from_json(paper.blueprint), current_generator()[0].facts
    context = {
        "player": player(attempt.owner),
        "daily": daily_result(request, attempt, paper, state, timezone.now().date()),
        "result": landed.result(attempt, state, paper_items(paper.pk), facts),
        "paper": paper,
        "quiz": paper.quiz,
        "is_open": paper.is_open,
        "same_questions_url": request.build_absolute_uri(reverse("paper", args=[paper.code])),
        "again": blueprint,
        "is_of_home": is_of_home(blueprint),
        "limits": limits_of(blueprint, facts),
        "coming_back": after_attempt(attempt, timezone.now()),
    }
    return render(request, "result.html", context)
