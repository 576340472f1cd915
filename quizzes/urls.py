from django.urls import path, register_converter
from django.urls.converters import IntConverter, StringConverter

from quizzes.views import attempts, explore, installing, pages


class CodeConverter(StringConverter):
    """The code of a quiz, a paper or an attempt."""

    regex = "[A-Za-z0-9_-]{1,64}"


class PositionConverter(IntConverter):
    """A place in a paper. Longer ones no database would take."""

    regex = "[0-9]{1,4}"


register_converter(CodeConverter, "code")
register_converter(PositionConverter, "position")

urlpatterns = [
    path("", pages.home, name="home"),
    path("agencies/", explore.agencies, name="agencies"),
    path("agencies/<slug:slug>/", explore.agency, name="agency"),
    path("attempts/<code:code>/", attempts.resume, name="resume"),
    path("attempts/<code:code>/<position:position>/", attempts.item, name="item"),
    path("attempts/<code:code>/result/", attempts.result, name="result"),
    path("manifest.webmanifest", installing.manifest, name="manifest"),
    path("missions/", explore.missions, name="missions"),
    path("missions/<slug:slug>/", explore.mission, name="mission"),
    path("offline/", installing.offline, name="offline"),
    path("papers/<code:code>/", pages.paper, name="paper"),
    path("people/", explore.people, name="people"),
    path("people/<slug:slug>/", explore.person, name="person"),
    path("q/", pages.code, name="code"),
    path("q/<code:code>/", pages.quiz, name="quiz"),
    path("search/", explore.search, name="search"),
    path("sources/", pages.sources, name="sources"),
    path("stations/", explore.stations, name="stations"),
    path("stations/<slug:slug>/", explore.station, name="station"),
    path("sw.js", installing.worker, name="worker"),
]
