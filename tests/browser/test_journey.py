"""The main job, end to end, as a person does it: open, capture, compare, total, export."""

import shutil

from playwright.sync_api import expect

from archkit.assets import folder
from tests.browser.notebook_page import open_notebook
from tests.widgets.cells import field

# JupyterLab calls every picture "Image"; the sentence that stands for it is in the output beside it.
WORDS_OF_OUTPUT = """cell => window.jupyterapp.shell.currentWidget.content.model.cells.get(cell)
    .outputs.get(0).data['text/plain']"""
FORMS, RISKS, GRID, EXPORT = 3, 5, 9, 11


def test_the_quick_start_from_opening_to_the_exported_page(lab, page, pictures):
    shutil.copy(folder("notebooks") / "1-quick-start.ipynb", lab.root / "quick-start.ipynb")
    document = lab.root / "session" / "order-events-architecture.md"
    start = open_notebook(page, lab, "quick-start.ipynb", pictures)
    start.run_all()
    title = start.output(FORMS).get_by_role("textbox", name="Title", exact=True)
    expect(title).to_have_value("Order Events Architecture")

    form = start.output(RISKS)
    form.get_by_role("button", name="Add risk", exact=True).click()
    field(form, "Risk, risk 11").fill("The relay is down | over Easter")
    field(form, "Likelihood, risk 11").fill("likely")
    field(form, "Impact, risk 11").fill("major")
    form.get_by_label("Impact, risk 11", exact=True).press("Tab")
    expect(form.get_by_role("status")).to_contain_text("Saved ")
    start.picture("journey-1-form")
    start.run(GRID)
    start.run(EXPORT)
    start.picture("journey-2-grid")

    row = [line for line in document.read_text(encoding="utf-8").splitlines() if "over Easter" in line]
    assert [cell.strip() for cell in row[0].replace("\\|", "¦").split("|")[1:4]] == [
        "The relay is down ¦ over Easter",
        "likely",
        "major",
    ]
    expect(start.output(GRID).get_by_role("img")).to_be_visible()
    assert "R11 The relay is down | over Easter (likely, major)" in page.evaluate(WORDS_OF_OUTPUT, GRID)
    exported = lab.root / "session" / "order-events.html"
    page.goto(exported.as_uri())
    expect(page.get_by_role("heading", name="Order Events Architecture")).to_be_visible()
    expect(page.get_by_text("The relay is down | over Easter").first).to_be_visible()
    page.screenshot(path=pictures / "journey-3-page.png")
