"""What pages say of spacewalks."""

from collections.abc import Sequence
from typing import Final

from quizzes.facts.base import FactBase
from quizzes.facts.records import Mission, Person, Spacewalk
from quizzes.items.text import Text, gettext_noop, text
from quizzes.views.described.parts import Entry, Group, Notes, link, list_text, said, titled
from quizzes.views.described.times import span_text, time_text

WALKS_KNOWN: Final = gettext_noop("The list of spacewalks ends in March 2017.")


def walks_on(mission: Mission, facts: FactBase) -> list[Spacewalk]:
    held = (walk for walk in facts.spacewalks.values() if walk.mission == mission.slug)
    return sorted(held, key=lambda walk: walk.number)


def walks(
    held: Sequence[Spacewalk], facts: FactBase, notes: Notes, of: Person | None = None
) -> Group:
    """Spacewalks: when, who (but for the one whose page it is) and how long."""
    return Group(
        titled(gettext_noop("Spacewalks")),
        [walk_entry(walk, facts, notes, of) for walk in held],
        said(Text(WALKS_KNOWN)),
    )


def walk_entry(walk: Spacewalk, facts: FactBase, notes: Notes, of: Person | None) -> Entry:
    started = time_text(walk.started_at, walk.start_precision)
    people = [link(facts.people[slug]) for slug in walk.people if of is None or slug != of.slug]
    aside = []
    if people:
        message = gettext_noop("with {people}") if of is not None else gettext_noop("{people}")
        aside.append(text(message, people=list_text(people)))
    length = span_text(walk.duration_s)
    if length is not None:
        aside.append(length)
    elif "duration_s" in walk.disputed:
        aside.append(Text(gettext_noop("sources disagree on its length")))
    fields = ("people", "started_at", "duration_s", "mission")
    return Entry(
        said(started if started is not None else text("{name}", name=walk.name)),
        tuple(said(part) for part in aside),
        notes.marks(*((walk, field) for field in fields if field not in walk.disputed)),
    )
