"""How long spacewalks were, and who was outside first: what is asked about, and the traps."""

import pytest

from quizzes.facts.base import FactBase
from quizzes.items.kinds import KIND_BY_SLUG
from tests.items.kinds.conftest import Ask
from tests.items.oracle.rows import Rows, said

LENGTH_KINDS = ("length-of-spacewalk", "longest-spacewalk")
every_length = pytest.mark.parametrize("kind", LENGTH_KINDS)
LONGEST = "spacewalk:sts-102-eva-1"
"""Of 8 hours and 56 minutes, the longest on the list."""

# Lengths --------------------------------------------------------------------------------------


@every_length
def test_lengths_are_asked_about_of_all_that_is_surely_a_spacewalk(kind: str, ask: Ask) -> None:
    subjects = ask(kind).subjects()
    assert len(subjects) >= 295
    assert subjects == ask("walker-of-spacewalk").subjects()


@every_length
def test_a_length_in_dispute_is_not_asked_about(kind: str, ask: Ask, rows: Rows) -> None:
    assert "duration_s" in rows.spacewalks["sts-61-eva-1"]["disputed"]
    assert "sts-61-eva-1" not in ask(kind).subjects()


def test_lengths_are_told_by_the_clock_and_written_in_minutes(ask: Ask, facts: FactBase) -> None:
    asking = ask("length-of-spacewalk")
    assert asking.option(LONGEST, LONGEST) == "8 h 56 min"
    asked = asking.kind.quantity(facts.spacewalks["sts-102-eva-1"], facts)
    assert (asked.value, asked.unit) == (536, "minutes")
    assert asking.because(LONGEST, LONGEST) == (
        "James S. Voss and Susan J. Helms were outside for 8 h 56 min (536 minutes) "
        "on 11 March 2001 (UTC)."
    )


@every_length
def test_a_length_within_a_tenth_is_never_wrong(kind: str, ask: Ask, rows: Rows) -> None:
    asking = ask(kind)
    for subject in asking.subjects():
        own = said(rows.spacewalks[subject], "duration_s")
        for other in asking.wrong(f"spacewalk:{subject}"):
            length = said(rows.spacewalks[other], "duration_s")
            # Both are whole minutes when they are compared.
            assert abs(length - own) >= max(length, own) / 10 - 60


def test_no_longer_spacewalk_stands_beside_the_longest(ask: Ask, rows: Rows) -> None:
    asking = ask("longest-spacewalk")
    for subject in asking.subjects():
        own = said(rows.spacewalks[subject], "duration_s")
        for other in asking.wrong(f"spacewalk:{subject}"):
            assert said(rows.spacewalks[other], "duration_s") < own


def test_a_spacewalk_is_told_by_who_was_outside_and_when(ask: Ask) -> None:
    """The same two may have been outside more than once."""
    assert ask("longest-spacewalk").option(LONGEST, LONGEST) == (
        "James S. Voss and Susan J. Helms (11 March 2001)"
    )


# First outside --------------------------------------------------------------------------------


def test_whoever_made_a_spacewalk_is_asked_about(ask: Ask) -> None:
    subjects = ask("first-outside").subjects()
    assert len(subjects) >= 180
    assert {"alexei-leonov", "ed-white", "neil-armstrong", "peggy-whitson"} <= subjects


@pytest.mark.parametrize(
    "person",
    [
        "buzz-aldrin",  # first stood in the hatch
        "david-scott",
        "yuri-romanenko",
        "yuri-gidzenko",  # first was within a module
        "pavel-vinogradov",
        "anatoly-solovyev",  # the length of the first is in dispute
        "zhai-zhigang",  # nobody says on which flight
        "yuri-gagarin",  # never was, as far as the list goes
        "rick-husband",  # lost his life on a flight
    ],
)
def test_who_may_first_have_been_outside_another_time_is_not_compared(
    person: str, ask: Ask, rows: Rows
) -> None:
    asking = ask("first-outside")
    assert person in rows.people
    assert person not in asking.subjects()
    assert asking.holds("person:alexei-leonov", f"person:{person}") is None


def test_short_walks_count_before_there_was_a_station_to_walk_in(ask: Ask, rows: Rows) -> None:
    assert rows.spacewalks["voskhod-2-eva"]["duration_s"] < 3600
    asking = ask("first-outside")
    assert asking.holds("person:alexei-leonov", "person:ed-white") is False
    assert asking.holds("person:ed-white", "person:alexei-leonov") is None


def test_who_was_outside_within_the_same_month_is_not_known_to_be_later(ask: Ask) -> None:
    """Yeliseyev and Khrunov together; Conrad and Bean together, four months after Armstrong."""
    asking = ask("first-outside")
    assert asking.holds("person:aleksei-yeliseyev", "person:yevgeny-khrunov") is None
    assert asking.holds("person:pete-conrad", "person:alan-bean") is None
    assert asking.holds("person:neil-armstrong", "person:pete-conrad") is False


def test_the_background_is_the_flight_of_the_person_not_of_the_spacewalk(facts: FactBase) -> None:
    """Anderson had come on STS-117 when he went outside during STS-118."""
    kind = KIND_BY_SLUG["first-outside"]
    told = kind.background(facts.people["clayton-anderson"], facts)
    assert told is not None
    assert told.text.render().startswith("STS-117 launched")
