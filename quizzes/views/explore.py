"""The pages to browse: flights, people, agencies and stations, each record with what is known of
it, a search, and a quiz about any of them."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.vary import vary_on_headers

from quizzes.catalogue import readers_catalogue
from quizzes.facts.base import FactBase
from quizzes.facts.records import Fact
from quizzes.figures.of_pages import (
    figures_of_agency,
    figures_of_mission,
    figures_of_person,
    figures_of_station,
)
from quizzes.figures.specs import Spec
from quizzes.htmx import wants_fragment
from quizzes.items.about import has_questions
from quizzes.items.kinds.base import ref
from quizzes.queries.generators import current_generator
from quizzes.services.papers import paper_about
from quizzes.views.caching import kept_by_the_browser, kept_for_minutes
from quizzes.views.described import lists
from quizzes.views.described.agencies import agency_page
from quizzes.views.described.found import found_page
from quizzes.views.described.missions import mission_page
from quizzes.views.described.parts import RecordPage
from quizzes.views.described.people import person_page
from quizzes.views.described.stations import station_page
from quizzes.views.errors import only
from quizzes.views.presented.pictures import figure
from quizzes.views.starting import begin_if_made

# Lists ------------------------------------------------------------------------------------------


def show_list(request: HttpRequest, shown: lists.ListPage | None) -> HttpResponse:
    """The list, or the page for an address that there is not."""
    if shown is None:
        raise Http404
    return render(request, "list.html", {"list": shown})


@only("GET", "HEAD")
@kept_for_minutes
def missions(request: HttpRequest) -> HttpResponse:
    """Flights: the latest, or all of a decade, a spacecraft or a place."""
    chosen = {by: request.GET[by] for by in lists.FLIGHTS_BY if request.GET.get(by)}
    return show_list(request, lists.flights_page(chosen, current_generator()[0].facts))


@only("GET", "HEAD")
@kept_for_minutes
def people(request: HttpRequest) -> HttpResponse:
    """People, by the first letter of their family names."""
    facts = current_generator()[0].facts
    return show_list(request, lists.people_page(request.GET.get("letter", ""), facts))


@only("GET", "HEAD")
@kept_for_minutes
def agencies(request: HttpRequest) -> HttpResponse:
    """All agencies."""
    return show_list(request, lists.agencies_page(current_generator()[0].facts))


@only("GET", "HEAD")
@kept_for_minutes
def stations(request: HttpRequest) -> HttpResponse:
    """All space stations."""
    return show_list(request, lists.stations_page(current_generator()[0].facts))


# Records ----------------------------------------------------------------------------------------

F = TypeVar("F", bound=Fact)


def show_record(
    request: HttpRequest,
    slug: str,
    held_in: Callable[[FactBase], Mapping[str, F]],
    describe: Callable[[F, FactBase], RecordPage],
    figures_of: Callable[[F, FactBase], Sequence[Spec]],
) -> HttpResponse:
    """What is known of a record; a POST starts a quiz about it."""
    generator, _revision = current_generator()
    record = held_in(generator.facts).get(slug)
    if record is None:
        raise Http404
    if request.method == "POST":
        return quiz_about(request, ref(record))
    shown = describe(record, generator.facts)
    catalogue = readers_catalogue()
    figures = [
        figure(spec, f"figure-{number}", catalogue)
        for number, spec in enumerate(figures_of(record, generator.facts), 1)
    ]
    context = {
        "record": shown,
        "figures": figures,
        "has_questions": has_questions(shown.reference, generator),
    }
    return render(request, "record.html", context)


def quiz_about(request: HttpRequest, reference: str) -> HttpResponse:
    """Start a quiz about a record."""
    return begin_if_made(
        request, paper_about(reference, timezone.now()),
        _("There are too few questions about this"),
        _("What its sources say makes no quiz yet. Choose another flight, person or station."),
    )  # fmt: skip


@only("GET", "HEAD", "POST")
@kept_by_the_browser
def mission(request: HttpRequest, slug: str) -> HttpResponse:
    """A flight."""
    return show_record(
        request, slug, lambda facts: facts.missions, mission_page, figures_of_mission
    )


@only("GET", "HEAD", "POST")
@kept_by_the_browser
def person(request: HttpRequest, slug: str) -> HttpResponse:
    """A person."""
    return show_record(request, slug, lambda facts: facts.people, person_page, figures_of_person)


@only("GET", "HEAD", "POST")
@kept_by_the_browser
def agency(request: HttpRequest, slug: str) -> HttpResponse:
    """An agency."""
    return show_record(request, slug, lambda facts: facts.agencies, agency_page, figures_of_agency)


@only("GET", "HEAD", "POST")
@kept_by_the_browser
def station(request: HttpRequest, slug: str) -> HttpResponse:
    """A space station."""
    return show_record(
        request, slug, lambda facts: facts.stations, station_page, figures_of_station
    )


# Search -----------------------------------------------------------------------------------------


@only("GET", "HEAD")
@kept_for_minutes
@vary_on_headers("HX-Request", "HX-History-Restore-Request")
def search(request: HttpRequest) -> HttpResponse:
    """What a name finds; with htmx, as it is typed."""
    shown = found_page(request.GET.get("q", ""), current_generator()[0].facts)
    is_page = not wants_fragment(request)
    name = "search.html" if is_page else "_found.html"
    return render(request, name, {"found": shown, "is_page": is_page})
