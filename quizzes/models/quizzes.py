"""What teachers make: a quiz is a published blueprint."""

import secrets

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from quizzes.items.blueprint import Blueprint
from quizzes.items.difficulty import LEVELS
from quizzes.items.item import DEFAULT_TOPICS, Interaction, Topic

# Without look-alikes (0 O, 1 I L), for codes that are read from a board and typed.
CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
CODE_LENGTH = 6
FEWEST_ITEMS, MOST_ITEMS = 1, 40


def new_quiz_code() -> str:
    """Six letters and digits: 887 million codes."""
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))


def all_topics() -> list[str]:
    return [topic.value for topic in DEFAULT_TOPICS]


class Quiz(models.Model):
    """A teacher's quiz: what its papers contain, and the link that students get."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="quizzes", editable=False
    )
    title = models.CharField(_("title"), max_length=120)
    code = models.CharField(
        _("code"), max_length=12, unique=True, default=new_quiz_code, editable=False
    )
    topics = models.JSONField(_("topics"), default=all_topics)
    count = models.PositiveSmallIntegerField(
        _("number of questions"),
        default=10,
        validators=[MinValueValidator(FEWEST_ITEMS), MaxValueValidator(MOST_ITEMS)],
    )
    first_year = models.PositiveSmallIntegerField(
        _("launched from"), null=True, blank=True, help_text=_("A year. Empty: from the first.")
    )
    last_year = models.PositiveSmallIntegerField(
        _("launched until"), null=True, blank=True, help_text=_("A year. Empty: until today.")
    )
    families = models.JSONField(_("spacecraft"), default=list, blank=True)
    agencies = models.JSONField(_("agencies"), default=list, blank=True)
    difficulty_from = models.PositiveSmallIntegerField(_("difficulty from"), null=True, blank=True)
    difficulty_to = models.PositiveSmallIntegerField(_("difficulty to"), null=True, blank=True)
    stations = models.JSONField(_("stations"), default=list, blank=True)
    kinds = models.JSONField(_("kinds of questions"), default=list, blank=True)
    interactions = models.JSONField(_("ways to answer"), default=list, blank=True)
    seed = models.CharField(
        _("seed"),
        max_length=40,
        blank=True,
        help_text=_(
            "The same seed gives every student the same questions. "
            "Empty: fresh questions for each student."
        ),
    )
    is_published = models.BooleanField(
        _("published"), default=False, help_text=_("Only a published quiz opens by its link.")
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-created_at", "-id")
        verbose_name_plural = "quizzes"
        constraints = (
            models.CheckConstraint(
                condition=Q(count__range=(FEWEST_ITEMS, MOST_ITEMS)), name="quiz_count_in_range"
            ),
            models.CheckConstraint(
                condition=Q(first_year__isnull=True)
                | Q(last_year__isnull=True)
                | Q(last_year__gte=F("first_year")),
                name="quiz_years_in_order",
            ),
            models.CheckConstraint(
                condition=(
                    Q(difficulty_from__isnull=True)
                    | Q(difficulty_from__range=(LEVELS[0], LEVELS[-1]))
                )
                & (Q(difficulty_to__isnull=True) | Q(difficulty_to__range=(LEVELS[0], LEVELS[-1]))),
                name="quiz_difficulty_in_range",
            ),
            models.CheckConstraint(
                condition=Q(difficulty_from__isnull=True)
                | Q(difficulty_to__isnull=True)
                | Q(difficulty_to__gte=F("difficulty_from")),
                name="quiz_difficulty_in_order",
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def blueprint(self) -> Blueprint:
        """What its papers contain."""
        years = None
        if self.first_year is not None or self.last_year is not None:
            years = (self.first_year or 0, self.last_year or 9999)
        levels = None
        if self.difficulty_from is not None or self.difficulty_to is not None:
            levels = (self.difficulty_from or LEVELS[0], self.difficulty_to or LEVELS[-1])
        return Blueprint(
            topics=tuple(Topic(topic) for topic in self.topics),
            count=self.count,
            years=years,
            families=tuple(self.families),
            agencies=tuple(self.agencies),
            stations=tuple(self.stations),
            kinds=tuple(self.kinds),
            interactions=tuple(Interaction(name) for name in self.interactions),
            difficulty=levels,
        )
