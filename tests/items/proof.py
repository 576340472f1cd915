"""Proving an item again without the engine: with the oracle, and by looking at what it shows."""

import json
import re
import unicodedata
from itertools import combinations, pairwise
from statistics import median
from typing import Final

from quizzes.facts.base import FactBase
from quizzes.items.item import Item
from quizzes.items.kinds import KIND_BY_SLUG
from quizzes.items.kinds.base import resolve
from tests.items.oracle import ORACLES
from tests.items.oracle.rows import Rows, link

IN_WORDS: Final = ("one", "two", "three", "four")


def slug(reference: str) -> str:
    return reference.partition(":")[2]


def letters(text: str) -> str:
    """What is left without case, accents, blanks and punctuation."""
    plain = unicodedata.normalize("NFD", text).casefold()
    return "".join(character for character in plain if character.isalnum())


def objections(item: Item, facts: FactBase, rows: Rows) -> list[str]:
    """Whatever makes the item unfair; empty for a fair one."""
    verdict = ORACLES[item.kind]
    truths = [verdict(rows, slug(item.subject), slug(option.ref)) for option in item.options]
    shown = [option.text.render() for option in item.options]
    rationales = [option.rationale.render() for option in item.options]
    stem = item.stem.render()
    told = [stem, *shown, *rationales, item.rationale.render()]
    key = truths.index(True) if True in truths else 0
    found = {
        "the oracle says otherwise": truths != [option.is_key for option in item.options],
        "not one key": sum(option.is_key for option in item.options) != 1,
        "not three or four options": len(item.options) not in (3, 4),
        "an option within another": any(
            letters(one) in letters(other) or letters(other) in letters(one)
            for one, other in combinations(shown, 2)
        ),
        "the key's length tells": abs(len(shown[key]) - median(map(len, shown)))
        > 0.3 * median(map(len, shown)),
        "the stem is no short question": not stem.endswith("?") or len(stem.split()) > 25,
        "a rationale does not name its option": any(
            option not in rationale for option, rationale in zip(shown, rationales, strict=True)
        ),
        "the key's rationale is not the item's": item.rationale != item.options[key].rationale,
        "an unfilled text": any("{" in text or not text for text in told),
        "a length of nothing": any(re.search(r"\b0 (day|hour|minute)", text) for text in told),
        "no source": not item.sources,
        "an option without a source": any(
            not because_cites(item, option.ref, facts) for option in item.options
        ),
        "difficulty out of range": item.difficulty not in range(1, 6),
        "a flight that cost lives as a distractor": any(
            is_fatal(rows, option.ref) for option in item.options if not option.is_key
        ),
        "numbers out of order or too close": item.numeric and not clearly_ascending(shown),
        "a subject that is not there": any(
            resolve(subject, facts) is None for subject in (item.subject, *item.subjects)
        ),
        "does not survive JSON": Item.from_json(json.loads(json.dumps(item.to_json()))) != item,
    }
    return [f"{objection}: {stem} {shown}" for objection, stands in found.items() if stands]


def because_cites(item: Item, candidate: str, facts: FactBase) -> bool:
    """Whether somebody says what the rationale of an option states."""
    kind = KIND_BY_SLUG[item.kind]
    because = kind.because(resolve(item.subject, facts), resolve(candidate, facts), facts)
    return bool(because.citations)


def is_fatal(rows: Rows, reference: str) -> bool:
    match reference.partition(":"):
        case "mission", _, mission:
            return rows.is_fatal(mission)
        case "seat", _, seat:
            return rows.is_fatal(link(rows.seats[seat]["up"]))
        case _:
            return False


def clearly_ascending(shown: list[str]) -> bool:
    """Whether the numbers that the options begin with grow by two, and by a tenth, at least; years
    by two; those in words are counts, which cannot be taken for each other."""
    first = [text.split()[0] for text in shown]
    if all(re.fullmatch(r"\d{4}", text) for text in shown):
        return all(more - less >= 2 for less, more in pairwise(map(int, first)))
    if set(first) <= set(IN_WORDS):
        return all(IN_WORDS.index(less) < IN_WORDS.index(more) for less, more in pairwise(first))
    return all(
        more - less >= 2 and 10 * (more - less) >= more for less, more in pairwise(map(int, first))
    )
