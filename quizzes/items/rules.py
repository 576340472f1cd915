"""What makes an item fair: each rule a named function that returns what is wrong, or None.

The rules follow Haladyna, Downing & Rodriguez (2002) and the reports of players of fact-driven
games; thresholds without a source are this project's own. ``docs/fairness.md`` tells them all.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from statistics import median
from typing import Final, NamedTuple

from quizzes.facts.base import FactBase
from quizzes.facts.records import (
    Agency,
    Fact,
    Mission,
    Person,
    Seat,
    Spacecraft,
    Spacewalk,
    Station,
)
from quizzes.items.item import Item, Relation
from quizzes.items.kinds.base import AnyKind, resolve
from quizzes.items.text import Text, Translate, english

MOST_STEM_WORDS: Final = 25
LENGTH_TOLERANCE: Final = 0.3
"""The key's length may differ this much from the median of the options (as a share of it)."""
ERA_YEARS: Final = 12
"""A distractor was active within so many years of the day asked about."""

WORD: Final = re.compile(r"[^\W_]+")
NOT_AN_OPTION: Final = re.compile(
    r"\b(all|none|any|both|neither) of (the|these)\b|\balways\b|\bnever\b", re.IGNORECASE
)
STOP_WORDS: Final = frozenset(
    ("a", "an", "and", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to",
     "was", "which", "who")
)  # fmt: skip


# Letters with a stroke and the like, which no decomposition takes apart.
PLAIN_LETTERS: Final = str.maketrans("łøıđ", "loid")


@lru_cache(maxsize=20_000)
def fold(name: str) -> str:
    """``name`` without case, accents and punctuation, in single spaces: what the eye compares."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(PLAIN_LETTERS))
    return " ".join(WORD.findall("".join(c for c in plain if not unicodedata.combining(c))))


@lru_cache(maxsize=20_000)
def content_words(name: str) -> frozenset[str]:
    """The words of ``name`` that tell something."""
    return frozenset(fold(name).split()) - STOP_WORDS


class Sheet(NamedTuple):
    """An item with its texts rendered and its records found again: what rules look at."""

    item: Item
    kind: AnyKind
    subject: Fact
    candidates: tuple[Fact, ...]
    stem: str
    options: tuple[str, ...]
    rationales: tuple[str, ...]
    facts: FactBase


def sheet(
    item: Item, kind: AnyKind, facts: FactBase, translate: Translate = english
) -> Sheet | None:
    """The item as rules see it; None where it names a record that there is not."""
    subject = resolve(item.subject, facts)
    candidates = tuple(resolve(option.ref, facts) for option in item.options)
    if subject is None:
        return None
    found = tuple(candidate for candidate in candidates if candidate is not None)
    if len(found) < len(candidates):
        return None
    return Sheet(
        item=item,
        kind=kind,
        subject=subject,
        candidates=found,
        stem=item.stem.render(translate),
        options=tuple(option.text.render(translate) for option in item.options),
        rationales=tuple(option.rationale.render(translate) for option in item.options),
        facts=facts,
    )


Rule = Callable[[Sheet], "str | None"]


# Truth ----------------------------------------------------------------------------------------


def proven(s: Sheet) -> str | None:
    """``holds`` is True for the key alone, and known to be False for every distractor."""
    for option, candidate in zip(s.item.options, s.candidates, strict=True):
        if s.kind.holds(s.subject, candidate, s.facts) is not option.is_key:
            return f"{option.ref} is offered as {'right' if option.is_key else 'wrong'}"
    keys = sum(option.is_key for option in s.item.options)
    return None if keys == 1 else f"{keys} keys"


def sourced(s: Sheet) -> str | None:
    """The item names a source, with the day it was read."""
    return None if s.item.sources else "no source"


# Options --------------------------------------------------------------------------------------


def three_or_four_options(s: Sheet) -> str | None:
    """Three options suffice (Rodriguez, 2005); more than four only tire."""
    return None if len(s.options) in (3, 4) else f"{len(s.options)} options"


def one_type(s: Sheet) -> str | None:
    """All options are records of one type."""
    types = {option.ref.partition(":")[0] for option in s.item.options}
    return None if len(types) == 1 else f"options of {len(types)} types"


def distinct(s: Sheet) -> str | None:
    """No two options read the same, and none contains another."""
    folded = [fold(option).replace(" ", "") for option in s.options]
    for i, one in enumerate(folded):
        for j, other in enumerate(folded):
            if i != j and one in other:
                return f"“{s.options[i]}” is in “{s.options[j]}”"
    return None


def no_shared_alias(s: Sheet) -> str | None:
    """No option goes by another option's name."""
    names = [
        folded_aliases(candidate) | {fold(option)}
        for option, candidate in zip(s.options, s.candidates, strict=True)
    ]
    for i, one in enumerate(names):
        if any(not one.isdisjoint(other) for other in names[i + 1 :]):
            return f"“{s.options[i]}” shares a name with another option"
    return None


