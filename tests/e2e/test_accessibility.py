"""Every page for everybody; and names and letters that are as long and as large as they get."""

from typing import Any, Final

import pytest
from playwright.sync_api import Page, expect

from quizzes.items.item import Item, Option
from quizzes.items.text import Text
from quizzes.models import Paper
from tests.e2e.everybody import (
    NARROW,
    axe_findings,
    cut_off,
    expect_for_everybody,
    resize,
    sticking_out,
)
from tests.e2e.player import (
    answer_button,
    expect_feedback,
    expect_question,
    finish,
    go_on,
    headline,
    next_link,
    option,
    real_paper,
    respond,
    start_paper,
)
from tests.factories import PaperFactory, PaperItemFactory, QuizFactory, an_item

# Every page -------------------------------------------------------------------------------------


def test_page_is_for_everybody(student_page: Page) -> None:
    expect_for_everybody(student_page)


def test_admin_is_for_everybody(admin_page: Page) -> None:
    """Its controls and colours are Django's own, and as large as Django makes them."""
    problems = axe_findings(admin_page, rules={"target-size": {"enabled": False}})
    resize(admin_page, NARROW)
    assert problems + sticking_out(admin_page) == []


# Long names -------------------------------------------------------------------------------------

# Longer than any in the facts: in one piece, in many, with hyphens and marks above and below.
LONG_NAMES: Final = (
    "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschaferswessenschafe",
    "National Committee for the Exploration and the Peaceful Use of Outer Space and Its Resources",
    "Anne-Sophie-Élisabeth Ó Conaill-Ŵynne-Ångström-Đorđević-Łukaszewicz-Şahinoğlu",
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
)


@pytest.fixture
def paper_of_long_names() -> Paper:
    paper = PaperFactory.create(size=2, items=None)
    paper.items.all().delete()
    for position in (1, 2):
        PaperItemFactory.create(paper=paper, position=position, snapshot=long_item().to_json())
    return paper


def long_item() -> Item:
    """An item in which every text is long."""
    item = an_item()

    def renamed(option: Option, name: str) -> Option:
        return option._replace(text=Text(name), rationale=Text(f"{name} is not {LONG_NAMES[0]}."))

    return item._replace(
        stem=Text(f"Which of these is not {LONG_NAMES[0]} of {LONG_NAMES[1]} on Soyuz TMA-18M?"),
        options=tuple(map(renamed, item.options, LONG_NAMES)),
        rationale=Text(f"{LONG_NAMES[3]} is {LONG_NAMES[0]}."),
        background=Text(LONG_NAMES[0]),
        sources=tuple(source._replace(title=LONG_NAMES[0]) for source in item.sources),
    )


def expect_all_in_sight(page: Page) -> None:
    problems = sticking_out(page) + cut_off(page)
    assert problems == [], "\n".join(problems)


@pytest.mark.parametrize("width", [NARROW, 768, 1280])
def test_long_names_keep_to_the_page(page: Page, paper_of_long_names: Paper, width: int) -> None:
    resize(page, width)
    start_paper(page, paper_of_long_names)
    expect_all_in_sight(page)
    for right in (True, False):
        respond(page, right=right)
        page.locator("summary").click()
        expect_all_in_sight(page)
        go_on(page)
    for summary in page.locator("summary").all():
        summary.click()
    expect_all_in_sight(page)


@pytest.mark.parametrize("title", LONG_NAMES, ids=lambda title: title[:8])
def test_long_title_of_a_quiz_keeps_to_the_page(page: Page, title: str) -> None:
    resize(page, NARROW)
    quiz = QuizFactory.create(title=title, count=1)
    page.goto(f"/q/{quiz.code}/")
    expect_all_in_sight(page)
    page.get_by_role("button", name="Start").click()
    expect_question(page, 1)
    finish(page)
    expect_all_in_sight(page)


# Calm eyes, large letters -------------------------------------------------------------------------


def test_new_question_does_not_move_in_for_those_who_want_none(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    start_paper(page, real_paper())
    page.evaluate("""
        window.moved = [];
        for (const event of ["animationstart", "transitionrun"]) {
          document.addEventListener(event, ({ target }) => moved.push(`${event} ${target.id}`));
        }
    """)
    respond(page)
    go_on(page)
    expect(answer_button(page)).to_be_visible()
    assert page.evaluate("moved") == []
    assert page.evaluate("document.getAnimations().length") == 0


@pytest.mark.parametrize("width", [NARROW, 640])
def test_text_twice_as_large_keeps_to_the_page(page: Page, width: int) -> None:
    def enlarge() -> None:
        page.evaluate("document.documentElement.style.fontSize = '200%'")

    resize(page, width)
    for address in ("/", "/explore/", "/practice/", "/offline/"):
        page.goto(address)
        enlarge()
        expect_all_in_sight(page)
    start_paper(page, PaperFactory.create())
    enlarge()
    expect_all_in_sight(page)
    respond(page)
    expect_all_in_sight(page)


def test_text_spaced_out_keeps_to_the_page(page: Page) -> None:
    """As WCAG 1.4.12 has it. (Letters in figures keep to their places; the tables say the same.)"""
    resize(page, NARROW)
    start_paper(page, PaperFactory.create())
    page.evaluate("""() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`);
      document.adoptedStyleSheets.push(sheet);
    }""")
    expect_all_in_sight(page)
    respond(page)
    expect_all_in_sight(page)


# Words for what is seen ---------------------------------------------------------------------------


def test_question_is_told_as_a_group_of_radio_buttons_named_by_its_stem(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    expect(page.get_by_role("main")).to_match_aria_snapshot("""
        - main:
          - paragraph: /1 of 3/
          - radiogroup "Which one is the key of item 1?":
            - heading "Which one is the key of item 1?" [level=1]
            - radio "Aachen"
            - radio "Berlin"
            - radio "Coburg"
            - radio "Dresden"
          - paragraph:
            - button "Answer"
    """)


def test_choice_shows_without_colour(page: Page) -> None:
    """The border of the chosen row is thicker."""
    start_paper(page, PaperFactory.create())
    border = "element => getComputedStyle(element).borderTopWidth"
    before: Any = option(page, right=True).evaluate(border)
    option(page, right=True).check()
    assert option(page, right=True).evaluate(border) != before


def test_verdict_is_in_words_and_in_a_symbol(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    shapes = set()
    for right in (True, False):
        respond(page, right=right)
        verdict = page.locator(".verdict")
        expect(verdict).to_contain_text("Right." if right else "Not right.")
        shapes.add(verdict.locator("svg path").get_attribute("d"))
        go_on(page)
    assert len(shapes) == 2
    expect(headline(page)).to_be_visible()
    expect(next_link(page)).to_have_count(0)
    answer_button(page).click()
    respond(page)
    expect_feedback(page)
