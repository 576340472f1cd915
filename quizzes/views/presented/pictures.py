"""Figures as pages show them: drawn in the reader's language."""

from functools import lru_cache
from typing import TypeAlias, cast

from django.template.loader import render_to_string
from django.templatetags.static import static
from markupsafe import Markup

from quizzes.catalogue import Catalogue, readers_catalogue
from quizzes.figures.draw import draw
from quizzes.figures.drawings.drawing import Drawing, Pen
from quizzes.figures.drawings.mastery import History, draw_history
from quizzes.figures.specs import LandingMap, Spec
from quizzes.items.interactions import INTERACTIONS
from quizzes.items.text import Json
from quizzes.jinja import messages_of
from quizzes.queries.attempts import FrozenItem

WORLD = "quizzes/world.svg"
Pin: TypeAlias = tuple[float, float]
"""Degrees north and east."""


def proving_figure(frozen: FrozenItem, value: Json) -> Markup:
    """The figure that proves an item, with what the response chose marked; empty where there is
    none."""
    if frozen.figure is None:
        return Markup()
    chosen = INTERACTIONS[frozen.item.interaction].chosen(frozen.item, value)
    return _proving_figure(frozen, chosen, pin_of(value), readers_catalogue())


def pin_of(value: Json) -> Pin | None:
    """The pin that a response put on the map, if it did."""
    if not isinstance(value, dict) or "lat" not in value:
        return None
    return cast(float, value["lat"]), cast(float, value["lon"])


@lru_cache(maxsize=2048)  # those who play one paper choose among few options
def _proving_figure(
    frozen: FrozenItem, chosen: tuple[int, ...], pin: Pin | None, catalogue: Catalogue
) -> Markup:
    spec = cast(Spec, frozen.figure)
    if pin is not None and isinstance(spec, LandingMap):
        spec = spec._replace(own=pin)
    return figure(spec, "proof", catalogue, chosen)


def figure(
    spec: Spec, figure_id: str, catalogue: Catalogue, chosen: tuple[int, ...] = ()
) -> Markup:
    """A figure as HTML. ``figure_id`` is another for each figure of a page."""
    drawing = draw(spec, catalogue, figure_id=figure_id, land=static(WORLD), chosen=chosen)
    return with_twin(drawing, catalogue)


def history(spec: History, figure_id: str, catalogue: Catalogue) -> Markup:
    """The history of spaceflight as HTML."""
    return with_twin(draw_history(spec, Pen(catalogue, figure_id, "")), catalogue)


def with_twin(drawing: Drawing, catalogue: Catalogue) -> Markup:
    """A drawing as HTML, with its table."""
    words = {"figure": drawing, "_": messages_of(catalogue)}
    return Markup(render_to_string("_figure.html", words))  # noqa: S704 (escaped)
