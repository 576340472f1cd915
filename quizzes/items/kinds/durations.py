"""How long flights lasted.

Numbers in options are always real lengths of other flights or stays, shown in the unit that suits
the key, and far enough apart that no way of counting days could make another one right.
"""

from collections.abc import Sequence

from quizzes.facts.base import FactBase
from quizzes.facts.records import Mission
from quizzes.items.item import Interaction, Quantity, Topic
from quizzes.items.kinds.base import Because, Kind
from quizzes.items.kinds.lengths import (
    Unit,
    in_unit,
    known_duration_s,
    length_asked,
    length_text,
    one_per_length,
    same_length,
    unit_for,
)
from quizzes.items.kinds.wording import launch_year, mission_story
from quizzes.items.text import Text, gettext_noop, text


def claim_of_length(mission: Mission, length: Text) -> Text:
    """The statement that a flight lasted so long."""
    return text(
        gettext_noop("{mission} lasted about {length}, from launch to landing."),
        mission=mission.name, length=length,
    )  # fmt: skip


class MissionKind(Kind[Mission, Mission]):
    """What the kinds share that compare flights by their length."""

    topic = Topic.MISSION_LENGTHS

    def subjects(self, facts: FactBase) -> Sequence[Mission]:
        return [
            mission
            for mission in facts.crewed_both_ways
            if self.length_s(mission, facts) is not None
        ]

    def length_s(self, mission: Mission, facts: FactBase) -> int | None:
        """Seconds from launch to landing: where sources dispute it, it is not known."""
        return known_duration_s(mission, facts)

    def mission(self, subject: Mission, facts: FactBase) -> Mission:
        return subject

    def background(self, subject: Mission, facts: FactBase) -> Because | None:
        return mission_story(subject, facts)

    def lasted(self, candidate: Mission, unit: Unit, facts: FactBase) -> Because:
        """How long a flight lasted."""
        message = (
            gettext_noop(
                "{mission}, launched in {year}, lasted {length}. "
                "Not all who launched on it landed on it."
            )
            if any(seat.down not in (None, candidate.slug) for seat in facts.crew_up(candidate))
            else gettext_noop("{mission}, launched in {year}, lasted {length}.")
        )
        return Because(
            text(
                message,
                mission=candidate.name, year=launch_year(candidate),
                length=length_text(self.length_s(candidate, facts) or 0, unit),
            ),
            facts.cite((candidate, "launched_at"), (candidate, "landed_at")),
        )  # fmt: skip


class LengthOfMission(MissionKind):
    """How long a craft's flight lasted, launch to landing. Trap: Vostok 1, whose 108 minutes are
    the official figure."""

    slug = "length-of-mission"
    name = gettext_noop("how long a flight lasted")
    interactions = (
        Interaction.CHOICE,
        Interaction.TRUE_FALSE,
        Interaction.NUMBER,
    )

    def candidates(self, subject: Mission, facts: FactBase) -> Sequence[Mission]:
        others = (*facts.neighbours(subject, 12), *facts.contemporaries(subject, years=6))
        return one_per_length(subject, others, lambda mission: self.length_s(mission, facts))

    def holds(self, subject: Mission, candidate: Mission, facts: FactBase) -> bool | None:
        one, other = self.length_s(subject, facts), self.length_s(candidate, facts)
        return None if one is None or other is None else same_length(one, other)

    def key(self, subject: Mission, facts: FactBase) -> Mission:
        return subject

    def unit(self, subject: Mission, facts: FactBase) -> Unit:
        return unit_for(self.length_s(subject, facts) or 0)

    def stem(self, subject: Mission, facts: FactBase) -> Text:
        return text(
            gettext_noop("How long did {mission} last, from launch to landing?"),
            mission=subject.name,
        )

    def claim(self, subject: Mission, candidate: Mission, facts: FactBase) -> Text:
        return claim_of_length(subject, self.option(subject, candidate, facts))

    def quantity(self, subject: Mission, facts: FactBase) -> Quantity:
        return length_asked(self.length_s(subject, facts) or 0)

    def because(self, subject: Mission, candidate: Mission, facts: FactBase) -> Because:
        return self.lasted(candidate, self.unit(subject, facts), facts)

    def option(self, subject: Mission, candidate: Mission, facts: FactBase) -> Text:
        return length_text(self.length_s(candidate, facts) or 0, self.unit(subject, facts))

    def number(self, subject: Mission, candidate: Mission, facts: FactBase) -> int | None:
        return in_unit(self.length_s(candidate, facts) or 0, self.unit(subject, facts))


