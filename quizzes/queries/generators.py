"""What makes questions of the facts in force."""

import gc

from quizzes.items.generate import Generator
from quizzes.items.kinds import KINDS
from quizzes.queries.facts import current_revision, load_fact_base

_generators: dict[str, Generator] = {}


def current_generator() -> tuple[Generator, str]:
    """The generator over the facts in force, and their revision. One query, unless the facts
    have changed since this process last asked."""
    revision = current_revision()
    generator = _generators.get(revision)
    if generator is None:
        _generators.clear()  # facts of the past are asked about no more
        generator = _generators[revision] = Generator(load_fact_base(), KINDS)
        # Facts live as long as the process: no collection need look at them again, nor as often.
        gc.freeze()
        gc.set_threshold(50_000, 20, 50)
    return generator, revision
