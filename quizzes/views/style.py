"""The living style page: every component in every state, with long names and right to left. It is
there in development alone, in English, and made of the same templates as the pages."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from quizzes.catalogue import Catalogue, readers_catalogue
from quizzes.descent.course import PHASES, Course
from quizzes.facts.base import FactBase
from quizzes.figures.of_items import figure_for
from quizzes.items.generate import Generator
from quizzes.items.interactions import INTERACTIONS
from quizzes.items.interactions.base import Given
from quizzes.items.item import Interaction, Item, Option
from quizzes.items.kinds import KINDS
from quizzes.items.seeds import Draw
from quizzes.items.text import Text
from quizzes.players.callsigns import call_signs
from quizzes.players.patches import patch
from quizzes.queries.attempts import Recorded
from quizzes.queries.generators import current_generator
from quizzes.views.errors import only
from quizzes.views.presented import asked, told
from quizzes.views.presented.landed import Landing, landing
from quizzes.views.presented.pictures import figure

COLOURS = (
    "paper", "card", "ink", "muted", "rule", "edge", "orange", "on-orange", "right", "sky-high",
    "sky", "sky-low", "glow", "steppe", "steppe-near", "sea", "land", "ground",
)  # fmt: skip
CODE = "style"
PLAYERS = 12
LONG = (
    "Wolfeschlegelsteinhausenbergerdorff of the National Committee for Outer Space",
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
    "Sultan bin Salman bin Abdulaziz Al Saud",
    "Yi",
)


@dataclass(frozen=True, slots=True)
class Specimen:
    """An item as it is asked, and its feedback after each sort of response: right, partly right and
    wrong, as far as its interaction has them."""

    interaction: str
    question: asked.Question
    feedbacks: tuple[told.Feedback, ...]
    picture: str


@only("GET", "HEAD")
def style(request: HttpRequest) -> HttpResponse:
    """All components of the pages."""
    generator, _revision = current_generator()
    items = one_of_each(generator)
    context = {
        "colours": COLOURS,
        "problem": "",
        "phases": [(phase, Course([1.0] * 8, done=n)) for n, phase in enumerate(PHASES)],
        "landings": landings(generator.facts),
        "specimens": [specimen(item, generator.facts) for item in items],
        "long": specimen(with_long_names(items[0]), generator.facts),
        "patches": [
            (sign.text.render(), patch(sign))
            for sign in call_signs([str(n) for n in range(PLAYERS)]).values()
        ],
    }
    return render(request, "style.html", context)


def one_of_each(generator: Generator) -> list[Item]:
    """An item for each way to answer, the same ones as long as the facts are the same."""
    found = []
    for interaction in Interaction:
        kind = next(kind for kind in KINDS if interaction in kind.interactions)
        item = generator.any_item(kind, Draw(f"style {interaction}"), interaction)
        if item is not None:
            found.append(item)
    return found


def specimen(item: Item, facts: FactBase) -> Specimen:
    catalogue = readers_catalogue()
    tokens = [f"token-{n}" for n in range(INTERACTIONS[item.interaction].tokens(item))]
    responses: dict[str, Recorded] = {}
    for sample in INTERACTIONS[item.interaction].samples(item, tokens):
        read = INTERACTIONS[item.interaction].read(sample.raw, item, tokens)
        if isinstance(read, Given) and sample.grade is not None:
            recorded = Recorded(read.value, sample.grade, timezone.now())
            responses.setdefault(told.state_of(recorded), recorded)
    return Specimen(
        interaction=item.interaction.value,
        question=asked.question(item, CODE, 1),
        feedbacks=tuple(told.feedback(item, response) for response in responses.values()),
        picture=picture(item, facts, catalogue),
    )


def picture(item: Item, facts: FactBase, catalogue: Catalogue) -> str:
    spec = figure_for(item, facts)
    return figure(spec, f"figure-{item.interaction}", catalogue) if spec else ""


def with_long_names(item: Item) -> Item:
    """The item with names that are as long, or as short, as names can be."""

    def renamed(option: Option, name: str) -> Option:
        return option._replace(text=Text(name), rationale=Text(f"{name} is not {LONG[0]}."))

    return item._replace(
        stem=Text(f"Which of these is {LONG[0]}?"),
        options=tuple(map(renamed, item.options, LONG)),
        rationale=Text(f"{LONG[1]} is {LONG[0]}."),
    )


def landings(facts: FactBase) -> list[Landing]:
    """On the target, near it, and far off in the wind."""
    tenths = ([1.0] * 10, [1.0, 1.0, 0.0, 1.0, 0.5, 1.0, 0.0, 1.0, 1.0, 0.0], [0.0] * 9 + [1.0])
    return [landing(Course(grades, done=10), facts) for grades in tenths]
