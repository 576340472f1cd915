"""Every page of the site: how to come to it, and which address it has.

What must hold of every page (``test_accessibility.py``, ``test_policy.py``) is asked of all of
them; a new page is one function and one line at the end.
"""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Final

from django.contrib.auth.models import Group, User
from django.utils import timezone
from playwright.sync_api import Page, expect

from quizzes.items.item import Interaction
from quizzes.models import Attempt, Mission
from tests import starting_database
from tests.e2e.player import (
    answer_button,
    finish,
    headline,
    open_own_mix,
    option,
    real_paper,
    respond,
    start_paper,
)
from tests.factories import (
    AttemptFactory,
    DailyPaperFactory,
    PaperFactory,
    QuizFactory,
    ResponseFactory,
    TeacherFactory,
)

PASSWORD: Final = "correct horse"

# Playing ----------------------------------------------------------------------------------------


def home(page: Page) -> None:
    page.goto("/")


def home_with_something_unfinished(page: Page) -> None:
    question(page)
    page.goto("/")
    expect(page.get_by_role("link", name="Go on")).to_be_visible()


def home_with_own_mix(page: Page) -> None:
    open_own_mix(page)


def home_with_errors(page: Page) -> None:
    open_own_mix(page)
    for topic in page.get_by_role("checkbox", checked=True).all()[::-1]:
        topic.uncheck()
    page.locator("[name=count]:checked").evaluate("radio => { radio.value = 7 }")
    page.get_by_role("button", name="Start").click()
    expect(page.locator(".problem")).to_have_count(2)


def question(page: Page) -> None:
    start_paper(page, real_paper())


def question_with_error(page: Page) -> None:
    question(page)
    answer_button(page).click()
    expect(page.locator("#problem")).to_be_visible()


def feedback_right(page: Page) -> None:
    question(page)
    respond(page)


def feedback_wrong(page: Page) -> None:
    question(page)
    respond(page, right=False)


def feedback_unfolded(page: Page) -> None:
    feedback_wrong(page)
    unfold_all(page)


def last_feedback(page: Page) -> None:
    start_paper(page, PaperFactory.create(size=1))
    respond(page)


def result(page: Page) -> None:
    question(page)
    finish(page, wrong=(2, 3, 5))


def result_unfolded(page: Page) -> None:
    result(page)
    unfold_all(page)


def unfold_all(page: Page) -> None:
    for summary in page.locator("summary").all():
        summary.click()


def paper(page: Page) -> None:
    page.goto(f"/papers/{PaperFactory.create().code}/")


def quiz(page: Page) -> None:
    page.goto(f"/q/{QuizFactory.create().code}/")


def result_of_a_quiz(page: Page) -> None:
    quiz = QuizFactory.create(title="Year 9: ways home")
    start_paper(page, PaperFactory.create(quiz=quiz))
    finish(page)
    expect(page.get_by_role("button", name="Take this quiz again")).to_be_visible()


# The daily descent ------------------------------------------------------------------------------


def daily(page: Page) -> None:
    page.goto("/daily/")


def daily_of_a_day_gone_by(page: Page) -> None:
    page.goto(f"/daily/{timezone.now().date() - timedelta(days=3)}/")


def daily_result(page: Page) -> None:
    """Of today: the same questions in every run."""
    DailyPaperFactory.create(day=timezone.now().date(), paper=real_paper())
    daily(page)
    page.get_by_role("button", name="Start").click()
    finish(page, wrong=(2,))
    expect(page.get_by_label("Pass it on")).to_be_visible()


def daily_finished(page: Page) -> None:
    daily_result(page)
    daily(page)
    expect(headline(page)).to_have_text("You have landed: 4 of 5")


def daily_archive(page: Page) -> None:
    page.goto("/daily/archive/")


def daily_archive_of_a_player(page: Page) -> None:
    daily_result(page)
    daily_archive(page)
    expect(page.get_by_text("1 day in a row")).to_be_visible()


def landing(page: Page) -> None:
    daily_result(page)
    page.get_by_role("link", name="See what they will see").click()
    expect(headline(page)).to_have_text("Somebody has landed: 4 of 5 right")


