"""Every way to answer, in a browser: with the pointer, by keyboard, by touch, on a phone, and
without scripts."""

from collections.abc import Callable
from typing import Final

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from quizzes.items.item import Interaction, Item
from tests.e2e.everybody import expect_for_everybody
from tests.e2e.player import (
    answer_button,
    attempt_on,
    expect_feedback,
    expect_question,
    finish,
    go_on,
    grades,
    headline,
    item_on,
    order_on,
    put_in_order,
    real_paper,
    respond,
    respond_with,
    sample,
    start_paper,
    status,
)
from tests.e2e.test_keyboard import tab_to

ways_beside_choices = pytest.mark.parametrize(
    "interaction", [way for way in Interaction if way is not Interaction.CHOICE]
)
every_interaction = pytest.mark.parametrize("interaction", Interaction)
PHONE: Final = {"viewport": {"width": 360, "height": 640}, "has_touch": True, "is_mobile": True}


@pytest.fixture
def playing(page: Page) -> Callable[..., Page]:
    """Start a paper of one interaction."""

    def playing(interaction: Interaction, size: int = 1) -> Page:
        start_paper(page, real_paper(size, interaction))
        return page

    return playing


@pytest.fixture
def phone(new_context: Callable[..., BrowserContext]) -> Page:
    return new_context(**PHONE).new_page()


@pytest.fixture
def without_scripts(new_context: Callable[..., BrowserContext]) -> Page:
    return new_context(java_script_enabled=False).new_page()


# From the list of places, a place is right or wrong.
WITH_PARTS: Final = {
    Interaction.MULTIPLE, Interaction.ORDER, Interaction.MATCH, Interaction.NUMBER,
}  # fmt: skip


# All of them ------------------------------------------------------------------------------------


@ways_beside_choices  # choices are among the pages of test_accessibility.py
def test_question_and_feedback_are_for_everybody(
    playing: Callable[..., Page], interaction: Interaction
) -> None:
    """axe, 320 pixels, thumbs and keyboards: with a problem, and after a wrong answer."""
    page = playing(interaction)
    expect_for_everybody(page)
    respond(page, right=False)
    for summary in page.locator("summary").all():
        summary.click()
    expect_for_everybody(page)


@every_interaction
def test_answers_get_their_verdict_on_a_phone_and_without_scripts(
    phone: Page, without_scripts: Page, interaction: Interaction
) -> None:
    paper = real_paper(2, interaction)
    for page in (phone, without_scripts):
        start_paper(page, paper)
        respond(page)
        expect(page.locator("#verdict")).to_contain_text("Right.")
        go_on(page)
        expect_question(page, 2)
        if interaction in WITH_PARTS:
            respond_with(page, sample(page, 0.5))
            expect(page.locator("#verdict")).to_contain_text("Partly right.")
        else:
            respond(page, right=False)
            expect(page.locator("#verdict")).to_contain_text("Not right.")


@pytest.mark.parametrize(
    "interaction",
    [way for way in Interaction if way is not Interaction.ORDER],  # there is always an order
)
def test_nothing_given_is_told_where_to_mend_it(
    playing: Callable[..., Page], interaction: Interaction
) -> None:
    page = playing(interaction)
    answer_button(page).click()
    problem = page.locator("#problem")
    expect(problem).to_contain_text("There is no answer yet.")
    expect(status(page)).to_contain_text("There is no answer yet.")
    expect(page.locator("fieldset")).to_have_accessible_description(problem.inner_text())
    focused = page.locator("fieldset :focus")
    expect(focused).to_have_count(1)
    assert grades(attempt_on(page)) == []
    respond(page)
    assert grades(attempt_on(page)) == [1]


