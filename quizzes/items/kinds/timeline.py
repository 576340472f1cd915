"""Which flight came before or after which.

The names of flights tell the order of launch within a programme: so a flight is never to be put in
order with others of its own. Nor is the first, or the last, of a few asked for. Were several of
one programme among them, most could be struck out by number; and of those of different programmes,
of which there are mostly three at a time, it is nearly always the same one that stands out.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Final

from quizzes.facts.base import FactBase
from quizzes.facts.records import Mission
from quizzes.items.item import Interaction, Topic
from quizzes.items.kinds.base import Because, Kind, ref
from quizzes.items.kinds.wording import launch_year, utc_text
from quizzes.items.text import Text, date_text, gettext_noop, text

CLEARLY_LATER: Final = timedelta(days=30)
LONGEST_BETWEEN: Final = timedelta(days=3 * 365)


@lru_cache(maxsize=1)  # asked for every subject
def flights_in_order(facts: FactBase) -> Sequence[Mission]:
    """The orbital flights, without loss of life, by the time of their launch."""
    return sorted((m for m in facts.orbital if not m.fatal), key=launch_time)


def launch_time(mission: Mission) -> datetime:
    """What they are sorted by; all of them have one."""
    return mission.launched_at or datetime.max.replace(tzinfo=UTC)


def launch_told(mission: Mission, facts: FactBase) -> Because:
    """The day a flight launched."""
    return Because(
        text(
            gettext_noop("{mission} launched on {date}."),
            mission=mission.name, date=utc_text(launch_time(mission)),
        ),
        facts.cite((mission, "launched_at")),
    )  # fmt: skip


@lru_cache(maxsize=4096)  # asked for every option
def bounds(mission: Mission, facts: FactBase) -> tuple[Mission, Mission] | None:
    """The last flight of another programme to launch clearly before ``mission``, and the first
    clearly after it, where both did so within a few years."""
    launched_at = launch_time(mission)
    family = facts.family(mission)
    others = [other for other in flights_in_order(facts) if facts.family(other) != family]
    before = bisect_right(others, launched_at - CLEARLY_LATER, key=launch_time)
    after = bisect_left(others, launched_at + CLEARLY_LATER, key=launch_time)
    if before == 0 or after == len(others):
        return None
    first, last = others[before - 1], others[after]
    return (first, last) if launch_time(last) - launch_time(first) <= LONGEST_BETWEEN else None


class LaunchOrderKind(Kind[Mission, Mission]):
    """What the kinds share that compare launches."""

    def because(self, subject: Mission, candidate: Mission, facts: FactBase) -> Because:
        return launch_told(candidate, facts)

    def option(self, subject: Mission, candidate: Mission, facts: FactBase) -> Text:
        return Text(candidate.name)

    def mission(self, subject: Mission, facts: FactBase) -> Mission:
        return subject

    def stratum(self, subject: Mission, facts: FactBase) -> str:
        return f"{facts.family(subject)} {launch_year(subject) // 10}"


class LaunchedBetween(LaunchOrderKind):
    """Which of a few flights of one programme launched between two of other programmes, so that no
    number tells. Trap: a flight launched within thirty days of either, which is not offered."""

    slug = "launched-between"
    name = gettext_noop("which flight launched between two others")
    form = 6  # two dates and four flights
    version = 4
    claims_of_candidate = True
    topic = Topic.TIMELINE
    interactions = (Interaction.CHOICE, Interaction.TRUE_FALSE, Interaction.MULTIPLE)

    def subjects(self, facts: FactBase) -> Sequence[Mission]:
        return [m for m in flights_in_order(facts) if bounds(m, facts) is not None]

    def candidates(self, subject: Mission, facts: FactBase) -> Sequence[Mission]:
        return [subject, *facts.neighbours(subject)]

    def holds(self, subject: Mission, candidate: Mission, facts: FactBase) -> bool | None:
        between = bounds(subject, facts)
        if between is None or candidate.launched_at is None:
            return None
        since_first = candidate.launched_at - launch_time(between[0])
        until_last = launch_time(between[1]) - candidate.launched_at
        if min(since_first, until_last) >= CLEARLY_LATER:
            return True
        return False if min(since_first, until_last) <= -CLEARLY_LATER else None

    def key(self, subject: Mission, facts: FactBase) -> Mission:
        return subject

    def stem(self, subject: Mission, facts: FactBase) -> Text:
        first, last = bounds(subject, facts) or (subject, subject)
        return text(
            gettext_noop("Which of these flights launched after {first} and before {last}?"),
            first=first.name, last=last.name,
        )  # fmt: skip

    def stem_of_all(self, subject: Mission, facts: FactBase) -> Text:
        return self.stem(subject, facts)._replace(
            message=gettext_noop("Which of the flights launched after {first} and before {last}?")
        )

    def claim(self, subject: Mission, candidate: Mission, facts: FactBase) -> Text:
        first, last = bounds(subject, facts) or (subject, subject)
        return text(
            gettext_noop("{mission} launched after {first} and before {last}."),
            mission=candidate.name, first=first.name, last=last.name,
        )  # fmt: skip

    def background(self, subject: Mission, facts: FactBase) -> Because:
        first, last = bounds(subject, facts) or (subject, subject)
        return Because(
            text(
                gettext_noop("{first} launched on {date}, and {last} on {later}."),
                first=first.name, date=date_text(launch_time(first).date()),
                last=last.name, later=utc_text(launch_time(last)),
            ),
            facts.cite((first, "launched_at"), (last, "launched_at")),
        )  # fmt: skip

    def tells_of(self, subject: Mission, facts: FactBase) -> tuple[str, ...]:
        return tuple(map(ref, (subject, *(bounds(subject, facts) or ()))))
