"""What a teacher fills in: taken, or refused with what to do."""

import re
import time
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from quizzes.admin.filling import SPARE, widened
from quizzes.items.blueprint import Blueprint
from quizzes.items.item import DEFAULT_TOPICS, Interaction, Topic
from quizzes.items.kinds import KINDS
from quizzes.models import Paper, Quiz
from quizzes.services.papers import paper_for_quiz
from tests.admin.conftest import page_of, quiz_form, sent_by
from tests.factories import NOW, QuizFactory
from tests.starting_database import remove_facts

LONG = "x" * 9000
ADD = "/admin/quizzes/quiz/add/"


def errors_of(client: Client, **changes: Any) -> dict[str, list[str]]:
    """What is said against a form with these changes; no quiz comes of it."""
    page = client.post(ADD, quiz_form(**changes))
    assert page.status_code == 200
    assert not Quiz.objects.exists()
    errors: dict[str, list[str]] = page.context["adminform"].form.errors
    for said in errors.values():
        assert all(str(line) in page.content.decode().replace("&amp;", "&") for line in said)
    return errors


# Taken ----------------------------------------------------------------------------------------


def test_new_form_needs_a_title_and_nothing_more(as_teacher: Client) -> None:
    sent = sent_by(as_teacher.get(ADD).context["adminform"].form)
    assert sent["title"] == ""
    assert as_teacher.post(ADD, {**sent, "title": "Landing day"}).status_code == 302
    quiz = Quiz.objects.get()
    assert quiz.blueprint == Blueprint(DEFAULT_TOPICS, 10)
    assert quiz.seed
    assert not quiz.is_published


def test_no_topic_checked_means_the_usual_ones(as_teacher: Client) -> None:
    as_teacher.post(ADD, quiz_form(topics=None))
    quiz = Quiz.objects.get()
    assert quiz.blueprint.topics == DEFAULT_TOPICS
    assert as_teacher.get(page_of(quiz)).context["adminform"].form["topics"].value() == []


def test_topics_that_were_chosen_are_checked(as_teacher: Client, teacher: User) -> None:
    quiz = QuizFactory.create(owner=teacher, topics=["crews"])
    assert as_teacher.get(page_of(quiz)).context["adminform"].form["topics"].value() == ["crews"]


def test_saved_quiz_leads_to_its_questions(as_teacher: Client) -> None:
    page = as_teacher.post(ADD, quiz_form(_save="Save"))
    assert page["Location"] == page_of(Quiz.objects.get(), "preview")


def test_limits_are_kept(as_teacher: Client) -> None:
    limits = {"first_year": "1998", "last_year": "2020", "families": ["Soyuz", "Space Shuttle"]}
    as_teacher.post(ADD, quiz_form(topics=["landing-sites", "crews"], agencies=["esa"], **limits))
    assert Quiz.objects.get().blueprint == Blueprint(
        (Topic.CREWS, Topic.LANDING_SITES), 5, (1998, 2020), ("Soyuz", "Space Shuttle"), ("esa",)
    )


def test_finer_limits_are_kept(as_teacher: Client) -> None:
    as_teacher.post(
        ADD,
        quiz_form(
            topics=["crews"], count="3", difficulty_from="2", difficulty_to="4",
            stations=["mir", "iss"], kinds=["person-aboard", "commander-of-mission"],
            interactions=["choice", "name"],
        ),
    )  # fmt: skip
    assert Quiz.objects.get().blueprint == Blueprint(
        (Topic.CREWS,),
        3,
        stations=("mir", "iss"),
        kinds=("person-aboard", "commander-of-mission"),
        interactions=(Interaction.CHOICE, Interaction.NAME),
        difficulty=(2, 4),
    )


@pytest.mark.parametrize(
    ("sent", "levels"),
    [
        ({"difficulty_from": "4"}, (4, 5)),
        ({"difficulty_to": "2"}, (1, 2)),
        ({"difficulty_from": "3", "difficulty_to": "3"}, (3, 3)),
        ({"difficulty_from": "", "difficulty_to": ""}, None),
    ],
)
def test_difficulty_may_be_open_at_either_end(
    as_teacher: Client, sent: dict[str, str], levels: tuple[int, int] | None
) -> None:
    as_teacher.post(ADD, quiz_form(**sent))
    assert Quiz.objects.get().blueprint.difficulty == levels


