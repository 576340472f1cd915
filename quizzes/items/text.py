"""Texts are values: a gettext message and what goes into it, rendered at the door.

The domain never imports Django's translation. It marks its messages with ``gettext_noop`` (which
``makemessages`` knows) and is given a ``Translate`` function when a text is shown.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, Final, NamedTuple, TypeAlias

Translate: TypeAlias = Callable[[str, str, int | None], str]
"""``(message, plural, count) -> translated message``; ``count`` is None without a plural."""

Value: TypeAlias = "str | int | float | Text"
CLAIM: Final = "claim"
"""The parameter of a text that is a statement of its own."""
Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"


def gettext_noop(message: str) -> str:
    """Mark ``message`` for the catalogues."""
    return message


def english(message: str, plural: str, count: int | None) -> str:
    """The catalogue that every text falls back to: the messages themselves."""
    return message if count is None or count == 1 else plural


NUMERAL: Final = gettext_noop("1,234.5")
"""Translators: the same number as your language writes it, with a no-break space for a blank."""
SEPARATED: Final = re.compile(r"1(\D?)234(\D)5")
AMOUNTS: Final = frozenset({"n", "count", "distance", "km", "minutes", "number", "orbits"})
"""Parameters that tell how many or how far. Any other number is one of a calendar or a clock, and
has its digits in one piece: a year, say."""


def numeral(number: float, translate: Translate = english) -> str:
    """A number as the reader's language writes it: ``1,776`` or ``1 776``, ``8.5`` or ``8,5``."""
    if isinstance(number, int):
        if -1000 < number < 1000:
            return str(number)
        plain = f"{number:,}"
    else:
        plain = f"{number:,g}"
    return plain.translate(separators(translate(NUMERAL, "", None)))


class AsWritten(str):
    """What somebody wrote: no catalogue is asked for it."""

    __slots__ = ()


def named(name: str, translate: Translate) -> str:
    """The name of a person or a place as the reader's language has it, else as it is.

    What is written or markup already stays so, and no catalogue makes a name markup.
    """
    return str(translate(name, "", None)) if name and type(name) is str else name


@lru_cache(maxsize=128)
def separators(sample: str) -> Mapping[int, str]:
    """What stands for a comma and a point in English, told from ``NUMERAL`` in a language."""
    found = SEPARATED.search(sample) or SEPARATED.search(NUMERAL)
    return {ord(","): found[1], ord("."): found[2]} if found else {}


class Text(NamedTuple):
    """A message and its parameters. With ``number``, ``plural`` is used for all but one."""

    message: str
    params: tuple[tuple[str, "Value"], ...] = ()
    plural: str = ""
    number: int | None = None

    def render(self, translate: Translate = english) -> str:
        """The text in the language of ``translate``."""
        message, params, plural, number = self
        template = translate(message, plural, number)
        if not params:
            return template
        is_english = translate is english  # names are in it as they are: nothing to look up
        shown: dict[str, str | float] = {}
        for name, value in params:
            if isinstance(value, str):
                shown[name] = value if is_english else named(value, translate)
            elif isinstance(value, Text):
                shown[name] = value.render(translate)
            else:
                shown[name] = numeral(value, translate) if name in AMOUNTS else value
        return template.format_map(shown)

    def to_json(self) -> Json:
        """A plain string for a bare message, else ``{"m": ..., "p": ...}``."""
        if not self.params and not self.plural:
            return self.message
        held: dict[str, Json] = {"m": self.message}
        if self.params:
            held["p"] = {
                name: [value.to_json()] if isinstance(value, Text) else value
                for name, value in self.params
            }
        if self.number is not None:
            held |= {"plural": self.plural, "n": self.number}
        return held

    @classmethod
    def from_json(cls, held: Json) -> "Text":
        """What ``to_json`` wrote."""
        if isinstance(held, str):
            return cls(held)
        fields: Any = held
        return cls(
            fields["m"],
            tuple(
                [
                    (name, cls.from_json(value[0]) if isinstance(value, list) else value)
                    for name, value in fields.get("p", {}).items()
                ]
            ),
            fields.get("plural", ""),
            fields.get("n"),
        )


def text(message: str, /, **params: Value) -> Text:
    """``message`` with its parameters."""
    return Text(message, tuple(params.items()))


def ngettext(singular: str, plural: str, count: int, /, **params: Value) -> Text:
    """A text that depends on a number, which it may show as ``{n}``.

    (``makemessages`` finds both forms by the function's name.)
    """
    return Text(singular, (("n", count), *params.items()), plural, count)


MONTHS: Final = (
    gettext_noop("{day} January {year}"),
    gettext_noop("{day} February {year}"),
    gettext_noop("{day} March {year}"),
    gettext_noop("{day} April {year}"),
    gettext_noop("{day} May {year}"),
    gettext_noop("{day} June {year}"),
    gettext_noop("{day} July {year}"),
    gettext_noop("{day} August {year}"),
    gettext_noop("{day} September {year}"),
    gettext_noop("{day} October {year}"),
    gettext_noop("{day} November {year}"),
    gettext_noop("{day} December {year}"),
)


def date_text(day: date) -> Text:
    """A day, as in "2 March 2016"."""
    return text(MONTHS[day.month - 1], day=day.day, year=day.year)


LISTS: Final[Mapping[int, str]] = {
    1: gettext_noop("{a}"),
    2: gettext_noop("{a} and {b}"),
    3: gettext_noop("{a}, {b} and {c}"),
    4: gettext_noop("{a}, {b}, {c} and {d}"),
    5: gettext_noop("{a}, {b}, {c}, {d} and {e}"),
    6: gettext_noop("{a}, {b}, {c}, {d}, {e} and {f}"),
    7: gettext_noop("{a}, {b}, {c}, {d}, {e}, {f} and {g}"),
    8: gettext_noop("{a}, {b}, {c}, {d}, {e}, {f}, {g} and {h}"),
}


MORE_NAMES: Final = gettext_noop("{first}, {others}")


def names_text(names: Sequence["str | Text"]) -> Text:
    """Names, one at least, joined as the reader's language joins them."""
    if len(names) > max(LISTS):
        return text(MORE_NAMES, first=names[0], others=names_text(names[1:]))
    return text(LISTS[len(names)], **dict(zip("abcdefgh", names, strict=False)))
