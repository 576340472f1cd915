"""Number: a whole or decimal number is written. The value is the number.

Credit: full within the tolerance of the quantity; from there it falls in a straight line to none
at its reach. ``docs/interactions.md`` gives the reasons.
"""

import unicodedata
from collections.abc import Sequence
from typing import Final, cast

from quizzes.items.interactions.base import Again, Given, Problem, Raw, Row, Sample, clean, single
from quizzes.items.item import Item, Measure, Quantity
from quizzes.items.text import Json, Text, gettext_noop, ngettext, text

LONGEST: Final = 24
"""Characters of a number that can be read."""
LARGEST: Final = 1_000_000_000
WHOLE_FROM: Final = 100_000
"""From here on a fraction is nothing to tell."""
BLANKS: Final = " \u00a0\u2009\u202f'_’"
"""What stands between groups of digits, beside commas and points."""
MARKS: Final = str.maketrans("٫٬，．−", ".,,.-")
"""Commas, points and the minus of other scripts."""


def tokens(item: Item) -> int:
    return 0


def read(raw: Raw, item: Item, tokens: Sequence[str]) -> Given | Again:
    """The number in the field ``number``."""
    written = single(raw, "number")
    if written is None:
        return Again(Problem.MORE_THAN_ONE)
    if not written.strip():
        return Again(Problem.NOTHING_CHOSEN)
    if len(written.strip()) > LONGEST:
        return Again(Problem.TOO_LONG)
    number, shown = parse(written), clean(written)
    return Again(Problem.NOT_A_NUMBER, shown) if number is None else checked(number, shown)


def parse(written: str) -> float | None:
    """The number that somebody wrote: "340", "2,688", "2 688", "٣٤٠", "8.5" or "8,5".

    What is asked for are whole numbers. So where a comma or a point can part thousands, it does,
    and any other is a decimal one.
    """
    plain = "".join(
        str(unicodedata.decimal(character, character))
        for character in written.strip().translate(MARKS)
        if character not in BLANKS
    )
    sign, digits = (-1, plain[1:]) if plain.startswith("-") else (1, plain)
    groups = digits.replace(",", ".").split(".")
    if not all(group.isascii() and group.isdigit() for group in groups):
        return None
    if len(groups) == 1 or are_thousands(groups):
        return float(sign * int("".join(groups)))
    return sign * float(".".join(groups)) if len(groups) == 2 else None


def are_thousands(groups: Sequence[str]) -> bool:
    """Whether groups of digits are those of one whole number: not "0.500", not "2688.000"."""
    first = groups[0]
    return len(first) <= 3 and first[0] != "0" and all(len(group) == 3 for group in groups[1:])


def checked(number: float, held: Json = None) -> Given | Again:
    """``number``, if a quantity can be so large."""
    if not 0 <= number <= LARGEST:  # NaN neither
        return Again(Problem.OUT_OF_RANGE, held)
    return Given(int(number) if number == int(number) else number)


def check(value: Json, item: Item) -> Given | Again:
    """A number, or a text that one can be read from."""
    if isinstance(value, str):
        return read({"number": [value]}, item, ())
    if isinstance(value, bool) or not isinstance(value, int | float):
        return Again(Problem.NOT_A_NUMBER)
    return checked(value)


def quantity(item: Item) -> Quantity:
    """What is asked for. Every item of this interaction has it."""
    return cast(Quantity, item.quantity)


def grade(item: Item, value: Json) -> float:
    """1 within the tolerance, 0 from the reach on, in a straight line between."""
    asked = quantity(item)
    off = abs(cast(float, value) - asked.value)
    if off <= asked.tolerance:
        return 1.0
    return 0.0 if off >= asked.reach else (asked.reach - off) / (asked.reach - asked.tolerance)


def luck(item: Item) -> float:
    return 0.0


def said(item: Item, value: Json) -> Text:
    return in_words(cast(float, value), quantity(item).unit)


