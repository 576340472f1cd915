"""What students submit, read and checked."""

from django import forms
from django.utils.translation import gettext_lazy as _

from quizzes.items.blueprint import Blueprint
from quizzes.items.item import TOPIC_NAMES, Topic

COUNTS = (5, 10, 20)
DEFAULT_COUNT = 10


class StartForm(forms.Form):
    """The start of a quiz of one's own: topics and length."""

    topics = forms.MultipleChoiceField(
        label=_("Topics"),
        choices=[(topic.value, _(name)) for topic, name in TOPIC_NAMES.items()],
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Choose at least one topic."),
            "invalid_choice": _("There is no topic “%(value)s”. Choose from the list."),
        },
    )
    count = forms.TypedChoiceField(
        label=_("Questions"),
        choices=[(count, str(count)) for count in COUNTS],
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose how many questions you want."),
            "invalid_choice": _("Choose one of the numbers of questions in the list."),
        },
    )
    is_timed = forms.BooleanField(label=_("Show my time at the end"), required=False)

    def blueprint(self) -> Blueprint:
        """The blueprint of a valid form."""
        chosen = set(self.cleaned_data["topics"])  # a client may name one a thousand times
        topics = tuple(topic for topic in Topic if topic in chosen)
        return Blueprint(topics=topics, count=self.cleaned_data["count"])


def is_of_home(blueprint: Blueprint) -> bool:
    """Whether ``StartForm`` makes such a blueprint: topics and length, and no limit."""
    return blueprint.count in COUNTS and blueprint == Blueprint(blueprint.topics, blueprint.count)


MISSED = "missed"


class PracticeForm(forms.Form):
    """What to practise: all that is due, what was missed, or what was missed in an attempt."""

    of = forms.ChoiceField(choices=[(MISSED, MISSED)], required=False)
    attempt = forms.CharField(max_length=64, required=False)
