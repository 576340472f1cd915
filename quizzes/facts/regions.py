"""The regions that crewed vehicles have come down in: a closed list, because a question may only
offer places of one sort."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from quizzes.facts.records import Fact


class Surface(StrEnum):
    """What one lands on."""

    LAND = "land"
    SEA = "sea"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Region(Fact):
    """A country, a state or a sea, under the name that ``Mission.landing_region`` uses.

    ``within``: the larger region it belongs to, if that is one of the regions too.
    """

    name: str
    surface: Surface
    country: str = ""
    within: str = ""


def region(name: str, surface: Surface, country: str = "", within: str = "") -> Region:
    slug = name.lower().replace(" ", "-")
    return Region(slug=slug, name=name, surface=surface, country=country, within=within)


REGIONS: Final[Mapping[str, Region]] = {
    place.name: place
    for place in (
        region("Kazakhstan", Surface.LAND, "Kazakhstan"),
        region("Russia", Surface.LAND, "Russia"),
        region("Inner Mongolia", Surface.LAND, "China"),
        region("Florida", Surface.LAND, "United States"),
        region("California", Surface.LAND, "United States"),
        region("New Mexico", Surface.LAND, "United States"),
        region("Texas", Surface.LAND, "United States"),
        region("North Atlantic Ocean", Surface.SEA),
        region("South Atlantic Ocean", Surface.SEA),
        region("North Pacific Ocean", Surface.SEA),
        region("South Pacific Ocean", Surface.SEA),
        region("Indian Ocean", Surface.SEA),
        region("Gulf of Mexico", Surface.SEA, within="north-atlantic-ocean"),
    )
}


REGION_BY_SLUG: Final[Mapping[str, Region]] = {place.slug: place for place in REGIONS.values()}


def overlap(one: Region, other: Region) -> bool:
    """Whether a place in one may lie in the other too."""
    return one.slug == other.slug or other.slug == one.within or one.slug == other.within
