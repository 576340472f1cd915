"""The page with all flights, 1961 to today: to look at, to narrow, and to be asked about."""

from functools import lru_cache
from typing import NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.vary import vary_on_headers
from markupsafe import Markup

from quizzes.catalogue import Catalogue, readers_catalogue
from quizzes.facts.base import FactBase
from quizzes.htmx import wants_fragment
from quizzes.items.blueprint import Blueprint
from quizzes.jinja import messages_of
from quizzes.queries.generators import current_generator
from quizzes.services.papers import fullest_paper
from quizzes.views.caching import kept_by_the_browser
from quizzes.views.described.choosing import (
    Chosen,
    blueprint_within,
    flights_within,
    limits_in,
    selects,
)
from quizzes.views.described.history import BY_DATE, address, history, is_order, years
from quizzes.views.errors import only
from quizzes.views.starting import begin_if_made


@only("GET", "HEAD", "POST")
@kept_by_the_browser
@vary_on_headers("HX-Request", "HX-History-Restore-Request")
def explore(request: HttpRequest) -> HttpResponse:
    """All flights, or those within limits; a POST starts a quiz on them."""
    facts = current_generator()[0].facts
    given = request.POST if request.method == "POST" else request.GET
    limits, order = limits_in(given.dict()), given.get("sort") or BY_DATE
    blueprint = blueprint_within(limits, facts)
    if blueprint is None or not is_order(order) or not facts.missions:
        raise Http404
    if request.method == "POST":
        return quiz_within(request, blueprint)
    shown = fragment(limits, order, facts, readers_catalogue())
    if wants_fragment(request):
        # A screen reader hears how many there are.
        told = Markup('<div id="status" hx-swap-oob="innerHTML">{}</div>').format(shown.told)
        response = HttpResponse(shown.html + told)
        response.headers["HX-Push-Url"] = address(limits, order)
        return response
    first, last = years(facts)
    context = {"shown": shown.html, "selects": selects(limits, facts), "first": first, "last": last}
    return render(request, "explore.html", context)


class Fragment(NamedTuple):
    """The pictures and the table; ``told``: how many flights they show."""

    html: Markup
    told: str


@lru_cache(maxsize=24)  # a quarter of a megabyte each
def fragment(limits: Chosen, order: str, facts: FactBase, catalogue: Catalogue) -> Fragment:
    """What is the same for all readers of a language."""
    blueprint = blueprint_within(limits, facts)
    missions = flights_within(blueprint, facts) if blueprint is not None else []
    shown = history(missions, limits, order, facts, catalogue)
    words = {"history": shown, "limits": limits, "_": messages_of(catalogue)}
    html = Markup(render_to_string("_history.html", words))  # noqa: S704 (escaped)
    return Fragment(html, shown.told)


def quiz_within(request: HttpRequest, blueprint: Blueprint) -> HttpResponse:
    """Start a quiz on the flights that are shown."""
    return begin_if_made(
        request, fullest_paper(blueprint, timezone.now()),
        _("There are too few questions about these flights"),
        _("What their sources say makes no quiz yet. Go back and choose more flights."),
    )  # fmt: skip
