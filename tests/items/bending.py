"""Fair items of the small made-up world, and ways to bend them a little."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any, TypeAlias

from quizzes.facts.base import FactBase
from quizzes.items.distractors import STRENGTH, attributes
from quizzes.items.generate import Generator
from quizzes.items.item import Item, Option, Relation
from quizzes.items.kinds import KIND_BY_SLUG, KINDS
from quizzes.items.kinds.base import AnyKind, resolve
from quizzes.items.rules import RULES_OF, name_of
from quizzes.items.rules.sheet import Sheet, sheet
from quizzes.items.seeds import Draw
from quizzes.items.text import Text
from tests.items.made_up import fact_base, pinned_world

# Rows by slug, to be changed in place.
Changing: TypeAlias = dict[str, Any]

FACTS = fact_base(pinned_world())
GENERATOR = Generator(FACTS, KINDS)


def sheet_of(item: Item, facts: FactBase = FACTS) -> Sheet:
    """The item as rules see it."""
    found = sheet(item, KIND_BY_SLUG[item.kind], facts)
    assert found is not None
    return found


def broken(item: Item, facts: FactBase = FACTS) -> set[str]:
    """The names of all rules that the item breaks."""
    checked = sheet_of(item, facts)
    rules = RULES_OF[item.interaction]
    return {name_of(rule) for rule in rules if rule(checked) is not None}


def item_of(kind: str, subject: str, *candidates: str) -> Item:
    """An item with these options in this order, the first of them the key."""
    asked = resolve(subject, FACTS)
    assert asked is not None
    made = GENERATOR.item(KIND_BY_SLUG[kind], asked, Draw("rules"))
    assert isinstance(made, Item), made
    options = tuple(option_of(made, ref, candidates[0]) for ref in candidates)
    return made._replace(options=options, rationale=options[0].rationale)


def option_of(item: Item, ref: str, key: str) -> Option:
    """The option that ``ref`` would be in the item, with ``key`` as its key."""
    kind: AnyKind = KIND_BY_SLUG[item.kind]
    subject, candidate, right = (resolve(one, FACTS) for one in (item.subject, ref, key))
    assert candidate is not None
    assert right is not None
    common = {name for name, _value in attributes(right, FACTS) & attributes(candidate, FACTS)}
    shared = next((name for name in STRENGTH if name in common), Relation.NEAR_VALUE)
    return Option(
        ref=ref,
        text=kind.option(subject, candidate, FACTS),
        is_key=ref == key,
        relation=Relation.KEY if ref == key else shared,
        rationale=kind.because(subject, candidate, FACTS).text,
    )


def with_option(item: Item, at: int, **changes: Any) -> Item:
    options = list(item.options)
    options[at] = options[at]._replace(**changes)
    return item._replace(options=tuple(options))


def reading(item: Item, *texts: str) -> Item:
    """The item with options that read like this, each told of in its rationale."""
    for at, shown in enumerate(texts):
        item = with_option(item, at, text=Text(shown), rationale=Text(f"About {shown}."))
    return item


def facts_where(change: Callable[[Changing], None]) -> FactBase:
    """The small world with its people, missions and seats, by slug, changed a little."""
    tables = deepcopy(dict(pinned_world()))
    change({row["slug"]: row for name in ("people", "missions", "seats") for row in tables[name]})
    return fact_base(tables)


# Who was aboard Orbiter 1: Ada Alm, Ben Bly and Cas Cox were.
ABOARD = item_of(
    "person-aboard", "mission:orbiter-1",
    "person:ada-alm", "person:fay-fry", "person:gus-gil", "person:lea-lun",
)  # fmt: skip
# Who commanded Orbiter 1: Ada Alm; Ben Bly was its pilot.
COMMANDER = item_of(
    "commander-of-mission", "mission:orbiter-1",
    "person:ada-alm", "person:ben-bly", "person:dov-dey", "person:jon-jar",
)  # fmt: skip
# Which lasted longest: Orbiter 4, of 16 days.
LONGEST = item_of(
    "longest-mission", "mission:orbiter-4",
    "mission:orbiter-4", "mission:orbiter-1", "mission:orbiter-2", "mission:orbiter-3",
)  # fmt: skip
# How long Orbiter 2 lasted: 5 days; the others 3, 8 and 12.
LENGTH = item_of(
    "length-of-mission", "mission:orbiter-2",
    "mission:orbiter-2", "mission:orbiter-1", "mission:orbiter-3", "mission:orbiter-4",
)  # fmt: skip
IN_ORDER = LENGTH._replace(options=tuple(LENGTH.options[at] for at in (1, 0, 2, 3)))
