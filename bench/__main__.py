"""`make bench`: measures what this site promises, and says which promises it keeps.

Prints a table, writes build/bench.json, and exits with 1 where a bound is missed. Everything runs
in a folder of its own, on a throw-away database, and against 127.0.0.1 alone.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import django

from bench import report
from bench.server import ROOT, BenchError, Place, enter, need_wrk, new_place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bench.report import Measured

RESULT: Final = ROOT / "build" / "bench.json"
PAGES_LOADED: Final = tuple(
    f"{page}_{figure}_ratio"
    for page in ("home", "question", "feedback", "explore")
    for figure in ("ttfb", "p95")
)
NEEDS_WRK: Final = {
    "answer_ratio", "answer_ratio_2w", "answer_p95_ratio", "locked_errors", *PAGES_LOADED,
}  # fmt: skip
BUSY: Final = 0.5


def main() -> int:
    arguments = read_arguments()
    wanted = set(arguments.only or report.BOUNDS)
    try:
        check(wanted)
        figures, details = measure(wanted, quick=arguments.quick, million=arguments.million)
    except BenchError as reason:
        print(f"bench: {reason}", file=sys.stderr)
        return 2
    report.write(RESULT, figures, details)
    print(report.table(figures))
    wrong = report.missed(figures)
    print(f"\nDetails are in {RESULT.relative_to(ROOT)}.")
    if wrong:
        print(f"Missed: {', '.join(wrong)}")
    return 1 if wrong else 0


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "--only", nargs="+", choices=list(report.BOUNDS), metavar="FIGURE",
        help=f"measure these alone: {', '.join(report.BOUNDS)}",
    )  # fmt: skip
    parser.add_argument("--quick", action="store_true", help="fewer and shorter repetitions")
    parser.add_argument(
        "--million", action="store_true",
        help="watch memory over a full million items, however long that takes",
    )  # fmt: skip
    return parser.parse_args()


def check(wanted: set[str]) -> None:
    """Say what is missing before anything takes time."""
    if wanted & NEEDS_WRK:
        need_wrk()
    if not (ROOT / "var" / "static" / "staticfiles.json").exists():
        raise BenchError("The static files are not collected. Do that with: make setup")


def measure(
    wanted: set[str], *, quick: bool, million: bool
) -> tuple[dict[str, float], dict[str, Any]]:
    load = os.getloadavg()[0]
    if load > BUSY:
        print(f"Other work is going on here (load {load:.2f}): figures may be low.")
    figures: dict[str, float] = {}
    details: dict[str, Any] = {
        "python": platform.python_version(),
        "django": django.get_version(),
        "cores": len(os.sched_getaffinity(0)),
        "load_before": round(load, 2),
        "quick": quick,
    }
    with new_place() as place:
        for names, function in measurements(place, quick=quick, million=million):
            if wanted.isdisjoint(names):
                continue
            print(f"Measuring {', '.join(names)} ...", flush=True)
            measured = function()
            figures |= {name: measured.figures[name] for name in names if name in wanted}
            details |= measured.details
    return figures, details


def measurements(
    place: Place, *, quick: bool, million: bool
) -> Iterable[tuple[tuple[str, ...], Callable[[], Measured]]]:
    """What there is to measure, and how; the quiet ones first."""
    enter(place)
    from bench import answers, browsing, cards, domain, loaded, pages

    crowd: list[answers.Students] = []

    def students() -> answers.Students:
        """Made when first asked for, and the same ones for all."""
        if not crowd:
            crowd.append(answers.Students())
        return crowd[0]

    return (
        (("queries_per_answer",), pages.queries),
        (("items_per_s", "items_per_s_choice"), partial(domain.items, place, quick=quick)),
        (("factbase_ms", "factbase_mb"), partial(domain.fact_base, place, quick=quick)),
        (("items_mb_growth",), partial(domain.memory, place, quick=quick, million=million)),
        (("loaddata_s",), partial(domain.loading, place, quick=quick)),
        (("paper_ms",), partial(pages.paper, place, quick=quick)),
        (("page_kb", "page_requests"), partial(pages.page, place, quick=quick)),
        (("fragment_kb", "card_kb", "proof_card_ms"), partial(cards.cards, quick=quick)),
        (("mission_page_ms",), partial(browsing.flights, place, quick=quick)),
        (("search_ms",), partial(browsing.searches, place, quick=quick)),
        (("queries_per_page",), loaded.queries),
        (("patch_ms",), loaded.patches),
        (("explore_ms", "explore_kb"), partial(loaded.all_flights, place, quick=quick)),
        (PAGES_LOADED, partial(loaded.loaded, place, quick=quick)),
        (("answer_ratio",), lambda: answers.one_worker(place, students(), quick=quick)),
        (
            ("answer_ratio_2w", "answer_p95_ratio"),
            lambda: answers.two_workers(place, students(), quick=quick),
        ),
        (("locked_errors",), lambda: answers.locked(place, students(), quick=quick)),
    )


if __name__ == "__main__":
    sys.exit(main())
