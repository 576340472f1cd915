"""Every item of a kind in each of its interactions, through every rule; and whole papers."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from quizzes.items.audit.guessing import NO_OTHERS, Languages
from quizzes.items.audit.leaks import Leak, confirmed_leaks
from quizzes.items.blueprint import Blueprint, TooFew
from quizzes.items.generate import Generator
from quizzes.items.item import DEFAULT_TOPICS, Interaction, Item, Topic
from quizzes.items.kinds.base import AnyKind
from quizzes.items.papers import make_paper
from quizzes.items.rules import broken_rule, name_of
from quizzes.items.rules.leaks import key_of_usual_length, no_clue_in_prompt, no_clue_in_stem
from quizzes.items.rules.papers import paper_problems
from quizzes.items.rules.sheet import sheet
from quizzes.items.seeds import Draw

NOW_AND_THEN: Final = {
    name_of(key_of_usual_length): 4,
    name_of(no_clue_in_stem): 50,
    name_of(no_clue_in_prompt): 50,
}
"""Rules that one item of so many may break in another language."""
LONG_BY_LANGUAGE: Final[Mapping[tuple[str, str], str]] = {
    ("agency-of-person", "es"): "“Estados Unidos” in full; “EE. UU.” let the longest win",
}
"""Where keys are longer or shorter more often, and no guess by length pays."""


@dataclass(slots=True)
class Report:
    """What the audit found of one kind, answered in one way.

    ``subjects``: those there are; ``tried`` of them were, ``asked`` of these had an item.
    ``distinct``: items that ask something different. ``refused``: items not made, by rule.
    """

    kind: str
    interaction: Interaction
    subjects: int = 0
    tried: int = 0
    asked: int = 0
    items: int = 0
    distinct: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    violations: list[str] = field(default_factory=list)
    leaks: list[Leak] = field(default_factory=list)


def audit_way(
    kind: AnyKind,
    interaction: Interaction,
    generator: Generator,
    seeds: int,
    most_subjects: int | None = None,
    languages: Languages = NO_OTHERS,
) -> Report:
    """Subjects of ``kind`` with ``seeds`` seeds, each item through every rule: all of them, or of
    more than ``most_subjects`` so many from the first to the last."""
    subjects = generator.subjects(kind)
    step = max(1, -(-len(subjects) // most_subjects)) if most_subjects else 1
    report = Report(kind.slug, interaction, subjects=len(subjects))
    distinct: set[tuple[str, ...]] = set()
    broken: dict[tuple[str, str], list[str]] = defaultdict(list)
    for subject in islice(subjects, 0, None, step):
        made = 0
        for seed in range(seeds):
            draw = Draw(f"audit:{seed}:{subject.slug}")
            item = generator.item(kind, subject, draw, None, interaction)
            if not isinstance(item, Item):
                report.refused[item.rule] += 1
                continue
            made += 1
            distinct.add(what_is_asked(item))
            report.violations.extend(violations(item, kind, generator))
            for language, rule, problem in violations_in(languages, item, kind, generator):
                broken[language, rule].append(f"{item.subject}: {problem}")
        report.tried += 1
        report.items += made
        report.asked += made > 0
    report.distinct = len(distinct)
    report.violations.extend(too_many(report, broken))
    if not report.items:
        report.violations.append(f"{kind.slug} {interaction}: no items")
    return report


def what_is_asked(item: Item) -> tuple[str, ...]:
    """What tells items of one kind and interaction from each other: whom and what they ask about,
    what they offer, and what is right. Where no option is shown, the subject alone."""
    match item.interaction:
        case Interaction.TRUE_FALSE:
            return (item.subject, item.options[0].ref)
        case Interaction.NUMBER | Interaction.NAME:
            return (item.subject,)
        case Interaction.MATCH:
            pairs = ((prompt.ref, item.options[prompt.key].ref) for prompt in item.prompts)
            return tuple(ref for pair in sorted(pairs) for ref in pair)
        case _:
            refs = sorted((not option.is_key, option.ref) for option in item.options)
            return (item.subject, *(ref for _, ref in refs))


def violations(item: Item, kind: AnyKind, generator: Generator) -> Iterator[str]:
    """What is wrong with an item as it would be stored and read back."""
    named = f"{item.kind} {item.interaction} {item.subject}"
    stored = Item.from_json(item.to_json())
    if stored != item:
        yield f"{named}: does not survive storing"
    checked = sheet(stored, kind, generator.facts)
    if checked is None:
        yield f"{named}: names a record that there is not"
    elif (broken := broken_rule(checked)) is not None:
        yield f"{named}: {broken[0]}: {broken[1]}"


def violations_in(
    languages: Languages, item: Item, kind: AnyKind, generator: Generator
) -> Iterator[tuple[str, str, str]]:
    """What is wrong with an item in other languages: language, rule, and what it is."""
    checked = sheet(item, kind, generator.facts) if languages else None
    if checked is None:
        return
    for language, translate in languages.items():
        broken = broken_rule(checked.in_words_of(translate))
        if broken is not None:
            yield (language, *broken)


def too_many(report: Report, broken: Mapping[tuple[str, str], Sequence[str]]) -> Iterator[str]:
    """Items are drawn so that they break no rule in English. In another language one in fifty may
    have a key that shares a word, and one in four a key that is long or short, for names are as
    long as they are: whether length pays is measured over many. None may have options that read the
    same, or a stem that goes on and on."""
    for (language, rule), told in broken.items():
        most = max(2, report.items // NOW_AND_THEN[rule]) if rule in NOW_AND_THEN else 0
        if rule == name_of(key_of_usual_length) and (report.kind, language) in LONG_BY_LANGUAGE:
            continue
        if len(told) > most:
            yield (
                f"{report.kind} {report.interaction}: {language}: {rule}: in {len(told)} of "
                f"{report.items}, as in {told[0]}"
            )


def audit_kind(
    kind: AnyKind,
    generator: Generator,
    seeds: int,
    leak_seeds: int,
    most_subjects: int | None = None,
    languages: Languages = NO_OTHERS,
) -> list[Report]:
    """A kind in each of its interactions, with what guessing is worth in each."""
    reports = []
    for interaction in kind.interactions:
        report = audit_way(kind, interaction, generator, seeds, most_subjects, languages)
        report.leaks = confirmed_leaks(kind, interaction, generator, leak_seeds, languages)
        reports.append(report)
    return reports


def audit_papers(generator: Generator, seed: int) -> tuple[int, list[str]]:
    """Papers of all topics and of each, several lengths: how many were made, what is wrong."""
    topics = [DEFAULT_TOPICS, *((topic,) for topic in Topic)]
    problems: list[str] = []
    made = 0
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
