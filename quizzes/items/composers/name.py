"""A name: everybody who is right is accepted, so of everybody it must be known."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from rapidfuzz import process
from rapidfuzz.distance import OSA, DamerauLevenshtein

from quizzes.facts.base import FactBase
from quizzes.facts.records import Fact, Person
from quizzes.items.composers.base import NOT_PROVEN, AnyAim, Refused
from quizzes.items.folding import fold
from quizzes.items.interactions.name import MOST_MISTAKES, forgiven
from quizzes.items.item import Interaction, Item, Name
from quizzes.items.kinds.base import AnyKind
from quizzes.items.rules.truth import right_people
from quizzes.items.seeds import Draw
from quizzes.items.text import gettext_noop, names_text, text

if TYPE_CHECKING:
    from quizzes.items.generate import Generator

DISTRACTORS: Final = 4
"""So many who were not asked for have their own fact in the item, for who names them."""


def compose(
    generator: "Generator", kind: AnyKind, subject: Fact, draw: Draw, _aim: AnyAim
) -> Item | Refused:
    facts = generator.facts
    right = right_people(kind, subject, facts)
    if not right:
        return NOT_PROVEN
    keys = [generator.faces.face(kind, subject, person) for person in right]
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
    native, family = in_own_letters(person.native_name)
    full = dict.fromkeys(fold(name) for name in (person.name, *person.aliases, *native))
    return Name(person.name, tuple(full), (fold(person.family_name), *map(fold, family)))


def in_own_letters(native: str) -> tuple[Sequence[str], Sequence[str]]:
    """The full names in a native one, with what is between the first name and the last and
    without; and the family name, which comes last where there is a blank."""
    match native.split():
        case [first, _, *_, last]:
            return (native, f"{first} {last}"), (last,)
        case [_, last]:
            return (native,), (last,)
        case words:
            return words, ()


@lru_cache(maxsize=2048)
def alike(person: Person, facts: FactBase) -> Sequence[Person]:
    """The others who share the family name, or whose name a misspelling could mean as well.

    Those at no great distance are found first, by one that is counted several times as fast. It is
    never more than half as much again: where letters change over that have others between them,
    it counts two instead of one, beside at least one for the others.
    """
    own, (full, family) = name_of(person), spellings(facts)
    near = {
        other
        for ours, theirs in ((own.full, full), (own.family, family))
        for one in ours
        for other, distance, _ in process.extract(
            one,
            theirs.keys(),
            scorer=OSA.distance,
            score_cutoff=3 * most_apart(one) // 2,
            limit=None,
        )
        if are_near(one, other, distance)
    }
    people = {other for name in near for other in (*full.get(name, ()), *family.get(name, ()))}
    return [other for other in facts.people.values() if other in people and other is not person]


@lru_cache(maxsize=2)  # asked for every person
def spellings(facts: FactBase) -> tuple[Mapping[str, list[Person]], Mapping[str, list[Person]]]:
    """Everybody by their names in full, and by their family name."""
    full, family = defaultdict[str, list[Person]](list), defaultdict[str, list[Person]](list)
    for person in facts.people.values():
        for one in name_of(person).full:
            full[one].append(person)
        for one in name_of(person).family:
            family[one].append(person)
    return full, family


def most_apart(one: str) -> int:
    """How far any name may be from ``one`` that is near it. Names are at least as far apart as
    one is longer than the other."""
    own = letters(one)
    longer = range(own, own + 2 * MOST_MISTAKES + 1)
    return max(most for length in longer if (most := apart_at(length)) >= length - own)


def are_near(one: str, other: str, at_most: int) -> bool:
    """Whether something could be written that is a misspelling of both, or one of the other.
    ``at_most``: a distance that theirs is known not to exceed."""
    most = apart_at(max(letters(one), letters(other)))
    if at_most <= most:
        return True
    if 2 * at_most > 3 * most:
        return False
    return DamerauLevenshtein.distance(one, other, score_cutoff=most) <= most


@lru_cache(maxsize=128)  # asked for every two names
def apart_at(length: int) -> int:
    """How far two names may be apart that are near, the longer one of so many letters: each has a
    misspelling that is forgiven, and what is written may have a letter more."""
    return 2 * forgiven(length + 1)


def letters(name: str) -> int:
    """The length of ``name`` without its spaces."""
    return len(name) - name.count(" ")
