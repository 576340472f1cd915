"""Flights, people, agencies and stations: a page each, reached by lists, with a quiz on it."""

import gzip
import re
from html import unescape
from typing import Any, Final

import pytest
from django.test import Client
from django.urls import resolve, reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from quizzes.facts.base import FactBase, is_known
from quizzes.models import Attempt, Mission, Paper
from quizzes.queries.generators import current_generator
from quizzes.services.facts import record_revision
from tests.views.conftest import Player
from tests.views.reading import LINK, MARKS, linked_from, read

pytestmark = pytest.mark.django_db

SECTIONS: Final = ("missions", "people", "agencies", "stations")
MOST_COMPRESSED: Final = 60_000
KELLY, TMA_18M = "/people/scott-kelly/", "/missions/soyuz-tma-18m/"


def records(facts: FactBase, section: str) -> dict[str, Any]:
    held: dict[str, Any] = getattr(facts, section)
    return held


# Every record -----------------------------------------------------------------------------------


@pytest.mark.parametrize("section", SECTIONS)
def test_every_record_has_a_page_that_names_it(
    client: Client, loaded_facts: FactBase, section: str
) -> None:
    for slug, record in records(loaded_facts, section).items():
        assert record.name in read(client, f"/{section}/{slug}/"), slug


def test_every_flight_names_its_crew(client: Client, loaded_facts: FactBase) -> None:
    for mission in loaded_facts.missions.values():
        told = read(client, f"/missions/{mission.slug}/")
        for seat in (*loaded_facts.crew_up(mission), *loaded_facts.crew_down(mission)):
            name = loaded_facts.people[seat.person].name
            assert (name in told) is is_known(seat), (mission.slug, name)


def test_every_person_has_all_flights(client: Client, loaded_facts: FactBase) -> None:
    for person in loaded_facts.people.values():
        told = read(client, f"/people/{person.slug}/")
        for seat in loaded_facts.seats_of(person):
            name = loaded_facts.missions[seat.up].name
            assert (name in told) is is_known(seat), (person.slug, name)


@pytest.mark.parametrize("section", SECTIONS)
def test_every_statement_has_a_source_that_the_page_shows(
    client: Client, loaded_facts: FactBase, section: str
) -> None:
    """Every row and every line has numbers, or says that nothing is known; each number is that
    of a source below, with the day on which it was read."""
    for slug in records(loaded_facts, section):
        html = client.get(f"/{section}/{slug}/").content.decode()
        main = html[html.index("<main") : html.index("</main>")]
        for said in re.findall(r"<dd[^>]*>.*?</dd>", main, re.DOTALL):
            assert ('class="marks"' in said) is not ('class="unsaid"' in said), (slug, said)
        lead = main.partition("<dl")[0]
        for group in re.findall(r'<h2 id="group.*?</section>', main, re.DOTALL):
            lines = re.findall(r"<li>.*?</li>", group, re.DOTALL)
            unmarked = [line for line in lines if 'class="marks"' not in line]
            # What is said of all of them at once has its numbers above them, or in the lead.
            assert not unmarked or 'class="marks"' in lead + group.partition("<ul")[0], slug
        numbers = {int(n) for held in MARKS.findall(main) for n in held.split(",")}
        listed = re.findall(r'<li value="(\d+)"><a href="http[^"]+" rel="noopener">.+</a> '
                            r"<span>read \d+ \w+ \d{4}</span>", main)  # fmt: skip
        assert numbers == set(map(int, listed)), slug
        assert numbers == set(range(1, len(listed) + 1)), slug


def test_all_links_lead_somewhere(client: Client, loaded_facts: FactBase) -> None:
    """From a page of each sort; what they lead to is followed once."""
    links: set[str] = set()
    lists = (
        "/missions/?decade=1960",
        "/missions/?craft=soyuz",
        "/people/?letter=s",
        "/search/?q=a",
    )
    for path in (*(f"/{section}/" for section in SECTIONS), *lists, KELLY, TMA_18M,
                 "/agencies/jaxa/", "/agencies/roscosmos/", "/stations/mir/"):  # fmt: skip
        links |= set(map(unescape, LINK.findall(client.get(path).content.decode())))
    links = {link for link in links if not link.startswith(("/static/", "/admin/"))}
    assert len(links) > 300
    assert [link for link in links if client.get(link).status_code != 200] == []


# All are reached --------------------------------------------------------------------------------


def choices(client: Client, path: str, by: str) -> list[str]:
    html = client.get(path).content.decode()
    return [link for link in map(unescape, LINK.findall(html)) if f"?{by}=" in link]


