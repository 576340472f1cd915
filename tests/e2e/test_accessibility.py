"""Every page for everybody: what axe finds, small screens, thumbs, keyboards, calm eyes."""

from typing import Any, Final, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from quizzes.items.item import Item, Option
from quizzes.items.text import Text
from quizzes.models import Paper
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

SCHEMES: Final[tuple[Literal["light", "dark"], ...]] = ("light", "dark")
LOOKS: Final = [
    (scheme, width, letters) for scheme in SCHEMES for width, letters in ((320, 100), (1280, 200))
]
"""Colours, width in pixels, and size of letters in per cent."""

# It would fetch style sheets to look for rules on orientation, which the policy forbids to inline.
AXE_OPTIONS: Final[dict[str, Any]] = {"resultTypes": ["violations"], "preload": False}

# Django's admin fades from one colour to the next, and axe would see what is in between.
CHANGE_OF_COLOURS_IS_OVER: Final = """async () => {
  await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
}"""

NARROW: Final = 320
# Marks in the picture of all flights have their twins in a table (WCAG 2.5.8 excepts them).
FOCUSABLE: Final = "a[href]:not(.mark), button, input:not([type=hidden]), select, textarea, summary"

# A name for an element that finds it in the source.
NAME: Final = """
const name = (element) => {
  const { tagName, id, className, name, type, textContent } = element;
  const marks = [id && `#${id}`, className && `.${className}`, name && `[name=${name}]`];
  return `<${tagName.toLowerCase()}${marks.filter(Boolean).join("")}> ${
    textContent.trim().replace(/\\s+/g, " ").slice(0, 40)}`;
};
"""


def names_of(page: Page, script: str) -> list[str]:
    """What ``script``, the body of a function that knows ``name(element)``, returns."""
    found: list[str] = page.evaluate(f"() => {{ {NAME} {script} }}")
    return found


def resize(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 720})


# Every page -------------------------------------------------------------------------------------


def test_axe_finds_nothing(student_page: Page) -> None:
    # The size of targets is the one rule of WCAG 2.2 AA that axe leaves off by itself.
    assert_axe_finds_nothing(student_page, rules={"target-size": {"enabled": True}})


def test_axe_finds_nothing_in_the_admin(admin_page: Page) -> None:
    assert_axe_finds_nothing(admin_page)


def test_page_is_for_small_screens_and_thumbs_and_keyboards_and_calm_eyes(
    student_page: Page,
) -> None:
    student_page.keyboard.press("Tab")  # from here on the focus is the keyboard's
    problems = []
    for width in (NARROW, 1280):
        resize(student_page, width)
        looked_for = {
            "wider than the window": sticking_out(student_page),
            "out of sight": cut_off(student_page),
            "too small a target": small_targets(student_page),
            "no visible focus": without_visible_focus(student_page),
            "moving though none is wanted": moving(student_page),
        }
        problems += [
            f"{width} px wide: {what}: {where}" for what in looked_for for where in looked_for[what]
        ]
    assert problems == [], "\n".join(problems)


def test_admin_does_not_scroll_sideways_at_320_pixels(admin_page: Page) -> None:
    resize(admin_page, NARROW)
    problems = sticking_out(admin_page)
    assert problems == [], "\n".join(problems)


def assert_axe_finds_nothing(page: Page, **options: object) -> None:
    """In light and in dark, narrow, and wide with letters twice as large."""
    found: dict[str, list[str]] = {}
    for scheme, width, letters in LOOKS:
        page.emulate_media(color_scheme=scheme)
        resize(page, width)
        page.evaluate(f"document.documentElement.style.fontSize = '{letters}%'")
        page.evaluate(CHANGE_OF_COLOURS_IS_OVER)
        report = Axe().run(page, options=AXE_OPTIONS | options).response
        for rule in report["violations"]:
            for node in rule["nodes"]:
                problem = f"{rule['help']} ({rule['id']}): {node['html'][:200]}"
                for check in node["any"] + node["all"] + node["none"]:
                    problem += f"\n    {check['message']}"
                found.setdefault(problem, []).append(f"{scheme} {width} {letters}%")
    page.evaluate("document.documentElement.style.fontSize = ''")
    told = [f"{problem}\n    in {', '.join(looks)}" for problem, looks in found.items()]
    assert told == [], "\n".join(told)


