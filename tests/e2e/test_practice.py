"""Practice in a browser, with scripts and without."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from quizzes.models import Attempt, Memory
from tests.e2e.player import attempt_on, headline, play, real_paper, start_paper

with_and_without_scripts = pytest.mark.parametrize("scripts", [True, False])


def missed_two(page: Page) -> None:
    """To the result of a quiz with two mistakes."""
    start_paper(page, real_paper())
    play(page, wrong=(2, 4))


def heading(page: Page, name: str) -> None:
    expect(page.get_by_role("heading", name=name)).to_be_visible()


@with_and_without_scripts
def test_what_was_missed_is_practised_until_it_is_known(
    new_context: Callable[..., BrowserContext], *, scripts: bool
) -> None:
    page = new_context(java_script_enabled=scripts).new_page()
    missed_two(page)
    quiz = attempt_on(page)
    expect(page.get_by_text("2 of these facts come back tomorrow.")).to_be_visible()

    page.get_by_role("button", name="Practise what you missed").click()
    expect(page).to_have_url(re.compile("/1/$"))
    assert attempt_on(page).paper != quiz.paper
    play(page)

    page.get_by_role("link", name="My practice").last.click()
    heading(page, "My practice")
    expect(page.get_by_role("heading", name="My mistakes")).to_have_count(0)


@with_and_without_scripts
def test_practice_moves_to_another_device_by_its_link(
    new_context: Callable[..., BrowserContext], *, scripts: bool
) -> None:
    first = new_context(java_script_enabled=scripts).new_page()
    missed_two(first)
    first.goto("/practice/move/")
    first.get_by_role("button", name="Make a link").click()
    link = first.get_by_label("The same as a link").input_value()

    second = new_context(java_script_enabled=scripts).new_page()
    second.goto(link)
    second.get_by_role("button", name="Bring it here").click()
    heading(second, "My mistakes")

    third = new_context(java_script_enabled=scripts).new_page()
    third.goto(link)
    expect(headline(third)).to_have_text("This link works no more")


@with_and_without_scripts
def test_everything_is_forgotten(
    new_context: Callable[..., BrowserContext], *, scripts: bool
) -> None:
    page = new_context(java_script_enabled=scripts).new_page()
    missed_two(page)
    page.goto("/practice/")
    page.get_by_role("link", name="Forget everything").click()
    page.get_by_role("button", name="Forget everything").click()
    expect(headline(page)).to_have_text("Everything is forgotten")
    assert not Attempt.objects.exists()
    assert not Memory.objects.exists()
    page.goto("/practice/")
    expect(page.get_by_role("link", name="Play a quiz")).to_be_visible()


def test_history_is_told_in_words_too(page: Page) -> None:
    missed_two(page)
    page.goto("/practice/")
    expect(
        page.get_by_role("img", name="The history of spaceflight, as far as you remember it")
    ).to_be_visible()
    page.get_by_text("The same as a table").click()
    expect(page.get_by_role("columnheader", name="1960s")).to_be_visible()
    expect(page.get_by_role("rowheader", name="Crews")).to_be_visible()
