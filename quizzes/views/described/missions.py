"""The page of a flight."""

from typing import Final

from django.urls import reverse
from markupsafe import Markup

from quizzes.facts.base import FactBase, is_known
from quizzes.facts.records import (
    FlightClass,
    Mission,
    OrbitsConvention,
    Person,
    Seat,
)
from quizzes.facts.regions import REGIONS
from quizzes.items.kinds.base import Because, ref
from quizzes.items.kinds.wording import COMPASS, died_on, mission_story
from quizzes.items.text import Text, date_text, gettext_noop, text
from quizzes.views.described.flights import seat_aside, still_up
from quizzes.views.described.lists import decade_name
from quizzes.views.described.parts import (
    NOTHING,
    Entry,
    Group,
    Notes,
    RecordPage,
    Row,
    link,
    linked,
    list_text,
    said,
    titled,
)
from quizzes.views.described.spacewalks import walks, walks_on
from quizzes.views.described.times import (
    brief_text,
    span_text,
    stay_citations,
    stay_s,
    time_text,
)

CONVENTIONS: Final = {
    OrbitsConvention.COUNTED: gettext_noop("{orbits}, counted over the turning ground"),
    OrbitsConvention.SIXTEEN_A_DAY: gettext_noop("{orbits}, counted as sixteen a day"),
}


def mission_page(mission: Mission, facts: FactBase) -> RecordPage:
    """All that is said of a flight."""
    notes = Notes(facts)
    lead, lead_marks = told(mission, facts, notes)
    before, after = neighbours(mission, facts)
    return RecordPage(
        section="missions",
        reference=ref(mission),
        kicker=kicker(mission, facts),
        title=titled(mission.name),
        lead=lead,
        lead_marks=lead_marks,
        rows=mission_rows(mission, facts, notes),
        groups=[
            group
            for group in (
                crew(mission, facts, notes),
                walks(walks_on(mission, facts), facts, notes),
            )
            if group.entries
        ],
        notes=notes.listed(),
        before=before,
        after=after,
    )


def kicker(mission: Mission, facts: FactBase) -> list[Markup]:
    family = facts.family(mission)
    lists = [
        linked(family, f"{reverse('missions')}?craft={facts.spacecraft[mission.spacecraft].slug}")
    ]
    if mission.launched_at is not None:
        decade = mission.launched_at.year // 10 * 10
        lists.append(linked(decade_name(str(decade)), f"{reverse('missions')}?decade={decade}"))
    return lists


# In sentences -----------------------------------------------------------------------------------


def told(mission: Mission, facts: FactBase, notes: Notes) -> tuple[list[Markup], tuple[int, ...]]:
    """The flight in a few sentences, and the numbers of who says so."""
    if not mission.provenance:
        message = gettext_noop(
            "No source has been read on {mission} yet, so nothing is said of it."
        )
        return [said(text(message, mission=mission.name))], ()
    story = mission_story(mission, facts) or outline(mission, facts)
    sentences = [story.text] if story is not None else []
    marks = notes.cite(story.citations) if story is not None else ()
    if mission.fatal:
        lost, lost_marks = lives(mission, facts, notes)
        sentences += lost
        marks = tuple(sorted({*marks, *lost_marks}))
    as_of = still_up(mission, facts)
    if as_of is not None:
        message = gettext_noop("It is still up as of {date}.")
        sentences.append(text(message, date=date_text(as_of)))
    return [said(sentence) for sentence in sentences], marks


def outline(mission: Mission, facts: FactBase) -> Because | None:
    """What there is to say of a flight whose whole story is not known: one that launched without
    a crew, say, and landed with one."""
    crew = [seat for seat in facts.crew_down(mission) if is_known(seat)]
    if mission.launched_at is not None:
        message = gettext_noop("{mission} launched on {date}.")
        launch = text(message, mission=mission.name, date=date_text(mission.launched_at.date()))
        return Because(launch, facts.cite((mission, "launched_at")))
    if mission.landed_at is None or not crew:
        return None
    landing = text(
        gettext_noop("{mission} landed on {date} with {crew} aboard."),
        mission=mission.name, date=date_text(mission.landed_at.date()),
        crew=list_text([facts.people[seat.person].name for seat in crew]),
    )  # fmt: skip
    return Because(landing, facts.cite((mission, "landed_at"), *((seat, "down") for seat in crew)))


