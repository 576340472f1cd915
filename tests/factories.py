"""A factory for each model. What they make is whole and fair: every statement has a source, every
time fits, every item has one key. A test says only what it is about:

    MissionFactory(landed_at=None)
    SeatFactory(up=mission, role="commander")
    SeatFactory(provenance={})  # nobody says so
    MissionFactory(provenance=full_provenance(records.Mission, without=["orbits"]))

Facts made here stand beside the real ones unless the test asks for ``no_facts``: numbers, names
and slugs do not meet.
"""

import dataclasses
from collections.abc import Callable, Collection
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final, TypeVar

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.db.models import Model
from django.utils.text import slugify
from factory.declarations import (
    LazyAttribute,
    PostGeneration,
    SelfAttribute,
    Sequence,
    SubFactory,
)
from factory.django import DjangoModelFactory, Password

from quizzes import models
from quizzes.facts import records
from quizzes.facts.sourcing import BOOKKEEPING
from quizzes.items.blueprint import Blueprint
from quizzes.items.item import Interaction, Item, Option, Relation, SourceLine, Topic
from quizzes.items.text import Text

M = TypeVar("M", bound=Model)

SOURCE: Final = "made-up"
READ_ON: Final = date(2020, 1, 1)
CITATION: Final = f"{SOURCE}@{READ_ON}"
FIRST_LAUNCH: Final = datetime(2031, 1, 1, 12, tzinfo=UTC)
FIRST_NUMBER: Final = 10_000
NOW: Final = datetime(2030, 6, 1, 12, tzinfo=UTC)


def full_provenance(
    record: type[records.Fact], *, without: Collection[str] = ()
) -> dict[str, list[str]]:
    """A citation for every statement that ``record`` makes, but for those of ``without``."""
    unsaid = BOOKKEEPING.union(without)
    fields = [field.name for field in dataclasses.fields(record) if field.name not in unsaid]
    return {field: [CITATION] for field in fields}


def several(field: str, default: Callable[[], Collection[Model]] = tuple) -> PostGeneration:
    """The records that a many-to-many ``field`` gets: those given, else those of ``default``."""

    def add(made: Any, create: bool, given: Collection[Model] | None) -> None:  # noqa: FBT001
        if create:
            getattr(made, field).add(*(default() if given is None else given))

    return PostGeneration(add)


class SourceFactory(DjangoModelFactory[models.Source]):
    class Meta:
        model = models.Source
        django_get_or_create = ("slug",)

    slug = Sequence(lambda n: f"made-up-{n}")
    title = LazyAttribute(lambda made: f"The book {made.slug}")
    publisher = "A publisher"
    url = LazyAttribute(lambda made: f"https://example.org/{made.slug}/")
    licence = "CC0"
    credit = "Nobody"
    read_on = READ_ON


class FactFactory(DjangoModelFactory[M]):
    """What is common to all facts. ``slug`` comes from the name."""

    class Meta:
        abstract = True

    class Params:
        record: type[records.Fact] = records.Fact

    slug = LazyAttribute(lambda made: slugify(made.name))
    provenance = LazyAttribute(lambda made: full_provenance(made.record))

    @classmethod
    def _create(cls, model_class: type[M], *args: object, **kwargs: object) -> M:
        SourceFactory.create(slug=SOURCE)  # the one that all of it cites
        made: M = super()._create(model_class, *args, **kwargs)
        return made


class AgencyFactory(FactFactory[models.Agency]):
    class Meta:
        model = models.Agency

    class Params:
        record = records.Agency

    name = Sequence(lambda n: f"Space Agency {n}")
    short_name = Sequence(lambda n: f"SA{n}")
    kind = records.AgencyKind.SPACE_AGENCY
    country = "Ruritania"
    countries = LazyAttribute(lambda made: [made.country])


class PersonFactory(FactFactory[models.Person]):
    class Meta:
        model = models.Person

    class Params:
        record = records.Person

    family_name = Sequence(lambda n: f"Farflung{n}")
    name = LazyAttribute(lambda made: f"Ada {made.family_name}")
    born_on = date(1990, 1, 1)
    born_precision = records.Precision.DAY
    gender = "female"
    nationality = "Ruritania"


class SpacecraftFactory(FactFactory[models.Spacecraft]):
    class Meta:
        model = models.Spacecraft

    class Params:
        record = records.Spacecraft

    name = Sequence(lambda n: f"Comet {n}")
    family = "Comet"
    country = "Ruritania"


