"""Facts are read by teachers and corrected by curators; what is frozen stays."""

import json
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from quizzes import models
from quizzes.models import FactsRevision, Mission, Paper, Person, Seat, Source
from quizzes.queries.facts import current_revision
from quizzes.queries.generators import current_generator
from quizzes.services.papers import paper_for_quiz
from tests.admin.conftest import queries_of, sent_by
from tests.factories import NOW, MissionFactory, QuizFactory, SeatFactory, SourceFactory

pytestmark = pytest.mark.django_db

FACTS = [
    models.Source, models.Agency, models.Person, models.Spacecraft, models.Station, models.Site,
    models.Mission, models.Seat, models.Spacewalk,
]  # fmt: skip
every_fact = pytest.mark.parametrize("model", FACTS, ids=lambda model: model._meta.model_name)


def list_of(model: type[Model]) -> str:
    return reverse(f"admin:quizzes_{model._meta.model_name}_changelist")


def page_of(record: Model, name: str = "change") -> str:
    return reverse(f"admin:quizzes_{record._meta.model_name}_{name}", args=[record.pk])


def some(model: type[Model]) -> Model:
    found = model._default_manager.order_by("pk").last()
    assert found is not None
    return found


def correct(client: Client, record: Model, **changes: Any) -> Any:
    """Send the form of ``record`` with these changes."""
    form = client.get(page_of(record)).context["adminform"].form
    return client.post(page_of(record), sent_by(form) | changes)


# Reading --------------------------------------------------------------------------------------


@every_fact
def test_teacher_reads_facts_and_changes_none(as_teacher: Client, model: type[Model]) -> None:
    record = some(model)
    assert as_teacher.get(list_of(model)).status_code == 200
    page = as_teacher.get(page_of(record))
    assert page.status_code == 200
    assert 'name="_save"' not in page.content.decode()
    before = current_revision()
    for url in (page_of(record), page_of(record, "delete"), f"{list_of(model)}add/"):
        assert as_teacher.post(url, {"name": "Other", "post": "yes"}).status_code == 403
    assert current_revision() == before


def test_teacher_reads_which_source_says_what(as_teacher: Client) -> None:
    mission = MissionFactory.create()
    html = as_teacher.get(page_of(mission)).content.decode()
    source = '<a href="https://example.org/made-up/" rel="noopener">The book made-up</a>'
    assert f"landed at: {source}, 2020-01-01" in html


@every_fact
def test_list_of_facts_takes_as_many_queries_for_all_as_for_few(
    as_teacher: Client, model: type[Model]
) -> None:
    few = f"{list_of(model)}?q={some(model).slug}"  # type: ignore[attr-defined]  # all have one
    assert queries_of(as_teacher, list_of(model)) <= queries_of(as_teacher, few) + 2


@pytest.mark.parametrize(
    ("model", "words", "found"),
    [
        (Person, "Kornienko", "Mikhail Kornienko"),
        (Mission, "TMA-18M", "Soyuz TMA-18M"),
        (Mission, "TMA18M", "Soyuz TMA-18M"),
        (Seat, "Kanai MS-07", "norishige-kanai_soyuz-ms-07"),
        (Source, "wikipedia", "Wikipedia, several languages"),
    ],
)
def test_search_finds(as_teacher: Client, model: type[Model], words: str, found: str) -> None:
    page = as_teacher.get(list_of(model), {"q": words})
    assert found in [str(record) for record in page.context["cl"].result_list]


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_disputed_facts_are_found(as_teacher: Client, answer: str) -> None:
    disputed = MissionFactory.create(disputed=["orbits"])
    clear = MissionFactory.create()
    page = as_teacher.get(list_of(Mission), {"disputed": answer, "q": "Comet Flight"})
    found = disputed if answer == "yes" else clear
    assert list(page.context["cl"].result_list) == [found]


def test_list_tells_times_as_far_as_they_are_known(as_teacher: Client) -> None:
    MissionFactory.create(launch_precision="minute", landing_precision="month", days=365)
    html = as_teacher.get(list_of(Mission), {"q": "Comet Flight"}).content.decode()
    mission = Mission.objects.get(slug__startswith="comet-flight")
    assert mission.landed_at is not None
    assert f"{mission.launched_at:%Y-%m-%d 12:00}</td>" in html
    assert f"{mission.landed_at:%Y-%m}</td>" in html


# Correcting -----------------------------------------------------------------------------------


@every_fact
def test_form_loses_nothing(as_curator: Client, model: type[Model]) -> None:
    before = current_revision()
    assert correct(as_curator, some(model)).status_code == 302
    assert current_revision() == before


def test_corrected_fact_is_in_force_and_frozen_papers_stay(as_curator: Client) -> None:
    quiz = QuizFactory.create(seed="s", count=20)
    paper = paper_for_quiz(quiz, NOW)
    assert isinstance(paper, Paper)
    frozen = [json.dumps(item) for item in paper.items.values_list("snapshot", flat=True)]
    revision, revisions = current_revision(), FactsRevision.objects.count()
    mission = Mission.objects.get(slug="soyuz-tma-18m")

    assert correct(as_curator, mission, landing_place="Lake Tengiz").status_code == 302

    generator, corrected = current_generator()
    assert corrected != revision
    assert FactsRevision.objects.count() == revisions + 1
    assert generator.facts.missions["soyuz-tma-18m"].landing_place == "Lake Tengiz"
    assert LogEntry.objects.get().get_change_message() == "Changed Landing place."
    now = [json.dumps(item) for item in paper.items.values_list("snapshot", flat=True)]
    assert now == frozen
    assert paper_for_quiz(quiz, NOW) == paper