def sticking_out(page: Page) -> list[str]:
    """Where the page is wider than the window, what sticks out."""
    return names_of(
        page,
        """
        const { scrollWidth, clientWidth } = document.documentElement;
        if (scrollWidth <= clientWidth) return [];
        const wide = [...document.body.querySelectorAll("*")]
          .filter((element) => element.getBoundingClientRect().right > clientWidth)
          .map((element) => `${name(element)} ends at ${element.getBoundingClientRect().right}`);
        return [`${scrollWidth} px in a window of ${clientWidth}`, ...wide];
        """,
    )


def cut_off(page: Page) -> list[str]:
    """Words in sight of which a part is not: past the window, or past the box they are in, unless
    that can be scrolled."""
    return names_of(
        page,
        """
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const cut = [];
        while (texts.nextNode()) {
          const text = texts.currentNode, element = text.parentElement;
          if (!text.data.trim() || !element.checkVisibility()) continue;
          if (element.closest(".unseen, .skip, .scroll")) continue;
          let { left, right, top, bottom } =
            { left: 0, right: innerWidth, top: -Infinity, bottom: Infinity };
          for (let box = element; box; box = box.parentElement) {
            if (getComputedStyle(box).overflowX === "visible") continue;
            const edges = box.getBoundingClientRect();
            left = Math.max(left, edges.left);
            right = Math.min(right, edges.right);
            top = Math.max(top, edges.top);
            bottom = Math.min(bottom, edges.bottom);
          }
          const range = document.createRange();
          range.selectNodeContents(text);
          const isCut = (rect) => rect.left < left - 1 || rect.right > right + 1
            || rect.top < top - 1 || rect.bottom > bottom + 1;
          if ([...range.getClientRects()].some(isCut)) {
            cut.push(name(element));
          }
        }
        return cut;
        """,
    )


def small_targets(page: Page) -> list[str]:
    """Controls, together with their labels, that are less than 24 px wide or high. Links within
    a line of text are as high as the line (WCAG 2.5.8 excepts them)."""
    return names_of(
        page,
        f"""
        const isInText = (element) => element.matches("a")
          && getComputedStyle(element).display === "inline"
          && element.parentElement.textContent.trim() !== element.textContent.trim();
        return [...document.querySelectorAll("{FOCUSABLE}")]
          .filter((element) => element.checkVisibility() && !isInText(element))
          .map((element) => {{
            const boxes = [element, ...(element.labels ?? [])]
              .map((part) => part.getBoundingClientRect());
            const width = Math.max(...boxes.map((box) => box.width));
            const height = Math.max(...boxes.map((box) => box.height));
            return {{ element, width, height }};
          }})
          .filter((target) => Math.min(target.width, target.height) < 24)
          .map((target) => `${{name(target.element)}}: ${{target.width}} x ${{target.height}}`);
        """,
    )


def without_visible_focus(page: Page) -> list[str]:
    """Controls that look with the focus as they do without it."""
    return names_of(
        page,
        f"""
        const look = (element) => {{
          const style = getComputedStyle(element);
          const outline = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1
            && !/, 0\\)$|transparent/.test(style.outlineColor);
          return {{ outline, shadow: style.boxShadow, border: style.borderColor }};
        }};
        const blind = [];
        for (const element of document.querySelectorAll("{FOCUSABLE}")) {{
          if (!element.checkVisibility() || element.disabled) continue;
          document.activeElement.blur();
          const before = look(element);
          element.focus();
          if (document.activeElement !== element) blind.push(`${{name(element)}} takes no focus`);
          const after = look(element);
          if (!after.outline && before.shadow === after.shadow && before.border === after.border) {{
            blind.push(name(element));
          }}
        }}
        return blind;
        """,
    )


def moving(page: Page) -> list[str]:
    """What moves, or would at the next change, where none is wanted."""
    page.emulate_media(reduced_motion="reduce")
    return names_of(
        page,
        """
        const lasts = (times) => times.split(",").some((time) => parseFloat(time) > 0.01);
        const found = [];
        for (const element of document.querySelectorAll("*")) {
          for (const part of [null, "::before", "::after"]) {
            const style = getComputedStyle(element, part);
            const animates = style.animationName !== "none" && lasts(style.animationDuration);
            if (animates || lasts(style.transitionDuration) || style.scrollBehavior === "smooth") {
              found.push(`${name(element)} ${part ?? ""}`);
            }
          }
        }
        return found;
        """,
    )


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
