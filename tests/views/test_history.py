"""All flights on one page: pictures, a table, limits to choose by, and a quiz on what is left."""

import gzip
import re
import time
from collections.abc import Mapping
from html import unescape
from typing import Any, Final

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from quizzes.facts.base import FactBase
from quizzes.figures.history.sheets import sheet_of
from quizzes.items.blueprint import Blueprint
from quizzes.items.item import DEFAULT_TOPICS, Topic
from quizzes.items.text import english
from quizzes.models import Attempt, Paper
from quizzes.queries.generators import current_generator
from quizzes.views.described.history import all_flights
from tests.views.conftest import HTMX, Player

pytestmark = pytest.mark.django_db
MOST_KB: Final = 120
SLOWEST_S: Final = 1.0
"""On a machine that is busy with other tests, where nothing is prepared. Alone it takes a tenth."""
ROW: Final = re.compile(r'<tr><th scope="row"><a href="([^"]+)">.*?</tr>')
MARK: Final = re.compile(r'<a class="mark[^"]*" href="([^"]+)"')
CELL: Final = re.compile(r"<td>(.*?)</td>")


def get(client: Client, query: Mapping[str, str] | None = None, **options: Any) -> Any:
    page = client.get("/explore/", query or {}, **options)
    assert page.status_code == 200, page.content[:500]
    return page


def read(client: Client, query: Mapping[str, str] | None = None) -> str:
    html: str = get(client, query).content.decode()
    return html


def rows(html: str) -> list[str]:
    """Where the rows of the table lead to, in order."""
    return ROW.findall(html)


def pictures(html: str) -> list[str]:
    """The pictures, each as far as the next one begins."""
    return html.split("<svg class=")[1:]


def every_flight(facts: FactBase) -> set[str]:
    return {f"/missions/{slug}/" for slug in facts.missions}


# What there is to see ---------------------------------------------------------------------------


def test_table_has_every_flight_once(client: Client, loaded_facts: FactBase) -> None:
    found = rows(read(client))
    assert len(found) == len(loaded_facts.missions)
    assert set(found) == every_flight(loaded_facts)


def test_timeline_has_every_flight_whose_launch_is_known(
    client: Client, loaded_facts: FactBase
) -> None:
    html = read(client)
    known = {f"/missions/{one.slug}/" for one in loaded_facts.missions.values() if one.launched_at}
    for kind in ("across", "down"):
        (picture,) = (one for one in pictures(html) if one.startswith(f'"skyline {kind}"'))
        assert sorted(MARK.findall(picture)) == sorted(known)


def test_maps_have_every_landing_of_which_anything_is_known_once(
    client: Client, loaded_facts: FactBase
) -> None:
    html = read(client)
    flights = all_flights(loaded_facts, english)
    told = [one for one in flights if one.point is not None or one.region]
    assert [one.slug for one in told if sheet_of(one) is None] == []
    on_maps = [
        url for one in pictures(html) if one.startswith('"sheet"') for url in MARK.findall(one)
    ]
    assert sorted(on_maps) == sorted(one.url for one in told)


def test_no_map_shows_where_lives_were_lost(client: Client, loaded_facts: FactBase) -> None:
    html = read(client)
    lost = {f"/missions/{one.slug}/" for one in loaded_facts.missions.values() if one.fatal}
    assert len(lost) == 5
    on_maps = {
        url for one in pictures(html) if one.startswith('"sheet"') for url in MARK.findall(one)
    }
    assert not lost & on_maps
    assert html.count("<td>cost lives</td>") == 5


def test_mark_says_what_its_row_says(client: Client, loaded_facts: object) -> None:
    html = read(client)
    (row,) = (found[0] for found in ROW.finditer(html) if found[1] == "/missions/soyuz-tma-18m/")
    day, length, crew, place = (unescape(cell) for cell in CELL.findall(row))
    assert (day, length, crew) == ("2 September 2015", "182 days", "3")
    assert place.endswith("Zhezkazgan (Kazakhstan)")
    assert f"<title>Soyuz TMA-18M · {day} · {length} · {place}</title>" in unescape(html)