@pytest.mark.parametrize(
    "interaction", [Interaction.CHOICE, Interaction.TRUE_FALSE, Interaction.MULTIPLE]
)
def test_digits_pick_and_enter_answers(
    playing: Callable[..., Page], interaction: Interaction
) -> None:
    page = playing(interaction)
    tokens = [o.get_attribute("value") for o in page.locator("[name=option]").all()]
    for token in sample(page, 1.0).raw["option"]:
        page.keyboard.press(str(tokens.index(token) + 1))
    page.keyboard.press("Enter")
    expect_feedback(page)
    assert grades(attempt_on(page)) == [1]


def test_digit_takes_a_pick_back_where_several_are_right(playing: Callable[..., Page]) -> None:
    page = playing(Interaction.MULTIPLE)
    for _ in range(2):
        page.keyboard.press("1")
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(0)


def test_page_title_tells_of_a_problem(playing: Callable[..., Page]) -> None:
    page = playing(Interaction.MULTIPLE)
    answer_button(page).click()
    expect(page).to_have_title("Problem: Question 1 of 1 · SpaceQuiz")


# In order ---------------------------------------------------------------------------------------


def rows(page: Page) -> Locator:
    return page.locator(".orderly li")


def test_buttons_move_keep_the_focus_and_tell_the_place(playing: Callable[..., Page]) -> None:
    page = playing(Interaction.ORDER, 2)
    for position in (1, 2):  # the second came by htmx
        before = order_on(page)
        name = rows(page).first.locator("span").inner_text()
        down = rows(page).first.get_by_role("button", name=f"Move down: {name}")
        tab_to(page, down)
        page.keyboard.press("Enter")
        assert order_on(page) == [before[1], before[0], *before[2:]]
        expect(page.get_by_role("button", name=f"Move down: {name}")).to_be_focused()
        expect(status(page)).to_have_text(f"{name} is now 2 of {len(before)}")
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Space")
        page.keyboard.press("Space")  # it cannot go higher
        assert order_on(page) == before
        expect(status(page)).to_have_text(f"{name} is now 1 of {len(before)}")
        assert page.url.endswith(f"/{position}/")
        assert grades(attempt_on(page)) == [1] * (position - 1)
        respond(page)
        if position == 1:
            go_on(page)
            expect_question(page, 2)


def middle(part: Locator) -> tuple[float, float]:
    box = part.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_row_is_dragged_by_mouse_and_nothing_else_moves(playing: Callable[..., Page]) -> None:
    page = playing(Interaction.ORDER)
    before = order_on(page)
    below = answer_button(page).bounding_box()
    x, y = middle(rows(page).first.locator("span"))
    page.mouse.move(x, y)
    page.mouse.down()
    expect(rows(page).first).to_have_class("held")
    assert answer_button(page).bounding_box() == below
    _, last = middle(rows(page).last)
    page.mouse.move(x, last + 10, steps=8)
    assert answer_button(page).bounding_box() == below
    page.mouse.up()
    assert order_on(page) == [*before[1:], before[0]]
    expect(page.locator(".held")).to_have_count(0)
    expect(status(page)).to_contain_text(f"is now {len(before)} of {len(before)}")
    page.mouse.move(x, y)  # it has let go
    assert order_on(page) == [*before[1:], before[0]]


def touch(page: Page, points: list[tuple[float, float]]) -> None:
    """A finger put down at the first of ``points``, moved to the others and lifted."""
    session = page.context.new_cdp_session(page)
    for number, (x, y) in enumerate(points):
        kind = "touchMove" if number else "touchStart"
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_finger_drags_the_grip_and_scrolls_by_the_rest(phone: Page) -> None:
    start_paper(phone, real_paper(1, Interaction.ORDER))
    before = order_on(phone)
    x, y = middle(rows(phone).first.locator("span"))
    touch(phone, [(x, y - step * 20) for step in range(8)])
    assert phone.evaluate("scrollY") > 0
    assert order_on(phone) == before
    rows(phone).last.scroll_into_view_if_needed()
    (x, start), (_, end) = middle(rows(phone).first.locator(".grip")), middle(rows(phone).last)
    steps = [(x, start + (end + 10 - start) * step / 6) for step in range(7)]
    touch(phone, steps)
    expect(status(phone)).to_contain_text(f"is now {len(before)} of {len(before)}")
    assert order_on(phone) == [*before[1:], before[0]]


