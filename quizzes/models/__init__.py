from quizzes.models.attempts import Attempt, Response
from quizzes.models.facts import (
    Agency,
    FactModel,
    FactsRevision,
    Mission,
    Person,
    Seat,
    Site,
    Source,
    Spacecraft,
    Spacewalk,
    Station,
)
from quizzes.models.papers import Paper, PaperItem
from quizzes.models.quizzes import Quiz

__all__ = [
    "Agency",
    "Attempt",
    "FactModel",
    "FactsRevision",
    "Mission",
    "Paper",
    "PaperItem",
    "Person",
    "Quiz",
    "Response",
    "Seat",
    "Site",
    "Source",
    "Spacecraft",
    "Spacewalk",
    "Station",
]
