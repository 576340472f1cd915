"""Whom people flew for: what is asked about, and the traps."""

from dataclasses import replace
from itertools import combinations

import pytest

from quizzes.facts.base import FactBase
from quizzes.facts.records import Agency, AgencyKind, Records
from quizzes.items.generate import Generator
from quizzes.items.item import Interaction, Item
from quizzes.items.kinds import KIND_BY_SLUG
from quizzes.items.kinds.agencies import may_coincide
from quizzes.items.seeds import Draw
from tests.items.kinds.conftest import Ask
from tests.items.oracle.rows import Rows, link, said

KINDS = ("agency-of-person", "person-of-agency", "mission-with-agency")
RENAMED = [
    ("jaxa", "nasda"),
    ("roscosmos", "soviet-space-programme"),
    ("dlr", "dfvlr"),
    ("csa", "nrc-canada"),
]
SHARED = [("esa", "cnes"), ("esa", "asi"), ("esa", "dlr"), ("interkosmos", "isro")]
UNCLEAR = [("nasa", "us-air-force"), ("nasa", "mcdonnell-douglas"), ("nasa", "axiom-space")]


@pytest.mark.parametrize(
    ("kind", "least"),
    [("agency-of-person", 1180), ("person-of-agency", 700), ("mission-with-agency", 550)],
)
def test_whom_people_flew_for_is_asked_about_widely(kind: str, least: int, ask: Ask) -> None:
    assert len(ask(kind).subjects()) >= least


def test_known_seats_are_asked_about(ask: Ask) -> None:
    assert {
        "norishige-kanai_soyuz-ms-07",
        "scott-kelly_soyuz-tma-16m",
        "jean-loup-chretien_soyuz-t-6",
    } <= ask("agency-of-person").subjects()


def test_no_agency_is_asked_about_that_the_craft_gives_away(ask: Ask) -> None:
    """Everybody who flew on a Shenzhou flew for one agency."""
    subjects = ask("agency-of-person").subjects()
    assert not [seat for seat in subjects if "_shenzhou-" in seat]


@pytest.mark.parametrize(
    ("seat", "agency", "reads"),
    [
        ("norishige-kanai_soyuz-ms-07", "jaxa", "JAXA (Japan)"),
        ("yuri-malenchenko_soyuz-tm-19", "roscosmos", "Roscosmos (Russia)"),
        ("yuri-romanenko_soyuz-tm-2", "soviet-space-programme", "Soviet programme"),
    ],
)
def test_an_acronym_stands_with_its_country(seat: str, agency: str, reads: str, ask: Ask) -> None:
    assert ask("agency-of-person").option(f"seat:{seat}", f"agency:{agency}") == reads


def test_a_programme_takes_an_article_in_a_sentence(ask: Ask) -> None:
    because = ask("agency-of-person").because(
        "seat:yuri-romanenko_soyuz-tm-2", "agency:soviet-space-programme"
    )
    assert because == "Yuri Romanenko flew for the Soviet programme on Soyuz TM-2."


def test_no_flight_is_offered_from_before_an_agency_was_founded(ask: Ask, rows: Rows) -> None:
    """JAXA followed NASDA in 2003: who could have flown for it on STS-111?"""
    asking = ask("mission-with-agency")
    seats = [slug for slug in asking.subjects() if said(rows.seats[slug], "agency") == "jaxa"]
    first = min(rows.launched[link(rows.seats[slug]["up"])] or 0 for slug in seats)
    offered = {flight for seat in seats for flight in asking.candidates(f"seat:{seat}")}
    assert offered
    assert all((rows.launched[flight] or 0) >= first for flight in offered)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "seat",
    [
        "marc-garneau_sts-41-g",  # in dispute
        "charles-d-walker_sts-41-d",  # a company's
        "joe-engle_x-15-flight-3-44-67",  # not in orbit
        "anil-menon_soyuz-ms-29",  # without a source
    ],
)
def test_seats_of_unknown_or_other_senders_are_not_asked_about(
    seat: str, kind: str, ask: Ask
) -> None:
    assert seat not in ask(kind).subjects()