def test_flight_under_way_and_one_of_unknown_launch_say_so(
    client: Client, loaded_facts: object
) -> None:
    html = read(client)
    told = {found[1]: CELL.findall(found[0]) for found in ROW.finditer(html)}
    assert told["/missions/shenzhou-23/"][1:] == ["under way", "3", "under way"]
    assert told["/missions/soyuz-34/"][0] == "not known"
    assert told["/missions/soyuz-tma-11/"][1] == "not known"


def test_head_of_the_page_tells_the_years(client: Client, loaded_facts: object) -> None:
    assert "<h1>Every crewed spaceflight, 1961 to 2026</h1>" in read(client)


def test_table_is_a_table(client: Client, loaded_facts: object) -> None:
    html = read(client)
    assert "<caption>417 flights. Dates are UTC.</caption>" in html
    assert html.count('<th scope="col"') == 5


# Limits -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "query",
    [{"agency": "esa"}, {"craft": "shenzhou"}, {"decade": "1960"}, {"station": "mir"},
     {"agency": "nasa", "station": "mir", "decade": "1990", "craft": "space-shuttle"}],
)  # fmt: skip
def test_limits_leave_what_a_quiz_within_them_asks_about(
    client: Client, loaded_facts: FactBase, query: dict[str, str]
) -> None:
    families = {"shenzhou": "Shenzhou", "space-shuttle": "Space Shuttle"}
    first = int(query.get("decade", 0))
    blueprint = Blueprint(
        (Topic.CREWS,),
        1,
        years=(first, first + 9) if first else None,
        families=(families[query["craft"]],) if "craft" in query else (),
        agencies=(query["agency"],) if "agency" in query else (),
        stations=(query["station"],) if "station" in query else (),
    )
    wanted = {
        f"/missions/{one.slug}/"
        for one in loaded_facts.missions.values()
        if blueprint.allows(one, loaded_facts)
    }
    html = read(client, query)
    assert 0 < len(wanted) < len(loaded_facts.missions)
    assert set(rows(html)) == wanted
    assert set(MARK.findall(html)) <= wanted
    assert f"<b>{len(wanted)} of 417 flights</b>" in html
    for value in query.values():
        assert re.search(rf'<option value="{value}" selected>', html)


def test_empty_limits_are_none(client: Client, loaded_facts: FactBase) -> None:
    empty = {"agency": "", "craft": "", "decade": "", "station": "", "sort": ""}
    assert len(rows(read(client, empty))) == len(loaded_facts.missions)


def test_every_offer_leaves_something(client: Client, loaded_facts: object) -> None:
    html = read(client)
    offers = re.findall(r'<select id="(\w+)"(.*?)</select>', html, re.DOTALL)
    assert {name for name, _options in offers} == {"agency", "craft", "decade", "station"}
    for name, options in offers:
        values = re.findall(r'<option value="([^"]+)"', options)
        assert len(values) >= 7
        for value in (values[0], values[-1]):
            assert rows(read(client, {name: value}))


def test_nothing_within_the_limits_says_so_and_offers_no_quiz(
    client: Client, loaded_facts: object
) -> None:
    html = read(client, {"agency": "esa", "decade": "1960"})
    assert "No flight is all of this." in html
    for there_is_not in ("Quiz me on these", "As a table", "<table", 'id="named"'):
        assert there_is_not not in html
    assert '<a href="/explore/">Show all</a>' in html


