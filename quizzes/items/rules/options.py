"""Options: alike enough to be weighed, apart enough to be told from each other."""

import re
from functools import lru_cache
from typing import Final

from quizzes.facts.records import Agency, Fact, Person
from quizzes.items.folding import fold
from quizzes.items.item import Relation
from quizzes.items.rules.sheet import Sheet

NOT_AN_OPTION: Final = re.compile(
    r"\b(all|none|any|both|neither) of (the|these)\b|\balways\b|\bnever\b", re.IGNORECASE
)


def three_or_four_options(s: Sheet) -> str | None:
    """Three options suffice (Rodriguez, 2005); more than four only tire."""
    return None if len(s.options) in (3, 4) else f"{len(s.options)} options"


def up_to_six_options(s: Sheet) -> str | None:
    """To pick several from, four to six."""
    return None if 4 <= len(s.options) <= 6 else f"{len(s.options)} options"


def three_to_five_options(s: Sheet) -> str | None:
    """To put in order or to match: two are a coin's toss, six a chore."""
    return None if 3 <= len(s.options) <= 5 else f"{len(s.options)} options"


def one_type(s: Sheet) -> str | None:
    """All options are records of one type."""
    types = {option.ref.partition(":")[0] for option in s.item.options}
    return None if len(types) == 1 else f"options of {len(types)} types"


def distinct(s: Sheet) -> str | None:
    """No two options read the same, and none contains another."""
    folded = [fold(option).replace(" ", "") for option in s.options]
    for i, one in enumerate(folded):
        for j, other in enumerate(folded):
            if i != j and one in other:
                return f"“{s.options[i]}” is in “{s.options[j]}”"
    return None


def distinct_prompts(s: Sheet) -> str | None:
    """No two prompts read the same."""
    folded = [fold(prompt).replace(" ", "") for prompt in s.prompt_texts]
    return None if len(set(folded)) == len(folded) else "two prompts read the same"


def no_shared_alias(s: Sheet) -> str | None:
    """No option goes by another option's name."""
    names = [
        {fold(option), *folded_aliases(candidate)}
        for option, candidate in zip(s.options, s.candidates, strict=True)
    ]
    if len(frozenset[str]().union(*names)) == sum(map(len, names)):
        return None
    for i, one in enumerate(names):
        if any(not one.isdisjoint(other) for other in names[i + 1 :]):
            return f"“{s.options[i]}” shares a name with another option"
    return None


@lru_cache(maxsize=4096)
def folded_aliases(candidate: Fact) -> frozenset[str]:
    """The other names that ``candidate`` goes by."""
    aliases = candidate.aliases if isinstance(candidate, Person | Agency) else ()
    return frozenset(map(fold, aliases))


def related(s: Sheet) -> str | None:
    """Every distractor shares something with the key, and says what."""
    for option in s.item.options:
        unrelated = option.relation is Relation.NEAR_VALUE and not s.item.numeric
        if unrelated or (option.relation is Relation.KEY) is not option.is_key:
            return f"{option.ref} is related as {option.relation}"
    return None


def in_order(s: Sheet) -> str | None:
    """Numbers are shown in ascending order, each clearly apart."""
    if not s.item.numeric:
        return None
    numbers = [s.kind.number(s.subject, candidate, s.facts) for candidate in s.candidates]
    known = [number for number in numbers if number is not None]
    is_fair = len(known) == len(numbers) and known == sorted(known)
    return None if is_fair and all(map(s.kind.differ, known, known[1:])) else f"{numbers}"


def no_catch_all(s: Sheet) -> str | None:
    """No "all of the above", no "always"."""
    texts = (s.stem, *s.options)
    if not NOT_AN_OPTION.search("\n".join(texts)):  # which is what every fair item has
        return None
    return f"“{next(text for text in texts if NOT_AN_OPTION.search(text))}”"
