"""`make mutants`: says which small mistakes in rules, graders and ``holds`` no test notices.

Prints every mutant that survives, with its line as it is and as it then was, and a table by module.
Exits with 1 where fewer are noticed than the bound. ``docs/mutants.md`` says why some survive.
"""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Mapping
from time import monotonic
from typing import Final

import pytest

from mutation.making import Mutant, mutants_of
from mutation.running import Run
from mutation.scope import functions

TESTS: Final = {
    "rules": (
        "tests/items/test_rules.py",
        "tests/items/test_rules_of_interactions.py",
        "tests/items/test_paper_rules.py",
    ),
    "interactions": ("tests/items/interactions",),
    "kinds": (
        "tests/items/test_oracle.py",
        "tests/items/test_oracle_of_holes.py",
        "tests/items/kinds",
    ),
}
"""Where the tests are for the mutants of a package. Those of rules and of kinds also reach much
else, in passing."""
NOT_TRIED: Final = ("tests/items/interactions/test_anything.py",)
"""What measures time, or looks at random for what breaks."""
BOUND: Final = 0.9


def main() -> int:
    arguments = read_arguments()
    started = monotonic()
    mutants = [
        mutant
        for function in functions()
        for mutant in mutants_of(function)
        if not arguments.only or any(one in mutant.name for one in arguments.only)
    ]
    if arguments.show:
        print("\n".join(f"{mutant.name}, line {mutant.line}\n{mutant.diff}" for mutant in mutants))
        return 0
    run = Run(mutants, arguments.workers)
    options = (
        "-p",
        "no:cacheprovider",
        "-p",
        "no:terminal",
        "-s",
        "-o",
        "addopts=",
        *(f"--ignore={path}" for path in NOT_TRIED),
    )
    status = pytest.main([*options, *tests_for(mutants)], plugins=[run])
    if run.failed or len(run.verdicts) < len(mutants):
        print(f"pytest ended with {status}; these fail as it is: {run.failed}", file=sys.stderr)
        return 2
    print(table(mutants, run.verdicts))
    print(f"{(monotonic() - started) / 60:.1f} minutes")
    return 0 if sum(run.verdicts.values()) >= BOUND * len(mutants) else 1


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m mutation", description=__doc__)
    parser.add_argument(
        "--only", nargs="+", metavar="NAME",
        help="only mutants with one of these in their name, such as leaks or number.parse",
    )  # fmt: skip
    parser.add_argument("--show", action="store_true", help="show the mutants and try none")
    parser.add_argument(
        "--workers", type=int, default=os.cpu_count(), metavar="N",
        help="try so many at once (as many as there are processors)",
    )  # fmt: skip
    return parser.parse_args()


def tests_for(mutants: list[Mutant]) -> list[str]:
    packages = {mutant.name.partition(".")[0] for mutant in mutants}
    return [path for package in sorted(packages) for path in TESTS[package]]


def table(mutants: list[Mutant], verdicts: Mapping[str, bool]) -> str:
    """How many of the mutants of each module, and of all, were noticed."""
    tried = Counter(mutant.function.__module__ for mutant in mutants)
    noticed = Counter(mutant.function.__module__ for mutant in mutants if verdicts[mutant.name])
    rows = [(module, noticed[module], tried[module]) for module in sorted(tried)]
    rows.append(("all", noticed.total(), tried.total()))
    return "\n".join(f"{name:45}{one:6} of {all_:5}{one / all_:8.1%}" for name, one, all_ in rows)


if __name__ == "__main__":
    sys.exit(main())