@pytest.mark.parametrize(
    "query",
    [{"agency": "nobody"}, {"craft": "Soyuz"}, {"craft": "soyuz-tm"}, {"decade": "1965"},
     {"decade": "1950"}, {"decade": "unknown"}, {"decade": "9" * 400}, {"decade": "-1"},
     {"station": "%00"}, {"station": "\0"}, {"sort": "name"}, {"sort": "--date"}, {"sort": "-"},
     {"agency": "<script>"}],
)  # fmt: skip
@pytest.mark.parametrize("method", ["get", "post"])
def test_limit_that_there_is_not_is_a_page_with_advice(
    client: Client, loaded_facts: object, query: dict[str, str], method: str
) -> None:
    page = getattr(client, method)("/explore/", query)
    assert page.status_code == 404
    assert "Check the address" in page.content.decode()
    assert not Paper.objects.exists()


@pytest.mark.usefixtures("no_facts")
def test_without_facts_there_is_nothing_to_show(client: Client) -> None:
    assert client.get("/explore/").status_code == 404


# Order ------------------------------------------------------------------------------------------


def test_table_is_sorted_as_asked(client: Client, loaded_facts: FactBase) -> None:
    by_date = rows(read(client))
    assert by_date[0] == "/missions/vostok-1/"
    assert rows(read(client, {"sort": "-date"})) == by_date[::-1]
    longest = rows(read(client, {"sort": "-length"}))[0].split("/")[2]
    lengths = [loaded_facts.duration_s(one) or 0 for one in loaded_facts.missions.values()]
    assert loaded_facts.duration_s(loaded_facts.missions[longest]) == max(lengths)
    fullest = rows(read(client, {"sort": "-crew"}))[0].split("/")[2]
    assert loaded_facts.missions[fullest].crew_up == 8


def test_order_keeps_the_limits_and_is_turned_round_by_asking_again(
    client: Client, loaded_facts: object
) -> None:
    html = read(client, {"craft": "gemini"})
    assert (
        '<th scope="col" aria-sort="ascending"><a href="/explore/?craft=gemini&amp;sort=-date'
        in html
    )
    assert (
        '<th scope="col" aria-sort="none"><a href="/explore/?craft=gemini&amp;sort=-length' in html
    )
    html = read(client, {"craft": "gemini", "sort": "-length"})
    assert (
        '<th scope="col" aria-sort="descending"><a href="/explore/?craft=gemini&amp;sort=length'
        in html
    )


# With htmx --------------------------------------------------------------------------------------


def test_htmx_gets_the_pictures_alone_and_how_many_flights_for_the_ears(
    client: Client, loaded_facts: object
) -> None:
    page = get(client, {"craft": "gemini", "agency": ""}, headers=HTMX)
    html = page.content.decode()
    assert "<html" not in html
    assert html.startswith('<div id="history">')
    assert '<div id="status" hx-swap-oob="innerHTML">10 of 417 flights</div>' in html
    assert page["HX-Push-Url"] == "/explore/?craft=gemini"
    assert {"HX-Request", "HX-History-Restore-Request"} <= set(page["Vary"].split(", "))
    back = get(client, headers={**HTMX, "HX-History-Restore-Request": "true"})
    assert "<html" in back.content.decode()


def test_what_is_made_once_for_all_has_nothing_of_one_readers_own(
    client: Client, loaded_facts: object
) -> None:
    page = get(client, headers=HTMX).content.decode()
    assert "csrfmiddlewaretoken" not in page
    assert "csrfmiddlewaretoken" in read(client)


# A quiz -----------------------------------------------------------------------------------------


def test_quiz_keeps_to_the_limits(client: Client, loaded_facts: object) -> None:
    limits = {"agency": "nasa", "craft": "space-shuttle", "decade": "1990", "station": "mir"}
    page = client.post("/explore/", limits)
    assert page.status_code == 302
    blueprint = Blueprint.from_json(Paper.objects.get().blueprint)
    assert blueprint.agencies == ("nasa",)
    assert blueprint.families == ("Space Shuttle",)
    assert blueprint.years == (1990, 1999)
    assert blueprint.stations == ("mir",)
    assert blueprint.topics == DEFAULT_TOPICS
    assert client.get(page["Location"]).status_code == 200


