"""Static files for browser tests: from the source, but style sheets in one, as they are served."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from django.contrib.staticfiles.finders import AppDirectoriesFinder, BaseFinder
from django.core.files.storage import Storage

from quizzes.staticfiles import bundled


@cache
def bundle(path: str) -> str:
    """Where a style sheet lies with those in it that it imports."""
    sheets = {name: (storage, name) for name, storage in AppDirectoriesFinder().list([])}
    file = Path(mkdtemp(prefix="bundle-"), Path(path).name)
    file.write_text(bundled(path, sheets), "utf-8")
    return str(file)


class BundleFinder(BaseFinder):
    """Finds the one style sheet of the pages."""

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:  # noqa: FBT001, FBT002 (Django's signature)
        if path != "quizzes/css/main.css":
            return []
        return [bundle(path)] if find_all else bundle(path)

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterable[tuple[str, Storage]]:
        return []
