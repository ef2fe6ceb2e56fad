"""Grids in a browser: walked, edited, selected, copied and pasted by keys, as a spreadsheet is."""

import re
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from archkit.assets import example_file
from tests.browser.test_forms import AXE
from tests.widgets.cells import cell
from tests.widgets.fake_kernel import FakeKernel

HOSTILE = "<img src=x onerror='window.ran = true'><script>window.ran = true</script>"
ACTIVE = "document.activeElement.dataset.name ?? document.activeElement.getAttribute('aria-label')"
PUT = "text => navigator.clipboard.writeText(text)"


@pytest.fixture
def fake(page, tmp_path):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    # The clipboard needs a page with an address that is secure.
    page.route("http://127.0.0.1/", lambda route: route.fulfill(body="", content_type="text/html"))
    fake = FakeKernel(page, shutil.copy(example_file(), tmp_path / "example.md"))
    fake.address = "http://127.0.0.1/"
    yield fake
    fake.session.close()


def press(fake, *keys):
    for key in keys:
        fake.page.keyboard.press(key)


def at(fake):
    return fake.page.evaluate(ACTIVE)


def paste(fake, text):
    fake.page.evaluate(PUT, text)
    press(fake, "Control+v")


def risks(fake):
    return fake.session.document.risks


def said(fake):
    return fake.page.locator(".ak-grid-said")


WALKS = {
    "ArrowDown": "Likelihood, risk 3",
    "ArrowUp": "Likelihood, risk 1",
    "ArrowLeft": "Risk, risk 2",
    "ArrowRight": "Impact, risk 2",
    "Tab": "Impact, risk 2",
    "Shift+Tab": "Risk, risk 2",
    "Home": "Risk, risk 2",
    "End": "Status, risk 2",
    "Control+Home": "Risk, risk 1",
    "Control+End": "Status, risk 10",
    "Control+ArrowDown": "Likelihood, risk 10",
}


def test_keys_walk_from_cell_to_cell(fake):
    fake.show("risks")
    for key, there in WALKS.items():
        fake.cell("Likelihood, risk 2").click()
        press(fake, key)

        assert at(fake) == there, key


def test_a_page_of_rows_is_walked_and_the_ends_hold(fake):
    fake.show("effort").cell("Work item, work item 1").click()
    press(fake, "PageDown")
    below = int(at(fake).split()[-1])
    press(fake, "PageDown", "PageDown", "PageDown", "PageDown", "ArrowDown")
    end = at(fake)
    press(fake, *["PageUp"] * 5, "ArrowUp")

    assert 3 < below < 30
    assert (end, at(fake)) == ("Work item, work item 30", "Work item, work item 1")


def test_a_grid_is_one_stop_of_the_tab_key_and_can_be_left(fake):
    fake.show("risks").cell("Risk, risk 2").click()
    assert fake.page.locator('[role="grid"] :is(td, th, input, button)[tabindex="0"]').count() == 1

    press(fake, "Escape", "Tab")
    assert at(fake) == "Add risk"
    press(fake, "Shift+Tab")
    assert at(fake) == "Risk, risk 2"
    press(fake, "Control+End", "Tab")
    assert at(fake) == "Add risk"
    fake.cell("Risk, risk 1").click()
    press(fake, "Shift+Tab")
    assert at(fake) not in ("Risk, risk 1", "Status, risk 10")


def test_buttons_and_titles_in_the_head_are_reached_by_arrows(fake):
    fake.session.set(("comparison", "criteria", 0, "scores", "Apache Kafka"), "yes")
    fake.show("comparison").cell("Apache Kafka, criterion 1").click()
    press(fake, "ArrowUp")
    assert at(fake) == "Move Apache Kafka left"
    press(fake, "ArrowRight")
    assert at(fake) == "Move Apache Kafka right"
    press(fake, "ArrowDown")
    assert at(fake) == "Apache Kafka, criterion 1"
    press(fake, "Shift+Tab", "ArrowUp", "Enter")
    fake.catch_up()

    assert fake.session.document.comparison.options[1] == "RabbitMQ quorum queues"
    assert fake.page.locator("thead [tabindex='0'], thead button:not([tabindex])").count() == 0


