"""Agencies, and which came after which."""

from collections.abc import Iterator
from datetime import datetime

from quizzes.facts.checks.ledger import Ledger, Verdict
from quizzes.facts.records import Agency


def predecessors_exist_and_end(ledger: Ledger) -> Iterator[Verdict]:
    """Going back from agency to predecessor ends somewhere."""
    for agency in ledger.agencies.values():
        if agency.predecessor is not None:
            yield Verdict(agency.slug, lineage(ledger, agency))


def lineage(ledger: Ledger, agency: Agency) -> str:
    """What is wrong with the line of predecessors, in words; empty where nothing is."""
    seen = [agency.slug]
    while agency.predecessor is not None:
        if agency.predecessor in seen:
            return f"is its own predecessor: {' <- '.join([*seen, agency.predecessor])}"
        if agency.predecessor not in ledger.agencies:
            return f"there is no agency {agency.predecessor} to precede it"
        seen.append(agency.predecessor)
        agency = ledger.agencies[agency.predecessor]
    return ""


def nobody_flies_for_an_agency_of_the_past(ledger: Ledger) -> Iterator[Verdict]:
    """Once somebody has launched for an agency, nobody launches for its predecessor."""
    for agency in ledger.agencies.values():
        launches = launches_for(ledger, agency.slug)
        last = launches_for(ledger, agency.predecessor or "")
        if launches and last:
            problem = (
                f"somebody flew for it on {launches[0].date()}, "
                f"for its predecessor on {last[-1].date()}"
            )
            yield Verdict(agency.slug, problem if last[-1] > launches[0] else "")


def launches_for(ledger: Ledger, agency: str) -> list[datetime]:
    """The launches of all who flew for an agency, in order."""
    seats = [seat for seat in ledger.seats.values() if seat.agency == agency]
    return sorted(launched for seat in seats if (launched := ledger.launched_at(seat)))
