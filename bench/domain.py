"""The domain's own figures: the fact base, and items without end.

Each is measured in a process of its own, in which nothing else has run: `python -m bench.domain
NAME ARGUMENT` prints it as JSON.
"""

from __future__ import annotations

import gc
import json
import os
import shutil
import sys
import time
import tracemalloc
from itertools import islice
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, Final

import django

from bench.report import Measured, spread
from bench.server import ROOT, run_python

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from bench.server import Place
    from quizzes.items.item import Interaction

FACT_BASES: Final = 5
WARM_UP: Final = 150_000
MEMORY_WARM_UP: Final = 600_000
"""Items until nearly all options that can be prepared are: from then on memory is to be flat."""
COLD: Final = 15_000
ROUNDS: Final = 5
ROUND: Final = 10_000
STEPS: Final = 10
"""Times that memory is looked at while items stream by."""
MILLION: Final = 1_000_000
STREAM_SECONDS: Final = 60


def ask(place: Place, name: str, argument: float = 0) -> Any:
    """What a fresh process measures."""
    env = place.with_database(place.database, DJANGO_SETTINGS_MODULE="spacequiz.settings")
    return json.loads(run_python("-m", "bench.domain", name, str(argument), env=env))


# In the parent --------------------------------------------------------------------------------


def fact_base(place: Place, *, quick: bool) -> Measured:
    """In a fresh process, and again in one that has loaded it before."""
    fresh = [ask(place, "load", 1)[0] for _ in range(2 if quick else FACT_BASES)]
    warm = ask(place, "load", 1 + FACT_BASES)[1:]
    megabytes = ask(place, "size")
    return Measured(
        {"factbase_ms": round(median(fresh), 1), "factbase_mb": round(megabytes["kept"], 2)},
        {"factbase": {"fresh_ms": spread(fresh), "warm_ms": spread(warm), "mb": megabytes}},
    )


def items(place: Place, *, quick: bool) -> Measured:
    """Of every kind that a quiz has by default: answered in all ways, and as choices alone."""
    told = {way: ask(place, way, 1 if quick else ROUNDS) for way in ("mixed", "choices")}
    details: dict[str, Any] = {
        "second": "of computing, whatever else the core does meanwhile",
        "cold": f"the first {COLD:,} items of a process",
        "warm_up": f"{WARM_UP:,} items",
        "round": f"{ROUND:,} items",
    }
    for way, of_way in told.items():
        details[way] = {
            "kinds": of_way["kinds"],
            "items_per_s": spread(of_way["rates"], 0),
            "cold_items_per_s": round(of_way["cold"]),
            "bare_loop_per_s": spread(of_way["bare"], 0),
        }
    return Measured(
        {
            "items_per_s": round(median(told["mixed"]["rates"])),
            "items_per_s_choice": round(median(told["choices"]["rates"])),
        },
        {"items": details},
    )


def memory(place: Place, *, quick: bool, million: bool) -> Measured:
    told = ask(place, "stream", 0 if million else STREAM_SECONDS / (6 if quick else 1))
    growth = told["rss_mb"][-1] - told["rss_mb"][0]
    return Measured({"items_mb_growth": round(growth, 2)}, {"memory": told})


def loading(place: Place, *, quick: bool) -> Measured:
    """`manage.py loaddata` as it is typed, into a migrated database without a row."""
    from quizzes.management.commands.loadfacts import FIXTURES

    taken = []
    for number in range(1 if quick else 3):
        database = place.folder / f"loaded-{number}.sqlite3"
        shutil.copy(place.empty, database)
        started = time.perf_counter()
        place.manage("loaddata", *FIXTURES, database=database)
        taken.append(time.perf_counter() - started)
    return Measured({"loaddata_s": round(median(taken), 2)}, {"loaddata_s": spread(taken)})


# In the process that measures -----------------------------------------------------------------


