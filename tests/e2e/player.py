"""What a student does, and where to look at what came of it: small functions of a page."""

import re
from typing import Final
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

from quizzes.items.blueprint import Blueprint
from quizzes.items.item import Item, Topic
from quizzes.models import Attempt, Paper
from quizzes.services.papers import freeze_paper
from tests.factories import NOW, ResponseFactory

ANSWER: Final = re.compile("^Answer$")
NEXT: Final = re.compile("^(Next question|See how it went)$")


# What there is to play --------------------------------------------------------------------------


def real_paper(size: int = 5) -> Paper:
    """A paper of real items, the same in every run."""
    paper = freeze_paper(Blueprint(topics=tuple(Topic), count=size), "the browser tests", NOW)
    assert isinstance(paper, Paper)
    return paper


def attempt_on(page: Page) -> Attempt:
    """The attempt that a question, its feedback or a result belongs to, by its address."""
    return Attempt.objects.get(code=urlsplit(page.url).path.split("/")[2])


def item_on(page: Page) -> Item:
    """The item that a question or its feedback shows, by its address."""
    position = int(urlsplit(page.url).path.split("/")[3])
    return Item.from_json(attempt_on(page).paper.items.get(position=position).snapshot)


def grades(attempt: Attempt) -> list[float]:
    """The grades of its responses, in the order in which they came."""
    return [response.grade for response in attempt.responses.all()]


# Where to look ----------------------------------------------------------------------------------


def headline(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)


def options(page: Page) -> Locator:
    return page.get_by_role("radiogroup").get_by_role("radio")


def option(page: Page, *, right: bool) -> Locator:
    """The key, or the first distractor."""
    return options(page).nth([option.is_key for option in item_on(page).options].index(right))


def answer_button(page: Page) -> Locator:
    return page.get_by_role("button", name=ANSWER)


def next_link(page: Page) -> Locator:
    return page.get_by_role("link", name=NEXT)


def status(page: Page) -> Locator:
    """What a screen reader announces. (It is out of sight.)"""
    return page.get_by_role("status")


# What a student does ----------------------------------------------------------------------------


def start(page: Page, size: int = 5) -> None:
    """From the first page, with all topics, to the first question."""
    page.goto("/")
    page.get_by_role("radio", name=str(size), exact=True).check()
    page.get_by_role("button", name="Start").click()
    expect_question(page, 1)


def start_paper(page: Page, paper: Paper) -> None:
    """From the page of ``paper`` to its first question."""
    page.goto(f"/papers/{paper.code}/")
    page.get_by_role("button", name="Start").click()
    expect_question(page, 1)
    page.wait_for_load_state("load")  # the keys are in a deferred script


def respond(page: Page, *, right: bool = True) -> None:
    """Choose an option, answer, and wait for the feedback."""
    option(page, right=right).check()
    answer_button(page).click()
    expect_feedback(page)


def go_on(page: Page) -> None:
    """From feedback to what comes next."""
    next_link(page).click()
    expect(next_link(page)).to_have_count(0)


def play(page: Page, *, wrong: tuple[int, ...] = ()) -> list[str]:
    """From the first question to the result, all right but at the positions in ``wrong``.
    Returns the stems."""
    stems = []
    for position in range(1, attempt_on(page).size + 1):
        expect_question(page, position)
        stems.append(headline(page).inner_text())
        respond(page, right=position not in wrong)
        go_on(page)
    expect(page).to_have_url(re.compile("/result/$"))
    return stems


def finish(page: Page, *, wrong: tuple[int, ...] = ()) -> None:
    """What ``play`` does, without the browser until the result."""
    attempt = attempt_on(page)
    for held in attempt.paper.items.all():
        right = held.position not in wrong
        keys = [option.is_key for option in Item.from_json(held.snapshot).options]
        ResponseFactory.create(
            attempt=attempt, item=held, value=keys.index(right), grade=float(right)
        )
    page.goto(f"/attempts/{attempt.code}/result/")


# What it should find ----------------------------------------------------------------------------


def expect_question(page: Page, position: int) -> None:
    expect(page).to_have_url(re.compile(f"/attempts/[^/]+/{position}/$"))
    expect(answer_button(page)).to_be_enabled()
    expect(headline(page)).to_have_text(item_on(page).stem.render())
    page.wait_for_load_state()  # from then on keys do what its script says


def expect_feedback(page: Page) -> None:
    expect(next_link(page)).to_be_visible()
    expect(headline(page)).to_have_text(item_on(page).rationale.render())
