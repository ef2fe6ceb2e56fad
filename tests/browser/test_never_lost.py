"""Typed work is never lost: notices with a fake model in a blank page, then a kernel that dies in a real JupyterLab."""

import os
import re
import shutil
import signal
import subprocess
import sys

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from archkit.assets import example_file
from tests.browser.test_forms import AXE
from tests.widgets.cells import cell, field
from tests.widgets.fake_kernel import FakeKernel
from tests.widgets.far_side import TYPE_AND_DIE, outside

SAVED = re.compile(r"^Saved \d\d:\d\d:\d\d$")
GONE = "Not saved: the kernel does not answer. Run the cells again from the top."
# Both type before either hears of the other.
BOTH_TYPE = """fields => ['One!\\n\\nTwo.', 'One.\\n\\nTwo?'].forEach((text, view) => {
    fields[view].value = text;
    fields[view].dispatchEvent(new Event('input'));
})"""
OPEN = "import os\nfrom archkit.session import Session\nfrom archkit.widgets.form import section_form\n"


@pytest.fixture
def file(tmp_path):
    return shutil.copy(example_file(), tmp_path / "example.md")


@pytest.fixture
def fake(page, file):
    fake = FakeKernel(page, file)
    yield fake
    fake.session.close()


@pytest.fixture
def crashed(page, file):
    subprocess.run([sys.executable, "-c", TYPE_AND_DIE, str(file)], check=False)
    fake = FakeKernel(page, file)
    yield fake.show("risks")
    fake.session.close()


@pytest.fixture
def clashing(fake):
    """A form whose first owner was changed here to Ada, and in the file to Tim."""
    fake.show("risks").field("Owner, risk 1").fill("Ada")
    fake.wait_for("set")
    fake.serve()
    outside(fake.session, "Tom Okafor | PostgreSQL", "Tim | PostgreSQL")
    fake.tell()
    return fake


def group(fake, name):
    return fake.page.get_by_role("group", name=name)


def press(fake, name, op):
    fake.button(name).click()
    fake.wait_for(op)
    fake.serve()


def test_undo_and_redo_keep_the_focus_and_say_when_they_cannot(fake):
    fake.show("risks")
    expect(fake.button("Undo")).to_be_disabled()
    fake.field("Owner, risk 1").fill("Ada")
    fake.wait_for("set")
    fake.serve()

    press(fake, "Undo", "undo")

    expect(fake.cell("Owner, risk 1")).to_have_text("Tom Okafor")
    expect(fake.button("Undo")).to_be_focused()
    expect(fake.button("Undo")).to_be_disabled()
    press(fake, "Redo", "redo")
    expect(fake.cell("Owner, risk 1")).to_have_text("Ada")
    expect(fake.button("Redo")).to_be_focused()


def test_what_was_recovered_is_told_shown_and_kept(crashed):
    notice = group(crashed, "Recovered")
    expect(notice).to_contain_text(re.compile(r"Recovered 2 edits from \d\d:\d\d that were not saved\."))
    expect(notice.get_by_role("listitem")).to_have_count(0)

    press(crashed, "Show the difference", "difference")
    expect(notice.get_by_role("listitem")).to_have_count(2)
    expect(notice).to_contain_text("Tom Okafor → Ada")

    press(crashed, "Keep", "keep")
    expect(notice).to_have_count(0)
    expect(crashed.cell("Owner, risk 1")).to_have_text("Ada")
    expect(crashed.page.get_by_role("status")).to_have_text(SAVED)


def test_what_was_recovered_can_be_discarded_and_had_back(crashed):
    press(crashed, "Discard", "discard")

    expect(crashed.cell("Owner, risk 1")).to_have_text("Tom Okafor")
    expect(group(crashed, "Recovered")).to_have_count(0)
    press(crashed, "Undo", "undo")
    expect(crashed.cell("Owner, risk 1")).to_have_text("Ada")


def test_a_clash_shows_both_sides_until_one_is_chosen(clashing):
    notice = group(clashing, re.compile("^Changed on disk: Owner"))
    expect(notice.get_by_role("definition")).to_have_text(["Ada", "Tim"])
    expect(clashing.page.get_by_role("status")).to_have_text("Changed on disk: 1 to settle")
    expect(clashing.label("Owner, risk 1")).to_have_value("Ada")

    press(clashing, "Take theirs", "settle")

    expect(notice).to_have_count(0)
    expect(clashing.cell("Owner, risk 1")).to_have_text("Tim")
    expect(clashing.button("Risks and Mitigations")).to_be_focused()


@pytest.mark.parametrize(
    ("choice", "value"), [("Keep mine", "Eins."), ("Take theirs", "Uno."), ("Keep both", "Eins.\nUno.")]
)
def test_who_types_second_into_the_same_words_is_told_and_chooses(fake, choice, value):
    fake.session.set(("executive_summary",), "One.")
    field = fake.show("executive_summary").label("Executive Summary")
    field.fill("Eins.")
    fake.wait_for("set")
    fake.session.set(("executive_summary",), "Uno.")
    fake.serve()

    told = group(fake, "Changed elsewhere: Executive Summary")
    expect(told.get_by_role("definition")).to_have_text(["Eins.", "Uno."])
    expect(field).to_have_value("Eins.")
    expect(fake.page.get_by_role("status")).to_contain_text("Not saved: somebody else changed these words")
    assert fake.session.document.executive_summary == "Uno."

    fake.button(choice).click()
    expect(field).to_be_focused()
    if choice != "Take theirs":
        fake.page.wait_for_function("sent.filter(message => message.op === 'set').length > 1")
        fake.serve()
    expect(told).to_have_count(0)
    expect(field).to_have_value(value)
    assert fake.session.document.executive_summary == value


