"""What makes the site an app on a phone, and what such an app shows without a line."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse

from quizzes.views.caching import kept_for_minutes, not_stored
from quizzes.views.errors import only

# As in css/tokens.css: the dark scheme's, for a manifest can name one colour only.
PAPER = "#0b111e"


@kept_for_minutes
@only("GET", "HEAD")
def manifest(request: HttpRequest) -> HttpResponse:
    """What a phone puts on its first screen (https://www.w3.org/TR/appmanifest/)."""
    drawn = {"src": static("quizzes/icon.svg"), "sizes": "any", "type": "image/svg+xml"}
    painted = [
        {"src": static(f"quizzes/icon-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png",
         "purpose": purpose}
        for size in (192, 512)
        for purpose in ("any", "maskable")
    ]  # fmt: skip
    held = {
        "name": "SpaceQuiz",
        "short_name": "SpaceQuiz",
        "id": reverse("home"),
        "start_url": reverse("home"),
        "scope": reverse("home"),
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [drawn, *painted],
    }
    return JsonResponse(held, content_type="application/manifest+json")


@only("GET", "HEAD")
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker. A browser asks for it often, and takes a new one when a byte differs."""
    response = render(request, "sw.js", content_type="text/javascript; charset=utf-8")
    response.headers["Cache-Control"] = "no-cache"
    return response


@not_stored
@only("GET", "HEAD")
def offline(request: HttpRequest) -> HttpResponse:
    """What the worker shows in place of a page that cannot be fetched."""
    return render(request, "offline.html")
