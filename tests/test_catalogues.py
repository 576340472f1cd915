"""Catalogues: as many messages as the code has, each translated, each with what goes into it."""

import gettext
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Final, TypeAlias

import polib
import pytest
from django.conf import settings
from django.utils.translation import override
from markupsafe import Markup

from quizzes.catalogue import readers_catalogue
from quizzes.facts.regions import REGIONS
from quizzes.items import vocabulary
from quizzes.items.text import text
from quizzes.management.catalogues import compile_catalogues, native_names
from tests import fixture_files
from tests.fixture_files import read_fields

ROOT: Final = Path(settings.BASE_DIR)
LANGUAGES: Final = [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
PEOPLE: Final = fixture_files.FOLDER / "people.json"
PERCENT: Final = re.compile(r"%\((\w+)\)[a-z]|%%")
TAG: Final = re.compile(r"</?[a-z][^>]*>")

Message: TypeAlias = tuple[str, str, str]
"""Its context, the message, and its plural."""

every_language = pytest.mark.parametrize("language", LANGUAGES)


def catalogue(language: str, root: Path = ROOT) -> polib.POFile:
    held: polib.POFile = polib.pofile(str(root / "locale" / language / "LC_MESSAGES/django.po"))
    return held


def messages(held: polib.POFile) -> set[Message]:
    return {(e.msgctxt or "", e.msgid, e.msgid_plural) for e in held if not e.obsolete}


@pytest.fixture(scope="module")
def renewed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the code, with its catalogues brought up to date."""
    root = tmp_path_factory.mktemp("renewed")
    for name in ("quizzes", "spacequiz", "templates", "locale"):
        unread = shutil.ignore_patterns("__pycache__", "static", "*.mo")
        shutil.copytree(ROOT / name, root / name, ignore=unread)
    shutil.copy(ROOT / "manage.py", root)
    (root / "var").mkdir()
    command = [sys.executable, "manage.py", "makemessages", "--verbosity=0"]
    key = {"SECRET_KEY": settings.SECRET_KEY}
    subprocess.run(  # noqa: S603 -- this Python, and our own code
        command, cwd=root, env={**os.environ, **key}, check=True, timeout=120
    )
    return root


@every_language
def test_catalogue_has_the_messages_of_the_code(language: str, renewed: Path) -> None:
    """When this fails, run ``make messages`` and translate what is new."""
    now, then = messages(catalogue(language, renewed)), messages(catalogue(language))
    assert (sorted(now - then), sorted(then - now)) == ([], [])


@every_language
def test_every_message_is_translated(language: str) -> None:
    held = catalogue(language)
    missing = [e.msgid for e in held if not e.obsolete and (e.fuzzy or not e.translated())]
    assert missing[:10] == [], f"{len(missing)} of {len(held)}"


@every_language
def test_translations_have_what_goes_into_them(language: str) -> None:
    numbers = plurals(language)
    wrong = [
        f"{entry.msgid!r}: {form!r}"
        for entry in catalogue(language)
        for form, allowed in forms(entry, numbers)
        if form and not any(shape(form) == shape(message) for message in allowed)
    ]
    assert wrong == [], "\n".join(wrong)


def forms(entry: polib.POEntry, numbers: list[int]) -> Iterator[tuple[str, list[str]]]:
    """Each form of a translation, with the messages of which one has the same parameters. A form
    for one number only may leave it out where the message does."""
    if not entry.msgid_plural:
        yield entry.msgstr, [entry.msgid]
        return
    for index, form in entry.msgstr_plural.items():
        is_of_one = numbers[index] <= 1
        yield form, [entry.msgid, entry.msgid_plural] if is_of_one else [entry.msgid_plural]


def plurals(language: str) -> list[int]:
    """For each form of the language, how many of the numbers below 1000 take it."""
    header = catalogue(language).metadata["Plural-Forms"]
    found = re.fullmatch(r"nplurals=(\d+); *plural=(.*?);?", header)
    assert found, header
    form_of = gettext.c2py(found[2])
    counts = Counter(form_of(number) for number in range(1000))
    return [counts[index] for index in range(int(found[1]))]


def shape(message: str) -> tuple[set[str], set[str], Counter[str]]:
    """What a message shows, as ``{name}`` and as ``%(name)s``, and its markup."""
    fields = {name for _text, name, _form, _conversion in Formatter().parse(message) if name}
    return fields, {found[0] for found in PERCENT.finditer(message)}, Counter(TAG.findall(message))


# The checks themselves ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "translation",
    ["{nombre} a las {fecha}", "{name}", "{name} <b>{date}</b>", "{name} {date} %(date)s"],
)
def test_another_shape_is_noticed(translation: str) -> None:
    assert shape("{name} on {date}") != shape(translation)
    assert shape("{name} on {date}") == shape("{date}: {name}, {name}")


def test_plural_forms_are_counted() -> None:
    assert plurals("ru") == [90, 270, 640]
    assert plurals("es") == [1, 999]


def test_compiling_leaves_out_what_is_missing_or_doubtful(tmp_path: Path) -> None:
    held = polib.POFile()
    held.metadata = {"Content-Type": "text/plain; charset=utf-8"}
    held.append(polib.POEntry(msgid="yes", msgstr="да"))
    held.append(polib.POEntry(msgid="perhaps", msgstr="нет", flags=["fuzzy"]))
    held.append(polib.POEntry(msgid="no"))
    folder = tmp_path / "ru" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    held.save(str(folder / "django.po"))

    people = tmp_path / "people.json"
    people.write_text("[]")

    assert [path.name for path in compile_catalogues(tmp_path, people)] == ["django.po"]
    assert list(compile_catalogues(tmp_path, people)) == []

    with (folder / "django.mo").open("rb") as compiled:
        russian = gettext.GNUTranslations(compiled)
    assert [russian.gettext(message) for message in ("yes", "perhaps", "no")] == [
        "да", "perhaps", "no",
    ]  # fmt: skip


# Names in the facts -------------------------------------------------------------------------------


def test_names_of_closed_lists_are_messages() -> None:
    """When this fails, a fact has a name that no catalogue can translate: add it to the list."""
    agencies = read_fields("agencies")
    used = {name for one in agencies for name in (one["country"], *one.get("countries", ()))}
    for file in ("people", "stations", "sites", "spacecraft", "seats"):
        used |= {one.get("nationality") or one.get("country") for one in read_fields(file)}
    used |= {one["landing_country"] for one in read_fields("missions") if "landing_country" in one}
    assert used - {None, ""} - {*vocabulary.COUNTRIES} == set()
    assert set(REGIONS) - {*vocabulary.COUNTRIES, *vocabulary.REGIONS} == set()
    assert {one["name"] for one in read_fields("sites")} - {*vocabulary.SITES} == set()
    assert {one["name"] for one in read_fields("stations")} - {*vocabulary.STATIONS} == set()
    own = [one for one in agencies if one["kind"] != "company"]
    called = {one[field] for one in own for field in ("name", "short_name")}
    assert called - {*vocabulary.AGENCIES} == set()


def test_people_are_called_in_their_own_language_as_the_facts_have_it() -> None:
    names = native_names(PEOPLE, "ru")
    assert names["Yuri Gagarin"] == "Юрий Гагарин"
    assert names["Aleksandr Pavlovich Aleksandrov"] == "Александр Павлович Александров"
    assert "Aleksandr Panayotov Aleksandrov" not in names  # whose own language is Bulgarian
    assert "Neil Armstrong" not in names
    assert native_names(PEOPLE, "es") == {}


def test_no_two_people_are_called_the_same() -> None:
    names = native_names(PEOPLE, "ru")
    assert len(set(names.values())) == len(names)


def test_names_come_into_the_catalogue_and_leave_texts_as_they_are() -> None:
    told = text("{person} commanded {mission}.", person="Yuri Gagarin", mission="Vostok 1")
    assert told.render() == "Yuri Gagarin commanded Vostok 1."
    with override("ru"):
        assert "Юрий Гагарин" in told.render(readers_catalogue())


def test_name_is_never_markup_and_markup_never_looked_up() -> None:
    def shout(message: str, _plural: str, _count: int | None) -> str:
        return Markup(message if "{" in message else message.upper())  # noqa: S704 (made up)

    told = text("{person} of {agency}", person="<i>", agency=Markup("<b>x</b>"))
    assert told.render(shout) == "&lt;I&gt; of <b>x</b>"
