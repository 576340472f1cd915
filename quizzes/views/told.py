"""Feedback: an item after a response, rendered in the reader's language."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from django.urls import reverse
from django.utils.translation import gettext_noop

from quizzes.catalogue import Catalogue, readers_catalogue
from quizzes.items.interactions import INTERACTIONS
from quizzes.items.item import TOPIC_NAMES, Item, SourceLine
from quizzes.items.text import date_text
from quizzes.queries import Recorded


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A line of feedback: an option or a pair after the response, with its own fact. ``label``:
    what it belongs to; ``own``: what was given in its place; ``url``: where there is more."""

    label: str
    text: str
    is_key: bool
    is_chosen: bool
    own: str
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
    words, ``credit`` the grade in per cent. ``fact`` is the statement to remember; ``said`` the
    response in words, and ``why_not`` its own fact where it was not right. ``is_written``: no
    option was shown.
    """

    topic: str
    stem: str
    interaction: str
    state: str
    verdict: str
    credit: int
    fact: str
    said: str
    why_not: str
    background: str
    rows: tuple[ShownRow, ...]
    is_written: bool
    readings: tuple[Reading, ...]
    more: tuple[More, ...]


def feedback(item: Item, response: Recorded) -> Feedback:
    """The item after a response."""
    translate = readers_catalogue()
    interaction = INTERACTIONS[item.interaction]
    value = response.value
    why_not = interaction.why_not(item, value)
    return Feedback(
        topic=translate(TOPIC_NAMES[item.topic]),
        stem=item.stem.render(translate),
        interaction=item.interaction.value,
        state=state_of(response),
        verdict=translate(VERDICTS[state_of(response)]),
        credit=round(100 * response.grade),
        fact=item.rationale.render(translate),
        said=interaction.said(item, value).render(translate),
        why_not=why_not.render(translate) if why_not else "",
        background=item.background.render(translate) if item.background else "",
        rows=tuple(
            ShownRow(
                label=row.label.render(translate) if row.label else "",
                text=row.text.render(translate),
                is_key=row.is_key,
                is_chosen=row.is_chosen,
                own=row.own.render(translate) if row.own else "",
                rationale=row.rationale.render(translate),
                url=url_of(row.ref),
            )
            for row in interaction.rows(item, value)
        ),
        is_written=bool(item.quantity or item.names),
        readings=readings(item.sources, translate),
        more=more_about(item, translate),
    )


VERDICTS = {
    "right": gettext_noop("Right."),
    "partly": gettext_noop("Partly right."),
    "wrong": gettext_noop("Not right."),
}


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
