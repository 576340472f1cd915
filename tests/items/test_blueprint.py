"""Papers: as many items as asked for, spread over topics and eras, none helping another."""

import json
from collections import Counter
from collections.abc import Iterable
from itertools import permutations

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from quizzes.facts.base import FactBase
from quizzes.items.blueprint import Blueprint, TooFew
from quizzes.items.generate import Generator
from quizzes.items.item import DEFAULT_TOPICS, Interaction, Item, Topic
from quizzes.items.kinds import KIND_BY_SLUG, KINDS
from quizzes.items.kinds.base import resolve
from quizzes.items.papers import make_paper
from quizzes.items.ratings import Rating, key_of
from tests.items.made_up import fact_base, small_world
from tests.items.oracle.rows import Rows, said
from tests.items.proof import letters, objections, slug

ALL = tuple(Topic)
topic_lists = st.lists(st.sampled_from(Topic), min_size=1, unique=True).map(tuple)
blueprints = st.builds(
    Blueprint,
    topics=topic_lists,
    count=st.integers(1, 20),
    years=st.none() | st.tuples(st.integers(1961, 2030), st.integers(1961, 2030)),
    families=st.lists(st.text(max_size=9), max_size=3).map(tuple),
    agencies=st.lists(st.text(max_size=9), max_size=3).map(tuple),
    stations=st.lists(st.text(max_size=9), max_size=3).map(tuple),
    kinds=st.lists(st.text(max_size=9), max_size=3).map(tuple),
    difficulty=st.none() | st.tuples(st.integers(1, 5), st.integers(1, 5)),
    about=st.text(max_size=9),
)
# A seed says nothing that a shorter one would say better: no shrinking.
few = settings(max_examples=25, phases=[Phase.explicit, Phase.reuse, Phase.generate])


def paper_of(made: list[Item] | TooFew) -> list[Item]:
    assert not isinstance(made, TooFew), made
    return made


@given(blueprints)
def test_a_blueprint_survives_json(blueprint: Blueprint) -> None:
    assert Blueprint.from_json(json.loads(json.dumps(blueprint.to_json()))) == blueprint


def test_a_blueprint_without_the_later_limits_is_kept_as_ever() -> None:
    """Else the papers of quizzes in use would not be found any more."""
    kept = {"topics": ["crews"], "count": 5, "years": None, "families": [], "agencies": []}
    assert Blueprint((Topic.CREWS,), 5).to_json() == kept
    assert Blueprint.from_json({"topics": ["crews"], "count": 5}) == Blueprint((Topic.CREWS,), 5)


@few
@given(seed=st.text(max_size=10), topics=topic_lists, count=st.integers(1, 20))
def test_a_paper_without_limits_is_whole_balanced_and_fair(
    seed: str,
    topics: tuple[Topic, ...],
    count: int,
    generator: Generator,
    facts: FactBase,
    rows: Rows,
) -> None:
    paper = paper_of(make_paper(Blueprint(topics, count), seed, generator))
    assert len(paper) == count
    assert {item.topic for item in paper} <= set(topics)
    assert spread([item.topic for item in paper], topics) <= 1
    told = [reference for item in paper for reference in item.subjects]
    assert len(told) == len(set(told))
    assert [problem for item in paper for problem in objections(item, facts, rows)] == []


def spread(used: Iterable[str], choices: Iterable[str]) -> int:
    """By how many the most used choice leads the least used one."""
    used = list(used)
    counts = [used.count(choice) for choice in choices]
    return max(counts) - min(counts)


def test_a_paper_of_one_topic_takes_its_kinds_in_turn(generator: Generator) -> None:
    for topic in Topic:
        kinds = [kind.slug for kind in KINDS if kind.topic == topic]
        paper = paper_of(make_paper(Blueprint((topic,), 2 * len(kinds)), "kinds", generator))
        assert spread([item.kind for item in paper], kinds) == 0


@few
@given(seed=st.text(max_size=10))
def test_no_item_of_a_paper_gives_another_away(seed: str, generator: Generator) -> None:
    paper = paper_of(make_paper(Blueprint(ALL, 20), seed, generator))
    given_away = [
        (teller.stem.render(), item.stem.render())
        for teller, item in permutations(paper, 2)
        if tells(teller, item)
    ]
    assert given_away == []


