"""Items as lines: graded the same as the items that they were, and whatever else a line may hold
is refused."""

import json
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.items.generate import Generator
from quizzes.items.interactions import INTERACTIONS
from quizzes.items.interactions.base import Again
from quizzes.items.item import Interaction, Item
from quizzes.items.kinds import KINDS
from quizzes.items.lines import LONGEST_LINE, graded, item_line, read_line
from quizzes.items.reading import BadLineError
from quizzes.items.seeds import Draw
from tests.items.interactions.making import tokens_of

WAYS: Final = [(kind, way) for kind in KINDS for way in kind.interactions]
LEAST: Final[dict[Interaction, dict[str, Any]]] = {
    Interaction.CHOICE: {"key": 1},
    Interaction.MULTIPLE: {"key": [0, 2]},
    Interaction.TRUE_FALSE: {"key": False},
    Interaction.ORDER: {"key": [2, 0, 1, 3]},
    Interaction.MATCH: {"key": [2, 0, 1, 3], "prompts": ["a", "b", "c", "d"]},
    Interaction.NUMBER: {"key": {"value": 340, "unit": "days", "tolerance": 17, "reach": 170.0}},
    Interaction.PLACE: {"key": {"lat": 47.4, "lon": 69.6, "precision_km": 10, "option": 2}},
    Interaction.NAME: {
        "key": ["Ada", "ada"],
        "names": [{"name": n, "full": [n.lower()], "family": [n.lower()]} for n in
                  ("Ada", "Ben", "Cas", "Dov", "Eva")],
    },
}  # fmt: skip
RIGHT: Final[dict[Interaction, Any]] = {
    Interaction.CHOICE: 1, Interaction.MULTIPLE: [2, 0], Interaction.TRUE_FALSE: False,
    Interaction.ORDER: [2, 0, 1, 3], Interaction.MATCH: [2, 0, 1, 3], Interaction.NUMBER: "340",
    Interaction.PLACE: {"lat": 47.4, "lon": 69.6}, Interaction.NAME: "Ada",
}  # fmt: skip
every_interaction = pytest.mark.parametrize("interaction", Interaction)


def least(interaction: Interaction, **fields: Any) -> dict[str, Any]:
    """The least that a line needs, with some fields changed."""
    return {
        "kind": "any", "interaction": interaction.value,
        "options": [{"text": name} for name in ("Ada", "Ben", "Cas", "Dov")],
        **LEAST[interaction], "response": RIGHT[interaction], **fields,
    }  # fmt: skip


def refused(line: str) -> str:
    with pytest.raises(BadLineError) as why:
        graded(line)
    return str(why.value)


@pytest.mark.parametrize(("kind", "way"), WAYS, ids=[f"{k.slug}-{way}" for k, way in WAYS])
def test_a_line_is_graded_as_its_item(kind: Any, way: Interaction, generator: Generator) -> None:
    """Every sample of its interaction, as the JSON that it is kept as."""
    for seed in range(3):
        item = generator.any_item(kind, Draw(f"line {seed}"), way)
        assert item is not None
        line = json.loads(item_line(item))
        for value in values_of(item):
            module = INTERACTIONS[way]
            found = module.check(value, item)
            given = graded(json.dumps({**line, "response": value}))
            told = {"kind": kind.slug, "interaction": way.value}
            if isinstance(found, Again):
                assert found.problem is not None
                assert given == {**told, "grade": None, "problem": found.problem.value}
            else:
                grade = module.grade(item, found.value)
                assert given == {**told, "grade": pytest.approx(grade, abs=1e-6)}


def values_of(item: Item) -> list[Any]:
    """Responses as JSON: what the samples are read as, and a few that are none."""
    module, tokens = INTERACTIONS[item.interaction], tokens_of(item)
    found = [module.read(sample.raw, item, tokens) for sample in module.samples(item, tokens)]
    values: list[Any] = [one.value for one in found if not isinstance(one, Again)]
    if item.interaction is Interaction.NAME:  # is kept with whom it means, and comes as a text
        values = [value["text"] for value in values]
    return [*values, None, -1, [], {}, "x", [0, 0]]


@every_interaction
def test_the_key_is_a_response_that_is_right(
    interaction: Interaction, generator: Generator
) -> None:
    kind = next(kind for kind in KINDS if interaction in kind.interactions)
    item = generator.any_item(kind, Draw("key"), interaction)
    assert item is not None
    line = json.loads(item_line(item))
    key = line["key"]
    response = {
        Interaction.NUMBER: lambda: key["value"],
        Interaction.NAME: lambda: key[0],
    }.get(interaction, lambda: key)()
    assert graded(json.dumps({**line, "response": response}))["grade"] == 1


@every_interaction
def test_the_least_that_grading_needs_is_enough(interaction: Interaction) -> None:
    assert graded(json.dumps(least(interaction))) == {
        "kind": "any", "interaction": interaction.value, "grade": 1.0,
    }  # fmt: skip


