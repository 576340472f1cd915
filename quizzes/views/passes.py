"""The pass of a browser: it moves to another device, or all that it stands for is forgotten."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from quizzes.qr import qr_code
from quizzes.queries.passes import moving_owner
from quizzes.services import passes
from quizzes.tokens import OWNER_COOKIE, is_ours
from quizzes.views.caching import not_stored
from quizzes.views.errors import only, problem
from quizzes.views.player import player
from quizzes.views.starting import give_pass, owner_of


@not_stored
@only("GET", "HEAD", "POST")
def move(request: HttpRequest) -> HttpResponse:
    """Make a link, and a QR code of it, that another device takes this pass by."""
    owner = owner_of(request)
    if request.method != "POST":
        return render(request, "move.html", {"link": ""}) if owner else nothing_here(request)
    secret = passes.begin_move(owner, timezone.now()) if owner else None
    if secret is None:
        return nothing_here(request)
    link = request.build_absolute_uri(reverse("arrive", args=[secret]))
    context = {"link": link, "code": qr_code(link), "player": player(owner)}
    return render(request, "move.html", context)


def nothing_here(request: HttpRequest) -> HttpResponse:
    return problem(
        request, 409, _("This browser has nothing to practise yet"),
        _("Play a quiz first. Or make the link on the device where you have played."),
    )  # fmt: skip


@not_stored
@only("GET", "HEAD", "POST")
def arrive(request: HttpRequest, secret: str) -> HttpResponse:
    """Take over the pass that a link brings: looking at the page does not use it up."""
    own, now = owner_of(request), timezone.now()
    if request.method == "POST":
        owner = passes.move(secret, own, now)
        if not owner:
            return gone(request, secret)
        response = redirect("practice")
        give_pass(response, owner)
        return response
    owner = moving_owner(secret, now)
    if not owner:
        return gone(request, secret)
    return render(request, "arrive.html", {"is_here": owner == own, "player": player(owner)})


def gone(request: HttpRequest, secret: str) -> HttpResponse:
    """The answer for a link that works no more, and for one that never did."""
    if not is_ours(secret):
        return problem(
            request, 404, _("This link is damaged"),
            _("Make a new one on the device where you have practised, and open all of it."),
        )  # fmt: skip
    return problem(
        request, 410, _("This link works no more"),
        _("A link works once, for ten minutes. Make a new one on the device where you have "
          "practised."),
    )  # fmt: skip


@not_stored
@only("GET", "HEAD", "POST")
def forget(request: HttpRequest) -> HttpResponse:
    """Ask, then delete all that there is of this pass, and the pass with it."""
    if request.method != "POST":
        return render(request, "forget.html")
    owner = owner_of(request)
    if owner:
        passes.forget(owner, timezone.now())
    response = problem(
        request, 200, _("Everything is forgotten"),
        _("Nothing of what you did is kept. A new quiz begins with a new number."),
    )  # fmt: skip
    response.delete_cookie(OWNER_COOKIE, samesite="Lax")
    return response
