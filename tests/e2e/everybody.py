"""What a page must be for everybody: what axe finds, small screens, thumbs, keyboards, calm eyes.

Each check returns what is wrong, as texts that find the place in the source.
"""

from typing import Any, Final, Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

SCHEMES: Final[tuple[Literal["light", "dark"], ...]] = ("light", "dark")
LOOKS: Final = [
    (scheme, width, letters) for scheme in SCHEMES for width, letters in ((320, 100), (1280, 200))
]
"""Colours, width in pixels, and size of letters in per cent."""

# It would fetch style sheets to look for rules on orientation, which the policy forbids to inline.
AXE_OPTIONS: Final[dict[str, Any]] = {
    "resultTypes": ["violations"],
    "preload": False,
    # The one rule of WCAG 2.2 AA that axe leaves off by itself.
    "rules": {"target-size": {"enabled": True}},
}
# Rows and marks beyond these are of the same template, and axe holds each against every other.
MORE_OF_THE_SAME: Final = ["tbody tr:nth-of-type(n + 21)", ".mark:nth-of-type(n + 21)"]
RUN_AXE: Final = "async ([where, how]) => (await axe.run(where, how)).violations"

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


def enlarge(page: Page, letters: int) -> None:
    """As somebody does in the browser's settings; in per cent."""
    page.evaluate(f"document.documentElement.style.fontSize = '{letters}%'")


def expect_for_everybody(page: Page) -> None:
    """Fail for all that is wrong with a page, in every look."""
    problems = axe_findings(page)
    page.keyboard.press("Tab")  # from here on the focus is the keyboard's
    for width, letters in ((NARROW, 100), (1280, 100), (1280, 200)):
        resize(page, width)
        enlarge(page, letters)
        looked_for = {
            "wider than the window": sticking_out(page),
            "out of sight": cut_off(page),
            "too small a target": small_targets(page),
            "no visible focus": without_visible_focus(page),
            "moving though none is wanted": moving(page),
        }
        problems += [
            f"{width} px wide, letters of {letters}%: {what}: {where}"
            for what in looked_for
            for where in looked_for[what]
        ]
    enlarge(page, 100)
    assert problems == [], "\n".join(problems)


def axe_findings(page: Page, **options: object) -> list[str]:
    """In light and in dark, narrow, and wide with letters twice as large."""
    found: dict[str, list[str]] = {}
    page.evaluate(Axe().axe_script)
    where = {"include": ["html"], "exclude": MORE_OF_THE_SAME}
    for scheme, width, letters in LOOKS:
        page.emulate_media(color_scheme=scheme)
        resize(page, width)
        enlarge(page, letters)
        page.evaluate(CHANGE_OF_COLOURS_IS_OVER)
        for rule in page.evaluate(RUN_AXE, [where, AXE_OPTIONS | options]):
            for node in rule["nodes"]:
                problem = f"{rule['help']} ({rule['id']}): {node['html'][:200]}"
                for check in node["any"] + node["all"] + node["none"]:
                    problem += f"\n    {check['message']}"
                found.setdefault(problem, []).append(f"{scheme} {width} {letters}%")
    enlarge(page, 100)
    return [f"{problem}\n    in {', '.join(looks)}" for problem, looks in found.items()]


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
