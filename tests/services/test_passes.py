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
