"""Forms in a browser: the ES module with a fake model in a blank page, and one journey in a real JupyterLab."""

import re
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from archkit.assets import example_file
from archkit.widgets.schema import section_keys
from tests.widgets.cells import cell, field
from tests.widgets.fake_kernel import FakeKernel
from tests.widgets.far_side import outside

# A form is a part of a page: the page's own heading stands above it.
SAVED = re.compile(r"^Saved \d\d:\d\d:\d\d$")
AXE = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"page-has-heading-one": {"enabled": False}},
}


@pytest.fixture
def fake(page, tmp_path):
    return FakeKernel(page, shutil.copy(example_file(), tmp_path / "example.md"))


def test_typing_is_sent_once_after_a_pause(fake):
    field = fake.show("risks").field("Owner, risk 1")
    # All keys within one task: a slow machine cannot put a pause between them.
    field.evaluate("""field => ['T', 'To', 'Tom'].forEach(text => {
        field.value = text;
        field.dispatchEvent(new Event('input'));
    })""")

    message = fake.wait_for("set")
    assert (message["path"][-1], message["value"]) == ("owner", "Tom")
    assert len(fake.sent("set")) == 1


def test_what_was_typed_is_sent_before_a_row_is_added(fake):
    fake.show("risks").field("Owner, risk 1").fill("Ada")
    fake.button("Add risk").click()

    assert [message["op"] for message in fake.page.evaluate("sent")][-2:] == ["set", "insert"]


def test_a_new_row_gets_the_focus(fake):
    fake.show("risks").button("Add risk").click()
    fake.serve()

    expect(fake.cell("Risk, risk 11")).to_be_focused()


def test_a_deleted_row_hands_the_focus_to_its_neighbour(fake):
    fake.show("risks").cell("Owner, risk 3").click()
    fake.button("Delete risk 3").click()
    fake.serve()

    expect(fake.button("Delete risk 3")).to_be_focused()
    expect(fake.cell("Risk, risk 3")).to_have_text("The queue slows down the order database at peak")


def test_a_row_that_moves_keeps_the_focus(fake):
    fake.show("risks").cell("Owner, risk 2").click()
    fake.button("Move risk 2 up").click()
    fake.serve()

    expect(fake.button("Move risk 1 up")).to_be_focused()
    expect(fake.button("Move risk 1 up")).to_be_disabled()


def test_focus_caret_and_words_stay_when_the_form_is_drawn_anew(fake):
    field = fake.show("risks").field("Risk, risk 2")
    field.fill("Half a sen")
    field.press("ArrowLeft")
    fake.session.insert(("risks",), 0)
    fake.tell()

    field = fake.label("Risk, risk 3")
    expect(field).to_be_focused()
    expect(field).to_have_value("Half a sen")
    assert field.evaluate("element => element.selectionStart") == len("Half a se")


def test_the_field_being_typed_in_is_not_echoed(fake):
    field = fake.show("risks").field("Owner, risk 1")
    field.fill("Ada  ")
    fake.wait_for("set")
    fake.serve()

    expect(field).to_have_value("Ada  ")
    fake.cell("Owner, risk 2").click()
    expect(fake.cell("Owner, risk 1")).to_have_text("Ada")


def test_a_problem_is_announced_below_its_field(fake):
    field = fake.show("risks").field("Cost, risk 1")
    field.fill("many")
    fake.wait_for("set")
    fake.serve()

    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile('cost "many" is not a number; use digits'))
    expect(field).to_have_value("many")
    expect(fake.page.locator(".ak-summary")).to_have_text("10 risks, 1 to mend")


def test_a_value_that_is_refused_stays_and_says_so(fake):
    field = fake.show("findings").field("Id, finding 1")
    field.fill("1 2")
    fake.wait_for("set")
    fake.serve()

    expect(field).to_have_value("1 2")
    expect(fake.page.get_by_role("status")).to_contain_text("Not saved: ")
    expect(field).to_have_attribute("aria-invalid", "true")


def test_the_state_is_said_in_words(fake):
    status = fake.show("risks").page.get_by_role("status")
    expect(status).to_have_text("")
    fake.field("Owner, risk 1").fill("Ada")
    expect(status).to_have_text("Saving…")
    fake.wait_for("set")
    fake.serve()
    fake.session.save()
    fake.tell()
    expect(status).to_have_text(SAVED)
    fake.field("Owner, risk 1").fill("Grace")
    expect(status).to_have_text("Not saved: the kernel does not answer. Run the cells again from the top.")


