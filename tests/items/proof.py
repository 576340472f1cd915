"""Proving an item again without the engine: with the oracle, and by looking at what it shows."""

import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from itertools import combinations, pairwise
from statistics import median
from typing import Final, TypeAlias

from quizzes.facts.base import FactBase
from quizzes.items.item import Interaction, Item
from quizzes.items.kinds import KIND_BY_SLUG
from quizzes.items.kinds.base import resolve
from tests.items.oracle import ORACLES
from tests.items.oracle.rows import Row, Rows, link

IN_WORDS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
Found: TypeAlias = Iterator[tuple[str, bool]]
"""Objections, each with whether it stands."""


def slug(reference: str) -> str:
    return reference.partition(":")[2]


def letters(text: str) -> str:
    """What is left without case, accents, blanks and punctuation."""
    plain = unicodedata.normalize("NFD", text).casefold()
    return "".join(character for character in plain if character.isalnum())


def shown_options(item: Item) -> list[str]:
    return [option.text.render() for option in item.options]


def objections(item: Item, facts: FactBase, rows: Rows) -> list[str]:
    """Whatever makes the item unfair; empty for a fair one."""
    if not item.keys:
        return [f"nothing is right: {item.stem.render()}"]
    found = [*of_any(item, facts, rows), *OF_INTERACTION[item.interaction](item, rows)]
    stem, shown = item.stem.render(), shown_options(item)
    return [f"{objection}: {stem} {shown}" for objection, stands in found if stands]


def of_any(item: Item, facts: FactBase, rows: Rows) -> Found:
    """What may be wrong however it is answered."""
    shown = shown_options(item)
    rationales = [option.rationale.render() for option in item.options]
    stem = item.stem.render()
    prompts = [prompt.text.render() for prompt in item.prompts]
    told = [stem, *shown, *rationales, *prompts, item.rationale.render()]
    named = (item.subject, *item.subjects, *(prompt.ref for prompt in item.prompts))
    yield "the stem is too long", len(stem.split()) > 25
    yield (
        "a rationale does not name its option",
        any(option not in rationale for option, rationale in zip(shown, rationales, strict=True)),
    )
    yield "an unfilled text", any("{" in text or not text for text in told)
    yield "a length of nothing", any(re.search(r"\b0 (day|hour|minute)", text) for text in told)
    yield "no source", not item.sources
    yield "an option without a source", not all(cited(item, facts))
    yield "difficulty out of range", item.difficulty not in range(1, 6)
    yield "a subject that is not there", any(resolve(one, facts) is None for one in named)
    yield (
        "does not survive JSON",
        Item.from_json(json.loads(json.dumps(item.to_json()))) != item,
    )


def cited(item: Item, facts: FactBase) -> Iterator[bool]:
    """For each option, whether somebody says what its rationale states."""
    kind = KIND_BY_SLUG[item.kind]
    asked_about = {prompt.key: prompt.ref for prompt in item.prompts}
    for at, option in enumerate(item.options):
        subject = resolve(asked_about.get(at, item.subject), facts)
        yield bool(kind.because(subject, resolve(option.ref, facts), facts).citations)


# What several have in common ------------------------------------------------------------------


def truths(item: Item, rows: Rows) -> list[bool | None]:
    """What the oracle says of each option."""
    verdict = ORACLES[item.kind]
    return [verdict(rows, slug(item.subject), slug(option.ref)) for option in item.options]


def of_truth(item: Item, rows: Rows) -> Found:
    yield (
        "the oracle says otherwise",
        truths(item, rows) != [option.is_key for option in item.options],
    )


def of_question(item: Item, _rows: Rows) -> Found:
    stem = item.stem.render()
    yield "the stem is no question", not stem.endswith("?") or stem.count("?") != 1


def of_sentence(item: Item, _rows: Rows) -> Found:
    stem = item.stem.render()
    yield "the stem is no sentence", not stem.endswith(".") or "?" in stem


def of_options(item: Item, _rows: Rows) -> Found:
    yield (
        "an option within another",
        any(
            letters(one) in letters(other) or letters(other) in letters(one)
            for one, other in combinations(shown_options(item), 2)
        ),
    )


