"""What teachers call the kinds by."""

from quizzes.items.kinds import KINDS


def test_every_kind_has_a_name_of_its_own() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS)
