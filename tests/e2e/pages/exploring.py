"""Exploring the facts."""

from collections.abc import Callable, Mapping
from typing import Final

from playwright.sync_api import Page, expect

from quizzes.models import Mission
from tests.e2e.pages.playing import unfold_all
from tests.e2e.player import headline


def all_flights(page: Page) -> None:
    page.goto("/explore/")
    expect(page.get_by_role("row")).to_have_count(1 + Mission.objects.count())


def all_flights_narrowed(page: Page) -> None:
    page.goto("/explore/?craft=gemini&sort=-length")


def all_flights_that_there_are_none_of(page: Page) -> None:
    page.goto("/explore/?agency=esa&decade=1960")
    expect(page.locator(".problem")).to_be_visible()


def flights_list(page: Page) -> None:
    page.goto("/missions/")


def flights_of_a_decade(page: Page) -> None:
    page.goto("/missions/?decade=1960")


def flights_of_a_decade_unfolded(page: Page) -> None:
    page.goto("/missions/?decade=1970")
    unfold_all(page)


def people_of_a_letter(page: Page) -> None:
    page.goto("/people/?letter=u")


def agencies_list(page: Page) -> None:
    page.goto("/agencies/")


def stations_list(page: Page) -> None:
    page.goto("/stations/")


def mission(page: Page) -> None:
    page.goto("/missions/soyuz-tma-18m/")


def mission_that_sources_disagree_on(page: Page) -> None:
    page.goto("/missions/soyuz-tm-16/")


def person(page: Page) -> None:
    page.goto("/people/scott-kelly/")


def agency(page: Page) -> None:
    page.goto("/agencies/jaxa/")


def station(page: Page) -> None:
    page.goto("/stations/skylab/")


def search(page: Page) -> None:
    page.goto("/search/?q=kelly")


def search_that_finds_nothing(page: Page) -> None:
    page.goto("/search/?q=xyzzy")


def too_few_questions(page: Page) -> None:
    mission(page)
    page.locator(".quiz-me").evaluate("form => { form.action = '/missions/spacex-crew-13/' }")
    page.get_by_role("button", name="Quiz me on this").click()
    expect(headline(page)).to_have_text("There are too few questions about this")


def sources(page: Page) -> None:
    page.goto("/sources/")


def privacy(page: Page) -> None:
    page.goto("/privacy/")


PAGES: Final[Mapping[Callable[[Page], None], str]] = {
    sources: "sources",
    privacy: "privacy",
    all_flights: "explore",
    all_flights_narrowed: "explore",
    all_flights_that_there_are_none_of: "explore",
    flights_list: "missions",
    flights_of_a_decade: "missions",
    flights_of_a_decade_unfolded: "missions",
    people_of_a_letter: "people",
    agencies_list: "agencies",
    stations_list: "stations",
    mission: "mission",
    mission_that_sources_disagree_on: "mission",
    person: "person",
    agency: "agency",
    station: "station",
    search: "search",
    search_that_finds_nothing: "search",
    too_few_questions: "mission",
}
