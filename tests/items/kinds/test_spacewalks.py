"""Who went outside: what is asked about, and the traps."""

import pytest

from tests.items.kinds.conftest import Ask
from tests.items.oracle.rows import Rows, link, slugs

KINDS = ("walker-of-spacewalk", "partner-on-spacewalk", "flight-before-spacewalk")
every_kind = pytest.mark.parametrize("kind", KINDS)


@every_kind
def test_spacewalks_are_asked_about_widely(kind: str, ask: Ask) -> None:
    subjects = ask(kind).subjects()
    assert len(subjects) >= 295
    assert {"sts-123-eva-4", "skylab-4-eva-4", "mir-eo-2-eva-1"} <= subjects


@every_kind
@pytest.mark.parametrize(
    "walk",
    [
        "mir-eo-18-eva-4",  # within a module
        "mir-eo-18-eva-5",
        "mir-eo-20-eva-2",
        "mir-eo-24-eva-1",
        "mir-eo-24-eva-3",
        "mir-eo-26-eva-1",
        "iss-expedition-2-eva-1",
        "iss-expedition-20-eva-2",
        "salyut-6-eo-1-stand-up-eva",  # in the hatch
        "salyut-7-eo-1-stand-up-eva",
        "apollo-9-stand-up-eva",
        "apollo-17-moonwalk-1",  # on the Moon
        "apollo-17-eva-on-the-way-home",  # who stood in the hatch is counted too
        "transfer-from-soyuz-5-to-soyuz-4",  # goes by the flight on which they landed
        "shenzhou-7-eva",  # nobody says on which flight
        "voskhod-2-eva",  # one alone
        "sts-41-b-eva-1",  # the day may be Houston's
        "salyut-7-eo-6-eva-2",  # the flight went to two stations
        "sts-61-eva-1",  # the length is in dispute
    ],
)
def test_spacewalks_that_may_be_told_otherwise_are_not_asked_about(
    walk: str, kind: str, ask: Ask, rows: Rows
) -> None:
    assert walk in rows.spacewalks
    assert walk not in ask(kind).subjects()


@pytest.mark.parametrize(
    ("walk", "stem"),
    [
        ("sts-123-eva-4", "Who went outside during STS-123, on 20 March 2008 (UTC)?"),
        ("iss-expedition-46-eva-3", "Who went outside from the ISS on 3 February 2016 (UTC)?"),
        # STS-71 had brought them, and was home again.
        ("mir-eo-19-eva-1", "Who went outside from Mir on 14 July 1995 (UTC)?"),
        ("sts-76-eva-at-mir", "Who went outside during STS-76, on 27 March 1996 (UTC)?"),
    ],
)
def test_a_walk_is_told_by_where_it_began(walk: str, stem: str, ask: Ask) -> None:
    assert ask("walker-of-spacewalk").stem(f"spacewalk:{walk}") == stem


def test_either_of_a_pair_is_right_and_so_never_wrong(ask: Ask) -> None:
    asking, walk = ask("walker-of-spacewalk"), "spacewalk:sts-123-eva-4"
    for person in ("bob-behnken", "michael-foreman"):
        assert asking.holds(walk, f"person:{person}") is True
        assert person not in asking.wrong(walk)
    assert {"richard-m-linnehan", "dominic-l-gorie", "gregory-h-johnson"} <= asking.wrong(walk)


def test_all_three_of_a_crew_of_three_are_right(ask: Ask) -> None:
    """On STS-49 three went outside: of whom was one the partner?"""
    asking, walk = ask("walker-of-spacewalk"), "spacewalk:sts-49-eva-3"
    for person in ("pierre-j-thuot", "richard-hieb", "thomas-akers"):
        assert asking.holds(walk, f"person:{person}") is True
    for kind in ("partner-on-spacewalk", "flight-before-spacewalk"):
        assert "sts-49-eva-3" not in ask(kind).subjects()
    partner = ask("partner-on-spacewalk")
    assert partner.holds(walk, "person:thomas-akers") is None


def test_who_was_outside_the_day_before_is_not_known_to_be_wrong(ask: Ask) -> None:
    """Two pairs took turns on STS-103, and a day in Houston is not a day by UTC."""
    for kind in ("walker-of-spacewalk", "partner-on-spacewalk"):
        asking = ask(kind)
        assert asking.holds("spacewalk:sts-103-eva-2", "person:john-m-grunsfeld") is None
        assert asking.holds("spacewalk:sts-103-eva-2", "person:curtis-brown") is False


def test_who_was_outside_from_another_craft_that_day_is_never_wrong(ask: Ask) -> None:
    """On 16 September 1993 two pairs were outside, from Mir and from STS-51."""
    asking = ask("walker-of-spacewalk")
    assert asking.holds("spacewalk:sts-51-eva-1", "person:aleksandr-serebrov") is None
    assert asking.holds("spacewalk:mir-eo-14-eva-1", "person:carl-e-walz") is None


def test_crewmates_are_offered_alone_where_enough_stayed_inside(ask: Ask, rows: Rows) -> None:
    crew = {link(seat["person"]) for seat in rows.up["sts-103"]}
    assert ask("walker-of-spacewalk").candidates("spacewalk:sts-103-eva-2") == crew


def test_the_person_named_is_no_option(ask: Ask, rows: Rows) -> None:
    asking = ask("partner-on-spacewalk")
    for walk in asking.subjects():
        outside = slugs(rows.spacewalks[walk], "people")
        right = {
            person
            for person in outside
            if asking.holds(f"spacewalk:{walk}", f"person:{person}") is True
        }
        assert len(right) == 1
        assert not set(outside) & asking.wrong(f"spacewalk:{walk}")


def test_the_flight_is_that_of_the_person_not_of_the_spacewalk(ask: Ask) -> None:
    """Anderson had come on STS-117 when he went outside during STS-118."""
    asking, walk = ask("flight-before-spacewalk"), "spacewalk:sts-118-eva-3"
    assert asking.stem(walk) == (
        "On which flight had Clayton Anderson last launched "
        "before going outside with Richard Mastracchio on 15 August 2007 (UTC)?"
    )
    assert asking.holds(walk, "mission:sts-117") is True
    assert asking.holds(walk, "mission:sts-118") is False
    assert asking.holds(walk, "mission:sts-131") is False  # a later flight of both


def test_nothing_is_asked_about_after_the_list_ends(ask: Ask, rows: Rows) -> None:
    """It ends in March 2017: that somebody is not on it says nothing about later years."""
    for kind in KINDS:
        for walk in ask(kind).subjects():
            assert rows.spacewalks[walk]["started_at"] < "2017-04"


def test_who_was_up_and_stayed_inside_is_told_so(ask: Ask) -> None:
    """That somebody launched on the same flight does not say why the answer is wrong."""
    asking, walk = ask("walker-of-spacewalk"), "spacewalk:sts-128-eva-2"
    assert asking.because(walk, "person:kevin-a-ford") == (
        "Kevin A. Ford, who had launched on STS-128, was in space that day "
        "but took no part in this spacewalk."
    )