def landing_of_nobody(page: Page) -> None:
    page.goto(f"/daily/{timezone.now().date()}/landings/made-up/")
    expect(headline(page)).to_have_text("Nobody has landed here")


def daily_of_a_day_to_come(page: Page) -> None:
    page.goto(f"/daily/{timezone.now().date() + timedelta(days=2)}/")
    expect(headline(page)).to_have_text("That day has not come yet")


def sources(page: Page) -> None:
    page.goto("/sources/")


def offline(page: Page) -> None:
    page.goto("/offline/")


# Exploring --------------------------------------------------------------------------------------


def all_flights(page: Page) -> None:
    page.goto("/explore/")
    expect(page.get_by_role("row")).to_have_count(1 + Mission.objects.count())


def all_flights_narrowed(page: Page) -> None:
    page.goto("/explore/?craft=gemini&sort=-length")


def all_flights_that_there_are_none_of(page: Page) -> None:
    page.goto("/explore/?agency=esa&decade=1960")
    expect(page.locator(".problem")).to_be_visible()


def flights_list(page: Page) -> None:
    page.goto("/missions/")


def flights_of_a_decade(page: Page) -> None:
    page.goto("/missions/?decade=1960")


def flights_of_a_decade_unfolded(page: Page) -> None:
    page.goto("/missions/?decade=1970")
    unfold_all(page)


def people_of_a_letter(page: Page) -> None:
    page.goto("/people/?letter=u")


def agencies_list(page: Page) -> None:
    page.goto("/agencies/")


def stations_list(page: Page) -> None:
    page.goto("/stations/")


def mission(page: Page) -> None:
    page.goto("/missions/soyuz-tma-18m/")


def mission_that_sources_disagree_on(page: Page) -> None:
    page.goto("/missions/soyuz-tm-16/")


def person(page: Page) -> None:
    page.goto("/people/scott-kelly/")


def agency(page: Page) -> None:
    page.goto("/agencies/jaxa/")


def station(page: Page) -> None:
    page.goto("/stations/skylab/")


def search(page: Page) -> None:
    page.goto("/search/?q=kelly")


def search_that_finds_nothing(page: Page) -> None:
    page.goto("/search/?q=xyzzy")


def too_few_questions(page: Page) -> None:
    mission(page)
    page.locator(".quiz-me").evaluate("form => { form.action = '/missions/spacex-crew-13/' }")
    page.get_by_role("button", name="Quiz me on this").click()
    expect(headline(page)).to_have_text("There are too few questions about this")


# Practice ---------------------------------------------------------------------------------------


def practice_without_a_quiz(page: Page) -> None:
    page.goto("/practice/")
    expect(page.get_by_role("link", name="Play a quiz")).to_be_visible()


def practice(page: Page) -> None:
    result(page)
    page.get_by_role("navigation").get_by_role("link", name="Practice").click()
    expect(page.get_by_role("heading", name="My mistakes")).to_be_visible()


def practice_unfolded(page: Page) -> None:
    practice(page)
    unfold_all(page)


def result_of_practice(page: Page) -> None:
    result(page)
    page.get_by_role("button", name="you missed").click()
    page.wait_for_url("**/1/")
    finish(page)


def link_to_make(page: Page) -> None:
    practice(page)
    page.get_by_role("link", name="Practise on another device").click()
    expect(page.get_by_role("button", name="Make a link")).to_be_visible()


def link_made(page: Page) -> None:
    link_to_make(page)
    page.get_by_role("button", name="Make a link").click()
    expect(page.get_by_role("img", name="The link as a QR code")).to_be_visible()


def link_arrived(page: Page) -> None:
    link_made(page)
    link = page.get_by_label("The same as a link").input_value()
    page.context.clear_cookies()
    page.goto(link)
    expect(page.get_by_role("button", name="Bring it here")).to_be_visible()


def link_damaged(page: Page) -> None:
    page.goto("/practice/move/damaged/")
    expect(headline(page)).to_have_text("This link is damaged")


def forgetting(page: Page) -> None:
    practice(page)
    page.get_by_role("link", name="Forget everything").click()
    expect(headline(page)).to_have_text("Forget everything?")


