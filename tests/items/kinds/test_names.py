"""What teachers call the kinds by."""

from quizzes.items.kinds import KINDS
from quizzes.items.kinds.names import KIND_NAMES, kind_name


def test_every_kind_has_a_name_of_its_own() -> None:
    """When this fails, name the new kind in ``quizzes/items/kinds/names.py``."""
    assert set(KIND_NAMES) == {kind.slug for kind in KINDS}
    assert len(set(KIND_NAMES.values())) == len(KINDS)


def test_a_kind_without_a_name_is_told_by_its_slug() -> None:
    assert kind_name("name-of-flight") == "name of flight"
