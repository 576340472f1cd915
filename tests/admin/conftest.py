"""People who work in the admin, signed in, and the forms that they send."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection
from django.forms import BaseForm, CheckboxSelectMultiple, MultiWidget, SelectMultiple
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from quizzes.items.item import DEFAULT_TOPICS
from quizzes.models import Quiz
from tests.factories import TeacherFactory


def member_of(group: str) -> User:
    user = User.objects.get(pk=TeacherFactory.create().pk)
    user.groups.add(Group.objects.get(name=group))
    return user


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def teacher(db: None) -> User:
    return member_of("Teachers")


@pytest.fixture
def as_teacher(teacher: User) -> Client:
    return signed_in(teacher)


@pytest.fixture
def as_curator(db: None) -> Client:
    return signed_in(member_of("Curators"))


@pytest.fixture
def as_superuser(db: None) -> Client:
    return signed_in(User.objects.get(pk=TeacherFactory.create(is_superuser=True).pk))


def quiz_form(**changes: Any) -> dict[str, Any]:
    """What the form of a quiz sends: five questions on the usual topics, the same for all."""
    sent = {
        "title": "Landing day",
        "topics": [topic.value for topic in DEFAULT_TOPICS],
        "count": "5",
        "seeding": "same",
        "first_year": "",
        "last_year": "",
        **changes,
    }
    return {name: value for name, value in sent.items() if value is not None}


def sent_by(form: BaseForm) -> dict[str, Any]:
    """What a browser would send of ``form`` if nobody touched it."""
    sent: dict[str, Any] = {}
    for field in form:
        value, widget = field.value(), field.field.widget
        if isinstance(widget, MultiWidget):
            parts = widget.decompress(value) or ()
            sent |= {f"{field.html_name}_{n}": part or "" for n, part in enumerate(parts)}
        elif value is None:
            sent[field.html_name] = (
                [] if isinstance(widget, SelectMultiple | CheckboxSelectMultiple) else ""
            )
        elif value is not False:
            sent[field.html_name] = value
    return sent


def page_of(quiz: Quiz, name: str = "change") -> str:
    return reverse(f"admin:quizzes_quiz_{name}", args=[quiz.pk])


def queries_of(client: Client, url: str) -> int:
    """The number of queries that a page takes."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)
