"""Quizzes: each teacher sees and changes only their own."""

from typing import Any, Final, cast

from django.contrib import admin, messages
from django.contrib.admin.utils import quote, unquote
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    HttpResponseRedirect,
)
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from quizzes.admin.forms import QuizForm
from quizzes.admin.lookups import FilteredAdmin
from quizzes.admin.preview import preview
from quizzes.admin.statistics import with_statistics
from quizzes.items.item import TOPIC_NAMES
from quizzes.models import Quiz
from quizzes.models.quizzes import new_quiz_code

LONGEST_TITLE: Final = 120
LIMITS: Final = ("first_year", "last_year", "families", "agencies")
FINER_LIMITS: Final = ("difficulty_from", "difficulty_to", "interactions", "stations", "kinds")


@admin.register(Quiz)
class QuizAdmin(FilteredAdmin):
    form = QuizForm
    list_display = (
        "title", "link", "topic_names", "questions", "is_published", "started_count",
        "finished_count", "mean", "created_at",
    )  # fmt: skip
    list_per_page = 50
    search_fields = ("title", "code")
    actions = ("publish", "unpublish", "duplicate")

    # Whose quizzes -----------------------------------------------------------------------------

    def get_queryset(self, request: HttpRequest) -> QuerySet[Quiz]:
        quizzes = with_statistics(super().get_queryset(request))
        if not request.user.is_superuser:
            quizzes = quizzes.filter(owner=teacher(request))
        return quizzes

    def has_view_permission(self, request: HttpRequest, obj: Quiz | None = None) -> bool:
        return super().has_view_permission(request, obj) and is_theirs(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Quiz | None = None) -> bool:
        return super().has_change_permission(request, obj) and is_theirs(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Quiz | None = None) -> bool:
        return super().has_delete_permission(request, obj) and is_theirs(request, obj)

    def save_model(self, request: HttpRequest, obj: Quiz, form: Any, change: bool) -> None:  # noqa: FBT001
        if not change:
            obj.owner = teacher(request)
        super().save_model(request, obj, form, change)

    # The list ----------------------------------------------------------------------------------

    def get_list_display(self, request: HttpRequest) -> tuple[str, ...]:
        return (*self.list_display, "owner") if request.user.is_superuser else self.list_display

    def get_list_filter(self, request: HttpRequest) -> tuple[str, ...]:
        return ("is_published", "owner") if request.user.is_superuser else ()

    @admin.display(description=gettext_lazy("topics"))
    def topic_names(self, quiz: Quiz) -> str:
        topics = quiz.blueprint.topics
        if len(topics) == len(TOPIC_NAMES):
            return _("All")
        return ", ".join(_(TOPIC_NAMES[topic]) for topic in topics)

    @admin.display(description=gettext_lazy("questions"), ordering="count")
    def questions(self, quiz: Quiz) -> int:
        return quiz.count

    @admin.display(description=gettext_lazy("link"))
    def link(self, quiz: Quiz) -> str:
        if not quiz.is_published:
            return _("not published")
        return format_html('<a href="{0}">{0}</a>', reverse("quiz", args=[quiz.code]))

    @admin.display(description=gettext_lazy("started"), ordering="started")
    def started_count(self, quiz: Any) -> int:
        return quiz.started or 0

    @admin.display(description=gettext_lazy("finished"), ordering="finished")
    def finished_count(self, quiz: Any) -> int:
        return quiz.finished or 0

    @admin.display(description=gettext_lazy("mean score"), ordering="mean_score")
    def mean(self, quiz: Any) -> str | None:
        return None if quiz.mean_score is None else f"{quiz.mean_score:.0%}"

    # What one does with several of them ----------------------------------------------------------

    @admin.action(description=gettext_lazy("Publish"), permissions=["change"])
    def publish(self, request: HttpRequest, quizzes: QuerySet[Quiz]) -> None:
        number = self.set_published(request, quizzes.filter(is_published=False), published=True)
        told = ngettext("The quiz is open now.", "%(number)d quizzes are open now.", number)
        self.message_user(request, told % {"number": number}, messages.SUCCESS)

    @admin.action(description=gettext_lazy("Unpublish"), permissions=["change"])
    def unpublish(self, request: HttpRequest, quizzes: QuerySet[Quiz]) -> None:
        number = self.set_published(request, quizzes.filter(is_published=True), published=False)
        told = ngettext(
            "The quiz is closed now. Students who have started can go on.",
            "%(number)d quizzes are closed now. Students who have started can go on.",
            number,
        )
        self.message_user(request, told % {"number": number}, messages.SUCCESS)

    def set_published(
        self, request: HttpRequest, quizzes: QuerySet[Quiz], *, published: bool
    ) -> int:
        """How many quizzes it changed."""
        changed = list(quizzes)
        with transaction.atomic():
            for quiz in changed:
                quiz.is_published = published
                quiz.save(update_fields=["is_published"])
                self.log_change(request, quiz, [{"changed": {"fields": [_("published")]}}])
        return len(changed)

    @admin.action(description=gettext_lazy("Duplicate"), permissions=["add"])
    def duplicate(self, request: HttpRequest, quizzes: QuerySet[Quiz]) -> None:
        copies = []
        with transaction.atomic():
            for quiz in reversed(quizzes):
                quiz.title = (_("Copy of %(title)s") % {"title": quiz.title})[:LONGEST_TITLE]
                quiz.pk, quiz.code = None, new_quiz_code()
                quiz.owner, quiz.is_published = teacher(request), False
                quiz.save(force_insert=True)
                self.log_addition(request, quiz, [{"added": {}}])
                copies.append(quiz)
        told = ngettext("%(number)d copy made.", "%(number)d copies made.", len(copies))
        self.message_user(request, told % {"number": len(copies)}, messages.SUCCESS)

    # The page of one ---------------------------------------------------------------------------

    def get_fieldsets(self, request: HttpRequest, obj: Quiz | None = None) -> Any:
        # Limits that are set are in sight; where there are none, they are out of the way.
        held: Any = request.POST if request.method == "POST" else vars(obj) if obj else {}

        def in_sight(limits: tuple[str, ...]) -> tuple[str, ...]:
            return () if any(held.get(name) for name in limits) else ("collapse",)

        return (
            (None, {"fields": ("title",)}),
            (_("Questions"), {"fields": ("topics", "count", "seeding")}),
            (
                _("Limits"),
                {
                    "fields": (("first_year", "last_year"), "families", "agencies"),
                    "classes": in_sight(LIMITS),
                    "description": _(
                        "Only ask about some flights. Leave all of it empty to ask about any."
                    ),
                },
            ),
            (
                _("Difficulty, ways to answer, stations, kinds of questions"),
                {
                    "fields": (
                        ("difficulty_from", "difficulty_to"),
                        "interactions",
                        "stations",
                        "kinds",
                    ),
                    "classes": in_sight(FINER_LIMITS),
                    "description": _("For a quiz with a purpose. Most do without."),
                },
            ),
            (_("Open to students"), {"fields": ("is_published",)}),
        )

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        # As it is saved, not as it may just have been ticked.
        quiz, saved = context["original"], context["adminform"].form.initial
        if quiz and saved.get("is_published"):
            context["student_link"] = student_link(request, quiz)
        return super().render_change_form(request, context, *args, **kwargs)

    def response_add(
        self, request: HttpRequest, obj: Quiz, post_url_continue: str | None = None
    ) -> HttpResponse:
        """After "Save", the questions: they are what the teacher wants to see next."""
        if "_save" not in request.POST:
            return super().response_add(request, obj, post_url_continue)
        told = _("“%(title)s” is saved. Look through its questions.") % {"title": obj.title}
        self.message_user(request, told, messages.SUCCESS)
        return HttpResponseRedirect(preview_url(obj))

    # The preview -------------------------------------------------------------------------------

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.preview_view)
        own = [path("<path:object_id>/preview/", view, name="quizzes_quiz_preview")]
        return [*own, *super().get_urls()]

    def preview_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """GET shows the questions; POST publishes the quiz and shows them again."""
        if request.method not in ("GET", "HEAD", "POST"):
            return HttpResponseNotAllowed(("GET", "HEAD", "POST"))
        quiz: Quiz | None = self.get_object(request, unquote(object_id))
        if quiz is None:
            raise Http404
        if not self.has_view_permission(request, quiz):
            raise PermissionDenied
        can_change = self.has_change_permission(request, quiz)
        if request.method == "POST":
            if not can_change:
                raise PermissionDenied
            self.publish(request, self.get_queryset(request).filter(pk=quiz.pk))
            return HttpResponseRedirect(preview_url(quiz))
        context = {
            **self.admin_site.each_context(request),
            "title": quiz.title,
            "opts": self.opts,
            "quiz": quiz,
            "preview": preview(quiz, request.GET.get("seed", "")),
            "can_change": can_change,
            "student_link": student_link(request, quiz) if quiz.is_published else "",
        }
        return TemplateResponse(request, "admin/quizzes/quiz/preview.html", context)


def teacher(request: HttpRequest) -> User:
    """Who is signed in: the admin lets nobody else in."""
    return cast(User, request.user)


def is_theirs(request: HttpRequest, quiz: Quiz | None) -> bool:
    """Whether one may see and change it. None: quizzes in general."""
    return quiz is None or request.user.is_superuser or quiz.owner_id == request.user.pk


def student_link(request: HttpRequest, quiz: Quiz) -> str:
    """What students type or click, in full."""
    return request.build_absolute_uri(reverse("quiz", args=[quiz.code]))


def preview_url(quiz: Quiz) -> str:
    return reverse("admin:quizzes_quiz_preview", args=[quote(quiz.pk)])
