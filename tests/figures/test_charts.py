"""Bars, timelines, and who was in space: what is drawn is as long, and stands where, it is."""

from datetime import date, timedelta

import pytest

from quizzes.facts.base import FactBase
from quizzes.figures.builders.entries import timeline
from quizzes.figures.builders.launches import with_guide
from quizzes.figures.builders.together import in_space, up_on
from quizzes.figures.drawings.chart import NARROWEST, width_px, wrapped
from quizzes.figures.specs import (
    Bar,
    Bars,
    Entry,
    Group,
    Guide,
    InSpace,
    Span,
    Timeline,
)
from quizzes.items.text import Text
from tests.figures.conftest import Proved, drawn, elements, words
from tests.figures.moments import DAY, moment


def percent(value: str | None) -> float:
    assert value is not None
    assert value.endswith("%") or value == "0"
    return float(value.removesuffix("%"))


def bars(*amounts: float) -> Bars:
    return Bars(
        Text("Lengths"),
        Text("Length"),
        tuple(Bar(Text(f"{at}"), amount, Text(f"{amount}")) for at, amount in enumerate(amounts)),
    )


def entry(name: str, *spans: tuple[str, str | None]) -> Entry:
    held = tuple(Span(moment(start), moment(end) if end else None) for start, end in spans)
    return Entry(Text(name), held, Text("value"))


def test_bar_is_as_long_as_its_amount_from_zero() -> None:
    rects = elements(drawn(bars(340, 170, 85)), "rect")
    assert [percent(rect.get("x")) for rect in rects] == [0, 0, 0]
    assert [percent(rect.get("width")) for rect in rects] == [100, 50, 25]


def test_bars_of_real_items_are_to_scale(proved: list[Proved]) -> None:
    for one in proved:
        if isinstance(one.spec, Bars):
            most = max(bar.amount for bar in one.spec.bars)
            widths = [percent(rect.get("width")) for rect in elements(one.drawing, "rect")]
            shares = [100 * bar.amount / most for bar in one.spec.bars]
            assert widths == pytest.approx(shares, abs=0.01)


def test_bars_of_nothing() -> None:
    assert [rect.get("width") for rect in elements(drawn(bars(0)), "rect")] == ["0%"]


def test_timeline_is_to_scale() -> None:
    figure = Timeline(
        Text("When"),
        date(2001, 1, 1),
        date(2004, 12, 31),
        (entry("A", ("2001-01-01", "2003-01-01")), entry("B", ("2004-12-31", None))),
    )
    first, last = elements(drawn(figure), "rect")
    assert percent(first.get("x")) == 0
    assert percent(first.get("width")) == pytest.approx(100 * 730 / 1461, abs=0.01)
    assert percent(last.get("x")) == pytest.approx(100 * 1460 / 1461, abs=0.01)
    assert percent(last.get("width")) == 0


def test_shortest_flight_is_seen_by_its_start() -> None:
    figure = Timeline(
        Text("When"), date(1961, 1, 1), date(2026, 1, 1), (entry("V", ("1961-04-12", None)),)
    )
    starts = elements(drawn(figure), "start")
    assert len(starts) == 1


def test_long_axis_has_years_and_a_short_one_its_ends() -> None:
    years = Timeline(Text("When"), date(1990, 1, 1), date(2009, 12, 31), ())
    assert words(drawn(years)).split("\n") == ["1990", "1995", "2000", "2005", "2010"]
    days = Timeline(Text("When"), date(2015, 9, 27), date(2015, 12, 30), ())
    assert words(drawn(days)).split("\n") == ["27 September 2015", "30 December 2015"]


def test_no_label_of_an_axis_runs_into_another(proved: list[Proved]) -> None:
    for one in proved:
        if not isinstance(one.spec, Timeline | InSpace):
            continue
        foot = max(float((text.get("y") or "").removesuffix("rem")) for text in texts(one))
        right = 0.0
        for text in (text for text in texts(one) if text.get("y") == f"{foot:g}rem"):
            width = width_px(text.text or "", 7.4) / NARROWEST * 100
            anchor = text.get("text-anchor") or "start"
            left = percent(text.get("x")) - width * {"start": 0, "middle": 0.5, "end": 1}[anchor]
            assert left >= right
            right = left + width


