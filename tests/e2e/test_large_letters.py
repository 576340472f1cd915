"""Letters twice as large, on a wide screen: nothing is cut, nothing sticks out."""

from typing import Final

from playwright.sync_api import Page

from tests.e2e.test_accessibility import cut_off, resize, sticking_out

WIDE: Final = 1280


def test_letters_twice_as_large_keep_to_a_wide_page(student_page: Page) -> None:
    resize(student_page, WIDE)
    student_page.evaluate("document.documentElement.style.fontSize = '200%'")
    problems = sticking_out(student_page) + cut_off(student_page)
    assert problems == [], "\n".join(problems)
