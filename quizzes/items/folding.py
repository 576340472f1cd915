"""Names as the eye compares them."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

WORD: Final = re.compile(r"[^\W_]+")
STOP_WORDS: Final = frozenset(
    ("a", "an", "and", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to",
     "was", "which", "who")
)  # fmt: skip
# Letters with a stroke and the like, which no decomposition takes apart.
PLAIN_LETTERS: Final = str.maketrans("łøıđ", "loid")


def folded(name: str) -> str:
    """``name`` without case, accents and punctuation, in single spaces."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(PLAIN_LETTERS))
    return " ".join(WORD.findall("".join(c for c in plain if not unicodedata.combining(c))))


fold = lru_cache(maxsize=20_000)(folded)
"""The same for names of the facts, of which there are so many. What somebody writes is not kept."""


@lru_cache(maxsize=20_000)
def content_words(name: str) -> frozenset[str]:
    """The words of ``name`` that tell something."""
    return frozenset(fold(name).split()) - STOP_WORDS
