"""What a grid does at a press of its buttons, and with blocks as spreadsheets hand them over."""

import shutil

import pytest
from playwright.sync_api import expect

from archkit.assets import example_file
from tests.widgets.fake_kernel import FakeKernel

PUT = "text => navigator.clipboard.writeText(text)"
GOT = "navigator.clipboard.readText()"
# As a spreadsheet does it: the table is on the clipboard, too.
PUT_BOTH = """([text, html]) => navigator.clipboard.write([new ClipboardItem({
    'text/plain': new Blob([text], { type: 'text/plain' }),
    'text/html': new Blob([html], { type: 'text/html' }),
})])"""


@pytest.fixture
def fake(page, tmp_path):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.route("http://127.0.0.1/", lambda route: route.fulfill(body="", content_type="text/html"))
    fake = FakeKernel(page, shutil.copy(example_file(), tmp_path / "example.md"))
    fake.address = "http://127.0.0.1/"
    yield fake
    fake.session.close()


def press(fake, *keys):
    for key in keys:
        fake.page.keyboard.press(key)
    fake.catch_up()


def names(fake):
    return [risk.risk for risk in fake.session.document.risks]


def test_rows_are_doubled_moved_and_deleted_by_buttons_that_say_which_row_they_are_about(fake):
    first, second, third, *rest = names(fake.show("risks"))
    copies = fake.page.locator(".ak-grid-bar button").nth(1)
    expect(copies).to_have_attribute("aria-disabled", "true")
    fake.cell("Owner, risk 2").click()
    for name, order, at in (
        ("Duplicate risk 2", [first, second, second, third], 3),
        ("Move risk 3 down", [first, second, third, second], 4),
        ("Move risk 4 up", [first, second, second, third], 3),
        ("Delete risk 3", [first, second, third], 3),
    ):
        fake.button(name).click()
        fake.catch_up()
        assert names(fake)[: len(order)] == order, name
        # Whoever presses once more presses the same button again.
        assert fake.page.evaluate("document.activeElement.closest('.ak-grid-box') !== null"), name
        expect(fake.page.locator(f'.ak-grid-bar button[aria-label$="risk {at}"]').first).to_be_visible()
    assert names(fake) == [first, second, third, *rest]
    fake.cell("Risk, risk 1").click()
    expect(fake.button("Move risk 1 up")).to_have_attribute("aria-disabled", "true")
    fake.button("Move risk 1 up").focus()
    fake.page.keyboard.press("Enter")
    assert fake.catch_up() == []


def test_the_hint_of_a_column_stands_below_the_grid_and_is_read_with_its_cell(fake):
    fake.show("risks").cell("Cost, risk 1").click()
    hint = fake.page.locator(".ak-grid-hint")
    expect(hint).to_contain_text("Cost (days): ")
    words = hint.inner_text().removeprefix("Cost (days): ")
    expect(fake.cell("Cost, risk 1")).to_have_accessible_description(words)
    press(fake, "ArrowRight")
    expect(hint).to_contain_text("Mitigation: ")


def test_what_is_cut_is_copied_and_emptied_as_one_step_and_done_again_by_a_key(fake):
    fake.show("risks").cell("Likelihood, risk 1").click()
    press(fake, "Shift+ArrowRight", "Control+x")
    risk = fake.session.document.risks[0]
    assert (risk.likelihood, risk.impact) == ("", "")
    assert fake.page.evaluate(GOT) == "possible\tsevere"
    press(fake, "Control+z")
    assert fake.session.document.risks[0].impact == "severe"
    press(fake, "Control+y")
    assert fake.session.document.risks[0].impact == ""
    fake.cell("Likelihood, risk 3").click()
    press(fake, "Control+v")
    assert (fake.session.document.risks[2].likelihood, fake.session.document.risks[2].impact) == ("possible", "severe")


def test_one_value_goes_into_every_selected_cell(fake):
    fake.show("risks").cell("Owner, risk 2").click()
    press(fake, "Shift+ArrowDown", "Shift+ArrowDown")
    fake.page.evaluate(PUT, "Ada\n")
    press(fake, "Control+v")
    assert [risk.owner for risk in fake.session.document.risks[1:4]] == ["Ada"] * 3
    press(fake, "Control+z")
    assert "Ada" not in [risk.owner for risk in fake.session.document.risks]


def test_cells_of_a_spreadsheet_may_hold_line_breaks_quotes_and_tabs(fake):
    fake.show("risks").cell("Risk, risk 9").click()
    text = '"Two\nlines"\tlikely\n"He said ""no"""\t5%\n"5"" disk"\trare\r\n'
    fake.page.evaluate(PUT_BOTH, [text, "<table><tr><td>Two<br>lines</td></tr></table>"])
    press(fake, "Control+v")

    rows = fake.session.document.risks[8:]
    assert [row.likelihood for row in rows] == ["likely", "5%", "rare"]
    assert [row.risk for row in rows[1:]] == ['He said "no"', '5" disk']
    expect(fake.cell("Risk, risk 9").locator(".ak-text")).to_have_text("Two\nlines", use_inner_text=True)
    press(fake, "Shift+ArrowRight", "Control+c")
    assert fake.page.evaluate(GOT) == '"Two\nlines"\tlikely'

    # One column copied from a spreadsheet stays one column: no mark of a list is taken off, no row added.
    fake.cell("Owner, risk 1").click()
    fake.page.evaluate(PUT_BOTH, ["- Ada\n- Grace", "<table><tr><td>- Ada</td></tr><tr><td>- Grace</td></tr></table>"])
    press(fake, "Control+v")
    assert [row.owner for row in fake.session.document.risks[:2]] == ["- Ada", "- Grace"]
    assert len(fake.session.document.risks) == 11


def test_prose_and_cells_are_checked_for_spelling(fake):
    fake.show("executive_summary")
    expect(fake.page.locator("textarea").first).to_have_attribute("spellcheck", "true")
    fake.show("risks").field("Mitigation, risk 1")
    expect(fake.label("Mitigation, risk 1")).to_have_attribute("spellcheck", "true")
