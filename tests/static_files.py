"""Static files for browser tests: from the source, but with their imports in them, as served."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, Final

from django.contrib.staticfiles.finders import AppDirectoriesFinder, BaseFinder
from django.core.files.storage import Storage

from quizzes.staticfiles import bundled, joined

ENTRIES: Final = {"quizzes/css/main.css": bundled, "quizzes/play.js": joined}


@cache
def bundle(path: str) -> str:
    """Where a style sheet or a script lies with those in it that it imports."""
    paths = {name: (storage, name) for name, storage in AppDirectoriesFinder().list([])}
    file = Path(mkdtemp(prefix="bundle-"), Path(path).name)
    file.write_text(ENTRIES[path](path, paths), "utf-8")
    return str(file)


class BundleFinder(BaseFinder):
    """Finds the one style sheet and the one script of the pages."""

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:  # noqa: FBT001, FBT002 (Django's signature)
        if path not in ENTRIES:
            return []
        return [bundle(path)] if find_all else bundle(path)

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterable[tuple[str, Storage]]:
        return []
