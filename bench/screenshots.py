"""`make screenshots`: pictures of the main pages, in both schemes, on a phone and on a desk.

Writes docs/screenshots/PAGE-WIDTH-SCHEME.webp. The papers are drawn by a seed and nothing moves, so
that a picture differs only where the page does.
"""

from __future__ import annotations

import os
import sys
from base64 import b64decode
from itertools import product
from typing import TYPE_CHECKING, Final, Literal

from bench.server import ROOT, BenchError
from bench.stages import stages

if TYPE_CHECKING:
    from playwright._impl._api_structures import SetCookieParam

    from bench.stages import Stages

FOLDER: Final = ROOT / "docs" / "screenshots"
PAGES: Final = ("home", "question", "feedback", "result", "flight")
SIZES: Final = ((360, 740), (1280, 800))
SCHEMES: Final[tuple[Literal["light", "dark"], ...]] = ("light", "dark")

# A third of a PNG's size, and as sharp to look at. Playwright itself writes none.
WEBP: Final = {"format": "webp", "quality": 90}

# The port and the code of a paper differ from run to run.
SAME_LINK: Final = "link => { link.value = 'https://quiz.example/papers/a-paper/' }"


def main() -> int:
    from playwright.sync_api import sync_playwright

    FOLDER.mkdir(exist_ok=True)
    try:
        with stages() as site, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=os.environ["CHROMIUM"], args=["--no-sandbox"]
            )
            for name, (width, height), scheme in product(PAGES, SIZES, SCHEMES):
                context = browser.new_context(
                    base_url=site.url,
                    color_scheme=scheme,
                    reduced_motion="reduce",
                    viewport={"width": width, "height": height},
                )
                if name != "home":  # which one sees for the first time, with nothing under way
                    context.add_cookies(cookies(site))
                page = context.new_page()
                page.goto(site.paths[name], wait_until="networkidle")
                for link in page.locator("#same").all():
                    link.evaluate(SAME_LINK)
                page.evaluate("document.fonts.ready")
                picture = context.new_cdp_session(page).send("Page.captureScreenshot", WEBP)
                path = FOLDER / f"{name}-{width}-{scheme}.webp"
                path.write_bytes(b64decode(picture["data"]))
                context.close()
            browser.close()
    except BenchError as reason:
        print(f"screenshots: {reason}", file=sys.stderr)
        return 2
    return 0


def cookies(site: Stages) -> list[SetCookieParam]:
    return [{"name": name, "value": value, "url": site.url} for name, value in site.cookies.items()]


if __name__ == "__main__":
    sys.exit(main())