def test_what_came_from_elsewhere_joins_the_typed_words_and_the_caret_stays(fake):
    fake.session.set(("executive_summary",), "One.\n\nTwo.")
    field = fake.show("executive_summary").label("Executive Summary")
    field.press("End")
    field.press("Control+End")
    field.press_sequentially("?")
    fake.wait_for("set")
    fake.session.set(("executive_summary",), "One and more.\n\nTwo.")
    fake.serve()

    expect(field).to_have_value("One and more.\n\nTwo.?")
    assert field.evaluate("field => field.selectionStart") == len("One and more.\n\nTwo.?")


def test_notices_have_no_accessibility_violation(clashing, pictures):
    clashing.page.screenshot(path=pictures / "notice-clash.png")

    found = Axe().run(clashing.page, options=AXE).response["violations"]

    assert [(violation["id"], violation["nodes"][0]["html"]) for violation in found] == []


def killed(lab, form, risks):
    """Kill the kernel, see the form say so, and run the cell in the kernel that comes after it."""
    os.kill(int((lab.root / "pid").read_text()), signal.SIGKILL)
    expect(risks.get_by_role("status")).to_have_text(GONE)
    form.page.get_by_role("dialog").get_by_role("button", name="Ok").click()
    form.picture("lost-1-gone")
    form.wait_until_idle()
    form.run(0)


@pytest.mark.parametrize("heard", [True, False], ids=["heard", "unheard"])
def test_a_killed_kernel_loses_no_word_in_jupyterlab(lab, notebook, heard):
    file = shutil.copy(example_file(), lab.root / f"killed-{heard}.md")
    # The journal alone has what is typed: the hand never rests long enough.
    never = "from archkit import saving\nsaving.REST = saving.LATEST = 600\nopen('pid', 'w').write(str(os.getpid()))\n"
    form = notebook(f"{OPEN}{never}section_form(Session.open('{file.name}'), 'risks')")
    form.run_all()
    risks = form.output(0)
    status = risks.get_by_role("status")

    field(risks, "Owner, risk 1").fill("Ada Lovelace")
    if heard:
        expect(risks.get_by_role("button", name="Undo", exact=True)).to_be_enabled()
    killed(lab, form, risks)

    expect(cell(risks, "Owner, risk 1")).to_have_text("Ada Lovelace")
    if heard:
        expect(risks.get_by_role("group", name="Recovered")).to_contain_text("Recovered 1 edit from ")
        risks.get_by_role("button", name="Show the difference", exact=True).click()
        expect(risks.get_by_role("listitem")).to_contain_text("Tom Okafor → Ada Lovelace")
        form.picture("lost-2-recovered")
        risks.get_by_role("button", name="Keep", exact=True).click()
        expect(status).to_have_text(SAVED)
        assert "Ada Lovelace" in file.read_text()


def test_a_form_whose_kernel_restarted_says_so_before_anything_is_typed(lab, notebook):
    shutil.copy(example_file(), lab.root / "gone.md")
    form = notebook(f"{OPEN}section_form(Session.open('gone.md'), 'title')")
    form.run_all()
    expect(form.output(0).get_by_role("status")).to_have_text("")
    form.restart_kernel()
    expect(form.output(0).get_by_role("status")).to_have_text(GONE)


def test_a_file_that_changes_outside_is_shown_within_two_seconds_in_jupyterlab(lab, notebook):
    file = shutil.copy(example_file(), lab.root / "outside.md")
    form = notebook(OPEN + "session = Session.open('outside.md')\nsection_form(session, 'risks')")
    form.run_all()
    risks = form.output(0)
    owner, status = cell(risks, "Owner, risk 1"), risks.get_by_role("status")
    expect(owner).to_have_text("Tom Okafor")

    file.write_text(file.read_text().replace("Tom Okafor | PostgreSQL", "Tim Okafor | PostgreSQL"))
    expect(owner).to_have_text("Tim Okafor", timeout=2000)

    owner.click()
    form.page.keyboard.type("Ada")
    form.page.keyboard.press("Tab")
    expect(status).to_have_text(SAVED)
    risks.get_by_role("button", name="Undo", exact=True).click()
    expect(owner).to_have_text("Tim Okafor")
    expect(risks.get_by_role("button", name="Redo", exact=True)).to_be_enabled()
    form.picture("lost-3-undone")


def test_two_views_of_one_form_keep_the_words_of_both_in_jupyterlab(lab, notebook):
    shutil.copy(example_file(), lab.root / "views.md")
    first = "session = Session.open('views.md')\nsession.set(('executive_summary',), 'One.\\n\\nTwo.')\n"
    form = notebook(f"{OPEN}{first}form = section_form(session, 'executive_summary')\nform", "form")
    form.run_all()
    left, right = (form.output(number).get_by_label("Executive Summary", exact=True) for number in (0, 1))

    form.page.evaluate(BOTH_TYPE, [left.element_handle(), right.element_handle()])

    for view in (left, right):
        expect(view).to_have_value("One!\n\nTwo?")
    form.picture("lost-4-two-views")