def texts(one: Proved) -> list:
    return elements(one.drawing, "text")


def test_what_is_beyond_the_axis_is_a_ring_at_its_end() -> None:
    figure = InSpace(
        Text("Who"),
        DAY,
        (Group(Text("ISS"), (entry("A", ("2016-01-01", "2016-06-01")),)),),
        (entry("B", ("1999-01-01", "1999-01-08")), entry("C", ("2020-01-01", None))),
    )
    rings = elements(drawn(figure), "circle")
    assert [percent(ring.get("cx")) for ring in rings] == [0, 100]


def test_guide_stands_at_its_moment() -> None:
    plain = Timeline(Text("When"), date(2001, 1, 1), date(2004, 12, 31), ())
    figure = with_guide(plain, Guide(moment("2002-01-01"), Text("Launch")))
    assert figure is not None
    line = next(line for line in elements(drawn(figure), "line") if line.get("class") == "guide")
    assert percent(line.get("x1")) == pytest.approx(100 * 365 / 1461, abs=0.01)
    assert "Launch" in words(drawn(figure))


def test_axis_goes_on_to_a_guide_beyond_it() -> None:
    plain = Timeline(Text("When"), date(2001, 1, 1), date(2004, 12, 31), ())
    figure = with_guide(plain, Guide(moment("1999-06-01"), Text("Launch")))
    assert figure is not None
    assert (figure.first, figure.last) == (date(1999, 6, 1), date(2004, 12, 31))


def test_one_flight_is_shown_within_all_the_time_of_spaceflight(facts: FactBase) -> None:
    figure = timeline(Text("When"), [entry("V", ("1961-04-12", None))], facts)
    assert figure is not None
    assert figure.first == date(1961, 1, 1)
    assert figure.last.year == facts.as_of.year


def test_timeline_of_nothing_is_none(facts: FactBase) -> None:
    assert timeline(Text("When"), [None], facts) is None


def test_long_name_has_its_value_on_the_line_below() -> None:
    name = "Mercury-Atlas 6 (Friendship 7)"
    figure = Bars(Text("L"), Text("L"), (Bar(Text(name), 1, Text("4 hours and 55 minutes")),))
    label, value = elements(drawn(figure), "text")
    assert (label.text, label.get("y")) == (name, "0.9rem")
    assert (value.get("text-anchor"), value.get("y")) == ("end", "2.1rem")


def test_words_wrap_where_they_must() -> None:
    assert wrapped("short") == ["short"]
    lines = wrapped("one two three four five six seven eight nine ten eleven twelve")
    assert len(lines) > 1
    assert all(width_px(line) <= NARROWEST for line in lines)
    assert wrapped("x" * 60) == ["x" * 60]  # there is nowhere to break it
    assert width_px("宇宙") == 2 * width_px("ab")


def test_all_who_were_up_are_shown(facts: FactBase) -> None:
    """On the day that most people were in space until then, by the seats themselves."""
    day = date(2009, 7, 18)
    noon = moment("2009-07-18") + timedelta(hours=12)
    up = {
        facts.people[seat.person].name
        for seat in facts.seats.values()
        if (start := facts.launched_at(seat)) is not None
        and (end := facts.landed_at(seat)) is not None
        and start <= noon <= end
    }
    figure = in_space(day, facts)
    assert figure is not None
    shown = {stay.name.render() for group in figure.groups for stay in group.stays}
    assert shown == up
    assert len(up) == 13
    assert [group.name.render() for group in figure.groups] == ["ISS"]


def test_nobody_up_is_no_figure(facts: FactBase) -> None:
    assert up_on(date(1962, 1, 1), facts) == []
    assert in_space(date(1962, 1, 1), facts) is None


def test_only_who_is_known_to_have_been_elsewhere_is_called_absent(proved: list[Proved]) -> None:
    for one in proved:
        if isinstance(one.spec, InSpace) and one.spec.others:
            assert ("Not in space that day" in words(one.drawing)) is one.spec.are_known_absent
            assert "Others" in words(drawn(one.spec._replace(are_known_absent=False)))
