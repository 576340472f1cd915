"""What becomes of a pass: it moves to another device, or everything of it is forgotten."""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Q

from quizzes.items.interactions import name
from quizzes.models import (
    Attempt,
    DailyAttempt,
    Memory,
    Paper,
    PassMove,
    Response,
    Review,
    RevokedPass,
)
from quizzes.queries.daily import PlayedDay, days_played
from quizzes.queries.passes import is_revoked, moving_owner
from quizzes.queries.practice import memories
from quizzes.services.practice import take_in
from quizzes.tokens import digest_of, new_secret

MOVE_LIFETIME: Final = timedelta(minutes=10)


def revoke(owner: str, now: datetime) -> None:
    RevokedPass.objects.get_or_create(digest=digest_of(owner), defaults={"revoked_at": now})


# To another device ------------------------------------------------------------------------------


@transaction.atomic
def begin_move(owner: str, now: datetime) -> str | None:
    """The secret of a link that takes ``owner`` to another device, once, within ten minutes. It is
    the only one: older ones of the same owner end. None for an owner that was revoked."""
    if is_revoked(owner):
        return None
    secret = new_secret()
    PassMove.objects.filter(Q(owner=owner) | Q(expires_at__lte=now)).delete()
    PassMove.objects.create(digest=digest_of(secret), owner=owner, expires_at=now + MOVE_LIFETIME)
    return secret


def move(secret: str, own: str, now: datetime) -> str:
    """Use a link, on a device that holds the pass ``own`` (empty: none). Returns the owner that it
    holds from now on; empty where the link works no more. What it had done joins the rest."""
    owner = moving_owner(secret, now)
    if not owner or owner == own:
        return owner
    for one in (own, owner):
        take_in(one)
    with transaction.atomic():
        # Of two that use it at once, one finds it.
        used, _ = PassMove.objects.filter(digest=digest_of(secret)).delete()
        if not used or is_revoked(owner):
            return ""
        if own:
            join(own, owner)
            revoke(own, now)
    return owner


def join(own: str, owner: str) -> None:
    """Give ``owner`` all that ``own`` has. Of a fact that both remember, the memory of the later
    response stands."""
    Attempt.objects.filter(owner=own).update(owner=owner)
    Paper.objects.filter(owner=own).update(owner=owner)
    PassMove.objects.filter(owner=own).delete()
    join_days(own, owner)
    theirs = memories(owner)
    stale = []
    for fact, memory in memories(own).items():
        other = theirs.get(fact)
        if other is not None:
            stale.append(min(memory, other, key=lambda one: one.reviewed_at).pk)
    Memory.objects.filter(pk__in=stale).delete()
    Memory.objects.filter(owner=own).update(owner=owner)


def worth(played: PlayedDay) -> tuple[bool, bool]:
    """What a descent is worth beside another of the same day."""
    return played.counts, played.is_finished


def join_days(own: str, owner: str) -> None:
    """A day counts once: of two descents the one that counts stands, else the finished one, else
    that of ``owner``."""
    theirs = {played.day: played for played in days_played(owner)}
    both = [(played, theirs[played.day]) for played in days_played(own) if played.day in theirs]
    stale = [other.code if worth(played) > worth(other) else played.code for played, other in both]
    DailyAttempt.objects.filter(code__in=stale).delete()
    DailyAttempt.objects.filter(owner=own).update(owner=owner)


# Nothing is kept --------------------------------------------------------------------------------


@transaction.atomic
def forget(owner: str, now: datetime) -> None:
    """Delete what ``owner`` did and remembers, and let nobody use the pass again.

    Attempts at a teacher's quiz are told to nobody any more, and stay without an owner: how often
    an option was chosen is the class's, not the student's. What was written in words goes: it may
    name anybody.
    """
    PassMove.objects.filter(owner=owner).delete()
    Memory.objects.filter(owner=owner).delete()
    Review.objects.filter(response__attempt__owner=owner).delete()
    Attempt.objects.filter(owner=owner, paper__quiz=None).delete()
    wipe_words(owner)
    Attempt.objects.filter(owner=owner).update(owner="")
    Paper.objects.filter(owner=owner).delete()
    revoke(owner, now)


def wipe_words(owner: str) -> None:
    """Take out of the responses of ``owner`` what was written in words."""
    written = list(Response.objects.filter(attempt__owner=owner, value__has_key=name.WRITTEN))
    for response in written:
        response.value = name.without_words(response.value)
    Response.objects.bulk_update(written, ["value"], batch_size=200)
