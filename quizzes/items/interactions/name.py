"""Name: somebody's name is written. The value is ``{"text": what was written, "option": whom}``.

``option`` is the index in the names of the item (``item.names``), null where it is nobody's. Read
in turn: a full name or an alias, in either order; initials; the family name alone; a misspelling,
where it is close to one person's name and clearly farther from anybody else's. What is written in
Cyrillic is read as it is and in Latin letters. Where several people go by what was written, and not
all or none of them are right, the form asks which.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, cast

from rapidfuzz.distance import DamerauLevenshtein

from quizzes.items.folding import folded
from quizzes.items.interactions.base import (
    Again,
    Given,
    Problem,
    Raw,
    Row,
    Sample,
    clean,
    index_of,
    option_rows,
    single,
)
from quizzes.items.item import Item, Name
from quizzes.items.text import AsWritten, Json, Text, names_text
from quizzes.items.transliteration import latin

LONGEST: Final = 80
"""Characters of a name: the longest here has half as many."""
LETTERS_A_MISTAKE: Final = 5
"""A slip of the pen is forgiven for every so many letters: none in Ride, one in Armstrong."""
MOST_MISTAKES: Final = 3
WRITTEN: Final = "text"
"""What a value has that is in somebody's own words."""
TOO_MANY: Final = MOST_MISTAKES + 1


def tokens(item: Item) -> int:
    return len(item.names)


def read(raw: Raw, item: Item, tokens: Sequence[str]) -> Given | Again:
    """The name in the field ``name``; ``which`` picks one of several who go by it."""
    written, which = single(raw, "name"), single(raw, "which")
    if written is None or which is None:
        return Again(Problem.MORE_THAN_ONE)
    if len(written) > LONGEST:
        return Again(Problem.TOO_LONG)
    shown = clean(written)
    if not folded(shown):
        return Again(Problem.NOTHING_CHOSEN)
    return meant(shown, index_of(which, tokens), item)


def check(value: Json, item: Item) -> Given | Again:
    """A name."""
    return (
        read({"name": [value]}, item, ()) if isinstance(value, str) else Again(Problem.NOT_A_NAME)
    )


def meant(written: str, which: int | None, item: Item) -> Given | Again:
    """Whom it means; the form once more where that is one of several."""
    found = who(written, item.names)
    if which is not None and which in found:
        found = [which]
    if len({is_right(item, index) for index in found}) > 1:
        several: list[Json] = list(found)
        return Again(Problem.WHICH_ONE, {"text": written, "which": several})
    return Given({"text": written, "option": found[0] if found else None})


def who(written: str, names: Sequence[Name]) -> list[int]:
    """The indices of those who go by a name, in its own letters or in Latin ones."""
    forms = dict.fromkeys((folded(written), folded(latin(written))))
    words = [sorted(form.split()) for form in forms]
    for goes_by in (in_full, by_initials, by_family):
        found = [at for at, name in enumerate(names) if any(goes_by(one, name) for one in words)]
        if found:
            return found
    return misspelt([*forms], names)


def in_full(words: Sequence[str], name: Name) -> bool:
    """All the words of one of the full names, in any order."""
    return any(sorted(full.split()) == words for full in name.full)


def by_initials(words: Sequence[str], name: Name) -> bool:
    """The family name, and of the others at least one initial: "N Armstrong"."""
    initials = [word for word in words if len(word) == 1]
    rest = [word for word in words if len(word) > 1]
    if not initials:
        return False
    for full in name.full:
        left = full.split()
        has_family = any(set(family.split()) <= set(rest) for family in name.family)
        if has_family and all(word in left for word in rest):
            firsts = [word[0] for word in left if word not in rest]
            if sorted(firsts) == initials or firsts[:1] == initials:
                return True
    return False


def by_family(words: Sequence[str], name: Name) -> bool:
    """The family name alone."""
    return any(sorted(family.split()) == words for family in name.family)


def misspelt(forms: Sequence[str], names: Sequence[Name]) -> list[int]:
    """Those whose name is closest to a misspelling, where it is close enough."""
    distances = [min(slips(form, name) for form in forms) for name in names]
    fewest = min(distances, default=TOO_MANY)
    return [at for at, distance in enumerate(distances) if distance == fewest < TOO_MANY]


