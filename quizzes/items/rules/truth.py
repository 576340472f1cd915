"""Truth: what is offered as right is right, what is offered as wrong is known to be wrong."""

from functools import lru_cache
from itertools import combinations

from quizzes.facts.base import FactBase
from quizzes.facts.records import Fact, Person
from quizzes.items.item import Item
from quizzes.items.kinds.base import AnyKind, ref
from quizzes.items.rules.sheet import Sheet


def each_proven(s: Sheet) -> str | None:
    """``holds`` is True for every option that is right, and known to be False for any other."""
    for option, candidate in zip(s.item.options, s.candidates, strict=True):
        if s.kind.holds(s.subject, candidate, s.facts) is not option.is_key:
            return f"{option.ref} is offered as {'right' if option.is_key else 'wrong'}"
    return None


def count_keys(item: Item) -> int:
    return len(item.keys)


def proven(s: Sheet) -> str | None:
    """One option is right, all others are wrong."""
    keys = count_keys(s.item)
    return each_proven(s) or (None if keys == 1 else f"{keys} keys")


def several_proven(s: Sheet) -> str | None:
    """Two options or more are right, and no fewer are wrong: so to pick them all is worth
    nothing."""
    keys = count_keys(s.item)
    wrong = len(s.item.options) - keys
    return each_proven(s) or (None if 2 <= keys <= wrong else f"{keys} keys and {wrong} others")


def claim_proven(s: Sheet) -> str | None:
    """What is claimed is right; or it is wrong, and what would be right comes after it."""
    rights = [option.is_key for option in s.item.options]
    return each_proven(s) or (None if rights in ([True], [False, True]) else f"{rights}")


def order_proven(s: Sheet) -> str | None:
    """Each option comes clearly before all that follow it: asked about, it holds, and they are
    known not to."""
    if sorted(s.item.sequence) != list(range(len(s.candidates))):
        return f"{s.item.sequence} is no order"
    ranked = [s.candidates[at] for at in s.item.sequence]
    if ranked[0] is not s.subject:
        return f"{s.item.subject} is not the first"
    for one in ranked:
        if s.kind.holds(one, one, s.facts) is not True:
            return f"{ref(one)} cannot be compared"
    for one, later in combinations(ranked, 2):
        if s.kind.holds(one, later, s.facts) is not False:
            return f"{ref(one)} need not come before {ref(later)}"
    return None


def pairs_proven(s: Sheet) -> str | None:
    """Every prompt goes with its partner, and is known not to go with any other's."""
    if sorted(prompt.key for prompt in s.item.prompts) != list(range(len(s.candidates))):
        return "the pairs are not one to one"
    for prompt, subject in zip(s.item.prompts, s.prompts, strict=True):
        for at, candidate in enumerate(s.candidates):
            if s.kind.holds(subject, candidate, s.facts) is not (at == prompt.key):
                return f"{prompt.ref} and {ref(candidate)}"
    return None


def quantity_proven(s: Sheet) -> str | None:
    """The number asked for is that of the key, and of the tolerance that its kind gives it."""
    if s.item.quantity is None or s.item.quantity != s.kind.quantity(s.subject, s.facts):
        return f"{s.item.quantity} is not what the kind asks for"
    if s.kind.number(s.subject, s.candidates[0], s.facts) != s.item.quantity.value:
        return f"{s.item.quantity.value} is not the number of {s.item.options[0].ref}"
    return None


def point_proven(s: Sheet) -> str | None:
    """The place asked for is the one that its kind tells."""
    is_told = s.item.point is not None and s.item.point == s.kind.point(s.subject, s.facts)
    return None if is_told else f"{s.item.point} is not what the kind asks for"


@lru_cache(maxsize=20_000)
def right_people(kind: AnyKind, subject: Fact, facts: FactBase) -> tuple[Person, ...] | None:
    """All people for whom ``kind`` holds; None where it is not known of somebody."""
    right = []
    for person in facts.people.values():
        verdict = kind.holds(subject, person, facts)
        if verdict is None:
            return None
        if verdict:
            right.append(person)
    return tuple(right)


def names_proven(s: Sheet) -> str | None:
    """Everybody who is right is among the options, for anybody may be named; each option has its
    name."""
    right = right_people(s.kind, s.subject, s.facts)
    if right is None:
        return "of somebody it is not known"
    if set(right) != {c for c, o in zip(s.candidates, s.item.options, strict=True) if o.is_key}:
        return "not everybody who is right is accepted"
    shown = tuple(name.shown for name in s.item.names[: len(s.options)])
    return None if shown == s.options else "the names are not those of the options"


def sourced(s: Sheet) -> str | None:
    """The item names a source, with the day it was read."""
    return None if s.item.sources else "no source"