@pytest.mark.parametrize(
    ("path", "by", "view"),
    [("/missions/", "decade", "mission"), ("/missions/", "craft", "mission"),
     ("/people/", "letter", "person")],
)  # fmt: skip
def test_every_record_is_reached_by_its_lists(
    client: Client, loaded_facts: FactBase, path: str, by: str, view: str
) -> None:
    reached = set()
    for link in choices(client, path, by):
        reached |= linked_from(client, link, view)
    assert reached == set(records(loaded_facts, path.strip("/")))


@pytest.mark.parametrize(("path", "view"), [("/agencies/", "agency"), ("/stations/", "station")])
def test_the_few_stand_in_one_list(
    client: Client, loaded_facts: FactBase, path: str, view: str
) -> None:
    assert linked_from(client, path, view) == set(records(loaded_facts, path.strip("/")))


def test_lists_tell_how_many_they_narrow_to(client: Client, loaded_facts: FactBase) -> None:
    html = client.get("/missions/?craft=apollo").content.decode()
    count = re.search(r'aria-current="page">Apollo <small>(\d+)</small>', html)
    assert count is not None
    assert int(count[1]) == len(linked_from(client, "/missions/?craft=apollo", "mission")) == 15


def test_limits_of_a_list_hold_together(client: Client, loaded_facts: FactBase) -> None:
    assert linked_from(client, "/missions/?craft=soyuz&decade=1970", "mission") < linked_from(
        client, "/missions/?craft=soyuz", "mission"
    )
    assert linked_from(client, "/missions/?craft=soyuz-tma-m&place=zhezkazgan", "mission") >= {
        "soyuz-tma-18m"
    }


def test_first_page_of_flights_has_those_still_up(client: Client, loaded_facts: FactBase) -> None:
    told = read(client, "/missions/")
    assert "Still up when the sources were read Shenzhou 23" in told
    assert {"soyuz-ms-28", "spacex-crew-12"} <= linked_from(client, "/missions/", "mission")


def test_first_page_of_people_has_those_still_up(client: Client, loaded_facts: FactBase) -> None:
    up = linked_from(client, "/people/", "person")
    assert {"jessica-meir", "sophie-adenot", "zhu-yangzhu"} <= up
    assert "scott-kelly" not in up


@pytest.mark.parametrize(
    "path",
    ["/missions/", "/missions/?craft=soyuz", "/missions/?craft=space-shuttle",
     "/missions/?decade=1990", "/missions/?place=kazakhstan", "/people/?letter=s", "/agencies/",
     "/stations/", "/agencies/nasa/", "/stations/iss/"],
)  # fmt: skip
def test_no_list_is_endless(client: Client, loaded_facts: FactBase, path: str) -> None:
    assert len(gzip.compress(client.get(path).content)) < MOST_COMPRESSED / 4


# A quiz on it -----------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [TMA_18M, KELLY, "/agencies/jaxa/", "/stations/mir/"])
def test_quiz_on_a_record_starts(client: Client, loaded_facts: object, path: str) -> None:
    assert "Quiz me on this" in read(client, path)
    page = client.post(path)
    assert page.status_code == 302
    paper = Paper.objects.get()
    sort = resolve(path).view_name
    assert paper.blueprint["about"] == f"{sort}:{path.split('/')[2]}"
    assert 2 <= paper.size <= 5
    assert client.get(page["Location"]).status_code == 200


@pytest.mark.parametrize(
    "path",
    # The last three went up with nobody aboard, and all that is known tells of the same landing.
    ["/missions/spacex-crew-13/", "/missions/soyuz-34/", "/missions/soyuz-ms-23/",
     "/missions/shenzhou-22/"],
)  # fmt: skip
def test_record_without_questions_says_so(client: Client, loaded_facts: object, path: str) -> None:
    assert "Quiz me" not in read(client, path)
    page = client.post(path)
    assert page.status_code == 409
    assert "There are too few questions about this" in page.content.decode()
    assert not Paper.objects.exists()


def test_result_of_a_quiz_on_a_record_offers_another_one(
    client: Client, loaded_facts: object
) -> None:
    location = client.post(KELLY)["Location"]
    paper = Paper.objects.get()
    player = Player(client, Attempt.objects.get())
    for position in range(1, paper.size + 1):
        player.respond(position)
    html = client.get(re.sub(r"\d+/$", "result/", location)).content.decode()
    assert f'<form method="post" action="{KELLY}">' in html
    assert "More questions on this" in html
    assert 'name="topics"' not in html


