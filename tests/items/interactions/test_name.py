"""Name: who is meant by what was written."""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from quizzes.facts.base import FactBase
from quizzes.facts.records import Person
from quizzes.items.composers.name import name_of
from quizzes.items.generate import Generator
from quizzes.items.interactions import INTERACTIONS
from quizzes.items.interactions.base import Again, Given, Problem
from quizzes.items.interactions.name import who
from quizzes.items.item import Interaction, Item
from quizzes.items.kinds import KIND_BY_SLUG, KINDS
from quizzes.items.kinds.base import resolve
from quizzes.items.seeds import Draw
from quizzes.items.transliteration import latin
from tests.items.interactions.making import make, tokens_of, worth, worth_of_form
from tests.items.oracle import ORACLES
from tests.items.oracle.rows import Rows

NAME = INTERACTIONS[Interaction.NAME]
PEOPLE: Final[Sequence[tuple[str, list[str], str]]] = (
    ("Neil Armstrong", ["Neil A. Armstrong", "Neil Alden Armstrong"], "Armstrong"),
    ("Sally Ride", [], "Ride"),
    ("Frank De Winne", [], "De Winne"),
    ("Franklin Chang-Díaz", [], "Chang-Díaz"),
    ("Mark Kelly", [], "Kelly"),
    ("Scott Kelly", [], "Kelly"),
    ("Dennis Tito", [], "Tito"),
    ("Gherman Titov", ["German Titov"], "Titov"),
    ("Valery Fyodorovich Bykovsky", [], "Bykovsky"),
)


def person(name: str, aliases: list[str], family: str, native: str = "") -> Person:
    slug = name.lower().replace(" ", "-")
    return Person(
        slug=slug, provenance={}, name=name, family_name=family, aliases=tuple(aliases),
        native_name=native,
    )  # fmt: skip


def who_is(*right: str) -> Item:
    """An item after these, of whom all the others know the name too."""
    rights = [name in right for name, _, _ in PEOPLE]
    names = tuple(name_of(person(*one)) for one in PEOPLE)
    return make(Interaction.NAME, rights, names=names)


def meant(written: str, *right: str) -> str | None:
    """Whom the written name means, told by the name as it is shown here."""
    item = who_is(*right)
    found = NAME.check(written, item)
    assert isinstance(found, Given), found
    assert isinstance(found.value, dict)
    index = found.value["option"]
    return item.names[index].shown if isinstance(index, int) else None


# Spellings ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "written",
    [
        "Neil Armstrong", "neil armstrong", "NEIL ARMSTRONG", "  Neil   Armstrong ", "Armstrong",
        "Armstrong Neil", "Armstrong, Neil", "Neil Alden Armstrong", "Neil A. Armstrong",
        "N. Armstrong", "N Armstrong", "Armstrong N.", "N. A. Armstrong", "N.A. Armstrong",
        "Néil Ärmstrong", "Neil\u200bArmstrong",
    ],
)  # fmt: skip
def test_case_accents_order_and_initials_do_not_matter(written: str) -> None:
    assert meant(written, "Neil Armstrong") == "Neil Armstrong"
    assert worth(who_is("Neil Armstrong"), written) == 1


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Franklin Chang Diaz", "Franklin Chang-Díaz"), ("Chang-Diaz", "Franklin Chang-Díaz"),
        ("F. Chang-Díaz", "Franklin Chang-Díaz"), ("De Winne", "Frank De Winne"),
        ("de winne frank", "Frank De Winne"), ("F. De Winne", "Frank De Winne"),
        ("German Titov", "Gherman Titov"), ("V. Bykovsky", "Valery Fyodorovich Bykovsky"),
        ("V. F. Bykovsky", "Valery Fyodorovich Bykovsky"),
    ],
)  # fmt: skip
def test_a_family_name_of_two_words_and_an_alias_are_names_like_others(
    written: str, name: str
) -> None:
    assert meant(written, name) == name


@pytest.mark.parametrize(
    "written",
    ["Niel Armstrong", "Neil Armstong", "Neal Armstrong", "Armstrnog", "Amstrong",
     "Armstrnog Neil", "Armstrnog Neil Alden"],
)  # fmt: skip
def test_a_misspelling_is_accepted_and_shown_as_it_is_spelt(written: str) -> None:
    item = who_is("Neil Armstrong")
    found = NAME.check(written, item)
    assert isinstance(found, Given)
    assert NAME.grade(item, found.value) == 1
    assert NAME.said(item, found.value).render() == "Neil Armstrong"
    assert found.value == {"text": written, "option": 0}


