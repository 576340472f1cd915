"""The figures of pages."""

from quizzes.facts.base import FactBase
from quizzes.figures.of_pages import (
    figures_of_agency,
    figures_of_mission,
    figures_of_person,
    figures_of_station,
)
from quizzes.figures.specs import Bars, LandingMap, Seats, Timeline


def test_flight_has_its_crew_its_landing_and_its_neighbours(facts: FactBase) -> None:
    figures = figures_of_mission(facts.missions["soyuz-tma-16m"], facts)
    assert [type(figure) for figure in figures] == [Seats, LandingMap, Timeline]
    around = figures[2]
    assert isinstance(around, Timeline)
    assert [entry.name.render() for entry in around.entries] == [
        "Soyuz TMA-13M", "Soyuz TMA-14M", "Soyuz TMA-15M", "Soyuz TMA-16M",
        "Soyuz TMA-17M", "Soyuz TMA-18M", "Soyuz TMA-19M",
    ]  # fmt: skip
    assert [entry.is_key for entry in around.entries].index(True) == 3


def test_flight_that_cost_lives_has_no_map_and_is_among_its_neighbours(facts: FactBase) -> None:
    figures = figures_of_mission(facts.missions["sts-51-l"], facts)
    assert [type(figure) for figure in figures] == [Seats, Timeline]
    before = figures_of_mission(facts.missions["sts-61-c"], facts)[-1]
    assert isinstance(before, Timeline)
    assert "STS-51-L" in [entry.name.render() for entry in before.entries]


def test_person_has_every_stay(facts: FactBase) -> None:
    figures = figures_of_person(facts.people["scott-kelly"], facts)
    times, lengths = figures
    assert isinstance(times, Timeline)
    assert isinstance(lengths, Bars)
    names = ["STS-103", "STS-118", "Soyuz TMA-01M", "Soyuz TMA-16M"]
    assert [entry.name.render() for entry in times.entries] == names
    assert [bar.name.render() for bar in lengths.bars] == names
    assert lengths.bars[-1].value.render() == "340 days"


def test_person_of_one_flight_has_no_bars(facts: FactBase) -> None:
    assert len(figures_of_person(facts.people["yuri-gagarin"], facts)) == 1


def test_station_of_many_flights_shows_the_ends_and_says_so(facts: FactBase) -> None:
    (figure,) = figures_of_station(facts.stations["iss"], facts)
    assert isinstance(figure, Timeline)
    assert len(figure.entries) == 8
    assert figure.remark is not None
    assert figure.remark.render().startswith("The first 4 and the last 4 of ")


def test_station_of_few_flights_shows_all(facts: FactBase) -> None:
    (figure,) = figures_of_station(facts.stations["salyut-4"], facts)
    assert isinstance(figure, Timeline)
    assert len(figure.entries) == len(facts.flights_to(facts.stations["salyut-4"]))
    assert figure.remark is None


def test_launches_for_an_agency_are_counted_by_decade(facts: FactBase) -> None:
    agency = facts.agencies["jaxa"]
    bars, firsts = figures_of_agency(agency, facts)
    assert isinstance(bars, Bars)
    assert sum(bar.amount for bar in bars.bars) == len(facts.seats_for(agency))
    assert isinstance(firsts, Timeline)
    assert len(firsts.entries) == 8
    assert firsts.remark is not None
    assert firsts.remark.render() == "As of 3 July 2026, as far as sources tell."
