"""Operations on many rows of a grid: one message, one edit, one step to undo; bad ones change nothing."""

from __future__ import annotations

import pytest

from archkit.widgets.form import section_form
from archkit.widgets.many_rows import MOST_ROWS
from tests.widgets.far_side import Browser

COLUMNS = [["risk"], ["owner"], ["cost"]]


@pytest.fixture
def risks(session):
    return Browser(section_form(session, "risks"))


def test_a_pasted_block_is_one_step(risks, session):
    before = session.document.risks
    cells = [[risks.row(0), 1, "Ada"], [risks.row(1), 2, "🙂"]]
    answer = risks.do("fill", ["risks"], columns=COLUMNS, cells=cells, rows=[["Rust", "Tim", "4"]], index=2)

    assert answer["saved"]
    assert [(risk.owner, risk.cost) for risk in session.document.risks[:3]] == [
        ("Ada", 8),
        (before[1].owner, "🙂"),
        ("Tim", 4),
    ]
    session.undo()
    assert session.document.risks == before


BAD = {
    "an unknown column": {"columns": [["colour"]], "cells": [["r1", 0, "red"]]},
    "an unknown row": {"columns": COLUMNS, "cells": [["r99", 0, "x"]]},
    "no list": {"columns": COLUMNS, "cells": "r1"},
    "a number for a text": {"columns": COLUMNS, "cells": [["r1", 0, 5]]},
    "a column that is not there": {"columns": COLUMNS, "cells": [["r1", 7, "x"]]},
    "a row that is too short": {"columns": COLUMNS, "rows": [["x"]]},
    "a row that is no list": {"columns": COLUMNS, "rows": [5]},
    "a column that is no path": {"columns": [5]},
    "too many rows": {"columns": COLUMNS, "rows": [["", "", ""]] * (MOST_ROWS + 1)},
}


@pytest.mark.parametrize("message", BAD.values(), ids=BAD)
def test_a_message_that_does_not_fit_changes_nothing(risks, session, message):
    before = session.document

    answer = risks.do("fill", ["risks"], **{"index": 0, "cells": [], "rows": [], **message})

    assert not answer["saved"]
    assert session.document is before


@pytest.mark.parametrize("rows", [None, [], ["r99"], [5], "r1"])
@pytest.mark.parametrize("operation", ["duplicate", "delete_rows"])
def test_rows_that_are_not_there_are_neither_duplicated_nor_deleted(risks, session, operation, rows):
    before = session.document

    assert not risks.do(operation, ["risks"], rows=rows)["saved"]
    assert session.document is before


def test_rows_are_duplicated_and_deleted_by_their_ids(risks, session):
    first, second = risks.row(0), risks.row(1)
    session.insert(("risks",), 0, {"risk": "Above"})
    names = [risk.risk for risk in session.document.risks]

    risks.do("duplicate", ["risks"], rows=[first, second])
    assert [risk.risk for risk in session.document.risks] == [*names[:3], *names[1:]]
    risks.do("delete_rows", ["risks"], rows=[first, second])
    assert [risk.risk for risk in session.document.risks] == [names[0], *names[1:]]


def test_a_group_and_scores_are_given_with_new_rows(session):
    findings = Browser(section_form(session, "findings"))
    group = "Open Source Examples"
    findings.do("fill", ["findings"], columns=[["text"]], rows=[["It works"]], index=0, group=group)
    criteria = Browser(section_form(session, "comparison"))
    columns = [["criterion"], ["scores", "Apache Kafka"]]
    criteria.do("fill", ["comparison", "criteria"], columns=columns, rows=[["Taste", "3"]], index=0)

    assert (session.document.findings[0].group, session.document.findings[0].text) == (group, "It works")
    assert session.document.comparison.criteria[0].scores == {"Apache Kafka": "3"}


def test_details_are_typed_as_lines_and_those_that_stay_are_kept_exactly(session):
    phases = Browser(section_form(session, "phases"))
    path = ["phases", phases.row(0), "details"]
    phases.do("set", path, value="Lead: Ada\nfree words\nA: b: c")
    details = session.document.phases[0].details
    phases.do("set", path, value="A: b: c\nLead: Ada")

    assert [(detail.key, detail.value) for detail in details] == [
        ("Lead", "Ada"),
        ("Note", "free words"),
        ("A", "b: c"),
    ]
    assert session.document.phases[0].details == (details[2], details[0])
    phases.do(
        "fill",
        ["phases"],
        columns=[["details"]],
        cells=[[phases.row(1), 0, "Lead: Tim"]],
        rows=[["Lead: Eva"]],
        index=9,
    )
    assert [row.details[0].value for row in (session.document.phases[1], session.document.phases[-1])] == ["Tim", "Eva"]
