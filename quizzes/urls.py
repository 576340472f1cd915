from django.urls import path, register_converter
from django.urls.converters import IntConverter, StringConverter

from quizzes.views import attempts, pages


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
    path("attempts/<code:code>/", attempts.resume, name="resume"),
    path("attempts/<code:code>/<position:position>/", attempts.item, name="item"),
    path("attempts/<code:code>/result/", attempts.result, name="result"),
    path("papers/<code:code>/", pages.paper, name="paper"),
    path("q/<code:code>/", pages.quiz, name="quiz"),
    path("sources/", pages.sources, name="sources"),
]
