"""Whom people flew for, by the rows."""

from tests.items.oracle.rows import Row, Rows, link, said


def countries(agency: Row) -> set[str]:
    return {agency["country"], *agency.get("countries", ())}


def succeeds(one: Row, other: Row) -> bool:
    """Whether ``one`` is what ``other`` became."""
    return bool(link(one.get("predecessor")) == other["slug"])


def flew_for(rows: Rows, seat: Row, agency: str) -> bool | None:
    """Two space agencies are told apart where neither became the other and they have no country
    in common; a company or an armed force may send somebody together with an agency."""
    own = said(seat, "agency")
    if own is None or (own == "nasa" and said(seat, "role") == "payload specialist"):
        return None  # NASA flew many guests as payload specialists
    if own == agency:
        return True
    one, other = rows.agencies[own], rows.agencies[agency]
    apart = (
        one["kind"] == other["kind"] == "space-agency"
        and not succeeds(one, other)
        and not succeeds(other, one)
        and not countries(one) & countries(other)
    )
    return False if apart else None


def agency_of_person(rows: Rows, seat: str, agency: str) -> bool | None:
    return flew_for(rows, rows.seats[seat], agency)


def person_of_agency(rows: Rows, seat: str, person: str) -> bool | None:
    asked = rows.seats[seat]
    agency = said(asked, "agency")
    other = rows.seat_on(person, link(asked["up"]))
    if other is None:
        return False if rows.crew_is_complete(link(asked["up"])) else None
    return None if agency is None else flew_for(rows, other, agency)


def mission_with_agency(rows: Rows, seat: str, mission: str) -> bool | None:
    agency = said(rows.seats[seat], "agency")
    if agency is None:
        return None
    verdicts = {flew_for(rows, other, agency) for other in rows.up[mission]}
    if True in verdicts:
        return True
    return False if verdicts == {False} and rows.crew_is_complete(mission) else None


def number_aboard(rows: Rows, mission: str) -> int | None:
    """Of how many agencies people launched: where each of them is known to have flown for theirs
    and not for that of another one of the crew."""
    crew = rows.up[mission]
    agencies = {said(seat, "agency") for seat in crew}
    if not crew or not rows.crew_is_complete(mission) or None in agencies:
        return None
    if agencies & {"soviet-space-programme", "interkosmos"}:  # the one flew guests of the other
        return None
    kinds = {rows.agencies[agency]["kind"] for agency in agencies}
    verdicts = [flew_for(rows, seat, agency) for seat in crew for agency in agencies]
    is_clear = kinds == {"space-agency"} and None not in verdicts
    return len(agencies) if is_clear else None


def agencies_aboard(rows: Rows, mission: str, other: str) -> bool | None:
    one, two = number_aboard(rows, mission), number_aboard(rows, other)
    return None if one is None or two is None else one == two
