"""The form in which a teacher makes a quiz."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Min, TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from quizzes.admin.filling import Shortage, filled_by_all, first_to_fill, is_limited
from quizzes.admin.ways import WAYS
from quizzes.facts.records import FlightClass
from quizzes.items.blueprint import Blueprint
from quizzes.items.difficulty import LEVELS
from quizzes.items.item import TOPIC_NAMES
from quizzes.items.kinds import KINDS
from quizzes.models import Agency, Quiz, Spacecraft, Station
from quizzes.models.quizzes import FEWEST_ITEMS, MOST_ITEMS, all_topics
from quizzes.queries.generators import current_generator
from quizzes.queries.ratings import current_ratings
from quizzes.services.papers import SEEDS_TRIED, frozen_paper, new_seed

FIRST_YEAR: Final = 1961
"""Of Vostok 1, the first flight with somebody aboard."""
LAST_YEAR: Final = 2100

WIDER: Final[Mapping[str, Any]] = {
    "topics": gettext_lazy("all topics"),
    "years": gettext_lazy("no limit on years"),
    "families": gettext_lazy("any spacecraft"),
    "agencies": gettext_lazy("any agency"),
    "stations": gettext_lazy("any station"),
    "kinds": gettext_lazy("any kind of question"),
    "interactions": gettext_lazy("any way to answer"),
    "difficulty": gettext_lazy("any difficulty"),
}


class Seeding(TextChoices):
    """Who gets which questions."""

    SAME = "same", gettext_lazy("The same questions for everybody")
    FRESH = "fresh", gettext_lazy("Fresh questions for each student")
    ANEW = "anew", gettext_lazy("The same for everybody, but other ones than now")


class ChosenFromFacts(forms.MultipleChoiceField):
    """Checkboxes for what the facts hold; none checked means no limit."""

    widget = forms.CheckboxSelectMultiple
    default_error_messages = {
        "invalid_choice": gettext_lazy("“%(value)s” is not in the list. Choose from the list.")
    }

    def offer(self, found: Iterable[tuple[str, str]], kept: Iterable[str]) -> None:
        """Offer what was ``found``, and what the quiz has ``kept`` though facts have changed."""
        offered = dict(found)
        self.choices = [
            *offered.items(),
            *((value, value) for value in kept if value not in offered),
        ]


def years_field(label: Any, help_text: Any) -> forms.IntegerField:
    no_year = gettext_lazy("Give a year from %(first)d to %(last)d, or leave it empty.") % {
        "first": FIRST_YEAR,
        "last": LAST_YEAR,
    }
    return forms.IntegerField(
        label=label,
        help_text=help_text,
        required=False,
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), no_year),
    )


def level_field(label: Any, none: Any) -> forms.TypedChoiceField:
    """A level of difficulty; ``none`` says what choosing none means."""
    names = {
        LEVELS[0]: gettext_lazy("%d, the easiest") % LEVELS[0],
        LEVELS[-1]: gettext_lazy("%d, the hardest") % LEVELS[-1],
    }
    return forms.TypedChoiceField(
        label=label,
        required=False,
        choices=[("", none), *((level, names.get(level, str(level))) for level in LEVELS)],
        coerce=int,
        empty_value=None,
        error_messages={"invalid_choice": gettext_lazy("Choose a difficulty from the list.")},
    )


class QuizForm(forms.ModelForm):
    """A blueprint in plain words. Its ``clean`` tries whether the facts can fill it."""

    topics = forms.MultipleChoiceField(
        label=gettext_lazy("Topics"),
        choices=[(topic.value, gettext_lazy(name)) for topic, name in TOPIC_NAMES.items()],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("None checked: all but suborbital flights."),
        error_messages={
            "invalid_choice": gettext_lazy("There is no topic “%(value)s”. Choose from the list."),
        },
    )
    count = forms.IntegerField(
        label=gettext_lazy("Number of questions"),
        initial=10,
        min_value=FEWEST_ITEMS,
        max_value=MOST_ITEMS,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"),
            gettext_lazy("Give a number from %(fewest)d to %(most)d.")
            % {"fewest": FEWEST_ITEMS, "most": MOST_ITEMS},
        ),
    )
    seeding = forms.ChoiceField(
        label=gettext_lazy("Who gets which questions"),
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(
            ("required", "invalid_choice"), gettext_lazy("Choose who gets which questions.")
        ),
        help_text=gettext_lazy(
            "The same: you can go through them together, and the preview shows exactly what your "
            "students get. Fresh: neighbours cannot copy, and whoever takes the quiz again gets "
            "new questions."
        ),
    )
    first_year = years_field(gettext_lazy("First year"), gettext_lazy("Empty: from Vostok 1 on."))
    last_year = years_field(gettext_lazy("Last year"), gettext_lazy("Empty: until today."))
    families = ChosenFromFacts(
        label=gettext_lazy("Spacecraft"),
        required=False,
        help_text=gettext_lazy("None checked: any spacecraft."),
    )
    agencies = ChosenFromFacts(
        label=gettext_lazy("Agencies"),
        required=False,
        help_text=gettext_lazy(
            "Flights with somebody aboard who flew for one of these. None checked: any agency."
        ),
    )

    difficulty_from = level_field(gettext_lazy("Difficulty from"), gettext_lazy("any"))
    difficulty_to = level_field(gettext_lazy("Difficulty to"), gettext_lazy("any"))
    stations = ChosenFromFacts(
        label=gettext_lazy("Stations"),
        required=False,
        help_text=gettext_lazy("Flights to one of these. None checked: any flight."),
    )
    kinds = forms.MultipleChoiceField(
        label=gettext_lazy("Kinds of questions"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("None checked: all kinds of the topics above."),
        error_messages={
            "invalid_choice": gettext_lazy("“%(value)s” is not in the list. Choose from the list.")
        },
    )

    interactions = forms.MultipleChoiceField(
        label=gettext_lazy("Ways to answer"),
        required=False,
        choices=[(way.value, name) for way, name in WAYS.items()],
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("None checked: all of them, mixed; choices most often."),
        error_messages={
            "invalid_choice": gettext_lazy("“%(value)s” is not in the list. Choose from the list.")
        },
    )

    class Meta:
        model = Quiz
        fields = (
            "title", "topics", "count", "first_year", "last_year", "families", "agencies",
            "difficulty_from", "difficulty_to", "interactions", "stations", "kinds",
            "is_published",
        )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seed = self.instance.seed
        seeding = [Seeding.SAME, Seeding.FRESH]
        if self.seed:
            seeding.insert(1, Seeding.ANEW)
        self._field("seeding").choices = [(choice.value, choice.label) for choice in seeding]
        is_fresh = self.instance.pk and not self.seed
        # One tap chooses a topic: the usual ones are none checked, as everywhere in the form.
        if self.initial.get("topics") == all_topics():
            self.initial["topics"] = []
        self.initial["seeding"] = (Seeding.FRESH if is_fresh else Seeding.SAME).value
        self._field("families").offer(families_flown(), self.instance.families)
        self._field("agencies").offer(agencies_flown(), self.instance.agencies)
        self._field("stations").offer(stations_visited(), self.instance.stations)
        self._field("kinds").choices = kinds_by_topic()

    def _field(self, name: str) -> Any:
        return self.fields[name]

    def clean_topics(self) -> list[str]:
        """Each once, in their usual order; the usual ones where none is chosen."""
        chosen = self.cleaned_data["topics"] or all_topics()
        return [topic.value for topic in TOPIC_NAMES if topic in chosen]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        first, last = cleaned.get("first_year"), cleaned.get("last_year")
        if first and last and first > last:
            self.add_error("last_year", _("The last year is before the first one."))
        easiest, hardest = cleaned.get("difficulty_from"), cleaned.get("difficulty_to")
        if easiest and hardest and easiest > hardest:
            self.add_error("difficulty_to", _("The hardest level is below the easiest one."))
        kinds, topics = cleaned.get("kinds"), cleaned.get("topics")
        if kinds and topics and not any(k.slug in kinds and k.topic in topics for k in KINDS):
            self.add_error("kinds", _("None of these kinds belongs to the topics you have chosen."))
        if not self.errors:
            self._fill()
        return cleaned

    def _fill(self) -> None:
        """Choose the seed, or say how many questions there are."""
        seeding, cleaned = self.cleaned_data["seeding"], self.cleaned_data
        draft = Quiz(
            pk=self.instance.pk,
            seed=self.instance.seed if seeding == Seeding.SAME else "",
            **{name: value for name, value in cleaned.items() if name != "seeding"},
        )
        if draft.pk and frozen_paper(draft):
            return
        generator, revision = current_generator()
        if not revision:
            raise ValidationError(
                _("No facts are loaded yet, so there are no questions. Whoever keeps this site: "
                  "load the facts with “manage.py loadfacts”.")
            )  # fmt: skip
        ratings = current_ratings()
        seeds = [new_seed() for _ in range(SEEDS_TRIED)]
        found: str | Shortage
        if seeding == Seeding.FRESH:
            found = filled_by_all(draft.blueprint, seeds, generator, ratings) or ""
        else:
            kept = [draft.seed] if draft.seed else []
            found = first_to_fill(draft.blueprint, [*kept, *seeds], generator, ratings)
        if isinstance(found, Shortage):
            raise ValidationError(told(found, draft.blueprint))
        self.seed = found

    def save(self, *args: Any, **kwargs: Any) -> Any:
        self.instance.seed = self.seed
        return super().save(*args, **kwargs)


def told(shortage: Shortage, blueprint: Blueprint) -> list[str]:
    """What is missing, and what would help."""
    if shortage.available:
        there_are = ngettext(
            "There is only %(available)d question for this quiz, and you ask for %(count)d. "
            "Ask for fewer, or widen the choice.",
            "There are only %(available)d questions for this quiz, and you ask for %(count)d. "
            "Ask for %(available)d or fewer, or widen the choice.",
            shortage.available,
        ) % {"available": shortage.available, "count": blueprint.count}
    else:
        there_are = _("There are 0 questions for this quiz: no fact fits all of its limits.")
    ways = ", ".join(str(WIDER[way]) for way in shortage.would_do)
    if not is_limited(blueprint):
        return [there_are]
    if not ways:
        return [there_are, _("Widen more than one of its limits.")]
    return [there_are, _("Any one of these would be enough: %(ways)s.") % {"ways": ways}]


def families_flown() -> list[tuple[str, str]]:
    """Families of spacecraft that have been in orbit with people, the first one first."""
    flown = Spacecraft.objects.filter(missions__flight_class=FlightClass.ORBITAL)
    families = flown.values_list("family").annotate(first=Min("missions__number"))
    return [(family, family) for family, _first in families.order_by("first")]


def agencies_flown() -> list[tuple[str, str]]:
    """Agencies for which somebody has been in orbit, by name."""
    flown = Agency.objects.filter(seats__up__flight_class=FlightClass.ORBITAL)
    names = flown.distinct().values_list("slug", "short_name")
    return sorted(names, key=lambda agency: agency[1].casefold())


def stations_visited() -> list[tuple[str, str]]:
    """Stations that people have been to, the first one first."""
    visited = Station.objects.annotate(first=Min("missions__number")).exclude(first=None)
    return list(visited.order_by("first").values_list("slug", "name"))


def kinds_by_topic() -> list[tuple[str, str]]:
    """Every kind of question, with the topic that it belongs to."""
    return [
        (kind.slug, f"{_(TOPIC_NAMES[topic])}: {_(kind.name)}")
        for topic in TOPIC_NAMES
        for kind in KINDS
        if kind.topic == topic
    ]