def test_the_name_of_an_option_is_sent_when_the_field_is_left(fake):
    field = fake.show("options").label("Name").first
    field.press_sequentially("X")
    expect(fake.page.get_by_role("status")).to_have_text("Saved when you leave the field")
    assert fake.sent("set") == []

    field.blur()

    assert fake.wait_for("set")["value"].count("X") == 1


def test_words_that_were_not_saved_come_back_in_a_new_form(fake):
    # A page without an address keeps nothing.
    fake.page.route("http://127.0.0.1/", lambda route: route.fulfill(body="", content_type="text/html"))
    fake.address = "http://127.0.0.1/"
    fake.show("risks").field("Owner, risk 1").fill("Ada")
    fake.wait_for("set")
    fake.page.evaluate("end()")
    fake.show("risks")

    expect(fake.cell("Owner, risk 1")).to_have_text("Ada")
    assert fake.wait_for("set")["value"] == "Ada"


def test_html_in_a_value_is_shown_as_text(fake):
    hostile = "<img src=x onerror='window.ran = true'><script>window.ran = true</script>"
    fake.session.set(("risks", 0, "risk"), hostile)
    fake.session.set(("risks", 0, "cost"), hostile)
    fake.session.set(("options", 0, "name"), hostile)
    for key in ("risks", "options", "comparison", "recommendation"):
        fake.show(key)
        assert fake.page.locator("main img, main script").count() == 0

    fake.show("risks")
    expect(fake.cell("Risk, risk 1").locator(".ak-text")).to_have_text(hostile)
    assert fake.page.evaluate("window.ran") is None


def test_html_in_a_notice_is_shown_as_text(fake):
    hostile = "<img src=x onerror='window.ran = true'>"
    fake.show("risks").field("Owner, risk 1").fill(hostile)
    fake.wait_for("set")
    fake.serve()
    outside(fake.session, "Tom Okafor | PostgreSQL", "`<img src=x onerror=1>` | PostgreSQL")
    fake.tell()

    expect(
        fake.page.get_by_role("group", name=re.compile("^Changed on disk")).get_by_role("definition").first
    ).to_have_text(hostile)
    assert fake.page.locator("main img").count() == 0


def test_keys_do_not_reach_the_notebook_except_with_control(fake):
    fake.show("risks").cell("Owner, risk 2").click()
    fake.button("Move risk 2 up").focus()
    for key in ("b", "x", "d", "Control+z", "Control+s"):
        fake.page.keyboard.press(key)

    assert fake.page.evaluate("keys") == ["s"]


@pytest.mark.parametrize("key", section_keys())
def test_a_form_has_no_accessibility_violation(fake, key):
    fake.session.set(("risks", 0, "cost"), "many")
    fake.show(key)

    found = Axe().run(fake.page, options=AXE).response["violations"]

    assert [(violation["id"], violation["nodes"][0]["html"]) for violation in found] == []


def test_a_risk_is_typed_in_jupyterlab_and_survives_the_kernel(lab, notebook):
    file = lab.root / "example.md"
    shutil.copy(example_file(), file)
    form = notebook(
        "from archkit.session import Session\n"
        "from archkit.widgets.form import section_form\n"
        "session = Session.open('example.md')\nsection_form(session, 'risks')",
        "section_form(session, 'risks')",
    )
    form.run_all()
    risks, other = form.output(0), form.output(1)

    risks.get_by_role("button", name="Add risk", exact=True).click()
    expect(cell(risks, "Risk, risk 11")).to_be_focused()
    form.page.keyboard.type("The lamp | falls over")
    expect(risks.get_by_role("status")).to_have_text(SAVED)
    assert "| The lamp \\| falls over |" in file.read_text()

    expect(cell(other, "Risk, risk 11")).to_have_text("The lamp | falls over")

    typed = field(risks, "Risk, risk 11")
    typed.press("End")
    typed.press_sequentially("!")
    typed.press("Control+z")
    expect(typed).to_have_value("The lamp | falls over")

    cell(risks, "Owner, risk 1").click()
    for key in ("Escape", "Home"):
        form.page.keyboard.press(key)
    risks.get_by_role("button", name="Move risk 1 down", exact=True).focus()
    for key in ("b", "d", "d", "x"):
        form.page.keyboard.press(key)
    assert form.page.locator(".jp-Notebook .jp-Cell").count() == 2

    form.restart_kernel()
    field(risks, "Risk, risk 11").press_sequentially(" at night")
    expect(risks.get_by_role("status")).to_have_text(
        "Not saved: the kernel does not answer. Run the cells again from the top."
    )
    form.run(0)
    expect(cell(form.output(0), "Risk, risk 11")).to_have_text("The lamp | falls over at night")
    expect(form.output(0).get_by_role("status")).to_have_text(SAVED)
    assert "falls over at night |" in file.read_text()
    form.picture("form-risks")
