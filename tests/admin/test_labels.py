"""The admin's words for records and fields are messages."""

from django.apps import apps
from django.db.models import Field
from django.utils.functional import Promise
from django.utils.translation import override

from quizzes.labels import LABELS
from quizzes.models import Mission, Person

NEVER_SHOWN = {"DailyAttempt", "DailyPaper", "Memory", "PassMove", "Review", "RevokedPass"}
"""Models that no page of the admin has: what students do is nobody's to look at there."""


def test_every_label_is_a_message() -> None:
    """When this fails, add the label to ``quizzes/labels.py``."""
    used: set[str] = set()
    marked: set[str] = set()
    for model in apps.get_app_config("quizzes").get_models():
        if model.__name__ in NEVER_SHOWN:
            continue
        used |= {str(model._meta.verbose_name), str(model._meta.verbose_name_plural)}
        for field in model._meta.get_fields():
            if isinstance(field, Field):
                own = field.deconstruct()[3].get("verbose_name")
                (marked if own is not None else used).add(str(field.verbose_name))
    assert used - {*LABELS} - marked == set()
    assert {*LABELS} - used == set()


def test_labels_follow_the_language() -> None:
    label = Mission._meta.get_field("launch_site").verbose_name
    assert isinstance(label, Promise)
    assert str(label) == "launch site"
    with override("de"):
        assert str(Person._meta.get_field("name").verbose_name) == "Name"  # of Django's catalogue
