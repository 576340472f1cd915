"""Names are found as people type them: in part, in any order, without accents, misspelt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.facts.base import FactBase
from quizzes.items.folding import fold
from quizzes.search import LONGEST_QUERY, MOST_ALIKE, MOST_WORDS, Findings, Index, read


@pytest.fixture(scope="module")
def index(facts: FactBase) -> Index:
    return Index(facts)


@pytest.mark.parametrize(
    ("query", "best"),
    [
        ("Gagarin", "person:yuri-gagarin"),
        ("gagarin yuri", "person:yuri-gagarin"),
        ("YURI GAGARIN", "person:yuri-gagarin"),
        ("Tereshkova Valentina", "person:valentina-tereshkova"),
        ("Chretien", "person:jean-loup-chretien"),
        ("chrétien", "person:jean-loup-chretien"),
        ("Slawosz", "person:slawosz-uznanski-wisniewski"),
        ("terešková", "person:valentina-tereshkova"),
        ("Gagrin", "person:yuri-gagarin"),
        ("Гагарин", "person:yuri-gagarin"),
        ("гагарин юр", "person:yuri-gagarin"),
        ("Крикалев", "person:sergei-krikalev"),
        ("Кикина", "person:anna-kikina"),
        ("Армстронг", "person:neil-armstrong"),
        ("Восток 1", "mission:vostok-1"),
        ("杨利伟", "person:yang-liwei"),
        ("Krikalyov", "person:sergei-krikalev"),
        ("Armstrng", "person:neil-armstrong"),
        ("Soyuz TMA-18M", "mission:soyuz-tma-18m"),
        ("TMA-18M", "mission:soyuz-tma-18m"),
        ("tma18m", "mission:soyuz-tma-18m"),
        ("sts7", "mission:sts-7"),
        ("STS 7", "mission:sts-7"),
        ("Soyuz 1", "mission:soyuz-1"),
        ("apolo 11", "mission:apollo-11"),
        ("Freedom 7", "mission:mercury-redstone-3"),
        ("soyuz", "family:soyuz"),
        ("space shuttle", "family:space-shuttle"),
        ("nasa", "agency:nasa"),
        ("National Aeronautics", "agency:nasa"),
        ("mir", "station:mir"),
        ("iss", "station:iss"),
        ("skylab", "station:skylab"),
        ("baikonur cosmodrome", "site:baikonur-cosmodrome"),
        ("Kazakhstan", "region:kazakhstan"),
    ],
)
def test_best_of_what_a_query_finds(index: Index, query: str, best: str) -> None:
    findings = index.search(query)
    assert (*findings.named, *findings.alike)[0] == best


def test_all_words_are_of_one_name(index: Index) -> None:
    assert index.search("Gagarin Apollo") == Findings()


def test_both_of_a_name_are_found(index: Index) -> None:
    assert set(index.search("Aleksandrov").named) >= {
        "person:aleksandr-panayotov-aleksandrov",
        "person:aleksandr-pavlovich-aleksandrov",
    }
    assert set(index.search("johnson").named) == {
        "person:gregory-c-johnson",
        "person:gregory-h-johnson",
    }


def test_names_come_before_those_spelt_alike(index: Index) -> None:
    findings = index.search("Kelly")
    assert "person:scott-kelly" in findings.named
    assert set(findings.named).isdisjoint(findings.alike)


def test_whole_name_comes_before_one_that_only_begins_so(index: Index) -> None:
    named = index.search("Soyuz 1").named
    assert named.index("mission:soyuz-1") < named.index("mission:soyuz-10")


def test_numbers_are_never_spelt_alike(index: Index) -> None:
    assert index.search("STS-1357") == Findings()


def test_short_words_are_never_spelt_alike(index: Index) -> None:
    assert index.search("nsa").alike == ()


def test_few_are_spelt_alike(index: Index) -> None:
    assert all(len(index.search(name).alike) <= MOST_ALIKE for name in ("aleksandr", "sergey"))


@pytest.mark.parametrize("query", ["", " ", "\0", ".*", "(((", "☃", "-", "'\"", "%"])
def test_nothing_to_look_for_finds_nothing(index: Index, query: str) -> None:
    assert index.search(query) == Findings()
    assert len(Findings()) == 0


@pytest.mark.parametrize("query", ["שלום", "Щщщ", "加加林", "xyzzy"])
def test_what_has_no_such_name_finds_nothing(index: Index, query: str) -> None:
    assert index.search(query) == Findings()


def test_only_the_first_words_are_read(index: Index) -> None:
    assert len(read("a b c d e f g h i j")) == MOST_WORDS
    assert read("gagarin gagarin") == ["gagarin"]
    assert max(map(len, read("ﷺ" * 10_000))) <= LONGEST_QUERY


@given(st.text(max_size=200))
def test_any_text_is_a_query(index: Index, query: str) -> None:
    findings = index.search(query)
    assert len(set(findings.named) | set(findings.alike)) == len(findings)


def test_every_record_is_found_by_its_name(index: Index, facts: FactBase) -> None:
    for table in (facts.missions, facts.people, facts.stations):
        for record in table.values():
            slug = record.slug
            found = index.search(record.name).named
            assert any(reference.endswith(f":{slug}") for reference in found), slug


def test_what_somebody_looks_for_is_not_kept() -> None:
    held = fold.cache_info().misses
    assert read("Nobody Ever Looked for This") != []
    assert fold.cache_info().misses == held
