"""A pass moves once, and nothing is left of one that is forgotten."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection

from quizzes.models import Attempt, Memory, Paper, PassMove, Response, Review, RevokedPass
from quizzes.queries.passes import is_revoked, moving_owner
from quizzes.queries.practice import not_taken_in
from quizzes.services.passes import MOVE_LIFETIME, begin_move, forget, join, move
from quizzes.services.practice import take_in, take_in_these
from tests.factories import (
    NOW,
    AttemptFactory,
    MemoryFactory,
    PaperFactory,
    QuizFactory,
    ResponseFactory,
)

pytestmark = pytest.mark.django_db
OWNER, OTHER = "first-device", "other-device"


def link(owner: str = OWNER) -> str:
    secret = begin_move(owner, NOW)
    assert secret is not None
    return secret


# To another device ------------------------------------------------------------------------------


def test_link_brings_its_owner_once() -> None:
    secret = link()
    assert move(secret, "", NOW) == OWNER
    assert move(secret, "", NOW) == ""


def test_looking_does_not_use_a_link_up() -> None:
    secret = link()
    assert moving_owner(secret, NOW) == moving_owner(secret, NOW) == OWNER


def test_link_ends_after_ten_minutes() -> None:
    secret = link()
    assert move(secret, "", NOW + MOVE_LIFETIME) == ""
    assert move(secret, "", NOW + MOVE_LIFETIME - timedelta(seconds=1)) == OWNER


def test_new_link_ends_the_one_before() -> None:
    first, second = link(), link()
    assert move(first, "", NOW) == ""
    assert move(second, "", NOW) == OWNER


@pytest.mark.parametrize("damage", ["cut", "changed", "empty", "louder"])
def test_link_that_we_did_not_sign_brings_nothing(damage: str) -> None:
    secret = link()
    damaged = {
        "cut": secret[1:],
        "changed": f"_{secret[1:]}" if secret[0] != "_" else f"-{secret[1:]}",
        "empty": "",
        "louder": secret.upper(),
    }
    assert move(damaged[damage], "", NOW) == ""
    assert PassMove.objects.exists()


def test_database_does_not_know_the_secret() -> None:
    secret = link()
    assert secret not in str(PassMove.objects.values())


def test_own_link_is_not_used_up_by_its_own_device() -> None:
    secret = link()
    assert move(secret, OWNER, NOW) == OWNER
    assert move(secret, OTHER, NOW) == OWNER


def test_what_the_other_device_did_joins_the_rest() -> None:
    attempt = AttemptFactory.create(owner=OTHER)
    paper = PaperFactory.create(owner=OTHER, size=0)
    MemoryFactory.create(owner=OWNER, subject="a", rating=3, reviewed_at=NOW)
    MemoryFactory.create(owner=OTHER, subject="a", rating=1, reviewed_at=NOW + timedelta(days=1))
    MemoryFactory.create(owner=OWNER, subject="b", rating=3, reviewed_at=NOW + timedelta(days=1))
    MemoryFactory.create(owner=OTHER, subject="b", rating=1, reviewed_at=NOW)
    MemoryFactory.create(owner=OTHER, subject="c", rating=2)

    move(link(), OTHER, NOW)

    held = Memory.objects.values_list("owner", "subject", "rating").order_by("subject")
    assert list(held) == [(OWNER, "a", 1), (OWNER, "b", 3), (OWNER, "c", 2)]
    assert Attempt.objects.get(pk=attempt.pk).owner == OWNER
    assert Paper.objects.get(pk=paper.pk).owner == OWNER
    assert is_revoked(OTHER)
    assert not is_revoked(OWNER)


def test_responses_are_taken_in_once_though_their_owner_changes() -> None:
    response = ResponseFactory.create(attempt__owner=OTHER)
    move(link(), OTHER, NOW)
    take_in(OWNER)
    assert [review.response for review in Review.objects.all()] == [response]
    assert [memory.owner for memory in Memory.objects.all()] == [OWNER]


@pytest.mark.django_db(transaction=True)
def test_of_two_who_use_a_link_at_once_one_gets_the_pass() -> None:
    secret = link()

    def use(_: int) -> str:
        try:
            return move(secret, "", NOW)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(use, range(4))) == ["", "", "", OWNER]


def test_responses_that_moved_while_they_were_read_are_taken_in_by_their_new_owner() -> None:
    response = ResponseFactory.create(attempt__owner=OTHER)
    read = not_taken_in(OTHER)
    join(OTHER, OWNER)
    with pytest.raises(IntegrityError):
        take_in_these(OTHER, read)
    take_in(OWNER)
    assert [review.response for review in Review.objects.all()] == [response]
    assert [memory.owner for memory in Memory.objects.all()] == [OWNER]


@pytest.mark.django_db(transaction=True)
def test_who_comes_too_late_to_a_link_keeps_their_own_pass() -> None:
    """Two more devices use it at once, each with a pass of its own."""
    for other in ("second", "third"):
        ResponseFactory.create(attempt__owner=other)
    secret = link()

    def use(own: str) -> str:
        try:
            return move(secret, own, NOW)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        came = dict(zip(("second", "third"), pool.map(use, ("second", "third")), strict=True))
    (late,) = (own for own, owner in came.items() if not owner)
    assert not is_revoked(late)
    held = sorted(Memory.objects.values_list("owner", flat=True))
    assert held == sorted(Attempt.objects.values_list("owner", flat=True)) == [OWNER, late]


def test_device_whose_pass_went_on_without_it_comes_after_and_nothing_is_lost_or_doubled() -> None:
    """Two devices hold one pass. One of them joins a third; the other, whose pass holds no more,
    had something going on, and comes by a link of its own."""
    ResponseFactory.create(attempt__owner=OTHER)
    assert move(link(), OTHER, NOW) == OWNER
    assert begin_move(OTHER, NOW) is None
    ResponseFactory.create(attempt__owner=OTHER)  # begun while the pass moved
    assert move(link(), OTHER, NOW) == OWNER
    take_in(OWNER)
    assert {*Attempt.objects.values_list("owner", flat=True)} == {OWNER}
    assert {*Memory.objects.values_list("owner", flat=True)} == {OWNER}
    assert [response.reviews.count() for response in Response.objects.all()] == [1, 1]
    assert RevokedPass.objects.count() == 1
    assert not is_revoked(OWNER)


def test_two_who_take_each_others_links_end_with_one_pass() -> None:
    first, second = link(OWNER), link(OTHER)
    ResponseFactory.create(attempt__owner=OWNER)
    ResponseFactory.create(attempt__owner=OTHER)
    assert move(first, OTHER, NOW) == OWNER
    assert move(second, OWNER, NOW) == ""
    assert not is_revoked(OWNER)
    assert {*Attempt.objects.values_list("owner", flat=True)} == {OWNER}


def test_link_of_a_pass_that_has_joined_another_brings_nothing_and_keeps_what_is_there() -> None:
    """A third device opens it after its maker went on to another pass."""
    to_third = link(OTHER)
    move(link(OWNER), OTHER, NOW)
    ResponseFactory.create(attempt__owner="third")
    assert moving_owner(to_third, NOW) == ""
    assert move(to_third, "third", NOW) == ""
    assert not is_revoked("third")
    assert Attempt.objects.get().owner == "third"


# Nothing is kept --------------------------------------------------------------------------------


def test_forgetting_leaves_nothing_of_the_owner() -> None:
    ResponseFactory.create(attempt__owner=OWNER)
    take_in(OWNER)
    PaperFactory.create(owner=OWNER, size=0)
    secret = link()

    forget(OWNER, NOW)

    for model in (Attempt, Response, Memory, Review, PassMove):
        assert not model._default_manager.exists(), model
    assert not Paper.objects.filter(owner=OWNER).exists()
    assert is_revoked(OWNER)
    assert OWNER not in str(RevokedPass.objects.values())
    assert move(secret, "", NOW) == ""
    assert begin_move(OWNER, NOW) is None


def test_forgetting_leaves_others_alone() -> None:
    other = ResponseFactory.create(attempt__owner=OTHER)
    MemoryFactory.create(owner=OTHER)
    forget(OWNER, NOW)
    assert list(Response.objects.all()) == [other]
    assert Memory.objects.filter(owner=OTHER).exists()
    assert not is_revoked(OTHER)


def test_quiz_of_a_teacher_keeps_responses_that_nobody_owns() -> None:
    paper = PaperFactory.create(quiz=QuizFactory.create())
    response = ResponseFactory.create(attempt__owner=OWNER, attempt__paper=paper)
    take_in(OWNER)
    forget(OWNER, NOW)
    response.refresh_from_db()
    assert response.attempt.owner == ""
    assert not Review.objects.exists()


def test_quiz_of_a_teacher_keeps_whom_a_name_meant_and_not_what_was_written() -> None:
    paper = PaperFactory.create(quiz=QuizFactory.create())
    own, others = (
        ResponseFactory.create(
            attempt__owner=owner, attempt__paper=paper, value={"text": "Ann of 7b", "option": 3}
        )
        for owner in (OWNER, OTHER)
    )
    forget(OWNER, NOW)
    own.refresh_from_db()
    others.refresh_from_db()
    assert own.value == {"text": "", "option": 3}
    assert others.value == {"text": "Ann of 7b", "option": 3}


def test_responses_forgotten_while_they_were_read_are_not_remembered() -> None:
    ResponseFactory.create(
        attempt__owner=OWNER, attempt__paper=PaperFactory.create(quiz=QuizFactory.create())
    )
    read = not_taken_in(OWNER)
    forget(OWNER, NOW)
    with pytest.raises(IntegrityError):
        take_in_these(OWNER, read)
    assert not Memory.objects.exists()
    assert not Review.objects.exists()


def test_forgetting_twice_is_no_error() -> None:
    forget(OWNER, NOW)
    forget(OWNER, NOW)
    assert RevokedPass.objects.count() == 1
