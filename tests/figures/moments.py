"""Moments for made-up figures."""

from datetime import UTC, date, datetime
from typing import Final

DAY: Final = date(2016, 3, 2)
NOON: Final = datetime(2016, 3, 2, 12, tzinfo=UTC)


def moment(day: str) -> datetime:
    """The beginning of a day, as in "2016-03-02"."""
    return datetime.fromisoformat(day).replace(tzinfo=UTC)
