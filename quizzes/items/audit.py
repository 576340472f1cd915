"""Proving items: every kind, every subject, every rule; and what guessing would be worth.

The auditor knows no kind. It proves each item again by calling ``holds`` on every option.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt
from typing import Final

from quizzes.facts.records import Fact, Mission
from quizzes.items.blueprint import Blueprint, TooFew, make_paper
from quizzes.items.distractors import attributes
from quizzes.items.generate import Generator
from quizzes.items.item import DEFAULT_TOPICS, Item, Topic
from quizzes.items.kinds.base import AnyKind, resolve
from quizzes.items.option_sets import MOST_OPTIONS
from quizzes.items.rules import broken_rule
from quizzes.items.rules.papers import paper_problems
from quizzes.items.rules.sheet import sheet
from quizzes.items.seeds import Draw

Z_99_9: Final = 3.2905
"""The two-sided 99.9% point of the normal distribution."""
CHI_SQUARE_99_9: Final[Mapping[int, float]] = {2: 13.816, 3: 16.266}
"""The 99.9% points of chi-square, by degrees of freedom."""
FEW: Final = ("agency:", "region:", "site:")
"""References of records of which there are so few that players come to know them as options."""
OFFERED_OFTEN: Final = 60
"""So often offered, an option that may be right is so at least once but for one in 10^7."""


@dataclass(slots=True)
class KindReport:
    """What the audit found of one kind. ``refused``: items not made, by rule."""

    kind: str
    subjects: int = 0
    asked: int = 0
    items: int = 0
    distinct: set[tuple[str, ...]] = field(default_factory=set)
    refused: Counter[str] = field(default_factory=Counter)
    violations: list[str] = field(default_factory=list)


def audit_kind(kind: AnyKind, generator: Generator, seeds: int) -> KindReport:
    """Every subject of ``kind`` with ``seeds`` seeds, each item through every rule."""
    subjects = generator.subjects(kind)
    report = KindReport(kind.slug, subjects=len(subjects))
    for subject in subjects:
        made = 0
        for seed in range(seeds):
            made_item = generator.item(kind, subject, Draw(f"audit:{seed}:{subject.slug}"))
            if not isinstance(made_item, Item):
                report.refused[made_item.rule] += 1
                continue
            made += 1
            report.distinct.add((subject.slug, *sorted(o.ref for o in made_item.options)))
            report.violations.extend(violations(made_item, kind, generator))
        report.items += made
        report.asked += made > 0
    return report


def violations(item: Item, kind: AnyKind, generator: Generator) -> Iterator[str]:
    """What is wrong with an item as it would be stored and read back."""
    stored = Item.from_json(item.to_json())
    if stored != item:
        yield f"{item.kind} {item.subject}: does not survive storing"
    checked = sheet(stored, kind, generator.facts)
    if checked is None:
        yield f"{item.kind} {item.subject}: names a record that there is not"
    elif (broken := broken_rule(checked)) is not None:
        yield f"{item.kind} {item.subject}: {broken[0]}: {broken[1]}"


def audit_papers(generator: Generator, seeds: int) -> tuple[int, list[str]]:
    """Papers of all topics and of each, several lengths: how many were made, what is wrong."""
    topics = [DEFAULT_TOPICS, *((topic,) for topic in Topic)]
    problems: list[str] = []
    made = 0
    for seed in range(seeds):
        for chosen in topics:
            for count in (5, 10, 20):
                blueprint = Blueprint(chosen, count)
                name = f"paper {seed} of {count} on {', '.join(chosen)}"
                paper = make_paper(blueprint, f"audit:{seed}", generator)
                if isinstance(paper, TooFew):
                    problems.append(f"{name}: only {paper.available} items")
                    continue
                made += 1
                problems.extend(f"{name}: {problem}" for problem in paper_problems(paper))
    return made, problems


# Leaks ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Leak:
    """How often a way of guessing found the key: ``hits`` of ``drawn``, ``expected`` by chance,
    within ``tolerance`` (99.9%)."""

    kind: str
    guess: str
    drawn: int
    hits: float
    expected: float
    tolerance: float

    @property
    def is_open(self) -> bool:
        """Whether it pays, or would pay to avoid."""
        return abs(self.hits - self.expected) > self.tolerance


def leak_statistics(kind: AnyKind, generator: Generator, seeds: int) -> list[Leak]:
    """What each way of guessing is worth over one item a seed."""
    hits: dict[str, float] = defaultdict(float)
    places: Counter[tuple[int, int]] = Counter()
    sizes: Counter[int] = Counter()
    offered: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for seed in range(seeds):
        item = generator.any_item(kind, Draw(f"leak:{kind.slug}:{seed}"))
        if item is None:
            continue
        count = len(item.options)
        offered.update(option.ref for option in item.options)
        right[item.key.ref] += 1
        sizes[count] += 1
        places[count, item.key_index] += 1
        for guess, scores in guesses(item, kind, generator).items():
            best = max(scores)
            # A way of guessing that never finds the key counts too: it would pay to avoid.
            hits[guess] += 1 / scores.count(best) if scores[item.key_index] == best else 0
    drawn = sizes.total()
    expected = sum(number / count for count, number in sizes.items())
    variance = sum(number / count * (1 - 1 / count) for count, number in sizes.items())
    tolerance = Z_99_9 * sqrt(variance)
    leaks = [Leak(kind.slug, g, drawn, hits[g], expected, tolerance) for g in sorted(hits)]
    for count, number in sorted(sizes.items()):
        share = number / count
        if share >= 5:  # fewer make no chi-square
            square = sum((places[count, at] - share) ** 2 / share for at in range(count))
            limit = CHI_SQUARE_99_9[count - 1]
            leaks.append(Leak(kind.slug, f"place of {count}", number, square, 0, limit))
    # An agency or a place that is offered again and again and never right is soon struck out.
    leaks += [
        Leak(kind.slug, f"never {ref}", number, 0, number / MOST_OPTIONS, 0)
        for ref, number in sorted(offered.items())
        if number >= OFFERED_OFTEN and not right[ref] and ref.startswith(FEW)
    ]
    return leaks


def guesses(item: Item, kind: AnyKind, generator: Generator) -> dict[str, Sequence[float]]:
    """Ways to guess, each as a score for every option: the highest is picked."""
    lengths = [len(option.text.render()) for option in item.options]
    last = len(lengths) - 1
    records = [resolve(option.ref, generator.facts) for option in item.options]
    found: dict[str, Sequence[float]] = {
        "first": [at == 0 for at in range(last + 1)],
        "last": [at == last for at in range(last + 1)],
        "longest": lengths,
        "shortest": [-length for length in lengths],
        "shares most": shared_counts(records, kind, generator),
    }
    launches = [record.number for record in records if isinstance(record, Mission)]
    if len(launches) == len(records) and not item.numeric:
        found["latest launch"] = launches
        found["earliest launch"] = [-number for number in launches]
    if item.numeric:
        found["middle number"] = [-abs(at - last / 2) for at in range(last + 1)]
    return found


def shared_counts(
    records: Sequence[Fact | None], kind: AnyKind, generator: Generator
) -> list[float]:
    """For each option, how many attributes it shares with the others, not counting the one that
    is asked for."""
    held = []
    for record in records:
        pairs = attributes(record, generator.facts) if record else frozenset()
        held.append(frozenset(pair for pair in pairs if pair[0] is not kind.asks_for))
    return [sum(len(one & other) for other in held if other is not one) for one in held]
