"""``manage.py create_teacher``: for a person at a keyboard, and for a script."""

import getpass
import io
import sys
from collections.abc import Callable, Iterator

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import CommandError, call_command
from django.test import Client

pytestmark = pytest.mark.django_db
GOOD = "Uz7-mars-lander"


class Keyboard(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def type_in(monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Run the command with somebody at the keyboard, who types these lines and then leaves.
    Returns what was said against them."""

    def type_in(*lines: str, username: str = "") -> str:
        typed: Iterator[str] = iter(lines)

        def answer(prompt: str) -> str:
            line = next(typed, None)
            if line is None:
                raise EOFError
            return line

        monkeypatch.setattr("builtins.input", answer)
        monkeypatch.setattr(getpass, "getpass", answer)
        monkeypatch.setattr(sys, "stdin", Keyboard())
        said = io.StringIO()
        call_command("create_teacher", username=username, stderr=said, stdout=io.StringIO())
        return said.getvalue()

    return type_in


@pytest.fixture
def pipe(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Run the command as a script does."""

    def pipe(text: str, username: str = "") -> None:
        monkeypatch.setattr(sys, "stdin", io.StringIO(text))
        call_command("create_teacher", username=username, stdout=io.StringIO())

    return pipe


def test_teacher_can_sign_in_and_make_a_quiz(type_in: Callable[..., str]) -> None:
    assert type_in("anna", GOOD, GOOD) == ""
    client = Client()
    assert client.login(username="anna", password=GOOD)
    assert client.get("/admin/quizzes/quiz/add/").status_code == 200
    user = User.objects.get()
    assert [group.name for group in user.groups.all()] == ["Teachers"]
    assert (user.is_staff, user.is_superuser) == (True, False)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "The name is empty. Try again."),
        ("  ", "The name is empty. Try again."),
        ("anna", "There is an account “anna” already. Choose another name. Try again."),
        ("Anna", "There is an account “Anna” already. Choose another name. Try again."),
        ("Bea Smith", "Enter a valid username."),
        ("b" * 151, "Ensure this value has at most 150 characters"),
    ],
)
def test_name_that_will_not_do_is_asked_for_again(
    type_in: Callable[..., str], name: str, said: str
) -> None:
    User.objects.create_user("anna")
    assert said in type_in(name, "bea", GOOD, GOOD)
    assert User.objects.filter(username="bea").exists()


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("", "", "The password is empty. Try again."),
        (GOOD, "another", "These were two different passwords. Try again."),
        ("anna-maria", "anna-maria", "The password is too similar to the username."),
        ("password", "password", "This password is too common."),
    ],
)
def test_password_that_will_not_do_is_asked_for_again(
    type_in: Callable[..., str], one: str, other: str, said: str
) -> None:
    assert said in type_in("annamaria", one, other, GOOD, GOOD)
    assert User.objects.get().check_password(GOOD)


def test_name_given_beforehand_is_not_asked_for(type_in: Callable[..., str]) -> None:
    type_in(GOOD, GOOD, username="anna")
    assert User.objects.get().username == "anna"


def test_who_leaves_makes_no_account(type_in: Callable[..., str]) -> None:
    with pytest.raises(CommandError, match=r"^Stopped: no account was made\.$"):
        type_in("anna", GOOD)
    assert not User.objects.exists()


def test_script_gives_name_and_password(pipe: Callable[..., None]) -> None:
    pipe(f"{GOOD}\nand more\n", "anna")
    assert User.objects.get(username="anna").check_password(GOOD)


@pytest.mark.parametrize(
    ("text", "username", "said"),
    [
        (GOOD, "", "Give --username, and the password on the first line of the input."),
        ("", "anna", "The password is empty."),
        ("\n", "anna", "The password is empty."),
        ("12345678", "anna", "This password is too common. This password is entirely numeric."),
        (GOOD, "taken", "There is an account “taken” already. Choose another name."),
    ],
)
def test_script_is_told_and_no_account_is_made(
    pipe: Callable[..., None], text: str, username: str, said: str
) -> None:
    User.objects.create_user("taken")
    with pytest.raises(CommandError) as refusal:
        pipe(text, username)
    assert str(refusal.value) == said
    assert User.objects.count() == 1


def test_without_the_group_it_says_what_to_do(pipe: Callable[..., None]) -> None:
    Group.objects.all().delete()
    with pytest.raises(CommandError, match=r"run “manage\.py migrate” first"):
        pipe(GOOD, "anna")
