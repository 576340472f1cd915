"""The first page, the ways into a quiz, and the credits."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import NoReverseMatch
from django.utils import timezone
from django.utils.translation import gettext as _

from quizzes.forms import DEFAULT_COUNT, StartForm
from quizzes.items.blueprint import Blueprint, TooFew
from quizzes.items.item import DEFAULT_TOPICS
from quizzes.models import Paper, Quiz, Source
from quizzes.queries.attempts import unfinished_attempt
from quizzes.services.papers import freeze_paper, new_seed, paper_for_quiz
from quizzes.views.caching import not_stored
from quizzes.views.errors import only, problem
from quizzes.views.player import player
from quizzes.views.presented import shown
from quizzes.views.starting import begin, owner_of, too_few


@not_stored
@only("GET", "HEAD", "POST")
def home(request: HttpRequest) -> HttpResponse:
    """Start at once, or with topics and length of one's own; or go on where one stopped."""
    if request.method == "POST":
        form = StartForm(request.POST)
        if form.is_valid():
            paper = freeze_paper(form.blueprint(), new_seed(), timezone.now())
            if isinstance(paper, TooFew):
                return too_few(request, paper)
            return begin(request, paper, is_timed=form.cleaned_data["is_timed"])
    else:
        form = StartForm(initial={"topics": DEFAULT_TOPICS, "count": DEFAULT_COUNT})
    context = {
        "form": form,
        "player": player(owner_of(request)),
        "default_topics": DEFAULT_TOPICS,
        "default_count": DEFAULT_COUNT,
        "unfinished": unfinished_attempt(owner_of(request), timezone.now()),
    }
    return render(request, "home.html", context, status=422 if form.is_bound else 200)


@only("GET", "HEAD", "POST")
@not_stored
def paper(request: HttpRequest, code: str) -> HttpResponse:
    """The same questions as somebody else had."""
    # Somebody's practice is not to be passed on.
    held = get_object_or_404(Paper.objects.select_related("quiz", "daily"), code=code, owner="")
    if hasattr(held, "daily"):
        return redirect("daily_day", held.daily.day)
    if not held.is_open:
        return closed(request)
    if request.method == "POST":
        return begin(request, held)
    context = {
        "announcement": shown.announcement(held.size),
        "topics": shown.topic_names(Blueprint.from_json(held.blueprint)),
    }
    return render(request, "paper.html", context)


@only("GET", "HEAD")
@not_stored
def code(request: HttpRequest) -> HttpResponse:
    """From the code that a student typed, however they typed it, to the quiz that has it."""
    typed = "".join(filter(str.isalnum, request.GET.get("code", ""))).upper()
    try:
        return redirect("quiz", code=typed)
    except NoReverseMatch:  # empty, too long, or of no letters that a code has
        return closed(request)


def closed(request: HttpRequest) -> HttpResponse:
    """The answer for a quiz that there is not, and for one that is not open alike."""
    return problem(
        request, 404, _("There is no open quiz with this code"),
        _("Check the code with your teacher: it may be mistyped, or not open yet."),
    )  # fmt: skip


@only("GET", "HEAD", "POST")
@not_stored
def quiz(request: HttpRequest, code: str) -> HttpResponse:
    """A teacher's quiz: what it is, and its start."""
    held = Quiz.objects.filter(code=code.upper(), is_published=True).first()
    if held is None:
        return closed(request)
    if request.method == "POST":
        found = paper_for_quiz(held, timezone.now())
        return too_few(request, found) if isinstance(found, TooFew) else begin(request, found)
    context = {
        "quiz": held,
        "length": shown.length(held.count),
        "topics": shown.topic_names(held.blueprint),
    }
    return render(request, "quiz.html", context)


@only("GET", "HEAD")
def sources(request: HttpRequest) -> HttpResponse:
    """Every source, with its licence and the credit it asks for."""
    return render(request, "sources.html", {"sources": Source.objects.all()})


@only("GET", "HEAD")
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept of a student, where and for how long."""
    return render(request, "privacy.html")
