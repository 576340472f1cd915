"""Every interaction reads and grades the samples that it brings along as they say, and tells of
them in words."""

import json

import pytest

from quizzes.items.interactions import INTERACTIONS
from quizzes.items.interactions.base import Again
from quizzes.items.item import Interaction
from tests.items.interactions.conftest import Real
from tests.items.interactions.making import tokens_of

every_interaction = pytest.mark.parametrize("interaction", Interaction)


def test_every_interaction_has_its_module() -> None:
    assert set(INTERACTIONS) == set(Interaction)


@every_interaction
def test_samples_are_graded_as_they_say(interaction: Interaction, real: Real) -> None:
    module = INTERACTIONS[interaction]
    assert real(interaction)
    for item in real(interaction):
        tokens = tokens_of(item)
        for raw, grade in module.samples(item, tokens):
            found = module.read(raw, item, tokens)
            if isinstance(found, Again):
                assert grade is None, (item.stem.render(), raw, found)
            else:
                given = module.grade(item, found.value)
                # A pin goes to the hundredth of a degree.
                assert grade == pytest.approx(given, abs=0.001), (item.stem.render(), raw)


@every_interaction
def test_samples_show_what_is_right_partly_right_wrong_and_bad(
    interaction: Interaction, real: Real
) -> None:
    item = real(interaction)[0]
    grades = {sample.grade for sample in INTERACTIONS[interaction].samples(item, tokens_of(item))}
    assert {0.0, 1.0, None} <= grades
    is_partly_right = any(grade is not None and 0 < grade < 1 for grade in grades)
    all_or_nothing = {Interaction.CHOICE, Interaction.TRUE_FALSE, Interaction.NAME}
    assert is_partly_right is (interaction not in all_or_nothing)


@every_interaction
def test_a_response_is_told_in_words_whatever_it_is_worth(
    interaction: Interaction, real: Real
) -> None:
    """Every text is filled in; what is kept survives JSON; nobody is told why not who was right."""
    module = INTERACTIONS[interaction]
    for item in real(interaction):
        tokens = tokens_of(item)
        for raw, _ in module.samples(item, tokens):
            found = module.read(raw, item, tokens)
            if isinstance(found, Again):
                continue
            value = json.loads(json.dumps(found.value))
            assert value == found.value
            why_not, rows = module.why_not(item, value), module.rows(item, value)
            told = [module.said(item, value), *([why_not] if why_not else [])]
            for row in rows:
                told += [row.text, row.rationale]
                told += [text for text in (row.label, row.own) if text is not None]
            assert all(text.render() and "{" not in text.render() for text in told)
            assert any(row.is_key for row in rows)
            if module.grade(item, value) == 1 and interaction not in (
                Interaction.NUMBER,  # within the tolerance is not the number yet,
                Interaction.PLACE,  # a pin is never quite there,
                Interaction.TRUE_FALSE,  # and a falsehood is set right, believed or not
            ):
                assert why_not is None
