"""What an item kind is: a predicate over facts, and how to word it."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, ClassVar, Final, Generic, NamedTuple, TypeAlias, TypeVar

from quizzes.facts.base import FactBase
from quizzes.facts.records import (
    Agency,
    Citation,
    Fact,
    Mission,
    Person,
    Seat,
    Site,
    Spacecraft,
    Spacewalk,
    Station,
)
from quizzes.facts.regions import REGION_BY_SLUG, Region
from quizzes.items.item import Interaction, Point, Quantity, Relation, Topic
from quizzes.items.margins import clearly_differ
from quizzes.items.text import Text

S = TypeVar("S", bound=Fact)
C = TypeVar("C", bound=Fact)

RECORD_NAMES: Final[Mapping[type[Fact], str]] = {
    Agency: "agency",
    Mission: "mission",
    Person: "person",
    Region: "region",
    Seat: "seat",
    Site: "site",
    Spacecraft: "spacecraft",
    Spacewalk: "spacewalk",
    Station: "station",
}
HELD_IN: Final[Mapping[str, Callable[[FactBase], Mapping[str, Fact]]]] = {
    "agency": lambda facts: facts.agencies,
    "mission": lambda facts: facts.missions,
    "person": lambda facts: facts.people,
    "region": lambda _facts: REGION_BY_SLUG,
    "seat": lambda facts: facts.seats,
    "site": lambda facts: facts.sites,
    "spacecraft": lambda facts: facts.spacecraft,
    "spacewalk": lambda facts: facts.spacewalks,
    "station": lambda facts: facts.stations,
}


def ref(record: Fact) -> str:
    """What an item calls a record by: ``"person:scott-kelly"``."""
    return f"{RECORD_NAMES[type(record)]}:{record.slug}"


def resolve(reference: str, facts: FactBase) -> Fact | None:
    """The record that ``ref`` named, or None where the facts no longer have it."""
    name, _, slug = reference.partition(":")
    return HELD_IN[name](facts).get(slug) if name in HELD_IN else None


class Because(NamedTuple):
    """Why a candidate is, or is not, what was asked for: a statement and who says so."""

    text: Text
    citations: tuple[Citation, ...]


class Kind(ABC, Generic[S, C]):
    """One way to ask.

    ``holds`` answers True, False, or None where it is not known. The engine takes the key from
    the candidates for which it is True, and distractors only from those known to be False.
    """

    slug: ClassVar[str]
    name: ClassVar[str]
    """What teachers call it by: what is asked for, and of what."""
    form: ClassVar[int] = 0
    """The points of difficulty that it adds, where it asks for more than a fact about one record,
    or for less: see ``quizzes/items/difficulty.py``."""
    topic: ClassVar[Topic]
    version: ClassVar[int] = 3
    """Raised whenever the same seed may give other items than before."""
    interactions: ClassVar[tuple[Interaction, ...]] = (Interaction.CHOICE,)
    """How it can be answered. Each but a choice needs a method of its own: see below."""
    claims_of_candidate: ClassVar[bool] = False
    """Whether a claim is about the candidate in the first place: then feedback to a false one
    begins with what is true of it, not with what would be right instead."""
    asks_for: ClassVar[Relation | None] = None
    """The relation asked about: in that, options differ by design, so it makes none of them
    stand out."""

    @abstractmethod
    def subjects(self, facts: FactBase) -> Sequence[S]:
        """What can be asked about, in a stable order."""

    @abstractmethod
    def candidates(self, subject: S, facts: FactBase) -> Sequence[C]:
        """What could be offered, the key among it, in a stable order."""

    @abstractmethod
    def holds(self, subject: S, candidate: C, facts: FactBase) -> bool | None:
        """Whether ``candidate`` is right. None: not known, so never offered."""

    @abstractmethod
    def stem(self, subject: S, facts: FactBase) -> Text:
        """The question."""

    @abstractmethod
    def because(self, subject: S, candidate: C, facts: FactBase) -> Because:
        """The fact about ``candidate`` that makes it right or wrong."""

    @abstractmethod
    def option(self, subject: S, candidate: C, facts: FactBase) -> Text:
        """How the candidate reads as an option."""

    @abstractmethod
    def mission(self, subject: S, facts: FactBase) -> Mission:
        """The flight that the question is about: it gives the year, the family and the tone."""

    def key(self, subject: S, facts: FactBase) -> C | None:
        """The one candidate that must be the key where several hold, else None."""
        return None

    def stratum(self, subject: S, facts: FactBase) -> str:
        """Subjects are drawn evenly over strata, so that no key becomes a safe guess: over decades,
        unless a kind knows better."""
        launched_at = self.mission(subject, facts).launched_at
        return str(launched_at.year // 10 if launched_at is not None else 0)

    # What other interactions than a choice need ------------------------------------------------

    def stem_of_all(self, subject: S, facts: FactBase) -> Text:
        """Multiple response: the question after all candidates for which it holds."""
        raise NotImplementedError(f"{self.slug} does not ask for several")

    def claim(self, subject: S, candidate: C, facts: FactBase) -> Text:
        """True or false: the statement that ``candidate`` is right."""
        raise NotImplementedError(f"{self.slug} claims nothing")

    def stem_of_order(self, subject: S, facts: FactBase) -> Text:
        """Order: what to put in order, and from what to what. Such a kind asks for the first of
        a few, so subjects are candidates, and ``holds`` of another one is False where the subject
        comes clearly before it."""
        raise NotImplementedError(f"{self.slug} puts nothing in order")

    def stem_of_match(self, facts: FactBase) -> Text:
        """Match: what to find the partner of, and what the partners are."""
        raise NotImplementedError(f"{self.slug} matches nothing")

    def prompt(self, subject: S, facts: FactBase) -> Text:
        """Match: how the subject reads as a prompt."""
        raise NotImplementedError(f"{self.slug} matches nothing")

    def quantity(self, subject: S, facts: FactBase) -> Quantity:
        """Number: what to write, and how near counts."""
        raise NotImplementedError(f"{self.slug} asks for no number")

    def point(self, subject: S, facts: FactBase) -> Point | None:
        """Place: where it is; None where that is not known."""
        raise NotImplementedError(f"{self.slug} asks for no place")

    # More about the subject --------------------------------------------------------------------

    def background(self, subject: S, facts: FactBase) -> Because | None:
        """More about the subject, and who says so, for those who want to know."""
        return None

    def number(self, subject: S, candidate: C, facts: FactBase) -> int | None:
        """The number that the option shows, for options that are shown in order."""
        return None

    def differ(self, one: int, other: int) -> bool:
        """Whether two numbers of options are clearly apart."""
        return clearly_differ(one, other)

    def tells_of(self, subject: S, facts: FactBase) -> tuple[str, ...]:
        """References of all records that stem and key tell of: a paper asks of each only once."""
        return (ref(subject), ref(self.mission(subject, facts)))

    def day(self, subject: S, facts: FactBase) -> date | None:
        """The day the question is about."""
        launched_at = self.mission(subject, facts).launched_at
        return launched_at.date() if launched_at is not None else None


AnyKind: TypeAlias = Kind[Any, Any]
"""A kind with whatever types of subject and candidate it brings."""
