"""Flights, people, agencies and stations: what is known of each, who says so, and a quiz on it."""

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
from tests.fixture_files import read_fields
from tests.views.conftest import Player

pytestmark = pytest.mark.django_db

SECTIONS: Final = ("missions", "people", "agencies", "stations")
LINK: Final = re.compile(r'href="(/[^"#]*)"')
MARKS: Final = re.compile(r'<small class="marks">.*?</span>(.*?)</small>', re.DOTALL)
MOST_COMPRESSED: Final = 60_000
KELLY, TMA_18M = "/people/scott-kelly/", "/missions/soyuz-tma-18m/"


def words(page: Any) -> str:
    """What a page says in its main part, without markup, in single spaces."""
    html = page.content.decode()
    main = html[html.index("<main") : html.index("</main>")]
    in_lines = re.sub(r"</?(a|b|small|span)\b[^>]*>", "", main)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", in_lines)).split())


def read(client: Client, path: str) -> str:
    page = client.get(path)
    assert page.status_code == 200, path
    return words(page).replace("\N{NO-BREAK SPACE}", " ")


def row(client: Client, path: str, term: str) -> str:
    """What a row of the table of facts says, the numbers of its sources left out."""
    html = MARKS.sub("", client.get(path).content.decode())
    held = re.findall(r"<dt>(.*?)</dt>\s*<dd[^>]*>(.*?)</dd>", html, re.DOTALL)
    rows = {unescape(name): re.sub(r"<[^>]*>", "", value) for name, value in held}
    return " ".join(unescape(rows[term]).replace("\N{NO-BREAK SPACE}", " ").split())


def terms(client: Client, path: str) -> list[str]:
    return re.findall(r"<dt>(.*?)</dt>", client.get(path).content.decode())


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


def linked_from(client: Client, path: str, view: str) -> set[str]:
    """The slugs of the records of a sort that a page links to."""
    links = map(unescape, LINK.findall(client.get(path).content.decode()))
    found = (resolve(link.partition("?")[0]) for link in links if not link.startswith("/static/"))
    return {match.kwargs["slug"] for match in found if match.view_name == view}


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


# What a flight's page says ----------------------------------------------------------------------


def test_flight_is_told_in_sentences_and_in_a_table(client: Client, loaded_facts: object) -> None:
    told = read(client, TMA_18M)
    assert "Soyuz TMA-18M launched on 2 September 2015 with Sergey Volkov" in told
    assert row(client, TMA_18M, "Launch") == "2 September 2015, 04:37 UTC"
    assert row(client, TMA_18M, "Launched from") == "Baikonur Cosmodrome"
    assert row(client, TMA_18M, "Landing") == "2 March 2016, 04:25 UTC"
    assert row(client, TMA_18M, "Place") == "157 km south-east of Zhezkazgan, Kazakhstan"
    assert row(client, TMA_18M, "Length") == "182 days"
    assert row(client, TMA_18M, "Orbits") == "2,833, counted over the turning ground"
    assert row(client, TMA_18M, "Space station") == "ISS"
    assert row(client, TMA_18M, "Spacecraft") == "Soyuz TMA-M"


def test_crew_says_who_came_up_and_down_on_what(client: Client, loaded_facts: object) -> None:
    told = read(client, TMA_18M)
    assert (
        "Scott Kelly flight engineer · for NASA · went up on Soyuz TMA-16M · after 340 days" in told
    )
    assert "Andreas Mogensen flight engineer · for ESA · came down on Soyuz TMA-16M" in told


def test_orbits_say_how_they_were_counted(client: Client, loaded_facts: FactBase) -> None:
    sixteen = next(
        mission
        for mission in loaded_facts.missions.values()
        if mission.orbits and mission.orbits_convention == "sixteen-a-day"
    )
    told = row(client, f"/missions/{sixteen.slug}/", "Orbits")
    assert told == f"{sixteen.orbits:,g}, counted as sixteen a day"


@pytest.mark.parametrize(
    ("path", "term"),
    [("/missions/soyuz-tm-16/", "Orbits"), ("/missions/gemini-xii/", "Length"),
     ("/missions/soyuz-tma-11/", "Landing"), ("/people/kalpana-chawla/", "Born")],
)  # fmt: skip
def test_what_is_disputed_is_said_to_be(
    client: Client, loaded_facts: object, path: str, term: str
) -> None:
    assert row(client, path, term) == "Sources disagree, so nothing is said here."


