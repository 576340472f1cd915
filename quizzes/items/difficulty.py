"""How hard an item is, from 1 to 5, before anybody has tried it: ``docs/difficulty.md`` says why.

Three things make it hard: options that are alike, records that few have heard of, and a form that
asks for something exact. All options count alike, the keys no more than the others: so that
an item is known to be hard, or easy, tells nothing of which option is right.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from quizzes.facts.records import Agency, Fact, Mission, Person, Seat, Site, Station
from quizzes.facts.regions import Region
from quizzes.items.item import Interaction

LEVELS: Final = range(1, 6)
MOST_SHARED: Final = 4
"""From this many shared attributes on, two options count as alike as can be."""
NEITHER: Final = 50
"""Where nothing is compared, and where nobody is named."""

LIKENESS_COUNTS: Final = 2
FAME_COUNTS: Final = 5
"""Fame tells most of what differs between items of one kind; likeness between kinds."""

# What is asked for. A name among few is recognised; an exact place or number must be known.
NUMBER: Final = 12
FORM_OF: Final[Mapping[type[Fact], int]] = {
    Agency: -12,
    Station: -12,
    Region: 6,
    Person: 0,
    Mission: 0,
    Seat: 0,
    Site: 12,
}
# And where a kind asks for more than a fact about one record, or for less.
FORM_OF_KIND: Final[Mapping[str, int]] = {
    "commander-of-mission": -6,  # the name that goes with a flight
    "first-into-orbit": -12,  # eras tell
    "longest-mission": -6,
    "launch-site-of-mission": -24,  # one of three, and the craft tells
    "agencies-aboard": -16,  # a number from one to three
    "state-of-landing": -10,  # in truth one of two
    "launched-between": 6,  # two dates and four flights
    "in-space-on-day": 12,  # a day, and who was up
    "in-space-with": 10,
    "aboard-station-on-day": 8,
    "person-of-stay": 12,
    "mission-of-orbits": 12,
    "orbits-of-mission": 10,
    "nearest-town": 12,  # towns that few could find on a map
    "youngest-on-first-flight": 8,  # ages of several people
    "oldest-on-first-flight": 8,
    "walker-of-spacewalk": 10,  # a day again; famous people made hundreds of them
    "partner-on-spacewalk": 8,
    "flight-before-spacewalk": 8,
    "first-outside": 8,
    "length-of-spacewalk": 14,  # hours that nobody remembers
    "longest-spacewalk": 16,
}
# How it is answered: what is to be chosen from is easier than what is to be known.
FORM_OF_INTERACTION: Final[Mapping[str, int]] = {
    Interaction.TRUE_FALSE: -15,
    Interaction.CHOICE: 0,
    Interaction.MULTIPLE: 10,
    Interaction.MATCH: 8,
    Interaction.ORDER: 8,
    Interaction.PLACE: -14,  # the list is recognised
    Interaction.NUMBER: 15,
    Interaction.NAME: 20,
}
HARDER_FROM: Final = (40, 53, 64, 76)
"""The points from which an item is of level 2, 3, 4 and 5."""


def difficulty(
    kind: str,
    interaction: str,
    *,
    traits: Sequence[int],
    fames: Sequence[int],
    form: int = 0,
) -> int:
    """The level of an item of any interaction, with any number of options and keys.

    ``traits``: for each option, a bit for each of its attributes; none where nothing is offered.
    ``fames``: how well known what it is about is, from 0 to 100. ``form``: see ``form_of``.
    """
    obscurity = 100 - (sum(fames) // len(fames) if fames else NEITHER)
    points = (LIKENESS_COUNTS * likeness(traits) + FAME_COUNTS * obscurity) // (
        LIKENESS_COUNTS + FAME_COUNTS
    )
    points += form + FORM_OF_KIND.get(kind, 0) + FORM_OF_INTERACTION.get(interaction, 0)
    return 1 + sum(points >= harder for harder in HARDER_FROM)


def likeness(traits: Sequence[int]) -> int:
    """How alike options are, from 0 to 100: what each two share (Alsubait et al., 2014)."""
    pairs = shared = 0
    for at, one in enumerate(traits):
        for other in traits[:at]:
            pairs += 1
            shared += min((one & other).bit_count(), MOST_SHARED)
    return 100 * shared // (MOST_SHARED * pairs) if pairs else NEITHER


def form_of(asked_for: Fact, *, is_number: bool) -> int:
    """What the form adds, where ``asked_for`` is what a key is."""
    return NUMBER if is_number else FORM_OF.get(type(asked_for), 0)


def fames_of(subject: int, options: Sequence[int], *, is_offered: bool) -> list[int]:
    """Whose fame counts: half the subject's, half the options'.

    A subject that is among the options (``is_offered``) is not in the stem: then it counts as one
    of them. Without ``options``, as of numbers and places, the subject's alone.
    """
    if not options:
        return [subject]
    mean = sum(options) // len(options)
    return [mean] if is_offered else [subject, mean]