class StationFactory(FactFactory[models.Station]):
    class Meta:
        model = models.Station

    class Params:
        record = records.Station

    name = Sequence(lambda n: f"Outpost {n}")
    country = "Ruritania"
    launched_on = date(2030, 1, 1)


class SiteFactory(FactFactory[models.Site]):
    """A launch site at Baikonur's place; ``kind="town"`` makes a town of it."""

    class Meta:
        model = models.Site

    class Params:
        record = records.Site

    name = Sequence(lambda n: f"Site {n}")
    kind = records.SiteKind.LAUNCH
    country = "Kazakhstan"
    lat = 45.92
    lon = 63.342


class MissionFactory(FactFactory[models.Mission]):
    """A flight of ten days that came down in Kazakhstan. Each one launches 30 days after the
    one made before it. ``operators=[...]`` and ``stations=[...]`` take records."""

    class Meta:
        model = models.Mission
        skip_postgeneration_save = True

    class Params:
        record = records.Mission
        days = 10
        nth = Sequence(int)

    number = LazyAttribute(lambda made: FIRST_NUMBER + made.nth)
    name = LazyAttribute(lambda made: f"Comet Flight {made.nth}")
    spacecraft = SubFactory(SpacecraftFactory)
    flight_class = records.FlightClass.ORBITAL
    launched_at = LazyAttribute(lambda made: FIRST_LAUNCH + timedelta(days=30 * made.nth))
    launch_precision = records.Precision.SECOND
    launch_site = SubFactory(SiteFactory)
    landed_at = LazyAttribute(
        lambda made: made.launched_at and made.launched_at + timedelta(days=made.days)
    )
    landing_precision = LazyAttribute(
        lambda made: records.Precision.SECOND if made.landed_at else ""
    )
    landing_place = "the steppe of Kazakhstan"
    landing_country = "Kazakhstan"
    landing_region = "Kazakhstan"
    lat = 47.4
    lon = 69.6
    point_kind = records.PointKind.STATED
    duration_s = LazyAttribute(
        lambda made: (
            round((made.landed_at - made.launched_at).total_seconds())
            if made.launched_at and made.landed_at
            else None
        )
    )
    outcome = records.Outcome.SUCCESS

    operators = several("operators", lambda: [AgencyFactory.create()])
    stations = several("stations")


class SeatFactory(FactFactory[models.Seat]):
    """A flight engineer who landed on the vehicle that she launched on."""

    class Meta:
        model = models.Seat

    class Params:
        record = records.Seat

    person = SubFactory(PersonFactory)
    up = SubFactory(MissionFactory)
    slug = LazyAttribute(lambda made: f"{made.person.slug}_{made.up.slug}")
    down = LazyAttribute(lambda made: made.up if made.up.landed_at else None)
    role = "flight engineer"
    agency = SubFactory(AgencyFactory)
    nationality = "Ruritania"
    stay_s = LazyAttribute(
        lambda made: (
            round((made.down.landed_at - made.up.launched_at).total_seconds())
            if made.down and made.down.landed_at and made.up.launched_at
            else None
        )
    )


class SpacewalkFactory(FactFactory[models.Spacewalk]):
    """Two hours outside, on the day after the launch. ``people=[...]`` takes records."""

    class Meta:
        model = models.Spacewalk
        skip_postgeneration_save = True

    class Params:
        record = records.Spacewalk

    number = Sequence(lambda n: FIRST_NUMBER + n)
    name = LazyAttribute(lambda made: f"{made.mission.name} EVA {made.number}")
    mission = SubFactory(MissionFactory)
    started_at = LazyAttribute(lambda made: made.mission.launched_at + timedelta(days=1))
    start_precision = records.Precision.MINUTE
    duration_s = 2 * 60 * 60

    people = several("people")


# Teachers, papers, attempts -------------------------------------------------------------------


class TeacherFactory(DjangoModelFactory[AbstractUser]):
    """A user who may enter the admin. In no group: the test says what she may do."""

    class Meta:
        model = get_user_model()
        skip_postgeneration_save = True

    username = Sequence(lambda n: f"teacher-{n}")
    password = Password("correct horse")
    is_staff = True


class QuizFactory(DjangoModelFactory[models.Quiz]):
    class Meta:
        model = models.Quiz

    owner = SubFactory(TeacherFactory)
    title = Sequence(lambda n: f"Quiz {n}")
    is_published = True


