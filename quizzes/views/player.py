"""Who plays, as pages show it: a call sign and its patch. No query."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from markupsafe import Markup

from quizzes.catalogue import readers_catalogue
from quizzes.players.callsigns import CallSign, call_sign
from quizzes.players.patches import patch
from quizzes.views.caching import kept_for_good
from quizzes.views.errors import only


@dataclass(frozen=True, slots=True)
class Player:
    """A call sign in the reader's language, and its patch as SVG."""

    name: str
    patch: Markup


def player(owner: str) -> Player | None:
    """The player who holds ``owner``; None for a browser that has not begun anything."""
    if not owner:
        return None
    sign = call_sign(owner)
    drawn = Markup(patch(sign))  # noqa: S704 (drawn from a closed list)
    return Player(sign.text.render(readers_catalogue()), drawn)


@kept_for_good
@only("GET", "HEAD")
def patch_file(request: HttpRequest, slug: str) -> HttpResponse:
    """A patch as a file: for lists of many, each is fetched once."""
    sign = CallSign.from_slug(slug)
    if sign is None:
        raise Http404
    return HttpResponse(patch(sign, sign.text.render()), content_type="image/svg+xml")
