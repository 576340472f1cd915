"""Catalogues of messages: ``.po`` files that people write, ``.mo`` files that the site reads."""

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import polib

NATIVE_TO: Final[Mapping[str, frozenset[str]]] = {"ru": frozenset({"Soviet Union", "Russia"})}
"""Of whom the ``native_name`` is in a language, by nationality."""
PATRONYMICS: Final = ("ич", "вна", "чна")


def compile_catalogues(folder: Path, people: Path) -> Iterator[Path]:
    """Write the ``.mo`` beside every ``.po`` under ``folder`` that has none or an older one, and
    say which. Messages without a translation, or with a doubtful one, stay out.

    With the messages come people's own names in their own language, from the fixture ``people``.
    """
    for source in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        compiled = source.with_suffix(".mo")
        changed = max(path.stat().st_mtime_ns for path in (source, people))
        if compiled.exists() and compiled.stat().st_mtime_ns >= changed:
            continue
        held: polib.POFile = polib.pofile(str(source))
        known = {entry.msgid for entry in held}
        held += [
            polib.POEntry(msgid=name, msgstr=native)
            for name, native in native_names(people, source.parent.parent.name).items()
            if name not in known
        ]
        # Several processes of a test run may do this at once: none may read half a file.
        begun = compiled.with_suffix(f".mo.{os.getpid()}")
        begun.write_bytes(held.to_binary())
        begun.replace(compiled)
        yield source


def native_names(people: Path, language: str) -> dict[str, str]:
    """The people whose own language this is, by the name that the facts call them by."""
    nationalities = NATIVE_TO.get(language, frozenset())
    records = (line["fields"] for line in json.loads(people.read_text(encoding="utf-8")))
    return {
        record["name"]: as_called(record["native_name"], record["name"])
        for record in records
        if record["nationality"] in nationalities and record.get("native_name")
    }


def as_called(native: str, name: str) -> str:
    """The native name as one calls somebody in a line: without the patronymic, unless ``name``
    has it too, because there are two of them."""
    words = native.split()
    if len(words) == 3 and len(name.split()) == 2 and words[1].endswith(PATRONYMICS):
        return f"{words[0]} {words[2]}"
    return native
