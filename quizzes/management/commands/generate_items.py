"""Generated items on standard output, one a line."""

from argparse import ArgumentParser
from collections.abc import Sequence
from itertools import islice
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from quizzes.items.item import DEFAULT_TOPICS, Interaction, Topic
from quizzes.items.kinds import KIND_BY_SLUG, KINDS
from quizzes.items.kinds.base import AnyKind
from quizzes.items.lines import item_line
from quizzes.items.seeds import Draw
from quizzes.queries.facts import current_revision
from quizzes.queries.generators import current_generator

MIXED = "mixed"
"""Any interaction."""
MOST = 1_000_000_000
"""More lines than any disk takes."""


class Command(BaseCommand):
    help = "Print generated items, one JSON object a line. The same seed gives the same items."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--seed", required=True, help="any text")
        parser.add_argument("--count", type=int, required=True, help="how many items")
        parser.add_argument("--topic", choices=[topic.value for topic in Topic])
        parser.add_argument("--kind", choices=sorted(KIND_BY_SLUG))
        parser.add_argument(
            "--interaction",
            choices=[*(way.value for way in Interaction), MIXED],
            help="how they are answered: by choice, unless the kind or this says otherwise",
        )
        parser.add_argument("--format", choices=["jsonl"], default="jsonl")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["count"] < 1:
            raise CommandError("--count: give a number from 1.")
        if options["count"] > MOST:
            raise CommandError(f"--count: give a number up to {MOST:,}.")
        if not is_utf8(options["seed"]):
            raise CommandError("--seed: give a text in UTF-8.")
        kinds = asked_for(options["topic"], options["kind"])
        ways = tuple(Interaction)
        if options["interaction"] != MIXED:
            first = kinds[0].interactions[0] if options["kind"] else Interaction.CHOICE
            ways = (Interaction(options["interaction"] or first),)
            kinds = answered(kinds, ways[0])
        if not current_revision():
            raise CommandError("No facts are loaded. Load them with: manage.py loadfacts")
        generator, _revision = current_generator()
        made = 0
        items = generator.stream(kinds, Draw(options["seed"]), ways)
        for item in islice(items, options["count"]):
            self.stdout.write(item_line(item))
            made += 1
        if made < options["count"]:
            raise CommandError(f"These facts make {made} items. Load them all: manage.py loaddata")


def is_utf8(text: str) -> bool:
    """Whether ``text`` came as UTF-8: of other bytes Python makes half characters."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def asked_for(topic: str | None, slug: str | None) -> list[AnyKind]:
    """The kinds that topic and kind narrow it down to; without either, those of the topics that
    are on by default."""
    topics = DEFAULT_TOPICS if topic is None and slug is None else tuple(Topic)
    found = [
        kind
        for kind in KINDS
        if kind.topic in topics and topic in (None, kind.topic) and slug in (None, kind.slug)
    ]
    if not found:
        raise CommandError(f"{slug} is not a kind of the topic {topic}.")
    return found


def answered(kinds: Sequence[AnyKind], interaction: Interaction) -> list[AnyKind]:
    """Those of the kinds that can be answered so; where there is none, an error names the ways
    there are."""
    found = [kind for kind in kinds if interaction in kind.interactions]
    if not found:
        ways = [way for way in Interaction if any(way in kind.interactions for kind in kinds)]
        raise CommandError(
            f"--interaction: nothing of this is answered by {interaction}. "
            f"Choose from: {', '.join(ways)}; or leave out --kind and --topic."
        )
    return found
