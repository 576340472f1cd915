"""What the documents say that the code can be asked about: names, counts and links."""

import re
from pathlib import Path

import pytest

from quizzes.items.interactions import INTERACTIONS
from quizzes.items.item import Topic
from quizzes.items.kinds import KINDS
from quizzes.items.rules import RULES

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
NUMBERS = {10: "ten", 11: "eleven", 12: "twelve", 13: "thirteen"}

every_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)


def first_column(document: str) -> set[str]:
    """What the tables of a document name in their first column."""
    rows = re.findall(r"^\| ([^|]+) \|", (ROOT / document).read_text(), re.MULTILINE)
    return {name.strip("`") for row in rows for name in row.split(", ")}


def test_the_readme_counts_the_kinds() -> None:
    counts = f"There are {len(KINDS)} kinds in {NUMBERS[len(Topic)]} topics"
    assert counts in (ROOT / "README.md").read_text()


def test_every_rule_is_told() -> None:
    assert RULES.keys() == first_column("docs/fairness.md") - {"rule"}


def test_every_interaction_is_told() -> None:
    assert INTERACTIONS.keys() == first_column("docs/interactions.md") - {"interaction"}


@every_document
def test_every_file_named_is_there(document: Path) -> None:
    """Files of the repository, named from its top."""
    named = re.findall(
        r"`((?:quizzes|spacequiz|tests|docs|fixtures|templates)/[\w./-]*)`", document.read_text()
    )
    assert [name for name in named if not (ROOT / name).exists()] == []


@every_document
def test_every_link_leads_somewhere(document: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", document.read_text())
    assert [link for link in links if not (document.parent / link).exists()] == []
