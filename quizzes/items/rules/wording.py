"""Wording and tone: one short question, feedback for everything, respect for the dead."""

from typing import Final

from quizzes.facts.records import Fact, Mission, Seat
from quizzes.items.rules.sheet import Sheet

MOST_STEM_WORDS: Final = 25
MOST_TRANSLATED_WORDS: Final = 30
"""What 25 English words become in languages with more articles or longer phrases."""


def one_short_question(s: Sheet) -> str | None:
    """The stem is one question of at most 25 words."""
    if s.stem.count("?") != 1 or not s.stem.endswith("?"):
        return "not one question"
    return few_words(s)


def one_short_sentence(s: Sheet) -> str | None:
    """The stem, what is to be done or what is claimed, is one sentence of at most 25 words."""
    if not s.stem.endswith(".") or "?" in s.stem:
        return "not one sentence"
    return few_words(s)


def few_words(s: Sheet) -> str | None:
    """At most 25 words, and 30 in other languages than English."""
    words = len(s.stem.split())
    most = MOST_STEM_WORDS if s.is_english else MOST_TRANSLATED_WORDS
    return None if words <= most else f"{words} words"


def claim_names_option(s: Sheet) -> str | None:
    """The claim is about the option that it stands for."""
    return None if s.options[0] in s.stem else f"nothing is said of “{s.options[0]}”"


def feedback_for_every_option(s: Sheet) -> str | None:
    """Every option has a rationale, which names the option: its own fact."""
    for option, rationale in zip(s.options, s.rationales, strict=True):
        if option not in rationale:
            return f"“{rationale}” does not tell of “{option}”"
    return None


def fatal_flights_with_respect(s: Sheet) -> str | None:
    """A flight that cost lives is no distractor, and is tagged where it is the subject."""
    for candidate, option in zip(s.candidates, s.item.options, strict=True):
        if not option.is_key and cost_lives(candidate, s):
            return f"{option.ref} is a distractor"
    fatal = s.kind.mission(s.subject, s.facts).fatal
    return None if s.item.fatal is fatal else "the tag is wrong"


def no_fatal_flights(s: Sheet) -> str | None:
    """No flight that cost lives is ranked or paired: that is sport. Nor is anything claimed of one:
    half of that would be untrue, and to be told by the toss of a coin."""
    subjects = s.prompts or (s.subject,)
    if any(cost_lives(candidate, s) for candidate in s.candidates):
        return "an option cost lives"
    fatal = any(s.kind.mission(subject, s.facts).fatal for subject in subjects)
    return "a flight asked about cost lives" if fatal or s.item.fatal else None


def cost_lives(candidate: Fact, s: Sheet) -> bool:
    """Whether ``candidate`` is, or flew on, a flight that cost lives."""
    if isinstance(candidate, Seat):
        candidate = s.facts.missions[candidate.up]
    return isinstance(candidate, Mission) and candidate.fatal