class MissionOfLength(MissionKind):
    """Which of a few flights of one programme lasted so long. Trap: a flight whose length is near
    it, by some way of counting the same; it is not offered."""

    slug = "mission-of-length"
    name = gettext_noop("which flight lasted so long")
    version = 4
    interactions = (Interaction.CHOICE, Interaction.MULTIPLE)

    def candidates(self, subject: Mission, facts: FactBase) -> Sequence[Mission]:
        unit = unit_for(self.length_s(subject, facts) or 0)
        # What rounds to nothing in the subject's unit ("0 days") is no length to tell.
        others = [
            mission
            for mission in facts.neighbours(subject, each_way=12)
            if in_unit(self.length_s(mission, facts) or 0, unit)
        ]
        return [subject, *others]

    def holds(self, subject: Mission, candidate: Mission, facts: FactBase) -> bool | None:
        one, other = self.length_s(subject, facts), self.length_s(candidate, facts)
        return None if one is None or other is None else same_length(one, other)

    def key(self, subject: Mission, facts: FactBase) -> Mission:
        return subject

    def length(self, subject: Mission, facts: FactBase) -> Text:
        """The length that is asked about."""
        seconds = self.length_s(subject, facts) or 0
        return length_text(seconds, unit_for(seconds))

    def stem(self, subject: Mission, facts: FactBase) -> Text:
        return text(
            gettext_noop("Which of these flights lasted about {length}, from launch to landing?"),
            length=self.length(subject, facts),
        )

    def stem_of_all(self, subject: Mission, facts: FactBase) -> Text:
        return self.stem(subject, facts)._replace(
            message=gettext_noop(
                "Which of the flights lasted about {length}, from launch to landing?"
            )
        )

    def because(self, subject: Mission, candidate: Mission, facts: FactBase) -> Because:
        return self.lasted(candidate, unit_for(self.length_s(subject, facts) or 0), facts)

    def option(self, subject: Mission, candidate: Mission, facts: FactBase) -> Text:
        return Text(candidate.name)


class LongestMission(MissionKind):
    """The longest of a few flights of one programme. Trap: a flight shorter by less than a tenth
    may be the longest by another way of counting; it is not offered."""

    slug = "longest-mission"
    name = gettext_noop("which flight lasted the longest")
    form = -6
    interactions = (Interaction.CHOICE, Interaction.ORDER)

    def candidates(self, subject: Mission, facts: FactBase) -> Sequence[Mission]:
        unit = unit_for(self.length_s(subject, facts) or 0)
        # Feedback tells lengths in the subject's unit, where "0 days" would be no answer.
        others = [
            mission
            for mission in facts.neighbours(subject, each_way=10)
            if in_unit(self.length_s(mission, facts) or 0, unit)
        ]
        return [subject, *others]

    def holds(self, subject: Mission, candidate: Mission, facts: FactBase) -> bool | None:
        one, other = self.length_s(subject, facts), self.length_s(candidate, facts)
        if candidate is subject:
            return one is not None or None
        if one is None or other is None or not candidate.crew_up:
            return None
        unit = unit_for(one)
        shorter = in_unit(other, unit) < in_unit(one, unit)
        return False if shorter and same_length(one, other) is False else None

    def stem(self, subject: Mission, facts: FactBase) -> Text:
        return text(
            gettext_noop("Which of these flights lasted the longest, from launch to landing?")
        )

    def stem_of_order(self, subject: Mission, facts: FactBase) -> Text:
        return Text(
            gettext_noop(
                "Put these flights in order by their length from launch to landing, "
                "the longest first."
            )
        )

    def because(self, subject: Mission, candidate: Mission, facts: FactBase) -> Because:
        return self.lasted(candidate, unit_for(self.length_s(subject, facts) or 0), facts)

    def option(self, subject: Mission, candidate: Mission, facts: FactBase) -> Text:
        return Text(candidate.name)
