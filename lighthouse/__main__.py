"""`make lighthouse`: what Lighthouse says of the pages, as a cheap phone gets them.

Prints a table, writes build/lighthouse.json (of each page its scores, 0 to 1), leaves the reports
beside it, and exits with 1 where a bound is missed: a score, or what a first question transfers.
Lighthouse itself is the npm package that package.json pins. A score below its bound is measured
twice more and the median counts: on a busy machine performance varies.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, Final

from bench.server import ROOT, BenchError
from bench.stages import stages

if TYPE_CHECKING:
    from bench.stages import Stages

PROGRAM: Final = Path(__file__).with_name("node_modules") / ".bin" / "lighthouse"
BUILD: Final = ROOT / "build"
BOUNDS: Final = {"performance": 0.98, "accessibility": 1.0, "best-practices": 0.98, "seo": 0.98}
ATTEMPTS: Final = 3
TIMEOUT_S: Final = 120

# Of a browser's first question, as Lighthouse counts it: bodies and headers.
MOST_REQUESTS: Final = 6
MOST_BYTES: Final = 55_000

Scores = dict[str, float]
Report = dict[str, Any]


def main() -> int:
    try:
        with stages() as site:
            reports = {name: measured(site, name) for name in site.paths}
    except BenchError as reason:
        print(f"lighthouse: {reason}", file=sys.stderr)
        return 2
    scores = {name: median_of(held) for name, held in reports.items()}
    BUILD.joinpath("lighthouse.json").write_text(json.dumps(scores, indent=2) + "\n", "utf-8")
    missed = [
        f"{name}: {category} is {score}, not {BOUNDS[category]}"
        for name, held in scores.items()
        for category, score in held.items()
        if score < BOUNDS[category]
    ]
    missed += too_heavy(reports["question"][0])
    print("\n".join(missed) or "Every bound is kept.")
    return 1 if missed else 0


def measured(site: Stages, name: str) -> list[Report]:
    """One report, or three where the first is not good enough."""
    reports: list[Report] = []
    while len(reports) < ATTEMPTS and not (reports and is_good(median_of(reports))):
        reports.append(report(site, name))
        scores = scores_of(reports[-1])
        print(f"{name:10}", *(f"{what} {score:.0%}" for what, score in scores.items()), flush=True)
    return reports


def report(site: Stages, name: str) -> Report:
    path = BUILD / f"lighthouse-{name}.json"
    chrome = "--headless=new" + (" --no-sandbox" if os.geteuid() == 0 else "")
    command = [
        str(PROGRAM), site.url + site.paths[name], "--quiet", "--output=json",
        f"--output-path={path}", f"--only-categories={','.join(BOUNDS)}",
        f"--extra-headers={json.dumps({'Cookie': site.cookie})}", f"--chrome-flags={chrome}",
    ]  # fmt: skip
    environment = {**os.environ, "CHROME_PATH": os.environ["CHROMIUM"]}
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, timeout=TIMEOUT_S
    )
    if done.returncode:
        raise BenchError(f"{' '.join(command)} failed:\n{done.stderr[-2000:]}")
    found: Report = json.loads(path.read_text("utf-8"))
    if "runtimeError" in found:
        raise BenchError(f"{name}: {found['runtimeError']['message']}")
    return found


def scores_of(found: Report) -> Scores:
    return {category: found["categories"][category]["score"] for category in BOUNDS}


def median_of(reports: list[Report]) -> Scores:
    held = [scores_of(found) for found in reports]
    return {category: median(scores[category] for scores in held) for category in BOUNDS}


def is_good(scores: Scores) -> bool:
    return all(scores[category] >= bound for category, bound in BOUNDS.items())


def too_heavy(found: Report) -> list[str]:
    """What a first question transfers beyond its bounds."""
    items = found["audits"]["network-requests"]["details"]["items"]
    requests = [item for item in items if not item["url"].startswith("data:")]
    size = sum(item["transferSize"] for item in requests)
    print(f"A first question: {len(requests)} requests, {size / 1000:.1f} kB")
    missed = []
    if len(requests) > MOST_REQUESTS:
        missed.append(f"A first question takes {len(requests)} requests, not {MOST_REQUESTS}:")
        missed += [f"  {item['url']}" for item in requests]
    if size > MOST_BYTES:
        missed.append(f"A first question transfers {size} bytes, not {MOST_BYTES}")
    return missed


if __name__ == "__main__":
    sys.exit(main())
