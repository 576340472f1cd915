"""What the database itself refuses, whatever way the facts come."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

import pytest
from django.db import IntegrityError
from django.db.models import Model, ProtectedError
from factory.django import DjangoModelFactory

from quizzes import models
from tests.factories import (
    FIRST_LAUNCH,
    AgencyFactory,
    MissionFactory,
    PersonFactory,
    SeatFactory,
    SiteFactory,
    SourceFactory,
    SpacecraftFactory,
    SpacewalkFactory,
    StationFactory,
)

REFUSED: Final[dict[str, Callable[[], object]]] = {
    "a landing before its launch": lambda: MissionFactory.create(
        launched_at=FIRST_LAUNCH, landed_at=FIRST_LAUNCH - timedelta(seconds=1), duration_s=None
    ),
    "a landing at its launch": lambda: MissionFactory.create(
        launched_at=FIRST_LAUNCH, landed_at=FIRST_LAUNCH, duration_s=None
    ),
    "a death before birth": lambda: PersonFactory.create(
        born_on=date(1970, 1, 2), died_on=date(1970, 1, 1)
    ),
    "a station that came down before its launch": lambda: StationFactory.create(
        launched_on=date(1970, 1, 2), ended_on=date(1970, 1, 1)
    ),
    "a latitude without a longitude": lambda: SiteFactory.create(lat=1.0, lon=None),
    "a place beyond the pole": lambda: SiteFactory.create(lat=91.0, lon=0.0),
    "a landing beyond the date line": lambda: MissionFactory.create(lat=0.0, lon=181.0),
    "an unknown kind of agency": lambda: AgencyFactory.create(kind="club"),
    "an unknown kind of site": lambda: SiteFactory.create(kind="moon base"),
    "an unknown outcome": lambda: MissionFactory.create(outcome="splendid"),
    "an unknown class of flight": lambda: MissionFactory.create(flight_class="lunar"),
    "an unknown kind of point": lambda: MissionFactory.create(point_kind="guess"),
    "an unknown precision": lambda: PersonFactory.create(born_precision="hour"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_it_refuses(db: None, what: str) -> None:
    with pytest.raises(IntegrityError):
        REFUSED[what]()


@pytest.mark.parametrize(
    ("factory", "field"),
    [
        (AgencyFactory, "slug"),
        (AgencyFactory, "name"),
        (AgencyFactory, "short_name"),
        (PersonFactory, "slug"),
        (PersonFactory, "name"),
        (SpacecraftFactory, "slug"),
        (SpacecraftFactory, "name"),
        (StationFactory, "slug"),
        (StationFactory, "name"),
        (SiteFactory, "slug"),
        (SiteFactory, "name"),
        (MissionFactory, "slug"),
        (MissionFactory, "name"),
        (MissionFactory, "number"),
        (SeatFactory, "slug"),
        (SpacewalkFactory, "slug"),
        (SpacewalkFactory, "name"),
        (SpacewalkFactory, "number"),
        (SourceFactory, "title"),
    ],
)
def test_it_refuses_a_second_one(
    db: None, factory: type[DjangoModelFactory[Model]], field: str
) -> None:
    value = getattr(factory.create(), field)
    # The slug comes from the name: another one, so that it is the name that is refused.
    slug = {} if field == "slug" else {"slug": "another"}

    with pytest.raises(IntegrityError):
        factory.create(**{field: value}, **slug)


def test_it_refuses_a_second_source_with_the_same_slug(db: None) -> None:
    source = SourceFactory.create()

    with pytest.raises(IntegrityError):
        models.Source.objects.create(slug=source.slug, title="Another", read_on=source.read_on)


def test_it_refuses_a_second_commander(db: None) -> None:
    first = SeatFactory.create(role="commander")

    SeatFactory.create(role="pilot", up=first.up)
    with pytest.raises(IntegrityError):
        SeatFactory.create(role="commander", up=first.up)


def test_it_takes_a_commander_for_each_flight(db: None) -> None:
    SeatFactory.create_batch(2, role="commander")

    assert models.Seat.objects.filter(agency__country="Ruritania").count() == 2


def test_it_refuses_a_second_seat_of_a_person_on_a_flight(db: None) -> None:
    first = SeatFactory.create()

    with pytest.raises(IntegrityError):
        SeatFactory.create(person=first.person, up=first.up, slug="another")


def test_it_keeps_a_mission_that_somebody_flew_on(db: None) -> None:
    seat = SeatFactory.create()

    with pytest.raises(ProtectedError):
        seat.up.delete()
