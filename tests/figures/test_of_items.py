"""Which figure proves an item."""

from dataclasses import replace

import pytest

from quizzes.facts.base import FactBase
from quizzes.figures.builders.asked import asked
from quizzes.figures.builders.outside import walk_length
from quizzes.figures.of_items import BUILDERS, figure_for
from quizzes.figures.specs import Bars, InSpace, LandingMap, Seats, Spec, Timeline
from quizzes.items.generate import Generator
from quizzes.items.item import Item, Topic
from quizzes.items.kinds import KIND_BY_SLUG, KINDS
from quizzes.items.kinds.base import resolve
from quizzes.items.seeds import Draw
from tests.figures.conftest import Proved, drawn, told, words

FIGURES: dict[type[Spec], set[str]] = {
    Seats: {
        "commander-of-mission", "person-aboard", "joined-for-landing", "not-aboard",
        "launched-with", "person-of-agency", "person-on-hop",
    },
    Bars: {
        "length-of-stay", "length-of-mission", "longest-mission", "orbits-of-mission",
        "mission-of-orbits", "most-orbits", "youngest-on-first-flight", "longest-stay-of-person",
        "mission-of-length", "length-of-spacewalk", "longest-spacewalk", "oldest-on-first-flight",
        "age-on-first-flight",
    },
    InSpace: {
        "walker-of-spacewalk", "partner-on-spacewalk", "in-space-on-day", "aboard-station-on-day",
    },
    LandingMap: {
        "waters-of-splashdown", "state-of-landing", "mission-of-region", "nearest-town",
        "place-of-landing", "launch-site-of-mission",
    },
}  # fmt: skip


def an_item(generator: Generator, kind: str, seed: str = "one") -> Item:
    item = generator.any_item(KIND_BY_SLUG[kind], Draw(seed))
    assert item is not None
    return item


def test_every_kind_has_its_figure() -> None:
    assert set(BUILDERS) == {kind.slug for kind in KINDS}


def test_figure_is_that_of_the_kind(proved: list[Proved]) -> None:
    wanted = {kind: figure for figure, kinds in FIGURES.items() for kind in kinds}
    for one in proved:
        assert type(one.spec) is wanted.get(one.item.kind, Timeline), one.item.kind


def test_every_option_is_named(facts: FactBase, proved: list[Proved]) -> None:
    """By its own words, or by the record behind it where it shows a number of that."""
    for one in proved:
        said = f"{words(one.drawing)}\n{told(one.drawing)}"
        for option in one.item.options:
            record = resolve(option.ref, facts)
            assert record is not None
            names = [option.text.render(), getattr(record, "name", option.text.render())]
            assert any(name in said for name in names), (one.item.stem.render(), names)


def test_key_is_marked_and_no_distractor(proved: list[Proved]) -> None:
    for one in proved:
        keys = [at for at, option in enumerate(one.item.options) if option.is_key]
        marked = [option for is_key, option in entries(one.spec) if is_key]
        assert keys[0] in marked or marked == [None], one.item.stem.render()
        assert not set(marked) - {*keys, None}, one.item.stem.render()


def entries(spec: Spec) -> list[tuple[bool, int | None]]:
    """Whether each entry of a figure is the key, and whose option it is."""
    match spec:
        case Bars():
            shown = [(one.is_key, one.option) for one in spec.bars]
        case Timeline():
            shown = [(one.is_key, one.option) for one in spec.entries]
        case InSpace():
            stays = [stay for group in spec.groups for stay in group.stays]
            shown = [(one.is_key, one.option) for one in (*stays, *spec.others)]
        case Seats():
            shown = [(one.is_key, one.option) for one in spec.sitters]
            shown += [(one.is_key, one.option) for one in spec.others]
        case LandingMap():
            shown = [(one.is_key, one.option) for one in spec.landings]
            shown += [(one.is_key, one.option) for one in spec.towns]
    return shown


@pytest.mark.parametrize("topic", Topic)
def test_kind_that_nobody_knows_gets_a_figure_of_its_topic(
    facts: FactBase, generator: Generator, topic: Topic
) -> None:
    for kind in (kind for kind in KINDS if kind.topic is topic):
        item = an_item(generator, kind.slug)._replace(kind="of-tomorrow")
        figure = figure_for(item, facts)
        assert figure is not None, kind.slug
        drawn(figure)


@pytest.mark.parametrize("kind", KIND_BY_SLUG)
def test_key_alone_has_a_figure(facts: FactBase, generator: Generator, kind: str) -> None:
    item = an_item(generator, kind)
    figure = figure_for(item._replace(options=(item.key,), sequence=()), facts)
    assert figure is not None
    assert drawn(figure).svg


@pytest.mark.parametrize("kind", KIND_BY_SLUG)
def test_several_keys_are_all_marked(facts: FactBase, generator: Generator, kind: str) -> None:
    item = an_item(generator, kind)
    keys = tuple(option._replace(is_key=True) for option in item.options)
    figure = figure_for(item._replace(options=keys), facts)
    assert figure is not None
    options = {option for is_key, option in entries(figure) if is_key}
    assert options - {None} == {option for _, option in entries(figure)} - {None}


@pytest.mark.parametrize("kind", ["first-into-orbit", "longest-mission", "mission-of-region"])
def test_eight_options_fit(facts: FactBase, generator: Generator, kind: str) -> None:
    items = [an_item(generator, kind, f"{seed}") for seed in range(6)]
    options = {option.ref: option for item in items for option in item.options}
    figure = figure_for(items[0]._replace(options=tuple(options.values())[:8]), facts)
    assert figure is not None
    assert drawn(figure).svg


def test_item_about_something_forgotten_has_none(facts: FactBase, generator: Generator) -> None:
    item = an_item(generator, "person-aboard")._replace(subject="mission:never-flown")
    assert asked(item, facts) is None
    assert figure_for(item, facts) is None


def test_forgotten_option_is_left_out(facts: FactBase, generator: Generator) -> None:
    item = an_item(generator, "longest-mission")
    gone = item.options[0]._replace(ref="mission:never-flown")
    figure = figure_for(item._replace(options=(gone, *item.options[1:])), facts)
    assert isinstance(figure, Bars)
    assert len(figure.bars) == len(item.options) - 1


def test_no_options_and_nothing_to_compare_with(facts: FactBase, generator: Generator) -> None:
    """An order or a place may have none: then there is what the flight itself tells."""
    item = an_item(generator, "longest-mission")._replace(options=())
    assert isinstance(figure_for(item, facts), Seats)


def test_spacewalk_that_nobody_is_known_of_has_no_bar(facts: FactBase) -> None:
    walk = next(walk for walk in facts.spacewalks.values() if walk.duration_s)
    assert walk_length(walk, facts) is not None
    assert walk_length(replace(walk, disputed=("people",)), facts) is None
