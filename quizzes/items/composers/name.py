"""A name: everybody who is right is accepted, so of everybody it must be known."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import DamerauLevenshtein

from quizzes.facts.base import FactBase
from quizzes.facts.records import Fact, Person
from quizzes.items.composers.base import NOT_PROVEN, Refused
from quizzes.items.folding import fold
from quizzes.items.interactions.name import MOST_MISTAKES
from quizzes.items.item import Interaction, Item, Name
from quizzes.items.kinds.base import AnyKind
from quizzes.items.option_sets import Aim
from quizzes.items.rules.truth import right_people
from quizzes.items.seeds import Draw
from quizzes.items.text import gettext_noop, names_text, text

if TYPE_CHECKING:
    from quizzes.items.generate import Generator

DISTRACTORS: Final = 4
"""So many who were not asked for have their own fact in the item, for who names them."""


def compose(
    generator: "Generator", kind: AnyKind, subject: Fact, draw: Draw, _aim: Aim | None
) -> Item | Refused:
    facts = generator.facts
    right = right_people(kind, subject, facts)
    if not right:
        return NOT_PROVEN
    keys = [generator.face(kind, subject, person) for person in right]
    pool, _prepared = generator.pool(kind, subject, every_key=True)
    wrong = draw.sample(pool.distractors, min(DISTRACTORS, len(pool.distractors)))
    faces = [*keys, *wrong]
    stem = kind.stem(subject, facts)
    item = generator.assemble(kind, subject, Interaction.NAME, stem, faces, keys)
    if len(keys) > 1:
        shown = names_text([face.text for face in keys])
        item = item._replace(
            rationale=text(gettext_noop("Any of these is right: {names}."), names=shown)
        )
    offered = [face.candidate for face in faces]
    people = [person for person in offered if isinstance(person, Person)]
    mistakable = dict.fromkeys(
        other for person in right for other in alike(person, facts) if other not in people
    )
    names = tuple(name_of(person) for person in (*people, *mistakable))
    return generator.judged(kind, subject, item._replace(names=names), faces)


@lru_cache(maxsize=2048)
def name_of(person: Person) -> Name:
    """How somebody's name may be written."""
    full = dict.fromkeys(fold(name) for name in (person.name, *person.aliases))
    return Name(person.name, tuple(full), (fold(person.family_name),))


@lru_cache(maxsize=2048)
def alike(person: Person, facts: FactBase) -> Sequence[Person]:
    """The others who share the family name, or whose name a misspelling could mean as well."""
    own = name_of(person)
    return [
        other
        for other in facts.people.values()
        if other is not person and could_be_meant(own, name_of(other))
    ]


def could_be_meant(own: Name, other: Name) -> bool:
    """Whether a misspelling could be as close to one name as to the other."""
    if own.family == other.family:
        return True
    most = 2 * MOST_MISTAKES
    return any(
        DamerauLevenshtein.distance(one, another, score_cutoff=most) <= most
        for ours, theirs in ((own.full, other.full), (own.family, other.family))
        for one in ours
        for another in theirs
        if 2 * most <= len(one)
    )
