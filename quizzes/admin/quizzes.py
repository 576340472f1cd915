"""Quizzes: each teacher sees and changes only their own."""

from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
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
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from quizzes.admin.fieldsets import SEVERAL, fieldsets
from quizzes.admin.forms import QuizForm
from quizzes.admin.links import link_context, page_url, student_link
from quizzes.admin.lookups import FilteredAdmin
from quizzes.admin.preview import preview
from quizzes.admin.results import per_cent, results
from quizzes.admin.statistics import number_started, with_statistics
from quizzes.items.item import DEFAULT_TOPICS, TOPIC_NAMES
from quizzes.models import Quiz
from quizzes.qr import qr_code
from quizzes.services.quizzes import duplicate, set_published


@admin.register(Quiz)
class QuizAdmin(FilteredAdmin):
    form = QuizForm
    list_display = (
        "title", "link", "what_was_understood", "started_count", "finished_count", "mean",
        "topic_names", "questions", "made_on",
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

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return super().changelist_view(request, {"title": _("Your quizzes")})

    def get_list_display(self, request: HttpRequest) -> tuple[str, ...]:
        return (*self.list_display, "owner") if request.user.is_superuser else self.list_display

    def get_list_filter(self, request: HttpRequest) -> tuple[str, ...]:
        return ("is_published", "owner") if request.user.is_superuser else ()

    @admin.display(description=gettext_lazy("topics"))
    def topic_names(self, quiz: Quiz) -> str:
        topics = quiz.blueprint.topics
        if set(topics) >= set(DEFAULT_TOPICS):
            return _("All")
        return ", ".join(_(TOPIC_NAMES[topic]) for topic in topics)

    @admin.display(description=gettext_lazy("questions"), ordering="count")
    def questions(self, quiz: Quiz) -> int:
        return quiz.count

    @admin.display(description=gettext_lazy("code"), ordering="is_published")
    def link(self, quiz: Quiz) -> str:
        if not quiz.is_published:
            return _("not published")
        url = page_url(quiz, "board")
        return format_html('<a class="code" href="{}">{}</a>', url, quiz.code)

    @admin.display(description=gettext_lazy("results"))
    def what_was_understood(self, quiz: Any) -> str:
        if not quiz.started:
            return "–"
        return format_html('<a href="{}">{}</a>', page_url(quiz, "results"), _("Results"))

    @admin.display(description=gettext_lazy("made on"), ordering="created_at")
    def made_on(self, quiz: Quiz) -> str:
        return date_format(localdate(quiz.created_at), "SHORT_DATE_FORMAT")

    @admin.display(description=gettext_lazy("started"), ordering="started")
    def started_count(self, quiz: Any) -> int:
        return quiz.started or 0

    @admin.display(description=gettext_lazy("finished"), ordering="finished")
    def finished_count(self, quiz: Any) -> int:
        return quiz.finished or 0

    @admin.display(description=gettext_lazy("mean score"), ordering="mean_score")
    def mean(self, quiz: Any) -> str | None:
        return None if quiz.mean_score is None else f"{per_cent(quiz.mean_score)}%"

    # What one does with several of them ----------------------------------------------------------

    @admin.action(description=gettext_lazy("Publish"), permissions=["change"])
    def publish(self, request: HttpRequest, quizzes: QuerySet[Quiz]) -> None:
        number = self.change_published(request, quizzes, published=True)
        told = ngettext("The quiz is open now.", "%(number)d quizzes are open now.", number)
        self.tell(request, told % {"number": number} if number else _("It was open already."))

    @admin.action(description=gettext_lazy("Unpublish"), permissions=["change"])
    def unpublish(self, request: HttpRequest, quizzes: QuerySet[Quiz]) -> None:
        number = self.change_published(request, quizzes, published=False)
        told = ngettext(
            "The quiz is closed now. Students who have started can go on.",
            "%(number)d quizzes are closed now. Students who have started can go on.",
            number,
        )
        self.tell(request, told % {"number": number} if number else _("It was closed already."))

    def change_published(
        self, request: HttpRequest, quizzes: QuerySet[Quiz], *, published: bool
    ) -> int:
        """How many quizzes it changed."""
        changed = set_published(quizzes, published=published)
        for quiz in changed:
            self.log_change(request, quiz, [{"changed": {"fields": [_("published")]}}])
        return len(changed)

    @admin.action(description=gettext_lazy("Duplicate"), permissions=["add"])
    def duplicate(self, request: HttpRequest, quizzes: QuerySet[Quiz]) -> None:
        copies = duplicate(reversed(quizzes), teacher(request))
        for quiz in copies:
            self.log_addition(request, quiz, [{"added": {}}])
        told = ngettext("%(number)d copy made.", "%(number)d copies made.", len(copies))
        self.tell(request, told % {"number": len(copies)})

    def tell(self, request: HttpRequest, words: str) -> None:
        self.message_user(request, words, messages.SUCCESS)

    # The page of one ---------------------------------------------------------------------------

    def get_fieldsets(self, request: HttpRequest, obj: Quiz | None = None) -> Any:
        sent = request.POST if request.method == "POST" else request.GET
        return fieldsets(sent or (vars(obj) if obj else {}))

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """From the address: the results of one quiz lead to the form of another."""
        several = {name: request.GET.getlist(name) for name in SEVERAL if name in request.GET}
        return {**super().get_changeform_initial_data(request), **several}

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        # As it is saved, not as it may just have been ticked.
        quiz, saved = context["original"], context["adminform"].form.initial
        if quiz and saved.get("is_published"):
            context |= link_context(request, quiz)
        if quiz:
            context["started"] = number_started([quiz])
        else:
            context["title"] = _("Make a quiz")
        return super().render_change_form(request, context, *args, **kwargs)

    def response_add(
        self, request: HttpRequest, obj: Quiz, post_url_continue: str | None = None
    ) -> HttpResponse:
        """After "Save", the questions: they are what the teacher wants to see next."""
        if "_save" not in request.POST:
            return super().response_add(request, obj, post_url_continue)
        told = _("“%(title)s” is saved. Look through its questions.") % {"title": obj.title}
        self.message_user(request, told, messages.SUCCESS)
        return HttpResponseRedirect(page_url(obj, "preview"))

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Before it is deleted, what else goes: the results."""
        deleted, numbers, *forbidden = super().get_deleted_objects(objs, request)
        started = number_started(objs)
        if started:
            told = ngettext(
                "With it go the results of %(number)d attempt. To keep them, unpublish instead.",
                "With it go the results of %(number)d attempts. To keep them, unpublish instead.",
                started,
            )
            deleted = [*deleted, told % {"number": started}]
        return deleted, numbers, *forbidden

    # The pages of one that are our own -----------------------------------------------------------

    def get_urls(self) -> list[URLPattern]:
        views = {
            "preview": self.preview_view,
            "board": self.board_view,
            "results": self.results_view,
        }
        own = [
            path(
                f"<path:object_id>/{name}/",
                self.admin_site.admin_view(view),
                name=f"quizzes_quiz_{name}",
            )
            for name, view in views.items()
        ]
        return [*own, *super().get_urls()]

    def own_quiz(self, request: HttpRequest, object_id: str) -> Quiz:
        """The quiz, for whom may see it."""
        quiz: Quiz | None = self.get_object(request, unquote(object_id))
        if quiz is None:
            raise Http404
        if not self.has_view_permission(request, quiz):
            raise PermissionDenied
        return quiz

    def own_page(
        self, request: HttpRequest, quiz: Quiz, name: str, context: dict[str, Any]
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": quiz.title,
            "opts": self.opts,
            "quiz": quiz,
            "page": name,
            "can_change": self.has_change_permission(request, quiz),
            **(link_context(request, quiz) if quiz.is_published else {}),
            **context,
        }
        return TemplateResponse(request, f"admin/quizzes/quiz/{name}.html", context)

    def preview_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """GET shows the questions; POST publishes the quiz and shows them again."""
        if request.method not in ("GET", "HEAD", "POST"):
            return HttpResponseNotAllowed(("GET", "HEAD", "POST"))
        quiz = self.own_quiz(request, object_id)
        if request.method == "POST":
            if not self.has_change_permission(request, quiz):
                raise PermissionDenied
            self.publish(request, self.get_queryset(request).filter(pk=quiz.pk))
            return HttpResponseRedirect(page_url(quiz, "preview"))
        with_answers = request.GET.get("answers") != "none"
        shown = preview(quiz, request.GET.get("seed", ""), with_answers=with_answers)
        context = {"preview": shown, "with_answers": with_answers}
        return self.own_page(request, quiz, "preview", context)

    def board_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """The link as one shows it to a class: large, with its code and as a QR code."""
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(("GET", "HEAD"))
        quiz = self.own_quiz(request, object_id)
        if not quiz.is_published:
            return HttpResponseRedirect(page_url(quiz, "preview"))
        context = {
            "qr_code": qr_code(student_link(request, quiz)),
            "site": request.build_absolute_uri(reverse("home")),
        }
        return self.own_page(request, quiz, "board", context)

    def results_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """What the class understood."""
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(("GET", "HEAD"))
        quiz = self.own_quiz(request, object_id)
        found = results(quiz)
        again = ""
        if found.again and self.has_add_permission(request):
            query = urlencode(found.again, doseq=True)
            again = f"{reverse('admin:quizzes_quiz_add')}?{query}"
        return self.own_page(request, quiz, "results", {"results": found, "again": again})


def teacher(request: HttpRequest) -> User:
    """Who is signed in: the admin lets nobody else in."""
    return cast(User, request.user)


def is_theirs(request: HttpRequest, quiz: Quiz | None) -> bool:
    """Whether one may see and change it. None: quizzes in general."""
    return quiz is None or request.user.is_superuser or quiz.owner_id == request.user.pk
