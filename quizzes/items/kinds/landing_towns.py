"""Which towns vehicles came down near."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from quizzes.facts.base import FactBase
from quizzes.facts.geometry import distance_km
from quizzes.facts.records import Mission, Site
from quizzes.items.item import Interaction
from quizzes.items.kinds.base import Because, Kind
from quizzes.items.kinds.landing_sites import UNCERTAINTY_KM, LandingKind
from quizzes.items.kinds.wording import COMPASS, launch_year
from quizzes.items.text import Text, gettext_noop, text

# A town is offered as wrong only where it lies farther than the key by this factor at worst.
CLEARLY_FARTHER: Final = 1.3
# A town farther off than this is no place one would tell a landing by.
FARTHEST_KM: Final = 160
# Since this year all towns have the names that they go by here.
TODAYS_NAMES_SINCE: Final = 1998


def km_to_town(mission: Mission, town: Site) -> float | None:
    """Kilometres from the landing point to the town, where both are known."""
    if mission.lat is None or mission.lon is None or town.lat is None or town.lon is None:
        return None
    return distance_km(mission.lat, mission.lon, town.lat, town.lon)


@lru_cache(maxsize=1)  # asked for every landing
def told_by_town(facts: FactBase) -> Sequence[Mission]:
    """The landings that sources tell by a town near enough to them."""
    return tuple(
        mission
        for mission in facts.orbital
        if not mission.fatal
        and mission.landing_town is not None
        and mission.point_kind in UNCERTAINTY_KM
        and (km := km_to_town(mission, facts.sites[mission.landing_town])) is not None
        and km <= FARTHEST_KM
    )


class NearestTown(LandingKind, Kind[Mission, Site]):
    """Which of a few towns a landing was nearest to.

    The key is the town that the sources describe the landing by. Any other town is offered only
    where it is farther even if the point is off by all its uncertainty. Trap: "147 km south-east
    of Zhezkazgan" may be nearer to a village; the stem therefore says "of these". Towns that no
    landing is told by are not offered: being never right, they would be struck out.
    """

    slug = "nearest-town"
    name = gettext_noop("near which town a flight landed")
    form = 12  # towns that few could find on a map
    interactions = (Interaction.CHOICE, Interaction.MATCH)

    def subjects(self, facts: FactBase) -> Sequence[Mission]:
        return told_by_town(facts)

    def candidates(self, subject: Mission, facts: FactBase) -> Sequence[Site]:
        slugs = sorted({mission.landing_town or "" for mission in told_by_town(facts)})
        towns = (facts.sites[slug] for slug in slugs)
        return [town for town in towns if town.country == subject.landing_country]

    def holds(self, subject: Mission, candidate: Site, facts: FactBase) -> bool | None:
        key = facts.sites.get(subject.landing_town or "")
        if key is None or subject.point_kind not in UNCERTAINTY_KM:
            return None
        to_key, to_candidate = km_to_town(subject, key), km_to_town(subject, candidate)
        if to_key is None or to_candidate is None:
            return None
        if candidate is key:
            return True
        doubt = UNCERTAINTY_KM[subject.point_kind]
        farther = to_candidate - doubt > CLEARLY_FARTHER * (to_key + doubt)
        return False if farther else None

    def stem(self, subject: Mission, facts: FactBase) -> Text:
        return text(
            gettext_noop("Which of these towns was nearest to where {mission} landed?")
            if launch_year(subject) >= TODAYS_NAMES_SINCE
            else gettext_noop(
                "Which of these towns, by its name of today, was nearest to where {mission} landed?"
            ),
            mission=subject.name,
        )

    def stem_of_match(self, facts: FactBase) -> Text:
        return Text(
            gettext_noop(
                "Match each flight's landing with the nearest of these towns, "
                "by their names of today."
            )
        )

    def prompt(self, subject: Mission, facts: FactBase) -> Text:
        return Text(subject.name)

    def because(self, subject: Mission, candidate: Site, facts: FactBase) -> Because:
        citations = facts.cite((subject, "lat"), (subject, "landing_town"), (candidate, "lat"))
        stated = candidate.slug == subject.landing_town and subject.landing_distance_km is not None
        if stated and subject.landing_direction in COMPASS:
            return Because(
                text(
                    gettext_noop("{mission} landed about {km} km {direction} of {town}."),
                    mission=subject.name, km=round(subject.landing_distance_km or 0),
                    direction=Text(COMPASS[subject.landing_direction]), town=Text(candidate.name),
                ),
                citations,
            )  # fmt: skip
        return Because(
            text(
                gettext_noop("{mission} landed about {km} km from {town}."),
                mission=subject.name, km=round((km_to_town(subject, candidate) or 0) / 10) * 10,
                town=Text(candidate.name),
            ),
            citations,
        )  # fmt: skip

    def option(self, subject: Mission, candidate: Site, facts: FactBase) -> Text:
        return Text(candidate.name)

    def stratum(self, subject: Mission, facts: FactBase) -> str:
        return subject.landing_town or ""