def test_typing_replaces_enter_goes_down_and_escape_takes_back(fake):
    fake.show("risks").cell("Owner, risk 1").click()
    fake.page.keyboard.type("Ada")
    press(fake, "Enter")
    assert at(fake) == "Owner, risk 2"
    fake.page.keyboard.type("Grace")
    fake.wait_for("set")
    press(fake, "Escape")
    fake.catch_up()

    assert at(fake) == "Owner, risk 2"
    assert [risk.owner for risk in risks(fake)[:2]] == ["Ada", "Mara Lindqvist"]
    expect(fake.cell("Owner, risk 1")).to_have_text("Ada")

    # Who came to a cell by a key presses it for the first time; the second press opens it.
    press(fake, "ArrowDown")
    fake.cell("Owner, risk 3").click()
    fake.page.keyboard.type("Eve")
    press(fake, "Enter")
    for _ in range(2):
        fake.cell("Owner, risk 5").click()
    fake.page.keyboard.type(", all day")
    press(fake, "Enter")
    fake.catch_up()
    assert [risk.owner for risk in risks(fake)[2:5:2]] == ["Eve", "Ravi Menon, all day"]


def test_f2_edits_what_is_there_and_alt_enter_breaks_the_line(fake):
    fake.show("risks").cell("Owner, risk 1").click()
    press(fake, "F2")
    fake.page.keyboard.type(" II")
    press(fake, "ArrowLeft", "Alt+Enter", "Tab")
    fake.catch_up()

    assert at(fake) == "Option, risk 1"
    expect(fake.cell("Owner, risk 1").locator(".ak-text")).to_have_text("Tom Okafor I\nI", use_inner_text=True)


def test_arrows_leave_a_cell_that_was_typed_over_and_stay_in_one_that_was_opened(fake):
    fake.show("risks").cell("Owner, risk 1").click()
    fake.page.keyboard.type("A")
    press(fake, "ArrowDown")
    assert at(fake) == "Owner, risk 2"
    press(fake, "Enter", "ArrowLeft", "ArrowUp")
    assert fake.label("Owner, risk 2").evaluate("field => field === document.activeElement")


def test_typing_finds_a_choice_and_other_words_stay(fake):
    fake.show("risks").cell("Likelihood, risk 1").click()
    fake.page.keyboard.type("lik")
    expect(fake.page.get_by_role("option", selected=True)).to_have_text("likely")
    press(fake, "Enter")
    fake.page.keyboard.type("40%")
    press(fake, "Enter")
    fake.page.keyboard.type("hgih")
    press(fake, "Tab")
    fake.catch_up()

    assert [risk.likelihood for risk in risks(fake)[:3]] == ["likely", "40%", "hgih"]
    cell = fake.cell("Likelihood, risk 3")
    expect(cell).to_have_attribute("aria-invalid", "true")
    expect(cell).to_contain_text('likelihood "hgih" is not on the scale')


def test_a_phase_is_found_by_its_name_and_kept_by_its_number(fake):
    fake.show("risks").cell("Phase, risk 1").click()
    fake.page.keyboard.type("mail")
    press(fake, "Enter")
    fake.catch_up()

    assert risks(fake)[0].phase == "2"
    expect(fake.cell("Phase, risk 1")).to_have_text("2 · Dispatcher and mail")