@pytest.mark.parametrize(
    "written",
    ["Rid", "Rode", "Selly Rade", "Neil A.", "Neil Neil Armstrong",
     "Buzz Aldrin", "Neil", "A", "N.", "N. A.", "B. Armstrong", "Louis Armstrong",
     "Xyz", "Arm", "Neil Armstrong and Sally Ride", "Armstrong Armstrong", "Жук", "阿姆斯特朗"],
)  # fmt: skip
def test_what_is_nobodys_name_is_a_response_and_wrong(written: str) -> None:
    """No slip is forgiven in four letters; a first name, or an initial of somebody else, is not
    enough."""
    item = who_is("Neil Armstrong", "Sally Ride")
    found = NAME.check(written, item)
    assert isinstance(found, Given)
    assert NAME.grade(item, found.value) == 0
    assert NAME.said(item, found.value).render() == written


def test_a_name_that_is_near_but_somebody_elses_is_somebody_elses() -> None:
    assert meant("Titov", "Dennis Tito") == "Gherman Titov"
    assert meant("Tito", "Gherman Titov") == "Dennis Tito"
    assert worth(who_is("Dennis Tito"), "Titov") == 0


def test_a_name_that_is_as_near_to_two_asks_which() -> None:
    assert worth(who_is("Mark Kelly"), "Kellly") is Problem.WHICH_ONE


# Other letters --------------------------------------------------------------------------------

COSMONAUTS: Final[Sequence[tuple[str, list[str], str, str]]] = (
    ("Yuri Gagarin", [], "Gagarin", "Юрий Алексеевич Гагарин"),
    ("Aleksandr Panayotov Aleksandrov", [], "Aleksandrov", "Александър Панайотов Александров"),
    ("Aleksandr Pavlovich Aleksandrov", [], "Aleksandrov", "Александр Павлович Александров"),
    ("Lev Dyomin", [], "Dyomin", "Лев Степанович Дёмин"),
    ("Yulia Peresild", [], "Peresild", ""),
    ("Sergey Kud-Sverchkov", [], "Kud-Sverchkov", ""),
    ("Yury Aleksandrov", [], "Aleksandrov", ""),
    ("Neil Armstrong", ["Neil Alden Armstrong"], "Armstrong", ""),
    ("Jean-Loup Chrétien", [], "Chrétien", ""),
    ("Yang Liwei", [], "Yang", "杨利伟"),
    ("Gherman Titov", [], "Titov", "Герман Степанович Титов"),
    ("Dennis Tito", [], "Tito", ""),
)


def who_of_all(*right: str) -> Item:
    rights = [name in right for name, *_ in COSMONAUTS]
    names = tuple(name_of(person(*one)) for one in COSMONAUTS)
    return make(Interaction.NAME, rights, names=names)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Гагарин", "Yuri Gagarin"), ("Юрий Гагарин", "Yuri Gagarin"),
        ("гагарин ю.", "Yuri Gagarin"), ("Ю. А. Гагарин", "Yuri Gagarin"),
        ("ГАГАРИН ЮРИЙ АЛЕКСЕЕВИЧ", "Yuri Gagarin"), ("Юрий Гогарин", "Yuri Gagarin"),
        ("Гагарін", "Yuri Gagarin"), ("Gagarin", "Yuri Gagarin"), ("Yuriy Gagarin", "Yuri Gagarin"),
        ("Демин", "Lev Dyomin"), ("Дёмин", "Lev Dyomin"), ("Дёмин Л. С.", "Lev Dyomin"),
        ("Пересильд", "Yulia Peresild"), ("Юлия Пересильд", "Yulia Peresild"),
        ("Пересильд Ю.", "Yulia Peresild"), ("Ю Пересилд", "Yulia Peresild"),
        ("Кудь-Сверчков", "Sergey Kud-Sverchkov"), ("С. Кудь-Сверчков", "Sergey Kud-Sverchkov"),
        ("Армстронг", "Neil Armstrong"), ("Нил Армстронг", "Neil Armstrong"),
        ("Титов", "Gherman Titov"), ("Тито", "Dennis Tito"),
        ("chretien", "Jean-Loup Chrétien"), ("Chrétien", "Jean-Loup Chrétien"),
        ("Jean Loup Chretien", "Jean-Loup Chrétien"), ("Кретьен", None),
        ("Yang Liwei", "Yang Liwei"), ("Liwei Yang", "Yang Liwei"), ("杨利伟", "Yang Liwei"),
        ("Л. Гагарин", None), ("Юрий", None), ("Алексеевич", None), ("Жук", None), ("ъ", None),
    ],
)  # fmt: skip
def test_a_name_may_be_in_its_own_letters_or_in_cyrillic(written: str, name: str | None) -> None:
    for right in {name or "Yuri Gagarin", "Yang Liwei"}:
        item = who_of_all(right)
        found = NAME.check(written, item)
        assert isinstance(found, Given), found
        assert isinstance(found.value, dict)
        index = found.value["option"]
        assert (item.names[index].shown if isinstance(index, int) else None) == name
        assert NAME.grade(item, found.value) == float(right == name)


