"""What is measured, the bound that each figure has, and how both are told."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Bound:
    """What a figure must keep to: at least ``least``, at most ``most``. ``unit``: for reading."""

    unit: str = ""
    least: float | None = None
    most: float | None = None

    def holds(self, value: float) -> bool:
        return (self.least is None or value >= self.least) and (
            self.most is None or value <= self.most
        )

    def __str__(self) -> str:
        if self.least is not None:
            return f"at least {self.least:,g}"
        return "none" if self.most is None else f"at most {self.most:,g}"


# In the order of the table.
BOUNDS: Final = {
    "answer_ratio": Bound("of the bare view's requests/s, 1 worker", least=0.45),
    "answer_ratio_2w": Bound("of the bare view's requests/s, 2 workers", least=0.5),
    "answer_p95_ratio": Bound("times the bare view's p95, 2 workers", most=2),
    "queries_per_answer": Bound("queries", most=4),
    "items_per_s": Bound("items/s on one core, of all kinds and ways", least=5000),
    "items_per_s_choice": Bound("choices/s on one core", least=5000),
    "factbase_ms": Bound("ms", most=400),
    "factbase_mb": Bound("MB", most=40),
    "items_mb_growth": Bound("MB while items stream by", most=8),
    "loaddata_s": Bound("s", most=15),
    "paper_ms": Bound("ms", most=60),
    "page_kb": Bound("kB", most=55),
    "page_requests": Bound("requests", most=6),
    "fragment_kb": Bound("kB, feedback without its figure", most=3),
    "card_kb": Bound("kB, the largest with its figure", most=12),
    "proof_card_ms": Bound("ms on one core, with its figure", most=5),
    "mission_page_ms": Bound("ms", most=30),
    "search_ms": Bound("ms", most=30),
    "explore_ms": Bound("ms", most=100),
    "explore_kb": Bound("kB", most=120),
    "queries_per_page": Bound("queries of any page", most=12),
    "patch_ms": Bound("ms", most=1),
    **{
        f"{page}_{figure}_ratio": Bound(f"times the bare view's {told}, 16 connections")
        for page in ("home", "question", "feedback", "explore")
        for figure, told in (("ttfb", "median"), ("p95", "p95"))
    },
    "locked_errors": Bound("errors, lost or doubled", most=0),
}


@dataclass(frozen=True, slots=True)
class Measured:
    """Figures by name, and what stands behind them."""

    figures: dict[str, float]
    details: dict[str, Any] = field(default_factory=dict)


def spread(values: Sequence[float], digits: int = 2) -> dict[str, Any]:
    """Repetitions as the report tells them: median, least, most, and all in their order."""
    return {
        "median": round(median(values), digits),
        "least": round(min(values), digits),
        "most": round(max(values), digits),
        "all": [round(value, digits) for value in values],
    }


def missed(figures: dict[str, float]) -> list[str]:
    """The names of the figures that do not keep to their bounds."""
    return [name for name, value in figures.items() if not BOUNDS[name].holds(value)]


def table(figures: dict[str, float]) -> str:
    lines = [f"{'figure':<20}{'measured':>12}  {'bound':<16}{'':<8}unit"]
    wrong = missed(figures)
    for name, bound in BOUNDS.items():
        if name in figures:
            mark = "MISSED" if name in wrong else "ok"
            lines.append(f"{name:<20}{figures[name]:>12,.10g}  {bound!s:<16}{mark:<8}{bound.unit}")
    return "\n".join(lines)


def write(path: Path, figures: dict[str, float], details: dict[str, Any]) -> None:
    """All figures, ``null`` for those that were not measured this time, and the details."""
    held: dict[str, Any] = {name: figures.get(name) for name in BOUNDS}
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps({**held, "details": details}, indent=2) + "\n", encoding="utf-8")