def test_the_list_of_choices_is_walked_and_shut_by_keys(fake):
    fake.show("risks").cell("Impact, risk 1").click()
    press(fake, "Enter")
    box = fake.page.get_by_role("combobox", name="Impact, risk 1")
    expect(box).to_have_attribute("aria-expanded", "true")
    press(fake, "Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_be_focused()
    press(fake, "Alt+ArrowDown", "ArrowDown", "Enter")
    fake.catch_up()

    assert risks(fake)[0].impact != "severe"
    assert at(fake) == "Impact, risk 2"


def test_a_choice_is_taken_by_a_press(fake):
    fake.show("risks").cell("Impact, risk 1").dblclick()
    fake.page.get_by_role("option", name="minor", exact=True).click()
    press(fake, "Tab")
    fake.catch_up()

    assert risks(fake)[0].impact == "minor"


def test_rows_are_added_doubled_moved_and_deleted_by_keys(fake):
    before = [risk.risk for risk in fake.show("risks").session.document.risks]
    fake.cell("Owner, risk 2").click()
    press(fake, "Control+Enter")
    fake.catch_up()
    assert at(fake) == "Risk, risk 3"
    press(fake, "Control+Delete")
    fake.catch_up()
    assert at(fake) == "Risk, risk 3"
    press(fake, "ArrowUp", "Control+d")
    fake.catch_up()
    assert [risk.risk for risk in risks(fake)] == [*before[:2], before[1], *before[2:]]
    assert at(fake) == "Risk, risk 3"
    press(fake, "Alt+ArrowUp")
    fake.catch_up()
    press(fake, "Alt+ArrowUp")
    fake.catch_up()
    assert [risk.risk for risk in risks(fake)][:3] == [before[1], before[0], before[1]]
    press(fake, "Control+z", "Control+z", "Control+z")
    fake.catch_up()

    assert fake.page.evaluate("keys.filter(key => key !== 'Control' && key !== 'Alt')") == []


def test_several_rows_are_moved_doubled_and_deleted_as_one_step(fake):
    names = [risk.risk for risk in fake.show("risks").session.document.risks]
    fake.cell("Owner, risk 2").click()
    fake.cell("Impact, risk 3").click(modifiers=["Shift"])
    press(fake, "Alt+ArrowUp")
    fake.catch_up()
    assert [risk.risk for risk in risks(fake)][:3] == [names[1], names[2], names[0]]
    press(fake, "Control+d")
    fake.catch_up()
    assert [risk.risk for risk in risks(fake)][:5] == [names[1], names[2], names[1], names[2], names[0]]
    fake.session.undo()
    fake.tell()
    fake.cell("Owner, risk 1").click()
    press(fake, "Shift+ArrowDown", "Shift+ArrowDown", "Control+Delete")
    messages = fake.catch_up()

    assert [message["op"] for message in messages] == ["delete_rows"]
    assert [risk.risk for risk in risks(fake)] == names[3:]
    fake.session.undo()
    assert len(risks(fake)) == len(names)


def test_a_block_is_copied_and_pasted_as_one_step(fake):
    fake.show("risks").cell("Likelihood, risk 1").click()
    press(fake, "Shift+ArrowRight", "Shift+ArrowDown", "Control+c")
    copied = fake.page.evaluate("navigator.clipboard.readText()")
    fake.cell("Likelihood, risk 4").click()
    press(fake, "Control+v")
    fake.catch_up()

    assert copied == "possible\tsevere\nunlikely\tsevere"
    assert [(risk.likelihood, risk.impact) for risk in risks(fake)[3:5]] == [
        ("possible", "severe"),
        ("unlikely", "severe"),
    ]
    assert at(fake) == "Likelihood, risk 4"
    press(fake, "Control+z")
    fake.catch_up()
    assert [risk.likelihood for risk in risks(fake)[3:5]] == ["20%", "likely"]


def test_cells_with_tabs_quotes_and_line_breaks_survive_a_copy(fake):
    text = 'a "b"\nc\td'
    fake.show("risks").session.set(("risks", 0, "owner"), text)
    fake.tell()
    stored = risks(fake)[0].owner
    fake.cell("Owner, risk 1").click()
    press(fake, "Control+c", "ArrowDown", "Control+v")
    fake.catch_up()

    assert risks(fake)[1].owner == stored
    assert '"' in stored


def test_a_block_that_is_longer_than_the_table_adds_rows(fake):
    fake.show("risks").cell("Risk, risk 10").click()
    paste(fake, "It rusts\trare\tminor\nIt sinks\tlikely\tmajor\nIt burns\t5%\t3\n")
    fake.catch_up()

    assert len(risks(fake)) == 12
    assert [(risk.risk, risk.likelihood, risk.impact) for risk in risks(fake)[9:]] == [
        ("It rusts", "rare", "minor"),
        ("It sinks", "likely", "major"),
        ("It burns", "5%", "3"),
    ]
    expect(said(fake)).to_contain_text("Pasted 3 rows × 3 columns, 2 rows added.")
    fake.session.undo()
    assert len(risks(fake)) == 10


def test_a_block_with_titles_finds_its_columns(fake):
    fake.show("risks").cell("Status, risk 1").click()
    paste(fake, "Owner\tRisk\nAda\tIt rusts\nGrace\tIt sinks")
    fake.catch_up()

    assert [(risk.risk, risk.owner) for risk in risks(fake)[:2]] == [("It rusts", "Ada"), ("It sinks", "Grace")]


def test_a_block_with_too_many_columns_is_refused_with_the_reason(fake):
    fake.show("risks").cell("Owner, risk 1").click()
    before = risks(fake)
    paste(fake, "\t".join("abcdefgh"))
    fake.catch_up()

    expect(said(fake)).to_contain_text("The block has 8 columns, and there are 4 from Owner on. Nothing was pasted.")
    assert risks(fake) == before


def test_rows_with_fewer_columns_are_said_and_leave_the_rest(fake):
    fake.show("risks").cell("Likelihood, risk 1").click()
    paste(fake, "rare\tminor\nlikely")
    fake.catch_up()

    expect(said(fake)).to_contain_text("1 row had fewer columns; the other cells of it are as they were.")
    assert [(risk.likelihood, risk.impact) for risk in risks(fake)[:2]] == [("rare", "minor"), ("likely", "severe")]


def test_a_list_becomes_rows_without_its_marks(fake):
    fake.show("security").cell("Consideration, consideration 1").click()
    count = len(fake.session.document.security)
    paste(fake, "- Keys rotate\n- [ ] Tokens expire\n2. Logs are kept\n\n• 3 days at most\n")
    fake.catch_up()

    texts = [item.consideration for item in fake.session.document.security]
    assert len(texts) == count + 4
    assert texts[1:5] == ["Keys rotate", "Tokens expire", "Logs are kept", "3 days at most"]
    assert at(fake).startswith("Consideration, consideration")


def test_a_list_pasted_into_an_empty_field_becomes_rows(fake):
    fake.show("dependencies").button("Add dependency").click()
    fake.catch_up()
    press(fake, "Enter")
    paste(fake, "1. Debian\n2. PostgreSQL 16\n")
    fake.catch_up()

    assert [item.dependency for item in fake.session.document.dependencies[-2:]] == ["Debian", "PostgreSQL 16"]


def test_ten_thousand_lines_are_pasted_as_one_step(fake):
    fake.show("risks").cell("Risk, risk 10").click()
    paste(fake, "\n".join(f"- Risk number {number}" for number in range(10_000)))
    messages = fake.catch_up()

    assert [message["op"] for message in messages if message["op"] != "hello"] == ["fill"]
    assert len(risks(fake)) == 10_010
    expect(fake.page.get_by_role("grid")).to_have_attribute("aria-rowcount", "10011")
    assert fake.page.locator("[role=grid] tbody tr").count() < 80
    press(fake, "Control+End")
    assert at(fake) == "Status, risk 10010"
    # A number of five digits stands beside its row, and not under it.
    number = fake.page.locator("[role=grid] tbody .ak-count").last
    expect(number).to_have_text("10010")
    assert number.evaluate("one => one.scrollWidth <= one.clientWidth")
    paste(fake, "x\n" * 20_001)
    expect(said(fake)).to_contain_text("That is 20,001 rows; 20,000 fit at once. Nothing was pasted.")


@pytest.mark.parametrize("typed", ["🙂", "drei", "½"])
def test_what_is_no_number_stays_as_typed_with_its_reason(fake, typed):
    fake.show("risks").cell("Cost, risk 1").click()
    paste(fake, typed)
    fake.catch_up()

    cell = fake.cell("Cost, risk 1")
    assert risks(fake)[0].cost == typed
    expect(cell.locator(".ak-text")).to_have_text(typed)
    expect(cell).to_have_attribute("aria-invalid", "true")
    expect(cell).to_contain_text("is not a number; use digits")
    expect(cell).to_have_accessible_description(re.compile("is not a number; use digits"))
    expect(said(fake)).to_have_text(re.compile('^Cost, risk 1: cost ".*" is not a number'))
    expect(fake.page.locator(".ak-grid-hint")).to_contain_text("is not a number")


def test_all_is_selected_without_going_anywhere(fake):
    fake.show("risks").cell("Impact, risk 4").click()
    press(fake, "Control+a", "Control+c")
    lines = fake.page.evaluate("navigator.clipboard.readText()").split("\n")

    assert at(fake) == "Impact, risk 4"
    assert (len(lines), lines[0].count("\t")) == (10, 12)
    press(fake, "Control+Delete")
    fake.catch_up()
    assert risks(fake) == ()
    assert at(fake) == "Add risk"


def test_delete_empties_the_selected_cells_as_one_step(fake):
    fake.show("risks").cell("Likelihood, risk 1").click()
    press(fake, "Shift+ArrowDown", "Shift+ArrowRight", "Delete")
    fake.catch_up()
    assert [(risk.likelihood, risk.impact) for risk in risks(fake)[:2]] == [("", "")] * 2

    press(fake, "Control+z")
    fake.catch_up()
    assert [risk.likelihood for risk in risks(fake)[:2]] == ["possible", "unlikely"]


def test_html_is_shown_and_pasted_as_text(fake):
    for key, column in (("risks", "Risk, risk"), ("findings", "Finding, finding"), ("phases", "What, phase")):
        fake.show(key).cell(f"{column} 1").click()
        paste(fake, HOSTILE)
        fake.catch_up()
        expect(fake.cell(f"{column} 1").locator(".ak-text")).to_have_text(HOSTILE)

    assert fake.page.locator("main img, main script").count() == 0
    assert fake.page.evaluate("window.ran") is None


def test_details_are_the_lines_of_a_cell(fake):
    fake.show("phases").cell("Details, phase 1").click()
    fake.page.keyboard.type("Lead: Ada")
    press(fake, "Alt+Enter")
    fake.page.keyboard.type("Room: 4: b")
    press(fake, "Tab")
    fake.catch_up()

    details = [(detail.key, detail.value) for detail in fake.session.document.phases[0].details]
    assert details == [("Lead", "Ada"), ("Room", "4: b")]


def test_a_cell_that_is_edited_keeps_field_words_and_caret_through_edits_elsewhere(fake):
    field = fake.show("risks").field("Risk, risk 2")
    field.fill("Half a sentence")
    field.evaluate("field => { window.field = field; field.setSelectionRange(2, 6); }")
    fake.session.insert(("risks",), 0, {"risk": "Above"})
    fake.session.delete(("risks", 5))
    fake.session.set(("risks", 4, "owner"), "Grace")
    fake.tell()

    state = "[document.activeElement === field, field.value, field.selectionStart, field.selectionEnd]"
    assert fake.page.evaluate(state) == [True, "Half a sentence", 2, 6]
    expect(fake.cell("Risk, risk 3")).to_have_count(1)
    expect(fake.cell("Owner, risk 5")).to_have_text("Grace")


def test_words_that_an_input_method_composes_are_left_alone(fake):
    field = fake.show("risks").field("Owner, risk 1")
    field.evaluate("field => { window.field = field; field.value = ''; }")
    devtools = fake.page.context.new_cdp_session(fake.page)
    compose = {"selectionStart": 2, "selectionEnd": 2, "text": "にほ"}
    devtools.send("Input.imeSetComposition", compose)
    field.dispatch_event("keydown", {"key": "Enter", "keyCode": 229, "isComposing": True, "bubbles": True})
    fake.session.insert(("risks",), 0, {"risk": "Above"})
    fake.tell()
    assert fake.page.evaluate("document.activeElement === field && field.value") == "にほ"
    devtools.send("Input.insertText", {"text": "日本"})
    press(fake, "Enter")
    fake.catch_up()

    assert risks(fake)[1].owner == "日本"


def test_focus_goes_to_the_neighbour_of_a_row_that_is_deleted_elsewhere(fake):
    fake.show("risks").cell("Owner, risk 3").click()
    fake.session.delete(("risks", 2))
    fake.tell()
    assert at(fake) == "Owner, risk 3"
    fake.session.change(lambda document: document.replace(risks=document.risks[:1]))
    fake.tell()
    assert at(fake) == "Owner, risk 1"


def test_a_thousand_rows_are_drawn_as_far_as_they_are_in_sight(fake):
    rows = fake.session.document.risks
    fake.session.change(lambda document: document.replace(risks=rows * 100))
    grid = fake.show("risks").page.get_by_role("grid")
    expect(grid).to_have_attribute("aria-rowcount", "1001")
    assert grid.locator("tbody tr").count() < 60

    fake.cell("Owner, risk 1").click()
    press(fake, "Control+End")
    assert at(fake) == "Status, risk 1000"
    expect(fake.cell("Status, risk 1000")).to_be_in_viewport()
    expect(grid.locator("tbody tr").filter(has=fake.cell("Status, risk 1000"))).to_have_attribute(
        "aria-rowindex", "1001"
    )
    press(fake, "Home")
    fake.page.keyboard.type("The last")
    press(fake, "Enter")
    fake.catch_up()
    assert risks(fake)[-1].risk == "The last"
    fake.page.locator(".ak-grid-scroll").evaluate("box => { box.scrollTop = box.scrollHeight / 2; }")
    expect(grid.locator('tbody tr[aria-rowindex="500"]')).to_have_count(1)
    assert at(fake) == "Risk, risk 1000"
    press(fake, "ArrowUp")
    expect(fake.cell("Risk, risk 999")).to_be_in_viewport()


@pytest.mark.parametrize("light", ["true", "false"], ids=["light", "dark"])
def test_a_grid_in_use_has_no_accessibility_violation(fake, light):
    dark = "--jp-ui-font-color1:#e0e0e0;--jp-layout-color1:#111;--jp-layout-color2:#212121;--jp-brand-color1:#64b5f6"
    fake.show("risks").session.set(("risks", 1, "cost"), "many")
    fake.tell()
    if light == "false":
        fake.page.evaluate(
            "style => { document.body.style = style; document.body.dataset.jpThemeLight = false; }",
            f"{dark};background:#111",
        )
    fake.button("Keys of this table").click()
    fake.cell("Cost, risk 1").click()
    press(fake, "Shift+ArrowDown", "Shift+ArrowLeft")
    selected = Axe().run(fake.page, options=AXE).response["violations"]
    fake.cell("Impact, risk 3").dblclick()
    expect(fake.page.get_by_role("listbox")).to_be_visible()
    opened = Axe().run(fake.page, options=AXE).response["violations"]

    assert [(one["id"], one["nodes"][0]["html"]) for one in [*selected, *opened]] == []


def test_no_key_of_a_grid_reaches_the_notebook_in_jupyterlab(lab, notebook, page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    file = shutil.copy(example_file(), lab.root / "grid.md")
    code = "from archkit.session import Session\nfrom archkit.widgets.form import section_form\n"
    form = notebook(f"{code}session = Session.open('grid.md')\nsection_form(session, 'risks')", "1 + 1")
    form.run_all()
    risks = form.output(0)
    cells = form.page.locator(".jp-Notebook .jp-Cell")
    cell(risks, "Owner, risk 2").click()
    for key in ("Delete", "Control+d"):
        form.page.keyboard.press(key)
    expect(risks.get_by_role("grid")).to_have_attribute("aria-rowcount", "12")
    form.page.keyboard.press("Control+Enter")
    expect(risks.get_by_role("grid")).to_have_attribute("aria-rowcount", "13")
    form.page.evaluate(PUT, "It rusts\trare\nIt sinks\tlikely")
    expect(cell(risks, "Risk, risk 4")).to_be_focused()
    form.page.keyboard.press("Control+v")
    expect(cell(risks, "Risk, risk 4")).to_have_text("It rusts")
    form.page.keyboard.press("Control+z")
    expect(cell(risks, "Risk, risk 4")).to_have_text("")
    for key in ("Escape", "Shift+ ", "Control+a", "Home", "b"):
        form.page.keyboard.press(key)
    form.page.keyboard.press("Escape")

    expect(cell(risks, "Risk, risk 4")).to_be_focused()
    assert cells.count() == 2
    assert form.page.evaluate("window.jupyterapp.shell.currentWidget.content.activeCellIndex") == 0
    expect(risks.get_by_role("status")).to_contain_text("Saved ")
    assert "| It rusts |" not in file.read_text()
    form.picture("grid-in-lab")
