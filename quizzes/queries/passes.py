"""Which passes may be used, and whose a link brings."""

from datetime import datetime

from quizzes.models import PassMove, RevokedPass
from quizzes.tokens import digest_of, is_ours


def is_revoked(owner: str) -> bool:
    """Whether ``owner`` is not to be used again. One query."""
    return RevokedPass.objects.filter(digest=digest_of(owner)).exists()


def moving_owner(secret: str, now: datetime) -> str:
    """Whose pass a link would bring; empty for one that is forged, used or too old."""
    if not is_ours(secret):
        return ""
    move = PassMove.objects.filter(digest=digest_of(secret), expires_at__gt=now).first()
    return move.owner if move else ""
