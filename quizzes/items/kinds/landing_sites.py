"""Where crewed vehicles came down."""

from collections.abc import Sequence
from typing import Final

from quizzes.facts.base import FactBase, nearest
from quizzes.facts.records import Mission, PointKind
from quizzes.facts.regions import REGIONS, Region, Surface, overlap
from quizzes.items.item import Interaction, Point, Topic
from quizzes.items.kinds.base import Because, Kind
from quizzes.items.kinds.wording import launch_year, mission_story
from quizzes.items.text import Text, gettext_noop, text

REGION_NAMES: Final = {
    "kazakhstan": gettext_noop("Kazakhstan"),
    "russia": gettext_noop("Russia"),
    "inner-mongolia": gettext_noop("Inner Mongolia"),
    "florida": gettext_noop("Florida"),
    "california": gettext_noop("California"),
    "new-mexico": gettext_noop("New Mexico"),
    "texas": gettext_noop("Texas"),
    "north-atlantic-ocean": gettext_noop("North Atlantic"),
    "south-atlantic-ocean": gettext_noop("South Atlantic"),
    "north-pacific-ocean": gettext_noop("North Pacific"),
    "south-pacific-ocean": gettext_noop("South Pacific"),
    "indian-ocean": gettext_noop("Indian Ocean"),
    "gulf-of-mexico": gettext_noop("Gulf of Mexico"),
}
# Whole phrases, because languages differ in how they say "in".
IN_REGION: Final = {
    "kazakhstan": gettext_noop("in Kazakhstan"),
    "russia": gettext_noop("in Russia"),
    "inner-mongolia": gettext_noop("in Inner Mongolia"),
    "florida": gettext_noop("in Florida"),
    "california": gettext_noop("in California"),
    "new-mexico": gettext_noop("in New Mexico"),
    "texas": gettext_noop("in Texas"),
    "north-atlantic-ocean": gettext_noop("in the North Atlantic"),
    "south-atlantic-ocean": gettext_noop("in the South Atlantic"),
    "north-pacific-ocean": gettext_noop("in the North Pacific"),
    "south-pacific-ocean": gettext_noop("in the South Pacific"),
    "indian-ocean": gettext_noop("in the Indian Ocean"),
    "gulf-of-mexico": gettext_noop("in the Gulf of Mexico"),
}
# How far off a landing point may be, in km. See ``PointKind``.
UNCERTAINTY_KM: Final = {PointKind.STATED: 10, PointKind.BEARING: 40, PointKind.SITE: 50}


def region_of(mission: Mission) -> Region | None:
    """The region the vehicle came down in."""
    return REGIONS.get(mission.landing_region)


def at_sea(mission: Mission) -> bool:
    """Whether a flight came down on water."""
    region = region_of(mission)
    return region is not None and region.surface is Surface.SEA


def came_down(mission: Mission, facts: FactBase) -> Because:
    """In which region, and in which year, a flight ended."""
    region = region_of(mission)
    year = mission.landed_at.year if mission.landed_at is not None else launch_year(mission)
    message = (
        gettext_noop("{mission} splashed down {in_region} in {year}.")
        if at_sea(mission)
        else gettext_noop("{mission} landed {in_region} in {year}.")
    )
    return Because(
        text(
            message,
            mission=mission.name, year=year,
            in_region=Text(IN_REGION[region.slug] if region else ""),
        ),
        facts.cite((mission, "landing_region"), (mission, "landed_at")),
    )  # fmt: skip


def claim_of_region(mission: Mission, region: Region) -> Text:
    """The statement that a vehicle came down in a region."""
    message = (
        gettext_noop("{mission} splashed down {in_region}.")
        if region.surface is Surface.SEA
        else gettext_noop("{mission} landed {in_region}.")
    )
    return text(message, mission=mission.name, in_region=Text(IN_REGION[region.slug]))


class LandingKind:
    """What is the same for all kinds about the landing of a flight."""

    topic = Topic.LANDING_SITES

    def mission(self, subject: Mission, facts: FactBase) -> Mission:
        return subject

    def stratum(self, subject: Mission, facts: FactBase) -> str:
        return subject.landing_region

    def background(self, subject: Mission, facts: FactBase) -> Because | None:
        return mission_story(subject, facts)


class RegionKind(LandingKind, Kind[Mission, Region]):
    """What the kinds share that ask for a region: only regions of one sort, none within another,
    that vehicles have really come down in."""

    regions: tuple[str, ...]

    def subjects(self, facts: FactBase) -> Sequence[Mission]:
        return [mission for name in self.regions for mission in facts.landings.get(name, ())]

    def candidates(self, subject: Mission, facts: FactBase) -> Sequence[Region]:
        return [REGIONS[name] for name in self.regions if facts.landings.get(name)]

    def holds(self, subject: Mission, candidate: Region, facts: FactBase) -> bool | None:
        region = region_of(subject)
        if region is None:
            return None
        if region is candidate:
            return True
        return None if overlap(region, candidate) else False

    def because(self, subject: Mission, candidate: Region, facts: FactBase) -> Because:
        if region_of(subject) is candidate:
            return came_down(subject, facts)
        others = facts.landings[candidate.name]
        return came_down(others[nearest(others, subject.number)], facts)

    def claim(self, subject: Mission, candidate: Region, facts: FactBase) -> Text:
        return claim_of_region(subject, candidate)

    def option(self, subject: Mission, candidate: Region, facts: FactBase) -> Text:
        return Text(REGION_NAMES[candidate.slug])


