"""The page of kinds is that of the kinds there are."""

from pathlib import Path

from quizzes.items.description import kinds_page
from quizzes.items.generate import Generator
from quizzes.items.kinds import KINDS

PAGE = Path(__file__).parents[2] / "docs" / "kinds.md"


def test_the_page_of_kinds_is_up_to_date(generator: Generator) -> None:
    assert PAGE.read_text() == kinds_page(generator), "Run: make docs"


def test_every_kind_names_its_traps() -> None:
    assert [kind.slug for kind in KINDS if "Trap" not in (kind.__doc__ or "")] == []