def test_unchanged_quiz_stays_as_it_is(as_teacher: Client, teacher: User) -> None:
    quiz = QuizFactory.create(
        owner=teacher, seed="s", count=3, first_year=1998, families=["Soyuz"], agencies=["esa"],
        difficulty_from=1, difficulty_to=4, stations=["iss"], kinds=["person-aboard"],
        interactions=["choice"],
    )  # fmt: skip
    before = vars(Quiz.objects.get())
    sent = sent_by(as_teacher.get(page_of(quiz)).context["adminform"].form)
    assert as_teacher.post(page_of(quiz), sent).status_code == 302
    assert {**vars(Quiz.objects.get()), "_state": None} == {**before, "_state": None}


def test_what_the_facts_have_forgotten_is_still_offered(as_teacher: Client, teacher: User) -> None:
    quiz = QuizFactory.create(owner=teacher, families=["Soyuz", "Renamed"])
    sent = sent_by(as_teacher.get(page_of(quiz)).context["adminform"].form)
    assert as_teacher.post(page_of(quiz), sent).status_code == 302
    quiz.refresh_from_db()
    assert quiz.families == ["Soyuz", "Renamed"]


def test_choices_are_those_who_have_been_in_orbit(as_teacher: Client) -> None:
    fields = as_teacher.get(ADD).context["adminform"].form.fields
    families = [value for value, _ in fields["families"].choices]
    assert families[:4] == ["Vostok", "Mercury", "Voskhod", "Gemini"]
    assert "New Shepard" not in families
    agencies = [label for _, label in fields["agencies"].choices]
    assert {"NASA", "ESA", "Roscosmos"} < set(agencies)
    assert "Blue Origin" not in agencies
    assert agencies == sorted(agencies, key=str.casefold)
    stations = [label for _, label in fields["stations"].choices]
    assert (stations[0], stations[-1]) == ("Salyut 1", "Tiangong")
    kinds = dict(fields["kinds"].choices)
    assert set(kinds) == {kind.slug for kind in KINDS}
    assert kinds["person-aboard"] == "Crews: who was aboard a flight"


# Who gets which questions ---------------------------------------------------------------------


def test_same_for_everybody_gets_a_seed_and_keeps_it(as_teacher: Client, teacher: User) -> None:
    as_teacher.post(ADD, quiz_form())
    quiz = Quiz.objects.get()
    seed = quiz.seed
    as_teacher.post(page_of(quiz), quiz_form(title="Other"))
    quiz.refresh_from_db()
    assert (quiz.title, quiz.seed) == ("Other", seed)


def test_fresh_for_each_student_has_no_seed(as_teacher: Client, teacher: User) -> None:
    quiz = QuizFactory.create(owner=teacher, seed="s")
    as_teacher.post(page_of(quiz), quiz_form(seeding="fresh"))
    quiz.refresh_from_db()
    assert quiz.seed == ""


def test_other_questions_for_everybody_has_another_seed(as_teacher: Client, teacher: User) -> None:
    quiz = QuizFactory.create(owner=teacher, seed="s")
    as_teacher.post(page_of(quiz), quiz_form(seeding="anew"))
    quiz.refresh_from_db()
    assert quiz.seed not in {"", "s"}


def test_other_questions_cannot_be_had_before_there_are_any(as_teacher: Client) -> None:
    assert set(errors_of(as_teacher, seeding="anew")) == {"seeding"}


