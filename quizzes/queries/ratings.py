"""How hard items have turned out to be."""

from quizzes import models
from quizzes.items.ratings import Key, Rating, Ratings


def stored_ratings() -> dict[Key, Rating]:
    """All ratings, as they are now. One query."""
    rows = models.ItemRating.objects.values_list(
        "kind", "interaction", "subject", "rating", "deviation", "responses"
    )
    return {
        (kind, interaction, subject): Rating(value, deviation, responses)
        for kind, interaction, subject, value, deviation, responses in rows.iterator()
    }


_ratings: dict[int, Ratings] = {}


def current_ratings() -> Ratings:
    """The ratings in force. One query, unless responses have been rated since this process last
    asked."""
    cursor = models.RatingCursor.objects.values_list("last_response", flat=True).first()
    if cursor is None:
        return {}
    if cursor not in _ratings:
        _ratings.clear()
        _ratings[cursor] = stored_ratings()
    return _ratings[cursor]
