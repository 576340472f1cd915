"""Django's ``makemessages``, set so that the same code gives the same catalogues."""

from pathlib import Path
from typing import Any, Final

from django.core.management.commands import makemessages

IGNORED: Final = ["var", "tests", "bench", "mutation", "locale"]


class Command(makemessages.Command):
    help = "Bring the catalogues of locale/ up to date with the code. Needs gettext's tools."

    # A guess at a translation helps nobody: what is missing is missing.
    msgmerge_options = [*makemessages.Command.msgmerge_options, "--no-fuzzy-matching"]

    def handle(self, *args: Any, **options: Any) -> None:
        steady = {
            "all": not options["locale"],
            "extensions": ["html", "py"],
            "ignore_patterns": IGNORED,
            "add_location": "file",
            "no_obsolete": True,
            "no_wrap": True,
        }
        super().handle(*args, **{**options, **steady})

    def write_po_file(self, potfile: str, locale: str) -> None:
        """Without the date, by which two catalogues that say the same would differ."""
        super().write_po_file(potfile, locale)
        path = Path(potfile).parent / locale / "LC_MESSAGES" / f"{self.domain}.po"
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if not line.startswith('"POT-Creation-Date:')]
        path.write_text("".join(kept), encoding="utf-8")
