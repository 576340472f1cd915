"""Of how many agencies people were aboard."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations
from typing import Final

from quizzes.facts.base import FactBase
from quizzes.facts.records import Agency, AgencyKind, Mission
from quizzes.items.item import Interaction, Measure, Quantity, Topic
from quizzes.items.kinds.agencies import in_sentence, is_guest, may_coincide, mixed_families
from quizzes.items.kinds.base import Because, Kind
from quizzes.items.kinds.wording import launch_year, mission_story
from quizzes.items.text import Text, gettext_noop, names_text, text

COUNTS: Final = {
    1: gettext_noop("one agency"),
    2: gettext_noop("two agencies"),
    3: gettext_noop("three agencies"),
}
"""Two flights had people of four aboard: a number that is hardly ever right is not offered."""
PROGRAMMES: Final = frozenset(("interkosmos", "soviet-space-programme"))
"""Not quite agencies: who flew for the one was a guest of the other."""
YEARS_AROUND: Final = 8


@lru_cache(maxsize=4096)  # asked for every pair of flights
def agencies_aboard(mission: Mission, facts: FactBase) -> tuple[Agency, ...] | None:
    """For whom those aboard at launch flew; None where that is not known of everybody, or where
    one might count otherwise."""
    crew = facts.crew_up(mission)
    found = dict.fromkeys(facts.agencies[seat.agency] for seat in crew if seat.agency is not None)
    is_clear = (
        bool(crew)
        and facts.crew_is_known(mission)
        and not any(seat.agency is None or is_guest(seat) for seat in crew)
        and all(agency.kind is AgencyKind.SPACE_AGENCY for agency in found)
        and not any(agency.slug in PROGRAMMES for agency in found)
        and not any(may_coincide(one, other) for one, other in combinations(found, 2))
    )
    return tuple(found) if is_clear else None


class AgenciesAboard(Kind[Mission, Mission]):
    """How many space agencies had people aboard. A candidate is another flight, shown by its
    number. Traps: people of one agency may be another's too (a German of ESA, chosen by DLR), and
    NASA's guests came from anywhere: flights with such are not asked about. Not asked is of how
    many nations people were: many astronauts have two passports, and sources tell one. Not a
    choice: among three numbers, two was right too often."""

    slug = "agencies-aboard"
    name = gettext_noop("of how many agencies people were aboard")
    form = -16  # a number from one to three
    topic = Topic.AGENCIES
    interactions = (Interaction.TRUE_FALSE, Interaction.NUMBER)

    def subjects(self, facts: FactBase) -> Sequence[Mission]:
        return [
            mission
            for mission in facts.orbital
            if not mission.fatal
            and self.count(mission, facts) in COUNTS
            and facts.family(mission) in mixed_families(facts)
        ]

    def count(self, mission: Mission, facts: FactBase) -> int:
        """The number; 0 where it is not known."""
        return len(agencies_aboard(mission, facts) or ())

    def candidates(self, subject: Mission, facts: FactBase) -> Sequence[Mission]:
        family = facts.family(subject)
        others = sorted(
            facts.contemporaries(subject, years=YEARS_AROUND),
            key=lambda m: (facts.family(m) != family, abs(m.number - subject.number)),
        )
        found = {self.count(subject, facts): subject}
        for other in others:
            if self.count(other, facts) in COUNTS:
                found.setdefault(self.count(other, facts), other)
        return [found[number] for number in sorted(found)]

    def holds(self, subject: Mission, candidate: Mission, facts: FactBase) -> bool | None:
        one, other = self.count(subject, facts), self.count(candidate, facts)
        return one == other if one and other else None

    def stem(self, subject: Mission, facts: FactBase) -> Text:
        return text(
            gettext_noop("How many space agencies had people aboard when {mission} launched?"),
            mission=subject.name,
        )

    def claim(self, subject: Mission, candidate: Mission, facts: FactBase) -> Text:
        return text(
            gettext_noop("Those aboard when {mission} launched flew for {agencies} in all."),
            mission=subject.name, agencies=self.option(subject, candidate, facts),
        )  # fmt: skip

    def quantity(self, subject: Mission, facts: FactBase) -> Quantity:
        return Quantity(self.count(subject, facts), Measure.AGENCIES, tolerance=0, reach=1)

    def because(self, subject: Mission, candidate: Mission, facts: FactBase) -> Because:
        names = [in_sentence(agency) for agency in agencies_aboard(candidate, facts) or ()]
        return Because(
            text(
                gettext_noop("{mission} launched in {year} with people of {agencies}: {names}."),
                mission=candidate.name, year=launch_year(candidate),
                agencies=self.option(subject, candidate, facts), names=names_text(names),
            ),
            facts.cite(
                (candidate, "launched_at"),
                *((seat, "agency") for seat in facts.crew_up(candidate)),
            ),
        )  # fmt: skip

    def option(self, subject: Mission, candidate: Mission, facts: FactBase) -> Text:
        return Text(COUNTS[self.count(candidate, facts)])

    def number(self, subject: Mission, candidate: Mission, facts: FactBase) -> int | None:
        return self.count(candidate, facts)

    def differ(self, one: int, other: int) -> bool:
        return one != other

    def mission(self, subject: Mission, facts: FactBase) -> Mission:
        return subject

    def stratum(self, subject: Mission, facts: FactBase) -> str:
        return f"{self.count(subject, facts)}"

    def background(self, subject: Mission, facts: FactBase) -> Because | None:
        return mission_story(subject, facts)