def lives(mission: Mission, facts: FactBase, notes: Notes) -> tuple[list[Text], tuple[int, ...]]:
    """Whose lives the flight cost, where the story has not told of all aboard."""
    aboard = [facts.people[seat.person] for seat in facts.crew_up(mission)]
    lost = [person for person in aboard if died_on(person, mission)]
    marks = notes.marks(*((person, "died_on") for person in lost))
    if not lost:
        return [Text(gettext_noop("This flight cost lives."))], ()
    if len(lost) == len(aboard) and mission_story(mission, facts) is not None:
        return [], marks
    message = gettext_noop("{people} lost their lives on this flight.")
    return [text(message, people=list_text([person.name for person in lost]))], marks


# In a table -------------------------------------------------------------------------------------


def mission_rows(mission: Mission, facts: FactBase, notes: Notes) -> list[Row]:
    """The flight from launch to landing; nothing where nobody has said anything of it."""
    if not mission.provenance:
        return []
    return [*flight_rows(mission, facts, notes), *landing_rows(mission, facts, notes)]


def flight_rows(mission: Mission, facts: FactBase, notes: Notes) -> list[Row]:
    craft = facts.spacecraft[mission.spacecraft]
    rows = [
        notes.row(
            gettext_noop("Spacecraft"),
            text("{name}", name=linked(craft.name, f"{reverse('missions')}?craft={craft.slug}"))
            if "spacecraft" in mission.provenance
            else None,
            mission, "spacecraft",
        )
    ]  # fmt: skip
    site = facts.sites.get(mission.launch_site or "")
    launch = time_text(mission.launched_at, mission.launch_precision)
    rows.append(notes.row(gettext_noop("Launch"), launch, mission, "launched_at"))
    place = text("{name}", name=place_link(site.name, site.slug)) if site else None
    rows.append(notes.row(gettext_noop("Launched from"), place, mission, "launch_site"))
    reach = {
        FlightClass.SUBORBITAL: gettext_noop("It did not go into orbit."),
        FlightClass.ABORT: gettext_noop("It did not reach space."),
    }.get(mission.flight_class)
    if reach is not None and "flight_class" in mission.provenance and not mission.fatal:
        rows.append(notes.row(gettext_noop("Orbit"), Text(reach), mission, "flight_class"))
    stations = [facts.stations[slug] for slug in mission.stations]
    if stations:
        links = list_text([link(station) for station in stations])
        rows.append(notes.row(gettext_noop("Space station"), links, mission, "stations"))
    return rows


def landing_rows(mission: Mission, facts: FactBase, notes: Notes) -> list[Row]:
    """How the flight ended; nothing where it has not."""
    if still_up(mission, facts) is not None:
        return []
    landing = gettext_noop("End of the flight") if mission.fatal else gettext_noop("Landing")
    landed = time_text(mission.landed_at, mission.landing_precision)
    rows = [notes.row(landing, landed, mission, "landed_at")]
    if mission.landing_place or not mission.fatal:
        rows.append(place_row(mission, facts, notes))
    length = span_text(mission.duration_s)
    also: tuple[int, ...] = ()
    if length is None and "duration_s" not in mission.disputed:
        length = span_text(facts.duration_s(mission))
        also = notes.marks((mission, "launched_at"), (mission, "landed_at")) if length else ()
    rows.append(notes.row(gettext_noop("Length"), length, mission, "duration_s", also=also))
    if mission.flight_class is FlightClass.ORBITAL:
        rows.append(notes.row(gettext_noop("Orbits"), orbits_text(mission), mission, "orbits"))
    return rows


