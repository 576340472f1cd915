"""Make an account for a teacher: asks for name and password, or takes them from a script."""

import getpass
import sys
from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

from django.contrib.auth.models import Group, User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import IntegrityError, transaction

P = ParamSpec("P")
T = TypeVar("T")

GROUP = "Teachers"


class Command(BaseCommand):
    help = (
        "Make an account for a teacher. Asks for name and password; where nobody can be asked, "
        "takes --username and reads the password from the first line of its input."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--username", default="", help="The name to sign in with.")

    def handle(self, *args: Any, **options: Any) -> None:
        group = Group.objects.filter(name=GROUP).first()
        if group is None:
            raise CommandError(f"There is no group {GROUP}: run “manage.py migrate” first.")
        if sys.stdin.isatty():
            try:
                user = self.asked_for(options["username"])
            except (KeyboardInterrupt, EOFError):
                raise CommandError("Stopped: no account was made.") from None
        else:
            user = given(options["username"], sys.stdin.readline().rstrip("\r\n"))
        save(user, group)
        self.stdout.write(f"{user.username} can sign in at /admin/ and make quizzes.")

    def asked_for(self, username: str) -> User:
        """A new user, asked for until name and password will do. ``username``: where it was
        given already."""
        user = self.tried(with_name, username) if username else None
        while user is None:
            user = self.tried(with_name, input("Name to sign in with: "))
        while not user.password:
            password = getpass.getpass("Password: ")
            if password == getpass.getpass("The same again: "):
                self.tried(set_password, user, password)
            else:
                self.stderr.write("These were two different passwords. Try again.")
        return user

    def tried(self, step: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """What ``step`` returns; None where it refuses, and then its reasons are told."""
        try:
            return step(*args, **kwargs)
        except ValidationError as refusal:
            self.stderr.write(f"{' '.join(refusal.messages)} Try again.")
            return None


def given(username: str, password: str) -> User:
    """A new user from a script. Raises ``CommandError`` where name or password will not do."""
    if not username:
        raise CommandError("Give --username, and the password on the first line of the input.")
    try:
        user = with_name(username)
        set_password(user, password)
    except ValidationError as refusal:
        raise CommandError(" ".join(refusal.messages)) from None
    return user


def with_name(username: str) -> User:
    """A user, not saved yet. Raises ``ValidationError`` for an empty, odd or taken name."""
    username = User.normalize_username(username.strip())
    if not username:
        raise ValidationError("The name is empty.")
    User._meta.get_field("username").clean(username, None)
    if User.objects.filter(username__iexact=username).exists():
        raise ValidationError(f"There is an account “{username}” already. Choose another name.")
    return User(username=username, is_staff=True)


def set_password(user: User, password: str) -> None:
    """Raises ``ValidationError`` for a password that is empty or easy to guess."""
    if not password:
        raise ValidationError("The password is empty.")
    validate_password(password, user)
    user.set_password(password)


def save(user: User, group: Group) -> None:
    try:
        with transaction.atomic():
            user.save()
            user.groups.add(group)
    except IntegrityError:
        raise CommandError(f"There is an account “{user.username}” already.") from None
