"""Places, and whether what is said of them points to the same spot."""

from collections.abc import Iterator, Mapping
from math import asin, degrees
from typing import Final

from quizzes.facts.checks.ledger import Ledger, Verdict
from quizzes.facts.geometry import distance_km
from quizzes.facts.records import Direction, Mission, PointKind, Site
from quizzes.facts.region_shapes import SHAPES
from quizzes.facts.regions import REGIONS, Surface
from quizzes.facts.shapes import Point, bearing_deg

DOUBT_KM: Final[Mapping[PointKind, float]] = {
    PointKind.STATED: 10,
    PointKind.BEARING: 40,
    PointKind.SITE: 50,
    PointKind.AREA: 150,
}
"""How far off a landing point may be, as ``PointKind`` says. An area's point is only drawn; it
still has to be in the right place on a map."""

WAYS: Final = tuple(Direction)
DEGREES_OFF: Final = 1.5 * 360 / len(WAYS)
"""How far off a direction may be: as far as the neighbouring one of 16 points reaches, because
reports say "south-east" of anything from east-south-east to south-south-east."""

NO_COUNTRY: Final = "International waters"


def landings_lie_in_the_region_named(ledger: Ledger) -> Iterator[Verdict]:
    """A landing point lies in its region and its country, as far as it and they are known."""
    for mission in ledger.missions.values():
        point = landing_point(mission)
        if point is None:
            continue
        doubt = DOUBT_KM[mission.point_kind or PointKind.AREA]
        for name in (mission.landing_region, mission.landing_country):
            if name and name != NO_COUNTRY:
                yield Verdict(mission.slug, outside(point, name, doubt))


def sites_lie_in_the_country_named(ledger: Ledger) -> Iterator[Verdict]:
    """A site or a town lies in its country."""
    for site in ledger.sites.values():
        point = place_of(site)
        if point is not None:
            yield Verdict(site.slug, outside(point, site.country, doubt=0))


def outside(point: Point, name: str, doubt: float) -> str:
    """How far ``point`` lies outside of the place of that name, in words; empty where it does
    not, give or take ``doubt`` kilometres."""
    shape = SHAPES.get(name)
    if shape is None:
        return f"lies in {name}, whose shape is not known here"
    km = shape.km_outside(point)
    if km <= shape.good_to_km + doubt:
        return ""
    return f"lies at {point[0]:g}, {point[1]:g}, which is {km:.0f} km outside of {name}"


def regions_belong_to_the_country_named(ledger: Ledger) -> Iterator[Verdict]:
    """A landing's region is one that there is, and its country is the region's; a sea is no
    country's."""
    for mission in ledger.missions.values():
        if not mission.landing_region:
            continue
        region = REGIONS.get(mission.landing_region)
        if region is None:
            yield Verdict(mission.slug, f"came down in an unknown region {mission.landing_region}")
            continue
        country = NO_COUNTRY if region.surface is Surface.SEA else region.country
        problem = f"came down in {region.name}, and so in {country}, not {mission.landing_country}"
        wrong = mission.landing_country not in ("", country)
        yield Verdict(mission.slug, problem if wrong else "")


def landings_are_as_far_from_town_as_said(ledger: Ledger) -> Iterator[Verdict]:
    """The distance from the town named is the distance from there to the landing point."""
    for mission in ledger.missions.values():
        town, point = town_of(ledger, mission), landing_point(mission)
        if town is None or point is None or mission.landing_distance_km is None:
            continue
        if mission.point_kind is PointKind.AREA:
            continue
        found = distance_km(*town, *point)
        # A tenth more, because distances are told round, and from a town's edge or its centre.
        doubt = DOUBT_KM[mission.point_kind or PointKind.AREA] + found / 10
        problem = (
            f"is said to be {mission.landing_distance_km:g} km from {mission.landing_town}, "
            f"and its coordinates are {found:.0f} km from it"
        )
        off = abs(found - mission.landing_distance_km)
        yield Verdict(mission.slug, problem if off > doubt else "")


def landings_are_in_the_direction_said(ledger: Ledger) -> Iterator[Verdict]:
    """The direction from the town named is the direction from there to the landing point."""
    for mission in ledger.missions.values():
        town, point = town_of(ledger, mission), landing_point(mission)
        if town is None or point is None or mission.landing_direction not in WAYS:
            continue
        if mission.point_kind is PointKind.AREA:
            continue
        doubt = DOUBT_KM[mission.point_kind or PointKind.AREA]
        found = distance_km(*town, *point)
        if found <= doubt:
            continue  # so near, it may be in any direction
        stated = 360 / len(WAYS) * WAYS.index(mission.landing_direction)
        bearing = bearing_deg(town, point)
        off = abs((bearing - stated + 180) % 360 - 180)
        problem = (
            f"is said to be {mission.landing_direction} of {mission.landing_town}, "
            f"and its coordinates are at {bearing:.0f} degrees from it"
        )
        wrong = off > DEGREES_OFF + degrees(asin(doubt / found))
        yield Verdict(mission.slug, problem if wrong else "")


def landing_point(mission: Mission) -> Point | None:
    if mission.lat is None or mission.lon is None:
        return None
    return mission.lat, mission.lon


def place_of(site: Site) -> Point | None:
    return None if site.lat is None or site.lon is None else (site.lat, site.lon)


def town_of(ledger: Ledger, mission: Mission) -> Point | None:
    """Where the town is that the landing is described by."""
    site = ledger.sites.get(mission.landing_town or "")
    return place_of(site) if site is not None else None
