"""Keys that come before the answer to the one before them: each does what it would have done after it."""

import shutil

import pytest
from playwright.sync_api import expect

from archkit.assets import example_file, template_text
from tests.browser.test_redraws import HOLD, VALUE, release, studio, typist
from tests.widgets.fake_studio import FakeStudio

__all__ = ["studio", "typist"]

WAITING = ".ak-grid-waiting:visible"
#: What is sent next is refused, until `allow` is called.
FORBID = """() => {
    const send = window.model.send;
    window.model.send = message => send({ ...message, path: [] });
    window.allow = () => { window.model.send = send; };
}"""


def flows(studio):
    return [(flow.source, flow.target) for flow in studio.session.document.data_flow.flows]


def settle_flows(studio):
    release(studio)
    studio.page.keyboard.press("Enter")
    studio.settle()
    return flows(studio)


def test_every_key_that_is_pressed_before_a_new_row_has_come_is_kept_in_order(studio, typist):
    page, press = studio.page, studio.page.keyboard.press
    typist.cells("Shop")
    press("Enter")
    studio.settle()

    page.evaluate("hold()")
    # To the second cell of the new row, back to the first, and what stands in the second away again.
    for key in ("Control+Enter", "End", "Home", "ArrowRight", "b", "ArrowLeft", "F", "F2", "ArrowLeft", "E", "Tab"):
        press(key)
    for key in ("Backspace", "Control+d", "ArrowLeft", "Z", "Tab", "End"):
        press(key)
    page.keyboard.type("At the end")
    assert settle_flows(studio) == [("Shop", ""), ("EF", ""), ("Z", "")]
    assert [flow.what for flow in studio.session.document.data_flow.flows][2:] == ["At the end"]
    assert page.locator(WAITING).count() == 0
    press("ArrowUp")

    page.evaluate("hold()")
    press("Control+Enter")
    press("Control+z")
    release(studio)
    studio.settle()
    assert len(flows(studio)) == 3

    page.evaluate("hold()")
    for key in ("Control+Enter", "x", "Escape"):
        press(key)
    page.keyboard.type("Mine")
    assert settle_flows(studio)[2:] == [("Mine", ""), ("", "")]

    page.evaluate("hold()")
    # Out of the table, where a letter is nothing.
    for key in ("Control+Enter", "End", "Tab", "x"):
        press(key)
    release(studio)
    studio.settle()
    whats = [flow.what for flow in studio.session.document.data_flow.flows]
    assert len(whats) == 5 and not any("x" in what for what in whats)


def test_the_clipboard_before_a_new_row_has_come_is_that_of_the_row(studio, typist):
    page, press = studio.page, studio.page.keyboard.press
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("text => navigator.clipboard.writeText(text)", "Shop\tOutbox")

    page.evaluate("hold()")
    for key in ("Control+Enter", "Control+v"):
        press(key)
    release(studio)
    studio.settle()
    assert flows(studio)[1:] == [("Shop", "Outbox")]

    page.evaluate("hold()")
    for key in ("ArrowRight", "Control+d", "Control+x", "ArrowLeft", "Control+v"):
        press(key)
    release(studio)
    studio.settle()
    assert flows(studio)[1:] == [("Shop", "Outbox"), ("Outbox", "")]
    assert page.evaluate("() => navigator.clipboard.readText()") == "Outbox"


def test_what_is_typed_after_a_button_was_pressed_lands_in_the_row_that_it_adds(studio, typist):
    page, press = studio.page, studio.page.keyboard.press

    page.evaluate("hold()")
    page.get_by_role("button", name="Add flow").press("Enter")
    page.keyboard.type("Zed")
    press("Tab")
    page.keyboard.type("Outbox")
    assert settle_flows(studio)[1:] == [("Zed", "Outbox")]

    page.evaluate("hold()")
    page.get_by_role("button", name="Duplicate flow 2").press("Enter")
    page.keyboard.type("Last")
    assert settle_flows(studio)[2:] == [("Zed", "Last")]


def test_words_of_a_row_that_was_refused_go_into_another_one_only_when_told_to(studio, typist):
    page, press = studio.page, studio.page.keyboard.press
    refused = page.get_by_label("New flow:").first
    page.evaluate(FORBID)
    page.evaluate("hold()")
    press("Control+Enter")
    page.keyboard.type("Inbox")
    release(studio)
    expect(refused).to_have_value("Inbox")
    expect(refused).to_be_focused()
    page.evaluate("allow()")

    page.evaluate("hold()")
    page.locator("td.ak-cell").first.click()
    press("Control+Enter")
    page.keyboard.type("Other")
    assert settle_flows(studio) == [("", ""), ("Other", "")]
    expect(refused).to_have_value("Inbox")
    refused.press("Enter")
    studio.settle()
    expect(page.locator(WAITING)).to_have_count(0)
    assert page.evaluate(VALUE) == "Inbox"
    press("Enter")
    studio.settle()
    assert ("Inbox", "") in flows(studio)


@pytest.fixture
def example(page, tmp_path):
    studio = FakeStudio(page, shutil.copy(example_file(), tmp_path / "example.md")).show()
    studio.open("Risks and Mitigations")
    new = page.get_by_label("Title of a new column").first
    new.fill("Mine")
    new.press("Enter")
    studio.settle()
    page.evaluate(HOLD)
    yield studio
    studio.session.close()


def columns(studio):
    return list(studio.session.document.risks[0].extra)


def test_a_column_whose_title_was_just_changed_is_deleted_under_its_new_title(example):
    page = example.page
    page.evaluate("hold()")
    page.get_by_label("Title of column Mine").press("End")
    page.keyboard.type("!")
    page.get_by_label("Delete column Mine").click()
    release(example)
    assert columns(example) == []

    new = page.get_by_label("Title of a new column").first
    new.fill("Mine")
    new.press("Enter")
    example.settle()
    page.get_by_label("Title of column Mine").press("End")
    page.keyboard.type("!")
    # The answer comes while the button is down, which leaves the button where it is.
    page.get_by_label("Delete column Mine").hover()
    page.mouse.down()
    page.get_by_label("Delete column Mine!").wait_for()
    example.settle()
    assert columns(example) == ["Mine!"]
    page.mouse.up()
    example.settle()
    assert columns(example) == []


def test_a_title_that_is_refused_leaves_the_one_before_it(example):
    page = example.page
    page.get_by_label("Title of column Mine").press("End")
    page.keyboard.type("s")
    page.keyboard.press("Enter")
    example.settle()
    page.evaluate(FORBID)
    page.get_by_label("Title of column Mines").press("End")
    page.keyboard.type("!")
    page.keyboard.press("Enter")
    example.settle()
    page.evaluate("allow()")
    page.keyboard.type("?")
    page.keyboard.press("Enter")
    example.settle()
    assert columns(example) == ["Mines!?"]


def test_who_goes_on_before_it_is_known_what_is_missing_is_not_led_away(page, tmp_path):
    path = tmp_path / "empty.md"
    path.write_text(template_text(), encoding="utf-8")
    studio = FakeStudio(page, path)
    think, studio.studio._think = studio.studio._think, lambda: None
    studio.show()
    studio.open("Executive Summary")
    page.keyboard.press("F8")
    page.locator(".ak-form-pane textarea").first.click()
    page.keyboard.type("The words that I ")

    think()
    studio.tell()
    page.keyboard.type("type on")
    page.keyboard.press("Tab")
    studio.settle()

    assert studio.session.document.executive_summary == "The words that I type on"
    studio.session.close()