def test_limits_of_the_page_are_those_of_its_quiz(client: Client, loaded_facts: object) -> None:
    html = read(client, {"craft": "gemini", "decade": "1960"})
    hidden = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)" form="quiz">', html)
    assert hidden == [("craft", "gemini"), ("decade", "1960")]
    assert '<form id="quiz" method="post" action="/explore/">' in html
    assert '<button class="button" form="quiz">Quiz me on these</button>' in html


def test_quiz_on_hops_asks_about_hops(client: Client, loaded_facts: object) -> None:
    assert client.post("/explore/", {"craft": "new-shepard"}).status_code == 302
    assert Topic.SUBORBITAL.value in Paper.objects.get().blueprint["topics"]


def test_quiz_is_as_long_as_there_are_questions(client: Client, loaded_facts: object) -> None:
    assert client.post("/explore/", {"craft": "voskhod"}).status_code == 302
    assert 2 <= Paper.objects.get().size < 10


@pytest.mark.parametrize("limits", [{"agency": "esa", "decade": "1960"}, {"agency": "hughes"}])
def test_too_few_questions_say_what_to_do(
    client: Client, loaded_facts: object, limits: dict[str, str]
) -> None:
    page = client.post("/explore/", limits)
    assert page.status_code == 409
    assert "There are too few questions about these flights" in page.content.decode()
    assert not Paper.objects.exists()


@pytest.mark.parametrize(
    "limits",
    [{"craft": "voskhod"}, {"agency": "nasa", "decade": "1980"}, {"station": "skylab"}],
    ids=str,
)
def test_result_of_a_quiz_within_limits_offers_another_one_within_them(
    client: Client, loaded_facts: object, limits: dict[str, str]
) -> None:
    client.post("/explore/", limits)
    first = Paper.objects.get()
    player = Player(client, Attempt.objects.get())
    for position in range(1, first.size + 1):
        player.respond(position)
    html = client.get(reverse("result", args=[player.attempt.code])).content.decode()
    form = html[html.index('<form method="post" action="/explore/">') :]
    form = form[: form.index("</form>")]
    hidden = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
    assert hidden == {**limits, "csrfmiddlewaretoken": hidden["csrfmiddlewaretoken"]}
    assert 'name="topics"' not in html
    assert client.post("/explore/", hidden).status_code == 302
    # As many questions as there are for it: that depends on the draw.
    second = Paper.objects.exclude(pk=first.pk).get()
    assert second.blueprint | {"count": 0} == first.blueprint | {"count": 0}


def test_quiz_needs_a_token(loaded_facts: object) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/explore/").status_code == 403
    page = strict.get("/explore/")
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.content.decode())
    assert token is not None
    assert strict.post("/explore/", {"csrfmiddlewaretoken": token[1]}).status_code == 302


def test_no_other_method_is_taken(client: Client, loaded_facts: object) -> None:
    assert client.delete("/explore/").status_code == 405


# Fast and small ---------------------------------------------------------------------------------


def test_page_is_small_enough_for_a_phone(client: Client, loaded_facts: object) -> None:
    assert len(gzip.compress(get(client).content, 6)) <= MOST_KB * 1024


def test_page_is_there_in_time_even_for_the_first_who_asks(
    client: Client, loaded_facts: object
) -> None:
    get(client, {"craft": "gemini"})
    start = time.perf_counter()
    get(client, {"decade": "1990"})
    assert time.perf_counter() - start < SLOWEST_S


def test_page_takes_one_query_however_much_it_shows(
    client: Client, loaded_facts: object, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    current_generator()
    for query in ({"craft": "voskhod"}, {}):
        with django_assert_num_queries(1):
            get(client, query)


def test_readers_browser_alone_keeps_the_page(client: Client, loaded_facts: object) -> None:
    page = get(client)
    assert page["Cache-Control"] == "private, max-age=300"
    assert "Cookie" in page["Vary"]
    assert "no-store" in client.get("/explore/", {"craft": "x"})["Cache-Control"]