# What is refused ------------------------------------------------------------------------------


@every_interaction
@pytest.mark.parametrize("field", ["kind", "interaction", "options", "key", "response"])
def test_a_field_that_is_missing_is_named(interaction: Interaction, field: str) -> None:
    held = least(interaction)
    del held[field]
    assert field in refused(json.dumps(held))


@every_interaction
@pytest.mark.parametrize(
    "key",
    [None, "x", 4, -1, 10**400, 1.5, [9], [0, 0], [], [[0]], {}, {"value": 1}, {"lat": 1}, True,
     {"value": 1, "unit": "parsecs", "tolerance": 0, "reach": 1},
     {"value": 1.5, "unit": "days", "tolerance": 0, "reach": 1},
     {"value": 1, "unit": "days", "tolerance": 2, "reach": 1},
     {"value": 1, "unit": "days", "tolerance": -1, "reach": 1},
     {"value": True, "unit": "days", "tolerance": 0, "reach": 1},
     {"lat": 91, "lon": 0, "precision_km": 1, "option": 0},
     {"lat": 0, "lon": 0, "precision_km": -1, "option": 0},
     {"lat": 0, "lon": 0, "precision_km": 1, "option": 4},
     {"lat": 0, "lon": 0, "precision_km": 1}, [0] * 100_000],
    ids=str,
)  # fmt: skip
def test_a_key_that_is_none_is_refused(interaction: Interaction, key: Any) -> None:
    if interaction is Interaction.TRUE_FALSE and key is True:
        return
    if interaction is Interaction.MULTIPLE and key == [0]:
        return
    assert refused(json.dumps(least(interaction, key=key)))


@every_interaction
@pytest.mark.parametrize(
    "options", [None, [], "Ada", ["Ada"], [{}], [{"text": 1}], [{"text": "a"}] * 101], ids=str
)
def test_options_without_texts_are_refused(interaction: Interaction, options: Any) -> None:
    assert refused(json.dumps(least(interaction, options=options)))


@pytest.mark.parametrize("prompts", [None, [], ["a"], ["a", "b", "c", 4], "abcd"])
def test_a_match_without_as_many_prompts_is_refused(prompts: Any) -> None:
    assert refused(json.dumps(least(Interaction.MATCH, prompts=prompts)))


@pytest.mark.parametrize(
    "names",
    [None, [], [{"name": "Ada", "full": ["ada"], "family": ["ada"]}], [{"name": "Ada"}] * 4,
     [{"name": "Ada", "full": [], "family": ["ada"]}] * 4,
     [{"name": "Bob", "full": ["bob"], "family": ["bob"]}] * 4],
)  # fmt: skip
def test_names_that_are_not_those_of_the_options_are_refused(names: Any) -> None:
    assert refused(json.dumps(least(Interaction.NAME, names=names)))


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("", "no JSON"), ("{", "no JSON"), ("[]", "no JSON object"), ("null", "no JSON object"),
        ("7", "no JSON object"), ('"x"', "no JSON object"), ("NaN", "NaN"),
        ('{"kind": Infinity}', "Infinity"), ("[" * 100_000, "nested"),
        ('{"a":' * 30_000, "nested"), ("9" * 5000, "no JSON"), ("{} {}", "no JSON"),
        ("x" * (LONGEST_LINE + 1), "longer than"), ("{}", "no text: kind"),
        ('{"kind": "a", "interaction": "essay"}', "essay"),
    ],
)  # fmt: skip
def test_a_line_that_is_none_is_refused_and_told_why(line: str, why: str) -> None:
    assert why in refused(line)


jsons = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=8),
    lambda inner: st.lists(inner, max_size=5)
    | st.dictionaries(st.sampled_from(("text", "name", "full", "family", "lat", "lon", "option",
                                       "value", "unit", "tolerance", "reach", "precision_km")),
                      inner, max_size=5),
    max_leaves=15,
)  # fmt: skip
FIELDS: Final = ("kind", "interaction", "options", "key", "prompts", "names", "response")


@given(st.sampled_from(Interaction), st.dictionaries(st.sampled_from(FIELDS), jsons, max_size=3))
def test_any_line_is_graded_or_refused(interaction: Interaction, changed: dict[str, Any]) -> None:
    line = json.dumps({**least(interaction), **changed})
    try:
        told = graded(line)
    except BadLineError:
        return
    assert told["grade"] is None or 0 <= told["grade"] <= 1  # type: ignore[operator] # a number
    assert json.dumps(told, ensure_ascii=False, allow_nan=False).encode()


@given(st.text(st.characters(), max_size=200))
def test_any_text_is_refused(line: str) -> None:
    with pytest.raises(BadLineError):
        read_line(line)