def test_moved_row_keeps_the_focus_without_scripts(without_scripts: Page) -> None:
    page = without_scripts
    start_paper(page, real_paper(1, Interaction.ORDER))
    expect(page.locator(".grip").first).to_be_hidden()
    before = order_on(page)
    tab_to(page, rows(page).first.get_by_role("button", name="Move down"))
    page.keyboard.press("Enter")
    expect(page.locator("[name=order]").nth(1)).to_have_value(before[0])
    expect(rows(page).nth(1).get_by_role("button", name="Move down")).to_be_focused()


def test_feedback_of_an_order_shows_it_and_what_stood_in_its_place(
    playing: Callable[..., Page],
) -> None:
    page = playing(Interaction.ORDER)
    item = item_on(page)
    put_in_order(page, sample(page, 0.5).raw["order"])
    answer_button(page).click()
    expect_feedback(page)
    shown = page.locator("#stage > .options li")
    names = [item.options[at].text.render() for at in item.sequence]
    expect(shown.locator("b")).to_have_text(names)
    expect(shown.nth(0).locator(".tag")).to_have_text([f"you: {names[1]}"])
    expect(shown.nth(2).locator(".tag")).to_have_text(["right"])


# Pairs, numbers, names --------------------------------------------------------------------------


def test_pairs_are_chosen_by_keyboard(playing: Callable[..., Page]) -> None:
    page = playing(Interaction.MATCH)
    raw = sample(page, 1.0).raw
    for name, values in raw.items():
        select = page.locator(f"select[name={name}]")
        tab_to(page, select)
        option = select.locator(f"option[value='{values[0]}']")
        page.keyboard.type(option.inner_text(), delay=1)
        expect(select).to_have_value(values[0])
    tab_to(page, answer_button(page))
    page.keyboard.press("Enter")
    expect_feedback(page)
    assert grades(attempt_on(page)) == [1]


def test_half_chosen_pairs_are_kept(playing: Callable[..., Page]) -> None:
    page = playing(Interaction.MATCH)
    name, values = next(iter(sample(page, 1.0).raw.items()))
    page.locator(f"select[name={name}]").select_option(values[0])
    answer_button(page).click()
    expect(page.locator("#problem")).to_have_text(
        "Something is still open. Fill in all of it, then answer."
    )
    expect(page.locator(f"select[name={name}]")).to_have_value(values[0])
    expect(page.locator("select[name=match-1]")).to_be_focused()


def test_no_number_is_kept_and_explained_and_enter_sends_the_mended_one(
    playing: Callable[..., Page],
) -> None:
    page = playing(Interaction.NUMBER)
    field = page.get_by_role("textbox")
    tab_to(page, field)
    page.keyboard.type("about 300")
    page.keyboard.press("Enter")
    expect(page.locator("#problem")).to_have_text("Write one number, in figures, without words.")
    expect(field).to_have_value("about 300")
    expect(field).to_be_focused()
    field.fill(sample(page, 1.0).raw["number"][0])
    page.keyboard.press("Enter")
    expect_feedback(page)
    assert grades(attempt_on(page)) == [1]


def test_misspelt_name_is_corrected_in_the_feedback(playing: Callable[..., Page]) -> None:
    page = playing(Interaction.NAME)
    item = item_on(page)
    name = item.names[item.key_index].shown
    misspelt = name[:-2] + name[-1] + name[-2]
    field = page.get_by_role("textbox", name="Name")
    tab_to(page, field)
    page.keyboard.type(misspelt)
    page.keyboard.press("Enter")
    expect_feedback(page)
    expect(page.locator("#verdict")).to_contain_text("Right.")
    expect(page.locator("#verdict")).to_contain_text(f"“{misspelt}”, read as {name}")


