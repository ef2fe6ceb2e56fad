"""Options side by side by keyboard alone, and a finding made from within the row that cites it."""

import os
import re
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from archkit.assets import example_file
from archkit.format.read import read
from tests.browser.test_forms import AXE
from tests.widgets.fake_kernel import FakeKernel, plain

RABBIT, KAFKA, OUTBOX, CALLS = (
    "RabbitMQ quorum queues",
    "Apache Kafka",
    "PostgreSQL outbox with SKIP LOCKED",
    "Keep the synchronous HTTP calls",
)


@pytest.fixture
def board(page, tmp_path):
    fake = FakeKernel(page, shutil.copy(example_file(), tmp_path / "example.md")).show("options")
    fake.button("Side by side").focus()
    page.keyboard.press("Enter")
    fake.catch_up()
    return fake


def press(fake, *keys):
    for key in keys:
        fake.page.keyboard.press(key)
        fake.catch_up()


def write(fake, words):
    fake.page.keyboard.type(words)
    fake.page.wait_for_function("sent.some(message => message.op === 'set')")
    fake.catch_up()


def names(fake):
    return fake.session.document.option_names


def claims(fake, index, side):
    return [point.claim for point in getattr(fake.session.document.options[index], side)]


def said(fake, words):
    expect(fake.page.locator(".ak-options > .ak-grid-said")).to_have_text(words)


def has_no_violation(fake):
    found = Axe().run(fake.page, options=AXE).response["violations"]
    assert [(violation["id"], violation["nodes"][0]["html"]) for violation in found] == []


def test_options_are_compared_side_by_side_by_keyboard_alone(board, pictures):
    start = board.session.text
    page = board.page
    has_no_violation(board)

    # A pro turns into a con and back, and the focus goes with it.
    board.label(f"Claim, pro 2 of {RABBIT}").focus()
    turned = claims(board, 0, "pros")[1]
    press(board, "Alt+t")
    expect(board.label(f"Claim, con 5 of {RABBIT}")).to_be_focused()
    said(board, f"“{turned}” is con 5 of {RABBIT} now.")
    assert claims(board, 0, "cons")[-1] == turned

    # It moves up, and to the option beside; at the last option it stays.
    press(board, "Alt+ArrowUp")
    expect(board.label(f"Claim, con 4 of {RABBIT}")).to_be_focused()
    press(board, "Alt+Shift+ArrowRight")
    expect(board.label(f"Claim, con 5 of {KAFKA}")).to_be_focused()
    said(board, f"“{turned}” is con 5 of {KAFKA} now.")
    assert turned in claims(board, 1, "cons")
    press(board, "Alt+Shift+ArrowRight", "Alt+Shift+ArrowRight", "Alt+Shift+ArrowRight")
    said(board, f"There is no option right of {CALLS}.")
    assert turned in claims(board, 3, "cons")

    # What was typed goes along.
    page.keyboard.press("End")
    page.keyboard.type(", still")
    press(board, "Alt+t")
    assert claims(board, 3, "pros")[-1] == f"{turned}, still"
    assert board.page.get_by_text("deleted elsewhere").count() == 0

    # A claim is added below and deleted.
    press(board, "Control+Enter")
    expect(board.label(f"Claim, pro 6 of {CALLS}")).to_be_focused()
    write(board, "Known to all")
    assert claims(board, 3, "pros")[-1] == "Known to all"
    press(board, "Control+Delete")
    expect(board.label(f"Claim, pro 5 of {CALLS}")).to_be_focused()

    # An option is moved, duplicated, renamed.
    board.label("Name of option 2").focus()
    press(board, "Alt+Shift+ArrowLeft")
    assert names(board)[:2] == (KAFKA, RABBIT)
    expect(board.label("Name of option 1")).to_be_focused()
    press(board, "Control+d")
    expect(board.label("Name of option 2")).to_be_focused()
    assert names(board)[1] == f"{KAFKA} copy"
    # The name of a copy is there to be typed over.
    page.keyboard.type("Kafka, managed")
    press(board, "Tab")
    assert names(board)[1] == "Kafka, managed"
    work = [item.work_item for item in board.session.document.effort.work_items if item.option == "Kafka, managed"]
    assert len(work) == 5

    # One is merged into another: the button opens a question that Enter answers and Escape leaves.
    board.button("Merge Kafka, managed into another option").focus()
    press(board, "Enter")
    expect(board.label("Merge Kafka, managed into")).to_be_focused()
    has_no_violation(board)
    press(board, "Escape")
    expect(board.button("Merge Kafka, managed into another option")).to_be_focused()
    press(board, "Enter")
    press(board, "Enter")
    assert names(board) == (KAFKA, RABBIT, OUTBOX, CALLS)
    expect(board.label("Name of option 1")).to_be_focused()

    # One is retired, with its reason, and stays at hand.
    board.button(f"Retire {RABBIT}").focus()
    press(board, "Enter")
    page.keyboard.type("three more nodes")
    press(board, "Enter")
    assert names(board) == (KAFKA, OUTBOX, CALLS)
    expect(board.label("Name of option 2")).to_be_focused()
    said(board, f"{RABBIT} is retired. It stands below Retired Options with all that belonged to it.")
    assert "**Retired:** three more nodes" in board.session.text
    expect(board.button(f"Bring {RABBIT} back")).to_be_visible()
    has_no_violation(board)

    # The recommended one is not retired by mistake.
    board.button(f"Retire {OUTBOX}").focus()
    press(board, "Enter")
    page.keyboard.type("too plain")
    press(board, "Enter")
    said(board, f'options: "{OUTBOX}" is recommended; recommend another option first')
    assert OUTBOX in names(board)
    # What was typed stays, and the status tells of it until something else is done.
    reason = board.label(f"Retire {OUTBOX}: the reason")
    expect(reason).to_be_focused()
    expect(reason).to_have_value("too plain")
    expect(page.get_by_role("status")).to_have_text(re.compile("^Not saved: "))
    press(board, "Escape")
    board.label(f"Claim, pro 1 of {OUTBOX}").focus()
    page.keyboard.press("End")
    write(board, "!")
    expect(page.get_by_role("status")).not_to_have_text(re.compile("^Not saved"))

    # All of it is undone from a button, step by step.
    board.button(f"Bring {RABBIT} back").focus()
    while board.session.can_undo:
        press(board, "Control+z")
        board.button("Side by side").focus()
    assert board.session.text == start


