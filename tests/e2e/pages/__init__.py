"""Every page of the site: how to come to it, and which address it has.

What must hold of every page (``test_accessibility.py``, ``test_policy.py``) is asked of all of
them; a new page is one function and one line at the end of the module of its area.
"""

from collections.abc import Callable, Mapping
from typing import Final

from playwright.sync_api import Page

from tests.e2e.pages import admin, daily, exploring, playing, practice, problems

PAGES: Final[Mapping[Callable[[Page], None], str]] = {
    **playing.PAGES,
    **daily.PAGES,
    **exploring.PAGES,
    **practice.PAGES,
    **problems.PAGES,
}
"""The pages of students, each with the name of its address; empty where the site has none such."""

ADMIN_PAGES: Final = admin.PAGES
"""Those of teachers and curators. What they are made of is mostly Django's."""
