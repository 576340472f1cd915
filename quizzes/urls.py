from django.urls import path

from quizzes.views import attempts, pages

urlpatterns = [
    path("", pages.home, name="home"),
    path("attempts/<str:code>/", attempts.resume, name="resume"),
    path("attempts/<str:code>/<int:position>/", attempts.item, name="item"),
    path("attempts/<str:code>/result/", attempts.result, name="result"),
    path("papers/<str:code>/", pages.paper, name="paper"),
    path("q/<str:code>/", pages.quiz, name="quiz"),
    path("sources/", pages.sources, name="sources"),
]
