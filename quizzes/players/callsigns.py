"""Call signs: what a player goes by. Nobody chooses one, so nobody has to be kept from a bad one.

A sign is a word and a number, as in "Comet 14". Both come from the digest of the owner, so that a
player keeps theirs without anything being stored.

The words are about sky, space and nature. They were checked in English, Spanish and Russian for
what a class would snigger at: no parts of the body, no given names, no companies, and no words with
a second meaning (kite is "cometa" too, dust is "polvo", swallow, titan, sextant).
"""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Final, NamedTuple

from quizzes.items.text import Text, gettext_noop, text

# Four words for each device of a patch, see devices.py: so that a comet shows a comet.
WORDS_BY_DEVICE: Final[Mapping[str, tuple[str, str, str, str]]] = {
    "comet": (
        gettext_noop("Comet"),
        gettext_noop("Meteor"),
        gettext_noop("Starfall"),
        gettext_noop("Fireworks"),
    ),
    "parachute": (
        gettext_noop("Parachute"),
        gettext_noop("Touchdown"),
        gettext_noop("Splashdown"),
        gettext_noop("Homecoming"),
    ),
    "station": (
        gettext_noop("Outpost"),
        gettext_noop("Harbour"),
        gettext_noop("Laboratory"),
        gettext_noop("Observatory"),
    ),
    "planet": (
        gettext_noop("Saturn"),
        gettext_noop("Jupiter"),
        gettext_noop("Neptune"),
        gettext_noop("Planet"),
    ),
    "moon": (
        gettext_noop("Crescent"),
        gettext_noop("Moonlight"),
        gettext_noop("Moonbeam"),
        gettext_noop("Moonrise"),
    ),
    "orbit": (
        gettext_noop("Orbit"),
        gettext_noop("Apogee"),
        gettext_noop("Ellipse"),
        gettext_noop("Satellite"),
    ),
    "mountains": (
        gettext_noop("Summit"),
        gettext_noop("Canyon"),
        gettext_noop("Glacier"),
        gettext_noop("Volcano"),
    ),
    "star": (
        gettext_noop("North Star"),
        gettext_noop("Starlight"),
        gettext_noop("Quasar"),
        gettext_noop("Compass"),
    ),
    "rocket": (
        gettext_noop("Rocket"),
        gettext_noop("Liftoff"),
        gettext_noop("Countdown"),
        gettext_noop("Voyage"),
    ),
    "glider": (
        gettext_noop("Glider"),
        gettext_noop("Albatross"),
        gettext_noop("Skylark"),
        gettext_noop("Osprey"),
    ),
    "dish": (
        gettext_noop("Antenna"),
        gettext_noop("Signal"),
        gettext_noop("Radar"),
        gettext_noop("Echo"),
    ),
    "sunrise": (
        gettext_noop("Sunrise"),
        gettext_noop("Horizon"),
        gettext_noop("Daybreak"),
        gettext_noop("Sunbeam"),
    ),
    "constellation": (
        gettext_noop("Constellation"),
        gettext_noop("Cassiopeia"),
        gettext_noop("Andromeda"),
        gettext_noop("Pegasus"),
    ),
    "helmet": (
        gettext_noop("Pathfinder"),
        gettext_noop("Navigator"),
        gettext_noop("Explorer"),
        gettext_noop("Pioneer"),
    ),
    "galaxy": (
        gettext_noop("Galaxy"),
        gettext_noop("Nebula"),
        gettext_noop("Cosmos"),
        gettext_noop("Whirlwind"),
    ),
    "eclipse": (
        gettext_noop("Eclipse"),
        gettext_noop("Solstice"),
        gettext_noop("Equinox"),
        gettext_noop("Zenith"),
    ),
    "conifer": (
        gettext_noop("Cedar"),
        gettext_noop("Spruce"),
        gettext_noop("Larch"),
        gettext_noop("Taiga"),
    ),
    "waves": (
        gettext_noop("Ocean"),
        gettext_noop("Lagoon"),
        gettext_noop("Island"),
        gettext_noop("Monsoon"),
    ),
}
WORDS: Final[Sequence[str]] = tuple(word for four in WORDS_BY_DEVICE.values() for word in four)

AVOIDED: Final = frozenset({13, 18, 24, 41, 66, 67, 69, 88})
"""Numbers that are bad luck, a joke or a slur somewhere."""
NUMBERS: Final[Sequence[int]] = tuple(n for n in range(1, 100) if n not in AVOIDED)

CALL_SIGN: Final = gettext_noop("{word} {number}")


class CallSign(NamedTuple):
    """``word``: one of ``WORDS``, a message; ``number``: one of ``NUMBERS``."""

    word: str
    number: int

    @property
    def text(self) -> Text:
        """As in "Comet 14"."""
        return text(CALL_SIGN, word=Text(self.word), number=self.number)

    @property
    def slug(self) -> str:
        """As in "comet-14"."""
        return f"{_slug(self.word)}-{self.number}"

    @classmethod
    def from_slug(cls, slug: str) -> "CallSign | None":
        """The call sign of a slug; None where there is none such."""
        word, _, number = slug.rpartition("-")
        known = _BY_SLUG.get(word)
        if known is None or number not in _WRITTEN:
            return None
        return cls(known, int(number))


def _slug(word: str) -> str:
    return word.lower().replace(" ", "-")


_BY_SLUG: Final = {_slug(word): word for word in WORDS}
_WRITTEN: Final = frozenset(map(str, NUMBERS))


def _places(owner: str) -> tuple[int, int]:
    """Where in the lists of words and of numbers an owner begins to look."""
    digest = sha256(f"call sign:{owner}".encode()).digest()
    return (
        int.from_bytes(digest[:8], "big") % len(WORDS),
        int.from_bytes(digest[8:16], "big") % len(NUMBERS),
    )


def call_sign(owner: str) -> CallSign:
    """The call sign of ``owner``: always the same one."""
    word, number = _places(owner)
    return CallSign(WORDS[word], NUMBERS[number])


def call_signs(owners: Iterable[str]) -> dict[str, CallSign]:
    """A call sign for each of a group, no two alike, whatever the order of ``owners``.

    Nobody shares a word or a number with another, as long as there are enough: so patches differ in
    two ways at least. Who meets another's takes the next that is free. Raises ``ValueError`` for
    more owners than there are call signs.
    """
    group = sorted(set(owners), key=lambda owner: sha256(owner.encode()).digest())
    if len(group) > len(WORDS) * len(NUMBERS):
        raise ValueError("There are not so many call signs.")
    given: dict[str, CallSign] = {}
    taken: set[CallSign] = set()
    words: set[int] = set()
    numbers: set[int] = set()
    for owner in group:
        if len(words) == len(WORDS):
            words.clear()
        if len(numbers) == len(NUMBERS):
            numbers.clear()
        word, number = _places(owner)
        word = _next_free(word, words, len(WORDS))
        number = _next_free(number, numbers, len(NUMBERS))
        while (sign := CallSign(WORDS[word], NUMBERS[number])) in taken:
            number = (number + 1) % len(NUMBERS)
            if number == _next_free(_places(owner)[1], numbers, len(NUMBERS)):
                word = (word + 1) % len(WORDS)
        words.add(word)
        numbers.add(number)
        taken.add(sign)
        given[owner] = sign
    return given


def _next_free(at: int, taken: set[int], count: int) -> int:
    """The first from ``at`` on that is not taken; there is one."""
    while at in taken:
        at = (at + 1) % count
    return at