def of_one_key(item: Item, rows: Rows) -> Found:
    yield from of_truth(item, rows)
    yield "not one key", sum(option.is_key for option in item.options) != 1
    told = [item.key.rationale]
    if item.interaction is Interaction.TRUE_FALSE:  # of a false claim its own fact may be told
        told.append(item.options[0].rationale)
    yield "its fact is not that of the key", item.rationale not in told


def of_respect(item: Item, rows: Rows) -> Found:
    yield (
        "a flight that cost lives as a distractor",
        any(is_fatal(rows, option.ref) for option in item.options if not option.is_key),
    )


def of_sport(item: Item, rows: Rows) -> Found:
    """Where everything is ranked or paired, no flight that cost lives has a place."""
    named = [item.subject, *(o.ref for o in item.options), *(p.ref for p in item.prompts)]
    yield "a flight that cost lives in sport", any(is_fatal(rows, one) for one in named)
    yield "not three to five options", len(item.options) not in (3, 4, 5)


def is_fatal(rows: Rows, reference: str) -> bool:
    match reference.partition(":"):
        case "mission", _, mission:
            return rows.is_fatal(mission)
        case "seat", _, seat:
            return rows.is_fatal(link(rows.seats[seat]["up"]))
        case _:
            return False


# Each interaction -----------------------------------------------------------------------------


def of_choice(item: Item, rows: Rows) -> Found:
    yield from of_one_key(item, rows)
    yield from of_question(item, rows)
    yield from of_options(item, rows)
    yield from of_respect(item, rows)
    shown = shown_options(item)
    usual = median(map(len, shown))
    yield "not three or four options", len(shown) not in (3, 4)
    yield "the key's length tells", abs(len(shown[item.key_index]) - usual) > 0.3 * usual
    yield "numbers out of order or too close", item.numeric and not clearly_ascending(shown)


def of_multiple(item: Item, rows: Rows) -> Found:
    yield from of_truth(item, rows)
    yield from of_question(item, rows)
    yield from of_options(item, rows)
    yield from of_respect(item, rows)
    keys = sum(option.is_key for option in item.options)
    yield "not four to six options", len(item.options) not in (4, 5, 6)
    yield "fewer than two keys", keys < 2
    yield "ticking all pays", keys > len(item.options) - keys


def of_claim(item: Item, rows: Rows) -> Found:
    """The claim is the first option; a false one is followed by what would be true."""
    yield from of_one_key(item, rows)
    yield from of_sentence(item, rows)
    yield from of_options(item, rows)
    yield from of_respect(item, rows)
    rights = [option.is_key for option in item.options]
    yield "neither true nor false", rights not in ([True], [False, True])
    stem, claimed = item.stem.render(), item.options[0].text.render()
    yield "no claim", not stem.startswith("True or false: ")
    yield "the claim does not name its option", claimed not in stem


def of_order(item: Item, rows: Rows) -> Found:
    """Every pair, not only neighbours: the earlier one holds, and the later is known not to."""
    yield from of_sentence(item, rows)
    yield from of_options(item, rows)
    yield from of_sport(item, rows)
    verdict = ORACLES[item.kind]
    order = sorted(item.sequence) == list(range(len(item.options)))
    yield "no order of the options", not order
    ranked = [slug(item.options[at].ref) for at in item.sequence] if order else []
    yield "the subject is not first", ranked[:1] != [slug(item.subject)]
    yield "one that holds not", any(verdict(rows, one, one) is not True for one in ranked)
    yield (
        "the oracle knows no such order",
        any(verdict(rows, one, later) is not False for one, later in combinations(ranked, 2)),
    )


def of_match(item: Item, rows: Rows) -> Found:
    """Every prompt against every option."""
    yield from of_sentence(item, rows)
    yield from of_options(item, rows)
    yield from of_sport(item, rows)
    verdict = ORACLES[item.kind]
    keys = [prompt.key for prompt in item.prompts]
    yield "not one to one", sorted(keys) != list(range(len(item.options)))
    yield (
        "the oracle pairs otherwise",
        any(
            verdict(rows, slug(prompt.ref), slug(option.ref)) is not (at == prompt.key)
            for prompt in item.prompts
            for at, option in enumerate(item.options)
        ),
    )
    shown = [prompt.text.render() for prompt in item.prompts]
    yield "prompts that read the same", len(set(map(letters, shown))) < len(shown)
    yield "the subject is not among them", item.subject not in [p.ref for p in item.prompts]


