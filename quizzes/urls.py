from django.urls import path, register_converter
from django.urls.converters import IntConverter, StringConverter

from quizzes.views import attempts, explore, languages, pages


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
    path("language/", languages.pick, name="language"),
    path("missions/", explore.missions, name="missions"),
    path("missions/<slug:slug>/", explore.mission, name="mission"),
    path("papers/<code:code>/", pages.paper, name="paper"),
    path("people/", explore.people, name="people"),
    path("people/<slug:slug>/", explore.person, name="person"),
    path("q/<code:code>/", pages.quiz, name="quiz"),
    path("search/", explore.search, name="search"),
    path("sources/", pages.sources, name="sources"),
    path("stations/", explore.stations, name="stations"),
    path("stations/<slug:slug>/", explore.station, name="station"),
]