@lru_cache(maxsize=4096)
def folded_aliases(candidate: Fact) -> frozenset[str]:
    """The other names that ``candidate`` goes by."""
    aliases = candidate.aliases if isinstance(candidate, Person | Agency) else ()
    return frozenset(map(fold, aliases))


def related(s: Sheet) -> str | None:
    """Every distractor shares something with the key, and says what."""
    for option in s.item.options:
        unrelated = option.relation is Relation.NEAR_VALUE and not s.item.numeric
        if unrelated or (option.relation is Relation.KEY) is not option.is_key:
            return f"{option.ref} is related as {option.relation}"
    return None


def in_order(s: Sheet) -> str | None:
    """Numbers are shown in ascending order, each clearly apart."""
    if not s.item.numeric:
        return None
    numbers = [s.kind.number(s.subject, candidate, s.facts) for candidate in s.candidates]
    known = [number for number in numbers if number is not None]
    is_fair = len(known) == len(numbers) and known == sorted(known)
    return None if is_fair and all(map(s.kind.differ, known, known[1:])) else f"{numbers}"


def no_catch_all(s: Sheet) -> str | None:
    """No "all of the above", no "always"."""
    found = next((text for text in (s.stem, *s.options) if NOT_AN_OPTION.search(text)), None)
    return None if found is None else f"“{found}”"


# Leaks ----------------------------------------------------------------------------------------


def no_clue_in_stem(s: Sheet) -> str | None:
    """The stem shares no word with the key that no distractor has too."""
    key = s.item.key_index
    others = frozenset[str]().union(
        *(content_words(option) for i, option in enumerate(s.options) if i != key)
    )
    clues = (content_words(s.options[key]) & content_words(s.stem)) - others
    return f"the stem says “{min(clues)}”" if clues else None


def key_of_usual_length(s: Sheet) -> str | None:
    """The key is about as long as the options usually are."""
    lengths = [len(option) for option in s.options]
    usual, own = median(lengths), lengths[s.item.key_index]
    return None if abs(own - usual) <= LENGTH_TOLERANCE * usual else f"{own} against {usual}"


def possible_at_the_time(s: Sheet) -> str | None:
    """Every distractor was possible on the day asked about."""
    day = s.kind.day(s.subject, s.facts)
    if day is None:
        return "the day asked about is not known"
    for candidate, text in zip(s.candidates, s.options, strict=True):
        if not was_active(candidate, day, s.facts):
            return f"“{text}” was impossible on {day}"
    return None


def was_active(candidate: Fact, day: date, facts: FactBase) -> bool:
    """Whether a person was alive and flying, an agency sent people, a flight flew, about then."""
    if isinstance(candidate, Person) and candidate.died_on and candidate.died_on < day:
        return False
    years = launch_years(candidate, facts)
    return years is None or any(abs(year - day.year) <= ERA_YEARS for year in years)


@lru_cache(maxsize=4096)
def launch_years(candidate: Fact, facts: FactBase) -> tuple[int, ...] | None:
    """The years of the launches that ``candidate`` had part in; None for what is always there."""
    match candidate:
        case Person():
            seats = facts.seats_of(candidate)
        case Agency():
            seats = facts.seats_for(candidate)
        case Seat():
            seats = [candidate]
        case Mission():
            return (candidate.launched_at.year,) if candidate.launched_at else ()
        case Spacewalk():
            return (candidate.started_at.year,) if candidate.started_at else ()
        case Spacecraft():
            return launches_of(m for m in facts.orbital if m.spacecraft == candidate.slug)
        case Station():
            return launches_of(facts.flights_to(candidate))
        case _:
            return None
    return launches_of(facts.missions[seat.up] for seat in seats)


def launches_of(missions: Iterable[Mission]) -> tuple[int, ...]:
    """The years in which these launched, each once."""
    times = {mission.launched_at for mission in missions}
    return tuple({time.year for time in times if time is not None})


