"""The audit of items in several processes: each loads the facts once, and takes kind after kind.

Nothing here imports models before Django is set up: a process that is spawned starts from here.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Final, NamedTuple

import django

from quizzes.items.audit.proving import Report, audit_kind, audit_papers
from quizzes.items.kinds import KIND_BY_SLUG, KINDS

PAPER_SEEDS: Final = 2


class Extent(NamedTuple):
    """How thorough an audit is: items tried for each subject, items a kind and interaction for
    leaks, the most subjects of a kind that are tried, if not all, and the kinds, if only some."""

    seeds: int
    leak_seeds: int
    most_subjects: int | None
    kinds: tuple[str, ...] = ()


class Task(NamedTuple):
    """What one process does in one go: a kind, or where ``kind`` is None the papers of a seed."""

    extent: Extent
    kind: str | None
    seed: int = 0


class Done(NamedTuple):
    """What came of a task. ``papers``: how many were made."""

    name: str
    reports: list[Report]
    papers: int = 0
    problems: tuple[str, ...] = ()


def tasks(extent: Extent) -> list[Task]:
    """All there is to do, in the order of the registry: papers take all kinds."""
    if extent.kinds:
        return [Task(extent, kind.slug) for kind in KINDS if kind.slug in extent.kinds]
    of_papers = [Task(extent, None, seed) for seed in range(min(extent.seeds, PAPER_SEEDS))]
    return [Task(extent, kind.slug) for kind in KINDS] + of_papers


def run(task: Task) -> Done:
    """Do it, with the facts that this process has loaded."""
    from quizzes.catalogue import catalogues
    from quizzes.queries.generators import current_generator

    generator, _revision = current_generator()
    extent = task.extent
    if task.kind is None:
        made, problems = audit_papers(generator, task.seed)
        return Done(f"papers {task.seed}", [], made, tuple(problems))
    kind = KIND_BY_SLUG[task.kind]
    reports = audit_kind(
        kind, generator, extent.seeds, extent.leak_seeds, extent.most_subjects, catalogues()
    )
    return Done(task.kind, reports)


def start() -> None:
    """Make a new process ready. Whoever interrupts the audit interrupts the first one, which ends
    the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    django.setup()


@contextmanager
def results(extent: Extent, workers: int) -> Iterator[Iterator[Done]]:
    """What comes of all tasks, in their order whichever is done first. The processes end with the
    context, whatever ends it.

    They are spawned, not forked: none inherits a connection to the database.
    """
    if workers == 1:
        yield map(run, tasks(extent))
        return
    with get_context("spawn").Pool(workers, initializer=start) as pool:
        yield pool.imap(run, tasks(extent))