def of_number(item: Item, rows: Rows) -> Found:
    """The number is the one that the key shows."""
    yield from of_one_key(item, rows)
    yield from of_question(item, rows)
    asked = item.quantity
    if asked is None:
        yield "no number is asked for", True
        return
    yield "not the number that the key shows", shown_number(item.key.text.render()) != asked.value
    yield "a tolerance out of reach", not 0 <= asked.tolerance < asked.reach


def shown_number(text: str) -> int:
    """Of "2,688 orbits", of "three flights", and of "6 h 45 min" the minutes."""
    clock = re.fullmatch(r"(?:(\d+) h)? ?(?:(\d+) min)?", text)
    if clock:
        return 60 * int(clock[1] or 0) + int(clock[2] or 0)
    digits = re.search(r"\d[\d,]*", text)
    if digits:
        return int(digits[0].replace(",", ""))
    first = text.split()[0]
    return IN_WORDS.index(first) + 1 if first in IN_WORDS else -1


def of_place(item: Item, rows: Rows) -> Found:
    """The point is the one that the row of the flight, or of the site, has."""
    yield from of_one_key(item, rows)
    yield from of_question(item, rows)
    yield from of_options(item, rows)
    yield from of_respect(item, rows)
    yield "not three or four options", len(item.options) not in (3, 4)
    points = [(row.get("lat"), row.get("lon")) for row in placed(item, rows)]
    point = item.point
    yield "a point that no row has", point is None or (point.lat, point.lon) not in points
    yield "a precision of nothing", point is None or not 0 < point.precision_km < 500


def placed(item: Item, rows: Rows) -> Iterator[Row]:
    """The rows whose point may be asked for."""
    for reference in (item.subject, *item.subjects, item.key.ref):
        name, _, own = reference.partition(":")
        table: Mapping[str, Mapping[str, Row]] = {"mission": rows.missions, "site": rows.sites}
        if own in table.get(name, ()):
            yield table[name][own]


def of_name(item: Item, rows: Rows) -> Found:
    """Anybody may be named, so everybody is judged."""
    yield from of_truth(item, rows)
    yield from of_question(item, rows)
    verdict = ORACLES[item.kind]
    verdicts = {person: verdict(rows, slug(item.subject), person) for person in rows.people}
    keys = {slug(option.ref) for option in item.keys}
    yield "somebody of whom it is not known", None in verdicts.values()
    yield (
        "not all who are right are accepted",
        {person for person, verdict in verdicts.items() if verdict} != keys,
    )
    shown = [name.shown for name in item.names]
    yield "names of others", shown[: len(item.options)] != shown_options(item)
    yield (
        "a name that nobody has",
        not {row["name"] for row in rows.people.values()}.issuperset(shown),
    )


Objecting: TypeAlias = Callable[[Item, Rows], Found]
OF_INTERACTION: Final[Mapping[Interaction, Objecting]] = {
    Interaction.CHOICE: of_choice,
    Interaction.MULTIPLE: of_multiple,
    Interaction.TRUE_FALSE: of_claim,
    Interaction.ORDER: of_order,
    Interaction.MATCH: of_match,
    Interaction.NUMBER: of_number,
    Interaction.PLACE: of_place,
    Interaction.NAME: of_name,
}


def clearly_ascending(shown: list[str]) -> bool:
    """Whether the numbers that the options begin with grow by two, and by a tenth, at least; years
    by two; those in words are counts, which cannot be taken for each other."""
    first = [text.split()[0].replace(",", "") for text in shown]
    if all(re.fullmatch(r"\d{4}", text) for text in shown):
        return all(more - less >= 2 for less, more in pairwise(map(int, first)))
    if set(first) <= set(IN_WORDS):
        return all(IN_WORDS.index(less) < IN_WORDS.index(more) for less, more in pairwise(first))
    return all(
        more - less >= 2 and 10 * (more - less) >= more for less, more in pairwise(map(int, first))
    )
