"""Edits of several rows at once: each is all or nothing, and what follows a name follows here, too."""

from __future__ import annotations

import pytest

from archkit.errors import ModelError
from archkit.model.comparison import Comparison, Criterion
from archkit.model.data_flow import DataFlow, Node
from archkit.model.document import Document
from archkit.model.edit_rows import delete_rows, duplicate_rows, fill_rows
from archkit.model.findings import Finding
from archkit.model.options import Option
from archkit.model.phases import Phase
from archkit.model.risks import Risk

BASE = Document(
    findings=(Finding(id="F2", text="fast"), Finding(id="F9", text="slow")),
    options=(Option(name="Ledger"), Option(name="Table")),
    comparison=Comparison(criteria=(Criterion(criterion="Speed", scores={"Ledger": "3", "Table": "4"}),)),
    data_flow=DataFlow(nodes=(Node(id="a", label="App"),)),
    phases=(Phase(phase="Plan"), Phase(phase="Build", after="Plan")),
    risks=(Risk(risk="Lag", phase="2"), Risk(risk="Locks", phase="Build")),
)


def test_cells_are_filled_and_rows_added_where_they_are_wanted():
    after = fill_rows(
        BASE,
        ("risks",),
        [(0, ("owner",), "Ada"), (1, ("cost",), "three"), (1, ("extra", "Seen"), "yes")],
        [{"risk": "Rust"}],
        1,
    )

    assert [(risk.risk, risk.owner, risk.cost) for risk in after.risks] == [
        ("Lag", "Ada", None),
        ("Rust", "", None),
        ("Locks", "", "three"),
    ]
    assert after.risks[2].extra == {"Seen": "yes"}


def test_filling_one_score_leaves_the_others():
    after = fill_rows(BASE, ("comparison", "criteria"), [(0, ("scores", "Table"), "5")])

    assert after.comparison.criteria[0].scores == {"Ledger": "3", "Table": "5"}


def test_what_names_a_row_follows_when_its_name_is_filled():
    after = fill_rows(BASE, ("phases",), [(1, ("phase",), "Make")], [{"phase": "Think"}], 0)

    assert [phase.phase for phase in after.phases] == ["Think", "Plan", "Make"]
    assert [risk.phase for risk in after.risks] == ["3", "Make"]


@pytest.mark.parametrize(
    "cells", [[(9, ("owner",), "Ada")], [(-1, ("owner",), "Ada")], [(0, ("owner",), "Ada"), (0, ("colour",), "red")]]
)
def test_what_does_not_fit_is_refused_as_a_whole(cells):
    with pytest.raises(ModelError):
        fill_rows(BASE, ("risks",), cells)


def test_copies_stand_below_the_last_of_their_rows():
    after = duplicate_rows(BASE, ("risks",), [1, 0])

    assert [risk.risk for risk in after.risks] == ["Lag", "Locks", "Lag", "Locks"]


@pytest.mark.parametrize(
    ("path", "field", "names"),
    [
        (("findings",), "id", ["F2", "F10", "F9"]),
        (("phases",), "phase", ["Plan", "Plan copy", "Build"]),
        (("options",), "name", ["Ledger", "Ledger copy", "Table"]),
        (("comparison", "criteria"), "criterion", ["Speed", "Speed copy"]),
        (("data_flow", "nodes"), "label", ["App", "App copy"]),
    ],
)
def test_a_copy_has_a_name_that_no_other_row_has(path, field, names):
    after = duplicate_rows(BASE, path, [0])
    rows = after
    for step in path:
        rows = getattr(rows, step)

    assert [getattr(row, field) for row in rows] == names


def test_a_second_copy_has_a_name_of_its_own():
    after = duplicate_rows(duplicate_rows(BASE, ("phases",), [0]), ("phases",), [0])

    assert [phase.phase for phase in after.phases] == ["Plan", "Plan copy 2", "Plan copy", "Build"]


def test_deleted_rows_are_gone_at_once_and_numbers_follow():
    assert delete_rows(BASE, ("risks",), [0, 1]).risks == ()
    assert delete_rows(BASE, ("phases",), [0]).risks[0].phase == "1"


def test_a_row_that_is_not_there_is_not_deleted():
    with pytest.raises(ModelError):
        delete_rows(BASE, ("risks",), [0, 2])
