"""Days, times and lengths of time, as exactly as they are known."""

from datetime import date, datetime
from typing import Final

from quizzes.facts.base import FactBase
from quizzes.facts.records import Citation, Mission, Precision, Seat
from quizzes.items.kinds.lengths import Unit, in_unit, length_text, unit_for
from quizzes.items.text import Text, date_text, gettext_noop, ngettext, text

MONTHS: Final = (
    gettext_noop("January {year}"),
    gettext_noop("February {year}"),
    gettext_noop("March {year}"),
    gettext_noop("April {year}"),
    gettext_noop("May {year}"),
    gettext_noop("June {year}"),
    gettext_noop("July {year}"),
    gettext_noop("August {year}"),
    gettext_noop("September {year}"),
    gettext_noop("October {year}"),
    gettext_noop("November {year}"),
    gettext_noop("December {year}"),
)


def day_text(day: date | None, precision: Precision | None = Precision.DAY) -> Text | None:
    """A day, a month or a year, as it is known."""
    if day is None:
        return None
    match precision:
        case Precision.YEAR:
            return text("{year}", year=day.year)
        case Precision.MONTH:
            return text(MONTHS[day.month - 1], year=day.year)
        case _:
            return date_text(day)


def time_text(moment: datetime | None, precision: Precision | None) -> Text | None:
    """A moment to the minute, in UTC, where it is known to the minute; else its day."""
    if moment is None or precision not in (Precision.SECOND, Precision.MINUTE):
        return day_text(moment.date(), precision) if moment is not None else None
    clock = f"{moment:%H:%M}"
    return text(gettext_noop("{date}, {time} UTC"), date=date_text(moment.date()), time=clock)


def span_text(seconds: int | None) -> Text | None:
    """A length in its two largest units: "181 days and 23 hours"."""
    if seconds is None:
        return None
    minutes = in_unit(seconds, Unit.MINUTES)
    if minutes < 60:
        return minutes_text(minutes)
    hours, minutes = divmod(minutes, 60)
    if hours < 24:
        return joined(hours_text(hours), minutes_text(minutes) if minutes else None)
    days, hours = divmod(in_unit(seconds, Unit.HOURS), 24)
    return joined(ngettext("{n} day", "{n} days", days), hours_text(hours) if hours else None)


def hours_text(hours: int) -> Text:
    return ngettext("{n} hour", "{n} hours", hours)


def minutes_text(minutes: int) -> Text:
    return ngettext("{n} minute", "{n} minutes", minutes)


def joined(larger: Text, smaller: Text | None) -> Text:
    if smaller is None:
        return larger
    return text(gettext_noop("{larger} and {smaller}"), larger=larger, smaller=smaller)


def brief_text(seconds: int) -> Text:
    """A length in its largest unit: "182 days"."""
    return length_text(seconds, unit_for(seconds))


def stay_s(seat: Seat, facts: FactBase) -> int | None:
    """The length of a stay: as its source states it, else from launch to landing."""
    return seat.stay_s if seat.stay_s is not None else facts.stay_s(seat)


def stay_citations(seat: Seat, facts: FactBase) -> tuple[Citation, ...]:
    """Who says how long a stay was."""
    if seat.stay_s is not None or seat.down is None:
        return facts.cite((seat, "stay_s"))
    landing = facts.missions[seat.down]
    return facts.cite(
        (facts.missions[seat.up], "launched_at"), (landing, "landed_at"), (seat, "down")
    )


def launch_day_text(mission: Mission) -> Text | None:
    """The day of the launch, for lists."""
    if mission.launched_at is None:
        return None
    return day_text(mission.launched_at.date(), mission.launch_precision)
