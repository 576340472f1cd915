"""Drawings of the ship: every phase has one, and each is well-formed."""

from xml.etree import ElementTree as ET

import pytest

from quizzes.descent.course import PHASES
from quizzes.descent.vehicles import VEHICLES, definitions


def test_every_phase_has_its_ship() -> None:
    assert {phase.vehicle for phase in PHASES} <= VEHICLES.keys()
    assert len({phase.vehicle for phase in PHASES}) == len(PHASES)


@pytest.mark.parametrize("name", VEHICLES)
def test_drawing_is_well_formed_and_needs_no_style(name: str) -> None:
    drawn = ET.fromstring(f"<g>{VEHICLES[name]}</g>")  # noqa: S314 (ours)
    assert list(drawn.iter("path"))
    assert all("style" not in element.attrib for element in drawn.iter())


def test_definitions_are_found_by_their_ids() -> None:
    drawn = ET.fromstring(f"<defs>{definitions()}</defs>")  # noqa: S314 (ours)
    assert [group.get("id") for group in drawn] == [f"craft-{name}" for name in VEHICLES]
