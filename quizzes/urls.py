from datetime import date

from django.conf import settings
from django.urls import path, register_converter
from django.urls.converters import IntConverter, StringConverter

from quizzes.views import (
    attempts,
    daily,
    explore,
    history,
    installing,
    languages,
    pages,
    passes,
    player,
    practice,
    style,
)


class CodeConverter(StringConverter):
    """The code of a quiz, a paper or an attempt."""

    regex = "[A-Za-z0-9_-]{1,64}"


class PositionConverter(IntConverter):
    """A place in a paper. Longer ones no database would take."""

    regex = "[0-9]{1,4}"


class DayConverter(StringConverter):
    """A day, as in 2026-11-21."""

    regex = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> date:  # type: ignore[override]  # a ValueError is a 404
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:  # type: ignore[override]
        return value.isoformat()


register_converter(CodeConverter, "code")
register_converter(DayConverter, "day")
register_converter(PositionConverter, "position")

urlpatterns = [
    path("", pages.home, name="home"),
    path("agencies/", explore.agencies, name="agencies"),
    path("agencies/<slug:slug>/", explore.agency, name="agency"),
    path("attempts/<code:code>/", attempts.resume, name="resume"),
    path("attempts/<code:code>/<position:position>/", attempts.item, name="item"),
    path("attempts/<code:code>/result/", attempts.result, name="result"),
    path("daily/", daily.today, name="daily"),
    path("daily/archive/", daily.archive, name="daily_archive"),
    path("daily/<day:day>/", daily.day, name="daily_day"),
    path("daily/<day:day>/landings/<code:code>/", daily.landing, name="landing"),
    path("daily/<day:day>/landings/<code:code>/landing.png", daily.picture, name="picture"),
    path("explore/", history.explore, name="explore"),
    path("language/", languages.pick, name="language"),
    path("manifest.webmanifest", installing.manifest, name="manifest"),
    path("missions/", explore.missions, name="missions"),
    path("missions/<slug:slug>/", explore.mission, name="mission"),
    path("offline/", installing.offline, name="offline"),
    path("papers/<code:code>/", pages.paper, name="paper"),
    path("patches/<slug:slug>.svg", player.patch_file, name="patch"),
    path("people/", explore.people, name="people"),
    path("people/<slug:slug>/", explore.person, name="person"),
    path("practice/", practice.practice, name="practice"),
    path("practice/forget/", passes.forget, name="forget"),
    path("practice/move/", passes.move, name="move"),
    path("practice/move/<str:secret>/", passes.arrive, name="arrive"),
    path("privacy/", pages.privacy, name="privacy"),
    path("q/", pages.code, name="code"),
    path("q/<code:code>/", pages.quiz, name="quiz"),
    path("search/", explore.search, name="search"),
    path("sources/", pages.sources, name="sources"),
    path("stations/", explore.stations, name="stations"),
    path("stations/<slug:slug>/", explore.station, name="station"),
    path("sw.js", installing.worker, name="worker"),
]

if settings.DEBUG:
    urlpatterns.append(path("style/", style.style, name="style"))
