"""Responses to generated items graded, one a line. It needs no database."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import IO, Any

from django.core.management.base import BaseCommand, CommandError

from quizzes.items.lines import LONGEST_LINE, graded
from quizzes.items.reading import BadLineError

LONGEST_BYTES = 4 * LONGEST_LINE
"""So many bytes the longest line may have in UTF-8."""


class Command(BaseCommand):
    help = (
        "Grade the field “response” of each line that generate_items printed. "
        "Exits with 1 where a line cannot be read."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--file", type=Path, help="lines to read, instead of standard input")

    def handle(self, *args: Any, **options: Any) -> None:
        bad = 0
        try:
            source = options["file"]
            with source.open("rb") if source else nullcontext(sys.stdin.buffer) as stream:
                for number, line in enumerate(lines_of(stream), 1):
                    if line is not None and not line.strip():
                        continue
                    try:
                        self.stdout.write(json.dumps(grade_of(line), ensure_ascii=False))
                    except BadLineError as wrong:
                        bad += 1
                        self.stderr.write(f"line {number}: {wrong}")
        except OSError as wrong:
            raise CommandError(f"--file: {wrong}") from None
        if bad:
            lines = "line" if bad == 1 else "lines"
            raise CommandError(f"{bad} {lines} could not be read.", returncode=1)


def lines_of(stream: IO[bytes]) -> Iterator[bytes | None]:
    """The lines of a stream; None for one that is too long, of which little is held at a time."""
    while line := stream.readline(LONGEST_BYTES):
        if line.endswith(b"\n") or len(line) < LONGEST_BYTES:
            yield line
            continue
        while (rest := stream.readline(LONGEST_BYTES)) and not rest.endswith(b"\n"):
            pass
        yield None


def grade_of(line: bytes | None) -> object:
    if line is None:
        raise BadLineError(f"longer than {LONGEST_LINE:,} characters")
    try:
        return graded(line.decode())
    except UnicodeDecodeError:
        raise BadLineError("not UTF-8") from None