def test_a_con_is_written_and_its_finding_made_from_within_the_row(board):
    count = len(board.session.document.findings)
    page = board.page
    board.button(f"Add con to {OUTBOX}").focus()
    press(board, "Enter")
    write(board, "Vacuum falls behind")
    press(board, "Tab")
    evidence = board.label(f"Evidence, con 5 of {OUTBOX}")
    expect(evidence).to_be_focused()

    # A few letters find a finding; another is cited behind it.
    write(board, "skip incons")
    listed = page.get_by_role("listbox", name="Findings for Evidence, con 5")
    expect(listed.get_by_role("option").first).to_contain_text("F12")
    has_no_violation(board)
    press(board, "Enter")
    expect(evidence).to_have_value("[F12]")
    write(board, " dead tuples pile up")
    expect(listed.get_by_role("option")).to_have_text(["New finding: “dead tuples pile up”"])
    press(board, "ArrowDown", "Enter")
    expect(evidence).to_be_focused()
    made = board.session.document.findings[-1]
    assert (len(board.session.document.findings), made.text) == (count + 1, "Dead tuples pile up")
    expect(evidence).to_have_value(f"[F12] [{made.id}]")
    assert board.session.document.options[2].cons[-1].evidence == f"[F12] [{made.id}]"
    assert read(board.session.text).document == board.session.document

    # The finding is one step; another undo leaves what was typed before it.
    board.session.undo()
    assert len(board.session.document.findings) == count
    assert board.session.document.options[2].cons[-1].evidence == "[F12] dead tuples pile up"
    board.session.redo()
    board.tell()

    # Free words stay what they are, and the word assumption is a choice.
    press(board, "Control+a")
    write(board, "seen in a drill")
    press(board, "Tab")
    assert board.session.document.options[2].cons[-1].evidence == "seen in a drill"
    evidence.focus()
    press(board, "Control+a")
    write(board, "assu")
    press(board, "Enter")
    expect(evidence).to_have_value("assumption")


