"""What the pictures of all flights share: a flight as it is marked, and which are chosen."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

from markupsafe import escape

from quizzes.facts.shapes import Point


class Flight(NamedTuple):
    """A flight in a picture. ``label``: all that a reader hears of it, ``url``: its page. Times are
    UTC, ``length_s`` is in seconds; None is not known. ``lane``: the country of its spacecraft, or
    empty where it did not go into orbit. ``point`` is good to so many kilometres."""

    slug: str
    label: str
    url: str
    lane: str
    family: str
    launched_at: datetime | None = None
    length_s: int | None = None
    is_up: bool = False
    is_fatal: bool = False
    point: Point | None = None
    good_to_km: int | None = None
    region: str = ""


class Shown(NamedTuple):
    """All flights, in order of launch, and the slugs of those that are chosen: they are links, the
    others stay behind them."""

    flights: Sequence[Flight]
    chosen: Collection[str]


def link(flight: Flight, path: str, kind: str = "") -> str:
    """A mark that leads to the flight's page. It is no stop of the Tab key: a table with the same
    flights is, and a script leads from mark to mark with the arrow keys."""
    classes = f"mark {kind}" if kind else "mark"
    return (
        f'<a class="{classes}" href="{escape(flight.url)}" tabindex="-1">'
        f'<title>{escape(flight.label)}</title><path d="{path}"/></a>'
    )
