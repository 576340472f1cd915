"""The page of a person."""

from collections.abc import Sequence

from markupsafe import Markup

from quizzes.facts.base import FactBase, is_known
from quizzes.facts.records import Fact, FlightClass, Mission, Person, Precision, Seat
from quizzes.items.kinds.base import ref
from quizzes.items.kinds.wording import died_on, launch_year
from quizzes.items.text import Text, date_text, gettext_noop, ngettext, text
from quizzes.views.described.flights import flights_text, seat_aside, still_up
from quizzes.views.described.parts import Entry, Group, Notes, RecordPage, Row, link, said, titled
from quizzes.views.described.spacewalks import walks
from quizzes.views.described.times import (
    brief_text,
    day_text,
    launch_day_text,
    stay_citations,
    stay_s,
)


def person_page(person: Person, facts: FactBase) -> RecordPage:
    """All that is said of a person."""
    notes = Notes(facts)
    lead, lead_marks = told(person, facts, notes)
    return RecordPage(
        section="people",
        reference=ref(person),
        kicker=kicker(person, facts),
        title=titled(person.name),
        lead=lead,
        lead_marks=lead_marks,
        rows=life_rows(person, facts, notes),
        groups=[
            group
            for group in (
                flights(person, facts, notes),
                walks(facts.spacewalks_of(person), facts, notes, of=person),
            )
            if group.entries
        ],
        notes=notes.listed(),
    )


def kicker(person: Person, facts: FactBase) -> list[Markup]:
    """The agencies that somebody flew for."""
    slugs = dict.fromkeys(seat.agency for seat in known_seats(person, facts) if seat.agency)
    return [link(facts.agencies[slug]) for slug in slugs]


def known_seats(person: Person, facts: FactBase) -> list[Seat]:
    """The flights of somebody that have a source, in order of launch."""
    return [seat for seat in facts.seats_of(person) if is_known(seat)]


# In sentences -----------------------------------------------------------------------------------


def told(person: Person, facts: FactBase, notes: Notes) -> tuple[list[Markup], tuple[int, ...]]:
    """The person in a few sentences, and the numbers of who says so."""
    seats = known_seats(person, facts)
    if not seats:
        message = gettext_noop("No source has been read on the flight of {person} yet.")
        return [said(text(message, person=person.name))], ()
    up = next((seat for seat in seats if is_up(seat, facts)), None)
    lost = flight_that_cost_life(person, facts)
    flown = [seat for seat in seats if reached_space(seat, facts)]
    sentences = [counted(person, flown, facts)] if flown else []
    sentences += [set_out(person, seat, facts) for seat in seats if seat not in flown]
    stated: list[tuple[Fact, str]] = [(seat, "up") for seat in seats]
    stated += [(facts.missions[seat.up], "launched_at") for seat in seats]
    stated += [(facts.missions[seat.up], "flight_class") for seat in seats if seat not in flown]
    marks = notes.marks(*stated)
    if up is not None:
        mission = facts.missions[up.up]
        as_of = still_up(mission, facts) or facts.as_of
        message = gettext_noop("The flight on {mission} is still under way as of {date}.")
        sentences.append(text(message, mission=link(mission), date=date_text(as_of)))
    if lost is not None:
        message = gettext_noop("{person} lost their life on {mission}.")
        sentences.append(text(message, person=person.name, mission=link(lost)))
        marks = tuple(sorted({*marks, *notes.marks((person, "died_on"))}))
    return [said(sentence) for sentence in sentences], marks


def counted(person: Person, seats: Sequence[Seat], facts: FactBase) -> Text:
    """How many flights, and between which years."""
    years = [one.year for seat in seats if (one := facts.launched_at(seat)) is not None]
    is_all = facts.flights_are_known(person) and len(years) == len(seats)
    count = flights_text(len(seats))
    if not years or not is_all:
        message = gettext_noop("{person} is known to have made {flights}; there may be more.")
        return text(message, person=person.name, flights=count)
    if years[0] == years[-1]:
        message = gettext_noop("{person} made {flights}, in {year}.")
        return text(message, person=person.name, flights=count, year=years[0])
    message = gettext_noop("{person} made {flights}, the first in {first}, the last in {last}.")
    return text(message, person=person.name, flights=count, first=years[0], last=years[-1])


def reached_space(seat: Seat, facts: FactBase) -> bool:
    """Whether somebody flew, rather than sat in a vehicle whose launch came to nothing."""
    return facts.missions[seat.up].flight_class is not FlightClass.ABORT


