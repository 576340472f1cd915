"""Messages come from the catalogue of the language in force. The ones here are in Django's own."""

from django.test import Client
from django.utils.translation import override

from quizzes.catalogue import readers_catalogue
from quizzes.items.text import Text


def test_a_catalogue_keeps_to_its_language() -> None:
    with override("de"):
        german = readers_catalogue()
        assert german("January") == "Januar"
    assert readers_catalogue()("January") == "January"
    assert german("May") == "Mai"
    assert Text("June").render(german) == "Juni"


def test_a_catalogue_knows_plurals() -> None:
    with override("de"):
        german = readers_catalogue()
    years = ("%(num)d year", "%(num)d years")
    assert [german(*years, number) for number in (1, 2)] == ["%(num)d Jahr", "%(num)d Jahre"]


def test_pages_name_their_language_and_its_direction(client: Client) -> None:
    assert '<html lang="en" dir="ltr">' in client.get("/nothing/").content.decode()
    with override("ar"):
        assert '<html lang="ar" dir="rtl">' in client.get("/nothing/").content.decode()
