"""Draws any figure."""

from collections.abc import Collection

from quizzes.figures.drawings.charts import draw_bars, draw_in_space, draw_timeline
from quizzes.figures.drawings.drawing import Drawing, Pen
from quizzes.figures.drawings.maps import draw_map
from quizzes.figures.drawings.seats import draw_seats
from quizzes.figures.specs import Bars, InSpace, LandingMap, Seats, Spec, Timeline
from quizzes.items.text import Translate


def draw(
    spec: Spec, translate: Translate, *, figure_id: str, land: str, chosen: Collection[int] = ()
) -> Drawing:
    """``spec`` in the reader's language.

    ``figure_id`` begins the ids in it, so it is another for each figure of a page. ``land`` is the
    address of ``quizzes/world.svg`` among the static files. ``chosen`` has the indexes of the
    options that the reader chose.
    """
    pen = Pen(translate, figure_id, land, chosen)
    match spec:
        case Bars():
            return draw_bars(spec, pen)
        case Timeline():
            return draw_timeline(spec, pen)
        case InSpace():
            return draw_in_space(spec, pen)
        case Seats():
            return draw_seats(spec, pen)
        case LandingMap():
            return draw_map(spec, pen)