class WatersOfSplashdown(RegionKind):
    """The sea a capsule came down in. Trap: the Gulf of Mexico is part of the Atlantic, so the
    two never stand side by side: the Gulf is offered for the years in which it was in use."""

    slug = "waters-of-splashdown"
    name = gettext_noop("in which ocean a flight came down")
    interactions = (Interaction.CHOICE, Interaction.TRUE_FALSE)
    regions = (
        "North Atlantic Ocean", "North Pacific Ocean", "South Pacific Ocean", "Gulf of Mexico",
    )  # fmt: skip

    def candidates(self, subject: Mission, facts: FactBase) -> Sequence[Region]:
        gulf = facts.landings.get("Gulf of Mexico", ())
        used = bool(gulf) and subject.number >= gulf[0].number
        atlantic = "Gulf of Mexico" if used else "North Atlantic Ocean"
        if subject.landing_region == "North Atlantic Ocean":
            atlantic = subject.landing_region
        names = (atlantic, "North Pacific Ocean", "South Pacific Ocean")
        return [REGIONS[name] for name in names if facts.landings.get(name)]

    def stem(self, subject: Mission, facts: FactBase) -> Text:
        return text(
            gettext_noop("In which waters did {mission} splash down?"), mission=subject.name
        )


class StateOfLanding(RegionKind):
    """The state of the United States whose runway a shuttle landed on. Trap: one landed in New
    Mexico, so that it is offered again and again and hardly ever right. Nothing is claimed: of two
    states the longer name would be true too seldom."""

    slug = "state-of-landing"
    name = gettext_noop("in which state a flight landed")
    form = -10  # in truth one of two
    regions = ("Florida", "California", "New Mexico")

    def subjects(self, facts: FactBase) -> Sequence[Mission]:
        return [
            mission
            for mission in super().subjects(facts)
            if facts.family(mission) == "Space Shuttle"
        ]

    def stem(self, subject: Mission, facts: FactBase) -> Text:
        return text(
            gettext_noop("In which state of the United States did {mission} land?"),
            mission=subject.name,
        )


class PlaceOfLanding(RegionKind):
    """Where a vehicle came down, on the map; or in which of a few regions, all land or all sea.
    Trap: a point that is known for drawing only, or that sources dispute, is asked of nobody. Not
    a choice: the name of the programme would tell the region."""

    slug = "place-of-landing"
    name = gettext_noop("where on the map a flight came down")
    regions = tuple(REGIONS)
    interactions = (Interaction.PLACE,)

    def subjects(self, facts: FactBase) -> Sequence[Mission]:
        return [m for m in super().subjects(facts) if self.point(m, facts) is not None]

    def candidates(self, subject: Mission, facts: FactBase) -> Sequence[Region]:
        own = region_of(subject)
        asked = dict.fromkeys(map(region_of, self.subjects(facts)))
        return [region for region in asked if region and own and region.surface is own.surface]

    def point(self, subject: Mission, facts: FactBase) -> Point | None:
        if subject.point_kind not in UNCERTAINTY_KM or subject.lat is None or subject.lon is None:
            return None
        return Point(subject.lat, subject.lon, UNCERTAINTY_KM[subject.point_kind])

    def stem(self, subject: Mission, facts: FactBase) -> Text:
        message = (
            gettext_noop("Where did {mission} splash down?")
            if at_sea(subject)
            else gettext_noop("Where did {mission} land?")
        )
        return text(message, mission=subject.name)


class MissionOfRegion(LandingKind, Kind[Mission, Mission]):
    """Which of a few flights of a programme came down in a region. Trap: a region within another,
    as the Gulf of Mexico is in the Atlantic, is neither right nor wrong."""

    slug = "mission-of-region"
    name = gettext_noop("which flight landed in a region")
    version = 4
    claims_of_candidate = True
    interactions = (Interaction.CHOICE, Interaction.TRUE_FALSE, Interaction.MULTIPLE)

    def subjects(self, facts: FactBase) -> Sequence[Mission]:
        return [mission for name in REGIONS for mission in facts.landings.get(name, ())]

    def candidates(self, subject: Mission, facts: FactBase) -> Sequence[Mission]:
        return [subject, *facts.neighbours(subject, each_way=20)]

    def holds(self, subject: Mission, candidate: Mission, facts: FactBase) -> bool | None:
        region, other = region_of(subject), region_of(candidate)
        if region is None or other is None or candidate.landed_at is None:
            return None
        if region is other:
            return True
        return None if overlap(region, other) else False

    def key(self, subject: Mission, facts: FactBase) -> Mission:
        return subject

    def stem(self, subject: Mission, facts: FactBase) -> Text:
        if at_sea(subject):
            message = gettext_noop("Which of these flights splashed down {in_region}?")
        else:
            message = gettext_noop("Which of these flights landed {in_region}?")
        region = region_of(subject)
        return text(message, in_region=Text(IN_REGION[region.slug] if region else ""))

    def stem_of_all(self, subject: Mission, facts: FactBase) -> Text:
        if at_sea(subject):
            message = gettext_noop("Which of the flights splashed down {in_region}?")
        else:
            message = gettext_noop("Which of the flights landed {in_region}?")
        return self.stem(subject, facts)._replace(message=message)

    def claim(self, subject: Mission, candidate: Mission, facts: FactBase) -> Text:
        return claim_of_region(candidate, REGIONS[subject.landing_region])

    def because(self, subject: Mission, candidate: Mission, facts: FactBase) -> Because:
        return came_down(candidate, facts)

    def option(self, subject: Mission, candidate: Mission, facts: FactBase) -> Text:
        return Text(candidate.name)
