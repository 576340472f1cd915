"""A student plays: question, feedback, score."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from quizzes.items.item import Topic
from quizzes.models import Attempt, Response
from tests.views.conftest import HTMX, Player, start_at_home, tokens_in

pytestmark = pytest.mark.django_db


def test_home_offers_every_topic_and_length(client: Client, loaded_facts: object) -> None:
    page = client.get("/")
    assert page.status_code == 200
    for value in (*Topic, "5", "10", "20"):
        assert f'value="{value}"' in page.content.decode()


def test_start_makes_a_paper_of_the_chosen_topics_and_length(loaded_facts: object) -> None:
    player = start_at_home(count=10, topics=["landing-sites"])
    snapshots = [item.snapshot for item in player.attempt.paper.items.all()]
    assert [snapshot["topic"] for snapshot in snapshots] == ["landing-sites"] * 10


def test_question_shows_no_key(player: Player) -> None:
    snapshot = player.attempt.paper.items.get(position=1).snapshot
    page = player.client.get(player.url(1)).content.decode()
    assert len(tokens_in(player.client.get(player.url(1)))) == len(snapshot["options"])
    page = page[page.index("<main") : page.index("</main>")]
    hidden = [snapshot["subject"], *(option["ref"] for option in snapshot["options"])]
    for word in ("is_key", "relation", "rationale", *hidden):
        assert word not in page


def test_options_have_other_tokens_in_another_attempt(
    player: Player, start: Callable[..., Player]
) -> None:
    friend = Client()
    page = friend.post(reverse("paper", args=[player.attempt.paper.code]))
    other = Player(friend, Attempt.objects.get(code=page["Location"].split("/")[2]))
    mine = set(tokens_in(player.client.get(player.url(1))))
    theirs = set(tokens_in(other.client.get(other.url(1))))
    assert mine.isdisjoint(theirs)
    assert other.attempt.paper == player.attempt.paper


@pytest.mark.parametrize("right", [True, False])
def test_response_is_graded_and_explained(player: Player, *, right: bool) -> None:
    page = player.respond(1, right=right, htmx=True)
    snapshot = player.attempt.paper.items.get(position=1).snapshot
    assert page.status_code == 200
    assert "<html" not in page.content.decode()
    assert Response.objects.get().grade == float(right)
    for source in snapshot["sources"]:
        assert source[1] in page.content.decode()


def test_without_htmx_a_response_leads_to_its_feedback(player: Player) -> None:
    page = player.respond(1)
    assert (page.status_code, page["Location"]) == (302, player.url(1))
    feedback = player.client.get(player.url(1))
    assert "<html" in feedback.content.decode()
    assert not tokens_in(feedback)


def test_replayed_response_gets_the_recorded_feedback(player: Player) -> None:
    wrong = player.token(1, right=False)
    right = player.token(1, right=True)
    first = player.client.post(player.url(1), {"option": wrong}, headers=HTMX)
    again = player.client.post(player.url(1), {"option": wrong}, headers=HTMX)
    assert again.content == first.content
    player.client.post(player.url(1), {"option": right}, headers=HTMX)
    assert [response.grade for response in Response.objects.all()] == [0.0]


def test_replay_without_an_option_gets_the_recorded_feedback(player: Player) -> None:
    first = player.respond(1, htmx=True)
    assert player.client.post(player.url(1), headers=HTMX).content == first.content


def test_score_counts_the_right_responses(player: Player) -> None:
    for position in range(1, 6):
        player.respond(position, right=position != 3)
    page = player.client.get(reverse("result", args=[player.attempt.code]))
    assert "<b>4</b> of 5" in page.text
    assert page.text.count("<details>") == 5
    assert 'class="took"' not in page.text


def test_time_is_shown_where_it_was_asked_for(loaded_facts: object) -> None:
    player = start_at_home(is_timed="on")
    for position in range(1, 6):
        player.respond(position)
    page = player.client.get(reverse("result", args=[player.attempt.code]))
    assert re.search(r'<p class="took">in [^<]* s</p>', page.text)


def test_result_before_the_end_leads_to_the_open_question(player: Player) -> None:
    player.respond(1)
    page = player.client.get(reverse("result", args=[player.attempt.code]))
    assert page["Location"] == player.url(2)


def test_closed_browser_resumes_where_it_was(player: Player) -> None:
    player.respond(1)
    player.respond(2)
    home = player.client.get("/")
    resume = reverse("resume", args=[player.attempt.code])
    assert resume in home.content.decode()
    assert player.client.get(resume)["Location"] == player.url(3)


def test_home_goes_on_with_the_latest_quiz(start: Callable[..., Player]) -> None:
    old = start(count=10)
    old.respond(1)
    latest = start(count=5, client=old.client)
    page = old.client.get("/").text
    assert reverse("resume", args=[latest.attempt.code]) in page
    assert "0 of 5 answered" in page


def test_another_choice_from_a_second_tab_is_told_to_come_too_late(player: Player) -> None:
    other = player.token(1, right=True)
    player.respond(1, right=False)
    told = "Your first answer stands"
    for headers in (HTMX, None):
        page = player.client.post(player.url(1), {"option": other}, headers=headers)
        assert page.status_code == 200
        assert told in page.text
        assert "Not right." in page.text
    assert told not in player.client.get(player.url(1)).text


def test_finished_attempt_resumes_at_its_result(player: Player) -> None:
    for position in range(1, 6):
        player.respond(position)
    page = player.client.get(reverse("resume", args=[player.attempt.code]))
    assert page["Location"] == reverse("result", args=[player.attempt.code])
    assert 'class="unfinished"' not in player.client.get("/").text


def test_same_browser_keeps_its_pass(player: Player, start: Callable[..., Player]) -> None:
    second = start(client=player.client)
    assert second.attempt.owner == player.attempt.owner


def test_history_restore_gets_the_whole_page(player: Player) -> None:
    headers = {**HTMX, "HX-History-Restore-Request": "true"}
    page = player.client.get(player.url(1), headers=headers)
    assert "<html" in page.content.decode()


def test_attempt_pages_are_not_stored_and_vary_by_htmx(player: Player) -> None:
    page = player.client.get(player.url(1))
    assert "no-store" in page["Cache-Control"]
    assert "HX-Request" in page["Vary"]


@pytest.mark.parametrize("count", [5, 20])
def test_answer_takes_the_same_few_queries_for_any_paper(
    start: Callable[..., Player], django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    player = start(count)
    token = player.token(1, right=True)
    with django_assert_num_queries(3):
        player.client.post(player.url(1), {"option": token}, headers=HTMX)


def test_answer_sets_no_session(player: Player) -> None:
    player.client.get(player.url(1))
    player.respond(1)
    assert set(player.client.cookies) == {"spacequiz_pass", "csrftoken"}


@pytest.mark.parametrize(("count", "offers"), [(5, 1), (7, 0)])
def test_same_topics_are_offered_again_where_the_first_page_takes_them(
    start: Callable[..., Player], count: int, offers: int
) -> None:
    player = start(count, interactions=())
    for position in range(1, count + 1):
        player.respond(position)
    html = player.client.get(reverse("result", args=[player.attempt.code])).text
    assert html.count("New questions, same topics") == offers
    assert "Other topics" in html
