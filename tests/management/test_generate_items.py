"""Generated items on standard output: what a line holds, and that the bytes are the seed's."""

import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from quizzes.items.item import DEFAULT_TOPICS, Interaction
from quizzes.items.kinds import KINDS

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[2]


def generate(*arguments: str) -> str:
    printed = StringIO()
    call_command("generate_items", *arguments, stdout=printed)
    return printed.getvalue()


def items(*arguments: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in generate(*arguments).splitlines()]


def test_a_line_is_an_item_with_its_key_and_its_sources(loaded_facts: object) -> None:
    made = items("--seed", "7b", "--count", "60", "--interaction", "mixed")
    assert len(made) == 60
    for item in made:
        assert set(item) - {"prompts", "names"} == {
            "kind", "topic", "interaction", "stem", "options", "key", "rationale", "sources",
            "subjects", "difficulty",
        }  # fmt: skip
        assert ("prompts" in item) is (item["interaction"] == "match")
        assert ("names" in item) is (item["interaction"] == "name")
        assert any(option["is_key"] for option in item["options"])
        for option in item["options"]:
            assert set(option) == {"text", "is_key", "relation", "rationale"}
            assert option["text"] in option["rationale"]
        assert item["sources"]
        assert all(source["title"] and source["url"] for source in item["sources"])
        assert 1 <= item["difficulty"] <= 5
    wanted = {kind.slug for kind in KINDS if kind.topic in DEFAULT_TOPICS}
    assert {item["kind"] for item in made} == wanted


def test_without_more_words_it_makes_choices(loaded_facts: object) -> None:
    made = items("--seed", "7b", "--count", "60")
    assert {item["interaction"] for item in made} == {"choice"}
    assert "suborbital" not in {item["topic"] for item in made}
    assert all(sum(option["is_key"] for option in item["options"]) == 1 for item in made)


def test_a_kind_without_a_choice_is_answered_in_its_first_way(loaded_facts: object) -> None:
    made = items("--seed", "7b", "--count", "3", "--kind", "order-of-launches")
    assert {item["interaction"] for item in made} == {"order"}


def test_topic_and_kind_narrow_it_down(loaded_facts: object) -> None:
    of_topic = items("--seed", "a", "--count", "12", "--topic", "crews")
    assert {item["topic"] for item in of_topic} == {"crews"}
    of_kind = items("--seed", "a", "--count", "3", "--kind", "length-of-stay")
    assert [item["kind"] for item in of_kind] == ["length-of-stay"] * 3


@pytest.mark.parametrize("interaction", Interaction)
def test_the_interaction_narrows_it_down(loaded_facts: object, interaction: Interaction) -> None:
    made = items("--seed", "a", "--count", "4", "--interaction", interaction)
    assert [item["interaction"] for item in made] == [interaction] * 4


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--seed", "a", "--count", "5", "--kind", "person-aboard", "--interaction", "order"),
         "Choose from: choice, multiple, true-false, name; or leave out"),
        (("--seed", "a", "--count", "5", "--interaction", "essay"), "invalid choice"),
        (("--seed", "a", "--count", "0"), "give a number from 1"),
        (("--seed", "a", "--count", "9" * 25), "give a number up to"),
        (("--seed", "\udcff", "--count", "1"), "give a text in UTF-8"),
        (("--seed", "a", "--count", "5", "--topic", "crews", "--kind", "length-of-stay"),
         "is not a kind of the topic"),
        (("--seed", "a", "--count", "5", "--topic", "astrology"), "invalid choice"),
    ],
)  # fmt: skip
def test_bad_arguments_are_refused(
    loaded_facts: object, arguments: tuple[str, ...], message: str
) -> None:
    with pytest.raises(CommandError, match=message):
        generate(*arguments)


def test_without_facts_it_says_what_to_do(no_facts: None) -> None:
    with pytest.raises(CommandError, match="loadfacts"):
        generate("--seed", "a", "--count", "1")


def test_the_same_bytes_in_another_process_whatever_its_locale(tmp_path: Path) -> None:
    """And whoever reads only the first line gets no trace of Python's."""
    database = tmp_path / "facts.sqlite3"
    environment = {
        **os.environ, "DATABASE_URL": f"sqlite:///{database}", "SECRET_KEY": "a key of tests" * 5,
        "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0",
    }  # fmt: skip
    manage = f"{sys.executable} manage.py"
    shell = (
        f"{manage} migrate -v0 && {manage} loadfacts -v0 >/dev/null && "
        f"LC_ALL=POSIX PYTHONHASHSEED=1 {manage} generate_items --seed s --count 40 | sha256sum && "
        f"LC_ALL=C.UTF-8 PYTHONHASHSEED=2 {manage} generate_items --seed s --count 40 | sha256sum"
        f" && {manage} generate_items --seed s --count 4000 | head -1 | wc -l"
    )
    done = subprocess.run(  # noqa: S602 -- a pipe of our own commands
        shell, shell=True, cwd=ROOT, env=environment, capture_output=True, text=True, check=True,
        timeout=120,
    )  # fmt: skip
    one, other, lines = done.stdout.splitlines()
    assert one == other
    assert lines.strip() == "1"
    assert done.stderr == ""
    assert connection.vendor  # the test's own database was not touched
