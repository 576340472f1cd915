"""What a teacher calls each kind by: what is asked for, and of what."""

from collections.abc import Mapping
from typing import Final

from quizzes.items.text import gettext_noop

KIND_NAMES: Final[Mapping[str, str]] = {
    "commander-of-mission": gettext_noop("who commanded a flight"),
    "person-aboard": gettext_noop("who was aboard a flight"),
    "first-flight-of-person": gettext_noop("the first flight of somebody"),
    "joined-for-landing": gettext_noop("who landed on a flight without launching on it"),
    "flight-home": gettext_noop("which flight brought somebody home"),
    "not-aboard": gettext_noop("who was not aboard a flight"),
    "launched-with": gettext_noop("who launched together with somebody"),
    "flew-on-both": gettext_noop("who flew on both of two flights"),
    "flights-of-person": gettext_noop("how many flights somebody made"),
    "agency-of-person": gettext_noop("which agency somebody flew for"),
    "person-of-agency": gettext_noop("who of a crew flew for an agency"),
    "mission-with-agency": gettext_noop("which flight carried somebody of an agency"),
    "agencies-aboard": gettext_noop("of how many agencies people were aboard"),
    "length-of-stay": gettext_noop("how long somebody was in space"),
    "length-of-mission": gettext_noop("how long a flight lasted"),
    "mission-of-length": gettext_noop("which flight lasted so long"),
    "longest-mission": gettext_noop("which flight lasted the longest"),
    "person-of-stay": gettext_noop("who came home after so many days"),
    "waters-of-splashdown": gettext_noop("in which ocean a flight came down"),
    "state-of-landing": gettext_noop("in which state a flight landed"),
    "mission-of-region": gettext_noop("which flight landed in a region"),
    "nearest-town": gettext_noop("near which town a flight landed"),
    "launch-year-of-mission": gettext_noop("the year of a launch"),
    "mission-of-launch-year": gettext_noop("which flight launched in a year"),
    "mission-of-person-in-year": gettext_noop("which flight somebody launched on in a year"),
    "station-of-mission": gettext_noop("which station a flight went to"),
    "mission-to-station": gettext_noop("which flight went to a station"),
    "person-at-station": gettext_noop("who has been at a station"),
    "orbits-of-mission": gettext_noop("how many orbits a flight made"),
    "mission-of-orbits": gettext_noop("which flight made so many orbits"),
    "most-orbits": gettext_noop("which flight made the most orbits"),
    "walker-of-spacewalk": gettext_noop("who made a spacewalk"),
    "partner-on-spacewalk": gettext_noop("with whom somebody made a spacewalk"),
    "flight-before-spacewalk": gettext_noop("on which flight a spacewalker had come"),
    "youngest-on-first-flight": gettext_noop("who was the youngest on the first flight"),
    "first-into-orbit": gettext_noop("who reached orbit first"),
    "most-flights": gettext_noop("who made the most flights"),
    "longest-stay-of-person": gettext_noop("who made the longest stay"),
    "first-for-agency": gettext_noop("who was the first to fly for an agency"),
    "launched-between": gettext_noop("which flight launched between two others"),
    "in-space-on-day": gettext_noop("who was in space on a day"),
    "place-of-landing": gettext_noop("where on the map a flight came down"),
    "person-on-hop": gettext_noop("who was aboard a suborbital flight"),
    "hop-of-person": gettext_noop("which suborbital flight somebody made"),
    "year-of-hop": gettext_noop("the year of a suborbital flight"),
    "launched-before": gettext_noop("which of two flights launched first"),
    "order-of-launches": gettext_noop("in which order flights launched"),
    "launch-site-of-mission": gettext_noop("where a flight launched from"),
    "aboard-station-on-day": gettext_noop("who was aboard a station on a day"),
    "length-of-spacewalk": gettext_noop("how long a spacewalk was"),
    "longest-spacewalk": gettext_noop("which spacewalk was the longest"),
    "first-outside": gettext_noop("who went outside first"),
    "oldest-on-first-flight": gettext_noop("who was the oldest on the first flight"),
    "age-on-first-flight": gettext_noop("how old somebody was on the first flight"),
    "in-space-with": gettext_noop("who was in space at the same time as somebody"),
}


def kind_name(slug: str) -> str:
    """The name of a kind, untranslated; of a new one, its slug in words."""
    return KIND_NAMES.get(slug, slug.replace("-", " "))
