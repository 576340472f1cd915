"""Wordings that several kinds share."""

from datetime import UTC, datetime

import pytest

from quizzes.facts.base import FactBase
from quizzes.facts.records import Precision
from quizzes.items.kinds.wording import mission_story, utc_text
from tests.items.kinds.conftest import Ask


@pytest.mark.parametrize(
    ("mission", "told"),
    [
        ("shenzhou-5", "launched and landed on 15 October 2003 (UTC)"),  # in China on the 16th
        ("gemini-viii", "landed on 17 March 1966 (UTC)"),  # in Houston on the 16th
        ("spacex-crew-1", "landed on 2 May 2021 (UTC)"),
        ("soyuz-tm-6", "and landed on 21 December 1988 (UTC) with"),
        ("soyuz-11", "launched on 6 June 1971 (UTC) with"),
    ],
)
def test_a_flight_is_told_by_days_of_utc(mission: str, told: str, facts: FactBase) -> None:
    """By the clocks of those who waited for it, many a flight landed on another day."""
    story = mission_story(facts.missions[mission], facts)
    assert story is not None
    assert told in story.text.render()


@pytest.mark.parametrize(
    ("precision", "reads"),
    [
        (Precision.SECOND, "2 March 2016 (UTC)"),
        (Precision.MINUTE, "2 March 2016 (UTC)"),
        (Precision.DAY, "2 March 2016"),
        (None, "2 March 2016"),
    ],
)
def test_a_day_without_an_hour_is_not_said_to_be_of_utc(
    precision: Precision | None, reads: str
) -> None:
    assert utc_text(datetime(2016, 3, 2, 4, 26, tzinfo=UTC), precision).render() == reads


@pytest.mark.parametrize(
    ("kind", "subject", "candidate", "told"),
    [
        ("launched-before", "mission:shenzhou-5", "mission:soyuz-tma-3", "2003 (UTC)."),
        ("first-outside", "person:jean-loup-chretien", "person:jean-loup-chretien", "(UTC)."),
        ("walker-of-spacewalk", "spacewalk:sts-128-eva-1", "person:nicole-stott", "2009 (UTC)."),
        ("first-for-agency", "person:yang-liwei", "person:yang-liwei", "2003 (UTC)."),
        (
            "aboard-station-on-day", "seat:scott-kelly_soyuz-tma-16m", "person:scott-kelly",
            "until 2 March 2016 (UTC).",
        ),
    ],
)  # fmt: skip
def test_feedback_says_by_which_clock_a_day_is_told(
    kind: str, subject: str, candidate: str, told: str, ask: Ask
) -> None:
    assert ask(kind).because(subject, candidate).endswith(told)
