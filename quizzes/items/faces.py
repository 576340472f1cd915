"""How candidates look among options, and what they share."""

from collections.abc import Sequence

from quizzes.facts.base import FactBase
from quizzes.facts.records import Fact, Mission
from quizzes.items.distractors import STRENGTH, Attribute, attributes
from quizzes.items.folding import fold
from quizzes.items.item import Relation
from quizzes.items.kinds.base import AnyKind, ref
from quizzes.items.option_sets import Face


class Faces:
    """The faces of all candidates from one fact base, each kept: there are only so many."""

    def __init__(self, facts: FactBase) -> None:
        self.facts = facts
        self._faces: dict[tuple[str, Fact], Face] = {}
        self._of_records: dict[Fact, tuple[str, int]] = {}
        self._bits: dict[Attribute, int] = {}
        self._of_relation: dict[Relation, int] = dict.fromkeys(STRENGTH, 0)

    def face(self, kind: AnyKind, subject: Fact, candidate: Fact) -> Face:
        """How ``candidate`` looks among options: the same for every subject, but for numbers."""
        face = self._faces.get((kind.slug, candidate))
        if face is None:
            face = self._new_face(kind, subject, candidate)
            if not face.is_number:
                self._faces[kind.slug, candidate] = face
        return face

    def _new_face(self, kind: AnyKind, subject: Fact, candidate: Fact) -> Face:
        text = kind.option(subject, candidate, self.facts)
        shown = text.render()
        number = kind.number(subject, candidate, self.facts)
        held = self._of_records.get(candidate)
        if held is None:
            held = self._of_records[candidate] = ref(candidate), self._new_bits(candidate)
        reference, bits = held
        asked_for = kind.asks_for
        return Face(
            candidate=candidate,
            reference=reference,
            text=text,
            shown=shown,
            compact=fold(shown).replace(" ", ""),
            length=len(shown),
            size=size_of(candidate, number, shown),
            is_number=number is not None,
            bits=bits,
            traits=bits if asked_for is None else bits & ~self._of_relation[asked_for],
        )

    def _new_bits(self, record: Fact) -> int:
        """A bit for each attribute of ``record``, the same one for all that have it."""
        bits = 0
        for attribute in attributes(record, self.facts):
            bit = 1 << self._bits.setdefault(attribute, len(self._bits))
            self._of_relation[attribute[0]] |= bit
            bits |= bit
        return bits

    def strongest(self, keys: Sequence[Face], face: Face) -> Relation:
        """The strongest thing that ``face`` shares with a key that it shares anything with."""
        for key in keys:
            if common := key.bits & face.bits:
                for relation, bits in self._of_relation.items():
                    if common & bits:
                        return relation
        return Relation.NEAR_VALUE


def size_of(candidate: Fact, number: int | None, shown: str) -> int:
    """What an option is compared by at a glance: its number, the order of launch that the name of
    a flight tells, else the length of its text."""
    if number is not None:
        return number
    return candidate.number if isinstance(candidate, Mission) else len(shown)
