"""A table that is drawn anew while somebody types in it: the cell, its focus, its caret and every letter stay."""

import shutil

import pytest
from playwright.sync_api import expect

from archkit.assets import example_file, template_text
from tests.browser.typed import Typist
from tests.widgets.fake_studio import FakeStudio

#: Keeps what is sent until it is released, so that an answer comes exactly when the test says.
HOLD = """() => {
    const toKernel = window.model.send;
    const kept = [];
    let isHeld = false;
    window.model.send = message => (isHeld ? kept.push(message) : toKernel(message));
    window.hold = () => { isHeld = true; };
    window.release = () => {
        isHeld = false;
        kept.splice(0).forEach(toKernel);
    };
}"""
VALUE = "document.activeElement.value"
LISTED = """() => [...document.querySelectorAll('.ak-editing [role=option]')].map(
    one => one.textContent + (one.getAttribute('aria-selected') === 'true' ? ' *' : ''))"""


@pytest.fixture
def studio(page, tmp_path):
    path = tmp_path / "empty.md"
    path.write_text(template_text(), encoding="utf-8")
    page.set_viewport_size({"width": 1400, "height": 900})
    studio = FakeStudio(page, path).show()
    page.evaluate(HOLD)
    yield studio
    studio.session.close()


@pytest.fixture
def typist(studio):
    studio.open("Data Flow")
    studio.page.get_by_role("button", name="Add flow").first.press("Enter")
    typist = Typist(studio.page)
    typist.reach("^From, flow 1$")
    return typist


def release(studio):
    studio.page.evaluate("release()")
    studio.settle()


def flows(studio):
    return [(flow.source, flow.target, flow.what) for flow in studio.session.document.data_flow.flows]


def test_new_choices_leave_the_cell_alone_in_which_somebody_types(studio, typist):
    page = studio.page
    typist.cells("Shop", "Outbox")
    page.evaluate("hold()")
    typist.cells("", "ordr")
    page.keyboard.press("F2")
    page.keyboard.press("ArrowLeft")
    # An element that is drawn anew would lose what was noted on it.
    page.evaluate("document.activeElement.closest('td').noted = true")

    release(studio)
    page.keyboard.type("e")
    assert page.evaluate(VALUE) == "order"
    assert page.evaluate("document.activeElement.closest('td').noted")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('td')")
    studio.settle()
    assert flows(studio) == [("Shop", "Outbox", "order")]


def test_a_cell_whose_own_choices_are_new_keeps_words_caret_and_list(studio, typist):
    page = studio.page
    page.evaluate("hold()")
    typist.cells("Shop", "Sp")
    page.keyboard.press("F2")
    page.keyboard.press("ArrowLeft")

    release(studio)
    assert page.locator(".ak-editing .ak-control").count() == 1
    page.keyboard.type("ho")
    assert page.evaluate(VALUE) == "Shop"
    assert page.evaluate(LISTED) == ["Shop *"]
    page.keyboard.press("Tab")
    typist.reach("^What, flow 1$")
    typist.cells("order")
    page.keyboard.press("Enter")
    studio.settle()
    assert flows(studio) == [("Shop", "Shop", "order")]


def test_a_column_that_comes_takes_no_cell_from_who_types_in_another(page, tmp_path):
    studio = FakeStudio(page, shutil.copy(example_file(), tmp_path / "example.md")).show()
    studio.open("Option Comparison")
    cell = page.locator(".ak-grid").first.locator("td.ak-kind-score").last
    name = cell.get_attribute("data-name")
    cell.dblclick()
    page.keyboard.press("Control+A")
    page.keyboard.type("43")
    page.keyboard.press("ArrowLeft")
    studio.settle()

    studio.session.insert(("options",), 0, {"name": "Nothing at all"})
    studio.tell()
    expect(page.locator(".ak-grid").first.get_by_role("columnheader", name="Nothing at all")).to_be_visible()
    page.keyboard.type("2")
    assert page.evaluate(VALUE) == "423"
    # From there keys lead on.
    page.keyboard.press("Shift+Tab")
    assert Typist(page).place != name
    page.keyboard.press("Tab")
    assert Typist(page).place == name
    assert page.locator(":focus .ak-text").inner_text() == "423"
    studio.session.close()


def test_what_is_typed_before_a_new_row_has_come_lands_in_it(studio, typist):
    page = studio.page
    page.evaluate("hold()")
    # Kept by the wire: the kernel hears of the rows when it is all typed.
    page.keyboard.press("Control+Enter")
    page.keyboard.type("Inbox")
    expect(page.get_by_label("New flow:")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.type("Outbox")
    page.keyboard.press("Control+Enter")
    page.keyboard.type("Third")
    release(studio)
    studio.settle()

    expect(page.get_by_label("From, flow 3", exact=True)).to_be_focused()
    assert page.evaluate(VALUE) == "Third"
    page.keyboard.press("Enter")
    studio.settle()
    flows = [(flow.source, flow.target) for flow in studio.session.document.data_flow.flows]
    assert flows == [("", ""), ("Inbox", "Outbox"), ("Third", "")]
    assert page.locator(".ak-grid-waiting:visible").count() == 0


def test_what_is_typed_for_a_row_that_cannot_come_stays_in_sight(studio, typist):
    page = studio.page
    page.evaluate(
        "() => { const send = window.model.send; window.model.send = message => send({ ...message, path: [] }); }"
    )
    page.evaluate("hold()")
    page.keyboard.press("Control+Enter")
    page.keyboard.type("Inbox")
    release(studio)
    studio.settle()

    expect(page.get_by_label("New flow:")).to_have_value("Inbox")
    page.keyboard.press("Escape")
    assert page.locator(".ak-grid-waiting:visible").count() == 0
    assert page.evaluate("document.activeElement.dataset.name") == "From, flow 1"


def test_the_title_of_a_column_that_somebody_types_stays_whole_when_another_column_comes(page, tmp_path):
    studio = FakeStudio(page, shutil.copy(example_file(), tmp_path / "example.md")).show()
    studio.open("Risks and Mitigations")
    new = page.get_by_label("Title of a new column").first
    new.fill("Mine")
    new.press("Enter")
    studio.settle()
    page.get_by_label("Title of column Mine").first.press("End")
    page.keyboard.type(" and")

    studio.session.change(lambda document: document.replace(risks=[with_column(row) for row in document.risks]))
    studio.tell()
    expect(page.get_by_label("Title of column Theirs").first).to_be_visible()
    page.keyboard.type(" yours")
    page.keyboard.press("Enter")
    studio.settle()

    expect(page.get_by_label("Title of column Mine and yours")).to_be_focused()
    assert list(studio.session.document.risks[0].extra) == ["Theirs", "Mine and yours"]


def with_column(row):
    return row.replace(extra={"Theirs": "1", **row.extra})