def an_item(number: int = 1, *, kind: str = "made-up") -> Item:
    """An item with four options. The second one is the key."""
    options = tuple(
        Option(
            ref=f"place:{name.lower()}",
            text=Text(name),
            is_key=name == "Berlin",
            relation=Relation.KEY if name == "Berlin" else Relation.SAME_COUNTRY,
            rationale=Text(f"{name} is what it is."),
        )
        for name in ("Aachen", "Berlin", "Coburg", "Dresden")
    )
    return Item(
        kind=kind,
        version=1,
        topic=Topic.CREWS,
        interaction=Interaction.CHOICE,
        stem=Text(f"Which one is the key of item {number}?"),
        options=options,
        rationale=Text("Berlin is the key."),
        background=None,
        sources=(SourceLine("The book made-up", "https://example.org/made-up/", READ_ON),),
        subject="made-up",
        subjects=("made-up",),
        difficulty=2,
        numeric=False,
        fatal=False,
    )


class PaperFactory(DjangoModelFactory[models.Paper]):
    """A paper of three items, whose keys are the second options. ``size=0``: without any."""

    class Meta:
        model = models.Paper
        skip_postgeneration_save = True

    blueprint = LazyAttribute(
        lambda made: Blueprint(topics=(Topic.CREWS,), count=made.size).to_json()
    )
    seed = "a seed"
    facts_revision = "0" * 64
    size = 3
    created_at = NOW

    items = PostGeneration(lambda paper, create, _: fill(paper) if create else None)


def fill(paper: models.Paper) -> None:
    """As many items as it says that it has."""
    for position in range(1, paper.size + 1):
        PaperItemFactory.create(paper=paper, position=position)


class PaperItemFactory(DjangoModelFactory[models.PaperItem]):
    class Meta:
        model = models.PaperItem

    paper = SubFactory(PaperFactory, size=0)
    position = 1
    kind = LazyAttribute(lambda made: made.snapshot["kind"])
    kind_version = 1
    snapshot = LazyAttribute(lambda made: an_item(made.position).to_json())


class AttemptFactory(DjangoModelFactory[models.Attempt]):
    """An attempt of a day that has just begun."""

    class Meta:
        model = models.Attempt

    owner = Sequence(lambda n: f"browser-{n}")
    paper = SubFactory(PaperFactory)
    size = LazyAttribute(lambda made: made.paper.size)
    started_at = NOW
    expires_at = NOW + timedelta(days=1)


class ResponseFactory(DjangoModelFactory[models.Response]):
    """The right response to the first item of the paper."""

    class Meta:
        model = models.Response

    attempt = SubFactory(AttemptFactory)
    item = LazyAttribute(lambda made: made.attempt.paper.items.first())
    value = 1
    grade = 1.0
    submitted_at = NOW


class MemoryFactory(DjangoModelFactory[models.Memory]):
    """Somebody who was right once about the year of Gagarin's flight."""

    class Meta:
        model = models.Memory

    owner = Sequence(lambda n: f"browser-{n}")
    aspect = "launch-date"
    subject = "mission:vostok-1"
    stability = 2.3
    difficulty = 5.0
    reviewed_at = NOW
    due_on = LazyAttribute(lambda made: (made.reviewed_at + timedelta(days=2)).date())
    rating = 3
    kind = "launch-year-of-mission"
    interaction = Interaction.CHOICE


class DailyPaperFactory(DjangoModelFactory[models.DailyPaper]):
    """The paper of the day ``NOW``."""

    class Meta:
        model = models.DailyPaper

    day = NOW.date()
    paper = SubFactory(PaperFactory)


class DailyAttemptFactory(DjangoModelFactory[models.DailyAttempt]):
    """An attempt that was begun on its day. ``day=...`` says which, ``grades=[...]`` how the first
    of its items went."""

    class Meta:
        model = models.DailyAttempt
        skip_postgeneration_save = True

    class Params:
        day = NOW.date()

    daily = SubFactory(DailyPaperFactory, day=SelfAttribute("..day"))
    owner = Sequence(lambda n: f"browser-of-a-day-{n}")
    attempt = SubFactory(
        AttemptFactory,
        owner=SelfAttribute("..owner"),
        paper=SelfAttribute("..daily.paper"),
        started_at=LazyAttribute(
            lambda made: datetime.combine(made.factory_parent.day, NOW.timetz())
        ),
        expires_at=LazyAttribute(lambda made: made.started_at + timedelta(days=30)),
    )

    grades = PostGeneration(lambda made, _, given: graded(made.attempt, given or ()))


def graded(attempt: models.Attempt, grades: Collection[float]) -> None:
    """A response with each of ``grades``, to one item after the other."""
    for item, grade in zip(attempt.paper.items.all(), grades, strict=False):
        ResponseFactory.create(attempt=attempt, item=item, grade=grade, value=int(grade == 1))
