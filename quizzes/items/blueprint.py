"""From a blueprint and a seed to a paper: which items make a balanced whole."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, cast

from quizzes.facts.base import FactBase
from quizzes.facts.records import Fact, Mission
from quizzes.items.about import about_it, asked_again, tells_of_any
from quizzes.items.generate import Generator
from quizzes.items.item import Item, Topic
from quizzes.items.kinds.base import AnyKind
from quizzes.items.kinds.wording import launch_year
from quizzes.items.rules import can_stand_beside
from quizzes.items.seeds import Draw
from quizzes.items.text import Json

ITEMS_COMPARED: Final = 2
"""Items that a place in a paper is given to the best of, by era."""


@dataclass(frozen=True, slots=True)
class Blueprint:
    """What a paper should contain. An empty limit means no limit.

    ``years``: launches from the first to the last of two years, both included.
    ``families``: families of spacecraft. ``agencies``: slugs; somebody aboard flew for one.
    ``about``: the reference of a mission, person, agency or station that every question tells of.
    """

    topics: tuple[Topic, ...]
    count: int
    years: tuple[int, int] | None = None
    families: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    about: str = ""

    def to_json(self) -> dict[str, Json]:
        """What a paper and a quiz keep. Without ``about`` as it was before there was one: papers
        of a quiz are found by what is kept."""
        held: dict[str, Json] = {
            "topics": [topic.value for topic in self.topics],
            "count": self.count,
            "years": list(self.years) if self.years else None,
            "families": list(self.families),
            "agencies": list(self.agencies),
        }
        return {**held, "about": self.about} if self.about else held

    @classmethod
    def from_json(cls, held: Mapping[str, Json]) -> "Blueprint":
        """What ``to_json`` wrote."""
        years = cast("list[int] | None", held.get("years"))
        return cls(
            topics=tuple(Topic(topic) for topic in cast("list[str]", held["topics"])),
            count=cast(int, held["count"]),
            years=(years[0], years[1]) if years else None,
            families=tuple(cast("list[str]", held.get("families", []))),
            agencies=tuple(cast("list[str]", held.get("agencies", []))),
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
        return not self.agencies or any(
            seat.agency in self.agencies for seat in facts.crew_up(mission)
        )


@dataclass(frozen=True, slots=True)
class TooFew:
    """A blueprint that cannot be filled, and how many items it could be filled with."""

    available: int


def subjects_within(
    blueprint: Blueprint, generator: Generator
) -> list[tuple[AnyKind, Sequence[Fact]]]:
    """For each kind of the topics, the subjects that keep to the limits; kinds without any are
    left out."""
    facts = generator.facts
    allowed = {mission for mission in facts.orbital if blueprint.allows(mission, facts)}
    unlimited = len(allowed) == len(facts.orbital)
    wanted = about_it(blueprint.about, facts)
    found = []
    for kind in generator.kinds:
        if kind.topic not in blueprint.topics:
            continue
        subjects = generator.subjects(kind)
        if not unlimited:
            subjects = [s for s in subjects if kind.mission(s, facts) in allowed]
        if blueprint.about:
            subjects = [s for s in subjects if tells_of_any(wanted, kind, s, facts)]
        if subjects:
            found.append((kind, subjects))
    return found


def make_paper(blueprint: Blueprint, seed: str, generator: Generator) -> list[Item] | TooFew:
    """A paper: topics in turn, kinds in turn within each, every record asked about once, eras
    spread, no item giving another one away. What a paper is about may be asked about again."""
    again = asked_again(blueprint.about, generator.facts)
    draw = Draw(seed)
    alive = subjects_within(blueprint, generator)
    paper: list[Item] = []
    uses: Counter[str] = Counter()
    eras: Counter[int] = Counter()
    while len(paper) < blueprint.count and alive:
        kind, subjects = next_kind(alive, uses, draw)
        found = fitting_item(kind, subjects, paper, again, eras, generator, draw)
        if found is None:
            alive = [pair for pair in alive if pair[0] is not kind]
            continue
        item, decade = found
        paper.append(item)
        uses.update((kind.topic, kind.slug))
        eras[decade] += 1
    return paper if len(paper) == blueprint.count else TooFew(len(paper))


def next_kind(
    alive: Sequence[tuple[AnyKind, Sequence[Fact]]], uses: Counter[str], draw: Draw
) -> tuple[AnyKind, Sequence[Fact]]:
    """A kind of the topic used least, and of its kinds one used least; ties are drawn."""
    fewest = min(uses[kind.topic] for kind, _ in alive)
    topic = draw.pick(sorted({kind.topic for kind, _ in alive if uses[kind.topic] == fewest}))
    of_topic = [pair for pair in alive if pair[0].topic == topic]
    fewest = min(uses[kind.slug] for kind, _ in of_topic)
    return draw.pick([pair for pair in of_topic if uses[pair[0].slug] == fewest])


def fitting_item(
    kind: AnyKind,
    subjects: Sequence[Fact],
    paper: Sequence[Item],
    again: frozenset[str],
    eras: Counter[int],
    generator: Generator,
    draw: Draw,
) -> tuple[Item, int] | None:
    """An item that can stand in ``paper``, and its decade: of the era used least so far among
    the first few that fit."""
    fitting = (
        (item, launch_year(kind.mission(subject, generator.facts)) // 10)
        for subject, item in generator.items(kind, draw, subjects)
        if can_stand_beside(item, paper, again)
    )
    first_few = islice(fitting, ITEMS_COMPARED)
    return min(first_few, key=lambda found: eras[found[1]], default=None)
