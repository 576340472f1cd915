"""A real browser: the one CHROMIUM names, else the first installed one, else Playwright's own."""

from __future__ import annotations

import os
import shutil

import pytest

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


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, object]) -> dict[str, object]:
    """Overrides pytest-playwright's."""
    installed = (path for name in BROWSERS if (path := shutil.which(name)))
    executable = os.environ.get("CHROMIUM") or next(installed, None)
    # Chromium's sandbox refuses to run as root, which is what a container's user is.
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    chosen = {"executable_path": executable} if executable else {}
    return {**browser_type_launch_args, **chosen, "args": [*ARGUMENTS, *sandbox]}
