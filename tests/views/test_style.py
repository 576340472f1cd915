"""The style page, which is there in development alone."""

import pytest
from django.test import Client, RequestFactory

from quizzes.items.item import Interaction
from quizzes.views.style import style

pytestmark = pytest.mark.usefixtures("loaded_facts")


@pytest.mark.django_db
def test_every_way_to_answer_is_shown_asked_and_answered(rf: RequestFactory) -> None:
    page = style(rf.get("/style/")).content.decode()
    for interaction in Interaction:
        assert f"<h2>{interaction.value}</h2>" in page
        assert f'<fieldset class="{interaction.value}">' in page
    for state in ("right", "partly", "wrong"):
        assert f'<svg class="{state}"' in page
    assert 'dir="rtl"' in page


@pytest.mark.django_db
def test_visitors_of_the_site_do_not_find_it(client: Client) -> None:
    assert client.get("/style/").status_code == 404