@pytest.mark.parametrize(("one", "other"), RENAMED + SHARED + UNCLEAR)
def test_agencies_that_one_person_may_have_flown_for_are_no_opposites(
    one: str, other: str, ask: Ask, rows: Rows
) -> None:
    """A new name, a country in common, or a company that sends people with an agency."""
    asking = ask("agency-of-person")
    for agency, unclear in ((one, other), (other, one)):
        seats = [
            row["slug"] for row in rows.seats.values()
            if said(row, "agency") == agency
        ]  # fmt: skip
        for seat in seats[:20]:
            assert asking.holds(f"seat:{seat}", f"agency:{agency}") in (True, None)
            assert asking.holds(f"seat:{seat}", f"agency:{unclear}") is None


def test_a_predecessor_without_a_source_still_makes_two_agencies_unclear() -> None:
    """Missing data is never "no": forgetting the link must not tell the two apart."""
    bsa = replace(agency("bsa"), predecessor="obb", provenance={})
    facts = FactBase(Records(agencies=(bsa, agency("obb"))))
    assert may_coincide(facts.agencies["bsa"], facts.agencies["obb"])


def agency(slug: str) -> Agency:
    kind = AgencyKind.SPACE_AGENCY
    return Agency(slug=slug, name=slug, short_name=slug, kind=kind, country=f"Land of {slug}")


@pytest.mark.parametrize(
    ("seat", "agency"),
    [
        ("mamoru-mohri_sts-99", "nasda"),
        ("norishige-kanai_soyuz-ms-07", "jaxa"),
        ("sergei-krikalev_soyuz-tm-7", "soviet-space-programme"),
        ("sergei-krikalev_sts-60", "roscosmos"),
        ("umberto-guidoni_sts-75", "asi"),
        ("umberto-guidoni_sts-100", "esa"),
    ],
)
def test_the_agency_is_that_of_the_flight_not_of_today(seat: str, agency: str, ask: Ask) -> None:
    assert ask("agency-of-person").holds(f"seat:{seat}", f"agency:{agency}") is True


@pytest.mark.parametrize("kind", KINDS)
def test_agencies_that_may_coincide_never_stand_side_by_side_with_the_key(
    kind: str, generator: Generator, rows: Rows
) -> None:
    """Over every subject: the key's agency and a distractor's are never two names of one."""
    forbidden = {frozenset(pair) for pair in RENAMED + SHARED + UNCLEAR}
    for subject in generator.subjects(KIND_BY_SLUG[kind]):
        item = generator.item(KIND_BY_SLUG[kind], subject, Draw("side by side"))
        if isinstance(item, Item):
            asked = link(rows.seats[subject.slug]["agency"])
            told = [agencies_of(option.ref, subject.slug, rows) for option in item.options]
            for agencies, option in zip(told, item.options, strict=True):
                if not option.is_key:
                    assert asked not in agencies
                    assert not {frozenset((asked, agency)) for agency in agencies} & forbidden


def agencies_of(reference: str, seat: str, rows: Rows) -> set[str]:
    """The agencies that an option stands for: itself, a person's on the flight, or a crew's."""
    name, _, slug = reference.partition(":")
    if name == "agency":
        return {slug}
    crew = rows.up[slug if name == "mission" else link(rows.seats[seat]["up"])]
    return {link(row["agency"]) for row in crew if name == "mission" or link(row["person"]) == slug}


def test_a_flight_is_no_distractor_where_one_seat_is_in_dispute(ask: Ask) -> None:
    """Garneau's agency on STS-41-G is disputed: Canada's was aboard for some."""
    asking = ask("mission-with-agency")
    for seat in ("steve-maclean_sts-52", "roberta-bondar_sts-42"):
        assert asking.holds(f"seat:{seat}", "mission:sts-41-g") is None
        assert "sts-41-g" not in asking.wrong(f"seat:{seat}")


def test_flights_that_cost_lives_are_neither_asked_about_nor_offered(ask: Ask, rows: Rows) -> None:
    asking = ask("mission-with-agency")
    for seat in asking.subjects():
        assert not rows.is_fatal(link(rows.seats[seat]["up"]))
        assert not any(map(rows.is_fatal, asking.candidates(f"seat:{seat}")))


def test_one_flight_and_agency_make_one_question(ask: Ask, rows: Rows) -> None:
    asked = [rows.seats[seat] for seat in ask("mission-with-agency").subjects()]
    pairs = [(link(row["up"]), link(row["agency"])) for row in asked]
    assert len(pairs) == len(set(pairs))


