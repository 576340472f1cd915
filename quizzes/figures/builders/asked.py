"""An item with the records that it tells of."""

from typing import NamedTuple

from quizzes.facts.base import FactBase
from quizzes.facts.records import Fact, Mission, Person, Seat, Spacewalk
from quizzes.items.item import Item, Option
from quizzes.items.kinds import KIND_BY_SLUG
from quizzes.items.kinds.base import resolve


class Choice(NamedTuple):
    """An option, the index it stands at, and the record behind it."""

    at: int
    option: Option
    record: Fact


class Asked(NamedTuple):
    """``mission``: the flight that the item is about. Options whose records the facts no longer
    have are left out."""

    item: Item
    facts: FactBase
    subject: Fact
    mission: Mission | None
    choices: tuple[Choice, ...]

    @property
    def keys(self) -> list[Choice]:
        return [choice for choice in self.choices if choice.option.is_key]


def asked(item: Item, facts: FactBase) -> Asked | None:
    """None where the facts no longer have what the item asks about."""
    subject = resolve(item.subject, facts)
    if subject is None:
        return None
    found = [(at, option, resolve(option.ref, facts)) for at, option in enumerate(item.options)]
    choices = tuple(
        Choice(at, option, record) for at, option, record in found if record is not None
    )
    return Asked(item, facts, subject, mission_asked(item, subject, facts), choices)


def mission_asked(item: Item, subject: Fact, facts: FactBase) -> Mission | None:
    """As the kind says; of an unknown kind, by what sort of record it asks about."""
    kind = KIND_BY_SLUG.get(item.kind)
    if kind is not None:
        try:
            return kind.mission(subject, facts)
        except (LookupError, ValueError):
            return None  # the facts no longer say what the item was made from
    match subject:
        case Mission():
            return subject
        case Seat():
            return facts.missions[subject.up]
        case Spacewalk():
            return facts.missions.get(subject.mission or "")
        case Person():
            return next((facts.missions[seat.up] for seat in facts.seats_of(subject)), None)
        case _:
            return None
