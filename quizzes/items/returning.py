"""How a remembered fact comes back: through another kind, or answered in another way, than last."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from quizzes.facts.records import Fact, Mission
from quizzes.items.composers import AIMS
from quizzes.items.generate import Generator
from quizzes.items.item import Interaction, Item, Topic
from quizzes.items.kinds.base import AnyKind, ref
from quizzes.items.memory import FactKey, aspect_of
from quizzes.items.rules.papers import can_stand_beside
from quizzes.items.seeds import Draw
from quizzes.items.text import Text

if TYPE_CHECKING:
    from quizzes.items.composers.base import AnyAim

ASKABLE_BY: Final = ("one", "another", "a third")
"""Seeds by which it is tried whether a fact can be asked about."""
AIMED: Final = 4
"""Items tried with a target place for the key, before one is made without."""


class Way(NamedTuple):
    """How a fact was, or may be, asked about: a kind's slug and an interaction."""

    kind: str
    interaction: str


@dataclass(frozen=True, slots=True)
class Ground:
    """What there is to remember. ``subjects``: by kind (slug) and reference. ``kinds``: by aspect.
    ``flights``: by topic, those about which it has something to ask, in order of launch."""

    subjects: Mapping[str, Mapping[str, Fact]]
    kinds: Mapping[str, tuple[AnyKind, ...]]
    flights: Mapping[Topic, tuple[Mission, ...]]


@lru_cache(maxsize=1)  # of the facts in force
def ground(generator: Generator) -> Ground:
    """All that can be asked about. Takes some 0.1 s, once for each revision of the facts."""
    kinds: dict[str, tuple[AnyKind, ...]] = {}
    flights: dict[Topic, dict[str, Mission]] = {topic: {} for topic in Topic}
    for kind in generator.kinds:
        kinds[aspect_of(kind.slug)] = (*kinds.get(aspect_of(kind.slug), ()), kind)
        for subject in generator.subjects(kind):
            mission = kind.mission(subject, generator.facts)
            flights[kind.topic][mission.slug] = mission
    return Ground(
        {kind.slug: {ref(s): s for s in generator.subjects(kind)} for kind in generator.kinds},
        kinds,
        {
            topic: tuple(sorted(held.values(), key=lambda mission: mission.number))
            for topic, held in flights.items()
        },
    )


def asking(fact: FactKey, generator: Generator) -> Iterator[tuple[AnyKind, Fact]]:
    """The kinds that can ask about ``fact`` now, with its subject: none where the facts have been
    corrected so that it is no longer known."""
    held = ground(generator)
    for kind in held.kinds.get(fact.aspect, ()):
        subject = held.subjects[kind.slug].get(fact.subject)
        if subject is not None:
            yield kind, subject


def ways_back(fact: FactKey, last: Way, generator: Generator, draw: Draw) -> list[Way]:
    """All ways to ask about ``fact``, those least like the last one first; ties are drawn."""
    ways = [
        Way(kind.slug, interaction.value)
        for kind, _ in asking(fact, generator)
        for interaction in kind.interactions
    ]
    return sorted(draw.shuffled(ways), key=lambda way: likeness(way, last))


def likeness(way: Way, last: Way) -> int:
    """From 0, another kind and another interaction, to 2, the same way."""
    return (way.kind == last.kind) + (way.interaction == last.interaction)


def returning_item(
    fact: FactKey, last: Way, generator: Generator, draw: Draw, paper: Sequence[Item] = ()
) -> Item | None:
    """An item about ``fact`` that can stand in ``paper``; None where there is none."""
    kinds = {kind.slug: (kind, subject) for kind, subject in asking(fact, generator)}
    for way in ways_back(fact, last, generator, draw):
        kind, subject = kinds[way.kind]
        for item in items_of(kind, subject, Interaction(way.interaction), generator, draw):
            # Two facts about one record may stand in a paper, if neither gives the other away.
            if can_stand_beside(item, paper, frozenset(item.subjects)):
                return item
    return None


def items_of(
    kind: AnyKind, subject: Fact, interaction: Interaction, generator: Generator, draw: Draw
) -> Iterator[Item]:
    """A few items with the key where it is aimed at, so that guessing is worth nothing."""
    aims: list[AnyAim] = [AIMS[interaction](draw) for _ in range(AIMED) if interaction in AIMS]
    for aim in (*aims, None):
        made = generator.item(kind, subject, draw, aim, interaction)
        if isinstance(made, Item):
            yield made


def is_askable(fact: FactKey, last: Way, generator: Generator) -> bool:
    """Whether a fair item can be made about ``fact`` alone. Of one in a hundred there is none: too
    few others are known to be wrong. It was met among pairs, or before the facts were corrected.
    The same draws for everybody: it is the fact that cannot be asked, not the day."""
    return any(returning_item(fact, last, generator, Draw(seed)) for seed in ASKABLE_BY)


def practice_items(
    facts: Iterable[tuple[FactKey, Way]], count: int, generator: Generator, draw: Draw
) -> tuple[list[Item], list[tuple[FactKey, Way]]]:
    """Items about ``facts``, each with the way it was asked last, in their order: ``count``, or as
    many as there are. One that does not fit beside those before it waits for the next paper: these
    come second."""
    paper: list[Item] = []
    left: list[tuple[FactKey, Way]] = []
    for fact, last in facts:
        if len(paper) == count:
            break
        item = returning_item(fact, last, generator, draw, paper)
        if item is not None:
            paper.append(item)
        else:
            left.append((fact, last))
    return paper, left


def topic_and_flight(fact: FactKey, generator: Generator) -> tuple[Topic, Mission] | None:
    """Where ``fact`` stands in the history of spaceflight; None where it is not known any more."""
    for kind, subject in asking(fact, generator):
        return kind.topic, kind.mission(subject, generator.facts)
    return None


def statement(fact: FactKey, kind: str, generator: Generator) -> Text | None:
    """The fact in words, as ``kind`` (a slug), or one like it, tells it."""
    facts = generator.facts
    for one, subject in sorted(asking(fact, generator), key=lambda held: held[0].slug != kind):
        wanted = one.key(subject, facts)
        for candidate in one.candidates(subject, facts):
            if wanted is not None and candidate is not wanted:
                continue
            if one.holds(subject, candidate, facts) is True:
                return one.because(subject, candidate, facts).text
    return None
