"""Static files as they are served: with their imports in them, without what is for readers."""

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any, Final

import rcssmin
import rjsmin
from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from whitenoise.storage import (  # type: ignore[import-untyped]
    CompressedManifestStaticFilesStorage,
)

SHEET: Final = re.compile(r'@import url\("([^"]+)"\);')
SCRIPT: Final = re.compile(r'^import "\./([^"]+)";$', re.MULTILINE)
OURS: Final = "quizzes/"

Paths = dict[str, tuple[Storage, str]]


class BundlingStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Names files by content and compresses them; before that, puts a style sheet or a script in
    place of each import of it, for a phone waits for each file, and takes comments and spaces from
    ours."""

    def post_process(self, paths: Paths, dry_run: bool = False, **options: Any) -> Iterator[Any]:  # noqa: FBT001, FBT002 (Django's signature)
        if not dry_run:
            made = {name: text for name in paths if (text := self.served(name, paths)) is not None}
            for name, text in made.items():
                self.delete(name)
                self.save(name, ContentFile(text.encode()))
                paths[name] = (self, name)
        yield from super().post_process(paths, dry_run, **options)

    def served(self, name: str, paths: Paths) -> str | None:
        """What a file of ours is served as; None for one that stays as it is."""
        if not name.startswith(OURS):
            return None
        match PurePosixPath(name).suffix:
            case ".css":
                return str(rcssmin.cssmin(bundled(name, paths)))
            case ".js":
                return str(rjsmin.jsmin(joined(name, paths)))
            case _:
                return None


def read(name: str, paths: Mapping[str, tuple[Storage, str]]) -> str:
    storage, path = paths[name]
    with storage.open(path) as file:
        content: bytes = file.read()
    return content.decode()


def bundled(name: str, paths: Mapping[str, tuple[Storage, str]]) -> str:
    """A style sheet with those in it that it imports, from its own folder: so addresses hold."""
    folder = PurePosixPath(name).parent
    return SHEET.sub(lambda found: bundled(str(folder / found[1]), paths), read(name, paths))


def joined(name: str, paths: Mapping[str, tuple[Storage, str]]) -> str:
    """A script with those in it that it imports for what they do: each in a block, so that its
    names stay its own."""
    folder = PurePosixPath(name).parent
    return SCRIPT.sub(
        lambda found: f"{{\n{joined(str(folder / found[1]), paths)}}}", read(name, paths)
    )