def test_disputed_distance_leaves_what_sources_agree_on(
    client: Client, loaded_facts: object
) -> None:
    told = row(client, "/missions/soyuz-ms-23/", "Place")
    assert told.startswith("Kazakh steppe, area of Zhezkazgan, Kazakhstan. Sources disagree on")


def test_no_disputed_value_is_shown_as_a_fact(client: Client, loaded_facts: FactBase) -> None:
    """The fixture's own lines: what they dispute is not in the row."""
    fields = {"orbits": "Orbits", "landed_at": "Landing", "duration_s": "Length"}
    for held in read_fields("missions"):
        for field in set(fields) & set(held.get("disputed", ())):
            told = row(client, f"/missions/{held['slug']}/", fields[field])
            assert told.startswith("Sources disagree"), (held["slug"], field)


def test_what_is_not_known_is_said_to_be(client: Client, loaded_facts: object) -> None:
    path = "/missions/soyuz-ms-28/"
    assert row(client, path, "Launched from") == "Not known from the sources read so far."


def test_flight_without_a_source_says_only_that(client: Client, loaded_facts: object) -> None:
    told = read(client, "/missions/spacex-crew-13/")
    assert "No source has been read on SpaceX Crew-13 yet, so nothing is said of it." in told
    assert terms(client, "/missions/spacex-crew-13/") == []
    assert "Quiz me" not in told


def test_flight_under_way_says_as_of_when(client: Client, loaded_facts: object) -> None:
    told = read(client, "/missions/soyuz-ms-28/")
    assert "It is still up as of 3 July 2026." in told
    assert "Landing" not in terms(client, "/missions/soyuz-ms-28/")


def test_flight_whose_landing_is_disputed_is_not_still_up(
    client: Client, loaded_facts: object
) -> None:
    assert "still up" not in read(client, "/missions/soyuz-tma-11/")


def test_flight_that_launched_empty_tells_of_its_landing(
    client: Client, loaded_facts: object
) -> None:
    told = read(client, "/missions/soyuz-ms-23/")
    assert "Soyuz MS-23 landed on 27 September 2023 with " in told
    assert "Frank Rubio" in told


@pytest.mark.parametrize(
    "slug", ["soyuz-1", "soyuz-11", "sts-51-l", "sts-107", "x-15-flight-3-65-97"]
)
def test_flight_that_cost_lives_says_so_and_has_no_landing(
    client: Client, loaded_facts: object, slug: str
) -> None:
    told = read(client, f"/missions/{slug}/")
    assert "lost their lives" in told
    assert "Landing" not in terms(client, f"/missions/{slug}/")
    for word in ("crash", "disaster", "explo", "abort", "killed"):
        assert word not in told.lower()


def test_hop_says_that_it_did_not_go_into_orbit(client: Client, loaded_facts: object) -> None:
    assert row(client, "/missions/new-shepard-ns-16/", "Orbit") == "It did not go into orbit."
    assert "Orbits" not in terms(client, "/missions/new-shepard-ns-16/")


def test_spacewalks_say_where_their_list_ends(client: Client, loaded_facts: object) -> None:
    told = read(client, TMA_18M)
    assert "The list of spacewalks ends in March 2017." in told
    assert "3 February 2016, 13:10 UTC Sergey Volkov and Yuri Malenchenko" in told


def test_flight_leads_to_those_before_and_after(client: Client, loaded_facts: object) -> None:
    assert "Before Soyuz TMA-17M After Soyuz TMA-19M" in read(client, TMA_18M)
    assert "Before" not in read(client, "/missions/vostok-1/")


# What a person's page says ----------------------------------------------------------------------


def test_person_is_told_with_flights_days_and_agency(client: Client, loaded_facts: object) -> None:
    told = read(client, KELLY)
    assert "Scott Kelly made 4 flights, the first in 1999, the last in 2015." in told
    assert row(client, KELLY, "Born") == "21 February 1964"
    assert row(client, KELLY, "In flight").startswith("520 days over 4 flights")
    assert "Soyuz TMA-16M 27 March 2015 · flight engineer · for NASA · 340 days" in told


