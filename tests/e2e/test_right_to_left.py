"""Right to left: every page in a language made up here, with Arabic letters for those of its
messages. What stands first stands at the right, and nothing sticks out."""

import re
from collections.abc import Callable, Iterator
from typing import Final

import pytest
from django.conf import settings
from django.test import override_settings
from django.utils.translation import trans_real
from playwright.sync_api import Locator, Page, expect

from quizzes import catalogue
from quizzes.items.item import Interaction
from spacequiz.middleware import language_for
from tests.e2e.conftest import PATIENCE_MS
from tests.e2e.everybody import NARROW, cut_off, resize, sticking_out
from tests.e2e.pages import PAGES
from tests.e2e.pages.playing import unfold_all
from tests.e2e.player import real_paper, respond, start_paper

ARABIC: Final = str.maketrans(
    "abcdefghijklmnopqrstuvwxyz", "ابجدهفغحيكقلمنوپةرستعخضشطز"
)  # fmt: skip
# What a translator leaves as it is: parameters, markup, and designations such as TMA-18M.
LEFT_ALONE: Final = re.compile(r"(\{[^}]*\}|%\(\w+\)[sd]|%%|<[^>]*>|\S*\d\S*)")


class MadeUp(trans_real.DjangoTranslation):
    """Arabic with other words."""

    def gettext(self, message: str) -> str:
        parts = LEFT_ALONE.split(message)
        return "".join(part if at % 2 else part.lower().translate(ARABIC)
                       for at, part in enumerate(parts))  # fmt: skip

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


@pytest.fixture(autouse=True)
def _arabic(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with override_settings(LANGUAGES=[*settings.LANGUAGES, ("ar", "العربية")]):
        # Django forgets all translations when the languages change.
        monkeypatch.setitem(trans_real._translations, "ar", MadeUp("ar"))  # type: ignore[attr-defined]
        catalogue._catalogue.cache_clear()
        language_for.cache_clear()
        yield
    catalogue._catalogue.cache_clear()
    language_for.cache_clear()


def in_arabic(page: Page) -> None:
    """The same page in the other language: one may be in the middle of a paper."""
    # By key: below all flights, what is drawn late moves the button away from under the pointer.
    page.get_by_role("button", name="العربية").press("Enter")
    # Nothing of this language has been drawn before: all flights take their time.
    expect(page.locator("html")).to_have_attribute("dir", "rtl", timeout=3 * PATIENCE_MS)
    expect(page.locator(".skip")).to_have_text(MadeUp("ar").gettext("Skip to the content"))
    page.wait_for_load_state()


@pytest.mark.parametrize(
    "come_to",
    [come_to for come_to, address in PAGES.items() if address],
    ids=lambda come_to: come_to.__name__,
)
def test_nothing_sticks_out(page: Page, come_to: Callable[[Page], None]) -> None:
    come_to(page)
    in_arabic(page)
    unfold_all(page)
    problems = []
    for width in (NARROW, 1280):
        resize(page, width)
        found = sticking_out(page) + cut_off(page)
        problems += [f"{width} px wide: {where}" for where in found]
    assert problems == [], "\n".join(problems)


@pytest.mark.parametrize("way", Interaction)
def test_nothing_of_any_way_to_answer_sticks_out(page: Page, way: Interaction) -> None:
    start_paper(page, real_paper(1, way))
    in_arabic(page)
    problems = []
    for width in (NARROW, 1280):
        resize(page, width)
        problems += [f"{width} px wide: {where}" for where in sticking_out(page) + cut_off(page)]
    assert problems == [], "\n".join(problems)


# Mirrored -----------------------------------------------------------------------------------------


def middle(what: Locator) -> float:
    """Of what is seen of it, from the left, in px."""
    box = what.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2


@pytest.mark.parametrize("width", [NARROW, 1280])
def test_what_is_first_is_at_the_right(page: Page, width: int) -> None:
    resize(page, width)
    page.goto("/")
    assert middle(page.locator(".brand")) < middle(page.locator(".bar nav"))
    in_arabic(page)
    assert middle(page.locator(".brand")) > middle(page.locator(".bar nav"))
    languages = page.locator(".languages button")
    assert middle(languages.first) > middle(languages.last)


def test_scene_is_at_the_right_and_comes_down_to_the_left(page: Page) -> None:
    resize(page, NARROW)
    start_paper(page, real_paper())
    ship, target = page.locator("#ship .craft"), page.locator(".target ellipse").first
    assert middle(ship) < middle(target)
    in_arabic(page)
    assert middle(ship) > middle(target)
    resize(page, 1280)
    assert middle(page.locator(".descent")) > middle(page.locator("main"))


def test_options_begin_at_the_right(page: Page) -> None:
    start_paper(page, real_paper())
    in_arabic(page)
    row = page.locator(".option").first
    assert middle(row.locator("kbd")) > middle(row.locator("span"))


def test_buttons_that_move_are_at_the_end(page: Page) -> None:
    start_paper(page, real_paper(1, Interaction.ORDER))
    in_arabic(page)
    row = page.locator(".orderly li").nth(1)
    moves = row.locator(".move")
    assert middle(row.locator("span")) > middle(moves.first) > middle(moves.last)


def test_paper_goes_on_in_the_language_picked(page: Page) -> None:
    start_paper(page, real_paper())
    respond(page)
    address = page.url
    in_arabic(page)
    assert page.url == address
    page.locator("a[data-enter]").click()
    expect(page).to_have_url(re.compile("/2/$"))
    page.reload()
    expect(page.locator("html")).to_have_attribute("lang", "ar")


def test_maps_and_charts_run_as_everywhere(page: Page) -> None:
    """East is at the right, and so is what is later."""
    page.goto("/missions/soyuz-tma-18m/")
    in_arabic(page)
    figure = page.locator("figure svg").first
    assert figure.evaluate("svg => getComputedStyle(svg).direction") == "ltr"
