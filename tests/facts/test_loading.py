"""From the fixture files into the database, and back."""

import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from time import process_time
from typing import Any, Final

import pytest
from django.core.management import CommandError, call_command
from django.db import models as orm

from quizzes import models
from quizzes.facts.base import FactBase
from quizzes.management.commands import loadfacts
from quizzes.queries.facts import current_revision, facts_digest, load_records
from tests.fixture_files import FOLDER, NAMES, read_fields, read_records
from tests.starting_database import FACTS

MODELS: Final[dict[str, type[orm.Model]]] = {
    "sources": models.Source,
    "agencies": models.Agency,
    "people": models.Person,
    "spacecraft": models.Spacecraft,
    "stations": models.Station,
    "sites": models.Site,
    "missions": models.Mission,
    "seats": models.Seat,
    "spacewalks": models.Spacewalk,
}


def run(command: str, *arguments: str, **options: object) -> str:
    """What ``manage.py command`` prints."""
    printed = StringIO()
    call_command(command, *arguments, stdout=printed, **options)
    return printed.getvalue()


def load(*fixtures: str | Path) -> str:
    return run("loaddata", *map(str, fixtures))


def dump(name: str) -> str:
    label = MODELS[name]._meta.label
    return run("dumpdata", label, natural_foreign=True, natural_primary=True)


def on_file(name: str) -> str:
    return (FOLDER / f"{name}.json").read_text(encoding="utf-8")


# All of it --------------------------------------------------------------------------------------


def test_an_empty_database_takes_all_fixtures_in_time(no_facts: None) -> None:
    started = process_time()  # rather than the clock's, which tells how busy the machine is
    printed = load(*NAMES)

    assert process_time() - started < 15
    assert printed == "Installed 3337 object(s) from 9 fixture(s)\n"
    assert {name: MODELS[name]._default_manager.count() for name in NAMES} == {
        name: len(read_fields(name)) for name in NAMES
    }
    assert current_revision() == facts_digest(read_records())


def test_loadfacts_loads_the_same_and_leaves_facts_alone(loaded_facts: FactBase) -> None:
    assert loadfacts.FIXTURES == NAMES
    assert run("loadfacts") == "The facts are loaded.\n"


def test_a_second_time_changes_nothing(loaded_facts: FactBase) -> None:
    before = {model: list(model._default_manager.order_by("pk").values()) for model in FACTS}

    load(*NAMES)

    after = {model: list(model._default_manager.order_by("pk").values()) for model in FACTS}
    assert after == before


@pytest.mark.parametrize("name", NAMES)
def test_what_is_dumped_is_the_file_byte_for_byte(loaded_facts: FactBase, name: str) -> None:
    assert dump(name) == on_file(name)


def test_the_database_says_what_the_files_say(loaded_facts: FactBase) -> None:
    assert facts_digest(load_records()) == facts_digest(read_records())


# Corrections ------------------------------------------------------------------------------------


def write(folder: Path, name: str, records: list[dict[str, Any]]) -> Path:
    """A fixture file with ``records``, as ``fixtures/{name}.json`` would hold them."""
    path = folder / f"{name}.json"
    model = MODELS[name]._meta.label_lower
    path.write_text(
        json.dumps([{"model": model, "fields": fields} for fields in records]), encoding="utf-8"
    )
    return path


def record(name: str, slug: str) -> dict[str, Any]:
    """The fields of one record of a fixture."""
    return next(fields for fields in read_fields(name) if fields["slug"] == slug)


def test_a_corrected_value_replaces_the_old_one(loaded_facts: FactBase, tmp_path: Path) -> None:
    fields = record("missions", "vostok-1") | {"orbits": 1.1}
    before = current_revision()

    load(write(tmp_path, "missions", [fields]))

    assert models.Mission.objects.get(slug="vostok-1").orbits == 1.1
    assert models.Mission.objects.count() == 417
    assert current_revision() != before


@pytest.mark.parametrize(("field", "empty"), [("note", ""), ("orbits", None)])
def test_a_value_taken_out_of_a_fixture_is_taken_out_of_the_database(
    loaded_facts: FactBase, tmp_path: Path, field: str, empty: object
) -> None:
    fields = record("missions", "vostok-1")
    del fields[field]

    load(write(tmp_path, "missions", [fields]))

    assert getattr(models.Mission.objects.get(slug="vostok-1"), field) == empty


