"""Who and what went to which station: what is asked about, and the traps."""

import pytest

from quizzes.facts.base import FactBase
from tests.items.kinds.conftest import Ask
from tests.items.oracle.rows import Rows, link, slugs

KINDS = ("station-of-mission", "mission-to-station", "person-at-station")


@pytest.mark.parametrize(
    ("kind", "least"),
    [("station-of-mission", 28), ("mission-to-station", 104), ("person-at-station", 280)],
)
def test_stations_are_asked_about_widely(kind: str, least: int, ask: Ask) -> None:
    assert len(ask(kind).subjects()) >= least


@pytest.mark.parametrize("kind", ["station-of-mission", "mission-to-station"])
@pytest.mark.parametrize(
    "mission",
    [
        "soyuz-11",  # cost lives
        "soyuz-34",  # launched without a crew
        "soyuz-33",  # did not dock
        "sts-61",  # flew alone
        "soyuz-ms-29",  # without a source
    ],
)
def test_flights_without_a_known_station_or_a_crew_are_not_asked_about(
    mission: str, kind: str, ask: Ask
) -> None:
    assert mission not in ask(kind).subjects()


def test_both_stations_of_a_flight_to_two_are_right(ask: Ask) -> None:
    """Soyuz T-15 flew from Mir to Salyut 7 and back: neither is ever wrong."""
    asking, flight = ask("station-of-mission"), "mission:soyuz-t-15"
    assert asking.holds(flight, "station:mir") is True
    assert asking.holds(flight, "station:salyut-7") is True
    assert asking.wrong(flight).isdisjoint({"mir", "salyut-7"})
    assert "soyuz-t-15" not in ask("mission-to-station").subjects()
    for other in ("soyuz-tm-2", "soyuz-t-14"):
        assert ask("mission-to-station").holds(f"mission:{other}", flight) is True


def test_only_stations_are_offered_that_a_flight_could_be_right_for(ask: Ask) -> None:
    """None that only a lost crew reached, none of another country, none with an odd name."""
    asking = ask("station-of-mission")
    offered = {s for flight in asking.subjects() for s in asking.candidates(f"mission:{flight}")}
    assert offered == {"salyut-3", "salyut-4", "salyut-5", "salyut-6", "salyut-7"}


@pytest.mark.parametrize("mission", ["soyuz-33", "soyuz-15", "sts-61", "sts-63", "apollo-11"])
def test_a_flight_without_a_station_is_no_proof_that_it_went_to_none(
    mission: str, ask: Ask
) -> None:
    assert ask("mission-to-station").holds("mission:sts-71", f"mission:{mission}") is None
    assert ask("station-of-mission").holds(f"mission:{mission}", "station:mir") is None


def test_tiangong_may_be_the_name_of_tiangong_1_too(ask: Ask) -> None:
    asking = ask("mission-to-station")
    assert asking.holds("mission:shenzhou-14", "mission:shenzhou-9") is None
    assert asking.holds("mission:shenzhou-9", "mission:shenzhou-14") is False
    assert "shenzhou-9" in asking.subjects()
    assert "shenzhou-14" not in asking.subjects()


def test_the_iss_takes_an_article_and_mir_none(ask: Ask) -> None:
    asking = ask("mission-to-station")
    assert asking.stem("mission:sts-100") == "Which of these flights went to the ISS?"
    assert asking.because("mission:sts-100", "mission:sts-71") == (
        "STS-71, launched in 1995, went to Mir."
    )


@pytest.mark.parametrize(
    ("subject", "person"),
    [
        ("leonid-kizim_soyuz-t-10", "vladimir-solovyov"),  # a crewmate
        ("yuri-romanenko_soyuz-tm-2", "leonid-kizim"),  # to both on Soyuz T-15
        ("yuri-romanenko_soyuz-tm-2", "yuri-romanenko"),
    ],
)
def test_whoever_came_or_left_on_a_craft_was_where_it_went(
    subject: str, person: str, ask: Ask
) -> None:
    assert ask("person-at-station").holds(f"seat:{subject}", f"person:{person}") is True


def test_somebody_is_wrong_only_where_all_flights_tell_of_another_station(ask: Ask) -> None:
    asking, reilly = ask("person-at-station"), "seat:james-f-reilly_sts-104"
    assert asking.holds(reilly, "person:anatoly-solovyev") is False  # five flights, all to Mir
    assert asking.holds(reilly, "person:shannon-lucid") is None  # four without a station
    grechko = "seat:georgy-grechko_soyuz-17"
    assert asking.holds(grechko, "person:nikolay-rukavishnikov") is None  # did not dock


def test_who_flew_to_both_stations_is_never_wrong(ask: Ask, rows: Rows) -> None:
    """Over every subject: nobody is wrong who launched on any flight to the station."""
    asking = ask("person-at-station")
    for seat in asking.subjects():
        station = slugs(rows.missions[link(rows.seats[seat]["up"])], "stations")[0]
        for person in asking.wrong(f"seat:{seat}"):
            for row in rows.of[person]:
                visited = slugs(rows.missions[link(row["up"])], "stations")
                assert visited, (seat, person)
                assert station not in visited, (seat, person)


@pytest.mark.parametrize("kind", KINDS)
def test_lost_crews_and_their_station_are_not_offered(kind: str, ask: Ask) -> None:
    """Of the crew of Soyuz 11, who were the only ones aboard Salyut 1, two flew only then."""
    asking = ask(kind)
    record = "seat" if kind == "person-at-station" else "mission"
    lost = {"soyuz-11", "salyut-1", "georgy-dobrovolsky", "viktor-patsayev"}
    for subject in asking.subjects():
        assert not asking.candidates(f"{record}:{subject}") & lost
        assert not subject.endswith("_soyuz-11")


