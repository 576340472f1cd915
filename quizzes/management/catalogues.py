"""Catalogues of messages: ``.po`` files that people write, ``.mo`` files that the site reads."""

import os
from collections.abc import Iterator
from pathlib import Path

import polib


def compile_catalogues(folder: Path) -> Iterator[Path]:
    """Write the ``.mo`` beside every ``.po`` under ``folder`` that has none or an older one, and
    say which. Messages without a translation, or with a doubtful one, stay out."""
    for source in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        compiled = source.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        # Several processes of a test run may do this at once: none may read half a file.
        begun = compiled.with_suffix(f".mo.{os.getpid()}")
        held: polib.POFile = polib.pofile(str(source))
        begun.write_bytes(held.to_binary())
        begun.replace(compiled)
        yield source
