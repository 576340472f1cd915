"""A real browser, and the site that it visits.

The browser is the one CHROMIUM names, else the first installed one, else Playwright's own.
Addresses begin with "/". Every test also fails for what the browser complains of in the
background: see ``complaints``. With ``--tracing retain-on-failure --screenshot only-on-failure``
pytest-playwright keeps more of a failure than is printed here.
"""

from __future__ import annotations

import os
import re
import shutil
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, resolve
from playwright.sync_api import Error, Page, expect

from tests.e2e.pages import ADMIN_PAGES, PAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import BrowserContext, ConsoleMessage, Request
    from pytest_django.live_server_helper import LiveServer

# Playwright's event loop runs in the main thread from the first of these tests to the end of the
# process; Django would take every query after that for one made from asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

ARGUMENTS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-sync",
    "--no-first-run",
]

# How long a page may take to become what it should be, on a machine that is busy with more.
PATIENCE_MS: Final = 10_000

# Chromium's and htmx's words for a page that says what was wrong with a request: not a complaint.
REFUSED: Final = re.compile(r"(responded with a status of|Response Status Error Code) (4\d\d|503)")

# Tells the console of violations whatever the browser itself says of them.
TELL_VIOLATIONS: Final = """
addEventListener("securitypolicyviolation", (event) => console.error(
  `${event.effectiveDirective} forbids ${event.blockedURI} ${event.sample}`
));
"""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, object]) -> dict[str, object]:
    """Overrides pytest-playwright's."""
    installed = (path for name in BROWSERS if (path := shutil.which(name)))
    executable = os.environ.get("CHROMIUM") or next(installed, None)
    # Chromium's sandbox refuses to run as root, which is what a container's user is.
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    chosen = {"executable_path": executable} if executable else {}
    return {**browser_type_launch_args, **chosen, "args": [*ARGUMENTS, *sandbox]}


@pytest.fixture(scope="session")
def base_url(live_server: LiveServer) -> str:
    """Overrides pytest-playwright's. Whoever asks for a page starts the site."""
    expect.set_options(timeout=PATIENCE_MS)
    return live_server.url


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complains of: what the Content-Security-Policy forbids, errors and
    warnings in the console, exceptions in scripts, and requests to anywhere but this site.
    A test that provokes some removes them."""
    return []


@pytest.fixture
def new_context(
    new_context: Callable[..., BrowserContext],
    base_url: str,
    complaints: list[str],
    request: pytest.FixtureRequest,
) -> Iterator[Callable[..., BrowserContext]]:
    """Overrides pytest-playwright's. Each context is a browser of its own, with its own cookies."""
    contexts: list[BrowserContext] = []

    def made(**options: object) -> BrowserContext:
        context = new_context(**options)
        context.set_default_timeout(PATIENCE_MS)
        listen(context, base_url, complaints)
        contexts.append(context)
        return context

    yield made
    open_pages = [page for context in contexts for page in context.pages]
    call = getattr(request.node, "rep_call", None)
    if call is not None and call.failed:
        for page in open_pages:
            request.node.add_report_section("teardown", "browser", told(page))
    for page in open_pages:
        page.title()  # what the browser has said before its answer has arrived with it
    assert complaints == [], "\n".join(complaints)


def listen(context: BrowserContext, base_url: str, complaints: list[str]) -> None:
    """Collect the complaints of all pages of ``context``."""

    def hear(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not REFUSED.search(message.text):
            complaints.append(f"{message.type} in the console: {message.text}")

    def see(request: Request) -> None:
        if not request.url.startswith((f"{base_url}/", "data:")):
            complaints.append(f"request to {request.url}")

    context.add_init_script(TELL_VIOLATIONS)
    context.on("console", hear)
    context.on("request", see)
    context.on("weberror", lambda error: complaints.append(f"exception: {error.error}"))


def told(page: Page) -> str:
    """What a page shows, as a screen reader would tell it."""
    try:
        return f"{page.url}\n{page.locator('body').aria_snapshot(timeout=1_000)}"
    except Error as error:
        return f"{page.url}\n{error}"


def opened(page: Page, come_to: Callable[[Page], None], address: str) -> Page:
    come_to(page)
    assert address_name(page) == address, page.url
    return page


def address_name(page: Page) -> str:
    """The name of the page's address; empty where the site has none such."""
    try:
        return resolve(urlsplit(page.url).path).view_name
    except Resolver404:
        return ""


@pytest.fixture(params=PAGES, ids=lambda come_to: come_to.__name__)
def student_page(request: pytest.FixtureRequest, page: Page) -> Page:
    """One page of the site after the other, open in the browser."""
    return opened(page, request.param, PAGES[request.param])


@pytest.fixture(params=ADMIN_PAGES, ids=lambda come_to: come_to.__name__)
def admin_page(request: pytest.FixtureRequest, page: Page) -> Page:
    """One page of the admin after the other, open in the browser."""
    return opened(page, request.param, ADMIN_PAGES[request.param])