def test_family_name_of_several_asks_which_and_both_steps_need_only_keys(page: Page) -> None:
    paper = real_paper(1, Interaction.NAME)
    held = paper.items.get()
    item = Item.from_json(held.snapshot)
    at = item.key_index
    other = next(number for number, option in enumerate(item.options) if not option.is_key)
    family = item.names[at].family
    names = [*item.names]
    names[other] = names[other]._replace(family=family)
    held.snapshot = item._replace(names=tuple(names)).to_json()
    held.save()
    start_paper(page, paper)
    tab_to(page, page.get_by_role("textbox", name="Name"))
    page.keyboard.type(family[0])
    page.keyboard.press("Enter")
    expect(page.locator("#problem")).to_have_text(
        "Several people go by that name. Which one do you mean?"
    )
    expect(page.get_by_role("radio")).to_have_count(2)
    expect(page.get_by_role("radio").first).to_be_focused()
    assert grades(attempt_on(page)) == []
    page.keyboard.press("2" if other < at else "1")
    page.keyboard.press("Enter")
    expect_feedback(page)
    assert grades(attempt_on(page)) == [1]


# On the map -------------------------------------------------------------------------------------


def pinboard(page: Page) -> Locator:
    return page.get_by_role("application", name="Map of the world")


def pinned(page: Page) -> tuple[float, float] | None:
    """Degrees north and east that would be sent, if any."""
    fields = page.locator("[name=lat]:enabled, [name=lon]:enabled").all()
    numbers = [float(field.input_value()) for field in fields]
    return (numbers[0], numbers[1]) if numbers else None


def spot(page: Page, lat: float, lon: float) -> tuple[float, float]:
    """Where on the screen a place is while the whole map is in view."""
    box = pinboard(page).locator("svg").bounding_box()
    assert box is not None
    return (
        box["x"] + (lon + 180) / 360 * box["width"],
        box["y"] + (90 - lat) / 180 * box["height"],
    )


def test_pin_is_put_by_pointer_and_a_choice_from_the_list_lifts_it(
    playing: Callable[..., Page],
) -> None:
    page = playing(Interaction.PLACE, 2)
    for position in (1, 2):  # the second came by htmx
        expect(pinboard(page)).to_be_visible()
        assert pinned(page) is None
        page.mouse.click(*spot(page, 40, -100))
        lat, lon = pinned(page) or (0, 0)
        assert lat == pytest.approx(40, abs=1)
        assert lon == pytest.approx(-100, abs=1)
        expect(page.locator("#pin-at")).to_have_text(f"{lat:.1f}° north, {-lon:.1f}° west")
        page.get_by_role("radio").first.check()
        assert pinned(page) is None
        expect(page.locator(".pin")).to_be_hidden()
        expect(page.locator("#pin-at")).to_have_text("")
        point = item_on(page).point
        assert point is not None
        page.evaluate("scrollTo(0, 0)")  # the list may have led the map below the bar
        page.mouse.click(*spot(page, point.lat, point.lon))
        expect(page.get_by_role("radio", checked=True)).to_have_count(0)
        answer_button(page).click()
        expect_feedback(page)
        expect(page.locator("#stage")).to_contain_text("km from it.")
        assert grades(attempt_on(page)) == [1] * position
        if position == 1:
            go_on(page)
            expect_question(page, 2)


def test_pin_moves_by_arrow_keys_in_large_and_small_steps(playing: Callable[..., Page]) -> None:
    page = playing(Interaction.PLACE)
    tab_to(page, pinboard(page))
    for keys, place in (
        (["ArrowUp"], (5, 0)),
        (["ArrowLeft", "ArrowLeft"], (5, -10)),
        (["Shift+ArrowDown", "Shift+ArrowRight"], (4, -9)),
        (["ArrowLeft"] * 35, (4, 176)),  # around the world
        (["ArrowUp"] * 20, (90, 176)),  # and no farther than the pole
    ):
        for key in keys:
            page.keyboard.press(key)
        assert pinned(page) == pytest.approx(place)
    expect(page.locator("#pin-at")).to_have_text("90.0° north, 176.0° east")
    expect(pinboard(page)).to_be_focused()
    page.keyboard.press("Enter")
    expect_feedback(page)


