"""Who may do what: the two groups that a migration makes."""

import importlib
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission, User
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.utils import timezone

from quizzes import models

pytestmark = pytest.mark.django_db

FACTS = (
    "source", "agency", "person", "spacecraft", "station", "site", "mission", "seat", "spacewalk",
)  # fmt: skip
# SQLite gives no real editor inside a test's transaction.
EDITOR = SimpleNamespace(connection=connection)
groups = importlib.import_module("quizzes.migrations.0002_groups")


def permissions_of(group: str) -> set[str]:
    return set(Group.objects.get(name=group).permissions.values_list("codename", flat=True))


def test_teachers_make_quizzes_and_read_facts() -> None:
    quiz = {"add_quiz", "change_quiz", "delete_quiz", "view_quiz"}
    assert permissions_of("Teachers") == quiz | {f"view_{fact}" for fact in FACTS}


def test_curators_correct_facts_and_delete_none() -> None:
    assert permissions_of("Curators") == {
        f"{action}_{fact}" for action in ("add", "change", "view") for fact in FACTS
    }


def test_every_model_of_facts_is_named() -> None:
    of_facts = [
        model
        for model in apps.get_app_config("quizzes").get_models()
        if issubclass(model, models.FactModel | models.Source)
    ]
    assert {model._meta.model_name for model in of_facts} == set(FACTS)


def test_groups_are_made_where_no_permissions_are_yet() -> None:
    Group.objects.all().delete()
    Permission.objects.filter(content_type__app_label="quizzes").delete()
    groups.make_groups(apps, EDITOR)
    assert len(permissions_of("Teachers")) == 13
    assert len(permissions_of("Curators")) == 27


def test_groups_can_be_taken_back_and_no_other_goes_with_them() -> None:
    Group.objects.create(name="Parents")
    groups.remove_groups(apps, EDITOR)
    assert list(Group.objects.values_list("name", flat=True)) == ["Parents"]


@pytest.mark.parametrize("path", ["auth/user/", "auth/user/add/", "auth/group/", "auth/"])
def test_teacher_cannot_see_users(as_teacher: Client, path: str) -> None:
    assert as_teacher.get(f"/admin/{path}").status_code in {403, 404}


def test_teacher_cannot_make_herself_a_superuser(as_teacher: Client, teacher: User) -> None:
    page = as_teacher.post(f"/admin/auth/user/{teacher.pk}/change/", {"is_superuser": "on"})
    assert page.status_code == 403
    teacher.refresh_from_db()
    assert not teacher.is_superuser


@pytest.mark.parametrize("name", ["paper", "attempt", "response", "paperitem", "factsrevision"])
def test_nobody_edits_what_is_frozen_or_recorded(as_superuser: Client, name: str) -> None:
    assert as_superuser.get(f"/admin/quizzes/{name}/").status_code == 404


def test_student_is_asked_to_sign_in(client: Client) -> None:
    page = client.get("/admin/quizzes/quiz/")
    assert page["Location"] == "/admin/login/?next=/admin/quizzes/quiz/"


def test_whoever_does_not_sign_out_is_signed_out_the_next_day(as_teacher: Client) -> None:
    assert as_teacher.get("/admin/").status_code == 200
    held = Session.objects.get()
    assert held.expire_date <= timezone.now() + timedelta(hours=12)
    Session.objects.update(expire_date=timezone.now())
    assert as_teacher.get("/admin/").status_code == 302
