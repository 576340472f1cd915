from quizzes.models.attempts import Attempt, Response
from quizzes.models.daily import DailyAttempt, DailyPaper
from quizzes.models.facts import FactModel, FactsRevision, Source
from quizzes.models.flights import Mission, Seat, Spacewalk
from quizzes.models.papers import Paper, PaperItem
from quizzes.models.passes import PassMove, RevokedPass
from quizzes.models.people import Agency, Person
from quizzes.models.places import Site, Spacecraft, Station
from quizzes.models.practice import Memory, Review
from quizzes.models.quizzes import Quiz
from quizzes.models.ratings import ItemRating, RatingCursor

__all__ = [
    "Agency",
    "Attempt",
    "DailyAttempt",
    "DailyPaper",
    "FactModel",
    "FactsRevision",
    "ItemRating",
    "Memory",
    "Mission",
    "Paper",
    "PaperItem",
    "PassMove",
    "Person",
    "Quiz",
    "RatingCursor",
    "Response",
    "Review",
    "RevokedPass",
    "Seat",
    "Site",
    "Source",
    "Spacecraft",
    "Spacewalk",
    "Station",
]
