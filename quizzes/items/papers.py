"""From a blueprint and a seed to a paper: which items make a balanced whole."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import islice
from types import MappingProxyType
from typing import Final, NamedTuple

from quizzes.facts.records import Fact
from quizzes.items.about import about_it, asked_again, tells_of_any
from quizzes.items.blueprint import Blueprint, TooFew
from quizzes.items.generate import Generator
from quizzes.items.item import Interaction, Item
from quizzes.items.kinds.base import AnyKind
from quizzes.items.kinds.wording import launch_year
from quizzes.items.ratings import Ratings, corrected, key_of
from quizzes.items.rules.papers import can_stand_beside
from quizzes.items.seeds import Draw

CHOICES_TO_ONE: Final = 3
"""So many choices stand in a mixed paper beside one item of each other interaction: a choice is
quick, and asks nothing of a phone's keyboard."""
ITEMS_COMPARED: Final = 2
"""Items that a place in a paper is given to the best of, by era."""
MOST_MADE: Final = 60
"""So many items are made for one place in a paper: of a rare level more would have to be made than
a student can wait for, or a teacher who asks whether there are enough."""
UNRATED: Final[Ratings] = MappingProxyType({})


class Source(NamedTuple):
    """What items can be drawn from: a kind, a way to answer it, and its subjects."""

    kind: AnyKind
    interaction: Interaction
    subjects: Sequence[Fact]


def sources_within(blueprint: Blueprint, generator: Generator) -> list[Source]:
    """All that a paper may draw from: kinds of the topics, the ways to answer them, and the
    subjects that keep to the limits."""
    facts = generator.facts
    flights = facts.missions.values()
    allowed = {mission for mission in flights if blueprint.allows(mission, facts)}
    unlimited = len(allowed) == len(flights)
    ways = blueprint.interactions or tuple(Interaction)
    wanted = about_it(blueprint.about, facts)
    found = []
    for kind in generator.kinds:
        if kind.topic not in blueprint.topics:
            continue
        if blueprint.kinds and kind.slug not in blueprint.kinds:
            continue
        subjects = generator.subjects(kind)
        if not unlimited:
            subjects = [s for s in subjects if kind.mission(s, facts) in allowed]
        if blueprint.about:
            subjects = [s for s in subjects if tells_of_any(wanted, kind, s, facts)]
        if subjects:
            found += [Source(kind, way, subjects) for way in kind.interactions if way in ways]
    return found


def make_paper(
    blueprint: Blueprint, seed: str, generator: Generator, ratings: Ratings = UNRATED
) -> list[Item] | TooFew:
    """A paper: topics in turn, kinds in turn within each, every record asked about once, eras
    spread, no item giving another one away. What a paper is about may be asked about again. It
    climbs from the easier items to the harder.

    It is put in order when all items are there. To choose each item by the level that its place
    should have would be another draw than the one that makes guessing worth nothing.
    """
    again = asked_again(blueprint.about, generator.facts)
    draw = Draw(seed)

    def level(item: Item) -> int:
        return corrected(item, ratings.get(key_of(item)))

    def is_wanted(item: Item) -> bool:
        lowest, highest = blueprint.difficulty or (0, 9)
        return lowest <= level(item) <= highest

    alive = sources_within(blueprint, generator)
    paper: list[Item] = []
    uses: Counter[str] = Counter()
    eras: Counter[int] = Counter()
    while len(paper) < blueprint.count and alive:
        source = next_source(alive, uses, draw)
        found = fitting_item(source, paper, again, eras, generator, draw, is_wanted)
        if found is None:
            alive.remove(source)
            continue
        item, decade = found
        paper.append(item)
        uses.update((item.topic, item.kind, item.interaction))
        eras[decade] += 1
    return sorted(paper, key=level) if len(paper) == blueprint.count else TooFew(len(paper))


def next_source(alive: Sequence[Source], uses: Counter[str], draw: Draw) -> Source:
    """Of the topic used least, of its kinds one used least, answered in the way used least; ties
    are drawn."""
    fewest = min(uses[source.kind.topic] for source in alive)
    topic = draw.pick(
        sorted({source.kind.topic for source in alive if uses[source.kind.topic] == fewest})
    )
    of_topic = [source for source in alive if source.kind.topic == topic]
    fewest = min(uses[source.kind.slug] for source in of_topic)
    kind = draw.pick(list(dict.fromkeys(s.kind for s in of_topic if uses[s.kind.slug] == fewest)))
    of_kind = [source for source in of_topic if source.kind is kind]
    least = min(share(source.interaction, uses) for source in of_kind)
    return draw.pick([s for s in of_kind if share(s.interaction, uses) == least])


def share(interaction: Interaction, uses: Counter[str]) -> float:
    """How much of a paper is answered in this way, against how much should be."""
    weight = CHOICES_TO_ONE if interaction is Interaction.CHOICE else 1
    return uses[interaction] / weight


def fitting_item(
    source: Source,
    paper: Sequence[Item],
    again: frozenset[str],
    eras: Counter[int],
    generator: Generator,
    draw: Draw,
    is_wanted: Callable[[Item], bool],
) -> tuple[Item, int] | None:
    """A wanted item that can stand in ``paper``, and its decade: of the era used least so far among
    the first few that fit."""
    kind, interaction, subjects = source
    taken = {reference for item in paper for reference in item.subjects} - again
    made = generator.items(kind, draw, subjects, interaction, taken)
    fitting = (
        (item, launch_year(kind.mission(subject, generator.facts)) // 10)
        for subject, item in islice(made, MOST_MADE)
        if is_wanted(item) and can_stand_beside(item, paper, again)
    )
    first_few = islice(fitting, ITEMS_COMPARED)
    return min(first_few, key=lambda found: eras[found[1]], default=None)
