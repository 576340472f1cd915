"""The facts as checks see them: as they stand, unsourced values included, but for the disputed."""

import dataclasses
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from operator import attrgetter
from typing import Any, Final, NamedTuple, TypeAlias, TypeVar

from quizzes.facts.records import Fact, Mission, Precision, Records, Seat
from quizzes.facts.sourcing import STATED_FIELDS

F = TypeVar("F", bound=Fact)

SLACK: Final[Mapping[Precision, timedelta]] = {
    Precision.SECOND: timedelta(minutes=1),
    Precision.MINUTE: timedelta(minutes=1),
    Precision.DAY: timedelta(days=1),
    Precision.MONTH: timedelta(days=31),
    Precision.YEAR: timedelta(days=366),
}
"""How far off a time may be. A time to the second gets a minute too: one source's instant is the
touchdown, another's the stop of a clock."""


class Verdict(NamedTuple):
    """That ``record`` was looked at, and what is wrong with it, if anything is."""

    record: str
    problem: str = ""


class Ledger:
    """All records, by slug and by what they belong to.

    A disputed value is left out: that its sources disagree is known, and nothing asks about it.
    References may lead nowhere; one check says so, and the others pass over them.
    """

    def __init__(self, records: Records, as_of: date) -> None:
        self.records = records
        self.as_of = as_of
        self.sources = {source.slug: source for source in records.sources}
        self.agencies = by_slug(records.agencies)
        self.people = by_slug(records.people)
        self.spacecraft = by_slug(records.spacecraft)
        self.stations = by_slug(records.stations)
        self.sites = by_slug(records.sites)
        self.missions = by_slug(records.missions)
        self.seats = by_slug(records.seats)
        self.spacewalks = by_slug(records.spacewalks)
        self._up = grouped(self.seats.values(), lambda seat: seat.up)
        self._down = grouped(self.seats.values(), lambda seat: seat.down)
        self._of = grouped(self.seats.values(), lambda seat: seat.person)

    def crew_up(self, mission: Mission) -> Sequence[Seat]:
        """Those who launched on ``mission``."""
        return self._up.get(mission.slug, ())

    def crew_down(self, mission: Mission) -> Sequence[Seat]:
        """Those who landed on ``mission``."""
        return self._down.get(mission.slug, ())

    def seats_of(self, person: str) -> Sequence[Seat]:
        """The flights of the person with that slug."""
        return self._of.get(person, ())

    def up(self, seat: Seat) -> Mission | None:
        """The vehicle that the person launched on."""
        return self.missions.get(seat.up)

    def down(self, seat: Seat) -> Mission | None:
        """The vehicle that the person landed on."""
        return self.missions.get(seat.down or "")

    def launched_at(self, seat: Seat) -> datetime | None:
        up = self.up(seat)
        return up.launched_at if up is not None else None

    def landed_at(self, seat: Seat) -> datetime | None:
        down = self.down(seat)
        return down.landed_at if down is not None else None

    def facts(self) -> Iterator[Fact]:
        """Every record but the sources, as the fixtures hold it: disputed values too."""
        for field in dataclasses.fields(self.records):
            if field.name != "sources":
                yield from getattr(self.records, field.name)


Check: TypeAlias = Callable[[Ledger], Iterator[Verdict]]
"""Yields a verdict for each record that it could look at. Its name, with blanks for underscores,
is the statement that it checks."""


def undisputed(record: F) -> F:
    """``record`` without the values that its sources disagree on."""
    empty: dict[str, Any] = {
        name: default for name, default in STATED_FIELDS[type(record)] if name in record.disputed
    }
    return dataclasses.replace(record, **empty) if empty else record


def by_slug(records: Iterable[F]) -> Mapping[str, F]:
    return {record.slug: undisputed(record) for record in records}


def grouped(
    seats: Iterable[Seat], owner: Callable[[Seat], str | None]
) -> Mapping[str, Sequence[Seat]]:
    """Seats by the slug that ``owner`` gives; those without one are left out."""
    groups: dict[str, list[Seat]] = defaultdict(list)
    for seat in seats:
        slug = owner(seat)
        if slug is not None:
            groups[slug].append(seat)
    return groups


def slack(precision: Precision | None) -> timedelta:
    """How far off a time of that precision may be; a day where nobody says how precise it is."""
    return SLACK[precision or Precision.DAY]


class Numbered(NamedTuple):
    """When what has a number began."""

    number: int
    slug: str
    at: datetime | None
    precision: Precision | None


def in_order(held: Iterable[Numbered], began: str) -> Iterator[Verdict]:
    """A higher number means a later beginning. ``began``: the word for it."""
    before: tuple[str, datetime] | None = None
    for _number, slug, at, precision in sorted(held, key=attrgetter("number")):
        if at is None:
            continue
        late = before is not None and at + slack(precision) < before[1]
        yield Verdict(slug, f"{began} before {before[0]}" if before and late else "")
        before = slug, at
