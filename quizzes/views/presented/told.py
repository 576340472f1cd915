"""Feedback: an item after a response, rendered in the reader's language."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext_noop

from quizzes.catalogue import Catalogue, readers_catalogue
from quizzes.items.interactions import INTERACTIONS
from quizzes.items.interactions.base import Row
from quizzes.items.item import TOPIC_NAMES, Interaction, Item, SourceLine
from quizzes.items.text import Json, date_text
from quizzes.queries.attempts import Recorded


@dataclass(frozen=True, slots=True)
class Tag:
    """A word or two beside a line: ``look`` is right, own (what the reader gave) or plain."""

    words: str
    look: str


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A line of feedback: an option or a pair after the response, with its own fact. ``label``:
    what it belongs to; ``url``: where there is more."""

    label: str
    text: str
    tags: tuple[Tag, ...]
    rationale: str
    url: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Sources that were read on the same day."""

    day: str
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class More:
    """A page about what was asked, and what the link to it says."""

    url: str
    words: str


@dataclass(frozen=True, slots=True)
class Feedback:
    """What one learns from an item. ``state`` is right, partly or wrong; ``verdict`` says it in
    words, ``credit`` the grade in per cent. ``fact`` is the statement to remember, ``headline``
    the same where that is short. ``said``: the response in words; ``why_not``: what is to be said
    of it; both empty where the rest tells it. ``is_open``: the rows are what is to be learnt.
    ``rows_name`` says what else they are. ``rows_tell``: they tell what was answered, too.
    """

    topic: str
    stem: str
    state: str
    verdict: str
    credit: int
    fact: str
    headline: str
    said: str
    why_not: str
    background: str
    rows: tuple[ShownRow, ...]
    is_open: bool
    rows_name: str
    rows_tell: bool
    readings: tuple[Reading, ...]
    more: tuple[More, ...]


def feedback(item: Item, response: Recorded) -> Feedback:
    """The item after a response."""
    translate = readers_catalogue()
    interaction = INTERACTIONS[item.interaction]
    value, state = response.value, state_of(response)
    is_open = item.interaction in HEADLINES
    fact = item.rationale.render(translate)
    why_not = None if is_open else interaction.why_not(item, value)
    return Feedback(
        topic=translate(TOPIC_NAMES[item.topic]),
        stem=item.stem.render(translate),
        state=state,
        verdict=translate(VERDICTS[state]),
        credit=min(99, max(1, round(100 * response.grade))) if state == "partly" else 0,
        fact=fact,
        headline=translate(HEADLINES[item.interaction]) if is_open else fact,
        said=said(item, value, state, translate),
        why_not=why_not.render(translate) if why_not else "",
        background=item.background.render(translate) if item.background else "",
        rows=tuple(
            ShownRow(
                label=row.label.render(translate) if row.label else "",
                text=row.text.render(translate),
                tags=tuple(tags(row, item.interaction, translate)),
                rationale=row.rationale.render(translate),
                url=url_of(row.ref),
            )
            for row in interaction.rows(item, value)
        ),
        is_open=is_open,
        rows_name=translate(rows_name(item, state)),
        rows_tell=is_open or (item.interaction in OPTIONS_SHOWN and isinstance(value, int)),
        readings=readings(item.sources, translate),
        more=more_about(item, translate),
    )


VERDICTS: Final[Mapping[str, str]] = {
    "right": gettext_noop("Right."),
    "partly": gettext_noop("Partly right."),
    "wrong": gettext_noop("Not right."),
}
HEADLINES: Final[Mapping[Interaction, str]] = {
    Interaction.MULTIPLE: gettext_noop("These are the right ones"),
    Interaction.ORDER: gettext_noop("This is the right order"),
    Interaction.MATCH: gettext_noop("These are the right pairs"),
}
"""Over the rows, where the fact is a list: as a headline that would be a wall of names."""


def said(item: Item, value: Json, state: str, translate: Catalogue) -> str:
    """The response in words; empty where the rows, the verdict or the figure tell it."""
    words = INTERACTIONS[item.interaction].said(item, value).render(translate)
    match item.interaction:
        case Interaction.MULTIPLE | Interaction.ORDER | Interaction.MATCH:
            return ""
        case Interaction.CHOICE:
            return "" if state == "right" else words
        case Interaction.PLACE:
            return "" if state == "right" or isinstance(value, dict) else words
        case Interaction.NAME if isinstance(value, dict) and value["text"] != words:
            message = translate(gettext_noop("“%(written)s”, read as %(name)s"))
            return message % {"written": value["text"], "name": words}
        case _:
            return words


def tags(row: Row, interaction: Interaction, translate: Catalogue) -> Iterator[Tag]:
    """What is to be said of a row: of an option whether it is right and whether it was chosen; of
    a place in an order, or of a pair, whether it was found, and what was given instead."""
    has_places = interaction in (Interaction.ORDER, Interaction.MATCH)
    if row.is_chosen if has_places else row.is_key:
        yield Tag(translate(RIGHT), "right")
    if row.own is not None:
        own = row.own.render(translate)
        yield Tag(translate(gettext_noop("you: %(own)s")) % {"own": own}, "own")
    elif row.is_chosen and not has_places:
        yield Tag(translate(gettext_noop("your choice")), "own")
    elif row.is_key and interaction is Interaction.MULTIPLE:
        yield Tag(translate(gettext_noop("missed")), "plain")


OPTIONS_SHOWN: Final = (Interaction.CHOICE, Interaction.PLACE)
RIGHT: Final = gettext_noop("right")


def rows_name(item: Item, state: str) -> str:
    """What stands over the rows where they are folded away."""
    if item.quantity or item.names or item.interaction is Interaction.TRUE_FALSE:
        return gettext_noop("The question again")
    return gettext_noop("Why not the others") if state == "right" else gettext_noop("One by one")


# Pages of the records that an item can be about; the items of a paper know no more of them than
# their references.
ABOUT = {
    "mission": gettext_noop("More about this flight"),
    "person": gettext_noop("More about this person"),
    "agency": gettext_noop("More about this agency"),
    "station": gettext_noop("More about this station"),
}


@lru_cache(maxsize=4096)  # more than there are; to make an address anew takes longer than a row
def url_of(reference: str) -> str:
    """The page about a record; empty for one that has none."""
    sort, _, slug = reference.partition(":")
    return reverse(sort, args=[slug]) if sort in ABOUT else ""


def more_about(item: Item, translate: Catalogue) -> tuple[More, ...]:
    """The pages about what was asked that no option leads to: of each sort one."""
    offered = {option.ref for option in item.options}
    asked = [item.subject, *item.subjects]
    found = {
        sort: url_of(reference)
        for reference in reversed(asked)
        if (sort := reference.partition(":")[0]) in ABOUT and reference not in offered
    }
    return tuple(
        More(found[sort], translate(words)) for sort, words in ABOUT.items() if sort in found
    )


def state_of(response: Recorded) -> str:
    """Right, partly right, or wrong."""
    if response.grade == 1:
        return "right"
    return "partly" if response.grade else "wrong"


def readings(sources: Sequence[SourceLine], translate: Catalogue) -> tuple[Reading, ...]:
    """``sources``, together where they were read on the same day."""
    return tuple(
        Reading(date_text(day).render(translate), tuple(read))
        for day, read in groupby(sources, key=lambda source: source.read_on)
    )