# Bad input, and what browsers keep ----------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [*(f"/{section}/none/" for section in SECTIONS), "/missions/%00/", "/missions/ü/",
     f"/people/{'a' * 5000}/",
     "/missions/?decade=1950", "/missions/?decade=196", "/missions/?decade=x",
     "/missions/?craft=airship", "/missions/?place=atlantis", "/missions/?place=%00",
     "/missions/?craft=apollo&decade=1980", "/people/?letter=q", "/people/?letter=ab",
     "/people/?letter=%00", "/people/?letter=.*"],
)  # fmt: skip
def test_what_there_is_not_is_a_page_with_advice(
    client: Client, loaded_facts: object, path: str
) -> None:
    page = client.get(path)
    assert page.status_code == 404
    assert "Check the address" in page.content.decode()
    assert page["Cache-Control"] == "no-store"


@pytest.mark.parametrize("section", SECTIONS)
def test_post_about_nothing_is_a_page_with_advice(
    client: Client, loaded_facts: object, section: str
) -> None:
    assert client.post(f"/{section}/none/").status_code == 404
    assert not Paper.objects.exists()


@pytest.mark.parametrize("path", [*(f"/{section}/" for section in SECTIONS), "/search/"])
def test_list_takes_no_post(client: Client, loaded_facts: object, path: str) -> None:
    page = client.post(path)
    assert (page.status_code, page["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize("path", [TMA_18M, KELLY, "/agencies/nasa/", "/stations/mir/"])
def test_record_takes_no_other_method(client: Client, loaded_facts: object, path: str) -> None:
    page = client.put(path)
    assert (page.status_code, page["Allow"]) == (405, "GET, HEAD, POST")


def test_empty_choice_is_no_choice(client: Client, loaded_facts: object) -> None:
    assert read(client, "/missions/?decade=&craft=") == read(client, "/missions/")


@pytest.mark.usefixtures("no_facts")
@pytest.mark.parametrize("path", ["/people/", "/agencies/", "/stations/", "/search/?q=a"])
def test_without_facts_there_is_nothing_to_list(client: Client, path: str) -> None:
    assert client.get(path).status_code == 200


@pytest.mark.usefixtures("no_facts")
def test_without_facts_no_flight_is_listed(client: Client) -> None:
    assert client.get("/missions/").status_code == 404


def test_anybody_may_keep_lists_and_the_readers_browser_pages_with_a_form(
    client: Client, loaded_facts: object
) -> None:
    assert client.get("/missions/")["Cache-Control"] == "public, max-age=300"
    record = client.get(TMA_18M)
    assert record["Cache-Control"] == "private, max-age=300"
    assert "Cookie" in record["Vary"]


def test_head_of_a_page_describes_it(client: Client, loaded_facts: object) -> None:
    html = client.get(TMA_18M).content.decode()
    assert "<title>Soyuz TMA-18M · SpaceQuiz</title>" in html
    assert '<meta name="description" content="Soyuz TMA-18M launched on 2 September 2015' in html


@pytest.mark.parametrize(
    ("small", "large"),
    [("/missions/vostok-1/", "/missions/sts-127/"), ("/people/yuri-gagarin/", KELLY),
     ("/agencies/tua/", "/agencies/nasa/"), ("/stations/salyut-3/", "/stations/iss/"),
     ("/missions/?craft=voskhod", "/missions/?craft=soyuz"),
     ("/people/?letter=u", "/people/?letter=s"),
     ("/search/?q=gagarin", "/search/?q=soyuz")],
)  # fmt: skip
def test_page_takes_one_query_however_much_it_shows(
    client: Client,
    loaded_facts: object,
    django_assert_num_queries: DjangoAssertNumQueries,
    small: str,
    large: str,
) -> None:
    current_generator()
    for path in (small, large):
        with django_assert_num_queries(1):
            client.get(path)


def test_markup_in_a_name_stays_text(client: Client, loaded_facts: object) -> None:
    Mission.objects.filter(slug="vostok-1").update(
        name="<b>&Vostok</b>", landing_place="<i>near</i>"
    )
    record_revision(timezone.now())
    html = client.get("/missions/vostok-1/").content.decode()
    assert "<b>&" not in html
    assert "&lt;b&gt;&amp;Vostok&lt;/b&gt;" in html
    assert "<i>near</i>" not in html
    listed = client.get(reverse("missions"), {"decade": "1960"}).content.decode()
    assert "&lt;b&gt;&amp;Vostok&lt;/b&gt;" in listed
