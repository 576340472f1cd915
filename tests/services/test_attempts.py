"""Taking responses: once each, whatever comes together."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import IntegrityError, connection
from django.forms.models import model_to_dict

from quizzes.models import Attempt, Response
from quizzes.prepared import PreparedInsert
from quizzes.services.attempts import Submission, submit_response
from quizzes.services.passes import forget
from quizzes.tokens import option_tokens
from tests.factories import AttemptFactory, PaperItemFactory


@pytest.mark.django_db(transaction=True)
def test_responses_that_come_together_are_recorded_once() -> None:
    item = PaperItemFactory.create(position=1)
    attempt = AttemptFactory.create(paper=item.paper)
    count = len(item.snapshot["options"])
    tokens = option_tokens(attempt.code, 1, count)

    def submit(number: int) -> Submission:
        try:
            taken = submit_response(
                Attempt.objects.get(pk=attempt.pk),
                1,
                {"option": [tokens[number % count]]},
                attempt.started_at,
            )
        finally:
            connection.close()
        assert isinstance(taken, Submission)
        return taken

    with ThreadPoolExecutor(8) as pool:
        taken = list(pool.map(submit, range(16)))
    recorded = Response.objects.get()
    for number, submission in enumerate(taken):
        assert submission.is_too_late is (number % count != recorded.value)
    assert {submission.state.responses[1].value for submission in taken} == {recorded.value}


@pytest.mark.django_db(transaction=True)
def test_response_to_an_attempt_forgotten_meanwhile_finds_no_attempt() -> None:
    item = PaperItemFactory.create(position=1)
    attempt = AttemptFactory.create(paper=item.paper, owner="forgotten")
    tokens = option_tokens(attempt.code, 1, len(item.snapshot["options"]))
    forget("forgotten", attempt.started_at)
    with pytest.raises(Attempt.DoesNotExist):
        submit_response(attempt, 1, {"option": [tokens[0]]}, attempt.started_at)
    assert not Response.objects.exists()


@pytest.mark.django_db
def test_response_keeps_the_servers_time_and_the_choice() -> None:
    item = PaperItemFactory.create(position=1)
    attempt = AttemptFactory.create(paper=item.paper)
    tokens = option_tokens(attempt.code, 1, len(item.snapshot["options"]))
    submit_response(attempt, 1, {"option": [tokens[1]]}, attempt.started_at)
    recorded = Response.objects.get()
    assert (recorded.value, recorded.submitted_at) == (1, attempt.started_at)


@pytest.mark.django_db
def test_response_is_recorded_as_the_model_would() -> None:
    item = PaperItemFactory.create(position=1)
    attempt = AttemptFactory.create(paper=item.paper)
    tokens = option_tokens(attempt.code, 1, len(item.snapshot["options"]))
    submit_response(attempt, 1, {"option": [tokens[1]]}, attempt.started_at)
    recorded = Response.objects.get()
    expected = Response(
        pk=recorded.pk,
        attempt=attempt,
        item=item,
        value=1,
        grade=1.0,
        submitted_at=attempt.started_at,
    )
    assert model_to_dict(recorded) == model_to_dict(expected)


@pytest.mark.django_db(transaction=True)
def test_response_that_the_constraints_refuse_leaves_nothing() -> None:
    attempt = AttemptFactory.create()
    held = {
        "attempt_id": attempt.pk,
        "item_id": attempt.paper.items.get(position=1).pk,
        "try_number": 1,
        "value": 0,
        "submitted_at": attempt.started_at,
    }
    prepared = PreparedInsert(Response)
    with pytest.raises(IntegrityError):
        prepared.insert(**held, grade=1.5)
    prepared.insert(**held, grade=1.0)
    with pytest.raises(IntegrityError):
        prepared.insert(**held, grade=0.0)
    assert Response.objects.get().grade == 1.0
