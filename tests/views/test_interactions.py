"""Every way to answer: asked without its key, answered rightly, partly, wrongly and badly."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from quizzes.items.interactions import INTERACTIONS
from quizzes.items.interactions.base import Again, Sample
from quizzes.items.item import Interaction, Name, Topic
from quizzes.models import Response
from quizzes.tokens import option_tokens
from quizzes.views.presented.asked import question
from tests.items.interactions.making import make
from tests.views.conftest import HTMX, Player

pytestmark = pytest.mark.django_db
every_interaction = pytest.mark.parametrize("interaction", Interaction)


@pytest.fixture
def playing(start: Callable[..., Player]) -> Callable[[Interaction], Player]:
    """Start a paper of one interaction."""
    return lambda interaction: start(3, interactions=(interaction,), topics=tuple(Topic))


def tokens_of(player: Player, position: int = 1) -> list[str]:
    item = player.item(position)
    count = INTERACTIONS[item.interaction].tokens(item)
    return option_tokens(player.attempt.code, position, count)


def samples_of(player: Player) -> list[Sample]:
    """The samples as a browser can send them: without half characters."""
    item = player.item(1)

    def sent(text: str) -> str:
        return text.encode(errors="replace").decode()

    return [
        Sample({name: list(map(sent, values)) for name, values in raw.items()}, grade)
        for raw, grade in INTERACTIONS[item.interaction].samples(item, tokens_of(player))
    ]


@every_interaction
def test_question_tells_nothing_of_its_key(
    playing: Callable[[Interaction], Player], interaction: Interaction
) -> None:
    player = playing(interaction)
    item = player.item(1)
    page = player.client.get(player.url(1)).text
    page = page[page.index("<main") : page.index("</main>")]
    hidden = [option.ref for option in item.options]
    hidden += [option.rationale.render() for option in item.options]
    if item.names or item.quantity:
        hidden += [option.text.render() for option in item.options]
    if item.point:
        hidden += [f"{item.point.lat}", f"{item.point.lon}"]
    assert [word for word in hidden if word in page] == []


@every_interaction
def test_every_response_gets_its_grade_and_feedback(
    playing: Callable[[Interaction], Player], interaction: Interaction
) -> None:
    player = playing(interaction)
    verdicts = {1.0: "Right.", 0.0: "Not right."}
    for sample in samples_of(player):
        if sample.grade is None:
            continue
        page = player.client.post(player.url(1), dict(sample.raw), headers=HTMX)
        assert page.status_code == 200
        assert verdicts.get(sample.grade, "Partly right.") in page.text
        assert player.item(1).sources[0].url in page.text
        recorded = Response.objects.get()
        assert recorded.grade == pytest.approx(sample.grade, abs=0.02)
        assert player.client.get(player.url(1)).status_code == 200
        recorded.delete()


@every_interaction
def test_what_cannot_be_read_is_refused_and_nothing_is_kept(
    playing: Callable[[Interaction], Player], interaction: Interaction
) -> None:
    player = playing(interaction)
    for sample in samples_of(player):
        for headers in (None, HTMX):
            if sample.grade is not None:
                continue
            page = player.client.post(player.url(1), dict(sample.raw), headers=headers)
            moved = interaction is Interaction.ORDER and page.status_code == 200
            assert moved or page.status_code == 422, sample
            assert moved or 'id="problem"' in page.text
    assert not Response.objects.exists()


@every_interaction
def test_answer_takes_four_queries_at_most(
    playing: Callable[[Interaction], Player],
    django_assert_max_num_queries: DjangoAssertNumQueries,
    interaction: Interaction,
) -> None:
    player = playing(interaction)
    data = player.form(1, right=True)
    with django_assert_max_num_queries(4):
        player.client.post(player.url(1), data, headers=HTMX)


def test_half_a_response_adds_half_a_point(playing: Callable[[Interaction], Player]) -> None:
    player = playing(Interaction.ORDER)
    for position in (1, 2, 3):
        item, tokens = player.item(position), tokens_of(player, position)
        right = [tokens[at] for at in item.sequence]
        swapped = [right[1], right[0], *right[2:]]
        player.client.post(player.url(position), {"order": swapped})
    score = sum(response.grade for response in Response.objects.all())
    page = player.client.get(reverse("result", args=[player.attempt.code])).text
    assert f"<b>{int(score * 10) / 10:g}</b> of 3" in page


@pytest.mark.parametrize(
    ("interaction", "headline"),
    [
        (Interaction.MULTIPLE, "These are the right ones"),
        (Interaction.ORDER, "This is the right order"),
        (Interaction.MATCH, "These are the right pairs"),
    ],
)
def test_feedback_of_a_list_has_a_short_headline_and_its_rows_in_sight(
    playing: Callable[[Interaction], Player], interaction: Interaction, headline: str
) -> None:
    player = playing(interaction)
    page = player.respond(1, right=False, htmx=True).text
    assert f"{headline}</h1>" in page
    assert 'class="others"' not in page
    assert "Your answer:" not in page
    item = player.item(1)
    rows = page[page.index("<ol") : page.index("</ol>")]
    assert rows.count("<li>") == len(item.prompts or item.options)


def test_tags_tell_what_was_missed(playing: Callable[[Interaction], Player]) -> None:
    player = playing(Interaction.MULTIPLE)
    item, tokens = player.item(1), tokens_of(player)
    at = item.key_index
    page = player.client.post(player.url(1), {"option": [tokens[at]]}, headers=HTMX).text
    own = '<span class="tag right">right</span> <span class="tag own">your choice</span>'
    missed = '<span class="tag right">right</span> <span class="tag plain">missed</span>'
    assert page.count(own) == 1
    assert page.count(missed) == len(item.keys) - 1


def test_tags_tell_what_stood_in_a_place(playing: Callable[[Interaction], Player]) -> None:
    player = playing(Interaction.ORDER)
    item, tokens = player.item(1), tokens_of(player)
    right = [tokens[at] for at in item.sequence]
    swapped = [right[1], right[0], *right[2:]]
    page = player.client.post(player.url(1), {"order": swapped}, headers=HTMX).text
    assert page.count('<span class="tag right">right</span>') == len(right) - 2
    assert page.count('<span class="tag own">you: ') == 2


def test_a_part_of_a_point_is_never_told_as_all_or_nothing(
    playing: Callable[[Interaction], Player],
) -> None:
    player = playing(Interaction.NUMBER)
    for grade, told in ((0.999, "99% of a point"), (0.001, "1% of a point")):
        Response.objects.all().delete()
        player.respond(1, right=True)
        Response.objects.update(grade=grade)
        assert told in player.client.get(player.url(1)).text


def test_a_pin_is_told_by_its_distance(playing: Callable[[Interaction], Player]) -> None:
    player = playing(Interaction.PLACE)
    page = player.client.post(player.url(1), {"lat": "-80", "lon": "0"}, headers=HTMX).text
    assert "Your pin is " in page
    assert "Your answer:" not in page
    assert "And your answer?" not in page


def test_what_was_read_from_a_name_is_told(playing: Callable[[Interaction], Player]) -> None:
    player = playing(Interaction.NAME)
    shown = player.item(1).key.text.render()
    page = player.client.post(player.url(1), player.form(1, right=True), headers=HTMX).text
    assert f"Your answer: {shown}" in unescape(page)
    Response.objects.all().delete()
    form = player.form(1, right=True) | {"name": [shown.upper()]}
    page = player.client.post(player.url(1), form, headers=HTMX).text
    assert f"Your answer: “{shown.upper()}”, read as {shown}" in unescape(page)


def test_result_tells_what_was_answered_where_the_rows_do_not(
    playing: Callable[[Interaction], Player],
) -> None:
    player = playing(Interaction.TRUE_FALSE)
    for position in (1, 2, 3):
        player.respond(position)
    page = player.client.get(reverse("result", args=[player.attempt.code])).text
    assert len(re.findall("Your answer: (True|False)", page)) == 3


def test_a_moved_row_has_the_focus_without_javascript(
    playing: Callable[[Interaction], Player],
) -> None:
    player = playing(Interaction.ORDER)
    tokens = tokens_of(player)
    move = f"down {tokens[0]}"
    page = player.client.post(player.url(1), {"order": tokens, "move": move}).text
    assert re.findall(r'value="([^"]+)" autofocus', page) == [move]
    assert '<h1 tabindex="-1">' in page


def test_a_button_moves_without_javascript(playing: Callable[[Interaction], Player]) -> None:
    player = playing(Interaction.ORDER)
    tokens = tokens_of(player)
    page = player.client.post(player.url(1), {"order": tokens, "move": f"down {tokens[0]}"})
    assert page.status_code == 200
    shown = [page.text.index(f'name="order" value="{token}"') for token in tokens]
    assert shown[1] < shown[0] < shown[2]
    assert not Response.objects.exists()


def test_a_half_filled_match_keeps_what_was_chosen(
    playing: Callable[[Interaction], Player],
) -> None:
    player = playing(Interaction.MATCH)
    token = tokens_of(player)[1]
    page = player.client.post(player.url(1), {"match-0": token})
    assert page.status_code == 422
    assert f'<option value="{token}" selected>' in page.text


def test_what_is_no_number_stays_in_the_field(playing: Callable[[Interaction], Player]) -> None:
    player = playing(Interaction.NUMBER)
    page = player.client.post(player.url(1), {"number": '9"9'})
    assert page.status_code == 422
    assert 'value="9&#34;9"' in page.text


def test_a_name_is_kept_without_what_cannot_be_shown(
    playing: Callable[[Interaction], Player],
) -> None:
    player = playing(Interaction.NAME)
    page = player.client.post(player.url(1), {"name": "No\0bo\x07dy \u202eX"}, headers=HTMX)
    assert page.status_code == 200
    assert Response.objects.get().value["text"] == "No bo dy X"


@pytest.mark.parametrize("key", ["Mark Kelly", "Scott Kelly"])
def test_which_of_several_is_asked_in_an_order_that_tells_nothing(key: str) -> None:
    """In an item those who are right come first; where all are asked for by name, by name."""
    other = "Scott Kelly" if key == "Mark Kelly" else "Mark Kelly"
    names = tuple(Name(name, (name.lower(),), ("kelly",)) for name in (key, other))
    item = make(Interaction.NAME, (True, False), names=names)
    again = INTERACTIONS[Interaction.NAME].read({"name": ["Kelly"]}, item, ("a", "b"))
    assert isinstance(again, Again)
    shown = question(item, "code", 1, again).form.options
    assert [option.text for option in shown] == ["Mark Kelly", "Scott Kelly"]
    tokens = dict(zip((key, other), option_tokens("code", 1, 2), strict=True))
    assert [option.token for option in shown] == [tokens[option.text] for option in shown]
