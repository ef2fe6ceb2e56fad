"""Work whose estimate cannot be read is unknown, never 0: in sums, frames, texts, figures and on the page."""

from __future__ import annotations

import math

import numpy as np
import pytest

from archkit.analysis.document_effort import document_effort
from archkit.analysis.total_effort import TotalEffort
from archkit.checks.totals import _agree
from archkit.errors import AnalysisError
from archkit.figures.effort_figure import effort_figure
from archkit.format.read import read
from archkit.format.write import write
from archkit.model.document import Document
from archkit.model.edit import set_value
from archkit.model.effort import Effort, WorkItem
from archkit.model.metadata import Metadata
from archkit.model.options import Option
from archkit.pages.export_html import render_page

READ = WorkItem(work_item="Ledger", kind="development", phase="A", low=5, likely=8, high=15)
UNREAD = WorkItem(work_item="Trial", kind="testing", phase="B", low=1, likely=9, high=4)


def effort(*items: WorkItem, **fields: object) -> TotalEffort:
    return document_effort(Document(effort=Effort(work_items=items), **fields))


def test_a_kind_without_a_readable_estimate_is_unknown_and_the_total_is_a_bound():
    found = effort(READ, UNREAD)

    assert found.texts == {
        "development": "8.7 days",
        "testing": "not known (1 work item cannot be read)",
        "total": "at least 8.7 days (without 1 work item that cannot be read)",
    }
    assert found.frame.loc["testing"].isna().all()
    assert found.frame.loc["total"].notna().all()
    assert math.isnan(found.chance(3, "testing"))
    assert np.isnan(found.by_phase.loc["B", ["testing", "total"]]).all()
    assert found.by_phase.loc["A"].tolist() == pytest.approx([26 / 3, 0, 26 / 3])
    with pytest.raises(AnalysisError, match="testing is no single number"):
        found.exact("testing")


def test_a_total_of_which_nothing_can_be_read_is_unknown():
    found = effort(UNREAD, UNREAD)

    assert found.texts["total"] == "not known (2 work items cannot be read)"
    assert found.frame.loc["total"].isna().all()
    assert not found.has_spread
    assert "No work item has an estimate that can be read: 2 work items left out." in str(found)
    assert "can be read" in effort_figure(found).alt


def test_work_of_an_option_that_is_not_chosen_leaves_the_total_whole():
    options = Option(name="X"), Option(name="Y")
    document = Document(options=options, effort=Effort(work_items=(READ, UNREAD.replace(option="Y"))))
    found = document_effort(set_value(document, ("recommendation", "options"), ("X",)))

    assert found.texts["total"].startswith("8.7 days (80 % chance")
    assert found.texts["testing"] == "0.0 days"


def test_an_option_whose_own_work_cannot_be_read_has_no_effort_and_the_figure_says_so():
    options = Option(name="X"), Option(name="Y")
    found = effort(READ, READ.replace(option="Y"), UNREAD.replace(option="X"), options=options)

    assert found.by_option.loc["X"].isna().all()
    assert found.by_option.loc["Y"].notna().all()
    assert "X: 1 work item cannot be read, so its effort is not known." in effort_figure(found, "options").alt


@pytest.mark.parametrize("items", [(READ, UNREAD), (UNREAD,)])
def test_what_is_written_into_the_document_is_read_again_and_agrees(items):
    document = Document(title="T", effort=Effort(work_items=items))
    text = write(document, totals=lambda document: document_effort(document).texts)
    manuscript = read(text)

    assert manuscript.document.effort == document.effort
    assert write(manuscript.document, manuscript) == text
    for name, computed in document_effort(manuscript.document).texts.items():
        assert f"- {name.title()}: {computed}\n" in text
        assert _agree(computed, computed)


@pytest.mark.parametrize(
    ("stated", "computed"),
    [
        ("0.0 days", "not known (1 work item cannot be read)"),
        ("1", "not known (1 work item cannot be read)"),
        ("8.7 days", "at least 8.7 days (without 1 work item that cannot be read)"),
        ("at least 8.7 days", "8.7 days"),
    ],
)
def test_a_number_does_not_agree_with_a_bound_or_with_nothing(stated, computed):
    assert not _agree(stated, computed)


def test_the_page_shows_no_number_for_what_cannot_be_read():
    page = render_page(Document(title="T", effort=Effort(work_items=(READ, UNREAD))))

    assert "not known (1 work item cannot be read)" in page
    assert "at least 8.7 days" in page
    assert "nan" not in page.lower().replace('nan"', "")


def test_hours_and_days_that_do_not_fit_are_said_with_what_counts():
    found = effort(READ, metadata=Metadata(hours_per_day="six", days_per_week="0"))

    assert 'Hours-per-day "six" is not understood; use a number above 0, at most 24; 8 counts' in found.assumptions
    assert 'Days-per-week "0" is not understood' in found.assumptions


def test_a_section_that_is_kept_as_text_is_not_called_empty():
    text = "# T\n\n## Estimated Effort\n\n| Work item | Low | Likely | High |\n|---|---|---|---|\n| a | 1 |\n"
    found = document_effort(read(text).document)

    assert "The effort is kept as text, so nothing in it counts: " in str(found)
    assert "yet" not in str(found)


def test_one_number_asked_gives_one_number():
    exact = effort(READ).exact()

    assert type(exact.quantile(0.8)) is float
    assert type(exact.chance(9)) is float
    assert exact.quantile([0.5, 0.8])[1] == exact.quantile(0.8)
