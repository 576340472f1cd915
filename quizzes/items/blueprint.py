"""What a paper should contain."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from quizzes.facts.base import FactBase
from quizzes.facts.records import Mission
from quizzes.items.item import Interaction, Topic
from quizzes.items.text import Json


@dataclass(frozen=True, slots=True)
class Blueprint:
    """What a paper should contain. An empty limit means no limit.

    ``years``: launches from the first to the last of two years, both included.
    ``families``: families of spacecraft. ``agencies``: slugs; somebody aboard flew for one.
    ``stations``: slugs; the flight went to one. ``kinds``: slugs, of kinds of the topics.
    ``interactions``: the ways to answer. ``difficulty``: from the first to the last of two levels,
    both included.
    ``about``: the reference of a mission, person, agency or station that every question tells of.
    """

    topics: tuple[Topic, ...]
    count: int
    years: tuple[int, int] | None = None
    families: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    stations: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    interactions: tuple[Interaction, ...] = ()
    difficulty: tuple[int, int] | None = None
    about: str = ""

    def to_json(self) -> dict[str, Json]:
        """What a paper and a quiz keep. Limits that came later are left out where there are none:
        papers of the time before are found by what was kept then."""
        later: dict[str, Json] = {
            "about": self.about,
            "stations": list(self.stations),
            "kinds": list(self.kinds),
            "interactions": [interaction.value for interaction in self.interactions],
            "difficulty": list(self.difficulty or ()),
        }
        return {
            "topics": [topic.value for topic in self.topics],
            "count": self.count,
            "years": list(self.years) if self.years else None,
            "families": list(self.families),
            "agencies": list(self.agencies),
            **{name: limit for name, limit in later.items() if limit},
        }

    @classmethod
    def from_json(cls, held: Mapping[str, Json]) -> "Blueprint":
        """What ``to_json`` wrote."""
        years = cast("list[int] | None", held.get("years"))
        levels = cast("list[int] | None", held.get("difficulty"))
        return cls(
            topics=tuple(Topic(topic) for topic in cast("list[str]", held["topics"])),
            count=cast(int, held["count"]),
            years=(years[0], years[1]) if years else None,
            families=tuple(cast("list[str]", held.get("families", []))),
            agencies=tuple(cast("list[str]", held.get("agencies", []))),
            interactions=tuple(
                Interaction(name) for name in cast("list[str]", held.get("interactions", []))
            ),
            stations=tuple(cast("list[str]", held.get("stations", []))),
            kinds=tuple(cast("list[str]", held.get("kinds", []))),
            difficulty=(levels[0], levels[1]) if levels else None,
            about=cast(str, held.get("about", "")),
        )

    def allows(self, mission: Mission, facts: FactBase) -> bool:
        """Whether a question about ``mission`` keeps to the limits."""
        if self.years is not None:
            if mission.launched_at is None:
                return False
            if not self.years[0] <= mission.launched_at.year <= self.years[1]:
                return False
        if self.families and facts.family(mission) not in self.families:
            return False
        if self.stations and not set(self.stations).intersection(mission.stations):
            return False
        return not self.agencies or any(
            seat.agency in self.agencies for seat in facts.crew_up(mission)
        )


@dataclass(frozen=True, slots=True)
class TooFew:
    """A blueprint that cannot be filled, and how many items it could be filled with."""

    available: int
