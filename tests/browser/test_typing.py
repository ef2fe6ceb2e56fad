"""Typing in the studio while the kernel is busy: the field is never held up, and nothing typed is lost."""

import shutil

import pytest
from playwright.sync_api import expect

from archkit.assets import example_file
from tests.widgets.fake_studio import FakeStudio

TEXT = "Keys are kept in a store of their own"
#: Puts a kernel between that answers nothing until it is let go.
BUSY = """() => {
    const toKernel = window.model.send;
    window.sent = [];
    window.model.send = message => {
        window.sent.push(message);
        if (!window.isFree) return;
        toKernel(message);
    };
    window.free = () => {
        window.isFree = true;
        window.sent.forEach(toKernel);
    };
}"""
VALUES = "() => window.sent.filter(({ op }) => op === 'set').map(({ value }) => value)"


@pytest.fixture
def studio(page, tmp_path):
    page.set_viewport_size({"width": 1400, "height": 900})
    return FakeStudio(page, shutil.copy(example_file(), tmp_path / "example.md"))


def test_a_busy_kernel_holds_no_key_up_and_gets_fewer_messages_than_keys(studio):
    page = studio.show().page
    studio.open("Security Considerations")
    page.get_by_role("gridcell").first.dblclick()
    page.keyboard.press("Control+A")
    page.evaluate(BUSY)

    page.keyboard.type(TEXT)
    assert page.evaluate("document.activeElement.value") == TEXT
    page.wait_for_function(f"text => ({VALUES})().at(-1) === text", arg=TEXT)

    sent = page.evaluate(VALUES)
    # Keys that follow each other closely go together.
    assert sent[0] == TEXT[: len(sent[0])] and len(sent) < len(TEXT)
    assert page.evaluate("document.activeElement.value") == TEXT
    page.evaluate("window.free()")
    expect(studio.paper.get_by_text(TEXT)).to_be_visible()
    assert studio.session.document.security[0].consideration == TEXT
    assert page.evaluate("document.activeElement.value") == TEXT


def test_an_edit_of_an_estimate_leaves_what_it_does_not_change_on_the_page_alone(studio):
    page = studio.show().page
    studio.open("Estimated Effort")
    expect(studio.paper.locator("h2#effort")).to_be_visible()
    frame = page.locator("iframe.ak-page").element_handle()
    # Whatever is taken out, even to be put in again, is laid out anew.
    frame.evaluate("""frame => {
        const main = frame.contentDocument.querySelector('main');
        window.moved = 0;
        window.watcher = new MutationObserver(changes => { window.moved += changes.length; });
        window.watcher.observe(main, { childList: true });
    }""")
    title = studio.paper.locator("header.title")
    before = title.inner_text()

    page.locator('[role="gridcell"][data-name="High, work item 1"]').dblclick()
    page.keyboard.press("Control+A")
    page.keyboard.type("95")

    expect(title).not_to_have_text(before, use_inner_text=True)
    assert page.evaluate("window.moved") == 0
