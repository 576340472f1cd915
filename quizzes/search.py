"""Finding records by name: an index in memory, from the fact base.

A query is taken apart into words. Each finds the words of names that are equal to it, that begin
with it, or, at a distance, that are spelt like it. A record is found where all words of the query
are among those of one of its names, in any order. People have a name in their own letters too, and
what is written in Cyrillic and found nowhere is looked for in Latin letters.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz, process

from quizzes.facts.base import FactBase
from quizzes.facts.regions import REGIONS
from quizzes.items.folding import fold, folded
from quizzes.items.kinds.base import ref
from quizzes.items.transliteration import latin

LONGEST_QUERY: Final = 80
"""Characters that are read. No name is longer than that, but for official ones of agencies."""
MOST_WORDS: Final = 6
SHORTEST_FUZZY: Final = 4
"""Letters of a word, from which on it may be misspelt: shorter ones are like too many others."""
ALIKE: Final = 75
"""How much of two words is the same, from 0 to 100, where one may be the other misspelt.
"Gagrin" and "Gagarin" have 92, "Krikalyov" and "Krikalev" 82."""
MOST_ALIKE: Final = 10
"""Records with names spelt alike: the hundredth is like nothing that was meant."""
EQUAL: Final = 300.0
BEGINS: Final = 200.0
WHOLE_NAME: Final = 50.0
OWN_NAME: Final = 10.0
"""What a match is worth: a word that is equal, one that begins so; the query is the whole name;
the name is the record's own rather than an alias."""


@dataclass(frozen=True, slots=True)
class Findings:
    """References of what was found, the best first: by name, and by names spelt alike."""

    named: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.named) + len(self.alike)


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a record. ``rank``: its place among all records, to settle ties."""

    reference: str
    words: tuple[str, ...]
    is_own: bool
    rank: int


class Index:
    """All names of flights, people, agencies, stations, spacecraft and places."""

    def __init__(self, facts: FactBase) -> None:
        self._names: list[Name] = []
        self._by_word: defaultdict[str, list[int]] = defaultdict(list)
        for rank, (reference, names) in enumerate(named_records(facts)):
            for place, name in enumerate(names):
                self._add(reference, name, is_own=place == 0, rank=rank)
        self._words: Sequence[str] = sorted(self._by_word)
        self._spellable = [word for word in self._words if is_spellable(word)]

    def _add(self, reference: str, name: str, *, is_own: bool, rank: int) -> None:
        words = tuple(fold(name).split())
        # "STS-7" and "TMA-18M" are also written in one.
        joined = ("".join(words),) if any(c.isdigit() for word in words for c in word) else ()
        for word in {*words, *joined}:
            self._by_word[word].append(len(self._names))
        self._names.append(Name(reference, words, is_own, rank))

    def search(self, query: str) -> Findings:
        """What ``query`` names. Anything may be in it; what no name has in it finds nothing."""
        found, plain = self._search(read(query)), latin(query[:LONGEST_QUERY])
        if len(found) or plain == query[:LONGEST_QUERY]:
            return found
        # Cyrillic, of names that the facts have in Latin letters alone.
        return self._search(read(plain))

    def _search(self, words: Sequence[str]) -> Findings:
        if not words:
            return Findings()
        named = self._found(words, [dict(self._spelt(word)) for word in words])
        near = self._found(words, [self._near(word) for word in words])
        alike = [reference for reference in near if reference not in set(named)]
        return Findings(tuple(named), tuple(alike[:MOST_ALIKE]))

    def _spelt(self, word: str) -> Iterator[tuple[str, float]]:
        """The words that begin with ``word``, and what each is worth."""
        at = bisect_left(self._words, word)
        while at < len(self._words) and (found := self._words[at]).startswith(word):
            yield found, EQUAL if found == word else BEGINS
            at += 1

    def _near(self, word: str) -> Mapping[str, float]:
        """The same, and the words that are spelt alike."""
        spelt = dict(self._spelt(word))
        if not is_spellable(word):
            return spelt
        alike = process.extract(
            word, self._spellable, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=40
        )
        return {found: score for found, score, _ in alike} | spelt

    def _found(self, words: Sequence[str], likely: Sequence[Mapping[str, float]]) -> list[str]:
        """The records that have a word of each of ``likely`` in one name, the best first."""
        worth: dict[int, float] = {}
        for place, candidates in enumerate(likely):
            of_word: dict[int, float] = {}
            for candidate, score in candidates.items():
                for number in self._by_word[candidate]:
                    if place == 0 or number in worth:
                        of_word[number] = max(score, of_word.get(number, 0))
            worth = {number: worth.get(number, 0) + score for number, score in of_word.items()}
        best: dict[str, tuple[float, int]] = {}
        for number, score in worth.items():
            name = self._names[number]
            score += OWN_NAME * name.is_own
            score += WHOLE_NAME * (len(name.words) == len(words))
            held = best.get(name.reference)
            if held is None or held[0] < score:
                best[name.reference] = score, name.rank
        return sorted(best, key=lambda reference: (-best[reference][0], best[reference][1]))


def read(query: str) -> list[str]:
    """The words to look for: the first few of a long query, each once."""
    words = folded(query[:LONGEST_QUERY])[:LONGEST_QUERY].split()
    return list(dict.fromkeys(words))[:MOST_WORDS]


def is_spellable(word: str) -> bool:
    """Whether ``word`` may be a misspelling: a number is right or another one."""
    return len(word) >= SHORTEST_FUZZY and not any(character.isdigit() for character in word)


def named_records(facts: FactBase) -> Iterator[tuple[str, Sequence[str]]]:
    """The reference of each record, and its names, its own first."""
    for station in facts.stations.values():
        yield ref(station), (station.name,)
    for agency in facts.agencies.values():
        yield ref(agency), (agency.short_name, agency.name, *agency.aliases)
    for family in sorted({craft.family for craft in facts.spacecraft.values()}):
        yield f"family:{fold(family).replace(' ', '-')}", (family,)
    often_first = sorted(facts.people.values(), key=lambda one: -len(facts.seats_of(one)))
    for person in often_first:
        native = (person.native_name,) if person.native_name else ()
        yield ref(person), (person.name, *person.aliases, *native)
    for mission in facts.missions.values():
        yield ref(mission), (mission.name, *mission.aliases)
    regions = {mission.landing_region for mission in facts.missions.values()}
    towns = {mission.landing_town for mission in facts.missions.values()}
    sites = towns | {mission.launch_site for mission in facts.missions.values()}
    for site in facts.sites.values():
        if site.slug in sites:
            yield ref(site), (site.name,)
    for region in REGIONS.values():
        if region.name in regions:
            yield ref(region), (region.name,)


@lru_cache(maxsize=1)  # of the facts in force
def index(facts: FactBase) -> Index:
    return Index(facts)
