"""Items from lines of JSON that other programs may have written: anything may be in them.

What grading needs must be there and make sense; everything else is left out.
"""

from collections.abc import Callable, Mapping, Sequence
from math import isfinite
from typing import Final, TypeAlias, cast

from quizzes.items.interactions.base import clean, is_index
from quizzes.items.item import (
    Interaction,
    Item,
    Measure,
    Name,
    Option,
    Point,
    Prompt,
    Quantity,
    Relation,
    Topic,
)
from quizzes.items.text import Json, Text

Held: TypeAlias = Mapping[str, Json]
MOST: Final = 100
"""Options, prompts, names or spellings of a name: more than any item has."""
EARTH_KM: Final = 20_100
"""Half way round the Earth."""
LARGEST: Final = 1e12


class BadLineError(ValueError):
    """Why a line cannot be read."""


def item_of(held: Held) -> Item:
    """The item, with what grading needs: its texts are not translated any more."""
    kind = clean(text_of(held, "kind"))
    try:
        interaction = Interaction(text_of(held, "interaction"))
    except ValueError as wrong:
        raise BadLineError(str(wrong)) from None
    if "key" not in held:
        raise BadLineError("no key")
    texts = [text_of(option, "text") for option in objects(held, "options")]
    if not texts:
        raise BadLineError("no options")
    bare = Item(
        kind=kind,
        version=0,
        topic=Topic.CREWS,
        interaction=interaction,
        stem=Text(""),
        options=tuple(option(text, is_key=False) for text in texts),
        rationale=Text(""),
        background=None,
        sources=(),
        subject="",
        subjects=(),
        difficulty=1,
        numeric=False,
        fatal=False,
    )
    return READERS[interaction](bare, held)


def option(text: str, *, is_key: bool) -> Option:
    relation = Relation.KEY if is_key else Relation.NEAR_VALUE
    return Option("", Text(text), is_key, relation, Text(""))


def with_keys(item: Item, keys: Sequence[int]) -> Item:
    options = (option(one.text.message, is_key=at in keys) for at, one in enumerate(item.options))
    return item._replace(options=tuple(options))


# What is right, by interaction ----------------------------------------------------------------


def choice(item: Item, held: Held) -> Item:
    return with_keys(item, [index(held["key"], item)])


def multiple(item: Item, held: Held) -> Item:
    keys = indices(held["key"], item)
    if not keys:
        raise BadLineError("the key is empty")
    return with_keys(item, keys)


def true_false(item: Item, held: Held) -> Item:
    key = held["key"]
    if not isinstance(key, bool):
        raise BadLineError("the key is neither true nor false")
    return with_keys(item, [0] if key else range(1, len(item.options)))


def order(item: Item, held: Held) -> Item:
    sequence = indices(held["key"], item)
    if len(sequence) < max(2, len(item.options)):
        raise BadLineError("the key is no order of all options")
    return with_keys(item._replace(sequence=tuple(sequence)), sequence)


def match(item: Item, held: Held) -> Item:
    prompts, keys = texts_of(held, "prompts"), indices(held["key"], item)
    if not prompts or len(prompts) != len(keys):
        raise BadLineError("the key has not one option for each prompt")
    pairs = zip(prompts, keys, strict=True)
    return with_keys(
        item._replace(prompts=tuple(Prompt("", Text(t), key) for t, key in pairs)), keys
    )


def number(item: Item, held: Held) -> Item:
    key = key_object(held)
    try:
        unit = Measure(text_of(key, "unit"))
    except ValueError as wrong:
        raise BadLineError(str(wrong)) from None
    value = number_of(key, "value", LARGEST)
    tolerance, reach = number_of(key, "tolerance", LARGEST), number_of(key, "reach", LARGEST)
    if value != int(value) or tolerance > reach:
        raise BadLineError("the value is not whole, or the tolerance beyond the reach")
    return with_keys(item._replace(quantity=Quantity(int(value), unit, tolerance, reach)), [0])


def place(item: Item, held: Held) -> Item:
    key = key_object(held)
    lat, lon = number_of(key, "lat", 90, least=-90), number_of(key, "lon", 180, least=-180)
    point = Point(lat, lon, number_of(key, "precision_km", EARTH_KM))
    return with_keys(item._replace(point=point), [index(key.get("option"), item)])


def name(item: Item, held: Held) -> Item:
    """The spellings are in ``names``: whose are right, in the key."""
    names = tuple(
        Name(text_of(one, "name"), tuple(texts_of(one, "full")), tuple(texts_of(one, "family")))
        for one in objects(held, "names")
    )
    if len(names) < len(item.options) or not all(one.full and one.family for one in names):
        raise BadLineError("not every option has its names")
    accepted = texts_of(held, "key")
    pairs = enumerate(zip(names, item.options, strict=False))
    keys = [at for at, (one, option) in pairs if {one.shown, option.text.message} <= set(accepted)]
    if not keys:
        raise BadLineError("the key names nobody")
    return with_keys(item._replace(names=names), keys)


READERS: Final[Mapping[Interaction, Callable[[Item, Held], Item]]] = {
    Interaction.CHOICE: choice,
    Interaction.MULTIPLE: multiple,
    Interaction.TRUE_FALSE: true_false,
    Interaction.ORDER: order,
    Interaction.MATCH: match,
    Interaction.NUMBER: number,
    Interaction.PLACE: place,
    Interaction.NAME: name,
}


# Values ---------------------------------------------------------------------------------------


def text_of(held: Held, field: str) -> str:
    value = held.get(field)
    if not isinstance(value, str):
        raise BadLineError(f"no text: {field}")
    return value


def listed(held: Held, field: str) -> list[Json]:
    value = held.get(field)
    if not isinstance(value, list) or len(value) > MOST:
        raise BadLineError(f"no list of at most {MOST}: {field}")
    return value


def objects(held: Held, field: str) -> list[Held]:
    values = listed(held, field)
    if not all(isinstance(value, dict) for value in values):
        raise BadLineError(f"no list of objects: {field}")
    return cast("list[Held]", values)


def texts_of(held: Held, field: str) -> list[str]:
    values = listed(held, field)
    if not all(isinstance(value, str) for value in values):
        raise BadLineError(f"no list of texts: {field}")
    return cast("list[str]", values)


def key_object(held: Held) -> Held:
    key = held["key"]
    if not isinstance(key, dict):
        raise BadLineError("the key is no object")
    return key


def number_of(held: Held, field: str, most: float, *, least: float = 0) -> float:
    value = held.get(field)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise BadLineError(f"no number: {field}")
    if not least <= value <= most or not isfinite(value):
        raise BadLineError(f"not from {least:g} to {most:g}: {field}")
    return value


def index(value: Json, item: Item) -> int:
    if not is_index(value, len(item.options)):
        raise BadLineError("the key is no option")
    return cast(int, value)


def indices(value: Json, item: Item) -> list[int]:
    """Different ones."""
    if not isinstance(value, list) or len(value) > MOST:
        raise BadLineError("the key is no list of options")
    found = [index(one, item) for one in value]
    if len(set(found)) < len(found):
        raise BadLineError("the key has an option twice")
    return found
