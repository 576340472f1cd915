"""What figures show, as frozen values.

A spec holds all that its drawing needs: so a paper can keep it, and feedback needs no facts. In
each, ``is_key`` marks what the figure is about, and ``option`` is the index of the item's option
that an entry stands for, if any. Times are UTC.
"""

from datetime import date, datetime
from typing import NamedTuple, TypeAlias

from quizzes.facts.shapes import Point
from quizzes.items.text import Text


class Bar(NamedTuple):
    """An amount, and how it reads."""

    name: Text
    amount: float
    value: Text
    is_key: bool = False
    option: int | None = None


class Bars(NamedTuple):
    """Amounts side by side, from zero. ``measure`` heads their column."""

    title: Text
    measure: Text
    bars: tuple[Bar, ...]
    remark: Text | None = None


class Span(NamedTuple):
    """From when to when; without an end, a moment."""

    start: datetime
    end: datetime | None = None


class Entry(NamedTuple):
    """Something with its times: a flight, somebody's stays, a station. ``value`` is told beside
    it, ``note`` tells more."""

    name: Text
    spans: tuple[Span, ...]
    value: Text
    note: Text | None = None
    is_key: bool = False
    option: int | None = None


class Guide(NamedTuple):
    """A moment that all entries are compared with."""

    at: datetime
    name: Text


class Timeline(NamedTuple):
    """Entries along an axis of time, from the first day to the last."""

    title: Text
    first: date
    last: date
    entries: tuple[Entry, ...]
    guides: tuple[Guide, ...] = ()
    remark: Text | None = None


class Group(NamedTuple):
    """Those at one station, or in one craft."""

    name: Text
    stays: tuple[Entry, ...]


class InSpace(NamedTuple):
    """Who was in space on a day, and of some others when they were. ``are_known_absent``: whether
    it is known of all others that they were not in space that day."""

    title: Text
    day: date
    groups: tuple[Group, ...]
    others: tuple[Entry, ...] = ()
    are_known_absent: bool = True
    remark: Text | None = None


class Sitter(NamedTuple):
    """Somebody aboard a flight. ``elsewhere`` tells on what else they came or went."""

    name: str
    role: Text | None
    agency: str | None
    is_up: bool
    is_down: bool
    elsewhere: Text | None = None
    is_key: bool = False
    option: int | None = None


class Other(NamedTuple):
    """Somebody of whom it is not known that they were aboard, and where they were."""

    name: str
    where: Text | None
    is_key: bool = False
    option: int | None = None


class Seats(NamedTuple):
    """Who was aboard a flight on its way up and on its way down. ``are_known_absent``: whether it
    is known of all others that they were not."""

    title: Text
    sitters: tuple[Sitter, ...]
    others: tuple[Other, ...] = ()
    are_known_absent: bool = True
    remark: Text | None = None


class Landing(NamedTuple):
    """Where a flight came down: a point, good to so many kilometres, or else a region alone, by
    its name. ``place`` says it in words; ``label`` is what the map shows."""

    name: Text
    label: Text
    place: Text
    point: Point | None
    good_to_km: int | None
    region: str
    is_key: bool = False
    option: int | None = None


class Town(NamedTuple):
    """A town near a landing."""

    name: Text
    point: Point
    is_key: bool = False
    option: int | None = None


class LandingMap(NamedTuple):
    """Landings on a map of the world, and the towns around the one that is the key. ``own``: the
    point that the reader had taken it for."""

    title: Text
    landings: tuple[Landing, ...]
    towns: tuple[Town, ...] = ()
    own: Point | None = None
    remark: Text | None = None


Spec: TypeAlias = Bars | Timeline | InSpace | Seats | LandingMap