def place_row(mission: Mission, facts: FactBase, notes: Notes) -> Row:
    """Where it came down: as far from which town as sources agree on, else in words."""
    town = facts.sites.get(mission.landing_town or "")
    fields = ["landing_place", "landing_region"]
    place: Text | None = None
    distance, direction = mission.landing_distance_km, COMPASS.get(mission.landing_direction)
    if town is not None and distance is not None and direction is not None:
        fields = ["landing_town", "landing_distance_km", "landing_direction", "landing_region"]
        place = text(
            gettext_noop("{distance} km {direction} of {town}, {region}"),
            distance=distance, direction=Text(direction),
            town=place_link(town.name, town.slug), region=region_link(mission),
        )  # fmt: skip
    elif mission.landing_place and mission.landing_region not in mission.landing_place:
        place = text("{place}, {region}", place=mission.landing_place, region=region_link(mission))
    elif mission.landing_place == mission.landing_region and mission.landing_region:
        place = text("{region}", region=region_link(mission))
    elif mission.landing_place:
        place = text("{place}", place=mission.landing_place)
    row = notes.row(gettext_noop("Place"), place, mission, *fields)
    disputed = {"landing_town", "landing_distance_km", "landing_direction"} & {*mission.disputed}
    if place is None or not disputed:
        return row
    said_of = said(Text(gettext_noop("Sources disagree on how far from which town, or which way.")))
    return Row(row.term, row.value + Markup(". ") + said_of, row.marks)


def region_link(mission: Mission) -> str:
    region = REGIONS.get(mission.landing_region)
    return place_link(region.name, region.slug) if region else mission.landing_region


def place_link(name: str, slug: str) -> Markup:
    """The name of a place, which leads to the flights from or to it."""
    return linked(name, f"{reverse('missions')}?place={slug}")


def orbits_text(mission: Mission) -> Text | None:
    if mission.orbits is None:
        return None
    try:
        message = CONVENTIONS[OrbitsConvention(mission.orbits_convention)]
    except ValueError:
        message = gettext_noop("{orbits}; how they were counted is not known")
    return text(message, orbits=mission.orbits)


# Who was aboard ---------------------------------------------------------------------------------


def crew(mission: Mission, facts: FactBase, notes: Notes) -> Group:
    """Those known to have launched or landed on the flight."""
    seats = dict.fromkeys((*facts.crew_up(mission), *facts.crew_down(mission)))
    entries = [seat_entry(seat, mission, facts, notes) for seat in seats if is_known(seat)]
    is_whole = facts.crew_is_known(mission)
    note = Text("") if is_whole else Text(gettext_noop("There may have been more aboard."))
    return Group(titled(gettext_noop("Crew")), entries, said(note) if entries else NOTHING)


def seat_entry(seat: Seat, mission: Mission, facts: FactBase, notes: Notes) -> Entry:
    """Somebody aboard: as what, for whom, for how long, and on what else."""
    aside = seat_aside(seat, facts)
    citations = [*facts.cite((seat, "up"), (seat, "role"), (seat, "agency"))]
    if seat.up != mission.slug:
        message = gettext_noop("went up on {mission}")
        aside.append(text(message, mission=link(facts.missions[seat.up])))
    if seat.down is not None and seat.down != mission.slug:
        message = gettext_noop("came down on {mission}")
        aside.append(text(message, mission=link(facts.missions[seat.down])))
    if seat.down != seat.up and seat.down is not None:
        length = stay_s(seat, facts)
        if length is not None:
            aside.append(text(gettext_noop("after {length}"), length=brief_text(length)))
            citations += stay_citations(seat, facts)
        citations += facts.cite((seat, "down"))
    person: Person = facts.people[seat.person]
    return Entry(link(person), tuple(said(part) for part in aside), notes.cite(citations))


# Where to go from here --------------------------------------------------------------------------


def neighbours(mission: Mission, facts: FactBase) -> tuple[Markup, Markup]:
    """The flights of the same family before and after it."""
    family = facts.family(mission)
    flights = [one for one in facts.missions.values() if facts.family(one) == family]
    at = flights.index(mission)
    before = link(flights[at - 1]) if at > 0 else NOTHING
    after = link(flights[at + 1]) if at + 1 < len(flights) else NOTHING
    return before, after
