"""What a teacher does with quizzes: opening, closing, copying."""

from collections.abc import Iterable
from typing import Final

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from quizzes.models import Quiz
from quizzes.models.quizzes import new_quiz_code

LONGEST_TITLE: Final = 120


@transaction.atomic
def set_published(quizzes: Iterable[Quiz], *, published: bool) -> list[Quiz]:
    """Open quizzes to students, or close them. Returns those that were not so already."""
    changed = [quiz for quiz in quizzes if quiz.is_published != published]
    for quiz in changed:
        quiz.is_published = published
        quiz.save(update_fields=["is_published"])
    return changed


@transaction.atomic
def duplicate(quizzes: Iterable[Quiz], owner: User) -> list[Quiz]:
    """Copies that belong to ``owner``: closed, each with a code of its own and no results."""
    copies = []
    for quiz in quizzes:
        quiz.title = (_("Copy of %(title)s") % {"title": quiz.title})[:LONGEST_TITLE]
        quiz.pk, quiz.code = None, new_quiz_code()
        quiz.owner, quiz.is_published = owner, False
        quiz.save(force_insert=True)
        copies.append(quiz)
    return copies
