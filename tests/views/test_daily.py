"""The daily descent as a student meets it."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from quizzes.items.item import Item
from quizzes.models import Attempt, DailyAttempt, DailyPaper
from quizzes.players.callsigns import call_sign
from quizzes.tokens import OWNER_COOKIE, sign_owner
from tests.factories import (
    NOW,
    AttemptFactory,
    DailyAttemptFactory,
    DailyPaperFactory,
    graded,
)

pytestmark = pytest.mark.django_db
DAY = NOW.date()
OWNER = "the browser of these tests"


def clock(monkeypatch: pytest.MonkeyPatch, now: datetime) -> None:
    monkeypatch.setattr(timezone, "now", lambda: now)


@pytest.fixture(autouse=True)
def _noon(monkeypatch: pytest.MonkeyPatch) -> None:
    clock(monkeypatch, NOW)


@pytest.fixture
def mine() -> Client:
    """The browser of ``OWNER``."""
    client = Client()
    client.cookies[OWNER_COOKIE] = sign_owner(OWNER)
    return client


def html(page: Any) -> str:
    text: str = page.content.decode()
    return text


def landing_of(held: DailyAttempt, file: str = "") -> str:
    return reverse("landing", args=[held.daily.day, held.code]) + file


# Playing ----------------------------------------------------------------------------------------


def test_everybody_gets_the_same_questions_of_today(loaded_facts: object) -> None:
    for _ in range(2):
        page = Client().post("/daily/")
        assert (page.status_code, page["Location"].split("/")[1]) == (302, "attempts")
        assert page.cookies[OWNER_COOKIE]["httponly"]
    [daily] = DailyPaper.objects.all()
    assert daily.day == DAY
    assert {attempt.paper for attempt in Attempt.objects.all()} == {daily.paper}
    assert Attempt.objects.count() == 2


def test_looking_at_a_day_makes_no_paper(client: Client) -> None:
    for address in ("/daily/", "/daily/2030-05-01/", "/daily/archive/"):
        assert client.get(address).status_code == 200
    assert not DailyPaper.objects.exists()


def test_a_second_start_goes_on_and_then_shows_the_result(mine: Client) -> None:
    held = DailyAttemptFactory.create(owner=OWNER)
    resume = reverse("resume", args=[held.attempt.code])
    assert mine.post("/daily/")["Location"] == resume
    assert mine.get(resume)["Location"] == reverse("item", args=[held.attempt.code, 1])
    graded(held.attempt, [1, 0, 1])
    assert mine.post("/daily/")["Location"] == resume
    assert mine.get(resume)["Location"] == reverse("result", args=[held.attempt.code])
    assert Attempt.objects.count() == 1


def test_a_new_day_begins_at_midnight_utc(mine: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    days = [DailyPaperFactory.create(day=DAY + timedelta(days=n)) for n in (0, 1)]
    for now in (
        datetime(2030, 6, 1, 23, 59, 59, tzinfo=UTC),
        datetime(2030, 6, 2, 0, 0, 0, tzinfo=UTC),
    ):
        clock(monkeypatch, now)
        mine.post("/daily/")
    played = DailyAttempt.objects.order_by("daily__day")
    assert [one.daily for one in played] == days


def test_the_link_to_the_paper_of_a_day_leads_to_the_day(client: Client) -> None:
    """Else one could play it twice."""
    paper = DailyPaperFactory.create().paper
    address = reverse("paper", args=[paper.code])
    for page in (client.get(address), client.post(address)):
        assert (page.status_code, page["Location"]) == (302, "/daily/2030-06-01/")
    assert not Attempt.objects.exists()


def test_without_facts_the_page_says_what_to_do(client: Client, no_facts: None) -> None:
    page = client.post("/daily/")
    assert page.status_code == 503
    assert "loadfacts" in html(page)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2030-06-02", "That day has not come yet"),
        ("9999-12-31", "That day has not come yet"),
        ("2029-06-01", "The archive does not go back that far"),
        ("0001-01-01", "The archive does not go back that far"),
        ("2030-02-30", "Nothing has landed here"),
        ("0000-00-00", "Nothing has landed here"),
        ("٢٠٣٠-٠٦-٠١", "Nothing has landed here"),
    ],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_other_days_are_not_open(client: Client, method: str, day: str, words: str) -> None:
    page = getattr(client, method)(f"/daily/{day}/")
    assert page.status_code == 404
    assert words in html(page)
    assert not DailyPaper.objects.exists()


def test_the_oldest_day_has_no_day_before(client: Client) -> None:
    oldest = DAY - timedelta(days=364)
    page = html(client.get(f"/daily/{oldest}/"))
    assert "The day before" not in page
    assert "The day after" in page


def test_whoever_missed_a_day_still_hears_of_days_in_a_row(mine: Client) -> None:
    for back in (1, 3, 4):
        DailyAttemptFactory.create(owner=OWNER, day=DAY - timedelta(days=back), grades=[0, 0, 0])
    assert "3 days in a row." in html(mine.get("/daily/"))


def test_days_gone_by_do_not_count(mine: Client) -> None:
    yesterday = DailyPaperFactory.create(day=DAY - timedelta(days=1))
    mine.post(f"/daily/{yesterday.day}/")
    graded(Attempt.objects.get(), [1, 1, 1])
    page = html(mine.get(f"/daily/{yesterday.day}/"))
    assert "You have landed: 3 of 3" in page
    assert "in a row" not in page


@pytest.mark.parametrize("count", [1, 4])
def test_a_day_takes_one_query_however_many_were_played(
    mine: Client, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for back in range(count):
        DailyAttemptFactory.create(owner=OWNER, day=DAY - timedelta(days=back), grades=[1, 1, 1])
    for address in ("/daily/", "/daily/archive/"):
        with django_assert_num_queries(1):
            mine.get(address)


# The archive ------------------------------------------------------------------------------------


def test_the_archive_tells_how_each_day_went(mine: Client) -> None:
    DailyAttemptFactory.create(owner=OWNER, grades=[1, 0.5, 0])
    DailyAttemptFactory.create(owner=OWNER, day=date(2030, 5, 30), grades=[1])
    DailyAttemptFactory.create(day=date(2030, 5, 29), grades=[1, 1, 1])  # somebody else's
    told = re.findall(
        r'href="/daily/([\d-]+)/" aria-label="\d+ \w+ \d+: ([^"]+)"',
        html(mine.get("/daily/archive/")),
    )
    assert dict(told[:1]) == {"2030-06-01": "1.5 of 3 right"}
    assert dict(told)["2030-05-30"] == "begun"
    assert dict(told)["2030-05-29"] == "not played"
    assert len(told) == 1 + 31 + 30  # June so far, May, April


def test_days_to_come_are_no_links(client: Client) -> None:
    page = html(client.get("/daily/archive/"))
    assert "/daily/2030-06-02/" not in page


def test_the_archive_ends_with_its_oldest_day(client: Client) -> None:
    page = html(client.get("/daily/archive/?month=2029-07"))
    assert "/daily/2029-06-02/" in page
    assert "/daily/2029-06-01/" not in page
    assert "Earlier months" not in page


def test_months_lead_from_one_to_the_next(client: Client) -> None:
    seen, address = [], "/daily/archive/"
    while address:
        page = html(client.get(address))
        seen += re.findall(r"<caption>([^<]+)<", page)
        found = re.search(r'href="([^"]+)">Earlier months', page)
        address = found[1] if found else ""
    assert len(seen) == len(set(seen)) == 13
    later = re.search(r'href="([^"]+)">Later months', page)
    assert later
    assert client.get(later[1]).status_code == 200


@pytest.mark.parametrize(
    "month", ["2030-07", "2029-05", "x", "2030-13", "2030-06-01", "9999-12", "0001-01"]
)
def test_months_that_are_not_in_the_archive_are_not_found(client: Client, month: str) -> None:
    page = client.get("/daily/archive/", {"month": month})
    assert page.status_code == 404
    assert "There is no such month" in html(page)


# Passing it on ----------------------------------------------------------------------------------


def test_the_result_has_a_text_that_gives_nothing_away(mine: Client) -> None:
    held = DailyAttemptFactory.create(owner=OWNER, grades=[1, 0.5, 0])
    page = html(mine.get(reverse("result", args=[held.attempt.code])))
    text = re.search(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL)
    assert text
    assert text[1].splitlines() == [
        "SpaceQuiz, daily descent, 1 June 2030",
        "●◐○ 1.5 of 3",
        "105 km from the target",
        f"http://testserver{landing_of(held)}",
    ]
    assert "1 day in a row." in page
    assert reverse("paper", args=[held.daily.paper.code]) not in page


def test_the_result_of_another_quiz_has_no_such_text(mine: Client) -> None:
    attempt = AttemptFactory.create(owner=OWNER)
    graded(attempt, [1, 1, 1])
    page = html(mine.get(reverse("result", args=[attempt.code])))
    assert "<textarea" not in page
    assert reverse("paper", args=[attempt.paper.code]) in page


def test_a_landing_tells_the_score_and_no_question_and_no_answer(client: Client) -> None:
    held = DailyAttemptFactory.create(owner=OWNER, grades=[1, 0.5, 0])
    page = client.get(landing_of(held))
    assert page.status_code == 200
    shown = html(page)
    assert "Somebody has landed: 1.5 of 3 right" in shown
    assert "It came down 105 km from the target." in shown
    secret = [OWNER, held.attempt.code, held.daily.paper.code, held.daily.paper.seed]
    for item in held.daily.paper.items.all():
        asked = Item.from_json(item.snapshot)
        secret += [asked.stem.render(), asked.rationale.render()]
        secret += [option.text.render() for option in asked.options]
    assert [word for word in secret if word in shown] == []


def test_a_landing_has_a_picture_for_those_who_show_links(client: Client) -> None:
    held = DailyAttemptFactory.create(grades=[1, 0.5, 0])
    page = html(client.get(landing_of(held)))
    told = dict(re.findall(r'<meta property="og:([^"]+)" content="([^"]*)">', page))
    assert told["title"] == "SpaceQuiz, daily descent, 1 June 2030: 1.5 of 3"
    assert told["url"] == f"http://testserver{landing_of(held)}"
    picture = client.get(told["image"])
    assert picture["Content-Type"] == "image/png"
    # Whoever plays may have it forgotten.
    assert picture["Cache-Control"] == "public, max-age=86400"
    assert picture.content.startswith(b"\x89PNG")


def test_search_engines_keep_away_from_landings(client: Client) -> None:
    held = DailyAttemptFactory.create(grades=[1, 1, 1])
    assert '<meta name="robots" content="noindex">' in html(client.get(landing_of(held)))
    for file in ("", "landing.png"):
        assert client.get(landing_of(held, file))["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("file", ["", "landing.png"])
def test_made_up_and_unfinished_landings_are_not_found(client: Client, file: str) -> None:
    over = DailyAttemptFactory.create(grades=[1, 1, 1])
    going_on = DailyAttemptFactory.create(daily=over.daily, grades=[1])
    for address in (
        reverse("landing", args=[DAY, "made-up"]),
        reverse("landing", args=[DAY - timedelta(days=1), over.code]),
        reverse("landing", args=[DAY, over.attempt.code]),
        landing_of(going_on),
    ):
        page = client.get(address + file)
        assert page.status_code == 404
        assert "max-age" not in page.get("Cache-Control", "")
        assert "Nobody has landed here" in html(page)


# Who plays --------------------------------------------------------------------------------------


def test_pages_show_the_players_call_sign_and_patch(mine: Client) -> None:
    held = DailyAttemptFactory.create(owner=OWNER, grades=[1, 1, 1])
    name = call_sign(OWNER).text.render()
    result = reverse("result", args=[held.attempt.code])
    for address in ("/", "/daily/", "/daily/archive/", result):
        page = html(mine.get(address))
        assert f"<span>{name}</span>" in page
        assert '<svg xmlns="http://www.w3.org/2000/svg" class="patch"' in page


def test_a_browser_that_has_begun_nothing_has_no_call_sign(client: Client) -> None:
    for address in ("/", "/daily/", "/daily/archive/"):
        assert 'class="patch"' not in html(client.get(address))


def test_a_patch_is_a_file_that_may_be_kept(client: Client) -> None:
    page = client.get("/patches/comet-14.svg")
    assert page["Content-Type"] == "image/svg+xml"
    assert page["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "<title>Comet 14</title>" in html(page)


@pytest.mark.parametrize("name", ["comet-0", "comet-69", "nothing-1", "comet", "comet-014"])
def test_a_patch_of_no_call_sign_is_not_found(client: Client, name: str) -> None:
    page = client.get(f"/patches/{name}.svg")
    assert page.status_code == 404
    assert "immutable" not in page.get("Cache-Control", "")