def test_closer_map_is_around_the_pin_and_follows_it(playing: Callable[..., Page]) -> None:
    page = playing(Interaction.PLACE)
    page.mouse.click(*spot(page, 40, -100))
    before = pinned(page)
    closer = page.get_by_role("button", name="Closer")
    closer.click()
    expect(closer).to_have_attribute("aria-pressed", "true")
    assert pinned(page) == before
    assert middle(page.locator(".pin")) == pytest.approx(middle(pinboard(page)), abs=8)
    pinboard(page).focus()
    for _ in range(60):  # a closer map takes small steps, and goes along
        page.keyboard.press("ArrowRight")
    lat, lon = before or (0, 0)
    assert pinned(page) == pytest.approx((lat, lon + 60), abs=0.02)
    box, at = pinboard(page).bounding_box(), middle(page.locator(".pin"))
    assert box is not None
    assert box["x"] <= at[0] <= box["x"] + box["width"]
    closer.click()
    expect(closer).to_have_attribute("aria-pressed", "false")


def test_thumb_puts_the_pin_as_exactly_as_full_credit_asks(phone: Page) -> None:
    """The first tap is rough and brings the map closer; a pixel is then a fifth of what is good
    enough."""
    start_paper(phone, real_paper(1, Interaction.PLACE))
    point = item_on(phone).point
    assert point is not None
    height = phone.evaluate("document.documentElement.scrollHeight")
    pinboard(phone).scroll_into_view_if_needed()
    phone.touchscreen.tap(*spot(phone, point.lat + 4, point.lon + 6))
    expect(phone.get_by_role("button", name="Closer")).to_have_attribute("aria-pressed", "true")
    assert phone.evaluate("document.documentElement.scrollHeight") == height
    answer = answer_button(phone).bounding_box()
    phone.touchscreen.tap(*spot_in_view(phone, point.lat, point.lon))
    assert answer_button(phone).bounding_box() == answer
    lat, lon = pinned(phone) or (0, 0)
    assert lat == pytest.approx(point.lat, abs=0.5)  # 55 km
    assert lon == pytest.approx(point.lon, abs=0.5)
    answer_button(phone).click()
    expect_feedback(phone)
    assert grades(attempt_on(phone)) == [1]


def spot_in_view(page: Page, lat: float, lon: float) -> tuple[float, float]:
    """Where on the screen a place is, however close the map."""
    box = pinboard(page).locator("svg").bounding_box()
    view = pinboard(page).locator("svg").get_attribute("viewBox")
    assert box is not None
    assert view is not None
    x, y, width, height = map(float, view.split())
    return (
        box["x"] + (lon + 180 - x) / width * box["width"],
        box["y"] + (90 - lat - y) / height * box["height"],
    )


def test_without_scripts_there_is_the_list_alone(without_scripts: Page) -> None:
    start_paper(without_scripts, real_paper(1, Interaction.PLACE))
    expect(without_scripts.locator(".pinboard")).to_be_hidden()
    expect(without_scripts.get_by_role("radio")).not_to_have_count(0)


# At the end -------------------------------------------------------------------------------------


def test_result_reviews_every_way_to_answer(page: Page) -> None:
    others = [way for way in Interaction if way is not Interaction.CHOICE]
    start_paper(page, real_paper(10, *others))
    finish(page, wrong=(1, 4, 7))
    for summary in page.locator("summary").all():
        summary.click()
    expect(headline(page)).to_have_text("7 of 10 right")
    expect_for_everybody(page)