def tells(teller: Item, item: Item) -> bool:
    """Whether what ``teller`` shows names a key of ``item`` and what its question names."""
    shown = {letters(option.text.render()) for option in teller.options}
    shown |= {letters(str(value)) for _name, value in teller.stem.params}
    asked = {letters(value) for _name, value in item.stem.params if isinstance(value, str)}
    right = {letters(key.text.render()) for key in item.keys}
    asked -= right
    return not right.isdisjoint(shown) and not asked.isdisjoint(shown)


@few
@given(
    seed=st.text(max_size=10),
    first=st.integers(1961, 2026),
    span=st.integers(0, 30),
    count=st.integers(1, 10),
)
def test_years_keep_to_the_limit(
    seed: str, first: int, span: int, count: int, generator: Generator, rows: Rows
) -> None:
    years = (first, first + span)
    made = make_paper(Blueprint(ALL, count, years=years), seed, generator)
    assert not isinstance(made, TooFew) or 0 <= made.available < count
    for item in made if isinstance(made, list) else ():
        launched = rows.missions[asked_about(item, generator)]["launched_at"]
        assert years[0] <= int(launched[:4]) <= years[1]


def asked_about(item: Item, generator: Generator) -> str:
    """The slug of the flight that an item is about."""
    kind, facts = KIND_BY_SLUG[item.kind], generator.facts
    return kind.mission(resolve(item.subject, facts), facts).slug


@pytest.mark.parametrize("family", ["Apollo", "Soyuz", "Shenzhou", "Space Shuttle"])
def test_families_keep_to_the_limit(family: str, generator: Generator, rows: Rows) -> None:
    blueprint = Blueprint((Topic.CREWS, Topic.MISSION_LENGTHS), 6, families=(family,))
    paper = paper_of(make_paper(blueprint, "families", generator))
    assert {rows.family(asked_about(item, generator)) for item in paper} == {family}


@pytest.mark.parametrize("agency", ["jaxa", "esa", "cnes"])
def test_agencies_keep_to_the_limit(agency: str, generator: Generator, rows: Rows) -> None:
    """Somebody who launched on the flight asked about flew for the agency."""
    blueprint = Blueprint((Topic.CREWS,), 6, agencies=(agency,))
    for item in paper_of(make_paper(blueprint, "agencies", generator)):
        crew = rows.up[asked_about(item, generator)]
        assert agency in [said(seat, "agency") for seat in crew], item.stem.render()


@pytest.mark.parametrize("station", ["mir", "iss", "skylab"])
def test_stations_keep_to_the_limit(station: str, generator: Generator, rows: Rows) -> None:
    blueprint = Blueprint((Topic.CREWS, Topic.STATIONS), 3, stations=(station,))
    for item in paper_of(make_paper(blueprint, "stations", generator)):
        mission = rows.missions[asked_about(item, generator)]
        assert [station] in mission["stations"], item.stem.render()


def test_kinds_keep_to_the_limit(generator: Generator) -> None:
    """And to the topics: a kind of another topic is not asked about."""
    kinds = ("person-aboard", "not-aboard", "most-orbits")
    paper = paper_of(make_paper(Blueprint((Topic.CREWS,), 6, kinds=kinds), "kinds", generator))
    assert Counter(item.kind for item in paper) == {"person-aboard": 3, "not-aboard": 3}


@pytest.mark.parametrize("levels", [(1, 1), (1, 2), (3, 4), (5, 5)])
def test_difficulty_keeps_to_the_limit(levels: tuple[int, int], generator: Generator) -> None:
    paper = paper_of(make_paper(Blueprint(ALL, 10, difficulty=levels), "levels", generator))
    assert all(levels[0] <= item.difficulty <= levels[1] for item in paper)
    assert spread([item.topic for item in paper], ALL) <= 1


@pytest.mark.parametrize("count", [8, 20, 40])
def test_no_kind_makes_up_more_than_an_eighth_of_a_mixed_paper(
    generator: Generator, count: int
) -> None:
    for seed in range(5):
        paper = paper_of(make_paper(Blueprint(DEFAULT_TOPICS, count), f"mixed {seed}", generator))
        kinds = Counter(item.kind for item in paper)
        assert max(kinds.values()) <= count / 8, kinds.most_common(1)


@pytest.mark.parametrize("count", [10, 20])
def test_a_mixed_paper_is_answered_in_several_ways(generator: Generator, count: int) -> None:
    for seed in range(5):
        paper = paper_of(make_paper(Blueprint(DEFAULT_TOPICS, count), f"ways {seed}", generator))
        ways = Counter(item.interaction for item in paper)
        assert len(ways) >= 4
        assert ways[Interaction.CHOICE] <= 0.7 * count


