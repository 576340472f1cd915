"""Who sat where."""

from quizzes.facts.base import FactBase
from quizzes.figures.builders.crews import seats_of_mission
from quizzes.figures.specs import Seats
from tests.figures.conftest import Proved, drawn, elements, words


def crew(slug: str, facts: FactBase) -> Seats:
    figure = seats_of_mission(facts.missions[slug], facts)
    assert figure is not None
    return figure


def test_who_came_home_on_another_craft_left(facts: FactBase) -> None:
    sitters = {one.name: one for one in crew("soyuz-tma-16m", facts).sitters}
    kelly = sitters["Scott Kelly"]
    assert (kelly.is_up, kelly.is_down) == (True, False)
    assert kelly.elsewhere is not None
    assert kelly.elsewhere.render() == "down on Soyuz TMA-18M"
    padalka = sitters["Gennady Padalka"]
    assert (padalka.is_up, padalka.is_down, padalka.elsewhere) == (True, True, None)


def test_who_went_up_on_another_craft_joined_without_a_role(facts: FactBase) -> None:
    sitters = {one.name: one for one in crew("soyuz-tma-18m", facts).sitters}
    kelly = sitters["Scott Kelly"]
    assert (kelly.is_up, kelly.is_down, kelly.role) == (False, True, None)
    assert kelly.elsewhere is not None
    assert kelly.elsewhere.render() == "up on Soyuz TMA-16M"


def test_seats_are_filled_as_they_were(facts: FactBase) -> None:
    figure = crew("soyuz-tma-18m", facts)
    circles = elements(drawn(figure), "seat")
    taken = ["taken" in (circle.get("class") or "") for circle in circles]
    sat = [seat for one in figure.sitters for seat in (one.is_up, one.is_down)]
    assert taken == sat
    assert len(elements(drawn(figure), "flight")) == sum(
        one.is_up and one.is_down for one in figure.sitters
    )


def test_lost_crew_has_no_seat_home(facts: FactBase) -> None:
    for mission in facts.missions.values():
        if mission.fatal:
            figure = crew(mission.slug, facts)
            assert not any(one.is_down for one in figure.sitters), mission.slug
            assert figure.remark is not None
            assert figure.remark.render() == "All aboard lost their lives."


def test_twin_says_the_same(facts: FactBase) -> None:
    twin = drawn(crew("apollo-11", facts)).twin
    assert twin.head == ("Name", "Role at launch", "Agency", "Up", "Down")
    assert twin.rows[0].cells == ("Neil Armstrong", "commander", "NASA", "yes", "yes")


def test_flight_without_a_known_crew_has_no_figure(facts: FactBase) -> None:
    empty = [m for m in facts.missions.values() if not facts.crew_up(m) and not facts.crew_down(m)]
    assert all(seats_of_mission(mission, facts) is None for mission in empty)


def test_nobody_is_called_absent_where_not_all_are_known(
    facts: FactBase, proved: list[Proved]
) -> None:
    for one in proved:
        if isinstance(one.spec, Seats) and one.spec.others:
            said = words(one.drawing)
            assert ("Not aboard" in said) is one.spec.are_known_absent
            unknown = drawn(one.spec._replace(are_known_absent=False))
            assert "Not aboard" not in words(unknown)
            assert "Others" in words(unknown)
            up = unknown.twin.head.index("Up")
            assert {row.cells[up] for row in unknown.twin.rows[-len(one.spec.others) :]} == {""}