def in_words(number: float, unit: Measure) -> Text:
    """A number with its unit, as in "340 days" or "46.5 years"."""
    if number != int(number) and number < WHOLE_FROM:
        # A year is no amount: its digits stand in one piece.
        return text(FRACTIONS[unit], **{"at" if unit is Measure.YEAR else "number": number})
    count = round(number)
    match unit:
        case Measure.DAYS:
            return ngettext("{n} day", "{n} days", count)
        case Measure.HOURS:
            return ngettext("{n} hour", "{n} hours", count)
        case Measure.MINUTES:
            return ngettext("{n} minute", "{n} minutes", count)
        case Measure.ORBITS:
            return ngettext("{n} orbit", "{n} orbits", count)
        case Measure.FLIGHTS:
            return ngettext("{n} flight", "{n} flights", count)
        case Measure.AGENCIES:
            return ngettext("{n} agency", "{n} agencies", count)
        case Measure.YEAR:
            return Text(str(count))
        case Measure.YEARS:
            return ngettext("{n} year", "{n} years", count)


FRACTIONS: Final = {
    Measure.DAYS: gettext_noop("{number} days"),
    Measure.HOURS: gettext_noop("{number} hours"),
    Measure.MINUTES: gettext_noop("{number} minutes"),
    Measure.ORBITS: gettext_noop("{number} orbits"),
    Measure.FLIGHTS: gettext_noop("{number} flights"),
    Measure.AGENCIES: gettext_noop("{number} agencies"),
    Measure.YEAR: "{at}",
    Measure.YEARS: gettext_noop("{number} years"),
}
"""Translators: the number is never whole: 46.5 years."""

LABELS: Final = {
    Measure.DAYS: gettext_noop("days"),
    Measure.HOURS: gettext_noop("hours"),
    Measure.MINUTES: gettext_noop("minutes"),
    Measure.ORBITS: gettext_noop("orbits"),
    Measure.FLIGHTS: gettext_noop("flights"),
    Measure.AGENCIES: gettext_noop("agencies"),
    Measure.YEAR: gettext_noop("year"),
    Measure.YEARS: gettext_noop("years"),
}


def why_not(item: Item, value: Json) -> Text | None:
    """By how much it was too little or too much."""
    asked = quantity(item)
    off = cast(float, value) - asked.value
    if off == 0:
        return None
    message = (
        gettext_noop("That is {off} off: too much.")
        if off > 0
        else gettext_noop("That is {off} off: too little.")
    )
    if asked.unit is Measure.YEAR:
        return text(message, off=ngettext("{n} year", "{n} years", round(abs(off))))
    return text(message, off=in_words(abs(off), asked.unit))


def rows(item: Item, value: Json) -> tuple[Row, ...]:
    asked = quantity(item)
    own = None if value == asked.value else said(item, value)
    key = in_words(asked.value, asked.unit)
    return (
        Row(item.options[0].ref, key, item.rationale, is_key=True, is_chosen=own is None, own=own),
    )


def chosen(item: Item, value: Json) -> tuple[int, ...]:
    return ()


def samples(item: Item, tokens: Sequence[str]) -> Sequence[Sample]:
    asked = quantity(item)
    between = asked.value + (asked.tolerance + asked.reach) / 2
    bad = ("", " ", "x", "1.2.3", "12.5.5", "-1", "1e5", "9" * 20, "9" * 99, "½", "\ud800")
    return [
        Sample({"number": [str(asked.value)]}, 1.0),
        Sample({"number": [f" {asked.value:,} "]}, 1.0),
        Sample({"number": [f"{between:.4f}"]}, 0.5),
        Sample({"number": [str(round(asked.value + 2 * asked.reach))]}, 0.0),
        *(Sample({"number": [written]}, None) for written in bad),
        Sample({}, None),
        Sample({"number": ["1", "2"]}, None),
    ]
