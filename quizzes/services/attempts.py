"""Starting attempts and taking responses."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import IntegrityError

from quizzes.items.interactions import INTERACTIONS
from quizzes.items.interactions.base import Again, Given, Raw
from quizzes.models import Attempt, Paper, Response
from quizzes.prepared import PreparedInsert
from quizzes.queries.attempts import AttemptState, FrozenItem, frozen_item, recorded_responses
from quizzes.tokens import option_tokens

ATTEMPT_LIFETIME: Final = timedelta(days=30)

_RESPONSE: Final = PreparedInsert(Response)


class Expired:
    """The attempt was not finished in time: no more responses are taken."""


@dataclass(frozen=True, slots=True)
class Submission:
    """What became of a submission: the attempt as it stands now. ``is_too_late``: the item had
    another response already, which stands."""

    state: AttemptState
    frozen: FrozenItem
    is_too_late: bool = False


def start_attempt(paper: Paper, owner: str, now: datetime, *, is_timed: bool = False) -> Attempt:
    """A new attempt at ``paper`` by the browser that holds ``owner``."""
    return Attempt.objects.create(
        paper=paper,
        owner=owner,
        size=paper.size,
        is_timed=is_timed,
        started_at=now,
        expires_at=now + ATTEMPT_LIFETIME,
    )


def submit_response(
    attempt: Attempt, position: int, raw: Raw, now: datetime
) -> Submission | Again | Expired:
    """Take a response to the item at ``position``, once. ``raw``: the fields of the form.

    It reads first and then writes with one statement, so no lock is held while Python thinks. The
    database's own constraint decides between two that arrive at once: the first one stands, and
    both get its feedback. Raises ``Attempt.DoesNotExist`` where the attempt was deleted meanwhile.
    """
    state = recorded_responses(attempt)
    frozen = frozen_item(attempt.paper_id, position)
    item = frozen.item
    interaction = INTERACTIONS[item.interaction]
    tokens = option_tokens(attempt.code, position, interaction.tokens(item))
    read = interaction.read(raw, item, tokens)
    if position in state.responses:
        return recorded(state, frozen, position, read)
    if now >= attempt.expires_at:
        return Expired()
    if isinstance(read, Again):
        return read
    grade = interaction.grade(item, read.value)
    try:
        _RESPONSE.insert(
            attempt_id=attempt.pk,
            item_id=frozen.pk,
            try_number=1,
            value=read.value,
            grade=grade,
            submitted_at=now,
        )
    except IntegrityError:
        state = recorded_responses(attempt)
        if position not in state.responses:  # the attempt is gone: forgotten on another device
            raise Attempt.DoesNotExist from None
        return recorded(state, frozen, position, read)
    return Submission(state.with_response(position, read.value, grade, now), frozen)


def recorded(
    state: AttemptState, frozen: FrozenItem, position: int, read: Given | Again
) -> Submission:
    """What becomes of a response to an item that has one: the same again is a replay, and another
    one, from a second tab perhaps, comes too late."""
    is_other = isinstance(read, Given) and read.value != state.responses[position].value
    return Submission(state, frozen, is_too_late=is_other)