def load(times: float) -> list[float]:
    from quizzes.queries.facts import load_fact_base

    taken = []
    for _ in range(int(times)):
        started = time.perf_counter()
        load_fact_base()
        taken.append((time.perf_counter() - started) * 1000)
    return taken


def size(_: float) -> dict[str, float]:
    from quizzes.queries.facts import load_fact_base

    load_fact_base()  # what stays after this one belongs to Django, not to the facts
    gc.collect()
    tracemalloc.start()
    held = load_fact_base()
    gc.collect()
    kept, peak = tracemalloc.get_traced_memory()
    del held
    return {"kept": kept / 1e6, "peak_while_loading": peak / 1e6}


def mixed(rounds: float) -> dict[str, Any]:
    """Items of all ways to answer."""
    from quizzes.items.item import Interaction

    return rates(rounds, tuple(Interaction))


def choices(rounds: float) -> dict[str, Any]:
    """Choices alone."""
    from quizzes.items.item import Interaction

    return rates(rounds, (Interaction.CHOICE,))


def rates(rounds: float, ways: Collection[Interaction]) -> dict[str, Any]:
    from quizzes.items.item import DEFAULT_TOPICS
    from quizzes.items.kinds import KINDS
    from quizzes.items.seeds import Draw
    from quizzes.queries.generators import current_generator

    generator, _revision = current_generator()
    kinds = [
        kind
        for kind in KINDS
        if kind.topic in DEFAULT_TOPICS and any(way in ways for way in kind.interactions)
    ]
    stream = generator.stream(kinds, Draw("bench"), ways)

    def rate(count: int) -> float:
        started = time.process_time()
        taken = sum(1 for _ in islice(stream, count))
        return taken / (time.process_time() - started)

    cold = rate(COLD)
    rate(WARM_UP - COLD)
    return {
        "kinds": len(kinds),
        "cold": cold,
        "rates": [rate(ROUND) for _ in range(int(rounds))],
        "bare": [bare_rate() for _ in range(int(rounds))],
    }


STEM: Final = "Who flew on flight {flight}, if not {name}?"


def bare_rate() -> float:
    """A loop that draws four options and formats a stem: what no generator can beat."""
    from quizzes.items.seeds import Draw

    draw = Draw("bench")
    names = [f"Person {number}" for number in range(800)]
    count = 5 * ROUND
    started = time.process_time()
    for number in range(count):
        options = draw.sample(names, 4)
        STEM.format(flight=number, name=options[0])
    return count / (time.process_time() - started)


def stream(seconds: float) -> dict[str, Any]:
    """Items for so many seconds, a million at most: what the process holds, ten times on the way.

    With 0 seconds: until it is a million.
    """
    from quizzes.items.kinds import KINDS
    from quizzes.items.seeds import Draw
    from quizzes.queries.generators import current_generator

    generator, _revision = current_generator()
    items = generator.stream(KINDS, Draw("bench memory"))
    for _ in islice(items, MEMORY_WARM_UP):
        pass
    count = MILLION
    if seconds:
        started = time.perf_counter()
        for _ in islice(items, ROUND):
            pass
        count = min(MILLION, int(ROUND * seconds / (time.perf_counter() - started)))
    held = [resident_mb()]
    started = time.perf_counter()
    for _ in range(STEPS):
        for _ in islice(items, count // STEPS):
            pass
        held.append(resident_mb())
    return {
        "items": count // STEPS * STEPS,
        "after_a_warm_up_of": MEMORY_WARM_UP,
        "seconds": round(time.perf_counter() - started, 1),
        "rss_mb": [round(megabytes, 2) for megabytes in held],
    }


def resident_mb() -> float:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


PROBES: Final[dict[str, Callable[[float], object]]] = {
    "load": load,
    "size": size,
    "mixed": mixed,
    "choices": choices,
    "stream": stream,
}


if __name__ == "__main__":
    sys.path[:0] = [str(ROOT)]
    django.setup()
    print(json.dumps(PROBES[sys.argv[1]](float(sys.argv[2]))))
