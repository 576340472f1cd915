"""What is right, as the preview shows it to a teacher: for every way to answer, its own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import ceil, floor
from string import ascii_uppercase
from typing import Final, cast

from django.utils.translation import gettext

from quizzes.catalogue import readers_catalogue
from quizzes.items.interactions.number import in_words
from quizzes.items.interactions.place import HAND_KM, NO_CREDIT_KM
from quizzes.items.interactions.true_false import VERDICTS
from quizzes.items.item import Interaction, Item, Name, Option, Point, Quantity
from quizzes.items.text import Text, numeral


@dataclass(frozen=True, slots=True)
class PreviewOption:
    """A line. ``letter``: what a class calls it by; ``label``: what it belongs to."""

    letter: str
    text: str
    is_key: bool
    rationale: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """What is offered and what is right. ``note``: what else is taken, and for how much."""

    options: tuple[PreviewOption, ...]
    note: str = ""


def answers(item: Item) -> Answers:
    return ANSWERS[item.interaction](item)


def render(text: Text) -> str:
    return text.render(readers_catalogue())


def placed(place: int, option: Option, label: str = "") -> PreviewOption:
    """A line of what is right as a whole."""
    text, rationale = render(option.text), render(option.rationale)
    return PreviewOption(str(place), text, is_key=False, rationale=rationale, label=label)


def right(text: str, rationale: str) -> PreviewOption:
    """What is right, where students are shown no options."""
    return PreviewOption("", text, is_key=True, rationale=rationale)


def also(name: Name) -> str:
    """The spellings that are taken beside the one that is shown."""
    return ", ".join(spelling.title() for spelling in (*name.full[1:], *name.family))


def of_options(item: Item) -> Answers:
    """The options in the order in which students see them."""
    return Answers(
        tuple(
            PreviewOption(letter, render(option.text), option.is_key, render(option.rationale))
            for letter, option in zip(ascii_uppercase, item.options, strict=False)
        )
    )


def of_several(item: Item) -> Answers:
    note = gettext("Each right pick counts, and each wrong one takes a right one away.")
    return Answers(of_options(item).options, note)


def of_claim(item: Item) -> Answers:
    """The two verdicts, with the fact of what is claimed at the right one."""
    claim = item.options[0]
    return Answers(
        tuple(
            PreviewOption(letter, gettext(verdict), is_key, render(claim.rationale) * is_key)
            for letter, verdict, is_key in zip(
                "AB", VERDICTS, (claim.is_key, not claim.is_key), strict=True
            )
        )
    )


def of_order(item: Item) -> Answers:
    ordered = (item.options[at] for at in item.sequence)
    options = tuple(placed(place, option) for place, option in enumerate(ordered, 1))
    return Answers(options, gettext("This is the right order. Every two of them in order count."))


def of_pairs(item: Item) -> Answers:
    partners = ((prompt, item.options[prompt.key]) for prompt in item.prompts)
    options = tuple(
        placed(place, option, render(prompt.text))
        for place, (prompt, option) in enumerate(partners, 1)
    )
    return Answers(options, gettext("These are the right pairs. Each one counts."))


def of_number(item: Item) -> Answers:
    asked = cast(Quantity, item.quantity)
    key = right(render(in_words(asked.value, asked.unit)), "")
    least, most = ceil(asked.value - asked.tolerance), floor(asked.value + asked.tolerance)
    limits = {"least": least, "most": most, "reach": asked.reach}
    if least < most:
        note = gettext("Right from %(least)s to %(most)s. Partly right less than %(reach)s off.")
    elif asked.reach > 1:
        note = gettext("It must be exact. Partly right less than %(reach)s off.")
    else:
        note = gettext("It must be exact.")
    shown = {name: numeral(limit, readers_catalogue()) for name, limit in limits.items()}
    return Answers((key,), note % shown)


def of_place(item: Item) -> Answers:
    full_km = HAND_KM + cast(Point, item.point).precision_km
    note = gettext(
        "A pin is right within %(full)d km, and partly right less than %(none)d km off. Who "
        "cannot use the map chooses from this list."
    ) % {"full": full_km, "none": NO_CREDIT_KM}
    return Answers(of_options(item).options, note)


def of_name(item: Item) -> Answers:
    """Who is right, each with the spellings that are taken besides."""
    options = tuple(
        right(
            name.shown,
            gettext("Also: %(names)s") % {"names": also(name)},
        )
        for name, option in zip(item.names, item.options, strict=False)
        if option.is_key
    )
    return Answers(options, gettext("Capitals, accents and small slips of spelling do not count."))


ANSWERS: Final[Mapping[Interaction, Callable[[Item], Answers]]] = {
    Interaction.CHOICE: of_options,
    Interaction.MULTIPLE: of_several,
    Interaction.TRUE_FALSE: of_claim,
    Interaction.ORDER: of_order,
    Interaction.MATCH: of_pairs,
    Interaction.NUMBER: of_number,
    Interaction.PLACE: of_place,
    Interaction.NAME: of_name,
}
