"""Mission patches: small, quick, unlike one another, and nothing in them the policy forbids."""

from itertools import combinations, product
from math import dist
from timeit import timeit
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.players.callsigns import NUMBERS, WORDS, CallSign, call_signs
from quizzes.players.devices import PALETTES, Palette
from quizzes.players.patches import design, patch

signs = st.builds(CallSign, st.sampled_from(WORDS), st.sampled_from(NUMBERS))


def luminance(colour: str) -> float:
    """Relative luminance of ``#rrggbb``, from 0 to 1 (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@given(st.sets(st.text(min_size=1), min_size=30, max_size=30))
def test_thirty_in_a_class_differ_in_two_ways_at_least(owners: set[str]) -> None:
    designs = [design(sign) for sign in call_signs(owners).values()]
    for one, other in combinations(designs, 2):
        assert sum(a != b for a, b in zip(one, other, strict=True)) >= 2


def test_every_call_sign_has_a_design_of_its_own() -> None:
    everybody = [CallSign(word, number) for word, number in product(WORDS, NUMBERS)]
    assert len({design(sign) for sign in everybody}) == len(everybody)


@given(signs)
def test_a_patch_is_small_and_whole_and_has_no_styles_or_scripts(sign: CallSign) -> None:
    drawn = patch(sign, "A & B")
    assert len(drawn.encode()) < 2500
    root = ET.fromstring(drawn)  # noqa: S314 (drawn here)
    names = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert names <= {"svg", "title", "g", "path", "circle", "ellipse", "rect"}
    attributes = {name for element in root.iter() for name in element.attrib}
    assert not {name for name in attributes if name == "style" or name.startswith(("on", "id"))}
    assert "{" not in drawn


def test_a_patch_has_a_name_or_is_hidden_from_screen_readers() -> None:
    sign = CallSign("Comet", 7)
    assert 'role="img"><title>Patch of &lt;Comet&gt;</title>' in patch(sign, "Patch of <Comet>")
    assert 'aria-hidden="true"' in patch(sign)


@pytest.mark.parametrize("palette", PALETTES)
def test_a_device_can_be_told_from_what_is_behind_it(palette: Palette) -> None:
    assert contrast(palette.device, palette.ground) >= 4.5
    assert contrast(palette.device, palette.field) >= 3


@pytest.mark.parametrize(("one", "other"), list(combinations(PALETTES, 2)))
def test_palettes_can_be_told_apart_by_their_lightness(one: Palette, other: Palette) -> None:
    """Cube roots, as in CIE L*: 100 is from black to white."""
    lightness = [[116 * luminance(c) ** (1 / 3) - 16 for c in p] for p in (one, other)]
    assert dist(*lightness) >= 8


def test_drawing_takes_less_than_a_millisecond() -> None:
    drawn = [CallSign(word, number) for word in WORDS for number in NUMBERS[:10]]
    assert timeit(lambda: [patch.__wrapped__(sign) for sign in drawn], number=1) < len(drawn) / 1000
