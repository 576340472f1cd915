"""All flights on one page: pictures of them, and the same as a table."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from django.templatetags.static import static
from django.urls import reverse
from django.utils.http import urlencode
from markupsafe import Markup

from quizzes.catalogue import Catalogue
from quizzes.facts.base import FactBase
from quizzes.facts.records import FlightClass, Mission
from quizzes.figures.builders.landings import landing
from quizzes.figures.history.atlas import DrawnSheet, atlas, locator
from quizzes.figures.history.marks import Flight, Shown
from quizzes.figures.history.skyline import skyline
from quizzes.items.kinds.base import ref
from quizzes.items.text import Text, gettext_noop, text
from quizzes.jinja import about_url
from quizzes.views.described.choosing import Chosen
from quizzes.views.described.flights import flights_text, still_up
from quizzes.views.described.times import brief_text, launch_day_text
from quizzes.views.presented.pictures import WORLD

FIGURE_ID: Final = "history"
NOT_KNOWN: Final = Text(gettext_noop("not known"))
UNDER_WAY: Final = Text(gettext_noop("under way"))
COST_LIVES: Final = Text(gettext_noop("cost lives"))
SOME: Final = gettext_noop("{chosen} of {all}")


@dataclass(frozen=True, slots=True)
class Row:
    """A flight in the table."""

    url: str
    name: str
    craft: str
    launched: str
    length: str
    crew: str
    place: str


@dataclass(frozen=True, slots=True)
class Column:
    """A head of the table. ``url`` sorts by it; it is empty where nothing does. ``order``: how the
    table is sorted by it now, as ``aria-sort`` says it."""

    name: str
    url: str
    order: str


@dataclass(frozen=True, slots=True)
class History:
    """The flights that were chosen. ``told``: how many they are."""

    told: str
    skyline: Markup
    locator: Markup
    sheets: Sequence[DrawnSheet]
    columns: Sequence[Column]
    rows: Sequence[Row]


Key = Callable[[Mission, FactBase], tuple[float, float]]
ORDERS: Final[Mapping[str, Key]] = {
    "date": lambda mission, _facts: (0, mission.number),
    "length": lambda mission, facts: (facts.duration_s(mission) or -1, mission.number),
    "crew": lambda mission, _facts: (mission.crew_up or -1, mission.number),
}
"""What the table may be sorted by; a minus before it turns it round."""
BY_DATE: Final = "date"
COLUMNS: Final = (
    (gettext_noop("Flight"), ""),
    (gettext_noop("Launch"), "date"),
    (gettext_noop("Length"), "length"),
    (gettext_noop("People at launch"), "crew"),
    (gettext_noop("Landing"), ""),
)


def is_order(order: str) -> bool:
    return order.removeprefix("-") in ORDERS


def history(
    missions: Sequence[Mission], limits: Chosen, order: str, facts: FactBase, catalogue: Catalogue
) -> History:
    """The page for ``missions``, those that keep to ``limits``."""
    flights = all_flights(facts, catalogue)
    shown = Shown(flights, frozenset(mission.slug for mission in missions))
    rows = table(facts, catalogue)
    ordered = sorted(
        missions,
        key=lambda mission: ORDERS[order.removeprefix("-")](mission, facts),
        reverse=order.startswith("-"),
    )
    every = flights_text(len(flights))
    told = text(SOME, chosen=len(missions), all=every) if limits else every
    return History(
        told.render(catalogue),
        skyline(shown, facts.as_of, catalogue, FIGURE_ID),
        locator(shown, static(WORLD)),
        atlas(shown, facts, catalogue, FIGURE_ID, static(WORLD)),
        [column(name, by, limits, order, catalogue) for name, by in COLUMNS],
        [rows[mission.slug] for mission in ordered],
    )


def years(facts: FactBase) -> tuple[int, int]:
    """From the first launch to the day as of which the facts are."""
    launched = (one.launched_at for one in facts.missions.values())
    first = min((at.year for at in launched if at is not None), default=facts.as_of.year)
    return first, facts.as_of.year


def column(name: str, by: str, limits: Chosen, order: str, catalogue: Catalogue) -> Column:
    """A head of the table. Asked for again, an order is turned round."""
    if not by:
        return Column(catalogue(name), "", "")
    is_so, is_turned = order == by, order == f"-{by}"
    return Column(
        catalogue(name),
        address(limits, f"-{by}" if is_so or (by != BY_DATE and not is_turned) else by),
        "ascending" if is_so else "descending" if is_turned else "none",
    )


def address(limits: Chosen, order: str = BY_DATE) -> str:
    """Where the page is, with nothing in it that need not be."""
    sort = () if order == BY_DATE else (("sort", order),)
    query = urlencode((*limits, *sort))
    return reverse("explore") + (f"?{query}" if query else "")


@lru_cache(maxsize=8)  # of the facts in force, in a few languages
def table(facts: FactBase, catalogue: Catalogue) -> Mapping[str, Row]:
    """The rows of all flights, by slug."""
    return {mission.slug: row(mission, facts, catalogue) for mission in facts.missions.values()}


def row(mission: Mission, facts: FactBase, catalogue: Catalogue) -> Row:
    return Row(
        about_url(ref(mission)),
        mission.name,
        facts.spacecraft[mission.spacecraft].name,
        (launch_day_text(mission) or NOT_KNOWN).render(catalogue),
        length_of(mission, facts).render(catalogue),
        str(mission.crew_up) if mission.crew_up is not None else NOT_KNOWN.render(catalogue),
        place_of(mission, facts).render(catalogue),
    )


def length_of(mission: Mission, facts: FactBase) -> Text:
    seconds = facts.duration_s(mission)
    if seconds is not None:
        return brief_text(seconds)
    return UNDER_WAY if still_up(mission, facts) is not None else NOT_KNOWN


def place_of(mission: Mission, facts: FactBase) -> Text:
    """Where a flight came down. Where lives were lost, that would be no more than a curiosity."""
    if mission.fatal:
        return COST_LIVES
    if still_up(mission, facts) is not None:
        return UNDER_WAY
    held = landing(mission, facts)
    if held is not None:
        return held.place
    return Text(mission.landing_place) if mission.landing_place else NOT_KNOWN


@lru_cache(maxsize=8)
def all_flights(facts: FactBase, catalogue: Catalogue) -> tuple[Flight, ...]:
    """All flights as pictures show them, in order of launch."""
    rows = table(facts, catalogue)
    return tuple(flight(mission, rows[mission.slug], facts) for mission in facts.missions.values())


def flight(mission: Mission, row: Row, facts: FactBase) -> Flight:
    as_of = still_up(mission, facts)
    held = None if mission.fatal else landing(mission, facts)
    is_orbital = mission.flight_class is FlightClass.ORBITAL
    told = dict.fromkeys((row.name, row.launched, row.length, row.place))
    return Flight(
        mission.slug,
        " · ".join(told),
        row.url,
        facts.spacecraft[mission.spacecraft].country if is_orbital else "",
        facts.family(mission),
        mission.launched_at,
        length_so_far(mission, as_of, facts),
        as_of is not None,
        mission.fatal,
        held.point if held is not None else None,
        held.good_to_km if held is not None else None,
        held.region if held is not None else "",
    )


def length_so_far(mission: Mission, as_of: date | None, facts: FactBase) -> int | None:
    """Seconds from launch to landing, or to the day as of which the flight was under way."""
    if as_of is None or mission.launched_at is None:
        return facts.duration_s(mission)
    return (as_of - mission.launched_at.date()).days * 86_400