# What went wrong --------------------------------------------------------------------------------


def unknown_address(page: Page) -> None:
    page.goto("/nothing/")
    expect(headline(page)).to_have_text("Nothing has landed here")


def unknown_quiz(page: Page) -> None:
    page.goto("/q/NOCODE/")
    expect(headline(page)).to_have_text("There is no open quiz with this code")


def attempt_of_another_browser(page: Page) -> None:
    page.goto("/attempts/somebody-elses/1/")
    expect(headline(page)).to_have_text("This quiz is not open in this browser")


def expired(page: Page) -> None:
    question(page)
    Attempt.objects.update(expires_at=timezone.now() - timedelta(days=1))
    page.reload()
    expect(headline(page)).to_have_text("This quiz has closed")


def expired_while_answering(page: Page) -> None:
    question(page)
    option(page, right=True).check()
    Attempt.objects.update(expires_at=timezone.now() - timedelta(days=1))
    answer_button(page).click()
    expect(headline(page)).to_have_text("This quiz has closed")


def quiz_that_cannot_be_filled(page: Page) -> None:
    unfillable = QuizFactory.create(first_year=1962, last_year=1962)
    page.goto(f"/q/{unfillable.code}/")
    page.get_by_role("button", name="Start").click()
    expect(headline(page)).to_have_text("This quiz cannot be filled")


def no_facts(page: Page) -> None:
    starting_database.remove_facts()
    page.goto("/")
    page.get_by_role("button", name="Play", exact=True).click()
    expect(headline(page)).to_have_text("No facts are loaded yet")


def bad_request(page: Page) -> None:
    paper(page)
    page.locator("form.ready").evaluate("""form => {
      for (let n = 0; n < 1500; n++) {
        form.append(Object.assign(document.createElement("input"), { name: n }));
      }
    }""")
    page.get_by_role("button", name="Start").click()
    expect(headline(page)).to_have_text("We could not read that")


def forgotten_by_the_browser(page: Page) -> None:
    paper(page)
    page.context.clear_cookies()
    page.get_by_role("button", name="Start").click()
    expect(headline(page)).to_have_text("We could not tell that this came from you")


def wrong_method(page: Page) -> None:
    paper(page)
    page.locator("form.ready").evaluate("form => { form.action = '/sources/' }")
    page.get_by_role("button", name="Start").click()
    expect(headline(page)).to_have_text("This page cannot be used like that")


def too_large(page: Page) -> None:
    paper(page)
    page.locator("form input").evaluate("input => { input.value = 'x'.repeat(100_000) }")
    page.get_by_role("button", name="Start").click()
    expect(headline(page)).to_have_text("That was too much at once")


def unknown_language(page: Page) -> None:
    page.goto("/")
    page.get_by_role("button", name="Español").evaluate("button => { button.value = 'tlh' }")
    page.get_by_role("button", name="Español").click()
    expect(headline(page)).to_have_text("There is no such language here")


# Teachers and curators --------------------------------------------------------------------------


def sign_in(page: Page, group: str = "Teachers") -> User:
    """As somebody new, through the form, to the first page of the admin."""
    user = User.objects.get(pk=TeacherFactory.create().pk)
    user.groups.add(Group.objects.get(name=group))
    page.goto("/admin/")
    page.get_by_label("Username").fill(user.username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    expect(headline(page)).to_have_text("Quizzes and facts")
    return user


def login(page: Page) -> None:
    page.goto("/admin/")


def login_with_error(page: Page) -> None:
    login(page)
    page.get_by_label("Username").fill("nobody")
    page.get_by_label("Password").fill("nothing")
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_text("Please enter the correct username")).to_be_visible()


def first_page_of_a_teacher(page: Page) -> None:
    sign_in(page)


def first_page_of_a_curator(page: Page) -> None:
    sign_in(page, "Curators")


def quizzes_of_a_teacher(page: Page) -> None:
    teacher = sign_in(page)
    QuizFactory.create_batch(3, owner=teacher)
    QuizFactory.create(owner=teacher, is_published=False, topics=["crews", "landing-sites"])
    page.goto("/admin/quizzes/quiz/")
    expect(page.get_by_role("row")).to_have_count(1 + 4)