# Refused --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "sent", "told"),
    [
        ("title", "", "This field is required."),
        ("title", " ", "This field is required."),
        ("topics", ["astrology"], "There is no topic “astrology”. Choose from the list."),
        ("topics", ["crews", LONG], f"There is no topic “{LONG}”. Choose from the list."),
        ("count", "", "Give a number from 1 to 40."),
        ("count", "0", "Give a number from 1 to 40."),
        ("count", "-3", "Give a number from 1 to 40."),
        ("count", "1000", "Give a number from 1 to 40."),
        ("count", "ten", "Give a number from 1 to 40."),
        ("count", "2.5", "Give a number from 1 to 40."),
        ("first_year", "-1961", "Give a year from 1961 to 2100, or leave it empty."),
        ("last_year", "99999999999999999999", "Give a year from 1961 to 2100, or leave it empty."),
        ("last_year", "now", "Give a year from 1961 to 2100, or leave it empty."),
        ("families", ["Enterprise"], "“Enterprise” is not in the list. Choose from the list."),
        ("agencies", ["starfleet"], "“starfleet” is not in the list. Choose from the list."),
        ("stations", ["babylon-5"], "“babylon-5” is not in the list. Choose from the list."),
        ("kinds", ["riddles"], "“riddles” is not in the list. Choose from the list."),
        ("interactions", ["x"], "“x” is not in the list. Choose from the list."),
        ("difficulty_from", "0", "Choose a difficulty from the list."),
        ("difficulty_from", "easy", "Choose a difficulty from the list."),
        ("difficulty_to", "6", "Choose a difficulty from the list."),
        ("difficulty_to", "-1", "Choose a difficulty from the list."),
        ("seeding", "whatever", "Choose who gets which questions."),
        ("seeding", None, "Choose who gets which questions."),
    ],
)  # fmt: skip
def test_bad_input_is_refused_with_what_to_do(
    as_teacher: Client, field: str, sent: Any, told: str
) -> None:
    assert errors_of(as_teacher, **{field: sent}) == {field: [told]}


def test_last_year_before_the_first_is_refused(as_teacher: Client) -> None:
    told = ["The last year is before the first one."]
    assert errors_of(as_teacher, first_year="1990", last_year="1980") == {"last_year": told}


def test_hardest_below_the_easiest_is_refused(as_teacher: Client) -> None:
    told = ["The hardest level is below the easiest one."]
    assert errors_of(as_teacher, difficulty_from="4", difficulty_to="2") == {"difficulty_to": told}


def test_kinds_of_other_topics_are_refused(as_teacher: Client) -> None:
    told = ["None of these kinds belongs to the topics you have chosen."]
    errors = errors_of(as_teacher, topics=["orbits", "records"], kinds=["person-aboard"])
    assert errors == {"kinds": told}


def test_several_mistakes_are_told_at_once(as_teacher: Client) -> None:
    assert set(errors_of(as_teacher, title="", count="0")) == {"title", "count"}


def test_limits_are_in_sight_where_they_are_wrong(as_teacher: Client) -> None:
    def collapsed(page: Any) -> list[str]:
        return re.findall(r"<details><summary>\s*<h2[^>]*>([^<]+)", page.content.decode())

    flights, levels, who, kinds = (
        "Years and spacecraft", "Difficulty and ways to answer", "Agencies and stations",
        "Kinds of questions",
    )  # fmt: skip
    assert collapsed(as_teacher.get(ADD)) == [flights, levels, who, kinds]
    wrong_years = quiz_form(first_year="1961", last_year="1961")
    assert collapsed(as_teacher.post(ADD, wrong_years)) == [levels, who, kinds]
    wrong_levels = quiz_form(difficulty_from="4", difficulty_to="2")
    assert collapsed(as_teacher.post(ADD, wrong_levels)) == [flights, who, kinds]


# Cannot be filled -----------------------------------------------------------------------------


@pytest.mark.parametrize("seeding", ["same", "fresh"])
def test_blueprint_that_cannot_be_filled_tells_how_many_there_are(
    as_teacher: Client, seeding: str
) -> None:
    limits = {"topics": ["crews"], "families": ["Gemini"], "count": "40", "seeding": seeding}
    (told, way) = errors_of(as_teacher, **limits)["__all__"]
    available = int(told.removeprefix("There are only ").split()[0])
    assert 0 < available < 40
    assert told == (
        f"There are only {available} questions for this quiz, and you ask for 40. "
        f"Ask for {available} or fewer, or widen the choice."
    )
    assert way == "Any one of these would be enough: any spacecraft."
    page = as_teacher.post(ADD, quiz_form(**limits) | {"count": str(max(1, available - SPARE))})
    assert page.status_code == 302