def slips(written: str, name: Name) -> int:
    """How many slips of the pen are between what was written and a name; ``TOO_MANY`` where they
    are not forgiven."""
    allowed = forgiven(len(written.replace(" ", "")))
    if has_other_initials(written.split(), name):
        return TOO_MANY
    found = mistakes(written, name, allowed)
    return found if found <= allowed else TOO_MANY


def has_other_initials(words: Sequence[str], name: Name) -> bool:
    """Whether initials are all that is written of the first names, and none is one of theirs: that
    is no slip of the pen."""
    initials = {word for word in words if len(word) == 1}
    longest_family = max(len(family.split()) for family in name.family)
    if not initials or len(words) - len(initials) > longest_family:
        return False
    families = {word for family in name.family for word in family.split()}
    firsts = {word for full in name.full for word in full.split()} - families
    return initials.isdisjoint(word[0] for word in firsts)


def forgiven(letters: int) -> int:
    """How many slips of the pen are forgiven in a name of so many letters."""
    return min(MOST_MISTAKES, letters // LETTERS_A_MISTAKE)


def mistakes(written: str, name: Name, allowed: int) -> int:
    """Letters wrong, missing, added or swapped, against the nearest of somebody's spellings: more
    than ``allowed`` is not counted further."""
    return min(
        DamerauLevenshtein.distance(written, spelling, score_cutoff=allowed)
        for spelling in (*name.full, *map(family_first, name.full), *name.family)
    )


def family_first(full: str) -> str:
    """A name with what comes last put first: "armstrong neil"."""
    firsts, _, last = full.rpartition(" ")
    return f"{last} {firsts}".strip()


def is_right(item: Item, index: int) -> bool:
    return index < len(item.options) and item.options[index].is_key


def person(value: Json) -> int | None:
    """The index in the item's names of whom a response meant."""
    return cast("int | None", cast("dict[str, Json]", value)["option"])


def grade(item: Item, value: Json) -> float:
    """1 for somebody who is right, else 0."""
    index = person(value)
    return 1.0 if index is not None and is_right(item, index) else 0.0


def without_words(value: Json) -> Json:
    """The value with whom it means alone."""
    return {**cast("dict[str, Json]", value), WRITTEN: ""}


def luck(item: Item) -> float:
    return 0.0


def said(item: Item, value: Json) -> Text:
    """The name as it is spelt here, or else as it was written."""
    index = person(value)
    if index is None:
        return names_text([AsWritten(cast("dict[str, Json]", value)["text"])])
    return Text(item.names[index].shown)


def why_not(item: Item, value: Json) -> Text | None:
    """The own fact of somebody who was wrong, where the item has it."""
    index = person(value)
    if index is None or index >= len(item.options) or item.options[index].is_key:
        return None
    return item.options[index].rationale


def rows(item: Item, value: Json) -> tuple[Row, ...]:
    """Everybody who is right, and who was named of the others."""
    index = person(value)
    shown = option_rows(item, () if index is None else (index,))
    return tuple(row for row in shown if row.is_key or row.is_chosen)


def chosen(item: Item, value: Json) -> tuple[int, ...]:
    index = person(value)
    return () if index is None or index >= len(item.options) else (index,)


def samples(item: Item, tokens: Sequence[str]) -> Sequence[Sample]:
    at = item.key_index
    right = item.names[at]
    wrong: Iterator[str] = (
        other.shown for other, option in zip(item.names, item.options, strict=False)
        if not option.is_key
    )  # fmt: skip
    bad: list[Raw] = [
        {},
        {"name": [" "]},
        {"name": ["…"]},
        {"name": ["x" * (LONGEST + 1)]},
        {"name": [right.shown, right.shown]},
        {"name": ["\ud800"]},
    ]
    return [
        Sample({"name": [right.shown], "which": [tokens[at]]}, 1.0),
        Sample({"name": [right.shown.upper()], "which": [tokens[at]]}, 1.0),
        *(Sample({"name": [shown]}, 0.0) for shown in islice(wrong, 1)),
        Sample({"name": ["Nobody Atall"]}, 0.0),
        *(Sample(raw, None) for raw in bad),
    ]