def quiz_form(page: Page) -> None:
    sign_in(page)
    page.goto("/admin/quizzes/quiz/add/")


def quiz_form_with_errors(page: Page) -> None:
    quiz_form(page)
    page.get_by_label("Number of questions").fill("1000")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".errorlist")).to_have_count(2)


def quiz_form_that_cannot_be_filled(page: Page) -> None:
    quiz_form(page)
    page.get_by_label("Title").fill("Before there was anything")
    page.get_by_text("Years and spacecraft").click()
    page.get_by_label("First year").fill("1962")
    page.get_by_label("Last year").fill("1962")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("for this quiz")).to_be_visible()


def published_quiz(page: Page) -> None:
    held = QuizFactory.create(owner=sign_in(page))
    page.goto(f"/admin/quizzes/quiz/{held.pk}/change/")
    expect(page.get_by_label("Link for your students")).to_be_visible()


def deletion_of_a_quiz(page: Page) -> None:
    held = QuizFactory.create(owner=sign_in(page))
    AttemptFactory.create(paper=PaperFactory.create(quiz=held))
    page.goto(f"/admin/quizzes/quiz/{held.pk}/delete/")


def preview_of(page: Page, **quiz: object) -> None:
    held = QuizFactory.create(owner=sign_in(page), **{"count": 4, **quiz})
    page.goto(f"/admin/quizzes/quiz/{held.pk}/preview/")


def preview(page: Page) -> None:
    preview_of(page, is_published=False, seed="a seed")
    expect(page.get_by_role("button", name="Publish")).to_be_visible()


def preview_of_every_way_to_answer(page: Page) -> None:
    ways = [way.value for way in Interaction if way is not Interaction.CHOICE]
    preview_of(page, interactions=ways, seed="a seed", count=10)
    expect(page.get_by_role("article")).to_have_count(10)


def preview_without_answers(page: Page) -> None:
    preview_of(page, seed="a seed")
    page.get_by_role("link", name="Without the answers").click()
    expect(page.get_by_text("nothing here tells")).to_be_visible()


def preview_of_a_published_quiz(page: Page) -> None:
    preview_of(page)
    expect(page.get_by_label("Link for your students")).to_be_visible()


def board(page: Page) -> None:
    held = QuizFactory.create(owner=sign_in(page), title="Landings of the week")
    page.goto(f"/admin/quizzes/quiz/{held.pk}/board/")
    expect(page.get_by_role("img", name="QR code")).to_be_visible()


def results(page: Page) -> None:
    held = QuizFactory.create(owner=sign_in(page))
    paper = PaperFactory.create(quiz=held)
    for grade in (0, 0.5, 1):
        attempt = AttemptFactory.create(paper=paper)
        for item in list(paper.items.all())[1:]:
            ResponseFactory.create(attempt=attempt, item=item, value=0, grade=grade)
    page.goto(f"/admin/quizzes/quiz/{held.pk}/results/")
    page.get_by_text("missed by 2 of 3").first.click()


def results_of_fresh_questions(page: Page) -> None:
    held = QuizFactory.create(owner=sign_in(page))
    for _ in range(2):
        ResponseFactory.create(attempt__paper__quiz=held, value=0, grade=0)
    page.goto(f"/admin/quizzes/quiz/{held.pk}/results/")
    page.get_by_text("Questions, the least understood first").click()


def results_of_nobody(page: Page) -> None:
    held = QuizFactory.create(owner=sign_in(page))
    page.goto(f"/admin/quizzes/quiz/{held.pk}/results/")
    expect(page.get_by_text("Nobody has started yet")).to_be_visible()


def preview_that_cannot_be_filled(page: Page) -> None:
    preview_of(page, first_year=1962, last_year=1962, topics=["landing-sites"])
    expect(page.locator(".errornote")).to_be_visible()


def flights(page: Page) -> None:
    sign_in(page)
    page.goto("/admin/quizzes/mission/?q=TMA-18M")