def test_only_mixed_crews_are_asked_who_flew_for_an_agency(ask: Ask, rows: Rows) -> None:
    for seat in ask("person-of-agency").subjects():
        crew = rows.up[link(rows.seats[seat]["up"])]
        assert len({said(row, "agency") for row in crew} - {None}) > 1, seat


def test_the_name_alone_does_not_tell_who_flew_for_an_agency(ask: Ask) -> None:
    """Of all aboard STS-60, only Krikalev has a Russian name."""
    asking, seat = ask("person-of-agency"), "seat:sergei-krikalev_sts-60"
    assert {"vladimir-titov", "charles-bolden"} <= asking.wrong(seat)
    assert asking.because(seat, "person:vladimir-titov") == (
        "Vladimir Titov flew for Roscosmos (Russia) on STS-63."
    )


def test_guests_of_other_agencies_are_offered_beside_a_guest_of_a_small_one(ask: Ask) -> None:
    """Italy had one astronaut up in those years."""
    asking, seat = ask("person-of-agency"), "seat:franco-malerba_sts-46"
    guests = asking.wrong(seat)
    assert {"mamoru-mohri", "roberta-bondar"} <= guests
    assert asking.because(seat, "person:roberta-bondar") == (
        "Roberta Bondar flew for CSA (Canada) on STS-42."
    )
    hosts = ask("person-of-agency").wrong("seat:sergey-ryazansky_soyuz-ms-05")
    assert {"paolo-nespoli", "fyodor-yurchikhin"} <= hosts
    assert "peggy-whitson" not in hosts  # a guest of that host


def test_nobody_else_is_offered_beside_a_crew_that_lost_their_lives(ask: Ask, rows: Rows) -> None:
    crew = {link(row["person"]) for row in rows.up["sts-107"]}
    assert ask("person-of-agency").candidates("seat:ilan-ramon_sts-107") == crew


# How many agencies ----------------------------------------------------------------------------


def test_agencies_aboard_are_counted(ask: Ask) -> None:
    asking = ask("agencies-aboard")
    assert len(asking.subjects()) >= 190
    assert asking.option("mission:soyuz-tma-18m", "mission:soyuz-tma-18m") == "three agencies"
    assert asking.because("mission:soyuz-tma-18m", "mission:soyuz-tma-18m") == (
        "Soyuz TMA-18M launched in 2015 with people of three agencies: "
        "Roscosmos (Russia), Kazcosmos (Kazakhstan) and ESA (Europe)."
    )


@pytest.mark.parametrize(
    "mission",
    [
        "sts-61-a",  # guests as payload specialists
        "soyuz-tm-29",  # CNES, and what became of it in ESA
        "soyuz-28",  # Interkosmos guests flew with the Soviet programme
        "soyuz-tma-9",  # somebody flew for nobody
        "axiom-mission-1",
        "spacex-crew-7",  # four agencies: hardly ever right, so never asked
        "shenzhou-18",  # the craft alone tells it
        "sts-107",  # cost lives
    ],
)
def test_no_crew_is_asked_about_that_one_might_count_otherwise(mission: str, ask: Ask) -> None:
    assert mission not in ask("agencies-aboard").subjects()


def test_no_two_agencies_are_counted_that_could_be_one(ask: Ask, facts: FactBase) -> None:
    for slug in ask("agencies-aboard").subjects():
        crew = facts.crew_up(facts.missions[slug])
        aboard = {facts.agencies[seat.agency or ""] for seat in crew}
        assert not [pair for pair in combinations(aboard, 2) if may_coincide(*pair)]


def test_every_number_is_claimed_of_a_flight(ask: Ask) -> None:
    asking, mission = ask("agencies-aboard"), "mission:soyuz-tma-18m"
    shown = {asking.option(mission, f"mission:{slug}") for slug in asking.candidates(mission)}
    assert shown == {"one agency", "two agencies", "three agencies"}


def test_two_of_three_numbers_would_be_too_good_a_guess(ask: Ask) -> None:
    """So there is no choice among them, and only the exact number counts."""
    assert Interaction.CHOICE not in ask("agencies-aboard").kind.interactions
