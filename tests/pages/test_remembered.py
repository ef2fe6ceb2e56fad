"""A page that remembers its sections is the page that is rendered from nothing, whatever was edited."""

import random

from archkit.assets import example_file
from archkit.format.read import read
from archkit.format.settle import settle
from archkit.model.edit import delete_row, insert_row, move_row, set_value
from archkit.pages import export_html
from archkit.pages.export_html import render_page
from archkit.pages.remembered import Remembered

EXAMPLE = read(example_file().read_text(encoding="utf-8")).document
EDITS = (
    lambda doc: set_value(doc, ("title",), "Orders | <b>again</b>"),
    lambda doc: set_value(doc, ("executive_summary",), "## Own heading\n\nSee [F1] and [F2].\n\n| a |\n| - |\n| b |"),
    lambda doc: set_value(doc, ("options", 0, "pros", 0, "evidence"), "as said in [F3]"),
    lambda doc: set_value(doc, ("options", 1, "name"), "Another Kafka"),
    lambda doc: set_value(doc, ("findings", 0, "text"), "Something else, see [F4]"),
    lambda doc: set_value(doc, ("findings", 1, "id"), "F77"),
    lambda doc: set_value(doc, ("effort", "work_items", 0, "likely"), "40"),
    lambda doc: set_value(doc, ("comparison", "criteria", 2, "weight"), "90"),
    lambda doc: set_value(doc, ("risks", 0, "impact"), "minor"),
    lambda doc: set_value(doc, ("metadata", "status"), "accepted"),
    lambda doc: set_value(doc, ("recommendation", "options"), ("Apache Kafka",)),
    lambda doc: insert_row(doc, ("risks",), 0, {"risk": "A new one [F1]"}),
    lambda doc: delete_row(doc, ("components", 0)),
    lambda doc: move_row(doc, ("phases", 0), 2),
    lambda doc: set_value(doc, ("security", 0, "consideration"), "Keys are rotated [F5]"),
    lambda doc: set_value(doc, ("performance", "expected_load"), "twice as much"),
)


def test_a_remembered_page_is_the_page_rendered_from_nothing_after_every_edit():
    chance = random.Random(4)
    memory, document = Remembered(), EXAMPLE

    for edit in (*EDITS, *chance.sample(EDITS, len(EDITS))):
        document = settle(edit(chance.choice((document, EXAMPLE))), document)
        assert render_page(document, remembered=memory) == render_page(document)


def test_an_edit_of_one_section_renders_no_section_that_it_does_not_concern(monkeypatch):
    memory = Remembered()
    render_page(EXAMPLE, remembered=memory)
    rendered, render = [], export_html._partial
    monkeypatch.setattr(export_html, "_partial", lambda *given: rendered.append(given[1].kind) or render(*given))

    render_page(settle(set_value(EXAMPLE, ("security", 0, "consideration"), "otherwise"), EXAMPLE), remembered=memory)

    # Every text may cite a finding, and findings tell who cites them.
    assert set(rendered) == {"security", "evidence_map", "findings"}