def flight(page: Page) -> None:
    sign_in(page)
    page.goto(f"/admin/quizzes/mission/{Mission.objects.get(slug='soyuz-tma-18m').pk}/change/")


def flight_to_correct(page: Page) -> None:
    sign_in(page, "Curators")
    page.goto(f"/admin/quizzes/mission/{Mission.objects.get(slug='soyuz-tma-18m').pk}/change/")
    expect(page.get_by_role("button", name="Save", exact=True)).to_be_visible()


PAGES: Final[Mapping[Callable[[Page], None], str]] = {
    home: "home",
    home_with_something_unfinished: "home",
    home_with_errors: "home",
    home_with_own_mix: "home",
    question: "item",
    question_with_error: "item",
    feedback_right: "item",
    feedback_wrong: "item",
    feedback_unfolded: "item",
    last_feedback: "item",
    result: "result",
    result_unfolded: "result",
    result_of_a_quiz: "result",
    paper: "paper",
    quiz: "quiz",
    daily: "daily",
    daily_of_a_day_gone_by: "daily_day",
    daily_result: "result",
    daily_finished: "daily",
    daily_archive: "daily_archive",
    daily_archive_of_a_player: "daily_archive",
    landing: "landing",
    landing_of_nobody: "landing",
    daily_of_a_day_to_come: "daily_day",
    sources: "sources",
    offline: "offline",
    all_flights: "explore",
    all_flights_narrowed: "explore",
    all_flights_that_there_are_none_of: "explore",
    flights_list: "missions",
    flights_of_a_decade: "missions",
    flights_of_a_decade_unfolded: "missions",
    people_of_a_letter: "people",
    agencies_list: "agencies",
    stations_list: "stations",
    mission: "mission",
    mission_that_sources_disagree_on: "mission",
    person: "person",
    agency: "agency",
    station: "station",
    search: "search",
    search_that_finds_nothing: "search",
    practice_without_a_quiz: "practice",
    practice: "practice",
    practice_unfolded: "practice",
    result_of_practice: "result",
    link_to_make: "move",
    link_made: "move",
    link_arrived: "arrive",
    link_damaged: "arrive",
    forgetting: "forget",
    too_few_questions: "mission",
    unknown_address: "",
    unknown_quiz: "quiz",
    attempt_of_another_browser: "item",
    expired: "item",
    expired_while_answering: "item",
    quiz_that_cannot_be_filled: "quiz",
    no_facts: "home",
    bad_request: "paper",
    forgotten_by_the_browser: "paper",
    wrong_method: "sources",
    unknown_language: "language",
    too_large: "paper",
}
"""The pages of students, each with the name of its address; empty where the site has none such."""

ADMIN_PAGES: Final[Mapping[Callable[[Page], None], str]] = {
    login: "admin:login",
    login_with_error: "admin:login",
    first_page_of_a_teacher: "admin:index",
    first_page_of_a_curator: "admin:index",
    quizzes_of_a_teacher: "admin:quizzes_quiz_changelist",
    quiz_form: "admin:quizzes_quiz_add",
    quiz_form_with_errors: "admin:quizzes_quiz_add",
    quiz_form_that_cannot_be_filled: "admin:quizzes_quiz_add",
    published_quiz: "admin:quizzes_quiz_change",
    deletion_of_a_quiz: "admin:quizzes_quiz_delete",
    preview: "admin:quizzes_quiz_preview",
    preview_of_every_way_to_answer: "admin:quizzes_quiz_preview",
    preview_without_answers: "admin:quizzes_quiz_preview",
    preview_of_a_published_quiz: "admin:quizzes_quiz_preview",
    board: "admin:quizzes_quiz_board",
    results: "admin:quizzes_quiz_results",
    results_of_fresh_questions: "admin:quizzes_quiz_results",
    results_of_nobody: "admin:quizzes_quiz_results",
    preview_that_cannot_be_filled: "admin:quizzes_quiz_preview",
    flights: "admin:quizzes_mission_changelist",
    flight: "admin:quizzes_mission_change",
    flight_to_correct: "admin:quizzes_mission_change",
}
"""Those of teachers and curators. What they are made of is mostly Django's."""
