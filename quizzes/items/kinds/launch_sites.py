"""From where flights launched.

Each programme has its own site, as far as sources tell, and there were never more than three far
enough apart to be told from each other. So it is no choice: but where that site is on the map one
may know or not.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from quizzes.facts.base import FactBase, nearest
from quizzes.facts.geometry import distance_km
from quizzes.facts.records import Mission, Site
from quizzes.items.item import Interaction, Point, Topic
from quizzes.items.kinds.base import Because, Kind
from quizzes.items.kinds.wording import launch_year, mission_story
from quizzes.items.text import Text, gettext_noop, text

FAR_KM: Final = 300
"""Sites nearer to each other, as Cape Canaveral and the Kennedy Space Center, are one place."""
IN_USE_YEARS: Final = 12
"""A site is offered where somebody launched from it within so many years of the flight."""
PRECISION_KM: Final = 10
"""A site is as wide as this around the point that sources give."""
# Sites whose names take an article in a sentence.
WITH_ARTICLE: Final = frozenset(
    ("baikonur-cosmodrome", "jiuquan-satellite-launch-center", "kennedy-space-center")
)


# Among the others, its full name would stand out by its length.
SHORT_NAMES: Final = {"jiuquan-satellite-launch-center": gettext_noop("Jiuquan Launch Center")}


def short_name(site: Site) -> Text:
    """A site's name, as an option shows it."""
    return Text(SHORT_NAMES.get(site.slug, site.name))


def in_sentence(site: Site) -> Text:
    """The same, with an article where it takes one."""
    if site.slug not in WITH_ARTICLE:
        return short_name(site)
    return text(gettext_noop("the {site}"), site=short_name(site))


def apart_km(one: Site, other: Site) -> float | None:
    """Kilometres between two sites, where both points are known."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    return distance_km(one.lat, one.lon, other.lat, other.lon)


@lru_cache(maxsize=1)  # asked for every subject
def launches_by_site(facts: FactBase) -> Mapping[Site, Sequence[Mission]]:
    """The orbital flights, without loss of life, that launched from each site on the map."""
    found: dict[Site, list[Mission]] = {}
    for mission in facts.orbital:
        site = facts.sites.get(mission.launch_site or "")
        if site is not None and site.lat is not None and not mission.fatal:
            found.setdefault(site, []).append(mission)
    return found


def launched_from(mission: Mission, site: Site, facts: FactBase) -> bool | None:
    """Whether a flight launched from a site; known not to, where the two are far apart."""
    own = facts.sites.get(mission.launch_site or "")
    if own is None:
        return None
    km = apart_km(own, site)
    return True if own is site else False if km is not None and km >= FAR_KM else None


class LaunchSiteOfMission(Kind[Mission, Site]):
    """The site that a flight launched from: a pin on the map, or one of three sites in use about
    then. Trap: from Cape Canaveral to the Kennedy Space Center it is a walk; only one of the two is
    ever offered."""

    slug = "launch-site-of-mission"
    name = gettext_noop("where a flight launched from")
    form = -24  # one of three, and the craft tells
    topic = Topic.LAUNCHES
    interactions = (Interaction.PLACE, Interaction.TRUE_FALSE)

    def subjects(self, facts: FactBase) -> Sequence[Mission]:
        return [
            mission
            for flights in launches_by_site(facts).values()
            for mission in flights
            if len(self.candidates(mission, facts)) > 1
        ]

    def candidates(self, subject: Mission, facts: FactBase) -> Sequence[Site]:
        """The own site, then those used nearest in time, of each area one."""
        found = [facts.sites[subject.launch_site or ""]]
        launches = {
            site: flights[nearest(flights, subject.number)]
            for site, flights in launches_by_site(facts).items()
        }
        for site in sorted(launches, key=lambda at: abs(launches[at].number - subject.number)):
            years = abs(launch_year(launches[site]) - launch_year(subject))
            is_far = all((apart_km(site, held) or 0) >= FAR_KM for held in found)
            if years <= IN_USE_YEARS and is_far:
                found.append(site)
        return found

    def holds(self, subject: Mission, candidate: Site, facts: FactBase) -> bool | None:
        return launched_from(subject, candidate, facts)

    def point(self, subject: Mission, facts: FactBase) -> Point | None:
        site = facts.sites.get(subject.launch_site or "")
        if site is None or site.lat is None or site.lon is None:
            return None
        return Point(site.lat, site.lon, PRECISION_KM)

    def stem(self, subject: Mission, facts: FactBase) -> Text:
        return text(gettext_noop("From where did {mission} lift off?"), mission=subject.name)

    def claim(self, subject: Mission, candidate: Site, facts: FactBase) -> Text:
        return text(
            gettext_noop("{mission} launched from {site}."),
            mission=subject.name, site=in_sentence(candidate),
        )  # fmt: skip

    def because(self, subject: Mission, candidate: Site, facts: FactBase) -> Because:
        mission = subject
        if subject.launch_site != candidate.slug:
            flights = launches_by_site(facts)[candidate]
            mission = flights[nearest(flights, subject.number)]
        return Because(
            text(
                gettext_noop("{mission} launched from {site} in {year}."),
                mission=mission.name, site=in_sentence(candidate), year=launch_year(mission),
            ),
            facts.cite((mission, "launch_site"), (mission, "launched_at"), (candidate, "lat")),
        )  # fmt: skip

    def option(self, subject: Mission, candidate: Site, facts: FactBase) -> Text:
        return short_name(candidate)

    def mission(self, subject: Mission, facts: FactBase) -> Mission:
        return subject

    def stratum(self, subject: Mission, facts: FactBase) -> str:
        return subject.launch_site or ""

    def background(self, subject: Mission, facts: FactBase) -> Because | None:
        return mission_story(subject, facts)