@pytest.mark.parametrize("is_drawn_first", [True, False], ids=["drawn first", "answered first"])
def test_a_new_finding_is_cited_however_its_answer_and_the_drawing_arrive(board, is_drawn_first):
    """What was typed is still on its way when the finding is made; the kernel's two ways to tell keep no order."""
    page = board.page
    evidence = board.label(f"Evidence, con 4 of {OUTBOX}")
    evidence.focus()
    press(board, "Control+a", "Delete")
    page.keyboard.type("[F12] dead tuples pile up")
    expect(page.get_by_role("option")).to_have_text(["New finding: “dead tuples pile up”"])
    for key in ("ArrowDown", "Enter"):
        page.keyboard.press(key)
    for message in page.evaluate("sent.splice(0)"):
        board.form.handle(message)
    if not is_drawn_first:
        for content in board.news:
            page.evaluate("content => model.say(content)", plain(content))
        board.news.clear()
    board.tell()

    made = board.session.document.findings[-1]
    assert made.text == "Dead tuples pile up"
    expect(evidence).to_be_focused()
    expect(evidence).to_have_value(f"[F12] [{made.id}]")
    page.keyboard.type("; seen twice")
    page.wait_for_function("sent.some(message => message.op === 'set')")
    press(board, "Tab")
    assert board.session.document.options[2].cons[3].evidence == f"[F12] [{made.id}]; seen twice"
    assert len(board.sent("set")) == 0


def test_a_score_cites_the_finding_it_rests_on_and_findings_say_where_they_are_used(board):
    board.show("comparison")
    cell = board.cell(f"{KAFKA}, criterion 4")
    cell.dblclick()
    board.page.keyboard.press("End")
    board.page.keyboard.type(" [benchmark of 2020")
    board.page.keyboard.press("Enter")
    expect(board.page.get_by_role("gridcell").locator("input:focus")).to_have_value("2 [F5]")
    board.page.keyboard.press("Enter")
    board.catch_up()
    assert board.session.document.comparison.criteria[3].scores[KAFKA] == "2 [F5]"

    board.show("findings")
    used = board.page.locator(".ak-computed").filter(has_text="Where findings are used")
    expect(used.locator("dt", has_text="F6").first.locator("+ dd")).to_contain_text(
        f"for: {RABBIT}, {OUTBOX}; against: {OUTBOX}; "
    )


@pytest.mark.parametrize(("count", "width"), [(2, 700), (8, 700), (4, 1280)])
def test_columns_scroll_by_themselves_and_nothing_is_clipped(page, tmp_path, pictures, count, width):
    page.set_viewport_size({"width": width, "height": 900})
    fake = FakeKernel(page, shutil.copy(example_file(), tmp_path / "example.md"))
    while len(fake.session.document.options) < count:
        fake.session.insert(("options",), 4, {"name": f"Variant {len(fake.session.document.options)}"})
    while len(fake.session.document.options) > count:
        fake.session.delete(("options", 0))
    fake.show("options").button("Side by side").click()

    fits, narrowest, targets = page.evaluate("""() => {
        const columns = [...document.querySelectorAll('.ak-option')];
        const widths = columns.map(one => one.clientWidth);
        const clipped = columns.filter(one => one.scrollWidth > one.clientWidth);
        const sizes = [...document.querySelectorAll('.ak-board button')].filter(one => one.offsetWidth)
            .map(one => Math.min(one.offsetWidth, one.offsetHeight));
        const fits = document.documentElement.scrollWidth <= innerWidth && !clipped.length;
        return [fits, Math.min(...widths), Math.min(...sizes)];
    }""")
    assert fits
    assert narrowest >= 220
    assert targets >= 24
    if count == 4:
        page.screenshot(path=os.fspath(pictures / "options-side-by-side.png"))