def test_a_person_and_station_are_asked_about_once(ask: Ask, rows: Rows) -> None:
    seats = [rows.seats[seat] for seat in ask("person-at-station").subjects()]
    asked = [
        (link(row["person"]), *slugs(rows.missions[link(row["up"])], "stations")) for row in seats
    ]
    assert len(asked) == len(set(asked))


# Aboard on a day ------------------------------------------------------------------------------

KELLY = "seat:scott-kelly_soyuz-tma-16m"


def test_long_stays_at_one_station_are_asked_about(ask: Ask) -> None:
    subjects = ask("aboard-station-on-day").subjects()
    assert len(subjects) >= 570
    assert {"scott-kelly_soyuz-tma-16m", "pete-conrad_skylab-2", "stephanie-wilson_sts-120"} <= (
        subjects
    )


@pytest.mark.parametrize(
    "seat",
    [
        "leonid-kizim_soyuz-t-15",  # two stations
        "charles-j-precourt_sts-91",  # ten days: the middle is near the docking
        "yuri-gagarin_vostok-1",  # no station
        "sergey-kud-sverchkov_soyuz-ms-28",  # still up
    ],
)
def test_stays_at_two_stations_or_too_short_or_without_an_end_are_not_asked_about(
    seat: str, ask: Ask, rows: Rows
) -> None:
    assert seat in rows.seats
    assert seat not in ask("aboard-station-on-day").subjects()


def test_who_came_up_on_one_craft_and_down_on_another_was_aboard_between(ask: Ask) -> None:
    asking = ask("aboard-station-on-day")
    assert asking.stem(KELLY) == "Who was aboard the ISS on 14 September 2015 (UTC)?"
    assert asking.holds(KELLY, "person:scott-kelly") is True
    assert asking.holds(KELLY, "person:kjell-lindgren") is True
    assert asking.holds(KELLY, "person:samantha-cristoforetti") is False


def test_who_landed_that_week_is_not_known_to_have_been_aboard(ask: Ask) -> None:
    """Padalka and Mogensen landed on 12 September 2015; Volkov had come on the 4th."""
    asking = ask("aboard-station-on-day")
    assert asking.holds(KELLY, "person:gennady-padalka") is None
    assert asking.holds(KELLY, "person:sergey-volkov") is True


def test_who_was_up_at_another_station_was_not_aboard_this_one(ask: Ask) -> None:
    """In July 2022 three were aboard Tiangong, and others aboard the ISS."""
    asking, seat = ask("aboard-station-on-day"), "seat:oleg-artemyev_soyuz-ms-21"
    assert asking.holds(seat, "person:samantha-cristoforetti") is True
    assert asking.holds(seat, "person:chen-dong") is False
    assert "Tiangong" in asking.because(seat, "person:chen-dong")


def test_who_was_up_on_a_shuttle_that_names_no_station_may_have_been_anywhere(ask: Ask) -> None:
    """STS-52 was up, while Solovyev and Avdeyev were aboard Mir."""
    asking, seat = ask("aboard-station-on-day"), "seat:anatoly-solovyev_soyuz-tm-15"
    assert asking.stem(seat) == "Who was aboard Mir on 29 October 1992 (UTC)?"
    assert asking.holds(seat, "person:jim-wetherbee") is None
    assert asking.holds(seat, "person:sergei-avdeyev") is True


def test_the_crew_of_a_docked_shuttle_was_not_aboard_while_the_hatch_was_shut(ask: Ask) -> None:
    """STS-97 came to the ISS on 2 December 2000; after three spacewalks its crew came in, on the
    8th. Those who lived there were aboard all the time."""
    asking, resident = ask("aboard-station-on-day"), "seat:william-shepherd_soyuz-tm-31"
    assert "marc-garneau_sts-97" not in asking.subjects()
    assert "leroy-chiao_sts-92" not in asking.subjects()
    assert "daniel-c-burbank_sts-106" in asking.subjects()  # no spacewalk for two days
    assert "tracy-caldwell-dyson_sts-118" in asking.subjects()  # by then there was an airlock
    assert resident.removeprefix("seat:") in asking.subjects()


@pytest.mark.parametrize(
    ("person", "told"),
    [
        ("sigmund-jahn", "The only flight of Sigmund Jähn went to Salyut 6."),
        ("yuri-romanenko", "The flights of Yuri Romanenko went to Salyut 6 and Mir."),
    ],
)
def test_who_flew_once_is_not_said_to_have_flown_more_often(
    person: str, told: str, ask: Ask
) -> None:
    seat = "seat:alexander-volkov_soyuz-t-14"
    assert ask("person-at-station").because(seat, f"person:{person}") == told


# Several that are right -----------------------------------------------------------------------


def test_feedback_on_whoever_was_there_tells_of_that_station(ask: Ask, facts: FactBase) -> None:
    """Not of the flight nearest in time, which may have gone elsewhere."""
    asking = ask("person-at-station")
    for seat in asking.subjects():
        station = facts.stations[min(facts.missions[facts.seats[seat].up].stations)].name
        for person in asking.candidates(f"seat:{seat}") - asking.wrong(f"seat:{seat}"):
            if asking.holds(f"seat:{seat}", f"person:{person}"):
                assert f"{station} on" in asking.because(f"seat:{seat}", f"person:{person}")


def test_a_station_has_several_flights_that_may_be_right_together(ask: Ask) -> None:
    asking, flight = ask("mission-to-station"), "mission:soyuz-tma-10"
    right = {
        other for other in asking.candidates(flight) if asking.holds(flight, f"mission:{other}")
    }
    assert {"soyuz-tma-9", "soyuz-tma-10", "soyuz-tma-11"} <= right
