"""What pages load, and what they must not tell.

That no page violates the Content-Security-Policy, logs an error or asks another site for anything
is part of every test here: see ``complaints`` in conftest.py.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any

from playwright.sync_api import BrowserContext, Page, Response

from quizzes import urls
from quizzes.items.item import Item
from tests.e2e.pages import PAGES
from tests.e2e.player import (
    attempt_on,
    expect_question,
    go_on,
    item_on,
    options,
    real_paper,
    respond,
    start_paper,
)
from tests.factories import PaperFactory

MOST_REQUESTS = 6
WITHOUT_A_PAGE = {"code", "resume"}  # they only lead to one
FOR_BROWSERS = {"manifest", "patch", "picture", "worker"}


def test_every_address_has_a_page_in_these_tests() -> None:
    names = {pattern.name for pattern in urls.urlpatterns}
    assert names - set(PAGES.values()) == WITHOUT_A_PAGE | FOR_BROWSERS


def test_what_the_policy_forbids_is_neither_done_nor_unheard(
    page: Page, complaints: list[str]
) -> None:
    page.goto("/")
    page.evaluate("document.body.setAttribute('style', 'color: red')")
    page.evaluate("document.body.append(Object.assign(new Image(), {src: 'https://x.invalid/'}))")
    page.evaluate("console.error('an error')")
    page.evaluate("setTimeout(() => { throw new Error('an exception') })")
    page.evaluate("""
        const script = document.createElement("script");
        script.textContent = "document.title = 'run'";
        document.body.append(script);
    """)
    page.wait_for_function("document.querySelector('body > script').isConnected")
    heard = "\n".join(complaints)
    for words in (
        "style-src-attr forbids inline", "img-src forbids https://x.invalid/", "an error",
        "an exception", "script-src-elem forbids inline",
    ):  # fmt: skip
        assert words in heard
    assert page.title() != "run"
    complaints.clear()


def test_question_loads_six_things_at_most(
    page: Page, new_context: Callable[..., BrowserContext]
) -> None:
    start_paper(page, real_paper())
    without_cache = new_context(storage_state=page.context.storage_state()).new_page()
    asked: list[str] = []
    without_cache.on("request", lambda request: asked.append(request.url))
    without_cache.goto(page.url)
    without_cache.wait_for_load_state("networkidle")
    requests = [url for url in asked if not url.startswith("data:")]
    assert len(requests) <= MOST_REQUESTS, "\n".join(requests)


# The key ----------------------------------------------------------------------------------------


def strings_in(held: Any) -> Iterator[str]:
    """All strings in a JSON value."""
    if isinstance(held, str):
        yield held
    elif isinstance(held, dict):
        for value in held.values():
            yield from strings_in(value)
    elif isinstance(held, list):
        for value in held:
            yield from strings_in(value)


def told_by_feedback(item: Item) -> set[str]:
    """What only the feedback tells: the rationales and the sources."""
    texts = [item.rationale, *(option.rationale for option in item.options)]
    if item.background:
        texts.append(item.background)
    return {text.render() for text in texts} | {
        part for title, url, _day in item.sources for part in (title, url)
    }


def kept_to_itself(item: Item) -> set[str]:
    """What no page tells: the names of records and what makes a distractor tempting."""
    refs = {option.ref for option in item.options}
    relations = {option.relation.value for option in item.options if not option.is_key}
    return refs | relations | {item.kind, *item.subjects}


def test_question_tells_nothing_of_its_feedback(page: Page) -> None:
    replies: list[Response] = []
    page.on("response", lambda reply: replies.append(reply))
    start_paper(page, real_paper())
    for position in range(1, attempt_on(page).size + 1):
        item = item_on(page)
        sent = [page.content(), *(reply.text() for reply in replies if reply.url == page.url)]
        told = [text for text in told_by_feedback(item) for page_sent in sent if text in page_sent]
        assert told == [], f"question {position}"
        respond(page)
        replies.clear()
        go_on(page)


def test_no_page_tells_the_names_of_records(page: Page) -> None:
    start_paper(page, real_paper())
    names = {*kept_to_itself(item_on(page)), "is_key", "is-key"}
    assert [name for name in names if name in page.content()] == []
    respond(page)
    assert [name for name in names if name in page.content()] == []


def test_nothing_but_its_words_tells_an_option_from_the_others(page: Page) -> None:
    start_paper(page, real_paper())
    rows = set()
    tokens = []
    for number, (row, option) in enumerate(
        zip(page.locator("label.option").all(), item_on(page).options, strict=True), 1
    ):
        source = row.evaluate("row => row.outerHTML")
        token = row.get_by_role("radio").get_attribute("value") or ""
        assert option.text.render() in source
        tokens.append(token)
        rows.add(
            source.replace(token, "TOKEN")
            .replace(option.text.render(), "WORDS")
            .replace(f">{number}<", ">N<")
        )
    assert len(rows) == 1, "\n".join(rows)
    assert len({len(token) for token in tokens}) == 1


def test_tokens_of_options_differ_in_another_attempt(page: Page) -> None:
    paper = PaperFactory.create()
    seen = []
    for _ in range(2):
        start_paper(page, paper)
        seen.append({radio.get_attribute("value") for radio in options(page).all()})
    assert seen[0].isdisjoint(seen[1])


def test_htmx_is_set_to_run_nothing_that_a_page_brings(page: Page) -> None:
    start_paper(page, PaperFactory.create())
    settings = json.loads(page.locator("meta[name=htmx-config]").get_attribute("content") or "")
    assert settings["allowEval"] is False
    assert settings["allowScriptTags"] is False
    assert settings["historyCacheSize"] == 0
    assert page.evaluate("htmx.config.allowEval") is False


def test_htmx_keeps_no_page_in_the_browsers_storage(page: Page) -> None:
    """The next student at the same computer would find it there."""
    start_paper(page, PaperFactory.create())
    respond(page)
    go_on(page)
    expect_question(page, 2)
    kept = page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])")
    assert "<" not in kept