def test_corrected_list_of_operators_is_in_force(as_curator: Client) -> None:
    mission = MissionFactory.create()
    names = "JAXA\r\n\r\n ESA "
    assert correct(as_curator, mission, operators=names).status_code == 302
    generator, _ = current_generator()
    assert generator.facts.missions[mission.slug].operators == ("esa", "jaxa")
    assert LogEntry.objects.get().get_change_message() == "Changed Operators."


def test_disputed_field_is_no_longer_asked_about(as_curator: Client) -> None:
    seat = SeatFactory.create()
    assert correct(as_curator, seat, disputed="stay_s\r\n\r\n agency ").status_code == 302
    seat.refresh_from_db()
    assert seat.disputed == ["stay_s", "agency"]
    generator, _ = current_generator()
    assert generator.facts.seats[seat.slug].stay_s is None


def test_curator_adds_a_person(as_curator: Client) -> None:
    sent = sent_by(as_curator.get(f"{list_of(Person)}add/").context["adminform"].form)
    assert sent["provenance"] == "{}"
    sent |= {"slug": "ada-farflung", "name": "Ada Farflung", "family_name": "Farflung"}
    before = current_revision()
    assert as_curator.post(f"{list_of(Person)}add/", sent).status_code == 302
    assert Person.objects.get(slug="ada-farflung").provenance == {}
    assert current_revision() != before


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"provenance": "{"}, "Enter a valid JSON."),
        ({"provenance": "[1]"}, 'Provenance is an object: {"field": ["source@YYYY-MM-DD"]}.'),
        ({"provenance": '{"orbits": []}'}, "Provenance of orbits: give a list of citations."),
        ({"provenance": '{"orbits": ["gcat"]}'},
         "Provenance of orbits: “gcat” is not source@YYYY-MM-DD."),
        ({"provenance": '{"orbits": ["hearsay@2020-01-01"]}'},
         "There is no source “hearsay”. Add it to the sources first."),
        ({"provenance": '{"colour": ["made-up@2020-01-01"]}'}, "There is no field “colour” here."),
        ({"disputed": "colour"}, "There is no field “colour” here."),
        ({"operators": "ESA\nStarfleet"},
         "There is no “Starfleet”: write it as it stands in its list."),
        ({"operators": " "}, "This field is required."),
        ({"lat": "91"}, "Ensure this value is less than or equal to 90."),
        ({"landed_at_0": "1900-01-01"}, "A landing is after its launch."),
        ({"spacecraft": "0"},
         "Select a valid choice. That choice is not one of the available choices."),
    ],
)  # fmt: skip
def test_bad_correction_is_refused(as_curator: Client, changes: dict[str, str], told: str) -> None:
    mission = MissionFactory.create()
    before = current_revision()
    page = correct(as_curator, mission, **changes)
    assert page.status_code == 200
    errors = page.context["adminform"].form.errors
    assert [line for said in errors.values() for line in said] == [told]
    assert current_revision() == before


def test_name_that_papers_and_citations_use_stays(as_curator: Client) -> None:
    source = SourceFactory.create()
    correct(as_curator, source, slug="other", title="Other")
    assert Source.objects.get(pk=source.pk).slug == source.slug
    assert Source.objects.get(pk=source.pk).title == "Other"


@every_fact
def test_curator_deletes_nothing(as_curator: Client, model: type[Model]) -> None:
    record = some(model)
    assert as_curator.post(page_of(record, "delete"), {"post": "yes"}).status_code == 403
    act = {"action": "delete_selected", "_selected_action": [record.pk], "post": "yes"}
    as_curator.post(list_of(model), act)
    assert model._default_manager.filter(pk=record.pk).exists()


@pytest.mark.parametrize("by_action", [False, True])
def test_deletion_by_a_superuser_is_a_new_revision(
    as_superuser: Client, *, by_action: bool
) -> None:
    seat, before = SeatFactory.create(), current_revision()
    if by_action:
        act = {"action": "delete_selected", "_selected_action": [seat.pk], "post": "yes"}
        as_superuser.post(list_of(Seat), act)
    else:
        as_superuser.post(page_of(seat, "delete"), {"post": "yes"})
    assert not Seat.objects.filter(pk=seat.pk).exists()
    assert current_revision() != before


def test_no_source_is_ever_deleted(as_superuser: Client) -> None:
    source = SourceFactory.create()
    assert as_superuser.post(page_of(source, "delete"), {"post": "yes"}).status_code == 403


@pytest.mark.parametrize(
    "query",
    ["name__regex=(a%2B)%2B%24", "name__contains=%00", "slug__startswith=a", "number__range=1",
     "launched_at__year=9999999", "spacecraft__family__exact=%00"],
)  # fmt: skip
def test_lists_are_filtered_by_their_filters_alone(as_curator: Client, query: str) -> None:
    """A regular expression in the address may keep a worker busy for good."""
    page = as_curator.get(f"/admin/quizzes/mission/?{query}")
    assert page.status_code in (302, 400)


@pytest.mark.parametrize(
    "query", ["spacecraft__family=Soyuz", "flight_class__exact=orbital", "launched_at__year=2016"]
)
def test_lists_are_filtered(as_curator: Client, query: str) -> None:
    assert as_curator.get(f"/admin/quizzes/mission/?{query}").status_code == 200


@pytest.mark.parametrize(
    "provenance",
    ["[" * 20_000 + "]" * 20_000, '{"name": ' + "9" * 6000 + "}", '"\\ud800"'],
    ids=["nested too deeply", "a huge number", "half a character"],
)
def test_provenance_that_cannot_be_kept_is_refused(
    as_curator: Client, loaded_facts: object, provenance: str
) -> None:
    person = Person.objects.get(slug="yuri-gagarin")
    page = correct(as_curator, person, provenance=provenance)
    assert page.status_code == 200
    assert page.context["adminform"].form.errors["provenance"]