def test_in_cyrillic_a_name_of_several_asks_which_of_all_of_them() -> None:
    """Also of those whose name only the letters tell."""
    item = who_of_all("Aleksandr Pavlovich Aleksandrov")
    again = NAME.read({"name": ["Александров"]}, item, tokens_of(item))
    assert again == Again(Problem.WHICH_ONE, {"text": "Александров", "which": [1, 2, 6]})
    assert worth_of_form(item, name="Александров", which="t2") == 1
    assert worth(item, "Александр Павлович Александров") == 1
    assert worth(item, "Александров А. П.") is Problem.WHICH_ONE
    assert worth(item, "Ю. Александров") == 0


@pytest.mark.parametrize(
    ("cyrillic", "letters"),
    [
        ("Елисеев", "yeliseyev"), ("Соловьёв", "solovyov"), ("Зубрицкий", "zubritsky"),
        ("Полещук", "poleshchuk"), ("Джанибеков", "dzhanibekov"), ("Волынов", "volynov"),
        ("Андриян Николаев", "andriyan nikolayev"), ("Мұсабаев", "musabayev"),
        ("Щ. Ю. Х.", "s. y. k."), ("Каденюк", "kadenyuk"), ("Neil Жук", "neil zhuk"),
        ("Chrétien", "Chrétien"), ("杨", "杨"), ("", ""),
    ],
)  # fmt: skip
def test_cyrillic_in_latin_letters(cyrillic: str, letters: str) -> None:
    assert latin(cyrillic) == letters


@given(st.text(st.characters() | st.sampled_from("ЁёЙйЪъЩщЄЇҐ ̆.-")))
def test_any_text_has_latin_letters_and_is_not_much_longer(written: str) -> None:
    assert len(latin(written)) <= 4 * len(unicodedata.normalize("NFC", written).casefold())
    item = who_of_all("Yuri Gagarin")
    assert worth(item, written) in (0, 1, Problem.NOTHING_CHOSEN, Problem.TOO_LONG)


# Several of a name ----------------------------------------------------------------------------


def test_a_family_name_of_two_asks_which_and_takes_the_answer() -> None:
    item = who_is("Scott Kelly")
    again = NAME.read({"name": ["Kelly"]}, item, tokens_of(item))
    assert again == Again(Problem.WHICH_ONE, {"text": "Kelly", "which": [4, 5]})
    assert worth_of_form(item, name="Kelly", which="t5") == 1
    assert worth_of_form(item, name="Kelly", which="t4") == 0


@pytest.mark.parametrize("which", ["t0", "x", "\ud800", "more-than-one"])
def test_one_who_does_not_go_by_the_name_is_no_answer(which: str) -> None:
    assert worth_of_form(who_is("Scott Kelly"), name="Kelly", which=which) is Problem.WHICH_ONE


def test_whom_one_picks_does_not_replace_what_one_writes() -> None:
    """Else the token of the key would be worth all without a name."""
    assert worth_of_form(who_is("Scott Kelly"), name="Neil Armstrong", which="t5") == 0


def test_a_name_is_not_asked_twice_where_all_or_none_of_its_people_are_right() -> None:
    assert worth(who_is("Mark Kelly", "Scott Kelly"), "Kelly") == 1
    assert worth(who_is("Neil Armstrong"), "Kelly") == 0


def test_every_cosmonaut_is_recognised_in_the_letters_of_their_own_language(
    generator: Generator,
) -> None:
    """Alone in the item: nobody else of the facts goes by more of the name."""
    everybody = tuple(map(name_of, generator.facts.people.values()))
    missed = [
        (written, found)
        for at, one in enumerate(generator.facts.people.values())
        if one.native_name
        for written in {one.native_name, one.native_name.split()[-1]}
        if at not in (found := who(written, everybody))
    ]
    assert missed == []


# What is no name ------------------------------------------------------------------------------


@pytest.mark.parametrize("written", ["", " ", "…", "-", "\0", "\ud800", "\u202e", "_", "\n\t"])
def test_what_has_no_letter_is_nothing(written: str) -> None:
    assert worth_of_form(who_is("Sally Ride"), name=written) is Problem.NOTHING_CHOSEN


def test_a_name_that_goes_on_and_on_is_refused() -> None:
    assert worth_of_form(who_is("Sally Ride"), name="x" * 80) == 0
    assert worth_of_form(who_is("Sally Ride"), name="x" * 81) is Problem.TOO_LONG
    assert worth_of_form(who_is("Sally Ride"), name="x " * 100_000) is Problem.TOO_LONG


