"""What browsers get of our static files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.contrib.staticfiles.finders import find, get_finders
from django.utils.translation import override

from quizzes.jinja import fonts
from quizzes.staticfiles import BundlingStorage

if TYPE_CHECKING:
    from django.core.files.storage import Storage

SHEET = "quizzes/css/main.css"


@pytest.fixture
def collected(tmp_path: Path) -> BundlingStorage:
    """Every static file of this project, as ``collectstatic`` leaves it."""
    storage = BundlingStorage(location=tmp_path, base_url="/static/")
    paths: dict[str, tuple[Storage, str]] = {}
    for finder in get_finders():
        for path, source in finder.list([]):
            if path.startswith("quizzes/"):
                paths[path] = (source, path)
                with source.open(path) as file:
                    storage.save(path, file)
    for _name, _hashed, processed in storage.post_process(paths):
        assert not isinstance(processed, Exception)
    return storage


def served(storage: BundlingStorage, name: str) -> str:
    return Path(storage.path(storage.stored_name(name))).read_text("utf-8")


def test_style_sheet_is_one_file(collected: BundlingStorage) -> None:
    css = served(collected, SHEET)
    assert "@import" not in css
    assert css.startswith("@layer ")  # the order of layers is said before any has a rule
    for part in ("--paper:", ".button{", ".scene{", ".figure{"):
        assert part in css


def test_addresses_in_it_are_named_by_content(collected: BundlingStorage) -> None:
    css = served(collected, SHEET)
    fonts = [part.split('"')[1] for part in css.split("url(")[1:] if "woff2" in part[:80]]
    assert fonts
    for font in fonts:
        at = Path(collected.path(collected.stored_name(SHEET))).parent / font
        assert at.resolve().exists(), font
        assert len(at.name.split(".")) == 3, f"{font}: without a digest"


def test_script_is_one_file(collected: BundlingStorage) -> None:
    script = served(collected, "quizzes/play.js")
    assert "import" not in script
    assert "sessionStorage" in script  # of what it imports


def test_scripts_are_without_comments(collected: BundlingStorage) -> None:
    script = served(collected, "quizzes/play.js")
    assert script.startswith('"use strict"')
    assert "// " not in script


@pytest.mark.parametrize("language", ["en", "es", "ru"])
def test_fonts_of_a_language_are_light(language: str) -> None:
    with override(language):
        sizes = [Path(found).stat().st_size for font in fonts() if (found := find(font))]
    assert len(sizes) == 2
    assert sum(sizes) <= 24 * 1024
