"""Items as lines of JSON, for other programs: texts rendered in English, and all that is needed to
grade a response. ``key`` says what is right, in the shape of a response:

- choice: the index of an option; multiple: a list of them; true-false: true or false;
- order: the indices of the options in the right order; match: one for each of ``prompts``;
- number: ``value``, ``unit``, ``tolerance``, ``reach``; see ``Quantity``;
- place: ``lat``, ``lon``, ``precision_km``, and the ``option`` that is right instead;
- name: all spellings of those who are right. ``names`` has everybody's.
"""

import json
from collections.abc import Callable, Mapping
from typing import Final

from quizzes.items.interactions import INTERACTIONS
from quizzes.items.interactions.base import Again
from quizzes.items.item import Interaction, Item
from quizzes.items.reading import BadLineError, item_of
from quizzes.items.text import Json

LONGEST_LINE: Final = 200_000
"""Characters: an item with its response has a few thousand."""


def item_line(item: Item) -> str:
    """One item as one line: ``kind, topic, interaction, stem, options, key, rationale, sources,
    subjects, difficulty``, and where there are any, ``prompts`` and ``names``. The rationale tells
    the fact, then its background."""
    told = (item.rationale, *((item.background,) if item.background else ()))
    held: dict[str, Json] = {
        "kind": item.kind,
        "topic": item.topic.value,
        "interaction": item.interaction.value,
        "stem": item.stem.render(),
        "options": [
            {
                "text": option.text.render(),
                "is_key": option.is_key,
                "relation": option.relation.value,
                "rationale": option.rationale.render(),
            }
            for option in item.options
        ],
        "key": KEYS[item.interaction](item),
        "rationale": " ".join(text.render() for text in told),
        "sources": [{"title": source.title, "url": source.url} for source in item.sources],
        "subjects": list(item.subjects),
        "difficulty": item.difficulty,
    }
    if item.prompts:
        held["prompts"] = [prompt.text.render() for prompt in item.prompts]
    if item.names:
        held["names"] = [
            {"name": name.shown, "full": list(name.full), "family": list(name.family)}
            for name in item.names
        ]
    return json.dumps(held, ensure_ascii=False)


def key_of_number(item: Item) -> Json:
    if item.quantity is None:
        raise ValueError(f"{item.kind} asks for no number")
    value, unit, tolerance, reach = item.quantity
    return {"value": value, "unit": unit.value, "tolerance": tolerance, "reach": reach}


def key_of_place(item: Item) -> Json:
    if item.point is None:
        raise ValueError(f"{item.kind} asks for no place")
    return {**item.point._asdict(), "option": item.key_index}


def key_of_name(item: Item) -> Json:
    """Shown, in full and the family name, folded; each once."""
    right = (name for name, option in zip(item.names, item.options, strict=False) if option.is_key)
    return list(dict.fromkeys(n for name in right for n in (name.shown, *name.full, *name.family)))


KEYS: Final[Mapping[Interaction, Callable[[Item], Json]]] = {
    Interaction.CHOICE: lambda item: item.key_index,
    Interaction.MULTIPLE: lambda item: [n for n, o in enumerate(item.options) if o.is_key],
    Interaction.TRUE_FALSE: lambda item: item.options[0].is_key,
    Interaction.ORDER: lambda item: list(item.sequence),
    Interaction.MATCH: lambda item: [prompt.key for prompt in item.prompts],
    Interaction.NUMBER: key_of_number,
    Interaction.PLACE: key_of_place,
    Interaction.NAME: key_of_name,
}
"""What is right, in the shape of a response."""


# And back -------------------------------------------------------------------------------------


def read_line(line: str) -> tuple[Item, Mapping[str, Json]]:
    """The item of a line, good enough to be graded, and all that the line holds. ``BadLineError``
    says why it cannot be read."""
    if len(line) > LONGEST_LINE:
        raise BadLineError(f"longer than {LONGEST_LINE:,} characters")
    try:
        held = json.loads(line, parse_constant=refuse_constant)
    except RecursionError:
        raise BadLineError("nested too deeply") from None
    except BadLineError:
        raise
    except ValueError as wrong:
        raise BadLineError(f"no JSON: {wrong}") from None
    if not isinstance(held, dict):
        raise BadLineError("no JSON object")
    return item_of(held), held


def refuse_constant(constant: str) -> None:
    raise BadLineError(f"{constant} is no JSON")


def graded(line: str) -> dict[str, Json]:
    """The grade of the field ``response`` of a line; None with the problem, where it is none."""
    item, held = read_line(line)
    if "response" not in held:
        raise BadLineError("no response")
    module = INTERACTIONS[item.interaction]
    found = module.check(held["response"], item)
    told: dict[str, Json] = {"kind": item.kind, "interaction": item.interaction.value}
    if isinstance(found, Again):
        return {**told, "grade": None, "problem": found.problem.value if found.problem else None}
    return {**told, "grade": round(module.grade(item, found.value), 6)}