@pytest.mark.parametrize(
    ("precision", "pattern"), [("year", r"\d{4}"), ("month", r"[A-Z][a-z]+ \d{4}")]
)
def test_birth_is_as_exact_as_it_is_known(
    client: Client, loaded_facts: FactBase, precision: str, pattern: str
) -> None:
    person = next(
        person
        for person in loaded_facts.people.values()
        if person.born_on is not None and person.born_precision == precision
    )
    assert re.fullmatch(pattern, row(client, f"/people/{person.slug}/", "Born"))


def test_somebody_in_space_is_said_to_be(client: Client, loaded_facts: object) -> None:
    told = read(client, "/people/jessica-meir/")
    assert "The flight on SpaceX Crew-12 is still under way as of 3 July 2026." in told
    assert row(client, "/people/jessica-meir/", "In flight").endswith("before the flight under way")


def test_first_flight_under_way_has_no_days_yet(client: Client, loaded_facts: object) -> None:
    assert row(client, "/people/sophie-adenot/", "In flight").startswith("Not known")


def test_somebody_whose_life_a_flight_cost_is_told_of_with_respect(
    client: Client, loaded_facts: object
) -> None:
    told = read(client, "/people/vladimir-komarov/")
    assert "Vladimir Komarov lost their life on Soyuz 1." in told


def test_launch_that_came_to_nothing_is_no_flight(client: Client, loaded_facts: object) -> None:
    told = read(client, "/people/gennady-strekalov/")
    assert "Gennady Strekalov made 5 flights, the first in 1980, the last in 1995." in told
    assert "set out on Soyuz T-10-1 (launch-pad abort) in 1983, which did not reach space." in told
    assert row(client, "/people/gennady-strekalov/", "In flight").endswith("over 5 flights")


def test_somebody_who_only_set_out_has_no_days(client: Client, loaded_facts: object) -> None:
    told = read(client, "/people/christa-mcauliffe/")
    assert "Christa McAuliffe set out on STS-51-L in 1986, which did not reach space." in told
    assert "Christa McAuliffe lost their life on STS-51-L." in told
    assert "In flight" not in terms(client, "/people/christa-mcauliffe/")


def test_person_without_a_source_says_only_that(client: Client, loaded_facts: object) -> None:
    told = read(client, "/people/joshua-kutryk/")
    assert "No source has been read on the flight of Joshua Kutryk yet." in told


# What an agency's and a station's page say --------------------------------------------------------


def test_agency_tells_people_flights_and_what_it_follows(
    client: Client, loaded_facts: object
) -> None:
    told = read(client, "/agencies/jaxa/")
    assert re.search(r"Known to have flown for JAXA: \d+ people, on \d+ flights\.", told)
    assert "Soichi Noguchi 2005, 2009, 2020" in told
    assert row(client, "/agencies/jaxa/", "Before it") == "NASDA"
    assert row(client, "/agencies/nasda/", "After it") == "JAXA"


def test_agency_that_nobody_is_known_to_have_flown_for_says_so(
    client: Client, loaded_facts: FactBase
) -> None:
    empty = next(a for a in loaded_facts.agencies.values() if not loaded_facts.seats_for(a))
    told = read(client, f"/agencies/{empty.slug}/")
    assert f"Nobody is known to have flown for {empty.short_name}." in told
    assert "Quiz me" not in told


def test_predecessor_without_a_source_is_not_told(client: Client, loaded_facts: object) -> None:
    assert "Before it" not in terms(client, "/agencies/csa/")


def test_station_tells_its_days_and_flights(client: Client, loaded_facts: object) -> None:
    assert row(client, "/stations/skylab/", "Launched") == "14 May 1973"
    assert row(client, "/stations/skylab/", "Came down") == "11 July 1979"
    told = read(client, "/stations/skylab/")
    assert "3 flights with people aboard, at launch or landing, went to Skylab." in told
    assert {"skylab-2", "skylab-3", "skylab-4"} <= linked_from(
        client, "/stations/skylab/", "mission"
    )


def test_station_that_nobody_says_came_down_does_not_say_so(
    client: Client, loaded_facts: object
) -> None:
    assert "Came down" not in terms(client, "/stations/iss/")


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
