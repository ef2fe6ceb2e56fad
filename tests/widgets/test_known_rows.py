"""Of many rows only those that are new are looked at again, unless something else that matters has changed."""

from __future__ import annotations

from archkit.model.risks import Risk
from archkit.widgets.changes import cell_at, cells
from archkit.widgets.form import section_form
from archkit.widgets.known_rows import KnownRows
from archkit.widgets.schema import describe_section

PATH = ("risks",)


def test_only_the_row_that_changed_is_described_again():
    known, asked = KnownRows(), []

    def describe(row):
        asked.append(row.risk)
        return {"cells": [row.risk], "problems": {}}

    rows = [Risk(risk="Lag"), Risk(risk="Rust")]
    first = known.cells(PATH, rows, "basis", describe)
    second = known.cells(PATH, [Risk(risk="Fire"), rows[1]], "basis", describe)

    assert asked == ["Lag", "Rust", "Fire"]
    assert second[1] is first[1]
    known.cells(PATH, rows[1:], "another basis", describe)
    assert asked == ["Lag", "Rust", "Fire", "Rust"]


def test_equal_rows_are_told_apart_and_forgotten_rows_asked_for_again():
    known, rows = KnownRows(), [Risk(), Risk()]
    described = known.cells(PATH, rows, "", lambda row: {"cells": [], "problems": {}})

    assert described[0] is not described[1]
    known.cells(PATH, rows[:1], "", dict)
    assert known.cells(PATH, rows, "", lambda row: {"cells": ["new"], "problems": {}})[1]["cells"] == ["new"]


def test_a_problem_goes_when_what_it_depends_on_changes(session):
    session.set(("risks", 0, "option"), "Pigeons")
    form = section_form(session, "risks")
    path = ("risks", form.state.known["parts"][0]["rows"][0]["id"], "option")
    assert 'no option is called "Pigeons"' in cell_at(form.state.known, path)[1]

    session.insert(("options",), 0, {"name": "Pigeons"})

    assert cell_at(form.state.known, path) == ("Pigeons", "")


def test_one_cell_is_found_as_among_all(session):
    for key in ("risks", "options", "performance", "effort", "title"):
        described = describe_section(session.document, key)
        assert {path: cell_at(described, path) for path in cells(described)} == cells(described)
    assert cell_at(described, ("risks", "r1", "owner")) is None
