"""Where flights came down, from the facts."""

from collections.abc import Iterable
from typing import Final

from quizzes.facts.base import FactBase, nearest
from quizzes.facts.geometry import distance_km
from quizzes.facts.records import Mission, PointKind, Site, SiteKind
from quizzes.facts.region_shapes import SHAPES
from quizzes.facts.regions import Region
from quizzes.facts.shapes import Point
from quizzes.figures.builders.asked import Asked, Choice
from quizzes.figures.specs import Landing, LandingMap, Town
from quizzes.items.kinds.landing_sites import REGION_NAMES, UNCERTAINTY_KM, region_of
from quizzes.items.kinds.wording import COMPASS
from quizzes.items.text import Text, gettext_noop, text

LANDED: Final = gettext_noop("Where {mission} came down")
LAUNCHED: Final = gettext_noop("Where {mission} launched from")
LANDINGS: Final = Text(gettext_noop("Where these flights came down"))
FROM_TOWN: Final = gettext_noop("about {km} km {direction} of {town}")
IN_REGION: Final = gettext_noop("{place} ({region})")
NO_POINT: Final = Text(gettext_noop("No source here gives the point."))
AROUND_KM: Final = 400
"""Towns so near to a landing are shown though nobody asks about them."""


def point_of(place: Mission | Site) -> Point | None:
    return None if place.lat is None or place.lon is None else (place.lat, place.lon)


def landing(mission: Mission, facts: FactBase) -> Landing | None:
    """Where a flight came down: a point where it is good for more than drawing, else the region.
    None where neither is known."""
    region = region_of(mission)
    point = point_of(mission) if mission.point_kind in UNCERTAINTY_KM else None
    has_shape = region is not None and region.name in SHAPES
    if mission.landed_at is None or (point is None and not has_shape):
        return None
    region_name = Text(REGION_NAMES[region.slug]) if region is not None else None
    place = place_told(mission, facts)
    if place is None:
        place = region_name or Text(mission.landing_country or "—")
    elif region_name is not None:
        place = text(IN_REGION, place=place, region=region_name)
    label = Text(mission.name) if point is not None or region_name is None else region_name
    good_to = UNCERTAINTY_KM[mission.point_kind or PointKind.AREA] if point is not None else None
    region_key = region.name if region is not None else ""
    return Landing(Text(mission.name), label, place, point, good_to, region_key)


def place_told(mission: Mission, facts: FactBase) -> Text | None:
    """As sources tell it: from a town."""
    town = facts.sites.get(mission.landing_town or "")
    if town is None:
        return None
    if mission.landing_distance_km is None or mission.landing_direction not in COMPASS:
        return None
    return text(
        FROM_TOWN,
        km=round(mission.landing_distance_km),
        direction=Text(COMPASS[mission.landing_direction]),
        town=Text(town.name),
    )


def towns_around(point: Point, facts: FactBase) -> list[Site]:
    """The towns near a landing, as far as sources tell where they are."""
    return [
        site
        for site in facts.sites.values()
        if site.kind is SiteKind.TOWN
        and (at := point_of(site)) is not None
        and distance_km(*point, *at) <= AROUND_KM
    ]


def town(site: Site, choice: Choice | None = None) -> Town | None:
    point = point_of(site)
    if point is None:
        return None
    if choice is None:
        return Town(Text(site.name), point)
    return Town(Text(site.name), point, choice.option.is_key, choice.at)


def landing_map(mission: Mission, facts: FactBase) -> LandingMap | None:
    """Where one flight came down, and the towns around it."""
    own = landing(mission, facts)
    if own is None:
        return None
    around = towns_around(own.point, facts) if own.point is not None else []
    told_from = facts.sites.get(mission.landing_town or "")
    towns = tuple(
        place._replace(is_key=site is told_from)
        for site in around
        if (place := town(site)) is not None
    )
    return LandingMap(
        text(LANDED, mission=mission.name),
        (own._replace(is_key=True),),
        towns,
        remark=NO_POINT if own.point is None else None,
    )


def landing_asked(asked: Asked) -> LandingMap | None:
    """The landing asked about among the options: towns around it, or other flights, or regions,
    each with the flight that came down there last before or first after."""
    if asked.mission is None:
        return None
    figure = landing_map(asked.mission, asked.facts)
    if figure is None:
        return None
    own = figure.landings[0]
    others: list[Landing] = []
    for choice in asked.choices:
        match choice.record:
            case Mission() if choice.record is asked.mission:
                own = own._replace(option=choice.at, is_key=choice.option.is_key)
            case Mission():
                flight = Text(choice.record.name)
                others += [
                    other._replace(label=flight)
                    for other in marked(landing(choice.record, asked.facts), choice)
                ]
            case Region() if choice.record is region_of(asked.mission):
                own = own._replace(option=choice.at, is_key=choice.option.is_key)
            case Region():
                name = Text(REGION_NAMES[choice.record.slug])
                found = landed_in(choice.record, asked.mission, asked.facts)
                others += [other._replace(label=name) for other in marked(found, choice)]
            case _:
                pass
    title = LANDINGS if others else figure.title
    return figure._replace(
        title=title, landings=(own, *others), towns=towns_asked(figure.towns, asked.choices)
    )


def launch_sites_asked(asked: Asked) -> LandingMap | None:
    """The launch sites that are the options, and the flight that launched from one."""
    if asked.mission is None:
        return None
    places = tuple(
        Landing(
            name=Text(choice.record.name),
            label=Text(choice.record.name),
            place=Text(choice.record.country),
            point=point,
            good_to_km=None,
            region="",
            is_key=choice.option.is_key,
            option=choice.at,
        )
        for choice in asked.choices
        if isinstance(choice.record, Site) and (point := point_of(choice.record)) is not None
    )
    if not any(place.is_key for place in places):
        return None
    keys_first = tuple(sorted(places, key=lambda place: not place.is_key))
    return LandingMap(text(LAUNCHED, mission=asked.mission.name), keys_first)


def marked(found: Landing | None, choice: Choice) -> list[Landing]:
    if found is None:
        return []
    return [found._replace(is_key=choice.option.is_key, option=choice.at)]


def landed_in(region: Region, mission: Mission, facts: FactBase) -> Landing | None:
    """The landing in a region that is nearest to a flight in order of launch."""
    landings = facts.landings.get(region.name, ())
    return landing(landings[nearest(landings, mission.number)], facts) if landings else None


def towns_asked(around: Iterable[Town], choices: Iterable[Choice]) -> tuple[Town, ...]:
    """The towns around, and those offered as options wherever they are."""
    towns = {place.name: place for place in around}
    for choice in choices:
        if isinstance(choice.record, Site) and (place := town(choice.record, choice)) is not None:
            towns[place.name] = place
    return tuple(towns.values())