def test_a_list_taken_out_of_a_fixture_is_taken_out_of_the_database(
    loaded_facts: FactBase, tmp_path: Path
) -> None:
    fields = record("missions", "soyuz-tma-18m")
    del fields["stations"]

    load(write(tmp_path, "missions", [fields]))

    assert list(models.Mission.objects.get(slug="soyuz-tma-18m").stations.all()) == []


def test_zero_is_written_and_what_is_empty_is_not(loaded_facts: FactBase) -> None:
    (soyuz_32,) = (line for line in dump("missions").splitlines() if '"slug": "soyuz-32"' in line)

    assert '"crew_down": 0' in soyuz_32
    assert '"fatal"' not in soyuz_32


# Broken files -----------------------------------------------------------------------------------

Breaker = Callable[[dict[str, Any]], object]


def broken(name: str, slug: str, breaker: Breaker) -> tuple[str, str, Breaker]:
    return name, slug, breaker


BROKEN: Final = {
    "an unknown key": (
        broken("missions", "vostok-1", lambda fields: fields.update(rocket="R-7")),
        "Mission has no field named 'rocket'",
    ),
    "a bad date": (
        broken("missions", "vostok-1", lambda fields: fields.update(landed_at="1961-04-31")),
        "“1961-04-31” value has the correct format (YYYY-MM-DD) but it is an invalid date",
    ),
    "a bad day of birth": (
        broken("people", "yuri-gagarin", lambda fields: fields.update(born_on="long ago")),
        "“long ago” value has an invalid date format",
    ),
    "no name": (
        broken("people", "yuri-gagarin", lambda fields: fields.pop("name")),
        "name: This field cannot be blank.",
    ),
    "a word that is not in the list": (
        broken("missions", "vostok-1", lambda fields: fields.update(outcome="splendid")),
        "outcome: Value 'splendid' is not a valid choice.",
    ),
    "a role that there is not": (
        broken("seats", "yuri-gagarin_vostok-1", lambda fields: fields.update(role="comander")),
        "role: Value 'comander' is not a valid choice.",
    ),
    "a point that is not on the compass": (
        broken("missions", "vostok-1", lambda fields: fields.update(landing_direction="XX")),
        "landing_direction: Value 'XX' is not a valid choice.",
    ),
    "a time without its zone": (
        broken("missions", "vostok-1", lambda f: f.update(landed_at="1961-04-12T07:55:00")),
        "landed_at: “1961-04-12T07:55:00” has no zone: write UTC with a Z",
    ),
    "a place off the Earth": (
        broken("missions", "vostok-1", lambda fields: fields.update(lat=91)),
        "lat: Ensure this value is less than or equal to 90.",
    ),
    "a seat on a flight that does not exist": (
        broken("seats", "yuri-gagarin_vostok-1", lambda fields: fields.update(up=["vostok-9"])),
        "Mission matching query does not exist.: (quizzes.seat:pk=None) field_value was '['v",
    ),
    "an operator that does not exist": (
        broken("missions", "vostok-1", lambda fields: fields.update(operators=[["acme"]])),
        "Agency matching query does not exist.",
    ),
    "a citation without a day": (
        broken(
            "people",
            "yuri-gagarin",
            lambda fields: fields.update(provenance={"born_on": ["gcat"]}),
        ),
        "provenance: Provenance of born_on: “gcat” is not source@YYYY-MM-DD.",
    ),
    "a citation of a day that there is not": (
        broken(
            "people",
            "yuri-gagarin",
            lambda fields: fields.update(provenance={"born_on": ["gcat@2024-02-30"]}),
        ),
        "provenance: Provenance of born_on: “gcat@2024-02-30” is not source@YYYY-MM-DD.",
    ),
    "a citation of a source that there is not": (
        broken(
            "people",
            "yuri-gagarin",
            lambda fields: fields.update(provenance={"born_on": ["rumour@2024-02-20"]}),
        ),
        "there is no source rumour",
    ),
    "provenance of a field that there is not": (
        broken(
            "people",
            "yuri-gagarin",
            lambda fields: fields.update(provenance={"height": ["gcat@2024-02-20"]}),
        ),
        "There is no field “height” here.",
    ),
    "a dispute about a field that there is not": (
        broken("people", "yuri-gagarin", lambda fields: fields.update(disputed=["height"])),
        "There is no field “height” here.",
    ),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_fixture_is_refused_whole_with_file_and_record(
    loaded_facts: FactBase, tmp_path: Path, what: str
) -> None:
    (name, slug, breaker), message = BROKEN[what]
    fields = record(name, slug)
    breaker(fields)
    corrected = [fields | {"note": "A correction."} for fields in read_fields(name)[10:12]]
    path = write(tmp_path, name, [*corrected, fields])

    with pytest.raises(CommandError) as refused:
        load(path)

    model = MODELS[name]
    told = str(refused.value)
    expected = f"record 3 ({model._meta.label_lower} {slug}): "
    assert told.startswith(f"Problem installing fixture '{path}': {expected}")
    assert message in told
    assert not model._default_manager.filter(note="A correction.").exists()


def test_nothing_is_left_of_the_files_before_a_broken_one(no_facts: None, tmp_path: Path) -> None:
    (name, slug, breaker), _ = BROKEN["a seat on a flight that does not exist"]
    fields = record(name, slug)
    breaker(fields)

    with pytest.raises(CommandError):
        load(*NAMES[: NAMES.index(name)], write(tmp_path, name, [fields]))

    assert [model.__name__ for model in FACTS if model._default_manager.exists()] == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[{"model": "quizzes.source",', "this is not JSON: Expecting property name"),
        ("{}", "this is not a list of records"),
        (
            '[{"model": "quizzes.source", "fields": {"slug": "a", "slug": "b"}}]',
            "this is not JSON: the key 'slug' stands twice in one object",
        ),
        (
            '[{"model": "quizzes.source", "fields": {"slug": "a", "read_on": NaN}}]',
            "this is not JSON: NaN is not a number",
        ),
        (
            '[{"model": "quizzes.source", "fields": {"slug": "a"}, "note": 1}]',
            "record 1 (quizzes.source a): there is no key 'note' beside model and fields",
        ),
        ('["vostok-1"]', "record 1 (not an object without a slug): "),
        ('[{"model": "quizzes.rocket", "fields": {}}]', "record 1 (quizzes.rocket without a slug)"),
        ('[{"fields": {"slug": "r-7"}}]', "record 1 (no model r-7): 'model' is missing"),
    ],
)
def test_what_is_no_fixture_at_all_is_refused(
    no_facts: None, tmp_path: Path, text: str, message: str
) -> None:
    path = tmp_path / "sources.json"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(CommandError) as refused:
        load(path)

    assert str(refused.value).startswith(f"Problem installing fixture '{path}': {message}")


def test_a_record_that_comes_twice_is_refused(loaded_facts: FactBase, tmp_path: Path) -> None:
    fields = record("missions", "vostok-1")
    path = write(tmp_path, "missions", [fields, fields | {"orbits": 2.0}])

    with pytest.raises(CommandError, match=r"record 2 .*vostok-1.: it comes twice"):
        load(path)

    assert models.Mission.objects.get(slug="vostok-1").orbits == 1.0


def test_sources_alone_are_no_facts(no_facts: None) -> None:
    load("sources")
    run("loadfacts")
    assert models.Mission.objects.exists()


@pytest.mark.parametrize(
    ("name", "slug", "values", "told"),
    [
        (
            "missions",
            "vostok-1",
            {"landed_at": "1961-04-12T06:06:00Z"},
            ("quizzes.mission Vostok 1: ", "mission_landed_after_launch"),
        ),
        (
            "seats",
            "scott-kelly_soyuz-tma-16m",
            {"role": "commander"},
            ("quizzes.seat scott-kelly_soyuz-tma-16m: ", "seat"),
        ),
    ],
)
def test_what_the_database_refuses_is_told_with_file_and_record(
    loaded_facts: FactBase,
    tmp_path: Path,
    name: str,
    slug: str,
    values: dict[str, Any],
    told: tuple[str, str],
) -> None:
    path = write(tmp_path, name, [record(name, slug) | {"note": "A correction."} | values])

    with pytest.raises(CommandError) as refused:
        load(path)

    assert str(refused.value).startswith(f"Problem installing fixture '{path}': {told[0]}")
    assert told[1] in str(refused.value)
    assert not MODELS[name]._default_manager.filter(note="A correction.").exists()