def test_two_names_are_refused() -> None:
    item = who_is("Sally Ride")
    assert worth_of_form(item, name=["Ride", "Ride"]) is Problem.MORE_THAN_ONE
    assert worth_of_form(item, name="Ride", which=["t0", "t1"]) is Problem.MORE_THAN_ONE


@pytest.mark.parametrize("value", [None, 0, True, 1.5, ["Ride"], {"text": "Ride", "option": 1}])
def test_only_a_text_is_a_name(value: object) -> None:
    assert worth(who_is("Sally Ride"), value) is Problem.NOT_A_NAME  # type: ignore[arg-type]


def test_what_is_kept_of_a_name_can_be_stored_and_shown() -> None:
    found = NAME.check("Bob\0 \u202eEdoc\ud800", who_is("Sally Ride"))
    assert found == Given({"text": "Bob Edoc", "option": None})


# Real people ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "mission", "written", "which"),
    [
        ("person-aboard", "soyuz-tma-16m", "Kelly",
         {"Scott Kelly", "Mark Kelly", "James M. Kelly"}),
        ("person-aboard", "sts-134", "Johnson", {"Gregory H. Johnson", "Gregory C. Johnson"}),
        ("person-aboard", "sts-134", "Gregory Johnson",
         {"Gregory H. Johnson", "Gregory C. Johnson"}),
        ("commander-of-mission", "soyuz-tma-12", "Volkov",
         {"Sergey Volkov", "Vladislav Volkov", "Alexander Volkov"}),
        ("person-aboard", "soyuz-tm-5", "Aleksandrov",
         {"Aleksandr Panayotov Aleksandrov", "Aleksandr Pavlovich Aleksandrov"}),
    ],
)  # fmt: skip
def test_an_ambiguous_name_asks_which_of_those_who_go_by_it(
    kind: str, mission: str, written: str, which: set[str], generator: Generator
) -> None:
    subject = resolve(f"mission:{mission}", generator.facts)
    assert subject is not None
    way = Interaction.NAME
    item = generator.item(KIND_BY_SLUG[kind], subject, Draw("which"), None, way)
    assert isinstance(item, Item)
    again = NAME.check(written, item)
    assert isinstance(again, Again)
    assert again.problem is Problem.WHICH_ONE
    assert isinstance(again.held, dict)
    asked = again.held["which"]
    assert isinstance(asked, list)
    assert {item.names[at].shown for at in asked if isinstance(at, int)} >= which


def test_nobody_is_taken_for_somebody_else_whose_name_is_near(
    generator: Generator, rows: Rows
) -> None:
    """For each kind: of all people with a name within three letters of one who is right, by each
    of their names: graded right only where the oracle says so, or where the right one goes by it
    as well."""
    taken = [
        (item.stem.render(), written)
        for item in one_for_each_right(generator)
        for other, written in those_near(item, generator.facts)
        if worth(item, written) == 1
        and not ORACLES[item.kind](rows, item.subject.partition(":")[2], other.slug)
        and not goes_by(item, written)
    ]
    assert taken == []


def one_for_each_right(generator: Generator) -> Iterator[Item]:
    """Items enough that everybody who is right in any of the first is so in one."""
    for kind in KINDS:
        met: set[str] = set()
        if Interaction.NAME not in kind.interactions:
            continue
        for subject in generator.subjects(kind)[::3]:
            item = generator.item(kind, subject, Draw("near"), None, Interaction.NAME)
            if isinstance(item, Item) and not met.issuperset(option.ref for option in item.keys):
                met |= {option.ref for option in item.keys}
                yield item


def those_near(item: Item, facts: FactBase) -> Iterator[tuple[Person, str]]:
    """Others, and those of their names that are within three letters of a right one's."""
    right = {option.ref.partition(":")[2] for option in item.keys}
    spellings = [
        name.lower() for slug in right
        for name in (facts.people[slug].name, facts.people[slug].family_name)
    ]  # fmt: skip
    for other in facts.people.values():
        for written in (other.name, other.family_name, *other.aliases):
            if other.slug not in right and any(
                Levenshtein.distance(written.lower(), one, score_cutoff=3) <= 3 for one in spellings
            ):
                yield other, written


def goes_by(item: Item, written: str) -> bool:
    """Whether somebody who is right has that very name."""
    return any(
        written.lower() in (*name.full, *name.family)
        for name, option in zip(item.names, item.options, strict=False)
        if option.is_key
    )


def test_what_somebody_wrote_is_no_message_to_look_up() -> None:
    item, looked_up = who_is("Sally Ride"), list[str]()

    def translate(message: str, plural: str = "", count: int | None = None) -> str:
        looked_up.append(message)
        return message

    said = NAME.said(item, {"text": "{Nobody} %s", "option": None})
    assert said.render(translate) == "{Nobody} %s"
    assert not any("Nobody" in message for message in looked_up)
