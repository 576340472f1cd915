"""The history of spaceflight, as far as somebody remembers it."""

from datetime import date

from quizzes.figures.drawings.drawing import Drawing, Pen
from quizzes.figures.drawings.mastery import HEIGHT, History, Lane, Stroke, draw_history
from quizzes.items.text import Text, english
from tests.figures.conftest import elements, words


def history(*strengths: float) -> Drawing:
    """One lane, with a flight at the start of each decade from 1961 on."""
    strokes = tuple(Stroke(date(1961 + 10 * n, 4, 12), one) for n, one in enumerate(strengths))
    spec = History(1960, 2001, (Lane(Text("Crews & others"), strokes),))
    return draw_history(spec, Pen(english, "history", ""))


def heights(drawing: Drawing) -> list[int]:
    """Of the strokes that are lit."""
    (lit,) = elements(drawing, "lit")
    return [int(stroke.split("v-")[1]) for stroke in lit.get("d", "").split("M")[1:]]


def test_every_flight_has_a_stroke_and_those_remembered_are_lit() -> None:
    drawing = history(0, 1.0, 0, 0.9)
    (flights,) = elements(drawing, "flights")
    assert flights.get("d", "").count("M") == 4
    assert heights(drawing) == [HEIGHT, round(0.9 * HEIGHT)]
    assert "2 of 4" in words(drawing)


def test_fading_memory_sinks_but_stays_in_sight() -> None:
    full, fading, faint = heights(history(1.0, 0.7, 0.01))
    assert full > fading > faint > 0


def test_nothing_remembered_shows_all_that_flew() -> None:
    drawing = history(0, 0)
    assert heights(drawing) == []
    assert "0 of 2" in words(drawing)


def test_flights_of_one_day_share_a_stroke_that_is_lit_if_either_is() -> None:
    day = date(1961, 4, 12)
    for strengths in ((0.0, 1.0), (1.0, 0.0)):
        lane = Lane(Text("Crews"), tuple(Stroke(day, one) for one in strengths))
        drawing = draw_history(History(1960, 2000, (lane,)), Pen(english, "history", ""))
        assert heights(drawing) == [HEIGHT]


def test_table_tells_every_decade_and_all() -> None:
    table = history(1.0, 0, 0, 0.5).twin
    assert table.head == ("Topic", "1960s", "1970s", "1980s", "1990s", "All")
    assert [row.cells for row in table.rows] == [
        ("Crews & others", "1 of 1", "0 of 1", "0 of 1", "1 of 1", "2 of 4")
    ]


def test_decade_without_flights_is_not_told_of() -> None:
    assert history(1.0).twin.head == ("Topic", "1960s", "All")