# Wording and tone -----------------------------------------------------------------------------


def one_short_question(s: Sheet) -> str | None:
    """The stem is one question of at most 25 words."""
    if s.stem.count("?") != 1 or not s.stem.endswith("?"):
        return "not one question"
    words = len(s.stem.split())
    return None if words <= MOST_STEM_WORDS else f"{words} words"


def feedback_for_every_option(s: Sheet) -> str | None:
    """Every option has a rationale, which names the option: its own fact."""
    for option, rationale in zip(s.options, s.rationales, strict=True):
        if option not in rationale:
            return f"“{rationale}” does not tell of “{option}”"
    return None


def fatal_flights_with_respect(s: Sheet) -> str | None:
    """A flight that cost lives is no distractor, and is tagged where it is the subject."""
    for candidate, option in zip(s.candidates, s.item.options, strict=True):
        if isinstance(candidate, Seat):
            candidate = s.facts.missions[candidate.up]
        if isinstance(candidate, Mission) and candidate.fatal and not option.is_key:
            return f"{option.ref} is a distractor"
    fatal = s.kind.mission(s.subject, s.facts).fatal
    return None if s.item.fatal is fatal else "the tag is wrong"


RULES: Final[Mapping[str, Rule]] = {
    rule.__name__.replace("_", "-"): rule
    for rule in (
        proven,
        sourced,
        three_or_four_options,
        one_type,
        distinct,
        no_shared_alias,
        related,
        in_order,
        no_catch_all,
        no_clue_in_stem,
        key_of_usual_length,
        possible_at_the_time,
        one_short_question,
        feedback_for_every_option,
        fatal_flights_with_respect,
    )
}


def broken_rule(s: Sheet) -> tuple[str, str] | None:
    """The name of the first rule that the item breaks, and what is wrong; None for a fair item."""
    for name, rule in RULES.items():
        problem = rule(s)
        if problem is not None:
            return name, problem
    return None


# Papers ---------------------------------------------------------------------------------------


def gives_away(teller: Item, item: Item) -> bool:
    """Whether a statement of ``teller``, in the question or in its feedback, names both what
    ``item`` asks about and its key."""
    key = item.key.text.render()
    # What both stems say, such as "as of" a day, tells nothing.
    common = {value for _name, value in teller.stem.params if isinstance(value, Text)}
    names = [
        value.render() if isinstance(value, Text) else value
        for _name, value in item.stem.params
        if not isinstance(value, int) and value not in common
    ]
    return any(
        says(told, key) and any(says(told, name) for name in names) for told in statements(teller)
    )


@lru_cache(maxsize=1024)  # each item of a paper is held against every other
def statements(item: Item) -> tuple[str, ...]:
    """What an item says, folded: the question with its options, and each sentence of feedback."""
    question = " | ".join((item.stem.render(), *(o.text.render() for o in item.options)))
    told = [item.background] if item.background is not None else []
    told += [option.rationale for option in item.options]
    return tuple(map(fold, (question, *(text.render() for text in told))))


def says(told: str, name: str) -> bool:
    """Whether the folded text ``told`` has ``name`` in it, as whole words."""
    return f" {fold(name)} " in f" {told} "


def can_stand_beside(
    item: Item, others: Sequence[Item], again: frozenset[str] = frozenset()
) -> bool:
    """Whether a paper of ``others`` may take ``item``: it asks about nothing that is asked about
    already, and neither gives the other away.

    ``again``: references of what the paper is about. Those may be asked about again, but in
    another way: no kind asks twice about one subject.
    """
    asked = {reference for other in others for reference in other.subjects} - again
    if again and any((item.kind, item.subject) == (other.kind, other.subject) for other in others):
        return False
    return asked.isdisjoint(item.subjects) and not any(
        gives_away(item, other) or gives_away(other, item) for other in others
    )


def paper_problems(paper: Sequence[Item]) -> list[str]:
    """What is wrong with a paper as a whole: a record asked about twice, an item that gives
    another away, a topic with more than its share."""
    problems = [
        f"question {place} does not stand beside the others"
        for place, item in enumerate(paper, 1)
        if not can_stand_beside(item, paper[: place - 1])
    ]
    shares = Counter(item.topic for item in paper).values()
    if shares and max(shares) - min(shares) > 1:
        problems.append(f"topics with {max(shares)} and {min(shares)} questions")
    return problems