def set_out(person: Person, seat: Seat, facts: FactBase) -> Text:
    """A launch that did not come to space."""
    mission = facts.missions[seat.up]
    message = gettext_noop("{person} set out on {mission} in {year}, which did not reach space.")
    return text(message, person=person.name, mission=link(mission), year=launch_year(mission))


def is_up(seat: Seat, facts: FactBase) -> bool:
    """Whether somebody is in space."""
    return seat.down is None and still_up(facts.missions[seat.up], facts) is not None


def flight_that_cost_life(person: Person, facts: FactBase) -> Mission | None:
    flown = (facts.missions[seat.up] for seat in facts.seats_of(person))
    return next((one for one in flown if one.fatal and died_on(person, one)), None)


# In a table -------------------------------------------------------------------------------------


def life_rows(person: Person, facts: FactBase, notes: Notes) -> list[Row]:
    born = day_text(person.born_on, person.born_precision)
    rows = [notes.row(gettext_noop("Born"), born, person, "born_on")]
    if person.died_on is not None:
        died = day_text(person.died_on, precision_of_death(person, facts))
        rows.append(notes.row(gettext_noop("Died"), died, person, "died_on"))
    nationality = text("{name}", name=person.nationality) if person.nationality else None
    rows.append(notes.row(gettext_noop("Nationality"), nationality, person, "nationality"))
    seats = [seat for seat in known_seats(person, facts) if reached_space(seat, facts)]
    if seats:
        rows.append(days_row(person, seats, facts, notes))
    return rows


def precision_of_death(person: Person, facts: FactBase) -> Precision:
    """A day that one source alone gives is told as a year: our one source is a day off for some.
    The day of a flight that cost their life is that flight's, and known."""
    is_certain = len(person.provenance.get("died_on", ())) > 1 or flight_that_cost_life(
        person, facts
    )
    return Precision.DAY if is_certain else Precision.YEAR


def days_row(person: Person, seats: Sequence[Seat], facts: FactBase, notes: Notes) -> Row:
    """The sum of all stays, where all are known."""
    ended = [seat for seat in seats if not is_up(seat, facts)]
    lengths = [stay_s(seat, facts) for seat in ended]
    known = [length for length in lengths if length is not None]
    term = gettext_noop("In flight")
    if len(known) < len(ended) or not facts.flights_are_known(person) or not known:
        return notes.row(term, None, person)
    total = brief_text(sum(known))
    if len(ended) < len(seats):
        total = text(gettext_noop("{length} before the flight under way"), length=total)
    elif len(known) > 1:
        over = flights_text(len(known))
        total = text(gettext_noop("{length} over {flights}"), length=total, flights=over)
    citations = [one for seat in ended for one in stay_citations(seat, facts)]
    return notes.row(term, total, person, also=notes.cite(citations))


# What somebody did ------------------------------------------------------------------------------


def flights(person: Person, facts: FactBase, notes: Notes) -> Group:
    entries = [flight_of(seat, facts, notes) for seat in known_seats(person, facts)]
    return Group(titled(gettext_noop("Flights")), entries)


def flight_of(seat: Seat, facts: FactBase, notes: Notes) -> Entry:
    """A flight of somebody's: when, as what, for whom, for how long."""
    mission = facts.missions[seat.up]
    launched = launch_day_text(mission)
    aside = [launched] if launched is not None else []
    aside += seat_aside(seat, facts)
    length = stay_s(seat, facts)
    if length is not None:
        aside.append(brief_text(length))
    if seat.down is not None and seat.down != seat.up:
        message = gettext_noop("came down on {mission}")
        aside.append(text(message, mission=link(facts.missions[seat.down])))
    elif is_up(seat, facts):
        aside.append(Text(gettext_noop("still up")))
    citations = (
        *facts.cite(
            (mission, "launched_at"), (seat, "up"), (seat, "role"), (seat, "agency"), (seat, "down")
        ),
        *stay_citations(seat, facts),
    )
    return Entry(link(mission), tuple(said(part) for part in aside), notes.cite(citations))


def person_entry(person: Person, facts: FactBase) -> Entry:
    """Somebody in a list: for whom they flew, and in which years."""
    seats = known_seats(person, facts)
    agencies = dict.fromkeys(seat.agency for seat in seats if seat.agency)
    years = [str(one.year) for seat in seats if (one := facts.launched_at(seat)) is not None]
    aside = [said(text("{name}", name=facts.agencies[slug].short_name)) for slug in agencies]
    if years:
        aside.append(said(text("{years}", years=", ".join(dict.fromkeys(years)))))
    return Entry(link(person), tuple(aside))


def people_text(count: int) -> Text:
    return ngettext("{n} person", "{n} people", count)
