"""Every way to answer: asked without its key, answered rightly, partly, wrongly and badly."""

from collections.abc import Callable

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from quizzes.items.interactions import INTERACTIONS
from quizzes.items.interactions.base import Again, Sample
from quizzes.items.item import Interaction, Name, Topic
from quizzes.models import Response
from quizzes.tokens import option_tokens
from quizzes.views.asked import question
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
