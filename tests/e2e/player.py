"""What a student does, and where to look at what came of it: small functions of a page."""

import re
from collections.abc import Sequence
from typing import Final
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

from quizzes.items.blueprint import Blueprint
from quizzes.items.interactions import INTERACTIONS
from quizzes.items.interactions.base import Given, Sample
from quizzes.items.item import Interaction, Item, Topic
from quizzes.models import Attempt, Paper
from quizzes.services.papers import freeze_paper
from quizzes.tokens import option_tokens
from quizzes.views.presented.told import HEADLINES
from tests.factories import NOW, ResponseFactory

ANSWER: Final = re.compile("^Answer$")
NEXT: Final = re.compile("^(Next question|See how it went)$")


# What there is to play --------------------------------------------------------------------------


def real_paper(size: int = 5, *interactions: Interaction) -> Paper:
    """A paper of real items, the same in every run: of choices unless told otherwise."""
    blueprint = Blueprint(tuple(Topic), size, interactions=interactions or (Interaction.CHOICE,))
    paper = freeze_paper(blueprint, "the browser tests", NOW)
    assert isinstance(paper, Paper)
    return paper


def attempt_on(page: Page) -> Attempt:
    """The attempt that a question, its feedback or a result belongs to, by its address."""
    return Attempt.objects.get(code=urlsplit(page.url).path.split("/")[2])


def item_on(page: Page) -> Item:
    """The item that a question or its feedback shows, by its address."""
    position = int(urlsplit(page.url).path.split("/")[3])
    return Item.from_json(attempt_on(page).paper.items.get(position=position).snapshot)


def samples_on(page: Page) -> list[Sample]:
    """Forms filled in, for the item on the page; those that can be read first try the options, so
    that they need no scripts."""
    item, position = item_on(page), int(urlsplit(page.url).path.split("/")[3])
    interaction = INTERACTIONS[item.interaction]
    tokens = option_tokens(attempt_on(page).code, position, interaction.tokens(item))
    return sorted(interaction.samples(item, tokens), key=lambda sample: "lat" in sample.raw)


def sample(page: Page, grade: float) -> Sample:
    """One that deserves ``grade``; the first that deserves a part, where that is 0.5."""
    return next(
        sample
        for sample in samples_on(page)
        if sample.grade is not None
        and (sample.grade == grade or (grade == 0.5 and 0 < sample.grade < 1))
    )


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
    open_own_mix(page)
    page.get_by_role("radio", name=str(size), exact=True).check()
    page.get_by_role("button", name="Start").click()
    expect_question(page, 1)


def open_own_mix(page: Page) -> None:
    """Where the first page lets one choose topics and length."""
    page.goto("/")
    page.get_by_text("Your own mix").click()


def start_paper(page: Page, paper: Paper) -> None:
    """From the page of ``paper`` to its first question."""
    page.goto(f"/papers/{paper.code}/")
    page.get_by_role("button", name="Start").click()
    expect_question(page, 1)
    page.wait_for_load_state("load")  # the keys are in a deferred script


def respond(page: Page, *, right: bool = True) -> None:
    """Fill in the form, whatever it asks for, answer, and wait for the feedback."""
    respond_with(page, sample(page, float(right)))


def respond_with(page: Page, sample: Sample) -> None:
    fill_in(page, sample)
    answer_button(page).click()
    which = sample.raw.get("which")
    expect(next_link(page).or_(page.locator("[name=which]")).first).to_be_visible()
    if which and page.locator("[name=which]").count():
        page.locator(f"[name=which][value='{which[0]}']").check()
        answer_button(page).click()
    expect_feedback(page)


def fill_in(page: Page, sample: Sample) -> None:
    """What somebody does with a mouse, or by keyboard where one writes."""
    for name, values in sample.raw.items():
        field = page.locator(f"#stage [name='{name}']")
        if name == "order":
            put_in_order(page, values)
        elif name == "option":
            for control in field.all():
                control.set_checked(control.get_attribute("value") in values)
        elif name.startswith("match-"):
            field.select_option(values[0])
        elif name in ("number", "name"):
            field.fill(values[0])


def put_in_order(page: Page, tokens: Sequence[str]) -> None:
    """With the buttons."""
    held = page.locator("[name=order]")
    for place, token in enumerate(tokens):
        row = page.locator(".orderly li").filter(has=page.locator(f"[value='{token}']"))
        for at in range(order_on(page).index(token), place, -1):
            row.get_by_role("button", name="Move up").click()
            expect(held.nth(at - 1)).to_have_value(token)


def order_on(page: Page) -> list[str]:
    """The tokens of the options to put in order, as they stand."""
    return [field.get_attribute("value") or "" for field in page.locator("[name=order]").all()]


def go_on(page: Page) -> None:
    """From feedback to what comes next, which is there when this returns."""
    following = next_link(page).get_attribute("href") or ""
    next_link(page).click()
    # Between two documents there is neither a link nor a page to look at.
    expect(page).to_have_url(re.compile(f"{re.escape(following)}$"))
    expect(next_link(page)).to_have_count(0)
    page.wait_for_load_state()


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
        right = float(held.position not in wrong)
        item = Item.from_json(held.snapshot)
        interaction = INTERACTIONS[item.interaction]
        tokens = [f"token {number}" for number in range(interaction.tokens(item))]
        raw = next(s.raw for s in interaction.samples(item, tokens) if s.grade == right)
        given = interaction.read(raw, item, tokens)
        assert isinstance(given, Given)
        ResponseFactory.create(attempt=attempt, item=held, value=given.value, grade=right)
    page.goto(f"/attempts/{attempt.code}/result/")


# What it should find ----------------------------------------------------------------------------


def expect_question(page: Page, position: int) -> None:
    expect(page).to_have_url(re.compile(f"/attempts/[^/]+/{position}/$"))
    expect(answer_button(page)).to_be_enabled()
    expect(headline(page)).to_have_text(item_on(page).stem.render())
    page.wait_for_load_state()  # from then on keys do what its script says


def expect_feedback(page: Page) -> None:
    expect(next_link(page)).to_be_visible()
    item = item_on(page)
    expect(headline(page)).to_have_text(HEADLINES.get(item.interaction, item.rationale.render()))