def test_what_nothing_fits_has_no_questions(as_teacher: Client) -> None:
    (told, way) = errors_of(as_teacher, families=["Apollo"], first_year="1990")["__all__"]
    assert told == "There are 0 questions for this quiz: no fact fits all of its limits."
    assert way == "Any one of these would be enough: no limit on years, any spacecraft."


def test_finer_limits_can_be_what_is_too_narrow(as_teacher: Client) -> None:
    limits = {"topics": ["spacewalks"], "stations": ["skylab"], "difficulty_from": "5"}
    limits |= {"first_year": "1973", "last_year": "1973"}
    (_, way) = errors_of(as_teacher, count="40", **limits)["__all__"]
    assert way == "Widen more than one of its limits."
    kinds = {"topics": ["crews"], "kinds": ["commander-of-mission"], "stations": ["mir"]}
    (told, way) = errors_of(as_teacher, count="40", **kinds)["__all__"]
    assert told.startswith("There are only ")
    assert way == "Any one of these would be enough: any station."


def test_way_to_answer_can_be_what_is_too_narrow(as_teacher: Client) -> None:
    limits = {"kinds": ["commander-of-mission"], "topics": ["crews"], "interactions": ["place"]}
    (told, way) = errors_of(as_teacher, **limits)["__all__"]
    assert told.startswith("There are 0 questions")
    assert way == "Any one of these would be enough: any way to answer."


def test_narrow_in_more_than_one_way_says_so(as_teacher: Client) -> None:
    limits = {"families": ["Voskhod"], "first_year": "1999", "agencies": ["jaxa"], "count": "40"}
    (_, way) = errors_of(as_teacher, **limits)["__all__"]
    assert way == "Widen more than one of its limits."


def test_blueprint_is_refused_in_less_than_two_seconds(as_teacher: Client) -> None:
    began = time.process_time()  # what else the machine does is not the form's fault
    errors_of(as_teacher, agencies=["jaxa"], first_year="1990", count="40", seeding="fresh")
    assert time.process_time() - began < 2


def test_change_that_cannot_be_filled_leaves_the_quiz(as_teacher: Client, teacher: User) -> None:
    quiz = QuizFactory.create(owner=teacher, count=5)
    page = as_teacher.post(page_of(quiz), quiz_form(families=["Voskhod"], count="40"))
    assert page.status_code == 200
    quiz.refresh_from_db()
    assert (quiz.count, quiz.families) == (5, [])


def test_quiz_that_is_frozen_can_be_renamed_without_facts(
    as_teacher: Client, teacher: User, loaded_facts: object
) -> None:
    quiz = QuizFactory.create(owner=teacher, count=5, seed="s")
    assert isinstance(paper_for_quiz(quiz, NOW), Paper)
    # As after a correction that has left too few facts for it.
    remove_facts()
    assert as_teacher.post(page_of(quiz), quiz_form(title="Renamed")).status_code == 302


def test_without_facts_it_says_who_can_help(as_teacher: Client, no_facts: None) -> None:
    told = (
        "No facts are loaded yet, so there are no questions. Whoever keeps this site: load "
        "the facts with “manage.py loadfacts”."
    )
    assert errors_of(as_teacher) == {"__all__": [told]}


# Topics by default ----------------------------------------------------------------------------


@pytest.mark.parametrize("topics", [DEFAULT_TOPICS, tuple(Topic)])
def test_all_topics_are_no_limit_with_hops_or_without(topics: tuple[Topic, ...]) -> None:
    assert widened(Blueprint(topics, 5)) == {}


def test_hops_alone_are_widened_by_all_other_topics() -> None:
    assert widened(Blueprint((Topic.SUBORBITAL,), 5))["topics"].topics == tuple(Topic)
