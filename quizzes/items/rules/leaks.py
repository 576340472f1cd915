"""Leaks: nothing but knowing it tells the key."""

from collections.abc import Iterable, Set
from datetime import date
from functools import lru_cache
from statistics import median
from typing import Final

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
from quizzes.items.folding import content_words
from quizzes.items.rules.sheet import Sheet

LENGTH_TOLERANCE: Final = 0.3
"""The key's length may differ this much from the median of the options (as a share of it)."""
SHORT_WORD: Final = 4
"""Letters of a word of another language that may be an article, a preposition or the like."""
ERA_YEARS: Final = 12
"""A distractor was active within so many years of the day asked about."""


def no_clue_in_stem(s: Sheet) -> str | None:
    """The stem shares no word with a key that no distractor has too."""
    keys: set[str] = set()
    wrong: set[str] = set()
    for option, text in zip(s.item.options, s.options, strict=True):
        (keys if option.is_key else wrong).update(content_words(text))
    clues = told_by(keys & content_words(s.stem), s) - wrong
    return f"the stem says “{min(clues)}”" if clues else None


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """The words of all these that tell something."""
    return frozenset[str]().union(*map(content_words, texts))


def told_by(words: Set[str], s: Sheet) -> Set[str]:
    """Those of ``words`` that tell something in the language of the sheet: in any but English the
    longer ones; and not what numbers are counted in, which changes its form with them."""
    if s.is_english:
        return words
    if s.item.numeric:
        return frozenset()
    return frozenset(word for word in words if len(word) > SHORT_WORD)


def no_clue_in_prompt(s: Sheet) -> str | None:
    """No prompt shares a word with its partner that no other partner has too."""
    for prompt, shown in zip(s.item.prompts, s.prompt_texts, strict=True):
        others = words_of(text for at, text in enumerate(s.options) if at != prompt.key)
        shared = content_words(shown) & content_words(s.options[prompt.key])
        clues = told_by(shared, s) - others
        if clues:
            return f"“{shown}” says “{min(clues)}”"
    return None


def key_of_usual_length(s: Sheet) -> str | None:
    """The key is about as long as the options usually are."""
    lengths = [len(option) for option in s.options]
    usual, own = median(lengths), lengths[s.item.key_index]
    return None if abs(own - usual) <= LENGTH_TOLERANCE * usual else f"{own} against {usual}"


def possible_at_the_time(s: Sheet) -> str | None:
    """Every option was possible on the day asked about, and on the day of every prompt."""
    for subject in s.prompts or (s.subject,):
        day = s.kind.day(subject, s.facts)
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
    if years is None:
        return True
    for year in years:  # noqa: SIM110 -- any() takes three times as long
        if abs(year - day.year) <= ERA_YEARS:
            return True
    return False


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