# Climbing -------------------------------------------------------------------------------------


def test_a_paper_climbs_from_the_easier_to_the_harder(generator: Generator) -> None:
    for seed in range(5):
        paper = paper_of(make_paper(Blueprint(ALL, 20), f"climb {seed}", generator))
        levels = [item.difficulty for item in paper]
        assert levels == sorted(levels)
        assert len(set(levels)) >= 3


def test_a_paper_climbs_by_what_responses_have_shown(generator: Generator) -> None:
    """The same items: ratings change their order alone."""
    structural = paper_of(make_paper(Blueprint(ALL, 10), "rated", generator))
    hard, *easy = map(key_of, structural)
    shown = {key: Rating(-4.0, 0.2, 99) for key in easy} | {hard: Rating(4.0, 0.2, 99)}
    rated = paper_of(make_paper(Blueprint(ALL, 10), "rated", generator, shown))
    assert key_of(rated[-1]) == hard
    assert set(rated) == set(structural)


def test_the_limit_of_difficulty_is_what_responses_have_shown(generator: Generator) -> None:
    blueprint = Blueprint((Topic.RECORDS,), 5, difficulty=(1, 2))
    easy = paper_of(make_paper(blueprint, "rated", generator))
    shown = {key_of(item): Rating(2.0, 0.2, 99) for item in easy}
    others = paper_of(make_paper(blueprint, "rated", generator, shown))
    assert not {key_of(item) for item in others} & shown.keys()


def test_same_seed_and_same_ratings_give_the_same_paper(generator: Generator) -> None:
    one = make_paper(Blueprint(ALL, 10), "same", generator)
    shown = {key_of(item): Rating(0.1, 0.5, 3) for item in paper_of(one)}
    made = [make_paper(Blueprint(ALL, 10), "same", generator, shown) for _ in range(2)]
    assert made[0] == made[1]


# Too narrow -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "blueprint",
    [
        Blueprint(ALL, 5, years=(1900, 1950)),
        Blueprint(ALL, 5, years=(1990, 1980)),
        Blueprint(ALL, 5, families=("Airship",)),
        Blueprint(ALL, 5, agencies=("nobody",)),
        Blueprint(ALL, 5, years=(1961, 1963), families=("Shenzhou",)),
        Blueprint(ALL, 5, stations=("babylon-5",)),
        Blueprint(ALL, 5, stations=("mir",), families=("Apollo",)),
        Blueprint(ALL, 5, kinds=("riddle",)),
        Blueprint((Topic.CREWS,), 5, kinds=("most-orbits",)),
        Blueprint((Topic.RECORDS,), 5, difficulty=(4, 2)),
    ],
)
def test_a_blueprint_that_nothing_fits_has_no_items(
    blueprint: Blueprint, generator: Generator
) -> None:
    assert make_paper(blueprint, "limits", generator) == TooFew(0)


def test_too_few_says_how_many_there_are() -> None:
    """A paper of as many as it says can be made, and none of one more."""
    generator = Generator(fact_base(small_world()), KINDS)
    made = make_paper(Blueprint(ALL, 500), "seed", generator)
    assert isinstance(made, TooFew)
    fitting = make_paper(Blueprint(ALL, made.available), "seed", generator)
    assert len(paper_of(fitting)) == made.available > 0
    assert make_paper(Blueprint(ALL, made.available + 1), "seed", generator) == made


def test_a_long_paper_spreads_over_the_decades(generator: Generator, rows: Rows) -> None:
    """No decade has more than half of the questions."""
    for seed in range(5):
        paper = paper_of(make_paper(Blueprint(ALL, 20), f"eras {seed}", generator))
        launches = [rows.missions[asked_about(item, generator)]["launched_at"] for item in paper]
        decades = Counter(launched[:3] for launched in launches)
        assert max(decades.values()) <= 10


def test_what_a_person_or_flight_is_asked_about_counts_as_told(generator: Generator) -> None:
    """Every item tells of its subject's person or flight, and of its key where that is one: of
    the few agencies and places, the last would be known by what the others were."""
    for kind in KINDS:
        for item in paper_of(make_paper(Blueprint((kind.topic,), 4), kind.slug, generator)):
            sorts = ("person:", "mission:", "seat:")
            told = item.key.ref.startswith(sorts) or item.key.ref == item.subject
            assert (item.key.ref in item.subjects) is told
            assert len(item.subjects) == len(set(item.subjects))
            assert all(slug(reference) for reference in item.subjects)
