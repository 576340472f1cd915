"""Telling that the facts have changed."""

from datetime import datetime

from quizzes.models import FactsRevision
from quizzes.queries.facts import current_revision, facts_digest, load_records


def record_revision(now: datetime) -> str:
    """Note the state of the facts, if it is a new one, and return its digest. Every change of
    facts ends with this: processes drop their fact base when the revision changes."""
    digest = facts_digest(load_records())
    if digest != current_revision():
        FactsRevision.objects.create(digest=digest, recorded_at=now)
    return digest
