"""Edits: small operations on an immutable document, and what follows a renamed or deleted name."""

from __future__ import annotations

import pytest

from archkit.errors import ModelError
from archkit.format.read import read
from archkit.model.comparison import Comparison, Criterion
from archkit.model.data_flow import DataFlow, Flow, Node
from archkit.model.document import Document
from archkit.model.edit import delete_row, insert_row, move_row, row_class, set_value
from archkit.model.effort import Effort, WorkItem
from archkit.model.options import Option
from archkit.model.recommendation import Recommendation
from archkit.model.risks import Risk

LEDGER = Document(
    options=(Option(name="Ledger"), Option(name="Table")),
    comparison=Comparison(
        options=("Ledger", "Table"), criteria=(Criterion(criterion="Speed", scores={"Ledger": "3", "Table": "4"}),)
    ),
    recommendation=Recommendation(options=("Ledger",), rationale="why"),
    risks=(Risk(risk="Lag", option="Ledger"), Risk(risk="Locks", option="Table")),
    effort=Effort(work_items=(WorkItem(work_item="Write path", option="Ledger"),)),
    data_flow=DataFlow(
        nodes=(Node(id="a", label="App"), Node(id="b", label="Base")), flows=(Flow(source="App", target="Base"),)
    ),
)


def test_what_names_a_renamed_option_follows():
    after = set_value(LEDGER, ("options", 0, "name"), "Journal")

    assert after.comparison.options == ("Journal", "Table")
    assert after.comparison.criteria[0].scores == {"Journal": "3", "Table": "4"}
    assert after.recommendation.options == ("Journal",)
    assert [risk.option for risk in after.risks] == ["Journal", "Table"]
    assert after.effort.work_items[0].option == "Journal"


@pytest.mark.parametrize("name", ["Table", "table"])
def test_an_option_cannot_take_the_name_of_another_one(name):
    with pytest.raises(ModelError, match="option 2 has this name"):
        set_value(LEDGER, ("options", 0, "name"), name)


def test_the_name_that_scores_belong_to_cannot_be_cleared():
    with pytest.raises(ModelError, match="scores belong to this name"):
        set_value(LEDGER, ("options", 0, "name"), "")


def test_a_deleted_option_leaves_the_comparison():
    after = delete_row(LEDGER, ("options", 0))

    assert [option.name for option in after.options] == ["Table"]
    assert after.comparison.options == ("Table",)
    assert after.comparison.criteria[0].scores == {"Table": "4"}


def test_arrows_follow_a_renamed_box():
    after = set_value(LEDGER, ("data_flow", "nodes", 1, "label"), "Database")

    assert after.data_flow.flows == (Flow(source="App", target="Database"),)


def test_rows_are_put_in_moved_and_taken_out():
    added = insert_row(LEDGER, ("risks",), 1, {"risk": "New", "cost": "3"})
    moved = move_row(added, ("risks", 1), 0)
    gone = delete_row(moved, ("risks", 2))

    assert [risk.risk for risk in added.risks] == ["Lag", "New", "Locks"]
    assert [risk.risk for risk in moved.risks] == ["New", "Lag", "Locks"]
    assert [risk.risk for risk in gone.risks] == ["New", "Lag"]
    assert LEDGER.risks[0].risk == "Lag"


def test_a_score_and_a_column_of_ones_own_are_set_by_name():
    scored = set_value(LEDGER, ("comparison", "criteria", 0, "scores", "Table"), 5)
    owned = set_value(LEDGER, ("risks", 0, "extra", "Ticket"), "A-1")

    assert scored.comparison.criteria[0].scores["Table"] == "5"
    assert owned.risks[0].extra == {"Ticket": "A-1"}


@pytest.mark.parametrize(
    "path",
    [("risks", 9, "owner"), ("risks", 0, "colour"), ("riskz",), ("risks", "x", "owner"), ("options", 0, "pros", 0)],
)
def test_a_path_that_leads_nowhere_is_named(path):
    with pytest.raises(ModelError, match=r"nothing stands there; a path begins with one of metadata, title"):
        set_value(LEDGER, path, "x")


def test_a_value_that_does_not_fit_is_refused_with_the_field():
    with pytest.raises(ModelError, match=r"findings, id: .* a letter, then letters"):
        insert_row(LEDGER, ("findings",), 0, {"id": "2 F"})
    with pytest.raises(ModelError, match=r"a column of your own needs another title than Owner"):
        insert_row(LEDGER, ("risks",), 0, {"extra": {"Owner": "x"}})
    with pytest.raises(ModelError, match=r'there is no field "colour".*the fields are risk, likelihood'):
        insert_row(LEDGER, ("risks",), 0, {"colour": "x"})


def test_rows_stand_where_their_class_says():
    assert row_class(("options", 0, "pros")).__name__ == "Point"
    assert row_class(("data_flow", "flows")) is Flow
    with pytest.raises(ModelError, match="no rows stand there"):
        row_class(("performance",))


class TestPhases:
    """Work items and risks name a phase by its number; the number follows the phase."""

    def document(self):
        text = (
            "## Implementation Phases\n1. **A**: a\n2. **B**: b\n3. **C**: c\n\n"
            "## Risks and Mitigations\n| Risk | Impact | Mitigation | Phase |\n|---|---|---|---|\n| r | i | m | 3 |\n\n"
            "## Estimated Effort\n\n### Work Items\n\n"
            "| Work item | Kind | Phase | Option | Low | Likely | High |\n|---|---|---|---|---:|---:|---:|\n"
            "| one | development | 1 | | | 1 | |\n| two | testing | 2 | | | 1 | |\n"
        )
        return read(text).document

    def phases_of(self, document):
        return [item.phase for item in document.effort.work_items], document.risks[0].phase

    def test_a_moved_phase_takes_its_work_along(self):
        assert self.phases_of(move_row(self.document(), ("phases", 0), 2)) == (["3", "1"], "2")

    def test_a_phase_put_in_front_moves_the_numbers_on(self):
        assert self.phases_of(insert_row(self.document(), ("phases",), 0, {"phase": "Zero"})) == (["2", "3"], "4")

    def test_the_work_of_a_deleted_phase_keeps_its_name(self):
        assert self.phases_of(delete_row(self.document(), ("phases", 0))) == (["A", "1"], "2")
