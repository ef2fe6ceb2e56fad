"""What a merge left unfinished, in the form: both sides as text, what differs in words, a button for each way out."""

import re
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from archkit.assets import example_file
from archkit.versions.merge_text import merge_text
from tests.browser.test_forms import AXE
from tests.widgets.fake_kernel import FakeKernel
from tests.widgets.far_side import outside

OWNER = "Tom Okafor | PostgreSQL outbox with SKIP LOCKED | 5"
MERGE = re.compile(r"^Merge to finish in line \d+$")


@pytest.fixture
def file(tmp_path):
    return shutil.copy(example_file(), tmp_path / "example.md")


@pytest.fixture
def merged(page, file):
    """The form of a section that git could not merge: our owner is Ada, theirs is Tim."""
    text = file.read_text()
    sides = (text.replace(OWNER, OWNER.replace("Tom Okafor", name), 1) for name in ("Ada", "Tim"))
    file.write_text(merge_text(text, *sides, ("HEAD", "ledger-branch")).text)
    fake = FakeKernel(page, file)
    yield fake.show("risks")
    fake.session.close()


def choose(fake, name, op):
    fake.button(name).click()
    fake.wait_for(op)
    fake.serve()


def violations(fake):
    found = Axe().run(fake.page, options=AXE).response["violations"]
    return [(violation["id"], violation["nodes"][0]["html"]) for violation in found]


def test_a_conflict_shows_both_sides_and_what_differs(merged, pictures):
    notice = merged.page.get_by_role("group", name=MERGE)

    expect(notice.get_by_role("term")).to_have_text(["Ours (HEAD)", "Theirs (ledger-branch)"])
    expect(notice.get_by_role("definition").first).to_contain_text("| Ada |")
    expect(notice.get_by_role("listitem")).to_have_text([re.compile("owner Ada → Tim$")])
    expect(merged.page.locator(".ak-summary")).to_have_text("1 to mend")
    merged.page.screenshot(path=pictures / "conflict.png", full_page=True)
    assert violations(merged) == []


@pytest.mark.parametrize(("choice", "owner"), [("Keep ours", "Ada"), ("Keep theirs", "Tim"), ("Keep both", "Ada")])
def test_what_is_kept_becomes_rows_again(merged, choice, owner):
    choose(merged, choice, "finish")

    expect(merged.page.get_by_role("group", name=MERGE)).to_have_count(0)
    expect(merged.cell("Owner, risk 1")).to_have_text(owner)
    expect(merged.button("Risks and Mitigations")).to_be_focused()
    expect(merged.page.locator(".ak-summary")).to_have_text("11 risks" if choice == "Keep both" else "10 risks")


def test_html_between_the_markers_is_shown_as_text(merged):
    hostile = "<img src=x onerror='window.ran = true'>"
    outside(merged.session, "| Ada |", f"| {hostile} |")
    merged.tell()

    notice = merged.page.get_by_role("group", name=MERGE)
    expect(notice.get_by_role("definition").first).to_contain_text(hostile)
    assert merged.page.locator("main img").count() == 0


def test_a_row_deleted_here_and_changed_there_says_so(page, file, pictures):
    fake = FakeKernel(page, file).show("risks")
    fake.cell("Owner, risk 1").click()
    choose(fake, "Delete risk 1", "delete")
    outside(fake.session, "Tom Okafor | PostgreSQL", "Tim | PostgreSQL")
    fake.tell()

    notice = fake.page.get_by_role("group", name=re.compile("^Changed on disk"))
    expect(notice).to_contain_text("was deleted here and changed in the file")
    page.screenshot(path=pictures / "clash-deleted.png")
    choose(fake, "Take theirs", "settle")

    expect(fake.cell("Owner, risk 1")).to_have_text("Tim")
    fake.session.close()


def test_an_order_of_rows_can_be_taken_from_theirs(page, file, pictures):
    fake = FakeKernel(page, file).show("risks")
    rows = fake.session.document.risks
    text = file.read_text()
    lines = [next(line for line in text.split("\n") if line.startswith(f"| {row.risk} |")) for row in rows[:5]]
    fake.session.move(("risks", 0), 4)
    theirs = [lines[number] for number in (1, 2, 0, 3, 4)]
    outside(fake.session, "\n".join(lines), "\n".join(theirs))
    fake.tell()

    notice = fake.page.get_by_role("group", name="Changed on disk: The order of Risks and Mitigations")
    expect(notice.get_by_role("button")).to_have_text(["Keep mine", "Take theirs"])
    page.screenshot(path=pictures / "clash-order.png")
    choose(fake, "Take theirs", "settle")

    assert [risk.risk for risk in fake.session.document.risks[:3]] == [rows[1].risk, rows[2].risk, rows[0].risk]
    fake.session.close()
