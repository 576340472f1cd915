"""Runs the tests against mutants, in processes forked off a pytest that has all of them collected.

First every test runs once as it is: it must pass, and it is noted how long it took and which of
the functions it reached. Then, for each mutant, a process is forked, the mutant's code put in
place, and the tests that reach it run, the quickest first, until one fails.
"""

import functools
import gc
import inspect
import os
import resource
from collections.abc import Iterable, Mapping, Sequence
from time import monotonic, process_time
from types import FunctionType
from typing import Any, Final

import pytest
from coverage import Coverage

from mutation.making import Mutant

SURVIVED, NOTICED, CANNOT_BE_TRIED = range(3)
MOST_SECONDS: Final = 60
"""Of the processor, for one mutant: one that never ends is noticed."""
MOST_MEMORY: Final = 4 * 2**30
SLOW: Final = 3.0
"""A test that takes longer is for mistakes that no quicker one can see: it is left out."""


class Run:
    """A plugin that runs mutants in place of a session's tests. ``verdicts``: by the name of each,
    whether a test noticed it."""

    def __init__(self, mutants: Sequence[Mutant], workers: int) -> None:
        self.mutants = mutants
        self.workers = workers
        self.verdicts: dict[str, bool] = {}
        self.failed: list[str] = []
        self.caches: list[Any] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed.append(report.nodeid)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        # What Hypothesis finds it makes smaller, for minutes; examples written out must do.
        items[:] = [item for item in items if not hasattr(getattr(item, "obj", None), "hypothesis")]

    def pytest_runtestloop(self, session: pytest.Session) -> bool | None:
        if session.testsfailed:
            return None  # pytest itself says that not all could be collected
        print(f"{len(self.mutants)} mutants, {len(session.items)} tests", flush=True)
        self.caches = caches_here()
        started = monotonic()
        tests = self.reach(session)
        print(f"All tests once: {monotonic() - started:.0f} s", flush=True)
        if not self.failed:
            self.try_all(self.mutants, tests)
        return True

    def reach(self, session: pytest.Session) -> Mapping[FunctionType, Sequence[pytest.Item]]:
        """For each function, the tests that reach it, the quickest first."""
        functions = {mutant.function for mutant in self.mutants}
        files = {inspect.getfile(function) for function in functions}
        coverage = Coverage(data_file=None, config_file=False, include=sorted(files))
        coverage.start()
        seconds: dict[str, float] = {}
        items = {item.nodeid: item for item in session.items}
        for name, item in items.items():
            forget(self.caches)
            coverage.switch_context(name)
            started = process_time()
            self.run(item, session)
            seconds[name] = process_time() - started
        coverage.stop()
        quick = sorted((name for name in seconds if seconds[name] < SLOW), key=seconds.__getitem__)
        data = coverage.get_data()
        reached_by: dict[FunctionType, Sequence[pytest.Item]] = {}
        for function in functions:
            contexts = data.contexts_by_lineno(inspect.getfile(function))
            lines, first = inspect.getsourcelines(function)
            names = {
                name for line in range(first, first + len(lines)) for name in contexts.get(line, ())
            }
            reached_by[function] = [items[name] for name in quick if name in names]
        return reached_by

    def run(self, item: pytest.Item, session: pytest.Session) -> None:
        """One test. What is set up for the whole session stays, for the next one."""
        following: Any = session  # of which pytest asks only what may stay
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)

    def try_all(
        self, mutants: Sequence[Mutant], tests: Mapping[FunctionType, Sequence[pytest.Item]]
    ) -> None:
        """Every mutant in a process of its own, as many at once as there are workers."""
        running: dict[int, Mutant] = {}
        waiting = list(reversed(mutants))
        while waiting or running:
            while waiting and len(running) < self.workers:
                mutant = waiting.pop()
                running[self.start(mutant, tests[mutant.function])] = mutant
            process, status = os.wait()
            mutant = running.pop(process)
            ended = os.waitstatus_to_exitcode(status)  # by a signal: it never ended by itself
            if ended == CANNOT_BE_TRIED:
                raise RuntimeError(f"{mutant.name} cannot be tried:\n{mutant.diff}")
            self.verdicts[mutant.name] = ended != SURVIVED
            if ended == SURVIVED:
                print(f"{mutant.name} survives, line {mutant.line}\n{mutant.diff}", flush=True)

    def start(self, mutant: Mutant, tests: Sequence[pytest.Item]) -> int:
        """The number of a process that ends with what became of the mutant."""
        process = os.fork()
        if process:
            return process
        ended = CANNOT_BE_TRIED
        try:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, 1)
            os.dup2(nowhere, 2)
            resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
            resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
            forget(self.caches)
            mutant.function.__code__ = mutant.code
            ended = SURVIVED if self.all_pass(tests) else NOTICED
        finally:
            os._exit(ended)

    def all_pass(self, tests: Sequence[pytest.Item]) -> bool:
        for item in tests:
            self.run(item, item.session)
            if self.failed:
                return False
        return True


def forget(caches: Iterable[Any]) -> None:
    """What is in caches was found out by code that may have changed."""
    for cache in caches:
        cache.cache_clear()


def caches_here() -> list[Any]:
    """Every cache of this project."""
    return [
        thing
        for thing in gc.get_objects()
        if isinstance(thing, functools._lru_cache_wrapper)
        and thing.__module__.startswith(("quizzes.", "tests."))
    ]
